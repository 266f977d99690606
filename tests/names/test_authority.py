from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.names.texts import pair, read

from transtrack.errors import ConfigError, InputError
from transtrack.lexicon import find_lexicon
from transtrack.model import Bead, Bitext
from transtrack.names.article import open_article
from transtrack.names.authority import Authority, Ruling, parse_authority, render_rulings
from transtrack.names.glossary import read_glossary
from transtrack.names.learning import learn

TEXT = """# the house
[[name]]
en = "Volodymyr Zelensky"
de = "Wolodymyr Selenskyj"
accepted = ["Volodymyr Zelenskyy"]
original = "Володимир Зеленський"
note = "since 2022"

[[name]]
en = "Kyiv"
"""


def test_entries_are_read_with_their_lines() -> None:
    first, second = parse_authority(TEXT).rulings
    assert first.form("en-GB") == "Volodymyr Zelensky"
    assert first.accepted == ("Volodymyr Zelenskyy",)
    assert (first.line, second.line) == (2, 9)


def test_a_name_is_found_by_its_letters_its_variants_and_its_surname() -> None:
    authority = parse_authority(TEXT)
    for name in ("volodymyr zelensky", "Wolodymyr Selenskyj", "Volodymyr Zelenskiy", "Kiev"):
        assert authority.find(name) is not None, name
    assert authority.find("Wladimir Putin") is None
    ruling = authority.find_last("Zelensky")
    assert ruling is authority.rulings[0]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[[name]]\nen = "Kyiv\n', 2, "not valid TOML"),
        ('[[name]]\nen = "Kyiv"\nen = "Kiev"\n', 3, "not valid TOML"),
        ('title = "x"\n', 1, "unknown key 'title'"),
        ('[name]\nen = "Kyiv"\n', 1, "list of tables"),
        ('[[name]]\nen = "Kyiv"\n\n[[name]]\nkiev = "Kiev"\n', 4, "unknown key 'kiev'"),
        ("[[name]]\nen = 3\n", 1, "must be a string"),
        ('[[name]]\naccepted = "Kiev"\nen = "Kyiv"\n', 1, "list of strings"),
        ('[[name]]\naccepted = [""]\nen = "Kyiv"\n', 1, "list of strings"),
        ('[[name]]\nnote = "nothing"\n', 1, "needs a preferred form"),
        ('[[name]]\nen = "Kyiv"\naccepted = ["Kiev"]\n[[name]]\nen = "Kiev"\n', 4, "two entries"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(
    text: str, line: int, message: str
) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        parse_authority(text, "names.toml")
    assert caught.value.line == line
    assert caught.value.path == "names.toml"
    assert caught.value.column


forms = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda form: bool(form.strip()) and form == form.strip()
)


