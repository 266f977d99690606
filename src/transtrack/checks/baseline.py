"""A baseline: findings that are known and stay silent, wherever their lines move."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from transtrack.errors import InputError
from transtrack.model import Finding
from transtrack.text import read_text, write_text

_FORMAT: Final = "transtrack baseline 1"

Baseline = Counter[tuple[str, str, str]]


def read_baseline(path: str) -> Baseline:
    """The findings in a baseline file, each as often as it is there; InputError if it is none."""
    try:
        data = json.loads(read_text(path)[0])
        if data["format"] != _FORMAT:
            raise ValueError(data["format"])
        return Counter(
            {
                (str(row["path"]), str(row["check"]), str(row["message"])): int(row["count"])
                for row in data["findings"]
            }
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        hint = "write one with: transtrack check --write-baseline --baseline FILE"
        raise InputError("not a baseline of transtrack's", path=path, hint=hint) from error


def write_baseline(path: str, findings: Iterable[Finding]) -> None:
    """Write the findings, sorted and without lines, so that git shows what is new."""
    counts = Counter(map(_key, findings))
    rows = [
        {"path": place, "check": check, "message": message, "count": count}
        for (place, check, message), count in sorted(counts.items())
    ]
    data = {"format": _FORMAT, "findings": rows}
    write_text(str(Path(path)), json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def subtract(findings: Sequence[Finding], known: Baseline) -> tuple[Finding, ...]:
    """The findings that a baseline has not, or not so often; `known` is used up by this."""
    new = []
    for finding in findings:
        key = _key(finding)
        if known[key] > 0:
            known[key] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.location.path, finding.check, finding.message
