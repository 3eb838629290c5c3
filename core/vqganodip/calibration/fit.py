"""From labelled images to score and threshold: ``vqganodip fit``; and the same figures on images the bundle has not
seen: ``vqganodip evaluate``. Generators of typed events, like the inspection they drive."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import Bundle, write_bundle
from vqganodip.calibration.images import remember_folder
from vqganodip.calibration.localisation import Located, covered_share, locate, on_grid
from vqganodip.calibration.metric_cache import MetricCache
from vqganodip.calibration.pixel_metrics import PixelCurve
from vqganodip.datasets.ground_truth import KnownDefect, load_defects, load_mask
from vqganodip.datasets.layouts import Dataset, require_abnormal
from vqganodip.detection.metrics.registry import Direction, metric_of
from vqganodip.errors import DatasetError, ImageError
from vqganodip.files import sha256_of
from vqganodip.imaging.decoding import resize
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.records import Inspection, Label, LabelledImage, MetricTable, Weighting
from vqganodip.scoring.parallel import OnProgress
from vqganodip.scoring.report import Composite, ReportRow, evaluate_scores, fit_composite, report_to_dict
from vqganodip.scoring.report_row import RowKind, image_name, measured_row
from vqganodip.scoring.search_cache import SearchCache
from vqganodip.types import FloatArray

__all__ = ["BASELINES", "Evaluated", "Fitted", "ImageMeasured", "LeftOut", "MapFigures", "Searching", "evaluate", "fit"]

BASELINES: Final = ("mean brightness", "golden board")
"""Cheap scores that stand beside every report: the deviation of the mean brightness from that of the training images,
and the mean of the 100 largest deviations from the golden board (no gain, no blur)."""


@dataclass(frozen=True, slots=True)
class ImageMeasured:
    """An image has its metric row."""

    image: LabelledImage
    share: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An image that could not be used, with its error; the others go on."""

    image: LabelledImage
    error: ImageError


@dataclass(frozen=True, slots=True)
class Searching:
    """The classifiers are being fitted: what, and how far, in [0, 1]."""

    what: str
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """The last event of :func:`fit`: the composite score, and the bundle that now holds it."""

    composite: Composite
    bundle: Bundle


