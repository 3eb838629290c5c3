"""Parts on the records page: Paretos by part and by package, and a map of false calls by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QVBoxLayout, QWidget

from vqganodip.placement.laid_parts import LaidPart
from vqganodip.placement.record import BoardParts
from vqganodip.printable import printable
from vqganodip.review.shift_statistics import ShiftStatistics
from vqganodip.types import Image
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.records.location_map import LocationMap, shade_of
from vqganodip_gui.widgets.theme import colour

if TYPE_CHECKING:
    from vqganodip_gui.records.part_plots import PartPlots


_GREY: Final = 60
_FILL: Final = Qt.FillRule.OddEvenFill


class PartMap(LocationMap):
    """The board in grey and, over it, the parts with a false call: the more boards, the stronger the sky blue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("False calls by part"))
        self._parts: Sequence[LaidPart] = ()
        self._grid = (1, 1)
        self._calls: Mapping[str, int] = {}

    def show_parts(self, board: Image | None, serial: str, parts: BoardParts | None, calls: Mapping[str, int]) -> None:
        """Show the number of boards with a false call on each part."""
        self._parts, self._grid = ((), (1, 1)) if parts is None else (parts.laid, parts.grid)
        self._calls = calls
        if parts is not None and board is None:  # the pictures were removed from the workspace
            board = np.full((self._grid[1], self._grid[0], 3), _GREY, np.uint8)
        self.show_board(None if parts is None else board, serial)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.has_board():
            place = QPointF(event.pos())
            part = next((one for one in self._by_size() if self._polygon(one).containsPoint(place, _FILL)), None)
            if part is not None:
                calls = self._calls.get(part.part.ref_des, 0)
                count = tr("{n:board|boards} with a false call here", n=calls)
                QToolTip.showText(event.globalPos(), f"{printable(part.part.ref_des)}: {count}", self)
            return True
        return QWidget.event(self, event)

    def draw_marks(self, painter: QPainter) -> None:
        top = max(self._calls.values(), default=0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self._parts:
            calls, polygon = self._calls.get(part.part.ref_des, 0), self._polygon(part)
            painter.setPen(QPen(colour("false_call" if calls else "muted"), 1))
            painter.setBrush(shade_of(calls / top) if calls else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(polygon)
        painter.setPen(colour("text"))
        for part in self._parts:
            if self._calls.get(part.part.ref_des, 0):
                box = self._polygon(part).boundingRect().adjusted(-30, -12, 30, -4)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, part.part.ref_des)

    def top(self) -> float:
        return float(max(self._calls.values(), default=0) or 1)

    def caption(self) -> str:
        if not self.has_board():
            return tr("No part names to show: an engineer lays them on in the list of models, on the page Model.")
        return tr("False calls of this selection by part, over {serial}").format(serial=self.serial())

    def _by_size(self) -> list[LaidPart]:
        return sorted(self._parts, key=lambda part: part.box.area)

    def _polygon(self, part: LaidPart) -> QPolygonF:
        place, (width, height) = self.place(), self._grid
        across, down = place.width() / width, place.height() / height
        return QPolygonF([QPointF(place.left() + x * across, place.top() + y * down) for x, y in part.corners])


class PartView(QWidget):
    """Two Paretos, and the map next to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots: PartPlots | None = None
        self.map = PartMap()
        self.hint = QLabel()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.row = QHBoxLayout()
        self.row.addWidget(self.map, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.hint)
        column.addLayout(self.row, 1)

    def show_figures(self, figures: ShiftStatistics) -> None:
        """Draw the figures of a selection."""
        if self.plots is None:  # importing the plot library takes 0.3 s, so it waits until the tab is shown
            from vqganodip_gui.records.part_plots import PartPlots

            self.plots = PartPlots()
            self.row.insertWidget(0, self.plots, 3)
        self.plots.show_figures(figures)
        outside = next(((defects, calls) for name, defects, calls in figures.by_part if not name), None)
        self.hint.setVisible(outside is not None)
        if outside is not None:
            self.hint.setText(
                tr(
                    "On no part: {defects:board|boards} with a defect, {calls:board|boards} with a false call.",
                    defects=outside[0],
                    calls=outside[1],
                )
            )

    def refresh_theme(self) -> None:
        """Redraw in the colours of the theme."""
        if self.plots is not None:
            self.plots.refresh_theme()
        self.map.update()
