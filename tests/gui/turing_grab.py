"""Shows a stimulus on a surface and counts pixels of the screen that differ from it. Run in a process of its own.

    python turing_grab.py gl|raster

The scaling comes from ``QT_SCALE_FACTOR``, which holds for a whole process.
"""

from __future__ import annotations

import sys

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vqganodip_gui.turing.pixel_alignment import BACKGROUND, prepared
from vqganodip_gui.turing.surface import Stamp, open_surface

SIZE = (203, 317)


def main() -> None:
    application = QApplication([])
    screen = application.primaryScreen()
    surface = open_surface(screen, raster=sys.argv[1] == "raster")
    surface.showFullScreen()
    QTest.qWaitForWindowExposed(surface)
    pixels = np.random.default_rng(4).integers(0, 256, (*SIZE, 3), dtype=np.uint8)
    image = prepared(pixels, 1.0)
    surface.warm(image)
    stamps: list[Stamp] = []
    surface.present(image, stamps.append)
    QTest.qWait(250)
    grabbed = screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = grabbed.width(), grabbed.height()
    seen = np.asarray(grabbed.constBits()).reshape(height, -1, 4)[:, :width, 2::-1]
    where = surface.where(image)
    expected = np.full(seen.shape, BACKGROUND, np.uint8)
    expected[where.y : where.y + SIZE[0], where.x : where.x + SIZE[1]] = pixels
    differing = int((seen != expected).any(axis=2).sum())
    sys.stdout.write(f"{surface.source} {surface.devicePixelRatio()} {width}x{height} {len(stamps)} {differing}\n")
    surface.close()


if __name__ == "__main__":
    main()
