"""What a renderer of findings is given beside the findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transtrack.model import Finding, Report, Severity, Skipped
from transtrack.reports.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check as reports name it: `severity` is what its findings have unless they say other."""

    name: str
    help: str
    category: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The reports on some articles by path, the rules they were checked by, and what is silent.

    `accepted` counts findings that a comment or a baseline accepts; `unmade` are the rules that
    know nothing of two languages, by these; `prefix` is where the project lies in its repository.
    """

    articles: tuple[tuple[str, Report], ...]
    rules: tuple[Rule, ...]
    accepted: int = 0
    unmade: tuple[tuple[tuple[str, str], tuple[str, ...]], ...] = ()
    prefix: str = ""

    def locate(self, path: str) -> str:
        """A path of the project as its repository's host knows it."""
        return path if path.startswith("/") else self.prefix + path

    @property
    def findings(self) -> list[Finding]:
        """The findings of all articles."""
        return [finding for _, report in self.articles for finding in report.findings]

    @property
    def skipped(self) -> list[Skipped]:
        """What could not be checked, of all articles."""
        return [item for _, report in self.articles for item in report.skipped]

    @property
    def used(self) -> Sequence[Rule]:
        """The rules that some finding names."""
        names = {finding.check for finding in self.findings}
        return [rule for rule in self.rules if rule.name in names]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsRenderer:
    """A renderer's name on the command line, what it is, and the findings as its string.

    `hosted`: its reader is a host of repositories, who knows paths from their root.
    """

    name: str
    help: str
    render: Callable[[Checked, Page], str]
    hosted: bool = False
