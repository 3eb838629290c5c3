"""How well the candidates of a board point at its known defects: which are hit, and by which rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.ground_truth import KnownDefect
from vqganodip.records import Candidate, Region
from vqganodip.types import Box, FloatArray

__all__ = ["SIZES", "HitRates", "Located", "all_hit", "covered_share", "hit_rates", "locate", "on_grid", "to_grid"]


@dataclass(frozen=True, slots=True)
class Located:
    """A known defect, and who points at it.

    Attributes:
        defect: The defect, in pixels of the source image.
        candidate: Rank from 0 of the first candidate that covers a pixel of it; None when none does.
        region: The same for the regions that people are shown.
    """

    defect: KnownDefect
    candidate: int | None
    region: int | None


def to_grid(box: Box, transform: FloatArray) -> Box:
    """The box of a source box on the working grid, rounded outwards.

    Args:
        box: In pixels of the source image.
        transform: 2×3 from working-grid pixels to source pixels, pixel centres at whole numbers.
    """
    t = np.linalg.inv(np.vstack([np.asarray(transform, np.float64), [0, 0, 1]]))
    xs, ys = np.array([box.x0, box.x1, box.x1, box.x0]) - 0.5, np.array([box.y0, box.y0, box.y1, box.y1]) - 0.5
    x, y = t[:2, :2] @ np.vstack([xs, ys]) + t[:2, 2:]
    low, high = np.floor([x.min() + 0.5, y.min() + 0.5]), np.ceil([x.max() + 0.5, y.max() + 0.5])
    return Box(max(int(low[0]), 0), max(int(low[1]), 0), max(int(high[0]), 1), max(int(high[1]), 1))


def locate(
    defects: Sequence[KnownDefect],
    mask: NDArray[np.bool_] | None,
    transform: FloatArray,
    size: tuple[int, int],
    candidates: Sequence[Candidate],
    regions: Sequence[Region],
) -> tuple[Located, ...]:
    """Which of a board's defects its candidates and regions hit.

    A defect is hit by a box that covers at least one of its pixels: pixels of the mask inside the defect's box, or of
    the box itself where there is no mask.

    Args:
        defects: In pixels of the source image.
        mask: bool, the defects' pixels in the source image; None where it is not known.
        transform: 2×3 from working-grid pixels to source pixels.
        size: (width, height) of the working grid.
        candidates: From the highest rank down, boxes on the working grid.
        regions: The same.
    """
    warped = None if mask is None else on_grid(mask, transform, size)
    found = []
    for defect in defects:
        box = to_grid(defect.box, transform)
        pixels = np.zeros((size[1], size[0]), np.int64)
        area = np.s_[box.y0 : box.y1, box.x0 : box.x1]
        pixels[area] = 1 if warped is None or not warped[area].any() else warped[area]
        sums = np.pad(pixels.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        first = [_first(sums, [item.box for item in items]) for items in (candidates, regions)]
        found.append(Located(defect, first[0], first[1]))
    return tuple(found)


def on_grid(mask: NDArray[np.bool_], transform: FloatArray, size: tuple[int, int]) -> NDArray[np.bool_]:
    """The mask of a source image, bool, on the working grid of (width, height); arguments as for :func:`locate`."""
    import cv2

    flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(mask.astype(np.uint8), np.asarray(transform, np.float64), size, flags=flags) > 0)


def _first(sums: NDArray[np.int64], boxes: Sequence[Box]) -> int | None:
    """Index of the first box over at least one pixel, by the integral image of the pixels."""
    for i, b in enumerate(boxes):
        if sums[b.y1, b.x1] - sums[b.y0, b.x1] - sums[b.y1, b.x0] + sums[b.y0, b.x0] > 0:
            return i
    return None


@dataclass(frozen=True, slots=True)
class HitRates:
    """How well a group of defects is found.

    Attributes:
        name: The kind or the range of sizes.
        defects: How many defects.
        by_candidate: Share hit by a candidate.
        by_region: Share hit by a region.
        median_region: Median rank of the first region that hits, counted from 1; None when none does.
        flagged: Share of the boards that carry one of them and are flagged.
    """

    name: str
    defects: int
    by_candidate: float
    by_region: float
    median_region: float | None
    flagged: float


SIZES: Final = ((0, 8), (8, 20), (20, 60), (60, 1 << 30))
"""Ranges of the longer side of a defect in pixels of the source image; those of 8 px and more are to be hit."""


def hit_rates(boards: Sequence[tuple[Sequence[Located], bool]]) -> tuple[HitRates, ...]:
    """Rates of all defects, then by kind, then by size.

    Args:
        boards: For each defective board its defects, and whether the board was flagged.
    """
    every = [(item, flagged) for items, flagged in boards for item in items]
    groups = [("all", every)]
    groups += [(kind, [e for e in every if e[0].defect.kind == kind]) for kind in _kinds(every)]
    for low, high in SIZES:
        name = f"below {high} px" if not low else f"{low} px and more" if high > 1 << 20 else f"{low} to {high - 1} px"
        groups.append((name, [e for e in every if low <= e[0].defect.size_px < high]))
    return tuple(_rates(name, group) for name, group in groups if group)


def all_hit(boards: Sequence[Sequence[Located]], least_px: int = 8) -> float:
    """Share of the boards whose every defect of ``least_px`` or more is hit by a candidate (nan without a board)."""
    whole = [all(i.candidate is not None for i in items if i.defect.size_px >= least_px) for items in boards if items]
    return float(np.mean(whole)) if whole else float("nan")


def covered_share(boards: Sequence[Sequence[Located]]) -> float:
    """Share of all defects that a candidate hits (nan without a defect)."""
    every = [item.candidate is not None for items in boards for item in items]
    return float(np.mean(every)) if every else float("nan")


def _kinds(items: Sequence[tuple[Located, bool]]) -> list[str]:
    return sorted({item.defect.kind for item, _ in items})


def _rates(name: str, group: Sequence[tuple[Located, bool]]) -> HitRates:
    ranks = [item.region + 1 for item, _ in group if item.region is not None]
    return HitRates(
        name=name,
        defects=len(group),
        by_candidate=float(np.mean([item.candidate is not None for item, _ in group])),
        by_region=float(np.mean([item.region is not None for item, _ in group])),
        median_region=float(np.median(ranks)) if ranks else None,
        flagged=float(np.mean([flagged for _, flagged in group])),
    )
