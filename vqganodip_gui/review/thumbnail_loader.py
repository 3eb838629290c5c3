"""Loader of thumbnails for lists, of a board or of its first region: cached at once, others off the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vqganodip.review.judgments import ReviewItem
from vqganodip.store.panels import PanelStore
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.viewer.image_pyramid import photo, region_picture

_KEPT: Final = 512
_WAITING: Final = 48
_AT_ONCE: Final = 1
"""One at a time: the pictures of the next board take precedence."""


_Wanted = tuple[str, int | None]


class ThumbnailLoader(QObject):
    """Loader that reads the newest request first; rows that were scrolled past are skipped."""

    arrived = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._panels: PanelStore | None = None
        self._find: Callable[[int], ReviewItem] | None = None
        self._kept: OrderedDict[_Wanted, QImage | None] = OrderedDict()
        self._wanted: OrderedDict[_Wanted, None] = OrderedDict()
        self._reading: set[_Wanted] = set()

    def set_panels(self, panels: PanelStore | None, find: Callable[[int], ReviewItem] | None = None) -> None:
        """Change to another workspace; ``find`` returns a board with its regions, in any thread."""
        self._panels, self._find = panels, find
        self._kept.clear()
        self._wanted.clear()

    def get(self, key: str, item_id: int | None = None) -> QImage | None:
        """Return a cached thumbnail, or None and read it; ``arrived`` is emitted for those.

        Args:
            key: Key of the panels of the board.
            item_id: Number of the board whose first region is shown; None for the whole board.
        """
        wanted = (key, item_id)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        if wanted not in self._reading:
            self._wanted[wanted] = None
            self._wanted.move_to_end(wanted)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            self._read_next()
        return None

    def _read_next(self) -> None:
        while self._wanted and self._panels is not None and len(self._reading) < _AT_ONCE:
            wanted, _none = self._wanted.popitem()
            self._reading.add(wanted)
            self._start(self._panels, wanted)

    def _start(self, panels: PanelStore, wanted: _Wanted) -> None:
        def keep(image: QImage | None) -> None:
            self._reading.discard(wanted)
            if panels is self._panels:
                self._kept[wanted] = image
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
                self.arrived.emit()
            self._read_next()

        find, (key, item_id) = self._find, wanted
        # an error is shown when the board is opened
        self._tasks.run(lambda: _read(panels, key, find, item_id), keep, lambda _error: keep(None))


def _read(panels: PanelStore, key: str, find: Callable[[int], ReviewItem] | None, item_id: int | None) -> QImage | None:
    """Read the picture of the first region of a board, or of the whole board where there is no region."""
    stored = panels.open(key)
    if stored is None:
        return None
    if find is not None and item_id is not None:
        inspection = find(item_id).inspection
        for region in inspection.shown_regions:
            return region_picture(stored, region.box, inspection.grid)
    return photo(stored.small())
