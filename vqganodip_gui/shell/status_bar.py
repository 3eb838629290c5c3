"""Status bar: board, pace, position under the mouse, zoom and inspection progress."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

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
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(tr("Progress of the inspection"))
        self.progress.hide()
        self.turn = QToolButton()
        self.turn.setObjectName("statusButton")
        self.turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.turn.hide()
        row.addWidget(self.engine, 3)
        row.addWidget(self.progress)
        row.addWidget(self.turn)
        row.addWidget(self.workspace)
        row.addWidget(self.demo)
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance("x 0000 y 0000"))
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("0.00×"))

    def show_progress(self, text: str, share: tuple[int, int] | None, button: str) -> None:
        """Show the progress of the inspection.

        Args:
            text: In words; also what a stopped inspection has left.
            share: Finished and all boards; None without an inspection.
            button: Text of the button that stops or resumes it; empty for none.
        """
        self.engine.setText(text)
        self.progress.setVisible(share is not None)
        if share is not None:
            self.progress.setRange(0, share[1])
            self.progress.setValue(share[0])
        self.turn.setText(button)
        self.turn.setVisible(bool(button))
