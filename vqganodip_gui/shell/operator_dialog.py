"""Who judges: one field, because every judgment bears a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.settings import Settings


class OperatorDialog(QDialog):
    """Asks for a name or initials."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(tr("Who judges?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(tr("Your name or initials. They are written into every judgment."))
        self.name = QLineEdit(settings.text("operator"))
        self.name.setMaxLength(60)
        self.name.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(lambda entered: self._ok.setEnabled(bool(entered.strip())))
        self._ok.setEnabled(bool(self.name.text().strip()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (text, self.name, buttons):
            column.addWidget(part)

    def accept(self) -> None:
        self._settings.put("operator", self.name.text().strip())
        super().accept()
