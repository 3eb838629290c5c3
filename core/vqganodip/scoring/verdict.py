"""The machine's verdict: a score held against a threshold."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from vqganodip.errors import ScoringError
from vqganodip.records import Inspection, Verdict

__all__ = ["Lines", "decide"]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that a score is held against.

    Attributes:
        threshold: Boards at or above it are flagged.
        doubtful_high: End of the doubtful band [threshold, doubtful_high), whose boards the machine does not call
            defective: they are for a person to decide. None without a band.
    """

    threshold: float
    doubtful_high: float | None = None

    def hold(self, inspection: Inspection) -> Inspection:
        """The inspection with its score held against these lines."""
        return replace(
            inspection,
            threshold=self.threshold,
            doubtful_high=self.doubtful_high,
            verdict=decide(inspection.score, self.threshold),
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
        ScoringError: The score or the threshold is not a number. Such a board must not pass in silence.
    """
    for name, value in (("score", score), ("threshold", threshold)):
        if math.isnan(value):
            raise ScoringError(
                f"the {name} is not a number (NaN)", where=name, todo="Inspect the board again, or fit the bundle anew."
            )
    return Verdict.REVIEW if score >= threshold else Verdict.PASS
