from __future__ import annotations

import numpy as np
import pytest

from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import BundleError, ImageError, TrainingError


def boards(count: int, noise: float = 3.0, seed: int = 0) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    product = np.random.default_rng(99).integers(40, 200, (64, 80, 3)).astype(float)
    return [np.clip(product + rng.normal(0, noise, product.shape), 0, 255).astype(np.uint8) for _ in range(count)]


def test_that_a_defect_deviates_from_the_statistics_of_normal_boards():
    statistics = PixelStatistics.build(boards(20))
    normal, defective = boards(2, seed=1)
    defective[30:36, 40:46] = 255
    assert statistics.score(defective) > 2 * statistics.score(normal)
    y, x = np.unravel_index(statistics.z_map(defective).argmax(), (64, 80))
    assert 30 <= y < 36
    assert 40 <= x < 46


def test_that_gain_normalisation_forgives_a_darker_board():
    dark = (boards(1, seed=2)[0] * 0.8).astype(np.uint8)
    with_gain, without = (PixelStatistics.build(boards(20), gain=gain).score(dark) for gain in (True, False))
    assert with_gain < without / 3


def test_that_equal_boards_have_the_floor_as_spread():
    board = np.full((10, 12, 3), 100, np.uint8)
    statistics = PixelStatistics.build([board, board], gain=False)
    other = board.copy()
    other[4, 5] = 103
    z = statistics.z_map(other)
    assert z[4, 5] == pytest.approx(3.0)
    assert z.sum() == pytest.approx(3.0)


def test_that_black_boards_give_finite_scores():
    black = np.zeros((10, 12, 3), np.uint8)
    statistics = PixelStatistics.build([black, black])
    assert all(np.isfinite(statistics.score(image)) for image in (black, black + 255))


def test_that_ignored_pixels_do_not_count():
    board = np.full((20, 20, 3), 100, np.uint8)
    statistics = PixelStatistics.build([board, board], gain=False)
    spot = board.copy()
    spot[3, 3] += 50
    assert statistics.score(spot) == pytest.approx(50 / 100)
    assert statistics.score(spot, (spot != board).any(axis=2)) == 0


def test_that_pixel_statistics_survive_storage():
    statistics = PixelStatistics.build(boards(3))
    again = PixelStatistics.from_arrays(statistics.to_arrays())
    image = boards(1, seed=5)[0]
    # stored in 255 steps: at most half a grey level, and half a step of the scale's logarithm
    off = 0.5 / statistics.scale.min() + 1e-3
    steps = np.log(statistics.scale.max() / statistics.scale.min()) / 510
    np.testing.assert_allclose(again.z_map(image), statistics.z_map(image), atol=off, rtol=1.1 * steps)
    twice = PixelStatistics.from_arrays(again.to_arrays())
    np.testing.assert_allclose(twice.z_map(image), again.z_map(image), rtol=1e-4, atol=1e-4)
    with pytest.raises(BundleError):
        PixelStatistics.from_arrays({"mean": statistics.mean})
    with pytest.raises(BundleError):
        PixelStatistics.from_arrays(statistics.to_arrays() | {"scale": np.zeros_like(statistics.scale)})


def test_that_too_few_boards_and_boards_of_another_size_are_refused():
    with pytest.raises(TrainingError, match="1 normal images"):
        PixelStatistics.build(boards(1))
    with pytest.raises(ImageError):
        PixelStatistics.build([*boards(2), np.zeros((5, 5, 3), np.uint8)])
    with pytest.raises(ImageError):
        PixelStatistics.build(boards(2)).z_map(np.zeros((5, 5, 3), np.uint8))
