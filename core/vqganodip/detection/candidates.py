"""Abnormal candidates: zoom-out-and-shift around the highest pixels, ranking, and regions for review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.difference_map import check_same_grid, highest_pixels
from vqganodip.detection.patches import (
    BoxArray,
    PatchDistances,
    patch_boxes,
    patch_means,
    patch_variation,
    unique_boxes,
)
from vqganodip.errors import message
from vqganodip.records import Candidate, Region
from vqganodip.settings import CandidateSettings
from vqganodip.types import Box, FloatArray, Map

__all__ = ["NO_CANDIDATES", "CandidateSet", "candidate_pixels", "find_candidates", "merge_regions"]

_REGION_SIDE: Final = 64
_REGIONS: Final = 20


@dataclass(frozen=True, slots=True, eq=False)
class CandidateSet:
    """The abnormal candidates of one board under one weighting, best rank first.

    Attributes:
        boxes: int32 Q×4 (x0 y0 x1 y1), Q <= q.
        distances: float64 Q, Fréchet distance of each patch pair.
        scores: float64 Q, the ranking criterion: the distance, divided by the normal variation inside the patch where
            the settings and the product allow it; or the mean evidence inside the patch.
        pixels: int32 P×2 (x, y), the centre pixels of the patches, highest first.
    """

    boxes: BoxArray = field(repr=False)
    distances: FloatArray = field(repr=False)
    scores: FloatArray = field(repr=False)
    pixels: NDArray[np.int32] = field(repr=False)

    def __len__(self) -> int:
        return len(self.boxes)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates as values, in rank order, each with its ranking score."""
        scores = self.scores.tolist()
        return tuple(Candidate(Box(*box), score) for box, score in zip(self.boxes.tolist(), scores, strict=True))


NO_CANDIDATES: Final = CandidateSet(np.zeros((0, 4), np.int32), np.zeros(0), np.zeros(0), np.zeros((0, 2), np.int32))
"""Candidates of a map on which none are looked for."""


def find_candidates(
    pairs: PatchDistances | None,
    difference: Map,
    settings: CandidateSettings,
    variation: Map | None = None,
    ignore: NDArray[np.bool_] | None = None,
    *,
    evidence: Map | None = None,
) -> CandidateSet:
    """Find the q patches around the highest pixels that differ most from their reconstruction (paper section 3.1.2).

    Literal procedure: the p highest pixels, 9n patches around each, all ranked by Fréchet distance, the first q
    selected; a patch produced by several pixels is counted each time (``keep_repeats``). Equal distances rank in the
    order of pixel, size and neighbour. The additions of the preset ``robust`` are separate settings: ``nms_px`` is a
    minimum distance between pixels, ``weight_distances`` divides the distances by
    :func:`vqganodip.detection.patches.patch_variation`, ``best_of_pixel_first`` ranks the best patch of every pixel
    before all second-best ones.

    Args:
        pairs: Distances between the patches of original and reconstruction; several weightings of one board share them.
            None without a reconstruction: patches are ranked by ``evidence``, which is then needed, and have no
            distances (nan).
        difference: float32 H×W, the map whose highest pixels are used (raw, weighted or standardised).
        settings: Numbers and additions.
        variation: float32 H×W, mean difference of normal boards. Without it distances are never weighted: a product
            in free position has no normal variation per pixel.
        ignore: bool H×W, True where pixels are excluded. A patch may still reach into such a region.
        evidence: float32 H×W. If given, patches are ranked by its mean inside them instead of by their distance, and
            distances are computed for the selected patches only.

    Raises:
        ImageError: Sizes differ.
        SettingsError: Everything is ignored.
        ValueError: Neither pairs nor evidence.
    """
    size = (difference.shape[1], difference.shape[0])
    if pairs is not None:
        check_same_grid(pairs.original.shape, difference.shape, message("map-difference", "the difference map"))
    pixels = candidate_pixels(difference, settings, ignore)
    boxes = patch_boxes(pixels, size, settings).reshape(-1, 4)
    if evidence is not None:
        check_same_grid(difference.shape, evidence.shape, message("map-evidence", "the evidence"))
        first, inverse = unique_boxes(boxes, size)
        scores = patch_means(evidence, boxes[first])[inverse]
        order = _selected(scores, boxes, len(pixels), size, settings)
        chosen = boxes[order]
        distances = np.full(len(chosen), np.nan) if pairs is None else pairs(chosen)
        return CandidateSet(boxes=chosen, distances=distances, scores=scores[order], pixels=pixels)
    if pairs is None:
        raise ValueError("without a reconstruction, candidates need evidence")
    distances = pairs(boxes)
    scores = distances
    if settings.weight_distances and variation is not None:
        check_same_grid(difference.shape, variation.shape, message("map-normal-variation", "the normal variation"))
        first, inverse = unique_boxes(boxes, size)
        scores = distances / patch_variation(variation, boxes[first])[inverse]
    order = _selected(scores, boxes, len(pixels), size, settings)
    return CandidateSet(boxes=boxes[order], distances=distances[order], scores=scores[order], pixels=pixels)


