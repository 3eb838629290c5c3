"""Statistics: intervals and bounds of rates, AUROC, exact tests, and corrections for multiple testing.

SciPy takes up to two seconds to import, so each function imports the part that it needs when it is called.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vqganodip.errors import Message, StatisticsError, message
from vqganodip.types import FloatArray

__all__ = [
    "Interval",
    "auroc",
    "binomial_p",
    "binomial_probabilities",
    "clopper_pearson",
    "defects_needed",
    "holm",
    "miss_rate_upper_bound",
    "paired_auroc_interval",
    "percentile_interval",
    "require_fraction",
    "t_interval",
    "two_way_interval",
    "validated_scores",
    "wilson",
]

_DRAWS: Final = 1000
_LISTED: Final = 5


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper limit of a quantity, such as a rate in [0, 1]."""

    low: float
    high: float


def clopper_pearson(k: int, n: int, confidence: float = 0.95, *, one_sided: bool = False) -> Interval:
    """Exact interval of a rate (Clopper and Pearson 1934): 60 of 100 gives .4972 to .6967.

    Args:
        k: Events, 0 to n.
        n: Trials, 1 or more.
        confidence: In (0, 1).
        one_sided: Each limit holds on its own with this confidence, instead of both together.

    Raises:
        StatisticsError: k outside 0 to n, n below 1, or confidence outside (0, 1).
    """
    _require_rate(k, n)
    require_fraction(confidence, message("word-confidence", "confidence"))
    tail = 1.0 - confidence if one_sided else (1.0 - confidence) / 2.0
    low = _beta_quantile(tail, k, n - k + 1) if k > 0 else 0.0
    high = _beta_quantile(1.0 - tail, k + 1, n - k) if k < n else 1.0
    return Interval(low, high)


def _beta_quantile(p: float, a: int, b: int) -> float:
    """Quantile of the beta distribution; in closed form, without SciPy, where a parameter is 1 (no event, no other)."""
    if a == 1:
        return -math.expm1(math.log1p(-p) / b)
    if b == 1:
        return math.exp(math.log(p) / a)
    from scipy.special import betaincinv

    return float(betaincinv(a, b, p))


def miss_rate_upper_bound(misses: int, n: int, confidence: float = 0.95) -> float:
    """Exact one-sided upper bound of a miss rate (:func:`clopper_pearson`); 0 of 174 gives 0.0171.

    It is the rate at which ``misses`` or fewer among ``n`` are seen with probability 1 − confidence. For a threshold
    put at an order statistic of the abnormal scores themselves the same number is the tolerance limit of Wilks (1941),
    so the bound holds for the zero-false-negative threshold too, as long as the *scores* were not chosen by looking at
    these images.

    Args:
        misses: Abnormal images that were not flagged, 0 to n.
        n: Abnormal images, 1 or more.
        confidence: In (0, 1).

    Returns:
        A rate in (0, 1]; 1 when all were missed.

    Raises:
        StatisticsError: As :func:`clopper_pearson`.
    """
    return clopper_pearson(misses, n, confidence, one_sided=True).high


def defects_needed(rate: float, confidence: float = 0.95) -> int:
    """Number of defects that must be seen without a miss to claim a miss rate of at most ``rate``.

    The smallest n with (1 − rate)^n <= 1 − confidence: 299 for 1 % at 95 %.

    Raises:
        StatisticsError: rate or confidence outside (0, 1).
    """
    require_fraction(rate, message("word-miss-rate", "miss rate"))
    require_fraction(confidence, message("word-confidence", "confidence"))
    n = max(math.ceil(math.log(1 - confidence) / math.log1p(-rate)), 1)
    while n > 1 and miss_rate_upper_bound(0, n - 1, confidence) <= rate:  # the logarithms may round up
        n -= 1
    return n


def wilson(k: int, n: int, confidence: float = 0.95) -> Interval:
    """Score interval of a rate (Wilson 1927): 60 of 100 gives .5020 to .6906.

    Raises:
        StatisticsError: As :func:`clopper_pearson`.
    """
    from scipy.special import ndtri

    _require_rate(k, n)
    require_fraction(confidence, message("word-confidence", "confidence"))
    z = float(ndtri(0.5 + confidence / 2.0))
    p, spread = k / n, 1.0 + z * z / n
    half = z * math.sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n))
    middle = p + z * z / (2.0 * n)
    return Interval((middle - half) / spread, (middle + half) / spread)


