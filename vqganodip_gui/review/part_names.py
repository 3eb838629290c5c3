"""Names of parts on the review page: the parts of each model, and the boards with a region on a part."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from vqganodip.placement.record import BoardParts
from vqganodip.review.judgments import QueueFilter, QueueOrder, ReviewItem
from vqganodip.review.part_names import PartNames
from vqganodip_gui.services.background_tasks import Tasks

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.review.repository import Repository

INDEXED: Final = 20_000
"""Number of newest boards that a search for a part finds."""

_BLOCK: Final = 100
_BREATH_S: Final = 0.005
"""Pause between blocks of boards, so that a long queue does not block the window."""


class PartLoader(QObject):
    """Parts of the models of a workspace, and an index of its boards by part, both read off the GUI thread."""

    changed = Signal()
    """The parts of a model were read."""
    indexed = Signal()
    """Boards that a search may find were added."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._repository: Repository | None = None
        self._names: PartNames | None = None
        self._models: dict[str, BoardParts | None] = {}
        self._boards: dict[str, set[int]] = {}
        self._seen: set[int] = set()
        self._turn = threading.Lock()
        self._under_way = self._again = False

    def open(self, repository: Repository) -> None:
        """Begin with another workspace, or again after a placement was changed."""
        with self._turn:
            self._repository, self._names = repository, PartNames(repository)
            self._boards, self._seen = {}, set()
        self._models = {}
        self.refresh()

    def reload(self) -> None:
        """Read placements and boards again."""
        if self._repository is not None:
            self.open(self._repository)

    def of(self, item: ReviewItem) -> BoardParts | None:
        """The parts of the model that inspected a board; None without any, and until they are read."""
        return self._models.get(item.inspection.bundle_sha256)

    def boards_on(self, search: str) -> frozenset[int]:
        """Boards with a region on a part of this name, package or part number, whichever is written like the search."""
        with self._turn:
            return frozenset(self._boards.get(search.strip().casefold(), ()))

    def refresh(self) -> None:
        """Read the boards that came; one job at a time."""
        if self._under_way:
            self._again = True
            return
        repository, names = self._repository, self._names
        if repository is None or names is None:
            return
        self._under_way, self._again = True, False

        def done(found: dict[str, BoardParts | None]) -> None:
            self._end()
            if names is not self._names:
                return
            if any(model not in self._models for model in found):
                self._models = found
                self.changed.emit()
            self.indexed.emit()

        self._tasks.run(lambda: self._read(repository, names), done, lambda _error: self._end())

    def _end(self) -> None:
        self._under_way = False  # # judging works without names
        if self._again:
            self.refresh()

    def _read(self, repository: Repository, names: PartNames) -> dict[str, BoardParts | None]:
        """Index the boards that are not indexed yet, and return the parts of their models."""
        models: dict[str, BoardParts | None] = dict(self._models)
        if not repository.placed_models():
            return models
        ids = list(repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL)))[-INDEXED:]
        ids = [number for number in reversed(ids) if number not in self._seen]
        for first in range(0, len(ids), _BLOCK):
            items = repository.whole_items(ids[first : first + _BLOCK])
            found = [(item.item_id, _words(names, item)) for item in items]
            for item in items:
                models[item.inspection.bundle_sha256] = names.of(item.inspection.bundle_sha256)
            with self._turn:
                if names is not self._names:
                    return models
                for number, words in found:
                    self._seen.add(number)
                    for word in words:
                        self._boards.setdefault(word, set()).add(number)
            time.sleep(_BREATH_S)
        return models


def _words(names: PartNames, item: ReviewItem) -> set[str]:
    """Names, packages and part numbers of the parts that the regions of a board lie on."""
    parts = [names.at(item.inspection, region.box) for region in item.inspection.shown_regions]
    words = {word for part in parts if part is not None for word in (part.ref_des, part.package, part.part_number)}
    return {word.casefold() for word in words if word}
