"""The zero-false-negative threshold, confusion counts, and review times. Pure numpy.

A defect is the positive class (1). A higher score is more defective; an image is flagged when score >= threshold.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from vqganodip.errors import ScoringError, message
from vqganodip.number_format import threshold_text
from vqganodip.statistics import validated_scores

__all__ = [
    "ALLOWED_MISSES",
    "STD_THRESHOLD",
    "Confusion",
    "Threshold",
    "ThresholdStep",
    "confusion",
    "false_call_reduction",
    "lowered",
    "mean_review_s",
    "shown_threshold",
    "zfn_threshold",
]

STD_THRESHOLD: Final = 0.5
"""The standard threshold of a probability (paper section 3.3)."""

ALLOWED_MISSES: Final = (0, 1, 2, 5, 8)
"""Numbers of defects given up for which the false positives are reported."""


@dataclass(frozen=True, slots=True)
class ThresholdStep:
    """A threshold with a limited number of misses among the images it was set on.

    Attributes:
        allowed: Number of allowed misses.
        value: The threshold; an image is flagged when score >= value.
        set_by: Indices of the abnormal images whose score, less the margin, is the threshold.
        given_up: Indices of the abnormal images below it; fewer than ``allowed`` if scores tie, or nearly so.
    """

    allowed: int
    value: float
    set_by: tuple[int, ...]
    given_up: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """The zero-false-negative threshold, and the thresholds with some allowed misses.

    Attributes:
        steps: Steps for each of ALLOWED_MISSES below the number of abnormal images.
        normal: Number of normal images it was set on.
        abnormal: Number of abnormal images it was set on.
    """

    steps: tuple[ThresholdStep, ...]
    normal: int
    abnormal: int

    @property
    def value(self) -> float:
        """The zero-false-negative threshold."""
        return self.steps[0].value

    @property
    def set_by(self) -> tuple[int, ...]:
        """Indices of the abnormal images that determine it."""
        return self.steps[0].set_by


@dataclass(frozen=True, slots=True)
class Confusion:
    """Confusion counts. A rate whose denominator is zero is None.

    Attributes:
        tp: Abnormal images that are flagged.
        fp: Normal images that are flagged.
        tn: Normal images that pass.
        fn: Abnormal images that pass, the misses.
    """

    tp: int
    fp: int
    tn: int
    fn: int

    @property
    def total(self) -> int:
        return self.tp + self.fp + self.tn + self.fn

    @property
    def accuracy(self) -> float | None:
        """(TP + TN) / all, in [0, 1]; None without images."""
        return _ratio(self.tp + self.tn, self.total)

    @property
    def precision(self) -> float | None:
        """TP / (TP + FP), in [0, 1]; None when no image is flagged."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def fpr(self) -> float | None:
        """FP / (FP + TN), in [0, 1]; None without normal images."""
        return _ratio(self.fp, self.fp + self.tn)

    @property
    def fnr(self) -> float | None:
        """FN / (FN + TP), in [0, 1]; None without abnormal images."""
        return _ratio(self.fn, self.fn + self.tp)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def zfn_threshold(scores: ArrayLike, labels: ArrayLike, margin: float = 0.0) -> Threshold:
    """The lowest score of the abnormal images (paper section 3.3), and the steps with misses.

    With k misses allowed the threshold is the (k + 1)-th lowest abnormal score.

    Args:
        scores: N finite scores, higher is more defective.
        labels: N labels, 1 for defective and 0 for normal.
        margin: Distance that each threshold keeps below that score, but not below 0: what a score may differ on
            another kind of processor.

    Raises:
        StatisticsError: No normal or no abnormal image, a label other than 0 and 1, a score that is not finite.
    """
    s, y = validated_scores(scores, labels, message("place-threshold", "threshold"), both_classes=True)
    abnormal = np.flatnonzero(y)
    ordered = np.sort(s[abnormal])
    steps = []
    for allowed in (misses for misses in ALLOWED_MISSES if misses < len(ordered)):
        lowest = float(ordered[allowed])
        value = lowered(lowest, margin)
        set_by = tuple(int(i) for i in abnormal if s[i] == lowest)
        given_up = tuple(int(i) for i in abnormal if s[i] < value)
        steps.append(ThresholdStep(allowed, value, set_by, given_up))
    return Threshold(tuple(steps), normal=int((~y).sum()), abnormal=len(abnormal))


def lowered(value: float, margin: float) -> float:
    """A threshold moved down by a margin, but not below 0; unchanged without a margin."""
    return max(value - margin, min(value, 0.0)) if margin > 0 else value


def confusion(scores: ArrayLike, labels: ArrayLike, threshold: float) -> Confusion:
    """Return the counts when images with score >= threshold are flagged.

    Raises:
        ScoringError: The threshold is not finite.
        StatisticsError: A label other than 0 and 1, a score that is not finite.
    """
    s, y = validated_scores(scores, labels, message("place-confusion-counts", "confusion counts"))
    if not math.isfinite(threshold):
        raise ScoringError(
            "threshold-not-a-number",
            "the threshold is {value}",
            where=message("place-confusion-counts", "confusion counts"),
            todo="Set a threshold first.",
            value=threshold,
        )
    flagged = s >= threshold
    return Confusion(
        tp=int((flagged & y).sum()),
        fp=int((flagged & ~y).sum()),
        tn=int((~flagged & ~y).sum()),
        fn=int((~flagged & y).sum()),
    )


def shown_threshold(threshold: float, scores: ArrayLike) -> str:
    """The threshold as a text that, typed back, flags exactly the same of these scores; rounded down, never up."""
    s = np.asarray(scores, np.float64)
    lower = s[s < threshold]
    return threshold_text(threshold, float(lower.max()) if lower.size else -math.inf)


def mean_review_s(review_s: float, fpr: float) -> float:
    """Seconds of review per normal board if only flagged boards are reviewed (paper section 4: 8 s → 1.9 s)."""
    return review_s * fpr


def false_call_reduction(fpr: float) -> float:
    """Factor by which the number of reviewed normal boards drops: 1 / FPR; infinite if FPR is 0."""
    return 1.0 / fpr if fpr > 0 else math.inf
