"""Loader of thumbnails for lists: cached ones at once, the others off the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vqganodip.store.panels import PanelStore
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.viewer.image_pyramid import photo

_KEPT: Final = 512
_WAITING: Final = 48
_AT_ONCE: Final = 1
"""One at a time: the pictures of the next board take precedence."""


class ThumbnailLoader(QObject):
    """Loader that reads the newest request first; rows that were scrolled past are skipped."""

    arrived = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._panels: PanelStore | None = None
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._reading: set[str] = set()

    def set_panels(self, panels: PanelStore | None) -> None:
        """Change to another workspace."""
        self._panels = panels
        self._kept.clear()
        self._wanted.clear()

    def get(self, key: str) -> QImage | None:
        """Return a cached thumbnail, or None and read it; ``arrived`` is emitted for those."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._reading:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            self._read_next()
        return None

    def _read_next(self) -> None:
        while self._wanted and self._panels is not None and len(self._reading) < _AT_ONCE:
            key, _none = self._wanted.popitem()
            self._reading.add(key)
            self._start(self._panels, key)

    def _start(self, panels: PanelStore, key: str) -> None:
        def job() -> QImage | None:
            pixels = panels.small(key)
            return None if pixels is None else photo(pixels)

        def keep(image: QImage | None) -> None:
            self._reading.discard(key)
            if panels is self._panels:
                self._kept[key] = image
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
                self.arrived.emit()
            self._read_next()

        self._tasks.run(job, keep, lambda _error: keep(None))  # # the error is shown when the board is opened
