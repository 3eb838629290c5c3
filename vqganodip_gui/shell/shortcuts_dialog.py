"""Key sheet, built from the ACTIONS table and the keys of the threshold page."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vqganodip_gui.actions import ACTIONS, MENUS, ActionRow
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.shell.key_bindings import KeyBindings
from vqganodip_gui.threshold.keys import ARROWS, KEYS
from vqganodip_gui.widgets.dialog_form import InfoDialog

_COLUMNS = (("Review",), ("View",), ("File", "Edit", "Help"))
_MOUSE = (
    ("Zoom at the mouse", "Wheel"),
    ("Move the board", "Drag"),
    ("Maximise panel", "Double click"),
    ("Move the line of the swipe", "Shift + wheel"),
)


class ShortcutsDialog(InfoDialog):
    """Three columns: Review with the threshold page, View, and the short menus with the mouse."""

    def __init__(self, keys: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Keyboard shortcuts"), parent)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(16)
            for menu in menus:
                column.addLayout(
                    _table(
                        menu,
                        [
                            (row, keys.keys_of(row.name))
                            for row in ACTIONS
                            if row.menu == menu and keys.keys_of(row.name)
                        ],
                    )
                )
            if "File" in menus:
                column.addLayout(_mouse())
            if "Review" in menus:
                column.addLayout(_lines(tr("Threshold"), [(tr(text), (_native_arrows(key),)) for text, key in KEYS]))
            column.addStretch(1)
            columns.addLayout(column)
        self.set_parts(columns)


def _table(title: str, rows: list[tuple[ActionRow, tuple[str, ...]]]) -> QGridLayout:
    assert title in MENUS
    return _lines(
        tr(title), [(tr(row.text).rstrip("…"), tuple(_badge(row, key) for key in keys)) for row, keys in rows]
    )


def _badge(row: ActionRow, key: str) -> str:
    return tr("hold {key}").format(key=native(key)) if row.holds else native(key)


def native(key: str) -> str:
    """The key as labelled on keyboards of the user's language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _native_arrows(key: str) -> str:
    """A key of the threshold page; both arrows are one key, with the modifier in the user's language."""
    modifier, _, arrows = key.rpartition("+")
    if arrows != ARROWS:
        return native(key)
    return arrows if not modifier else native(f"{modifier}+Left").rpartition("+")[0] + f"+{arrows}"


def _mouse() -> QGridLayout:
    return _lines(tr("Mouse"), [(tr(text), (tr(word),)) for text, word in _MOUSE])


def _lines(title: str, lines: list[tuple[str, tuple[str, ...]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    head = QLabel(title)
    head.setObjectName("paneTitle")
    grid.addWidget(head, 0, 0, 1, 2)
    for number, (text, keys) in enumerate(lines, start=1):
        grid.addWidget(QLabel(text), number, 0)
        badges = QHBoxLayout()
        badges.setSpacing(4)
        for key in keys:
            badge = QLabel(key)
            badge.setObjectName("key")
            badges.addWidget(badge)
        badges.addStretch(1)
        grid.addLayout(badges, number, 1)
    return grid
