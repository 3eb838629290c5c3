"""Bar over the pages while the server of the records does not answer: what happens to the judgments."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vqganodip_gui.review.other_stations import OtherStations
from vqganodip_gui.widgets.icons import IconName, icon


class ConnectionBar(QWidget):
    """One line that stays until the server answers and has everything."""

    def __init__(self, others: OtherStations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._others = others
        sign = QLabel()
        sign.setPixmap(icon(IconName.NG).pixmap(16, 16))
        self.text = QLabel()
        self.text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 6, 3)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        others.connection_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        text = self._others.connection_text()
        self.text.setText(text)
        self.setVisible(bool(text))
