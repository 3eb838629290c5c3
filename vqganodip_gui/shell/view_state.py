"""Focus and scroll positions, restored after the window is rebuilt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLineEdit, QWidget

_Step: TypeAlias = tuple[str, int]
Path: TypeAlias = tuple[_Step, ...]
"""Steps from the frame to a widget: class of each widget, and its index among siblings of that class."""

_NOWHERE: Final[Path] = ()


@dataclass(frozen=True, slots=True)
class WindowViewState:
    """Focus, text cursor and scroll positions of a frame. The structure of a frame does not depend on its language."""

    focus: Path
    typed: tuple[int, int, int]
    scrolled: tuple[tuple[Path, int, int], ...]

    @classmethod
    def of(cls, frame: QWidget, focus: QWidget | None) -> WindowViewState:
        """Read the state of the visible parts of a frame."""
        areas = [area for area in frame.findChildren(QAbstractScrollArea) if area.isVisibleTo(frame)]
        scrolled = tuple(
            (path_of(area, frame), area.horizontalScrollBar().value(), area.verticalScrollBar().value())
            for area in areas
            if area.horizontalScrollBar().value() or area.verticalScrollBar().value()
        )
        typed = (0, -1, 0)
        if isinstance(focus, QLineEdit):
            typed = (focus.cursorPosition(), focus.selectionStart(), focus.selectionLength())
        inside = focus is not None and frame.isAncestorOf(focus)
        return cls(path_of(focus, frame) if focus is not None and inside else _NOWHERE, typed, scrolled)

    def restore(self, frame: QWidget) -> None:
        """Apply the state to another frame, which must be laid out already."""
        for path, across, down in self.scrolled:
            area = at_path(path, frame)
            if isinstance(area, QAbstractItemView):
                area.doItemsLayout()
            if isinstance(area, QAbstractScrollArea):
                area.horizontalScrollBar().setValue(across)
                area.verticalScrollBar().setValue(down)
        focus = at_path(self.focus, frame) if self.focus else None
        if focus is None:
            return
        focus.setFocus()
        if isinstance(focus, QLineEdit):
            cursor, start, length = self.typed
            focus.setCursorPosition(cursor)
            if start >= 0:
                focus.setSelection(start, length)


def path_of(widget: QWidget, frame: QWidget) -> Path:
    """The path of a widget below a frame."""
    steps: list[_Step] = []
    while widget is not frame:
        parent = widget.parentWidget()
        assert parent is not None
        steps.append((_class(widget), _siblings_of_class(parent, _class(widget)).index(widget)))
        widget = parent
    return tuple(reversed(steps))


def at_path(path: Path, frame: QWidget) -> QWidget | None:
    """The widget at a path, if it exists."""
    found = frame
    for name, number in path:
        alike = _siblings_of_class(found, name)
        if number >= len(alike):
            return None
        found = alike[number]
    return found


def _class(widget: QWidget) -> str:
    return widget.metaObject().className()


def _siblings_of_class(parent: QWidget, name: str) -> list[QWidget]:
    return [child for child in parent.children() if isinstance(child, QWidget) and _class(child) == name]