@dataclass(frozen=True, slots=True)
class MapFigures:
    """How well one weighting points at the known defects of the boards.

    Attributes:
        weighting: Which map.
        auroc: Of its pixels, over the normal boards and those whose defects have a mask; nan without masks.
        aupro: Likewise.
        covered: Share of the known defects that a candidate of this weighting hits; nan where none is known.
    """

    weighting: Weighting
    auroc: float
    aupro: float
    covered: float


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """The last event of :func:`evaluate`.

    Attributes:
        row: The composite score at the bundle's threshold.
        best_possible: The same scores with thresholds set on these very images: what the score could do here.
        baselines: The cheap scores, with thresholds set on these very images.
        scores: float64 N, in the order of ``images``.
        images: The N images.
        located: For each of the N images its known defects and the candidates that point at them; empty tuples where
            no place of a defect is known.
        maps: Figures of each weighting where places are known; empty otherwise.
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


class _Places:
    """What the maps and candidates say about the known places of the defects, board by board."""

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
        self.located.append(locate(*parts, inspection.candidates, inspection.regions) if known else ())
        if image.label is Label.NORMAL:
            self._regions.append(len(inspection.regions))
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
    """Rows of the images that could be measured, with their baselines."""

    metrics: MetricTable
    baselines: dict[str, FloatArray]
    scores: FloatArray
    places: _Places
    digests: tuple[str, ...] = ()

    @property
    def labels(self) -> NDArray[np.int64]:
        return np.array([int(image.label is Label.DEFECTIVE) for image in self.metrics.images], np.int64)


FitEvent: TypeAlias = ImageMeasured | LeftOut | Searching | Fitted
EvaluateEvent: TypeAlias = ImageMeasured | LeftOut | Evaluated


def fit(
    bundle: Bundle,
    dataset: Dataset,
    *,
    search: str = "quick",
    protocol: str = "paper",
    classifiers: Sequence[str] | None = None,
    seed: int = 0,
    n_jobs: int = 1,
    progress: OnProgress | None = None,
) -> Iterator[FitEvent]:
    """Measures the labelled images, fits the composite score and sets the ZFN threshold (paper section 3.3).

    Args:
        bundle: Trained; the fitted one is written into the same folder.
        dataset: Its ``test`` images are used.
        search: ``quick`` or ``paper``.
        protocol: ``paper`` or ``nested``.
        classifiers: Names; None for the default of the search.
        seed: Seeds search and classifiers.
        n_jobs: Processes.
        progress: Called between fits of classifiers; an exception that it raises stops the search. What was found
            until then is kept beside the bundle, and the same call goes on from there.

    Raises:
        DatasetError: No abnormal or no normal image that can be used.
        ScoringError: Rows from which no score can be fitted.
    """
    require_abnormal(dataset)
    if not dataset.normal:
        raise DatasetError("there are no labelled normal images", where=dataset.root, todo="Put some into test/good.")
    known = MetricCache.beside(bundle, BASELINES)
    table = yield from _measured(Inspector.for_measuring(bundle), dataset.test, score=False, known=known)
    yield Searching("classifiers", 0.0)
    names = table.metrics.names
    directions = {n: -1 if metric_of(n).direction is Direction.LOWER else 1 for n in names}
    composite = fit_composite(
        table.metrics,
        search=search,
        protocol=protocol,
        classifiers=classifiers,
        directions=directions,
        baselines=table.baselines,
        seed=seed,
        n_jobs=n_jobs,
        progress=progress,
        memory=SearchCache(known.path.with_name(known.path.stem.replace("metrics", "searches") + ".jsonl")),
    )
    yield Searching("classifiers", 1.0)
    contents = {
        "scorer": (".skops", composite.scorer.dumps()),
        "threshold": (".json", _threshold_bytes(composite)),
        "report": (".json", json.dumps(report_to_dict(composite.report), indent=1).encode()),
        "scores": (".json", _scores_bytes(composite, dataset.root, table.digests)),
    }
    fitted = write_bundle(bundle.folder, contents, base=bundle)
    remember_folder(bundle.folder, fitted.files["scores"][1], dataset.root)
    yield Fitted(composite, fitted)


def evaluate(bundle: Bundle, dataset: Dataset) -> Iterator[EvaluateEvent]:
    """Scores labelled images with a fitted bundle whose threshold stays as it is.

    Raises:
        DatasetError: No labelled image that can be used.
        BundleError: The bundle was never fitted.
    """
    inspector = Inspector.open(bundle.folder)
    if not dataset.test:
        raise DatasetError("there are no labelled images", where=dataset.root, todo="Put some into test/good.")
    table = yield from _measured(inspector, dataset.test, score=True, defects=load_defects(dataset))
    threshold = float(bundle.read_json("threshold")["threshold"])
    labels, images = table.labels, table.metrics.images
    both = 0 < int(labels.sum()) < len(labels)
    yield Evaluated(
        row=evaluate_scores(table.scores, labels, images, threshold, name="composite score"),
        best_possible=_set_here("composite score, threshold set here", table.scores, table) if both else None,
        baselines=tuple(_set_here(name, values, table) for name, values in table.baselines.items()) if both else (),
        scores=table.scores,
        images=images,
        located=tuple(table.places.located),
        maps=table.places.maps,
        regions_per_normal=table.places.regions_per_normal,
    )


def _set_here(name: str, values: FloatArray, table: _Table) -> ReportRow:
    return measured_row(name, RowKind.BASELINE, values, table.labels, table.metrics.images)


def _measured(
    inspector: Inspector,
    images: Sequence[LabelledImage],
    *,
    score: bool,
    defects: Mapping[Path, tuple[KnownDefect, ...]] | None = None,
    known: MetricCache | None = None,
) -> Generator[ImageMeasured | LeftOut, None, _Table]:
    used: list[LabelledImage] = []
    rows: list[FloatArray] = []
    digests: list[str] = []
    names: tuple[str, ...] = ()
    scores: list[float] = []
    places = _Places(defects or {})
    baselines: dict[str, list[float]] = {name: [] for name in BASELINES}
    for i, image in enumerate(images):
        try:
            digest = _sha256(image) if known is not None else ""
            before = known.find(digest) if known is not None else None
            measured = _last(inspector, image) if before is None else None
        except ImageError as error:
            yield LeftOut(image, error)
            continue
        if measured is None:
            assert before is not None
            row, cheap = before
        else:
            row, cheap = measured.row, _baselines(inspector, measured)
            if known is not None:
                known.add(digest, row, cheap)
        if measured is not None and score:
            inspection = inspector.judge(measured)
            scores.append(inspection.score)
            places.add(image, measured, inspection)
        used.append(image)
        digests.append(digest)
        names = row.names
        rows.append(row.values)
        for name, value in cheap.items():
            baselines[name].append(value)
        yield ImageMeasured(image, (i + 1) / len(images))
    if not rows:
        raise DatasetError("no image could be used", todo="See the errors above.")
    return _Table(
        MetricTable(names, np.stack(rows), tuple(used)),
        {name: np.array(values) for name, values in baselines.items()},
        np.array(scores),
        places,
        tuple(digests),
    )


def _sha256(image: LabelledImage) -> str:
    try:
        return sha256_of(image.path)
    except OSError as error:
        raise ImageError(
            f"the file cannot be read ({error.strerror})", where=image.path, todo="Check its rights."
        ) from error


def _last(inspector: Inspector, image: LabelledImage) -> Measured:
    for event in inspector.measure(image.path):
        if isinstance(event, Measured):
            return event
    raise AssertionError("a measurement ends with a Measured event")


def _baselines(inspector: Inspector, measured: Measured) -> dict[str, float]:
    model, pixels = inspector.model, measured.placed.pixels
    height, width = model.golden.mean.shape[:2]
    same = pixels if pixels.shape[:2] == (height, width) else resize(pixels, (width, height))
    values = (abs(float(pixels.mean()) - model.brightness), model.golden.score(same))
    return dict(zip(BASELINES, values, strict=True))


def _threshold_bytes(composite: Composite) -> bytes:
    names = [str(image.path.name) for image in composite.images]
    value = {
        "threshold": composite.threshold.value,
        "rule": "zero false negatives",
        "set_by": [names[i] for i in composite.threshold.set_by],
        "normal": composite.threshold.normal,
        "abnormal": composite.threshold.abnormal,
    }
    return json.dumps(value, indent=1).encode()


def _scores_bytes(composite: Composite, root: Path, digests: Sequence[str]) -> bytes:
    """Leave-one-out score of each labelled image, by every classifier: what the histogram is drawn from."""
    others = {name: scores for name, scores in composite.all_scores.items() if name != composite.classifier}
    rows = [
        {
            "image": image_name(image),
            "path": image.path.relative_to(root).as_posix() if image.path.is_relative_to(root) else "",
            "sha256": digest,
            "label": str(image.label),
            "score": float(score),
        }
        for image, score, digest in zip(composite.images, composite.scores, digests, strict=True)
    ]
    value = {
        "protocol": str(composite.report.protocol),
        "classifier": composite.classifier,
        "scores": rows,
        "others": {name: [float(score) for score in scores] for name, scores in others.items()},
    }
    return json.dumps(value, indent=1).encode()
