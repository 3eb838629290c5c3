"""Localisation of known defects: which of them the candidates and regions of a board hit, and at which rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.ground_truth import KnownDefect
from vqganodip.records import Candidate, Region
from vqganodip.statistics import Interval, clopper_pearson
from vqganodip.types import Box, FloatArray

__all__ = [
    "SIZES",
    "VISIBILITIES",
    "Breakdown",
    "HitRates",
    "Located",
    "all_hit",
    "covered_share",
    "hit_rates",
    "locate",
    "on_grid",
    "to_grid",
]


@dataclass(frozen=True, slots=True)
class Located:
    """A known defect and the first candidate and region that hit it.

    Attributes:
        defect: The defect, in pixels of the source image.
        candidate: Rank from 0 of the first candidate that covers a pixel of the defect; None if none does.
        region: Likewise for the regions shown to operators.
    """

    defect: KnownDefect
    candidate: int | None
    region: int | None


def to_grid(box: Box, transform: FloatArray) -> Box:
    """Transform a box from the source image to the working grid, rounded outwards.

    Args:
        box: Box in pixels of the source image.
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
    """Find the first candidate and the first region that hit each defect of a board.

    A box hits a defect if it covers at least one of its pixels. These are the mask pixels inside the defect's box, or
    all pixels of the box if there is no mask.

    Args:
        defects: Defects in pixels of the source image.
        mask: bool, defective pixels of the source image; None if unknown.
        transform: 2×3 from working-grid pixels to source pixels.
        size: (width, height) of the working grid.
        candidates: Candidates by descending rank, on the working grid.
        regions: Regions by descending rank, on the working grid.
    """
    warped = None if mask is None else on_grid(mask, transform, size)
    located = []
    for defect in defects:
        box = to_grid(defect.box, transform)
        pixels = np.zeros((size[1], size[0]), np.int64)
        area = np.s_[box.y0 : box.y1, box.x0 : box.x1]
        pixels[area] = 1 if warped is None or not warped[area].any() else warped[area]
        sums = np.pad(pixels.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        first = [_first(sums, [item.box for item in items]) for items in (candidates, regions)]
        located.append(Located(defect, first[0], first[1]))
    return tuple(located)


def on_grid(mask: NDArray[np.bool_], transform: FloatArray, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Warp a mask of the source image, bool, onto the working grid of (width, height); see :func:`locate`."""
    import cv2

    flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(mask.astype(np.uint8), np.asarray(transform, np.float64), size, flags=flags) > 0)


def _first(sums: NDArray[np.int64], boxes: Sequence[Box]) -> int | None:
    """Return the index of the first box that covers at least one pixel, given the integral image of the pixels."""
    for i, b in enumerate(boxes):
        if sums[b.y1, b.x1] - sums[b.y0, b.x1] - sums[b.y1, b.x0] + sums[b.y0, b.x0] > 0:
            return i
    return None


class Breakdown(StrEnum):
    """Property that the defects of a group share."""

    ALL = "all"
    KIND = "kind"
    SIZE = "size"
    VISIBILITY = "visibility"


@dataclass(frozen=True, slots=True)
class HitRates:
    """Hit rates of a group of defects.

    Attributes:
        name: Kind, or range of size or visibility, of the defects.
        defects: Number of defects.
        by_candidate: Share hit by a candidate.
        by_region: Share hit by a region.
        median_region: Median rank, from 1, of the first region that hits; None if none does.
        flagged: Share of the defects that are on a flagged board.
        breakdown: What ``name`` names.
        by_candidate_interval: Exact 95 % interval of ``by_candidate`` (Clopper and Pearson 1934). This and the other
            intervals take the defects for independent; those of one board are not quite.
        by_region_interval: Likewise of ``by_region``.
        flagged_interval: Likewise of ``flagged``.
    """

    name: str
    defects: int
    by_candidate: float
    by_region: float
    median_region: float | None
    flagged: float
    breakdown: Breakdown
    by_candidate_interval: Interval
    by_region_interval: Interval
    flagged_interval: Interval


SIZES: Final = ((0, 8), (8, 20), (20, 60), (60, 1 << 30))
"""Ranges of the longer side of a defect's box, in pixels of the source image; every defect of at least 8 px should be
hit."""

VISIBILITIES: Final = ((0, 20), (20, 50), (50, 100), (100, 1 << 30))
"""Ranges of a defect's visibility in standard deviations of normal boards, the upper end excluded. Below 20 are the
faintest few per cent of rendered defects; from 100 on a miss is a miss of something plain."""


def hit_rates(boards: Sequence[tuple[Sequence[Located], bool]]) -> tuple[HitRates, ...]:
    """Compute hit rates of all defects, then by kind, by size and by visibility; groups without a defect are left out.

    Args:
        boards: Defects of each defective board, and True if the board was flagged.
    """
    every = [(item, flagged) for items, flagged in boards for item in items]
    groups = [(Breakdown.ALL, "all", every)]
    groups += [(Breakdown.KIND, kind, [e for e in every if e[0].defect.kind == kind]) for kind in _kinds(every)]
    for low, high in SIZES:
        group = [e for e in every if low <= e[0].defect.size_px < high]
        groups.append((Breakdown.SIZE, _range(low, high, high - 1, "px"), group))
    for low, high in VISIBILITIES:
        group = [e for e in every if e[0].defect.visibility is not None and low <= e[0].defect.visibility < high]
        groups.append((Breakdown.VISIBILITY, _range(low, high, high, "σ"), group))
    return tuple(_rates(breakdown, name, group) for breakdown, name, group in groups if group)


def _range(low: int, high: int, last: int, unit: str) -> str:
    """Name the range from ``low`` to below ``high``, written as ``last``."""
    if not low:
        return f"below {high} {unit}"
    return f"{low} {unit} and more" if high > 1 << 20 else f"{low} to {last} {unit}"


def all_hit(boards: Sequence[Sequence[Located]], least_px: int = 8) -> float:
    """Return the share of boards on which every defect of at least ``least_px`` is hit; nan without a board."""
    whole = [all(i.candidate is not None for i in items if i.defect.size_px >= least_px) for items in boards if items]
    return float(np.mean(whole)) if whole else float("nan")


def covered_share(boards: Sequence[Sequence[Located]]) -> float:
    """Return the share of all defects hit by a candidate; nan without a defect."""
    every = [item.candidate is not None for items in boards for item in items]
    return float(np.mean(every)) if every else float("nan")


def _kinds(items: Sequence[tuple[Located, bool]]) -> list[str]:
    return sorted({item.defect.kind for item, _ in items})


def _rates(breakdown: Breakdown, name: str, group: Sequence[tuple[Located, bool]]) -> HitRates:
    number = len(group)
    ranks = [item.region + 1 for item, _ in group if item.region is not None]
    by_candidate = sum(item.candidate is not None for item, _ in group)
    flagged = sum(flagged for _, flagged in group)
    return HitRates(
        name=name,
        defects=number,
        by_candidate=by_candidate / number,
        by_region=len(ranks) / number,
        median_region=float(np.median(ranks)) if ranks else None,
        flagged=flagged / number,
        breakdown=breakdown,
        by_candidate_interval=clopper_pearson(by_candidate, number),
        by_region_interval=clopper_pearson(len(ranks), number),
        flagged_interval=clopper_pearson(flagged, number),
    )
