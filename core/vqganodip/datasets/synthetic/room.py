"""Room on a board that is being laid out: what is taken, and where the nearest free rectangle is."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.layout import Rect

__all__ = ["Room"]

_CELL: Final = 0.25


class Room:
    """The free area of a board.

    Args:
        field_mm: Side of the camera's field in millimetres.
        inside: Where parts may be, in millimetres of the field.
    """

    def __init__(self, field_mm: float, inside: Rect) -> None:
        cells = math.ceil(field_mm / _CELL)
        self._taken: NDArray[np.bool_] = np.ones((cells, cells), np.bool_)
        x0, y0, x1, y1 = inside
        self._taken[math.ceil(y0 / _CELL) : int(y1 / _CELL), math.ceil(x0 / _CELL) : int(x1 / _CELL)] = False
        self._sums: NDArray[np.int32] | None = None

    def take(self, rect: Rect) -> None:
        """Mark a rectangle as taken."""
        x0, y0, x1, y1 = rect
        rows = slice(max(0, math.floor(y0 / _CELL)), math.ceil(y1 / _CELL))
        self._taken[rows, max(0, math.floor(x0 / _CELL)) : math.ceil(x1 / _CELL)] = True
        self._sums = None

    def find(self, width: float, height: float, near: tuple[float, float]) -> Rect | None:
        """Find the free rectangle of that size whose centre is nearest to a point; None if there is no room."""
        if self._sums is None:
            cells = self._taken.shape[0]
            self._sums = np.zeros((cells + 1, cells + 1), np.int32)
            self._taken.astype(np.int32).cumsum(axis=0).cumsum(axis=1, out=self._sums[1:, 1:])
        w, h, sums = math.ceil(width / _CELL), math.ceil(height / _CELL), self._sums
        if min(w, h) < 1 or max(w, h) >= sums.shape[0]:
            return None
        rows, columns = np.nonzero(sums[h:, w:] - sums[:-h, w:] - sums[h:, :-w] + sums[:-h, :-w] == 0)
        if not rows.size:
            return None
        dx = columns + (w / 2 - near[0] / _CELL)
        dy = rows + (h / 2 - near[1] / _CELL)
        best = int(np.argmin(dx * dx + dy * dy))
        x, y = float(columns[best]) * _CELL, float(rows[best]) * _CELL
        return x, y, x + width, y + height
