"""The widgets of the threshold page and where they stand; what they do is in ``pages/threshold_page.py``."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip_gui.threshold.tables import make_table
from vqganodip_gui.words import tr

FINE: Final = 0.001
"""One step of the arrow keys."""


class ThresholdParts(QWidget):
    """Plot, line and boards on the left; figures, sentences and tables on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(tr("Threshold"))
        self.title.setObjectName("emptyTitle")
        self.protocol = QLabel()
        self.protocol.setObjectName("muted")
        self.protocol.setWordWrap(True)
        self.typed = QDoubleSpinBox()
        self.typed.setRange(0.0, 1.0)
        self.typed.setDecimals(4)
        self.typed.setSingleStep(FINE)
        self.typed.setAccessibleName(tr("Threshold"))
        self.no_miss = QPushButton(tr("No miss"))
        self.no_miss.setToolTip(tr("Puts the line at the lowest score of a known defect (key Z)"))
        self.as_is = QPushButton(tr("As in force"))
        self.as_is.setToolTip(tr("Puts the line back where it is now (key Escape)"))
        self.logarithmic = QCheckBox(tr("Logarithmic"))
        self.change = QPushButton(tr("Put into force…"))
        self.change.setObjectName("primary")
        self.rows: list[tuple[QLabel, QLabel]] = []
        self.proof, self.firmness, self.standing = QLabel(), QLabel(), QLabel()
        for label in (self.proof, self.firmness, self.standing):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.firmness.setObjectName("muted")
        self.listed_title = QLabel()
        self.listed = QListWidget()
        self.listed.setAccessibleName(tr("Boards"))
        headers = (tr("No."), tr("When"), tr("Who"), tr("From"), tr("To"), tr("Why"))
        self.log = make_table(headers, tr("Changes"))
        self.classifiers = make_table(
            (tr("Score"), "AUROC", tr("Accuracy, none missed"), tr("FPR, none missed")), tr("Classifiers")
        )
        self.metrics = make_table((tr("Metric"), tr("Weight"), tr("What it says")), tr("Metrics"))
        self.tabs = QTabWidget()
        self.export = QPushButton(tr("Export page…"))
        self.export.setToolTip(tr("One HTML file with figures, tables and curves for the quality file"))
        self.escape = QPushButton(tr("A board failed later…"))
        self.escape.setToolTip(tr("Finds its record, and the threshold that would have caught it"))
        self.back = QPushButton(tr("Go back to it…"))
        self.back.setEnabled(False)
        self._figures = QGridLayout()
        self._plot_place = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        for widget in (self.typed, self.no_miss, self.as_is, self.logarithmic):
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus if widget is self.typed else Qt.FocusPolicy.TabFocus)
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.change)
        left = QVBoxLayout()
        left.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.escape)
        head.addWidget(self.export)
        left.addLayout(head)
        left.addWidget(self.protocol)
        left.addLayout(self._plot_place, 3)
        left.addLayout(bar)
        left.addWidget(self.listed_title)
        left.addWidget(self.listed, 1)
        for row in range(10):
            name, value = QLabel(), QLabel()
            name.setObjectName("muted")
            if row < 2:
                value.setObjectName("score")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._figures.addWidget(name, row, 0)
            self._figures.addWidget(value, row, 1)
            self.rows.append((name, value))
        self._figures.setColumnStretch(0, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(self._figures)
        for label in (self.proof, self.firmness, self.standing):
            right.addWidget(label)
        changes = QWidget()
        column = QVBoxLayout(changes)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.log, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignRight)
        self.tabs.addTab(changes, tr("Changes"))
        self.tabs.addTab(self.classifiers, tr("Classifiers"))
        self.tabs.addTab(self.metrics, tr("Metrics"))
        right.addWidget(self.tabs, 1)
        frame = QWidget()
        frame.setFixedWidth(470)
        frame.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        row_of_both = QHBoxLayout(self)
        row_of_both.setContentsMargins(16, 12, 16, 12)
        row_of_both.setSpacing(20)
        row_of_both.addLayout(left, 1)
        row_of_both.addWidget(frame)
