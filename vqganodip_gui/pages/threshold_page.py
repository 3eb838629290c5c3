"""The threshold page: one line on a histogram, and what it means in missed defects, false calls and minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QTreeWidgetItem,
    QWidget,
)

from vqganodip.errors import VqganodipError
from vqganodip_gui.context import Context
from vqganodip_gui.theme import current_theme
from vqganodip_gui.threshold.parts import FINE, ThresholdParts
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip
from vqganodip_gui.words import tr

if TYPE_CHECKING:  # numpy and the plot are imported when the page is first shown
    from vqganodip.calibrated import Calibrated
    from vqganodip.escapes import Escape
    from vqganodip.threshold_log import ThresholdChange, ThresholdLog
    from vqganodip_gui.threshold.roc_plot import RocPlot
    from vqganodip_gui.threshold.score_histogram import ScoreHistogram

REVIEW_S: Final = 8.0
"""Seconds that a board takes to review where all are looked at; the paper's figure (section 4)."""

_COARSE: Final = 0.01
_LISTED: Final = 200
_REST_MS: Final = 60
_KEYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Z, Qt.Key.Key_Escape)


class ThresholdPage(ThresholdParts):
    """See what a threshold does before it does it; every change is a record."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self._asked = 0
        self._theme = current_theme()
        self.found: Calibrated | None = None
        self.histogram: ScoreHistogram | None = None
        self.roc: RocPlot | None = None
        self.changes: tuple[ThresholdChange, ...] = ()
        self.value = 0.5
        self.message = MessageStrip(self)
        self._list_soon = QTimer(self)  # names are read when the line rests, not while it moves
        self._list_soon.setSingleShot(True)
        self._list_soon.setInterval(_REST_MS)
        self._list_soon.timeout.connect(self._list_missed)
        self._connect()

    def refresh(self) -> None:
        """Reads calibration and log again, off the GUI thread."""
        bundle, workspace = self._context.bundle, self._context.workspace
        self._asked += 1
        number = self._asked
        if bundle is None or workspace is None:
            self._show_nothing(tr("Open a workspace and choose a model bundle to see its threshold."))
            return
        repository = workspace.repository

        def read() -> tuple[Calibrated, tuple[ThresholdChange, ...]]:
            from vqganodip.calibrated import open_calibrated

            return open_calibrated(bundle), tuple(repository.threshold_changes())

        def done(answer: tuple[Calibrated, tuple[ThresholdChange, ...]]) -> None:
            if number == self._asked:
                self._show(*answer)

        def failed(error: Exception) -> None:
            if number == self._asked:
                self._show_nothing(str(error))

        self._context.tasks.run(read, done, failed)

    def move_to(self, value: float) -> None:
        """Puts the line somewhere; only :meth:`put_in_force` changes anything."""
        from vqganodip_gui.threshold.figures import figures_at

        if self.found is None or self.histogram is None or self.roc is None:
            return
        self.value = min(max(float(value), 0.0), 1.0)
        self.histogram.set_threshold(self.value)
        self.roc.set_threshold(self.value)
        if abs(self.typed.value() - self.value) > FINE / 20:
            self.typed.blockSignals(True)
            self.typed.setValue(self.value)
            self.typed.blockSignals(False)
        shown = figures_at(self.found, self.value, REVIEW_S)
        texts = [text for row in shown.rows for text in row]
        labels = [label for row in self.rows for label in row]
        for label, text in zip(
            (*labels, self.proof, self.firmness), (*texts, shown.proof, shown.firmness), strict=True
        ):
            if label.text() != text:
                label.setText(text)
        self._list_soon.start()
        self.change.setEnabled(self.value != self.now())

    def to_no_miss(self) -> None:
        """Puts the line at the lowest score of a known defect."""
        if self.found is not None:
            self.move_to(self.found.threshold.value)

    def to_now(self) -> None:
        """Puts the line back where it is in force."""
        if self.found is not None:
            self.move_to(self.now())

    def now(self) -> float:
        """The threshold in force: that of the newest change for this bundle, or the bundle's own."""
        from vqganodip.threshold_log import in_force

        assert self.found is not None
        standing = in_force(self.changes, self.found.bundle_sha256)
        return self.found.in_bundle if standing is None else standing.value

    def put_in_force(self, reason: str) -> None:
        """Signs the change and makes it count from the next board on."""
        found, value = self.found, self.value
        if found is None:
            return
        missed = len(found.missed(value))

        def act(log: ThresholdLog) -> ThresholdChange:
            return log.put_in_force(
                value,
                calibrated=found.threshold.value,
                missed=missed,
                bundle_sha256=found.bundle_sha256,
                data_sha256=found.data_sha256,
                reason=reason,
            )

        self._sign(act)

    def go_back(self, record_id: int, reason: str) -> None:
        """Puts the threshold of an earlier change into force again."""
        found = self.found
        if found is not None:
            self._sign(lambda log: log.go_back(record_id, bundle_sha256=found.bundle_sha256, reason=reason))

    def ask_change(self) -> QDialog | None:
        """Opens the dialog for the line as it stands."""
        from vqganodip_gui.threshold.change_dialog import ChangeDialog

        if self.found is None:
            return None
        missed = [self.found.images[i] for i in self.found.missed(self.value)]
        text = tr("From {old:.4f} to {new:.4f}, from the next board on. Boards in the queue keep their verdict.")
        dialog = ChangeDialog(
            tr("Put a threshold into force"),
            text.format(old=self.now(), new=self.value),
            missed,
            needed=bool(missed),
            parent=self,
        )
        dialog.accepted.connect(lambda: self.put_in_force(dialog.reason.toPlainText()))
        dialog.open()
        return dialog

    def ask_back(self) -> QDialog | None:
        """Opens the dialog for the change that is chosen in the log."""
        from vqganodip_gui.threshold.change_dialog import ChangeDialog

        chosen = self._chosen()
        if self.found is None or chosen is None:
            return None
        missed = [self.found.images[i] for i in self.found.missed(chosen.value)]
        text = tr("Back from {old:.4f} to {new:.4f}, as of change {number}.")
        dialog = ChangeDialog(
            tr("Go back to an earlier threshold"),
            text.format(old=self.now(), new=chosen.value, number=chosen.record_id),
            missed,
            needed=True,
            parent=self,
        )
        dialog.accepted.connect(lambda: self.go_back(chosen.record_id, dialog.reason.toPlainText()))
        dialog.open()
        return dialog

    def ask_escape(self) -> QDialog | None:
        """Opens the dialog for a board that failed after it had left."""
        from vqganodip_gui.threshold.escape_dialog import EscapeDialog

        workspace = self._context.workspace
        if self.found is None or workspace is None:
            return None
        dialog = EscapeDialog(workspace.repository, self._context.signed_in, self._context.settings, self.now(), self)
        dialog.recorded.connect(self._propose)
        dialog.open()
        return dialog

    def _propose(self, escape: Escape) -> None:
        """Puts the line where it would have caught the board; putting it into force is another decision."""
        assert self.found is not None
        if escape.item.inspection.bundle_sha256 != self.found.bundle_sha256:
            self.message.say(tr("On record. Its score is of another bundle and says nothing here."), MessageKind.DONE)
            return
        self.move_to(min(self.now(), escape.caught_by))
        text = tr("On record. The line stands at {value:.4f}, where it would have caught the board.")
        self.message.say(text.format(value=self.value), MessageKind.DONE)

    def list_between(self, low: float, high: float) -> None:
        """Names the boards of a bar."""
        if self.found is None:
            return
        inside = self.found.between(low, high)
        self._list_soon.stop()
        self.listed_title.setText(
            tr("{count} boards with a score from {low:.3f} to {high:.3f}").format(count=len(inside), low=low, high=high)
        )
        self._fill(inside)

    def export_to(self, path: Path) -> None:
        """Writes the calibration as one HTML page, off the GUI thread."""
        found = self.found
        if found is None:
            return

        def write() -> None:
            from vqganodip.files import write_beside
            from vqganodip.report_page import CalibrationContent, calibration_page

            content = CalibrationContent(
                report=found.report,
                scores=tuple(found.scores.tolist()),
                labels=tuple(found.labels.tolist()),
                images=found.images,
                bundle_name=found.bundle.resolve().name,
                bundle_sha256=found.bundle_sha256,
                made_at=datetime.now(UTC),
                review_s=REVIEW_S,
            )
            write_beside(path, calibration_page(content).encode("utf-8", "backslashreplace"))

        def done(_: None) -> None:
            self.message.say(tr("Page written to {path}").format(path=path), MessageKind.DONE)

        self._context.tasks.run(write, done, lambda error: self.message.say(str(error), MessageKind.ERROR))

    def refresh_theme(self) -> None:
        """Draws the plot in the colours of the theme."""
        self._theme = current_theme()
        if self.histogram is not None and self.roc is not None:
            self.histogram.refresh_theme()
            self.roc.refresh_theme()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
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
            self.move_to(self.value + (step if event.key() == Qt.Key.Key_Right else -step))
        elif event.key() == Qt.Key.Key_Z:
            self.to_no_miss()
        elif event.key() == Qt.Key.Key_Escape:
            self.to_now()
        else:
            super().keyPressEvent(event)

    def _show(self, found: Calibrated, changes: tuple[ThresholdChange, ...]) -> None:
        from vqganodip_gui.threshold.roc_plot import RocPlot
        from vqganodip_gui.threshold.score_histogram import ScoreHistogram

        fresh = self.found is None or self.found.bundle_sha256 != found.bundle_sha256
        self.found, self.changes = found, changes
        if self.histogram is None or self.roc is None:
            self.roc = RocPlot()
            self.tabs.addTab(self.roc, "ROC")
            self.histogram = ScoreHistogram()
            self.histogram.moved.connect(self._dragged)
            self.histogram.settled.connect(self._snapped)
            self.histogram.bar_clicked.connect(self.list_between)
            self._plot_place.addWidget(self.histogram, 1)
        report = found.report
        text = tr(
            "{bundle}: {good} good and {bad} defective boards, each scored while it was left out (protocol {name})."
        )
        self.protocol.setText(
            text.format(bundle=found.bundle.name, good=report.normal, bad=report.abnormal, name=report.protocol.value)
        )
        for part in self._parts():
            part.setEnabled(True)
        if fresh:
            from vqganodip_gui.threshold.report_tables import fill_classifiers, fill_metrics

            self.histogram.show_scores(found, self.logarithmic.isChecked())
            self.roc.show_scores(found)
            fill_classifiers(self.classifiers, report)
            fill_metrics(self.metrics, report)
        self._show_log()
        self.move_to(self.now())

    def _show_nothing(self, text: str) -> None:
        self.found = None
        self.protocol.setText(text)
        for part in self._parts():
            part.setEnabled(False)

    def _parts(self) -> tuple[QWidget, ...]:
        parts = (
            self.typed,
            self.no_miss,
            self.as_is,
            self.logarithmic,
            self.change,
            self.listed,
            self.tabs,
            self.export,
        )
        return (*parts, self.histogram) if self.histogram is not None else parts

    def _show_log(self) -> None:
        from vqganodip.threshold_log import first_broken_change, in_force

        assert self.found is not None
        self.log.clear()
        for change in reversed(self.changes):
            before = "–" if change.before is None else f"{change.before:.4f}"
            mine = change.bundle_sha256 == self.found.bundle_sha256
            when = change.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
            why = change.reason if mine else tr("(another bundle)") + f" {change.reason}"
            values = [str(change.record_id), when, change.operator, before, f"{change.value:.4f}", why]
            row = QTreeWidgetItem(values)
            row.setToolTip(5, change.reason)
            row.setDisabled(not mine)
            self.log.addTopLevelItem(row)
        for column in range(5):
            self.log.resizeColumnToContents(column)
        standing = in_force(self.changes, self.found.bundle_sha256)
        if standing is None:
            self.standing.setText(tr("In force: {value:.4f}, as the bundle came").format(value=self.found.in_bundle))
        else:
            text = tr("In force: {value:.4f}, set on {when} by {who}")
            when = standing.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
            self.standing.setText(text.format(value=standing.value, when=when, who=standing.operator))
        broken = first_broken_change(self.changes)
        if broken is not None:
            text = tr(
                "Change {number} of the threshold was altered after it was written. Ask quality before you go on."
            )
            self.message.say(text.format(number=broken), MessageKind.ERROR)

    def _list_missed(self) -> None:
        if self.found is None:
            return
        missed = self.found.missed(self.value)
        if missed:
            self.listed_title.setText(tr("Known defects that would pass unseen: {count}").format(count=len(missed)))
            self._fill(missed)
            return
        self.listed_title.setText(tr("The hardest known defects (lowest scores first)"))
        self._fill(self.found.missed(2.0)[:10])

    def _fill(self, which: tuple[int, ...]) -> None:
        assert self.found is not None
        names = [f"{self.found.scores[i]:.4f}   {self.found.images[i]}" for i in which[:_LISTED]]
        if [self.listed.item(i).text() for i in range(self.listed.count())] != names:
            self.listed.clear()
            self.listed.addItems(names)

    def _dragged(self, value: float) -> None:
        self.move_to(value)

    def _snapped(self, value: float) -> None:
        """A line that is let go very near the lowest defect was meant for it."""
        assert self.found is not None
        zfn = self.found.threshold.value
        self.move_to(zfn if abs(value - zfn) < _COARSE else value)

    def _sign(self, act: Callable[[ThresholdLog], ThresholdChange]) -> None:
        from vqganodip.threshold_log import ThresholdLog

        workspace, settings = self._context.workspace, self._context.settings
        if workspace is None:
            return
        who = self._context.signed_in
        role = who.role or ("nobody" if who.closed else "")
        log = ThresholdLog(workspace.repository, operator=who.name, role=role, station=settings.text("station"))
        try:
            change = act(log)
        except VqganodipError as error:
            self.message.say(str(error), MessageKind.ERROR)
            return
        self.message.say(tr("Threshold {value:.4f} is in force.").format(value=change.value), MessageKind.DONE)
        self.refresh()

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export page"), "calibration.html", "HTML (*.html)")
        if chosen:
            self.export_to(Path(chosen))

    def _chosen(self) -> ThresholdChange | None:
        item = self.log.currentItem()
        if item is None or item.isDisabled():
            return None
        return next((c for c in self.changes if str(c.record_id) == item.text(0)), None)

    def _connect(self) -> None:
        self.typed.valueChanged.connect(self.move_to)
        self.no_miss.clicked.connect(self.to_no_miss)
        self.as_is.clicked.connect(self.to_now)
        self.logarithmic.toggled.connect(self._draw_again)
        self.change.clicked.connect(self.ask_change)
        self.back.clicked.connect(self.ask_back)
        self.export.clicked.connect(self._ask_where)
        self.escape.clicked.connect(self.ask_escape)
        self.log.currentItemChanged.connect(lambda *_: self.back.setEnabled(self._chosen() is not None))
        self._context.sources_changed.connect(self._sources_changed)
        self._context.workspace_opened.connect(self._sources_changed)

    def _sources_changed(self) -> None:
        self.found = None
        if self.isVisible():
            self.refresh()

    def _draw_again(self, logarithmic: bool) -> None:
        if self.histogram is not None and self.found is not None:
            self.histogram.show_scores(self.found, logarithmic)
