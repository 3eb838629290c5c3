"""The threshold page: one line on a histogram, and what it means in missed defects, false calls and minutes."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QFileDialog, QWidget

from vqganodip.review.judgments import QueueFilter
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.board_pictures import CalibrationBoard, CalibrationBoards
from vqganodip_gui.threshold.board_preview import BoardViewer
from vqganodip_gui.threshold.page_data import Reading, read_page
from vqganodip_gui.threshold.page_layout import FINE, ThresholdLayout
from vqganodip_gui.threshold.view_state import ThresholdViewState
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip
from vqganodip_gui.widgets.theme import current_theme

if TYPE_CHECKING:  # numpy and the plot are imported when the page is first shown
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.review.escapes import Escape
    from vqganodip.review.threshold_log import ThresholdChange
    from vqganodip.scoring.verdict import Thresholds
    from vqganodip_gui.threshold.change_signing import ChangeSigning
    from vqganodip_gui.threshold.report_content import ThresholdReport
    from vqganodip_gui.threshold.roc_plot import RocPlot
    from vqganodip_gui.threshold.score_histogram import ScoreHistogram
    from vqganodip_gui.threshold.summary import Pace

_COARSE: Final = 0.01
_REST_MS: Final = 60
_KEYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Z, Qt.Key.Key_B, Qt.Key.Key_Escape)


class ThresholdPage(ThresholdLayout):
    """See what a threshold does before it does it; every change is a record."""

    review_requested = Signal(float, float)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self._asked = 0
        self.workspace_scores: tuple[float, ...] = ()
        self._theme = current_theme()
        self._signing: ChangeSigning | None = None
        self.reading: Reading | None = None
        self.up_to_date = False
        """What was taken over from another page need not be read when it comes into sight."""
        self.own: CalibrationResult | None = None
        self.found: CalibrationResult | None = (
            None  # what is looked at: the bundle's own scores, or another classifier's
        )
        self.histogram: ScoreHistogram | None = None
        self.roc: RocPlot | None = None
        self.changes: tuple[ThresholdChange, ...] = ()
        self.pace: Pace | None = None
        self.flag_from = 0.5
        self.doubtful_until: float | None = None
        self.message = MessageStrip(self)
        self.looks = CalibrationBoards(context, self)
        self.viewer: BoardViewer | None = None
        self._list_soon = QTimer(self)  # names are read when the line rests, not while it moves
        self._list_soon.setSingleShot(True)
        self._list_soon.setInterval(_REST_MS)
        self._list_soon.timeout.connect(self._list_missed)
        self._connect()

    # reading

    def refresh(self) -> None:
        """Reads calibration, log and review times again, off the GUI thread."""
        bundle, workspace = self._context.bundle, self._context.workspace
        self._asked += 1
        number = self._asked
        if bundle is None or workspace is None:
            self._show_nothing(tr("Open a workspace and choose a model bundle to see its threshold."))
            return
        repository = workspace.repository

        def done(answer: Reading) -> None:
            if number == self._asked:
                self.show_reading(answer)

        def failed(error: Exception) -> None:
            if number == self._asked:
                self._show_nothing(format_error(error))

        self._context.tasks.run(lambda: read_page(bundle, repository), done, failed, reader=self)

    def show_reading(self, reading: Reading) -> None:
        """Show what was read, with the active thresholds."""
        self.reading, found = reading, reading.found
        fresh = self.own is None or self.found is None or self.own.bundle_sha256 != found.bundle_sha256
        self.changes, self.pace = reading.changes, reading.pace
        if fresh or self.found is None or not self.found.seen_by:
            self.own = self.found = found
        self._make_plots()
        for part in self._parts():
            part.setEnabled(True)
        self.looks.set_calibrated(found)
        self.boards.preview.set_source(self.looks, found)
        if fresh:
            self.boards.reset()
            from vqganodip_gui.threshold.report_tables import fill_classifiers, fill_metrics, metrics_protocol

            fill_classifiers(self.classifiers, found.report)
            fill_metrics(self.metrics, found.report)
            self.metrics_message.setText(metrics_protocol(found.report))
            self._fill_seen_by()
            self._draw()
        self._show_log()
        if self.histogram is not None and (fresh or reading.scores != self.workspace_scores):
            self.workspace_scores = reading.scores
            self.histogram.show_workspace(reading.scores)
        self.to_active()

    def see_by(self, name: str) -> None:
        """Shows the scores of another classifier; the bundle goes on scoring with its own."""
        if self.own is None:
            return
        self.found = self.own if name == self.own.report.chosen else self.own.by(name)
        self.boards.reset()
        self._draw()
        self.to_active()

    def _draw(self) -> None:
        """Draws what depends on the scores that are looked at."""
        from vqganodip_gui.threshold.report_tables import about

        assert self.found is not None
        assert self.histogram is not None
        assert self.roc is not None
        self.histogram.show_scores(self.found, self.logarithmic.isChecked())
        self.roc.show_scores(self.found)
        self.firm.show_calibrated(self.found)
        self.protocol.setText(about(self.found))

    def _fill_seen_by(self) -> None:
        assert self.own is not None
        chosen, box = self.own.report.chosen, self.seen_by
        box.blockSignals(True)
        box.clear()
        box.addItem(tr("{name} (chosen)").format(name=chosen), chosen)
        for name in self.own.others:
            box.addItem(name, name)
        box.blockSignals(False)
        alone = tr("This bundle kept the scores of its own classifier alone; fit it again to compare.")
        box.setToolTip(tr("Whose scores are shown") if self.own.others else alone)

    def view_state(self) -> ThresholdViewState | None:
        """Return what the page shows; None while it shows no calibration."""
        if self.reading is None or self.found is None or self.histogram is None:
            return None
        viewer, enlarged = self.viewer, None
        if viewer is not None and viewer.look is not None and self.sides.currentWidget() is viewer:
            enlarged = viewer.look, viewer.panels.view_state()
        low, high = self.histogram.plot.getPlotItem().viewRange()[0]
        return ThresholdViewState(
            reading=self.reading,
            calibrated=self.found,
            looks=self.looks,
            flag_from=self.flag_from,
            doubtful_until=self.doubtful_until,
            logarithmic=self.logarithmic.isChecked(),
            classifier=self.seen_by.currentIndex(),
            visible_scores=(low, high),
            listed_scores=self.boards.between,
            board_row=self.boards.names.currentRow(),
            tab=self.tabs.currentIndex(),
            enlarged=enlarged,
        )

    def set_view_state(self, state: ThresholdViewState) -> None:
        """Show what another threshold page showed; takes over the boards that it has loaded."""
        self.looks.deleteLater()
        self.looks = state.looks
        self.looks.setParent(self)
        self.logarithmic.blockSignals(True)
        self.logarithmic.setChecked(state.logarithmic)
        self.logarithmic.blockSignals(False)
        self.show_reading(state.reading)
        if state.calibrated.seen_by:
            self.seen_by.setCurrentIndex(state.classifier)
        if self.histogram is not None:
            self.histogram.plot.getPlotItem().setXRange(*state.visible_scores, padding=0)
        self.move_to(state.flag_from, state.doubtful_until)
        if state.listed_scores is not None:
            self.list_between(*state.listed_scores)
        else:
            self.boards.show_missed(state.calibrated, state.flag_from)
        self.boards.names.setCurrentRow(state.board_row)
        self.tabs.setCurrentIndex(state.tab)
        if state.enlarged is not None:
            look, sight = state.enlarged
            self.enlarge(look)
            if self.viewer is not None:
                self.viewer.panels.set_view_state(sight)

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy the thresholds, signed or not, and the boards shown."""
        assert isinstance(before, ThresholdPage)
        self.message.restore_from(before.message)
        state = before.view_state()
        if state is not None:
            self.set_view_state(state)
            self.up_to_date = shown

    # thresholds

    def move_to(self, flag_from: float, doubtful_until: float | bool | None = True) -> None:
        """Draw the thresholds; only :meth:`activate` changes anything.

        Args:
            flag_from: The threshold.
            doubtful_until: End of the doubtful band; None closes it, True leaves it unchanged.
        """
        from vqganodip_gui.threshold.summary import BAND_ROWS, figures_at

        if self.found is None or self.histogram is None or self.roc is None or self.pace is None:
            return
        self.flag_from = min(max(float(flag_from), 0.0), 1.0)
        end = self.doubtful_until if isinstance(doubtful_until, bool) else doubtful_until
        self.doubtful_until = self._band_beyond(end)
        self.histogram.set_thresholds(self.flag_from, self.doubtful_until)
        self.roc.set_threshold(self.flag_from)
        _put(self.typed, self.flag_from)
        banded = self.doubtful_until is not None
        if self.banded.isChecked() is not banded or self.typed_doubtful_until.isEnabled() is not banded:
            self.banded.blockSignals(True)
            self.banded.setChecked(banded)
            self.banded.blockSignals(False)
            self.typed_doubtful_until.setEnabled(banded)
            for row in BAND_ROWS:
                for label in self.rows[row]:
                    label.setVisible(banded)
        if self.doubtful_until is not None:
            _put(self.typed_doubtful_until, self.doubtful_until)
        shown = figures_at(self.found, self.thresholds(), self.pace, self._context.settings.number("boards_per_shift"))
        for (name, figure), (word, text, technical) in zip(self.rows, shown.rows, strict=True):
            for label, said in ((name, word), (figure, text)):
                if label.text() != said:
                    label.setText(said)
                    label.setToolTip(technical)
        for label, text in ((self.proof, shown.proof), (self.firmness, shown.firmness)):
            if label.text() != text:
                label.setText(text)
        self._list_soon.start()
        self.change.setEnabled(not self.found.seen_by and self.thresholds() != self.active_thresholds())

    def to_no_miss(self) -> None:
        """Draw the threshold at the lowest score of a known defect."""
        if self.found is not None:
            self.move_to(self.found.threshold.value)

    def to_active(self) -> None:
        """Draw the active thresholds."""
        if self.found is not None:
            now = self.active_thresholds()
            self.move_to(now.flag_from, now.doubtful_until)

    def set_band(self, wanted: bool) -> None:
        """Open the doubtful band up to just above the highest good board, or close it."""
        if self.found is None:
            return
        highest = float(self.found.curve.normal[-1]) if len(self.found.curve.normal) else 1.0
        above = math.floor(highest * 1e4 + 1) / 1e4
        self.move_to(self.flag_from, max(min(above, 1.0), self.flag_from + FINE) if wanted else None)

    def thresholds(self) -> Thresholds:
        """The thresholds as drawn."""
        from vqganodip.scoring.verdict import Thresholds

        return Thresholds(self.flag_from, self.doubtful_until)

    def active_thresholds(self) -> Thresholds:
        """The thresholds of the newest change for this bundle, or the bundle's own."""
        from vqganodip.review.threshold_log import active_change
        from vqganodip.scoring.verdict import Thresholds

        assert self.found is not None
        active = None if self.found.seen_by else active_change(self.changes, self.found.bundle_sha256)
        return Thresholds(self.found.in_bundle) if active is None else active.thresholds

    def active_threshold(self) -> float:
        """The active threshold."""
        return self.active_thresholds().flag_from

    def _band_beyond(self, doubtful_until: float | None) -> float | None:
        """The end of the band pushed along by the threshold; a band has no room above a threshold of 1."""
        if doubtful_until is None or self.flag_from >= 1.0:
            return None
        return min(max(float(doubtful_until), min(self.flag_from + FINE, 1.0)), 1.0)

    # changes

    def signing(self) -> ChangeSigning:
        """Made when it is first needed."""
        if self._signing is None:
            from vqganodip_gui.threshold.change_signing import ChangeSigning

            self._signing = ChangeSigning(self._context, self.looks, self)
            self._signing.signed.connect(self._signed)
            self._signing.refused.connect(lambda text: self.message.show_message(text, MessageKind.ERROR))
        return self._signing

    def activate(self, reason: str) -> None:
        """Sign and activate the thresholds as drawn, starting with the next board."""
        if self.found is not None and not self.found.seen_by:
            self.signing().activate(self.found, self.thresholds(), reason)

    def ask_change(self) -> QDialog | None:
        """Open the dialog for the thresholds as drawn."""
        if self.found is None or self.found.seen_by:
            return None
        return self.signing().ask_change(self.found, self.active_thresholds(), self.thresholds())

    def ask_back(self) -> QDialog | None:
        """Opens the dialog for the change that is chosen in the log."""
        chosen = self.log.chosen()
        if self.found is None or self.found.seen_by or chosen is None:
            return None
        return self.signing().ask_back(self.found, self.active_thresholds(), chosen)

    def ask_escape(self) -> QDialog | None:
        """Opens the dialog for a board that failed after it had left."""
        from vqganodip_gui.threshold.escape_dialog import EscapeDialog

        workspace = self._context.workspace
        if self.found is None or self.found.seen_by or workspace is None:
            return None
        dialog = EscapeDialog(
            workspace.repository, self._context.login, self._context.settings, self.active_threshold(), self
        )
        dialog.recorded.connect(self._propose)
        dialog.open()
        return dialog

    def ask_confirmed(self) -> QDialog | None:
        """Opens the dialog for a calibration with confirmed boards."""
        from vqganodip_gui.threshold.recalibration_dialog import RecalibrationDialog

        workspace = self._context.workspace
        if self.own is None or workspace is None:
            return None
        dialog = RecalibrationDialog(self._context, workspace, self.own, self.looks, self)
        text = tr("The bundle {name} is in use, with a threshold of its own.")
        dialog.used.connect(lambda name: self.message.show_message(text.format(name=name), MessageKind.DONE))
        dialog.open()
        return dialog

    def _propose(self, escape: Escape) -> None:
        """Puts the line where it would have caught the board; putting it into force is another decision."""
        assert self.found is not None
        if escape.item.inspection.bundle_sha256 != self.found.bundle_sha256:
            text = tr("On record. Its score is of another bundle and says nothing here.")
            self.message.show_message(text, MessageKind.DONE)
            return
        self.move_to(min(self.active_threshold(), escape.caught_by))
        text = tr("On record. The line stands at {value:.4f}, where it would have caught the board.")
        self.message.show_message(text.format(value=self.flag_from), MessageKind.DONE)

    def _signed(self, change: ThresholdChange) -> None:
        self.message.show_message(tr("Threshold {value:.4f} is in force.").format(value=change.value), MessageKind.DONE)
        self.refresh()

    def list_between(self, low: float, high: float) -> None:
        """Names the boards of a bar."""
        if self.found is not None:
            self._list_soon.stop()
            # boards of the workspace are scored by the bundle, whoever's scores are looked at
            wanted = QueueFilter(scores=(low, high))
            count = 0 if self.found.seen_by else sum(map(wanted.takes_score, self.workspace_scores))
            self.boards.show_between(self.found, low, high, count)

    def enlarge(self, look: CalibrationBoard) -> None:
        """Shows a board of the calibration in large panels, in place of the scores."""
        if self.found is None:
            return
        if self.viewer is None:
            self.viewer = BoardViewer()
            self.viewer.left.connect(self.leave_viewer)
            self.sides.addWidget(self.viewer)
        index = self.found.images.index(look.item.serial)
        self.viewer.show_calibration_board(look, float(self.found.scores[index]))
        self.sides.setCurrentWidget(self.viewer)
        self.setFocus()

    def leave_viewer(self) -> None:
        """Back to the scores."""
        self.sides.setCurrentIndex(0)
        self.setFocus()

    def export_to(self, path: Path) -> None:
        """Writes the calibration as one HTML page; with the ending .pdf what the page shows, as PDF."""
        from vqganodip_gui.threshold.report_export import export_report

        report = self.report()
        if report is not None:
            export_report(report, self._context.tasks, path, self.message)

    def report(self) -> ThresholdReport | None:
        """Return what an export of the page contains; None while the page shows no calibration."""
        from vqganodip_gui.threshold.change_signing import thresholds_text
        from vqganodip_gui.threshold.report_content import ThresholdReport

        if self.found is None or self.pace is None:
            return None
        texts = self.texts()
        if self.roc is not None:
            texts = replace(texts, sentences=(*texts.sentences, self.roc.promise.text()))
        if self.thresholds() != self.active_thresholds():
            drawn = tr("Drawn here and not in force: {lines}").format(lines=thresholds_text(self.thresholds()))
            texts = replace(texts, standing=(*texts.standing, drawn))
        return ThresholdReport(self.found, self.pace, self.thresholds(), self.active_thresholds(), self.changes, texts)

    def refresh_theme(self) -> None:
        """Draws the plot in the colours of the theme."""
        self._theme = current_theme()
        if self.histogram is not None and self.roc is not None:
            self.histogram.refresh_theme()
            self.roc.refresh_theme()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.up_to_date:
            self.refresh()
        self.up_to_date = False
        if self._theme is not current_theme():
            self.refresh_theme()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """The page's keys come before the shortcuts of the window, which mean boards."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else FINE
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = step if event.key() == Qt.Key.Key_Right else -step
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.doubtful_until is not None:
                self.move_to(self.flag_from, self.doubtful_until + by)
            else:
                self.move_to(self.flag_from + by)
        elif event.key() == Qt.Key.Key_Z:
            self.to_no_miss()
        elif event.key() == Qt.Key.Key_B:
            self.set_band(self.doubtful_until is None)
        elif event.key() == Qt.Key.Key_Escape and self.sides.currentIndex():
            self.leave_viewer()
        elif event.key() == Qt.Key.Key_Escape:
            self.to_active()
        else:
            super().keyPressEvent(event)

    def _make_plots(self) -> None:
        if self.histogram is not None:
            return
        from vqganodip_gui.threshold.roc_plot import RocPlot
        from vqganodip_gui.threshold.score_histogram import ScoreHistogram

        self.roc = RocPlot()
        self.tabs.addTab(self.roc, "ROC")
        self.histogram = ScoreHistogram()
        self.histogram.moved.connect(self.move_to)
        self.histogram.settled.connect(self._snapped)
        self.histogram.band_moved.connect(lambda until: self.move_to(self.flag_from, until))
        self.histogram.bar_clicked.connect(self.list_between)
        self._plot_place.addWidget(self.histogram, 1)

    def _show_nothing(self, text: str) -> None:
        self.own = self.found = None
        self.leave_viewer()
        self.protocol.setText(text)
        for part in self._parts():
            part.setEnabled(False)

    def _parts(self) -> tuple[QWidget, ...]:
        parts = (
            self.typed,
            self.no_miss,
            self.as_is,
            self.banded,
            self.typed_doubtful_until,
            self.seen_by,
            self.logarithmic,
            self.change,
            self.boards,
            self.confirmed,
            self.tabs,
            self.export,
        )
        return (*parts, self.histogram) if self.histogram is not None else parts

    def _show_log(self) -> None:
        from vqganodip.review.threshold_log import active_change
        from vqganodip.store.hash_chain import verify_changes
        from vqganodip_gui.threshold.change_signing import thresholds_text

        assert self.own is not None
        self.log.show_changes(self.changes, self.own.bundle_sha256)
        active = active_change(self.changes, self.own.bundle_sha256)
        now = f"{self.own.in_bundle:.4f}" if active is None else thresholds_text(active.thresholds)
        if active is None:
            self.standing.setText(tr("In force: {value}, as the bundle came").format(value=now))
        else:
            text = tr("In force: {value}, set on {when} by {who}")
            when = active.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
            self.standing.setText(text.format(value=now, when=when, who=active.operator))
        broken = verify_changes(self.changes).broken
        if broken is not None:
            text = tr(
                "Change {number} of the threshold was altered after it was written. Ask quality before you go on."
            )
            self.message.show_message(text.format(number=broken), MessageKind.ERROR)

    def _list_missed(self) -> None:
        if self.found is not None:
            self.boards.show_missed(self.found, self.flag_from)

    def _snapped(self, value: float) -> None:
        """A line that is let go very near the lowest defect was meant for it."""
        assert self.found is not None
        zfn = self.found.threshold.value
        self.move_to(zfn if abs(value - zfn) < _COARSE else value)

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export page"), "calibration.html", "HTML (*.html);;PDF (*.pdf)"
        )
        if chosen:
            self.export_to(Path(chosen))

    def _connect(self) -> None:
        self.typed.valueChanged.connect(lambda value: self.move_to(value))
        self.typed_doubtful_until.valueChanged.connect(lambda until: self.move_to(self.flag_from, until))
        self.banded.toggled.connect(self.set_band)
        self.no_miss.clicked.connect(self.to_no_miss)
        self.as_is.clicked.connect(self.to_active)
        self.seen_by.currentIndexChanged.connect(lambda _index: self.see_by(str(self.seen_by.currentData())))
        self.logarithmic.toggled.connect(self._draw_again)
        self.change.clicked.connect(self.ask_change)
        self.log.restore_requested.connect(self.ask_back)
        self.export.clicked.connect(self._ask_where)
        self.escape.clicked.connect(self.ask_escape)
        self.confirmed.clicked.connect(self.ask_confirmed)
        self.boards.review_requested.connect(self.review_requested)
        self.boards.preview.enlarge_requested.connect(self.enlarge)
        self._context.sources_changed.connect(self._sources_changed)
        self._context.workspace_opened.connect(self._sources_changed)

    def _sources_changed(self) -> None:
        self.own = self.found = self.reading = None
        if self.isVisible():
            self.refresh()

    def _draw_again(self, logarithmic: bool) -> None:
        if self.histogram is not None and self.found is not None:
            self.histogram.show_scores(self.found, logarithmic)


def _put(box: QDoubleSpinBox, value: float) -> None:
    """A value into a box without being told of it, unless it is there already as far as its digits go."""
    if abs(box.value() - value) > FINE / 20:
        box.blockSignals(True)
        box.setValue(value)
        box.blockSignals(False)
