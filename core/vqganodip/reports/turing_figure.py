"""Figure 9 of the paper with intervals: a bar per observer, the mean of the group, and the 50 % line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vqganodip.reports.markup import Markup, tag
from vqganodip.statistics import Interval
from vqganodip.turing.analysis.results import StudyResults
from vqganodip.turing.analysis.wording import between, percent, points

__all__ = ["rate_bars", "tenths"]

_HEIGHT: Final = 320.0
_LEFT: Final = 52.0
_RIGHT: Final = 150.0
_TOP: Final = 22.0
_BOTTOM: Final = 46.0
_SLOT: Final = 74.0


def rate_bars(results: StudyResults) -> Markup:
    """Draw classification rates in percent with exact intervals, the mean of the group, the margin, and 50 %."""
    observers, panel, alpha = results.observers, results.group, results.study.alpha
    width = _LEFT + _RIGHT + _SLOT * (len(observers) + 1)
    right = width - _RIGHT
    margin = panel.margin
    parts = [
        tag("title", _title(results), id="rates-title"),
        tag(
            "rect",
            x=_LEFT, y=_y(0.5 + margin), width=right - _LEFT, height=_y(0.5 - margin) - _y(0.5 + margin),
            class_="margin-band",
        ),
        *_grid(right),
    ]  # fmt: skip
    for place, one in enumerate(observers):
        said = f"{one.participant}: {percent(one.accuracy)}, {100 * (1 - alpha):g} % interval {between(one.exact)}"
        mark = " ▲" if one.outlier else ""
        parts += _bar(place, one.accuracy, one.exact, f"{one.participant}{mark}", said, "calm")
    wide = panel.interval95
    said = f"Mean of the observers: {percent(panel.mean)}, interval {between(wide)}"
    parts += _bar(len(observers), panel.mean, wide, "Mean", said, "mean")
    parts += [
        tag("line", x1=_LEFT, x2=right, y1=_y(0.5), y2=_y(0.5)),
        tag("text", "50 %: guessing", x=right + 6, y=_y(0.5) + 4),
    ]
    band = f"margin ±{100 * margin:g} points"
    return tag(
        "svg",
        *parts[:-2],
        tag("g", *parts[-2:], class_="threshold"),
        tag("text", band, x=right + 6, y=_y(0.5 + margin) + 4),
        class_="histogram rates-figure", viewBox=f"0 0 {width:g} {_HEIGHT:g}", role="img",
        aria_labelledby="rates-title", style=f"max-width:{1.25 * width:.0f}px",
    )  # fmt: skip


def tenths(rates: Sequence[float | None]) -> Markup:
    """Draw the rate of all observers in each tenth of the session, as a line with points."""
    width = _LEFT + _RIGHT + 40.0 * len(rates)
    right = width - _RIGHT
    known = [(_LEFT + 40.0 * (place + 0.5), rate) for place, rate in enumerate(rates) if rate is not None]
    line = " ".join(f"{x:.1f},{_y(rate):.1f}" for x, rate in known)
    return tag(
        "svg",
        tag("title", "Rate by tenth of the session: " + ", ".join(percent(r, 0) for _, r in known), id="tenths-title"),
        *_grid(right),
        tag(
            "g",
            tag("line", x1=_LEFT, x2=right, y1=_y(0.5), y2=_y(0.5)),
            tag("text", "50 %: guessing", x=right + 6, y=_y(0.5) + 4),
            class_="threshold",
        ),
        tag("polyline", points=line, class_="density calm"),
        *(tag("circle", cx=x, cy=_y(rate), r=3.5, class_="point") for x, rate in known),
        *(tag("text", place + 1, x=_LEFT + 40.0 * (place + 0.5), y=_HEIGHT - _BOTTOM + 18, class_="middle")
          for place in range(len(rates))),
        tag("text", "tenth of the session", x=(_LEFT + right) / 2, y=_HEIGHT - 8, class_="middle"),
        class_="histogram", viewBox=f"0 0 {width:g} {_HEIGHT:g}", role="img", aria_labelledby="tenths-title",
        style=f"max-width:{1.25 * width:.0f}px",
    )  # fmt: skip


def _y(rate: float) -> float:
    return _HEIGHT - _BOTTOM - rate * (_HEIGHT - _TOP - _BOTTOM)


def _grid(right: float) -> list[Markup]:
    parts = []
    for tenth in range(0, 11, 2):
        y = _y(tenth / 10)
        parts.append(tag("line", x1=_LEFT, x2=right, y1=y, y2=y, class_="axis" if tenth == 0 else "grid"))
        parts.append(tag("text", f"{10 * tenth} %", x=_LEFT - 6, y=y + 4, class_="end"))
    return parts


def _bar(place: int, rate: float, interval: Interval | None, name: str, said: str, style: str) -> list[Markup]:
    x = _LEFT + _SLOT * (place + 0.5)
    half = 0.3 * _SLOT
    parts = [
        tag("rect", tag("title", said), x=x - half, y=_y(rate), width=2 * half, height=_y(0) - _y(rate),
            class_=f"bar rate {style}"),
    ]  # fmt: skip
    top = _y(rate)
    if interval is not None:
        low, high = max(interval.low, 0.0), min(interval.high, 1.0)
        top = _y(high)
        parts.append(
            tag(
                "path",
                d=f"M{x:g} {_y(low):.2f}V{top:.2f}M{x - 7:g} {_y(low):.2f}H{x + 7:g}M{x - 7:g} {top:.2f}H{x + 7:g}",
                class_="whisker",
            )
        )
    parts.append(tag("text", points(rate), x=x, y=top - 6, class_="middle value"))
    parts.append(tag("text", name, x=x, y=_HEIGHT - _BOTTOM + 18, class_="middle"))
    return parts


def _title(results: StudyResults) -> str:
    each = ", ".join(f"{one.participant} {percent(one.accuracy)}" for one in results.observers)
    return f"Classification rates: {each}; mean {percent(results.group.mean)}. Whiskers are intervals."
