"""The zero-false-negative threshold, confusion counts, and what the data can promise. Pure numpy.

A defect is the positive class (1). A higher score is more defective; an image is flagged when score >= threshold.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vqganodip.errors import ScoringError
from vqganodip.types import FloatArray

__all__ = [
    "STD_THRESHOLD",
    "Confusion",
    "Threshold",
    "ThresholdStep",
    "auroc",
    "confusion",
    "defects_needed",
    "false_call_reduction",
    "mean_review_s",
    "miss_rate_upper_bound",
    "zfn_threshold",
]

STD_THRESHOLD: Final = 0.5
"""The standard threshold of a probability (paper section 3.3)."""

_STEPS: Final = 3  # no miss, one and two misses given up


@dataclass(frozen=True, slots=True)
class ThresholdStep:
    """A threshold that gives up at most so many abnormal images of those it was set on.

    Attributes:
        allowed: Misses that were allowed.
        value: The threshold; an image is flagged when score >= value.
        set_by: Indices of the abnormal images whose score is the threshold.
        given_up: Indices of the abnormal images below it; fewer than ``allowed`` when scores tie.
    """

    allowed: int
    value: float
    set_by: tuple[int, ...]
    given_up: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """The zero-false-negative threshold and what giving up one or two misses would make of it.

    Attributes:
        steps: Steps for 0, 1 and 2 misses, as far as there are abnormal images.
        normal: Normal images it was set on.
        abnormal: Abnormal images it was set on.
    """

    steps: tuple[ThresholdStep, ...]
    normal: int
    abnormal: int

    @property
    def value(self) -> float:
        """The zero-false-negative threshold."""
        return self.steps[0].value

    @property
    def set_by(self) -> tuple[int, ...]:
        """Indices of the abnormal images that set it."""
        return self.steps[0].set_by


@dataclass(frozen=True, slots=True)
class Confusion:
    """Confusion counts. A rate whose denominator is zero is None: nothing was observed, so nothing is claimed.

    Attributes:
        tp: Abnormal images that are flagged.
        fp: Normal images that are flagged.
        tn: Normal images that pass.
        fn: Abnormal images that pass, the misses.
    """

    tp: int
    fp: int
    tn: int
    fn: int

    @property
    def total(self) -> int:
        return self.tp + self.fp + self.tn + self.fn

    @property
    def accuracy(self) -> float | None:
        """(TP + TN) / all, in [0, 1]; None without images."""
        return _ratio(self.tp + self.tn, self.total)

    @property
    def precision(self) -> float | None:
        """TP / (TP + FP), in [0, 1]; None when no image is flagged."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def fpr(self) -> float | None:
        """FP / (FP + TN), in [0, 1]; None without normal images."""
        return _ratio(self.fp, self.fp + self.tn)

    @property
    def fnr(self) -> float | None:
        """FN / (FN + TP), in [0, 1]; None without abnormal images."""
        return _ratio(self.fn, self.fn + self.tp)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def zfn_threshold(scores: ArrayLike, labels: ArrayLike) -> Threshold:
    """The lowest score among the abnormal images (paper section 3.3), and the next two steps.

    With k misses allowed the threshold is the (k + 1)-th lowest abnormal score.

    Args:
        scores: N finite scores, higher is more defective.
        labels: N labels, 1 for defective and 0 for normal.

    Raises:
        ScoringError: No normal or no abnormal image, a label other than 0 and 1, a score that is not finite.
    """
    s, y = _checked(scores, labels, "threshold")
    _both_classes(y, "threshold")
    abnormal = np.flatnonzero(y)
    ordered = np.sort(s[abnormal])
    steps = []
    for allowed in range(min(_STEPS, len(ordered))):
        value = float(ordered[allowed])
        set_by = tuple(int(i) for i in abnormal if s[i] == value)
        given_up = tuple(int(i) for i in abnormal if s[i] < value)
        steps.append(ThresholdStep(allowed, value, set_by, given_up))
    return Threshold(tuple(steps), normal=int((~y).sum()), abnormal=len(abnormal))


def confusion(scores: ArrayLike, labels: ArrayLike, threshold: float) -> Confusion:
    """Counts when images with score >= threshold are flagged.

    Raises:
        ScoringError: A label other than 0 and 1, a score or threshold that is not finite.
    """
    s, y = _checked(scores, labels, "confusion counts")
    if not math.isfinite(threshold):
        raise ScoringError(f"the threshold is {threshold}", where="confusion counts", todo="Set a threshold first.")
    flagged = s >= threshold
    return Confusion(
        tp=int((flagged & y).sum()),
        fp=int((flagged & ~y).sum()),
        tn=int((~flagged & ~y).sum()),
        fn=int((~flagged & y).sum()),
    )