def _selected(
    scores: FloatArray, boxes: BoxArray, pixels: int, size: tuple[int, int], settings: CandidateSettings
) -> NDArray[np.int64]:
    """Positions of the selected patches, in rank order."""
    order = _rank(scores, pixels, settings.best_of_pixel_first)
    if not settings.keep_repeats:
        first, _ = unique_boxes(boxes[order], size)
        order = order[first]
    return order[: settings.q]


def _rank(scores: FloatArray, pixels: int, best_first: bool) -> NDArray[np.int64]:
    """Positions in rank order; equal scores keep their order."""
    second = np.zeros(len(scores), bool)
    if best_first:
        rows = scores.reshape(pixels, -1)
        second = np.ones(rows.shape, bool)
        second[np.arange(pixels), rows.argmax(axis=1)] = False
    return np.lexsort((-scores, second.ravel())).astype(np.int64)


def candidate_pixels(
    difference: Map, settings: CandidateSettings, ignore: NDArray[np.bool_] | None = None
) -> NDArray[np.int32]:
    """The p highest pixels, highest first, equal ones row by row; with ``nms_px`` no two are that close together.

    Returns:
        int32 P×2 (x, y); fewer than p if the map has fewer that qualify.
    """
    width = difference.shape[1]
    reach = settings.nms_px
    # Each selected pixel suppresses at most (2·reach + 1)² pixels, so that many times p always contain p to select.
    flat = highest_pixels(difference, settings.p * (2 * reach + 1) ** 2, ignore)
    ys, xs = np.divmod(flat, width)
    if reach > 0:
        chosen = _suppress(xs, ys, difference.shape, reach, settings.p)
        xs, ys = xs[chosen], ys[chosen]
    return np.stack([xs, ys], axis=1).astype(np.int32)


def _suppress(
    xs: NDArray[np.int64], ys: NDArray[np.int64], shape: tuple[int, ...], reach: int, count: int
) -> list[int]:
    blocked = np.zeros(shape, bool)
    chosen: list[int] = []
    for i, (x, y) in enumerate(zip(xs.tolist(), ys.tolist(), strict=True)):
        if blocked[y, x]:
            continue
        chosen.append(i)
        if len(chosen) == count:
            break
        blocked[max(y - reach, 0) : y + reach + 1, max(x - reach, 0) : x + reach + 1] = True
    return chosen


def merge_regions(
    candidates: Sequence[Candidate], *, max_side: int = _REGION_SIDE, limit: int = _REGIONS
) -> tuple[Region, ...]:
    """Merge touching candidates into regions for review, highest distance first.

    Candidates are visited from the highest distance down. Each joins the first region that it touches if both sides of
    their union are at most ``max_side``; regions that touch are then joined under the same bound. A chain of touching
    patches across the board therefore becomes several adjacent regions instead of one that covers everything.

    Args:
        candidates: In any order. Equal boxes are one patch that occurs several times, and are counted each time.
        max_side: Longest side of a region in pixels; a single larger candidate is a region of its own.
        limit: Maximum number of regions.

    Returns:
        At most ``limit`` regions, by ``distance_max`` in descending order, then by position.
    """
    regions: list[Region] = []
    for candidate in sorted(candidates, key=lambda c: (-c.distance, c.box)):
        single = Region(candidate.box, candidate.distance, candidate.distance, 1)
        target = next((i for i, region in enumerate(regions) if _may_join(region, single, max_side)), None)
        if target is None:
            regions.append(single)
        else:
            regions[target] = _joined(regions[target], single)
    regions = _merged(regions, max_side)
    return tuple(sorted(regions, key=lambda r: (-r.distance_max, r.box))[:limit])


def _may_join(region: Region, other: Region, max_side: int) -> bool:
    if not region.box.touches(other.box):
        return False
    union = region.box.union(other.box)
    return max(union.width, union.height) <= max_side or union in (region.box, other.box)


def _joined(region: Region, other: Region) -> Region:
    return Region(
        box=region.box.union(other.box),
        distance_max=max(region.distance_max, other.distance_max),
        distance_sum=region.distance_sum + other.distance_sum,
        candidates=region.candidates + other.candidates,
    )


def _merged(regions: list[Region], max_side: int) -> list[Region]:
    """Join regions until no two of them may be joined."""
    merged: list[Region] = []
    waiting = list(regions)
    while waiting:
        region = waiting.pop(0)
        partner = next((i for i, other in enumerate(merged) if _may_join(other, region, max_side)), None)
        if partner is None:
            merged.append(region)
        else:  # a joined region has grown and may now touch one that was separate before
            waiting.insert(0, _joined(merged.pop(partner), region))
    return merged
