"""Loader of tiles of very large boards: cached ones at once, the others read off the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vqganodip.store.tile_pyramid import TiledPicture
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.viewer.image_pyramid import photo

_KEPT: Final = 256
"""Number of cached tiles: a megabyte each, more than a screen of 3840 × 2160 needs at any zoom."""
_AT_ONCE: Final = 2
_WAITING: Final = 128

_Key: TypeAlias = tuple[str, int, int, int]


class TileLoader(QObject):
    """Loader that reads the newest request first; tiles panned out of sight meanwhile are skipped."""

    arrived = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._wanted: OrderedDict[_Key, TiledPicture] = OrderedDict()
        self._reading: set[_Key] = set()
        self._bad: set[_Key] = set()

    def tile(self, picture: TiledPicture, level: int, row: int, column: int) -> QImage | None:
        """Return a cached tile, or None and read it; ``arrived`` is emitted when new tiles are there."""
        key = (str(picture.file), level, row, column)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        if key not in self._reading and key not in self._bad:
            self._wanted[key] = picture
            self._wanted.move_to_end(key)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            self._read_next()
        return None

    def waiting(self) -> bool:
        """True while tiles are being read."""
        return bool(self._wanted or self._reading)

    def forget(self) -> None:
        """Drop all tiles: another workspace is open."""
        self._kept.clear()
        self._wanted.clear()
        self._bad.clear()

    def _read_next(self) -> None:
        while self._wanted and len(self._reading) < _AT_ONCE:
            key, picture = self._wanted.popitem()
            self._reading.add(key)
            self._start(key, picture)

    def _start(self, key: _Key, picture: TiledPicture) -> None:
        def done(image: QImage) -> None:
            self._reading.discard(key)
            self._kept[key] = image
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            self.arrived.emit()
            self._read_next()

        def failed(error: Exception) -> None:
            # # a failed tile is not read again: the overview stays, and the threads stay free
            self._reading.discard(key)
            self._bad.add(key)
            self.failed.emit(error)
            self._read_next()

        self._tasks.run(lambda: photo(picture.tile(*key[1:])), done, failed)
