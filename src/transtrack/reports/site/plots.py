"""The plots of an article and of a corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

from transtrack.model import DOUBTFUL, Bitext
from transtrack.reports.site.canvas import LEFT, WIDTH, Canvas, ticks

_VARIANCE: Final = 6.8  # of the target's characters, for one of the source (Gale, Church 1993)
_OUTLIER: Final = 3.0  # standard deviations
_LABELLED: Final = 8  # outliers with their number beside

Lengths = Sequence[tuple[int, int, int]]


def draw_spread(name: str, spread: Sequence[int], what: str, height: int) -> str:
    """The distribution of scores: a bar for every class."""
    size = 100 / len(spread)
    canvas = Canvas(across=(0, 100), up=(0, max(spread) or 1), height=height)
    classes = [(k * size, (k + 1) * size, count) for k, count in enumerate(spread) if count]
    below = sum(spread[: len(spread) // 2])
    told = f"{sum(spread)} {what}, {below} of them below 50. " + ", ".join(
        f"{low:g} to {high:g}: {count}" for low, high, count in classes
    )

    def inside() -> Iterator[str]:
        yield from canvas.grid(ticks(max(spread)))
        for low, high, count in classes:
            x, y = canvas.x(low) + 1, canvas.y(count)
            yield (
                f'<rect class="bar" x="{x:.1f}" y="{y}" width="{canvas.x(high) - x - 1:.1f}" '
                f'height="{canvas.y(0) - y:.1f}"><title>{low:g}–{high:g}: {count}</title></rect>'
            )
        yield from canvas.foot((value, str(value)) for value in range(0, 101, 20))

    return canvas.draw(name, (f"Scores of {what}", told), inside())


def draw_confidence(name: str, bitext: Bitext, height: int) -> str:
    """How sure each bead is, in the order of the text; those to look at as dots."""
    values = [bead.confidence for bead in bitext.beads]
    doubtful = [(k, bead.confidence) for k, bead in enumerate(bitext.beads, 1) if bead.doubtful]
    canvas = Canvas(across=(1, max(len(values), 2)), up=(0, 1), height=height)
    told = f"{len(values)} beads, {len(doubtful)} to look at, less sure than {DOUBTFUL:g}. "
    told += ", ".join(f"{k}: {value:.2f}" for k, value in doubtful)

    def inside() -> Iterator[str]:
        yield from canvas.grid((0, 0.5, 1))
        yield canvas.level(DOUBTFUL)
        yield canvas.line(enumerate(values, 1))
        for k, value in doubtful:
            yield canvas.dot("odd", (k, value), f"{k}: {value:.2f}")
        middle = (len(values) + 1) // 2
        yield from canvas.foot((k, str(k)) for k in sorted({1, middle, len(values)}))

    return canvas.draw(name, ("Confidence along the article", told), inside())


def measure_lengths(bitext: Bitext) -> Lengths:
    """Number, characters of the original and of the translation, of each bead with both."""
    sizes = [
        [len(sentence.plain) for sentence in document.sentences]
        for document in (bitext.source, bitext.target)
    ]
    return [
        (number, sum(sizes[0][k] for k in bead.source), sum(sizes[1][k] for k in bead.target))
        for number, bead in enumerate(bitext.beads, 1)
        if bead.source and bead.target
    ]


def find_outliers(lengths: Lengths) -> list[int]:
    """The beads of unusual lengths, the oddest first: 3 standard deviations from the ratio.

    The deviation is that of Gale and Church (1993), the ratio that of the whole article.
    """
    ratio = _ratio(lengths)
    odd = [(abs(b - a * ratio) / sqrt((a or 1) * _VARIANCE), k) for k, a, b in lengths]
    return [k for value, k in sorted(odd, reverse=True) if value > _OUTLIER]


def _ratio(lengths: Lengths) -> float:
    return sum(b for *_, b in lengths) / (sum(a for _, a, _ in lengths) or 1)


def draw_lengths(name: str, lengths: Lengths, height: int) -> str:
    """The lengths of both sides against each other; unusual ones labelled."""
    odd = set(find_outliers(lengths)[:_LABELLED])
    most = max((max(a, b) for _, a, b in lengths), default=1)
    ratio = _ratio(lengths)
    canvas = Canvas(across=(0, most), up=(0, most), height=height)
    told = (
        f"{len(lengths)} beads; the translation has {ratio:.2f} characters for one of the "
        f"original. Unusual: {', '.join(map(str, sorted(odd))) or 'none'}"
    )

    def inside() -> Iterator[str]:
        yield from canvas.grid(ticks(most))
        reach = min(most, most / (ratio or 1))
        yield canvas.line(((0, 0), (reach, reach * ratio)))
        for k, a, b in sorted(lengths, key=lambda item: item[0] in odd):
            yield canvas.dot("odd" if k in odd else "usual", (a, b), f"{k}: {a} and {b}")
            if k in odd:
                x, y = canvas.x(a), canvas.y(b) + 4
                late = x > WIDTH - LEFT
                kind, x = ("label end", x - 7) if late else ("label", x + 7)
                yield f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}">{k}</text>'
        yield from canvas.foot((value, f"{value:g}") for value in ticks(most))

    return canvas.draw(name, ("Lengths of the original and its translation", told), inside())


def draw_course(
    name: str,
    title: str,
    course: tuple[Sequence[str], Sequence[float | None]],
    top: float,
    height: int,
) -> str:
    """A figure over the commits, labels and values, from 0 to the top; none is left out."""
    labels, values = course
    known = [(k, value) for k, value in enumerate(values) if value is not None]
    canvas = Canvas(across=(0, max(len(values) - 1, 1)), up=(0, top), height=height)
    told = "; ".join(f"{labels[k]}: {value:.4g}" for k, value in known)

    def inside() -> Iterator[str]:
        yield from canvas.grid(ticks(top, 2))
        yield canvas.line(known)
        for k, value in known:
            yield canvas.dot("node", (k, value), f"{labels[k]}: {value:.4g}")
        yield from canvas.foot((k, labels[k]) for k in sorted({0, len(values) - 1}))

    return canvas.draw(name, (title, told), inside())
