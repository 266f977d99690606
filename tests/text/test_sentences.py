from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.text.sentences import split

# A sentence ends at each "|". Written for this file after patterns of news, none of it quoted.
GERMAN = """
Das gilt z. B. für Berlin.|Dort regnet es.
Das gilt z.B. für Berlin.|Dort regnet es.
Sie traf Dr. Anna Weber.|Der Termin war kurz.
Sie traf Prof. Dr. Weber und Dipl.-Ing. Kurz.|Danach fuhr sie ab.
Eingeladen waren u. a. Minister und Bürgermeister.|Keiner kam.
Er zog am 13. Januar um.|Die Wohnung war leer.
Sie spielen in der 2. Bundesliga.|Das reicht nicht.
Im 19. Jahrhundert stand hier ein Kloster.|Heute ist es ein Hotel.
Die 2. Liga pausiert.|Im März geht es weiter.
König Ludwig II. regierte lange.|Er baute Schlösser.
König Ludwig II.|Er baute Schlösser.
Papst Johannes XXIII. Konzil und Reform prägten ihn.
Das war 1945.|Danach begann der Aufbau.
Sie las J. K. Rowling.|Er las lieber.
Robert T. Hale wohnt in Austin.|Er fliegt oft.
Mehr dazu auf www.beispiel.de.|Dort steht alles.
Die Seite https://beispiel.de/a.b?c=1 heißt so.|Sie lädt.
Der Kurs stieg um 1.5 Punkte.|Dann fiel er.
Es begann um 14.30 Uhr.|Alle waren da.
Treffpunkt ist um 14.30.|Wer kommt?
Ich weiß nicht …|Vielleicht morgen.
Er kam … und ging wieder.
Er kam ... und ging wieder.|Niemand sah ihn.
„Es wird kalt“, sagt Müller.|Er zieht die Jacke an.
„Kommt er?“, fragte sie.|Niemand antwortete.
„Komm!“ rief er.|Sie blieb.
„Ich bleibe.“|Dann legte er auf.
„Ich bleibe.|Du gehst“, sagte er.|Sie ging.
Er sagte: „Ich bleibe.|Du gehst.“|Sie ging.
„Sie rief ‚Halt!‘ und lief“, sagt er.|Es war spät.
»Kommt er?«, fragte sie.|»Nein.«|Sie schwieg.
«Es reicht.»|Sie ging.
‚Es reicht.‘|Sie ging.
"Es reicht."|"Nein."|Sie ging.
Sie ging (es war spät).|Er blieb.
(Es war spät.)|Er blieb.
Der Plan (er ist alt!) Müllers gilt noch.|Er bleibt.
Er nannte den (!) Mann einen Helden.
Mieten steigen weiter
„Halt!“|Müller rennt.|Er fällt.
Er bestellte 5.|Bier gab es nicht.
Was?!|Das kann nicht sein!
Wirklich??|Ja!!!|Gut.
2:1!|Damit steht der Klub vorn.
1. Zum Inhalt springen
2. Die Suche öffnen
Siehe Nr. 5 und Art. 7 des Gesetzes.|Mehr steht dort nicht.
Er wohnt in St. Petersburg.|Sie wohnt in Kiel.
Der Umsatz der Müller GmbH & Co. KG sank.|Die Firma spart.
Es geht um 3 Mio. Euro.|Das ist viel.
Es kostet 3 Mio.|Das ist viel.
Äpfel, Birnen usw.|Die Ernte war gut.
Der Verein heißt Licht e. V. und ist alt.
Gegründet wurde der Licht e. V.|Die Mitglieder feiern.
Das war 44 v. Chr. in Rom.|Dann kam Augustus.
Das war 44 v. Chr.|Danach kam Augustus.
Er stieg in den Bus.|29 Stunden später war er da.
Sie verkauft das iPad.|iPhones hat sie nicht.
Das ist neu.|„Alt“ war gestern.
Wer kommt mit?|3000 Menschen sagten zu.
Am 12.10.2018 wurde gewählt.|Am 13. 10. 2018 wurde gezählt.
Vom 13. bis 15. Mai ist zu.|Danach ist offen.
Der 24-Jährige traf in der 88. Minute.|Das Stadion tobte.
Sie kam auf Platz 2.|Bayern wurde Dritter.
Er ist Sprecher der U.S. Army.|Er lebt in Bonn.
Mr. Brown und Mrs. Smith kamen.|Sie blieben.
Frankfurt a. M. wächst.|Die Mieten steigen.
Er rief Vitamin C.|Die Ärztin nickte.
Das sind ca. 50 Leute, d. h. Nachbarn und Freunde.|Alle helfen.
Er kam; sie ging: So war es.|So bleibt es.
Kommt er?|– Nein.
„Wann?“|– „Morgen.“
[...] Dann kam er.|Sie schlief.
… und dann kam er.|Sie schlief.
Er las „Wer hat Angst?“ und schlief ein.|Es war Mai.
Schließlich siegte er.|„Endlich!“|Alle jubelten.
Laut Abs. 2 ist das verboten.|Es kostet 50 Euro Strafe.
"""
ENGLISH = """
Mr. Brown met Dr. Lee.|They talked.
Mrs. Brown and Ms. Lee won.|Nobody minded.
The U.S. government fell.|Nobody knew why.
He lives in the U.S. and works there.|She does not.
He lives in the U.S.|The rent is high.
The U.S. Senate voted.|It was late.
It was signed in Washington, D.C.|The ink was dry.
J. K. Rowling wrote it.|J.K. Rowling said so.
Robert T. Hale runs the plant.|He smiled.
George W. Bush spoke.|The hall was full.
It opens at 9 a.m. and closes at 5 p.m. on Monday.
It closed at 5 p.m.|The crowd left.
The border closes at 8 p.m.|Romania is not part of it.
Doors open at 8 p.m. Tuesday and at 7 a.m. Eastern on Sunday.
She has a Ph.D. in physics.|He has none.
She has a Ph.D.|He has none.
He flew to St. Petersburg.|She stayed.
Sen. Smith and Gov. Jones agreed.|Rep. Hill did not.
Acme Inc. sued Beta Corp. in May.|It lost.
He works for Acme Inc.|She does not.
Apple Co. shares rose.|Others fell.
It was Kane vs. Abel.|Abel won.
No. 5 was the best.|See No. 7 as well.
He said no.|Then he left.
See Fig. 3 on p. 12.|Fig. 4 is missing.
On Jan. 5 it rained.|On Oct. 6 it snowed.
He came on Oct. 6.|Then he left.
Martin Luther King Jr. spoke.|It was hot.
There was rice, tea, etc.|Nothing was left.
Use tools, e.g. a saw, i.e. something sharp.|Take care.
It rose 1.5 percent.|It fell 3.2 percent.
Read www.example.com/a.html.|It is long.
Visit example.com.|Then call.
"I am cold," says Miller.|He shivers.
"Is he coming?" she asked.|Nobody answered.
“Is he coming?” Smith asked.|Nobody answered.
“Go!” Mary Ann Smith shouted.|He went.
“Is he coming?” I asked.|“No.”|She left.
“Go!”|He said nothing.
“I stay.|You go,” he said.|She went.
He said: “I stay.|You go.”|She went.
“She cried ‘Stop!’ and ran,” he said.|It was late.
'It is enough.'|She left.
‘It is enough.’|She left.
It's the players' room.|The coach's is next.
She left (it was late).|He stayed.
(It was late.)|He stayed.
The plan (it is old!) Miller made stands.
She left (it was late.)|He stayed.
Rents keep rising
What?!|That cannot be!
Really??|Yes!!!|Good.
2-1!|That put them on top.
1. Skip to content
2. Open the search
I do not know …|Maybe tomorrow.
He came ... and left again.|Nobody saw him.
It was 1945.|Then it was over.
It was 1945.|3,000 people came.
He got on a bus.|29 hours later he was there.
She sells the iPad.|iPhones she has not.
This is new.|“Old” was yesterday.
It is Plan B.|Nobody wants it.
Malcolm X.|The name is known.
World War II.|It was long.
World War II ended.|Europe was in ruins.
Gen. Lee and Lt. Col. Hill met at Ft. Worth.|It was 1861.
He came; she went: so it was.|So it stays.
[...] Then he came.|She slept.
… and then he came.|She slept.
Is he coming?|– No.
She read “Who is afraid?” and slept.|It was May.
Ask Prof. Weber.|The Rev. Hill is away.
He met the C.E.O. of Acme.|They ate.
They live in Miami, Fla., and Austin, Tex.|They like it.
"It is done.|We won."|"Good."
I saw him.|I ran.
He paid $5.|She paid $6.50.
“Why?”|“Because.”
A book by A. A. Milne sold well.|Children love it.
Is it I?|I think so.
The club leads the 2. Bundesliga.|It beat 1. FC Nord.
"""
# What a reader would do and `split` does not.
WRONG = {
    "de": [
        "Er kaufte Aktien der Acme Inc.|Analysten rieten ab.",
        "Es war der 5.|Bier gab es nicht.",
    ],
    "en": ["He lives in Washington, D.C.|Critics said so.", "The host of “Who?” Al Smith smiled."],
}
OTHERS = {
    "uk": "Він прийшов.|«Чому?» — спитала вона.|Відповіді не було.",
    "ru": "Он пришёл.|«Почему?» — спросила она.|Ответа не было.",
    "fr": "Il est venu.|« Pourquoi ? » demande-t-elle.|« Bonjour. »|M. Dupont part.",
    "pl": "Przyszedł.|„Dlaczego?” – spytała.|Nikt nie odpowiedział.",
    "es": "Llegó tarde.|¿Por qué?|¡Nadie lo sabe!",
    "it": "È arrivato.|«Perché?», chiese lei.|Nessuno rispose.",
    "zh": "他来了。|她走了！|你呢？|2018年的事。",
    "ja": "彼が来た。|「なぜ？」|誰も答えない。|2003年の話だ。|「はい。」と彼は言った。",
    "ar": "هل جاء؟|نعم.|ثم ذهب.",
    "hi": "वह आया।|क्यों?|कोई नहीं जानता।",
    "el": "Ήρθε.|Γιατί;|Κανείς δεν ξέρει.",
    "und": "It works.|Even so.",
    "xx-Latn": "It works.|Even so.",
}
HARD = {"de": GERMAN.strip().splitlines(), "en": ENGLISH.strip().splitlines()}
_ODDITIES = st.sampled_from(
    [
        "z. B. ",
        "Dr. ",
        "U.S. ",
        "3. ",
        "„",
        "“",
        '"',
        "(",
        ")",
        ". ",
        "? ",
        "! ",
        "… ",
        "\n",
        "\n\n",
    ]
)


