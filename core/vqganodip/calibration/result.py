"""The calibration stored in a bundle: the scores of its labelled images, the threshold and the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import Bundle, open_bundle
from vqganodip.bundles.precision import precision_of
from vqganodip.errors import BundleError
from vqganodip.scoring.normal_only import NORMAL_ONLY
from vqganodip.scoring.operating_points import OperatingCurve, Stability, stability
from vqganodip.scoring.processor_check import ProcessorCheck, processor_check_from
from vqganodip.scoring.report import Report, report_from_dict
from vqganodip.scoring.threshold import Confusion, Threshold, shown_threshold, zfn_threshold
from vqganodip.settings import Precision
from vqganodip.types import FloatArray

__all__ = ["CalibrationResult", "open_calibration", "read_calibration"]


@dataclass(frozen=True, slots=True, eq=False)
class CalibrationResult:
    """Scores of the labelled images, on which a threshold is chosen.

    Attributes:
        scores: float64 N in [0, 1]: leave-one-out score of each image.
        labels: int64 N, 1 for defective.
        images: N names, each folder and file.
        threshold: Zero-false-negative threshold of these scores, with the next operating points.
        stability: Stability of that threshold.
        curve: Confusion counts at any threshold.
        bundle_threshold: Threshold stored in the bundle.
        bundle: Folder of the bundle.
        bundle_sha256: Hash of the bundle.
        data_sha256: Hash of the stored scores.
        report: Report of the fit.
        paths: N image paths relative to the data set; empty strings in bundles of earlier versions.
        sha256s: N hashes of the image files; likewise.
        others: Scores under the classifiers that were not chosen, by name, in the order of ``images``; empty in bundles
            of earlier versions.
        shown_classifier: Classifier of these scores; empty for the one that the bundle uses.
        processors: Comparison between kinds of processors; None in bundles of earlier versions.
        precision: Arithmetic of the bundle.
    """

    scores: FloatArray = field(repr=False)
    labels: NDArray[np.int64] = field(repr=False)
    images: tuple[str, ...] = field(repr=False)
    threshold: Threshold
    stability: Stability
    curve: OperatingCurve = field(repr=False)
    bundle_threshold: float
    bundle: Path
    bundle_sha256: str
    data_sha256: str
    report: Report = field(repr=False)
    paths: tuple[str, ...] = field(default=(), repr=False)
    sha256s: tuple[str, ...] = field(default=(), repr=False)
    others: Mapping[str, FloatArray] = field(default_factory=dict, repr=False)
    shown_classifier: str = ""
    processors: ProcessorCheck | None = None
    precision: Precision = Precision.FLOAT32

    @property
    def tolerance(self) -> float:
        """Distance that the threshold keeps below the lowest known defect; 0 for classifiers that were not compared."""
        return 0.0 if self.processors is None or self.shown_classifier else self.processors.tolerance

    def with_classifier(self, classifier: str) -> CalibrationResult:
        """Return the calibration under another classifier, for display only: the bundle uses its own classifier.

        Raises:
            KeyError: The scores of this classifier are not stored.
        """
        scores = self.others[classifier]
        return replace(
            self,
            scores=scores,
            threshold=zfn_threshold(scores, self.labels),
            stability=stability(scores, self.labels),
            curve=OperatingCurve.of(scores, self.labels),
            bundle_threshold=zfn_threshold(scores, self.labels).value,
            shown_classifier=classifier,
        )

    def counts(self, threshold: float) -> Confusion:
        """Return the confusion counts at any threshold, in O(log n)."""
        return self.curve.at(threshold)

    def threshold_text(self, threshold: float) -> str:
        """The threshold as it is shown: typed back, it misses and flags exactly the same images."""
        return shown_threshold(threshold, self.scores)

    def missed(self, threshold: float) -> tuple[int, ...]:
        """Return the indices of the known defects below a threshold, lowest score first."""
        below = np.flatnonzero((self.labels == 1) & (self.scores < threshold))
        return tuple(int(i) for i in below[np.argsort(self.scores[below], kind="stable")])

    def between(self, low: float, high: float) -> tuple[int, ...]:
        """Return the indices of the images with low <= score < high (a high of 1 includes 1), highest score first."""
        end = np.inf if high >= 1 else high
        inside = np.flatnonzero((self.scores >= low) & (self.scores < end))
        return tuple(int(i) for i in inside[np.argsort(-self.scores[inside], kind="stable")])


def open_calibration(folder: Path) -> CalibrationResult:
    """Open the bundle in a folder and read its calibration, see :func:`read_calibration`."""
    return read_calibration(open_bundle(folder))


def read_calibration(bundle: Bundle) -> CalibrationResult:
    """Read the calibration that ``fit`` stored in a bundle.

    Raises:
        BundleError: The bundle was never fitted, was altered, or its scores cannot be read.
    """
    if "scores" not in bundle and "threshold" in bundle and bundle.read_json("threshold").get("rule") == NORMAL_ONLY:
        raise BundleError(
            "bundle-normal-only",
            "the threshold of this model was set on normal boards alone: there are no scores of known defects",
            where=bundle.folder,
            todo="Run vqganodip fit as soon as there are labelled boards with defects.",
        )
    if "scores" not in bundle:
        raise BundleError(
            "bundle-not-fitted",
            "the bundle was never fitted, so it has no threshold",
            where=bundle.folder,
            todo="Run vqganodip fit with labelled boards.",
        )
    try:
        stored = bundle.read_json("scores")
        rows = stored["scores"]
        scores = np.array([float(row["score"]) for row in rows], np.float64)
        labels = np.array([int(row["label"] == "defective") for row in rows], np.int64)
        images = tuple(str(row["image"]) for row in rows)
        paths = tuple(str(row.get("path", "")) for row in rows)
        sha256s = tuple(str(row.get("sha256", "")) for row in rows)
        others = {name: np.array(values, np.float64) for name, values in stored.get("others", {}).items()}
        set_to = bundle.read_json("threshold")
        precision = precision_of(bundle.read_json("settings"))
        bundle_threshold, processors = float(set_to["threshold"]), processor_check_from(set_to.get("processors"))
    except (KeyError, TypeError, ValueError) as error:
        raise BundleError(
            "bundle-scores-unreadable",
            "the scores cannot be read ({error})",
            where=bundle.folder,
            todo="Run vqganodip fit again.",
            error=repr(error),
        ) from error
    tolerance = processors.tolerance if processors is not None else 0.0
    return CalibrationResult(
        scores=scores,
        labels=labels,
        images=images,
        threshold=zfn_threshold(scores, labels, tolerance),
        stability=stability(scores, labels, tolerance),
        curve=OperatingCurve.of(scores, labels),
        bundle_threshold=bundle_threshold,
        bundle=bundle.folder,
        bundle_sha256=bundle.sha256,
        data_sha256=bundle.files["scores"][1],
        report=report_from_dict(bundle.read_json("report")),
        paths=paths,
        sha256s=sha256s,
        others={name: values for name, values in others.items() if values.shape == scores.shape},
        processors=processors,
        precision=precision,
    )
