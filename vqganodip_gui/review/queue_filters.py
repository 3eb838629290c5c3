"""The three selections that filter the queue: by judgment, by person, by the machine's verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QVBoxLayout, QWidget

from vqganodip.printable import printable
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState
from vqganodip_gui.i18n.translation import tr

_STATES: Final = (
    ("unjudged", "To judge"),
    ("judged", "Judged"),
    ("all", "All boards"),
    ("doubtful", "Doubtful"),
    ("ng", "NG"),
    ("false_call", "False call"),
    ("ok", "OK"),
    ("good", "Judged good"),
)
_KINDS: Final = {
    "doubtful": frozenset({JudgmentKind.DOUBTFUL}),
    "ng": frozenset({JudgmentKind.NG}),
    "false_call": frozenset({JudgmentKind.FALSE_CALL}),
    "ok": frozenset({JudgmentKind.OK}),
    "good": frozenset({JudgmentKind.OK, JudgmentKind.FALSE_CALL}),
}
_MINE: Final = 1
"""Data of the entry for the present person; names are texts."""


class QueueFilters(QWidget):
    """Three combo boxes; those that narrow the queue are bold."""

    changed = Signal()
    left = Signal()
    """An entry was chosen with the mouse: the keyboard goes back to the pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = ""
        self.state, self.person, self.machine = QComboBox(), QComboBox(), QComboBox()
        self.state.setAccessibleName(tr("Part of the queue"))
        self.person.setAccessibleName(tr("Judged by"))
        self.machine.setAccessibleName(tr("Verdict of the machine"))
        for key, word in _STATES:
            self.state.addItem(tr(word), key)
        self.set_people((), "")
        for key, word in (("", tr("Any verdict")), ("flagged", tr("Flagged")), ("doubt", tr("In doubt"))):
            self.machine.addItem(word, key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for box in (self.state, self.person, self.machine):
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(4)
            box.activated.connect(self._leave)
            column.addWidget(box)
        self.state.currentIndexChanged.connect(self._state_chosen)
        self.person.currentIndexChanged.connect(self._person_chosen)
        self.machine.currentIndexChanged.connect(lambda _index: self._tell())

    def needed_width(self) -> int:
        """Width in pixels at which every fixed entry is readable, bold as well. Names of people may be longer."""
        return max(_width_of(box) for box in (self.state, self.machine))

    def apply_to(self, wanted: QueueFilter) -> QueueFilter:
        """Return the filter with the conditions selected here."""
        state, machine = str(self.state.currentData()), self.machine.currentData()
        return QueueFilter(
            state=QueueState.JUDGED if state in _KINDS else QueueState(state),
            kinds=_KINDS.get(state, frozenset()),
            operator=self._operator(),
            flagged_only=machine == "flagged",
            doubt=machine == "doubt",
            search=wanted.search,
            order=wanted.order,
            scores=wanted.scores,
        )

    def select(self, state: str, person: object = "", machine: str = "") -> None:
        """Select entries by their data, without a signal."""
        for box, data in ((self.state, state), (self.person, person), (self.machine, machine)):
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(data), 0))
            box.blockSignals(False)
        self._embolden()

    def selected(self) -> tuple[str, object, str]:
        """Data of the selected entries, for :meth:`select`."""
        return str(self.state.currentData()), self.person.currentData(), str(self.machine.currentData())

    def set_people(self, names: Sequence[str], me: str) -> bool:
        """List the people who have judged; ``me`` is the present one. True if another person is selected now."""
        chosen, before = self.person.currentData(), self._operator() if self.person.count() else ""
        self._me = me
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(tr("Everyone"), "")
        if me:
            self.person.addItem(tr("Mine"), _MINE)
        for name in names:
            self.person.addItem(printable(name), name)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self.person.blockSignals(False)
        self._embolden()
        return self._operator() != before

    def set_machine_hidden(self, hidden: bool) -> bool:
        """Disable the filter by the machine's verdict while that is hidden; True if this changed the selection."""
        self.machine.setEnabled(not hidden)
        changed = hidden and self.machine.currentIndex() > 0
        if changed:
            self.select(*self.selected()[:2])
        return changed

    def _leave(self) -> None:
        if not any(box.hasFocus() for box in (self.state, self.person, self.machine)):
            self.left.emit()  # the arrow keys pass entries that are not meant

    def _operator(self) -> str:
        chosen = self.person.currentData()
        return self._me if chosen == _MINE else str(chosen)

    def _state_chosen(self) -> None:
        state, person, machine = self.selected()
        if state in (QueueState.UNJUDGED, QueueState.ALL):  # boards without a judgment are no one's
            person = ""
        self.select(state, person, machine)
        self._tell()

    def _person_chosen(self) -> None:
        state, person, machine = self.selected()
        if person and state in (QueueState.UNJUDGED, QueueState.ALL):
            state = QueueState.JUDGED.value
        self.select(state, person, machine)
        self._tell()

    def _tell(self) -> None:
        self._embolden()
        self.changed.emit()

    def _embolden(self) -> None:
        for box in (self.state, self.person, self.machine):
            font = box.font()
            font.setBold(box.currentIndex() > 0)
            box.setFont(font)


def _width_of(box: QComboBox) -> int:
    """Width of a combo box that shows its longest entry in bold."""
    font = box.font()
    font.setBold(True)
    metrics = QFontMetrics(font)
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    option.rect = QRect(0, 0, 400, 30)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    longest = max(metrics.horizontalAdvance(box.itemText(index)) for index in range(box.count()))
    return longest + 400 - field.width() + 2
