"""Every scheme file says what its standard says, and a broken one says where."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import cyrtranslit
import iuliia
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.errors import ConfigError
from transtrack.names.scheme import Scheme, fits, romanise
from transtrack.names.scheme_files import load_schemes, parse_scheme

SCHEMES = load_schemes()
SAMPLES = [
    (scheme, original, latin) for scheme in SCHEMES.values() for original, latin in scheme.samples
]
ALPHABETS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "mn": "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة\u064e\u064f\u0650\u0652",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئ\u064e\u064f\u0650\u0652",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc",
    "zh": "abcdefghijklmnopqrstuüwxyz",  # Pinyin
    "ja": "abdefghijkmnoprstuwyz",  # Hepburn
    "ko": "abcdeghijklmnoprstuwy",  # Revised Romanisation
}
TOML = """title = "Trial"
standard = "none"
language = "ru"
target = "en"
rules = [
  ["а", "a"],
  ["е", "ye", "^V_"], ["е", "e"],
]
samples = [["еа", "yea"]]
"""


@pytest.mark.parametrize(
    ("scheme", "original", "latin"),
    SAMPLES,
    ids=[f"{scheme.name}-{original}" for scheme, original, _ in SAMPLES],
)
def test_a_sample_is_written_as_its_scheme_says(scheme: Scheme, original: str, latin: str) -> None:
    assert romanise(original, scheme) == latin


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_scheme_has_samples_and_a_rule_for_every_letter(scheme: Scheme) -> None:
    assert len(scheme.samples) >= 20
    known = {rule.grapheme for rule in scheme.rules}
    assert not [letter for letter in ALPHABETS[scheme.language] if letter not in known]


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_what_is_seen_beside_a_standard_differs_from_it_and_costs(scheme: Scheme) -> None:
    standard = {(rule.grapheme, rule.output, rule.before, rule.after) for rule in scheme.rules}
    for rule in scheme.also:
        assert rule.cost > 0
        assert (rule.grapheme, rule.output, rule.before, rule.after) not in standard
    assert not [rule for rule in scheme.rules if rule.cost]


def test_schemes_stand_in_the_order_of_their_names() -> None:
    assert list(SCHEMES) == sorted(SCHEMES)
    assert all(scheme.name == name for name, scheme in SCHEMES.items())


def test_capitals_and_other_characters_are_kept() -> None:
    scheme = SCHEMES["uk-de"]
    assert romanise("ЩЕРБАК Ю. О., Щербак (Київ)", scheme) == (
        "SCHTSCHERBAK Ju. O., Schtscherbak (Kyjiw)"
    )
    assert romanise("", scheme) == ""
    assert romanise("Lukas 12 Ж", scheme) == "Lukas 12 Sch"
    assert romanise("и\u0306од", SCHEMES["ru-de"]) == "jod"  # й in two code points
    assert romanise("«Лук'янець'»", scheme) == "«Lukjanez'»"


@given(st.text())
def test_any_text_is_written_and_what_no_rule_knows_passes_through(text: str) -> None:
    for scheme in SCHEMES.values():
        assert isinstance(romanise(text, scheme), str)
    latin = re.sub(r"[^A-Za-zÄÖÜäöü \d.,-]", "", text)
    assert romanise(latin, SCHEMES["uk-de"]) == latin


def test_a_vowel_sign_before_a_letters_own_point_is_read_behind_it() -> None:
    assert romanise("مُحَم\u064e\u0651د", SCHEMES["ar-en"]) == "Muhammad"
    assert romanise("ב\u05b7\u05bcת", SCHEMES["he-en"]) == "Bat"


def test_an_article_stays_small() -> None:
    assert romanise("الأَسَد", SCHEMES["ar-de"]) == "al-Assad"


def test_contexts_are_sets_of_edges_classes_and_letters() -> None:
    assert fits("^H", "ж", "^")
    assert fits("S", "ь", "^")
    assert not fits("C", "ь", "^")
    assert fits("C$", "", "$")
    assert not fits("C^", "", "$")
    assert fits("яю", "ю", "$")


def test_a_trial_scheme_is_read() -> None:
    scheme = parse_scheme(TOML, "house/trial.toml")
    assert scheme.name == "trial"
    assert romanise("Еа ае те", scheme) == "Yea aye тe"
    assert scheme.also == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ('"Trial"', '"Trial', 1, 15, "not valid TOML"),
        ("samples = [", "samples = [[", 10, 1, "not valid TOML"),
        ("target", "goal", 4, 1, "unknown key 'goal'"),
        ('standard = "none"\n', "", 1, 1, "'standard' is missing"),
        ('"Trial"', "3", 1, 1, "'title' must be a string"),
        ('[["еа", "yea"]]', '"еа"', 9, 1, "'samples' must be a list"),
        ('"^V_"', '"^V"', 7, 4, "bad context '^V'"),
        ('"^V_"', '"$_"', 7, 4, "bad context '$_'"),
        ('"^V_"', '"X_"', 7, 4, "bad context 'X_'"),
        ('"^V_"', '"а_b_c"', 7, 4, "bad context 'а_b_c'"),
        ('["а", "a"]', '["а"]', 6, 4, "bad row in 'rules'"),
        ('["а", "a"]', '["", "a"]', 6, 4, "bad row in 'rules'"),
        ('["а", "a"]', "7", 6, 3, "bad row in 'rules'"),
        ("samples", 'also = [["а", "o", "", -1]]\nsamples', 9, 10, "bad cost -1"),
        ("samples", 'also = [["а", "o", 0.5]]\nsamples', 9, 10, "bad row in 'also'"),
    ],
)
def test_a_broken_scheme_says_where(
    old: str, new: str, line: int, column: int, message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_scheme(TOML.replace(old, new), "trial.toml")
    error = caught.value
    assert message in error.message
    assert (error.path, error.line, error.column) == ("trial.toml", line, column)
    assert error.hint


# -- The same standard as others read it --------------------------------------------------

DATA = files("transtrack") / "names" / "data"


def originals(language: str) -> list[str]:
    """The words of a language's names in the tables, once each."""
    given, known = ((DATA / name).read_text("utf-8") for name in ("given.tsv", "known.tsv"))
    cells = [line.split("\t") for line in given.splitlines()[1:]]
    cells += [line.split("\t")[1:] for line in known.splitlines()[1:]]
    words = (word for row in cells if row[0] == language for word in row[1].split())
    return list(dict.fromkeys(words))


