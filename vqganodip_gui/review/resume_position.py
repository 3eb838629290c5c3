"""The board to resume at after the program has ended: the last one that was on the screen for a while."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from vqganodip.review.session import ReviewSession
from vqganodip_gui.services.background_tasks import Tasks

_SETTLED_MS: Final = 1000


class ResumePosition(QObject):
    """Writer of the position, which spares the store the boards that are judged at once."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._shown: tuple[ReviewSession, int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self.flush)

    def note(self, session: ReviewSession, item_id: int) -> None:
        """Note the board that is on the screen now."""
        self._shown = (session, item_id)
        self._timer.start()

    def flush(self) -> None:
        """Write what was noted at once."""
        self._timer.stop()
        shown, self._shown = self._shown, None
        if shown is not None:
            session, item_id = shown
            self._tasks.write(lambda: session.open(item_id))
