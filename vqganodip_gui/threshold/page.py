"""Threshold page: drawn thresholds on a histogram, and what they mean in missed defects, false calls and minutes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from vqganodip.review.accounts import Permission
from vqganodip.review.judgments import QueueFilter
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.held_keys import HeldKeys
from vqganodip_gui.threshold.board_pictures import CalibrationBoard, CalibrationBoards
from vqganodip_gui.threshold.draft import COARSE, FINE, ThresholdDraft
from vqganodip_gui.threshold.normal_only_view import NormalOnlyView
from vqganodip_gui.threshold.page_changes import PageChanges
from vqganodip_gui.threshold.page_data import Reading, read_page
from vqganodip_gui.threshold.page_view import ThresholdView
from vqganodip_gui.threshold.view_state import ThresholdViewState
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip, Until
from vqganodip_gui.widgets.page import Page
from vqganodip_gui.widgets.theme import current_theme

if TYPE_CHECKING:  # numpy and the plot are imported when the page is first shown
    from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.review.threshold_log import Application, ThresholdChange
    from vqganodip_gui.threshold.report_content import ThresholdReport
    from vqganodip_gui.threshold.summary import Pace

_REST_MS: Final = 60
_KEYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Z, Qt.Key.Key_B, Qt.Key.Key_Escape)


class ThresholdPage(Page):
    """Page that shows what thresholds would do before they are active; every change is a record.

    Attributes:
        draft: The drawn thresholds and the calibration they belong to.
        view: The widgets.
        normal: The widgets for a model without known defects.
    """

    review_requested = Signal(float, float)
    calibration_left = Signal()
    """Emitted before another calibration is shown, or none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self._request = 0
        self._theme = current_theme()
        self._held = HeldKeys(self)
        self._up_to_date = False  # state copied from another page need not be read when the page is shown
        self.workspace_scores: tuple[float, ...] = ()
        self.reading: Reading | None = None
        self.pace: Pace | None = None
        self.draft = ThresholdDraft()
        self.view = ThresholdView()
        self.normal = NormalOnlyView()
        self._views = QStackedWidget()
        self._views.addWidget(self.view)
        self._views.addWidget(self.normal)
        self.message = MessageStrip(self)
        self.changes = PageChanges(self, context)
        self.calibration_boards = CalibrationBoards(context, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(self._views)
        self._list_soon = QTimer(self)  # names are read when the line rests, not while it moves
        self._list_soon.setSingleShot(True)
        self._list_soon.setInterval(_REST_MS)
        self._list_soon.timeout.connect(self._list_missed)
        self._connect()

    # reading

    def refresh(self) -> None:
        """Read calibration, log and review times again, off the GUI thread."""
        bundle, workspace = self._context.bundle, self._context.workspace
        self._request += 1
        number = self._request
        if bundle is None or workspace is None:
            self._show_nothing(tr("Open a workspace and choose a model bundle to see its threshold."))
            return
        repository = workspace.repository

        def done(answer: Reading) -> None:
            if number == self._request:
                self.show_reading(answer)

        def failed(error: Exception) -> None:
            if number == self._request:
                self._show_nothing(format_error(error))

        self._context.tasks.run(lambda: read_page(bundle, repository), done, failed, reader=self)

    def show_reading(self, reading: Reading) -> None:
        """Show what was read, with the active thresholds."""
        from vqganodip.calibration.result import CalibrationResult

        self.reading, self.pace = reading, reading.pace
        if not isinstance(reading.found, CalibrationResult):
            self._show_normal_only(reading, reading.found)
            return
        self.normal.clear()
        self._views.setCurrentWidget(self.view)
        fresh = self.draft.set_calibration(reading.found, reading.changes)
        self.view.make_plots()
        self.view.set_active(True)
        if fresh:
            self._leave_calibration()
            self.view.boards.set_calibration(self.calibration_boards, reading.found)
            self.view.show_report(reading.found)
            self.view.show_calibration(reading.found, self._model(reading.found))
        self._show_log(reading.applications)
        self.changes.offer_waiting(reading.waiting, self.view.log)
        if self.view.histogram is not None and (fresh or reading.scores != self.workspace_scores):
            self.workspace_scores = reading.scores
            self.view.histogram.show_workspace(reading.scores)
        self.move_to_active()

    def _show_normal_only(self, reading: Reading, found: NormalCalibration) -> None:
        """Show the threshold of a model without known defects."""
        before = self.normal.calibration
        if before is None or before.bundle_sha256 != found.bundle_sha256:
            self._leave_calibration()
        self.draft.clear()
        self._views.setCurrentWidget(self.normal)
        self.normal.show_reading(reading, found, str(self._context.name_of(found.bundle)))
        self.workspace_scores = reading.scores
        self.normal.show_workspace(reading.scores)
        self._warn_of_broken_log(reading.changes)
        self.changes.offer_waiting(reading.waiting, self.normal.log)

    def show_classifier(self, name: str) -> None:
        """Show the scores of another classifier; the bundle keeps scoring with its own."""
        self.draft.choose_classifier(name)
        if self.draft.calibration is not None:
            self.view.boards.set_calibration(self.calibration_boards, self.draft.calibration)
            self.view.show_calibration(self.draft.calibration, self._model(self.draft.calibration))
            self.move_to_active()

    def view_state(self) -> ThresholdViewState | None:
        """Return what the page shows; None while it shows no calibration."""
        draft, view = self.draft, self.view
        if self.reading is None or draft.calibration is None or view.histogram is None:
            return None
        low, high = view.histogram.plot.getPlotItem().viewRange()[0]
        return ThresholdViewState(
            reading=self.reading,
            calibrated=draft.calibration,
            calibration_boards=self.calibration_boards,
            flag_from=draft.flag_from,
            doubtful_until=draft.doubtful_until,
            logarithmic=view.logarithmic.isChecked(),
            classifier=view.classifier.currentIndex(),
            visible_scores=(low, high),
            listed_scores=view.boards.between,
            board_row=view.boards.names.currentRow(),
            tab=view.tabs.currentIndex(),
            enlarged=view.enlarged(),
        )

    def set_view_state(self, state: ThresholdViewState) -> None:
        """Show what another threshold page showed; takes over the boards that it has loaded."""
        view = self.view
        self.calibration_boards.deleteLater()
        self.calibration_boards = state.calibration_boards
        self.calibration_boards.setParent(self)
        view.set_logarithmic(state.logarithmic)
        self.show_reading(state.reading)
        if state.calibrated.shown_classifier:
            view.classifier.setCurrentIndex(state.classifier)
        if view.histogram is not None:
            view.histogram.plot.getPlotItem().setXRange(*state.visible_scores, padding=0)
        self.move_to(state.flag_from, state.doubtful_until)
        if state.listed_scores is not None:
            self.list_between(*state.listed_scores)
        else:
            view.boards.show_missed(state.calibrated, state.flag_from)
        view.boards.names.setCurrentRow(state.board_row)
        view.tabs.setCurrentIndex(state.tab)
        if state.enlarged is not None:
            board, panels = state.enlarged
            self.enlarge(board)
            if view.viewer is not None:
                view.viewer.panels.set_view_state(panels)

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy the thresholds, signed or not, and the boards shown."""
        assert isinstance(before, ThresholdPage)
        self.message.restore_from(before.message)
        state = before.view_state()
        if state is not None:
            self.set_view_state(state)
            self._up_to_date = shown
        elif before.normal.calibration is not None and before.reading is not None:
            self.show_reading(before.reading)
            self.normal.move_to(before.normal.flag_from, before.normal.doubtful_until)
            self._up_to_date = shown

    # thresholds

    def move_to(self, flag_from: float, doubtful_until: float | bool | None = True) -> None:
        """Draw the thresholds; nothing changes until they are signed.

        Args:
            flag_from: The threshold.
            doubtful_until: End of the doubtful band; None closes it, True leaves it unchanged.
        """
        from vqganodip_gui.threshold.summary import figures_at

        draft = self.draft
        if draft.calibration is None or self.view.histogram is None or self.pace is None:
            return
        draft.move(flag_from, draft.doubtful_until if isinstance(doubtful_until, bool) else doubtful_until)
        self.message.check()
        self.view.show_thresholds(draft.calibration, draft.flag_from, draft.doubtful_until)
        shift = self._context.settings.number("boards_per_shift")
        self.view.show_figures(figures_at(draft.calibration, draft.thresholds(), self.pace, shift))
        self._list_soon.start()
        self.view.change.setEnabled(draft.is_changed())

    def move_to_no_miss(self) -> None:
        """Draw the threshold at the lowest score of a known defect."""
        if self.draft.calibration is not None:
            self.move_to(self.draft.calibration.threshold.value)

    def move_to_active(self) -> None:
        """Draw the active thresholds."""
        if self.draft.calibration is not None:
            now = self.draft.active_thresholds()
            self.move_to(now.flag_from, now.doubtful_until)

    def set_band(self, wanted: bool) -> None:
        """Open the doubtful band up to just above the highest good board, or close it."""
        if self.draft.calibration is not None:
            self.move_to(self.draft.flag_from, self.draft.proposed_band() if wanted else None)

    # changes

    def drawn(self) -> ThresholdDraft | NormalOnlyView:
        """Return the owner of the thresholds as drawn."""
        return self.draft if self.normal.calibration is None else self.normal

    def signable(self) -> AnyCalibration | None:
        """The calibration whose thresholds can be signed; None if there is none."""
        return self.draft.signable() or self.normal.calibration

    # boards

    def list_between(self, low: float, high: float) -> None:
        """List the boards of a bar of the histogram."""
        calibration = self.draft.calibration
        if calibration is not None:
            self._list_soon.stop()
            # boards of the workspace are scored by the bundle, whichever classifier is shown
            wanted = QueueFilter(scores=(low, high))
            count = 0 if calibration.shown_classifier else sum(map(wanted.takes_score, self.workspace_scores))
            self.view.boards.show_between(calibration, low, high, count)

    def enlarge(self, look: CalibrationBoard) -> None:
        """Show a board of the calibration in large panels, in place of the histogram."""
        calibration = self.draft.calibration
        if calibration is not None:
            index = calibration.images.index(look.item.serial)
            self.view.enlarge(look, float(calibration.scores[index]))
            self.setFocus()

    def leave_viewer(self) -> None:
        """Show the histogram again."""
        self.view.sides.setCurrentIndex(0)
        self.setFocus()

    # export

    def export_to(self, path: Path) -> None:
        """Write the calibration as one HTML page, or the page as PDF if the path ends in .pdf."""
        from vqganodip_gui.threshold.report_export import export_report

        report = self.report()
        if report is not None:
            export_report(report, self._context.tasks, path, self.message)

    def report(self) -> ThresholdReport | None:
        """Return what an export of the page contains; None while the page shows no calibration."""
        from vqganodip_gui.threshold.change_signing import thresholds_text
        from vqganodip_gui.threshold.report_content import ThresholdReport

        owner = self.drawn()
        if owner.calibration is None or self.pace is None:
            return None
        drawn, active = owner.thresholds(), owner.active_thresholds()
        texts = self.view.texts() if owner is self.draft else self.normal.texts()
        if owner is self.draft and self.view.roc is not None:
            texts = replace(texts, sentences=(*texts.sentences, self.view.roc.promise.text()))
        if drawn != active:
            line = tr("Drawn here and not in force: {lines}").format(lines=thresholds_text(drawn, owner.calibration))
            texts = replace(texts, standing=(*texts.standing, line))
        model = self._context.name_of(owner.calibration.bundle)
        return ThresholdReport(owner.calibration, model, self.pace, drawn, active, owner.changes, texts)

    def refresh_theme(self) -> None:
        self._theme = current_theme()
        self.view.refresh_theme()
        self.normal.refresh_theme()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._up_to_date:
            self.refresh()
        self._up_to_date = False
        if self._theme is not current_theme():
            self.refresh_theme()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keys of the page take precedence over shortcuts of the window, which are about boards."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_own(event):
            super().keyPressEvent(event)
            return
        draft, fresh = self.draft, self._held.press(event)
        if self.normal.calibration is not None:
            self.normal.press(event)
            return
        step = COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else FINE
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = step if event.key() == Qt.Key.Key_Right else -step
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and draft.doubtful_until is not None:
                self.move_to(draft.flag_from, draft.doubtful_until + by)
            else:
                self.move_to(draft.flag_from + by)
        elif not fresh:
            return  # a key that is held moves the line, but switches nothing on and off
        elif event.key() == Qt.Key.Key_Z:
            self.move_to_no_miss()
        elif event.key() == Qt.Key.Key_B:
            self.set_band(draft.doubtful_until is None)
        elif event.key() == Qt.Key.Key_Escape and self.view.sides.currentIndex():
            self.leave_viewer()
        else:
            self.move_to_active()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._held.release(event)
        super().keyReleaseEvent(event)

    def _leave_calibration(self) -> None:
        """End what shows boards of the calibration before: dialogs and the large panels."""
        self.calibration_left.emit()
        if self.view.enlarged() is not None:
            self.leave_viewer()

    def _show_nothing(self, text: str) -> None:
        self.draft.clear()
        self.normal.clear()
        self._views.setCurrentWidget(self.view)
        self._leave_calibration()
        self.view.protocol.setText(text)
        self.view.set_active(False)

    def _model(self, calibration: CalibrationResult) -> str:
        """Return the name of the model of a calibration."""
        return str(self._context.name_of(calibration.bundle))

    def _names_changed(self) -> None:
        calibration = self.draft.calibration
        if calibration is not None and self.view.histogram is not None:
            self.view.show_calibration(calibration, self._model(calibration))
        elif self.normal.calibration is not None and self.reading is not None:
            self.show_reading(self.reading)

    def _show_log(self, applications: tuple[Application, ...]) -> None:
        from vqganodip.review.threshold_log import active_change

        own, changes = self.draft.bundle_calibration, self.draft.changes
        assert own is not None
        self.view.log.show_changes(changes, applications, own)
        self.view.show_active_change(active_change(changes, own.bundle_sha256), own)
        self._warn_of_broken_log(changes)

    def _warn_of_broken_log(self, changes: tuple[ThresholdChange, ...]) -> None:
        from vqganodip.store.hash_chain import verify_changes

        broken = verify_changes(changes).broken
        if broken is not None:
            text = tr(
                "Change {number} of the threshold was altered after it was written. Ask quality before you continue."
            )
            self.message.show_message(text.format(number=broken), MessageKind.ERROR, until=(Until.SOURCES,))

    def _list_missed(self) -> None:
        if self.draft.calibration is not None:
            self.view.boards.show_missed(self.draft.calibration, self.draft.flag_from)

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export page"), "calibration.html", "HTML (*.html);;PDF (*.pdf)"
        )
        if chosen:
            self.export_to(Path(chosen))

    def _connect(self) -> None:
        view = self.view
        view.typed.valueChanged.connect(lambda value: self.move_to(value))
        view.typed_doubtful_until.valueChanged.connect(lambda until: self.move_to(self.draft.flag_from, until))
        view.banded.toggled.connect(self.set_band)
        view.no_miss.clicked.connect(self.move_to_no_miss)
        view.reset.clicked.connect(self.move_to_active)
        view.classifier.currentIndexChanged.connect(
            lambda _index: self.show_classifier(str(view.classifier.currentData()))
        )
        view.logarithmic.toggled.connect(self._draw_histogram)
        view.change.clicked.connect(self.changes.ask_change)
        view.log.restore_requested.connect(self.changes.ask_restore)
        view.log.apply_requested.connect(self.changes.apply_to_waiting)
        for button in (view.export, self.normal.export):
            button.clicked.connect(self._ask_where)
        view.escape.clicked.connect(self.changes.ask_escape)
        view.confirmed.clicked.connect(self.changes.ask_confirmed)
        view.boards.review_requested.connect(self.review_requested)
        view.boards.preview.enlarge_requested.connect(self.enlarge)
        view.viewer_left.connect(self.leave_viewer)
        view.plots_made.connect(self._connect_histogram)
        self._context.sources_changed.connect(self._sources_changed)
        self._context.names_changed.connect(self._names_changed)
        self._context.workspace_opened.connect(self._sources_changed)
        login = self._context.login
        normal = self.normal
        normal.change.clicked.connect(self.changes.ask_change)
        normal.fit.clicked.connect(self.changes.ask_confirmed)
        normal.grow.clicked.connect(self.changes.ask_growing)
        normal.grow.guard(login, Permission.MAKE_MODELS)
        normal.escape.clicked.connect(self.changes.ask_escape)
        normal.log.restore_requested.connect(self.changes.ask_restore)
        normal.log.apply_requested.connect(self.changes.apply_to_waiting)
        normal.moved.connect(self.message.check)
        for button in (view.change, view.confirmed, normal.change, normal.fit):
            button.guard(login, Permission.SET_THRESHOLD)
        for log in (view.log, normal.log):
            for button in (log.apply, log.back):
                button.guard(login, Permission.SET_THRESHOLD)
        for button in (view.escape, normal.escape):
            button.guard(login, Permission.CORRECT_OTHERS)
        self.message.follow_context(self._context)
        self.message.follow(Until.THRESHOLD, lambda: self.drawn().thresholds())

    def _connect_histogram(self) -> None:
        histogram = self.view.histogram
        assert histogram is not None
        histogram.moved.connect(self.move_to)
        histogram.settled.connect(lambda value: self.move_to(self.draft.snapped(value)))
        histogram.band_moved.connect(lambda until: self.move_to(self.draft.flag_from, until))
        histogram.bar_clicked.connect(self.list_between)

    def _sources_changed(self) -> None:
        """Leave the calibration of the model before; its figures stay, disabled, until the new one is read."""
        self.draft.clear()
        self.normal.clear()
        self.reading = None
        self._leave_calibration()
        self.view.set_active(False)
        if self.isVisible():
            self.refresh()

    def _draw_histogram(self, logarithmic: bool) -> None:
        if self.view.histogram is not None and self.draft.calibration is not None:
            self.view.histogram.show_scores(self.draft.calibration, logarithmic)


def _is_own(event: QKeyEvent) -> bool:
    """True for a key of the page; with Ctrl or Alt, letters belong to the menus."""
    arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return event.key() in _KEYS and (arrow or not held)