def apart(scheme: str, words: list[str], theirs: Callable[[str], str]) -> dict[str, str]:
    """The words that another program writes differently, with its form."""
    forms = {word: unicodedata.normalize("NFC", theirs(word)) for word in words}
    return {word: form for word, form in forms.items() if form != romanise(word, SCHEMES[scheme])}


def changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        text = re.sub(old, new, text)
    return text


IULIIA = {  # their scheme, and where ours means to differ
    "ru-en-icao": ("ICAO_DOC_9303", {}),
    # ours leaves out the marks, as running text does; theirs has a Cyrillic ё for ë
    "ru-en-bgn": ("BGN_PCGN_ALT", {"[’”]": "", "ё": "e", "Ё": "E"}),
    "ru-iso9": ("GOST_779", {"ё": "ë", "Ё": "Ë"}),  # the same Cyrillic ё
    # ISO/R 9:1968 is DIN 1460's parent; DIN writes х as ch
    "ru-sci": ("ISO_9_1968", {"h": "ch", "H": "Ch"}),
}
CYRTRANSLIT = {  # their language, the fewest words, and where ours means to differ
    "sr-sci": ("sr", 200, {}),
    "mk-sci": ("mk", 80, {}),
    # passports and the press leave out the marks and write ө as u
    "mn-en": ("mn", 50, {"[öü]": "u", "[ÖÜ]": "U"}),
    # theirs is the linguists' х as x, ї as ji, and the sign like the apostrophe
    "uk-sci": ("ua", 200, {"x": "ch", "X": "Ch", "ji": "ï", "Ji": "Ï", "'": "ʹ"}),
    "be-sci": ("by", 200, {"x": "ch", "X": "Ch", "'": "ʹ"}),
    # theirs has ă for ъ, j for ь, no rule for -ия, and capitals for all of a letter's output
    "bg-en": (
        "bg",
        200,
        {
            "ă": "a",
            "jo": "yo",
            "iya$": "ia",
            "SHT": "Sht",
            "([CSZ])H": r"\1h",
            "TS": "Ts",
            "YU": "Yu",
            "YA": "Ya",
        },
    ),
}


