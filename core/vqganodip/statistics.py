"""Statistics: exact and score intervals of a rate, AUROC, bounds of the miss rate, tests and their correction."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vqganodip.errors import ScoringError, TuringError
from vqganodip.types import FloatArray

__all__ = ["Interval", "auc", "auroc", "binomial_p", "clopper_pearson", "holm", "miss_rate_upper_bound", "wilson"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper limit of a rate in [0, 1]."""

    low: float
    high: float


def clopper_pearson(k: int, n: int, confidence: float = 0.95) -> Interval:
    """Exact interval of a rate (Clopper and Pearson 1934): 60 of 100 gives .4972 to .6967.

    Raises:
        TuringError: k outside 0 to n, or n below 1.
    """
    from scipy.stats import beta

    _check(k, n)
    tail = (1.0 - confidence) / 2.0
    low = 0.0 if k == 0 else float(beta.ppf(tail, k, n - k + 1))
    high = 1.0 if k == n else float(beta.ppf(1.0 - tail, k + 1, n - k))
    return Interval(low, high)


def wilson(k: int, n: int, confidence: float = 0.95) -> Interval:
    """Score interval of a rate (Wilson 1927): 60 of 100 gives .5020 to .6906."""
    from scipy.stats import norm

    _check(k, n)
    z = float(norm.ppf(0.5 + confidence / 2.0))
    p, spread = k / n, 1.0 + z * z / n
    half = z * math.sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n))
    middle = p + z * z / (2.0 * n)
    return Interval((middle - half) / spread, (middle + half) / spread)


def binomial_p(k: int, n: int, rate: float = 0.5) -> float:
    """Exact two-sided p of k of n against a rate: the sum over outcomes no likelier than k; 61 of 100 gives .0352."""
    from scipy.stats import binomtest

    _check(k, n)
    return float(binomtest(k, n, rate).pvalue)


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Step-down corrected p values (Holm 1979), in the order given."""
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    corrected = [0.0] * len(p_values)
    running = 0.0
    for rank, i in enumerate(order):
        running = max(running, min(1.0, (len(p_values) - rank) * p_values[i]))
        corrected[i] = running
    return tuple(corrected)


def _check(k: int, n: int) -> None:
    if n < 1 or not 0 <= k <= n:
        raise TuringError(f"{k} of {n} is no rate", where="rate", todo="Count the answers again.")


def auroc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Probability that an abnormal image scores above a normal one, ties counting half; in [0, 1].

    The Mann-Whitney statistic of mid-ranks (Hanley and McNeil 1982), which is the area under the ROC curve.

    Raises:
        ScoringError: As ``scoring.threshold.zfn_threshold``.
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


_DRAWS: Final = 1000


def auc(reals: FloatArray, fakes: FloatArray, *, draws: int = _DRAWS, seed: int = 0) -> tuple[float, Interval]:
    """P(fake > real) + P(equal)/2 over all pairs, and its 95 % percentile interval over resampled boards.

    Args:
        reals: float64 I, a value of each board.
        fakes: float64 I, of its reconstruction.
        draws: Bootstrap samples.
        seed: Seeds them.
    """
    above = (fakes[None, :] > reals[:, None]) + 0.5 * (fakes[None, :] == reals[:, None])
    n = len(reals)
    weights = np.random.default_rng(seed).multinomial(n, np.full(n, 1.0 / n), draws).astype(np.float64)
    drawn = ((weights @ above) * weights).sum(axis=1) / n**2
    low, high = np.percentile(drawn, (2.5, 97.5))
    return float(above.mean()), Interval(float(low), float(high))
