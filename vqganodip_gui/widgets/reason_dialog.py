"""Dialog that asks for a reason, which is stored with the act it explains."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLayout, QPlainTextEdit, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.dialog_form import FormDialog


class ReasonField(QPlainTextEdit):
    """Multi-line field for a reason; ``needed`` tells whether it may stay empty."""

    def __init__(self, *, needed: bool, height: int = 84) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Why? This is kept for years.") if needed else tr("Why? (may stay empty)"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)

    def value(self) -> str:
        """The reason without blanks around it."""
        return self.toPlainText().strip()


class ReasonDialog(FormDialog):
    """A text, further parts, and a field for the reason.

    Args:
        title: Title of the dialog.
        text: What is about to happen, and what follows from it.
        ok: Text of the OK button.
        parts: Shown between the text and the reason.
        needed: Whether a reason must be given; None for no reason field.
        width: Smallest width of the text, in pixels.
        parent: Parent widget.
    """

    def __init__(
        self,
        title: str,
        text: str,
        ok: str,
        *parts: QWidget | QLayout,
        needed: bool | None = True,
        width: int = 480,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, ok=ok)
        message = QLabel(text)
        message.setWordWrap(True)
        message.setMinimumWidth(width)
        self.reason = ReasonField(needed=bool(needed))
        self.reason.setVisible(needed is not None)
        self.set_parts(message, *parts, self.reason)
        if needed:
            self.ok.setEnabled(False)
            self.reason.textChanged.connect(lambda: self.ok.setEnabled(bool(self.reason.value())))
        if needed is not None:
            self.reason.setFocus()
