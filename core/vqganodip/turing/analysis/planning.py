"""Planning of a panel: the spread that its rates will have, and its power in words."""

from __future__ import annotations

import math
from typing import Final

from vqganodip.errors import Message, message
from vqganodip.turing.analysis.observer_group import CHANCE, group_power

__all__ = [
    "ENOUGH",
    "PAPER_SPREAD",
    "chance_spread",
    "panel_power",
    "power_message",
    "power_percent",
    "spread_message",
    "spread_of_rates",
]

ENOUGH: Final = 0.8
"""Power from which a panel counts as large enough."""

LIKELY: Final = 0.5
"""Power below which the result is likely inconclusive."""

PAPER_SPREAD: Final = 0.147
"""Spread between the paper's five observers: 15.5 points measured in 100 trials, 5 of them by chance."""

_ALMOST: Final = 0.75


def chance_spread(trials: int) -> float:
    """Standard deviation that chance alone gives the rate of one guessing observer: √(0.25 / N), .05 for 100 trials."""
    return math.sqrt(CHANCE * (1 - CHANCE) / trials)


def spread_of_rates(between: float, trials: int) -> float:
    """Standard deviation of the measured rates.

    Args:
        between: Standard deviation between the true rates of the observers, in [0, 0.5].
        trials: Number of trials per observer, N.
    """
    return math.hypot(chance_spread(trials), between)


def panel_power(observers: int, trials: int, between: float, margin: float) -> float:
    """Probability that a panel of guessing observers proves equivalence; see :func:`group_power`.

    Ten observers, 100 trials, 10 points between them and a margin of 10 points: .69.
    """
    return group_power(observers, spread_of_rates(between, trials), margin)


def power_percent(power: float) -> str:
    """Format a power as ``79.6 %``; rounded down, so that it never looks larger than it is."""
    return f"{math.floor(round(1000 * power, 6)) / 10:.1f} %"


def spread_message(between: float, trials: int) -> Message:
    """State of what the spread of the measured rates is made up."""
    return message(
        "planner-spread",
        "The measured rates will spread by {whole:.1f} points: {chance:.1f} from chance in {trials} trials, "
        "{between:.1f} between observers.",
        whole=100 * spread_of_rates(between, trials),
        chance=100 * chance_spread(trials),
        trials=trials,
        between=100 * between,
    )


def power_message(power: float) -> Message:
    """State the power of a panel and what follows from it."""
    shown = power_percent(power)
    if power >= ENOUGH:
        return message(
            "planner-power-enough",
            "If observers cannot tell the images apart, {power} of studies of this size show it.",
            power=shown,
        )
    if power >= _ALMOST:
        return message(
            "planner-power-almost",
            "If observers cannot tell the images apart, {power}, just under 80 %, of studies of this size show it.",
            power=shown,
        )
    if power >= LIKELY:
        return message(
            "planner-power-fair",
            "If observers cannot tell the images apart, {power} of studies of this size show it; 80 % are usual.",
            power=shown,
        )
    return message(
        "planner-power-little",
        "If observers cannot tell the images apart, only {power} of studies of this size show it: likely the result "
        "will be inconclusive. Plan more participants or trials.",
        power=shown,
    )
