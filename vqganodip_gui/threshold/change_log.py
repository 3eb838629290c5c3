"""Every change of the threshold, the newest first, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.number_format import threshold_text
from vqganodip.review.threshold_log import ThresholdChange
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plain_table import make_table

if TYPE_CHECKING:
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.scoring.verdict import Thresholds


class ChangeLog(QWidget):
    """Table of threshold changes, with a button that restores the selected one."""

    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headers = (tr("No."), tr("When"), tr("Who"), tr("From"), tr("To"), tr("Doubtful to"), tr("Why"))
        self.table = make_table(headers, tr("Changes"))
        self.back = QPushButton(tr("Restore…"))
        self.back.setEnabled(False)
        self._changes: Sequence[ThresholdChange] = ()
        self._active: Thresholds | None = None
        self.back.clicked.connect(self.restore_requested)
        self.table.currentItemChanged.connect(lambda *_: self.back.setEnabled(self.chosen() is not None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignRight)

    def show_changes(self, changes: Sequence[ThresholdChange], calibration: CalibrationResult) -> None:
        """List the changes; those of another bundle cannot be selected."""
        self._changes = changes
        self.table.clear()
        own = [change for change in changes if change.bundle_sha256 == calibration.bundle_sha256]
        self._active = own[-1].thresholds if own else None
        for change in reversed(changes):
            mine = change.bundle_sha256 == calibration.bundle_sha256
            shown = calibration.threshold_text if mine else threshold_text
            first = shown(calibration.bundle_threshold) if mine else "–"
            before = first if change.before is None else shown(change.before)
            band = "" if change.upper is None else shown(change.upper)
            when = change.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
            why = change.reason if mine else tr("(another bundle)") + f" {change.reason}"
            number = str(change.record_id)
            row = QTreeWidgetItem([number, when, change.operator, before, shown(change.value), band, why])
            row.setToolTip(6, change.reason)
            row.setDisabled(not mine)
            self.table.addTopLevelItem(row)
        for column in range(6):
            self.table.resizeColumnToContents(column)

    def chosen(self) -> ThresholdChange | None:
        """The change that is chosen; None when none is, one of another bundle, or one with the thresholds in force."""
        item = self.table.currentItem()
        if item is None or item.isDisabled():
            return None
        found = next((c for c in self._changes if str(c.record_id) == item.text(0)), None)
        return None if found is None or found.thresholds == self._active else found
