"""Texture energies of boards, and the statistics of maps at every place."""

from __future__ import annotations

import numpy as np
import pytest

from vqganodip.detection.place_statistics import LIMIT, PlaceSums
from vqganodip.detection.texture import TEXTURE_CHANNELS, texture_maps
from vqganodip.errors import TrainingError


def test_a_plain_surface_has_no_energy() -> None:
    maps = texture_maps(np.full((32, 64, 3), 128, np.uint8))
    assert maps.shape == (TEXTURE_CHANNELS, 8, 16)
    assert np.allclose(maps[:3], 0.0, atol=1e-3)
    assert np.allclose(maps[3:], 4.0)


def test_detail_of_each_size_shows_in_its_band() -> None:
    """Stripes of a period of 2, 6 and 16 px are strongest in the finest, the middle and the coarsest band."""
    x = np.arange(128)
    for band, period in enumerate((2, 6, 16)):
        stripes = (128 + 60 * np.cos(2 * np.pi * x / period)).astype(np.uint8)
        maps = texture_maps(np.broadcast_to(stripes[None, :, None], (128, 128, 3)).copy())
        assert int(maps[:3, 8:-8, 8:-8].mean(axis=(1, 2)).argmax()) == band


def test_statistics_are_mean_and_spread_of_the_place() -> None:
    rng = np.random.default_rng(1)
    boards = rng.normal(3.0, 2.0, (200, 2, 4, 5)).astype(np.float32)
    sums = PlaceSums()
    for board in boards:
        sums.add(board)
    about = sums.statistics()
    assert np.allclose(about.mean, boards.mean(axis=0), atol=1e-4)
    deviation = boards.std(axis=0)
    assert np.allclose(about.spread, deviation + deviation.mean(axis=(1, 2), keepdims=True) / 2, atol=2e-3)
    assert np.abs(about.deviation(np.full((2, 4, 5), 1e6, np.float32))).max() == LIMIT


def test_one_board_is_not_enough() -> None:
    sums = PlaceSums()
    sums.add(np.zeros((1, 2, 2), np.float32))
    with pytest.raises(TrainingError, match="too few"):
        sums.statistics()
