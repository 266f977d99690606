"""How much a string of letters looks like a name of some language: character n-grams."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import Final

START, END = "^", "$"
ORDER: Final = 5  # letters of an n-gram, the foretold one included
_FIRST: Final = 33  # the code point that stands for probability 1
STEPS: Final = 8  # codes a nat
CODES: Final = {chr(_FIRST + k): -k / STEPS for k in range(127 - _FIRST)}
LINE: Final = re.compile(r"^([^\t\n]*)\t(.*)$", re.MULTILINE)
UNSEEN: Final = -9.0  # nats; a letter that the language's names do not have


class CharModel:
    """Names of one language, lower-cased, as an n-gram model with back-off.

    Witten and Bell's interpolation (1991), stored by context: the log probabilities of the
    letters seen after it and what falling back to the shorter context costs. Lines are parsed
    when first asked for.
    """

    def __init__(self, text: str) -> None:
        self._lines = dict(LINE.findall(text))
        self._seen: dict[str, dict[str, float]] = {}
        self._costs: dict[str, dict[str, float]] = {}
        self._reach = max(map(len, self._lines), default=0)  # letters that it looks back

    def costs_after(self, prefix: str) -> dict[str, float]:
        """What `cost` has found for graphemes after a prefix: look here first."""
        context = prefix[-self._reach :]
        found = self._costs.get(context)
        if found is None:
            found = self._costs[context] = {}
        return found

    def cost(self, prefix: str, grapheme: str) -> float:
        """-log p(grapheme | prefix) in nats, of one letter or several."""
        text, total = prefix, 0.0
        for letter in grapheme:
            total -= self.foretell(text, letter)
            text += letter
        self.costs_after(prefix)[grapheme] = total
        return total

    def after(self, context: str) -> dict[str, float]:
        """The log probabilities known of letters after a context of up to four letters.

        The dictionary grows as `foretell` is asked for more.
        """
        found = self._seen.get(context)
        if found is None:
            found = {}
            if line := self._lines.get(context):
                letters, codes = line[1:].split("\t")
                found = dict(zip(letters, map(CODES.__getitem__, codes), strict=True))
            self._seen[context] = found
        return found

    def foretell(self, context: str, letter: str) -> float:
        """Log p(letter | context) in nats; the context is cut to what the model looks at."""
        seen, lines = self._seen, self._lines
        first = context = context[-self._reach :]
        total = 0.0
        while True:
            row = seen.get(context)
            if row is None:
                row = self.after(context)
            known = row.get(letter)
            if known is not None:
                break
            if not context:
                known = UNSEEN
                break
            line = lines.get(context)
            if line:
                total += CODES[line[0]]
            context = context[1:]
        total += known
        if context is not first:
            seen[first][letter] = total
        return total


@lru_cache(maxsize=64)
def load_model(name: str) -> CharModel:
    """The model of a language's names in their own script."""
    path = files("transtrack.names") / "data" / "models" / f"{name}.tsv"
    return CharModel(path.read_text(encoding="utf-8"))


def render_model(names: dict[str, float], order: int = ORDER) -> str:
    """The model of weighted names in lower case, as `CharModel` reads it.

    N-grams of three letters and more that weigh less than two are left out.
    """
    counts: dict[str, dict[str, float]] = {}
    for name, weight in names.items():
        text = START + name + END
        for at in range(1, len(text)):
            for size in range(min(order, at + 1)):
                row = counts.setdefault(text[at - size : at], {})
                row[text[at]] = row.get(text[at], 0.0) + weight
    kept = {
        context: row
        for context, row in counts.items()
        if len(context) < 2 or sum(row.values()) >= 2  # noqa: PLR2004 - see above
    }
    alphabet = len(counts[""])
    probabilities: dict[str, dict[str, float]] = {}
    lines = []
    for context in sorted(kept, key=lambda key: (len(key), key)):
        row = kept[context]
        total, types = sum(row.values()), len(row)
        lower = probabilities.get(context[1:]) if context else None
        fallback = types / (total + types)
        found = {}
        for letter, count in row.items():
            below = lower[letter] if lower is not None else 1 / alphabet
            found[letter] = count / (total + types) + fallback * below
        probabilities[context] = found
        letters = "".join(sorted(found))
        codes = "".join(_code(found[letter]) for letter in letters)
        lines.append(f"{context}\t{_code(fallback)}{letters}\t{codes}\n")
    return "".join(lines)


def _code(probability: float) -> str:
    step = round(-log(probability) * STEPS)
    return chr(_FIRST + min(max(step, 0), 126 - _FIRST))
