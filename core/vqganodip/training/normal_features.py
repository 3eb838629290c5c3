"""Choice and measurement of the features of a product's normal images, on normal images alone.

The working resolution and the strides are those that best separate images with drawn anomalies from the same images
without them, by the features of the other normal images. Where they separate hardly any, no features are kept.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
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
    feature_scores,
)
from vqganodip.errors import message
from vqganodip.statistics import auroc
from vqganodip.training.events import BuildEvent, Notice, Progress
from vqganodip.types import Image, Map

if TYPE_CHECKING:
    from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite

__all__ = ["LEAST_IMAGES", "Choice", "feature_contents", "keep_features", "measure_normal_features"]

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
"""A larger side or another stride must tell so much more of the anomalies apart (AUROC)."""
_LEAST_AUROC: Final = 0.6

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
    """A resolution with its strides, and how well it tells anomalies apart."""

    side: int
    strides: tuple[int, ...]
    auroc: float


@dataclass(slots=True)
class _Measured:
    """Features of some images at one resolution, by stride."""

    maps: dict[int, list[Map]] = field(default_factory=lambda: {stride: [] for stride in STRIDES})

    def add(self, maps: dict[int, Map]) -> None:
        for stride, values in maps.items():
            self.maps[stride].append(values)


def measure_normal_features(
    images: Sequence[Image], *, fixed: bool, seed: int
) -> Generator[BuildEvent, None, NormalFeatures | None]:
    """Choose resolution and strides on normal images, and keep their features; the progress comes as events.

    Time and memory are bounded: at most 160 of the images are measured, chosen evenly.

    Args:
        images: uint8 H×W×3 each, on the working grid; registered, and of one size, if ``fixed``.
        fixed: True for a product in fixed position.
        seed: Draws the anomalies.

    Returns:
        The features; None for fewer than eight images, or where they tell anomalies hardly apart. A notice states it.
    """
    from vqganodip.neural.inference import for_inference
    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite

    if len(images) < LEAST_IMAGES:
        return None
    features = efficientnet_lite()
    for_inference(features)
    choice = yield from _chosen(images, features, fixed, seed)
    share = round(choice.auroc, 2)
    if choice.auroc < _LEAST_AUROC:
        yield Notice(
            message(
                "features-left-out",
                "Features of the normal images are left out: they tell anomalies that were drawn into normal images "
                "hardly from normal variation (AUROC {auroc:.2f}).",
                auroc=share,
            )
        )
        return None
    kept = yield from keep_features(_evenly(images, _MOST_IMAGES), features, choice, fixed, seed)
    yield Notice(
        message(
            "features-kept",
            "Features of the normal images: long side {side} px, strides {strides}. They tell anomalies that were "
            "drawn into normal images from normal variation with an AUROC of {auroc:.2f}.",
            side=choice.side,
            strides=", ".join(str(stride) for stride in choice.strides),
            auroc=share,
        )
    )
    return kept


def feature_contents(normal: NormalFeatures | None) -> dict[str, tuple[str, bytes]]:
    """Return suffix and bytes of the role of the normal features; empty if none are kept."""
    return {} if normal is None else {FEATURES: (".npz", arrays_to_bytes(normal.to_arrays()))}


def _evenly(images: Sequence[Image], most: int) -> list[Image]:
    """Return at most N of the images, evenly spread."""
    at = np.unique(np.linspace(0, len(images) - 1, min(most, len(images))).round().astype(int))
    return [images[int(i)] for i in at]


def _chosen(
    images: Sequence[Image], features: EfficientNetLite, fixed: bool, seed: int
) -> Generator[BuildEvent, None, Choice]:
    """Try resolutions from the smallest on; the first that the next one does not surpass is taken."""
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
        by_stride = _told_apart(tried, drawn, compared, features, side, fixed)
        yield Progress(_STAGE, (number + 1) / (2 * len(sides)))
        highest = max(by_stride.values())
        strides = tuple(stride for stride in STRIDES if by_stride[stride] >= highest - _BETTER)
        if best is not None and highest < best.auroc + _BETTER:
            break
        best = Choice(side, strides, highest)
    assert best is not None
    return best


def _with_anomaly(image: Image, rng: np.random.Generator) -> Image:
    from vqganodip.neural.trainers.synthetic_anomalies import add_anomalies

    longest = max(image.shape[:2])
    sides = max(4, round(_SMALLEST * longest)), max(8, round(_GREATEST * longest))
    return add_anomalies(image, rng, 1, sides)


def _told_apart(
    tried: Sequence[Image],
    drawn: Sequence[Sequence[Image]],
    compared: Sequence[Image],
    features: EfficientNetLite,
    side: int,
    fixed: bool,
) -> dict[int, float]:
    """AUROC by stride of images with an anomaly against the same images without."""
    from vqganodip.neural.feature_distances import distance_maps

    bank = _bank_of(compared, features, side, STRIDES, fixed)
    scores: dict[int, list[float]] = {stride: [] for stride in STRIDES}
    labels: list[int] = []
    for image, changed in zip(tried, drawn, strict=True):
        for label, pixels in enumerate([image, *changed]):
            labels.append(min(label, 1))
            maps = distance_maps(pixels, features, bank)
            for stride in STRIDES:
                name = f"place{stride}" if fixed else f"nearest{stride}"
                scores[stride].append(feature_scores(maps[name])["top5"])
    y = np.array(labels, np.int64)
    return {stride: auroc(np.array(values), y) for stride, values in scores.items()}


def _bank_of(
    images: Sequence[Image], features: EfficientNetLite, side: int, strides: Sequence[int], fixed: bool
) -> NormalFeatures:
    """Features of all places of some images, without choosing among them beyond the usual bounds."""
    measured = _Measured()
    for image in images:
        measured.add(_features_of(image, features, side, strides))
    banks = []
    for stride in strides:
        maps = measured.maps[stride]
        mean, spread = channel_units(maps)
        codes = [encode(values, mean, spread) for values in maps]
        places = np.stack(codes[:MAX_KEPT]) if fixed else None
        anywhere = _places_of(codes, _ANYWHERE, np.random.default_rng(stride))
        banks.append(FeatureBank(stride, mean, spread, places, anywhere))
    return NormalFeatures(side, tuple(banks))


def _features_of(image: Image, features: EfficientNetLite, side: int, strides: Sequence[int]) -> dict[int, Map]:
    from vqganodip.neural.feature_distances import averaged_features

    size = NormalFeatures(side, ()).size_of((image.shape[1], image.shape[0]))
    return averaged_features(image, features, size, strides)


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
        measured.add(_features_of(image, features, choice.side, choice.strides))
        yield Progress(_STAGE, 0.5 + 0.4 * (i + 1) / len(images))
    of_a_board = sum(measured.maps[stride][0].size for stride in choice.strides)
    count = max(1, min(MAX_KEPT, _BYTES // of_a_board))
    banks = []
    for stride in choice.strides:
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
        banks.append(FeatureBank(stride, mean, spread, places, anywhere))
    yield Progress(_STAGE, 1.0)
    return NormalFeatures(choice.side, tuple(banks))
