"""Search field: a text field with a button that empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget


class SearchField(QLineEdit):
    """Line edit with a placeholder, and ✕ while it holds a text."""

    emptied = Signal()
    """The user emptied the field with ✕."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.clicked.connect(self.emptied)
