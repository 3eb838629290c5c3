"""Places of the panels of a board: all of one size, so that one linked view fits all of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, QSizeF

GAP: Final = 2

_CLEARLY: Final = 1.1
"""Factor by which a board must become larger before five panels change from a row to a column."""

_CELLS: Final = {(3, 2): (0, 1, 3, 4, 2)}
"""Cell order by (columns, rows): the fifth of five panels in three columns ends the first row."""


def places(count: int, area: QSize, board: QSizeF, *, in_line: bool = False) -> list[QRect]:
    """Return the places of the panels.

    Args:
        count: Number of panels: one, two, four or five.
        room: Area for all panels.
        board: Width and height of the working grid.
        in_line: True for a single row or column instead of two rows.
    """
    (columns, rows), *others = _grids(count, in_line=in_line)
    least = _CLEARLY if count == 5 else 1.0
    for other in others:
        if _scale(other, area, board) > least * _scale((columns, rows), area, board):
            columns, rows = other
    width, height = _cell((columns, rows), area)
    cells = _CELLS.get((columns, rows), range(count))
    return [
        QRect(cell % columns * (width + GAP), cell // columns * (height + GAP), width, height)
        for cell in list(cells)[:count]
    ]


def _grids(count: int, *, in_line: bool) -> list[tuple[int, int]]:
    """Candidate columns and rows: the first, unless the other shows the board larger."""
    if in_line or count < 4:
        return [(count, 1), (1, count)]
    return [(2, 2)] if count == 4 else [(3, 2), (2, 3)]


def _cell(grid: tuple[int, int], area: QSize) -> tuple[int, int]:
    columns, rows = grid
    return (area.width() - GAP * (columns - 1)) // columns, (area.height() - GAP * (rows - 1)) // rows


def _scale(grid: tuple[int, int], area: QSize, board: QSizeF) -> float:
    width, height = _cell(grid, area)
    return min(width / board.width(), height / board.height())
