"""Dialog for changing key bindings; a key in use is refused with the name of its action."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from vqganodip_gui.actions import ACTIONS, MENUS, ActionRow
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.shell.key_bindings import KeyBindings
from vqganodip_gui.widgets.dialog_form import InfoDialog


class KeyBindingsDialog(InfoDialog):
    """One row per action; edits its first key and keeps the others."""

    def __init__(self, keys: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Key bindings"), parent)
        self._keys = keys
        self.editors: dict[str, QKeySequenceEdit] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for menu in MENUS:
            head = QLabel(tr(menu))
            head.setObjectName("paneTitle")
            form.addRow(head)
            for row in (row for row in ACTIONS if row.menu == menu):
                form.addRow(tr(row.text).rstrip("…"), self._editor(row))
        inside = QWidget()
        inside.setLayout(form)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setMinimumSize(520, 420)
        self.message = QLabel(tr("Click a field, then press the new key. Backspace removes a key."))
        self.message.setObjectName("hint")
        self.message.setWordWrap(True)
        reset = QPushButton(tr("Restore default keys"))
        self.buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)
        reset.clicked.connect(self._reset)
        self.set_parts(area, self.message)

    def bind(self, name: str) -> None:
        """Bind the key in the editor of an action, or refuse it and show the old one again."""
        editor, now = self.editors[name], self._keys.keys_of(name)
        text = editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        wanted = ((text,) if text else ()) + tuple(key for key in now[1:] if key != text)
        try:
            self._keys.bind(name, wanted)
        except ValueError as error:
            self.message.setText(str(error))
            editor.setKeySequence(QKeySequence(now[0] if now else ""))
        else:
            self.message.setText("")

    def _editor(self, row: ActionRow) -> QKeySequenceEdit:
        keys = self._keys.keys_of(row.name)
        editor = QKeySequenceEdit(QKeySequence(keys[0] if keys else ""))
        editor.setMaximumSequenceLength(1)
        editor.setClearButtonEnabled(True)
        editor.setAccessibleName(tr(row.text))
        field = editor.findChild(QLineEdit)
        if field is not None:
            field.setPlaceholderText(tr("No key"))
        editor.editingFinished.connect(lambda: self.bind(row.name))
        self.editors[row.name] = editor
        return editor

    def _reset(self) -> None:
        self._keys.reset()
        for name, editor in self.editors.items():
            keys = self._keys.keys_of(name)
            editor.setKeySequence(QKeySequence(keys[0] if keys else ""))
        self.message.setText("")
