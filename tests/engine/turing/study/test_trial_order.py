"""Tests of the order of trials: balance, runs, lists, and the same bytes everywhere."""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from vqganodip.errors import TuringError
from vqganodip.turing.study.trial_order import List, Truth, assign_lists, plan_trials, seed_of

LIST_A, LIST_B = assign_lists(100, 7)


def runs(truths: list[Truth]) -> int:
    longest, run = 1, 1
    for a, b in itertools.pairwise(truths):
        run = run + 1 if a is b else 1
        longest = max(longest, run)
    return longest


def test_that_lists_cross_truth_with_boards() -> None:
    """Acceptance C3 (decision 045)."""
    assert Counter(LIST_A) == {Truth.REAL: 50, Truth.FAKE: 50}
    assert all(a is not b for a, b in zip(LIST_A, LIST_B, strict=True))
    assert list(List) == ["A", "B"]


@pytest.mark.parametrize("seeds", [range(10_000)])
def test_that_every_order_is_balanced_in_each_half_with_short_runs(seeds: range) -> None:
    """Acceptance C2 (decision 045): halves 25/25, runs of 5 at most, each board once, uniform over positions."""
    fake_at = np.zeros(100)
    where = np.zeros((100, 2), int)
    position = np.zeros((100, 100), int)
    for seed in seeds:
        order = plan_trials(LIST_A if seed % 2 else LIST_B, seed)
        assert sorted(trial.board for trial in order) == list(range(100))
        assert [trial.block for trial in order] == [1] * 50 + [2] * 50
        for half in (order[:50], order[50:]):
            truths = [trial.truth for trial in half]
            assert truths.count(Truth.FAKE) == 25
            assert runs(truths) <= 5
        fake_at += [trial.truth is Truth.FAKE for trial in order]
        for place, trial in enumerate(order):
            position[place, trial.board] += 1
        for trial in order[:50]:
            where[trial.board, 0] += 1
        for trial in order[50:]:
            where[trial.board, 1] += 1
    share = fake_at / len(seeds)
    if len(seeds) >= 10_000:
        assert share.min() >= 0.48
        assert share.max() <= 0.52
    assert chi2_contingency(where).pvalue > 1e-3
    assert chi2_contingency(position).pvalue > 1e-3


def test_that_a_seed_gives_exactly_these_bytes() -> None:
    """Acceptance C1 (decision 045): the expected hash is fixed, so a machine with another order fails this test."""
    order = plan_trials(LIST_A, seed_of(b"secret", "P001", "01"))
    text = ",".join(f"{trial.block}:{trial.board}:{trial.truth}" for trial in order)
    again = ",".join(f"{t.block}:{t.board}:{t.truth}" for t in plan_trials(LIST_A, seed_of(b"secret", "P001", "01")))
    assert text == again
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == "8dd45a80d5fc653e"


def test_that_participants_and_sessions_have_different_orders() -> None:
    """Acceptance C1 (decision 045)."""
    seeds = {seed_of(b"secret", p, s) for p in ("P001", "P002") for s in ("01", "02")}
    assert len(seeds) == 4
    assert len({plan_trials(LIST_A, seed) for seed in seeds}) == 4


@pytest.mark.parametrize("truths", [(Truth.REAL,), (Truth.REAL, Truth.FAKE), (Truth.REAL,) * 4, ()])
def test_that_truths_that_cannot_be_halved_are_refused(truths: tuple[Truth, ...]) -> None:
    with pytest.raises(TuringError):
        plan_trials(truths, 0)


def test_that_odd_numbers_of_boards_and_impossible_runs_are_refused() -> None:
    with pytest.raises(TuringError, match="halved"):
        assign_lists(9, 0)
    with pytest.raises(TuringError, match="in a row"):
        plan_trials((Truth.REAL, Truth.FAKE) * 50, 0, longest_run=1)
