"""Power of the tests for one observer, or for answers that may be treated as independent."""

from __future__ import annotations

import numpy as np

from vqganodip.statistics import binomial_p
from vqganodip.turing.analysis.observer_group import CHANCE, exact_tost_range

__all__ = ["detection_power", "equivalence_power"]


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


def detection_power(rate: float, trials: int = 100, alpha: float = 0.05) -> float:
    """Power of the exact two-sided test against 50 %; a true rate of .6 with 100 trials: .46.

    Args:
        rate: True classification rate in [0, 1].
        trials: Number of independent answers.
        alpha: Significance level.
    """
    from scipy.stats import binom

    k = np.arange(trials + 1)
    detected = np.array([binomial_p(int(right), trials) <= alpha for right in k])
    return float(binom.pmf(k[detected], trials, rate).sum())
