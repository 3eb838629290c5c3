"""Table of the leak audit: the measured value of each feature, its limits, and the reason if it was overridden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.turing.study.audit import AuditRow, AuditTable, AuditVerdict, value_message
from vqganodip.turing.study.image_features import feature_message
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr

_MARKS: Final = {AuditVerdict.GREEN: "✓", AuditVerdict.RED: "✕", AuditVerdict.INFORMATIONAL: "·"}


class AuditView(QWidget):
    """Rows of a leak audit, those outside their limits first, and the reason to continue nevertheless."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.rows = QTreeWidget()
        self.rows.setRootIsDecorated(False)
        self.rows.setAccessibleName(tr("Leak audit"))
        self.rows.setHeaderLabels([tr("Feature"), tr("Value (95 % interval) and limits"), tr("Result")])
        self.rows.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.rows.headerItem()
        assert header is not None
        header.setToolTip(
            1, tr("How well this alone tells reconstructions from originals: 0.5 not at all, 0 or 1 perfectly")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addWidget(self.rows, 1)
        self.reason.hide()

    def show_audit(self, table: AuditTable | None) -> None:
        """Show the rows of an audit and its reasons; None empties the view."""
        self.rows.clear()
        rows = table.rows if table is not None else ()
        words = _result_words()
        for row in sorted(rows, key=lambda row: row.verdict is not AuditVerdict.RED):
            name = f"{_MARKS[row.verdict]} {translated(feature_message(row.feature))}"
            item = QTreeWidgetItem([name, translated(value_message(row)), words[row.verdict]])
            item.setToolTip(2, translated(row.note))
            self.rows.addTopLevelItem(item)
        reasons = dict.fromkeys(table.justifications.values()) if table is not None else {}
        self.reason.setText(tr("Reason to continue: {reason}").format(reason="; ".join(reasons)))
        self.reason.setVisible(bool(reasons))


def audit_row_text(row: AuditRow) -> str:
    """A row of the leak audit in one line, in the language of the window."""
    return f"{translated(feature_message(row.feature))}: {translated(value_message(row))}"


def audit_summary(table: AuditTable | None) -> str:
    """The outcome of the leak audit in a sentence, without its full stop."""
    if table is None:
        return tr("The leak audit has not been made")
    if not table.red:
        return tr("Leak audit: every feature within its limits")
    return tr(
        "Leak audit: {count:feature|features} outside the limits, kept with a reason",
        count=len(table.red),
    )


def _result_words() -> Mapping[AuditVerdict, str]:
    return {
        AuditVerdict.GREEN: tr("within the limits"),
        AuditVerdict.RED: tr("outside the limits"),
        AuditVerdict.INFORMATIONAL: tr("for information"),
    }


__all__ = ["AuditView", "audit_row_text", "audit_summary"]
