"""Choice and measurement of the features of a product's normal images, on normal images alone.

The working resolution is the one that best separates images with drawn anomalies from the same images without them, by
the features of the other normal images. Where they separate hardly any, no features are kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from vqganodip.bundles.archive import arrays_to_bytes
from vqganodip.detection.normal_features import (
    FEATURES,
    MAX_KEPT,
    STRIDES,
    Codes,
    FeatureBank,
    NormalFeatures,
    channel_units,
    encode,
    feature_map,
    feature_scores,
)
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import PlaceStatistics, ProductStatistics
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL, probability_map
from vqganodip.errors import message
from vqganodip.statistics import auroc
from vqganodip.training.events import BuildEvent, Notice, Progress
from vqganodip.types import Image, Map

if TYPE_CHECKING:
    from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite

__all__ = [
    "LEAST_IMAGES",
    "Choice",
    "by_general_network",
    "feature_contents",
    "keep_features",
    "measure_normal_features",
]

LEAST_IMAGES: Final = 8
"""Fewest normal images whose features are kept."""

_STAGE: Final = "normal features"
_SIDES: Final = (256, 384, 512)
_TRIED: Final = 8
"""Images into which an anomaly is drawn, twice each."""
_DRAWS: Final = 2
_COMPARED: Final = 24
"""Normal images with which these are compared."""
_BETTER: Final = 0.02
"""A larger side must tell so much more of the anomalies apart (AUROC)."""
_LEAST_AUROC: Final = 0.6
_LEAST_USUAL: Final = 1e-3
_UNKNOWN: Final = (math.nan, math.nan)
_CERTAIN: Final = 10.0
"""Log odds of normal images, in the median of their highest, above which the network does not know such a product."""
_VISIBLE: Final = 8
"""Grey levels from which a pixel counts as changed by an anomaly."""

_MOST_IMAGES: Final = 160
_ANYWHERE: Final = 2000
_CANDIDATES: Final = 24_000
_BYTES: Final = 14_000_000
"""Bytes of the features kept at their places, of all strides together."""
_SMALLEST: Final = 0.03
_GREATEST: Final = 0.15
"""Sides of the anomalies, as shares of the long side."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A resolution, and what it makes of normal images and of anomalies drawn into them.

    Attributes:
        side: Long side in pixels.
        auroc: AUROC of the anomalies, by the stride that separates them best.
        usual: Usual highest distances of normal images by stride, as in :class:`FeatureBank`.
        found: Share of the anomalies on which the map of the features is highest.
        rank_regions: As in :class:`NormalFeatures`.
    """

    side: int
    auroc: float = 1.0
    usual: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    found: float = 1.0
    rank_regions: bool = False


@dataclass(slots=True)
class _Measured:
    """Features of some images at one resolution, by stride."""

    maps: dict[int, list[Map]] = field(default_factory=lambda: {stride: [] for stride in STRIDES})

    def add(self, maps: dict[int, Map]) -> None:
        for stride, values in maps.items():
            self.maps[stride].append(values)


def measure_normal_features(
    images: Sequence[Image], *, fixed: bool, seed: int, segment: Callable[[Image], Map | None] | None = None
) -> Generator[BuildEvent, None, NormalFeatures | None]:
    """Choose the resolution on normal images, and keep their features; the progress comes as events.

    Time and memory are bounded: at most 160 of the images are measured, chosen evenly.

    Args:
        images: uint8 H×W×3 each, on the working grid; registered, and of one size, if ``fixed``.
        fixed: True for a product in fixed position.
        seed: Draws the anomalies.
        segment: Returns the log odds of the cells of an image by the segmentation network, the general one as it is;
            None for a product without it.

    Returns:
        The features; None for fewer than eight images. Where they tell drawn anomalies hardly apart, a notice states
        it: drawn anomalies say little about real ones, so the fit on labelled images decides what they bring.
    """
    from vqganodip.neural.inference import for_inference
    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite

    if len(images) < LEAST_IMAGES:
        return None
    features = efficientnet_lite()
    for_inference(features)
    choice = yield from _chosen(images, features, fixed, seed, segment)
    share = round(choice.auroc, 2)
    kept = yield from keep_features(_evenly(images, _MOST_IMAGES), features, choice, fixed, seed)
    if choice.rank_regions:
        yield Notice(
            message(
                "features-rank-regions",
                "Regions come from the distances of these features: they are highest on {found:.0%} of the drawn "
                "anomalies.",
                found=choice.found,
            )
        )
    if choice.auroc < _LEAST_AUROC:
        yield Notice(
            message(
                "features-in-doubt",
                "Features of the normal images tell anomalies that were drawn into normal images hardly from normal "
                "variation (AUROC {auroc:.2f}). They are kept: the fit on labelled images decides what they bring.",
                auroc=share,
            )
        )
    else:
        yield Notice(
            message(
                "features-kept",
                "Features of the normal images: long side {side} px. They tell anomalies that were drawn into normal "
                "images from normal variation with an AUROC of {auroc:.2f}.",
                side=choice.side,
                auroc=share,
            )
        )
    return kept


def by_general_network(
    pixels: PixelStatistics, places: tuple[PlaceStatistics, ...] | None
) -> Callable[[Image], Map | None] | None:
    """Return a function that gives the log odds of a registered board by the general network as it is.

    None for a product without the statistics of features and texture that this network needs.
    """
    if places is None:
        return None
    from vqganodip.neural.inference import SegmentationSession
    from vqganodip.neural.networks.shipped import general_bytes

    session = SegmentationSession.from_bytes(general_bytes())
    about = ProductStatistics(pixels.mean, pixels.scale, places)

    def segment(board: Image) -> Map | None:
        return session.segment_product(board, about)

    return segment


def feature_contents(normal: NormalFeatures | None) -> dict[str, tuple[str, bytes]]:
    """Return suffix and bytes of the role of the normal features; empty if none are kept."""
    return {} if normal is None else {FEATURES: (".npz", arrays_to_bytes(normal.to_arrays()))}


def _evenly(images: Sequence[Image], most: int) -> list[Image]:
    """Return at most N of the images, evenly spread."""
    at = np.unique(np.linspace(0, len(images) - 1, min(most, len(images))).round().astype(int))
    return [images[int(i)] for i in at]


def _chosen(
    images: Sequence[Image],
    features: EfficientNetLite,
    fixed: bool,
    seed: int,
    segment: Callable[[Image], Map | None] | None,
) -> Generator[BuildEvent, None, Choice]:
    """Try resolutions from the smallest on; the first that the next one does not surpass is taken.

    Where none tells the anomalies apart, the comparison is void, and the last one tried is taken.
    """
    some = _evenly(images, _TRIED + _COMPARED)
    count = min(_TRIED, len(some) // 2)
    order = np.random.default_rng([seed, 7]).permutation(len(some))
    tried, compared = [some[i] for i in order[:count]], [some[i] for i in order[count:]]
    drawn = [[_with_anomaly(image, np.random.default_rng([seed, i, k])) for k in range(_DRAWS)]
             for i, image in enumerate(tried)]  # fmt: skip
    longest = max(max(image.shape[:2]) for image in images)
    sides = [side for side in _SIDES if side < longest]
    if len(sides) < len(_SIDES):
        sides.append(longest)
    best: Choice | None = None
    for number, side in enumerate(sides):
        choice = _tried_at(tried, drawn, compared, features, side, fixed)
        yield Progress(_STAGE, (number + 1) / (2 * len(sides)))
        if best is not None and choice.auroc < best.auroc + _BETTER:
            best = choice if max(best.auroc, choice.auroc) < _LEAST_AUROC else best
            break
        best = choice
    assert best is not None
    by_network = None if segment is None else _found_by_network(tried, drawn, segment)
    return replace(best, rank_regions=by_network is None or best.found >= by_network)


def _found_by_network(
    tried: Sequence[Image], drawn: Sequence[Sequence[Image]], segment: Callable[[Image], Map | None]
) -> float | None:
    """Share of the anomalies on which the segmentation map is highest; none where it is certain of normal images.

    None if there is no such map.
    """
    found: list[bool] = []
    highest: list[float] = []
    for image, changed in zip(tried, drawn, strict=True):
        normal = segment(image)
        if normal is None:
            return None
        highest.append(float(normal.max()))
        for pixels in changed:
            odds = segment(pixels)
            if odds is None:
                return None
            size = (pixels.shape[1], pixels.shape[0])
            found.append(_finds(probability_map(odds, size, SEGMENTATION_CELL), image, pixels))
    return 0.0 if float(np.median(highest)) > _CERTAIN else float(np.mean(found))


def _finds(values: Map, image: Image, changed: Image) -> bool:
    """Return True if a map H×W of a changed image is highest on the changed pixels, or within a few pixels of them."""
    import cv2

    differs = np.abs(changed.astype(np.int16) - image).max(axis=2) > _VISIBLE
    reach = 2 * max(2, max(values.shape) // 64) + 1
    near = cv2.dilate(differs.astype(np.uint8), np.ones((reach, reach), np.uint8))
    return bool(near.ravel()[int(values.argmax())])


def _with_anomaly(image: Image, rng: np.random.Generator) -> Image:
    from vqganodip.neural.trainers.synthetic_anomalies import add_anomalies

    longest = max(image.shape[:2])
    sides = max(4, round(_SMALLEST * longest)), max(8, round(_GREATEST * longest))
    return add_anomalies(image, rng, 1, sides)


def _tried_at(
    tried: Sequence[Image],
    drawn: Sequence[Sequence[Image]],
    compared: Sequence[Image],
    features: EfficientNetLite,
    side: int,
    fixed: bool,
) -> Choice:
    """Measure images with an anomaly and the same images without at one resolution."""
    from vqganodip.neural.feature_distances import distance_maps

    bank = _bank_of(compared, features, side, fixed)
    scores: dict[int, list[float]] = {stride: [] for stride in STRIDES}
    highest: dict[str, list[float]] = {}
    labels: list[int] = []
    marked: list[tuple[dict[str, Map], Image, Image]] = []
    for image, changed in zip(tried, drawn, strict=True):
        for label, pixels in enumerate([image, *changed]):
            labels.append(min(label, 1))
            maps = distance_maps(pixels, features, bank)
            for stride in STRIDES:
                name = f"place{stride}" if fixed else f"nearest{stride}"
                scores[stride].append(feature_scores(maps[name])["top5"])
            if label == 0:
                for name, distances in maps.items():
                    highest.setdefault(name, []).append(float(distances.max()))
            else:
                marked.append((maps, image, pixels))
    y = np.array(labels, np.int64)
    usual = {name: max(float(np.mean(values)), _LEAST_USUAL) for name, values in highest.items()}
    by_stride = {stride: (usual.get(f"place{stride}", math.nan), usual[f"nearest{stride}"]) for stride in STRIDES}
    normal = replace(bank, banks=tuple(replace(one, usual=by_stride[one.stride]) for one in bank.banks))
    found = []
    for maps, image, pixels in marked:
        values = feature_map(maps, normal, (pixels.shape[1], pixels.shape[0]))
        assert values is not None
        found.append(_finds(values, image, pixels))
    highest_auroc = max(auroc(np.array(values), y) for values in scores.values())
    return Choice(side, highest_auroc, by_stride, float(np.mean(found)))


def _bank_of(images: Sequence[Image], features: EfficientNetLite, side: int, fixed: bool) -> NormalFeatures:
    """Features of all places of some images, without choosing among them beyond the usual bounds."""
    measured = _Measured()
    for image in images:
        measured.add(_features_of(image, features, side))
    banks = []
    for stride in STRIDES:
        maps = measured.maps[stride]
        mean, spread = channel_units(maps)
        codes = [encode(values, mean, spread) for values in maps]
        places = np.stack(codes[:MAX_KEPT]) if fixed else None
        anywhere = _places_of(codes, _ANYWHERE, np.random.default_rng(stride))
        banks.append(FeatureBank(stride, mean, spread, places, anywhere))
    return NormalFeatures(side, tuple(banks))


def _features_of(image: Image, features: EfficientNetLite, side: int) -> dict[int, Map]:
    from vqganodip.neural.feature_distances import averaged_features

    size = NormalFeatures(side, ()).size_of((image.shape[1], image.shape[0]))
    return averaged_features(image, features, size, STRIDES)


def _places_of(codes: Sequence[Codes], most: int, rng: np.random.Generator) -> Codes:
    """Draw at most N places of all images, uint8 N×C."""
    rows = np.concatenate([one.reshape(len(one), -1).T for one in codes])
    if len(rows) > most:
        rows = rows[np.sort(rng.choice(len(rows), most, replace=False))]
    return np.ascontiguousarray(rows)


def keep_features(
    images: Sequence[Image], features: EfficientNetLite, choice: Choice, fixed: bool, seed: int
) -> Generator[BuildEvent, None, NormalFeatures]:
    """Measure the images at the chosen resolution and keep what lies far apart."""
    from vqganodip.neural.feature_distances import far_apart, far_apart_at_places

    measured = _Measured()
    for i, image in enumerate(images):
        measured.add(_features_of(image, features, choice.side))
        yield Progress(_STAGE, 0.5 + 0.4 * (i + 1) / len(images))
    of_a_board = sum(measured.maps[stride][0].size for stride in STRIDES)
    count = max(1, min(MAX_KEPT, _BYTES // of_a_board))
    banks = []
    for stride in STRIDES:
        maps = measured.maps.pop(stride)
        mean, spread = channel_units(maps)
        codes = [encode(values, mean, spread) for values in maps]
        places = far_apart_at_places(codes, count) if fixed else None
        anywhere = _places_of(codes, _CANDIDATES, np.random.default_rng([seed, stride]))
        for event in far_apart(anywhere, _ANYWHERE):
            if isinstance(event, int):
                yield Progress(_STAGE, 0.9 + 0.1 * event / _ANYWHERE)
            else:
                anywhere = event
        banks.append(FeatureBank(stride, mean, spread, places, anywhere, choice.usual.get(stride, _UNKNOWN)))
    yield Progress(_STAGE, 1.0)
    return NormalFeatures(choice.side, tuple(banks), choice.rank_regions)
