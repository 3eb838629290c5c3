"""Loader of the blind queue: the queue as the current operator sees it, updated as records arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqganodip_gui.services.background_tasks import Tasks

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.review.blind_queue import BlindQueue
    from vqganodip.review.repository import Repository


class BlindQueueLoader(QObject):
    """Updates of the blind queue of the workspace, off the GUI thread."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._under_way = False
        self._again = False
        self.queue: BlindQueue | None = None

    def open(self, repository: Repository, operator: str) -> BlindQueue:
        """Open the queue of a workspace for an operator, under the rules of the workspace."""
        from vqganodip.review.blind_queue import BlindQueue
        from vqganodip.review.rules import read_rules

        self.queue = BlindQueue(repository, read_rules(repository), operator)
        self.refresh()
        return self.queue

    def refresh_rules(self) -> None:
        """Read the rules again after a change."""
        from vqganodip.review.rules import read_rules

        if self.queue is not None:
            self.queue.set_rules(read_rules(self.queue))
            self.refresh()

    def change_operator(self, operator: str) -> bool:
        """Change the operator; False if the operator is the same."""
        if self.queue is None or self.queue.operator == operator:
            return False
        self.queue.seat(operator)
        self.refresh()
        return True

    def refresh(self) -> None:
        """Read new records; ``changed`` is emitted when the operator got a board to judge blind."""
        queue = self.queue
        if queue is None or not queue.rules.blind:
            return
        if self._under_way:
            self._again = True
            return
        self._under_way, self._again = True, False

        def done(changed: bool) -> None:
            self._under_way = False
            if changed and queue is self.queue:
                self.changed.emit()
            if self._again:
                self.refresh()

        self._tasks.run(queue.update, done, self._failed)

    def _failed(self, _error: Exception) -> None:
        # # the records are read at the next judgment; until then the queue stays as it is
        self._under_way = False
