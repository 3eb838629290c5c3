"""Formatting of numbers and verdicts for the reports."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from vqganodip.number_format import grouped, rounded_down, threshold_text
from vqganodip.records import Region
from vqganodip.review.judgments import Judgment, JudgmentKind
from vqganodip.scoring.verdict import Thresholds

__all__ = [
    "JUDGMENT_WORDS",
    "area",
    "distance",
    "judged",
    "thresholds",
    "moment",
    "percent",
    "place",
    "score",
    "share",
    "threshold",
]

JUDGMENT_WORDS: Final = {
    JudgmentKind.OK: "OK",
    JudgmentKind.NG: "NG",
    JudgmentKind.DOUBTFUL: "Doubtful",
    JudgmentKind.FALSE_CALL: "False call",
}


def score(value: float, threshold: float = math.nan) -> str:
    """Score rounded down to three decimals, to more where it would equal the threshold, 0 or 1."""
    if not math.isfinite(value):
        return str(value)
    neighbours = [other for other in (0.0, threshold, 1.0) if other != value and math.isfinite(other)]
    for decimals in (3, 4, 6, 9):
        text = rounded_down(value, decimals)
        if all(text != rounded_down(other, decimals) for other in neighbours):
            return text
    return str(value)


def threshold(value: float, scores: Iterable[float] = ()) -> str:
    """A threshold rounded down, so that it flags exactly the same of these scores."""
    return threshold_text(value, max((one for one in scores if one < value), default=-math.inf))


def thresholds(thresholds: Thresholds, scores: Sequence[float] = ()) -> str:
    """``threshold 0.4120``, ``threshold 0.4120, in doubt up to 0.6000``."""
    until = thresholds.doubtful_until
    band = "" if until is None else f", in doubt up to {threshold(until, scores)}"
    return f"threshold {threshold(thresholds.flag_from, scores)}{band}"


def percent(rate: float) -> str:
    """``11.3 %``, ``0.42 %``, ``95 %``; values other than 0 and 100 are never rounded to them."""
    value = 100 * rate
    text = f"{value:.2f}" if value < 1 or value > 99 else f"{value:.1f}"
    return f"{text.rstrip('0').rstrip('.')} %"


def share(part: int, whole: int, rate: float | None) -> str:
    """``1 of 8 (12.5 %)``; without a rate if the total is 0."""
    return f"{grouped(part)} of {grouped(whole)}" + ("" if rate is None else f" ({percent(rate)})")


def moment(value: datetime) -> str:
    """``2026-03-02 06:30 UTC``."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def judged(judgment: Judgment | None) -> str:
    """``NG (Short), M. L.``; empty if unjudged."""
    if judgment is None:
        return ""
    code = f" ({judgment.defect_code})" if judgment.defect_code else ""
    return f"{JUDGMENT_WORDS.get(judgment.kind, judgment.kind.value)}{code}, {judgment.operator}"


def distance(value: float) -> str:
    """Fréchet distance with three significant figures."""
    return grouped(value) if value >= 100 else f"{value:.3g}"


def area(region: Region, mm_per_px: float | None) -> str:
    """Width, height and area of a region, in millimetres if the scale is known."""
    box = region.box
    if mm_per_px is None:
        return f"{box.width} × {box.height} px"
    width, height = box.width * mm_per_px, box.height * mm_per_px
    return f"{width:.1f} × {height:.1f} mm"


def place(region: Region, mm_per_px: float | None) -> str:
    """Centre of a region."""
    x, y = (region.box.x0 + region.box.x1) / 2, (region.box.y0 + region.box.y1) / 2
    text = f"x {x:.0f}, y {y:.0f} px"
    return text if mm_per_px is None else f"{text} ({x * mm_per_px:.1f}, {y * mm_per_px:.1f} mm)"
