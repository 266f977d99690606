"""Which language a text is in: told, read off its path, or recognised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from transtrack.errors import UsageError
from transtrack.model import BlockKind, Document, Skipped
from transtrack.text.commonest import is_clearly, may_be
from transtrack.text.recognition import (
    count_letters,
    recognise_language,
    supported_languages,
    take_sample,
)

# Of WMT and Tatoeba lines (German and English) with at least 40 letters langdetect named the
# wrong language, at a probability of 0.9 or more, for 1 in 6,000; below, for 1 in 13.
ENOUGH_LETTERS = 40
SURE = 0.9
_CLEAR = 0.99
_PLAIN = frozenset(  # tags in their usual form, which need no registry
    "ar be bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko"  # noqa: SIM905 - words
    " lt lv mk mn ms nl pl pt ro ru sk sl sq sr sv th tr uk ur uz vi zh".split()
)
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
_WORDS = frozenset(
    {"am", "as", "be", "he", "id", "in", "io", "is", "it", "la", "me", "my", "no", "or", "so"}
    | {"to", "ty"}
)
_NAMES = (  # langcodes tells names only with a second package, language_data
    {"de": "German", "en": "English", "fr": "French", "es": "Spanish", "it": "Italian"}
    | {"pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "ru": "Russian", "uk": "Ukrainian"}
    | {"cs": "Czech", "tr": "Turkish", "ar": "Arabic", "zh": "Chinese", "ja": "Japanese"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """The language a text seems to be in, and how probably (0 to 1)."""

    language: str
    probability: float


def parse_language(tag: str) -> str:
    """The BCP 47 tag in its usual form: `parse_language("DE_at") == "de-AT"`.

    Raises UsageError where the tag is malformed or names no registered language.
    """
    if tag in _PLAIN:
        return tag
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
    """The language of a text, or None where it is too short or undecided."""
    sample = take_sample(text)
    if count_letters(sample) < ENOUGH_LETTERS:
        return None
    language, probability = recognise_language(sample)
    return Detection(language=language, probability=probability) if probability >= SURE else None


def check_language(document: Document) -> Skipped | None:
    """Why a document cannot be judged: it is clearly not in the language it is taken for."""
    expected = document.language.partition("-")[0]
    expected = {"nb": "no", "nn": "no", "fil": "tl"}.get(expected, expected)
    told = {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM}
    sample = take_sample(
        "\n".join(s.plain for s in document.sentences if document.blocks[s.block].kind in told)
    )
    if count_letters(sample) < _CLEAR_LETTERS or is_clearly(sample, expected):
        return None
    if expected not in supported_languages():
        return None
    language, probability = recognise_language(sample)
    actual = language.partition("-")[0]
    if probability < _CLEAR:
        return None
    short = count_letters(sample) < _CLEAR_LETTERS_RELATIVES
    if short and any({actual, expected} <= group for group in _RELATIVES):
        return None
    if actual == expected or (short and may_be(sample, expected, actual)):
        return None  # the names in a few lines can be another language's
    return Skipped(
        what=document.path,
        reason=f"the text is in {_name(actual)}, not in {_name(expected)} as its path or the "
        f"options say",
    )


def _name(language: str) -> str:
    return _NAMES.get(language, f'the language "{language}"')
