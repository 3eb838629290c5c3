"""Asks for words that are kept: why the truth is opened early, why a red feature is no leak, who withdraws."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr


class ReasonDialog(QDialog):
    """A question, perhaps a choice, perhaps a reason.

    Args:
        title: Of the window.
        text: The question, with what follows from it.
        ok: Word on the button.
        choices: To choose one from.
        needed: Whether a reason must be given; None asks for none.
        parent: Over it.
    """

    def __init__(
        self,
        title: str,
        text: str,
        ok: str,
        *,
        choices: Sequence[str] = (),
        needed: bool | None = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(text)
        words.setWordWrap(True)
        words.setMinimumWidth(480)
        self.choice = QComboBox()
        self.choice.addItems(list(choices))
        self.choice.setVisible(bool(choices))
        self.reason = QPlainTextEdit()
        self.reason.setPlaceholderText(tr("Why? This is kept for years.") if needed else tr("Why? (may stay empty)"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        self.reason.setVisible(needed is not None)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(ok)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (words, self.choice, self.reason, buttons):
            column.addWidget(part)
        if needed:
            self.ok.setEnabled(False)
            self.reason.textChanged.connect(lambda: self.ok.setEnabled(bool(self.reason.toPlainText().strip())))

    def said(self) -> str:
        return self.reason.toPlainText().strip()


__all__ = ["ReasonDialog"]
