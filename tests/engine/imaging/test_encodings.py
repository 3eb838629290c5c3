"""One drawn board in every encoding: each file gives what was drawn, or is refused in words."""

from __future__ import annotations

import contextlib
import io
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from engine.imaging.encodings.bmp_files import bmp_files
from engine.imaging.encodings.drawn_board import Encoded
from engine.imaging.encodings.jpeg_files import jpeg_files
from engine.imaging.encodings.png_files import png_files, webp_files
from engine.imaging.encodings.tiff_files import tiff, tiff_files

from vqganodip.errors import ImageError
from vqganodip.imaging.decoding import image_size, read_image

ENCODINGS = [*png_files(), *webp_files(), *bmp_files(), *jpeg_files(), *tiff_files()]


def test_that_no_two_encodings_share_a_name() -> None:
    assert len({encoded.name for encoded in ENCODINGS}) == len(ENCODINGS) >= 30


@pytest.mark.parametrize("encoded", ENCODINGS, ids=lambda encoded: encoded.name)
def test_that_a_board_is_read_as_drawn_or_refused_in_words(tmp_path: Path, encoded: Encoded) -> None:
    path = tmp_path / f"board{Path(encoded.name).suffix}"
    path.write_bytes(encoded.content)
    if encoded.pixels is None:
        with pytest.raises(ImageError, match=encoded.words) as error:
            read_image(path)
        assert error.value.todo
        return
    pixels = read_image(path).pixels
    drawn = encoded.pixels if encoded.pixels.ndim == 3 else np.dstack([encoded.pixels] * 3)
    assert pixels.dtype == np.uint8
    assert pixels.flags["C_CONTIGUOUS"]
    assert pixels.shape == drawn.shape
    assert np.abs(pixels.astype(int) - np.rint(drawn).astype(int)).max() <= encoded.tolerance
    assert image_size(path) == pixels.shape[1::-1]


def with_values(content: bytes, values: dict[str, int]) -> bytes:
    """A TIFF with other values in its tags of one number."""
    changed = bytearray(content)
    with tifffile.TiffFile(io.BytesIO(content)) as file:
        for name, value in values.items():
            tag = file.pages[0].tags[name]
            size = 2 if tag.dtype.name == "SHORT" else 4
            changed[tag.valueoffset : tag.valueoffset + size] = value.to_bytes(size, "little")
    return bytes(changed)


def test_that_a_tiff_is_refused_by_its_declared_size_before_it_is_decoded(tmp_path: Path) -> None:
    small = tiff(np.zeros((64, 64), np.uint8), compression="zlib")
    sides = {"ImageWidth": 60_000, "ImageLength": 60_000, "RowsPerStrip": 60_000}
    (tmp_path / "bomb.tif").write_bytes(with_values(small, sides))
    with pytest.raises(ImageError, match="3600 megapixels"):
        read_image(tmp_path / "bomb.tif")


def test_that_a_strip_that_unpacks_to_more_than_its_pixels_is_not_unpacked(tmp_path: Path) -> None:
    small = tiff(np.zeros((64, 64), np.uint8), compression="zlib")
    strip = zlib.compress(bytes(200_000_000))
    content = with_values(small + strip, {"StripOffsets": len(small), "StripByteCounts": len(strip)})
    (tmp_path / "bomb.tif").write_bytes(content)
    tracemalloc.start()
    try:
        with contextlib.suppress(ImageError):
            read_image(tmp_path / "bomb.tif")
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 50_000_000
