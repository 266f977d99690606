"""What a single line of a news page is by its wording, German and English first."""

from __future__ import annotations

import re

from transtrack.model import BlockKind
from transtrack.text.wordings import (
    BARE_NAME,
    BYLINE,
    DATE_TAIL,
    DATELINE,
    NAVIGATION,
    NOTE,
)

_LONGEST_LINE = 160
_LONGEST_LINK = 70
_SOURCE_WORDS = 5
_LONGEST_NOTE = 320
_LONGEST_CREDIT = 140

_CREDIT_LABEL = (
    r"(?:Bild(?:er|nachweis|quelle)?|Fotos?|Grafik|Quelle|Photos?|Pictures?|Images?|Graphics?"
    r"|Credits?|Source|Copyright|Crédit(?: photo)?|Imagen|Imagem|Immagine|Beeld|Zdjęcie|Fot\."
    r"|Fotoğraf|Fotografia|Фото|Зображення|Изображение|Φωτο\w*|图像来源|صورة)"
)
_CREDIT = rf"[(\[]?(?:{_CREDIT_LABEL}\s?[:：]|©|\(c\))\s*(?P<who>\S.*)"
# "…Ukraine-KriseBild: AP": no sentence has a small letter or a full stop right before "Bild:"
_GLUED_CREDIT = re.compile(
    rf"(?<=[^\W\dA-ZÄÖÜ_]|[.!?…)\]\"”“»'’0-9])(?={_CREDIT_LABEL}\s?[:：]\s*\S)"
)
_SPACED_CREDIT = re.compile(rf"(?:^|(?<=\s))(?={_CREDIT}$)")
_COPYRIGHT = re.compile(r"(?<=\S)(?=©\s*\S)")
_AGENCY = re.compile(
    r"/|©|\b(?:dpa|AFP|AP|Reuters|REUTERS|EPA|Getty|IMAGO|[Ii]mago|[Pp]icture.[Aa]lliance|DW|ddp"
    r"|epd|KNA|APA|ANSA|EFE|TASS|Shutterstock|Alamy|NurPhoto|Keystone|Xinhua|UPI|PA|Wikimedia"
    r"|[Pp]rivat|CC[ -]BY)\b"
)


def find_kind(line: str) -> BlockKind | None:
    """Navigation, dateline, byline, note or credit, where the wording of a whole line tells."""
    if len(line) <= _LONGEST_LINE:
        if len(line) <= _LONGEST_LINK and NAVIGATION.fullmatch(line):
            return BlockKind.NAVIGATION
        if DATELINE.fullmatch(line):
            return BlockKind.DATELINE
        if _is_names(BYLINE, line):
            return BlockKind.BYLINE
        if find_credit(line) == 0:
            return BlockKind.CAPTION
    if len(line) <= _LONGEST_NOTE and NOTE.fullmatch(line):
        return BlockKind.NOTE
    return None


def is_bare_name(line: str) -> bool:
    """Whether a line is nothing but names, which only its neighbours make a byline."""
    return len(line) <= _LONGEST_LINE and _is_names(BARE_NAME, line)


def _is_names(pattern: re.Pattern[str], line: str) -> bool:
    if line.endswith("."):
        return False
    names = DATE_TAIL.sub("", line)
    cased = not any(word[0].islower() and word[0] > "\u024f" for word in names.split()[1:])
    return cased and bool(pattern.fullmatch(names))


def find_credit(line: str) -> int | None:
    """Where the picture credit of a caption begins: in `…der KriseBild: AP` before `Bild`."""
    if not (":" in line or "©" in line or "(c)" in line or "：" in line):
        return None
    tail = max(len(line) - _LONGEST_CREDIT, 0)
    for match in _GLUED_CREDIT.finditer(line, tail):
        if not line.endswith(":"):
            return match.start()
    for pattern in (_SPACED_CREDIT, _COPYRIGHT):
        for match in pattern.finditer(line, tail):
            if _is_credit(line[match.start() :]):
                return match.start()
    return None


def _is_credit(text: str) -> bool:
    """Whether `Foto: …` names a source and does not go on as a sentence."""
    match = re.match(_CREDIT, text)
    who = match["who"].rstrip(")] ") if match else ""
    if not who or who.endswith((".", "!", "?", ":")) or len(who) > _LONGEST_CREDIT:
        return False
    words = [word for word in re.split(r"[\s/,]+", who) if word[0:1].isalpha()]
    return bool(_AGENCY.search(text)) or (
        len(words) <= _SOURCE_WORDS and all(word[0].isupper() for word in words)
    )