def sentences(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    ("language", "case"), [(language, case) for language, cases in HARD.items() for case in cases]
)
def test_a_hard_case_is_split_where_a_reader_would(language: str, case: str) -> None:
    expected = case.split("|")
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.xfail(strict=True, reason="named in docs/sentences.md")
@pytest.mark.parametrize(
    ("language", "case"), [(language, case) for language, cases in WRONG.items() for case in cases]
)
def test_a_known_error_is_still_made(language: str, case: str) -> None:
    expected = case.split("|")
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.parametrize(("language", "case"), OTHERS.items(), ids=list(OTHERS))
def test_other_languages_are_split_too(language: str, case: str) -> None:
    expected = case.split("|")
    space = "" if language in {"zh", "ja"} else " "
    assert sentences(space.join(expected), language) == expected


def test_regional_tags_split_like_their_language() -> None:
    text = "Sie traf Dr. Weber. Im 19. Jahrhundert war es so."
    assert split(text, "de-AT") == split(text, "DE_ch") == split(text, "de")


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert sentences("Er kam\nspät. Sie\n \nging", "de") == ["Er kam\nspät.", "Sie", "ging"]


def test_what_has_no_words_is_still_covered() -> None:
    assert split("", "de") == []
    assert split(" \n ", "de") == []
    assert sentences(" ... ", "de") == ["..."]


