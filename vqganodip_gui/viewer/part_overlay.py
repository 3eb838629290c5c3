"""Outlines and names of parts over a picture of the working grid."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from vqganodip.placement.laid_parts import LaidPart
from vqganodip.types import Box

_LINE: Final = QColor("#ffd23c")
_CHOSEN: Final = QColor("#ffffff")
_UNFITTED: Final = QColor("#b8b8b8")
_PLACE: Final = QColor("#56b4e9")
_SHADOW: Final = QColor(0, 0, 0, 190)
_TEXT_PX: Final = 11
_ROOM: Final = 1.15
"""Width of an outline on the screen, as a multiple of its name, from which the name is written."""


class PartOverlay(QGraphicsItem):
    """Outlines of parts: fitted ones yellow, others grey and dashed, chosen ones white; crosses at clicked places."""

    def __init__(self) -> None:
        super().__init__()
        self._scene = QRectF()
        self._parts: Sequence[LaidPart] = ()
        self._chosen: Collection[str] = ()
        self._boxes: Sequence[Box] = ()
        self._points: Sequence[tuple[str, float, float]] = ()
        self.setZValue(0.5)  # below the marks of regions

    def set_parts(self, scene: QRectF, parts: Sequence[LaidPart]) -> None:
        """Draw these parts; none to draw nothing."""
        if scene != self._scene:
            self.prepareGeometryChange()
        self._scene, self._parts = QRectF(scene), parts
        self._chosen, self._boxes = (), ()
        self.update()

    def set_chosen(self, names: Collection[str], boxes: Sequence[Box] = ()) -> None:
        """Mark parts by their names, and places that belong to none."""
        self._chosen, self._boxes = names, boxes
        self.update()

    def set_points(self, points: Sequence[tuple[str, float, float]]) -> None:
        """Draw a cross with a name at each of these pixels."""
        self._points = points
        self.update()

    def part_at(self, place: QPointF) -> LaidPart | None:
        """The smallest part whose outline contains a point of the scene; None without one."""
        found = [part for part in self._parts if polygon_of(part).containsPoint(place, Qt.FillRule.OddEvenFill)]
        return min(found, key=lambda part: part.box.area, default=None)

    def boundingRect(self) -> QRectF:
        return self._scene

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        chosen = [part for part in self._parts if part.part.ref_des in self._chosen]
        for part in self._parts:
            _outline(painter, polygon_of(part), _LINE if part.part.fitted else _UNFITTED, dashed=not part.part.fitted)
        for part in chosen:
            _outline(painter, polygon_of(part), _CHOSEN, width=2.5)
        for box in self._boxes:
            _outline(painter, QPolygonF(QRectF(box.x0, box.y0, box.width, box.height)), _CHOSEN, width=2.5)
        scale = painter.worldTransform().m11() / painter.device().devicePixelRatioF()
        for part in self._parts:
            if part.part.ref_des in self._chosen or _fits(part, scale):
                shade = _CHOSEN if part.part.ref_des in self._chosen else _LINE if part.part.fitted else _UNFITTED
                _name(
                    painter, part.part.ref_des, QPointF(part.x + 0.5, part.box.y0 + 0.5), shade
                )  # the part stays visible
        for name, x, y in self._points:
            _cross(painter, name, QPointF(x + 0.5, y + 0.5))


def polygon_of(part: LaidPart) -> QPolygonF:
    """Outline of a part in the scene, whose pixels begin at whole numbers."""
    corners = [QPointF(x + 0.5, y + 0.5) for x, y in part.corners]
    return QPolygonF([*corners, corners[0]])


def _fits(part: LaidPart, scale: float) -> bool:
    box, letters = part.box, len(part.part.ref_des)
    return max(box.width, box.height) * scale > _ROOM * letters * _TEXT_PX * 0.62


def _outline(painter: QPainter, polygon: QPolygonF, shade: QColor, *, width: float = 1.5, dashed: bool = False) -> None:
    ratio = painter.device().devicePixelRatioF()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, wide in ((_SHADOW, width + 1.5), (shade, width)):
        pen = QPen(colour, wide * ratio)
        pen.setCosmetic(True)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(polygon)


def _name(painter: QPainter, name: str, at: QPointF, shade: QColor) -> None:
    place = painter.worldTransform().map(at)
    painter.save()
    painter.resetTransform()
    font = QFont(painter.font())
    font.setPixelSize(round(_TEXT_PX * painter.device().devicePixelRatioF()))
    font.setBold(True)
    painter.setFont(font)
    width, height = painter.fontMetrics().horizontalAdvance(name), painter.fontMetrics().height()
    field = QRectF(place.x() - width / 2 - 2, place.y() - height / 2, width + 4, height)
    painter.fillRect(field, QColor(0, 0, 0, 150))
    painter.setPen(shade)
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()


def _cross(painter: QPainter, name: str, at: QPointF) -> None:
    place, ratio = painter.worldTransform().map(at), painter.device().devicePixelRatioF()
    painter.save()
    painter.resetTransform()
    for colour, wide in ((_SHADOW, 4.0), (_PLACE, 2.0)):
        painter.setPen(QPen(colour, wide * ratio))
        for dx, dy in ((9 * ratio, 0), (0, 9 * ratio)):
            painter.drawLine(place - QPointF(dx, dy), place + QPointF(dx, dy))
    painter.restore()
    if name:
        _name(painter, name, at + QPointF(0, 16 * ratio / max(painter.worldTransform().m11(), 1e-6)), _PLACE)
