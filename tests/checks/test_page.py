"""docs/checks.md says of every check what the check says of itself."""

from __future__ import annotations

from pathlib import Path

from transtrack.checks import CHECKS
from transtrack.checks.language import LANGUAGES

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
HEAD = """# Checks

What `transtrack check` looks for. `transtrack check --explain CHECK` shows examples of what a
check flags and what it leaves alone. Severities and categories are MQM's (ISO 5060); a finding
may be less severe than its check where the evidence is weaker, and *neutral* ones are hints that
never fail a build.

Two files need no project: `transtrack check ORIGINAL TRANSLATION` checks the one against the
other, with every option, wherever both lie outside of a project's `corpora/`; the original may lie
inside, so that another translation of it can be checked: `transtrack check corpora/de/winter.txt
draft.en.txt`. Their languages are read off their names (`winter.de.txt`) or folders, else
recognised by their words, which is said, else given: `--source-language de --target-language en`.
Any other path inside of `corpora/` stands for its own article: two translations are two
translations, each checked against its original.

| check | severity | what it finds | category | languages |
|---|---|---|---|---|
"""


FOOT = """
\\* any of the languages that have a [file](languages.md): """


def tell(languages: tuple[str, ...]) -> str:
    """Languages as a cell has them."""
    if set(LANGUAGES) - {"en"} == set(languages):
        return "any\\* but en"
    return "any\\*" if languages == LANGUAGES else ", ".join(languages) or "any"


def table() -> str:
    """The page as it should be; write it with `python -m tests.checks.test_page`."""
    rows = [
        f"| `{check.name}` | {check.severity} | {check.help} | {check.category} "
        f"| {tell(check.source)} to {tell(check.target)}"
        f"{', parts of sentences ' + ' to '.join(check.parts) if check.parts else ''} |\n"
        for check in CHECKS
    ]
    return HEAD + "".join(rows) + FOOT + ", ".join(LANGUAGES) + ".\n"


def test_the_page_lists_every_check() -> None:
    assert PAGE.read_text(encoding="utf-8") == table()


if __name__ == "__main__":
    PAGE.write_text(table(), encoding="utf-8")
