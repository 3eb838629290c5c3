"""Form of the points that a placement is laid on by: its fiducials, or parts that are clicked in the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.placement.laying_on import At
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.printable import printable
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plain_table import make_table

if TYPE_CHECKING:
    from vqganodip_gui.parts.draft import Answer

MOST: Final = 4
"""Number of parts that can be clicked."""


class PointsForm(QWidget):
    """Choice between fiducials and clicked parts, the next part to click, and the list of points."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fiducials = QRadioButton(tr("Fiducials of the file, found on the picture"))
        self.clicks = QRadioButton(tr("Two to four parts, clicked in the picture"))
        self.fiducials.setChecked(True)
        self.part = QComboBox()
        self.part.setEditable(True)
        self.part.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.part.setAccessibleName(tr("Next part to click"))
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.part.setMinimumContentsLength(10)
        completer = self.part.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.mirrored = QComboBox()
        self.mirrored.setAccessibleName(tr("Mirrored"))
        for word, value in ((tr("recognised"), None), (tr("no"), False), (tr("yes"), True)):
            self.mirrored.addItem(word, value)
        self.points = make_table((tr("Part"), "x", "y", tr("Residual")), tr("Clicked parts"))
        self.points.setFixedHeight(140)
        self.hint = QLabel()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.undo = QPushButton(tr("Undo click"))
        self.undo.setToolTip(QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self.undo.setAutoDefault(False)
        self.restart = QPushButton(tr("Remove all"))
        self.restart.setAutoDefault(False)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.take_back)
        self._at: list[At] = []
        self._parts: tuple[PlacedPart, ...] = ()
        self._forced = False
        self._lay_out()
        self.fiducials.toggled.connect(self._chosen)
        self.mirrored.activated.connect(self.changed)
        self.undo.clicked.connect(self.take_back)
        self.restart.clicked.connect(self.take_all_back)
        self._show()

    def by_fiducials(self) -> bool:
        """True if the fiducials of the file are to be found."""
        return self.fiducials.isChecked()

    def at(self) -> tuple[At, ...]:
        """The clicked parts."""
        return tuple(self._at)

    def is_mirrored(self) -> bool | None:
        """True if the picture shows the coordinates mirrored; None to recognise it."""
        value = self.mirrored.currentData()
        return None if value is None else bool(value)

    def forget(self) -> None:
        """Begin with another file."""
        self._at, self._parts, self._forced = [], (), False
        with QSignalBlocker(self.fiducials):
            self.fiducials.setChecked(True)
        self.mirrored.setCurrentIndex(0)
        self.part.clear()
        self._show()

    def show_answer(self, answer: Answer) -> None:
        """Offer the parts of the file, and show residuals; without fiducials, parts are clicked."""
        if answer.listed is not None and answer.listed.parts != self._parts:
            self._parts = answer.listed.parts
            self._offer()
        self.fiducials.setEnabled(answer.listed is None or answer.has_fiducials)
        if answer.listed is not None and not answer.has_fiducials and self.fiducials.isChecked():
            self.clicks.setChecked(True)
        record = answer.record
        self._show(() if record is None else record.residuals_mm, () if record is None else record.points)

    def click(self, x: float, y: float) -> bool:
        """Take a place for the part that is chosen; False if no part of the file is."""
        name = self.part.currentText().strip().casefold()
        part = next((part for part in self._parts if part.ref_des.casefold() == name), None)
        if part is None or (len(self._at) >= MOST and not self._known(part)):
            self._show()
            return False
        self._at = [at for at in self._at if at.ref_des != part.ref_des]
        self._at.append(At(part.ref_des, round(x, 1), round(y, 1)))
        self.clicks.setChecked(True)
        self._propose()
        self._show()
        self.changed.emit()
        return True

    def take_back(self) -> None:
        """Take the last click back, and offer its part again."""
        if self._at and self.clicks.isChecked():
            last = self._at.pop()
            self.part.setCurrentText(last.ref_des)
            self._show()
            self.changed.emit()

    def take_all_back(self) -> None:
        """Take all clicks back."""
        self._at.clear()
        self._propose()
        self._show()
        self.changed.emit()

    def _known(self, part: PlacedPart) -> bool:
        return any(at.ref_des == part.ref_des for at in self._at)

    def _chosen(self, by_fiducials: bool) -> None:
        self._show()
        self.changed.emit()

    def _offer(self) -> None:
        known = {part.ref_des for part in self._parts}
        self._at = [at for at in self._at if at.ref_des in known]
        with QSignalBlocker(self.part):
            self.part.clear()
            for part in self._parts:
                self.part.addItem(printable(part.ref_des), part.ref_des)
        self._propose()

    def _propose(self) -> None:
        """Choose the part farthest from those clicked, so that the points carry the whole board."""
        part = farthest(self._parts, self._at)
        self.part.setCurrentText("" if part is None else part.ref_des)

    def _show(self, residuals: tuple[float, ...] = (), points: tuple[At, ...] = ()) -> None:
        clicks = self.clicks.isChecked()
        shown = self._at if clicks else list(points)
        by_name = dict(zip((at.ref_des for at in points), residuals, strict=True))
        self.points.clear()
        for at in shown:
            residual = by_name.get(at.ref_des)
            shown_residual = "" if residual is None or len(points) == 2 else f"{residual:.2f} mm"  # two always fit
            cells = [printable(at.ref_des), f"{at.x:.1f}", f"{at.y:.1f}", shown_residual]
            self.points.addTopLevelItem(QTreeWidgetItem(cells))
        for column in range(3):
            self.points.resizeColumnToContents(column)
        for part in (self.part, self.mirrored):
            part.setEnabled(clicks)
        for button in (self.undo, self.restart):
            button.setEnabled(clicks and bool(self._at))
        self.hint.setText(self._words() if clicks else "")

    def _words(self) -> str:
        if len(self._at) >= MOST:
            return tr("Four parts are clicked. Undo a click to choose another one.")
        name = self.part.currentText()
        if len(self._at) < 2:
            return tr("Click the middle of {name} in the picture, or choose another part. Two are needed.").format(
                name=name
            )
        return tr("A third and a fourth part, far from the others, check the position. Next: {name}.").format(name=name)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Next part to click"), self.part)
        form.addRow(tr("Mirrored"), self.mirrored)
        buttons = QHBoxLayout()
        buttons.addWidget(self.undo)
        buttons.addWidget(self.restart)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        for part in (self.fiducials, self.clicks):
            column.addWidget(part)
        column.addWidget(self.hint)
        column.addLayout(form)
        column.addWidget(self.points)
        column.addLayout(buttons)
        column.addStretch(1)


def farthest(parts: tuple[PlacedPart, ...], at: list[At]) -> PlacedPart | None:
    """The part to click next: near a corner at first, then the one farthest from all clicked ones, large ones first."""
    clicked = [part for part in parts if any(one.ref_des == part.ref_des for one in at)]
    side = clicked[0].side if clicked else (Side.TOP if any(p.side is Side.TOP for p in parts) else Side.BOTTOM)
    free = [part for part in parts if part.side is side and part.fitted and part not in clicked]
    if not free:
        return None
    if not clicked:
        return min(free, key=lambda part: (part.x - part.y, part.ref_des))
    return max(free, key=lambda part: min((part.x - c.x) ** 2 + (part.y - c.y) ** 2 for c in clicked))
