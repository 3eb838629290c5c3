"""Review time: one definition for every page, file and report."""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose

__all__ = ["is_look", "median_s"]


def is_look(judgment: Judgment) -> bool:
    """True if a record has the time of a look: not a withdrawal, an escape, or blind work."""
    return judgment.purpose is Purpose.REVIEW and judgment.kind is not JudgmentKind.WITHDRAWN and judgment.review_s > 0


def median_s(seconds: Iterable[float]) -> float | None:
    """Median of the times above zero; None without one. A few boards left open do not move it, as they would a mean."""
    looks = [value for value in seconds if value > 0]
    return statistics.median(looks) if looks else None
