"""German words that un- turns, and the English words that say what un- denies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.halves import NOT
from transtrack.checks.pair import Pair

_TURNED: Final = {
    "abhängig": "dependent",
    "angemessen": "appropriate|adequate",
    "angenehm": "pleasant",
    "begründet": "founded|justified",
    "bekannt": "known",
    "beliebt": "popular",
    "berechtigt": "justified|entitled",
    "beschädigt": "damaged",
    "besiegt": "defeated|beaten",
    "bestätigt": "confirmed",
    "bewaffnet": "armed",
    "bezahlt": "paid",
    "denkbar": "conceivable|imaginable",
    "ehrlich": "honest",
    "erfahren": "experienced",
    "erlaubt": "allowed|permitted|legal",
    "fähig": "able|capable",
    "fair": "fair",
    "freundlich": "friendly",
    "freiwillig": "voluntary|voluntarily",
    "gefährlich": "dangerous|harmful",
    "geklärt": "clarified|resolved|clear",
    "gelöst": "solved|resolved",
    "gerecht": "fair",
    "gesund": "healthy",
    "gewöhnlich": "usual|common|ordinary",
    "glaubwürdig": "credible",
    "glücklich": "happy|lucky|fortunate",
    "gültig": "valid",
    "klar": "clear",
    "möglich": "possible",
    "nötig": "necessary",
    "notwendig": "necessary",
    "problematisch": "problematic",
    "realistisch": "realistic",
    "rechtmäßig": "lawful|legal",
    "schädlich": "harmful",
    "schuldig": "guilty",
    "sicher": "safe|secure",
    "sichtbar": "visible",
    "umstritten": "disputed|controversial",
    "verletzt": "injured|hurt",
    "vernünftig": "reasonable",
    "verständlich": "understandable|comprehensible",
    "vollständig": "complete",
    "wahr": "true",
    "wahrscheinlich": "likely|probable",
    "weit": "far",
    "wichtig": "important",
    "wirksam": "effective",
    "zufrieden": "satisfied|happy",
    "zulässig": "permissible|permitted|allowed|admissible",
    "zuverlässig": "reliable",
}
_UN: Final = regex.compile(rf"\bun({'|'.join(_TURNED)})(?:e[nmrs]?)?\b", regex.IGNORECASE)
_DENIED: Final = regex.compile(
    r"\b(?:no|not|never|nor|neither|none|without|hardly|barely|scarcely|far from|less|least"
    r"|lack\w*|little|few|question\w*|whether|if|doubt\w*|yet|remain\w*|difficult|hard|too"
    r"|anything but|cannot|nothing|nobody|dis\p{L}+|im\p{L}+|in\p{L}{5,}|il\p{L}+|ir\p{L}+|fail\w*"
    r"|rather|instead|un\p{L}{3,}|non\w*)\b|n['’´`]t\b",
    regex.IGNORECASE,
)
_BEFORE, _AFTER = 60, 15  # characters around a word in which English denies it
_FAR: Final = 40  # around a German one


def find_unturned(pair: Pair) -> Iterator[tuple[int, int, str]]:
    """Where the target says what the source denies by un-: clear for unklar."""
    source, target = pair.source.text, pair.target.text
    for told in _UN.finditer(source):
        stem = told[1].lower()
        if source.lower().count(stem) > 1 or NOT.search(
            source, max(told.start() - _FAR, 0), told.end() + _FAR
        ):
            continue
        found = list(regex.finditer(rf"\b(?:{_TURNED[stem]})\b", target, regex.IGNORECASE))
        if len(found) != 1:
            continue
        start, end = found[0].span()
        before, after = target[max(start - _BEFORE, 0) : start], target[end : end + _AFTER]
        if not _DENIED.search(before) and not _DENIED.search(after):
            yield start, end, told[0]
