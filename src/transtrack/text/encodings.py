"""Which characters a file's bytes stand for."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from transtrack.errors import InputError
from transtrack.text.codepages import read_page, try_decode

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x7f]")  # an escape sequence makes no binary file
_ASCII = re.compile(rb"[\t\n\r -~]*")
_SAMPLE = 100_000  # bytes that tell UTF-16 without a mark


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
        text = try_decode(data, wide)
        if text is not None and not _is_junk(text):
            notice = f"no byte order mark; read as {wide.upper()}"
            return Decoded(text=text, codec=wide, notices=(notice,))
    if b"\0" in data:
        raise _binary(path, f"a NUL byte at offset {data.index(0)}")
    text = try_decode(data, "utf-8")
    decoded = _decode_page(data) if text is None else Decoded(text=text)
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
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 40 < len(sample):
        return None
    if max(even, odd) * 4 < len(sample) and _ASCII.fullmatch(sample.replace(b"\0", b"")):
        return None  # English with a NUL in it; where Latin is wide, every other byte is one
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else None


def _decode_page(data: bytes) -> Decoded | None:
    found = read_page(data)
    if found is None:
        return None
    text, codec, name = found
    return Decoded(text=text, codec=codec, notices=(f"not UTF-8; read as {name}",))


def _is_junk(text: str) -> bool:
    """Whether more than one character in a hundred is a control character."""
    return len(_CONTROL.findall(text)) * 100 > len(text)


def _binary(path: str, seen: str) -> InputError:
    return InputError(f"not a text file: it holds {seen}", path=path, hint="save it as UTF-8 text")
