"""Changes of the threshold: the dialogs that ask for the reason, and the signature that the engine takes or refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqganodip.errors import VqganodipError
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.board_pictures import Looks
from vqganodip_gui.threshold.board_preview import BoardPreview
from vqganodip_gui.threshold.change_dialog import ChangeDialog

if TYPE_CHECKING:
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.review.threshold_log import ThresholdChange, ThresholdLog
    from vqganodip.scoring.verdict import Lines


class ChangeSigning(QObject):
    """Signs in the name of who is logged in; rights and reasons are the engine's to refuse."""

    signed = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._looks, self._window = context, looks, parent

    def put_in_force(self, found: CalibrationResult, lines: Lines, reason: str) -> None:
        """Makes these lines count from the next board on."""
        self._sign(
            lambda log: log.put_in_force(
                lines.threshold,
                upper=lines.doubtful_high,
                calibrated=found.threshold.value,
                missed=len(found.missed(lines.threshold)),
                bundle_sha256=found.bundle_sha256,
                data_sha256=found.data_sha256,
                reason=reason,
            )
        )

    def go_back(self, found: CalibrationResult, record_id: int, reason: str) -> None:
        """Puts the lines of an earlier change into force again."""
        self._sign(lambda log: log.go_back(record_id, bundle_sha256=found.bundle_sha256, reason=reason))

    def ask_change(self, found: CalibrationResult, now: Lines, lines: Lines) -> ChangeDialog:
        """Opens the dialog for new lines."""
        missed = [(i, found.images[i]) for i in found.missed(lines.threshold)]
        text = tr("From {old} to {new}, from the next board on. Boards in the queue keep their verdict.")
        dialog = ChangeDialog(
            tr("Activate a threshold"),
            text.format(old=said(now), new=said(lines)),
            missed,
            needed=bool(missed),
            preview=self._preview(found) if missed else None,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.put_in_force(found, lines, dialog.reason.toPlainText()))
        dialog.open()
        return dialog

    def ask_back(self, found: CalibrationResult, now: Lines, change: ThresholdChange) -> ChangeDialog:
        """Opens the dialog for an earlier change."""
        missed = [(i, found.images[i]) for i in found.missed(change.value)]
        text = tr("Back from {old} to {new}, as of change {number}.")
        dialog = ChangeDialog(
            tr("Go back to an earlier threshold"),
            text.format(old=said(now), new=said(change.lines), number=change.record_id),
            missed,
            needed=True,
            preview=self._preview(found) if missed else None,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.go_back(found, change.record_id, dialog.reason.toPlainText()))
        dialog.open()
        return dialog

    def _preview(self, found: CalibrationResult) -> BoardPreview:
        preview = BoardPreview()
        preview.set_source(self._looks, found)
        return preview

    def _sign(self, act: Callable[[ThresholdLog], ThresholdChange]) -> None:
        from vqganodip.review.threshold_log import ThresholdLog

        workspace, settings = self._context.workspace, self._context.settings
        if workspace is None:
            return
        who = self._context.login
        role = who.role or ("nobody" if who.closed else "")
        log = ThresholdLog(workspace.repository, operator=who.name, role=role, station=settings.text("station"))
        try:
            change = act(log)
        except VqganodipError as error:
            self.refused.emit(format_error(error))
            return
        self.signed.emit(change)


def said(lines: Lines) -> str:
    """``0.3000``, or ``0.3000 (doubtful up to 0.9000)``."""
    if lines.doubtful_high is None:
        return f"{lines.threshold:.4f}"
    return tr("{value:.4f} (doubtful up to {high:.4f})").format(value=lines.threshold, high=lines.doubtful_high)
