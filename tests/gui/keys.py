"""Typing into fields as a keyboard does it: with key codes and texts, in any script."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from vqganodip_gui.widgets.number_field import NumberField


def type_into(field: NumberField, text: str, *, keypad: bool = False, finish: bool = True) -> None:
    """Replace the text of a field key by key, as a keyboard sends it; the keypad sends its comma as a text too."""
    field.lineEdit().selectAll()
    modifiers = Qt.KeyboardModifier.KeypadModifier if keypad else Qt.KeyboardModifier.NoModifier
    for character in text:
        QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, ord(character), modifiers, character))
    if finish:
        QCoreApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        )
