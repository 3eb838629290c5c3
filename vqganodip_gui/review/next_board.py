"""The boards that come next: found and read in the background while the present one is reviewed, or at once.

Next is the unjudged board after the present one, wrapping around; boards that have arrived above it come first: the
queue is worked from its top. Boards that the machine passed come only where they are asked for. Several are read, since
other stations may take the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from vqganodip.review.judgments import QueueFilter, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.review.session import ReviewSession
from vqganodip_gui.review.queue_model import QueueModel
from vqganodip_gui.services.background_tasks import Tasks

_READ: Final = 4
"""Boards that are read."""

_LOADED: Final = 2
"""Boards of these that are shown soon, so that their pictures are loaded."""


class NextBoard(QObject):
    """Finder of the next boards. What it has found holds for one present board and one filter."""

    found = Signal(object)
    """The boards that are shown soon."""

    def __init__(self, tasks: Tasks, queue: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._queue = tasks, queue
        self._opened: tuple[Repository, ReviewSession] | None = None
        self.present: int | None = None
        """The board on the screen, or the last that was there."""
        self.beyond_flagged = False
        """True if boards that the machine passed are judged too."""
        self.taken = frozenset[int]()
        """Boards that are judged at other stations, and passed over here."""
        self._rank = 0
        self._above: set[int] = set()
        self._known: tuple[int, QueueFilter, Sequence[ReviewItem]] | None = None
        self._searches = 0

    def open(self, repository: Repository, session: ReviewSession) -> None:
        """Follow a workspace in place of the previous one."""
        self._opened, self.present = (repository, session), None
        self._above.clear()
        self.forget()

    def show(self, item_id: int) -> None:
        """Note the board that comes to the screen."""
        if self._known is not None and self._known[0] != item_id:
            self.forget()
        self.present = item_id
        self._above.discard(item_id)

    def add_above(self, item_id: int) -> None:
        """Note a board that has arrived above the present one."""
        self._above.add(item_id)

    def pass_over(self, taken: frozenset[int], rank: int) -> bool:
        """Pass over boards that are judged at other stations; True if the next board is to be looked for again.

        Args:
            taken: These boards.
            rank: Number of stations that look for their next boards before this one, so that not all of them go for
                the same board.
        """
        self.taken, self._rank = taken, rank
        if self._known is None or not self._known[2] or self._free():
            return False
        self.forget()
        return True

    def wanted(self) -> QueueFilter:
        """Filter of the boards to judge."""
        wanted = self._queue.queue_filter()
        return replace(wanted, flagged_only=wanted.flagged_only or not self.beyond_flagged)

    def known(self) -> ReviewItem | None:
        """The next board, if it is known."""
        if self._known is None or self._known[:2] != (self.present, self.wanted()):
            return None
        return next(iter(self._free()), None)

    def _free(self) -> list[ReviewItem]:
        """The known boards that no other station judges."""
        return [] if self._known is None else [item for item in self._known[2] if item.item_id not in self.taken]

    def forget(self) -> None:
        """Forget the next board, since the queue or the present board has changed."""
        self._known = None
        self._searches += 1

    def forget_judged(self) -> None:
        """Forget the boards that others have judged: they have left the queue."""
        if self._known is None:
            return
        present, wanted, items = self._known
        left = [item for item in items if self._queue.row_of(item.item_id) >= 0]
        if left:
            self._known = (present, wanted, left)
        else:
            self.forget()

    def find(self) -> int | None:
        """Find the next board at once; None without one."""
        return None if self._opened is None else next(iter(self._search(self._opened[1], 0, 1)()), None)

    def look_ahead(self) -> None:
        """Find and read the next boards off the GUI thread, unless they are known."""
        if self._known is not None or self._opened is None or self.present is None:
            return
        self._searches += 1
        present, wanted, number = self.present, self.wanted(), self._searches
        repository, session = self._opened
        search = self._search(session, self._rank, _READ)

        def job() -> list[ReviewItem]:
            return [repository.item(found) for found in search() if found != present]

        def done(items: list[ReviewItem]) -> None:
            if number != self._searches:
                return
            self._known = (present, wanted, items)
            if soon := self._free()[:_LOADED]:
                self.found.emit(soon)

        self._tasks.run(job, done, lambda _error: None, reader=self)

    def _search(self, session: ReviewSession, passed: int, most: int) -> Callable[[], list[int]]:
        """The search for the next boards, which may run in another thread.

        Args:
            session: The session.
            passed: Number of boards to pass over, if there are enough.
            most: Number of boards to find.
        """
        above = self._above - self.taken
        newer = [number for number in self._queue.ids() if number in above][:most] if above else []
        wanted, present, taken = self.wanted(), self.present, self.taken

        def search() -> list[int]:
            following: list[int] = []
            while len(newer) + len(following) < passed + most:
                without = taken.union(newer, following)
                found = session.next_unjudged(replace(wanted, without=without), present)
                if found is None:
                    break
                following.append(found)
            first = min(passed, max(len(following) - 1, 0)) if not newer else 0
            return [*newer, *following[first:]][:most]

        return search
