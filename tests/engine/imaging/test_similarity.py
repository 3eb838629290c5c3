"""The nearest board, tested with rendered boards and their twins in another light and pose."""

from __future__ import annotations

import numpy as np
import pytest

from vqganodip.datasets.synthetic import camera, render
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.errors import ImageError
from vqganodip.imaging.registration import build_reference, register
from vqganodip.imaging.similarity import board_look, nearest_board
from vqganodip.types import Image

SEEDS = (11, 12, 13, 14, 15, 16)
SIZE = 512


def photographed(seed: int, monkeypatch: pytest.MonkeyPatch, exposure: int | None = None, defects: int = 0) -> Image:
    """A board; under the lamps and in the pose of another one where ``exposure`` names it."""
    drawn = camera.Exposure.draw
    with monkeypatch.context() as patch:
        if exposure is not None:
            patch.setattr(render.Exposure, "draw", lambda _seed, size, variation: drawn(exposure, size, variation))
        return render_board(DEMO_PRODUCT, seed, size=SIZE, defects=defects).image


def test_that_the_twin_of_a_board_in_another_light_and_pose_is_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    boards = [photographed(seed, monkeypatch) for seed in SEEDS]
    reference = build_reference(boards, long_side=SIZE)
    grid = (SIZE, SIZE)

    def look(pixels: Image) -> np.ndarray:  # type: ignore[type-arg]
        return board_look(register(pixels, reference).pixels, grid)

    others = np.stack([look(board) for board in boards])
    for index, seed in enumerate(SEEDS):
        # the twin has another exposure and a defect that no good board has
        twin = photographed(seed, monkeypatch, exposure=100 + seed, defects=1)
        assert np.abs(twin.astype(int) - boards[index]).mean() > 1.0
        nearest, distance = nearest_board(look(twin), others)
        assert nearest == index
        assert 0.0 < distance < 0.3
        assert distance < nearest_board(look(twin), np.delete(others, index, axis=0))[1]


def test_that_lighting_changes_the_distance_little_and_a_moved_component_much() -> None:
    board = np.full((96, 128, 3), 70, np.uint8)
    board[20:40, 30:60] = 180
    board[60:80, 80:110] = 30
    grid = (128, 96)
    own = board_look(board, grid)
    slope = np.linspace(0.8, 1.2, 128)[None, :, None]
    lit = np.clip(board * slope * 1.2, 0, 255).astype(np.uint8)
    moved = board.copy()
    moved[60:80, 80:110], moved[60:80, 20:50] = 70, 30
    nearest, distance = nearest_board(own, np.stack([board_look(moved, grid), board_look(lit, grid)]))
    assert nearest == 1
    assert distance < 0.5 * nearest_board(own, board_look(moved, grid)[None])[1]
    assert nearest_board(own, own[None]) == (0, 0.0)


def test_that_looks_of_one_grid_have_one_shape_whatever_the_size_of_the_picture() -> None:
    shapes = {
        board_look(np.zeros((h, w, 3), np.uint8), (1024, 683)).shape for h, w in ((85, 128), (43, 64), (683, 1024))
    }
    assert shapes == {(85, 128)}
    assert not board_look(np.full((64, 64, 3), 9, np.uint8), (64, 64)).any(), "a picture without contrast"


def test_that_what_cannot_be_compared_is_refused() -> None:
    look = board_look(np.zeros((64, 64, 3), np.uint8), (64, 64))
    with pytest.raises(ImageError, match="cannot be compared"):
        nearest_board(look, np.zeros((0, 128, 128), np.float32))
    with pytest.raises(ImageError, match="cannot be compared"):
        nearest_board(look, np.zeros((2, 85, 128), np.float32))
    with pytest.raises(ImageError, match="uint8"):
        board_look(np.zeros((64, 64), np.uint8), (64, 64))
