"""Shared fits of several draws: ensembles whose first k members do not depend on the number of members.

A forest of 60 trees is the first 60 trees of the forest of 150 with the same seed; boosting after 20 stages does not
depend on later stages. Draws that differ only in ``n_estimators`` are therefore fitted once, with the most members, and
evaluated at each number. Probabilities equal those of separate fits (core/decisions/014).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

from vqganodip.scoring.classifiers import ClassifierSpec, Params, fit_classifier, probability
from vqganodip.scoring.folds import PreparedFold
from vqganodip.types import FloatArray

__all__ = ["SHARED", "draws_together", "shared_probabilities"]

MEMBERS: Final = "n_estimators"
SHARED: Final = ("RF", "ET", "ADA", "GBC")
"""LightGBM and XGBoost have the property too, but their other parameters are not on a grid."""


def draws_together(spec: ClassifierSpec, draws: Sequence[Params]) -> tuple[tuple[int, ...], ...]:
    """Indices of draws that share a fit, in the order of the first of each group."""
    groups: dict[str, list[int]] = {}
    for i, params in enumerate(draws):
        same = sorted((k, v) for k, v in params.items() if k != MEMBERS) if spec.name in SHARED else [("draw", i)]
        groups.setdefault(repr(same), []).append(i)
    return tuple(tuple(group) for group in groups.values())


def shared_probabilities(spec: ClassifierSpec, draws: Sequence[Params], fold: PreparedFold) -> tuple[FloatArray, ...]:
    """Predictions of each draw for the held-out rows of a fold, from one fit.

    Args:
        spec: The classifier.
        draws: Draws of one group of :func:`draws_together`.
        fold: The prepared fold.

    Returns:
        Per draw float64 T, the probability of being abnormal.

    Raises:
        ScoringError: The library rejects the data.
    """
    if len(draws) == 1:
        return (probability(fit_classifier(spec, draws[0], fold.X, fold.y, fold.seed), fold.X_test),)
    members = [int(params[MEMBERS]) for params in draws]
    largest = draws[int(np.argmax(members))]
    estimator = fit_classifier(spec, largest, fold.X, fold.y, fold.seed)
    stages = _stages(estimator, fold.X_test)
    read: dict[int, FloatArray] = {}
    last: FloatArray | None = None
    for count, p in enumerate(stages, start=1):
        last = p
        if count in members:
            read[count] = p
    assert last is not None
    return tuple(read.get(count, last) for count in members)  # AdaBoost stops early on a perfect fit


def _stages(estimator: Any, X: FloatArray) -> Iterator[FloatArray]:
    """The probability of being abnormal after 1, 2, … members."""
    if hasattr(estimator, "staged_predict_proba"):
        for p in estimator.staged_predict_proba(X):
            yield np.clip(np.asarray(p[:, 1], dtype=np.float64), 0.0, 1.0)
        return
    X32, total = X.astype(np.float32), np.zeros((len(X), 2))
    for count, tree in enumerate(estimator.estimators_, start=1):
        total = total + tree.predict_proba(X32)
        yield np.clip((total / count)[:, 1], 0.0, 1.0)
