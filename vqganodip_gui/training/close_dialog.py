"""What becomes of work under way when the window closes."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from vqganodip_gui.i18n.translation import tr


class CloseAnswer(StrEnum):
    """The answers."""

    GO_ON = "go on"
    STOP = "stop"
    STAY = "stay"


class CloseDialog(QMessageBox):
    """Asked before the window closes; the answer that loses nothing and waits for nobody is the first."""

    def __init__(self, *, training: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle("VQGanoDIP")
        self.setText(tr("A model is being trained.") if training else tr("Labelled boards are being measured."))
        self.setInformativeText(
            tr("It can go on without the window: at the next start the page shows where it is, and nothing is lost.")
        )
        self.buttons_by_answer: dict[CloseAnswer, QPushButton] = {
            CloseAnswer.GO_ON: self.addButton(tr("Continue in the background"), QMessageBox.ButtonRole.AcceptRole),
            CloseAnswer.STOP: self.addButton(tr("Stop"), QMessageBox.ButtonRole.DestructiveRole),
            CloseAnswer.STAY: self.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole),
        }
        self.setDefaultButton(self.buttons_by_answer[CloseAnswer.GO_ON])
        self.setEscapeButton(self.buttons_by_answer[CloseAnswer.STAY])

    def answer(self) -> CloseAnswer:
        """What was pressed."""
        return next((a for a, b in self.buttons_by_answer.items() if b is self.clickedButton()), CloseAnswer.STAY)


def ask_close(*, training: bool, parent: QWidget) -> CloseAnswer:
    """Asks, and waits for the answer."""
    dialog = CloseDialog(training=training, parent=parent)
    dialog.exec()
    answer = dialog.answer()
    dialog.deleteLater()
    return answer
