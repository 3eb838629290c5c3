"""The newest records as Qt sees them, from one table of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vqganodip.export.judgments_csv import Record
from vqganodip.printable import printable
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.defect_words import defect_word
from vqganodip_gui.i18n.translation import tr

Index = QModelIndex | QPersistentModelIndex

COLUMNS: Final[tuple[tuple[str, Callable[[Record], str]], ...]] = (
    ("No.", lambda r: str(r.judgment.record_id)),
    ("Time", lambda r: r.judgment.judged_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")),
    ("Serial", lambda r: r.item.label),
    ("Judgment", lambda r: tr(formatting.JUDGMENT_WORDS[r.judgment.kind])),
    ("Code", lambda r: defect_word(r.judgment.defect_code)),
    ("Operator", lambda r: printable(r.judgment.operator)),
    ("Lot", lambda r: printable(r.judgment.lot)),
    ("Seconds", lambda r: f"{r.judgment.review_s:.1f}"),
    ("Replaces", lambda r: "" if r.judgment.corrects is None else tr("No. {n}").format(n=r.judgment.corrects)),
    ("Model", lambda r: printable(str(r.model))),
    ("Comment", lambda r: printable(" ".join(r.judgment.comment[:200].split()))),
)


class RecordsModel(QAbstractTableModel):
    """Records, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[Record] = ()

    def set_records(self, records: Sequence[Record]) -> None:
        """Replace the records."""
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return COLUMNS[index.column()][1](self._records[index.row()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return tr(COLUMNS[section][0])
