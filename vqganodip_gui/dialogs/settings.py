"""The settings, made from the SETTINGS table; every change holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vqganodip_gui.settings import SETTINGS, Setting, Settings
from vqganodip_gui.words import tr


class SettingsDialog(QDialog):
    """One row per setting that has a group."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form = QFormLayout()
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
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(buttons)

    def _editor(self, setting: Setting) -> QWidget:
        name, value = setting.name, self._settings.get(setting.name)
        if setting.choices:
            box = QComboBox()
            for choice, label in setting.choices:
                box.addItem(tr(label), choice)
            box.setCurrentIndex(box.findData(value))
            box.currentIndexChanged.connect(lambda _index: self._settings.put(name, box.currentData()))
            return box
        if isinstance(value, bool):
            check = QCheckBox()
            check.setChecked(value)
            check.toggled.connect(lambda on: self._settings.put(name, on))
            return check
        if isinstance(value, int):
            spin = QSpinBox()
            spin.setRange(5, 100_000)
            spin.setValue(value)
            spin.valueChanged.connect(lambda number: self._settings.put(name, number))
            return spin
        line = QLineEdit(value)
        line.editingFinished.connect(lambda: self._settings.put(name, line.text().strip()))
        return line