def t_interval(values: ArrayLike, confidence: float = 0.95) -> Interval:
    """Student's interval of a mean.

    Args:
        values: Two or more finite numbers.
        confidence: In (0, 1).

    Raises:
        StatisticsError: Fewer than two values, or confidence outside (0, 1).
    """
    from scipy.special import stdtrit

    known = np.asarray(values, np.float64)
    require_fraction(confidence, message("word-confidence", "confidence"))
    if known.size < 2:
        raise StatisticsError(
            "interval-one-value",
            "one value has no spread",
            where=message("place-interval", "interval"),
            todo="Give two values or more.",
        )
    mean = float(known.mean())
    half = float(stdtrit(known.size - 1, 0.5 + confidence / 2.0)) * float(known.std(ddof=1)) / math.sqrt(known.size)
    return Interval(mean - half, mean + half)


def percentile_interval(draws: ArrayLike, confidence: float = 0.95) -> Interval:
    """Central interval of the values that a bootstrap has drawn."""
    require_fraction(confidence, message("word-confidence", "confidence"))
    tail = 50.0 * (1.0 - confidence)
    low, high = np.percentile(np.asarray(draws, np.float64), (tail, 100.0 - tail))
    return Interval(float(low), float(high))


def two_way_interval(correct: FloatArray, *, confidence: float = 0.95, draws: int = 2000, seed: int = 0) -> Interval:
    """Percentile interval of the mean rate when observers and images are both resampled.

    Args:
        correct: float64 R×I, 1 right, 0 wrong, NaN not answered; every observer and image has an answer.
        confidence: In (0, 1).
        draws: Bootstrap samples.
        seed: Seeds them.

    Raises:
        StatisticsError: An observer or an image without any answer, or confidence outside (0, 1).
    """
    values = np.asarray(correct, np.float64)
    seen = ~np.isnan(values)
    if values.ndim != 2 or not seen.any(axis=0).all() or not seen.any(axis=1).all():
        raise StatisticsError(
            "bootstrap-answers-missing",
            "an observer or an image has no answer",
            where=message("place-bootstrap", "bootstrap"),
            todo="Leave it out, and state that it was left out.",
        )
    rng = np.random.default_rng(seed)
    filled, weight = np.where(seen, values, 0.0), seen.astype(np.float64)
    observers, images = values.shape
    means = np.empty(draws)
    for i in range(draws):
        rows = np.bincount(rng.integers(0, observers, observers), minlength=observers)
        columns = np.bincount(rng.integers(0, images, images), minlength=images)
        means[i] = float(rows @ filled @ columns) / max(float(rows @ weight @ columns), 1.0)
    return percentile_interval(means, confidence)


