"""Message strip: what happened and what to do; it disappears by itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.icons import IconName, icon

_STAYS_MS: Final = 6_000
_ERROR_STAYS_MS: Final = 20_000
_MARGIN: Final = 12


class MessageKind(StrEnum):
    """Kind of a message; an error stays longer and has its own icon."""

    NOTE = "note"
    DONE = "done"
    ERROR = "error"


_ICONS: Final = {MessageKind.DONE: IconName.OK, MessageKind.ERROR: IconName.NG}


class MessageStrip(QWidget):
    """Overlay at the lower edge of its parent, so that nothing moves when it appears."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("messageStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._act: Callable[[], object] | None = None
        self.button.clicked.connect(self._run)
        close = QToolButton()
        close.setObjectName("panelButton")
        close.setText("×")
        close.setToolTip(tr("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_message(
        self,
        text: str,
        kind: MessageKind = MessageKind.NOTE,
        button: str = "",
        act: Callable[[], object] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Show a message, replacing the previous one; with ``stays`` until it is closed or replaced."""
        self.text.setText(text)
        self.setProperty("kind", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setVisible(kind in _ICONS)
        if kind in _ICONS:
            self._icon.setPixmap(icon(_ICONS[kind]).pixmap(16, 16))
        self._act = act
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.place()
        self.show()
        self.raise_()
        self._timer.start(_ERROR_STAYS_MS if kind is MessageKind.ERROR else _STAYS_MS)
        if stays:
            self._timer.stop()

    def end_error(self) -> None:
        """Hide an error that holds no longer: another person logged in, or what failed was done since."""
        if self.property("kind") == MessageKind.ERROR.value:
            self.hide()

    def restore_from(self, before: MessageStrip) -> None:
        """Copy a visible error from another strip, without translating it and without its button."""
        left = before._timer.remainingTime()
        if not before.isHidden() and before.property("kind") == MessageKind.ERROR.value and left > 0:
            self.show_message(before.text.text(), MessageKind.ERROR)
            self._timer.start(left)

    def place(self) -> None:
        """Move the strip to the lower edge of its parent."""
        parent = self._over
        area = parent.width() - 2 * _MARGIN
        chrome = 120 + (self.button.sizeHint().width() if self.button.text() else 0)
        natural = self.text.fontMetrics().horizontalAdvance(self.text.text()) + chrome
        width = min(area, max(natural, 240))
        self.setFixedWidth(width)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - _MARGIN, width, height)

    def _run(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
