"""Cross-hair of four lines that leave the pixel in the middle free."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsScene

_GAP_PX: Final = 7.0


class Crosshair:
    """Four lines instead of one item over the whole board, so that moving it repaints thin strips only."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._lines = [QGraphicsLineItem() for _ in range(8)]
        for index, line in enumerate(self._lines):
            dark = index < 4
            pen = QPen(QColor(0, 0, 0, 170) if dark else QColor(255, 255, 255, 220), 3.0 if dark else 1.0)
            pen.setCosmetic(True)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            line.setPen(pen)
            line.setZValue(3)
            line.hide()
            scene.addItem(line)

    def show_at(self, point: QPointF | None, bounds: QRectF, scale: float) -> None:
        """Move the centre to a grid point; None hides the cross-hair."""
        if point is None:
            for line in self._lines:
                line.hide()
            return
        gap, x, y = _GAP_PX / scale, point.x(), point.y()
        places = (
            QLineF(bounds.left(), y, x - gap, y),
            QLineF(x + gap, y, bounds.right(), y),
            QLineF(x, bounds.top(), x, y - gap),
            QLineF(x, y + gap, x, bounds.bottom()),
        )
        for index, line in enumerate(self._lines):
            place = places[index % 4]
            inside = place.x2() > place.x1() or place.y2() > place.y1()
            line.setVisible(inside)
            if inside:
                line.setLine(place)
