"""A table in the look of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget


def make_table(headers: tuple[str, ...], name: str) -> QTreeWidget:
    """An empty table in the look of the page."""
    table = QTreeWidget()
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setHeaderLabels(list(headers))
    table.setAccessibleName(name)
    return table
