"""Review page: queue, panels and judgment. It shows what controller and engine report."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from vqganodip.errors import VqganodipError, plain_error
from vqganodip.records import Weighting
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState, ReviewItem
from vqganodip_gui.actions import BY_NAME, JUDGMENT_ACTIONS
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review import empty_states, status_text
from vqganodip_gui.review.details_pane import DetailsPane, judging_refusal
from vqganodip_gui.review.empty_states import StateText
from vqganodip_gui.review.part_display import PartDisplay
from vqganodip_gui.review.queue_model import Failure
from vqganodip_gui.review.queue_pane import QueuePane
from vqganodip_gui.review.queue_presenter import QueuePresenter
from vqganodip_gui.review.region_steps import RegionSteps
from vqganodip_gui.review.state import ReviewState
from vqganodip_gui.review.threshold_note import ThresholdNote
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.resources import defect_codes
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.viewer.comparison_board import ComparisonKind
from vqganodip_gui.viewer.image_pyramid import BoardPictures, Scale
from vqganodip_gui.viewer.panel_grid import PanelGrid, PanelLayout
from vqganodip_gui.widgets.colormaps import Colours
from vqganodip_gui.widgets.empty_state import EmptyState
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip, Until
from vqganodip_gui.widgets.page import Page

_AWAITED_MS = 150
_DATABASE_LOST = ("database-gone", "database-moved-away", "database-replaced")


class ReviewPage(Page):
    """Page that shows one board at a time, judged with one key."""

    action_requested = Signal(str)

    def __init__(self, context: Context, review_state: ReviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._review_state = review_state
        self._state: StateText | None = None
        self._failure: Failure | None = None
        self._quiet = True
        self.queue, self.controller, self.blind, self.places = (
            review_state.queue,
            review_state.controller,
            review_state.blind,
            review_state.places,
        )
        self.comparison = review_state.comparison
        self.machine_hidden = False
        """True while the findings of the machine are hidden until the board is judged."""
        self.region_steps = RegionSteps(self, review_state)
        self.part_display = PartDisplay(self, review_state)
        self.in_queue = QueuePresenter(self, context, review_state)
        self.awaits_name = False
        """True while a judgment waits for the name of the person who gave it."""
        self._build()
        self._connect()
        self.part_display.follow()
        self._show_now()

    def _build(self) -> None:
        settings = self._context.settings
        rows = {kind: BY_NAME[name] for kind, name in JUDGMENT_ACTIONS.items()}
        self.queue_pane = QueuePane(self.queue, self.controller.loader.thumbnails)
        self.details = DetailsPane(
            {kind: row.keys[0] for kind, row in rows.items()},
            {
                kind: f"{tr(row.text)}: {tr(row.tip)} {tr('Keyboard shortcuts')}: {', '.join(row.keys)}"
                for kind, row in rows.items()
            },
            defect_codes(),
            self._review_state.drafts,
            self._context,
        )
        self.panels = PanelGrid(self.controller.loader.tiles)
        self.panels.set_weighting(Weighting(settings.text("weighting")))
        self.panels.set_scale(Scale(settings.text("scale")))
        self.panels.set_colours(Colours(settings.text("colours")))
        self.panels.set_layout_mode(PanelLayout(settings.text("panel_layout")))
        self.panels.set_good_board(self.comparison.board)
        self.empty = EmptyState()
        self.centre = QStackedWidget()
        self.centre.addWidget(self.panels)
        self.centre.addWidget(self.empty)
        self.message = MessageStrip(self.centre)
        self.note = ThresholdNote()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.note)
        middle.addWidget(self.centre, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue_pane)
        row.addLayout(middle, 1)
        row.addWidget(self.details)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_AWAITED_MS)
        self._late.timeout.connect(self._show_awaited)

    def _connect(self) -> None:
        context, review_state, controller, settings = (
            self._context,
            self._review_state,
            self.controller,
            self._context.settings,
        )
        # # objects that outlive the page are connected to methods only: a lambda would outlive the page
        context.workspace_failed.connect(self._workspace_failed)
        context.sources_changed.connect(self.show_current_state)
        review_state.engine_changed.connect(self._engine_changed)
        review_state.counted.connect(self.in_queue.show_counts)
        review_state.counted.connect(self._show_note)
        review_state.flagging.changed.connect(self._show_note)
        self.note.closed.connect(review_state.close_threshold_note)
        review_state.scores_read.connect(self._show_scores)
        review_state.work_changed.connect(self._show_work)
        review_state.message_requested.connect(self._show_message)
        self._follow_states()
        controller.board_shown.connect(self._show_board)
        controller.board_awaited.connect(self._await_board)
        controller.board_failed.connect(self._board_failed)
        controller.work_ended.connect(self.show_current_state)
        controller.findings_revealed.connect(self._tell_revealed)
        controller.record_written.connect(self._record_written)
        controller.write_refused.connect(self._write_refused)
        context.login.changed.connect(self._person_changed)
        review_state.parts.indexed.connect(self.in_queue.search_again)
        self.comparison.changed.connect(self.panels.set_good_board)
        self.panels.nearest_requested.connect(lambda: settings.set("fifth_panel", ComparisonKind.NEAREST.value))
        self.queue_pane.filter_changed.connect(self.in_queue.set_filter)
        self.queue_pane.outside_requested.connect(self.in_queue.show_outside)
        review_state.use.changed.connect(self._show_use)
        self.queue_pane.list.row_selected.connect(self.in_queue.choose_row)
        self.queue.rowsInserted.connect(self.in_queue.mark_row)
        self.queue.rowsRemoved.connect(self.in_queue.mark_row)
        self.queue.modelReset.connect(self.in_queue.mark_row)
        self.details.judged.connect(self.judge)
        self.details.all_regions_requested.connect(self.region_steps.toggle_all)
        self.details.region_selected.connect(lambda index: self.panels.select_region(index))
        self.queue_pane.left.connect(self._take_keyboard)
        self.details.comment.returnPressed.connect(self._take_keyboard)
        self.details.code.lineEdit().returnPressed.connect(self._take_keyboard)  # type: ignore[union-attr]
        self.details.code.left.connect(self._take_keyboard)
        self.panels.weighting_changed.connect(lambda value: settings.set("weighting", value))
        self.panels.scale_changed.connect(lambda value: settings.set("scale", value))
        self.panels.colours_changed.connect(lambda value: settings.set("colours", value))
        self.panels.maximised_changed.connect(lambda _name: self._ready_for_size())
        self.panels.link.changed.connect(self.status_changed)
        self.panels.link.cursor_moved.connect(self.status_changed)
        self.panels.link.cursor_moved.connect(self.controller.review_timer.touch)
        self.empty.action_requested.connect(self._act)
        self.destroyed.connect(settings.listen(self._setting_changed))

    def _follow_states(self) -> None:
        """Name the states that messages of this page depend on."""
        follow, controller, review_state = self.message.follow, self.controller, self._review_state
        regions = self.details.regions
        self.message.follow_context(self._context)
        shown = (controller.board_shown, controller.board_awaited, controller.work_ended)
        follow(Until.BOARD, lambda: controller.current and controller.current.item_id, *shown)
        follow(Until.REGION, regions.selected_region, regions.itemSelectionChanged)
        follow(Until.RECORD, lambda: controller.writes, controller.record_written)
        follow(Until.FAILURE, lambda: review_state.engine_failed, review_state.engine_changed)

    # # called by commands

    @property
    def settings(self) -> Settings:
        """Settings of the window."""
        return self._context.settings

    def find_serial(self, serial: str) -> None:
        """Show the board of a scanned serial number."""
        self.controller.find(serial)
        self.panels.setFocus()

    def warn_unset_scanner(self, serial: str) -> None:
        """Undo what the first character of a scan did, and explain the scanner setting."""
        if self.controller.judged_at_s is not None and time.monotonic() - self.controller.judged_at_s < 2.0:
            self.controller.undo()
        self.message.show_message(
            tr(
                "That was typed as fast as a barcode scanner types ({text}). Switch on in the settings that a scanner "
                "types at this station."
            ).format(text=serial),
            MessageKind.ERROR,
            tr("Settings…"),
            lambda: self.action_requested.emit("settings"),
        )

    def judge(self, kind: JudgmentKind) -> None:
        """Judge the board on the screen, if there is one."""
        if self.controller.current is None:
            return
        if not self._context.login.name:
            looked_s = self.controller.review_timer.seconds()
            self.awaits_name = True
            self.action_requested.emit("change_operator")
            self.awaits_name = False
            self.controller.review_timer.at_least(looked_s)
            if not self._context.login.name:
                text = tr("Not judged: every judgment needs a name. Enter yours first.")
                self.message.show_message(text, MessageKind.ERROR)
                return
        code, comment = self.details.code.defect_code(), self.details.comment.text().strip()
        self.controller.judge(kind, code, comment, self.details.region_judgments(kind))

    def status_texts(self) -> tuple[str, str, str, str]:
        """Board, pace, position and zoom for the status bar."""
        total, judged, _flagged = self._review_state.counts
        item = self.controller.current if self.centre.currentWidget() is self.panels else None
        return status_text.texts(item, total, judged, self.controller.pace_s(), self.panels.link)

    def show_state(self, state: StateText) -> None:
        """Show a text instead of the panels."""
        self._late.stop()
        self._state, self._failure = state, None
        self.empty.show_state(
            state.icon,
            state.title,
            state.text,
            command=state.command,
            button=state.button,
            action=state.action,
            other=(state.other_button, state.other_action),
            busy=state.busy,
        )
        share = self._review_state.inspection.share()
        if state.busy and share is not None:
            self.empty.set_progress(*share)
        self.details.set_item(None)
        self.panels.clear()
        self.centre.setCurrentWidget(self.empty)
        # # without boards the panes are hidden
        self._quiet = self.controller.count() == 0 and not self.queue.failures()
        self.show_panes()
        if not self._is_typing():
            self.keyboard_home().setFocus()
        self.status_changed.emit()

    def show_panes(self) -> None:
        """Show queue and details pane if they are enabled and useful."""
        settings = self._context.settings
        self.queue_pane.setVisible(settings.flag("queue_shown") and not self._quiet)
        self.details.setVisible(settings.flag("details_shown") and not self._quiet)

    def show_current_state(self) -> None:
        """Show the matching state if no board is on the screen."""
        if self.controller.current is not None:
            return
        context, controller, engine = self._context, self.controller, self._context.engine
        if context.workspace is None:
            return
        failed = self._engine_failed()
        if controller.count() == 0:
            self.show_state(
                empty_states.nothing_yet(context, failed, self._review_state.inspection.now, len(self.queue.failures()))
            )
        elif self.queue.queue_filter() != QueueFilter(state=QueueState.UNJUDGED):
            self.show_state(empty_states.nothing_here(self.queue.queue_filter().search, self.in_queue.outside_text()))
        elif failed is not None:
            self.show_state(failed)
        else:
            judged, passed = controller.count(QueueState.JUDGED), controller.count(QueueState.UNJUDGED)
            self.show_state(empty_states.done(judged, controller.judged(), controller.pace_s(), passed, engine.busy()))

    def refresh_theme(self) -> None:
        """Redraw what the style sheet does not draw."""
        self.details.refresh()
        self.empty.refresh()
        self.queue_pane.list.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.queue_pane.fit_width(self.width())
        self.fit_details()
        self.message.place()

    def fit_details(self) -> None:
        """Give the list of regions room for the names of parts, where it has any."""
        names = self.details.regions.part_width()
        width = max(round(self.width() * 0.13), 196 + names if names else 185)
        self.details.setFixedWidth(min(width, 300))

    def keyboard_home(self) -> QWidget:
        """Return the pictures, or what is shown in their place."""
        if self.centre.currentWidget() is self.panels:
            return self.panels
        return self.empty if self.empty.button.isHidden() else self.empty.button

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy view and unsaved judgment from another page."""
        assert isinstance(before, ReviewPage)
        self.queue_pane.restore_from(before.queue_pane)
        if before._failure is not None:
            self.show_failure(before._failure)
        elif self.centre.currentWidget() is self.panels and before.centre.currentWidget() is before.panels:
            self.panels.set_view_state(before.panels.view_state())
            self.details.restore_from(before.details)
        self.message.restore_from(before.message)

    # # events of workspace, controller and engine

    def _workspace_failed(self, error: VqganodipError) -> None:
        if self._context.workspace is None:
            self.show_state(empty_states.workspace_failed(error))
        else:
            self.message.show_message(format_error(error), MessageKind.ERROR)

    def _show_now(self) -> None:
        """Show the current board, or why there is none, in a new page."""
        controller, review_state = self.controller, self._review_state
        self.show_state(empty_states.opening())
        self._show_use()
        self.in_queue.show_counts()
        self._show_scores()
        self.centre.currentChanged.connect(lambda _index: self._show_note())
        if review_state.not_opened is not None:
            self._workspace_failed(review_state.not_opened)
        elif controller.current is not None and controller.pictures is not None:
            self._show_board(controller.current, controller.pictures)
        elif controller.current is not None and controller.failure is not None:
            self._board_failed(controller.current, controller.failure)
        elif controller.current is not None:
            self.show_state(empty_states.loading_board(controller.current.label))
        else:
            self.show_current_state()

    def _show_board(self, item: ReviewItem, pictures: BoardPictures) -> None:
        self._late.stop()
        self._state = self._failure = None
        session = self._review_state.session
        self.machine_hidden = session is not None and session.hides_machine(item)
        self.panels.set_original_only(self.machine_hidden)
        self.panels.set_good_board(self.comparison.start(item))
        self.region_steps.whole = self.region_steps.whole if self.region_steps.whole == item.item_id else None
        item = self.region_steps.shown(item)
        keeps = self._keeps_view(item)
        self.panels.set_board(item, pictures, keep_view=keeps)
        first = not keeps and bool(item.inspection.shown_regions) and not self.machine_hidden
        opens_there = first and self._context.settings.text("next_board") == "region"
        if opens_there:
            self.panels.zoom_region(0)  # # not selected: NG would mark it
        self.centre.setCurrentWidget(self.panels)
        self.panels.paint_now()  # # the pictures first; the texts follow within the same frame
        self._ready_for_size()
        crops, refusal = self.region_steps.crops(item, pictures), judging_refusal(self._context.login, item)
        self.details.set_item(item, hidden=self.machine_hidden, crops=crops, refusal=refusal)
        self._show_work()
        self.part_display.show()
        if not self.machine_hidden:
            self.places.request(item)
        self.comparison.search()
        self._quiet = False
        self.show_panes()
        if not self._is_typing():
            self.panels.setFocus()
        self.in_queue.mark_row()
        self.status_changed.emit()

    def _keeps_view(self, item: ReviewItem) -> bool:
        """True for the board that is on the screen already, and for its neighbours that are paged to."""
        board = self.panels.board()
        if board is not None and board.item_id == item.item_id:
            return True
        return self.controller.paged and self._context.settings.flag("keep_view")

    def _show_work(self) -> None:
        session, item = self._review_state.session, self.controller.current
        if session is not None and item is not None:
            self.details.set_work(session.work_on(item.inspection.image))

    def _ready_for_size(self) -> None:
        """Prepare the next boards at the size and with the pictures shown."""
        self.controller.loader.shown = self.panels.shown()

    def _take_keyboard(self) -> None:
        """Give the keyboard to the pictures: a field was left."""
        self.keyboard_home().setFocus()

    def _is_typing(self) -> bool:
        """True if a widget other than the panels needs the keyboard."""
        return isinstance(QApplication.focusWidget(), QLineEdit | QComboBox)

    def _await_board(self, item: ReviewItem) -> None:
        # # the previous board stays for a moment, so that nothing flashes; it can no longer be judged
        self.details.lock()
        self.in_queue.mark_row()
        self._late.start()

    def _show_awaited(self) -> None:
        item = self.controller.current
        if item is not None and not self.controller.can_judge():
            self.show_state(empty_states.loading_board(item.label))

    def _board_failed(self, item: ReviewItem, error: Exception) -> None:
        if not isinstance(error, VqganodipError):
            error = plain_error(str(error), str(item.inspection.image))
        self.show_state(empty_states.pictures_failed(item.label, error))

    def _show_message(self, text: str, kind: MessageKind, until: tuple[Until, ...]) -> None:
        self.message.show_message(text, kind, until=until)

    def _tell_revealed(self, text: str) -> None:
        self.message.show_message(text, until=(Until.BOARD,))

    def _record_written(self, item: ReviewItem) -> None:
        self.details.forget(item)

    def _write_refused(self, error: VqganodipError) -> None:
        """Say why a judgment was not written; board and fields stay as they are."""
        text = tr("Not written: {error}").format(error=format_error(error, begins=False))
        until = (Until.RECORD, Until.PERSON)
        if error.code in _DATABASE_LOST:
            again = self._context.reopen_requested.emit
            button = tr("Open the workspace again")
            self.message.show_message(text, MessageKind.ERROR, button, again, until=until, stays=True)
        else:
            self.message.show_message(text, MessageKind.ERROR, until=(*until, Until.BOARD))

    def _person_changed(self) -> None:
        self._show_use()
        if self._review_state.forgets_drafts():
            self.details.forget_all()

    def _engine_changed(self) -> None:
        self.show_current_state()
        self.status_changed.emit()

    def _engine_failed(self) -> StateText | None:
        event = self._review_state.engine_failed
        return None if event is None else empty_states.engine_failed(event.error, model=event.model)

    # # details

    def _act(self, action: str) -> None:
        match action:
            case "go_on":
                self.controller.show_next_unjudged()
            case "inspect":
                self._context.inspect()
                self.show_current_state()
            case "show_outside":
                self.in_queue.show_outside()
            case "reopen":
                self.show_state(empty_states.opening())
                self._context.reopen_requested.emit()
            case _:
                self.action_requested.emit(action)

    def show_failure(self, failure: Failure) -> None:
        """Show why an image could not be inspected."""
        self.show_state(empty_states.bad_image(failure.path, failure.error))
        self._failure = failure

    def used_codes(self) -> Sequence[str]:
        """Defect codes of this workspace, most used first."""
        return self._review_state.use.codes()

    def _show_use(self) -> None:
        self.details.code.set_used(self.used_codes())
        self.queue_pane.set_people(self._review_state.use.people(), self._context.login.name)

    def _show_note(self) -> None:
        """Say what the threshold means; the queue says that it is empty by itself."""
        self.note.show_text(self._review_state.threshold_note() if self.centre.currentWidget() is self.panels else "")

    def _show_scores(self) -> None:
        self.details.score.distribution.set_scores(self._review_state.scores)

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
