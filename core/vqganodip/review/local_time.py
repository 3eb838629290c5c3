"""Local days and hours: midnight and full hours by the clock on the wall, also across changes of time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

__all__ = ["day_begins", "hour_begins"]


def day_begins(days_ago: int = 0, now: datetime | None = None) -> datetime:
    """Local midnight of today or of a day before, with its own offset from UTC.

    Args:
        days_ago: 0 for today, -1 for tomorrow.
        now: The present; the system's clock if None.
    """
    day = (now or datetime.now(UTC)).astimezone().date() - timedelta(days=days_ago)
    # some zones change at midnight: then there are two, or none, and the day begins later
    starts = [datetime.combine(day, time(hour, fold=fold)).astimezone() for hour in (0, 1) for fold in (0, 1)]
    return min(start for start in starts if start.astimezone(UTC).astimezone().date() == day)


def hour_begins(moment: datetime) -> datetime:
    """Start of the local hour that holds a moment, in UTC: in zones of half hours it is no full hour of UTC."""
    return moment.astimezone().replace(minute=0, second=0, microsecond=0).astimezone(UTC)
