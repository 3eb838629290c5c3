"""Column of parts that scrolls where the screen is too small for it; the buttons below stay visible."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

_SPARE_PX = 48
"""Height that the title bar of the desktop may take."""


class ScrollColumn(QScrollArea):
    """Scroll area, vertical only, whose size hint is that of its content."""

    content_changed = Signal()
    """The content was laid out again while it was visible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setObjectName("scrollColumn")
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.setWidget(sheet)
        self.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Add parts at the lower end."""
        for part in parts:
            if isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)

    def needed_height(self, width: int) -> int:
        """Return the height of the content at a width."""
        self.column.activate()
        return max(self.column.totalHeightForWidth(width), self.column.minimumSize().height())

    def sizeHint(self) -> QSize:
        hint = self.column.sizeHint()
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        least = self.column.minimumSize()
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), min(least.height(), 160))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        answer = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
            if self.isVisible():
                self.content_changed.emit()
        return answer


def fit_to_screen(window: QWidget, area: ScrollColumn) -> None:
    """Give a window the height that its scrolling column needs at the present width, at most that of the screen."""
    layout = window.layout()
    assert layout is not None
    area.updateGeometry()
    layout.invalidate()
    margins = layout.contentsMargins()
    inner = window.width() - margins.left() - margins.right() - area.verticalScrollBar().sizeHint().width()
    around = layout.sizeHint().height() - area.sizeHint().height()
    available = window.screen().availableGeometry()
    height = min(around + area.needed_height(inner), available.height() - _SPARE_PX)
    window.resize(min(window.width(), available.width()), height)
    keep_on_screen(window)


def keep_on_screen(window: QWidget) -> None:
    """Move a visible window up if it reaches below the screen."""
    available = window.screen().availableGeometry()
    lowest = available.bottom() - _SPARE_PX // 2 - window.height()
    if window.isVisible() and window.y() > lowest:
        window.move(window.x(), max(available.top(), lowest))


def grow_with(window: QWidget, area: ScrollColumn) -> None:
    """Let a window grow, never shrink, whenever the content of its scrolling column does."""

    def grow() -> None:
        before = window.height()
        fit_to_screen(window, area)
        if window.height() < before:
            window.resize(window.width(), before)

    area.content_changed.connect(grow, Qt.ConnectionType.QueuedConnection)  # once the area has laid itself out


__all__ = ["ScrollColumn", "fit_to_screen", "grow_with", "keep_on_screen"]
