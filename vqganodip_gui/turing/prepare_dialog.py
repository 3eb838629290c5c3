"""Preparing a study: bundle, boards it never saw, margin, panel; the planner says when the panel is too small."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from vqganodip.turing.analysis.observer_group import group_power
from vqganodip.turing.study.protocol import PAPER_16_5, TuringProtocol
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.dialog_form import FormDialog
from vqganodip_gui.widgets.number_field import NumberField

_SPREAD: Final = 10.0
_ENOUGH: Final = 0.8
_STUDIES: Final = 4000


@dataclass(frozen=True, slots=True)
class StudyRequest:
    """Return the parameters of the study."""

    bundle: Path
    boards: Path
    folder: Path
    name: str
    margin: float
    participants: int
    practice: int
    protocol: TuringProtocol


class PrepareDialog(FormDialog):
    """Ask for the parameters of a new study."""

    def __init__(self, studies: Path, bundle: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Prepare a study"), parent, ok=tr("Prepare"))
        self._studies = studies
        self.name = QLineEdit("study-1")
        number = 1
        while (studies / self.name.text()).exists():
            number += 1
            self.name.setText(f"study-{number}")
        self.bundle, self.boards = QLineEdit(str(bundle or "")), QLineEdit()
        self.boards.setToolTip(tr("A data set, or a folder of images"))
        self.boards.setPlaceholderText(tr("Normal boards that the bundle never saw"))
        self.margin = NumberField(1, 49, value=10, suffix=tr(" points around 50 %"))
        self.participants = NumberField(1, 200, value=10)
        self.spread = NumberField(0.5, 40, decimals=1, value=_SPREAD, suffix=tr(" points between observers"))
        self.spread.setToolTip(tr("Standard deviation of the observers’ rates; of the paper’s five it was 15.5 points"))
        self.trials = NumberField(4, 400, value=PAPER_16_5.trials, step=4)
        self.trials.setToolTip(tr("Other than 100 it is no longer the protocol of the paper, and gets another name"))
        self.power = QLabel()
        self.power.setWordWrap(True)
        self.power.setObjectName("hint")
        self.power.setMinimumHeight(52)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Model bundle"), self._with_browse(self.bundle))
        form.addRow(tr("Boards"), self._with_browse(self.boards))
        form.addRow(tr("Trials"), self.trials)
        form.addRow(tr("Margin that still counts as guessing"), self.margin)
        form.addRow(tr("Participants"), self.participants)
        form.addRow(tr("Expected spread"), self.spread)
        note = QLabel(
            tr("Margin, protocol and number of participants are registered now and cannot be changed afterwards.")
        )
        note.setWordWrap(True)
        note.setObjectName("muted")
        self.set_parts(form, self.power, note)
        self.setMinimumWidth(800)
        for field in (self.margin, self.participants, self.spread):
            field.valueChanged.connect(self._plan)
        for text in (self.name, self.bundle, self.boards):
            text.textChanged.connect(self._check)
        self._plan()
        self._check()

    def request(self) -> StudyRequest:
        """Return the parameters of the study."""
        trials = self.trials.whole()
        protocol = PAPER_16_5
        if trials != PAPER_16_5.trials:
            protocol = PAPER_16_5.changed(f"16-5-{trials}", trials=trials, break_after=trials // 2)
        return StudyRequest(
            Path(self.bundle.text()),
            Path(self.boards.text()),
            self._studies / self.name.text().strip(),
            self.name.text().strip(),
            self.margin.value() / 100.0,
            self.participants.whole(),
            8,
            protocol,
        )

    def _plan(self) -> None:
        people, margin = self.participants.whole(), self.margin.whole()
        if people < 2:
            self.power.setText(tr("One participant gives no interval: a panel needs two or more."))
            return
        power = group_power(people, self.spread.value() / 100.0, margin / 100.0, studies=_STUDIES)
        said = tr("If observers cannot distinguish the images, {power} % of studies of this size show it.")
        text = said.format(power=f"{100 * power:.0f}")
        if power < _ENOUGH:
            text += " " + tr("That is too few: likely the result will be inconclusive. Plan more participants.")
        self.power.setText(text)

    def _check(self) -> None:
        filled = all(field.text().strip() for field in (self.name, self.bundle, self.boards))
        self.ok.setEnabled(filled and not (self._studies / self.name.text().strip()).exists())

    def _with_browse(self, field: QLineEdit) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        browse = QPushButton(tr("Choose…"))

        def choose() -> None:
            found = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), field.text())
            if found:
                field.setText(found)

        browse.clicked.connect(choose)
        row.addWidget(field, 1)
        row.addWidget(browse)
        return whole


__all__ = ["PrepareDialog", "StudyRequest"]
