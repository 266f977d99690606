"""Which language a text is in: told, read off its path, or recognised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import Any

from transtrack.errors import UsageError
from transtrack.model import BlockKind, Document, Skipped

# Of WMT and Tatoeba lines (German and English) with at least 40 letters langdetect named the
# wrong language, at a probability of 0.9 or more, for 1 in 6,000; below, for 1 in 13.
ENOUGH_LETTERS = 40
SURE = 0.9
_SAMPLE = 10_000  # characters: langdetect looks at no more
_WINDOWS = 10
_CLEAR = 0.99
_CLEAR_LETTERS = 100
_CLEAR_LETTERS_RELATIVES = 1000
_RELATIVES = (
    {"no", "nb", "nn", "da", "sv", "is", "fo"},
    {"hr", "sr", "bs", "sh", "cnr", "sl", "mk", "bg"},
    {"id", "ms", "jv", "su"},
    {"uk", "ru", "be", "bg", "mk", "sr"},
    {"cs", "sk", "pl"},
    {"es", "pt", "gl", "ca", "it", "oc", "ast"},
    {"de", "nl", "af", "lb", "nds", "gsw", "fy"},
    {"fa", "ur", "ar"},
    {"hi", "mr", "ne"},
)
_TAG = r"[a-z]{2}(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Z]{2}|[0-9]{3}))?"
_FOLDER = re.compile(_TAG)
_IN_NAME = re.compile(rf"(?:^|(?P<mark>[._-]))(?P<tag>{_TAG})$")
# Language codes that end ordinary file names: check-in, made-it, yes_or_no, carry-as
_WORDS = set("am as be he id in io is it la me my no or so to ty".split())  # noqa: SIM905  # a word list


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """The language a text seems to be in, and how probably (0 to 1)."""

    language: str
    probability: float


def parse_language(tag: str) -> str:
    """The BCP 47 tag in its usual form: `parse_language("DE_at") == "de-AT"`.

    Raises UsageError where the tag is malformed or names no registered language.
    """
    import langcodes  # noqa: PLC0415  # slow to import

    try:
        language = langcodes.Language.get(tag.strip(), normalize=True)
        known = language.is_valid()
    except (ValueError, AttributeError):
        known = False
    if not known:
        hint = 'write a BCP 47 tag such as "de", "en-GB" or "zh-Hans"'
        raise UsageError(f'"{tag}" is not a language tag', hint=hint)
    return str(language)


def path_language(path: str) -> str | None:
    """The language that a file's name (`impasse.de.txt`) or folder (`corpora/de/`) tells."""
    pure = PurePath(path)
    match = _IN_NAME.search(pure.stem)
    if match and not (match["mark"] in {"-", "_"} and match["tag"] in _WORDS):
        found = _valid(match["tag"])
        if found:
            return found
    for folder in reversed(pure.parts[:-1][-3:]):
        found = _valid(folder) if _FOLDER.fullmatch(folder) else None
        if found:
            return found
    return None


def _valid(tag: str) -> str | None:
    try:
        return parse_language(tag)
    except UsageError:
        return None


def detect_language(text: str) -> Detection | None:
    """The language of a text, or None where it is too short or undecided.

    The same answer every time: langdetect is seeded anew for every call.
    """
    sample = _sample(text)
    if _letters(sample) < ENOUGH_LETTERS:
        return None
    best = _ranked(sample)
    return best if best and best.probability >= SURE else None


def check_language(document: Document) -> Skipped | None:
    """Why a document cannot be judged: it is clearly not in the language it is taken for."""
    expected = document.language.partition("-")[0]
    expected = {"nb": "no", "nn": "no", "fil": "tl"}.get(expected, expected)
    if expected not in _supported():
        return None
    told = {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM}
    sample = _sample(
        "\n".join(s.plain for s in document.sentences if document.blocks[s.block].kind in told)
    )
    found = _ranked(sample) if _letters(sample) >= _CLEAR_LETTERS else None
    if found is None or found.probability < _CLEAR:
        return None
    actual = found.language.partition("-")[0]
    related = any({actual, expected} <= group for group in _RELATIVES)
    if actual == expected or (related and _letters(sample) < _CLEAR_LETTERS_RELATIVES):
        return None
    return Skipped(
        what=document.path,
        reason=f"the text is in {_name(actual)}, not in {_name(expected)} as its path or the "
        f"options say",
    )


def _name(language: str) -> str:
    return _NAMES.get(language, f'the language "{language}"')


_NAMES = {
    "de": "German", "en": "English", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "ru": "Russian", "uk": "Ukrainian",
    "cs": "Czech", "tr": "Turkish", "ar": "Arabic", "zh": "Chinese", "ja": "Japanese",
}  # fmt: skip


def _sample(text: str) -> str:
    """At most 10,000 characters from windows spread evenly over the text."""
    if len(text) <= _SAMPLE:
        return text
    width = _SAMPLE // _WINDOWS
    step = (len(text) - width) // (_WINDOWS - 1)
    return "\n".join(text[at * step : at * step + width] for at in range(_WINDOWS))


def _letters(text: str) -> int:
    """Letters, an ideograph or kana counted as three."""
    return sum(3 if char >= "\u2e80" else 1 for char in text if char.isalpha())


@cache
def _factory() -> Any:
    from langdetect import detector_factory  # noqa: PLC0415  # slow to import

    detector_factory.init_factory()
    return detector_factory._factory


@cache
def _supported() -> frozenset[str]:
    return frozenset(str(name).partition("-")[0] for name in _factory().langlist)


def _ranked(text: str) -> Detection | None:
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415

    detector = _factory().create()
    detector.seed = 0
    detector.append(text)
    try:
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):
        return None
    tag = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}.get(best.lang, best.lang)
    return Detection(language=tag, probability=float(best.prob))
