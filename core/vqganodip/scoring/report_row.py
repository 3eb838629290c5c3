"""One row of a report: performance of a score, a baseline or a fixed threshold on labelled images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from vqganodip.errors import ScoringError
from vqganodip.records import LabelledImage
from vqganodip.scoring.threshold import STD_THRESHOLD, Confusion, confusion, zfn_threshold
from vqganodip.statistics import auroc, miss_rate_upper_bound
from vqganodip.types import FloatArray

__all__ = ["OperatingPoint", "ReportRow", "RowKind", "evaluate_scores", "image_name", "measured_row"]


class RowKind(StrEnum):
    """Kind of a row."""

    CLASSIFIER = "classifier"
    BASELINE = "baseline"
    HELD_OUT = "held_out"


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """A threshold and its confusion counts.

    Attributes:
        allowed: Misses allowed when it was set; None for a fixed threshold.
        threshold: Images with score >= threshold are flagged.
        confusion: Counts at that threshold.
        set_by: Names of the abnormal images whose score is the threshold; empty for a fixed threshold.
        missed: Names of the missed abnormal images.
        miss_bound: 95 % upper bound of the miss rate; None without abnormal images.
    """

    allowed: int | None
    threshold: float
    confusion: Confusion
    set_by: tuple[str, ...]
    missed: tuple[str, ...]
    miss_bound: float | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of the report.

    Attributes:
        name: Classifier, baseline or data set.
        kind: Kind of the row.
        in_paper: True for the paper's twelve classifiers.
        auroc: In [0, 1]; None if a class is missing.
        std: Counts at 0.5; None for a score that is not a probability.
        points: For each of :data:`vqganodip.scoring.threshold.ALLOWED_MISSES`, where there are enough defects; up to
            two in reports of earlier versions. Or for the fixed threshold.
        params: Hyperparameters, for classifiers.
        search_accuracy: Accuracy in the search, for classifiers.
    """

    name: str
    kind: RowKind
    in_paper: bool
    auroc: float | None
    std: Confusion | None
    points: tuple[OperatingPoint, ...]
    params: Mapping[str, Any] = field(default_factory=dict, hash=False)
    search_accuracy: float | None = None

    def allowing(self, misses: int) -> OperatingPoint | None:
        """The operating point with this many allowed misses; None if there is none."""
        return next((point for point in self.points if point.allowed == misses), None)

    @property
    def zfn(self) -> OperatingPoint:
        """The operating point without misses, or that of the fixed threshold."""
        return self.points[0]


def image_name(image: LabelledImage) -> str:
    """Name of an image in reports: folder and file, without the path to them."""
    return "/".join(image.path.parts[-2:])


def measured_row(
    name: str,
    kind: RowKind,
    scores: FloatArray,
    labels: ArrayLike,
    images: Sequence[LabelledImage],
    *,
    in_paper: bool = False,
    params: Mapping[str, Any] | None = None,
    search_accuracy: float | None = None,
    margin: float = 0.0,
) -> ReportRow:
    """The row of scores whose thresholds are set on the same scores (paper section 3.3), less a margin.

    Raises:
        ScoringError: No normal or no abnormal image, or a score that is not finite.
    """
    names = [image_name(image) for image in images]
    threshold = zfn_threshold(scores, labels, margin)
    points = []
    for step in threshold.steps:
        counts = confusion(scores, labels, step.value)
        points.append(
            OperatingPoint(
                allowed=step.allowed,
                threshold=step.value,
                confusion=counts,
                set_by=tuple(names[i] for i in step.set_by),
                missed=tuple(names[i] for i in step.given_up),
                miss_bound=miss_rate_upper_bound(counts.fn, threshold.abnormal),
            )
        )
    return ReportRow(
        name=name,
        kind=kind,
        in_paper=in_paper,
        auroc=auroc(scores, labels),
        std=confusion(scores, labels, STD_THRESHOLD) if kind is RowKind.CLASSIFIER else None,
        points=tuple(points),
        params=dict(params or {}),
        search_accuracy=search_accuracy,
    )


def evaluate_scores(
    scores: ArrayLike,
    labels: ArrayLike,
    images: Sequence[LabelledImage],
    threshold: float,
    name: str = "held out",
) -> ReportRow:
    """The row of images that took no part in fitting, at a fixed threshold.

    Args:
        scores: N scores of :class:`~vqganodip.scoring.scorer.Scorer`, in [0, 1].
        labels: N labels, 1 for defective.
        images: The N images.
        threshold: The fixed threshold.
        name: Name of the row.

    Returns:
        A row with one operating point; rates of a missing class are None.

    Raises:
        ScoringError: No image, a score that is not finite, or different lengths.
    """
    s, y = [float(v) for v in _listed(scores)], [int(v) for v in _listed(labels)]
    if not s or not len(s) == len(y) == len(images):
        raise ScoringError(
            "report-row-counts",
            "{scores} scores and {labels} labels for {images} images",
            where=name,
            todo="Give one of each.",
            scores=len(s),
            labels=len(y),
            images=len(images),
        )
    counts = confusion(s, y, threshold)
    missed = tuple(
        image_name(image) for image, v, label in zip(images, s, y, strict=True) if label == 1 and v < threshold
    )
    abnormal = counts.tp + counts.fn
    point = OperatingPoint(
        allowed=None,
        threshold=threshold,
        confusion=counts,
        set_by=(),
        missed=missed,
        miss_bound=miss_rate_upper_bound(counts.fn, abnormal) if abnormal else None,
    )
    both = 0 < abnormal < len(s)
    return ReportRow(
        name=name,
        kind=RowKind.HELD_OUT,
        in_paper=False,
        auroc=auroc(s, y) if both else None,
        std=confusion(s, y, STD_THRESHOLD),
        points=(point,),
    )


def _listed(values: ArrayLike) -> list[Any]:
    return list(np.asarray(values).ravel())
