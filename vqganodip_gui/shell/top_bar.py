"""Top bar: pages at the left, frequent actions in the middle, product, operator and menu at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.icons import IconName, icon

_LEAST_PRODUCT_PX: Final = 60
_MOST_PRODUCT_PX: Final = 260
_AROUND_PRODUCT_PX: Final = 44
"""Icon and margins of the button."""


class TopBar(QWidget):
    """Buttons 40 px high. Every icon has a text next to it, except the menu, which has a tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        self._icons: list[tuple[QToolButton | QAction, IconName]] = []
        self._names: dict[QToolButton, str] = {}
        """Name of the page of each button."""
        self._pages = QHBoxLayout()
        self._pages.setSpacing(4)
        self._often = QHBoxLayout()
        self._often.setSpacing(4)
        self.product = self._button(IconName.BUNDLE, "")
        self.product.setMinimumWidth(_LEAST_PRODUCT_PX + _AROUND_PRODUCT_PX)  # its text does not widen the window
        self._product_name = self._product_note = ""
        self.operator = self._button(IconName.OPERATOR, "")
        self.menu = self._button(IconName.MENU, "")
        self.menu.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.menu.setToolTip(f"{tr('Menu')} (F10)")
        self.menu.setAccessibleName(tr("Menu"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addLayout(self._pages)
        row.addWidget(_split())
        row.addLayout(self._often)
        row.addStretch(1)
        for button in (self.product, self.operator, self.menu):
            row.addWidget(button)

    def add_page(self, name: IconName, text: str) -> QToolButton:
        """Add the button of a page."""
        button = self._button(name, text)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        self._names[button] = text
        self._pages.addWidget(button)
        self.set_page_text(button, text)
        return button

    def set_page_text(self, button: QToolButton, text: str) -> None:
        """Change the text of the button of a page; what follows the name takes its place where there is no room."""
        layout, name = self.layout(), self._names[button]
        assert layout is not None
        for shown in (text, text.removeprefix(name).strip() or name):
            button.setText(shown)
            # # the current page is bold: reserve room for it, or a long name would be cut
            button.ensurePolished()
            bold = QFont(button.font())
            bold.setBold(True)
            wider = QFontMetrics(bold).horizontalAdvance(shown) - button.fontMetrics().horizontalAdvance(shown)
            button.setMinimumWidth(button.sizeHint().width() + max(wider, 0))
            self._pages.invalidate()
            if layout.minimumSize().width() <= self.width():
                break
        button.setAccessibleName(text)
        self._fit_product()

    def add_action(self, action: QAction, text: str, name: IconName | None) -> None:
        """Add a button for a frequent action."""
        button = self._button(name, text)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: _follow(button, action))
        _follow(button, action)
        self._often.addWidget(button)

    def show_product(self, text: str, note: str = "") -> None:
        """Show a product's name, and a note behind it where there is room; an ampersand is no mnemonic."""
        self._product_name, self._product_note = text, note
        self._fit_product()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_product()

    def _fit_product(self) -> None:
        """Shorten the product's name to the room that the other buttons leave."""
        layout, button = self.layout(), self.product
        assert layout is not None
        metrics = button.fontMetrics()
        room = self.width() - layout.minimumSize().width() + _LEAST_PRODUCT_PX
        limit = min(max(room, _LEAST_PRODUCT_PX), _MOST_PRODUCT_PX)
        whole = f"{self._product_name} ({self._product_note})" if self._product_note else self._product_name
        if metrics.horizontalAdvance(whole) > limit:
            whole = metrics.elidedText(self._product_name, Qt.TextElideMode.ElideMiddle, limit)
        short = whole.replace("&", "&&")
        if short != button.text():
            button.setText(short)

    def set_menu(self, menu: QMenu) -> None:
        self.menu.setMenu(menu)

    def refresh(self) -> None:
        """Redraw the icons after a change of theme."""
        for owner, name in self._icons:
            owner.setIcon(icon(name))

    def _button(self, name: IconName | None, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if name is not None:
            button.setIcon(icon(name))
            self._icons.append((button, name))
        return button


def _follow(button: QToolButton, action: QAction) -> None:
    """Enable or disable a button with its action; the reason is that of the action."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    reason = "" if action.isEnabled() else action.toolTip()
    button.setEnabled(action.isEnabled())
    button.setToolTip(reason or f"{action.text().rstrip('…')} ({key})")
    button.setAccessibleDescription(reason)


def _split() -> QFrame:
    line = QFrame()
    line.setObjectName("barSplit")
    line.setFixedSize(1, 20)
    return line
