"""The articles of two to four files, or of folders, that are to be scored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transtrack.errors import InputError, UsageError
from transtrack.pipeline.quality import Article
from transtrack.text import is_there
from transtrack.track import find_texts


def find_articles(paths: Sequence[str | None]) -> list[Article]:
    """The articles of some files, or of folders, where the same stem makes an article.

    `paths` are source, hypothesis, and, or None, reference and baseline.
    """
    given = [path for path in paths if path is not None]
    folders = [is_there(path) and Path(path).is_dir() for path in given]
    if not any(folders):
        source, hypothesis, reference, baseline = paths
        name = Path(str(hypothesis)).stem
        files = {"reference": reference, "baseline": baseline}
        return [Article(name=name, source=str(source), hypothesis=str(hypothesis), **files)]
    if not all(folders):
        hint = "name files only, or folders only"
        raise UsageError("files and folders do not go together", hint=hint)
    tables = [None if path is None else _stems(Path(path)) for path in paths]
    found = []
    for stem in sorted(set().union(*(table for table in tables[1:] if table))):
        columns = [None if table is None else table.get(stem, "") for table in tables]
        found.append(
            Article(
                name=stem,
                source=columns[0] or "",
                hypothesis=columns[1] or "",
                reference=columns[2],
                baseline=columns[3],
            )
        )
    if not found:
        raise InputError("no articles in these folders", path=given[0])
    return found


def _stems(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in find_texts(folder):
        stem = path.relative_to(folder).with_suffix("").as_posix()
        if stem in found:
            message = f"{found[stem]} and {path} are both this article"
            raise InputError(message, path=str(folder / stem), hint="keep one of them")
        found[stem] = str(path)
    return found
