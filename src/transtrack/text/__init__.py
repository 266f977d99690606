"""Bytes on disk to `Document`: readers, kinds of blocks, sentences, languages."""

from transtrack.text.document import find_digest, parse_document, read_document
from transtrack.text.edits import apply_fixes, order_fixes, write_fixes
from transtrack.text.files import read_decoded, read_text, write_bytes, write_text
from transtrack.text.language import (
    Detection,
    check_language,
    detect_language,
    parse_language,
    path_language,
)
from transtrack.text.passages import Passage, Reader
from transtrack.text.readers import READERS

__all__ = [
    "READERS",
    "Detection",
    "Passage",
    "Reader",
    "apply_fixes",
    "check_language",
    "detect_language",
    "find_digest",
    "order_fixes",
    "parse_document",
    "parse_language",
    "path_language",
    "read_decoded",
    "read_document",
    "read_text",
    "write_bytes",
    "write_fixes",
    "write_text",
]
