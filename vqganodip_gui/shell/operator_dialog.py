"""Dialog for the operator's name, which is stored in every judgment."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.widgets.dialog_form import FormDialog


class OperatorDialog(FormDialog):
    """One field for a name or initials; ``judging`` while a judgment waits for the name."""

    def __init__(self, settings: Settings, parent: QWidget | None = None, *, judging: bool = False) -> None:
        super().__init__(tr("Who judges?"), parent)
        self._settings = settings
        text = QLabel(tr("Your name or initials. They are written into every judgment."))
        waits = QLabel(tr("Your judgment is kept: it is written as soon as you have given your name."))
        waits.setVisible(judging)
        self.name = QLineEdit(settings.text("operator"))
        self.name.setMaxLength(60)
        self.name.selectAll()
        self.name.textChanged.connect(lambda entered: self.ok.setEnabled(bool(entered.strip())))
        self.ok.setEnabled(bool(self.name.text().strip()))
        self.set_parts(text, waits, self.name)

    def accept(self) -> None:
        self._settings.set("operator", self.name.text().strip())
        super().accept()
