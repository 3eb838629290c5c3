"""The best single metric as a classifier: what every composite score of many metrics has to be better than.

With few labelled images a score of many metrics is mostly chance, and one good metric may be all that they carry. It is
chosen on the rows of a fit alone, so leaving images out leaves them out of the choice.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vqganodip.scoring.monotone import MonotoneLogisticRegression
from vqganodip.statistics import auroc
from vqganodip.types import FloatArray

__all__ = ["BestMetric"]


class BestMetric:
    """Logistic regression on the column of highest AUROC. Has scikit-learn's ``fit`` and ``predict_proba``.

    Of columns with the same AUROC the one with the greater distance of the class means, in units of their pooled
    deviation, is taken; then the first.

    Args:
        C: Inverse of the L2 penalty, > 0, as in scikit-learn. It changes the probabilities, not their order.
    """

    def __init__(self, C: float = 1.0) -> None:
        self.C = C

    def fit(self, X: FloatArray, y: NDArray[np.int64]) -> BestMetric:
        """Fit on rows X (float64 N×K, every column oriented upwards) with labels y (0 or 1, both present)."""
        abnormal = y == 1
        means = X[abnormal].mean(axis=0) - X[~abnormal].mean(axis=0)
        pooled = np.sqrt(X[abnormal].var(axis=0) + X[~abnormal].var(axis=0))
        apart = means / np.maximum(pooled, np.finfo(np.float64).tiny)
        ranks = np.array([round(auroc(column, y), 9) for column in X.T])
        self.column_ = int(np.lexsort((-np.arange(X.shape[1]), apart, ranks))[-1])
        self.model_ = MonotoneLogisticRegression(self.C).fit(X[:, [self.column_]], y)
        self.coef_ = np.zeros(X.shape[1])
        self.coef_[self.column_] = self.model_.coef_[0]
        return self

    def predict_proba(self, X: FloatArray) -> FloatArray:
        """N×2: probability of normal and of abnormal."""
        return self.model_.predict_proba(X[:, [self.column_]])
