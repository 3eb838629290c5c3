"""The machine's verdict: a score compared with thresholds."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from vqganodip.errors import ScoringError, message
from vqganodip.records import Inspection, Verdict

__all__ = ["Thresholds", "decide"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The threshold and the end of the doubtful band.

    Attributes:
        flag_from: Boards with a score at or above it are flagged.
        doubtful_until: End of the doubtful band [flag_from, doubtful_until), whose boards the machine does not call
            defective but leaves to a person. None without a band.
    """

    flag_from: float
    doubtful_until: float | None = None

    def apply(self, inspection: Inspection) -> Inspection:
        """The inspection with the verdict of these thresholds."""
        return replace(
            inspection,
            threshold=self.flag_from,
            doubtful_until=self.doubtful_until,
            verdict=decide(inspection.score, self.flag_from),
        )


def decide(score: float, threshold: float) -> Verdict:
    """The verdict of one board: flagged for review when ``score >= threshold``.

    A board exactly at the threshold is flagged: the zero-false-negative threshold is the score of a known defect.

    Args:
        score: Composite anomaly score in [0, 1]; higher is more defective.
        threshold: The threshold in use. ``-inf`` flags every board, ``inf`` passes every board.

    Returns:
        ``Verdict.REVIEW`` for a flagged board, ``Verdict.PASS`` otherwise.

    Raises:
        ScoringError: The score or the threshold is NaN. Such a board must not pass silently.
    """
    for name, value in ((message("word-score", "score"), score), (message("word-threshold", "threshold"), threshold)):
        if math.isnan(value):
            raise ScoringError(
                "verdict-not-a-number",
                "the {name} is not a number (NaN)",
                where=name,
                todo="Inspect the board again, or fit the bundle again.",
                name=name,
            )
    return Verdict.REVIEW if score >= threshold else Verdict.PASS
