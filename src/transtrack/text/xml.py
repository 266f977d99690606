"""XML and packages of it that strangers made: nothing expands, nothing is fetched."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from transtrack.errors import InputError
from transtrack.text.encodings import decode
from transtrack.text.files import read_bytes

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 64 * 1024 * 1024  # bytes of a file, and of all that a package unpacks to
_RATIO = 200  # times as large as packed; Word's own parts stay below 30
_SMALL = 1024 * 1024  # bytes up to which any ratio is harmless
_MEMBERS = 2000
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def read_data(path: str) -> bytes:
    """A file's bytes; InputError where there is none, or it is too large to be an article."""
    with suppress(OSError):  # which the reading tells
        if Path(path).stat().st_size > LARGEST:
            message = f"larger than {LARGEST // 1024**2} MiB"
            raise InputError(message, path=path, hint="give one article a file")
    return read_bytes(path)


def decode_text(data: bytes, path: str) -> str:
    """The text that bytes are, in whatever encoding; InputError where they are none."""
    return decode(data, path).text


def parse_xml(data: bytes, path: str) -> etree._Element:
    """The root of an XML file; InputError for one that is broken or declares entities."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    text = _DECLARATION.sub("", _decode(data, path), count=1)
    if "<!ENTITY" in text:
        hint = "save it again without a document type, by the program it is from"
        raise InputError("it declares entities, which are refused", path=path, hint=hint)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or None
        message = f"not XML that can be read: {error}"
        raise InputError(message, path=path, line=line) from error


def find_line(element: etree._Element) -> int | None:
    """The line that an element begins on."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def read_member(data: bytes, name: str, path: str, *, missing: bytes | None = None) -> bytes:
    """One file of a package; InputError for what is no package, or unpacks to a flood.

    `missing` stands for a file that the package need not have.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            size = sum(member.file_size for member in members)
            if len(members) > _MEMBERS or size > max(_SMALL, min(LARGEST, _RATIO * len(data))):
                message = f"{len(members)} files of {size} bytes are packed in {len(data)} bytes"
                raise InputError(f"refused: {message}", path=path, hint="is it a zip bomb?")
            with package.open(name) as member:
                unpacked = member.read(LARGEST + 1)
    except KeyError:
        if missing is not None:
            return missing
        hint = f"save it as {Path(path).suffix or '.docx'} again"
        raise InputError(f"no {name} in it", path=path, hint=hint) from None
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, EOFError) as error:
        raise InputError(f"not a package that can be read: {error}", path=path) from error
    except NotImplementedError as error:
        raise InputError(f"packed in a way that cannot be read: {error}", path=path) from error
    if len(unpacked) > LARGEST:
        raise InputError(f"{name} unpacks to more than it says", path=path, hint="a zip bomb?")
    return unpacked


def _decode(data: bytes, path: str) -> str:
    declared = _DECLARED.match(data)
    if declared is None or declared[1].lower().startswith((b"utf-16", b"utf-32")):
        return decode(data, path).text
    try:
        return data.decode(declared[1].decode())
    except (LookupError, UnicodeError) as error:
        raise InputError(f"not in the encoding it names: {error}", path=path) from error
