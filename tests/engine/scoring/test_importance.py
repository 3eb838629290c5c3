"""Importance of metrics."""

from __future__ import annotations

import numpy as np
import pytest

from vqganodip.scoring.classifiers import CLASSIFIERS
from vqganodip.scoring.folds import Rows, prepare_fold, stratified_splits
from vqganodip.scoring.importance import most_influential, own_weights


def made(seed: int = 0) -> Rows:
    """Column 1 decides, column 3 helps a little, the others are noise."""
    rng = np.random.default_rng(seed)
    labels = np.array([0, 1] * 40, np.int64)
    values = rng.normal(size=(80, 6))
    values[:, 1] += 3 * labels
    values[:, 3] += 0.8 * labels
    return Rows(values, labels, np.arange(80, dtype=np.int64))


NAMES = tuple("abcdef")


@pytest.mark.parametrize("name", ["ET", "LR", "XGBoost", "KNN"])
def test_that_the_metric_that_decides_comes_first(name: str) -> None:
    spec = CLASSIFIERS[name]
    influences = most_influential(made(), NAMES, spec, spec.start, seed=0)
    assert influences[0].name == "b"
    assert influences[0].permutation > 5 * abs(influences[-1].permutation)
    assert len(influences) == 6


def test_that_shuffling_equals_doing_it_by_hand_for_one_column() -> None:
    rows, spec = made(), CLASSIFIERS["LR"]
    influences = {i.name: i for i in most_influential(rows, NAMES, spec, spec.start, seed=4)}
    folds = [prepare_fold(rows, s, 4 + i) for i, s in enumerate(stratified_splits(rows, 5, 4))]
    from vqganodip.scoring.classifiers import fit_classifier, probability

    def loss(p: np.ndarray, y: np.ndarray) -> float:
        return float(-np.log(np.where(y == 1, p, 1 - p)).sum())

    rng, rises = np.random.default_rng(1), []
    for _ in range(40):
        rise = 0.0
        for fold in folds:
            model = fit_classifier(spec, spec.start, fold.X, fold.y, fold.seed)
            shuffled = fold.X_test.copy()
            shuffled[:, 1] = rng.permutation(shuffled[:, 1])
            y = rows.labels[fold.test]
            rise += loss(probability(model, shuffled), y) - loss(probability(model, fold.X_test), y)
        rises.append(rise / 80)
    assert influences["b"].permutation == pytest.approx(np.mean(rises), abs=4 * np.std(rises))


def test_that_own_weights_are_shares_and_missing_where_a_model_has_none() -> None:
    class Linear:
        coef_ = np.array([[3.0, -1.0]])

    assert own_weights(Linear(), ("a", "b")) == {"a": 0.75, "b": 0.25}
    assert own_weights(object(), ("a", "b")) == {}
