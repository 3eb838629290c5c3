"""Earlier judgments at the same location of a product, and the distribution of false calls over the board.

Boxes are in pixels of the working grid, which is registered to the reference board of the bundle: equal pixels are the
same location on every board that this bundle inspected. This does not hold without registration or across bundles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.review.defect_place import PlaceFinding, places_of
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, ReviewItem
from vqganodip.types import Box, FloatArray

__all__ = ["LocationIndex", "LocationHistory", "location_history"]

_CALL, _DEFECT, _OTHER, _UNPLACED = range(4)
_FINDINGS: Final = {
    PlaceFinding.FALSE_CALL: _CALL,
    PlaceFinding.DEFECT: _DEFECT,
    PlaceFinding.OTHER: _OTHER,
    PlaceFinding.UNPLACED: _UNPLACED,
}
_FIRST_ROOM: Final = 256


@dataclass(frozen=True, slots=True)
class LocationHistory:
    """Numbers of boards by their earlier judgment at one location.

    Attributes:
        false_calls: False calls.
        defects: Boards with a region judged NG there.
        others: OK and doubtful.
        unplaced: Boards judged NG whose place was not said, and that have a region there.
    """

    false_calls: int
    defects: int
    others: int
    unplaced: int = 0

    @property
    def boards(self) -> int:
        """Number of boards judged at the location."""
        return self.false_calls + self.defects + self.others + self.unplaced


def location_history(place: Box, earlier: Iterable[tuple[Judgment, ReviewItem]]) -> LocationHistory:
    """Count earlier judgments at a location of the product.

    A board counts once, by its current judgment: the judgments of regions at the location if there are any (NG has
    precedence), otherwise the judgment of the board if the machine marked a region there
    (``vqganodip.review.defect_place``). A region is at the location if they share a pixel.

    Args:
        place: The region of interest.
        earlier: Judgments with their boards, oldest first, of one bundle.
    """
    index, bundle = LocationIndex(), ""
    for judgment, item in earlier:
        index.take(judgment, item)
        bundle = item.inspection.bundle_sha256
    return index.memory(bundle, place)


class LocationIndex:
    """Index of judged regions by location; finds those at a location quickly among several hundred thousand."""

    def __init__(self) -> None:
        self._bundles: dict[str, _Rows] = {}

    def take(self, judgment: Judgment, item: ReviewItem) -> None:
        """Process the next record with its board; it replaces earlier judgments of the board."""
        if judgment.purpose is not Purpose.REVIEW:
            return
        rows = self._bundles.setdefault(item.inspection.bundle_sha256, _Rows())
        rows.forget(item.item_id)
        if judgment.kind is not JudgmentKind.WITHDRAWN:
            found = [(box, said, _FINDINGS[finding]) for box, said, finding in places_of(judgment, item)]
            rows.add(item.item_id, found)

    def memory(self, bundle_sha256: str, place: Box, leave_out: int | None = None) -> LocationHistory:
        """Count earlier judgments at a location, as :func:`location_history` does.

        Args:
            bundle_sha256: Hash of the bundle that inspected the board.
            place: Region on the working grid.
            leave_out: Number of a board to exclude: the one under review.
        """
        return self._counted(bundle_sha256, place, leave_out)

    def of_part(
        self, bundle_sha256: str, around: Box, belongs: Callable[[Box], bool], leave_out: int | None = None
    ) -> LocationHistory:
        """Count earlier judgments of regions on one part.

        Args:
            bundle_sha256: Hash of the bundle that inspected the board.
            around: Box that every region on the part shares a pixel with.
            belongs: True for a region that belongs to the part.
            leave_out: Number of a board to exclude: the one under review.
        """
        return self._counted(bundle_sha256, around, leave_out, belongs)

    def _counted(
        self,
        bundle_sha256: str,
        place: Box,
        leave_out: int | None,
        belongs: Callable[[Box], bool] = lambda _box: True,
    ) -> LocationHistory:
        rows = self._bundles.get(bundle_sha256)
        if rows is None:
            return LocationHistory(0, 0, 0)
        worst: dict[int, tuple[bool, int]] = {}
        for item, said, kind, box in rows.at(place):
            if item == leave_out or not belongs(box):
                continue
            known = worst.get(item)
            # judgments of regions precede judgments of boards; then NG first, then the oldest
            if known is None or (said, kind == _DEFECT) > (known[0], known[1] == _DEFECT):
                worst[item] = (said, kind)
        counts = Counter(kind for _said, kind in worst.values())
        return LocationHistory(counts[_CALL], counts[_DEFECT], counts[_OTHER], counts[_UNPLACED])

    def false_calls(self, bundle_sha256: str, grid: tuple[int, int], cells: int = 64) -> FloatArray:
        """Number of boards with a false call in each cell of the board.

        Args:
            bundle_sha256: Hash of the bundle.
            grid: (width, height) of the working grid.
            cells: Cells along the longer side.

        Returns:
            float64 rows×columns, boards per cell, >= 0.
        """
        width, height = grid
        size = max(width, height) / cells
        counts = np.zeros((max(round(height / size), 1), max(round(width / size), 1)))
        rows = self._bundles.get(bundle_sha256)
        seen: set[tuple[int, int, int]] = set()
        for item, box in rows.calls() if rows is not None else ():
            for y in range(int(box[1] // size), min(int(np.ceil(box[3] / size)), counts.shape[0])):
                for x in range(int(box[0] // size), min(int(np.ceil(box[2] / size)), counts.shape[1])):
                    if (item, y, x) not in seen:
                        seen.add((item, y, x))
                        counts[y, x] += 1
        return counts


class _Rows:
    """Boxes of one bundle in arrays that grow; rows of a board that is judged again are marked as removed."""

    def __init__(self) -> None:
        self._boxes: NDArray[np.int32] = np.zeros((_FIRST_ROOM, 4), np.int32)
        self._what: NDArray[np.int32] = np.zeros((_FIRST_ROOM, 3), np.int32)  # item (0: gone), said, kind
        self._used = 0
        self._of: dict[int, tuple[int, int]] = {}

    def add(self, item: int, places: list[tuple[Box, bool, int]]) -> None:
        start, end = self._used, self._used + len(places)
        while end > len(self._boxes):
            self._boxes = np.concatenate([self._boxes, np.zeros_like(self._boxes)])
            self._what = np.concatenate([self._what, np.zeros_like(self._what)])
        for row, (box, said, kind) in enumerate(places, start=start):
            self._boxes[row] = astuple(box)
            self._what[row] = (item, said, kind)
        self._used, self._of[item] = end, (start, end)

    def forget(self, item: int) -> None:
        start, end = self._of.pop(item, (0, 0))
        self._what[start:end, 0] = 0

    def at(self, place: Box) -> Iterator[tuple[int, bool, int, Box]]:
        boxes, what = self._boxes[: self._used], self._what[: self._used]
        there = (boxes[:, 0] < place.x1) & (boxes[:, 2] > place.x0) & (boxes[:, 1] < place.y1)
        there &= (boxes[:, 3] > place.y0) & (what[:, 0] > 0)
        return (
            (int(item), bool(said), int(kind), Box(*map(int, box)))
            for (item, said, kind), box in zip(what[there], boxes[there], strict=True)
        )

    def calls(self) -> Iterator[tuple[int, NDArray[np.int32]]]:
        what = self._what[: self._used]
        rows = np.flatnonzero((what[:, 0] > 0) & (what[:, 2] == _CALL))
        return ((int(what[row, 0]), self._boxes[row]) for row in rows)
