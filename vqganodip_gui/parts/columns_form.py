"""Form of the columns of a placement file: as recognised or as chosen by hand; unit and side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.placement.columns import ROLES
from vqganodip.placement.parts import Side, Unit
from vqganodip.printable import printable
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plain_table import make_table

if TYPE_CHECKING:
    from vqganodip.placement.heading import Heading
    from vqganodip_gui.parts.draft import Answer

_NONE: Final = -1


def role_words() -> dict[str, str]:
    """Names of the roles of columns."""
    return {
        "ref_des": tr("Part name"),
        "x": "x",
        "y": "y",
        "rotation": tr("Rotation"),
        "side": tr("Side"),
        "package": tr("Package"),
        "value": tr("Value"),
        "part_number": tr("Part number"),
        "fitted": tr("Fitted"),
    }


class ColumnsForm(QWidget):
    """One selection for each role, unit and side, and the first lines as they are read."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles: dict[str, QComboBox] = {role: QComboBox() for role in ROLES}
        self.unit, self.side = QComboBox(), QComboBox()
        self._recognised: dict[str, int] = {}
        self._titles: tuple[str, ...] = ()
        form = QFormLayout()
        form.setVerticalSpacing(5)
        words = role_words()
        for role, box in self.roles.items():
            _narrow(box, words[role])
            box.activated.connect(self._tell)
            form.addRow(words[role], box)
        self.unit.addItem(tr("as the file states, or recognised"), "")
        for unit in Unit:
            self.unit.addItem({"inch": tr("inch")}.get(unit.value, unit.value), unit.value)
        self.side.addItem(tr("as the file states, otherwise top"), "")
        for side, word in ((Side.TOP, tr("top")), (Side.BOTTOM, tr("bottom"))):
            self.side.addItem(word, side.value)
        for box, name in ((self.unit, tr("Unit")), (self.side, tr("Side if not stated"))):
            _narrow(box, name)
            box.activated.connect(self._tell)
            form.addRow(name, box)
        self.samples = make_table((tr("Part"), "x", "y", words["package"]), tr("First parts"))
        self.samples.setFixedHeight(96)
        self.hint = QLabel(tr("Columns in bold were changed by hand."))
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addWidget(self.samples)
        column.addStretch(1)
        self.setEnabled(False)

    def forget(self) -> None:
        """Begin with another file: nothing is given by hand."""
        self._titles, self._recognised = (), {}
        for box in self.roles.values():
            box.clear()
        for box in (self.unit, self.side):
            box.setCurrentIndex(0)
        self.samples.clear()
        self.setEnabled(False)

    def columns(self) -> dict[str, str]:
        """Role → number of the column from 1, where another one was chosen than was recognised."""
        chosen = {role: box.currentData() for role, box in self.roles.items() if box.count()}
        return {
            role: str(at + 1)
            for role, at in chosen.items()
            if at is not None and at != _NONE and at != self._recognised.get(role, _NONE)
        }

    def chosen_unit(self) -> Unit | None:
        """The unit for a file that states none."""
        return Unit(self.unit.currentData()) if self.unit.currentData() else None

    def chosen_side(self) -> Side | None:
        """The side for a file that states none."""
        return Side(self.side.currentData()) if self.side.currentData() else None

    def show_answer(self, answer: Answer) -> None:
        """Show columns and first parts of a file as they were read."""
        heading = answer.heading
        self.setEnabled(heading is not None)
        if heading is None:
            return
        if heading.titles != self._titles:
            self._fill(heading)
        self._show_samples(heading, answer)

    def _fill(self, heading: Heading) -> None:
        self._titles, self._recognised = heading.titles, dict(heading.index)
        for role, box in self.roles.items():
            with QSignalBlocker(box):
                box.clear()
                if role not in heading.index:
                    box.addItem(tr("(none)"), _NONE)
                for number, title in enumerate(heading.titles):
                    box.addItem(printable(title) or tr("column {n}").format(n=number + 1), number)
                box.setCurrentIndex(max(box.findData(heading.index.get(role, _NONE)), 0))
        self._embolden()

    def _show_samples(self, heading: Heading, answer: Answer) -> None:
        self.samples.clear()
        parts = () if answer.listed is None else answer.listed.parts[:3]
        for part in parts:
            cells = [printable(part.ref_des), f"{part.x:.2f} mm", f"{part.y:.2f} mm", printable(part.package)]
            self.samples.addTopLevelItem(QTreeWidgetItem(cells))
        for row in () if parts else heading.samples:
            at = [heading.index.get(role) for role in (*ROLES[:3], "package")]
            self.samples.addTopLevelItem(QTreeWidgetItem(["" if i is None else printable(row[i]) for i in at]))
        for column in range(3):
            self.samples.resizeColumnToContents(column)

    def _tell(self) -> None:
        self._embolden()
        self.changed.emit()

    def _embolden(self) -> None:
        given = self.columns()
        for role, box in self.roles.items():
            font = box.font()
            font.setBold(role in given)
            box.setFont(font)
        self.hint.setVisible(bool(given))


def _narrow(box: QComboBox, name: str) -> None:
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
