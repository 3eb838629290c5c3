"""Colour bar of a difference map, from zero (black) to the brightest colour."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from vqganodip_gui.widgets.colormaps import Colours, table


class _ColourBar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_colours(Colours.MAGMA)

    def set_colours(self, colours: Colours) -> None:
        shades = table(colours).copy()
        self._image = QImage(shades.data, 256, 1, 1024, QImage.Format.Format_RGB32).copy()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(Qt.GlobalColor.gray)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class ColourBar(QWidget):
    """A colour bar labelled at both ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelTag")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._top = QLabel("1")
        self._top.setObjectName("scaleText")
        zero = QLabel("0")
        zero.setObjectName("scaleText")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(6)
        row.addWidget(zero)
        self._bar = _ColourBar()
        row.addWidget(self._bar)
        row.addWidget(self._top)

    def set_colours(self, colours: Colours) -> None:
        """Set the colour map."""
        self._bar.set_colours(colours)

    def set_top(self, top: float) -> None:
        """Set the difference shown as the brightest colour."""
        self._top.setText("1" if top >= 1 else f"≥ {top:.2f}" if top >= 0.1 else f"≥ {top:.3f}")
        self.adjustSize()
