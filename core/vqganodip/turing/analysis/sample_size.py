"""Power of the tests for one observer, or for answers that may be treated as independent."""

from __future__ import annotations

import numpy as np

from vqganodip.errors import TuringError, message
from vqganodip.statistics import binomial_p
from vqganodip.turing.analysis.observer_group import CHANCE, exact_tost_range

__all__ = ["detection_power", "equivalence_power", "trials_for_equivalence"]

_MOST_TRIALS = 20_000


def equivalence_power(trials: int, margin: float, alpha: float = 0.05) -> float:
    """Probability that a guessing observer passes the exact equivalence test; 100 trials and 10 points: .24.

    Args:
        trials: Number of independent answers.
        margin: Margin of equivalence, in (0, 0.5).
        alpha: Significance level of each of the two one-sided tests.
    """
    from scipy.stats import binom

    passing = exact_tost_range(trials, margin, alpha)
    if passing is None:
        return 0.0
    return float(binom.cdf(passing[1], trials, CHANCE) - binom.cdf(passing[0] - 1, trials, CHANCE))


def trials_for_equivalence(margin: float, power: float = 0.8, alpha: float = 0.05) -> int:
    """Smallest even number of independent trials with which a guesser passes so often: 214 for 10 points and .8.

    Raises:
        TuringError: More than 20,000.
    """
    for trials in range(2, _MOST_TRIALS + 1, 2):
        if equivalence_power(trials, margin, alpha) >= power:
            return trials
    raise TuringError(
        "sample-size-too-many-trials",
        "a margin of {margin} needs more than {most} trials",
        where=message("place-planner", "planner"),
        todo="Register a wider margin.",
        margin=margin,
        most=_MOST_TRIALS,
    )


def detection_power(rate: float, trials: int = 100, alpha: float = 0.05) -> float:
    """Power of the exact two-sided test against 50 %; a true rate of .6 with 100 trials: .46.

    Args:
        rate: True classification rate in [0, 1].
        trials: Number of independent answers.
        alpha: Significance level.
    """
    from scipy.stats import binom

    k = np.arange(trials + 1)
    found = np.array([binomial_p(int(right), trials) <= alpha for right in k])
    return float(binom.pmf(k[found], trials, rate).sum())
