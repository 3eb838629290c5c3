"""Before a session: the participant, the room, and the checks; each passed, or overridden with a recorded reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vqganodip.turing.study.questions import PARTICIPANT_QUESTIONS
from vqganodip.turing.study.study import Study
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.turing import preflight_checks
from vqganodip_gui.turing.refresh_rate import RefreshMeasurement, RefreshRate
from vqganodip_gui.turing.study_list import study_label
from vqganodip_gui.turing.surface import GlSurface, RasterSurface, open_surface
from vqganodip_gui.widgets.number_field import NumberField
from vqganodip_gui.widgets.scroll_column import ScrollColumn, fit_to_screen, grow_with


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """Everything that was settled before the session."""

    answers: dict[str, str]
    preflight: dict[str, Any]
    screen: QScreen
    pin: str
    refresh_hz: float


class PreflightDialog(QDialog):
    """Dialog that runs the checks before a session and starts it once all are settled.

    Args:
        study: Opened.
        participant: ``P001``.
        tasks: Threads for reading the images.
        busy: Whether the inspection engine is still at a board.
        resumed: The questions were answered when the session was sealed.
        raster: Takes the fallback surface.
    """

    _progress = Signal(int, int)

    def __init__(
        self,
        study: Study,
        participant: str,
        tasks: Tasks,
        busy: Callable[[], bool],
        *,
        audited: bool = True,
        resumed: bool = False,
        raster: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            tr("Before the session of {participant}").format(participant=participant)
            + f" · {study_label(study.study_id, study.simulated)}"
        )
        self._study, self._tasks, self._busy = study, tasks, busy
        self._audited, self._raster = audited, raster
        self._surface: GlSurface | RasterSurface | None = None
        self.found: tuple[preflight_checks.Check, ...] = ()
        self.refresh: RefreshRate | None = None
        self.reasons: dict[str, QLineEdit] = {}
        self.questions: dict[str, QComboBox] = {}
        people = QFormLayout()
        for name, choices in PARTICIPANT_QUESTIONS.items():
            box = QComboBox()
            box.addItem("–", "n/a")
            for choice in choices:
                box.addItem(_choice_words().get(choice, choice), choice)
            self.questions[name] = box
            if not resumed:
                people.addRow(_question_words()[name], box)
        self.screens = QComboBox()
        for screen in QGuiApplication.screens():
            size = screen.geometry().size()
            self.screens.addItem(f"{screen.name() or '1'}  {size.width()}×{size.height()}")
        self.screens.setCurrentIndex(self.screens.count() - 1)
        self.distance = NumberField(0, 300, value=60, suffix=" cm")
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        self.pin.setPlaceholderText(tr("4 characters or more; kept nowhere"))
        people.addRow(tr("Screen of the participant"), self.screens)
        people.addRow(tr("Viewing distance"), self.distance)
        people.addRow(tr("Operator’s PIN for this session"), self.pin)
        self.room = {name: QCheckBox(words) for name, words in preflight_checks.room_words().items()}
        self.measure = QPushButton(tr("Check"))
        self.measure.clicked.connect(self.check)
        self.begin = QPushButton(tr("Begin the session"))
        self.begin.setObjectName("primary")
        self.begin.setEnabled(False)
        self.begin.clicked.connect(self.accept)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.message = QLabel(
            tr("Tick what you have verified, then run the checks. The screen turns grey for a moment.")
        )
        self.message.setObjectName("muted")
        self.message.setWordWrap(True)
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(12)
        self.table.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (cancel, self.measure, self.begin):
            buttons.addWidget(button)
        self.area = ScrollColumn()
        self.area.column.setSpacing(8)
        self.area.add(people, *self.room.values(), self.message, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)  # # whole on the smallest screen
        column.setSpacing(8)
        column.addWidget(self.area, 1)
        column.addLayout(buttons)
        grow_with(self, self.area)
        self.setMinimumWidth(900)
        self.pin.textChanged.connect(self._settle)
        self._progress.connect(self._reading, Qt.ConnectionType.QueuedConnection)

    def request(self) -> SessionRequest:
        """Return the settings of the session; TuringError while a failed check has no reason."""
        assert self.refresh is not None
        record = preflight_checks.record_of(self.found, {name: field.text() for name, field in self.reasons.items()})
        screen = self.screen_of_participant()
        size = screen.physicalSize()
        record["screen"] = {
            "name": screen.name(),
            "model": f"{screen.manufacturer()} {screen.model()}".strip(),
            "width_mm": round(size.width(), 1),
            "height_mm": round(size.height(), 1),
            "platform": QGuiApplication.platformName(),
        }
        answers = {name: str(box.currentData()) for name, box in self.questions.items()}
        return SessionRequest(answers, record, screen, self.pin.text(), self.refresh.refresh_hz)

    def screen_of_participant(self) -> QScreen:
        return QGuiApplication.screens()[max(0, self.screens.currentIndex())]

    def check(self) -> None:
        """Run all checks again."""
        self.measure.setEnabled(False)
        self.begin.setEnabled(False)
        self._surface = surface = open_surface(self.screen_of_participant(), raster=self._raster)
        surface.showFullScreen()
        RefreshMeasurement(surface, self._measured, self).start()

    def _measured(self, refresh: RefreshRate) -> None:
        surface, self._surface = self._surface, None
        assert surface is not None
        self.refresh = refresh
        size, ratio = surface.device_size(), surface.devicePixelRatio()
        first = [
            preflight_checks.check_refresh(refresh),
            preflight_checks.check_surface(surface.source, surface.renderer),
            preflight_checks.check_size(self._study.size, size, ratio),
        ]
        surface.close()
        surface.deleteLater()
        self.raise_()
        self.activateWindow()
        study = self._study

        def job() -> list[preflight_checks.Check]:
            return [
                preflight_checks.check_disk(study.folder),
                preflight_checks.check_stimuli(study.stimuli, study.pixels, self._progress.emit),
            ]

        self._tasks.act(job, lambda found: self._finish((*first, *found), ratio), self._failed)

    def _finish(self, found: tuple[preflight_checks.Check, ...], ratio: float) -> None:
        screen = self.screen_of_participant()
        width_mm = screen.physicalSize().width()
        logical = screen.geometry().width()
        image_mm = width_mm * self._study.size[0] / (logical * ratio) if logical and width_mm else 0.0
        room = {name: tick.isChecked() for name, tick in self.room.items()}
        busy = self._busy()
        engine = tr("The inspection is finishing a board") if busy else tr("The inspection is paused")
        audited = tr("Leak audit kept with the study") if self._audited else tr("The leak audit has not been made")
        self.found = (
            *found,
            preflight_checks.Check("engine", not busy, engine, {"inspection_stopped": not busy}),
            preflight_checks.Check("audit", self._audited, audited, {"leak_audit": self._audited}),
            preflight_checks.check_room(room, self.distance.value(), image_mm),
        )
        self._show()
        self.measure.setEnabled(True)
        self.measure.setText(tr("Check again"))
        self._say_what_is_missing()
        self._settle()

    def _show(self) -> None:
        while self.table.count():
            item = self.table.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        kept = {name: field.text() for name, field in self.reasons.items()}
        self.reasons.clear()
        for row, check in enumerate(self.found):
            mark = QLabel("✓" if check.passed else "✕")
            mark.setAccessibleName(tr("passed") if check.passed else tr("not passed"))
            words = QLabel(check.result)
            words.setWordWrap(True)
            self.table.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self.table.addWidget(words, row, 1)
            if check.blocks:
                self.table.addWidget(QLabel(tr("No session without it")), row, 2)
            elif not check.passed:
                reason = QLineEdit(kept.get(check.name, ""))
                reason.setPlaceholderText(tr("Reason to continue"))
                reason.setMinimumWidth(220)
                reason.textChanged.connect(self._settle)
                self.table.addWidget(reason, row, 2)
                self.reasons[check.name] = reason

    def _say_what_is_missing(self) -> None:
        if any(check.blocks for check in self.found):
            text = tr("The session cannot work like this: fix what is marked, then check again.")
        elif self.reasons:
            text = tr("Fix the checks that did not pass, or give a reason, which is recorded.")
        else:
            text = tr("All checks passed.")
        self.message.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self, self.area)

    def _settle(self) -> None:
        open_ones = any(not field.text().strip() for field in self.reasons.values())
        blocked = any(check.blocks for check in self.found)
        self.begin.setEnabled(bool(self.found) and not open_ones and not blocked and len(self.pin.text()) >= 4)

    def _reading(self, done: int, total: int) -> None:
        self.message.setText(tr("Reading image {done} of {total}").format(done=done, total=total))

    def _failed(self, error: Exception) -> None:
        self.measure.setEnabled(True)
        self.message.setText(format_error(error))


def _question_words() -> dict[str, str]:
    return {
        "role": tr("Work"),
        "years_inspecting": tr("Years of inspecting"),
        "vision": tr("Eyesight"),
        "built_the_model": tr("Built or trained the model"),
        "saw_its_outputs": tr("Saw its reconstructions before"),
    }


def _choice_words() -> dict[str, str]:
    return {
        "inspector": tr("inspector"),
        "engineer": tr("engineer"),
        "researcher": tr("researcher"),
        "other": tr("other"),
        "normal": tr("normal"),
        "corrected": tr("corrected (glasses, lenses)"),
        "uncorrected": tr("impaired, not corrected"),
        "no": tr("no"),
        "yes": tr("yes"),
    }


__all__ = ["PreflightDialog", "SessionRequest"]