@given(forms, forms, st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_what_is_written_is_read_back(form: str, original: str, note: str) -> None:
    ruling = Ruling(preferred=(("en", form),), original=original, note=note, line=1)
    assert parse_authority(render_rulings([ruling])).rulings == (ruling,)


@pytest.mark.parametrize(
    ("name", "delimiter", "codec"),
    [("a.csv", ";", "utf-8-sig"), ("a.csv", "\t", "utf-16"), ("a.txt", "\t", "utf-16")],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_with_a_header_of_languages_becomes_entries(
    tmp_path: Path, name: str, delimiter: str, codec: str, end: str
) -> None:
    path = tmp_path / name
    rows = ("de|en|note", 'Kiew|Kyiv|"a; b"', "||", "Lwiw|Lviv|", "")
    path.write_bytes(end.join(rows).replace("|", delimiter).encode(codec))
    found = read_glossary(str(path))
    assert [dict(item.preferred) for item in found] == [
        {"de": "Kiew", "en": "Kyiv"},
        {"de": "Lwiw", "en": "Lviv"},
    ]
    assert found[0].note == "a; b"


@pytest.mark.parametrize(
    "text",
    [
        '<martif type="TBX"><text><body><termEntry><langSet xml:lang="de"><tig><term>Kiew</term>'
        '</tig></langSet><langSet xml:lang="en"><tig><term>Kyiv</term></tig></langSet>'
        "</termEntry></body></text></martif>",
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry>'
        '<langSec xml:lang="de"><termSec><term>Kiew</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term>Kyiv</term></termSec></langSec>'
        "</conceptEntry></body></text></tbx>",
    ],
    ids=["TBX 2", "TBX 3"],
)
def test_both_editions_of_tbx_are_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(text, encoding="utf-8")
    assert [dict(item.preferred) for item in read_glossary(str(path))] == [
        {"de": "Kiew", "en": "Kyiv"}
    ]


TERMS = """<martif type="TBX"><text><body><termEntry><langSet xml:lang="de-DE"><ntig><termGrp>
<term>Schulden\u00adbremse</term></termGrp></ntig></langSet><langSet xml:lang="en-GB">
<tig><term>debt cap</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
</tig><tig><term>debt stop</term><termNote type="administrativeStatus"
>deprecatedTerm-admn-sts</termNote></tig><ntig><termGrp><term>debt  brake</term>
<termNote type="termType">fullForm</termNote>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
</langSet></termEntry></body></text></martif>"""


def test_a_term_not_to_be_used_is_not_accepted_and_a_region_is_no_other_language(
    tmp_path: Path,
) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(TERMS, encoding="utf-8")
    (found,) = read_glossary(str(path))
    assert (found.form("de"), found.form("en")) == ("Schuldenbremse", "debt brake")
    assert found.form("en-US") == "debt brake"
    assert found.form("fr") is None
    assert found.accepted == ("debt cap",)


def test_entities_of_an_xml_file_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    path = tmp_path / "terms.tbx"
    path.write_text(
        f'<!DOCTYPE m [<!ENTITY e SYSTEM "{secret.as_uri()}">]><martif><termEntry>'
        '<langSet xml:lang="en"><tig><term>&e;</term></tig></langSet></termEntry></martif>',
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="declares entities"):
        read_glossary(str(path))


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "utf-8"])
def test_an_xml_file_is_read_in_the_encoding_that_it_declares(
    tmp_path: Path, encoding: str
) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<martif><termEntry>'
        '<langSet xml:lang="de"><tig><term>Zürich</term></tig></langSet></termEntry></martif>'
    )
    path = tmp_path / "terms.tbx"
    path.write_bytes(text.encode(encoding))
    (ruling,) = read_glossary(str(path))
    assert ruling.preferred == (("de", "Zürich"),)
    assert ruling.line == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.csv", "x,y\n1,2\n"), ("a.tbx", "<a"), ("a.docx", "x"), ("a.csv", 'de,en\n"Kiew,Kyiv\n')],
)
def test_what_is_no_glossary_is_refused(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_glossary(str(path))


def test_entries_are_learnt_from_a_corpus() -> None:
    articles = [
        pair(
            "Der Ukrainer Wolodymyr Tschernenko kam.\nMit ihm Wolfgang Krüger.",
            "The Ukrainian Wolodymyr Tschernenko came.\nWolfgang Krüger was with him.",
        )
    ]
    (ruling,) = learn(articles, Authority())
    assert dict(ruling.preferred) == {"de": "Wolodymyr Tschernenko", "en": "Volodymyr Chernenko"}
    assert ruling.original == "Володимир Черненко"
    assert learn(articles, Authority(rulings=(ruling,))) == []


def test_an_entry_of_a_german_translation_is_in_german_spelling() -> None:
    source, target = read("Yevhen Shevchenko came.", "en"), read("Jewhen Schewtschenko kam.", "de")
    bead = Bead(source=(0,), target=(0,), score=1.0, confidence=1.0)
    bitext = Bitext(source=source, target=target, beads=(bead,), signature="test")
    (ruling,) = learn([open_article(target, bitext, find_lexicon("en", "de"))], Authority())
    forms = {"en": "Yevhen Shevchenko", "de": "Jewhen Schewtschenko"}
    assert dict(ruling.preferred) == forms
    assert ruling.original == "Євген Шевченко"


def test_an_entry_keeps_what_is_english_already() -> None:
    source = "Die Ukrainerin Jewhenija Kowaltschuk kam."
    (ruling,) = learn([pair(source, "The Ukrainian Jewhenija Kovalchuk came.")], Authority())
    assert dict(ruling.preferred)["en"] == "Yevhenia Kovalchuk"


def test_two_spellings_of_a_name_make_one_entry() -> None:
    articles = [
        pair("Zwetan Christow lachte.", "Zwetan Christow laughed."),
        pair("Am Ende ging Zwetan Christow.", "In the end Tsvetan Hristov left."),
    ]
    (ruling,) = learn(articles, Authority())
    assert dict(ruling.preferred) == {"de": "Zwetan Christow", "en": "Tsvetan Hristov"}
    assert ruling.note == "seen 2 times, also as Zwetan Christow"
