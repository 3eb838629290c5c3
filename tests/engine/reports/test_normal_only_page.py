"""Tests of the page on a threshold that was set on normal boards alone: its words and numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from vqganodip.errors import StatisticsError
from vqganodip.records import ModelName
from vqganodip.reports import NormalOnlyContent, normal_only_page
from vqganodip.scoring.verdict import Thresholds

CONTENT = NormalOnlyContent(
    scores=tuple(0.2 + i / 100 for i in range(20)),
    own_threshold=0.3901,
    thresholds=Thresholds(0.3901),
    thresholds_caption="In force, as the bundle came",
    model=ModelName("line <1>", "2"),
    bundle_sha256="ab" * 32,
    made_at=datetime(2026, 3, 2, 6, 30, tzinfo=UTC),
)


def test_that_the_page_promises_a_flag_rate_and_nothing_about_misses() -> None:
    page = normal_only_page(CONTENT)
    assert "20 normal, no known defect" in page
    assert "normal boards only" in page
    assert "at most 13.9% of good boards like these" in page.replace("\u00a0%", "%").replace(" %", "%")
    assert "nothing is promised about missed defects" in page
    assert "With none of 50 boards flagged, it would be at most 5.8 %." in page
    assert "1 % takes 299 defects without a miss" in page
    assert "line &lt;1&gt;" in page
    assert "ROC curve</h2>" not in page
    assert "at most 140 of" in page


def test_that_the_doubtful_band_is_counted_and_said_to_rest_on_no_data() -> None:
    page = normal_only_page(replace(CONTENT, thresholds=Thresholds(0.355, 0.375)))
    assert "It flags 4 of 20 normal boards" in page
    assert "lie 2 normal boards; lie 2 normal boards above it" in page
    assert "no score shows from where on a board is surely defective" in page
    assert "doubtful band, scores 0.3550 to 0.3750: a person decides" in page
    assert "doubtful band" not in normal_only_page(CONTENT)


def test_that_no_board_promises_nothing() -> None:
    with pytest.raises(StatisticsError):
        normal_only_page(replace(CONTENT, scores=()))
