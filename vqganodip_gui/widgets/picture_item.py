"""A picture stretched over the working grid, painted from the level of its pyramid that suits the zoom."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from vqganodip_gui.pictures import Pyramid

_PIXELS_SEEN_FROM: Final = 3.0


class PictureItem(QGraphicsItem):
    """Paints a pyramid into a rectangle of the scene. From 3 screen pixels per picture pixel on, pixels are squares."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._picture: Pyramid | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def set_picture(self, picture: Pyramid | None, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self._picture = picture
        self._rect = rect
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._picture is None or self._rect.isEmpty():
            return
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        level = self._picture.level_for(self._rect.width() * scale)
        grain = level.width() / self._rect.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale / grain < _PIXELS_SEEN_FROM)
        exposed = option.exposedRect.intersected(self._rect)
        source = QRectF(
            exposed.x() * grain,
            exposed.y() * level.height() / self._rect.height(),
            exposed.width() * grain,
            exposed.height() * level.height() / self._rect.height(),
        )
        painter.drawImage(exposed, level, source)
