"""Operator's view of a running session: progress and timing, but no images, answers or accuracy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vqganodip.turing.session.state_machine import SessionState
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.runner import SessionRunner


class OperatorView(QWidget):
    """Progress and timing of the running session."""

    continue_requested = Signal(bool)
    called = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("emptyTitle")
        self.state = QLabel()
        self.state.setObjectName("score")
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.values: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for row, (name, words) in enumerate(
            (
                ("trials", tr("Images shown")),
                ("frames", tr("Frames dropped")),
                ("slowest", tr("Slowest change of the screen")),
                ("source", tr("Moments measured by")),
                ("interruptions", tr("Interruptions")),
            )
        ):
            value = QLabel("–")
            self.values[name] = value
            grid.addWidget(QLabel(words), row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        warning = QLabel(
            tr("Using the mouse or keyboard here takes the keyboard from the participant and interrupts the session.")
        )
        warning.setObjectName("warning")
        warning.setWordWrap(True)
        self.continued = QPushButton(tr("Continue"))
        self.shortened = QPushButton(tr("Continue without the rest of the break (is recorded)"))
        self.pause = QPushButton(tr("Interrupt"))
        self.end = QPushButton(tr("End the session"))
        self.continued.clicked.connect(lambda: self.continue_requested.emit(False))
        self.shortened.clicked.connect(lambda: self.continue_requested.emit(True))
        self.pause.clicked.connect(self.called)
        self.end.clicked.connect(self.ended)
        buttons = QHBoxLayout()
        for button in (self.continued, self.shortened, self.pause, self.end):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (self.title, self.state, self.notice, self.progress):
            column.addWidget(part)
        column.addLayout(grid)
        column.addWidget(warning)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_session(self, runner: SessionRunner) -> None:
        """Show the current state of the session."""
        session, display = runner.session, runner.display
        still = session.state is SessionState.INTERRUPTED
        total = len(session.plan.trials)
        self.title.setText(tr("Session of {participant}").format(participant=runner.setup.participant))
        self.state.setText(state_words(session.state, session.block))
        self.notice.setText(translated(session.notice) if still and session.notice else "")
        self.notice.setVisible(still)
        self.progress.setRange(0, total)
        self.progress.setValue(session.done_trials)
        self.values["trials"].setText(tr("{part} of {whole}").format(part=session.done_trials, whole=total))
        self.values["frames"].setText(str(display.dropped))
        self.values["slowest"].setText(f"{display.longest_ms:.1f} ms")
        self.values["source"].setText(f"{runner.surface.source} ({runner.surface.renderer})")
        self.values["interruptions"].setText(str(runner.interruptions))
        self.continued.setVisible(still)
        self.shortened.setVisible(session.stopped_in_break)
        self.end.setVisible(still)
        self.pause.setVisible(not still)


def state_words(state: SessionState, block: int) -> str:
    """Return the state of the session in words."""
    part = (tr("Practice"), tr("First part"), tr("Second part"))[block]
    running = (SessionState.LEADIN, SessionState.STIM, SessionState.BLANK)
    if state in running:
        return part
    return {
        SessionState.SEALED: tr("Sealed"),
        SessionState.CONSENT: tr("Consent"),
        SessionState.INSTRUCT: tr("Reads what to do"),
        SessionState.READY: tr("{part}: waits for the participant").format(part=part),
        SessionState.BREAK: tr("Break"),
        SessionState.DEBRIEF: tr("Questionnaire"),
        SessionState.FINALIZE: tr("Questionnaire"),
        SessionState.INTERRUPTED: tr("Paused"),
        SessionState.DONE: tr("Done"),
        SessionState.ABORTED: tr("Ended early"),
    }[state]


__all__ = ["OperatorView", "state_words"]
