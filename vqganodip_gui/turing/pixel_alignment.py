"""Placement of an image on the screen so that one image pixel is one device pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from vqganodip.errors import TuringError

BACKGROUND = (128, 128, 128)


@dataclass(frozen=True)
class Placement:
    """A rectangle in whole device pixels."""

    x: int
    y: int
    width: int
    height: int


def centred(width: int, height: int, screen_width: int, screen_height: int) -> Placement:
    """Centre an image on a screen; all four numbers are device pixels. TuringError if it is larger than the screen."""
    if width > screen_width or height > screen_height:
        raise TuringError(
            "screen-too-small",
            "the image ({w}×{h} px) is larger than the screen ({screen_w}×{screen_h} px)",
            todo="Use a larger screen, or prepare the study for this one.",
            w=width,
            h=height,
            screen_w=screen_width,
            screen_h=screen_height,
        )
    return Placement((screen_width - width) // 2, (screen_height - height) // 2, width, height)


def prepared(pixels: NDArray[np.uint8]) -> QImage:
    """Copy uint8 H x W x 3 pixels into an image of pixel ratio 1."""
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels)
    image = QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def paint(painter: QPainter, image: QImage | None, where: Placement, ratio: float) -> None:
    """Fill with the neutral grey, then draw the image snapped to device pixels."""
    painter.fillRect(painter.viewport(), QColor(*BACKGROUND))
    if image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QPointF(where.x / ratio, where.y / ratio), image)


__all__ = ["BACKGROUND", "Placement", "centred", "paint", "prepared"]
