"""Unit of a placement by the distances between its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from vqganodip.placement.parts import Unit

__all__ = ["likely_unit", "median_spacing"]

_SPACING_MM: Final = (0.35, 20.0)
"""Median distance of a part to its nearest neighbour on boards: 0201 chips in a row, to a few connectors."""

_EXTENT_MM: Final = 700.0
_FEWEST: Final = 5


def median_spacing(points: Sequence[tuple[float, float]]) -> float | None:
    """Median distance of a point to its nearest neighbour elsewhere; None for fewer than five points."""
    places = np.unique(np.asarray(points, np.float64).reshape(-1, 2), axis=0)
    if len(places) < _FEWEST:
        return None
    places = places[:2000]
    gaps = np.hypot(*(places[:, None, :] - places[None, :, :]).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    return float(np.median(gaps.min(axis=1)))


def likely_unit(points: Sequence[tuple[float, float]]) -> Unit | None:
    """The unit in which parts lie as far apart as on boards; None if there are too few, or no unit fits.

    Args:
        points: x and y of the parts as written in the file.
    """
    spacing = median_spacing(points)
    if spacing is None:
        return None
    extent = float(np.ptp(np.asarray(points, np.float64), axis=0).max())
    low, high = _SPACING_MM
    fits = [u for u in Unit if low <= spacing * u.mm <= high and extent * u.mm <= _EXTENT_MM]
    return fits[0] if fits else None
