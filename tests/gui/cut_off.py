"""Texts of a frame that are cut off on the screen, found by the metrics of their fonts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QTreeWidget,
    QWidget,
)

_INSIDE_LINE = 2
"""Pixels that a QLineEdit keeps free at either side of its text."""


def cut_off(frame: QWidget) -> list[str]:
    """Describe each text in a frame that does not fit where it is shown."""
    found = []
    for widget in [frame, *frame.findChildren(QWidget)]:
        if widget.isVisibleTo(frame) and not widget.visibleRegion().isEmpty():
            found += [f"{type(widget).__name__} {text!r}: {why}" for text, why in _faults(widget)]
            if isinstance(widget, QLabel | QAbstractButton) and _text_of(widget) and (edge := _beyond(widget, frame)):
                found.append(f"{type(widget).__name__} {_text_of(widget)!r}: {edge}")
            if isinstance(widget, QLabel) and widget.text() and (other := _covering(widget)):
                found.append(f"QLabel {widget.text()!r}: lies over or under {other}")
    return found


def _text_of(widget: QLabel | QAbstractButton) -> str:
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    return widget.text()


def _faults(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel():
            yield from _label(widget)
        case QAbstractButton():
            wanted = widget.sizeHint()
            if _text_of(widget) and (widget.width() < wanted.width() or widget.height() < wanted.height()):
                yield widget.text(), f"needs {wanted.width()}×{wanted.height()}, has {_size(widget)}"
        case QTabBar():
            yield from _tabs(widget)
        case QComboBox():
            yield from _choices(widget)
        case QGroupBox():
            needed = widget.fontMetrics().horizontalAdvance(widget.title())
            if needed > widget.contentsRect().width():
                yield widget.title(), f"needs {needed} px, has {widget.contentsRect().width()}"
        case QHeaderView():
            yield from _sections(widget)
        case QLineEdit():
            yield from _line(widget)
        case QTreeWidget():
            yield from _cells(widget)


def _size(widget: QWidget) -> str:
    return f"{widget.width()}×{widget.height()}"


def _label(label: QLabel) -> Iterator[tuple[str, str]]:
    text = label.text()
    if not text:
        return
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        if height > label.height():
            yield text, f"needs {height} px of height at a width of {label.width()}, has {label.height()}"
        longest = max((label.fontMetrics().horizontalAdvance(word) for word in _words(label)), default=0)
        if longest > label.contentsRect().width():
            yield text, f"its longest word needs {longest} px, has {label.contentsRect().width()}"
        return
    wanted = label.sizeHint()
    if wanted.width() > label.width() or wanted.height() > label.height():
        yield text, f"needs {wanted.width()}×{wanted.height()}, has {_size(label)}"


def _words(label: QLabel) -> list[str]:
    text = label.text()
    if label.textFormat() is not Qt.TextFormat.PlainText:
        text = html.unescape(re.sub(r"</?[a-z][^>]*>", " ", text))
    return re.split(r"[ \t\n\r/\-–—]+", text)


def _tabs(bar: QTabBar) -> Iterator[tuple[str, str]]:
    for index in range(bar.count()):
        place, needed = bar.tabRect(index), bar.fontMetrics().horizontalAdvance(bar.tabText(index))
        if needed > place.width() or not bar.rect().contains(place):
            yield bar.tabText(index), f"needs {needed} px, has {place.width()} at {place.x()} of {bar.width()}"


def _choices(box: QComboBox) -> Iterator[tuple[str, str]]:
    if box.isEditable():
        return  # its field is a QLineEdit
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    for text in (box.itemText(index) for index in range(box.count())):
        needed = box.fontMetrics().horizontalAdvance(text)
        if needed > field.width():
            yield text, f"needs {needed} px, has {field.width()}"


def _sections(header: QHeaderView) -> Iterator[tuple[str, str]]:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    for index in range(header.count()):
        text = str(header.model().headerData(index, Qt.Orientation.Horizontal) or "")
        tip = header.model().headerData(index, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        needed = header.fontMetrics().horizontalAdvance(text)
        if text and not tip and not header.isSectionHidden(index) and needed > header.sectionSize(index) - 8:
            yield text, f"this heading needs {needed} + 8 px, has {header.sectionSize(index)}"


def _line(line: QLineEdit) -> Iterator[tuple[str, str]]:
    is_spin = isinstance(line.parentWidget(), QAbstractSpinBox)
    text = line.text() if is_spin else line.placeholderText() if not line.text() else ""
    needed = line.fontMetrics().horizontalAdvance(text)
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    field = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    has = field.width() - 2 * _INSIDE_LINE
    if needed > has:
        yield text, f"needs {needed} px, has {has}"


def _cells(tree: QTreeWidget) -> Iterator[tuple[str, str]]:
    for row in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(row)
        assert item is not None
        for column in range(tree.columnCount()):
            text = item.text(column)
            needed = tree.sizeHintForIndex(tree.indexFromItem(item, column)).width()
            spanned = item.isFirstColumnSpanned() or tree.isColumnHidden(column)
            if text and not spanned and text not in item.toolTip(column) and needed > tree.columnWidth(column):
                yield text, f"this cell needs {needed} px, has {tree.columnWidth(column)}"


def _covering(label: QLabel) -> str:
    """Another part of the same layout in whose place a label lies."""
    parent = label.parentWidget()
    if parent is None or parent.layout() is None:
        return ""
    for other in parent.children():
        if isinstance(other, QWidget) and other is not label and other.isVisible() and not other.isWindow():
            laid_out = parent.layout().indexOf(other) >= 0 and parent.layout().indexOf(label) >= 0
            if laid_out and other.geometry().intersects(label.geometry()):
                return type(other).__name__
    return ""


def _beyond(widget: QWidget, frame: QWidget) -> str:
    """The ancestor whose edge cuts a widget off; an area that scrolls cuts nothing off."""
    place, around = widget.rect(), widget
    while around is not frame:
        parent = around.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            return ""  # the parent is a viewport
        place = QRect(place.translated(around.pos()))
        around = parent
        if not around.rect().contains(place):
            return f"reaches beyond the edge of {type(around).__name__} {around.objectName()}".rstrip()
    return ""


__all__ = ["cut_off"]
