"""Frames shared by the dialogs: one column of parts above the buttons, with the same margins everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.scroll_column import ScrollColumn, fit_to_screen, grow_with, keep_on_screen


class ColumnDialog(QDialog):
    """A dialog of one column that is deleted when it is closed.

    Args:
        title: Title of the dialog.
        buttons: Widget or layout of the last row.
        parent: Parent widget.
    """

    def __init__(self, title: str, buttons: QWidget | QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(12)
        self.area: ScrollColumn | None = None

    def set_parts(self, *parts: QWidget | QLayout) -> None:
        """Lay out the parts from top to bottom, with the buttons below them."""
        for part in (*parts, self._buttons):
            if isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)

    def set_scrolling_parts(self, *parts: QWidget | QLayout) -> None:
        """Lay out the parts in an area that scrolls on a small screen, with the buttons below it always visible."""
        self.area = ScrollColumn()
        self.area.add(*parts)
        self.set_parts(self.area)
        grow_with(self, self.area)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # a wrapped text may need more lines than the size hint foresaw
        if self.area is not None or self.column.totalHeightForWidth(self.width()) > self.height():
            self.fit_height()

    def fit_height(self) -> None:
        """Take the height that the parts need at the present width; ``adjustSize`` stops at 2/3 of the screen."""
        if self.area is not None:
            fit_to_screen(self, self.area)
            return
        self.column.activate()
        self.resize(self.width(), self.column.totalHeightForWidth(self.width()))
        keep_on_screen(self)


class FormDialog(ColumnDialog):
    """A dialog with OK and Cancel; ``ok`` is the text of the OK button, empty for the word of the desktop."""

    def __init__(self, title: str, parent: QWidget | None = None, *, ok: str = "") -> None:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        super().__init__(title, box, parent)
        self.ok = box.button(QDialogButtonBox.StandardButton.Ok)
        if ok:
            self.ok.setText(ok)
        box.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)


class InfoDialog(ColumnDialog):
    """A dialog that only shows something, with Close."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        self.buttons = close_buttons()
        super().__init__(title, self.buttons, parent)
        self.buttons.rejected.connect(self.reject)


class ActionDialog(ColumnDialog):
    """A dialog with Close and primary buttons that leave it open; Enter presses none of them.

    Args:
        title: Title of the dialog.
        actions: Texts of the primary buttons.
        parent: Parent widget.
    """

    def __init__(self, title: str, actions: tuple[str, ...], parent: QWidget | None = None) -> None:
        row = QHBoxLayout()
        super().__init__(title, row, parent)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.primary = tuple(GuardedButton(text) for text in actions)
        row.addStretch(1)
        for button in (self.close_button, *self.primary):
            button.setAutoDefault(False)
            row.addWidget(button)
        for button in self.primary:
            button.setObjectName("primary")


def close_buttons() -> QDialogButtonBox:
    """Make a button box that holds Close alone."""
    box = QDialogButtonBox()
    box.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    return box
