"""Checks between any two languages: false alarms on published translations, and faults found.

    python -m bench.pairs FOLDER de-fr uk-en [--checks number unit date] [--show]

FOLDER holds a file `xx.txt` a language, the same text line by line in each, as NTREX-128 has it.
Every line pair is a bead. Printed for each pair of languages: how many lines in 1,000 have a
finding of severity minor or above; the share that is found of lines into which a fault is put, a
digit changed in a number of two digits or more, a weekday or month exchanged for another; and the
findings by check. The faults are the same in every run. Lines that two people translated from a
third language differ where the texts do: what is found there need not be a false alarm.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import regex

from transtrack.checks import CHECKS, pair_of
from transtrack.checks.language import Language, find_language
from transtrack.model import Severity

Fault = Callable[[str, random.Random], str | None]

_NUMBER = regex.compile(r"(?<![\p{Nd}.,:])\p{Nd}{2,}(?!\p{Nd})")


def find(names: Sequence[str], source: str, target: str, tags: tuple[str, str]) -> list[str]:
    """The findings of these checks on two lines, as "check: message"."""
    pair = pair_of(source, target, tags)
    return [
        f"{check.name}: {remark.message}"
        for check in CHECKS
        if check.name in names and check.fits(pair)
        for remark in check.find(pair)
        if (remark.severity or check.severity) is not Severity.NEUTRAL
    ]


def change_digit(text: str, chance: random.Random) -> str | None:
    """The text with another digit in a number, None where it has none that is long enough."""
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return None
    match = chance.choice(numbers)
    at = chance.randrange(match.start(), match.end())
    others = [digit for digit in "123456789" if int(digit) != int(text[at])]
    return text[:at] + chance.choice(others) + text[at + 1 :]


def change_name(language: Language, lines: Sequence[str]) -> Fault:
    """A function that exchanges a day or month of a text for another that the lines have."""
    whole = "\n".join(lines)
    lists = []
    for names in (language.days, language.months):
        forms = sorted({(match.lastindex, match[0]) for match in names.finditer(whole)})
        lists.append((names, forms))

    def change(text: str, chance: random.Random) -> str | None:
        found = [
            (match, [form for number, form in forms if number != match.lastindex])
            for names, forms in lists
            for match in names.finditer(text)
        ]
        if not found:
            return None
        match, others = chance.choice(found)
        return text[: match.start()] + chance.choice(others) + text[match.end() :]

    return change


def measure(folder: Path, languages: str, names: Sequence[str], *, show: bool) -> None:
    """Prints the figures of one pair of languages."""
    one, _, other = languages.partition("-")
    tags = one, other
    texts = [(folder / f"{tag}.txt").read_text("utf-8").split("\n") for tag in tags]
    rows = [(a.strip(), b.strip()) for a, b in zip(*texts, strict=True) if a.strip() and b.strip()]
    faults: dict[str, Fault] = {}
    if "number" in names:
        faults["digit"] = change_digit
    if "date" in names:
        faults["day or month"] = change_name(find_language(other), texts[1])
    found = [find(names, *row, tags) for row in rows]
    counts = Counter(item.partition(":")[0] for items in found for item in items)
    for row, items in zip(rows, found, strict=True) if show else ():
        for item in items:
            print(f"  {item}\n    {row[0]}\n    {row[1]}")
    alarms = 1000 * sum(map(bool, found)) / len(rows)
    shares = "".join(
        f"  {kind} {share(tries)}"
        for kind, put in faults.items()
        for tries in [list(_try(rows, found, put, names, tags))]
    )
    told = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    print(f"{languages}  {alarms:.1f} in 1,000{shares}  {told}")


def share(tries: Sequence[bool]) -> str:
    """The share of faults found, and of how many."""
    return f"{sum(tries) / max(len(tries), 1):.3f} of {len(tries)}"


def _try(
    rows: Sequence[tuple[str, str]],
    found: Sequence[Sequence[str]],
    put: Fault,
    names: Sequence[str],
    tags: tuple[str, str],
) -> Iterator[bool]:
    """Whether each fault that is put into a line is found there, beside what was found before."""
    for number, ((source, target), before) in enumerate(zip(rows, found, strict=True)):
        faulty = put(target, random.Random(number))  # noqa: S311 - the same faults in every run
        if faulty is not None and faulty != target:
            yield bool(Counter(find(names, source, faulty, tags)) - Counter(before))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.pairs", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pairs", nargs="+")
    parser.add_argument("--checks", nargs="+", default=["number", "unit", "date"])
    parser.add_argument("--show", action="store_true", help="print what is found")
    options = parser.parse_args(arguments)
    for languages in options.pairs:
        measure(options.folder, languages, options.checks, show=options.show)


if __name__ == "__main__":
    main()
