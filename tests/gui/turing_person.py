"""A participant who presses keys: through the consent, once per image, through the questionnaire, like a hand would."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vqganodip.turing.session.state_machine import SessionState
from vqganodip_gui.turing.runner import SessionRunner

PIN = "1234"


class Person:
    """CalibrationBoards at the state of the session every few milliseconds and presses what a person would.

    Args:
        runner: Runner of the session.
        answers: Whether images are answered.
        leaves: Whether the last page is closed.
        seen: Called with the state before a key is pressed in it.
        every_ms: How often it looks.
        seed: Of the moments and answers.
    """

    def __init__(
        self,
        runner: SessionRunner,
        *,
        answers: bool = True,
        leaves: bool = True,
        seen: Callable[[SessionState], None] | None = None,
        every_ms: int = 20,
        seed: int = 7,
    ) -> None:
        self.runner, self.answers, self.leaves, self.seen = runner, answers, leaves, seen
        self.random = random.Random(seed)
        self.pressed: list[float] = []
        self.sent_s: list[float] = []
        self.interruptions: list[str] = []
        self._answered: tuple[int, int] | None = None
        self._due = 0.0
        self._typed = False
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._act)
        self._timer.start(every_ms)

    def stop(self) -> None:
        self._timer.stop()

    def _act(self) -> None:
        session, surface = self.runner.session, self.runner.surface
        state, window, widget = session.state, QApplication.focusWindow(), QApplication.focusWidget()
        if self.seen is not None:
            self.seen(state)
        if state in (SessionState.STIM, SessionState.BLANK) and window is surface and self.answers:
            self._answer()
        elif state in (SessionState.READY, SessionState.BREAK) and window is surface:
            QTest.keyClick(surface, Qt.Key.Key_Space)
        elif widget is not None and self.runner.forms.isAncestorOf(widget):
            self._fill(state, widget)

    def _answer(self) -> None:
        session = self.runner.session
        trial = (session.block, session.done_trials)
        if session.block == 0:
            trial = (0, len(self.pressed))
        if trial != self._answered:
            self._answered = trial
            self._due = time.perf_counter() + self.random.uniform(0.1, 0.9) * self.runner.setup.plan.protocol.soa_s
        elif self._due and time.perf_counter() >= self._due:
            self._due = 0.0
            self.sent_s.append(self.runner.session.seconds())
            QTest.keyClick(self.runner.surface, self.random.choice((Qt.Key.Key_F, Qt.Key.Key_J)))
            self.pressed.append(time.perf_counter())

    def _fill(self, state: SessionState, widget: QWidget) -> None:
        forms = self.runner.forms
        if state is SessionState.CONSENT:
            if forms.consent.button.isEnabled():
                while QApplication.focusWidget() is not forms.consent.button:
                    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
                QTest.keyClick(forms.consent.button, Qt.Key.Key_Return)
            else:
                QTest.keyClick(widget, Qt.Key.Key_Space)
                QTest.keyClick(widget, Qt.Key.Key_Tab)
        elif state is SessionState.INSTRUCT:
            QTest.keyClick(widget, Qt.Key.Key_Space)
        elif state is SessionState.DEBRIEF and not self._typed:
            self._typed = True
            QTest.keyClicks(widget, "solder joints and printing")
            while QApplication.focusWidget() is not forms.debrief.button:
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            QTest.keyClick(forms.debrief.button, Qt.Key.Key_Return)
        elif state is SessionState.DONE and self.leaves:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif state is SessionState.INTERRUPTED and widget is forms.operator.pin:
            self.interruptions.append(str(self.runner.session.notice))
            QTest.keyClicks(widget, PIN)
            QTest.keyClick(widget, Qt.Key.Key_Return)
