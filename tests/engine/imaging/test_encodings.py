"""One drawn board in every encoding: each file gives what was drawn, or is refused in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from engine.imaging.encodings.bmp_files import bmp_files
from engine.imaging.encodings.drawn_board import Encoded
from engine.imaging.encodings.jpeg_files import jpeg_files
from engine.imaging.encodings.png_files import png_files, webp_files
from engine.imaging.encodings.tiff_files import tiff_files

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
