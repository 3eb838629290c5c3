"""Curves as inline SVG: score densities for a histogram, and the ROC curve with operating points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from vqganodip.reports.markup import Markup, tag
from vqganodip.types import FloatArray

__all__ = ["RocPoint", "density", "roc_plot"]

_GRID: Final = 241
_NARROWEST: Final = 0.012
_SIDE: Final = 300.0
_LEFT: Final = 52.0
_BOTTOM: Final = 44.0
_TOP: Final = 28.0


@dataclass(frozen=True, slots=True)
class RocPoint:
    """A named point on the ROC curve, with rates in [0, 1]."""

    fpr: float
    tpr: float
    name: str


def density(scores: Sequence[float]) -> tuple[FloatArray, FloatArray]:
    """Gaussian kernel density of scores in [0, 1] on a grid of [0, 1], with Silverman's bandwidth (1986, eq. 3.31).

    Mass outside [0, 1] is reflected at the boundary, so that the area is 1.

    Returns:
        (grid, density), float64; the density is zero without scores.
    """
    grid = np.linspace(0.0, 1.0, _GRID)
    values = np.asarray(scores, np.float64)
    if not values.size:
        return grid, np.zeros_like(grid)
    low, high = np.percentile(values, (25, 75))
    scale = min(float(values.std()), float(high - low) / 1.34) or float(values.std())
    width = max(0.9 * scale * values.size ** (-1 / 5), _NARROWEST)
    mirrored = np.concatenate([values, -values, 2.0 - values])
    kernels = np.exp(-0.5 * ((grid[:, None] - mirrored) / width) ** 2)
    return grid, kernels.sum(axis=1) / (values.size * width * np.sqrt(2 * np.pi))


def _place(fpr: float, tpr: float) -> tuple[float, float]:
    return _LEFT + fpr * _SIDE, _TOP + (1.0 - tpr) * _SIDE


def roc_plot(fpr: FloatArray, tpr: FloatArray, points: Sequence[RocPoint], title: str) -> Markup:
    """Draw the ROC curve as steps, the diagonal, and named points.

    Args:
        fpr: float64 N in [0, 1], ascending.
        tpr: float64 N in [0, 1].
        points: Drawn as circles; the first one filled.
        title: Alternative text.
    """
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_place(a, b) for a, b in zip(fpr, tpr, strict=True)))
    parts = [tag("title", title, id="roc-title")]
    for tenth in range(0, 11, 2):
        x, _ = _place(tenth / 10, 0)
        _, y = _place(0, tenth / 10)
        parts.append(tag("line", x1=x, x2=x, y1=_TOP, y2=_TOP + _SIDE, class_="grid"))
        parts.append(tag("line", x1=_LEFT, x2=_LEFT + _SIDE, y1=y, y2=y, class_="grid"))
        parts.append(tag("text", f"{10 * tenth} %", x=x, y=_TOP + _SIDE + 18, class_="middle"))
        parts.append(tag("text", f"{10 * tenth} %", x=_LEFT - 6, y=y + 4, class_="end"))
    words = "normal images flagged"
    parts.append(tag("text", words, x=_LEFT + _SIDE / 2, y=_TOP + _SIDE + _BOTTOM - 8, class_="middle"))
    parts.append(tag("text", "defects flagged", x=4, y=14))
    (x1, y1), (x2, y2) = _place(0, 0), _place(1, 1)
    parts.append(tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="diagonal"))
    parts.append(tag("polyline", points=line, class_="roc"))
    for i, point in enumerate(points):
        x, y = _place(point.fpr, point.tpr)
        parts.append(tag("circle", tag("title", point.name), cx=x, cy=y, r=5, class_="point" if i else "point chosen"))
    size = f"0 0 {_LEFT + _SIDE + 28:g} {_TOP + _SIDE + _BOTTOM:g}"
    return tag("svg", *parts, class_="histogram roc-plot", viewBox=size, role="img", aria_labelledby="roc-title")
