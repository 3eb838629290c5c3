"""Reference implementation of candidates and metrics in plain loops with SciPy and scikit-image.

It follows the wording of the paper (sections 3.1.2 and 3.2). Tests use it as an oracle and ``vqganodip bench`` as the
literal side; an inspection never calls it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.features import FeatureExtractor
from vqganodip.settings import CandidateSettings
from vqganodip.types import FloatArray, Image, Map

__all__ = [
    "LiteralPatch",
    "literal_aggregates",
    "literal_boxes",
    "literal_candidates",
    "literal_discrete_frechet",
    "literal_patch_metrics",
    "literal_pixels",
    "literal_ssim",
]

_HALF_LEVEL: Final = 0.5 / 255


@dataclass(slots=True)
class LiteralPatch:
    """A patch (x0, y0, x1, y1) with its distance, its ranking score and its index in the order of creation."""

    box: tuple[int, int, int, int]
    distance: float
    score: float
    order: int
    best: bool = False


def literal_pixels(
    difference: Map, settings: CandidateSettings, ignore: NDArray[np.bool_] | None = None
) -> list[tuple[int, int]]:
    """Return the p highest pixels (x, y) of a map H×W, comparing each pixel with all those chosen before it."""
    height, width = difference.shape
    everything = [(-float(difference[y, x]), y, x) for y in range(height) for x in range(width)]
    chosen: list[tuple[int, int]] = []
    for _, y, x in sorted(everything):
        if ignore is not None and ignore[y, x]:
            continue
        near = settings.nms_px > 0 and any(max(abs(x - a), abs(y - b)) <= settings.nms_px for a, b in chosen)
        if not near:
            chosen.append((x, y))
        if len(chosen) == settings.p:
            break
    return chosen


def literal_boxes(
    x: int, y: int, width: int, height: int, settings: CandidateSettings
) -> list[tuple[int, int, int, int]]:
    """Return the 9n patches around a pixel (zoom out and shift)."""
    boxes = []
    around = [(0, 0), (-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)]
    for k in range(1, settings.n + 1):
        side = k * settings.alpha
        step = math.floor(settings.shift * side + 0.5)
        wide, high = min(side, width), min(side, height)
        for right, down in around:
            left, top = x - wide // 2 + right * step, y - high // 2 + down * step
            left, top = max(0, min(left, width - wide)), max(0, min(top, height - high))
            boxes.append((left, top, left + wide, top + high))
    return boxes


def literal_candidates(
    original: Image,
    reconstruction: Image,
    difference: Map,
    extractor: FeatureExtractor,
    settings: CandidateSettings,
    variation: Map | None = None,
    ignore: NDArray[np.bool_] | None = None,
) -> list[LiteralPatch]:
    """Return the q candidates, with two extractor calls per patch, repeated patches included."""
    height, width = difference.shape
    patches: list[LiteralPatch] = []
    for x, y in literal_pixels(difference, settings, ignore):
        own: list[LiteralPatch] = []
        for box in literal_boxes(x, y, width, height, settings):
            x0, y0, x1, y1 = box
            first = extractor(original[y0:y1, x0:x1][None])[0].astype(np.float64)
            second = extractor(reconstruction[y0:y1, x0:x1][None])[0].astype(np.float64)
            apart = float(((first - second) ** 2).sum())
            score = apart
            if settings.weight_distances and variation is not None:
                inside = float(variation[y0:y1, x0:x1].flatten().mean(dtype=np.float64))
                half_mean = float(variation.mean(dtype=np.float64)) / 2
                score = apart / max(inside + half_mean, _HALF_LEVEL) ** 2
            own.append(LiteralPatch(box, apart, score, len(patches) + len(own)))
        if settings.best_of_pixel_first:
            max(own, key=lambda patch: (patch.score, -patch.order)).best = True
        patches += own
    patches.sort(key=lambda patch: (not patch.best, -patch.score, patch.order))
    if not settings.keep_repeats:
        seen: set[tuple[int, int, int, int]] = set()
        once = []
        for patch in patches:
            if patch.box not in seen:
                seen.add(patch.box)
                once.append(patch)
        patches = once
    return patches[: settings.q]


def literal_discrete_frechet(p: FloatArray, q: FloatArray) -> float:
    """Compute the discrete Fréchet distance of two curves, float N×D and M×D, cell by cell (Eiter and Mannila 1994)."""
    reach = np.full((len(p), len(q)), np.inf)
    for i in range(len(p)):
        for j in range(len(q)):
            before = [reach[i - 1, j]] if i else []
            before += [reach[i, j - 1]] if j else []
            before += [reach[i - 1, j - 1]] if i and j else []
            reach[i, j] = max(min(before, default=0.0), float(np.linalg.norm(p[i] - q[j])))
    return float(reach[-1, -1])


def literal_ssim(a: Image, b: Image) -> float:
    """Compute the SSIM of two patches, uint8 h×w×3, with scikit-image."""
    from skimage.metrics import structural_similarity

    side = min(a.shape[:2])
    window = min(7, side if side % 2 else side - 1)
    if window < 3:  # scikit-image supports no smaller window: only the luminance term remains
        x, y, c = a.astype(float), b.astype(float), (0.01 * 255) ** 2
        return float(((2 * x * y + c) / (x * x + y * y + c)).mean())
    return float(structural_similarity(a, b, win_size=window, channel_axis=2, data_range=255))


def _jensenshannon(u: FloatArray, v: FloatArray, black: tuple[bool, bool]) -> float:
    from scipy.spatial import distance as scipy_distance

    if any(black):
        return 0.0 if all(black) else math.sqrt(math.log(2))
    with np.errstate(invalid="ignore"):  # SciPy takes the root of a divergence that rounding may make negative
        return float(np.nan_to_num(scipy_distance.jensenshannon(u, v)))


def literal_patch_metrics(a: Image, b: Image) -> dict[str, float]:
    """Compute all distances of two patches, uint8 h×w×3, with the documented values where SciPy's are undefined."""
    from scipy.spatial import distance as scipy_distance
    from scipy.stats import wasserstein_distance

    u, v = a.flatten() / 255.0, b.flatten() / 255.0
    black = (not u.any(), not v.any())
    constant = (bool((u == u[0]).all()), bool((v == v[0]).all()))
    rows = [patch.reshape(len(patch), -1) / 255.0 for patch in (a, b)]
    return {
        "frechet": literal_discrete_frechet(*rows),
        "ssim": literal_ssim(a, b),
        "mse": float(((u - v) ** 2).mean()),
        "braycurtis": 0.0 if all(black) else scipy_distance.braycurtis(u, v),
        "canberra": scipy_distance.canberra(u, v),
        "chebyshev": scipy_distance.chebyshev(u, v),
        "cityblock": scipy_distance.cityblock(u, v),
        "correlation": float(not all(constant)) if any(constant) else scipy_distance.correlation(u, v),
        "cosine": float(not all(black)) if any(black) else scipy_distance.cosine(u, v),
        "euclidean": scipy_distance.euclidean(u, v),
        "hamming": scipy_distance.hamming(u, v),
        "jensenshannon": _jensenshannon(u, v, black),
        "minkowski": scipy_distance.minkowski(u, v, 3),
        "wasserstein": wasserstein_distance(u, v),
    }


def literal_aggregates(values: FloatArray) -> dict[str, float]:
    """Compute the seven aggregates of a row of values."""
    flat = np.sort(np.asarray(values, np.float64).flatten())
    return {
        "sum": float(flat.sum()),
        "max": float(flat[-1]),
        "min": float(flat[0]),
        "mean": float(flat.mean()),
        "q1": float(np.percentile(flat, 25)),
        "median": float(np.percentile(flat, 50)),
        "q3": float(np.percentile(flat, 75)),
    }
