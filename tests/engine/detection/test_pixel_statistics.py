from __future__ import annotations

import numpy as np
import pytest

from vqganodip.detection.pixel_statistics import PixelStatistics, golden_scores
from vqganodip.errors import BundleError, ImageError, TrainingError


def boards(count: int, noise: float = 3.0, seed: int = 0) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    product = np.random.default_rng(99).integers(40, 200, (64, 80, 3)).astype(float)
    return [np.clip(product + rng.normal(0, noise, product.shape), 0, 255).astype(np.uint8) for _ in range(count)]


def test_that_a_defect_stands_out_of_the_golden_board():
    golden = PixelStatistics.build(boards(20))
    normal, defective = boards(2, seed=1)
    defective[30:36, 40:46] = 255
    assert golden.scores(defective)["top.mean"] > 2 * golden.scores(normal)["top.mean"]
    y, x = np.unravel_index(golden.z_map(defective).argmax(), (64, 80))
    assert 30 <= y < 36
    assert 40 <= x < 46


def test_that_gain_normalisation_forgives_a_darker_board():
    dark = (boards(1, seed=2)[0] * 0.8).astype(np.uint8)
    with_gain, without = (
        PixelStatistics.build(boards(20), gain=gain).scores(dark)["top.mean"] for gain in (True, False)
    )
    assert with_gain < without / 3


def test_that_equal_boards_have_the_floor_as_spread():
    board = np.full((10, 12, 3), 100, np.uint8)
    golden = PixelStatistics.build([board, board], gain=False)
    other = board.copy()
    other[4, 5] = 103
    z = golden.z_map(other)
    assert z[4, 5] == pytest.approx(3.0)
    assert z.sum() == pytest.approx(3.0)


def test_that_black_boards_give_finite_scores():
    black = np.zeros((10, 12, 3), np.uint8)
    golden = PixelStatistics.build([black, black])
    assert all(np.isfinite(list(golden.scores(image).values())).all() for image in (black, black + 255))


def test_that_ignored_pixels_do_not_count():
    z = np.zeros((20, 20), np.float32)
    z[3, 3] = 50
    assert golden_scores(z)["top.max"] == 50
    assert golden_scores(z, z > 0)["top.max"] == 0


def test_that_a_golden_board_survives_its_arrays():
    golden = PixelStatistics.build(boards(3))
    again = PixelStatistics.from_arrays(golden.to_arrays())
    image = boards(1, seed=5)[0]
    # kept in 255 steps: half a grey level at worst, and half a step of the scale's logarithm
    off = 0.5 / golden.scale.min() + 1e-3
    steps = np.log(golden.scale.max() / golden.scale.min()) / 510
    np.testing.assert_allclose(again.z_map(image), golden.z_map(image), atol=off, rtol=1.1 * steps)
    twice = PixelStatistics.from_arrays(again.to_arrays())
    np.testing.assert_allclose(twice.z_map(image), again.z_map(image), rtol=1e-4, atol=1e-4)
    with pytest.raises(BundleError):
        PixelStatistics.from_arrays({"mean": golden.mean})
    with pytest.raises(BundleError):
        PixelStatistics.from_arrays(golden.to_arrays() | {"scale": np.zeros_like(golden.scale)})


def test_that_too_few_boards_and_boards_of_another_size_are_refused():
    with pytest.raises(TrainingError, match="1 normal images"):
        PixelStatistics.build(boards(1))
    with pytest.raises(ImageError):
        PixelStatistics.build([*boards(2), np.zeros((5, 5, 3), np.uint8)])
    with pytest.raises(ImageError):
        PixelStatistics.build(boards(2)).z_map(np.zeros((5, 5, 3), np.uint8))
