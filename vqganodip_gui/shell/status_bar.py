"""Status bar: board, pace, position under the mouse, zoom and inspection progress."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from vqganodip_gui.i18n.translation import tr


class StatusBar(QWidget):
    """Labels of fixed width, so that nothing jumps while numbers change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(22)
        self.board = QLabel()
        self.board.setObjectName("statusMain")
        self.pace = QLabel()
        self.place = QLabel()
        self.zoom = QLabel()
        self.engine = QLabel()
        self.workspace = QLabel()
        self.demo = QLabel(tr("Demo line"))
        self.demo.setObjectName("statusDemo")
        self.demo.setToolTip(
            tr("Rendered boards, scored by the bundle that ships with the program. No real board is shown.")
        )
        self.demo.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        for label in (self.board, self.pace, self.place, self.zoom):
            row.addWidget(label)
        row.addStretch(1)
        self.engine.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.engine.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.engine, 3)
        row.addWidget(self.workspace)
        row.addWidget(self.demo)
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance("x 0000 y 0000"))
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("0.00×"))
