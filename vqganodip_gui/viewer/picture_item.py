"""Picture item: paints the pyramid level that suits the zoom over the working grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from vqganodip.store.tile_pyramid import TILE, TiledPicture
from vqganodip_gui.viewer.image_pyramid import Pyramid
from vqganodip_gui.viewer.tile_loader import TileLoader

_PIXELS_SEEN_FROM: Final = 3.0


@dataclass(frozen=True, slots=True)
class Layer:
    """A second picture over the first.

    Attributes:
        picture: Picture that covers the same rectangle.
        rects: Visible parts in grid pixels; None for everywhere.
        glow: None replaces the picture below; a number in (0, 1] adds it as light, so black changes nothing.
    """

    picture: Pyramid
    rects: tuple[QRectF, ...] | None = None
    glow: float | None = None


class PictureItem(QGraphicsItem):
    """Item that paints a pyramid. From 3 screen pixels per picture pixel on, pixels are squares."""

    def __init__(self, tiles: TileLoader | None = None) -> None:
        super().__init__()
        self._tiles = tiles
        self._rect = QRectF()
        self._picture: Pyramid | None = None
        self._layers: tuple[Layer, ...] = ()
        self._tones: NDArray[np.uint8] | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def picture(self) -> Pyramid | None:
        return self._picture

    @property
    def layers(self) -> tuple[Layer, ...]:
        return self._layers

    def set_picture(self, picture: Pyramid | None, rect: QRectF, layers: Sequence[Layer] = ()) -> None:
        if rect != self._rect:
            self.prepareGeometryChange()
        self._picture, self._layers, self._rect = picture, tuple(layers), QRectF(rect)
        self.update()

    def refresh(self) -> None:
        """Repaint with newly arrived tiles of a very large picture."""
        if self._picture is not None and (
            self._picture.tiles is not None or any(layer.picture.tiles is not None for layer in self._layers)
        ):
            self.update()

    def set_tones(self, tones: NDArray[np.uint8] | None) -> None:
        """Set the display value of each of 256 values; None shows them unchanged."""
        self._tones = tones
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._picture is None or self._rect.isEmpty():
            return
        exposed = option.exposedRect.intersected(self._rect)
        if exposed.isEmpty():
            return
        if self._tones is None:
            self._paint_layers(painter, exposed)
        else:
            self._paint_toned(painter, exposed, self._tones)

    def _paint_layers(self, painter: QPainter, exposed: QRectF) -> None:
        assert self._picture is not None
        self._stretch(painter, self._picture, exposed)
        for layer in self._layers:
            painter.save()
            if layer.glow is not None:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
                painter.setOpacity(layer.glow)
            for rect in (exposed,) if layer.rects is None else layer.rects:
                part = rect.intersected(exposed)
                if not part.isEmpty():
                    self._stretch(painter, layer.picture, part)
            painter.restore()

    def _paint_toned(self, painter: QPainter, exposed: QRectF, tones: NDArray[np.uint8]) -> None:
        """Paint off screen, apply the tones, and copy the result to the screen."""
        ratio = painter.device().devicePixelRatioF()
        place = painter.worldTransform().mapRect(exposed).toAlignedRect()
        seen = QImage(place.size() * ratio, QImage.Format.Format_RGB32)
        seen.setDevicePixelRatio(ratio)
        seen.fill(Qt.GlobalColor.black)
        beside = QPainter(seen)
        beside.translate(-place.x(), -place.y())
        beside.setWorldTransform(painter.worldTransform(), True)
        self._paint_layers(beside, exposed)
        beside.end()
        pixels = np.frombuffer(seen.bits(), np.uint8)
        np.take(tones, pixels, out=pixels)
        painter.save()
        painter.resetTransform()
        painter.setClipRect(place)
        painter.drawImage(place.topLeft(), seen)
        painter.restore()

    def _stretch(self, painter: QPainter, picture: Pyramid, part: QRectF) -> None:
        transform = painter.worldTransform()
        ratio = painter.device().devicePixelRatioF()
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(transform) * ratio
        if part == self._rect and scale * self._rect.width() <= picture.full.width():
            self._whole(painter, picture, scale, ratio)
            return
        pixels_wide = self._rect.width() * scale
        if picture.tiles is not None and self._tiles is not None and pixels_wide > picture.full.width():
            self._tiled(painter, picture, picture.tiles, part, pixels_wide)
            return
        self._stretch_level(painter, picture.level_for(pixels_wide), part, scale)

    def _tiled(
        self, painter: QPainter, picture: Pyramid, tiles: TiledPicture, part: QRectF, pixels_wide: float
    ) -> None:
        """Paint the visible part of a very large picture, with the overview where tiles are missing."""
        assert self._tiles is not None
        number = max((n for n, size in enumerate(tiles.levels) if size[0] >= pixels_wide), default=0)
        width, height = tiles.levels[number]
        across, down = width / self._rect.width(), height / self._rect.height()
        rows = range(int(part.top() * down) // TILE, -(-min(int(part.bottom() * down) + 1, height) // TILE))
        columns = range(int(part.left() * across) // TILE, -(-min(int(part.right() * across) + 1, width) // TILE))
        found = [(r, c, self._tiles.tile(tiles, number, r, c)) for r in rows for c in columns]
        if any(image is None for _row, _column, image in found):
            self._stretch_level(painter, picture.full, part, pixels_wide / self._rect.width())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, _smooth(pixels_wide / width))
        for row, column, image in found:
            if image is None:
                continue
            x, y = column * TILE, row * TILE
            place = QRectF(x / across, y / down, image.width() / across, image.height() / down).intersected(part)
            source = QRectF(place.x() * across - x, place.y() * down - y, place.width() * across, place.height() * down)
            painter.drawImage(place, image, source)

    def _stretch_level(self, painter: QPainter, level: QImage, part: QRectF, scale: float) -> None:
        grain = level.width() / self._rect.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, _smooth(scale / grain))
        source = QRectF(
            part.x() * grain,
            part.y() * level.height() / self._rect.height(),
            part.width() * grain,
            part.height() * level.height() / self._rect.height(),
        )
        painter.drawImage(part, level, source)

    def _whole(self, painter: QPainter, picture: Pyramid, scale: float, ratio: float) -> None:
        """Paint the whole picture from a copy at the exact size of the screen."""
        width, height = round(self._rect.width() * scale), round(self._rect.height() * scale)
        image = picture.whole(max(width, 1), max(height, 1))
        at = painter.worldTransform().map(self._rect.topLeft())
        painter.save()
        painter.resetTransform()
        corner = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
        painter.drawImage(QRectF(corner, QRectF(0, 0, width / ratio, height / ratio).size()), image)
        painter.restore()


def _smooth(factor: float) -> bool:
    """True for smooth scaling: neither at the original size nor where single pixels are to be seen."""
    return factor < _PIXELS_SEEN_FROM and abs(factor - 1.0) > 1e-6
