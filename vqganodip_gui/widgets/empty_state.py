"""Placeholder where there are no pictures: what happened, what to do, one or two buttons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.icons import IconName, icon

_WIDTH: Final = 560


class EmptyState(QWidget):
    """A title, a short text, a path or command to copy and up to two buttons, the first of them the primary one."""

    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._action = self._other_action = ""
        self._icon_name = IconName.REVIEW
        self._icon = QLabel()
        self.title = QLabel()
        self.title.setObjectName("emptyTitle")
        self.text = QLabel()
        self.command = QLabel()
        self.command.setObjectName("command")
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(320)
        self.button = GuardedButton()
        self.button.setObjectName("primary")
        self.button.clicked.connect(lambda: self.action_requested.emit(self._action))
        self.other = QPushButton()
        self.other.clicked.connect(lambda: self.action_requested.emit(self._other_action))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.button)
        buttons.addWidget(self.other)
        for label in (self.title, self.text, self.command):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self._icon, self.title, self.text, self.command, self.progress):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.setAlignment(buttons, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addLayout(column, 8)
        row.addStretch(1)

    def show_state(
        self,
        icon_name: IconName,
        title: str,
        text: str,
        *,
        command: str = "",
        button: str = "",
        action: str = "",
        other: tuple[str, str] = ("", ""),
        busy: bool = False,
    ) -> None:
        """Show a state; ``action_requested`` emits ``action`` when the button is pressed.

        ``other`` is text and action of a second button.
        """
        self._action, self._other_action = action, other[1]
        self._icon_name = icon_name
        self.refresh()
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.command.setText(command)
        self.command.setVisible(bool(command))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.other.setText(other[0])
        self.other.setVisible(bool(other[0]))
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0)
        self._fit_text()

    def set_progress(self, done: int, total: int) -> None:
        """Show progress."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def refresh(self) -> None:
        self._icon.setPixmap(icon(self._icon_name).pixmap(40, 40))

    def _fit_text(self) -> None:
        # # a wrapped label in a centred column gets the height of another width: set both
        for label in (self.title, self.text, self.command):
            label.ensurePolished()
            label.setFixedSize(_WIDTH, max(label.heightForWidth(_WIDTH), 0))
