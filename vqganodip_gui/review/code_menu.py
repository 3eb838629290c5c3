"""The menu of defect codes: a digit chooses one of the first ten, letters search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from vqganodip_gui.i18n.defect_words import defect_word
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.code_search import matching, ordered


class CodeMenu(QMenu):
    """Menu that lists the most used codes first; the digits belong to the codes, wherever these are listed."""

    chosen = Signal(str)

    def __init__(self, codes: Sequence[str], used: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codeMenu")
        self.typed = ""
        self._head = self.addAction("")
        self._head.setEnabled(False)
        self._lines: dict[str, QAction] = {}
        digits = {code: number % 10 for number, code in enumerate(codes[:10], start=1)}
        for part in ordered(codes, used):
            for code in part:
                word = defect_word(code)
                action = self.addAction(f"&{digits[code]}  {word}" if code in digits else word)
                action.setToolTip(code)
                action.triggered.connect(lambda _checked=False, code=code: self.chosen.emit(code))
                self._lines[code] = action
            self.addSeparator()
        self.setToolTipsVisible(True)
        self._filter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self._filter(self.typed[:-1])
        elif event.key() == Qt.Key.Key_Escape and self.typed:
            self._filter("")
        elif len(text) == 1 and (text.isalpha() or (self.typed and text in " -'’")):
            self._filter(self.typed + text)
        else:
            super().keyPressEvent(event)

    def _filter(self, typed: str) -> None:
        self.typed = typed
        self._head.setText(tr("Search: {text}").format(text=typed) if typed else tr("Type to search"))
        found = matching(tuple(self._lines), typed)
        for code, action in self._lines.items():
            action.setVisible(code in found)
        if typed and found:
            self.setActiveAction(self._lines[found[0]])
        self.resize(self.sizeHint())
