"""The figures of single operators, each rate with its count and its interval."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.number_format import grouped, seconds_text
from vqganodip.review.operator_statistics import OperatorStatistics, Share
from vqganodip_gui.i18n.translation import tr

_COLUMNS: Final = (
    "Operator",
    "Boards",
    "Time a board",
    "Second opinions that agree",
    "Defective probes missed",
    "Good probes called NG",
    "Minds changed after the reveal",
)


class OperatorTable(QWidget):
    """One row per operator; or who may see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("People"))
        self.table.setHeaderLabels([tr(word) for word in _COLUMNS])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)

    def show_figures(self, figures: Sequence[OperatorStatistics]) -> None:
        """Show the figures of these operators."""
        self.note.setText(
            tr("Probes are boards that two people or quality have confirmed. In brackets the exact 95 % interval.")
        )
        self.table.show()
        self.table.clear()
        for one in figures:
            pace = "–" if one.seconds_per_board is None else seconds_text(one.seconds_per_board)
            shares = [_worded(s) for s in (one.agreed, one.missed, one.false_alarms, one.changed)]
            self.table.addTopLevelItem(QTreeWidgetItem([one.operator, grouped(one.boards), pace, *shares]))
        for column in range(len(_COLUMNS)):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, self.table.columnWidth(column) + 16)

    def refuse(self, why: str) -> None:
        """Show the reason why the table is hidden."""
        self.table.clear()
        self.table.hide()
        self.note.setText(why)


def _worded(share: Share) -> str:
    """``1 of 8 (0.3–53 %)``."""
    interval = share.interval
    if interval is None:
        return "–"
    return tr(
        "{count:,} of {of:,} ({low:.1f}–{high:.1f} %)",
        count=share.count,
        of=share.of,
        low=100 * interval.low,
        high=100 * interval.high,
    )
