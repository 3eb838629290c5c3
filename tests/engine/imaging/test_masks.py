"""Masks: every file that marks the same pixels gives the same mask, or is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image as PilImage

from vqganodip.errors import ImageError
from vqganodip.imaging.masks import read_mask

MARKED = np.zeros((64, 80), bool)
MARKED[10:30, 12:40], MARKED[40:44, 60:64] = True, True


def drawn(value: float, kind: Any = np.uint8, background: float = 0) -> NDArray[Any]:
    return np.where(MARKED, value, background).astype(kind)


def pillow(pixels: NDArray[Any], **how: Any) -> Callable[[Path], None]:
    return lambda path: PilImage.fromarray(pixels).save(path, **how)


def tiff(pixels: NDArray[Any], **how: Any) -> Callable[[Path], None]:
    return lambda path: tifffile.imwrite(path, pixels, **how)


def palette(numbers: NDArray[np.uint8], colours: list[int]) -> Callable[[Path], None]:
    image = PilImage.fromarray(numbers, "P")
    image.putpalette(colours)
    return lambda path: image.save(path)


def labels() -> NDArray[np.uint8]:
    """Two instances and an edge that is to be ignored, as label maps have them."""
    numbers = drawn(1)
    numbers[40:44, 60:64] = 2
    numbers[40, 60:64] = 255
    return numbers


def blurred() -> NDArray[np.uint8]:
    return cv2.GaussianBlur(drawn(255), (3, 3), 0)


def as_photographed() -> NDArray[np.uint8]:
    """A mask that once was a JPEG."""
    encoded = cv2.imencode(".jpg", drawn(255), [cv2.IMWRITE_JPEG_QUALITY, 70])[1]
    return cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE)


def layer(colour: int) -> NDArray[np.uint8]:
    """Something drawn on a transparent ground of white."""
    pixels = np.full((*MARKED.shape, 4), 255, np.uint8)
    pixels[..., :3][MARKED] = colour
    pixels[..., 3] = drawn(255)
    return pixels


EQUAL: dict[str, Callable[[Path], None]] = {
    "white.png": pillow(drawn(255)),
    "white.bmp": pillow(drawn(255)),
    "1 bit.png": pillow(MARKED),
    "label 1 in 8 bits.png": pillow(drawn(1)),
    "label 1 in 16 bits.png": pillow(drawn(1, np.uint16)),
    "label 300 in 16 bits.png": pillow(drawn(300, np.uint16)),
    "label 1 in 16 bits.TIF": tiff(drawn(1, np.uint16)),
    "label 1 in 32 bits.tif": tiff(drawn(1, np.uint32)),
    "label 70000 in 32 bits.tiff": tiff(drawn(70000, np.uint32)),
    "label 1 in 64 bits.tif": tiff(drawn(1, np.int64)),
    "label 1 signed.tif": tiff(drawn(1, np.int16)),
    "ignored is -1.tif": tiff(drawn(1, np.int32, background=-1)),
    "label 3 as float.tif": tiff(drawn(3, np.float32)),
    "share as float64.tif": tiff(drawn(0.9, np.float64, background=0.1)),
    "1 bit.tif": tiff(MARKED),
    "white is zero, 1 bit.tif": tiff(~MARKED, photometric="miniswhite"),
    "white is zero, 8 bits.tif": tiff(drawn(0, background=255), photometric="miniswhite"),
    "1 bit, black is zero.tif": tiff(MARKED, photometric="minisblack"),
    "label 1, white is zero.tif": tiff(drawn(1), photometric="miniswhite"),
    "instances.png": pillow(labels()),
    "red.png": pillow(np.dstack([drawn(255), drawn(0), drawn(0)])),
    "palette.png": palette(drawn(1), [0, 0, 0, 128, 0, 0]),
    "palette without colours.png": palette(drawn(1), [0, 0, 0, 0, 0, 0]),
    "palette on white.png": palette(drawn(1), [255, 255, 255, 255, 0, 0]),
    "white on nothing.png": pillow(layer(255)),
    "black on nothing.png": pillow(layer(0)),
    "jpeg.jpg": pillow(drawn(255), quality=95),
    "jpeg of low quality.JPG": pillow(drawn(255), quality=70, format="JPEG"),
    "once a jpeg.png": pillow(as_photographed()),
    "lossy.webp": pillow(drawn(255), quality=80),
    "soft edges.png": pillow(blurred()),
}


@pytest.mark.parametrize("name", EQUAL)
def test_that_every_file_that_marks_the_same_pixels_gives_the_same_mask(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"mask{Path(name).suffix}"
    EQUAL[name](path)
    mask = read_mask(path)
    assert mask.dtype == bool
    wrong = np.count_nonzero(mask != MARKED)
    assert wrong <= (8 if "jpeg" in name or "lossy" in name else 0), wrong


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "labels.jpg": (pillow(drawn(1)), "not black and white"),
    "labels with more.jpg": (pillow(drawn(60), quality=95), "not black and white"),
    "photograph.jpg": (pillow(np.tile(np.linspace(0, 255, 80).astype(np.uint8), (64, 1))), "not black and white"),
    "heights.tif": (tiff(drawn(12.5, np.float32)), "do not say what is marked"),
    "hole.tif": (tiff(drawn(np.nan, np.float32)), "do not say what is marked"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_that_a_file_that_marks_nothing_clearly_is_refused(tmp_path: Path, name: str) -> None:
    write, words = REFUSED[name]
    write(tmp_path / name)
    with pytest.raises(ImageError, match=words) as error:
        read_mask(tmp_path / name)
    assert error.value.todo


def test_that_an_empty_mask_stays_empty(tmp_path: Path) -> None:
    for name in ("empty.png", "empty.jpg", "empty.tif"):
        PilImage.fromarray(drawn(0)).save(tmp_path / name)
        assert not read_mask(tmp_path / name).any()
