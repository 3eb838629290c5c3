"""Inspection of one board: read, register, reconstruct, compare, measure, score.

The inspection is a generator of typed events without threads or user interface. The window, the command line and the
calibration all drive it.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import Bundle, open_bundle
from vqganodip.bundles.loaded_bundle import LoadedBundle, load_bundle
from vqganodip.bundles.sensitivity import check_sensitivity
from vqganodip.detection.candidates import NO_CANDIDATES, find_candidates, merge_regions
from vqganodip.detection.difference_map import difference_map
from vqganodip.detection.metrics.collect import collect
from vqganodip.detection.metrics.inputs import MetricInputs, NetworkMeasures, View
from vqganodip.detection.metrics.needed import EVERYTHING, work_for
from vqganodip.detection.metrics.registry import metric_of
from vqganodip.detection.part_statistics import PartDeviations
from vqganodip.detection.patches import PatchDistances
from vqganodip.detection.reasons import with_reasons
from vqganodip.detection.region_descriptors import describe_regions
from vqganodip.errors import BundleError, Message, message
from vqganodip.imaging.decoding import read_image
from vqganodip.imaging.registration import apply
from vqganodip.inspection.placed import Placed, place
from vqganodip.inspection.unusable_pictures import fixed_limits_note, picture_warning
from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.records import (
    Candidate,
    Inspection,
    MetricRow,
    Panels,
    Reconstruction,
    RegionDescriptors,
    Weighting,
)
from vqganodip.scoring.normal_only import NORMAL_ONLY, EvidenceScorer, promise
from vqganodip.scoring.scorer import Scorer
from vqganodip.scoring.verdict import decide
from vqganodip.settings import Precision
from vqganodip.types import Image, Map

__all__ = ["Inspected", "Inspector", "Measured", "Placed", "Scores", "Stage", "StageFinished", "place", "read_scorer"]

_DISPLAY_SIDE: Final = 2048
"""Longest side, in pixels, at which the original is shown; the working grid may be coarser."""

_STANDARDISED_WHITE: Final = 20.0
"""Standardised difference drawn in the brightest colour."""

_EVIDENCE: Final = (Weighting.FOREIGN, Weighting.FEATURES)
"""Maps that state where a defect is likely; their candidates are ranked by the map itself."""


class Stage(StrEnum):
    """Stages of an inspection, in order."""

    READ = "read"
    REGISTER = "register"
    RECONSTRUCT = "reconstruct"
    DIFFERENCE = "difference"
    CANDIDATES = "candidates"
    METRICS = "metrics"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class StageFinished:
    """A stage of the board is finished, with its duration."""

    stage: str
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A measured board: its metric row, before scoring.

    Attributes:
        placed: The board on the working grid.
        reconstruction: Output of the networks; None for a bundle that reconstructs nothing.
        compared: uint8 h×w×3, the picture with which the board is compared: the reconstruction or the reference board.
        views: Difference map and candidates per weighting.
        row: Metric row.
        stage_s: Seconds per stage.
        parts: The parts of the board, compared with those of normal boards; None for a bundle without their statistics.
    """

    placed: Placed
    reconstruction: Reconstruction | None
    compared: Image = field(repr=False)
    views: Mapping[Weighting, View]
    row: MetricRow
    stage_s: Mapping[str, float]
    parts: PartDeviations | None = field(default=None, repr=False)

    @property
    def display_weighting(self) -> Weighting:
        """Weighting used for display: the last one available, which is the most selective."""
        return list(self.views)[-1]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates that the regions are made of."""
        return self.views[self.display_weighting].candidates.candidates


@dataclass(frozen=True, slots=True)
class Inspected:
    """Last event of an inspection: the machine's result and the panels shown to operators."""

    inspection: Inspection
    panels: Panels


class StageTimer:
    """Stopwatch of the stages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def finished(self, stage: Stage) -> StageFinished:
        now = time.perf_counter()
        self.seconds[stage] = now - self._since
        self._since = now
        return StageFinished(stage, self.seconds[stage])


class Scores(Protocol):
    """A score of boards: the composite score, or one that was set without known defects."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the metrics that it knows."""

    @property
    def needed(self) -> frozenset[str]:
        """Names of the metrics whose values enter it."""

    def score(self, row: MetricRow) -> float:
        """Score of a board in [0, 1]; higher is more defective."""


