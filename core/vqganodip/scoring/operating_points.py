"""Operating points: counts at any threshold, stability of the threshold, and the Neyman-Pearson rule.

Pure numpy. A defect is the positive class (1); an image is flagged when score >= threshold.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from vqganodip.errors import ScoringError, message
from vqganodip.scoring.threshold import Confusion, lowered, zfn_threshold
from vqganodip.statistics import binomial_probabilities, require_fraction, validated_scores
from vqganodip.types import FloatArray

__all__ = [
    "NeymanPearson",
    "OneLeftOut",
    "OperatingCurve",
    "Stability",
    "each_left_out",
    "neyman_pearson",
    "stability",
]


@dataclass(frozen=True, slots=True, eq=False)
class OperatingCurve:
    """Confusion counts of one set of scores at any threshold, in O(log n).

    Attributes:
        normal: float64, scores of the normal images, ascending.
        abnormal: float64, scores of the abnormal images, ascending.
    """

    normal: FloatArray = field(repr=False)
    abnormal: FloatArray = field(repr=False)

    @classmethod
    def of(cls, scores: ArrayLike, labels: ArrayLike) -> OperatingCurve:
        """Sort the scores once.

        Raises:
            StatisticsError: A label other than 0 and 1, a score that is not finite.
        """
        s, y = validated_scores(scores, labels, message("place-confusion-counts", "confusion counts"))
        return cls(np.sort(s[~y]), np.sort(s[y]))

    def at(self, threshold: float) -> Confusion:
        """Return what :func:`vqganodip.scoring.threshold.confusion` does, from the curve."""
        fn = int(np.searchsorted(self.abnormal, threshold, side="left"))
        tn = int(np.searchsorted(self.normal, threshold, side="left"))
        return Confusion(tp=len(self.abnormal) - fn, fp=len(self.normal) - tn, tn=tn, fn=fn)

    def roc(self) -> tuple[FloatArray, FloatArray]:
        """(FPR, TPR) at every score from above the highest down to the lowest: the ROC curve, from (0, 0) to (1, 1).

        Raises:
            ScoringError: One class is missing.
        """
        if not len(self.normal) or not len(self.abnormal):
            raise ScoringError(
                "roc-one-class",
                "a curve needs normal and abnormal images",
                where=message("place-roc", "ROC"),
                todo="Add the other ones.",
            )
        steps = np.unique(np.concatenate([self.normal, self.abnormal]))[::-1]
        fpr = 1.0 - np.searchsorted(self.normal, steps, side="left") / len(self.normal)
        tpr = 1.0 - np.searchsorted(self.abnormal, steps, side="left") / len(self.abnormal)
        return np.concatenate([[0.0], fpr]), np.concatenate([[0.0], tpr])


@dataclass(frozen=True, slots=True)
class Stability:
    """Sensitivity of the zero-false-negative threshold to a single abnormal image.

    Only the image that sets the threshold can move it, and only upwards, to the next lowest score.

    Attributes:
        value: The threshold with all images.
        without: The threshold without the image that sets it; equal to ``value`` if two images share it. None if
            it is the only abnormal image.
        rests_on: Index of the image that alone determines it; None if no single image moves it.
        fpr: False-positive rate at ``value``.
        fpr_without: False-positive rate at ``without``; None likewise.
    """

    value: float
    without: float | None
    rests_on: int | None
    fpr: float
    fpr_without: float | None


def stability(scores: ArrayLike, labels: ArrayLike, margin: float = 0.0) -> Stability:
    """Stability of the zero-false-negative threshold, less a margin, when each abnormal image is left out in turn.

    Raises:
        ScoringError: As :func:`vqganodip.scoring.threshold.zfn_threshold`.
    """
    zfn = zfn_threshold(scores, labels, margin)
    curve = OperatingCurve.of(scores, labels)
    fpr = curve.at(zfn.value).fpr or 0.0
    if zfn.abnormal == 1:
        return Stability(zfn.value, None, zfn.set_by[0], fpr, None)
    if len(zfn.set_by) > 1:
        return Stability(zfn.value, zfn.value, None, fpr, fpr)
    without = lowered(float(curve.abnormal[1]), margin)
    return Stability(zfn.value, without, zfn.set_by[0], fpr, curve.at(without).fpr)


@dataclass(frozen=True, slots=True)
class OneLeftOut:
    """The zero-false-negative threshold without one of the abnormal images.

    Attributes:
        index: The image that is left out.
        score: Its score.
        threshold: The lowest score of the others.
        moved: Its distance above the threshold of all images; 0 except for the image that sets the threshold.
        counts: Counts of all other images at that threshold; nothing is missed.
    """

    index: int
    score: float
    threshold: float
    moved: float
    counts: Confusion


def each_left_out(scores: ArrayLike, labels: ArrayLike, margin: float = 0.0) -> tuple[OneLeftOut, ...]:
    """The threshold, less a margin, with each abnormal image left out in turn, lowest score first.

    Empty if there is only one.

    Raises:
        ScoringError: As :func:`vqganodip.scoring.threshold.zfn_threshold`.
    """
    zfn, curve = zfn_threshold(scores, labels, margin), OperatingCurve.of(scores, labels)
    s = np.asarray(scores, np.float64)
    abnormal = np.flatnonzero(np.asarray(labels))
    if len(abnormal) < 2:
        return ()
    ordered = abnormal[np.argsort(s[abnormal], kind="stable")]
    second = lowered(float(curve.abnormal[1]), margin)
    flagged = {value: curve.at(value) for value in (zfn.value, second)}
    out = []
    for place, index in enumerate(ordered):
        without = second if place == 0 else zfn.value
        good = flagged[without]
        counts = Confusion(tp=len(abnormal) - 1, fp=good.fp, tn=good.tn, fn=0)
        out.append(OneLeftOut(int(index), float(s[index]), without, without - zfn.value, counts))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class NeymanPearson:
    """The umbrella rule of Tong, Feng and Li (2018): a miss rate of at most α, with confidence 1 − δ.

    Attributes:
        alpha: Highest tolerated miss rate.
        delta: Highest tolerated probability that the true miss rate exceeds it.
        abnormal: Abnormal images n.
        threshold: An image is flagged when score >= threshold; None if n is too small to prove any threshold: then only
            flagging everything guarantees the rate.
        rank: The threshold is the rank-th lowest abnormal score, so rank − 1 known defects are missed; None likewise.
        violation: Probability that the true miss rate is above α at that threshold.
        needed: Abnormal images needed for a threshold to exist: the smallest n with (1 − α)^n <= δ.
    """

    alpha: float
    delta: float
    abnormal: int
    threshold: float | None
    rank: int | None
    violation: float
    needed: int


def neyman_pearson(scores: ArrayLike, labels: ArrayLike, alpha: float = 0.01, delta: float = 0.05) -> NeymanPearson:
    """The highest threshold whose miss rate is at most α with confidence 1 − δ (Tong, Feng and Li 2018, algorithm 1).

    If images from the k-th lowest of n abnormal scores upwards are flagged, the true miss rate exceeds α with a
    probability of at most P(X <= k − 1), X binomial(n, α), for any distribution of scores. The rule uses the largest k
    for which that is at most δ. It requires a score that was chosen independently of these images, which leave-one-out
    scores only approximate.

    Args:
        scores: N finite scores, higher is more defective.
        labels: N labels, 1 for defective and 0 for normal.
        alpha: In (0, 1).
        delta: In (0, 1).

    Raises:
        ScoringError: No abnormal image.
        StatisticsError: A score that is not finite, alpha or delta outside (0, 1).
    """
    require_fraction(alpha, message("word-miss-rate", "miss rate"))
    require_fraction(delta, message("word-delta", "delta"))
    abnormal = OperatingCurve.of(scores, labels).abnormal
    n = len(abnormal)
    if n == 0:
        raise ScoringError(
            "neyman-pearson-no-defect",
            "there is no abnormal image",
            where=message("place-neyman-pearson-rule", "Neyman-Pearson rule"),
            todo="Add images of defective boards.",
        )
    needed = math.ceil(math.log(delta) / math.log1p(-alpha))
    below = np.cumsum(binomial_probabilities(n, alpha)[:-1])
    allowed = np.flatnonzero(below <= delta)
    if not allowed.size:
        return NeymanPearson(alpha, delta, n, None, None, float(below[0]), needed)
    k = int(allowed[-1])
    return NeymanPearson(alpha, delta, n, float(abnormal[k]), k + 1, float(below[k]), needed)
