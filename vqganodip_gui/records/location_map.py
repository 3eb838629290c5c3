"""Map of false calls by location, drawn over the newest registered board."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vqganodip.number_format import grouped
from vqganodip.types import FloatArray, Image
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.theme import colour

_LEGEND: Final = 34
_STEPS: Final = 5


class LocationMap(QWidget):
    """The board in grey and, over it, cells with a false call: the more boards, the stronger the sky blue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("False calls by place"))
        self._board: QImage | None = None
        self._counts: FloatArray = np.zeros((1, 1))
        self._serial = ""

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def show_map(self, board: Image | None, serial: str, counts: FloatArray) -> None:
        """Show the number of boards with a false call in each cell."""
        self._counts = counts
        self.show_board(board, serial)

    def show_board(self, board: Image | None, serial: str) -> None:
        """Show another board below the marks; None for none."""
        self._board = None if board is None else _grey(board)
        self._serial = serial
        self.setAccessibleDescription(self.caption())
        self.update()

    def has_board(self) -> bool:
        """True if there is a board to draw on."""
        return self._board is not None

    def serial(self) -> str:
        """Serial number of the board that is drawn."""
        return self._serial

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._board is not None:
            place, rows = self.place(), self._counts.shape
            x = int((event.pos().x() - place.left()) / place.width() * rows[1])
            y = int((event.pos().y() - place.top()) / place.height() * rows[0])
            if 0 <= x < rows[1] and 0 <= y < rows[0]:
                text = tr("{n:board|boards} with a false call here", n=int(self._counts[y, x]))
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.setPen(colour("muted"))
        if self._board is None:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.caption())
            return
        place = self.place()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._board)
        painter.save()
        self.draw_marks(painter)
        painter.restore()
        self._draw_legend(painter, self.top())

    def draw_marks(self, painter: QPainter) -> None:
        """Draw the cells with a false call over the board."""
        place, top = self.place(), self.top()
        rows, columns = self._counts.shape
        width, height = place.width() / columns, place.height() / rows
        for y, x in zip(*np.nonzero(self._counts), strict=True):
            cell = QRectF(place.left() + x * width, place.top() + y * height, width, height)
            painter.fillRect(cell, shade_of(self._counts[y, x] / top))

    def top(self) -> float:
        """Number of boards that has the strongest shade."""
        return float(max(self._counts.max(), 1.0))

    def _draw_legend(self, painter: QPainter, top: float) -> None:
        line = QRectF(8, self.height() - _LEGEND + 8, self.width() - 16, _LEGEND - 8)
        painter.setPen(colour("text"))
        above = line.translated(0, line.height() - self._legend_height() + 8)
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.caption())
        words = tr("boards with a false call")
        room = painter.fontMetrics().horizontalAdvance(words) + 8
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        left = line.right() - room - _STEPS * 44
        values = sorted({max(round(top * step / _STEPS), 1) for step in range(1, _STEPS + 1)})
        for index, value in enumerate(values):
            box = QRectF(left + (index + _STEPS - len(values)) * 44, line.center().y() - 7, 14, 14)
            painter.fillRect(box, QColor("#404040"))
            painter.fillRect(box, shade_of(value / top))
            painter.setPen(QPen(colour("strong")))
            painter.drawRect(box)
            painter.setPen(colour("text"))
            painter.drawText(box.adjusted(18, 0, 40, 0), Qt.AlignmentFlag.AlignVCenter, grouped(value))

    def _legend_height(self) -> int:
        """Height below the board: one line, or two where the caption and the shades do not fit next to each other."""
        metrics = self.fontMetrics()
        needed = sum(metrics.horizontalAdvance(text) for text in (self.caption(), tr("boards with a false call")))
        return _LEGEND if needed + _STEPS * 44 + 40 <= self.width() else 2 * _LEGEND - 8

    def place(self) -> QRectF:
        """Rectangle of the board in the widget."""
        assert self._board is not None
        room = QRectF(8, 8, self.width() - 16, self.height() - self._legend_height() - 8)
        size = QRectF(self._board.rect()).size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        return place

    def caption(self) -> str:
        """Line below the board, or in its place where there is none."""
        if self._board is None:
            return tr("No false calls to show: judge boards that lie registered on their reference board.")
        text = tr("Newest 20\u202f000 records, over {serial}; all boards lie on the reference board")
        return text.format(serial=self._serial)


def shade_of(share: float) -> QColor:
    """The shade of a share of the largest number."""
    shade = colour("false_call")
    shade.setAlphaF(0.25 + 0.65 * min(max(share, 0.0), 1.0))
    return shade


def _grey(board: Image) -> QImage:
    grey: NDArray[np.uint8] = np.ascontiguousarray(board.mean(axis=2).astype(np.uint8))
    height, width = grey.shape
    return QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