def test_half_a_surrogate_pair_and_a_null_do_no_harm() -> None:
    assert sentences("Er kam\ud800. Sie\0 ging. Gut.", "de") == [
        "Er kam\ud800.",
        "Sie\0 ging.",
        "Gut.",
    ]


def test_characters_beyond_the_basic_plane_count_once() -> None:
    assert sentences("Er lacht 😀. Sie 😀 nicht! Gut.", "de") == [
        "Er lacht 😀.",
        "Sie 😀 nicht!",
        "Gut.",
    ]


@given(
    st.lists(st.one_of(st.text(max_size=20), _ODDITIES, st.sampled_from(GERMAN.split()))).map(
        "".join
    ),
    st.sampled_from(["de", "en", "fr", "uk", "zh", "und", "xx", ""]),
)
def test_ranges_ascend_and_cover_every_visible_character(text: str, language: str) -> None:
    ranges = split(text, language)
    at = 0
    for start, end in ranges:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
    assert split(text, language) == ranges


def test_a_passage_of_many_windows_is_split_like_a_short_one() -> None:
    expected = [f"Das ist „Satz {number}“ z. B. für Dr. Weber." for number in range(500)]
    assert sentences(" ".join(expected), "de") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("17 października 2023 r., godz. 14:20 odjechał.|Nikt nie czekał.", "pl"),
        ("Odjechał o godz. 18.|To ul. Długa i al. Jerozolimskie.", "pl"),
        ("Czekał 18 godz.|Potem poszedł.", "pl"),
        ("Это ул. Ленина, им. Пушкина.|Потом он вернулся.", "ru"),
        ("Це вул. Хрещатик, м. Київ.|Потім він повернувся.", "uk"),
        ("El Sr. García corrió aprox. 3 kilómetros.|La Sra. López no vino.", "es"),
        ("Mevr. Smit kwam om ca. 18 uur.|De heer niet.", "nl"),
        ("Il sig. Rossi vide il dott. Bianchi.|Poi tornò.", "it"),
        ("Přišel prof. Novák, např. Petr.|Potom odešel.", "cs"),
    ],
)
def test_abbreviations_of_other_languages_lead_on(text: str, language: str) -> None:
    sentences = text.split("|")
    joined = " ".join(sentences)
    assert [joined[a:b] for a, b in split(joined, language)] == sentences
