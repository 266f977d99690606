"""Which files of two folders translate each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transtrack.align.mining import LEAST, mine
from transtrack.errors import InputError, TranstrackError
from transtrack.lexicon import find_lexicon
from transtrack.model import Skipped
from transtrack.pipeline.lexicons import NO_LEXICONS, Lexicons
from transtrack.text import parse_document, read_article_text
from transtrack.track import article_suffixes, find_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text with its path and language, or the reason why it cannot be read."""

    path: str
    text: str = ""
    language: str = ""
    skipped: Skipped | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Two files that translate each other, and by what margin over their neighbours."""

    source: str
    target: str
    margin: float


def find_files(folder: Path) -> list[Path]:
    """The texts below a folder, in order; InputError where there are none."""
    if not folder.is_dir():
        raise InputError("no such folder", path=str(folder), hint="name the folder of the texts")
    found = find_texts(folder)
    if not found:
        hint = f"name a folder of texts ({', '.join(sorted(article_suffixes()))})"
        raise InputError("no texts in it", path=str(folder), hint=hint)
    return found


def read_pages(paths: Sequence[Path], language: str | None) -> Iterator[Page]:
    """The texts as a reader sees them, one after the other."""
    for path in paths:
        try:
            text, _ = read_article_text(str(path))
            document = parse_document(text, path=str(path), language=language)
        except TranstrackError as error:
            skipped = Skipped(what=str(path), reason=error.message)
            yield Page(path=str(path), skipped=skipped)
            continue
        shown = "\n".join(sentence.plain for sentence in document.sentences)
        yield Page(path=str(path), text=shown, language=document.language)


def match_pages(
    sources: Sequence[Page],
    targets: Sequence[Page],
    lexicons: Lexicons = NO_LEXICONS,
    least: float = LEAST,
) -> tuple[Found, ...]:
    """The pairs of files that translate each other, by the original's path."""
    left = [page for page in sources if page.text]
    right = [page for page in targets if page.text]
    if not left or not right:
        return ()
    languages = _commonest(left), _commonest(right)
    words = lexicons.find(*languages) or find_lexicon(*languages)
    links = mine([page.text for page in left], [page.text for page in right], words, least)
    return tuple(
        Found(source=left[link.source].path, target=right[link.target].path, margin=link.margin)
        for link in links
    )


def _commonest(pages: Sequence[Page]) -> str:
    counts = Counter(page.language for page in pages)
    return max(sorted(counts), key=lambda language: counts[language])
