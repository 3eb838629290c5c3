"""Dialog that asks what to do with a running job when the window closes."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from vqganodip_gui.i18n.translation import tr


class CloseAnswer(StrEnum):
    """Answer to the dialog."""

    CONTINUE = "continue"
    STOP = "stop"
    CANCEL = "cancel"


class CloseDialog(QMessageBox):
    """Question before the window closes; the default answer lets the job continue."""

    def __init__(self, *, training: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle("VQGanoDIP")
        self.setText(tr("A model is being trained.") if training else tr("Labelled boards are being measured."))
        self.setInformativeText(
            tr("The job can continue after the window is closed. The page shows its progress at the next start.")
        )
        self.buttons_by_answer: dict[CloseAnswer, QPushButton] = {
            CloseAnswer.CONTINUE: self.addButton(tr("Continue in the background"), QMessageBox.ButtonRole.AcceptRole),
            CloseAnswer.STOP: self.addButton(tr("Stop"), QMessageBox.ButtonRole.DestructiveRole),
            CloseAnswer.CANCEL: self.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole),
        }
        self.setDefaultButton(self.buttons_by_answer[CloseAnswer.CONTINUE])
        self.setEscapeButton(self.buttons_by_answer[CloseAnswer.CANCEL])

    def answer(self) -> CloseAnswer:
        """Return the answer of the button that was pressed."""
        return next((a for a, b in self.buttons_by_answer.items() if b is self.clickedButton()), CloseAnswer.CANCEL)


def ask_close(*, training: bool, parent: QWidget) -> CloseAnswer:
    """Show the dialog and wait for the answer."""
    dialog = CloseDialog(training=training, parent=parent)
    dialog.exec()
    answer = dialog.answer()
    dialog.deleteLater()
    return answer
