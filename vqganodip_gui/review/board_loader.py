"""Loader of board pictures from the workspace, off the GUI thread; prefetches the next boards."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from vqganodip.errors import StoreError
from vqganodip.files import is_there
from vqganodip.review.judgments import ReviewItem
from vqganodip.store.panels import PanelStore, StoredPanels, panel_key
from vqganodip_gui.review.thumbnail_loader import ThumbnailLoader
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.viewer.image_pyramid import BoardPictures, Shown, stored_pictures
from vqganodip_gui.viewer.tile_loader import TileLoader

_KEPT: Final = 6


class BoardLoader(QObject):
    """Caches the pictures of the last and the next few boards."""

    loaded = Signal(int)
    failed = Signal(int, object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._panels: PanelStore | None = None
        self._find: Callable[[int], ReviewItem] | None = None
        self.tiles = TileLoader(tasks, self)
        self.thumbnails = ThumbnailLoader(tasks, self)
        self._kept: OrderedDict[int, BoardPictures] = OrderedDict()
        self._under_way: set[int] = set()
        self.shown = Shown()

    def set_panels(self, panels: PanelStore | None, find: Callable[[int], ReviewItem] | None = None) -> None:
        """Change to the panels of another workspace; ``find`` returns a board with its regions, in any thread."""
        self._panels = panels
        self._find = find
        self.tiles.forget()
        self.thumbnails.set_panels(panels, find)
        self._kept.clear()
        self._under_way.clear()

    def forget(self) -> None:
        """Drop all pictures; they are read again on demand."""
        self._kept.clear()

    def pictures(self, item_id: int) -> BoardPictures | None:
        """The pictures of a board if they are cached."""
        found = self._kept.get(item_id)
        if found is not None:
            self._kept.move_to_end(item_id)
        return found

    def load(self, items: Sequence[ReviewItem]) -> None:
        """Load the pictures of these boards in order; ``loaded`` or ``failed`` is emitted for each."""
        for item in items:
            if item.item_id not in self._kept and item.item_id not in self._under_way:
                self._fetch(item)

    def _fetch(self, item: ReviewItem) -> None:
        panels, item_id, shown, find = self._panels, item.item_id, self.shown, self._find
        if panels is None:
            return
        self._under_way.add(item_id)

        def job() -> BoardPictures:
            inspection = item.inspection
            if not inspection.regions and find is not None:  # # items of the queue list have no regions
                inspection = find(item_id).inspection
            return stored_pictures(_opened(panels, item), shown, [region.box for region in inspection.regions])

        def done(pictures: BoardPictures) -> None:
            self._under_way.discard(item_id)
            if panels is self._panels:
                self._kept[item_id] = pictures
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
                self.loaded.emit(item_id)
                self._tasks.run(pictures.read_all, lambda _none: None, failed)

        def failed(error: Exception) -> None:
            self._under_way.discard(item_id)
            if panels is self._panels:
                self.failed.emit(item_id, error)

        self._tasks.run(job, done, failed)


def _opened(panels: PanelStore, item: ReviewItem) -> StoredPanels:
    found = panels.open(panel_key(item.inspection))
    if found is None and not is_there(item.inspection.image):
        raise StoreError(
            "board-pictures-and-image-missing",
            "neither the pictures of this board nor its image can be found, so it cannot be judged",
            where=item.inspection.image,
            todo="Connect the drive or put the image back, then inspect its folder again.",
        )
    if found is None:
        raise StoreError(
            "board-pictures-missing",
            "the pictures of this board are not in the workspace",
            where=item.inspection.image,
            todo="Inspect the folder of this board again.",
        )
    return found
