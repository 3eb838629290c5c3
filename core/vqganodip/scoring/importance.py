"""Importance of metrics (paper, Figure 14): permutation importance on held-out rows, and the model's own weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from vqganodip.scoring.classifiers import ClassifierSpec, Params, fit_classifier, probability
from vqganodip.scoring.folds import Ints, PreparedFold, Rows, prepare_fold, stratified_splits
from vqganodip.types import FloatArray

__all__ = ["Influence", "most_influential", "own_weights"]

_FOLDS: Final = 5
_REPEATS: Final = 5
_SHOWN: Final = 10
_CLIP: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Influence:
    """Importance of one metric.

    Attributes:
        name: Column of the metric table.
        permutation: Rise of the mean log-loss when its values are shuffled among the held-out rows (Breiman 2001); 0 or
            below if the classifier does not need it. Redundant metrics each seem dispensable.
        spread: Standard deviation of that rise over the shuffles.
        own: Weight in the fitted classifier: share of impurity for trees, share of |coefficient| for linear models;
            None for others.
    """

    name: str
    permutation: float
    spread: float
    own: float | None


def most_influential(
    rows: Rows,
    names: Sequence[str],
    spec: ClassifierSpec,
    params: Params,
    *,
    seed: int,
    smote: bool = True,
    own: dict[str, float] | None = None,
) -> tuple[Influence, ...]:
    """The ten metrics with the highest permutation importance, on stratified held-out folds (groups stay together).

    Preprocessing is fitted in each training part, so a metric that a fold dropped as redundant has importance 0 there.

    Args:
        rows: N rows of F columns.
        names: The F names.
        spec: The chosen classifier.
        params: Its hyperparameters.
        seed: Seeds folds, classifier and shuffles.
        smote: Balance the training parts.
        own: Weights of the fitted classifier by name, see :func:`own_weights`.

    Raises:
        ScoringError: The classifier cannot be fitted in some fold.
    """
    splits = stratified_splits(rows, _FOLDS, seed)
    folds = [prepare_fold(rows, split, seed + i, smote) for i, split in enumerate(splits)]
    rises = np.zeros((_REPEATS, len(names)))
    rng = np.random.default_rng(seed)
    for fold in folds:
        rises[:, fold.columns] += _rises(fold, rows.labels[fold.test], spec, params, rng)
    rises /= len(rows.labels)
    mean, spread = rises.mean(axis=0), rises.std(axis=0)
    order = np.argsort(-mean, kind="stable")[:_SHOWN]
    weights = own or {}
    return tuple(Influence(names[i], float(mean[i]), float(spread[i]), weights.get(names[i])) for i in order)


def _rises(
    fold: PreparedFold, labels: Ints, spec: ClassifierSpec, params: Params, rng: np.random.Generator
) -> FloatArray:
    """Rise of the summed loss of a fold's rows, REPEATS×K; 0 for columns without weight."""
    estimator = fit_classifier(spec, params, fold.X, fold.y, fold.seed)
    base = _losses(probability(estimator, fold.X_test), labels).sum()
    rows, columns = fold.X_test.shape
    weights = np.ravel(getattr(estimator, "coef_", np.ones(columns)))
    weighty = np.flatnonzero(weights) if len(weights) == columns else np.arange(columns)
    rises = np.zeros((_REPEATS, columns))
    for repeat in range(_REPEATS if len(weighty) else 0):
        many = np.repeat(fold.X_test[None], len(weighty), axis=0)
        for copy, column in enumerate(weighty):
            many[copy, :, column] = rng.permutation(fold.X_test[:, column])
        p = probability(estimator, many.reshape(len(weighty) * rows, columns)).reshape(len(weighty), rows)
        rises[repeat, weighty] = _losses(p, labels).sum(axis=1) - base
    return rises


def _losses(p: FloatArray, labels: Ints) -> FloatArray:
    return np.asarray(-np.log(np.clip(np.where(labels == 1, p, 1.0 - p), _CLIP, 1.0)))


def own_weights(estimator: Any, names: Sequence[str]) -> dict[str, float]:
    """Weights of the columns in a fitted classifier, as shares that add up to 1; empty if it has none."""
    weights = getattr(estimator, "feature_importances_", None)
    if weights is None:
        weights = getattr(estimator, "coef_", None)
    if weights is None:
        return {}
    values = np.abs(np.asarray(weights, np.float64)).reshape(-1)
    if len(values) != len(names) or not values.sum() > 0:
        return {}
    return dict(zip(names, (values / values.sum()).tolist(), strict=True))
