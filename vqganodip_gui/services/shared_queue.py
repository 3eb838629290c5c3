"""Link of the window to the other stations of a workspace on a server; nothing happens where the records are in a file.

What the thread of ``store.station_watch`` hears arrives here on the window's thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.store.station_watch import Heard, StationWatch
    from vqganodip.store.workspace import Workspace


class SharedQueue(QObject):
    """Owner of the watch of the open workspace."""

    connection_changed = Signal()
    leases_changed = Signal(object, int)
    """Boards that others are judging: leases by number; and the place of this station among all that judge."""
    lease_answered = Signal(int, object)
    """A board, and the lease of who judges it; None if it is leased to this window."""
    news_heard = Signal(object)
    delivered = Signal(object)
    _heard = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch: StationWatch | None = None
        self.lost = False
        """True while the server of the records does not answer or cannot store anything."""
        self.full = False
        """True while it answers, but its disk is full."""
        self.kept = 0
        """Number of judgments that are on this computer alone."""
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def open(self, workspace: Workspace) -> None:
        """Follow a workspace in place of the previous one."""
        self.close()
        if not workspace.repository.database.shared or workspace.repository.read_only:
            return
        from vqganodip.store.station_repository import StationRepository
        from vqganodip.store.station_watch import StationWatch

        repository = workspace.repository
        if isinstance(repository, StationRepository):
            repository.link.own_by_window()
            self._watch = watch = StationWatch(repository, self._hear)
            watch.start()

    def close(self) -> None:
        """Give back what is leased, and follow nothing."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()
        self.lost, self.kept, self.full = False, 0, False
        self.leases_changed.emit({}, 0)
        self.connection_changed.emit()

    def hold(self, item_id: int | None, operator: str = "", station: str = "") -> None:
        """Lease a board that is shown for judging in place of the previous one; None leases none."""
        if self._watch is not None:
            self._watch.hold(item_id, operator, station)

    def _hear(self, heard: Heard) -> None:
        """Hand over to the window's thread what the watch has heard in its own."""
        self._heard.emit(self._watch, heard)

    @Slot(object, object)
    def _take(self, watch: StationWatch | None, heard: Heard) -> None:
        from vqganodip.store import station_watch as said

        if watch is None or watch is not self._watch:
            return
        match heard:
            case said.Connection():
                self.lost, self.kept, self.full = heard.lost, heard.kept, heard.full
                self.connection_changed.emit()
            case said.Leases():
                self.leases_changed.emit(heard.others, heard.rank)
            case said.LeaseAnswer():
                self.lease_answered.emit(heard.item_id, heard.other)
            case said.NewsHeard():
                self.news_heard.emit(heard.news)
            case _:
                self.delivered.emit(heard)