def read_scorer(bundle: Bundle) -> Scores:
    """Read the score of a bundle; BundleError if it was never fitted or cannot be read."""
    data = bundle.read("scorer")
    if bundle.files["scorer"][0].endswith(".json"):
        return EvidenceScorer.loads(data, bundle.folder)
    return Scorer.loads(data, bundle.folder)


def _check_metrics(scorer: Scores, bundle: Path) -> None:
    """Raise BundleError if a metric of the score is unknown, before the first board is measured for it."""
    for name in scorer.names:
        try:
            metric_of(name)
        except KeyError as error:
            raise BundleError(
                "scorer-metric-unknown",
                "the score of this bundle needs the metric {name}, which is unknown",
                where=bundle,
                todo="Update the application, or fit the bundle again.",
                name=name,
            ) from error


class Inspector:
    """Inspector of boards with one bundle.

    Args:
        model: Loaded bundle.
        scorer: The score; None for measuring only.
        threshold: Boards with a score at or above it are flagged.
        bundle_sha256: Hash of the bundle, stored in every inspection.
        normal_only: Number of normal boards on which alone the threshold was set; 0 if defects were known.
        compare_maps: True to find the candidates of every map, not only those that the score or the regions need.
    """

    def __init__(
        self,
        model: LoadedBundle,
        scorer: Scores | None,
        threshold: float | None,
        bundle_sha256: str,
        normal_only: int = 0,
        *,
        compare_maps: bool = False,
    ) -> None:
        self._model = model
        self._scorer = scorer
        work = EVERYTHING if scorer is None else work_for(scorer.needed)
        self._work = dataclasses.replace(work, candidates=None) if compare_maps else work
        self._threshold = threshold
        self._normal_only = normal_only
        self.bundle_sha256 = bundle_sha256

    @classmethod
    def open(cls, bundle: Path, *, compare_maps: bool = False) -> Inspector:
        """Load a fitted bundle. Imports torch and scikit-learn, which takes a second or two.

        Args:
            bundle: Its folder.
            compare_maps: True to find the candidates of every map.

        Raises:
            BundleError: There is no bundle, a file was altered, the bundle was never fitted, its score needs a metric
                that this version does not have, or the sensitivity of parts was changed after the fit.
        """
        opened = open_bundle(bundle)
        check_sensitivity(opened)
        return cls._judging(opened, None, compare_maps)

    @classmethod
    def trying(cls, opened: Bundle, sensitivity: SensitivityRecord) -> Inspector:
        """Return an inspector with the score and the threshold of a bundle under a sensitivity that they do not know.

        Raises:
            BundleError: As for :meth:`open`, except that the sensitivity may differ.
        """
        return cls._judging(opened, sensitivity)

    @classmethod
    def _judging(cls, opened: Bundle, sensitivity: SensitivityRecord | None, compare_maps: bool = False) -> Inspector:
        scorer = read_scorer(opened)
        _check_metrics(scorer, opened.folder)
        stored = opened.read_json("threshold")
        normal_only = int(stored["normal"]) if stored.get("rule") == NORMAL_ONLY else 0
        model = load_bundle(opened, sensitivity=sensitivity)
        return cls(model, scorer, float(stored["threshold"]), opened.sha256, normal_only, compare_maps=compare_maps)

    @classmethod
    def for_measuring(cls, opened: Bundle, precision: Precision | None = None) -> Inspector:
        """Return an inspector without a score, for the calibration, in the bundle's precision or in another."""
        return cls(load_bundle(opened, precision), None, None, opened.sha256)

    @property
    def model(self) -> LoadedBundle:
        """The loaded bundle."""
        return self._model

    @property
    def notes(self) -> tuple[Message, ...]:
        """Hints on this bundle: how it computes on this machine, and what it was fitted without."""
        own = promise(self._normal_only) if self._normal_only else None
        return tuple(note for note in (self.note, fixed_limits_note(self._model.structure), own) if note is not None)

    @property
    def note(self) -> Message | None:
        """Hint on how this bundle computes on this machine; None if there is nothing to know."""
        if self._model.precision is not Precision.BFLOAT16:
            return None
        from vqganodip.neural.precision import has_bfloat16

        if has_bfloat16("cpu"):
            return message(
                "bundle-bfloat16",
                "This bundle of an earlier version computes in bfloat16: its scores depend on the number of threads "
                "and on the processor, by up to a hundredth. `vqganodip fit` makes it compute in float32.",
            )
        return message(
            "bundle-bfloat16-emulated",
            "This bundle of an earlier version computes in bfloat16, which this processor emulates: a board takes many "
            "times as long, and its score may differ by a hundredth. `vqganodip fit` makes it compute in float32.",
        )

    def measure(self, path: Path, data: bytes | None = None) -> Iterator[StageFinished | Measured]:
        """Run the stages up to the metric row; yields each finished stage and the measured board last.

        An inspector with a score leaves out the metrics that do not enter it, and the work for them.

        Args:
            path: The image file.
            data: Its bytes, where they were read elsewhere.

        Raises:
            ImageError: The image cannot be used.
        """
        timer = StageTimer()
        source = read_image(path, data=data)
        yield timer.finished(Stage.READ)
        placed = place(self._model, source)
        yield timer.finished(Stage.REGISTER)
        yield from self.measure_placed(placed, timer)

    def measure_placed(self, placed: Placed, timer: StageTimer | None = None) -> Iterator[StageFinished | Measured]:
        """Run the stages from the reconstruction on, for a board that is on the working grid."""
        timer, model, work = timer or StageTimer(), self._model, self._work
        reconstruction: Reconstruction | None = None
        if model.reconstructor is not None:
            reconstruction = model.reconstructor.reconstruct(placed.pixels, measures=work.network_measures)
        yield timer.finished(Stage.RECONSTRUCT)
        if reconstruction is None:
            compared = model.reference_board()
            maps = {Weighting.RAW: difference_map(placed.pixels, compared)}
        else:
            compared = reconstruction.pixels
            if model.weights is not None:
                levels = model.weights.reconstruction(placed.pixels, reconstruction.levels)
                reconstruction = dataclasses.replace(reconstruction, levels=levels)
            maps = model.differences(difference_map(placed.pixels, reconstruction.levels))
        odds = model.segment(placed.pixels)
        distances = model.feature_distances(placed.pixels) if work.features or model.ranks_by_features else None
        maps |= model.evidence_maps((placed.pixels.shape[1], placed.pixels.shape[0]), odds, distances)
        yield timer.finished(Stage.DIFFERENCE)
        ignore = _union(placed.outside, model.ignore)
        pairs: PatchDistances | None = None
        if reconstruction is not None and model.reconstructor is not None:
            pairs = PatchDistances(placed.pixels, reconstruction.levels, model.reconstructor.extractor)
        views: dict[Weighting, View] = {}
        ranking = list(maps)[-1]
        for weighting, difference in maps.items():
            measured, evident = work.measures_patches(weighting), weighting in _EVIDENCE
            if (not measured and weighting is not ranking) or (pairs is None and not evident):
                views[weighting] = View(difference, NO_CANDIDATES)
                continue
            variation = model.variation.mean if model.variation and weighting is not Weighting.RAW else None
            candidates = find_candidates(
                pairs if measured or not evident else None,
                difference,
                model.preset.candidates,
                variation,
                ignore,
                evidence=difference if evident else None,
            )
            views[weighting] = View(difference, candidates)
        yield timer.finished(Stage.CANDIDATES)
        parts = model.part_deviations(placed.pixels, ignore)
        row = collect(_inputs(model, placed, reconstruction, views, odds, distances, parts, ignore), work.columns)
        yield timer.finished(Stage.METRICS)
        yield Measured(placed, reconstruction, compared, views, row, dict(timer.seconds), parts)

    def inspect(self, path: Path, data: bytes | None = None) -> Iterator[StageFinished | Inspected]:
        """Inspect one board; yields each finished stage and the inspection last.

        Args:
            path: The image file.
            data: Its bytes, where they were read elsewhere.

        Raises:
            ImageError: The image cannot be used.
            BundleError: The bundle was never fitted.
        """
        for event in self.measure(path, data):
            if isinstance(event, StageFinished):
                yield event
                continue
            started = time.perf_counter()
            inspection = self.decide(event)
            seconds = time.perf_counter() - started
            yield StageFinished(Stage.SCORE, seconds)
            stage_s = {**event.stage_s, Stage.SCORE: seconds}
            panels = dataclasses.replace(panels_of(event), descriptors=self.describe(event))
            yield Inspected(dataclasses.replace(inspection, stage_s=stage_s), panels)

    def describe(self, measured: Measured) -> RegionDescriptors | None:
        """Descriptors of the regions of a measured board; None for products in free position."""
        model = self._model
        if model.reference is None:
            return None
        maps = {weighting: view.difference for weighting, view in measured.views.items()}
        regions = merge_regions(measured.candidates)
        return describe_regions(regions, measured.placed.pixels, model.pixel_statistics, maps, measured.parts)

    def decide(self, measured: Measured) -> Inspection:
        """Score a measured board and decide its verdict."""
        if self._scorer is None or self._threshold is None:
            raise ValueError("this inspector was opened for measuring only")
        score = self._scorer.score(measured.row)
        candidates = measured.candidates
        placed = measured.placed
        regions = merge_regions(candidates)
        if measured.parts is not None:
            regions = with_reasons(regions, placed.pixels, self._model.pixel_statistics, measured.parts)
        incomplete = picture_warning(self._model.structure, placed.pixels, placed.outside)
        height, width = placed.pixels.shape[:2]
        t = [float(v) for v in np.asarray(placed.transform).ravel()]
        return Inspection(
            image=placed.source.path,
            sha256=placed.source.sha256,
            bundle_sha256=self.bundle_sha256,
            inspected_at=datetime.now(UTC),
            score=score,
            threshold=self._threshold,
            verdict=decide(score, self._threshold, unusable=incomplete is not None),
            grid=(width, height),
            transform=(t[0], t[1], t[2], t[3], t[4], t[5]),
            registration_residual=placed.residual,
            mm_per_px=self._model.mm_per_px,
            candidates=candidates,
            regions=regions,
            stage_s=dict(measured.stage_s),
            warnings=placed.warnings if incomplete is None else (incomplete, *placed.warnings),
            region_limit=self._model.region_limit,
            threshold_rule=NORMAL_ONLY if self._normal_only else "",
        )


