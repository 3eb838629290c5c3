"""Fitting of score and threshold on labelled images (``vqganodip fit``), and evaluation of a fitted bundle on images
held out of the fit (``vqganodip evaluate``). Both are generators of typed events, like the inspection they drive."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import WEIGHED, Bundle, write_bundle
from vqganodip.bundles.precision import precision_of
from vqganodip.bundles.sensitivity import sensitivity_contents
from vqganodip.calibration.board_figures import BASELINES, MeasureBoards, figures_of, measure
from vqganodip.calibration.fitted_contents import fitted_contents
from vqganodip.calibration.images import save_dataset_folder
from vqganodip.calibration.localisation import Located, covered_share, locate, on_grid
from vqganodip.calibration.metric_cache import SETTINGS, MetricCache
from vqganodip.calibration.pixel_metrics import PixelCurve
from vqganodip.calibration.processors import check_processors, with_tolerance
from vqganodip.calibration.region_limit import HighestRegions
from vqganodip.calibration.structure_limits import structure_contents
from vqganodip.datasets.ground_truth import KnownDefect, load_defects, load_mask, mask_notes
from vqganodip.datasets.layouts import Dataset, require_abnormal
from vqganodip.detection.metrics.registry import Direction, metric_of
from vqganodip.errors import DatasetError, ImageError, Message, VqganodipError, message, system_reason
from vqganodip.files import sha256_of
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.records import Inspection, Label, LabelledImage, MetricRow, MetricTable, Weighting
from vqganodip.scoring.composite import Composite, FitOptions, check_options, fit_composite
from vqganodip.scoring.folds import check_images
from vqganodip.scoring.parallel import OnProgress
from vqganodip.scoring.processor_check import LEFT_OUT, ProcessorCheck
from vqganodip.scoring.report_row import ReportRow, RowKind, evaluate_scores, measured_row
from vqganodip.scoring.search_cache import SearchCache
from vqganodip.settings import Precision
from vqganodip.training.events import Notice
from vqganodip.types import FloatArray

__all__ = ["BASELINES", "Evaluated", "Fitted", "ImageMeasured", "LeftOut", "MapFigures", "Searching", "evaluate", "fit"]

_DEFAULTS: Final = FitOptions()


@dataclass(frozen=True, slots=True)
class ImageMeasured:
    """An image has been measured."""

    image: LabelledImage
    share: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An image that could not be used, and why; the fit continues without it."""

    image: LabelledImage
    error: ImageError

    @property
    def text(self) -> Message:
        """The error as a message."""
        return message("fit-left-out", "{error}", error=self.error)


