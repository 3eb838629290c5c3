"""Review controller: which board is next, when it can be judged, and what follows a judgment."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from vqganodip.errors import VqganodipError
from vqganodip.records import Verdict
from vqganodip.review.judgments import (
    Judgment,
    JudgmentKind,
    QueueFilter,
    QueueState,
    RegionJudgment,
    RevealOrder,
    ReviewItem,
)
from vqganodip.review.repository import Repository
from vqganodip.review.review_time import seconds_per_board
from vqganodip.review.session import ReviewSession
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review import status_text
from vqganodip_gui.review.board_loader import BoardLoader
from vqganodip_gui.review.next_board import NextBoard
from vqganodip_gui.review.queue_model import QueueModel
from vqganodip_gui.review.resume_position import ResumePosition
from vqganodip_gui.review.review_timer import ReviewTimer
from vqganodip_gui.review.serial_search import find_serial
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.viewer.image_pyramid import BoardPictures
from vqganodip_gui.widgets.message_strip import MessageKind, Until

T = TypeVar("T")

_AHEAD: Final = 2
_AFTER_PAINT_MS: Final = 40
_PATIENCE_S: Final = 0.06
_SLOW_MS: Final = 600
_OUTDATED: Final = ("board-judged-meanwhile", "board-record-gone")


class ReviewController(QObject):
    """Controller of the order of work. A board that is not on the screen cannot be judged."""

    board_shown = Signal(object, object)
    board_awaited = Signal(object)
    board_failed = Signal(object, object)
    work_ended = Signal()
    changed = Signal()
    message_requested = Signal(str, object, object)
    """Text, kind, and the states that the message depends on."""
    findings_revealed = Signal(str)
    """What to do now that the machine's findings on the board are shown; it holds for this board alone."""
    record_written = Signal(object)
    write_refused = Signal(object)

    def __init__(
        self, tasks: Tasks, queue: QueueModel, review_timer: ReviewTimer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.queue = queue
        self.loader = BoardLoader(tasks, self)
        self.review_timer = review_timer
        self.current: ReviewItem | None = None
        self.pictures: BoardPictures | None = None
        """Pictures of the current board; None while they are loading."""
        self.failure: Exception | None = None
        """Error that prevents showing the current board."""
        self.paged = False
        """True if the current board was reached by paging from its neighbour, without a judgment."""
        self.in_turn = False
        """True if the current board came next by itself."""
        self.judged_by = ""
        """Name of who judges the current board at another station; empty without one."""
        self.judged_at_s: float | None = None
        """Time of the last stored judgment, by the monotonic clock."""
        self._tasks = tasks
        self._repository: Repository | None = None
        self._session: ReviewSession | None = None
        self._on_screen = False
        self._writing = False
        self.writes = 0
        """Number of writes that have ended, successful or not."""
        self.patience_s = _PATIENCE_S
        """Seconds the window waits for the disk before it reports a slow disk."""
        self._row = 0
        self._revealed: Judgment | None = None  # # judged without the machine's findings, which are on the screen now
        self._written: list[Judgment] = []  # # since the workspace was opened, and the boards that they left judged
        self._judged_items: set[int] = set()
        self.next = NextBoard(tasks, queue, self)
        self._position = ResumePosition(tasks, self)
        # # deferred work is done once the board is painted
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_PAINT_MS)
        self._later.timeout.connect(self._after_paint)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._tell_slow)
        self.loader.loaded.connect(self._take_pictures)
        self.loader.failed.connect(self._take_failure)
        self.next.found.connect(self._load_next)

    def open(self, repository: Repository, session: ReviewSession) -> None:
        """Open a workspace at the board that was open last, or at the most urgent one."""
        self._repository, self._session = repository, session
        self._settled()
        self.current = self.pictures = self.failure = None
        self._row = 0
        self.next.open(repository, session)
        self._written.clear()
        self._judged_items.clear()
        self.queue.set_repository(repository)
        kept = session.position
        if kept is not None and self.queue.row_of(kept) >= 0:
            self.show_item(kept, in_turn=True)
        else:
            self.show_next()

    def count(self, state: QueueState = QueueState.ALL, *, flagged_only: bool = False) -> int:
        """Number of boards of the workspace in a state."""
        if self._repository is None:
            return 0
        return self._repository.count(QueueFilter(state=state, flagged_only=flagged_only))

    def pace_s(self) -> float | None:
        """Seconds per board since the workspace was opened (``review.review_time``)."""
        return seconds_per_board(self._written)

    def judged(self) -> int:
        """Number of boards judged since the workspace was opened."""
        return len(self._judged_items)

    def can_judge(self) -> bool:
        """True if a board is on the screen and waits for a judgment."""
        return self.current is not None and self._on_screen and not self._writing and not self.judged_by

    def show_item(self, item_id: int, *, paged: bool = False, in_turn: bool = False) -> None:
        """Show a board, at once if its pictures are cached; ``paged`` and ``in_turn`` as in the attributes."""
        if self._repository is not None:
            self._bring(self._repository.item(item_id), paged=paged, in_turn=in_turn)

    def flush(self) -> None:
        """Do deferred work at once, before the window closes."""
        if self._later.isActive():
            self._later.stop()
            self._after_paint()
        self._position.flush()

    def _bring(self, item: ReviewItem, *, paged: bool = False, in_turn: bool = False) -> None:
        item_id = item.item_id
        self.next.show(item_id)
        self.current, self.pictures, self.failure = item, None, None
        self.paged = paged
        self.in_turn, self.judged_by = in_turn, ""
        self._row = max(self.queue.row_of(item_id), 0)
        self._on_screen = False
        self.review_timer.stop()
        pictures = self.loader.pictures(item_id)
        if pictures is not None:
            self._show(item, pictures)
        else:
            self.board_awaited.emit(item)
            self.loader.load([item])

    def show_next(self) -> None:
        """Show the next unjudged board; report if there is none."""
        follower = self.next.known()
        self.next.forget()
        if follower is not None:
            self._bring(follower, in_turn=True)
        elif (item_id := self.next.find()) is not None:
            self.show_item(item_id, in_turn=True)
        else:
            self._leave()

    def show_next_unjudged(self) -> None:
        """Continue with boards that the machine passed, after all flagged ones."""
        self.next.beyond_flagged = True
        self.show_next()

    def step(self, by: int) -> None:
        """Show the board this many rows further, judged or not."""
        if not self.queue.ids():
            return
        row = self._row + by if self.current is not None else 0
        item_id = self.queue.id_at(min(max(row, 0), len(self.queue.ids()) - 1))
        if item_id is not None and (self.current is None or item_id != self.current.item_id):
            self.show_item(item_id, paged=self.current is not None)

    def find(self, serial: str) -> None:
        """Show the board of a scanned serial number, whatever part of the queue it is in."""
        wanted = serial.strip()
        if self._repository is None or not wanted:
            return
        chosen, text, kind = find_serial(self._repository, wanted)
        if chosen is not None:
            self.show_item(chosen.item_id)
        if text:
            self.message_requested.emit(text, kind, (Until.BOARD,))

    def next_unjudged(self) -> None:
        """Show the next unjudged board without judging this one."""
        item_id = self.next.find()
        if item_id is not None:
            self.show_item(item_id)

    def judge(
        self,
        kind: JudgmentKind,
        defect_code: str = "",
        comment: str = "",
        regions: Sequence[RegionJudgment] = (),
    ) -> None:
        """Write a judgment of the current board and show the next board once it is on disk."""
        item, session = self.current, self._session
        if item is None or session is None or not self.can_judge():
            return
        code = defect_code if kind is JudgmentKind.NG else ""
        if self._is_kept(item, kind, code, comment, regions):
            self.show_next()
            return
        seconds = self.review_timer.seconds()
        # # the next pictures are read while the disk is busy with the judgment
        if (follower := self.next.known()) is not None:
            self.loader.load([follower])

        def written(record: Judgment) -> None:
            if session is self._session:
                self._judged(item, record)

        self._write(lambda: session.judge(item, kind, seconds, code, comment, regions), written, item)

    def _judged(self, item: ReviewItem, record: Judgment) -> None:
        self._settled()
        self.judged_at_s = time.monotonic()
        self._written.append(record)
        if item.judgment is None:
            self._judged_items.add(item.item_id)
        kept = item.judged(record)
        self.queue.update_item(kept)
        self.record_written.emit(kept)
        if self.current is None or self.current.item_id != item.item_id:
            pass  # # the disk was slow, and another board is shown by now
        elif record.reveal is RevealOrder.VERDICT_FIRST:
            self._reveal(kept)
        elif self.queue.queue_filter().state is QueueState.JUDGED:
            self._show_corrected(kept)
            word = tr(formatting.JUDGMENT_WORDS[record.kind])
            text = tr("{serial}: now {word}, as a new record.").format(serial=item.label, word=word)
            self.message_requested.emit(text, MessageKind.DONE, (Until.BOARD,))
        else:
            self.show_next()
        self.changed.emit()

    def _show_corrected(self, item: ReviewItem) -> None:
        """Stay on a corrected board, or continue with the one after it if it has left the filter."""
        number: int | None = item.item_id
        if not self.queue.queue_filter().takes(item):
            number = self.queue.id_at(min(self._row, len(self.queue.ids()) - 1))
        if number is None:
            self._leave()
        else:
            self.show_item(number)

    def _write(self, job: Callable[[], T], written: Callable[[T], None], judged: ReviewItem | None = None) -> None:
        """Write in the background; judging, undo and redo are blocked until it is on disk."""

        def failed(error: Exception) -> None:
            self._settled()
            if not isinstance(error, VqganodipError):
                raise error
            if judged is not None and error.code in _OUTDATED:
                self._show_again(judged)
            self.write_refused.emit(error)

        self._writing = True
        self._slow.start()
        self._tasks.write_and_report(job, written, failed, self.patience_s)

    def _show_again(self, item: ReviewItem) -> None:
        """Read a board again that others have judged since it was shown; what was entered for it stays."""
        assert self._repository is not None
        self.queue.refresh()
        now = self._repository.item(item.item_id)
        self.queue.update_item(now)
        if self.current is not None and self.current.item_id == now.item_id and self.pictures is not None:
            self.current = now
            self.review_timer.start()
            self.board_shown.emit(now, self.pictures)

    def _settled(self) -> None:
        self._writing = False
        self.writes += 1
        self._slow.stop()

    def _tell_slow(self) -> None:
        text = tr("The disk is slow: the judgment is still being written.")
        self.message_requested.emit(text, MessageKind.NOTE, (Until.RECORD,))

    def undo(self) -> None:
        """Undo the last judgment and show its board again."""
        self._again(self._session.undo if self._session else None, tr("There is no judgment to undo."))

    def redo(self) -> None:
        """Redo the judgment that was undone."""
        self._again(self._session.redo if self._session else None, tr("There is no judgment to redo."))

    def flush_view_time(self) -> None:
        """Stop the current board, because something else is shown."""
        self.flush()
        self.current = self.pictures = self.failure = None
        self._on_screen = False
        self.review_timer.stop()

    def add_board(self, item: ReviewItem) -> None:
        """Add a new board to the queue."""
        self.queue.refresh()
        self.next.forget()
        if self.current is None:
            if item.inspection.verdict is Verdict.REVIEW or self.next.beyond_flagged:
                self.show_next()
        else:
            self._row = max(self.queue.row_of(self.current.item_id), 0)
            if item.inspection.verdict is Verdict.REVIEW and 0 <= self.queue.row_of(item.item_id) < self._row:
                self.next.add_above(item.item_id)
            self._look_again()
        self.changed.emit()

    def reload(self, read: Callable[[], object] | None = None) -> None:
        """Read the queue again, or take over what ``read`` has of other stations; the board on the screen stays."""
        (read or self.queue.refresh)()
        if read is None:
            self.next.forget()
        else:
            self.next.forget_judged()
        if self.current is None:
            self.show_next()
        else:
            self._row = max(self.queue.row_of(self.current.item_id), 0)
            self._look_again()
        self.changed.emit()

    def pass_over(self, taken: frozenset[int], rank: int) -> None:
        """Pass over boards that are judged at other stations (``NextBoard.pass_over``)."""
        if self.next.pass_over(taken, rank) and self._on_screen:
            self.next.look_ahead()

    def change_person(self) -> None:
        """Update the current board for another operator, or show the next one."""
        self.read_again()

    def read_again(self) -> None:
        """Read queue and current board again, whose verdicts may have changed; show the next board if it is gone."""
        item = self.current
        self.flush_view_time()
        self._revealed = None
        self.queue.set_repository(self._repository)
        if item is not None and self._repository is not None:
            mine = self._repository.item(item.item_id)
            if self.queue.row_of(mine.item_id) >= 0:
                self._bring(mine, in_turn=self.in_turn)
            else:
                self.show_next()
        self.changed.emit()

    def set_filter(self, wanted: QueueFilter) -> None:
        """Show another part of the queue; the current board stays if it belongs to it."""
        self.queue.set_filter(wanted)
        self.next.forget()
        row = -1 if self.current is None else self.queue.row_of(self.current.item_id)
        if row >= 0:
            self._row = row
            self._look_again()
            return
        self._row = 0
        first = self.queue.id_at(0)
        if wanted.state is QueueState.UNJUDGED and not wanted.search:
            self.show_next()
        elif first is not None:
            self.show_item(first)
        else:
            self._leave()
        self.changed.emit()

    def _again(self, step: Callable[[], Judgment | None] | None, nothing: str) -> None:
        session = self._session
        if step is None or self._writing:
            return

        def written(record: Judgment | None) -> None:
            if session is not self._session:
                return
            self._settled()
            if record is None:
                self.message_requested.emit(nothing, MessageKind.NOTE, (Until.RECORD, Until.BOARD))
            else:
                self._turned(record)

        self._write(step, written)

    def _turned(self, judgment: Judgment) -> None:
        item = self._take_over(judgment.item_id)
        self.record_written.emit(item)
        self.next.forget()
        undone = judgment.kind is JudgmentKind.WITHDRAWN
        note = self._judged_items.discard if undone else self._judged_items.add
        note(item.item_id)
        self.show_item(judgment.item_id)
        text = status_text.turned(judgment.kind, item.label)
        self.message_requested.emit(text, MessageKind.NOTE, (Until.BOARD,) if undone else ())
        if not undone:
            self.show_next()
        self.changed.emit()

    def _reveal(self, item: ReviewItem) -> None:
        """Show the machine's findings after a stored judgment; the next key confirms or changes it."""
        pictures = self.loader.pictures(item.item_id)
        self.current, self._revealed = item, item.judgment
        self.review_timer.start()
        if pictures is not None:
            self.pictures = pictures
            self.board_shown.emit(item, pictures)
        assert item.judgment is not None
        self.findings_revealed.emit(status_text.revealed(item.judgment.kind))

    def _is_kept(
        self, item: ReviewItem, kind: JudgmentKind, code: str, comment: str, regions: Sequence[RegionJudgment]
    ) -> bool:
        """True if the judgment equals the one given before the findings were shown."""
        kept, self._revealed = self._revealed, None
        if kept is None or kept.item_id != item.item_id:
            return False
        return (kept.kind, kept.defect_code, kept.comment, kept.regions) == (kind, code, comment, tuple(regions))

    def _take_over(self, item_id: int) -> ReviewItem:
        assert self._repository is not None
        item = self._repository.item(item_id)
        self.queue.update_item(item)
        return item

    def _leave(self) -> None:
        self.flush_view_time()
        self.work_ended.emit()

    def _show(self, item: ReviewItem, pictures: BoardPictures) -> None:
        self._on_screen = True
        self.pictures = pictures
        self.review_timer.start()
        self.board_shown.emit(item, pictures)
        self._later.start()

    def _after_paint(self) -> None:
        if self.current is None or self._session is None:
            return
        self._prefetch()
        self._position.note(self._session, self.current.item_id)
        self.next.look_ahead()

    def _load_next(self, items: Sequence[ReviewItem]) -> None:
        self.loader.load(list(items))

    def _look_again(self) -> None:
        """Look for the next board again, soon."""
        if self._on_screen:
            self._later.start()

    def _prefetch(self) -> None:
        if self.next.taken:
            return  # # others take the next rows; the boards that come next here are loaded once they are found
        rows = range(self._row + 1, self._row + 1 + _AHEAD)
        self.loader.load([item for row in rows if (item := self.queue.item_at(row)) is not None])

    def _take_pictures(self, item_id: int) -> None:
        item = self.current
        pictures = self.loader.pictures(item_id)
        if item is not None and item.item_id == item_id and pictures is not None and not self._on_screen:
            self._show(item, pictures)

    def _take_failure(self, item_id: int, error: Exception) -> None:
        if self.current is not None and self.current.item_id == item_id:
            self.failure = error
            self.board_failed.emit(self.current, error)
