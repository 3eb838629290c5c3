"""The working scale of a product, chosen by how fine the detail of its normal photographs is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from vqganodip.imaging.decoding import resize
from vqganodip.types import Image

__all__ = ["LEAST_DETAIL", "WorkingScale", "fine_detail", "working_scale"]

LEAST_DETAIL: Final = 0.77
"""Three of four products that the general segmentation network learned from have at least this much fine detail."""

_SIGMAS: Final = (0.8, 1.8, 4.0)
_SHARES: Final = (1.0, 0.75, 0.5, 0.375, 0.25)
_LEAST_SIDE: Final = 256
_MOST_IMAGES: Final = 12


@dataclass(frozen=True, slots=True)
class WorkingScale:
    """A working scale, and what it rests on.

    Attributes:
        long_side: Longest side of the working grid in pixels.
        detail: Fine detail of the images at that scale, see :func:`fine_detail`.
        detail_before: That at the largest scale that was considered.
    """

    long_side: int
    detail: float
    detail_before: float


def fine_detail(images: Sequence[Image]) -> float:
    """Energy of the detail between 0.8 and 1.8 px over that between 1.8 and 4 px, averaged over the images.

    The limits are standard deviations of Gaussians. A sharp image of a board has about 1; one that was enlarged, is out
    of focus or was compressed strongly has less, and reducing it brings it back.

    Args:
        images: uint8 H×W×3 each.
    """
    import cv2

    fine = coarse = 0.0
    for image in images:
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32)
        blurred = [cv2.GaussianBlur(grey, (0, 0), sigma) for sigma in _SIGMAS]
        fine += float(np.square(blurred[0] - blurred[1]).mean(dtype=np.float64))
        coarse += float(np.square(blurred[1] - blurred[2]).mean(dtype=np.float64))
    return fine / max(coarse, 1e-9)


def working_scale(images: Sequence[Image], most: int) -> WorkingScale:
    """Choose the largest working scale at which photographs of a product show fine detail.

    Considered are ``most`` (or the longest side of the images, if that is smaller) and three quarters, a half, three
    eighths and a quarter of it, from 256 px on. Where none has enough fine detail, the largest is kept: a smooth
    product does not become sharp by being reduced.

    Args:
        images: uint8 H×W×3 each, normal photographs of one product.
        most: Largest longest side in pixels.
    """
    step = -(-len(images) // _MOST_IMAGES)
    sample = images[::step]
    longest = max(max(image.shape[:2]) for image in sample)
    largest = min(most, longest)
    before: float | None = None
    for share in _SHARES:
        side = round(largest * share)
        if share < 1.0 and side < _LEAST_SIDE:
            break
        detail = fine_detail([_reduced(image, side / longest) for image in sample])
        before = detail if before is None else before
        if detail >= LEAST_DETAIL:
            return WorkingScale(side if share < 1.0 else most, detail, before)
    assert before is not None
    return WorkingScale(most, before, before)


def _reduced(image: Image, factor: float) -> Image:
    if factor >= 1.0:
        return image
    height, width = image.shape[:2]
    return resize(image, (max(round(width * factor), 1), max(round(height * factor), 1)))
