"""Corner of the difference panel: its scale, and a button that changes the weighting."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.colour_bar import ColourBar

_GAPS: Final = 24


class DifferenceCorner(QWidget):
    """Colour bar with a button next to it, as far as there is room for both."""

    weighting_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ColourBar()
        self.button = QPushButton()
        self.button.setObjectName("panelButton")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip(tr("Switch how the difference is weighted (W)"))
        self.button.clicked.connect(self.weighting_requested)
        self._has_choice = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button)
        row.addWidget(self.bar)

    def show_difference(self, top: float, next_weighting: str, *, has_choice: bool) -> None:
        """Show the scale of a difference map.

        Args:
            top: The difference shown as the brightest colour.
            next_weighting: Name of the weighting that the button changes to.
            has_choice: True if the board has more than one weighting.
        """
        self._has_choice = has_choice
        self.bar.set_top(top)
        self.bar.setToolTip(tr("Black is no difference; the brightest colour is this difference or more"))
        self.button.setText(tr("show {what}").format(what=next_weighting) + "  W")
        self.show()

    def fit(self, width: int) -> None:
        """Hide the button if a panel of this width has no room for it."""
        both = self.button.sizeHint().width() + self.bar.sizeHint().width() + _GAPS
        self.button.setVisible(self._has_choice and width >= both)
