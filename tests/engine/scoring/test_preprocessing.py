from __future__ import annotations

import numpy as np
import pytest

from vqganodip.errors import ScoringError
from vqganodip.scoring.preprocessing import fit_preprocessing


def test_that_constant_columns_are_dropped() -> None:
    values = np.array([[1.0, 5.0, 0.1], [2.0, 5.0, 0.1], [4.0, 5.0, 0.1 + 1e-17]])
    assert fit_preprocessing(values).columns.tolist() == [0]


def test_that_of_correlated_columns_the_first_stays() -> None:
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(2, 40))
    values = np.column_stack([a, b, -3 * a + 1, a + 0.01 * b, b + 2 * a])
    assert fit_preprocessing(values).columns.tolist() == [0, 1, 4]


def test_that_a_dropped_column_drops_no_other() -> None:
    # B is close to A, C is close to B but not to A: B goes, C stays.
    rng = np.random.default_rng(1)
    a, noise = rng.normal(size=(2, 400))
    values = np.column_stack([a, a + 0.25 * noise, a + 0.5 * noise])
    r = np.corrcoef(values.T)
    assert r[0, 1] > 0.95
    assert r[1, 2] > 0.95
    assert r[0, 2] < 0.95
    assert fit_preprocessing(values).columns.tolist() == [0, 2]


def test_that_training_rows_fill_zero_to_one_and_others_are_clipped() -> None:
    fitted = fit_preprocessing(np.array([[10.0], [20.0], [15.0]]))
    np.testing.assert_allclose(fitted.apply(np.array([[10.0], [20.0], [15.0]]))[:, 0], [0, 1, 0.5])
    np.testing.assert_allclose(fitted.apply(np.array([[-5.0], [99.0]]))[:, 0], [0, 1])


def test_that_a_column_in_which_lower_is_worse_is_flipped() -> None:
    fitted = fit_preprocessing(np.array([[1.0], [3.0]]), np.array([-1]))
    np.testing.assert_allclose(fitted.apply(np.array([[1.0], [2.5], [9.0]]))[:, 0], [1, 0.25, 0])


def test_that_it_equals_the_pipeline_of_scikit_learn() -> None:
    from sklearn.feature_selection import VarianceThreshold
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MinMaxScaler

    rng = np.random.default_rng(2)
    train, test = rng.normal(size=(30, 20)), 2 * rng.normal(size=(9, 20))
    train[:, 3] = 7.0
    fitted = fit_preprocessing(train, max_correlation=1.0)
    reference = make_pipeline(VarianceThreshold(), MinMaxScaler(clip=True)).fit(train)
    np.testing.assert_allclose(fitted.apply(test), reference.transform(test), atol=1e-12)


def test_that_all_constant_columns_are_an_error() -> None:
    with pytest.raises(ScoringError, match="constant"):
        fit_preprocessing(np.full((5, 3), 2.0))


def test_that_huge_and_tiny_metrics_neither_overflow_nor_vanish() -> None:
    rng = np.random.default_rng(3)
    values = rng.normal(size=(20, 2)) * np.array([1e300, 1e-300])
    assert fit_preprocessing(values).columns.tolist() == [0, 1]
