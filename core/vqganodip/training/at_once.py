"""Building of a bundle that judges at once: the normal boards of a product and the general segmentation network.

Nothing is trained. The reference board and the normal spread of pixels, features and texture are measured on all normal
boards; the score is the evidence of the general network, and its threshold is set on the same boards, each scored by a
reference made without it. Nothing is promised about misses.
"""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from vqganodip.bundles.archive import arrays_to_bytes, write_bundle
from vqganodip.bundles.depth import DEPTH
from vqganodip.bundles.loaded_bundle import STRUCTURE
from vqganodip.bundles.networks import AVERAGED_WITH
from vqganodip.bundles.precision import PRECISION
from vqganodip.datasets.ground_truth import MarkedBoard
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import places_to_arrays
from vqganodip.detection.segmentation_map import ODDS_RANGE, SEGMENTATION_CELL, segmentation_scores
from vqganodip.detection.structure import limits_of, measure_structure
from vqganodip.errors import TrainingError, message
from vqganodip.imaging import registration
from vqganodip.imaging.working_scale import LEAST_DETAIL, working_scale
from vqganodip.presets import Preset, for_position, to_dict
from vqganodip.scoring.normal_only import (
    NORMAL_ONLY,
    EvidenceScorer,
    flag_rate_bound,
    normal_threshold,
    promise,
)
from vqganodip.settings import Depth, Precision
from vqganodip.training.built_from import save_boards_folder
from vqganodip.training.events import BuildEvent, Built, Notice, Progress
from vqganodip.training.images import marked_boards, read_normal, registered_boards, shared_position
from vqganodip.training.normal_features import by_general_network, feature_contents, measure_normal_features
from vqganodip.training.part_statistics import part_contents
from vqganodip.training.request import TrainingRequest
from vqganodip.types import Image

if TYPE_CHECKING:
    from vqganodip.neural.inference import SegmentationSession
    from vqganodip.neural.reference_sums import ReferenceSums

__all__ = [
    "LEAST_BOARDS",
    "AlignedBoards",
    "NormalOnlyModel",
    "aligned_boards",
    "build_at_once",
    "features_of_boards",
    "scores_by_the_others",
    "sums_of",
    "write_normal_only",
]

LEAST_BOARDS: Final = 15
"""Fewest normal boards for a reference board and its spread."""

_SCORER: Final = EvidenceScorer(*ODDS_RANGE)


def build_at_once(
    request: TrainingRequest,
    preset: Preset,
    *,
    mm_per_px: float | None = None,
    more: Mapping[str, tuple[str, bytes]] | None = None,
) -> Iterator[BuildEvent]:
    """Build a bundle from normal boards alone, without training.

    Args:
        request: Data set and folder; budget, seed and resuming are not used.
        preset: Settings of registration and candidates.
        mm_per_px: Millimetres per pixel of the source images, if known.
        more: Suffix and bytes of further contents of the bundle, by role.

    Yields:
        Progress and notices, and Built at the end.

    Raises:
        DatasetError: Fewer than fifteen usable normal images.
        TrainingError: The boards are not in a fixed position, or fewer than fifteen of them align.
        BundleError: The bundle cannot be written.
        WeightsError: A network that comes with the program is missing or altered.
    """
    from vqganodip.neural.inference import SegmentationSession
    from vqganodip.neural.networks.pretrained import FEATURES, PACKAGED
    from vqganodip.neural.networks.shipped import GENERAL, SHIPPED, general_bytes

    started = time.monotonic()
    preset, reference, boards = yield from aligned_boards(request, preset)
    session = SegmentationSession.from_bytes(general_bytes())
    sums = yield from sums_of(boards.images, session)
    scores = yield from scores_by_the_others(boards.images, sums, session)
    contents = yield from features_of_boards(boards.images, preset, request.seed, sums)
    outside = {GENERAL: SHIPPED[GENERAL].sha256, FEATURES: PACKAGED[FEATURES].sha256}
    model = NormalOnlyModel(boards, reference, sums, scores, Depth.AT_ONCE, outside, more={**contents, **(more or {})})
    yield from write_normal_only(model, request, preset, mm_per_px, started, {})


