"""The review page: queue, pictures, judgment. It shows what the desk and the engine report."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from vqganodip import __version__
from vqganodip.errors import VqganodipError
from vqganodip.place_memory import PlaceMemory
from vqganodip.records import JudgmentKind, QueueFilter, QueueState, ReviewItem, Weighting
from vqganodip.review import ReviewSession, WorkContext
from vqganodip_gui import engine as service
from vqganodip_gui.actions import BY_NAME, JUDGMENT_ACTIONS
from vqganodip_gui.alarm_desk import AlarmDesk
from vqganodip_gui.blind_desk import BlindDesk
from vqganodip_gui.colormaps import Colours
from vqganodip_gui.context import Context
from vqganodip_gui.models.queue_model import Failure, QueueModel
from vqganodip_gui.pages import review_states, review_status
from vqganodip_gui.pages.review_states import StateText
from vqganodip_gui.pictures import BoardPictures, Scale
from vqganodip_gui.place_desk import PlaceDesk
from vqganodip_gui.resources import defect_codes
from vqganodip_gui.review_desk import ReviewDesk
from vqganodip_gui.stopwatch import Stopwatch
from vqganodip_gui.widgets.details_pane import DetailsPane
from vqganodip_gui.widgets.empty_state import EmptyState
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip
from vqganodip_gui.widgets.panel_grid import PanelGrid, PanelLayout
from vqganodip_gui.widgets.queue_pane import QueuePane
from vqganodip_gui.words import tr

_AWAITED_MS = 150
_SCORES_SHOWN = 1000


class ReviewPage(QWidget):
    """One board at a time, judged with one key."""

    asked = Signal(str)
    status_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._session: ReviewSession | None = None
        self._state: StateText | None = None
        self._engine_error: StateText | None = None
        self._progress: service.BoardStarted | None = None
        self._rendered: service.BoardsRendered | None = None
        self._counts = (0, 0, 0)
        self._quiet = True
        self.queue = QueueModel(self)
        self.desk = ReviewDesk(context.tasks, self.queue, Stopwatch(context.settings.number("idle_s")), self)
        self.blind = BlindDesk(context.tasks, self)
        self.alarm = AlarmDesk(context.tasks, self)
        self.places = PlaceDesk(context.tasks, self)
        self._hidden = False
        self._build()
        self._connect()
        self.show_state(review_states.opening())

    def _build(self) -> None:
        settings = self._context.settings
        rows = {kind: BY_NAME[name] for kind, name in JUDGMENT_ACTIONS.items()}
        self.queue_pane = QueuePane(self.queue, self.desk.loader.thumbnails)
        self.details = DetailsPane(
            {kind: row.keys[0] for kind, row in rows.items()},
            {kind: f"{tr(row.text)}: {tr(row.tip)} {tr('Keys')}: {', '.join(row.keys)}" for kind, row in rows.items()},
            defect_codes(),
        )
        self.panels = PanelGrid(self.desk.loader.tiles)
        self.panels.set_weighting(Weighting(settings.text("weighting")))
        self.panels.set_scale(Scale(settings.text("scale")))
        self.panels.set_colours(Colours(settings.text("colours")))
        self.panels.set_layout_mode(PanelLayout(settings.text("panel_layout")))
        self.empty = EmptyState()
        self.centre = QStackedWidget()
        self.centre.addWidget(self.panels)
        self.centre.addWidget(self.empty)
        self.message = MessageStrip(self.centre)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue_pane)
        row.addWidget(self.centre, 1)
        row.addWidget(self.details)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_AWAITED_MS)
        self._late.timeout.connect(self._show_awaited)
        # boards come in one by one, and each changes the same few numbers
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(60)  # after the next board is painted
        self._recount.timeout.connect(self._count)
        self._rescore = QTimer(self)
        self._rescore.setSingleShot(True)
        self._rescore.setInterval(400)
        self._rescore.timeout.connect(self._read_scores)

    def _connect(self) -> None:
        context, desk, settings = self._context, self.desk, self._context.settings
        context.workspace_opened.connect(self._open)
        context.workspace_failed.connect(self._workspace_failed)
        context.sources_changed.connect(self.settle)
        context.engine.happened.connect(self._take_event)
        desk.board_shown.connect(self._show_board)
        desk.board_awaited.connect(self._await_board)
        desk.board_failed.connect(self._board_failed)
        desk.work_ended.connect(self.settle)
        desk.changed.connect(self._recount.start)
        desk.said.connect(self.message.say)
        desk.loader.tiles.failed.connect(lambda error: self.message.say(str(error), MessageKind.ERROR))
        desk.changed.connect(self.blind.refresh)
        desk.changed.connect(lambda: self.alarm.look(self.blind.queue))
        self.alarm.raised.connect(lambda text: self.message.say(text, MessageKind.ERROR))
        self.blind.changed.connect(desk.look_again)
        desk.changed.connect(self.places.refresh)
        self.places.found.connect(self._show_memories)
        self.queue_pane.filter_changed.connect(self._set_filter)
        self.queue_pane.list.row_chosen.connect(self._choose_row)
        self.queue.rowsInserted.connect(self._mark_row)
        self.queue.rowsRemoved.connect(self._mark_row)
        self.queue.modelReset.connect(self._mark_row)
        self.details.judged.connect(self.judge)
        self.details.region_chosen.connect(lambda index: self.panels.choose_region(index))
        self.details.comment.returnPressed.connect(self.panels.setFocus)
        self.details.code.lineEdit().returnPressed.connect(self.panels.setFocus)  # type: ignore[union-attr]
        self.panels.weighting_changed.connect(lambda value: settings.put("weighting", value))
        self.panels.scale_changed.connect(lambda value: settings.put("scale", value))
        self.panels.colours_changed.connect(lambda value: settings.put("colours", value))
        self.panels.maximised_changed.connect(lambda _name: self._ready_for_size())
        self.panels.link.changed.connect(self.status_changed)
        self.panels.link.cursor_moved.connect(self.status_changed)
        self.panels.link.cursor_moved.connect(self.desk.stopwatch.touch)
        self.empty.asked.connect(self._act)
        settings.listen(self._setting_changed)
        self._context.signed_in.changed.connect(self._person_changed)

    # what commands ask

    def find_serial(self, serial: str) -> None:
        """Shows the board of a serial number that a scanner has read."""
        self.desk.find(serial)
        self.panels.setFocus()

    def scan_slipped(self, serial: str) -> None:
        """A scanner typed where a person judges: what its first character did is taken back."""
        if self.desk.judged_at_s is not None and time.monotonic() - self.desk.judged_at_s < 2.0:
            self.desk.undo()
        self.message.say(
            tr(
                "That was typed as fast as a barcode scanner types ({text}). Switch on in the settings that a scanner "
                "types at this station."
            ).format(text=serial),
            MessageKind.ERROR,
            tr("Settings…"),
            lambda: self.asked.emit("settings"),
        )

    def judge(self, kind: JudgmentKind) -> None:
        """Judges the board on the screen."""
        if not self._context.signed_in.name:
            self.asked.emit("change_operator")
            if not self._context.signed_in.name:
                self.message.say("Not judged: every judgment bears a name. Enter yours first.", MessageKind.ERROR)
                return
        code, comment = self.details.code.currentText().strip(), self.details.comment.text().strip()
        self.desk.judge(kind, code, comment, self.details.regions.said())

    def step_region(self, by: int) -> None:
        """To the next or previous region, from the last to the first."""
        item = self.desk.current
        shown = item is not None and self.desk.can_judge() and not self._hidden
        count = len(item.inspection.regions) if item is not None and shown else 0
        if count == 0:
            return
        chosen = self.details.regions.chosen()
        index = (chosen + by) % count if chosen >= 0 else (0 if by > 0 else count - 1)
        self.details.regions.choose(index)
        self.panels.choose_region(index)

    def zoom_region(self) -> None:
        """To the chosen region, or to the first."""
        chosen = self.details.regions.chosen()
        if chosen >= 0:
            self.panels.choose_region(chosen)
        else:
            self.step_region(1)

    def reset_view(self) -> None:
        """Back to the four panels, then to the whole board with no region chosen."""
        if self.panels.maximised() is not None:
            self.panels.toggle_maximised()
            return
        self.panels.link.fit()
        self.panels.choose_region(-1)
        self.details.regions.choose(-1)

    def status_texts(self) -> tuple[str, str, str, str]:
        """Board, pace, place and zoom for the status line."""
        total, judged, _flagged = self._counts
        item = self.desk.current if self.centre.currentWidget() is self.panels else None
        return review_status.texts(item, total, judged, self.desk.pace_s(), self.panels.link)

    def progress_text(self) -> str:
        """What the engine does."""
        return review_status.progress(self._progress, self._rendered)

    def show_state(self, state: StateText) -> None:
        """Shows words in place of the pictures."""
        self._late.stop()
        self._state = state
        self.empty.show_state(
            state.icon,
            state.title,
            state.text,
            command=state.command,
            button=state.button,
            action=state.action,
            busy=state.busy,
        )
        if state.busy and self._progress is not None:
            self.empty.set_progress(self._progress.number - 1, self._progress.total)
        self.details.set_item(None)
        self.panels.clear()
        self.centre.setCurrentWidget(self.empty)
        # with nothing to list and nothing to judge, the panes would only be in the way
        self._quiet = self.desk.count() == 0 and not self.queue.failures()
        self.show_panes()
        if not self._is_typing():
            (self.empty.button if state.button else self.empty).setFocus()
        self.status_changed.emit()

    def show_panes(self) -> None:
        """Queue and right pane, as far as they are wanted and of use."""
        settings = self._context.settings
        self.queue_pane.setVisible(settings.flag("queue_shown") and not self._quiet)
        self.details.setVisible(settings.flag("details_shown") and not self._quiet)

    def settle(self) -> None:
        """Shows the state that fits when there is no board on the screen."""
        if self.desk.current is not None:
            return
        context, desk, engine = self._context, self.desk, self._context.engine
        if context.workspace is None:
            return
        if desk.count() == 0:
            self.show_state(
                review_states.nothing_yet(context, self._engine_error, self._progress, len(self.queue.failures()))
            )
        elif self.queue.wanted() != QueueFilter(state=QueueState.UNJUDGED):
            self.show_state(review_states.nothing_here(self.queue.wanted().search))
        elif self._engine_error is not None:
            self.show_state(self._engine_error)
        else:
            judged, passed = desk.count(QueueState.JUDGED), desk.count(QueueState.UNJUDGED)
            self.show_state(review_states.done(judged, desk.judged(), desk.pace_s(), passed, engine.busy()))

    def refresh_theme(self) -> None:
        """Draws again what is not drawn by the style sheet."""
        self.details.refresh()
        self.empty.refresh()
        self.queue_pane.list.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.queue_pane.setFixedWidth(min(max(round(self.width() * 0.1), 144), 240))
        self.details.setFixedWidth(min(max(round(self.width() * 0.13), 181), 300))
        self.message.place()

    # what the workspace, the desk and the engine report

    def _open(self) -> None:
        workspace = self._context.workspace
        assert workspace is not None
        settings = self._context.settings
        # without a name nothing is judged (see judge), but the place to resume at is known
        signed_in = self._context.signed_in
        queue = self.blind.open(workspace.repository, signed_in.name)
        session = ReviewSession(
            queue,
            signed_in.name or "nobody",
            settings.text("station").strip(),
            lambda: datetime.now(UTC),
            __version__,
            role=signed_in.role,
            purpose_of=queue.purpose,
        )
        session.verdict_first = queue.rules.verdict_first
        self._take_work(session)
        self.queue.set_hides_machine(session.verdict_first)
        self._session = session
        self._engine_error = self._progress = self._rendered = None
        self.desk.loader.set_panels(workspace.panels, workspace.repository.item)
        self.places.open(workspace.repository)
        self.desk.open(queue, session)
        self._count()
        self._read_scores()

    def _take_work(self, session: ReviewSession) -> None:
        """Lot, work order and side in hand, and what names of files say."""
        settings = self._context.settings
        session.work = WorkContext(settings.text("lot"), settings.text("work_order"), settings.text("board_side"))
        session.names = self._context.names()
        if self.desk.current is not None:
            self.details.set_work(session.work_on(self.desk.current.inspection.image))

    def _person_changed(self) -> None:
        signed_in = self._context.signed_in
        if self._session is not None:
            self._session.change_operator(signed_in.name or "nobody", signed_in.role)
        if self.blind.seat(signed_in.name):
            self.desk.change_person()

    def take_rules(self) -> None:
        """The rules of the review were set anew."""
        self.blind.take_rules()
        if self._session is not None and self.blind.queue is not None:
            self._session.verdict_first = self.blind.queue.rules.verdict_first
            self.queue.set_hides_machine(self._session.verdict_first)
            self.desk.change_person()

    def _workspace_failed(self, error: VqganodipError) -> None:
        if self._context.workspace is None:
            self.show_state(review_states.workspace_failed(error.what, error.where, error.todo))
        else:
            self.message.say(str(error), MessageKind.ERROR)

    def _show_board(self, item: ReviewItem, pictures: BoardPictures) -> None:
        self._late.stop()
        self._state = None
        self._hidden = self._session is not None and self._session.hides_machine(item)
        self.panels.set_original_only(self._hidden)
        self.panels.set_board(item, pictures, keep_view=self._context.settings.flag("keep_view"))
        self.centre.setCurrentWidget(self.panels)
        self.panels.paint_now()  # the pictures first; what is written beside them follows within the same frame
        self._ready_for_size()
        self.details.set_item(item, hidden=self._hidden, crops=pictures.crops)
        if self._session is not None:
            self.details.set_work(self._session.work_on(item.inspection.image))
        if not self._hidden:
            self.places.ask(item)
        self._quiet = False
        self.show_panes()
        if not self._is_typing():
            self.panels.setFocus()
        self._mark_row()
        self.status_changed.emit()

    def _show_memories(self, item_id: int, memories: Sequence[PlaceMemory]) -> None:
        if self.desk.current is not None and self.desk.current.item_id == item_id and not self._hidden:
            self.details.set_memories(memories)

    def _ready_for_size(self) -> None:
        """The next boards are got ready for what is shown, at the size at which it is."""
        self.desk.loader.shown = self.panels.shown()

    def _is_typing(self) -> bool:
        """Whether the keyboard is needed elsewhere than at the pictures."""
        return isinstance(QApplication.focusWidget(), QLineEdit | QComboBox)

    def _await_board(self, item: ReviewItem) -> None:
        # the board before stays for a moment, so that nothing flashes; it can no longer be judged
        self.details.lock()
        self._mark_row()
        self._late.start()

    def _show_awaited(self) -> None:
        item = self.desk.current
        if item is not None and not self.desk.can_judge():
            self.show_state(review_states.loading_board(item.serial))

    def _board_failed(self, item: ReviewItem, error: Exception) -> None:
        what, where, todo = str(error), str(item.inspection.image), ""
        if isinstance(error, VqganodipError):
            what, where, todo = error.what, error.where, error.todo
        self.show_state(review_states.pictures_failed(item.serial, what, where, todo))

    def _take_event(self, event: service.Event) -> None:
        match event:
            case service.EngineLoading():
                self._engine_error = None
            case service.BoardsRendered():
                self._rendered = event if event.done < event.total else None
            case service.BoardStarted():
                self._progress = event
                self.queue.forget_failure(event.path)
            case service.BoardDone():
                if self._rendered is not None:
                    self._progress = None  # the next board may have to be waited for
                self.desk.take_new(event.item)
                self._rescore.start()
            case service.BoardFailed():
                self.queue.add_failure(Failure(event.path, event.what, event.todo))
                self._recount.start()
            case service.EngineFailed():
                self._progress = self._rendered = None
                self._engine_error = review_states.engine_failed(event.what, event.where, event.todo, model=event.model)
                self.message.say(f"{event.what}. {event.todo}", MessageKind.ERROR)
            case service.EngineIdle():
                self._progress = self._rendered = None
                self._recount.start()
        self.settle()
        self.status_changed.emit()

    # small things

    def _act(self, action: str) -> None:
        match action:
            case "go_on":
                self.desk.go_on()
            case "inspect":
                self._context.inspect()
                self.settle()
            case "reset_filter":
                self.queue_pane.reset()
            case _:
                self.asked.emit(action)

    def _choose_row(self, row: int) -> None:
        failure = self.queue.failure_at(row)
        if failure is not None:
            self.desk.put_aside()
            self.show_state(review_states.bad_image(failure.path, failure.what, failure.todo))
            return
        item_id = self.queue.id_at(row)
        if item_id is not None:
            self.desk.show_item(item_id)
            self.panels.setFocus()

    def _set_filter(self, wanted: QueueFilter) -> None:
        self.desk.set_filter(wanted)
        self._mark_row()

    def _mark_row(self, *_of: QModelIndex | int) -> None:
        current = self.desk.current
        self.queue_pane.list.show_row(-1 if current is None else self.queue.row_of(current.item_id))

    def _count(self) -> None:
        total, judged = self.desk.count(), self.desk.count(QueueState.JUDGED)
        flagged = self.desk.count(QueueState.UNJUDGED, flagged_only=True)
        self._counts = (total, judged, flagged)
        self.queue_pane.set_counts(total - judged, flagged, len(self.queue.failures()))
        self.status_changed.emit()

    def _read_scores(self) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        repository, every = workspace.repository, QueueFilter()

        def job() -> list[float]:
            return [item.inspection.score for item in repository.items(every, 0, _SCORES_SHOWN)]

        self._context.tasks.run(job, self.details.score.distribution.set_scores, lambda _error: None)

    def _setting_changed(self, name: str) -> None:
        settings = self._context.settings
        match name:
            case "weighting":
                self.panels.set_weighting(Weighting(settings.text(name)))
            case "scale":
                self.panels.set_scale(Scale(settings.text(name)))
            case "colours":
                self.panels.set_colours(Colours(settings.text(name)))
            case "queue_shown" | "details_shown":
                self.show_panes()
            case "panel_layout":
                self.panels.set_layout_mode(PanelLayout(settings.text(name)))
            case "idle_s":
                self.desk.stopwatch.idle_s = settings.number(name)
            case "lot" | "work_order" | "board_side" | "name_pattern" if self._session is not None:
                self._take_work(self._session)
            case "station" if self._session is not None:
                self._session.station = settings.text("station").strip()
