"""The 8-bit code pages of old pages: the one they declare, else the likeliest."""

from __future__ import annotations

import codecs
import re

_WESTERN, _CENTRAL, _TURKISH = "cp1252", "cp1250", "cp1254"
_PAGES = {  # codec → the name a person knows
    _WESTERN: "windows-1252",
    _CENTRAL: "windows-1250",
    "cp1251": "windows-1251",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "iso8859_2": "ISO 8859-2",
    "iso8859_5": "ISO 8859-5",
    "cp1253": "windows-1253",
    "iso8859_7": "ISO 8859-7",
    _TURKISH: "windows-1254",
    "iso8859_15": "ISO 8859-15",
}
_LATIN = {_WESTERN, _CENTRAL, _TURKISH, "iso8859_2", "iso8859_15"}
_CENTRAL_LANGUAGES = {"pl", "cs", "sk", "hu", "hr", "sl", "ro", "sq"}
_EAST_ASIAN = {"shift_jis", "euc_jp", "euc_kr", "gb18030", "gbk", "gb2312", "big5"}
_DECLARED = re.compile(  # by a page or XML, or by the header of a PO file
    rb"""(?:<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)|"Content-Type:[^"\n]{0,80}?charset)"""
    rb"""\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)
_SAMPLE = 50_000  # bytes that decide


def read_page(data: bytes) -> tuple[str, str, str] | None:
    """The text, its codec and the name of that, or None where no code page fits."""
    declared = _DECLARED.search(data[:4096])
    for codec in (_known(declared[1]) if declared else None, _guess(data)):
        text = try_decode(data, codec) if codec else None
        if codec and text is not None:
            return text, codec, _PAGES.get(codec, codec)
    return None


def try_decode(data: bytes, codec: str) -> str | None:
    """The text in `data`, or None where it is not in this encoding."""
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _known(label: bytes) -> str | None:
    try:
        name = codecs.lookup(label.decode("ascii")).name.replace("-", "_")
    except (LookupError, UnicodeDecodeError):
        return None
    # What pages call ISO 8859-1 is windows-1252 (WHATWG Encoding)
    name = _WESTERN if name in {"iso8859_1", "ascii"} else name
    return name if name in _PAGES or name in _EAST_ASIAN else None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # slow to import

    best = from_bytes(_telling(data), cp_isolation=list(_PAGES)).best()
    if best is None:
        return _WESTERN
    return _latin_page(data, best.encoding) if best.encoding in _LATIN else best.encoding


def _telling(data: bytes) -> bytes:
    """The first lines that hold more than ASCII: only they tell one code page from another."""
    lines: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            size += len(lines[-1])
        if size > _SAMPLE:
            break
    return b"".join(lines)


def _latin_page(data: bytes, guess: str) -> str:
    """The Latin page of the text's language, which its ASCII letters tell well enough.

    charset-normalizer 3.5 takes German and French in windows-1252 for windows-1250.
    """
    from transtrack.text.language import detect_language  # noqa: PLC0415  # only for legacy files

    found = detect_language(_telling(data).decode(guess, errors="replace"))
    language = found.language if found else ""
    if language in _CENTRAL_LANGUAGES:
        return guess if guess == "iso8859_2" else _CENTRAL
    page = _TURKISH if language == "tr" else _WESTERN
    return page if try_decode(data, page) is not None else guess
