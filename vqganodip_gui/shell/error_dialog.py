"""A fault of the program: what happened, where the log is, what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr


class ErrorDialog(QDialog):
    """Shown for what nobody foresaw. Errors that were foreseen are said in place."""

    def __init__(self, summary: str, details: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(tr("Something went wrong in the program"))
        title.setObjectName("paneTitle")
        where = f"{tr('The log is in')}\n{log}" if log else tr("No log could be written.")
        text = QLabel(
            f"{summary}\n\n"
            + tr(
                "Every judgment given so far is on the disk. You can go on; if it happens again, restart the program "
                "and report the log."
            )
            + f"\n\n{where}"
        )
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        trace = QPlainTextEdit(details)
        trace.setReadOnly(True)
        trace.setMinimumSize(520, 160)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (title, text, trace, buttons):
            column.addWidget(part)
