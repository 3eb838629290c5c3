"""Plain tables with one look, and their content as text."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget


def make_table(headers: tuple[str, ...], name: str) -> QTreeWidget:
    """Make an empty table."""
    table = QTreeWidget()
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setHeaderLabels(list(headers))
    table.setAccessibleName(name)
    return table


def table_texts(table: QTreeWidget) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return headers and rows of a table as text."""
    columns = range(table.columnCount())
    items = [table.topLevelItem(i) for i in range(table.topLevelItemCount())]
    rows = tuple(tuple(item.text(c) for c in columns) for item in items if item is not None)
    return tuple(table.headerItem().text(c) for c in columns), rows
