"""Plain tables with one look, and their content as text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

_MARGIN: Final = 6
"""Space that Qt leaves on each side of a text in a cell."""

_TALLEST: Final = 10_000


def make_table(headers: tuple[str, ...], name: str) -> QTreeWidget:
    """Make an empty table."""
    table = QTreeWidget()
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setHeaderLabels(list(headers))
    table.setAccessibleName(name)
    return table


class _Wrapped(QStyledItemDelegate):
    """Text in as many lines as the width of its column needs; Qt leaves the width out of the height of a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size, table = super().sizeHint(option, index), self.parent()
        assert isinstance(table, QTreeWidget)
        metrics, text, width = table.fontMetrics(), str(index.data() or ""), table.columnWidth(index.column())
        room = QRect(0, 0, max(width - 2 * _MARGIN, 1), _TALLEST)
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        word = max(map(metrics.horizontalAdvance, text.split()), default=0) + 2 * _MARGIN
        height = max(size.height(), size.height() + lines - metrics.lineSpacing())
        return QSize(max(word, min(size.width(), width)), height)


def wrap_column(table: QTreeWidget, column: int) -> None:
    """Show the texts of a column whole, in several lines where one is too short."""
    table.setUniformRowHeights(False)
    table.setWordWrap(True)
    table.setItemDelegateForColumn(column, _Wrapped(table))
    table.header().sectionResized.connect(table.scheduleDelayedItemsLayout)  # heights follow the new width


def table_texts(table: QTreeWidget) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return headers and rows of a table as text."""
    columns = range(table.columnCount())
    items = [table.topLevelItem(i) for i in range(table.topLevelItemCount())]
    rows = tuple(tuple(item.text(c) for c in columns) for item in items if item is not None)
    return tuple(table.headerItem().text(c) for c in columns), rows
