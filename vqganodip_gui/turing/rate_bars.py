"""Figure 9 with what belongs to it: a bar per observer with its interval, the line at 50 %, the registered margin."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vqganodip.turing.analysis.results import StudyResults
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.theme import colour

_LEFT: Final = 48.0
_BOTTOM: Final = 40.0
_TOP: Final = 12.0
_RIGHT: Final = 12.0


class RateBars(QWidget):
    """Rates in percent, observers side by side, the mean at the right with its interval over observers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results: StudyResults | None = None
        self.setMinimumHeight(150)

    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    def set_results(self, results: StudyResults) -> None:
        self.results = results
        said = ", ".join(f"{one.participant} {100 * one.accuracy:.0f} %" for one in results.observers)
        self.setAccessibleName(tr("Classification rates: {rates}").format(rates=said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.results is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        self._grid(painter, area)
        rows = [(one.participant, one.accuracy, one.exact) for one in self.results.observers]
        panel = self.results.group
        places = len(rows) + 1
        wide = min(64.0, 0.6 * area.width() / places)
        for place, (name, rate, interval) in enumerate([*rows, (tr("Mean"), panel.mean, panel.interval95)]):
            x = area.left() + (place + 0.5) * area.width() / places
            bar = QRectF(x - wide / 2, _y(area, rate), wide, area.bottom() - _y(area, rate))
            painter.setPen(QPen(colour("text"), 1.0))
            painter.setBrush(colour("bar") if place < len(rows) else colour("surface"))
            painter.drawRect(bar)
            if interval is not None:
                painter.setPen(QPen(colour("text"), 1.5))
                low, high = _y(area, max(interval.low, 0.0)), _y(area, min(interval.high, 1.0))
                painter.drawLine(QPointF(x, low), QPointF(x, high))
                for y in (low, high):
                    painter.drawLine(QPointF(x - 5, y), QPointF(x + 5, y))
            painter.setPen(colour("text"))
            label = QRectF(x - area.width() / places / 2, area.bottom() + 4, area.width() / places, 34)
            painter.drawText(label, int(Qt.AlignmentFlag.AlignHCenter), f"{name}\n{100 * rate:.0f} %")
        painter.end()

    def _grid(self, painter: QPainter, area: QRectF) -> None:
        assert self.results is not None
        margin = self.results.group.margin
        band = QRectF(area.left(), _y(area, 0.5 + margin), area.width(), area.height() * 2 * margin)
        painter.fillRect(band, colour("hover"))
        for percent in range(0, 101, 25):
            y = _y(area, percent / 100)
            painter.setPen(QPen(colour("border"), 1.0))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(0, y - 9, _LEFT - 6, 18), int(Qt.AlignmentFlag.AlignRight), f"{percent} %")
        painter.setPen(QPen(colour("text"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), _y(area, 0.5)), QPointF(area.right(), _y(area, 0.5)))


def _y(area: QRectF, rate: float) -> float:
    return area.bottom() - rate * area.height()


__all__ = ["RateBars"]
