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
        """The inspection with the verdict of these thresholds; an unusable picture is flagged under any, and a board
        that a gate cleared passes under any."""
        verdict = decide(inspection.score, self.flag_from, unusable=inspection.unusable)
        return replace(
            inspection,
            threshold=self.flag_from,
            doubtful_until=self.doubtful_until,
            verdict=Verdict.PASS if inspection.cleared_by else verdict,
        )


def decide(score: float, threshold: float, *, unusable: bool = False) -> Verdict:
    """The verdict of one board: flagged for review when ``score >= threshold``, or when its picture is unusable.

    A board exactly at the threshold is flagged: the zero-false-negative threshold is the score of a known defect.

    Args:
        score: Composite anomaly score in [0, 1]; higher is more defective.
        threshold: The threshold in use. ``-inf`` flags every board, ``inf`` passes every board.
        unusable: True if the picture does not show a whole board: then it is flagged with any score.

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
    return Verdict.REVIEW if unusable or score >= threshold else Verdict.PASS