def features_of_boards(
    boards: Sequence[Image], preset: Preset, seed: int, sums: ReferenceSums
) -> Generator[BuildEvent, None, dict[str, tuple[str, bytes]]]:
    """Measure the features of registered normal boards; returns suffix and bytes of their role, if they are kept.

    Args:
        boards: uint8 H×W×3 each, on the working grid.
        preset: Settings; features may be left out.
        seed: Draws anomalies.
        sums: Sums over these boards.
    """
    if not preset.features:
        return {}
    segment = by_general_network(*sums.statistics())
    return feature_contents((yield from measure_normal_features(boards, fixed=True, seed=seed, segment=segment)))


@dataclass(frozen=True, slots=True, eq=False)
class AlignedBoards:
    """Normal boards on the working grid.

    Attributes:
        images: uint8 H×W×3 each.
        source_size: (width, height) of the images as they were read.
        digests: sha256 of every image that was read.
        marked: Defective boards with masks.
    """

    images: list[Image] = field(repr=False)
    source_size: tuple[int, int]
    digests: tuple[str, ...] = field(repr=False)
    marked: tuple[MarkedBoard, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class NormalOnlyModel:
    """Contents of a bundle of a product without known defects, before they are written.

    Attributes:
        boards: Its normal boards.
        reference: Its reference board.
        sums: Sums over all of its boards.
        scores: Scores of those boards that set the threshold.
        depth: What it has learned.
        outside: Name → sha256 of the networks from outside the bundle.
        weights: safetensors bytes of its own segmentation network; None for the general one.
        more: Suffix and bytes of further contents, by role.
    """

    boards: AlignedBoards
    reference: registration.Reference = field(repr=False)
    sums: ReferenceSums = field(repr=False)
    scores: Sequence[float]
    depth: Depth
    outside: Mapping[str, str]
    weights: bytes | None = field(default=None, repr=False)
    more: Mapping[str, tuple[str, bytes]] = field(default_factory=dict, repr=False)


def aligned_boards(
    request: TrainingRequest, preset: Preset, *, marked: bool = False
) -> Generator[BuildEvent, None, tuple[Preset, registration.Reference, AlignedBoards]]:
    """Read the normal boards of a product and register them to a reference board made of them.

    Args:
        request: Names the data set.
        preset: Settings of the registration.
        marked: True reads the defective boards with masks, too.

    Returns:
        The settings for a fixed position at the working scale, the reference board, and the boards.

    Raises:
        DatasetError: Fewer than fifteen usable normal images.
        TrainingError: The boards are not in a fixed position, or fewer than fifteen of them align.
    """
    yield from map(Notice, request.dataset.notes)
    read = yield from read_normal(request.dataset, LEAST_BOARDS, marked=marked)
    position = yield from shared_position(read.train, preset)
    if position is registration.Position.FREE:
        raise TrainingError(
            "at-once-free-position",
            "the images do not show one product in a fixed position, so there is no reference board",
            where=request.dataset.root,
            todo="Train a model with `vqganodip train`, which needs no fixed position.",
        )
    preset = for_position(preset, True)
    if request.choose_scale:
        preset = yield from _at_working_scale(read.train, preset)
    settings = preset.registration
    reference = registration.build_reference(
        read.train,
        long_side=settings.long_side,
        min_correlation=settings.min_correlation,
        any_angle=position is registration.Position.TURNED,
    )
    reference = registration.from_arrays(registration.to_arrays(reference))  # rounded as in the bundle
    size = (read.train[0].shape[1], read.train[0].shape[0])
    names = [*read.train_names, *read.aside_names]
    images = yield from registered_boards([*read.train, *read.aside], names, reference)
    if len(images) < LEAST_BOARDS:
        raise TrainingError(
            "at-once-too-few-aligned",
            "only {count:board aligns|boards align} with each other",
            where=request.dataset.root,
            todo="Give at least {least} boards of one product and one side, from one camera position.",
            count=len(images),
            least=LEAST_BOARDS,
        )
    defective = yield from marked_boards(read, reference)
    return preset, reference, AlignedBoards(images, size, tuple(read.seen(marked=True)), defective)


def _at_working_scale(images: Sequence[Image], preset: Preset) -> Generator[BuildEvent, None, Preset]:
    """Return the settings at the working scale of the images; a notice says why it is a smaller one."""
    most = preset.registration.long_side
    scale = working_scale(images, most)
    if scale.long_side < most:
        yield Notice(
            message(
                "working-scale-chosen",
                "Working scale: a long side of {side} px. Larger, these images show less fine detail ({before:.2f}) "
                "than most boards that the network knows (from {least:.2f}). --long-side sets another.",
                side=scale.long_side,
                before=scale.detail_before,
                least=LEAST_DETAIL,
            )
        )
    return replace(preset, registration=replace(preset.registration, long_side=scale.long_side))


def sums_of(boards: Sequence[Image], session: SegmentationSession) -> Generator[BuildEvent, None, ReferenceSums]:
    """Measure pixels, features and texture of all boards; the progress comes as events."""
    from vqganodip.neural.reference_sums import ReferenceSums

    sums = ReferenceSums()
    for i, board in enumerate(boards):
        sums.add(board, session.maps(board))
        yield Progress("features", (i + 1) / len(boards))
    return sums


def scores_by_the_others(
    boards: Sequence[Image], sums: ReferenceSums, session: SegmentationSession
) -> Generator[BuildEvent, None, list[float]]:
    """Score each of these boards by the statistics of all boards in the sums but itself."""
    scores = []
    for i, board in enumerate(boards):
        maps = session.maps(board)
        odds = session.segment_maps(board, sums.without(board, maps), maps)
        scores.append(_SCORER.score_odds(segmentation_scores(odds, SEGMENTATION_CELL)["max"]))
        yield Progress("threshold", (i + 1) / len(boards))
    return scores


def write_normal_only(
    model: NormalOnlyModel,
    request: TrainingRequest,
    preset: Preset,
    mm_per_px: float | None,
    started: float,
    of_training: Mapping[str, float | int | str | bool],
) -> Generator[BuildEvent, None, None]:
    """Write the bundle of a product without known defects, and say what its threshold promises."""
    from vqganodip.neural.networks.shipped import SHIPPED

    boards, reference, scores = model.boards, model.reference, model.scores
    pixels, places = model.sums.statistics()
    threshold = normal_threshold(scores)
    figures: dict[str, float | int | str | bool] = {
        "boards": len(boards.images),
        **of_training,
        "threshold": threshold,
        "flag_rate_bound": flag_rate_bound(len(scores)),
        "fixed_position": True,
        "seconds": time.monotonic() - started,
    }
    about: dict[str, Any] = {
        DEPTH: model.depth,
        **({} if model.weights is None else {AVERAGED_WITH: next(name for name in model.outside if name in SHIPPED)}),
        "preset": to_dict(preset),
        "long_side": preset.registration.long_side,
        "source_size": boards.source_size,
        "brightness": float(np.mean([board.mean() for board in boards.images])),
        "mm_per_px": mm_per_px * reference.scale if mm_per_px else None,
        "imagenet": [],
        "seed": request.seed,
        PRECISION: Precision.FLOAT32,
        "images_seen": boards.digests,
        "figures": figures,
    }
    parts: dict[str, tuple[str, bytes]] = {}
    if preset.parts:
        rounded = PixelStatistics.from_arrays(pixels.to_arrays())  # as in the bundle
        parts = yield from part_contents(boards.images, rounded)
    limits = limits_of([measure_structure(board, None) for board in boards.images], fixed_position=True)
    contents = {
        "settings": (".json", json.dumps(about, indent=1).encode()),
        "reference": (".npz", arrays_to_bytes(registration.to_arrays(reference))),
        "golden": (".npz", arrays_to_bytes(pixels.to_arrays())),
        "places": (".npz", arrays_to_bytes(places_to_arrays(places))),
        STRUCTURE: (".npz", arrays_to_bytes(limits.to_arrays())),
        **({} if model.weights is None else {"foreign_net": (".safetensors.xz", model.weights)}),
        **parts,
        **_score_contents(scores, threshold),
        **model.more,
    }
    bundle = write_bundle(request.folder.resolve(), contents, networks=dict(model.outside), model=request.model)
    save_boards_folder(bundle, request.dataset.root)
    yield Notice(promise(len(scores)))
    yield Built(bundle, figures)


def _score_contents(scores: Sequence[float], threshold: float) -> dict[str, tuple[str, bytes]]:
    """Return suffix and bytes of the roles of score and threshold."""
    value: dict[str, Any] = {
        "threshold": threshold,
        "rule": NORMAL_ONLY,
        "set_by": [],
        "normal": len(scores),
        "abnormal": 0,
        "normal_scores": [float(score) for score in scores],
    }
    return {
        "scorer": (".json", _SCORER.dumps()),
        "threshold": (".json", json.dumps(value, indent=1).encode()),
    }
