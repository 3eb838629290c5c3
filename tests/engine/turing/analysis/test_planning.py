"""The planner knows what chance adds to the spread of the rates, and never rounds a power up."""

from __future__ import annotations

import math

import pytest

from vqganodip.turing.analysis.planning import (
    PAPER_SPREAD,
    chance_spread,
    panel_power,
    power_message,
    power_percent,
    spread_of_rates,
)


def test_that_the_spread_of_the_rates_is_that_of_chance_and_of_the_observers() -> None:
    assert chance_spread(100) == 0.05
    assert chance_spread(8) == pytest.approx(0.1768, abs=1e-4)
    assert spread_of_rates(0.0, 100) == 0.05
    assert spread_of_rates(PAPER_SPREAD, 100) == pytest.approx(0.155, abs=5e-4), "as measured in the paper"


def test_that_more_trials_or_observers_give_more_power_and_eight_trials_never_prove_anything() -> None:
    by_trials = [panel_power(10, trials, 0.05, 0.10) for trials in (8, 20, 100, 400)]
    assert by_trials == sorted(by_trials)
    assert by_trials[0] < 0.2
    assert panel_power(5, 100, math.sqrt(0.059**2 - 0.05**2), 0.10) == pytest.approx(0.85, abs=0.01)
    assert panel_power(5, 100, PAPER_SPREAD, 0.10) == pytest.approx(0.06, abs=0.01)


def test_that_a_power_is_never_rounded_up_and_just_under_eighty_percent_is_not_called_too_little() -> None:
    assert [power_percent(p) for p in (0.79969, 0.8, 0.7965, 0.29, 1.0, 0.0)] == [
        "79.9 %",
        "80.0 %",
        "79.6 %",
        "29.0 %",
        "100.0 %",
        "0.0 %",
    ]
    almost = str(power_message(0.79969))
    assert "79.9 %, just under 80 %" in almost
    for power in (0.5, 0.6, 0.79, 0.8, 0.95):
        assert "inconclusive" not in str(power_message(power)), power
    assert "inconclusive" in str(power_message(0.4999))
