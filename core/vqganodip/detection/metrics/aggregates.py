"""Aggregates: numbers that summarise a set of values (paper section 3.2), with their sentences for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["AGGREGATES", "AGGREGATE_SENTENCES", "aggregate"]

AGGREGATES: Final = ("sum", "max", "min", "mean", "q1", "median", "q3")
"""The seven aggregates of the paper."""

AGGREGATE_SENTENCES: Final[Mapping[str, str]] = {
    "sum": "All of them together.",
    "max": "The highest value alone.",
    "min": "The lowest value alone.",
    "mean": "On average.",
    "q1": "The value that a quarter stays below.",
    "median": "The middle value.",
    "q3": "The value that a quarter goes beyond.",
    "top5": "The five highest places.",
    "top20": "The twenty highest places.",
    "smooth": "The highest place, with its neighbours.",
    "smooth5": "The five highest places, with their neighbours.",
    "top100": "The hundred highest places.",
    "mass": "How many such places there are.",
}
"""One sentence for people per aggregate, those of the latents and of the segmentation network included."""


def aggregate(values: NDArray[np.floating]) -> dict[str, float]:
    """Sum, highest, lowest, mean and the three quartiles.

    Quartiles are interpolated linearly between neighbours (Hyndman & Fan 1996, type 7), sums are in float64.

    Args:
        values: Any shape, finite, at least one value.

    Returns:
        One number per name in :data:`AGGREGATES`, in that order.
    """
    flat = values.ravel()
    places = np.array([0.25, 0.5, 0.75]) * (flat.size - 1)
    low = np.floor(places).astype(np.int64)
    high = np.minimum(low + 1, flat.size - 1)
    ordered = np.partition(flat, sorted({*low.tolist(), *high.tolist()}))
    below, above = ordered[low].astype(np.float64), ordered[high].astype(np.float64)
    q1, median, q3 = (below + (above - below) * (places - low)).tolist()
    total = float(flat.sum(dtype=np.float64))
    return {
        "sum": total,
        "max": float(flat.max()),
        "min": float(flat.min()),
        "mean": total / flat.size,
        "q1": q1,
        "median": median,
        "q3": q3,
    }
