"""Metrics of the whole image: pixel error and ORB matching difference (paper section 3.2, first level)."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.types import FloatArray, Image, Levels, Map

__all__ = ["mean_squared_error", "orb_difference", "squared_levels"]

_KEYPOINTS: Final = 500
_SMALLEST_SIDE: Final = 32
_MATCH_BITS: Final = 50


def squared_levels(original: Image, reconstruction: Levels) -> FloatArray:
    """Sum over the channels of (original − reconstruction)² in 8-bit units.

    Args:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3, or float32 in the same units.

    Returns:
        float64 H×W; whole numbers if the reconstruction is made of bytes.
    """
    if reconstruction.dtype != np.uint8:
        delta = original.astype(np.float32) - reconstruction
        return np.asarray(np.einsum("hwc,hwc->hw", delta, delta), np.float64)
    levels = (np.maximum(original, reconstruction) - np.minimum(original, reconstruction)).astype(np.int32)
    return np.asarray(np.einsum("hwc,hwc->hw", levels, levels), np.float64)


def mean_squared_error(squares: FloatArray, mask: Map | None = None, ignore: NDArray[np.bool_] | None = None) -> float:
    """Mean over pixels and channels of (mask · (original − reconstruction) / 255)² (paper section 3.2).

    Args:
        squares: float64 H×W from :func:`squared_levels`.
        mask: float32 H×W in [0, 1]; None for a mask of ones.
        ignore: bool H×W, True where pixels are excluded.

    Returns:
        In [0, 1].
    """
    masked = squares if mask is None else squares * mask.astype(np.float64) ** 2
    counted = masked if ignore is None else masked[~ignore]
    return float(counted.mean() / (3 * 255**2))


def orb_difference(original: Image, reconstruction: Levels) -> float:
    """Share of ORB keypoints without a counterpart in the other image (Rublee et al. 2011).

    Up to 500 keypoints in each grey image are matched both ways by Hamming distance; a match of fewer than 50 of
    256 bits counts. The difference is 1 − matches / the larger number of keypoints. No keypoint in either image
    gives 0, keypoints in only one of them gives 1; an image below 32 px a side has none.

    Args:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3, or float32 in the same units, which is rounded: the corner detector compares bytes.

    Returns:
        In [0, 1].
    """
    import cv2

    if min(original.shape[:2]) < _SMALLEST_SIDE:
        return 0.0
    orb = cv2.ORB.create(_KEYPOINTS)
    pictures = (original, np.rint(reconstruction).astype(np.uint8))
    described = [orb.detectAndCompute(cv2.cvtColor(i, cv2.COLOR_RGB2GRAY), None)[1] for i in pictures]
    counts = [0 if d is None else len(d) for d in described]
    if 0 in counts:
        return float(max(counts) > 0)
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(*described)
    close = sum(bool(match.distance < _MATCH_BITS) for match in matches)
    return 1.0 - close / max(counts)
