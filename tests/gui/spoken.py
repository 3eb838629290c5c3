"""All texts that a window shows, by position: of widgets, actions, item models and plots."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QMenu,
    QTabWidget,
    QTreeView,
    QWidget,
)

from vqganodip_gui.shell.main_window import MainWindow
from vqganodip_gui.shell.view_state import path_of

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.UserRole + 1,
)
_GETTERS = (
    "windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription", "text", "title",
    "placeholderText", "suffix", "prefix",
)  # fmt: skip


def spoken(frame: QWidget) -> dict[tuple[object, ...], str]:
    """Texts of everything that is shown in a frame, and of its actions."""
    found: dict[tuple[object, ...], str] = {}
    for widget in [frame, *frame.findChildren(QWidget)]:
        if isinstance(widget, QMenu) or widget.isVisibleTo(frame):
            place = path_of(widget, frame)
            found |= {(place, *key): text for key, text in _texts(widget) if text}
    return found


def spoken_actions(window: MainWindow) -> dict[tuple[object, ...], str]:
    """Texts of all actions and menus."""
    found: dict[tuple[object, ...], str] = {}
    for name, action in window.actions_by_name.items():
        found |= {("action", name, get): getattr(action, get)() for get in ("text", "toolTip", "iconText")}
    for menu in window.findChildren(QMenu):
        for number, action in enumerate(menu.actions()):
            found["menu", menu.title(), number] = action.text()
    return found


def _texts(widget: QWidget) -> Iterator[tuple[tuple[object, ...], str]]:
    for name in _GETTERS:
        getter = getattr(widget, name, None)
        if callable(getter):
            text = getter()
            if isinstance(text, str):
                yield (name,), text
    if isinstance(widget, QComboBox):
        for index in range(widget.count()):
            yield ("item", index), widget.itemText(index)
    if isinstance(widget, QTabWidget):
        for index in range(widget.count()):
            yield ("tab", index), widget.tabText(index)
            yield ("tab tip", index), widget.tabToolTip(index)
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _model_texts(widget.model(), headed=isinstance(widget, QTreeView))
    if isinstance(widget, QGraphicsView) and hasattr(widget, "getPlotItem"):
        item = widget.getPlotItem()
        for name in ("left", "bottom", "right", "top"):
            yield ("axis", name), item.getAxis(name).labelText or ""
        yield ("plot",), item.titleLabel.text or ""
    if isinstance(widget, QGraphicsView):
        for number, drawn in enumerate(widget.scene().items() if widget.scene() else ()):
            for getter in ("toPlainText", "text"):
                text = getattr(drawn, getter, None)
                text = text() if callable(text) else text
                if isinstance(text, str):
                    yield ("drawn", type(drawn).__name__, number, getter), text


def _model_texts(model: QAbstractItemModel | None, *, headed: bool) -> Iterator[tuple[tuple[object, ...], str]]:
    if model is None:
        return
    for column in range(model.columnCount() if headed else 0):
        for role in _ROLES[:2]:
            yield ("head", column, int(role)), str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
    for row in range(min(model.rowCount(), 20)):
        for column in range(model.columnCount() if headed else 1):
            index = model.index(row, column)
            for role in _ROLES:
                value = model.data(index, role)
                if isinstance(value, str):
                    yield ("cell", row, column, int(role)), value