def auroc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Probability that an abnormal image scores above a normal one, ties counting half; in [0, 1].

    The Mann-Whitney statistic of mid-ranks (Hanley and McNeil 1982), which is the area under the ROC curve.

    Raises:
        ScoringError: As :func:`zfn_threshold`.
    """
    s, y = _checked(scores, labels, "AUROC")
    _both_classes(y, "AUROC")
    _, inverse, counts = np.unique(s, return_inverse=True, return_counts=True)
    mid_ranks = (np.cumsum(counts) - (counts - 1) / 2.0)[inverse]
    abnormal = int(y.sum())
    normal = len(y) - abnormal
    return float((mid_ranks[y].sum() - abnormal * (abnormal + 1) / 2) / (abnormal * normal))


def miss_rate_upper_bound(misses: int, n: int, confidence: float = 0.95) -> float:
    """The exact one-sided upper bound of a miss rate: Clopper and Pearson (1934).

    It is the rate at which ``misses`` or fewer among ``n`` would be seen with probability 1 − confidence; 0 of 174
    gives 0.0171. For a threshold put at an order statistic of the abnormal scores themselves the same number is the
    tolerance limit of Wilks (1941), so the bound holds for the zero-false-negative threshold too, as long as the
    *scores* were not chosen by looking at these images.

    Args:
        misses: Abnormal images that were not flagged, 0 to n.
        n: Abnormal images.
        confidence: In (0, 1).

    Returns:
        A rate in (0, 1]; 1 when all were missed.

    Raises:
        ScoringError: No abnormal image, misses outside 0 to n, confidence outside (0, 1).
    """
    _check_confidence(confidence)
    if n < 1 or not 0 <= misses <= n:
        raise ScoringError(f"{misses} misses of {n}", where="miss rate", todo="Count misses among 1 or more defects.")
    tail = 1.0 - confidence
    if misses == n:
        return 1.0
    if misses == 0:
        return float(-np.expm1(math.log(tail) / n))
    at_most = _tail_of(misses, n)
    low, high = misses / n, 1.0
    for _ in range(60):  # halving: 2^-60 is below the spacing of floats here
        middle = (low + high) / 2
        low, high = (middle, high) if at_most(middle) > tail else (low, middle)
    return (low + high) / 2


def _tail_of(misses: int, n: int) -> Callable[[float], float]:
    """rate ↦ P(X <= misses) for X binomial(n, rate), 0 < rate < 1; its coefficients are computed once."""
    k = np.arange(misses + 1)
    steps = np.log(np.arange(n, n - misses, -1) / np.arange(1, misses + 1)) if misses else np.empty(0)
    log_choose = np.concatenate([[0.0], np.cumsum(steps)])

    def at_most(rate: float) -> float:
        if rate >= 1.0:
            return 0.0
        return float(np.exp(log_choose + k * math.log(rate) + (n - k) * math.log1p(-rate)).sum())

    return at_most


def defects_needed(rate: float, confidence: float = 0.95) -> int:
    """How many defects must be seen without a miss before a miss rate below ``rate`` can be claimed.

    The smallest n with (1 − rate)^n <= 1 − confidence: 299 for 1 % at 95 %.

    Raises:
        ScoringError: rate or confidence outside (0, 1).
    """
    _check_confidence(confidence)
    if not 0 < rate < 1:
        raise ScoringError(f"a miss rate of {rate}", where="miss rate", todo="Give a rate between 0 and 1.")
    n = max(math.ceil(math.log(1 - confidence) / math.log1p(-rate)), 1)
    while n > 1 and miss_rate_upper_bound(0, n - 1, confidence) <= rate:  # the logarithms may round up
        n -= 1
    return n


def mean_review_s(review_s: float, fpr: float) -> float:
    """Seconds of review per normal board when only flagged ones are looked at (paper section 4: 8 s → 1.9 s)."""
    return review_s * fpr


def false_call_reduction(fpr: float) -> float:
    """By how much fewer normal boards are looked at than without the score: 1 / FPR; infinite when FPR is 0."""
    return 1.0 / fpr if fpr > 0 else math.inf


def _check_confidence(confidence: float) -> None:
    if not 0 < confidence < 1:
        raise ScoringError(f"a confidence of {confidence}", where="miss rate", todo="Give one between 0 and 1.")


def _checked(scores: ArrayLike, labels: ArrayLike, where: str) -> tuple[FloatArray, NDArray[np.bool_]]:
    s = np.asarray(scores, dtype=np.float64)
    y = np.asarray(labels)
    if s.ndim != 1 or s.shape != y.shape:
        raise ScoringError(
            f"scores of shape {s.shape} and labels of shape {y.shape}", where=where, todo="Give one label per score."
        )
    bad = _first_indices(~np.isfinite(s))
    if bad:
        raise ScoringError(f"the score of image {_listed(bad)} is not a number", where=where, todo="Score it again.")
    if not np.isin(y, (0, 1)).all():
        raise ScoringError("a label is neither 0 nor 1", where=where, todo="Use 1 for defective and 0 for normal.")
    return s, y.astype(bool)


def _both_classes(y: NDArray[np.bool_], where: str) -> None:
    if not y.any():
        raise ScoringError("there is no abnormal image", where=where, todo="Add images of defective boards.")
    if y.all():
        raise ScoringError("there is no normal image", where=where, todo="Add images of normal boards.")


def _first_indices(mask: NDArray[np.bool_], limit: int = 5) -> Sequence[int]:
    return [int(i) for i in np.flatnonzero(mask)[:limit]]


def _listed(indices: Sequence[int]) -> str:
    return ", ".join(str(i) for i in indices)
