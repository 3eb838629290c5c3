"""Tests of the operating points against counting by hand, scikit-learn, scipy and simulation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom
from sklearn.metrics import roc_curve

from vqganodip.errors import ScoringError, StatisticsError
from vqganodip.scoring.operating_points import OperatingCurve, each_left_out, neyman_pearson, stability
from vqganodip.scoring.threshold import confusion, zfn_threshold


@given(
    pairs=st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9]), st.booleans()), min_size=1, max_size=30),
    threshold=st.sampled_from([-1.0, 0.0, 0.1, 0.2, 0.5, 0.9, 2.0]),
)
def test_that_counts_at_any_threshold_equal_counting(pairs: list[tuple[float, bool]], threshold: float) -> None:
    scores, labels = [s for s, _ in pairs], [int(y) for _, y in pairs]
    assert OperatingCurve.of(scores, labels).at(threshold) == confusion(scores, labels, threshold)


def test_that_the_curve_is_that_of_scikit_learn() -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, 80)
    scores = np.round(rng.normal(labels, 1.0), 1)
    fpr, tpr = OperatingCurve.of(scores, labels).roc()
    wanted_fpr, wanted_tpr, _ = roc_curve(labels, scores, drop_intermediate=False)
    assert fpr == pytest.approx(wanted_fpr)
    assert tpr == pytest.approx(wanted_tpr)


def test_that_a_threshold_set_by_one_image_rests_on_it() -> None:
    result = stability([0.1, 0.3, 0.2, 0.6, 0.7], [0, 0, 1, 1, 1])
    assert (result.value, result.without, result.rests_on) == (0.2, 0.6, 2)
    assert (result.fpr, result.fpr_without) == (0.5, 0.0)


def test_that_a_shared_threshold_rests_on_no_image_and_a_single_defect_on_itself() -> None:
    shared = stability([0.1, 0.3, 0.2, 0.2, 0.7], [0, 0, 1, 1, 1])
    assert (shared.without, shared.rests_on) == (0.2, None)
    single = stability([0.1, 0.3], [0, 1])
    assert (single.without, single.rests_on, single.fpr_without) == (None, 1, None)


@pytest.mark.parametrize(
    ("n", "alpha", "delta"), [(58, 0.05, 0.05), (59, 0.05, 0.05), (174, 0.05, 0.05), (400, 0.01, 0.1)]
)
def test_that_the_rank_is_the_largest_that_meets_the_guarantee(n: int, alpha: float, delta: float) -> None:
    result = neyman_pearson(np.arange(n + 1) / n, [0] + [1] * n, alpha, delta)
    ranks = [k for k in range(1, n + 1) if binom.cdf(k - 1, n, alpha) <= delta]
    assert result.rank == (max(ranks) if ranks else None)
    if ranks:
        assert result.violation == pytest.approx(binom.cdf(max(ranks) - 1, n, alpha))
        assert result.threshold == pytest.approx(max(ranks) / n)


def test_that_too_few_defects_give_no_threshold_and_the_number_needed() -> None:
    result = neyman_pearson([0.2, 0.8], [0, 1], 0.05, 0.05)
    assert (result.threshold, result.rank, result.needed) == (None, None, 59)
    assert result.violation == pytest.approx(0.95)
    assert neyman_pearson([0.5] * 59, [1] * 59, 0.05, 0.05).rank == 1


def test_that_the_guarantee_holds_in_simulation() -> None:
    rng = np.random.default_rng(1)
    n, alpha, delta = 120, 0.05, 0.1
    above = 0
    for _ in range(2000):
        scores = rng.uniform(size=n)  # of defects; the true miss rate at t is t
        result = neyman_pearson(scores, np.ones(n, int), alpha, delta)
        assert result.threshold is not None
        above += result.threshold > alpha
    assert above / 2000 <= delta + 0.02


@pytest.mark.parametrize(("alpha", "delta"), [(0.0, 0.1), (1.0, 0.1), (0.1, 0.0), (0.1, 1.5)])
def test_that_rates_outside_zero_and_one_are_errors(alpha: float, delta: float) -> None:
    with pytest.raises(StatisticsError):
        neyman_pearson([0.5], [1], alpha, delta)


def test_that_a_guarantee_needs_defects() -> None:
    with pytest.raises(ScoringError, match="no abnormal"):
        neyman_pearson([0.5], [0])
    with pytest.raises(ScoringError, match="normal and abnormal"):
        OperatingCurve.of([0.5], [0]).roc()


def test_that_leaving_out_a_defect_moves_the_threshold_only_if_it_sets_it() -> None:
    scores, labels = [0.1, 0.3, 0.5, 0.2, 0.4, 0.9], [0, 0, 0, 1, 1, 1]
    steps = each_left_out(scores, labels)
    assert [(s.index, s.threshold, s.counts.fp) for s in steps] == [(3, 0.4, 1), (4, 0.2, 2), (5, 0.2, 2)]
    assert steps[0].moved == pytest.approx(0.2)
    assert [s.moved for s in steps[1:]] == [0.0, 0.0]
    for step in steps:  # the definition, literally
        others = [i for i in range(6) if i != step.index]
        again = zfn_threshold([scores[i] for i in others], [labels[i] for i in others]).value
        assert step.threshold == again
    assert each_left_out([0.1, 0.2], [0, 1]) == ()
    tied = each_left_out([0.1, 0.2, 0.2], [0, 1, 1])
    assert [s.moved for s in tied] == [0.0, 0.0]
