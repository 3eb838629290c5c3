"""Copper tracks of a product: nets from small parts to the nearest pins, routed in eight directions on a grid."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.layout import Product
from vqganodip.datasets.synthetic.product import product

__all__ = ["Routing", "Track", "routing"]

_GRID: Final = 0.4
_EFFORT: Final = 1500
_STEPS: Final = tuple((dx, dy, math.hypot(dx, dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)

Pad = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Track:
    """A copper track: corner points in millimetres of the field, and its width."""

    points: tuple[tuple[float, float], ...]
    width: float


@dataclass(frozen=True, slots=True)
class Routing:
    """Tracks and via centres (millimetres of the field) of a product."""

    tracks: tuple[Track, ...]
    vias: tuple[tuple[float, float], ...]


def _pads(board: Product) -> list[list[Pad]]:
    """Return the pads of each part in the field: (x, y, half size x, half size y)."""
    result = []
    for part in board.parts:
        c, s = round(math.cos(math.radians(part.rotation))), round(math.sin(math.radians(part.rotation)))
        pads = []
        for u, v, hu, hv in (p for row in part.kind.rows for p in row.pads()):
            hx, hy = (hu, hv) if part.rotation % 180 == 0 else (hv, hu)
            pads.append((part.x + c * u - s * v, part.y + s * u + c * v, hx, hy))
        result.append(pads)
    return result


class _Grid:
    """Routing grid with its occupied cells and the path search."""

    def __init__(self, board: Product, pads: list[list[Pad]]) -> None:
        cells = int(board.field_mm / _GRID)
        self.occupied: NDArray[np.bool_] = np.ones((cells, cells), np.bool_, order="F")
        x0, y0, x1, y1 = (int(v / _GRID) for v in board.outline)
        self.occupied[y0 + 4 : y1 - 4, x0 + 4 : x1 - 4] = False
        for group in pads:
            for x, y, hx, hy in group:
                self._block(x - hx, y - hy, x + hx, y + hy)
        for x0f, y0f, x1f, y1f in board.bare:
            self._block(x0f, y0f, x1f, y1f)
        for x, y, r in (*board.holes, *((fx, fy, 1.6) for fx, fy in board.fiducials)):
            self._block(x - r - 0.6, y - r - 0.6, x + r + 0.6, y + r + 0.6)

    def _block(self, x0: float, y0: float, x1: float, y1: float) -> None:
        margin = 0.15
        rows = slice(int((y0 - margin) / _GRID), int((y1 + margin) / _GRID) + 1)
        self.occupied[rows, int((x0 - margin) / _GRID) : int((x1 + margin) / _GRID) + 1] = True

    def free(self, x: float, y: float, radius: float) -> bool:
        r = math.ceil(radius / _GRID)
        cx, cy = int(x / _GRID), int(y / _GRID)
        return not self.occupied[cy - r : cy + r + 1, cx - r : cx + r + 1].any()

    def route(self, start: Pad, goal: Pad) -> list[tuple[int, int]] | None:
        """Find the cells from one pad to another; None if there is no path within the allowed effort."""
        # a cell is one number, column by column: cells compare as their coordinates (x, y) do
        side = self.occupied.shape[0]
        occupied = self.occupied.copy()
        ends = [(int(p[0] / _GRID), int(p[1] / _GRID)) for p in (start, goal)]
        for (x, y), pad in zip(ends, (start, goal), strict=True):
            h, v = math.ceil(pad[2] / _GRID) + 1, math.ceil(pad[3] / _GRID) + 1
            occupied[y - v : y + v + 1, x - h : x + h + 1] = False
        came = _search(occupied.T.tobytes(), side, ends[0], ends[1])
        if came is None:
            return None
        cells = [ends[1][0] * side + ends[1][1]]
        while cells[-1] in came:
            cells.append(came[cells[-1]])
        path = [divmod(cell, side) for cell in cells]
        for x, y in path:
            self.occupied[y, x] = True
        return path


def _search(occupied: bytes, side: int, start: tuple[int, int], goal: tuple[int, int]) -> dict[int, int] | None:
    """Search the way from start to goal: for each cell that was reached, the cell before it; None without a way."""
    steps = [(index, dx * side + dy, dx, dy, length) for index, (dx, dy, length) in enumerate(_STEPS)]
    gx, gy = goal
    first, last = start[0] * side + start[1], gx * side + gy
    push, pop, unknown = heapq.heappush, heapq.heappop, 1e9
    queue = [(0.0, 0.0, first, -1)]
    best = {first: 0.0}
    known = best.get
    came: dict[int, int] = {}
    for _ in range(_EFFORT):
        if not queue:
            return None
        _, cost, cell, heading = pop(queue)
        if cell == last:
            return came
        x, y = divmod(cell, side)
        for index, offset, dx, dy, length in steps:
            near = cell + offset
            if occupied[near]:
                continue
            total = cost + length
            if heading != index and heading != -1:
                total += 0.7
            if total < known(near, unknown):
                best[near] = total
                came[near] = cell
                ax, ay = abs(x + dx - gx), abs(y + dy - gy)
                ahead = ax + 0.4142 * ay if ax > ay else ay + 0.4142 * ax
                push(queue, (total + 1.2 * ahead, total, near, index))
    return None


def _corners(cells: list[tuple[int, int]], start: Pad, goal: Pad) -> tuple[tuple[float, float], ...]:
    """Corner points of a path over cells, from pad centre to pad centre."""
    keep = [
        cells[i]
        for i in range(len(cells))
        if i in (0, len(cells) - 1)
        or (cells[i][0] - cells[i - 1][0], cells[i][1] - cells[i - 1][1])
        != (cells[i + 1][0] - cells[i][0], cells[i + 1][1] - cells[i][1])
    ]
    inner = [((x + 0.5) * _GRID, (y + 0.5) * _GRID) for x, y in keep]
    return ((goal[0], goal[1]), *inner[1:-1], (start[0], start[1]))


@lru_cache(maxsize=8)
def routing(name: str) -> Routing:
    """Route the tracks and vias of a product: the same for every board.

    Args:
        name: Name of the product.

    Raises:
        SettingsError: There is no such product.
    """
    board = product(name)
    rng = np.random.default_rng(sum(board.name.encode()))
    pads = _pads(board)
    grid = _Grid(board, pads)
    targets = [(p, pad) for p, group in enumerate(pads) if len(group) > 2 for pad in group]
    used: set[Pad] = set()
    tracks = []
    for index, group in enumerate(pads):
        for pad in group if len(group) <= 3 else ():
            near = sorted(
                ((t[0] - pad[0]) ** 2 + (t[1] - pad[1]) ** 2, t) for p, t in targets if p != index and t not in used
            )
            for _, target in near[:2]:
                cells = grid.route(pad, target)
                if cells is not None and len(cells) > 2:
                    used.add(target)
                    tracks.append(Track(_corners(cells, pad, target), 0.3 if len(group) < 3 else 0.45))
                    break
    return Routing(tuple(tracks), _vias(board, grid, rng))


def _vias(board: Product, grid: _Grid, rng: np.random.Generator) -> tuple[tuple[float, float], ...]:
    """Scatter vias where there is room."""
    x0, y0, x1, y1 = board.outline
    vias: list[tuple[float, float]] = []
    yards = [part.courtyard(0.2) for part in board.parts]
    for _ in range(900):
        x, y = (float(v) for v in rng.uniform((x0 + 2, y0 + 2), (x1 - 2, y1 - 2)))
        inside = any(r[0] < x < r[2] and r[1] < y < r[3] for r in yards)
        if len(vias) < 150 and not inside and grid.free(x, y, 0.7):
            vias.append((round(x, 2), round(y, 2)))
            grid.occupied[int(y / _GRID), int(x / _GRID)] = True
    return tuple(vias)
