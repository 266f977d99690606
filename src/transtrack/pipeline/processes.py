"""Work on several cores: the same results in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import Final, Protocol, TypeVar

from transtrack.errors import OutputError

_CHUNK: Final = 8  # items that a process is given at once

Item = TypeVar("Item")
Result = TypeVar("Result")


class Run(Protocol):
    """Does a piece of work for each of some items, and yields the results in order."""

    def __call__(
        self, work: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[Result]:
        """The results."""
        ...


def spread(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """What the work makes of each item, in order, by as many processes."""
    with open_processes(jobs) as run:
        yield from run(work, items)


@contextmanager
def open_processes(jobs: int) -> Iterator[Run]:
    """Processes that start with the first item and wait for more work until the end.

    OutputError where one of them is killed; what was written by then is written.
    """
    with ProcessPoolExecutor(jobs) as pool:
        try:
            yield partial(pool.map, chunksize=_CHUNK)
        except BrokenProcessPool:
            raise OutputError(
                "a process that was at work was killed, perhaps for want of memory",
                hint="run it again with fewer --jobs; what was written is complete",
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
