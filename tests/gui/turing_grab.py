"""Show a stimulus on a surface and count the screen pixels that differ from it; runs as a separate process.

    python turing_grab.py gl|raster

The scaling comes from ``QT_SCALE_FACTOR``, which holds for a whole process.
"""

from __future__ import annotations

import sys
import time

import numpy as np
from engine.waiting import HANG_GUARD_S
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vqganodip_gui.turing.pixel_alignment import BACKGROUND, prepared
from vqganodip_gui.turing.surface import Stamp, open_surface

SIZE = (203, 317)
LOOKS = 100
"""Number of screen grabs; each grab is answered by the server after the drawing commands before it."""


def grabbed(screen: QScreen) -> NDArray[np.uint8]:
    """Height × width × 3, as the screen shows it."""
    image = screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = np.asarray(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return found[:, : image.width(), 2::-1].copy()


def main() -> None:
    application = QApplication([])
    screen = application.primaryScreen()
    surface = open_surface(screen, raster=sys.argv[1] == "raster")
    surface.showFullScreen()
    assert QTest.qWaitForWindowExposed(surface, 1000 * HANG_GUARD_S)
    pixels = np.random.default_rng(4).integers(0, 256, (*SIZE, 3), dtype=np.uint8)
    image = prepared(pixels)
    surface.warm(image)
    stamps: list[Stamp] = []
    surface.present(image, stamps.append)
    end = time.monotonic() + HANG_GUARD_S
    while not stamps and time.monotonic() < end:
        application.processEvents()
    for _ in range(LOOKS):
        application.sync()
        application.processEvents()
        seen = grabbed(screen)
        height, width = seen.shape[:2]
        where = surface.where(image)
        expected = np.full(seen.shape, BACKGROUND, np.uint8)
        expected[where.y : where.y + SIZE[0], where.x : where.x + SIZE[1]] = pixels
        differing = int((seen != expected).any(axis=2).sum())
        if not differing:
            break
    sys.stdout.write(f"{surface.source} {surface.devicePixelRatio()} {width}x{height} {len(stamps)} {differing}\n")
    surface.close()


if __name__ == "__main__":
    main()
