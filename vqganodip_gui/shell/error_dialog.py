"""Dialog for an unexpected error: what happened, where the log is, what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.dialog_form import InfoDialog


class ErrorDialog(InfoDialog):
    """Shown for unexpected errors only; expected ones are shown in place."""

    def __init__(self, summary: str, details: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Something went wrong"), parent)
        title = QLabel(tr("Something went wrong in the program"))
        title.setObjectName("paneTitle")
        where = f"{tr('The log is in')}\n{log}" if log else tr("No log could be written.")
        text = QLabel(
            f"{summary}\n\n"
            + tr(
                "All judgments so far are saved. You can continue; if it happens again, restart the program "
                "and report the log."
            )
            + f"\n\n{where}"
        )
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        trace = QPlainTextEdit(details)
        trace.setReadOnly(True)
        trace.setMinimumSize(520, 160)
        self.set_parts(title, text, trace)
