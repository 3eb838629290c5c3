"""Where the panels of a board stand: all of one size, so that one linked view holds for all of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, QSizeF

GAP: Final = 2

_CLEARLY: Final = 1.1
"""Five panels stay beside each other unless they are so much larger below each other."""

_CELLS: Final = {(3, 2): (0, 1, 3, 4, 2)}
"""By columns and rows: of five panels in three columns the fifth stands on the right of the first row."""


def places(count: int, area: QSize, board: QSizeF, *, in_line: bool = False) -> list[QRect]:
    """The places of so many panels.

    Args:
        count: One, two, four or five.
        room: What there is for all of them.
        board: Width and height of the working grid.
        in_line: In a row or a column instead of in two rows.
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
    """Columns and rows to choose from: the first, unless the other shows the board larger."""
    if in_line or count < 4:
        return [(count, 1), (1, count)]
    return [(2, 2)] if count == 4 else [(3, 2), (2, 3)]


def _cell(grid: tuple[int, int], area: QSize) -> tuple[int, int]:
    columns, rows = grid
    return (area.width() - GAP * (columns - 1)) // columns, (area.height() - GAP * (rows - 1)) // rows


def _scale(grid: tuple[int, int], area: QSize, board: QSizeF) -> float:
    width, height = _cell(grid, area)
    return min(width / board.width(), height / board.height())
