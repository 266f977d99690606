"""Given names as French, Polish and scholarly schemes write them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from transtrack.names.index import fold
from transtrack.names.known import load_given
from transtrack.names.scheme_files import load_schemes

TARGETS: Final = ("fr", "pl", "sci")
FILE: Final = "respelled.tsv"

Given = tuple[str, str, str]  # group, language, original


def render_respelled() -> str:
    """The file that `load_respelled` reads, made of the given names and the schemes."""
    rows = {
        (fold(scheme.spell(entry.original.lower())), entry.group, entry.language, entry.original)
        for scheme in load_schemes().values()
        if scheme.target in TARGETS
        for entry in load_given()
        if entry.language == scheme.language
    }
    return "".join("\t".join(row) + "\n" for row in sorted(rows))


@lru_cache(maxsize=1)
def load_respelled() -> dict[str, frozenset[Given]]:
    """Given names by their folded forms in other orthographies than German and English."""
    text = (files("transtrack.names") / "data" / FILE).read_text(encoding="utf-8")
    found: dict[str, set[Given]] = {}
    for line in text.splitlines():
        form, group, language, original = line.split("\t")
        found.setdefault(form, set()).add((group, language, original))
    return {form: frozenset(items) for form, items in found.items()}
