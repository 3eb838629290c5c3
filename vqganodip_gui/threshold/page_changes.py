"""Acts of the threshold page that write records, with the dialogs that ask before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from vqganodip.number_format import threshold_text
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.change_log import ChangeLog, apply_words
from vqganodip_gui.widgets.message_strip import MessageKind, Until

if TYPE_CHECKING:  # numpy is imported when the page is first shown
    from vqganodip.review.escapes import Escape
    from vqganodip.review.threshold_log import Applied, ThresholdChange
    from vqganodip_gui.threshold.board_pictures import CalibrationBoards
    from vqganodip_gui.threshold.change_signing import ChangeSigning
    from vqganodip_gui.threshold.confirmed_boards_dialog import ConfirmedBoardsDialog
    from vqganodip_gui.threshold.page import ThresholdPage


def in_use_text(model: str) -> str:
    """Sentence on a new version that has just been put into use with its threshold."""
    return tr("The bundle {name} is in use, with a threshold of its own.").format(name=model)


class PageChanges(QObject):
    """Writer of changes of the threshold in force, of their application, of escapes and fits.

    Args:
        page: The page, which has the thresholds as drawn; parent of the dialogs.
        context: The context of the station.
    """

    def __init__(self, page: ThresholdPage, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._signing: ChangeSigning | None = None
        self._signed_text = ""  # said once more when it is known how many boards wait

    def signing(self) -> ChangeSigning:
        """The signing of changes, made when it is first needed."""
        if self._signing is None:
            from vqganodip_gui.threshold.change_signing import ChangeSigning

            self._signing = ChangeSigning(self._context, self._page)
            self._signing.signed.connect(self._signed)
            self._signing.applied.connect(self._applied)
            self._signing.refused.connect(self._refused)
        return self._signing

    def activate(self, reason: str) -> None:
        """Sign and activate the thresholds as drawn, starting with the next board."""
        calibration = self._page.signable()
        if calibration is not None:
            self.signing().activate(calibration, self._page.drawn().thresholds(), reason)

    def ask_change(self) -> QDialog | None:
        """Open the dialog for the thresholds as drawn."""
        calibration, drawn = self._page.signable(), self._page.drawn()
        if calibration is None:
            return None
        now, wanted = drawn.active_thresholds(), drawn.thresholds()
        return self._ask(self.signing().ask_change(calibration, now, wanted, *self._known()))

    def ask_restore(self) -> QDialog | None:
        """Open the dialog that restores the change selected in the log."""
        calibration, drawn = self._page.signable(), self._page.drawn()
        log = self._page.view.log if drawn is self._page.draft else self._page.normal.log
        chosen = log.chosen()
        if calibration is not None and log.chose_own():
            now = drawn.active_thresholds()
            return self._ask(self.signing().ask_own(calibration, now, *self._known()))
        if calibration is None or chosen is None:
            return None
        return self._ask(self.signing().ask_restore(calibration, drawn.active_thresholds(), chosen, *self._known()))

    def _known(self) -> tuple[CalibrationBoards, tuple[tuple[str, float], ...]]:
        """The boards of the calibration, and the confirmed defects of a model without known ones."""
        return self._page.calibration_boards, self._page.normal.confirmed

    def apply_to_waiting(self) -> None:
        """Apply the threshold in force to the unjudged boards of the queue."""
        calibration = self._page.signable()
        if calibration is not None:
            self.signing().apply_to_waiting(calibration)

    def _applied(self, applied: Applied) -> None:
        text = tr(
            "Applied to {count:unjudged board|unjudged boards}: {passed:,} no longer flagged, {flagged:,} flagged now. "
            "It is in the list of changes.",
            count=applied.boards,
            passed=applied.passed,
            flagged=applied.flagged,
        )
        self._page.message.show_message(text, MessageKind.DONE, until=(Until.SOURCES,))
        self._page.refresh()

    def ask_escape(self) -> QDialog | None:
        """Open the dialog for a board that failed after it was shipped."""
        from vqganodip_gui.threshold.escape_dialog import EscapeDialog

        workspace = self._context.workspace
        if self._page.signable() is None or workspace is None:
            return None
        dialog = EscapeDialog(
            workspace.repository,
            self._context.login,
            self._context.settings,
            self._page.drawn().active_thresholds().flag_from,
            self._context.filename_pattern(),
            self._page,
        )
        dialog.recorded.connect(self._propose)
        return self._ask(dialog)

    def ask_confirmed(self) -> QDialog | None:
        """Open the dialog for a calibration with confirmed boards."""
        from vqganodip_gui.threshold.recalibration_dialog import RecalibrationDialog

        workspace = self._context.workspace
        calibration = self._page.draft.bundle_calibration or self._page.normal.calibration
        if calibration is None or workspace is None:
            return None
        return self._open(
            RecalibrationDialog(self._context, workspace, calibration, self._page.calibration_boards, self._page)
        )

    def ask_growing(self) -> QDialog | None:
        """Open the dialog that adds confirmed good boards to the reference of a model at once."""
        from vqganodip_gui.threshold.growing_dialog import GrowingDialog

        workspace, calibration = self._context.workspace, self._page.normal.calibration
        if calibration is None or workspace is None:
            return None
        return self._open(GrowingDialog(self._context, workspace, calibration, parent=self._page))

    def _open(self, dialog: ConfirmedBoardsDialog) -> QDialog:
        dialog.used.connect(
            lambda name: self._page.message.show_message(in_use_text(name), MessageKind.DONE, until=(Until.SOURCES,))
        )
        dialog.open()
        return dialog

    def _propose(self, escape: Escape) -> None:
        """Draw the threshold that would have caught the board; activating it is another decision."""
        calibration, drawn = self._page.signable(), self._page.drawn()
        assert calibration is not None
        if escape.item.inspection.bundle_sha256 != calibration.bundle_sha256:
            text = tr("Recorded. Its score comes from another bundle and does not apply here.")
            self._page.message.show_message(text, MessageKind.DONE)
            return
        at = min(drawn.active_thresholds().flag_from, escape.caught_by)
        if drawn is self._page.draft:
            self._page.move_to(at)
        else:
            self._page.normal.move_to(at)
        shown = threshold_text(drawn.flag_from)
        text = tr("Recorded. The threshold is drawn at {value}, where it would have caught the board.", value=shown)
        self._page.message.show_message(text, MessageKind.DONE, until=(Until.THRESHOLD,))

    def _signed(self, change: ThresholdChange) -> None:
        calibration = self._page.signable()
        shown = threshold_text(change.value) if calibration is None else calibration.threshold_text(change.value)
        self._signed_text = tr("The threshold {value} is in force.", value=shown)
        self._page.message.show_message(self._signed_text, MessageKind.DONE, until=(Until.SOURCES,))
        self._page.refresh()

    def _refused(self, text: str) -> None:
        until = (Until.PERSON, Until.SOURCES, Until.THRESHOLD)
        self._page.message.show_message(text, MessageKind.ERROR, until=until)

    def offer_waiting(self, waiting: Applied | None, log: ChangeLog) -> None:
        """Offer the boards of the queue after a change, and as long as they have another threshold."""
        log.show_waiting(waiting)
        text, self._signed_text = self._signed_text, ""
        if text and waiting is not None and waiting.boards:
            text = f"{text} {tr('It applies to the next boards; those in the queue keep theirs.')}"
            words, until = apply_words(waiting.boards), (Until.SOURCES, Until.PERSON)
            self._page.message.show_message(text, MessageKind.DONE, words, self.apply_to_waiting, until=until)

    def _ask(self, dialog: QDialog) -> QDialog:
        """Open a dialog about the calibration shown, which closes when another one is shown."""
        self._page.calibration_left.connect(dialog.reject)
        dialog.open()
        return dialog
