"""Bytes on disk to `Document`: readers, kinds of blocks, sentences, languages."""

from transtrack.text.document import (
    decode_article,
    find_digest,
    parse_document,
    read_article_text,
    read_document,
)
from transtrack.text.edits import apply_fixes, order_fixes, render_fixes, write_fixes
from transtrack.text.encodings import Decoded, decode
from transtrack.text.files import (
    find_place,
    is_file,
    is_there,
    read_decoded,
    read_text,
    write_bytes,
    write_text,
)
from transtrack.text.language import (
    Detection,
    check_language,
    detect_language,
    parse_language,
    path_language,
)
from transtrack.text.passages import Passage, Reader
from transtrack.text.readers import READERS, find_reader
from transtrack.text.tables import read_rows
from transtrack.text.word import (
    MAIN,
    NAMESPACE,
    W,
    paragraph_text,
    parse_word,
    read_comments,
    read_paragraphs,
)
from transtrack.text.xml import decode_text, find_line, parse_xml, read_data, read_member

__all__ = [
    "MAIN",
    "NAMESPACE",
    "READERS",
    "Decoded",
    "Detection",
    "Passage",
    "Reader",
    "W",
    "apply_fixes",
    "check_language",
    "decode",
    "decode_article",
    "decode_text",
    "detect_language",
    "find_digest",
    "find_line",
    "find_place",
    "find_reader",
    "is_file",
    "is_there",
    "order_fixes",
    "paragraph_text",
    "parse_document",
    "parse_language",
    "parse_word",
    "parse_xml",
    "path_language",
    "read_article_text",
    "read_comments",
    "read_data",
    "read_decoded",
    "read_document",
    "read_member",
    "read_paragraphs",
    "read_rows",
    "read_text",
    "render_fixes",
    "write_bytes",
    "write_fixes",
    "write_text",
]
