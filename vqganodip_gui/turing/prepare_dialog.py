"""Dialog that asks for bundle, boards, size of the images, margin and panel of a new study, and states its power."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from vqganodip.turing.analysis.planning import panel_power, power_message, spread_message
from vqganodip.turing.study.protocol import PAPER_16_5, TuringProtocol
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.dialog_form import FormDialog
from vqganodip_gui.widgets.number_field import NumberField

_SPREAD: Final = 8.5
_SCREENS: Final = ((1366, 768), (1920, 1080))


@dataclass(frozen=True, slots=True)
class StudyRequest:
    """Parameters of a new study; ``screen`` is the one that the images are made to fit, None to leave them."""

    bundle: Path
    boards: Path
    folder: Path
    name: str
    margin: float
    participants: int
    practice: int
    protocol: TuringProtocol
    screen: tuple[int, int] | None = None


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
        self.spread = NumberField(0, 40, decimals=1, value=_SPREAD, suffix=tr(" points between observers"))
        self.spread.setToolTip(
            tr("Standard deviation of the observers’ true rates, without chance; 14.7 points for the paper’s five")
        )
        self.trials = NumberField(4, 400, value=PAPER_16_5.trials, step=4)
        self.trials.setToolTip(tr("Other than 100 it is no longer the protocol of the paper, and gets another name"))
        self.size_of_images = QComboBox()
        self.size_of_images.setToolTip(
            tr("Larger images are shrunk, originals and reconstructions by the same filter; the study records it")
        )
        for words, screen in _size_choices():
            self.size_of_images.addItem(words, screen)
        self.power = QLabel()
        self.power.setWordWrap(True)
        self.power.setObjectName("hint")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Model bundle"), self._with_browse(self.bundle))
        form.addRow(tr("Boards"), self._with_browse(self.boards))
        form.addRow(tr("Size of the images"), self.size_of_images)
        form.addRow(tr("Trials"), self.trials)
        form.addRow(tr("Margin that still counts as guessing"), self.margin)
        form.addRow(tr("Participants"), self.participants)
        form.addRow(tr("Expected spread"), self.spread)
        note = QLabel(
            tr("Margin, protocol and number of participants are registered now and cannot be changed afterwards.")
        )
        note.setWordWrap(True)
        note.setObjectName("muted")
        self.set_scrolling_parts(form, self.power, note)
        self.setMinimumWidth(800)
        for field in (self.margin, self.participants, self.spread, self.trials):
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
            self.size_of_images.currentData(),
        )

    def _plan(self) -> None:
        people, trials, between = self.participants.whole(), self.trials.whole(), self.spread.value() / 100.0
        if people < 2:
            self.power.setText(tr("One participant gives no interval: a panel needs two or more."))
            return
        power = panel_power(people, trials, between, self.margin.value() / 100.0)
        self.power.setText(f"{translated(power_message(power))} {translated(spread_message(between, trials))}")

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


def _size_choices() -> list[tuple[str, tuple[int, int] | None]]:
    """Sizes to choose from, the screen of this window first: images that fit it stay as they are."""
    sizes = []
    for screen in QGuiApplication.screens():
        size, ratio = screen.geometry().size(), screen.devicePixelRatio()
        sizes.append((round(size.width() * ratio), round(size.height() * ratio)))
    choices: list[tuple[str, tuple[int, int] | None]] = []
    for width, height in dict.fromkeys((*sizes, *_SCREENS)):
        here = tr("Fit to {w}×{h} (this screen)") if (width, height) in sizes else tr("Fit to {w}×{h}")
        choices.append((here.format(w=width, h=height), (width, height)))
    return [*choices, (tr("As they are"), None)]


__all__ = ["PrepareDialog", "StudyRequest"]
