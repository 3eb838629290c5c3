"""Signing of threshold changes: the dialogs that ask for the reason, and the call to the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration
from vqganodip.errors import VqganodipError
from vqganodip.scoring.verdict import Thresholds
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.board_pictures import CalibrationBoards
from vqganodip_gui.threshold.board_preview import BoardPreview
from vqganodip_gui.threshold.change_dialog import ChangeDialog

if TYPE_CHECKING:
    from vqganodip.review.threshold_log import ThresholdChange, ThresholdLog

Confirmed: TypeAlias = Sequence[tuple[str, float]]
"""Serial number and score of each defect that review has confirmed."""


class ChangeSigning(QObject):
    """Signer of changes for the logged-in operator; the engine checks permission and reason."""

    signed = Signal(object)
    refused = Signal(str)
    applied = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._window = context, parent

    def activate(self, found: AnyCalibration, thresholds: Thresholds, reason: str) -> None:
        """Activate these thresholds, starting with the next board."""
        self._sign(lambda log: log.activate(thresholds, found, reason=reason))

    def restore(self, found: AnyCalibration, record_id: int, reason: str) -> None:
        """Activate the thresholds of an earlier change again."""
        self._sign(lambda log: log.go_back(record_id, bundle_sha256=found.bundle_sha256, reason=reason))

    def ask_change(
        self,
        found: AnyCalibration,
        now: Thresholds,
        thresholds: Thresholds,
        looks: CalibrationBoards,
        confirmed: Confirmed = (),
    ) -> ChangeDialog:
        """Make the dialog for new thresholds; ``looks`` loads the boards that would be missed."""
        missed = _missed(found, thresholds, confirmed)
        text = tr("From {old} to {new}, from the next board on. Boards in the queue keep their verdict.")
        text = text.format(old=thresholds_text(now, found), new=thresholds_text(thresholds, found))
        if isinstance(found, NormalCalibration):
            text = f"{text} {translated(found.promise(thresholds.flag_from))}"
        dialog = ChangeDialog(
            tr("Activate a threshold"),
            text,
            missed,
            needed=bool(missed) or isinstance(found, NormalCalibration),
            preview=_preview(looks, found, missed),
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.activate(found, thresholds, dialog.reason.toPlainText()))
        return dialog

    def ask_restore(
        self,
        found: AnyCalibration,
        now: Thresholds,
        change: ThresholdChange,
        looks: CalibrationBoards,
        confirmed: Confirmed = (),
    ) -> ChangeDialog:
        """Make the dialog for an earlier change; ``looks`` loads the boards that would be missed."""
        text = tr("Back from {old} to {new}, as of change {number}.")
        words = _from_to(text, now, change.thresholds, found).replace("{number}", str(change.record_id))
        dialog = self._back_dialog(found, change.thresholds, words, looks, confirmed)
        dialog.accepted.connect(lambda: self.restore(found, change.record_id, dialog.reason.toPlainText()))
        return dialog

    def ask_own(
        self, found: AnyCalibration, now: Thresholds, looks: CalibrationBoards, confirmed: Confirmed = ()
    ) -> ChangeDialog:
        """Make the dialog for the model's own threshold; ``looks`` loads the boards that would be missed."""
        own = Thresholds(found.bundle_threshold)
        text = tr("Back from {old} to {new}, the model’s own threshold.")
        dialog = self._back_dialog(found, own, _from_to(text, now, own, found), looks, confirmed)
        dialog.accepted.connect(lambda: self.activate(found, own, dialog.reason.toPlainText()))
        return dialog

    def _back_dialog(
        self, found: AnyCalibration, thresholds: Thresholds, text: str, looks: CalibrationBoards, confirmed: Confirmed
    ) -> ChangeDialog:
        missed = _missed(found, thresholds, confirmed)
        return ChangeDialog(
            tr("Go back to an earlier threshold"),
            text,
            missed,
            needed=True,
            preview=_preview(looks, found, missed),
            parent=self._window,
        )

    def apply_to_waiting(self, found: AnyCalibration) -> None:
        """Apply the threshold in force to the unjudged boards."""
        self._act(lambda log: log.apply_to_waiting(found.bundle_sha256), self.applied)

    def _sign(self, act: Callable[[ThresholdLog], ThresholdChange]) -> None:
        self._act(act, self.signed)

    def _act(self, act: Callable[[ThresholdLog], object], done: SignalInstance) -> None:
        from vqganodip.review.threshold_log import ThresholdLog

        workspace, settings = self._context.workspace, self._context.settings
        if workspace is None:
            return
        who = self._context.login
        station = settings.text("station")
        log = ThresholdLog(workspace.repository, operator=who.name, role=who.acting_role, station=station)
        try:
            result = act(log)
        except VqganodipError as error:
            self.refused.emit(format_error(error))
            return
        done.emit(result)
        self._context.threshold_changed.emit()


def _from_to(text: str, old: Thresholds, new: Thresholds, found: AnyCalibration) -> str:
    shown = text.replace("{old}", thresholds_text(old, found))
    return shown.replace("{new}", thresholds_text(new, found))


def _missed(found: AnyCalibration, thresholds: Thresholds, confirmed: Confirmed) -> list[tuple[int, str]]:
    """Number and name of each known defect below the threshold; of a model without any, those that review confirmed."""
    if isinstance(found, NormalCalibration):
        return [(i, name) for i, (name, score) in enumerate(confirmed) if score < thresholds.flag_from]
    return [(i, found.images[i]) for i in found.missed(thresholds.flag_from)]


def _preview(looks: CalibrationBoards, found: AnyCalibration, missed: Sequence[tuple[int, str]]) -> BoardPreview | None:
    """The pictures of the known defects that would be missed; None without any."""
    if not missed or isinstance(found, NormalCalibration):
        return None
    preview = BoardPreview()
    preview.set_source(looks, found)
    return preview


def thresholds_text(thresholds: Thresholds, calibration: AnyCalibration) -> str:
    """``0.3000``, or ``0.3000 (doubtful up to 0.9000)``; typed back, they flag exactly the same boards."""
    value = calibration.threshold_text(thresholds.flag_from)
    if thresholds.doubtful_until is None:
        return value
    high = calibration.threshold_text(thresholds.doubtful_until)
    return tr("{value} (doubtful up to {high})", value=value, high=high)


def standing_text(change: ThresholdChange | None, calibration: AnyCalibration) -> str:
    """Sentence on the thresholds in force, since when and by whom; ``change`` None for the bundle's own."""
    if change is None:
        shown = calibration.threshold_text(calibration.bundle_threshold)
        return tr("In force: {value}, as the bundle came").format(value=shown)
    when = change.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
    value = thresholds_text(change.thresholds, calibration)
    who = change.operator.replace(" ", "\N{NO-BREAK SPACE}")
    return tr("In force: {value}, set on {when} by {who}").format(value=value, when=when, who=who)