@pytest.mark.parametrize("name", IULIIA)
def test_russian_is_written_as_iuliia_writes_it(name: str) -> None:
    scheme, changes = IULIIA[name]
    words = originals("ru")
    assert len(words) >= 200
    translate = getattr(iuliia, scheme).translate
    assert apart(name, words, lambda word: changed(translate(word), changes)) == {}


@pytest.mark.parametrize("name", CYRTRANSLIT)
def test_names_are_written_as_cyrtranslit_writes_them(name: str) -> None:
    language, fewest, changes = CYRTRANSLIT[name]
    words = [word for word in originals(SCHEMES[name].language) if "'" not in word]
    assert len(words) >= fewest
    assert (
        apart(name, words, lambda word: changed(cyrtranslit.to_latin(word, language), changes))
        == {}
    )


MARKS = {"[ʹʺ’”'·]": ""}  # running text leaves them out, and so do ours
ICU = {  # their transform, and where ours means to differ
    "ru-en-bgn": ("Russian-Latin/BGN", MARKS | {"\u0308": ""}),
    "uk-en-bgn": ("Ukrainian-Latin/BGN", MARKS),
    "be-en-bgn": ("Belarusian-Latin/BGN", MARKS),
    "sr-sci": ("Serbian-Latin/BGN", {}),
    "mk-sci": ("Macedonian-Latin/BGN", {}),
    # the press writes one r for ռ; theirs has vo for ո behind an aspirate
    "hy-en": ("Armenian-Latin/BGN", MARKS | {"rr": "r", "Rr": "R", "([KP])vo": r"\1o"}),
    "ka-en": ("Georgian-Latin/BGN", MARKS),
    # the accents and the lines below η and ω, left out in running text
    "el-en": ("Greek-Latin/UNGEGN", {"[\u0301\u0308\u0331]": ""}),
}


@pytest.mark.parametrize("name", ICU)
def test_names_are_written_as_icu_writes_them(name: str) -> None:
    icu = pytest.importorskip("icu")
    transform, changes = ICU[name]
    translate = icu.Transliterator.createInstance(transform).transliterate

    def theirs(word: str) -> str:
        form = changed(unicodedata.normalize("NFD", translate(word)), changes)
        return form.title() if name == "ka-en" else form  # Georgian has no capitals

    assert apart(name, originals(SCHEMES[name].language), theirs) == {}


# -- The page ----------------------------------------------------------------------------


def render_table() -> str:
    """The schemes as docs/schemes.md lists them: `python -m tests.names.test_schemes`."""
    lines = ["| scheme | writes | after | e.g. |", "|---|---|---|---|"]
    for name, scheme in SCHEMES.items():
        original, latin = scheme.samples[0]
        example = f"{original} → {latin}"
        lines.append(f"| `{name}` | {scheme.title} | {scheme.standard} | {example} |")
    return "\n".join(lines)


def test_the_page_lists_every_scheme() -> None:
    page = (Path(__file__).parents[2] / "docs" / "schemes.md").read_text(encoding="utf-8")
    assert render_table() in page


def test_the_scheme_of_the_page_can_be_read() -> None:
    page = (Path(__file__).parents[2] / "docs" / "schemes.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    scheme = parse_scheme(block, "ru-nl.toml")
    assert scheme.also
    for original, latin in scheme.samples:
        assert romanise(original, scheme) == latin


if __name__ == "__main__":
    sys.stdout.write(render_table() + "\n")
