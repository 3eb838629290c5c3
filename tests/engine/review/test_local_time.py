"""Days and hours of the records: by the clock on the wall, across changes of time and in zones of half hours."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from vqganodip.review.local_time import day_begins, hour_begins
from vqganodip.review.review_time import median_s


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """The local time zone during a test."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield ZoneInfo(request.param)
    monkeypatch.undo()
    assert os.environ.get("TZ") != request.param or request.param == "UTC"
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "today"),
    [
        ("Europe/Berlin", "2026-10-25"),  # 25 hours
        ("Europe/Berlin", "2026-03-29"),  # 23 hours
        ("America/Santiago", "2026-09-06"),  # no midnight: the clock goes from 23:59 to 1:00
        ("America/Santiago", "2026-04-05"),  # two midnights
        ("Australia/Lord_Howe", "2026-04-05"),  # half an hour
        ("Asia/Kolkata", "2026-10-25"),
        ("UTC", "2026-10-25"),
    ],
    indirect=["zone"],
)
def test_that_a_day_begins_at_local_midnight_whatever_happens_to_the_clock(zone: ZoneInfo, today: str) -> None:
    noon = datetime.fromisoformat(f"{today}T12:00").replace(tzinfo=zone)
    for ago in range(-2, 40):
        begins = day_begins(ago, noon)
        date = noon.date() - timedelta(days=ago)
        assert begins.astimezone(zone).date() == date
        before = (begins.astimezone(UTC) - timedelta(seconds=1)).astimezone(zone).date()
        assert before == date - timedelta(days=1)


@pytest.mark.parametrize("zone", ["Asia/Kolkata"], indirect=True)
def test_that_an_hour_is_one_of_the_wall_clock(zone: ZoneInfo) -> None:
    moment = datetime(2026, 3, 2, 6, 40, tzinfo=UTC)  # 12:10 in Kolkata
    assert hour_begins(moment) == datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Europe/Berlin"], indirect=True)
def test_that_the_repeated_hour_is_two_hours(zone: ZoneInfo) -> None:
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert first.astimezone(zone).hour == second.astimezone(zone).hour == 2
    assert hour_begins(first) != hour_begins(second)


def test_that_the_review_time_is_the_median_of_the_looks() -> None:
    assert median_s([0.0, 8.0, 10.0, 300.0, 0.0]) == 10.0
    assert median_s([0.0]) is None
