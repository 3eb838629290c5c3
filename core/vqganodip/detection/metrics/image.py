"""Metrics of the whole image: pixel error, ORB matching difference, and what the networks measured."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ScoringError
from vqganodip.types import Image, Map

__all__ = ["NetworkMeasures", "mean_squared_error", "orb_difference"]

_KEYPOINTS: Final = 500
_SMALLEST_SIDE: Final = 32
_MATCH_BITS: Final = 50


@dataclass(frozen=True, slots=True)
class NetworkMeasures:
    """What only the networks can measure of a board, computed where they live. None: this network is not there.

    Attributes:
        perceptual: Mean squared difference of the last feature layer of the perceptual network, original against
            reconstruction (Johnson et al. 2016), >= 0.
        quantization: Mean squared difference of the latent and its quantized version (van den Oord et al. 2017), >= 0.
        gan_original: Mean loss of the patchGAN discriminator on the original (Isola et al. 2017).
        gan_reconstruction: The same on the reconstruction.
    """

    perceptual: float | None = None
    quantization: float | None = None
    gan_original: float | None = None
    gan_reconstruction: float | None = None

    def values(self) -> dict[str, float]:
        """The measures that are there, by name; ScoringError when one is not a finite number."""
        there = {f.name: getattr(self, f.name) for f in fields(self)}
        found = {name: float(value) for name, value in there.items() if value is not None}
        for name, value in found.items():
            if not math.isfinite(value):
                raise ScoringError(
                    f"the network measured {value}",
                    where=name,
                    todo="The network weights are damaged or the training diverged; train the bundle again.",
                )
        return found


def mean_squared_error(
    original: Image, reconstruction: Image, mask: Map | None = None, ignore: NDArray[np.bool_] | None = None
) -> float:
    """Mean over pixels and channels of (mask · (original − reconstruction) / 255)² (paper section 3.2).

    Args:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3.
        mask: float32 H×W in [0, 1]; None for a mask of ones.
        ignore: bool H×W, True where pixels do not count.

    Returns:
        In [0, 1].
    """
    levels = (np.maximum(original, reconstruction) - np.minimum(original, reconstruction)).astype(np.int32)
    squares = np.einsum("hwc,hwc->hw", levels, levels).astype(np.float64)
    if mask is not None:
        squares *= mask.astype(np.float64) ** 2
    kept = squares if ignore is None else squares[~ignore]
    return float(kept.mean() / (original.shape[2] * 255**2))


def orb_difference(original: Image, reconstruction: Image) -> float:
    """Share of ORB keypoints without a counterpart in the other image (Rublee et al. 2011).

    Up to 500 keypoints in each grey image are matched both ways by Hamming distance; a match of fewer than 50 of
    256 bits counts. The difference is 1 − matches / the larger number of keypoints. No keypoint in either image
    gives 0, keypoints in only one of them gives 1; an image below 32 px a side has none.

    Args:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3.

    Returns:
        In [0, 1].
    """
    import cv2

    if min(original.shape[:2]) < _SMALLEST_SIDE:
        return 0.0
    orb = cv2.ORB.create(_KEYPOINTS)
    described = [orb.detectAndCompute(cv2.cvtColor(i, cv2.COLOR_RGB2GRAY), None)[1] for i in (original, reconstruction)]
    counts = [0 if d is None else len(d) for d in described]
    if 0 in counts:
        return float(max(counts) > 0)
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(*described)
    close = sum(bool(match.distance < _MATCH_BITS) for match in matches)
    return 1.0 - close / max(counts)
