"""Boxes over a picture: candidates coloured by rank, numbered regions, and the selected region."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from vqganodip.records import Candidate, Inspection, Region
from vqganodip.review.gate_advice import advice
from vqganodip.types import Box
from vqganodip_gui.widgets.colormaps import rank_rgb

_NUMBERED: Final = 9
_TAG: Final = 15.0
_GREY: Final = "#9a9a9a"


def rect_of(box: Box) -> QRectF:
    """Convert a box of the engine to a QRectF."""
    return QRectF(box.x0, box.y0, box.width, box.height)


class RegionOverlay(QGraphicsItem):
    """Marks of one panel: with ``full`` candidates and all regions, otherwise the selected region only."""

    def __init__(self, *, full: bool) -> None:
        super().__init__()
        self._full = full
        self._scene = QRectF()
        self._candidates: Sequence[Candidate] = ()
        self._regions: Sequence[Region] = ()
        self._cleared: frozenset[int] = frozenset()
        self._chosen = -1
        self._tips: Sequence[str] = ()
        self.setZValue(1)

    def set_board(self, scene: QRectF, inspection: Inspection | None, *, candidates: bool = True) -> None:
        """Show the marks of a board, None for none; regions that the advice of a gate clears are grey."""
        self.prepareGeometryChange()
        self._scene = scene
        opinions = () if inspection is None else advice(inspection)
        self._candidates = inspection.candidates if inspection is not None and candidates else ()
        self._regions = () if inspection is None else inspection.shown_regions
        self._cleared = frozenset(row for row, one in enumerate(opinions) if one.cleared)
        self._tips = ()
        self._chosen = -1
        self.update()

    def set_tips(self, tips: Sequence[str]) -> None:
        """Set the tool tip of each region."""
        self._tips = tips

    def tip_at(self, place: QPointF) -> str:
        """The tool tip of the smallest region at a point of the scene; empty without one."""
        boxes = [(r.box.area, i) for i, r in enumerate(self._regions) if rect_of(r.box).contains(place)]
        seen = [i for _area, i in sorted(boxes) if i < len(self._tips) and (self._full or i == self._chosen)]
        return self._tips[seen[0]] if seen else ""

    def set_chosen(self, index: int) -> None:
        self._chosen = index
        self.update()

    def boundingRect(self) -> QRectF:
        return self._scene

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._full:
            # # the highest ranks are painted last, on top
            count = len(self._candidates)
            for rank in range(count - 1, -1, -1):
                painter.setPen(_pen(QColor(*rank_rgb(rank, count)), _ratio(painter)))
                painter.drawRect(rect_of(self._candidates[rank].box))
            for index in range(len(self._regions) - 1, -1, -1):
                shade = QColor(*rank_rgb(index, len(self._regions)))
                if index in self._cleared:
                    shade = QColor(_GREY)
                self._outline(painter, rect_of(self._regions[index].box), shade, 2.0)
                if index < _NUMBERED and index != self._chosen:
                    self._number(painter, index, shade)
        if 0 <= self._chosen < len(self._regions):
            self._outline(painter, rect_of(self._regions[self._chosen].box), QColor("#ffffff"), 2.0)
            if self._full:
                self._number(painter, self._chosen, QColor("#ffffff"))

    def _outline(self, painter: QPainter, rect: QRectF, shade: QColor, width: float) -> None:
        # # a dark line under the light one is visible on light and dark boards
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(QColor(0, 0, 0, 200), (width + 2) * _ratio(painter)))
        painter.drawRect(rect)
        painter.setPen(_pen(shade, width * _ratio(painter)))
        painter.drawRect(rect)

    def _number(self, painter: QPainter, index: int, shade: QColor) -> None:
        at = painter.worldTransform().map(rect_of(self._regions[index].box).topLeft())
        painter.save()
        painter.resetTransform()
        tag = QRectF(at - QPointF(1, _TAG), QRectF(0, 0, _TAG, _TAG).size())
        tag.moveTop(max(tag.top(), 0.0))
        painter.fillRect(tag, shade)
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor("#101010" if shade.lightness() > 110 else "#ffffff"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, str(index + 1))
        painter.restore()


def _ratio(painter: QPainter) -> float:
    """Device pixels per logical pixel: cosmetic pens are measured in device pixels."""
    return painter.device().devicePixelRatioF()


def _pen(shade: QColor, width: float) -> QPen:
    pen = QPen(shade, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen
