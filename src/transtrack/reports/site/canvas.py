"""The plane that plots are drawn on, as SVG without a style of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from transtrack.reports.site.links import show

WIDTH = 640
LEFT = 52
_RIGHT, _TOP, _BOTTOM = 16, 14, 28  # margins


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """Values, from least to most, to places in a picture of so many units in height."""

    across: tuple[float, float]
    up: tuple[float, float]
    height: int

    def x(self, value: float) -> float:
        """From the left edge, to a tenth."""
        low, high = self.across
        return round(LEFT + (value - low) / ((high - low) or 1) * (WIDTH - LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        """From the top edge, to a tenth."""
        low, high = self.up
        room = self.height - _TOP - _BOTTOM
        return round(self.height - _BOTTOM - (value - low) / ((high - low) or 1) * room, 1)

    def draw(self, name: str, told: tuple[str, str], inside: Iterable[str]) -> str:
        """The picture with its title and its description, for those who cannot see it."""
        title, description = map(show, told)
        return (
            f'<svg viewBox="0 0 {WIDTH} {self.height}" role="img" '
            f'aria-labelledby="{name}-title {name}-desc"><title id="{name}-title">{title}</title>'
            f'<desc id="{name}-desc">{description}</desc>{"".join(inside)}</svg>'
        )

    def grid(self, values: Iterable[float]) -> Iterator[str]:
        """Lines across, with their values at the left."""
        for value in values:
            y = self.y(value)
            yield f'<path class="grid" d="M{LEFT} {y}H{WIDTH - _RIGHT}"/>'
            yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" class="end">{value:g}</text>'

    def level(self, value: float) -> str:
        """A broken line across, for a limit."""
        return f'<path class="limit" d="M{LEFT} {self.y(value)}H{WIDTH - _RIGHT}"/>'

    def line(self, points: Iterable[tuple[float, float]]) -> str:
        """A line through some points, nothing where there is none."""
        path = "L".join(f"{self.x(x)} {self.y(y)}" for x, y in points)
        return f'<path class="line" d="M{path}"/>' if path else ""

    def dot(self, kind: str, place: tuple[float, float], hint: str) -> str:
        """A dot that says what it is under the mouse."""
        x, y = self.x(place[0]), self.y(place[1])
        title = f"<title>{show(hint)}</title>"
        return f'<circle class="{kind}" cx="{x}" cy="{y}" r="3.5">{title}</circle>'

    def foot(self, labels: Iterable[tuple[float, str]]) -> Iterator[str]:
        """Labels below."""
        for value, label in labels:
            x = self.x(value)
            kind = "start" if x <= LEFT else "end" if x >= WIDTH - _RIGHT else "mid"
            yield f'<text x="{x}" y="{self.height - 10}" class="{kind}">{show(label)}</text>'


def ticks(top: float, most: int = 4) -> list[float]:
    """Round values from 0 up, not above the top, at most so many steps.

    >>> ticks(130), ticks(3)
    ([0, 50, 100], [0, 1, 2, 3])
    """
    steps = (base * 10**power for power in count() for base in (1, 2, 5))
    step = next(step for step in steps if top / step <= most)
    return [step * k for k in range(int(top / step) + 1)]