def auroc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Area under the ROC curve: probability that an abnormal image scores above a normal one, ties counting half.

    The Mann-Whitney statistic of mid-ranks (Hanley and McNeil 1982), in O(n log n).

    Args:
        scores: N finite scores, higher is more defective.
        labels: N labels, 1 for defective and 0 for normal; both occur.

    Returns:
        A number in [0, 1].

    Raises:
        StatisticsError: As :func:`validated_scores`, or a class is missing.
    """
    s, y = validated_scores(scores, labels, message("place-auroc", "AUROC"), both_classes=True)
    _, inverse, counts = np.unique(s, return_inverse=True, return_counts=True)
    mid_ranks = (np.cumsum(counts) - (counts - 1) / 2.0)[inverse]
    abnormal = int(y.sum())
    normal = len(y) - abnormal
    return float((mid_ranks[y].sum() - abnormal * (abnormal + 1) / 2) / (abnormal * normal))


def paired_auroc_interval(
    normal: FloatArray, abnormal: FloatArray, *, confidence: float = 0.95, draws: int = _DRAWS, seed: int = 0
) -> Interval:
    """Percentile interval of the AUROC when every unit has a normal and an abnormal value: units are resampled.

    Args:
        normal: float64 I, the value of each unit, such as a real board.
        abnormal: float64 I, of its counterpart, such as its reconstruction.
        confidence: In (0, 1).
        draws: Bootstrap samples.
        seed: Seeds them.
    """
    above = (abnormal[None, :] > normal[:, None]) + 0.5 * (abnormal[None, :] == normal[:, None])
    n = len(normal)
    weights = np.random.default_rng(seed).multinomial(n, np.full(n, 1.0 / n), draws).astype(np.float64)
    return percentile_interval(((weights @ above) * weights).sum(axis=1) / n**2, confidence)


def binomial_p(k: int, n: int, rate: float = 0.5) -> float:
    """Exact two-sided p of k of n against a rate: the sum over outcomes no likelier than k; 61 of 100 gives .0352.

    Raises:
        StatisticsError: k outside 0 to n, or n below 1.
    """
    from scipy.stats import binomtest

    _require_rate(k, n)
    return float(binomtest(k, n, rate).pvalue)


def binomial_probabilities(n: int, rate: float) -> FloatArray:
    """P(X = k) for k = 0 … n, X binomial(n, rate), 0 < rate < 1; float64 n + 1."""
    k = np.arange(n + 1)
    log_choose = np.concatenate([[0.0], np.cumsum(np.log(n - k[:-1]) - np.log(k[1:]))])
    return np.asarray(np.exp(log_choose + k * math.log(rate) + (n - k) * math.log1p(-rate)), np.float64)


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Step-down corrected p values (Holm 1979), in the order given."""
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    corrected = [0.0] * len(p_values)
    running = 0.0
    for rank, i in enumerate(order):
        running = max(running, min(1.0, (len(p_values) - rank) * p_values[i]))
        corrected[i] = running
    return tuple(corrected)


def validated_scores(
    scores: ArrayLike, labels: ArrayLike, where: Message, *, both_classes: bool = False
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Scores as float64 N and labels as bool N, True for defective.

    Args:
        scores: N finite scores.
        labels: N labels, 1 for defective and 0 for normal.
        where: What they are for, named in errors.
        both_classes: Requires a normal and an abnormal image.

    Raises:
        StatisticsError: A label other than 0 and 1, a score that is not finite, sizes that differ, or no image of a
            class that is required.
    """
    s = np.asarray(scores, dtype=np.float64)
    y = np.asarray(labels)
    if s.ndim != 1 or s.shape != y.shape:
        raise StatisticsError(
            "scores-shape",
            "scores of shape {shape} and labels of shape {labels}",
            where=where,
            todo="Give one label per score.",
            shape=str(s.shape),
            labels=str(y.shape),
        )
    bad = np.flatnonzero(~np.isfinite(s))
    if bad.size:
        names = ", ".join(str(i) for i in bad[:_LISTED])
        raise StatisticsError(
            "scores-not-a-number",
            "the score of image {image} is not a number",
            where=where,
            todo="Score it again.",
            image=names,
        )
    if not np.isin(y, (0, 1)).all():
        raise StatisticsError(
            "labels-invalid", "a label is neither 0 nor 1", where=where, todo="Use 1 for defective and 0 for normal."
        )
    y = y.astype(bool)
    if both_classes and not y.any():
        raise StatisticsError(
            "scores-no-defect", "there is no abnormal image", where=where, todo="Add images of defective boards."
        )
    if both_classes and y.all():
        raise StatisticsError(
            "scores-no-normal", "there is no normal image", where=where, todo="Add images of normal boards."
        )
    return s, y


def require_fraction(value: float, name: Message) -> None:
    """Raise StatisticsError unless ``value`` lies in (0, 1); ``name`` says what it is."""
    if not 0 < value < 1:
        raise StatisticsError(
            "fraction-out-of-range",
            "a {rate} of {value}",
            where=name,
            todo="Give one between 0 and 1.",
            rate=name,
            value=value,
        )


def _require_rate(k: int, n: int) -> None:
    if n < 1 or not 0 <= k <= n:
        raise StatisticsError(
            "rate-invalid",
            "{part} of {whole} is no rate",
            where=message("place-rate", "rate"),
            todo="Count the answers again.",
            part=k,
            whole=n,
        )
