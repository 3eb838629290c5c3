"""Judgments become calibration data on purpose: what would enter and why, the report before and after, a signature."""

from __future__ import annotations

import shutil
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from vqganodip.calibration.fit import ImageMeasured, Searching
from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration
from vqganodip.calibration.recalibrate import Offer, Recalibrated, offer_boards, recalibrate
from vqganodip.errors import Message, VqganodipError, plain
from vqganodip.number_format import grouped, rounded_down, rounded_up
from vqganodip.review.accounts import Permission
from vqganodip.review.threshold_log import ThresholdLog
from vqganodip.scoring.verdict import Thresholds
from vqganodip.statistics import miss_rate_upper_bound
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.dialog_form import ActionDialog
from vqganodip_gui.widgets.plain_table import make_table
from vqganodip_gui.widgets.reason_dialog import ReasonField

if TYPE_CHECKING:
    from vqganodip.store.workspace import Workspace
    from vqganodip_gui.threshold.board_pictures import CalibrationBoards


class RecalibrationDialog(ActionDialog):
    """Dialog that refits a bundle with confirmed boards and puts it into use with a reason."""

    used = Signal(str)
    _progressed = Signal(object, float)

    def __init__(
        self,
        context: Context,
        workspace: Workspace,
        found: AnyCalibration,
        looks: CalibrationBoards,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Calibrate with confirmed boards"),
            (tr("Calibrate again"), tr("Put the new bundle into use")),
            parent,
        )
        self._context, self._workspace, self._found, self._looks = context, workspace, found, looks
        self._stop = threading.Event()
        self._into: Path | None = None
        self.offer: Offer | None = None
        self.result_: Recalibrated | None = None
        self.folder = None if isinstance(found, NormalCalibration) else looks.folder(found)
        self.message = QLabel(tr("The judgments are read …"))
        self.place = QLabel()
        self.status = QLabel()
        for label in (self.message, self.place, self.status):
            label.setWordWrap(True)
            label.setMinimumWidth(620)
        self.place.setObjectName("muted")
        self.entries = make_table((tr("Serial number"), tr("Judged"), tr("Confirmed by"), tr("Score")), tr("Boards"))
        self.figures = make_table(("", tr("Before"), tr("After")), tr("Before and after"))
        self.entries.setMinimumHeight(120)
        self.figures.setMinimumHeight(212)
        self.figures.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.reason = ReasonField(needed=True, height=56)
        self.reason.hide()
        self.choose = QPushButton(tr("Locate…"))
        self.start, self.use = self.primary
        self.start.setEnabled(False)
        self.use.hide()
        self._lay_out()
        self.choose.clicked.connect(self._ask_where)
        self.start.clicked.connect(self.calibrate)
        self.use.clicked.connect(self.put_in_use)
        self.reason.textChanged.connect(self._refresh)
        self._progressed.connect(self._show_progress)
        self._show_place()
        repository = workspace.repository
        context.tasks.run(lambda: offer_boards(repository, found), self._show_offer, self._fail, reader=self)

    def set_folder(self, folder: Path) -> None:
        """The labelled boards that the bundle was fitted on lie here."""
        assert not isinstance(self._found, NormalCalibration)
        self._looks.set_folder(self._found, folder)
        self.folder = folder
        self._show_place()

    def calibrate(self) -> None:
        """Fit a copy of the bundle; the bundle in use is not changed."""
        offer, folder = self.offer, self.folder
        if offer is None or not self._has_boards():
            return
        try:
            self._context.login.require(Permission.SET_THRESHOLD)
        except VqganodipError as error:
            self.status.setText(format_error(error))
            return
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        into = self._workspace.folder / "bundles" / f"{self._found.bundle.resolve().name}-{stamp}"
        bundle, stop = self._found.bundle, self._stop
        self.start.setEnabled(False)
        self.bar.show()

        def job() -> Recalibrated:
            into.parent.mkdir(parents=True, exist_ok=True)
            done: Recalibrated | None = None
            for event in recalibrate(
                bundle,
                folder,
                offer.entries,
                into,
                stop=stop.is_set,
                progress=lambda now: self._progressed.emit(now.step, now.done / now.total),
            ):
                if isinstance(event, ImageMeasured):
                    self._progressed.emit(plain(event.image.path.name), event.share)
                elif isinstance(event, Searching):
                    self._progressed.emit(event.what, event.share)
                elif isinstance(event, Recalibrated):
                    done = event
            assert done is not None
            return done

        self._into = into
        self._context.tasks.act(job, self._show_result, self._fail)

    def put_in_use(self) -> None:
        """Sign the threshold of the new bundle and use the bundle from the next board on."""
        done, context = self.result_, self._context
        if done is None or self._into is None:
            return
        who = context.login
        role = who.role or ("nobody" if who.closed else "")
        log = ThresholdLog(
            self._workspace.repository, operator=who.name, role=role, station=context.settings.text("station")
        )
        after = done.after
        origin = f"{len(done.entries)} confirmed boards, from bundle {done.before.bundle_sha256[:12]}"
        reason = f"{self.reason.toPlainText().strip()} [{origin}]"
        try:
            log.activate(Thresholds(after.threshold.value), after, reason=reason)
        except VqganodipError as error:
            self.status.setText(format_error(error))
            return
        into, self._into = self._into, None
        context.set_sources(into, context.boards)
        self.used.emit(str(context.name_of(into)))
        self.accept()

    def reject(self) -> None:
        """Stop a running fit and remove a new bundle that was not put into use."""
        self._stop.set()
        if self._into is not None and self.result_ is not None:
            into = self._into
            self._context.tasks.write(lambda: _remove(into))
        super().reject()

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(self.choose)
        self.set_parts(self.message, self.entries, where, self.figures, self.status, self.reason, self.bar)

    def _show_offer(self, offer: Offer) -> None:
        self.offer = offer
        bad = sum(entry.confirmed.defective for entry in offer.entries)
        self.message.setText(
            tr(
                "{good:good board|good boards} and {bad:defective board|defective boards} would enter: confirmed by "
                "two people or by quality. Not offered: {known:,} known already, {gone:,} without their image, "
                "{waiting:,} that one person judged or that people see differently, {doubtful:,} doubtful.",
                good=len(offer.entries) - bad,
                bad=bad,
                known=offer.known,
                gone=offer.gone,
                waiting=offer.waiting,
                doubtful=offer.doubtful,
            )
        )
        for entry in offer.entries:
            by = ", ".join(entry.confirmed.by) + (f" ({tr('quality')})" if entry.confirmed.by_quality else "")
            word = "NG" if entry.confirmed.defective else "OK"
            self.entries.addTopLevelItem(
                QTreeWidgetItem([entry.item.label, word, by, rounded_down(entry.item.inspection.score, 4)])
            )
        for column in range(3):
            self.entries.resizeColumnToContents(column)
        self._refresh()

    def _show_place(self) -> None:
        if isinstance(self._found, NormalCalibration):
            self.choose.hide()
            self.place.setText(tr("No defect was known so far: score and threshold are fitted on these boards alone."))
        elif self.folder is None:
            self.place.setText(tr("The folder of the labelled boards of this bundle is unknown; it is needed as well."))
        else:
            self.place.setText(tr("In addition to the labelled boards in {folder}").format(folder=self.folder))
        self._refresh()

    def _show_progress(self, what: Message, share: float) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * share))
        self.status.setText(translated(what))

    def _show_result(self, done: Recalibrated) -> None:
        self.result_ = done
        self.bar.hide()
        for part in (self.start, self.place, self.choose):
            part.hide()
        self.figures.show()
        for name, before, after in zip(_names(), _column(done.before), _column(done.after), strict=True):
            self.figures.addTopLevelItem(QTreeWidgetItem([name, before, after]))
        for column in range(2):
            self.figures.resizeColumnToContents(column)
        if self._context.demo is not None:
            self.status.setText(
                tr("The demo line keeps the bundle that ships with it: open a workspace of your own to use a new one.")
            )
        else:
            self.status.setText(
                tr("Boards in the queue keep their verdict; the next ones are scored by the new bundle.")
            )
            self.reason.show()
            self.use.show()
        self._refresh()
        self.fit_height()

    def _fail(self, error: Exception) -> None:
        self._into = None
        self.bar.hide()
        self.status.setText(format_error(error))
        self._refresh()

    def _refresh(self) -> None:
        offered = self.offer is not None and bool(self.offer.entries)
        self.start.setEnabled(offered and self._has_boards() and self._into is None)
        self.use.setEnabled(bool(self.reason.toPlainText().strip()))

    def _has_boards(self) -> bool:
        """True if the labelled boards of the fit before are at hand, or if there was none."""
        return self.folder is not None or isinstance(self._found, NormalCalibration)

    def _ask_where(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the labelled boards"))
        if chosen:
            self.set_folder(Path(chosen))


def _names() -> tuple[str, ...]:
    return (
        tr("Good boards"),
        tr("Known defects"),
        tr("Score"),
        "AUROC",
        tr("Threshold with no defect missed"),
        tr("Good boards flagged"),
        tr("True miss rate below (95 %)"),
    )


def _column(found: AnyCalibration) -> tuple[str, ...]:
    if isinstance(found, NormalCalibration):
        count, flagged = len(found.scores), found.flagged(found.bundle_threshold)
        part = tr("{part} of {whole}").format(part=grouped(flagged), whole=grouped(count))
        return grouped(count), "0", tr("normal boards only"), "–", "–", part, tr("unknown")
    report, counts = found.report, found.counts(found.threshold.value)
    auroc = report.row(report.chosen).auroc
    return (
        grouped(report.normal),
        grouped(report.abnormal),
        report.chosen,
        "–" if auroc is None else f"{auroc:.3f}",
        found.threshold_text(found.threshold.value),
        tr("{part} of {whole}").format(part=grouped(counts.fp), whole=grouped(report.normal)),
        f"{rounded_up(100 * miss_rate_upper_bound(0, report.abnormal), 1)} %",
    )


def _remove(bundle: Path) -> None:
    shutil.rmtree(bundle, ignore_errors=True)
    shutil.rmtree(bundle.with_name(f"{bundle.name}.run"), ignore_errors=True)