@dataclass(frozen=True, slots=True)
class Searching:
    """Progress of the classifier search: the current step, and the completed share in [0, 1]."""

    what: Message
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Last event of :func:`fit`: the composite score and the bundle that contains it."""

    composite: Composite
    bundle: Bundle
    processors: ProcessorCheck = LEFT_OUT


@dataclass(frozen=True, slots=True)
class MapFigures:
    """Localisation figures of one weighting of the difference map.

    Attributes:
        weighting: Weighting of the map.
        auroc: Pixel-wise AUROC over the normal boards and the boards with defect masks; nan without masks.
        aupro: Area under the per-region overlap curve, over the same boards; nan without masks.
        covered: Share of the known defects hit by a candidate of this weighting; nan if no defect is known.
    """

    weighting: Weighting
    auroc: float
    aupro: float
    covered: float


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """Last event of :func:`evaluate`.

    Attributes:
        row: Composite score at the bundle's threshold.
        best_possible: The same scores with the threshold set on these images: the best the score could achieve here;
            None unless both classes are present.
        baselines: Baseline scores with thresholds set on these images.
        scores: float64 N, in the order of ``images``.
        images: The N images.
        located: Known defects of each of the N images with the candidates that hit them; an empty tuple if the
            locations are unknown.
        maps: Localisation figures of each weighting; empty if no location is known.
        regions_per_normal: Mean number of regions shown on a normal board.
    """

    row: ReportRow
    best_possible: ReportRow | None
    baselines: tuple[ReportRow, ...]
    scores: FloatArray = field(repr=False)
    images: tuple[LabelledImage, ...] = field(repr=False)
    located: tuple[tuple[Located, ...], ...] = field(default=(), repr=False)
    maps: tuple[MapFigures, ...] = ()
    regions_per_normal: float = float("nan")


class _LocalisationTally:
    """Accumulator of localisation figures over the boards with known defects."""

    def __init__(self, defects: Mapping[Path, tuple[KnownDefect, ...]]) -> None:
        self._defects = defects
        self._curves: dict[Weighting, PixelCurve] = {}
        self._hits: dict[Weighting, list[tuple[Located, ...]]] = {}
        self._regions: list[int] = []
        self.located: list[tuple[Located, ...]] = []

    def add(self, image: LabelledImage, measured: Measured, inspection: Inspection) -> None:
        known, size, transform = self._defects.get(image.path, ()), inspection.grid, measured.placed.transform
        mask = load_mask(image) if known else None
        parts = (known, mask, transform, size)
        self.located.append(locate(*parts, inspection.candidates, inspection.shown_regions) if known else ())
        if image.label is Label.NORMAL:
            self._regions.append(len(inspection.shown_regions))
        truth = np.zeros((size[1], size[0]), bool) if image.label is Label.NORMAL else None
        truth = on_grid(mask, transform, size) if mask is not None else truth
        for weighting, view in measured.views.items():
            if known:
                self._hits.setdefault(weighting, []).append(locate(*parts, view.candidates.candidates, ()))
            if truth is not None:
                self._curves.setdefault(weighting, PixelCurve()).add(view.difference, truth)

    @property
    def maps(self) -> tuple[MapFigures, ...]:
        none = PixelCurve()
        curves = {weighting: self._curves.get(weighting, none) for weighting in self._hits}
        return tuple(MapFigures(w, c.auroc, c.aupro, covered_share(self._hits[w])) for w, c in curves.items())

    @property
    def regions_per_normal(self) -> float:
        return float(np.mean(self._regions)) if self._regions else float("nan")


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """Metric rows of the measured images with their baseline scores."""

    metrics: MetricTable
    baselines: dict[str, FloatArray]
    scores: FloatArray
    places: _LocalisationTally
    digests: tuple[str, ...] = ()

    @property
    def labels(self) -> NDArray[np.int64]:
        return np.array([int(image.label is Label.DEFECTIVE) for image in self.metrics.images], np.int64)


FitEvent: TypeAlias = ImageMeasured | LeftOut | Notice | Searching | Fitted
EvaluateEvent: TypeAlias = ImageMeasured | LeftOut | Notice | Evaluated


def fit(
    bundle: Bundle,
    dataset: Dataset,
    options: FitOptions = _DEFAULTS,
    *,
    n_jobs: int = 1,
    progress: OnProgress | None = None,
    other_processors: bool = True,
    elsewhere: MeasureBoards | None = None,
) -> Iterator[FitEvent]:
    """Measure the labelled images, fit the composite score and set the ZFN threshold (paper section 3.3).

    Args:
        bundle: Trained bundle; the fitted bundle replaces it in the same folder.
        dataset: Data set whose ``test`` images are used.
        options: Search, protocol, classifiers and seed.
        n_jobs: Number of processes.
        progress: Called between classifier fits; an exception raised in it stops the search. Results so far are cached
            in the run folder, and the same call resumes from there.
        other_processors: Compare the scores of some boards with those of a processor with fewer instructions, and keep
            the threshold below the lowest known defect by the largest difference. If False, a known defect may pass on
            another kind of processor.
        elsewhere: Measures the boards instead of this process, such as the workers of a cluster.

    Raises:
        DatasetError: There is no usable normal or no usable abnormal image.
        ScoringError: An option that does not exist, or too few images, before the first one is measured; later, no
            score can be fitted on the metric rows.
    """
    check_options(options)
    require_abnormal(dataset)
    if not dataset.normal:
        raise DatasetError(
            "fit-no-normal-images",
            "there are no labelled normal images",
            where=dataset.root,
            todo="Put some into test/good.",
        )
    yield from map(Notice, dataset.notes)
    check_images(dataset.test)
    inspector, settings = Inspector.for_measuring(bundle, Precision.FLOAT32), bundle.read_json(SETTINGS)
    if precision_of(settings) is not Precision.FLOAT32:
        yield Notice(
            message(
                "fit-becomes-float32",
                "This bundle of an earlier version computes in bfloat16. From this fit on it computes in float32, so "
                "that scores do not depend on the number of threads; all labelled images are measured in it.",
            )
        )
    cache, regions = MetricCache.of_bundle(bundle, BASELINES), HighestRegions(bundle)
    table = yield from _measure_images(
        inspector,
        dataset.test,
        trained=_trained_on(bundle),
        score=False,
        cache=cache,
        regions=regions,
        elsewhere=elsewhere,
    )
    if cache.problem is not None:
        yield Notice(cache.problem)
    yield Searching(message("fit-classifiers", "classifiers"), 0.0)
    searches = SearchCache(cache.path.with_name(cache.path.stem.replace("metrics", "searches") + ".jsonl"))
    names = table.metrics.names
    directions = {n: -1 if metric_of(n).direction is Direction.LOWER else 1 for n in names}
    composite = fit_composite(
        table.metrics,
        options,
        directions=directions,
        baselines=table.baselines,
        n_jobs=n_jobs,
        progress=progress,
        memory=searches,
    )
    if searches.problem is not None:
        yield Notice(searches.problem)
    yield Searching(message("fit-classifiers", "classifiers"), 1.0)
    check = LEFT_OUT
    if other_processors:
        check = yield from _compare_processors(bundle, composite, table)
    composite = with_tolerance(composite, check)
    contents = fitted_contents(composite, check, settings, dataset.root, table.digests)
    contents |= structure_contents(inspector.model, table.metrics.images)
    contents |= regions.contents(table.metrics.images, table.digests)
    contents |= sensitivity_contents(bundle)
    fitted = write_bundle(bundle.folder, contents, base=bundle, without=(WEIGHED,))
    save_dataset_folder(bundle.folder, fitted.files["scores"][1], dataset.root)
    yield Fitted(composite, fitted, check)


def evaluate(bundle: Bundle, dataset: Dataset) -> Iterator[EvaluateEvent]:
    """Score labelled images with a fitted bundle at its own threshold.

    Raises:
        DatasetError: There is no usable labelled image.
        ImageError: A mask cannot be read, or does not fit its image; raised before any image is measured.
        BundleError: The bundle was never fitted.
    """
    inspector = Inspector.open(bundle.folder, compare_maps=True)
    if not dataset.test:
        raise DatasetError(
            "fit-no-labelled-images",
            "there are no labelled images",
            where=dataset.root,
            todo="Put some into test/good.",
        )
    defects = load_defects(dataset)
    yield from map(Notice, (*dataset.notes, *mask_notes(dataset)))
    table = yield from _measure_images(
        inspector, dataset.test, trained=_trained_on(bundle), score=True, defects=defects
    )
    threshold = float(bundle.read_json("threshold")["threshold"])
    labels, images = table.labels, table.metrics.images
    both = 0 < int(labels.sum()) < len(labels)
    yield Evaluated(
        row=evaluate_scores(table.scores, labels, images, threshold, name="composite score"),
        best_possible=_fitted_row("composite score, threshold set here", table.scores, table) if both else None,
        baselines=tuple(_fitted_row(name, values, table) for name, values in table.baselines.items()) if both else (),
        scores=table.scores,
        images=images,
        located=tuple(table.places.located),
        maps=table.places.maps,
        regions_per_normal=table.places.regions_per_normal,
    )


def _fitted_row(name: str, values: FloatArray, table: _Table) -> ReportRow:
    return measured_row(name, RowKind.BASELINE, values, table.labels, table.metrics.images)


def _measure_images(
    inspector: Inspector,
    images: Sequence[LabelledImage],
    *,
    trained: Set[str],
    score: bool,
    defects: Mapping[Path, tuple[KnownDefect, ...]] | None = None,
    cache: MetricCache | None = None,
    regions: HighestRegions | None = None,
    elsewhere: MeasureBoards | None = None,
) -> Generator[ImageMeasured | LeftOut, None, _Table]:
    used: list[LabelledImage] = []
    rows: list[FloatArray] = []
    digests: list[str] = []
    names: tuple[str, ...] = ()
    scores: list[float] = []
    localisation = _LocalisationTally(defects or {})
    baselines: dict[str, list[float]] = {name: [] for name in BASELINES}
    sent = frozenset() if elsewhere is None else _lacking(images, trained, cache, regions)
    answers = iter(()) if elsewhere is None else elsewhere([images[i] for i in sorted(sent)])
    for i, image in enumerate(images):
        answer = next(answers) if i in sent else None  # in any case, so that the others stay in step
        measured, figures = None, None
        try:
            digest = _hash_of(image)
            if digest in trained:
                raise _learned_from(image)
            cached = cache.find(digest) if cache is not None else None
            lacks = regions is not None and regions.lacks(image, digest)
            if isinstance(answer, VqganodipError):
                raise answer
            if answer is not None:
                figures = answer
            elif cached is None or lacks:
                measured = measure(inspector, image.path)
                figures = figures_of(inspector, measured)
        except ImageError as error:
            yield LeftOut(image, error)
            continue
        if cached is not None:
            row, baseline_scores = cached
        else:
            assert figures is not None
            row, baseline_scores = figures.row, dict(figures.baselines)
            if cache is not None:
                cache.add(digest, row, baseline_scores)
        if figures is not None and regions is not None:
            regions.add(image, digest, figures.highest)
        if measured is not None and score:
            inspection = inspector.decide(measured)
            scores.append(inspection.score)
            localisation.add(image, measured, inspection)
        used.append(image)
        digests.append(digest)
        names = row.names
        rows.append(row.values)
        for name, value in baseline_scores.items():
            baselines[name].append(value)
        yield ImageMeasured(image, (i + 1) / len(images))
    if not rows:
        raise DatasetError("fit-no-usable-image", "no image could be used", todo="See the errors above.")
    return _Table(
        MetricTable(names, np.stack(rows), tuple(used)),
        {name: np.array(values) for name, values in baselines.items()},
        np.array(scores),
        localisation,
        tuple(digests),
    )


def _lacking(
    images: Sequence[LabelledImage], trained: Set[str], cache: MetricCache | None, regions: HighestRegions | None
) -> Set[int]:
    """Positions of the images that have to be measured; one that cannot be read is not among them."""
    lacking = set()
    for i, image in enumerate(images):
        digest = sha256_of(image.path, unreadable="")
        known = cache is not None and cache.find(digest) is not None
        if digest and digest not in trained and (not known or (regions is not None and regions.lacks(image, digest))):
            lacking.add(i)
    return lacking


def _trained_on(bundle: Bundle) -> Set[str]:
    """SHA-256 of every image that the networks of a bundle learned from; empty for older bundles, which do not say."""
    return frozenset(bundle.read_json("settings").get("images_seen") or ())


def _learned_from(image: LabelledImage) -> ImageError:
    return ImageError(
        "fit-image-learned-from",
        "the bundle was trained on this image, so its score is no measure for new boards",
        where=image.path,
        todo="Give labelled images that are not among the training images.",
    )


def _hash_of(image: LabelledImage) -> str:
    try:
        return sha256_of(image.path)
    except OSError as error:
        raise ImageError(
            "fit-image-unreadable",
            "the file cannot be read ({error})",
            where=image.path,
            todo="Check its rights.",
            error=system_reason(error),
        ) from error


def _compare_processors(
    bundle: Bundle, composite: Composite, table: _Table
) -> Generator[Searching, None, ProcessorCheck]:
    rows = [MetricRow(table.metrics.names, values) for values in table.metrics.values]
    what = message("fit-other-processors", "other processors")
    measuring = check_processors(bundle, composite, rows, table.digests)
    with closing(measuring):
        while True:
            yield Searching(what, 1.0)
            try:
                next(measuring)
            except StopIteration as end:
                check: ProcessorCheck = end.value
                return check
