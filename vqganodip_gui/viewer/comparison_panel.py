"""Fifth panel: a good board under the linked view, or a text on neutral ground."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.comparison_board import ComparisonBoard
from vqganodip_gui.viewer.linked_view import LinkedView
from vqganodip_gui.viewer.panel_view import PanelView
from vqganodip_gui.viewer.tile_loader import TileLoader

_INSET: Final = 8
_WIDEST: Final = 360


class ComparisonPanel(PanelView):
    """Panel with a name tag of up to two lines, and a text where there is no board."""

    nearest_requested = Signal()

    def __init__(self, link: LinkedView, *, tiles: TileLoader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(ComparisonBoard().name, link, tiles=tiles, parent=parent)
        self._words = QWidget(self)
        self._column = column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.text = QLabel()
        self.text.setObjectName("panelWords")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._offer = tr("Show the nearest good board")
        self.button = QPushButton(self._offer)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.nearest_requested)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._words.hide()

    def set_words(self, board: ComparisonBoard) -> None:
        """Set the accessible name and, if there is no board, the visible text."""
        spoken_name = ", ".join(part for part in (board.name, board.serial, board.about) if part)
        if spoken_name != self.accessibleName():
            self.setAccessibleName(spoken_name)
        self.setAccessibleDescription(board.words)
        self.text.setText(board.words)
        self.button.setVisible(board.offers_nearest)
        self._words.setVisible(bool(board.words))
        self._place_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_words()

    def _place_words(self) -> None:
        width = min(self.width() - 4 * _INSET, _WIDEST)
        if self._words.isHidden() or width <= 0:
            return
        self._words.setFixedWidth(width)
        self.button.setText(self._offer)
        if self.button.sizeHint().width() > width:
            self.button.setText(_in_two_lines(self._offer))
        height = self._column.heightForWidth(width)
        self._words.resize(width, height)
        self._words.move(
            (self.width() - width) // 2, max((self.height() - height) // 2, self.tag.height() + 2 * _INSET)
        )


def _in_two_lines(text: str) -> str:
    """A text broken at the blank nearest its middle."""
    blanks = [place for place, character in enumerate(text) if character == " "]
    if not blanks:
        return text
    place = min(blanks, key=lambda blank: abs(2 * blank - len(text)))
    return f"{text[:place]}\n{text[place + 1 :]}"
