"""The widgets of the threshold page and where they stand; what they do is in ``threshold/page.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.board_list import BoardList
from vqganodip_gui.threshold.change_log import ChangeLog
from vqganodip_gui.threshold.stability_table import StabilityTable
from vqganodip_gui.widgets.page import Page
from vqganodip_gui.widgets.plain_table import make_table, table_texts

if TYPE_CHECKING:
    from vqganodip_gui.threshold.report_content import Texts

FINE: Final = 0.001
"""One step of the arrow keys."""

_FIGURES: Final = 12


class ThresholdLayout(Page):
    """Plot, lines and boards on the left; figures, sentences and tables on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(tr("Threshold"))
        self.title.setObjectName("emptyTitle")
        self.protocol = QLabel()
        self.protocol.setObjectName("muted")
        self.protocol.setWordWrap(True)
        self.typed = _score_box(tr("Threshold"))
        self.no_miss = QPushButton(tr("No defect missed"))
        self.no_miss.setToolTip(tr("Move the line to the lowest score of a known defect (Z)"))
        self.as_is = QPushButton(tr("Reset to active threshold"))
        self.as_is.setToolTip(tr("Move the line back to the active threshold (Escape)"))
        self.banded = QCheckBox(tr("Doubtful up to"))
        self.banded.setToolTip(
            tr("Between the two lines the machine decides nothing: a person does (key B; end: Ctrl and arrows)")
        )
        self.typed_doubtful_until = _score_box(tr("End of the doubtful band"))
        self.logarithmic = QCheckBox(tr("Logarithmic"))
        self.change = QPushButton(tr("Activate…"))
        self.change.setObjectName("primary")
        self.rows: list[tuple[QLabel, QLabel]] = []
        self.proof, self.firmness, self.standing = QLabel(), QLabel(), QLabel()
        for label in (self.proof, self.firmness, self.standing):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.firmness.setObjectName("muted")
        self.boards = BoardList()
        self.log = ChangeLog()
        self.firm = StabilityTable()
        self.seen_by = QComboBox()
        self.seen_by.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.seen_by.setAccessibleName(tr("Classifier"))
        self.seen_by.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.classifiers = make_table(
            (tr("Score"), "AUROC", tr("Accuracy, none missed"), tr("FPR, none missed")), tr("Classifiers")
        )
        self.metrics = make_table((tr("Metric"), tr("Weight"), tr("Meaning")), tr("Metrics"))
        self.metrics_message = QLabel()
        self.metrics_message.setWordWrap(True)
        self.metrics_message.setObjectName("muted")
        self.tabs = QTabWidget()
        self.export = QPushButton(tr("Export page…"))
        self.export.setToolTip(tr("One HTML or PDF file with figures, tables and curves for the quality file"))
        self.escape = QPushButton(tr("A board failed later…"))
        self.escape.setToolTip(tr("Finds its record, and the threshold that would have caught it"))
        self.confirmed = QPushButton(tr("Confirmed boards…"))
        self.confirmed.setToolTip(tr("Calibrates with boards that two people or quality have confirmed, on purpose"))
        self._figures = QGridLayout()
        self._plot_place = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(20)
        self.sides = QStackedWidget()
        self.sides.addWidget(self._left())
        row.addWidget(self.sides, 1)
        row.addWidget(self._right())

    def texts(self) -> Texts:
        """What stands on the page, for a document."""
        from vqganodip_gui.threshold.report_content import Texts

        parts = (
            (tr("Changes"), self.log.table),
            (tr("Stability"), self.firm.table),
            (tr("Classifiers"), self.classifiers),
            (tr("Metrics"), self.metrics),
        )
        return Texts(
            title=self.title.text(),
            about=self.protocol.text(),
            standing=(self.standing.text(),),
            rows=tuple((n.text(), v.text()) for n, v in self.rows if v.isVisibleTo(self)),
            sentences=(self.proof.text(), self.firm.message.text()),
            tables=tuple((title, *table_texts(table)) for title, table in parts),
        )

    def _left(self) -> QWidget:
        head, about, bar = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.confirmed)
        head.addWidget(self.escape)
        head.addWidget(self.export)
        about.addWidget(self.protocol, 1)
        about.addWidget(self.seen_by, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self.logarithmic, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.typed, self.no_miss, self.as_is, self.banded, self.typed_doubtful_until):
            typed = isinstance(widget, QDoubleSpinBox)
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus if typed else Qt.FocusPolicy.TabFocus)
            if not typed:
                widget.setMinimumWidth(widget.sizeHint().width() + 4)
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.change)
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addLayout(head)
        left.addLayout(about)
        left.addLayout(self._plot_place, 3)
        left.addLayout(bar)
        left.addWidget(self.boards, 2)
        return side

    def _right(self) -> QWidget:
        for row in range(_FIGURES):
            name, value = QLabel(), QLabel()
            name.setObjectName("muted")
            if row < 2:
                value.setObjectName("score")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._figures.addWidget(name, row, 0)
            self._figures.addWidget(value, row, 1)
            self.rows.append((name, value))
        self._figures.setColumnStretch(0, 1)
        frame = QWidget()
        frame.setFixedWidth(470)
        right = QVBoxLayout(frame)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addLayout(self._figures)
        for label in (self.proof, self.firmness, self.standing):
            right.addWidget(label)
        self.tabs.addTab(self.log, tr("Changes"))
        self.tabs.addTab(self.firm, tr("Stability"))
        self.tabs.addTab(self.classifiers, tr("Classifiers"))
        influences = QWidget()
        column = QVBoxLayout(influences)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.metrics_message)
        column.addWidget(self.metrics, 1)
        self.tabs.addTab(influences, tr("Metrics"))
        right.addWidget(self.tabs, 1)
        return frame


def _score_box(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0.0, 1.0)
    box.setDecimals(4)
    box.setSingleStep(FINE)
    box.setAccessibleName(name)
    return box
