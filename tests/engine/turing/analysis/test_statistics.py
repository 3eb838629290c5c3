"""Tests of the statistics of the Visual Turing Test against known answers and simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest

from vqganodip.errors import TuringError
from vqganodip.turing.analysis.agreement import counts_of, fleiss_kappa, gwet_ac1, krippendorff_alpha, pair_agreement
from vqganodip.turing.analysis.observer_group import (
    Verdict,
    exact_tost_range,
    group_power,
    group_result,
)
from vqganodip.turing.analysis.rates import Answers, signal_detection
from vqganodip.turing.analysis.sample_size import detection_power, equivalence_power

PAPER = (0.87, 0.48, 0.53, 0.54, 0.57)


def test_that_sensitivity_and_criterion_have_their_published_values() -> None:
    """Acceptance E1 (decision 045)."""
    result = signal_detection(Answers(30, 20, 25, 25))
    assert (result.d_prime, result.criterion) == pytest.approx((0.248, -0.124), abs=1e-3)
    assert signal_detection(Answers(50, 0, 0, 50)).d_prime == pytest.approx(4.668, abs=0.05)
    assert math.isfinite(signal_detection(Answers(50, 0, 0, 50)).d_prime_se)
    assert signal_detection(Answers(25, 25, 25, 25)).d_prime == 0.0


def test_that_the_five_rates_of_the_paper_are_inconclusive_with_both_deviations() -> None:
    result = group_result(PAPER)
    assert 100 * result.mean == pytest.approx(59.8)
    assert 100 * result.sd_population == pytest.approx(13.91, abs=0.005)
    assert result.sd is not None
    assert 100 * result.sd == pytest.approx(15.55, abs=0.005)
    assert result.verdict is Verdict.INCONCLUSIVE


@pytest.mark.parametrize(
    ("rates", "verdict"),
    [
        ((0.50, 0.52, 0.48, 0.51, 0.49), Verdict.EQUIVALENT),
        ((0.80, 0.82, 0.78, 0.81), Verdict.DIFFERENT),
        ((0.20, 0.22, 0.18, 0.21), Verdict.DIFFERENT),
        ((0.53, 0.532, 0.528, 0.531), Verdict.BOTH),
        ((0.6,), Verdict.INCONCLUSIVE),
    ],
)
def test_that_the_verdict_follows_from_the_intervals(rates: tuple[float, ...], verdict: Verdict) -> None:
    assert group_result(rates).verdict is verdict


def test_that_guessing_panels_are_called_different_in_one_of_twenty() -> None:
    rng = np.random.default_rng(0)
    verdicts = [group_result(rng.binomial(100, 0.5, 5) / 100).verdict for _ in range(2000)]
    different = np.mean([v in (Verdict.DIFFERENT, Verdict.BOTH) for v in verdicts])
    equivalent = np.mean([v in (Verdict.EQUIVALENT, Verdict.BOTH) for v in verdicts])
    assert different == pytest.approx(0.05, abs=0.015)
    assert equivalent >= 0.93


def test_that_panels_at_the_margin_are_rarely_called_equivalent() -> None:
    rng = np.random.default_rng(1)

    def share(rate: float) -> float:
        verdicts = [group_result(rng.binomial(100, rate, 5) / 100).verdict for _ in range(2000)]
        return float(np.mean([v in (Verdict.EQUIVALENT, Verdict.BOTH) for v in verdicts]))

    assert share(0.60) <= 0.06
    assert share(0.65) <= 0.005


def test_that_the_exact_range_of_one_observer_is_known() -> None:
    assert exact_tost_range(100, 0.10) == (49, 51)
    assert exact_tost_range(100, 0.15) == (44, 56)
    assert exact_tost_range(20, 0.05) is None


@pytest.mark.parametrize(
    ("observers", "sd", "power"), [(5, 0.059, 0.85), (5, 0.155, 0.06), (10, 0.10, 0.80), (20, 0.155, 0.74)]
)
def test_that_the_power_of_a_panel_is_known(observers: int, sd: float, power: float) -> None:
    assert group_power(observers, sd, 0.10) == pytest.approx(power, abs=0.02)


@pytest.mark.parametrize(
    ("margin", "power", "trials"),
    [(0.10, 0.8, 214), (0.10, 0.9, 268), (0.15, 0.8, 96), (0.15, 0.9, 122), (0.05, 0.8, 876), (0.05, 0.9, 1092)],
)
def test_that_equivalence_of_one_observer_needs_these_trials(margin: float, power: float, trials: int) -> None:
    assert equivalence_power(trials - 2, margin) < power <= equivalence_power(trials, margin)


def test_that_the_power_to_find_an_observer_is_known() -> None:
    assert [round(detection_power(rate), 2) for rate in (0.60, 0.65, 0.70)] == [0.46, 0.83, 0.98]
    assert equivalence_power(100, 0.10) == pytest.approx(0.24, abs=0.005)
    assert equivalence_power(100, 0.15) == pytest.approx(0.81, abs=0.005)
    assert equivalence_power(20, 0.05) == 0.0
    assert detection_power(0.5) <= 0.05


def test_that_agreement_has_its_published_values() -> None:
    """Acceptance E1 (decision 045)."""
    # Fleiss 1971 as printed in encyclopaedias: 10 subjects, 14 raters, 5 categories
    table = np.array(
        [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ]
    )
    assert fleiss_kappa(table) == pytest.approx(0.2099, abs=1e-4)
    # Krippendorff 2011: three observers, 15 units, stars are missing
    rows = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]
    answers = np.array([[np.nan if c == "*" else float(c) for c in row] for row in rows])
    assert krippendorff_alpha(answers) == pytest.approx(0.6914, abs=1e-4)


def test_that_coin_flips_agree_only_by_chance() -> None:
    rng = np.random.default_rng(3)
    kappas = [fleiss_kappa(counts_of(rng.integers(0, 2, (5, 100)).astype(float))) for _ in range(1000)]
    assert np.percentile(kappas, 2.5) == pytest.approx(-0.061, abs=0.01)
    assert np.percentile(kappas, 97.5) == pytest.approx(0.063, abs=0.01)


def test_that_one_answer_throughout_has_no_kappa_but_full_agreement() -> None:
    counts = counts_of(np.ones((5, 20)))
    assert math.isnan(fleiss_kappa(counts))
    assert pair_agreement(counts) == 1.0
    assert gwet_ac1(counts) == 1.0
    assert math.isnan(krippendorff_alpha(np.ones((5, 20))))


@pytest.mark.parametrize("rates", [(), (1.2,), (-0.1, 0.5)])
def test_that_rates_outside_zero_and_one_are_errors(rates: tuple[float, ...]) -> None:
    with pytest.raises(TuringError):
        group_result(rates)


def test_that_negative_counts_are_errors() -> None:
    with pytest.raises(TuringError):
        Answers(-1, 0, 0, 0)
    with pytest.raises(TuringError):
        _ = Answers(0, 0, 0, 0).accuracy
    with pytest.raises(TuringError):
        signal_detection(Answers(3, 2, 0, 0))
    with pytest.raises(TuringError):
        fleiss_kappa(np.array([[2, 0], [1, 0]]))
