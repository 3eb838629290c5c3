"""The calibration of a bundle without known defects: the scores of its normal boards, and the threshold set on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import Bundle, open_bundle
from vqganodip.calibration.result import CalibrationResult, read_calibration
from vqganodip.errors import BundleError, Message
from vqganodip.scoring.normal_only import NORMAL_ONLY, promise
from vqganodip.scoring.threshold import shown_threshold
from vqganodip.types import FloatArray

__all__ = [
    "AnyCalibration",
    "NormalCalibration",
    "is_normal_only",
    "open_any_calibration",
    "read_any_calibration",
    "read_normal_calibration",
]


@dataclass(frozen=True, slots=True, eq=False)
class NormalCalibration:
    """Scores of the normal boards, on which alone a threshold was set.

    Attributes:
        scores: float64 N in [0, 1]: score of each board by a reference made without it.
        bundle_threshold: Threshold stored in the bundle.
        bundle: Folder of the bundle.
        bundle_sha256: Hash of the bundle.
        data_sha256: Hash of the stored rule, threshold and scores.
    """

    scores: FloatArray = field(repr=False)
    bundle_threshold: float
    bundle: Path
    bundle_sha256: str
    data_sha256: str

    @property
    def labels(self) -> NDArray[np.int64]:
        """int64 N, 0 for each board: no defect is known."""
        return np.zeros(len(self.scores), np.int64)

    @property
    def tolerance(self) -> float:
        """Distance to the lowest known defect; 0, since none is known."""
        return 0.0

    @property
    def images(self) -> tuple[str, ...]:
        """Names of the boards; none is stored."""
        return ()

    @property
    def sha256s(self) -> tuple[str, ...]:
        """Hashes of labelled images; the hashes of the normal boards are in the settings of the bundle."""
        return ()

    def missed(self, _threshold: float) -> tuple[int, ...]:
        """Return the known defects below a threshold; none is known."""
        return ()

    def flagged(self, threshold: float) -> int:
        """Return the number of these normal boards that a threshold flags."""
        return int((self.scores >= threshold).sum())

    def promise(self, threshold: float) -> Message:
        """Return what a threshold promises about normal boards, and that it promises nothing about misses."""
        return promise(len(self.scores), self.flagged(threshold))

    def threshold_text(self, threshold: float) -> str:
        """The threshold as it is shown: typed back, it flags exactly the same boards."""
        return shown_threshold(threshold, self.scores)


AnyCalibration: TypeAlias = CalibrationResult | NormalCalibration


def open_any_calibration(folder: Path) -> AnyCalibration:
    """Open the bundle in a folder and read its calibration, see :func:`read_any_calibration`."""
    return read_any_calibration(open_bundle(folder))


def read_any_calibration(bundle: Bundle) -> AnyCalibration:
    """Read the calibration of a bundle, with known defects or without.

    Raises:
        BundleError: The bundle was never fitted, was altered, or its scores cannot be read.
    """
    return read_normal_calibration(bundle) if is_normal_only(bundle) else read_calibration(bundle)


def is_normal_only(bundle: Bundle) -> bool:
    """Return True if the threshold of a bundle was set on normal boards alone."""
    return "scores" not in bundle and "threshold" in bundle and bundle.read_json("threshold").get("rule") == NORMAL_ONLY


def read_normal_calibration(bundle: Bundle) -> NormalCalibration:
    """Read the scores of the normal boards of a bundle.

    Raises:
        BundleError: They cannot be read.
    """
    try:
        stored = bundle.read_json("threshold")
        scores = np.array([float(score) for score in stored["normal_scores"]], np.float64)
        threshold = float(stored["threshold"])
        if not scores.size or not np.isfinite(scores).all():
            raise ValueError("normal_scores")
    except (KeyError, TypeError, ValueError) as error:
        raise BundleError(
            "bundle-normal-scores-unreadable",
            "the scores of the normal boards cannot be read ({error})",
            where=bundle.folder,
            todo="Build the model again.",
            error=repr(error),
        ) from error
    return NormalCalibration(scores, threshold, bundle.folder, bundle.sha256, bundle.files["threshold"][1])
