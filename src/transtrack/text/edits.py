"""Replacements in a file: exactly these characters, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import PurePath

from transtrack.errors import InputError, OutputError
from transtrack.model import Fix
from transtrack.text.files import read_decoded, write_bytes
from transtrack.text.readers import find_reader


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix's span replaced; of fixes that overlap, the first one counts.

    >>> from transtrack.model import Span
    >>> fix = Fix(path="a.txt", span=Span(start=0, end=6), text="Yevhen")
    >>> apply_fixes("Jevhen said", [fix])
    'Yevhen said'
    """
    parts, at = [], 0
    for fix in order_fixes(fixes):
        parts += [text[at : fix.span.start], fix.text]
        at = fix.span.end
    return "".join([*parts, text[at:]])


def order_fixes(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """The fixes in the order of the text, those left out that overlap one before them."""
    kept: list[Fix] = []
    for fix in sorted(fixes, key=lambda item: item.span):
        if not kept or fix.span.start >= kept[-1].span.end:
            kept.append(fix)
    assert all(a.span.end <= b.span.start for a, b in pairwise(kept))  # noqa: S101 - just made so
    return tuple(kept)


def write_fixes(path: str, read: str, fixes: Sequence[Fix]) -> None:
    """Nothing; the file has the fixes in it, in its own encoding, or is as it was.

    `read` is the text that the spans are of. Raises what `render_fixes` does.
    """
    write_bytes(path, render_fixes(path, read, fixes))


def render_fixes(path: str, read: str, fixes: Sequence[Fix]) -> bytes:
    """What a file is to hold with the fixes in it, in its own encoding.

    `read` is the text that the spans are of. Raises InputError if the file says something else
    by now, OutputError if its encoding has no character of a fix, or its format takes none.
    """
    reader = find_reader(PurePath(path).suffix)
    if reader is not None and not reader.fixable:
        message = f"a {reader.name} file cannot be put right in place; it is as it was"
        raise OutputError(message, path=path, hint="change it in the program it is from")
    decoded = read_decoded(path)
    if decoded.text != read:
        raise InputError("the file has changed since it was read", path=path, hint="run it again")
    try:
        data = apply_fixes(read, fixes).encode(decoded.codec)
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        message = f"its encoding ({decoded.codec}) has no '{letter}'; the file is as it was"
        raise OutputError(message, path=path, hint="save it as UTF-8 first") from None
    return decoded.mark + data
