"""Metrics of the highest pixels of a map."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.difference_map import highest_pixels
from vqganodip.types import FloatArray, Map

__all__ = ["top_values"]


def top_values(values: Map, count: int, ignore: NDArray[np.bool_] | None = None) -> FloatArray:
    """The highest pixel values of a map, highest first (paper section 3.2, second level).

    Args:
        values: float32 H×W.
        count: How many; a smaller map gives all it has.
        ignore: bool H×W, True where pixels do not count.

    Returns:
        float64, at most ``count``, at least one.
    """
    return values.ravel()[highest_pixels(values, count, ignore)].astype(np.float64)
