"""Places left by their German names: München, Türkei, Vereinigte Staaten."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.coverage import FUNCTION
from transtrack.checks.pair import Pair
from transtrack.checks.side import Word
from transtrack.model import Severity
from transtrack.names.index import index_surnames
from transtrack.names.known import load_common, load_exonyms

_UNIONS: Final = {
    "Europäische Union": "European Union",
    "Europäischen Union": "European Union",
    "Vereinigte Staaten": "United States",
    "Vereinigten Staaten": "United States",
    "Vereinten Nationen": "United Nations",
    "Vereinte Nationen": "United Nations",
    "Vereinigtes Königreich": "United Kingdom",
    "Nordrhein": "North Rhine",
    "Niederösterreich": "Lower Austria",
    "Oberösterreich": "Upper Austria",
    "Oberbayern": "Upper Bavaria",
    "Niederbayern": "Lower Bavaria",
    "Niedersachsen": "Lower Saxony",
    "Sachsen-Anhalt": "Saxony-Anhalt",
    "Rheinland-Pfalz": "Rhineland-Palatinate",
}
_DOUBTFUL: Final = frozenset(  # German places that are English words, surnames or clubs, too
    {"Island", "Franken", "Thorn", "Wallis", "Gent", "Posen", "Kanton", "Moldau", "Memel", "Hof"}
    | {"Pilsen", "Main", "Jena", "Basel", "Bonn", "Weimar", "Essen", "Preußen", "Halle", "Riga"}
    | {"Mali", "Oman", "Peru", "Chile", "Korea", "Genua", "Turin", "Trient", "Bozen", "Meran"}
    | {"Brunei", "Angola", "Uganda", "Odessa", "Tirol", "Lemberg", "Eger", "Karlsbad"}
    | {"Marienbad", "Pressburg", "Danzig", "Breslau", "Stettin", "Save", "Newa"}
)
_KEPT: Final = frozenset(
    {"Mecklenburg-Vorpommern", "Vorpommern", "Sevilla"}
)  # English has them, too
_CLUB: Final = regex.compile(
    r"\b(?:FC|SC|SV|VfB|VfL|TSV|TSG|SpVgg|HC|FK|ESV|ERC|EHC|BC|TV|SK|1\.|Alte|Neue|Rapid|Austria"
    r"|Radio|Bild|AG|TU|LMU|Deutsche|Deutscher|Deutsches|für|der|des|und|im|am|Uni|Dynamo|Austria"
    r"|Stadtwerke|Messe|Flughafen|Hotel|Schloss|Haus|Verlag)\s+(?:\p{L}+\s)?$"
)
_ABROAD: Final = regex.compile(  # clubs of other countries, which English calls by its own names
    r"\b(?:AC|AEK|AS|Benfica|CSKA|Dinamo|Dukla|Dynamo|FC|FK|Inter|Juventus|Lazio|Lech|Legia"
    r"|Lok|Lokomotive?|Olympiakos|Panathinaikos|Part[iz]an|Sampdoria|SSC|Schachtar|Slavia|Sparta"
    r"|Spartak|Sporting|Standard|Steaua|Stern|Torpedo|ZSKA|Zenit)\s$"
)
_NOBILIARY: Final = regex.compile(r"\b(?:von|van|zu|de|von der|van der|ten|vom|zum)\s$", regex.I)
_BAVARIANS: Final = regex.compile(
    r"\bFC Bayern|Bayern-|Bayern M|\b(?:[Dd]ie|den|der|dem) Bayern\b|FCB\b|Bundesliga|Trainer"
    r"|\bvon Bayern\b|\bFC\b|Champions|Pokal|Liga|Titel|[Ss]piel|Team|Tor\b|Vereine?\b|BVB"
    r"|Dortmund"
)
_LOWER: Final = regex.compile(r"\b(?:Lower|Upper|of|in)\s$")
_EUROPA: Final = regex.compile(r"[\s-]+\p{Lu}")  # Europa League
_COMPOUND: Final = regex.compile(r"(-\p{Lu}\p{L}+)|\s(?:fans?|players?|supporters?|defenders?)\b")
_CODE: Final = regex.compile(r"\.\p{Lu}|\)")  # GENT.KL, as shares are listed
_INITIAL: Final = regex.compile(r"\p{Lu}\.\s$")
_OTHER_NAME: Final = regex.compile(r"\s+(?:Munich|München|Leverkusen|GmbH|AG|e\.\s?V\.)")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each German name of a place; clubs and families keep theirs."""
    text = pair.target.text
    table = _table()
    taken = -1
    for number, word in enumerate(pair.target.words):
        if not word.capital or word.start < taken:
            continue
        for length in (3, 2, 1):
            last = pair.target.words[number : number + length][-1]
            german = text[word.start : last.end]
            english = table.get(german)
            if english is None or not _is_meant(pair, word, last, german):
                continue
            taken = last.end
            yield Remark(
                start=word.start,
                end=last.end,
                message=f'"{german}" is the German name of {english}; write "{english}"',
                suggestion=english,
                fix=None if _ABROAD.search(text, max(word.start - 16, 0), word.start) else english,
            )
            break


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """German names with the English one, those left out that English has, too."""
    entries = load_exonyms()
    kept = {entry.english[0].lower() for entry in entries} | {
        "teheran",
        "tirol",
        "balkan",
        "braunschweig",
    }  # English has them, too
    kept |= {word for form in kept for word in form.split()}
    table = {
        form: entry.english[0]
        for entry in entries
        for form in entry.german
        if form.lower() not in kept and form.lower() not in load_common("en")
    }
    return (
        table
        | _UNIONS
        | {"Bayern": "Bavaria", "Rom": "Rome", "Island": "Iceland", "Europa": "Europe"}
    )


