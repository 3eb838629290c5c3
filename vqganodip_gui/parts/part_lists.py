"""Tables of a placement: all parts, those that are not fitted or not seen, outlines by package, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.number_format import grouped
from vqganodip.placement.packages import outline_of
from vqganodip.printable import printable
from vqganodip.types import Box
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plain_table import make_table

if TYPE_CHECKING:
    from vqganodip.placement.changes import PartChange
    from vqganodip.placement.laid_parts import LaidPart
    from vqganodip.placement.record import PlacementRecord
    from vqganodip_gui.parts.draft import Answer

_DATA: Final = Qt.ItemDataRole.UserRole
_LARGEST_MM: Final = 500.0
_EDITED: Final = {"parts": {0: "name", 1: "package", 3: "part_number"}, "packages": {1: "width", 2: "height"}}
"""Columns that can be edited, by list."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]
    names: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()


class PartLists(QWidget):
    """One list at a time, chosen above it; the rows that are selected are shown in the picture."""

    chosen = Signal(object, object)
    """Names of parts, and boxes that belong to none."""
    renamed = Signal(str, str, object)
    """Part, its name after, and other fields that changed."""
    merge_requested = Signal(object)
    """Names of the parts, in the order of the list."""
    resized = Signal(str, float, float)
    """Package, width and height in millimetres."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("List"))
        self.table = make_table((tr("Part"),), tr("Parts"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.merge = QPushButton(tr("Merge the selected parts"))
        self.merge.setAutoDefault(False)
        self._record: PlacementRecord | None = None
        self._rows: dict[str, tuple[_Row, ...]] = {}
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.kind)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.kind.currentIndexChanged.connect(self._show_list)
        self.table.itemSelectionChanged.connect(self._tell)
        self.table.itemChanged.connect(self._edited)
        self.merge.clicked.connect(lambda: self.merge_requested.emit(self.selected()))
        self.show_answer(None)

    def show_answer(self, answer: Answer | None) -> None:
        """Show the lists of a placement; None for none."""
        self._record = None if answer is None else answer.record
        self._rows = {} if answer is None or self._record is None else _rows(answer, self._record)
        before = self.kind.currentData()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind, rows in self._rows.items():
                self.kind.addItem(_counted(kind, len(rows)), kind)
            self.kind.setCurrentIndex(max(self.kind.findData(before), 0))
        self._show_list()

    def remarks(self) -> str:
        """Return what an engineer should look at before accepting, with its numbers; empty for nothing."""
        counts = {kind: len(rows) for kind, rows in self._rows.items() if kind not in ("parts", "packages")}
        return " · ".join(_counted(kind, count) for kind, count in counts.items() if count)

    def selected(self) -> tuple[str, ...]:
        """Names of the selected parts, in the order of the list."""
        items = (self.table.topLevelItem(number) for number in range(self.table.topLevelItemCount()))
        return tuple(
            name for item in items if item is not None and item.isSelected() for name in item.data(0, _DATA).names
        )

    def select(self, names: Iterable[str], *, adds: bool = False) -> None:
        """Select parts in the list of all, such as one that was clicked in the picture."""
        wanted = set(names)
        if self.kind.currentData() != "parts":
            self.kind.setCurrentIndex(max(self.kind.findData("parts"), 0))
        with QSignalBlocker(self.table):
            if not adds:
                self.table.clearSelection()
            for number in range(self.table.topLevelItemCount()):
                item = self.table.topLevelItem(number)
                if item is not None and wanted & set(item.data(0, _DATA).names):
                    self.table.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
                    item.setSelected(not (adds and item.isSelected()))
                    self.table.scrollToItem(item)
        self._tell()

    def _show_list(self) -> None:
        kind = str(self.kind.currentData() or "parts")
        with QSignalBlocker(self.table):
            self.table.clear()
            self.table.setHeaderLabels(list(_headers(kind)))
            self.table.setColumnCount(len(_headers(kind)))
            for row in self._rows.get(kind, ()):
                item = QTreeWidgetItem([printable(cell) for cell in row.cells])
                item.setData(0, _DATA, row)
                if kind in _EDITED:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self.table.addTopLevelItem(item)
            for column in range(self.table.columnCount() - 1):
                self.table.resizeColumnToContents(column)
        self.hint.setText(_hints(kind) if self._rows else "")
        self.merge.setVisible(kind == "parts" and bool(self._rows))
        self._tell()

    def _tell(self) -> None:
        rows: list[_Row] = [item.data(0, _DATA) for item in self.table.selectedItems()]
        names = [name for row in rows for name in row.names]
        self.merge.setEnabled(len(names) >= 2)
        self.chosen.emit(names, [box for row in rows for box in row.boxes])

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        kind, row = str(self.kind.currentData()), item.data(0, _DATA)
        field = _EDITED.get(kind, {}).get(column)
        text = " ".join(item.text(column).split())
        if field is None or text == row.cells[column]:
            self._put_back(item, column, row)
        elif kind == "parts":
            name = text if field == "name" else row.names[0]
            more = {} if field == "name" else {field: text}
            self._later(lambda: self.renamed.emit(row.names[0], name, more))
        else:
            self._resize(item, column, row)

    def _resize(self, item: QTreeWidgetItem, column: int, row: _Row) -> None:
        sizes = [_length(item.text(at)) for at in (1, 2)]
        if None in sizes:
            self._put_back(item, column, row)
            return
        width, height = (float(size or 0) for size in sizes)
        self._later(lambda: self.resized.emit(row.cells[0], width, height))

    def _later(self, tell: Callable[[], None]) -> None:
        """Tell once the editor has closed: the list is built again then."""
        QTimer.singleShot(0, self, tell)

    def _put_back(self, item: QTreeWidgetItem, column: int, row: _Row) -> None:
        with QSignalBlocker(self.table):
            item.setText(column, printable(row.cells[column]))


def _length(text: str) -> float | None:
    try:
        value = float(text.replace(",", ".").removesuffix("mm").strip())
    except ValueError:
        return None
    return value if 0 < value < _LARGEST_MM else None


def _counted(kind: str, count: int) -> str:
    return tr("{where}: {what}").format(where=_titles()[kind], what=grouped(count))


def _titles() -> dict[str, str]:
    return {
        "parts": tr("All parts on this side"),
        "unfitted": tr("Not fitted"),
        "unseen": tr("Parts without picture"),
        "unlisted": tr("Pictures without part"),
        "outside": tr("Outside the picture"),
        "packages": tr("Outlines by package"),
        "changes": tr("Changes against the placement before"),
    }


def _headers(kind: str) -> tuple[str, ...]:
    match kind:
        case "unlisted":
            return (tr("Place in px"), tr("Size in mm"))
        case "packages":
            return (tr("Package"), tr("Width"), tr("Height"), tr("Parts"), tr("Known"))
        case "changes":
            return (tr("Part"), tr("Change"), tr("Before"), tr("After"))
    return (tr("Part"), tr("Package"), tr("Value"), tr("Part number"))


def _hints(kind: str) -> str:
    match kind:
        case "parts":
            return tr("A double click on a name, package or part number changes it. Ctrl selects several parts.")
        case "unseen":
            return tr("Normal boards vary here no more than the bare board: check whether these parts are fitted.")
        case "unlisted":
            return tr("Normal boards vary here like at parts, but the file lists none: labels, prints, tinned pads.")
        case "packages":
            return tr("A double click on width or height, in millimetres, changes the outline of a package.")
    return ""


def _rows(answer: Answer, record: PlacementRecord) -> dict[str, tuple[_Row, ...]]:
    laid = [one for one in record.laid() if not one.part.fiducial]
    rows: dict[str, tuple[_Row, ...]] = {"parts": tuple(map(_part_row, laid))}
    if unfitted := [one for one in laid if not one.part.fitted]:
        rows["unfitted"] = tuple(map(_part_row, unfitted))
    compared = answer.compared
    if compared is not None:
        rows["unseen"] = tuple(map(_part_row, compared.unseen))
        rows["unlisted"] = tuple(_box_row(box, record.transform.px_per_mm) for box in compared.unlisted)
        if compared.outside:
            rows["outside"] = tuple(map(_part_row, compared.outside))
    if not record.found:
        rows["packages"] = _package_rows(record, laid)
    if answer.changes:
        rows["changes"] = tuple(map(_change_row, answer.changes))
    return rows


def _part_row(one: LaidPart) -> _Row:
    part = one.part
    return _Row((part.ref_des, part.package, part.value, part.part_number), (part.ref_des,))


def _box_row(box: Box, px_per_mm: float) -> _Row:
    size = f"{box.width / px_per_mm:.1f} × {box.height / px_per_mm:.1f}"
    return _Row((f"{(box.x0 + box.x1) // 2}, {(box.y0 + box.y1) // 2}", size), boxes=(box,))


def _package_rows(record: PlacementRecord, laid: list[LaidPart]) -> tuple[_Row, ...]:
    sizes = {name: (width, height) for name, width, height in record.sizes}
    by_package: dict[str, list[str]] = {}
    for one in laid:
        if one.part.package:
            by_package.setdefault(one.part.package, []).append(one.part.ref_des)
    rows = []
    for package, names in by_package.items():
        outline = outline_of(package, sizes, record.usual_mm)
        known = tr("given") if package in sizes else tr("yes") if outline.known else tr("no")
        size = f"{outline.width:g}", f"{outline.height:g}"
        rows.append((outline.known, _Row((package, *size, grouped(len(names)), known), tuple(names))))
    return tuple(row for _, row in sorted(rows, key=lambda one: (one[0], one[1].cells[0])))


def _change_row(change: PartChange) -> _Row:
    words: dict[str, Callable[[], Any]] = {
        "added": lambda: tr("added"),
        "removed": lambda: tr("removed"),
        "moved": lambda: tr("moved"),
        "turned": lambda: tr("turned"),
        "side": lambda: tr("Side"),
        "package": lambda: tr("Package"),
        "value": lambda: tr("Value"),
        "part_number": lambda: tr("Part number"),
        "fitted": lambda: tr("Fitted"),
    }
    plain = {"yes": tr("yes"), "no": tr("no"), "top": tr("top"), "bottom": tr("bottom")}
    before, after = (plain.get(text, text) for text in (change.before, change.after))
    return _Row((change.ref_des, words[change.what](), before, after), (change.ref_des,))
