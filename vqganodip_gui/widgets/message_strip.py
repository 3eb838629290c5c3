"""Message strip: what happened and what to do; it disappears by itself, or when it holds no longer."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.icons import IconName, icon

_STAYS_MS: Final = 6_000
_ERROR_STAYS_MS: Final = 20_000
_MARGIN: Final = 12


class MessageKind(StrEnum):
    """Kind of a message; an error stays longer and has its own icon."""

    NOTE = "note"
    DONE = "done"
    ERROR = "error"


class Until(StrEnum):
    """State that a message is about: when it changes, the message holds no longer."""

    WORKSPACE = "another workspace is open"
    PERSON = "another person works here"
    SOURCES = "another model or folder of boards is chosen"
    BOARD = "another board is shown"
    REGION = "another region is selected"
    RECORD = "another judgment was written"
    INSPECTION = "the inspection starts or ends"
    FAILURE = "the inspection works again, or fails for another reason"
    THRESHOLD = "other thresholds are drawn"
    STUDY = "the study was read again, or is another one"
    OTHER_STUDY = "another study is shown"
    JOB = "a training starts or ends, or another data set or model is chosen"


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
        self._states: dict[Until, Callable[[], object]] = {}
        self._holds: dict[Until, object] = {}
        self.hide()

    def follow(self, what: Until, state: Callable[[], object], *signals: SignalInstance) -> None:
        """Say how to read a state that messages depend on, and which signals announce that it may have changed."""
        self._states[what] = state
        for signal in signals:
            signal.connect(self.check)

    def follow_context(self, context: Context) -> None:
        """Follow the states that every page knows: workspace, person, model and boards, and the inspection."""
        login = context.login
        self.follow(Until.WORKSPACE, lambda: context.workspace, context.workspace_opened)
        self.follow(Until.PERSON, lambda: (login.name, login.role), login.changed)
        self.follow(Until.SOURCES, lambda: (context.bundle, context.boards), context.sources_changed)
        self.follow(Until.INSPECTION, context.engine.busy, context.engine.event_reported)

    def check(self) -> None:
        """Hide the message if a state that it depends on is another one than when it appeared."""
        if any(self._states[what]() != before for what, before in self._holds.items()):
            self._holds.clear()
            self.hide()

    def show_message(
        self,
        text: str,
        kind: MessageKind = MessageKind.NOTE,
        button: str = "",
        act: Callable[[], object] | None = None,
        *,
        until: Collection[Until] | None = None,
        stays: bool = False,
    ) -> None:
        """Show a message in place of the previous one.

        Args:
            text: The message.
            kind: Its kind.
            button: Text of a button in it; empty for none.
            act: What the button does.
            until: The states it depends on, besides the workspace; by default an error depends on the person.
            stays: True if it does not disappear by itself.
        """
        if until is None:
            until = (Until.PERSON,) if kind is MessageKind.ERROR else ()
        self._holds = {what: self._states[what]() for what in (Until.WORKSPACE, *until) if what in self._states}
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

    def restore_from(self, before: MessageStrip) -> None:
        """Copy a visible error from another strip, without translating it and without its button."""
        left = before._timer.remainingTime()
        if not before.isHidden() and before.property("kind") == MessageKind.ERROR.value and left > 0:
            self.show_message(before.text.text(), MessageKind.ERROR)
            self._holds = dict(before._holds)
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
