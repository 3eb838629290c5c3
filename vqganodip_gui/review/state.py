"""The review apart from the screen: queue, desks, session, and what the engine has come to. It outlives its pages."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from vqganodip import __version__
from vqganodip.errors import VqganodipError
from vqganodip.review.judgments import QueueFilter, QueueState
from vqganodip.review.session import ReviewSession, WorkContext
from vqganodip_gui.i18n.engine_messages import in_words, said_error
from vqganodip_gui.review.alarm_monitor import AlarmDesk
from vqganodip_gui.review.blind_queue_loader import BlindDesk
from vqganodip_gui.review.comparison_loader import GoodBoardDesk
from vqganodip_gui.review.controller import ReviewDesk
from vqganodip_gui.review.location_history import PlaceDesk
from vqganodip_gui.review.queue_model import Failure, QueueModel
from vqganodip_gui.review.review_timer import Stopwatch
from vqganodip_gui.services import inspection_service as service
from vqganodip_gui.services.context import Context
from vqganodip_gui.viewer.comparison_board import GoodBoardKind
from vqganodip_gui.widgets.message_strip import MessageKind

_SCORES_SHOWN = 1000


class ReviewRoom(QObject):
    """Where the desks stand. A page that is made anew finds everything here as the one before it left it."""

    engine_changed = Signal()
    counted = Signal()
    scores_read = Signal()
    work_changed = Signal()
    said = Signal(str, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.session: ReviewSession | None = None
        self.progress: service.BoardStarted | None = None
        self.rendered: service.BoardsRendered | None = None
        self.engine_failed: service.EngineFailed | None = None
        self.not_opened: VqganodipError | None = None
        """Why there is no workspace."""
        self.counts = (0, 0, 0)
        """Boards, judged ones, flagged ones that wait."""
        self.scores: list[float] = []
        self.queue = QueueModel(self)
        self.desk = ReviewDesk(context.tasks, self.queue, Stopwatch(context.settings.number("idle_s")), self)
        self.blind = BlindDesk(context.tasks, self)
        self.alarm = AlarmDesk(context.tasks, self)
        self.places = PlaceDesk(context.tasks, self)
        kind = GoodBoardKind(context.settings.text("fifth_panel"))
        self.good_boards = GoodBoardDesk(
            context.tasks, lambda: context.bundle, lambda: self.desk.loader.shown, kind, self
        )
        # boards come in one by one, and each changes the same few numbers
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
        context, desk = self._context, self.desk
        context.workspace_opened.connect(self._open)
        context.workspace_failed.connect(self._workspace_failed)
        context.engine.happened.connect(self._take_event)
        self.destroyed.connect(context.settings.listen(self._setting_changed))
        context.signed_in.changed.connect(self._person_changed)
        desk.said.connect(self.said)
        desk.changed.connect(self._recount.start)
        desk.changed.connect(self.blind.refresh)
        desk.changed.connect(self._look_for_alarms)
        desk.changed.connect(self.places.refresh)
        desk.loader.tiles.failed.connect(self._say_error)
        self.alarm.raised.connect(self._say_error)
        self.blind.changed.connect(desk.look_again)

    def take_rules(self) -> None:
        """The rules of the review were set anew."""
        self.blind.take_rules()
        if self.session is not None and self.blind.queue is not None:
            self.session.verdict_first = self.blind.queue.rules.verdict_first
            self.queue.set_hides_machine(self.session.verdict_first)
            self.desk.change_person()

    def _open(self) -> None:
        workspace = self._context.workspace
        assert workspace is not None
        # without a name nothing is judged, but the place to resume at is known
        signed_in = self._context.signed_in
        queue = self.blind.open(workspace.repository, signed_in.name)
        session = ReviewSession(
            queue,
            signed_in.name or "nobody",
            self._context.settings.text("station").strip(),
            lambda: datetime.now(UTC),
            __version__,
            role=signed_in.role,
            purpose_of=queue.purpose,
        )
        session.verdict_first = queue.rules.verdict_first
        self._take_work(session)
        self.queue.set_hides_machine(session.verdict_first)
        self.session = session
        self.engine_failed = self.progress = self.rendered = self.not_opened = None
        self.desk.loader.set_panels(workspace.panels, workspace.repository.item)
        self.places.open(workspace.repository)
        self.good_boards.open(queue, workspace.panels)
        self.desk.open(queue, session)
        self._count()
        self._read_scores()

    def _workspace_failed(self, error: VqganodipError) -> None:
        if self._context.workspace is None:
            self.not_opened = error

    def _take_work(self, session: ReviewSession) -> None:
        """Lot, work order and side in hand, and what names of files say."""
        settings = self._context.settings
        session.work = WorkContext(settings.text("lot"), settings.text("work_order"), settings.text("board_side"))
        session.names = self._context.names()
        self.work_changed.emit()

    def _person_changed(self) -> None:
        signed_in = self._context.signed_in
        if self.session is not None:
            self.session.change_operator(signed_in.name or "nobody", signed_in.role)
        if self.blind.seat(signed_in.name):
            self.desk.change_person()

    def _take_event(self, event: service.Event) -> None:
        match event:
            case service.EngineLoading():
                self.engine_failed = None
            case service.BoardsRendered():
                self.rendered = event if event.done < event.total else None
            case service.BoardStarted():
                self.progress = event
                self.queue.forget_failure(event.path)
            case service.BoardDone():
                if self.rendered is not None:
                    self.progress = None  # the next board may have to be waited for
                self.desk.take_new(event.item)
                self._rescore.start()
            case service.BoardFailed():
                self.queue.add_failure(Failure(event.path, event.what, event.todo))
                self._recount.start()
            case service.EngineFailed():
                self.progress = self.rendered = None
                self.engine_failed = event
                self.said.emit(in_words(event.what, "", event.todo), MessageKind.ERROR)
            case service.EngineIdle():
                self.progress = self.rendered = None
                self._recount.start()
        self.engine_changed.emit()

    def _look_for_alarms(self) -> None:
        self.alarm.look(self.blind.queue)

    def _say_error(self, error: object) -> None:
        self.said.emit(said_error(error) if isinstance(error, Exception) else str(error), MessageKind.ERROR)

    def _count(self) -> None:
        total, judged = self.desk.count(), self.desk.count(QueueState.JUDGED)
        self.counts = (total, judged, self.desk.count(QueueState.UNJUDGED, flagged_only=True))
        self.counted.emit()

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
                self.good_boards.choose(GoodBoardKind(settings.text(name)))
            case "idle_s":
                self.desk.stopwatch.idle_s = settings.number(name)
            case "lot" | "work_order" | "board_side" | "name_pattern" if self.session is not None:
                self._take_work(self.session)
            case "station" if self.session is not None:
                self.session.station = settings.text("station").strip()
