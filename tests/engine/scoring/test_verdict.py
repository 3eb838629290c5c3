"""The machine's verdict."""

from __future__ import annotations

import math

import pytest

from vqganodip.errors import ScoringError
from vqganodip.records import Verdict
from vqganodip.scoring.verdict import decide


@pytest.mark.parametrize(
    ("score", "threshold", "verdict"),
    [
        (0.5, 0.5, Verdict.REVIEW),
        (math.nextafter(0.5, 0), 0.5, Verdict.PASS),
        (0.9, 0.5, Verdict.REVIEW),
        (0.0, 0.0, Verdict.REVIEW),
        (1.0, math.inf, Verdict.PASS),
        (0.0, -math.inf, Verdict.REVIEW),
    ],
)
def test_that_a_board_is_flagged_from_the_threshold_on(score: float, threshold: float, verdict: Verdict) -> None:
    assert decide(score, threshold) is verdict


@pytest.mark.parametrize(("score", "threshold"), [(math.nan, 0.5), (0.5, math.nan)])
def test_that_a_score_or_threshold_that_is_no_number_is_refused(score: float, threshold: float) -> None:
    with pytest.raises(ScoringError, match="not a number"):
        decide(score, threshold)
