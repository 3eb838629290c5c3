from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import sqrtm

from vqganodip.detection.frechet import frechet_distance, single_sample_distances


def test_that_the_distance_is_heusels_formula_with_scipys_matrix_root():
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(60, 7)), rng.normal(1, 2, size=(80, 7)) @ rng.normal(size=(7, 7))
    ca, cb = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    expected = ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(ca + cb - 2 * sqrtm(ca @ cb).real)
    assert frechet_distance(a, b) == pytest.approx(expected, rel=1e-9)


def test_that_fewer_samples_than_dimensions_are_no_trouble():
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(5, 300)), rng.normal(size=(4, 300))
    assert frechet_distance(a, a) == pytest.approx(0, abs=1e-9)
    assert frechet_distance(a, b) == pytest.approx(frechet_distance(b, a))
    assert frechet_distance(a, b + 3) > frechet_distance(a, b) > 0


def test_that_one_sample_on_either_side_leaves_the_squared_distance():
    rng = np.random.default_rng(2)
    a, b = rng.normal(size=(6, 50)).astype(np.float32), rng.normal(size=(6, 50)).astype(np.float32)
    full = [frechet_distance(a[i : i + 1], b[i : i + 1]) for i in range(6)]
    np.testing.assert_allclose(single_sample_distances(a, b), full, rtol=1e-12)


def test_that_sets_that_do_not_fit_together_are_refused():
    with pytest.raises(ValueError, match="N×D"):
        frechet_distance(np.zeros((3, 4)), np.zeros((3, 5)))
