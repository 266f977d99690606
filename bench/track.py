"""Tracking under random edits: what becomes of reviews when texts change.

    python -m bench.track CORPORA [--cases 10000] [--seed 1]

CORPORA holds de/ and en/. A case takes an article, reviews a random half of its beads, makes one
to five edits on either side (a word changed, a sentence added, dropped, moved, split, or two
merged) and brings the catalogue in step. Printed: reviewed entries lost; entries called fresh
whose source changed, by the catalogue and by the status before it is brought in step; the share
of reviewed entries with untouched sentences that keep bead and review; time.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from time import perf_counter

from transtrack.align import align
from transtrack.formats.po import Catalogue, Entry, join, parse_catalogue, render_catalogue
from transtrack.model import Bead, Bitext, Document, Origin
from transtrack.text import parse_document, read_document
from transtrack.track import update
from transtrack.track.differences import find_differences

MOST = 45  # sentences of an article that is used
LEAST = 3  # sentences that are left of a text
LONG = 7  # words of a sentence that is split
REVIEWED = 0.5  # of the entries
EDITS = ("change", "add", "drop", "move", "split", "merge")


@dataclass(slots=True)
class Text:
    """The sentences of a side while it is edited; `touched` are the old ones that changed."""

    sentences: list[str]
    touched: set[str]


def document(sentences: Sequence[str], language: str) -> Document:
    """A document with a sentence a line."""
    text = "\n".join(sentences) + "\n"
    return parse_document(
        text, path=f"corpora/{language}/a.txt", language=language, presegmented=True
    )


def run(source: Document, target: Document, reviewed: Sequence[Bead]) -> Bitext:
    """The bitext, as the program aligns it."""
    return align(source, target, reviewed=reviewed)


def edit(text: Text, what: str, others: Sequence[str], random: Random) -> None:
    """Make one edit of a kind; nothing where the text does not lend itself to it."""
    made = text.sentences
    at = random.randrange(len(made))
    old, words = made[at], made[at].split(" ")
    if what == "change":
        words[random.randrange(len(words))] = random.choice(random.choice(others).split(" "))
        made[at] = " ".join(words)
        if made[at] != old:
            text.touched.add(old)
    elif what == "add":
        made.insert(at, random.choice(others))
    elif what == "drop" and len(made) > LEAST:
        text.touched.add(made.pop(at))
    elif what == "move":
        made.insert(random.randrange(len(made)), made.pop(at))
    elif what == "split" and len(words) > LONG:
        half = len(words) // 2
        made[at : at + 1] = [" ".join(words[:half]) + ".", " ".join(words[half:]).capitalize()]
        text.touched.add(old)
    elif what == "merge" and at + 1 < len(made):
        text.touched.update(made[at : at + 2])
        made[at : at + 2] = [f"{made[at].rstrip('.')}, {made[at + 1]}"]


def review(catalogue: Catalogue, random: Random) -> Catalogue:
    """The catalogue with half of its entries reviewed."""
    entries = [
        replace(entry, origin=Origin.REVIEWED, confidence=1.0, fuzzy=False, doubtful=False)
        if random.random() < REVIEWED
        else entry
        for entry in catalogue.entries
    ]
    return replace(catalogue, entries=tuple(entries))


def keep(catalogue: Catalogue) -> Catalogue:
    """The catalogue as its file would be read."""
    return parse_catalogue(render_catalogue(catalogue), path="a.po")


def judge(
    old: Catalogue, new: Catalogue, texts: tuple[Text, Text], source: Document, found: Counter[str]
) -> None:
    """Count what became of the old entries."""
    active = [entry for entry in new.entries if not entry.obsolete]
    told = {item.before for item in find_differences(old.entries, source)}
    touched = [{join([s], "de") for s in text.touched} for text in texts]
    stands = {join([s], "de") for s in texts[0].sentences}
    for entry in old.entries:
        gone = entry.source and _touches(entry.source, touched[0] - stands)
        if entry.reviewed:
            found["reviewed"] += 1
            found["lost"] += not any(_holds(item, entry, touched[1]) for item in new.entries)
            if not gone and not _touches(entry.target, touched[1]):
                found["untouched"] += 1
                found["kept"] += any(
                    item.reviewed and (item.source, item.target) == (entry.source, entry.target)
                    for item in active
                )
        if gone and entry.target and not entry.fuzzy:
            found["changed"] += 1
            found["called fresh"] += any(
                item.source != entry.source
                and item.target == entry.target
                and not item.fuzzy
                and item.source
                for item in active
            )
            found["not told"] += entry.source not in told


def _touches(text: str, sentences: set[str]) -> bool:
    return any(sentence in text for sentence in sentences)


def _holds(new: Entry, old: Entry, touched: set[str]) -> bool:
    """Whether an entry still has what a person decided on."""
    if old.source:
        return old.source in new.source or old.source in new.previous
    return old.target in new.target or _touches(old.target, touched)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, edit, bring in step, count, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.track", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    random = Random(options.seed)  # noqa: S311 - not for secrets
    articles = []
    for path in sorted((options.corpora / "en").glob("*.*")):
        original = options.corpora / "de" / path.name
        if path.suffix != ".po" and original.exists():
            sides = [
                [s.plain for s in read_document(str(file)).sentences if s.plain.strip()]
                for file in (original, path)
            ]
            if max(map(len, sides)) <= MOST:
                articles.append(sides)
    others = [[s for article in articles for s in article[side]] for side in (0, 1)]
    found: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    starts = [
        keep(update(None, document(de, "de"), document(en, "en"), run)[1]) for de, en in articles
    ]
    began = perf_counter()
    for _ in range(options.cases):
        number = random.randrange(len(articles))
        texts = (Text(list(articles[number][0]), set()), Text(list(articles[number][1]), set()))
        old = keep(review(starts[number], random))
        for _ in range(random.randint(1, 5)):
            side, what = random.randrange(2), random.choice(EDITS)
            edit(texts[side], what, others[side], random)
            kinds[what] += 1
        source = document(texts[0].sentences, "de")
        target = document(texts[1].sentences, "en")
        new = keep(update(old, source, target, run)[1])
        judge(old, new, texts, source, found)
    seconds = perf_counter() - began
    print(f"{options.cases} cases, {dict(sorted(kinds.items()))}, {seconds:.0f} s")
    print(f"  reviewed entries {found['reviewed']}, lost {found['lost']}")
    print(
        f"  entries whose source changed {found['changed']}, "
        f"called fresh {found['called fresh']}, not told by the status {found['not told']}"
    )
    share = found["kept"] / max(found["untouched"], 1)
    print(f"  untouched {found['untouched']}, kept bead and review {share:.4f}")


if __name__ == "__main__":
    main()
