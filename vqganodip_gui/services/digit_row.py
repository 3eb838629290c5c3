"""The digit row of keyboards that have no digits there without Shift, such as French and Czech ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_DIGITS: Final = "1234567890"

_ROWS: Final = (
    "&é\"'(-è_çà",  # French
    "&é\"'(§è!çà",  # Belgian
    "+ěščřžýáíé",  # Czech
    "+ľščťžýáíé",  # Slovak
    "ąčęėįšųū90",  # Lithuanian
)
"""Characters of the row without Shift, from 1 to 0."""

_FIRST_SCAN_CODE: Final = {"windows": 2}
"""Scan code of the key 1; on X11 and Wayland it is 10, and the other nine follow it everywhere."""

_PLUS_IS_1: Final = (QLocale.Language.Czech, QLocale.Language.Slovak)
_MODIFIERS: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_TEXT_FIELDS: Final = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


def digit_of(event: QKeyEvent) -> str:
    """The digit of a key of the digit row whose character is another one; empty for every other key.

    The position of the key decides, because a character may be on two keys: the é of the French 2 is that of the
    Czech 0, and + is a key of its own elsewhere. Where the system does not tell the position the character decides.
    """
    modifiers = event.modifiers()
    if modifiers & ~_MODIFIERS or (modifiers & _MODIFIERS) == _MODIFIERS:  # Shift gives the digit; AltGr another sign
        return ""
    sign = event.text() if event.text().isprintable() and event.text() else _sign_of(event.key())
    sign = sign.lower()
    if len(sign) != 1 or sign in _DIGITS:
        return ""
    possible = [_DIGITS[row.index(sign)] for row in _ROWS if sign in row]
    place = event.nativeScanCode() - _FIRST_SCAN_CODE.get(QGuiApplication.platformName(), 10)
    if event.nativeScanCode():
        return _DIGITS[place] if 0 <= place < len(_DIGITS) and _DIGITS[place] in possible else ""
    if sign == "+" and QGuiApplication.inputMethod().locale().language() not in _PLUS_IS_1:
        return ""
    return possible[0] if possible else ""


def sequence_of(event: QKeyEvent) -> QKeySequence:
    """The keys that the digit of an event stands for, with Alt or Ctrl; empty if it stands for none."""
    digit = digit_of(event)
    if not digit:
        return QKeySequence()
    return QKeySequence(ord(digit) | (event.modifiers() & _MODIFIERS).value)


def is_text_field(widget: QWidget | None) -> bool:
    """True if what is typed is a text of this widget."""
    return isinstance(widget, _TEXT_FIELDS) or (isinstance(widget, QComboBox) and widget.isEditable())


class DigitRow(QObject):
    """Event filter of the application that lets the digit row act as digits, outside of text fields.

    A key that no action has as a digit keeps its character: the French 6 still zooms out with its minus.

    Args:
        watches: Whether keys go to the window that the actions belong to.
        action_of: The action of a key sequence; None without one.
        parent: Parent object.
    """

    def __init__(
        self,
        watches: Callable[[], bool],
        action_of: Callable[[QKeySequence], QAction | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._watches, self._action_of = watches, action_of
        self._taken: QAction | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return kind is QEvent.Type.KeyPress and self._typed_into(popup, event)
        if kind is QEvent.Type.ShortcutOverride:
            self._taken = self._wanted(event)
            event.setAccepted(self._taken is not None)
            return self._taken is not None
        action, self._taken = self._taken, None
        if action is None or sequence_of(event).isEmpty():
            return False
        if not event.isAutoRepeat() or action.autoRepeat():
            action.trigger()
        return True

    def _wanted(self, event: QKeyEvent) -> QAction | None:
        if not self._watches() or is_text_field(QApplication.focusWidget()):
            return None
        sequence = sequence_of(event)
        return None if sequence.isEmpty() else self._action_of(sequence)

    def _typed_into(self, popup: QWidget, event: QKeyEvent) -> bool:
        """Give a menu the digit, which is the mnemonic of one of its lines."""
        digit = digit_of(event)
        if not digit or not isinstance(popup, QMenu):
            return False
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(popup, QKeyEvent(kind, ord(digit), Qt.KeyboardModifier.NoModifier, digit))
        return True


def _sign_of(key: int) -> str:
    return chr(key) if 0x20 < key < 0x3000 else ""
