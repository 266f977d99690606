"""Which characters a file's bytes stand for."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from transtrack.errors import InputError

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
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
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\0-\x08\x0e-\x1b\x7f]")
_SAMPLE = 50_000  # bytes that decide about a legacy code page


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and how its file writes it: byte order mark, codec, what had to be assumed."""

    text: str
    codec: str = "utf-8"
    mark: bytes = b""
    notices: tuple[str, ...] = ()


def decode(data: bytes, path: str) -> Decoded:
    """The text in `data`; InputError where it is no text."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, codec, name, path)
    wide = _wide_codec(data)
    if wide:
        text = _try(data, wide)
        if text is not None and not _is_junk(text):
            notice = f"no byte order mark; read as {wide.upper()}"
            return Decoded(text=text, codec=wide, notices=(notice,))
    if b"\0" in data:
        raise _binary(path, f"a NUL byte at offset {data.index(0)}")
    text = _try(data, "utf-8")
    decoded = _decode_legacy(data) if text is None else Decoded(text=text)
    if decoded is None or _is_junk(decoded.text):
        raise _binary(path, "control characters throughout")
    return decoded


def _decode_marked(data: bytes, mark: bytes, codec: str, name: str, path: str) -> Decoded:
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        where = error.start + len(mark)
        message = f"begins as {name} but is not: byte {where} fits nothing"
        raise InputError(message, path=path, hint="save the file again as UTF-8") from None
    if _is_junk(text):
        raise _binary(path, "control characters throughout")
    return Decoded(text=text, codec=codec, mark=mark)


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 by its NUL bytes: every other byte of Latin text, every space of any script."""
    sample = data[: 2 * _SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 40 < len(sample):
        return None
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else None


def _decode_legacy(data: bytes) -> Decoded | None:
    """The text in an 8-bit code page: the declared one, else the likeliest."""
    declared = _DECLARED.search(data[:4096])
    for codec in (_known(declared[1]) if declared else None, _guess(data)):
        text = _try(data, codec) if codec else None
        if codec and text is not None:
            name = _PAGES.get(codec, codec)
            return Decoded(text=text, codec=codec, notices=(f"not UTF-8; read as {name}",))
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
    return page if _try(data, page) is not None else guess


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_junk(text: str) -> bool:
    """Whether more than one character in a hundred is a control character."""
    return len(_CONTROL.findall(text)) * 100 > len(text)


def _binary(path: str, seen: str) -> InputError:
    return InputError(f"not a text file: it holds {seen}", path=path, hint="save it as UTF-8 text")
