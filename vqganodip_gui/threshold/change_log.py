"""Every change of the threshold, the newest first, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.number_format import threshold_text
from vqganodip.review.threshold_log import Applied, ThresholdChange
from vqganodip.scoring.verdict import Thresholds
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.plain_table import make_table

if TYPE_CHECKING:
    from vqganodip.calibration.normal_calibration import AnyCalibration


class ChangeLog(QWidget):
    """Table of threshold changes, with a button that restores the selected one."""

    restore_requested = Signal()
    apply_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headers = (tr("No."), tr("When"), tr("Who"), tr("From"), tr("To"), tr("Doubtful to"), tr("Why"))
        self.table = make_table(headers, tr("Changes"))
        self.back = GuardedButton(tr("Restore…"))
        self.back.setEnabled(False)
        self.apply = GuardedButton()
        self.apply.setToolTip(
            tr("Gives them this threshold and the verdict that follows, as a record with your name. Scores stay.")
        )
        self.apply.clicked.connect(self.apply_requested)
        self.show_waiting(None)
        self._changes: Sequence[ThresholdChange] = ()
        self._active: Thresholds | None = None
        self._own_active = True
        self._own: QTreeWidgetItem | None = None  # # the row of the model's own threshold
        self.back.clicked.connect(self.restore_requested)
        self.table.currentItemChanged.connect(lambda *_: self._follow_choice())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.apply)
        buttons.addWidget(self.back)
        column.addLayout(buttons)

    def show_changes(self, changes: Sequence[ThresholdChange], calibration: AnyCalibration) -> None:
        """List the changes, and last the model's own threshold; those of another bundle cannot be selected."""
        self._changes = changes
        self._own = None
        self.table.clear()
        own = [change for change in changes if change.bundle_sha256 == calibration.bundle_sha256]
        bundles = Thresholds(calibration.bundle_threshold)
        self._active = own[-1].thresholds if own else bundles
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
        first = calibration.threshold_text(bundles.flag_from)
        self._own = QTreeWidgetItem(["–", "", "", "", first, "", tr("The model’s own threshold")])
        self._own.setToolTip(6, self._own.text(6))
        self.table.addTopLevelItem(self._own)
        self._own_active = self._active == bundles
        for column in range(6):
            self.table.resizeColumnToContents(column)

    def show_waiting(self, waiting: Applied | None) -> None:
        """Offer to apply the threshold in force to the unjudged boards that have another one."""
        count = 0 if waiting is None else waiting.boards
        self.apply.setVisible(count > 0)
        self.apply.setText(apply_words(count))

    def chose_own(self) -> bool:
        """True if the model's own threshold is chosen and is not in force."""
        return self._own is not None and self.table.currentItem() is self._own and not self._own_active

    def _follow_choice(self) -> None:
        self.back.setEnabled(self.chosen() is not None or self.chose_own())

    def chosen(self) -> ThresholdChange | None:
        """The change that is chosen; None when none is, one of another bundle, or one with the thresholds in force."""
        item = self.table.currentItem()
        if item is None or item.isDisabled():
            return None
        found = next((c for c in self._changes if str(c.record_id) == item.text(0)), None)
        return None if found is None or found.thresholds == self._active else found


def apply_words(count: int) -> str:
    """Text of a button that applies the threshold in force to this many unjudged boards."""
    return tr("Apply to {count:unjudged board|unjudged boards}", count=count)
