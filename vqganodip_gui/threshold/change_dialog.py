"""Putting a threshold into force: what changes, which known defects would be missed, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.board_preview import BoardPreview


class ChangeDialog(QDialog):
    """Asks for the reason; it must be given where known defects are missed, and for going back.

    Args:
        title: Of the dialog.
        text: What changes.
        missed: Number and name of each known defect that would pass unseen.
        needed: Whether a reason must be given.
        preview: Shows the chosen one of them.
        parent: The page.
    """

    def __init__(
        self,
        title: str,
        text: str,
        missed: Sequence[tuple[int, str]],
        *,
        needed: bool,
        preview: BoardPreview | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.preview = preview
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(text)
        words.setWordWrap(True)
        words.setMinimumWidth(470)
        self.reason = QPlainTextEdit()
        self.reason.setPlaceholderText(tr("Why? This is kept for years.") if needed else tr("Why? (may stay empty)"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Put into force"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        if missed:
            warning = QLabel(tr("These known defects would pass unseen:"))
            names = QListWidget()
            names.addItems([name for _, name in missed])
            names.setMaximumHeight(132)
            column.addWidget(warning)
            column.addWidget(names)
            if preview is not None:
                words.setMinimumWidth(640)
                preview.setMinimumHeight(190)
                names.currentRowChanged.connect(lambda row: preview.show_board(missed[row][0]))
                names.setCurrentRow(0)
                column.addWidget(preview)
        column.addWidget(self.reason)
        column.addWidget(buttons)
        if needed:
            self.ok.setEnabled(False)
            self.reason.textChanged.connect(lambda: self.ok.setEnabled(bool(self.reason.toPlainText().strip())))
        self.reason.setFocus()
