"""Many articles: on several cores, or only those that have changed since the last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

from transtrack.align.encoders import Encoder, open_encoder
from transtrack.errors import UsageError
from transtrack.model import Skipped, Status
from transtrack.pipeline.align import align_pair
from transtrack.pipeline.lexicons import NO_LEXICONS, Lexicons
from transtrack.pipeline.processes import open_processes
from transtrack.reports.corpus import Row, make_row
from transtrack.reports.summary import Summary
from transtrack.track import Pair
from transtrack.track.stamps import Stamps, open_stamps, stamp_files

_WINDOW: Final = 1024  # articles that are under way at most
_PATIENCE: Final = 10  # seconds for a Dask scheduler to answer

Made = tuple[Row, str]  # with the stamp of the texts before they were read
Execute = Callable[[Callable[["Task"], Made], Iterable["Task"]], Iterator[Made]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One article to align: what a worker has to know."""

    pair: Pair
    root: Path
    lexicons: Lexicons = NO_LEXICONS
    encoder: str | None = None
    dry_run: bool = False


def align_batch(tasks: Sequence[Task], execute: Execute) -> Iterator[Row]:
    """The row of each article in the order given; what has not changed since is not read again.

    The tasks are of one project, with the same models.
    """
    if not tasks:
        return
    first = tasks[0]
    parts = (first.lexicons.signature, first.encoder or "")
    kept = nullcontext() if first.dry_run else open_stamps(first.root, "align", parts)
    with kept as stamps:
        rest = iter(tasks)
        while window := list(islice(rest, _WINDOW)):
            yield from _align_window(window, execute, stamps)


def _align_window(tasks: Sequence[Task], execute: Execute, stamps: Stamps | None) -> Iterator[Row]:
    rows = [_recall(stamps.find(_key(task), _files(task))) if stamps else None for task in tasks]
    new = [task for task, row in zip(tasks, rows, strict=True) if row is None]
    made = iter(execute(align_task, new) if new else ())
    for task, row in zip(tasks, rows, strict=True):
        found, read = (row, "") if row else next(made)
        if row is None and stamps and found.summary and not found.skipped:
            stamps.keep(_key(task), _files(task), asdict(found), read)
        yield found
    if stamps:
        stamps.save()


def _key(task: Task) -> str:
    pair = task.pair
    return "\0".join((pair.source, pair.source_language, str(pair.target), pair.target_language))


def _files(task: Task) -> tuple[str, ...]:
    pair = task.pair
    return (pair.source, pair.target, pair.catalogue) if pair.target else (pair.source,)


def _recall(kept: Any) -> Row | None:
    """The row that was kept, its catalogue not written this time."""
    if kept is None:
        return None
    return Row(
        name=kept["name"],
        status=Status(kept["status"]),
        summary=Summary(**kept["summary"]),
        notices=tuple(kept["notices"]),
    )


def align_task(task: Task) -> Made:
    """The row of one article, aligned here and now, and the stamp of its texts before that."""
    pair = task.pair
    read, _ = stamp_files(task.root, _files(task)[:2])
    name = f"{pair.target_language}/{pair.article}"
    encoder = _open(task.encoder) if task.encoder else None
    outcome = align_pair(pair, task.root, task.lexicons, encoder, dry_run=task.dry_run)
    return make_row(name, outcome.report, wrote=outcome.wrote), read


@lru_cache(maxsize=2)
def _open(encoder: str) -> Encoder:
    return open_encoder(encoder)


@contextmanager
def open_executor(jobs: int, scheduler: str | None = None) -> Iterator[Execute]:
    """What carries tasks out: this process, several others, or the workers of a Dask scheduler.

    The others start with the first task, and work until all windows are done. Raises UsageError
    where no scheduler answers.
    """
    if scheduler is not None:
        with _connect(scheduler) as client:
            yield partial(_distribute, client)
    elif jobs > 1:
        with open_processes(jobs) as run:
            yield run
    else:
        yield map


def _connect(scheduler: str) -> Any:  # it has no types
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        hint = "pip install 'transtrack[scale]'"
        raise UsageError(f"Dask is not installed: {error}", hint=hint) from error
    connect: Any = Client
    try:
        return connect(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        hint = "name one that runs, such as tcp://HOST:8786, or use --jobs"
        raise UsageError(f"no Dask scheduler answers at {scheduler}", hint=hint) from error


def _distribute(
    client: Any, work: Callable[[Task], Made], tasks: Iterable[Task]
) -> Iterator[Made]:
    """The rows, made by the workers of a Dask cluster that see the same files.

    A worker that dies has its tasks done by another: they may be done twice, and write the same.
    """
    for future in client.map(work, list(tasks), pure=False, retries=3):
        yield future.result()


def skip_orphans(skipped: Sequence[Skipped]) -> list[Row]:
    """The rows of files that belong to no pair."""
    return [Row(name=item.what, status=Status.UNKNOWN, skipped=(item,)) for item in skipped]
