"""Review state that outlives the page: queue, loaders, session and progress of the inspection."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from vqganodip import __version__
from vqganodip.errors import VqganodipError
from vqganodip.inspection.events import BoardDone, BoardFailed, BoardStarted, FolderNotice
from vqganodip.review.judgments import QueueFilter, QueueState, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.review.session import ReviewSession, WorkContext
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.review.alarm_monitor import AlarmMonitor
from vqganodip_gui.review.blind_queue_loader import BlindQueueLoader
from vqganodip_gui.review.comparison_loader import ComparisonLoader
from vqganodip_gui.review.controller import ReviewController
from vqganodip_gui.review.drafts import Drafts
from vqganodip_gui.review.gate_alarm import GateAlarm
from vqganodip_gui.review.inspection_progress import InspectionProgress
from vqganodip_gui.review.location_history import LocationHistoryLoader
from vqganodip_gui.review.other_stations import OtherStations
from vqganodip_gui.review.part_names import PartLoader
from vqganodip_gui.review.queue_model import Failure, QueueModel
from vqganodip_gui.review.review_timer import ReviewTimer
from vqganodip_gui.review.status_text import subfolder
from vqganodip_gui.review.threshold_note import FlaggingReader, sentence
from vqganodip_gui.review.workspace_use import WorkspaceUse
from vqganodip_gui.services import inspection_service as service
from vqganodip_gui.services.context import Context
from vqganodip_gui.viewer.comparison_board import ComparisonKind
from vqganodip_gui.widgets.message_strip import MessageKind, Until

_SCORES_SHOWN = 1000


def _counted(repository: Repository) -> tuple[int, int, int, int]:
    """Numbers of boards, judged boards, unjudged flagged boards, and flagged boards."""
    judged, unjudged, every = QueueState.JUDGED, QueueState.UNJUDGED, QueueState.ALL
    wanted = ((every, False), (judged, False), (unjudged, True), (every, True))
    total, done, waiting, flagged = (repository.count(QueueFilter(state=s, flagged_only=f)) for s, f in wanted)
    return total, done, waiting, flagged


class ReviewState(QObject):
    """Owns controller, loaders and session, and follows the events of the inspection."""

    engine_changed = Signal()
    counted = Signal()
    scores_read = Signal()
    work_changed = Signal()
    message_requested = Signal(str, object, object)
    """Text, kind, and the states that the message depends on."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.session: ReviewSession | None = None
        self.inspection = InspectionProgress()
        self.engine_failed: service.EngineFailed | None = None
        self.not_opened: VqganodipError | None = None
        """Error that prevented opening a workspace."""
        self.counts = (0, 0, 0)
        """Numbers of boards, judged boards, and unjudged flagged boards."""
        self.flagged = 0
        """Number of flagged boards, judged or not."""
        self.scores: list[float] = []
        self.drafts = Drafts()
        """Unwritten judgments of the boards that were left, by the present person."""
        self._drafts_of: tuple[str, object] = ("", None)
        self.queue = QueueModel(self)
        self.controller = ReviewController(
            context.tasks, self.queue, ReviewTimer(context.settings.number("idle_s")), self
        )
        self.blind = BlindQueueLoader(context.tasks, self)
        self.alarm = AlarmMonitor(context.tasks, self)
        self.gate_alarm = GateAlarm(context, self)
        self.parts = PartLoader(context.tasks, self)
        self._placement_due = False
        self.places = LocationHistoryLoader(context.tasks, self, self.parts.of)
        self.use = WorkspaceUse(context.tasks, self)
        kind = ComparisonKind(context.settings.text("fifth_panel"))
        self.comparison = ComparisonLoader(
            context.tasks, lambda: context.bundle, lambda: self.controller.loader.shown, kind, self
        )
        self.flagging = FlaggingReader(context, self)
        self.others = OtherStations(context, self.controller, self)
        # # boards arrive one by one, and each changes the same few numbers
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(60)  # after the next board is painted
        self._recount.timeout.connect(self._count)
        self._rescore = QTimer(self)
        self._rescore.setSingleShot(True)
        self._rescore.setInterval(400)
        self._rescore.timeout.connect(self._read_scores)
        self._connect()

    def _connect(self) -> None:
        context, controller = self._context, self.controller
        context.workspace_opened.connect(self._open)
        context.workspace_failed.connect(self._workspace_failed)
        context.engine.event_reported.connect(self._take_event)
        self.destroyed.connect(context.settings.listen(self._setting_changed))
        context.login.changed.connect(self._person_changed)
        context.threshold_changed.connect(controller.read_again)
        context.placement_changed.connect(self.parts.reload)
        controller.message_requested.connect(self.message_requested)
        controller.changed.connect(self._recount.start)
        controller.changed.connect(self.blind.refresh)
        controller.changed.connect(self._look_for_alarms)
        controller.changed.connect(self.places.refresh)
        controller.loader.tiles.failed.connect(self._say_error)
        controller.record_written.connect(self._note_use)
        controller.record_written.connect(self.gate_alarm.take)
        self.others.message_requested.connect(self.message_requested)
        self.alarm.raised.connect(self._say_error)
        self.gate_alarm.raised.connect(self._say_error)
        self.blind.changed.connect(controller.reload)

    def refresh_rules(self) -> None:
        """Apply changed review rules."""
        self.blind.refresh_rules()
        if self.session is not None and self.blind.queue is not None:
            self.session.verdict_first = self.blind.queue.rules.verdict_first
            self.queue.set_hides_machine(self.session.verdict_first)
            self.controller.change_person()

    def _open(self) -> None:
        workspace = self._context.workspace
        assert workspace is not None
        self.forgets_drafts()
        # # without a name no board can be judged, but the place to resume at is known
        login = self._context.login
        queue = self.blind.open(workspace.repository, login.name)
        session = ReviewSession(
            queue,
            login.name or "nobody",
            self._context.settings.text("station").strip(),
            lambda: datetime.now(UTC),
            __version__,
            role=login.role,
            purpose_of=queue.purpose,
        )
        session.verdict_first = queue.rules.verdict_first
        self._take_work(session)
        self.queue.set_hides_machine(session.verdict_first)
        self.session = session
        self.engine_failed = self.not_opened = None
        self.inspection = InspectionProgress()
        self.controller.loader.set_panels(workspace.panels, workspace.repository.item)
        self.places.open(workspace.repository)
        self.parts.open(workspace.repository)
        self.use.open(workspace.repository)
        self.comparison.open(queue, workspace.panels)
        self.others.open()
        self.controller.open(queue, session)
        self._take_counts(_counted(queue))
        self._read_scores()

    def forgets_drafts(self) -> bool:
        """Drop the drafts if another person works now, or in another workspace; True if so.

        Who only gives his name keeps what he has entered.
        """
        workspace = self._context.workspace
        now = self._context.login.name, None if workspace is None else workspace.folder
        before, self._drafts_of = self._drafts_of, now
        other = (before[0] not in ("", now[0])) or (before[1] not in (None, now[1]))
        if other:
            self.drafts.clear()
        return other

    def _workspace_failed(self, error: VqganodipError) -> None:
        if self._context.workspace is None:
            self.not_opened = error

    def _take_work(self, session: ReviewSession) -> None:
        """Read lot, work order, side and file name pattern from the settings."""
        settings = self._context.settings
        session.work = WorkContext(settings.text("lot"), settings.text("work_order"), settings.text("board_side"))
        session.names = self._context.filename_pattern()
        self.work_changed.emit()

    def _person_changed(self) -> None:
        login = self._context.login
        if self.session is not None:
            self.session.change_operator(login.name or "nobody", login.role)
        if self.blind.change_operator(login.name):
            self.controller.change_person()

    def _take_event(self, event: service.Event) -> None:
        self.inspection.take(event)
        match event:
            case service.EngineLoading():
                self.engine_failed = None
                self._placement_due = True
            case FolderNotice():
                kind = MessageKind.ERROR if event.alarm else MessageKind.NOTE
                self.message_requested.emit(translated(event.text), kind, (Until.SOURCES,))
            case BoardStarted():
                self.queue.forget_failure(event.image)
            case BoardDone():
                if event.item.folder:
                    self.queue.forget_serial(event.item.serial)
                self.controller.add_board(event.item)
                self._rescore.start()
                self._follow_parts()
            case BoardFailed():
                folder = subfolder(event.image, self._context.boards)
                self.queue.add_failure(Failure(event.image, event.error, folder))
                self._recount.start()
            case service.EngineFailed():
                self.engine_failed = event
                text = format_error(event.error, place=False)
                self.message_requested.emit(text, MessageKind.ERROR, (Until.FAILURE,))
            case service.EngineIdle():
                self._recount.start()
        self.engine_changed.emit()

    def _follow_parts(self) -> None:
        """Index a new board; the first of an inspection may have brought the placement of its bundle."""
        if self._placement_due:
            self._placement_due = False
            self.parts.reload()
        else:
            self.parts.refresh()

    def _note_use(self, item: ReviewItem) -> None:
        if item.judgment is not None:
            self.use.take(item.judgment)

    def _look_for_alarms(self) -> None:
        self.alarm.check(self.blind.queue)

    def _say_error(self, error: object) -> None:
        text = format_error(error) if isinstance(error, Exception) else str(error)
        self.message_requested.emit(text, MessageKind.ERROR, ())

    def _count(self) -> None:
        """Count the boards off the GUI thread."""
        repository = self.queue.repository()
        if repository is None:
            return

        def done(counts: tuple[int, int, int, int]) -> None:
            if repository is self.queue.repository():
                self._take_counts(counts)

        self._context.tasks.run(lambda: _counted(repository), done, lambda _error: None, reader=self)

    def _take_counts(self, counts: tuple[int, int, int, int]) -> None:
        self.counts, self.flagged = counts[:3], counts[3]
        self.counted.emit()

    def can_inspect(self) -> bool:
        """True if an inspection can be started here."""
        workspace = self._context.workspace
        return workspace is not None and not workspace.repository.read_only and self._context.boards is not None

    def threshold_note(self) -> str:
        """Note that most good boards are flagged; empty where few are, or where the note was closed."""
        text = sentence(self.flagging.flagging, self.flagged, self.counts[0])
        return "" if text == self.flagging.closed else text

    def close_threshold_note(self, text: str) -> None:
        """Hide the note; it comes back once it says something else."""
        self.flagging.closed = text
        self.flagging.changed.emit()

    def _read_scores(self) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        repository, every = workspace.repository, QueueFilter()

        def job() -> list[float]:
            return [item.inspection.score for item in repository.items(every, 0, _SCORES_SHOWN)]

        def done(scores: list[float]) -> None:
            self.scores = scores
            self.scores_read.emit()

        self._context.tasks.run(job, done, lambda _error: None)

    def _setting_changed(self, name: str) -> None:
        settings = self._context.settings
        match name:
            case "fifth_panel":
                self.comparison.set_kind(ComparisonKind(settings.text(name)))
            case "idle_s":
                self.controller.review_timer.idle_s = settings.number(name)
            case "lot" | "work_order" | "board_side" | "name_pattern" if self.session is not None:
                self._take_work(self.session)
            case "station" if self.session is not None:
                self.session.station = settings.text("station").strip()
