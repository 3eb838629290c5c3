"""Small boards with four glossy parts, as a camera sees them: placed with tolerance, each with its own highlights."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from vqganodip.detection.part_statistics import PartStatistics, build_part_statistics
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.types import Image

PLACES = ((20, 24), (20, 84), (60, 24), (60, 84))
"""Row and column of each part."""

HEIGHT, WIDTH = 18, 36
BARE = (30.0, 110.0, 60.0)


@dataclass(frozen=True)
class Defect:
    """A defect of one of the parts."""

    part: int = 0
    kind: str = ""


def board(seed: int, defect: Defect | None = None) -> Image:
    """A board of 100×144 px; ``missing``, ``smooth`` (its left half), ``bright`` or ``red`` part, or ``spot``."""
    rng = np.random.default_rng(seed)
    image = np.full((100, 144, 3), BARE, np.float32)
    for number, (y, x) in enumerate(PLACES):
        kind = defect.kind if defect is not None and defect.part == number else ""
        dy, dx = rng.integers(-1, 2, 2)
        grain = cv2.GaussianBlur(rng.normal(0, 60, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), 0.5)
        if kind == "smooth":
            grain[:, : WIDTH // 2 + 2] = 0
        tone = 120 + rng.normal(0, 3) + (40 if kind == "bright" else 0)
        body = np.repeat((tone + grain)[..., None], 3, axis=2)
        if kind == "red":
            body += (30, -15, -15)
        if kind != "missing":
            image[y + dy : y + dy + HEIGHT, x + dx : x + dx + WIDTH] = body
    if defect is not None and defect.kind == "spot":
        image[88:92, 70:74] = 5
    return np.clip(image + rng.normal(0, 2, image.shape), 0, 255).astype(np.uint8)


def learned(count: int = 15) -> tuple[PixelStatistics, PartStatistics]:
    """Statistics of some normal boards, as a bundle holds them."""
    boards = [board(seed) for seed in range(count)]
    reference = PixelStatistics.build(boards, gain=False)
    reference = PixelStatistics.from_arrays(reference.to_arrays())
    *counts, parts = build_part_statistics(boards, reference)
    assert counts == list(range(1, count + 1))
    assert isinstance(parts, PartStatistics)
    return reference, PartStatistics.from_arrays(parts.to_arrays(), (144, 100))
