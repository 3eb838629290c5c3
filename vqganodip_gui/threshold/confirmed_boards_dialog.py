"""Base of the dialogs that make a new version of a model with confirmed boards: offer, comparison, signature."""

from __future__ import annotations

import shutil
import threading
from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

from vqganodip.calibration.normal_calibration import AnyCalibration
from vqganodip.calibration.recalibrate import Offer, offer_boards
from vqganodip.errors import Message, VqganodipError
from vqganodip.number_format import rounded_down
from vqganodip.review.accounts import Permission
from vqganodip.review.threshold_log import ThresholdLog
from vqganodip.scoring.verdict import Thresholds
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.dialog_form import ActionDialog
from vqganodip_gui.widgets.plain_table import make_table
from vqganodip_gui.widgets.reason_dialog import ReasonField

if TYPE_CHECKING:
    from vqganodip.store.workspace import Workspace


class ConfirmedBoardsDialog(ActionDialog):
    """Dialog that makes a new version of a model with confirmed boards and puts it into use with a reason.

    A subclass says which boards enter, does the work in a thread, and compares the versions.

    Args:
        context: The context of the station.
        workspace: Workspace whose judgments are used.
        found: Calibration of the version before.
        texts: Title, and texts of the buttons that start the work and put the new version into use.
        folder: Folder of the boards that the version before was made with; None if it is unknown.
        parent: Parent widget.
    """

    used = Signal(str)
    permission = Permission.SET_THRESHOLD
    """Right to start the work; using the new version needs that to set the threshold."""

    _progressed = Signal(object, float)

    def __init__(
        self,
        context: Context,
        workspace: Workspace,
        found: AnyCalibration,
        texts: tuple[str, str, str],
        folder: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(texts[0], texts[1:], parent)
        self._context, self._workspace, self._found = context, workspace, found
        self._stop = threading.Event()
        self._into: Path | None = None
        self.offer: Offer | None = None
        self.result_: Any = None
        self.folder = folder
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
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(self.choose)
        self.set_parts(self.message, self.entries, where, self.figures, self.status, self.reason, self.bar)
        self.choose.clicked.connect(self._ask_where)
        self.start.clicked.connect(self.calibrate)
        self.use.clicked.connect(self.put_in_use)
        self.reason.textChanged.connect(self._refresh)
        self._progressed.connect(self._show_progress)
        self._show_place()
        repository = workspace.repository
        context.tasks.run(lambda: offer_boards(repository, found), self._show_offer, self._fail, reader=self)

    # for subclasses

    @abstractmethod
    def offer_text(self, offer: Offer) -> str:
        """Sentence on the boards that would enter, and on why the others do not."""

    @abstractmethod
    def place_text(self) -> str:
        """Sentence on the folder of the boards of the version before."""

    @abstractmethod
    def enters(self, offer: Offer) -> bool:
        """True if there is a board to add."""

    @abstractmethod
    def new_folder(self) -> Path:
        """The folder of a new version."""

    @abstractmethod
    def make(self, offer: Offer, into: Path) -> Any:
        """Make the new version; runs in a thread. Calls :meth:`progress`, and asks :meth:`stopped`."""

    @abstractmethod
    def comparison(self, done: Any) -> list[tuple[str, str, str]]:
        """Rows of the table: figure, before, after."""

    @abstractmethod
    def signed(self, done: Any) -> tuple[Thresholds, AnyCalibration, str]:
        """Threshold to sign for the new version, its calibration, and a remark for the reason."""

    def after_text(self, _done: Any) -> str:
        """Sentence on the comparison, and on what follows from using the new version."""
        return tr("Boards in the queue keep their verdict; the next ones are scored by the new bundle.")

    def needs_folder(self) -> bool:
        """True if the boards of the version before are needed."""
        return True

    def set_folder(self, folder: Path) -> None:
        """The boards of the version before lie here."""
        self.folder = folder
        self._show_place()

    def stopped(self) -> bool:
        """True once the dialog was closed. Thread-safe."""
        return self._stop.is_set()

    def progress(self, what: Message, share: float) -> None:
        """Show the progress of the work. Thread-safe."""
        self._progressed.emit(what, share)

    # acts

    def calibrate(self) -> None:
        """Make the new version; the one in use is not changed."""
        offer = self.offer
        if offer is None or not self._has_boards():
            return
        try:
            self._context.login.require(self.permission)
        except VqganodipError as error:
            self.status.setText(format_error(error))
            return
        into = self.new_folder()
        self.start.setEnabled(False)
        self.close_button.setText(tr("Cancel"))
        self.bar.show()

        def job() -> Any:
            into.parent.mkdir(parents=True, exist_ok=True)
            done = self.make(offer, into)
            if self.stopped():
                remove_version(into)
            return done

        self._into = into
        self._context.tasks.act(job, self._show_result, self._fail)

    def put_in_use(self) -> None:
        """Sign the threshold of the new version and use it from the next board on."""
        done, context = self.result_, self._context
        if done is None or self._into is None:
            return
        who = context.login
        station = context.settings.text("station")
        log = ThresholdLog(self._workspace.repository, operator=who.name, role=who.acting_role, station=station)
        thresholds, after, origin = self.signed(done)
        reason = f"{self.reason.toPlainText().strip()} [{origin}]"
        try:
            log.activate(thresholds, after, reason=reason)
        except VqganodipError as error:
            self.status.setText(format_error(error))
            return
        into, self._into = self._into, None
        context.set_sources(into, context.boards)
        self.used.emit(str(context.name_of(into)))
        self.accept()

    def reject(self) -> None:
        """Stop the work, and remove a new version that was not put into use."""
        self._stop.set()
        if self._into is not None and self.result_ is not None:
            into = self._into
            self._context.tasks.write(lambda: remove_version(into))
        super().reject()

    # display

    def _show_offer(self, offer: Offer) -> None:
        self.offer = offer
        self.message.setText(self.offer_text(offer))
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
        self.choose.setVisible(self.needs_folder())
        self.place.setText(self.place_text())
        self._refresh()

    def _show_progress(self, what: Message, share: float) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * share))
        self.status.setText(translated(what))

    def _show_result(self, done: Any) -> None:
        if self.stopped():  # the dialog was closed meanwhile
            if self._into is not None:
                remove_version(self._into)
            return
        self.result_ = done
        self.close_button.setText(tr("Close"))
        self.bar.hide()
        for part in (self.start, self.place, self.choose):
            part.hide()
        self.figures.show()
        for row in self.comparison(done):
            self.figures.addTopLevelItem(QTreeWidgetItem(list(row)))
        for column in range(2):
            self.figures.resizeColumnToContents(column)
        if self._context.demo is not None:
            self.status.setText(
                tr("The demo line keeps the bundle that ships with it: open a workspace of your own to use a new one.")
            )
        else:
            self.status.setText(self.after_text(done))
            self.reason.show()
            self.use.show()
        self._refresh()
        self.fit_height()

    def _fail(self, error: Exception) -> None:
        if self.stopped():
            return
        self._into = None
        self.close_button.setText(tr("Close"))
        self.bar.hide()
        self.status.setText(format_error(error))
        self._refresh()

    def _refresh(self) -> None:
        offered = self.offer is not None and self.enters(self.offer)
        self.start.setEnabled(offered and self._has_boards() and self._into is None)
        self.use.setEnabled(bool(self.reason.toPlainText().strip()))

    def _has_boards(self) -> bool:
        """True if the boards of the version before are at hand, or if none are needed."""
        return self.folder is not None or not self.needs_folder()

    def _ask_where(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the boards"))
        if chosen:
            self.set_folder(Path(chosen))


def remove_version(bundle: Path) -> None:
    """Remove the folder of a bundle and its run folder."""
    shutil.rmtree(bundle, ignore_errors=True)
    shutil.rmtree(bundle.with_name(f"{bundle.name}.run"), ignore_errors=True)
