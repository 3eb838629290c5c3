"""Tests of intervals, bounds, AUROC, tests and corrections against SciPy, statsmodels and scikit-learn."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaincinv
from scipy.stats import binom, binomtest
from scipy.stats import t as student
from sklearn.metrics import roc_auc_score
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from vqganodip.errors import StatisticsError
from vqganodip.statistics import (
    Interval,
    auroc,
    binomial_p,
    binomial_probabilities,
    clopper_pearson,
    defects_needed,
    holm,
    miss_rate_upper_bound,
    paired_auroc_interval,
    percentile_interval,
    t_interval,
    two_way_interval,
    wilson,
)

COUNTS = [(0, 1), (1, 1), (0, 25), (1, 25), (24, 25), (25, 25), (60, 100), (87, 100), (3, 4000), (3999, 4000)]


@pytest.mark.parametrize("confidence", [0.5, 0.9, 0.95, 0.999])
@pytest.mark.parametrize(("k", "n"), COUNTS)
def test_that_intervals_of_a_rate_agree_with_statsmodels_and_scipy(k: int, n: int, confidence: float) -> None:
    exact, score = clopper_pearson(k, n, confidence), wilson(k, n, confidence)
    for interval, statsmodels_name, scipy_name in ((exact, "beta", "exact"), (score, "wilson", "wilson")):
        first = proportion_confint(k, n, alpha=1 - confidence, method=statsmodels_name)
        assert (interval.low, interval.high) == pytest.approx(first, abs=1e-12)
        second = binomtest(k, n).proportion_ci(confidence, method=scipy_name)
        assert (interval.low, interval.high) == pytest.approx((second.low, second.high), abs=1e-9)


def test_that_intervals_and_p_have_their_published_values() -> None:
    exact, score = clopper_pearson(60, 100), wilson(60, 100)
    assert (exact.low, exact.high) == pytest.approx((0.4972, 0.6967), abs=1e-3)
    assert (score.low, score.high) == pytest.approx((0.5020, 0.6906), abs=1e-3)
    high = clopper_pearson(87, 100)
    assert (high.low, high.high) == pytest.approx((0.788, 0.929), abs=1e-3)
    assert binomial_p(60, 100) == pytest.approx(0.0569, abs=1e-3)
    assert binomial_p(61, 100) == pytest.approx(0.0352, abs=1e-3)
    assert binomial_p(87, 100) == pytest.approx(1.3e-14, rel=0.1)
    assert clopper_pearson(0, 10).low == 0.0
    assert clopper_pearson(10, 10).high == 1.0


def test_that_each_one_sided_limit_uses_the_whole_tail() -> None:
    one_sided, two_sided = clopper_pearson(3, 50, 0.95, one_sided=True), clopper_pearson(3, 50, 0.90)
    assert (one_sided.low, one_sided.high) == pytest.approx((two_sided.low, two_sided.high), abs=1e-15)


def test_that_no_miss_of_174_bounds_the_rate_at_1_71_per_cent() -> None:
    assert round(100 * miss_rate_upper_bound(0, 174), 2) == 1.71
    assert miss_rate_upper_bound(0, 174) == pytest.approx(1 - 0.05 ** (1 / 174), rel=1e-12)


@pytest.mark.parametrize(
    ("misses", "n", "confidence"),
    [(0, 25, 0.95), (1, 25, 0.95), (2, 174, 0.95), (7, 9, 0.9), (3, 4000, 0.99), (1, 2, 0.3)],
)
def test_that_the_bound_is_a_quantile_and_the_rate_at_which_so_few_misses_are_rare(
    misses: int, n: int, confidence: float
) -> None:
    bound = miss_rate_upper_bound(misses, n, confidence)
    assert bound == pytest.approx(float(betaincinv(misses + 1, n - misses, confidence)), abs=1e-12)
    assert binom.cdf(misses, n, bound) == pytest.approx(1 - confidence, rel=1e-9)


def test_that_missing_everything_bounds_nothing() -> None:
    assert miss_rate_upper_bound(4, 4) == 1.0


def test_that_299_defects_are_needed_to_claim_one_per_cent() -> None:
    assert defects_needed(0.01) == 299
    assert defects_needed(0.05) == 59
    assert defects_needed(0.1, 0.9) == 22
    for rate in (0.003, 0.02, 0.0171):
        n = defects_needed(rate)
        assert miss_rate_upper_bound(0, n) <= rate < miss_rate_upper_bound(0, n - 1)


def test_that_the_bound_holds_for_a_threshold_set_on_the_lowest_score() -> None:
    # Wilks: for any distribution, the share below the lowest of n exceeds the bound in 5 % of the cases.
    rng = np.random.default_rng(0)
    lowest = rng.random((20_000, 30)).min(axis=1)
    assert float((lowest > miss_rate_upper_bound(0, 30)).mean()) == pytest.approx(0.05, abs=0.006)


def test_that_the_t_interval_agrees_with_scipy() -> None:
    values = np.array([0.87, 0.48, 0.53, 0.54, 0.57])
    expected = student.interval(0.9, 4, values.mean(), values.std(ddof=1) / math.sqrt(5))
    found = t_interval(values, 0.9)
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-12)


def test_that_the_two_way_interval_covers_the_rate_and_is_wider_than_the_pooled_one() -> None:
    rng = np.random.default_rng(2)
    skill, ease = rng.normal(0, 0.5, (8, 1)), rng.normal(0, 0.7, (1, 100))
    correct = (rng.uniform(size=(8, 100)) < 1 / (1 + np.exp(-(skill + ease)))).astype(float)
    both = two_way_interval(correct, draws=1000)
    pooled = clopper_pearson(int(correct.sum()), correct.size)
    assert both.low < correct.mean() < both.high
    assert both.high - both.low > pooled.high - pooled.low
    correct[0, :] = np.nan
    with pytest.raises(StatisticsError, match="no answer"):
        two_way_interval(correct)


def test_that_auroc_counts_pairs_and_halves_ties() -> None:
    # Pairs (abnormal, normal): 0.4 beats 0.1 and ties 0.4; 0.9 beats both: 3.5 of 4.
    assert auroc([0.1, 0.4, 0.4, 0.9], [0, 0, 1, 1]) == 3.5 / 4
    assert auroc([0.5, 0.5, 0.5], [0, 1, 1]) == 0.5
    assert auroc([0.9, 0.1], [0, 1]) == 0.0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=40))
def test_that_auroc_agrees_with_scikit_learn(pairs: list[tuple[int, bool]]) -> None:
    scores, labels = [s / 6 for s, _ in pairs], [int(y) for _, y in pairs]
    if len(set(labels)) == 2:
        assert auroc(scores, labels) == pytest.approx(roc_auc_score(labels, scores), abs=1e-12)


def test_that_the_interval_of_a_paired_auroc_contains_it() -> None:
    assert paired_auroc_interval(np.ones(20), np.ones(20)) == Interval(0.5, 0.5)
    rng = np.random.default_rng(0)
    normal, abnormal = rng.normal(size=100), rng.normal(0.5, 1.0, 100)
    around = paired_auroc_interval(normal, abnormal)
    area = auroc(np.concatenate([normal, abnormal]), np.repeat((0, 1), 100))
    assert around.low < area < around.high


def test_that_the_same_seed_draws_the_same_interval() -> None:
    rng = np.random.default_rng(1)
    normal, abnormal = rng.normal(size=30), rng.normal(size=30)
    assert paired_auroc_interval(normal, abnormal, seed=5) == paired_auroc_interval(normal, abnormal, seed=5)
    assert paired_auroc_interval(normal, abnormal, seed=5) != paired_auroc_interval(normal, abnormal, seed=6)


@pytest.mark.parametrize(("k", "n", "rate"), [(0, 10, 0.5), (61, 100, 0.5), (3, 7, 0.2), (7, 7, 0.9)])
def test_that_the_exact_test_agrees_with_scipy(k: int, n: int, rate: float) -> None:
    assert binomial_p(k, n, rate) == pytest.approx(binomtest(k, n, rate).pvalue, abs=1e-15)


@pytest.mark.parametrize(("n", "rate"), [(1, 0.5), (10, 0.01), (400, 0.3)])
def test_that_binomial_probabilities_agree_with_scipy(n: int, rate: float) -> None:
    assert binomial_probabilities(n, rate) == pytest.approx(binom.pmf(np.arange(n + 1), n, rate), abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_that_holm_agrees_with_statsmodels(p_values: list[float]) -> None:
    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1], abs=1e-12)


def test_that_holm_corrects_downwards() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([]) == ()


@pytest.mark.parametrize(
    ("scores", "labels", "what"),
    [
        ([0.1, 0.2], [0, 0], "no abnormal"),
        ([0.1, 0.2], [1, 1], "no normal"),
        ([], [], "no abnormal"),
        ([0.1, math.nan], [0, 1], "image 1 is not a number"),
        ([0.1, 0.2], [0, 2], "neither 0 nor 1"),
        ([0.1, 0.2, 0.3], [0, 1], "one label per score"),
    ],
)
def test_that_an_undefined_auroc_is_an_error(scores: list[float], labels: list[int], what: str) -> None:
    with pytest.raises(StatisticsError, match=what):
        auroc(scores, labels)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: clopper_pearson(5, 0),
        lambda: wilson(-1, 5),
        lambda: binomial_p(6, 5),
        lambda: miss_rate_upper_bound(0, 0),
        lambda: miss_rate_upper_bound(3, 2),
        lambda: miss_rate_upper_bound(0, 5, 1.0),
        lambda: clopper_pearson(1, 2, 0.0),
        lambda: defects_needed(0.0),
        lambda: defects_needed(0.1, 1.5),
        lambda: t_interval([0.5]),
        lambda: percentile_interval([0.5], 2.0),
    ],
)
def test_that_bad_arguments_raise_one_kind_of_error(wrong: Callable[[], object]) -> None:
    with pytest.raises(StatisticsError):
        wrong()


def test_that_the_bound_of_a_rate_without_misses_needs_no_scipy() -> None:
    code = (
        "import sys; from vqganodip.statistics import auroc, defects_needed, miss_rate_upper_bound as bound; "
        "bound(0, 174); defects_needed(0.01); auroc([0.1, 0.2], [0, 1]); "
        "print([name for name in sys.modules if name.startswith('scipy')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
