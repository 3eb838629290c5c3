"""Every change of the threshold and what it was applied to, the newest first, and the way back to a change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.number_format import threshold_text
from vqganodip.review.threshold_log import Application, Applied, ThresholdChange
from vqganodip.scoring.verdict import Thresholds
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.plain_table import make_table, wrap_column

if TYPE_CHECKING:
    from vqganodip.calibration.normal_calibration import AnyCalibration


_MARGIN: Final = 20
"""Width of a cell besides its text."""

_WHEN: Final = 1
_BAND: Final = 5
"""Column of the end of the doubtful band; hidden while it is empty."""

_WHY: Final = 6
_CHANGE: Final = Qt.ItemDataRole.UserRole
"""Data of a row: the number of the change that it shows; nothing for other rows."""


class ChangeLog(QWidget):
    """Table of threshold changes and of their applications to boards that waited; a button restores a change."""

    restore_requested = Signal()
    apply_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headers = (tr("No."), tr("When"), tr("Who"), tr("From"), tr("To"), tr("Doubt to"), tr("Why"))
        self.table = make_table(headers, tr("Changes"))
        wrap_column(self.table, _WHY)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        wrap_column(self.table, _WHEN)  # day and time in two lines
        self.table.header().setSectionResizeMode(_WHEN, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(_WHEN, self.table.fontMetrics().horizontalAdvance("0000-00-00") + _MARGIN)
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

    def show_changes(
        self,
        changes: Sequence[ThresholdChange],
        applications: Sequence[Application],
        calibration: AnyCalibration,
    ) -> None:
        """List changes and applications, and last the model's own threshold; of another bundle none can be selected."""
        self._changes = changes
        self._own = None
        self.table.clear()
        own = [change for change in changes if change.bundle_sha256 == calibration.bundle_sha256]
        bundles = Thresholds(calibration.bundle_threshold)
        self._active = own[-1].thresholds if own else bundles
        rows = [(change.changed_at, _change_row(change, calibration)) for change in changes]
        rows += [(entry.applied_at, _application_row(entry, calibration)) for entry in applications]
        rows.sort(key=lambda row: row[0])  # stable: an application follows its change
        self.table.addTopLevelItems([row for _, row in reversed(rows)])
        first = calibration.threshold_text(bundles.flag_from)
        self._own = QTreeWidgetItem(["–", "", "", "", first, "", tr("The model’s own threshold")])
        self._own.setToolTip(_WHY, self._own.text(_WHY))
        self.table.addTopLevelItem(self._own)
        self._own_active = self._active == bundles
        self.table.setColumnHidden(_BAND, not any(row.text(_BAND) for _, row in rows))

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
        found = next((c for c in self._changes if c.record_id == item.data(0, _CHANGE)), None)
        return None if found is None or found.thresholds == self._active else found


def _change_row(change: ThresholdChange, calibration: AnyCalibration) -> QTreeWidgetItem:
    mine = change.bundle_sha256 == calibration.bundle_sha256
    shown = calibration.threshold_text if mine else threshold_text
    first = shown(calibration.bundle_threshold) if mine else "–"
    before = first if change.before is None else shown(change.before)
    band = "" if change.upper is None else shown(change.upper)
    cells = [str(change.record_id), _moment(change.changed_at), change.operator, before, shown(change.value), band]
    row = _row(cells, "\n".join(filter(None, (change.reason, rule_text(change.rule)))), mine=mine)
    row.setData(0, _CHANGE, change.record_id)
    return row


def rule_text(rule: str) -> str:
    """Words for the boards that a threshold was chosen on; empty for records of earlier versions, which do not say."""
    from vqganodip.review.threshold_log import KNOWN_DEFECTS
    from vqganodip.scoring.normal_only import NORMAL_ONLY

    words = {NORMAL_ONLY: tr("Rule: normal boards only"), KNOWN_DEFECTS: tr("Rule: known defects")}
    return words.get(rule, rule)


def _application_row(entry: Application, calibration: AnyCalibration) -> QTreeWidgetItem:
    mine = entry.bundle_sha256 == calibration.bundle_sha256
    shown = calibration.threshold_text if mine else threshold_text
    given = entry.thresholds
    band = "" if given.doubtful_until is None else shown(given.doubtful_until)
    cells = [str(entry.change), _moment(entry.applied_at), entry.operator, "", shown(given.flag_from), band]
    what = tr(
        "Applied to {count:unjudged board|unjudged boards}: {flagged:,} flagged, {passed:,} passed",
        count=entry.flagged + entry.passed,
        flagged=entry.flagged,
        passed=entry.passed,
    )
    return _row(cells, what, mine=mine)


def _row(cells: Sequence[str], why: str, *, mine: bool) -> QTreeWidgetItem:
    row = QTreeWidgetItem([*cells, why if mine else tr("(another bundle)") + f" {why}"])
    row.setToolTip(_WHY, why)
    row.setDisabled(not mine)
    return row


def _moment(when: datetime) -> str:
    return when.astimezone().strftime("%Y-%m-%d %H:%M")


def apply_words(count: int) -> str:
    """Text of a button that applies the threshold in force to this many unjudged boards."""
    return tr("Apply to {count:unjudged board|unjudged boards}", count=count)
