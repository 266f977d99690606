"""Work on several cores: the same results in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from transtrack.errors import OutputError

_CHUNK: Final = 8  # items that a process is given at once

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """What the work makes of each item, in order, by as many processes of their own."""
    with ProcessPoolExecutor(jobs) as pool:
        yield from share(pool, work, items)


def share(
    pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Iterable[Item]
) -> Iterator[Result]:
    """What the work makes of each item, in order, by the processes of a pool.

    OutputError where one of them is killed; what was written by then is written.
    """
    try:
        yield from pool.map(work, items, chunksize=_CHUNK)
    except BrokenProcessPool:
        raise OutputError(
            "a process that was at work was killed, perhaps for want of memory",
            hint="run it again with fewer --jobs; what was written is complete",
        ) from None
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
