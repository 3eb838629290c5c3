"""Loader of location history: earlier judgments at the location of each region, off the GUI thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from vqganodip.placement.record import BoardParts
from vqganodip.review.judgments import ReviewItem
from vqganodip.review.location_history import LocationHistory, LocationIndex
from vqganodip.types import Box, FloatArray
from vqganodip_gui.services.background_tasks import Tasks

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.review.repository import Repository

REMEMBERED: Final = 20_000
"""Number of newest records that are indexed by location."""

_BLOCK: Final = 200
_BREATH_S: Final = 0.005
"""Pause between blocks of records, so that a long history does not block the window."""


class LocationHistoryLoader(QObject):
    """Indexes the records of a workspace and reports earlier judgments at the regions of a board."""

    found = Signal(int, object, object)
    """Number of the board, its memory by place, and by part where there are names."""

    def __init__(
        self,
        tasks: Tasks,
        parent: QObject | None = None,
        parts_of: Callable[[ReviewItem], BoardParts | None] = lambda _item: None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._parts_of = tasks, parts_of
        self._turn = threading.Lock()
        self._index = LocationIndex()
        self._repository: Repository | None = None
        self._read = 0
        self._asked: ReviewItem | None = None
        self._under_way = self._again = False

    def open(self, repository: Repository) -> None:
        """Start with the newest records of a workspace."""
        last = next((judgment.record_id for judgment in repository.last_judgments(1)), 0)
        self._index, self._repository, self._read = LocationIndex(), repository, max(last - REMEMBERED, 0)
        self._asked = None
        self.refresh()

    def refresh(self) -> None:
        """Read new records, then answer open requests; one job at a time."""
        if self._under_way:
            self._again = True
            return
        self._under_way, self._again = True, False
        item = self._asked
        parts = None if item is None else self._parts_of(item)

        def job() -> tuple[Sequence[LocationHistory], Sequence[LocationHistory | None]]:
            self._follow()
            if item is None:
                return (), ()
            bundle, boxes = item.inspection.bundle_sha256, [region.box for region in item.inspection.shown_regions]
            with self._turn:
                places = [self._index.memory(bundle, box, leave_out=item.item_id) for box in boxes]
                return places, [] if parts is None else [self._on_part(item, parts, box) for box in boxes]

        def done(found: tuple[Sequence[LocationHistory], Sequence[LocationHistory | None]]) -> None:
            self._under_way = False
            if item is not None and item is self._asked:
                self.found.emit(item.item_id, *found)
            if self._again:
                self.refresh()

        def failed(_error: Exception) -> None:
            self._under_way = False  # # judging works without the history

        self._tasks.run(job, done, failed)

    def _on_part(self, item: ReviewItem, parts: BoardParts, box: Box) -> LocationHistory | None:
        """Earlier judgments of regions on the part of a region; None where it lies on no part."""
        part, grid = parts.at(box, item.inspection.grid), item.inspection.grid
        around = None if part is None else parts.around(part.ref_des)
        if part is None or around is None:
            return None

        def belongs(other: Box) -> bool:
            found = parts.at(other, grid)
            return found is not None and found.ref_des == part.ref_des

        return self._index.of_part(item.inspection.bundle_sha256, around, belongs, leave_out=item.item_id)

    def request(self, item: ReviewItem) -> None:
        """Request the history of a board's regions; ``found`` is emitted with it. The board itself is excluded."""
        # # boards in free position share no locations
        fixed = item.inspection.shown_regions and item.inspection.registration_residual is not None
        self._asked = item if fixed else None
        if fixed:
            self.refresh()

    def false_calls(self, bundle_sha256: str, grid: tuple[int, int]) -> FloatArray:
        """Boards with a false call per cell of the board. Thread-safe."""
        self._follow()
        with self._turn:
            return self._index.false_calls(bundle_sha256, grid)

    def _follow(self) -> None:
        repository = self._repository
        if repository is None:
            return
        while True:
            with self._turn:
                if repository is not self._repository:
                    return
                block = []
                for judgment in repository.judgments(after=self._read):
                    block.append(judgment)
                    if len(block) == _BLOCK:
                        break
                items = {item.item_id: item for item in repository.whole_items([j.item_id for j in block])}
                for judgment in block:
                    self._index.take(judgment, items[judgment.item_id])
                    self._read = judgment.record_id
            if len(block) < _BLOCK:
                return
            time.sleep(_BREATH_S)
