"""Histogram of scores as inline SVG: stacked bars and the threshold as a line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from vqganodip.number_format import grouped
from vqganodip.reports import wording
from vqganodip.reports.curves import density
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.scoring.verdict import Thresholds

__all__ = ["BINS", "Series", "bin_counts", "histogram", "legend"]

BINS: Final = 40
_WIDTH: Final = 760.0
_HEIGHT: Final = 230.0
_LEFT: Final = 46.0
_RIGHT: Final = 14.0
_TOP: Final = 26.0
_BOTTOM: Final = 42.0
_SMALLEST_BAR: Final = 2.5
"""Least height of a bar in pixels, so that a single board stays visible."""


@dataclass(frozen=True, slots=True)
class Series:
    """Scores of one kind, with their name and style.

    Attributes:
        name: For the legend and the titles of the bars.
        style: ``calm`` (plain) or ``alarm`` (hatched).
        scores: In [0, 1].
    """

    name: str
    style: str
    scores: tuple[float, ...]


def bin_counts(scores: Sequence[float]) -> list[int]:
    """Number of scores in each of BINS equal parts of [0, 1]; the last one includes 1."""
    counts = [0] * BINS
    for value in scores:
        counts[min(max(int(value * BINS), 0), BINS - 1)] += 1
    return counts


def histogram(
    series: Sequence[Series],
    thresholds: Thresholds,
    *,
    title: str,
    name: str,
    unit: str,
    known: Sequence[float],
    curves: bool = False,
) -> Markup:
    """Draw the histogram.

    Args:
        series: From the bottom of the stack upwards.
        thresholds: The threshold, drawn if it lies in [0, 1], and the doubtful band above it, if there is one.
        title: Alternative text.
        name: Prefix of identifiers, unique on the page.
        unit: Counted unit, in the plural.
        known: Scores that the text of a threshold must not mix up.
        curves: With density curves, scaled to the bars.
    """
    stacks = [bin_counts(one.scores) for one in series]
    highest = max((sum(column) for column in zip(*stacks, strict=True)), default=0)
    step = _tick_step(highest)
    top = max(step * math.ceil(highest / step), step)
    # hatching stays readable without colour
    hatching = tag(
        "pattern",
        tag("rect", width=6, height=6, class_="alarm-ground"),
        tag("path", d="M0 6L6 0M-1 1L1 -1M5 7L7 5", class_="alarm-lines"),
        id=f"{name}-hatch", patternUnits="userSpaceOnUse", width=6, height=6,
    )  # fmt: skip
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("defs", hatching),
        _band(thresholds, known),
        _axes(top, step, unit),
        *_bars(series, stacks, top, f"url(#{name}-hatch)"),
        *(_curve(one, top) for one in series if curves and one.scores),
        _threshold(thresholds, known),
        class_="histogram", viewBox=f"0 0 {_WIDTH:g} {_HEIGHT:g}", role="img", aria_labelledby=f"{name}-title",
    )  # fmt: skip


def legend(series: Sequence[Series], name: str) -> Markup:
    """Legend with names and counts of the series, for the histogram ``name`` on the same page."""
    entries = []
    for one in series:
        fill = f"url(#{name}-hatch)" if one.style == "alarm" else None
        swatch = tag(
            "svg",
            tag("rect", x=0.5, y=0.5, width=15, height=11, class_=f"bar {one.style}", fill=fill),
            class_="swatch", viewBox="0 0 16 12", aria_hidden="true",
        )  # fmt: skip
        entries.append(tag("li", swatch, f" {one.name} ({grouped(len(one.scores))})"))
    return tag("ul", *entries, class_="legend")


def _x(score: float) -> float:
    return _LEFT + score * (_WIDTH - _LEFT - _RIGHT)


def _y(number: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - number / top * (_HEIGHT - _TOP - _BOTTOM)


def _tick_step(highest: int) -> int:
    """Step of the axis: 1, 2 or 5 times a power of ten, with at most five steps."""
    step = 1
    while highest > 5 * step:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step


def _axes(top: int, step: int, unit: str) -> Markup:
    parts = []
    for number in range(0, top + 1, step):
        y = _y(number, top)
        parts.append(tag("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, class_="axis" if number == 0 else "grid"))
        parts.append(tag("text", grouped(number), x=_LEFT - 6, y=y + 4, class_="end"))
    for tenth in range(0, 11, 2):
        x = _x(tenth / 10)
        parts.append(tag("line", x1=x, x2=x, y1=_y(0, 1), y2=_y(0, 1) + 5, class_="axis"))
        parts.append(tag("text", f"{tenth / 10:g}", x=x, y=_HEIGHT - _BOTTOM + 18, class_="middle"))
    parts.append(tag("text", "composite score: higher is more defective", x=_x(0.5), y=_HEIGHT - 6, class_="middle"))
    parts.append(tag("text", unit, x=4, y=14))
    return tag("g", *parts, class_="scale")


def _bars(series: Sequence[Series], stacks: Sequence[Sequence[int]], top: int, hatch: str) -> list[Markup]:
    width = (_WIDTH - _LEFT - _RIGHT) / BINS
    bars = []
    for place in range(BINS):
        foot = _y(0, top)
        for one, counts in zip(series, stacks, strict=True):
            number = counts[place]
            if number == 0:
                continue
            height = max(_y(0, top) - _y(number, top), _SMALLEST_BAR)
            foot -= height
            said = f"{grouped(number)} {one.name}, score {place / BINS:g} to {(place + 1) / BINS:g}"
            bars.append(
                tag(
                    "rect",
                    tag("title", said),
                    x=_x(place / BINS) + 1, y=foot, width=width - 2, height=height, class_=f"bar {one.style}",
                    fill=hatch if one.style == "alarm" else None,
                )
            )  # fmt: skip
    return bars


def _curve(one: Series, top: int) -> Markup:
    """Density of the scores, in images per bar."""
    grid, values = density(one.scores)
    heights = [min(float(v) * len(one.scores) / BINS, top) for v in values]
    points = " ".join(f"{_x(float(x)):.1f},{_y(h, top):.1f}" for x, h in zip(grid, heights, strict=True))
    return tag("polyline", points=points, class_=f"density {one.style}")


def _band(thresholds: Thresholds, known: Sequence[float]) -> Markup:
    """Background of the doubtful band."""
    until = thresholds.doubtful_until
    if until is None or not 0 <= thresholds.flag_from <= 1:
        return joined()
    left, right = _x(thresholds.flag_from), _x(min(until, 1.0))
    low, high = wording.threshold(thresholds.flag_from, known), wording.threshold(until, known)
    said = f"doubtful band, scores {low} to {high}: a person decides"
    ground = tag("rect", tag("title", said), x=left, y=_TOP, width=right - left, height=_HEIGHT - _TOP - _BOTTOM)
    end = tag("line", x1=right, x2=right, y1=_TOP - 2, y2=_HEIGHT - _BOTTOM)
    return tag("g", ground, end, class_="band")


def _threshold(thresholds: Thresholds, known: Sequence[float]) -> Markup:
    if not 0 <= thresholds.flag_from <= 1:
        return joined()
    x = _x(thresholds.flag_from)
    right = thresholds.flag_from < (0.7 if thresholds.doubtful_until is None else 0.5)
    words = [f"threshold {wording.threshold(thresholds.flag_from, known)}", "flagged from here"]
    if thresholds.doubtful_until is not None:
        words[1] += f", in doubt up to {wording.threshold(thresholds.doubtful_until, known)}"
    return tag(
        "g",
        tag("line", x1=x, x2=x, y1=_TOP - 12, y2=_HEIGHT - _BOTTOM),
        tag(
            "text",
            ": ".join(words if right else words[::-1]),
            x=x + (6 if right else -6), y=_TOP - 6, class_="" if right else "end",
        ),
        class_="threshold",
    )  # fmt: skip
