"""Settings dialog, built from the SETTINGS table; every change applies at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.settings import SETTINGS, Setting, Settings
from vqganodip_gui.widgets.dialog_form import close_buttons
from vqganodip_gui.widgets.number_field import NumberField


class SettingsDialog(QDialog):
    """One row per setting that has a group."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 16)
        self._column.setSpacing(16)
        self._fill()

    def rebuild(self) -> None:
        """Rebuild the content in the current language, keeping the focus."""
        focus = self.focusWidget()
        name, before = focus.objectName() if focus is not None else "", self._body
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()
        self._fill()
        self._body.show()
        again = self._body.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def show_message(self, text: str) -> None:
        """Show a note about a setting; empty hides it."""
        if text != self.message.text():
            self.message.setText(text)
            self.message.setVisible(bool(text))
            self.adjustSize()

    def _fill(self) -> None:
        self.setWindowTitle(tr("Settings"))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        group = ""
        for setting in SETTINGS:
            if not setting.group:
                continue
            if setting.group != group:
                group = setting.group
                head = QLabel(tr(group))
                head.setObjectName("paneTitle")
                form.addRow(head)
            editor = self._editor(setting)
            editor.setObjectName(f"setting_{setting.name}")
            editor.setToolTip(tr(setting.tip))
            if isinstance(editor, QCheckBox):
                editor.setText(tr(setting.label))
                form.addRow(editor)
            else:
                form.addRow(tr(setting.label), editor)
        buttons = close_buttons()
        buttons.rejected.connect(self.reject)
        self.message = QLabel()
        self.message.setObjectName("hint")
        self.message.setWordWrap(True)
        self.message.hide()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self.message)
        column.addWidget(buttons)
        self._column.addWidget(self._body)

    def _editor(self, setting: Setting) -> QWidget:
        name, value = setting.name, self._settings.get(setting.name)
        if setting.choices:
            box = QComboBox()
            for choice, label in setting.choices:
                box.addItem(tr(label), choice)
            box.setCurrentIndex(box.findData(value))
            box.currentIndexChanged.connect(lambda _index: self._settings.set(name, box.currentData()))
            return box
        if isinstance(value, bool):
            check = QCheckBox()
            check.setChecked(value)
            check.toggled.connect(lambda on: self._settings.set(name, on))
            return check
        if isinstance(value, int):
            field = NumberField(5, 100_000, value=value)
            field.valueChanged.connect(lambda _value: self._settings.set(name, field.whole()))
            return field
        line = QLineEdit(value)
        line.editingFinished.connect(lambda: self._settings.set(name, line.text().strip()))
        return line