def panels_of(measured: Measured) -> Panels:
    """Return the panels of a measured board, the original at the resolution of the source up to 2048 px."""
    placed = measured.placed
    height, width = placed.pixels.shape[:2]
    per_px = float(np.sqrt(abs(np.linalg.det(np.asarray(placed.transform)[:, :2]))))
    finer = min(per_px, _DISPLAY_SIDE / max(width, height))
    original = placed.pixels
    if finer > 1.05:
        original = apply(placed.source.pixels, placed.transform, (width, height), finer=finer)
    shown = {weighting: _drawable(weighting, view.difference) for weighting, view in measured.views.items()}
    return Panels(original, measured.compared, shown, reconstructed=measured.reconstruction is not None)


def _drawable(weighting: Weighting, difference: Map) -> Map:
    if weighting is Weighting.STANDARDISED:
        return np.asarray(np.clip(difference / np.float32(_STANDARDISED_WHITE), 0, 1), np.float32)
    return difference


def _inputs(
    model: LoadedBundle,
    placed: Placed,
    r: Reconstruction | None,
    views: Mapping[Weighting, View],
    odds: Map | None,
    distances: Mapping[str, Map] | None,
    parts: PartDeviations | None,
    ignore: NDArray[np.bool_] | None,
) -> MetricInputs:
    return MetricInputs(
        original=placed.pixels,
        reconstruction=None if r is None else r.levels,
        views={} if r is None else {w: view for w, view in views.items() if w is not Weighting.FOREIGN},
        mask=model.variation.mask if model.variation else None,
        networks=NetworkMeasures()
        if r is None
        else NetworkMeasures(
            perceptual=r.perceptual,
            quantization=r.quantization,
            gan_original=r.gan_original,
            gan_reconstruction=r.gan_reconstruction,
        ),
        pixel_statistics=model.pixel_statistics if model.preset.golden and model.reference else None,
        normal_spread=model.spread,
        latent_statistics=model.latent_statistics,
        latents=None if r is None else r.latents,
        anomaly_log_odds=odds,
        feature_maps=distances,
        part_deviations=parts,
        weights=model.weights,
        local=model.reference is None and model.preset.name != "paper",
        ignore=ignore,
        p=model.preset.candidates.p,
        additions=model.preset.name != "paper",
    )


def _union(a: NDArray[np.bool_] | None, b: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
    if a is None or b is None:
        return a if b is None else b
    return np.logical_or(a, b)
