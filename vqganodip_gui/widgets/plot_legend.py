"""Legend of a plot as a row above it, so that it covers no curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqganodip_gui.widgets.theme import colour

_SAMPLE: Final = 28
_GAP: Final = 6
_BETWEEN: Final = 18


class PlotLegend(QWidget):
    """Line samples with their names; a name that has no room begins another row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._entries: Sequence[tuple[str, QPen]] = ()

    def show_entries(self, entries: Sequence[tuple[str, QPen]]) -> None:
        """Show names and pens of the curves."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(name for name, _pen in self._entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = max((row for row, _x in self._places(width)), default=0) + 1
        return rows * self._row_height() if self._entries else 0

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 2

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Row and left end of each entry."""
        places, row, x = [], 0, 0
        for name, _pen in self._entries:
            needed = _SAMPLE + _GAP + self.fontMetrics().horizontalAdvance(name)
            if x and x + needed > width:
                row, x = row + 1, 0
            places.append((row, x))
            x += needed + _BETWEEN
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height, ascent = self._row_height(), self.fontMetrics().ascent()
        for (name, pen), (row, x) in zip(self._entries, self._places(self.width()), strict=True):
            middle = row * height + height / 2
            painter.setPen(pen)
            painter.drawLine(QPointF(x, middle), QPointF(x + _SAMPLE, middle))
            painter.setPen(colour("text"))
            painter.drawText(QPointF(x + _SAMPLE + _GAP, row * height + 1 + ascent), name)
