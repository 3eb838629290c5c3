"""Logistic regression with non-negative coefficients: a classifier for small data sets, not in the paper.

Every metric of a reconstruction has a known direction: more difference is more abnormal. With 30 images and 400
metrics that knowledge is worth more than the labels, because it excludes most chance correlations. It combines three
known ideas: non-negative coefficients, pooled within-class standard deviations with the offset of Tibshirani et al.
(2002, nearest shrunken centroids), and an L2 penalty under which the model tends, as C goes to 0, to the independence
rule, which Bickel and Levina (2004) show to be the better choice if columns outnumber rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vqganodip.types import FloatArray

__all__ = ["MonotoneLogisticRegression"]


class MonotoneLogisticRegression:
    """Logistic regression with coefficients >= 0. Has scikit-learn's ``fit`` and ``predict_proba``.

    Args:
        C: Inverse of the L2 penalty, > 0, as in scikit-learn.
        max_iter: Iterations of L-BFGS-B.
    """

    def __init__(self, C: float = 0.1, max_iter: int = 300) -> None:
        self.C = C
        self.max_iter = max_iter

    def fit(self, X: FloatArray, y: NDArray[np.int64]) -> MonotoneLogisticRegression:
        """Fit on rows X (float64 N×K, every column oriented upwards) with labels y (0 or 1, both present)."""
        from scipy.optimize import minimize

        abnormal = y == 1
        residual = X - np.where(abnormal[:, None], X[abnormal].mean(axis=0), X[~abnormal].mean(axis=0))
        spread = np.sqrt((residual**2).sum(axis=0) / max(len(y) - 2, 1))
        offset = float(np.median(spread))
        # If no class varies, the columns are used unscaled; they lie in [0, 1].
        self.scale_ = spread + (offset if offset > 0 else 1.0)
        self.centre_ = X.mean(axis=0)
        Z = (X - self.centre_) / self.scale_
        target = abnormal.astype(np.float64)

        def loss(theta: FloatArray) -> tuple[float, FloatArray]:
            w, b = theta[:-1], theta[-1]
            margin = Z @ w + b
            p = _sigmoid(margin)
            value = self.C * float((np.logaddexp(0.0, margin) - target * margin).sum()) + 0.5 * float(w @ w)
            slope = self.C * (p - target)
            return value, np.append(Z.T @ slope + w, slope.sum())

        bounds = [(0.0, None)] * X.shape[1] + [(None, None)]
        found = minimize(
            loss,
            np.zeros(X.shape[1] + 1),
            jac=True,
            method="L-BFGS-B",
            bounds=bounds,
            options={"maxiter": self.max_iter},
        )
        self.coef_ = np.asarray(found.x[:-1], dtype=np.float64)
        self.intercept_ = float(found.x[-1])
        return self

    def predict_proba(self, X: FloatArray) -> FloatArray:
        """N×2: probability of normal and of abnormal."""
        p = _sigmoid(((X - self.centre_) / self.scale_) @ self.coef_ + self.intercept_)
        return np.column_stack([1.0 - p, p])


def _sigmoid(x: FloatArray) -> FloatArray:
    return np.exp(-np.logaddexp(0.0, -x))
