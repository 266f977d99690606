"""One call under a watch: what came of it, within a time and with a memory."""

from __future__ import annotations

import faulthandler
import resource
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from transtrack.errors import TranstrackError

LIMIT = 10  # seconds of the processor for a call: the machine may be busy with other things
_WALL = 6  # times as long by the clock
_ROOM = 6 << 30  # bytes of address space
_limits = [LIMIT]  # the last one counts
_CHARACTERS = 4000  # of a traceback that is kept


class HangError(BaseException):
    """A call that took longer than the limit; no `except Exception` catches it."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many inputs were tried, and what came of them; `kept` has one example of each fault."""

    counts: Counter[str] = field(default_factory=Counter)
    kept: dict[str, str] = field(default_factory=dict)

    def add(self, outcome: str, target: str, where: str = "", story: str = "") -> None:
        """Count an outcome; `where` tells faults apart, `story` is what to read of it."""
        self.counts[outcome] += 1
        self.counts[f"{target}\t{outcome}"] += 1
        if story:
            self.kept.setdefault(f"{outcome} of {target} at {where}", story[-_CHARACTERS:])

    def merge(self, other: Tally) -> None:
        """Add the counts of another process."""
        self.counts += other.counts
        self.kept = {**other.kept, **self.kept}


def start_watch(limit: int = LIMIT) -> None:
    """Nothing; from now on this process has so much memory, and hangs are noticed."""
    _limits.append(limit)
    resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
    signal.signal(signal.SIGPROF, _stop)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


@contextmanager
def limited() -> Iterator[None]:
    """A block that must end in time; one that hangs in C ends the process, with its stacks."""
    faulthandler.dump_traceback_later(_WALL * _limits[-1], exit=True)
    signal.setitimer(signal.ITIMER_PROF, _limits[-1])
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()


def call(run: Callable[[], object]) -> tuple[str, str, str]:
    """The outcome (read, refused, traceback, hang), where it was, and the story of it."""
    try:
        with limited():
            run()
    except TranstrackError as error:
        assert str(error).strip()  # noqa: PT017
        return "refused", "", ""
    except HangError:
        return "hang", _place(), traceback.format_exc()
    except BaseException as error:
        return "traceback", f"{type(error).__name__} {_place()}", traceback.format_exc()
    return "read", "", ""


def _place() -> str:
    """The last line of this program's own that was running."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    own = [f for f in frames if f"{Path('/')}transtrack{Path('/')}" in f.filename] or frames
    return f"{Path(own[-1].filename).name}:{own[-1].lineno}"
