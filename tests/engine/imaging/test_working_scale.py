"""Working scale: sharp images keep theirs, enlarged and blurred ones are reduced until they are sharp."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from vqganodip.datasets.synthetic.render import render_board
from vqganodip.imaging.working_scale import LEAST_DETAIL, fine_detail, working_scale
from vqganodip.types import Image


@pytest.fixture(scope="module")
def board() -> Image:
    return render_board("gateway", 5, size=512).image


def test_a_sharp_board_keeps_its_scale(board: Image) -> None:
    assert fine_detail([board]) > LEAST_DETAIL
    assert working_scale([board], 1024).long_side == 1024
    assert working_scale([board], 512).long_side == 512


def test_an_enlarged_board_is_reduced_until_it_shows_fine_detail(board: Image) -> None:
    large = cv2.resize(board, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    scale = working_scale([np.asarray(large, np.uint8)], 1024)
    assert scale.detail_before < LEAST_DETAIL <= scale.detail
    assert scale.long_side in (512, 768)


def test_a_blurred_board_is_reduced(board: Image) -> None:
    blurred = np.asarray(cv2.GaussianBlur(board, (0, 0), 0.9), np.uint8)
    assert working_scale([blurred], 1024).long_side < 512


def test_a_smooth_product_keeps_its_scale() -> None:
    """Reducing brings no detail where there is none, and never below 256 px."""
    x = np.linspace(0, 6, 800)
    smooth = np.uint8(127 + 100 * np.sin(x)[:, None, None] * np.cos(x)[None, :, None]) * np.ones(3, np.uint8)
    assert working_scale([smooth], 1024).long_side == 1024
    tiny = np.asarray(cv2.resize(smooth, (200, 200)), np.uint8)
    assert working_scale([tiny], 1024).long_side == 1024
