"""People who have judged in a workspace and defect codes that were used, for lists to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqganodip.review.judgments import Judgment
from vqganodip_gui.services.background_tasks import Tasks

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.review.repository import Repository


class WorkspaceUse(QObject):
    """Names and codes, read when a workspace is opened and counted on with each record of this window."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._repository: Repository | None = None
        self._people: set[str] = set()
        self._codes: Counter[str] = Counter()

    def people(self) -> Sequence[str]:
        """Names of all who have judged, sorted."""
        return sorted(self._people)

    def codes(self) -> Sequence[str]:
        """Used codes, most used first."""
        return sorted(self._codes, key=lambda code: (-self._codes[code], code))

    def open(self, repository: Repository) -> None:
        """Read a workspace off the GUI thread."""
        self._repository = repository
        self._people.clear()
        self._codes.clear()

        def done(found: tuple[Sequence[str], Sequence[tuple[str, int]]]) -> None:
            if repository is self._repository:
                self._people |= set(found[0])
                self._codes += Counter(dict(found[1]))
                self.changed.emit()

        # # without the lists everything can still be judged and found
        self._tasks.run(lambda: (repository.operators(), repository.used_codes()), done, lambda _error: None)

    def take(self, record: Judgment) -> None:
        """Count a record of this window."""
        if record.operator not in self._people or record.defect_code:
            self._people.add(record.operator)
            if record.defect_code:
                self._codes[record.defect_code] += 1
            self.changed.emit()
