"""Runner of one session on the real screen: connects clock, display, writer, forms and keyboard."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen, QWindow

from vqganodip.errors import Message, TuringError, VqganodipError
from vqganodip.turing.session import notices
from vqganodip.turing.session.ports import Alarm, Scene, SceneKind
from vqganodip.turing.session.session_plan import ResumePoint, SessionPlan
from vqganodip.turing.session.state_machine import SessionState, TuringSession
from vqganodip.types import Image
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.held_keys import HeldKeys, number_of
from vqganodip_gui.turing.clock import RealClock
from vqganodip_gui.turing.display import RealDisplay
from vqganodip_gui.turing.forms import Forms
from vqganodip_gui.turing.journal_writer import JournalWriter
from vqganodip_gui.turing.session_watchdog import SessionWatchdog, asleep_s
from vqganodip_gui.turing.stimuli import Stimuli
from vqganodip_gui.turing.surface import GlSurface, RasterSurface, open_surface

ESCAPE_S: Final = 3.0
"""Esc held so long calls the operator."""

_RELEASE_MS: Final = 250
"""A release of Esc counts after this time: however busy the machine is, the participant can stop."""

_TIMED: Final = frozenset({SessionState.LEADIN, SessionState.STIM, SessionState.BLANK, SessionState.BREAK})
_OVER: Final = frozenset({SessionState.DONE, SessionState.ABORTED})
_PAGES: Final = frozenset({SessionState.CONSENT, SessionState.INSTRUCT, SessionState.DEBRIEF})


@dataclass(frozen=True, slots=True)
class SessionSetup:
    """Setup of a session.

    Attributes:
        participant: ``P001``.
        plan: As sealed.
        read: Pixels of a stimulus, checked.
        journal: Where events go.
        screen: Of the participant.
        pin: Of the operator, for this session only; kept nowhere.
        operator: Written into overrides.
        refresh_hz: As the preflight measured it.
        resume: Resume point after a crash.
        raster: Takes the fallback even where there is OpenGL.
        asleep: Seconds slept, see :func:`vqganodip_gui.turing.session_watchdog.asleep_s`.
    """

    participant: str
    plan: SessionPlan
    read: Callable[[str], Image]
    journal: Path
    screen: QScreen
    pin: str
    operator: str
    refresh_hz: float = 60.0
    resume: ResumePoint | None = None
    raster: bool = False
    asleep: Callable[[], float] = asleep_s


class SessionRunner(QObject):
    """The one object that drives a session on the GUI thread.

    Signals:
        changed: The state of the session changed.
        left: The session is over, its windows are closed, its journal is on the disk; the last state.
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self, setup: SessionSetup, parent: QObject | None = None) -> None:
        """Open the journal; TuringError if it cannot be written."""
        super().__init__(parent)
        self.setup = setup
        self.clock = RealClock(self)
        self.writer = JournalWriter(setup.journal)
        self.stimuli = Stimuli(setup.read, self)
        self.surface: GlSurface | RasterSurface = open_surface(setup.screen, raster=setup.raster)
        plan = setup.plan
        self.forms = Forms(setup.participant, plan.protocol, len(plan.practice), plan.keys, self._pin_fits)
        self.forms.setScreen(setup.screen)
        self.forms.setGeometry(setup.screen.geometry())
        self.display = RealDisplay(
            self.surface, self.stimuli, self._take_forms, setup.refresh_hz, self._image_failed, self
        )
        self.session = TuringSession(
            plan, self.clock, self.display, self.writer, resume=setup.resume, changed=self._changed
        )
        self.watchdog = SessionWatchdog(self._windows, setup.screen, setup.asleep, self)
        self._held = HeldKeys(self, _RELEASE_MS)
        self._held.released.connect(self._let_go)
        self._escape: Alarm | None = None
        self._escape_key = 0
        self._before_call: SceneKind | None = None
        self._was_collecting, self._collected = gc.isenabled(), False
        self._closed = False
        self.interruptions = 0
        self._connect()

    def start(self) -> None:
        """Show the first page."""
        gc.collect()
        gc.freeze()
        gc.disable()  # a collection stops the world for tens of milliseconds
        self.watchdog.start()
        self.watchdog.switching()
        self.surface.showFullScreen()
        self.session.start()

    def call_operator(self) -> None:
        """Interrupt a timed state; on a form, only show the operator's form until it is dismissed."""
        state = self.session.state
        if state in _OVER or state is SessionState.INTERRUPTED:
            return
        if state in _PAGES:
            self._before_call = self.forms.kind() if self._before_call is None else self._before_call
            self.forms.operator.ask(notices.OPERATOR_CALLED, in_break=False)
            self.forms.show_form(SceneKind.INTERRUPTED)
        else:
            self.session.interrupt(notices.OPERATOR_CALLED, "operator called")

    def go_on(self, shorten_break: bool = False) -> None:
        """The operator continues."""
        if self._before_call is not None:
            page, self._before_call = self._before_call, None
            self.forms.show_form(page)
            return
        self.session.continue_session(self.setup.operator)
        if shorten_break and self.session.state is SessionState.BREAK:
            self.session.shorten_break(self.setup.operator)

    def end(self, reason: str) -> None:
        """The operator ends the session; what was recorded is kept."""
        self._before_call = None
        self.session.abort(self.setup.operator, reason or "no reason given")

    def close(self) -> None:
        """Close the windows and sync the journal to disk; recorded events are unchanged."""
        if self._closed:
            return
        self._closed = True
        if self.session.state not in (*_OVER, SessionState.INTERRUPTED):
            self.session.interrupt(notices.OPERATOR_CALLED, "window closed")
        self.watchdog.stop()
        self.forms.close()
        self.surface.close()
        self.stimuli.close()
        gc.unfreeze()
        if self._was_collecting:
            gc.enable()
        with suppress(TuringError):  # the disk is gone: its lines were handed over one by one, and the session said so
            self.writer.close()
        self.forms.deleteLater()
        self.surface.deleteLater()
        self.left.emit(self.session.state.value)

    # ── wiring ──

    def _connect(self) -> None:
        for window in (self.surface, self.forms):
            window.pressed.connect(self._pressed)
            window.released.connect(self._released)
        self.forms.consent.accepted.connect(lambda sha256: self._try(lambda: self._accept(sha256)))
        self.forms.debrief.submitted.connect(lambda answers: self._try(lambda: self.session.submit_debrief(answers)))
        self.forms.operator.continue_requested.connect(self.go_on)
        self.forms.operator.ended.connect(self.end)
        self.forms.done.left.connect(self.close)
        self.forms.aborted.left.connect(self.close)
        self.watchdog.focus_lost.connect(self.session.focus_lost)
        self.watchdog.focus_lost.connect(self._keyboard_gone)
        self.watchdog.stopped.connect(self._stopped)
        self.surface.obscured.connect(self._hidden)

    def _accept(self, sha256: str) -> None:
        self.session.accept_consent(sha256, True)

    def _windows(self) -> tuple[QWindow, ...]:
        form = self.forms.windowHandle()
        return (self.surface,) if form is None else (self.surface, form)

    def _pin_fits(self, pin: str) -> bool:
        return bool(pin) and pin == self.setup.pin

    def _take_forms(self, scene: Scene | None) -> None:
        """Show the form of a scene, or hide the forms and activate the surface."""
        if scene is None:
            if self.forms.isVisible():
                self.watchdog.switching()
                self.surface.raise_()
                self.surface.requestActivate()
                self.forms.hide()
            return
        self.watchdog.switching()
        self.forms.take(scene, in_break=self.session.stopped_in_break)
        self.forms.showFullScreen()
        self.forms.raise_()
        self.forms.activateWindow()

    def _pressed(self, event: QKeyEvent) -> None:
        if not self._held.press(event):
            return
        at = self.clock.now()
        if event.key() == Qt.Key.Key_Escape:
            self._escape_key = number_of(event)
            self._escape = self._escape or self.clock.call_at(at + ESCAPE_S, self._escaped)
            return
        name = "Space" if event.key() == Qt.Key.Key_Space else event.text().upper()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return
        if name == "Space" and self._before_call is not None:
            return
        self._try(lambda: self.session.key(name, at, int(event.timestamp())))

    def _released(self, event: QKeyEvent) -> None:
        self._held.release(event)

    def _let_go(self, key: int) -> None:
        if key == self._escape_key and self._escape is not None:
            self._escape.cancel()
            self._escape = None

    def _keyboard_gone(self, _since: float) -> None:
        self._held.release_all()

    def _escaped(self) -> None:
        self._escape = None
        self.call_operator()

    def _hidden(self) -> None:
        if self.session.state in _TIMED:
            self._stopped(notices.SCREEN_HIDDEN, "screen hidden")

    def _stopped(self, notice: Message, reason: str) -> None:
        if self.session.state in _TIMED:
            self.session.interrupt(notice, reason)

    def _image_failed(self, error: VqganodipError) -> None:
        self.session.interrupt(notices.refused(error), "image not shown")

    def _try(self, act: Callable[[], None]) -> None:
        """Run an action; if writing fails, show the problem so that it can be retried."""
        try:
            act()
        except TuringError as error:
            self.forms.show_problem(
                tr("This could not be kept: {error} Please call the operator.").format(
                    error=format_error(error, begins=False)
                )
            )

    def _changed(self) -> None:
        self.interruptions += self.session.state is SessionState.INTERRUPTED
        if self.session.state is SessionState.BREAK and not self._collected:
            self._collected = True  # once, while nothing is timed to the millisecond
            gc.collect()
        self.changed.emit()


__all__ = ["ESCAPE_S", "SessionRunner", "SessionSetup"]
