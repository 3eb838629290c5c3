"""Group result of a panel of observers: mean and interval, equivalence to guessing, and the power of a panel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from vqganodip.errors import TuringError, message
from vqganodip.statistics import Interval, t_interval

__all__ = ["GroupResult", "Verdict", "exact_tost_range", "group_result", "group_power"]

CHANCE = 0.5


class Verdict(StrEnum):
    """Verdict on a panel; reports use no other words.

    ``different``: the 95 % interval excludes 50 %, on either side. ``equivalent``: the 90 % interval lies inside the
    registered margin (Lakens 2017). Both can hold at once. ``inconclusive``: neither.
    """

    DIFFERENT = "different"
    EQUIVALENT = "equivalent"
    BOTH = "different and equivalent"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True)
class GroupResult:
    """Rates of R observers taken together; all rates in [0, 1].

    Attributes:
        mean: Mean of the observers' rates.
        sd: Sample standard deviation (ddof 1); None for one observer.
        sd_population: Standard deviation with ddof 0, as reported in the paper.
        interval95: t interval of the mean over observers at 1 − α, 95 % unless registered otherwise; None for one
            observer.
        interval90: Likewise at 1 − 2α, for the equivalence test.
        margin: Margin of equivalence, registered before the data were seen.
        verdict: Verdict on the panel.
        observers: Number of observers R.
        alpha: Registered significance level.
    """

    mean: float
    sd: float | None
    sd_population: float
    interval95: Interval | None
    interval90: Interval | None
    margin: float
    verdict: Verdict
    observers: int
    alpha: float = 0.05


def group_result(rates: Sequence[float], margin: float = 0.10, alpha: float = 0.05) -> GroupResult:
    """Compute mean, standard deviation, intervals and verdict of a panel.

    Args:
        rates: Classification rate of each observer in [0, 1]; none may be excluded.
        margin: Distance from 50 % within which a panel counts as guessing; registered in advance.
        alpha: Significance level of both tests.

    Raises:
        TuringError: There is no rate, a rate is outside [0, 1], or margin or level is outside (0, 0.5).
    """
    values = np.asarray(rates, np.float64)
    if not values.size:
        raise TuringError(
            "group-rates-missing",
            "no rate is given",
            where=message("place-panel", "panel"),
            todo="Give the rates of the observers.",
        )
    outside = values[~((values >= 0) & (values <= 1))]
    if outside.size:
        raise TuringError(
            "group-rate-invalid",
            "{rate:g} % is not a rate",
            where=message("place-panel", "panel"),
            todo="Give rates from 0 to 100 %.",
            rate=100.0 * float(outside[0]),
        )
    if not 0 < margin < CHANCE:
        raise TuringError(
            "group-margin-invalid",
            "a margin of {margin}",
            where=message("place-panel", "panel"),
            todo="Register one between 0 and 0.5, such as 0.1.",
            margin=margin,
        )
    if not 0 < alpha < CHANCE:
        raise TuringError(
            "group-level-invalid",
            "a level of {alpha}",
            where=message("place-panel", "panel"),
            todo="Register one such as 0.05.",
            alpha=alpha,
        )
    mean, population = float(values.mean()), float(values.std())
    if values.size == 1:
        return GroupResult(mean, None, population, None, None, margin, Verdict.INCONCLUSIVE, 1, alpha)
    sd = float(values.std(ddof=1))
    wide, narrow = (t_interval(values, confidence) for confidence in (1 - alpha, 1 - 2 * alpha))
    different = wide.low > CHANCE or wide.high < CHANCE
    equivalent = CHANCE - margin <= narrow.low and narrow.high <= CHANCE + margin
    verdict = _verdict(different, equivalent)
    return GroupResult(mean, sd, population, wide, narrow, margin, verdict, int(values.size), alpha)


def _verdict(different: bool, equivalent: bool) -> Verdict:
    if different and equivalent:
        return Verdict.BOTH
    if different:
        return Verdict.DIFFERENT
    return Verdict.EQUIVALENT if equivalent else Verdict.INCONCLUSIVE


def exact_tost_range(n: int, margin: float, alpha: float = 0.05) -> tuple[int, int] | None:
    """Return the range of correct answers out of n with which one observer passes the exact equivalence test.

    Two one-sided binomial tests against 50 % ± margin; None if no number passes. 100 trials and 10 points: 49 to 51.
    """
    from scipy.stats import binom

    k = np.arange(n + 1)
    above = binom.sf(k - 1, n, CHANCE - margin)  # P(X >= k) at the lower edge
    below = binom.cdf(k, n, CHANCE + margin)
    passing = np.flatnonzero((above <= alpha) & (below <= alpha))
    return (int(passing[0]), int(passing[-1])) if passing.size else None


def group_power(observers: int, sd: float, margin: float, *, studies: int = 20_000) -> float:
    """Estimate the probability that a panel of guessing observers proves equivalence, with normally distributed rates.

    Five observers with a standard deviation of 5.9 points and a margin of 10 points: .85; with the standard deviation
    of the paper's five observers (15.5 points): .06.

    Args:
        observers: Number of observers R, at least two.
        sd: Standard deviation of the measured rates between observers, in [0, 0.5].
        margin: Margin of equivalence, in (0, 0.5).
        studies: Number of simulated studies.
    """
    from scipy.stats import t

    if observers < 2:
        raise TuringError(
            "group-single-observer",
            "a panel of one has no interval",
            where=message("place-planner", "planner"),
            todo="Plan two observers or more.",
        )
    rng = np.random.default_rng(0)
    rates = rng.normal(CHANCE, sd, (studies, observers))
    half = float(t.ppf(0.95, observers - 1)) * rates.std(axis=1, ddof=1) / math.sqrt(observers)
    distance = np.abs(rates.mean(axis=1) - CHANCE)
    return float((distance + half <= margin).mean())
