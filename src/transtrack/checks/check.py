"""A check: what it is called, what it finds, and examples of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from transtrack.checks.pair import Pair
from transtrack.model import Bitext, Severity

_LONGEST: Final = 60  # characters of a text in a message

Examples = tuple[tuple[str, str], ...]
Survey = Callable[[Bitext, Sequence[Pair]], Iterator[tuple[int, "Remark"]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a check says of a bead: `target.text[start:end]` of it is meant.

    `fix` is what to write there instead, where that is safe; None where a person must decide.
    `severity` is set where it is not the check's own. `source`: the place is in the source text.
    """

    start: int
    end: int
    message: str
    suggestion: str = ""
    fix: str | None = None
    severity: Severity | None = None
    source: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look for in every bead.

    `category` is MQM's. `flagged` and `passing` are (source, target) pairs that it must find
    something in, and nothing. `source` and `target` are the languages that it knows, empty for
    any; `parts` the only two in which it sees parts of sentences, too, None where there are none.
    A check of the `whole` article finds nothing in a bead: its remarks, each with the number of
    its bead, come from `survey`, or its findings from another room.
    """

    name: str
    category: str
    severity: Severity
    help: str
    find: Callable[[Pair], Iterator[Remark]]
    flagged: Examples
    passing: Examples
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    parts: tuple[str, str] | None = None
    whole: bool = False
    survey: Survey | None = None

    def fits(self, pair: Pair) -> bool:
        """Whether the check knows the languages of a bead."""
        return self.knows(*pair.languages)

    def knows(self, source: str, target: str) -> bool:
        """Whether the check is for translations from one language to another, without region."""
        return (not self.source or source in self.source) and (
            not self.target or target in self.target
        )


def shorten(text: str) -> str:
    """A text as a message quotes it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def find_nothing(pair: Pair) -> Iterator[Remark]:  # noqa: ARG001 - as every check's
    """No remark: the check looks at whole articles."""
    return iter(())
