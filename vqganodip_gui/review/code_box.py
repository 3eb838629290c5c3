"""The field for the defect code: a list that typing searches, and any text as a code of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from vqganodip_gui.i18n.defect_words import defect_word
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.code_search import matching, ordered

_LONGEST: Final = 80
_LINES: Final = 16
_WIDTH: Final = 240
_MARGINS: Final = 12
_CODE: Final = Qt.ItemDataRole.UserRole
_KEYS: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class CodeBox(QComboBox):
    """Combo box of defect codes that displays spoken words and returns the codes.

    Its list lies over the window and never takes the keyboard: what is typed stays in the field.
    """

    left = Signal()
    """The field is done with: Esc was pressed."""

    def __init__(self, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = list(codes)
        self._used: Sequence[str] = ()
        self._codes = {defect_word(code): code for code in codes}
        self._list: QListWidget | None = None
        self.setEditable(True)
        self.addItem("")
        for word in self._codes:
            self.addItem(word)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setAccessibleName(tr("Defect code"))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Code for NG (C)"))
        line.setMaxLength(_LONGEST)
        line.textEdited.connect(self._search)

    def defect_code(self) -> str:
        """The code, as files keep it; a text that is no known word is a code itself."""
        text = self.currentText().strip()
        return self._codes.get(text, text)

    def set_defect_code(self, code: str) -> None:
        """Show a code in spoken words."""
        self.setCurrentText(defect_word(code))

    def set_used(self, used: Sequence[str]) -> None:
        """List these codes first, in this order."""
        self._used = used

    def showPopup(self) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._search("")

    def hidePopup(self) -> None:
        if self._list is not None:
            self._list.hide()

    def listed(self) -> list[str]:
        """Codes in the list on the screen; none while it is hidden."""
        shown = self._list
        if shown is None or not shown.isVisible():
            return []
        return [str(shown.item(row).data(_CODE)) for row in range(shown.count())]

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._owns(event.key()):
            event.accept()
            return True
        return super().event(event)

    def _owns(self, key: int) -> bool:
        """True if a key belongs to the open list and is no shortcut."""
        return key in _KEYS and bool(self.listed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self._list
        if shown is None or not self._owns(event.key()):
            super().keyPressEvent(event)
            return
        row = shown.currentRow()
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                shown.setCurrentRow(min(max(row + by, 0), shown.count() - 1))
            case Qt.Key.Key_Escape:
                self.hidePopup()
                self.left.emit()
            case _:
                if row >= 0:
                    self.set_defect_code(str(shown.item(row).data(_CODE)))
                self.hidePopup()
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hidePopup()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.hidePopup()
        super().hideEvent(event)

    def _search(self, typed: str) -> None:
        """List the codes that match what was typed; the first one is chosen, so that Enter takes it."""
        favourites, others = ordered(self._order, self._used)
        found = matching(favourites + others, typed)
        if self._list is None:
            self._list = self._made_list()
        shown = self._list
        shown.clear()
        for code in found:
            line = QListWidgetItem(defect_word(code))
            line.setData(_CODE, code)
            line.setToolTip(code)
            shown.addItem(line)
        shown.setCurrentRow(0 if typed.strip() and found else -1)
        shown.setVisible(bool(found))
        self._place()

    def _made_list(self) -> QListWidget:
        shown = QListWidget(self.window())
        shown.setObjectName("codeList")
        shown.setAccessibleName(tr("Defect code"))
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.itemClicked.connect(self._clicked)
        return shown

    def _clicked(self, line: QListWidgetItem) -> None:
        self.set_defect_code(str(line.data(_CODE)))
        self.hidePopup()
        self.left.emit()

    def _place(self) -> None:
        """Put the list above or below the field, where there is more room, inside the window."""
        shown, window = self._list, self.window()
        if shown is None or not shown.count():
            return
        top = self.mapTo(window, QPoint(0, 0))
        above, below = top.y(), window.height() - top.y() - self.height()
        wanted = shown.sizeHintForRow(0) * min(shown.count(), _LINES) + _MARGINS
        height, width = min(wanted, max(above, below) - 4), max(self.width(), _WIDTH)
        y = top.y() + self.height() + 2 if below >= min(wanted, above) else top.y() - height - 2
        shown.setGeometry(max(min(top.x(), window.width() - width), 0), y, width, height)
        shown.raise_()
