"""Images of the Visual Turing Test are shown pixel by pixel as they are in the file."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from vqganodip.errors import TuringError
from vqganodip_gui.turing.pixel_alignment import BACKGROUND, centred, paint, prepared


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_that_a_painted_stimulus_has_no_differing_pixel(qapp: object, ratio: float) -> None:
    pixels = np.random.default_rng(4).integers(0, 256, (203, 317, 3), dtype=np.uint8)
    surface = QImage(800, 600, QImage.Format.Format_RGB32)
    surface.setDevicePixelRatio(ratio)
    where = centred(317, 203, 800, 600)
    painter = QPainter(surface)
    image = prepared(pixels)
    image.setDevicePixelRatio(ratio)
    paint(painter, image, where, ratio)
    painter.end()
    surface.setDevicePixelRatio(1.0)
    seen = np.asarray(surface.constBits()).reshape(600, 800, 4)[:, :, 2::-1]
    expected = np.full((600, 800, 3), BACKGROUND, dtype=np.uint8)
    expected[where.y : where.y + 203, where.x : where.x + 317] = pixels
    assert int((seen != expected).any(axis=2).sum()) == 0


def test_that_an_image_larger_than_the_screen_is_refused() -> None:
    with pytest.raises(TuringError, match="larger than the screen"):
        centred(801, 10, 800, 600)
