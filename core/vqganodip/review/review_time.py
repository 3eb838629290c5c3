"""Review time per board: one definition for every page, file and report.

It is the median over the first judgments of boards that a person gave by looking. Corrections, withdrawals, second
opinions and hidden probes are another kind of look; an escape is recorded without any; and no look is shorter than a
tenth of a second, as in records whose clock started again when a person gave his name.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from typing import Final

from vqganodip.review.escapes import ESCAPED
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose

__all__ = ["is_look", "median_s", "seconds_per_board"]

_SHORTEST_S: Final = 0.1


def is_look(judgment: Judgment) -> bool:
    """True if the review time of this record is the time that a board took."""
    return (
        judgment.purpose is Purpose.REVIEW
        and judgment.corrects is None
        and judgment.kind is not JudgmentKind.WITHDRAWN
        and judgment.review_s >= _SHORTEST_S
        and not judgment.comment.startswith(ESCAPED)
    )


def seconds_per_board(judgments: Iterable[Judgment]) -> float | None:
    """Median review time of a board in seconds; None without a look."""
    return median_s(judgment.review_s for judgment in judgments if is_look(judgment))


def median_s(seconds: Iterable[float]) -> float | None:
    """Median of the times above zero; None without one. A few boards left open do not move it, as they would a mean."""
    looks = [value for value in seconds if value > 0]
    return statistics.median(looks) if looks else None
