"""Latent statistics and the spread of normal differences against cases computed by hand."""

from __future__ import annotations

import numpy as np
import pytest

from vqganodip.detection.latent_statistics import LATENT_SCORES, LatentStatistics, latent_scores
from vqganodip.detection.variation_mask import NormalSpread
from vqganodip.errors import BundleError, TrainingError


def test_that_the_deviation_is_the_mean_squared_z_of_the_channels() -> None:
    a, b = np.zeros((2, 1, 2), np.float32), np.full((2, 1, 2), 2.0, np.float32)
    statistics = LatentStatistics.build([a, b])  # mean 1, standard deviation 1 everywhere, so scale 1.5
    assert statistics.deviation(np.array([[[1.0, 4.0]], [[1.0, 1.0]]], np.float32)).tolist() == [[0.0, 2.0]]


def test_that_scores_grow_with_one_anomalous_position() -> None:
    rng = np.random.default_rng(0)
    normal = [rng.normal(0, 1, (8, 10, 12)).astype(np.float32) for _ in range(12)]
    statistics = LatentStatistics.build(normal[:10])
    anomalous = normal[11].copy()
    anomalous[:, 4, 4] += 6
    one, other = (latent_scores(statistics.deviation(latents)) for latents in (normal[11], anomalous))
    assert set(one) == set(LATENT_SCORES)
    assert all(other[name] > one[name] for name in one)
    again = LatentStatistics.from_arrays(statistics.to_arrays())
    assert latent_scores(again.deviation(anomalous))["top20"] == pytest.approx(other["top20"], rel=1e-2)


def test_that_too_few_boards_and_boards_of_different_sizes_are_refused() -> None:
    z = np.zeros((2, 3, 3), np.float32)
    with pytest.raises(TrainingError, match="too few"):
        LatentStatistics.build([z])
    with pytest.raises(TrainingError, match="differ in size"):
        LatentStatistics.build([z, np.zeros((2, 3, 4), np.float32)])
    statistics = LatentStatistics.build([z, z + 1])
    with pytest.raises(BundleError, match="shape"):
        statistics.deviation(np.zeros((2, 4, 4), np.float32))
    with pytest.raises(BundleError, match="invalid"):
        LatentStatistics.from_arrays({"mean": z, "scale": z, "images": np.asarray(2)})


def test_that_the_excess_is_zero_for_a_usual_board_and_grows_with_a_anomalous_spot() -> None:
    rng = np.random.default_rng(1)
    maps = [(0.05 + 0.01 * rng.random((40, 40))).astype(np.float32) for _ in range(8)]
    spread = NormalSpread.build(maps)
    usual = spread.excess(spread.mean)
    assert usual.max() < 0.5
    anomalous = maps[0].copy()
    anomalous[10:16, 10:16] += 0.4
    excess = spread.excess(anomalous)
    assert excess[12, 12] > 3
    assert excess[30, 30] < 1
    again = NormalSpread.from_arrays(spread.to_arrays())
    np.testing.assert_allclose(again.excess(anomalous), excess, atol=0.02)
    with pytest.raises(TrainingError, match="too few"):
        NormalSpread.build(maps[:1])
