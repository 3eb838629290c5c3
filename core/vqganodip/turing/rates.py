"""What one observer's answers say: rate with exact and Wilson interval, d′ and criterion, test against guessing.

Signal is *fake*: a hit is "fake" said to a reconstruction, a false alarm "fake" said to a real board.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vqganodip.errors import TuringError

__all__ = [
    "Answers",
    "Interval",
    "SignalDetection",
    "binomial_p",
    "clopper_pearson",
    "holm",
    "signal_detection",
    "wilson",
]


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper limit of a rate in [0, 1]."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Answers:
    """Counts of one observer; missing answers are in none of them.

    Attributes:
        hits: "fake" said to fakes.
        misses: "real" said to fakes.
        false_alarms: "fake" said to reals.
        correct_rejections: "real" said to reals.
    """

    hits: int
    misses: int
    false_alarms: int
    correct_rejections: int

    def __post_init__(self) -> None:
        if min(self.hits, self.misses, self.false_alarms, self.correct_rejections) < 0:
            raise TuringError("a count is negative", where="answers", todo="Count the answers again.")

    @property
    def fakes(self) -> int:
        return self.hits + self.misses

    @property
    def reals(self) -> int:
        return self.false_alarms + self.correct_rejections

    @property
    def answered(self) -> int:
        return self.fakes + self.reals

    @property
    def correct(self) -> int:
        return self.hits + self.correct_rejections

    @property
    def accuracy(self) -> float:
        """Classification rate in [0, 1]; TuringError without an answer."""
        if not self.answered:
            raise TuringError("nothing was answered", where="answers", todo="Leave this session out, and say so.")
        return self.correct / self.answered


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


@dataclass(frozen=True, slots=True)
class SignalDetection:
    """Sensitivity and criterion of an observer.

    Attributes:
        d_prime: z(H) − z(F); 0 for guessing.
        criterion: −(z(H) + z(F)) / 2; below 0 says "fake" too readily.
        d_prime_se: Standard error of d′ (Gourevitch and Galanter 1967).
    """

    d_prime: float
    criterion: float
    d_prime_se: float


def signal_detection(answers: Answers) -> SignalDetection:
    """d′ and criterion with the log-linear correction (Hautus 1995), which never gives an infinite value.

    30 hits and 25 false alarms of 50 + 50 give d′ .248 and c −.124.

    Raises:
        TuringError: No fake or no real was answered.
    """
    from scipy.stats import norm

    if not answers.fakes or not answers.reals:
        raise TuringError("d′ needs answers to fakes and to reals", where="answers", todo="Report the rate alone.")
    hit = (answers.hits + 0.5) / (answers.fakes + 1)
    alarm = (answers.false_alarms + 0.5) / (answers.reals + 1)
    z_hit, z_alarm = float(norm.ppf(hit)), float(norm.ppf(alarm))
    variance = hit * (1 - hit) / (answers.fakes * float(norm.pdf(z_hit)) ** 2)
    variance += alarm * (1 - alarm) / (answers.reals * float(norm.pdf(z_alarm)) ** 2)
    return SignalDetection(z_hit - z_alarm, -0.5 * (z_hit + z_alarm), math.sqrt(variance))


def _check(k: int, n: int) -> None:
    if n < 1 or not 0 <= k <= n:
        raise TuringError(f"{k} of {n} is no rate", where="rate", todo="Count the answers again.")