@lru_cache(maxsize=1)
def _foreign() -> frozenset[str]:
    """German names of places that are called otherwise where they are."""
    entries = load_exonyms()
    at_home = {entry.original for entry in entries}
    return frozenset(
        form for entry in entries for form in entry.german if form not in at_home | _DOUBTFUL
    )


def _is_meant(pair: Pair, first: Word, last: Word, german: str) -> bool:
    """Whether a German name is a place here, and no club, family, paper or English word."""
    text = pair.target.text
    before, after = text[: first.start], text[last.end :]
    if german in _foreign() and _ABROAD.search(before):
        return german in {word.text for word in pair.source.words}
    if _is_other(german, before, after):
        return False
    compound = _COMPOUND.match(after)
    if compound and (not compound[1] or f"{german}{compound[1]}" in pair.source.text):
        return False
    if german == "Bayern" and _BAVARIANS.search(pair.source.text):
        return bool(_LOWER.search(before))
    if german == "Europa" and _EUROPA.match(after):
        return False
    if german in _DOUBTFUL:
        there = any(word.text == german for word in pair.source.words)
        told = there and _table()[german].lower() not in text.lower()
    else:
        there = any(german.lower() in word.key for word in pair.source.words)
        told = there or not pair.source.words or not _is_surname(german)
    return told and not _in_longer_name(pair, first, last)


def _is_other(german: str, before: str, after: str) -> bool:
    """Whether what stands beside a name makes it a family's, a club's, a share's, or no matter."""
    if german in _KEPT or _OTHER_NAME.match(after) or (german.isupper() and _CODE.match(after)):
        return True
    if german in _DOUBTFUL and _INITIAL.search(before):
        return True
    return any(pattern.search(before) for pattern in (_NOBILIARY, _CLUB))


@lru_cache(maxsize=256)
def _is_surname(german: str) -> bool:
    return german.lower() in index_surnames("en")


def _in_longer_name(pair: Pair, first: Word, last: Word) -> bool:
    """Whether it stands beside a capitalised word or number, or quoted, as in the original."""
    text, source = pair.target.text, pair.source.text
    for word in pair.target.words:
        if word.end == first.start - 1 or word.start == last.end + 1:
            low, high = min(word.start, first.start), max(word.end, last.end)
            small = word.key in FUNCTION["en"] or word.key in FUNCTION["de"]
            between = text[min(word.end, last.end) : max(word.start, first.start)]
            large = (word.capital and not small) or word.text.isdecimal()  # the club Hannover 96
            if large and between == " " and _copied(text[low:high], source):
                return True
    quoted = text[max(first.start - 1, 0) : last.end + 1]
    marks = "\"“”„‘’'"
    return len(quoted) > 1 and quoted[0] in marks and quoted[-1] in marks


def _copied(text: str, source: str) -> bool:
    return text.lower() in source.lower()


CHECK = Check(
    name="exonym",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    help="A place has its German name: München, Türkei, Vereinigte Staaten.",
    find=find,
    flagged=(
        ("Die Züge nach München fallen aus.", "Trains to München are cancelled."),
        ("Das EU-Türkei-Abkommen wackelt.", "The EU-Türkei deal is shaky."),
        ("Italiens Regierung tagt.", "Italien's government is meeting."),
        ("Er reiste nach Rom.", "He travelled to Rom."),
        ("Sparta Prag schlug Inter Mailand.", "Sparta Prague beat Inter Mailand."),
    ),
    passing=(
        ("Die Züge nach München fallen aus.", "Trains to Munich are cancelled."),
        ("Der 1. FC Köln gewann in Mainz.", "1. FC Köln won in Mainz."),
        ("Der FC Bayern München verlor.", "FC Bayern München lost."),
        ("Rapid Wien schlug Austria Salzburg.", "Rapid Wien beat Austria Salzburg."),
        ("Das Café Moskau in Berlin feiert.", "Café Moskau in Berlin is celebrating."),
        ("Schalke 04 unterlag Hannover 96.", "Schalke 04 lost to Hannover 96."),
        ("Heinrich von Österreich malte sie.", "Heinrich von Österreich painted her."),
        ("Save the Children hilft.", "Save The Children is helping."),
        ("Der Unfall im Rhein-Lahn-Kreis.", "The accident in the Rhein-Lahn district."),
        ("In Mecklenburg-Vorpommern wird gewählt.", "Mecklenburg-Vorpommern is voting."),
        ("Das sagte Adam S. Posen.", "So said Adam S. Posen."),
    ),
    source=("de",),
    target=("en",),
)
