"""The field for the defect code: a list to choose from, and any text as a code of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from vqganodip_gui.i18n.defect_words import defect_word
from vqganodip_gui.i18n.translation import tr

_LONGEST = 80


class CodeBox(QComboBox):
    """Combo box of defect codes that displays spoken words and returns the codes."""

    def __init__(self, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = {defect_word(code): code for code in codes}
        self.setEditable(True)
        self.addItem("")
        for word, code in self._codes.items():
            self.addItem(word)
            self.setItemData(self.count() - 1, code, Qt.ItemDataRole.ToolTipRole)
        self.setAccessibleName(tr("Defect code"))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Code for NG (C)"))
            line.setMaxLength(_LONGEST)
        completer = QCompleter(list(self._codes), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def defect_code(self) -> str:
        """The code, as files keep it; a text that is no known word is a code itself."""
        text = self.currentText().strip()
        return self._codes.get(text, text)

    def set_defect_code(self, code: str) -> None:
        """Show a code in spoken words."""
        self.setCurrentText(defect_word(code))
