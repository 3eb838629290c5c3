"""A session as a state machine: what is seen when, which key counts, what is written, what happens when it breaks.

Pure: clock, display and writer are given. It knows no truth; nobody who looks at it can tell real from reconstructed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from vqganodip.errors import TuringError
from vqganodip.turing.session.ports import Alarm, Clock, Display, Scene, SceneKind, Shown, Writer
from vqganodip.turing.study.protocol import TuringProtocol

__all__ = ["ResumePoint", "SessionPlan", "SessionState", "Trial", "TuringSession"]

PRACTICE: Final = 0
_SYNC_BEFORE_END: Final = 1.0
_NO_SYNC_BEFORE_ONSET: Final = 0.1


class SessionState(StrEnum):
    """Where a session is; practice passes through the same states with block 0."""

    SEALED = "sealed"
    CONSENT = "consent"
    INSTRUCT = "instruct"
    READY = "ready"
    LEADIN = "lead-in"
    STIM = "stimulus"
    BLANK = "blank"
    BREAK = "break"
    DEBRIEF = "debrief"
    FINALIZE = "finalize"
    DONE = "done"
    INTERRUPTED = "interrupted"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial of the sealed plan.

    Attributes:
        index: From 0, over all test trials, or over the practice.
        block: 0 for practice, 1, 2.
        stimulus: Opaque id of the image.
        board: Opaque id of the board.
    """

    index: int
    block: int
    stimulus: str
    board: str


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What a session is going to be.

    Attributes:
        protocol: Its times.
        practice: Trials before it, of other boards.
        trials: The trials in their order, ``protocol.trials`` of them.
        keys: What the keys mean: ``{"F": "real", "J": "fake"}`` or the reverse, by the number of the participant.
    """

    protocol: TuringProtocol
    practice: tuple[Trial, ...]
    trials: tuple[Trial, ...]
    keys: Mapping[str, str]

    def __post_init__(self) -> None:
        if len(self.trials) != self.protocol.trials:
            raise TuringError(
                f"{len(self.trials)} trials for a protocol of {self.protocol.trials}",
                where=self.protocol.name,
                todo="Prepare the study for this protocol.",
            )


@dataclass(frozen=True, slots=True)
class ResumePoint:
    """Where a session goes on after its program died.

    Attributes:
        next_trial: First test trial without an exposure.
        practised: The practice is over.
        break_done: The break was taken.
        at: Session seconds at which it goes on.
        resumes: How often it has been resumed, this time included.
        consented, instructed: The consent was given; a block was begun, so the instructions were read.
    """

    next_trial: int
    practised: bool
    break_done: bool
    at: float
    resumes: int
    consented: bool = True
    instructed: bool = True


@dataclass(slots=True)
class _Running:
    """The trial in hand."""

    trial: Trial
    planned_on: float
    planned_off: float
    planned_end: float
    onset: float | None = None
    offset: float | None = None
    answer: str = "n/a"
    presses: int = 0
    alarms: list[Alarm] = field(default_factory=list)


class TuringSession:
    """One participant, one sitting.

    Args:
        plan: The sealed plan.
        clock: Wakes it.
        display: Shows its scenes.
        writer: Keeps its events.
        resume: Where to go on; None for a new session.
        changed: Called after every change of state.
    """

    def __init__(
        self,
        plan: SessionPlan,
        clock: Clock,
        display: Display,
        writer: Writer,
        *,
        resume: ResumePoint | None = None,
        changed: Callable[[], None] | None = None,
    ) -> None:
        self.plan = plan
        self.state = SessionState.SEALED
        self.block = PRACTICE
        self.notice = ""
        self.changed = changed
        self._clock, self._display, self._writer = clock, display, writer
        self._resume = resume
        self._zero = clock.now() - (resume.at if resume else 0.0)
        self._next = {PRACTICE: 0, 1: resume.next_trial if resume else 0}  # block 2 goes on where block 1 ended
        self._practised = bool(resume and resume.practised) or not plan.practice
        self._running: _Running | None = None
        self._alarms: list[Alarm] = []
        self._break_until: float | None = clock.now() if resume and resume.break_done else None
        self._interrupted_at = 0.0
        self._back_to_break = False

    # ── what others may ask ──

    @property
    def done_trials(self) -> int:
        """Test trials that were exposed."""
        return self._next[1]

    @property
    def stopped_in_break(self) -> bool:
        """Whether it stands still in the break, which goes on when the operator continues."""
        return self.state is SessionState.INTERRUPTED and self._back_to_break

    def seconds(self, at: float | None = None) -> float:
        """Session seconds of a moment on the clock."""
        return (self._clock.now() if at is None else at) - self._zero

    # ── the way through ──

    def start(self) -> None:
        """From the sealed plan to the consent; a resumed session goes to the block it was in."""
        self._expect(SessionState.SEALED)
        if self._resume is not None:
            self._log("resumed", sync=True, resumes=self._resume.resumes, next_trial=self._resume.next_trial)
        if self._resume is None or not self._resume.consented:
            self._enter(SessionState.CONSENT, Scene(SceneKind.CONSENT))
        elif not self._resume.instructed:
            self._enter(SessionState.INSTRUCT, Scene(SceneKind.INSTRUCTIONS))
        else:
            self._go_on()

    def accept_consent(self, text_sha256: str, attested: bool) -> None:
        """The participant ticked both: the consent, and not to talk about the images until the study is over."""
        self._expect(SessionState.CONSENT)
        if not attested:
            raise TuringError("consent is needed", where="session", todo="Tick both sentences, or end the session.")
        self._log("consent", sync=True, text_sha256=text_sha256, attested=True)
        self._enter(SessionState.INSTRUCT, Scene(SceneKind.INSTRUCTIONS))

    def key(self, name: str, at: float | None = None, stamp_ms: int = 0) -> None:
        """A key went down.

        Args:
            name: ``Space``, or one of the plan's keys; others are ignored.
            at: Its moment on the clock; now when None.
            stamp_ms: The time stamp that the window system gave it, for the record.
        """
        at = self._clock.now() if at is None else at
        if name in self.plan.keys and self.state in (SessionState.STIM, SessionState.BLANK):
            self._answered(name, at, stamp_ms)
        elif name != "Space":
            return
        elif self.state is SessionState.INSTRUCT:
            self._go_on()
        elif self.state is SessionState.READY:
            self._begin_block()
        elif self.state is SessionState.BREAK and self._break_until is not None and at >= self._break_until:
            self._end_break()

    def shorten_break(self, by: str) -> None:
        """The operator ends the break early; written down as an override."""
        self._expect(SessionState.BREAK)
        self._log("override", sync=True, what="break shortened", by=by)
        self._end_break()

    def submit_debrief(self, answers: Mapping[str, str]) -> None:
        """The questionnaire, free text by question; ends the session."""
        self._expect(SessionState.DEBRIEF)
        self._log("debrief", sync=True, answers=dict(answers))
        self.state = SessionState.FINALIZE
        self._log("final", sync=True, trials=len(self.plan.trials))
        self._enter(SessionState.DONE, Scene(SceneKind.DONE))

    # ── what can go wrong ──

    def focus_lost(self, at: float | None = None) -> None:
        """The window lost the keyboard."""
        written = self._logged("focus_lost", lost_at=round(self.seconds(at), 6), state=str(self.state))
        if written and self.state in (SessionState.STIM, SessionState.BLANK, SessionState.LEADIN, SessionState.BREAK):
            self.interrupt("The window lost the keyboard.", "focus lost")

    def interrupt(self, notice: str, reason: str) -> None:
        """Stops the trial in hand for good; the operator continues with the next one."""
        if self.state in (SessionState.INTERRUPTED, SessionState.ABORTED, SessionState.DONE):
            return
        self._back_to_break = self.state is SessionState.BREAK
        self._cancel()
        self._interrupted_at = self._clock.now()
        self.notice = notice
        running, self._running = self._running, None
        self.state = SessionState.INTERRUPTED
        try:
            if running is not None:
                self._log("trial_end", **_end_of(running, "interrupted"))
            self._log("interrupted", sync=True, reason=reason)
        except TuringError as error:
            self.notice = str(error)
        self._enter(SessionState.INTERRUPTED, Scene(SceneKind.INTERRUPTED, notice=self.notice))

    def go_on(self, by: str) -> None:
        """The operator continues after an interruption, with the next trial."""
        self._expect(SessionState.INTERRUPTED)
        gap = self._clock.now() - self._interrupted_at
        try:
            self._log("continued", sync=True, by=by, interruption_s=round(gap, 3))
        except TuringError as error:
            self.notice = str(error)
            self._enter(SessionState.INTERRUPTED, Scene(SceneKind.INTERRUPTED, notice=self.notice))
            return
        self.notice = ""
        if self._back_to_break:
            self.state = SessionState.BREAK
            self._tick()
        else:
            self._go_on()

    def abort(self, by: str, reason: str) -> None:
        """Ends the session for good; what was recorded is kept."""
        self._cancel()
        running, self._running = self._running, None
        with suppress(TuringError):  # a full disk must not keep a participant in a session
            if running is not None:
                self._log("trial_end", **_end_of(running, "aborted"))
            self._log("aborted", sync=True, by=by, reason=reason)
        self._enter(SessionState.ABORTED, Scene(SceneKind.ABORTED))

    # ── blocks ──

    def _go_on(self) -> None:
        """To whatever comes next: practice, a block, the break, the questionnaire."""
        protocol, following = self.plan.protocol, self._next[1]
        if not self._practised:
            self.block = PRACTICE
        elif following >= len(self.plan.trials):
            self._enter(SessionState.DEBRIEF, Scene(SceneKind.DEBRIEF))
            return
        else:
            block = protocol.block_of(following)
            if block == 2 and self._break_until is None and following == protocol.break_after:
                self._begin_break()
                return
            self.block = block
        self._enter(SessionState.READY, Scene(SceneKind.READY, block=self.block))
        self._display.prepare([trial.stimulus for trial in self._coming()[:2]])

    def _coming(self) -> tuple[Trial, ...]:
        """The trials of this block that were not exposed."""
        if self.block == PRACTICE:
            return self.plan.practice[self._next[PRACTICE] :]
        return tuple(t for t in self.plan.trials[self._next[1] :] if t.block == self.block)

    def _begin_block(self) -> None:
        start = self._clock.now()
        if not self._logged("block", sync=True, block=self.block):
            return
        self._enter(SessionState.LEADIN, Scene(SceneKind.GREY))
        first = start + self.plan.protocol.lead_in_s
        self._at(first, lambda: self._show(0, first))

    def _show(self, place: int, first: float) -> None:
        """Puts the next image on the screen; its times are counted from the first of the block, so errors never add."""
        protocol, trial = self.plan.protocol, self._coming()[0]
        on = first + place * protocol.soa_s
        late = self._clock.now() - on
        if late > protocol.deadline_s:
            self.interrupt("The computer was too slow to show the next image in time.", f"onset {late:.3f} s late")
            return
        running = _Running(trial, on, on + protocol.stimulus_s, on + protocol.soa_s)
        if not self._logged(
            "show",
            trial=trial.index,
            block=trial.block,
            stimulus=trial.stimulus,
            planned=round(self.seconds(on), 6),
        ):
            return
        self._running = running
        self._next[min(trial.block, 1)] = trial.index + 1
        self.state = SessionState.STIM
        self._display.show(Scene(SceneKind.STIMULUS, trial.stimulus, trial.block), lambda s: self._seen(s, running))
        if self._running is running:
            self._at(running.planned_off, lambda: self._hide(running))
            self._at(running.planned_end, lambda: self._end(running, place, first))
        self._tell()

    def _seen(self, shown: Shown, running: _Running) -> None:
        if self._running is not running:
            return
        running.onset = shown.at
        if not self._logged(
            "onset",
            trial=running.trial.index,
            block=running.trial.block,
            onset=round(self.seconds(shown.at), 6),
            planned=round(self.seconds(running.planned_on), 6),
            source=shown.source,
            decode_ms=round(shown.decode_ms, 3),
            queue_lag_ms=round(shown.queue_lag_ms, 3),
            frame_ms=round(shown.frame_ms, 3),
            dropped=shown.frames_dropped,
        ):
            return
        if shown.at - running.planned_on > self.plan.protocol.deadline_s:
            self.interrupt("The computer was too slow to show the image in time.", "onset late")
            return
        self._display.prepare([trial.stimulus for trial in self._coming()[:2]])

    def _hide(self, running: _Running) -> None:
        late = self._clock.now() - running.planned_off
        if late > self.plan.protocol.deadline_s:
            self.interrupt("The computer was too slow to hide the image in time.", f"offset {late:.3f} s late")
            return
        self.state = SessionState.BLANK
        self._display.show(Scene(SceneKind.GREY), lambda shown: self._hidden(shown, running))
        sync_at = max(running.planned_off, running.planned_end - _SYNC_BEFORE_END)
        if running.planned_end - sync_at >= _NO_SYNC_BEFORE_ONSET:
            self._at(sync_at, lambda: self._sync_before(running.planned_end))
        self._tell()

    def _sync_before(self, onset: float) -> None:
        if onset - self._clock.now() >= _NO_SYNC_BEFORE_ONSET:
            self._writer.sync()

    def _hidden(self, shown: Shown, running: _Running) -> None:
        if self._running is running:
            running.offset = shown.at
            self._logged(
                "offset",
                trial=running.trial.index,
                block=running.trial.block,
                offset=round(self.seconds(shown.at), 6),
                source=shown.source,
                frame_ms=round(shown.frame_ms, 3),
                dropped=shown.frames_dropped,
            )

    def _end(self, running: _Running, place: int, first: float) -> None:
        if not self._logged("trial_end", **_end_of(running, "ok" if running.answer != "n/a" else "missing")):
            return
        self._running = None
        self._alarms.clear()
        if self._coming():
            self._show(place + 1, first)
            return
        self._writer.sync()
        if self.block == PRACTICE:
            self._practised = True
        self._go_on()

    def _answered(self, name: str, at: float, stamp_ms: int) -> None:
        running = self._running
        if running is None or running.onset is None:
            return
        running.presses += 1
        running.answer = self.plan.keys[name]
        offset = running.offset
        self._logged(
            "response",
            trial=running.trial.index,
            block=running.trial.block,
            key=name,
            answer=running.answer,
            rt_s=round(at - running.onset, 6),
            rt_from_offset_s=None if offset is None else round(at - offset, 6),
            phase="stim" if offset is None else "blank",
            stamp_ms=stamp_ms,
        )

    # ── the break ──

    def _begin_break(self) -> None:
        now = self._clock.now()
        self._break_until = now + self.plan.protocol.break_s
        if not self._logged("break_start", sync=True):
            return
        self.state = SessionState.BREAK
        self._tick()

    def _tick(self) -> None:
        """Shows the time left, once a second, counted from the end."""
        assert self._break_until is not None
        if self.state is not SessionState.BREAK:
            return
        left = max(0.0, self._break_until - self._clock.now())
        seconds = int(left) + (left > int(left))
        if seconds:
            self._at(self._break_until - (seconds - 1), self._tick)
        self._enter(SessionState.BREAK, Scene(SceneKind.BREAK, seconds_left=seconds))

    def _end_break(self) -> None:
        self._cancel()
        if self._logged("break_end", sync=True):
            self._go_on()

    # ── parts ──

    def _expect(self, state: SessionState) -> None:
        if self.state is not state:
            raise TuringError(f"the session is in {self.state}, not in {state}", where="session", todo="")

    def _enter(self, state: SessionState, scene: Scene) -> None:
        self.state = state
        self._tell()
        self._display.show(scene, _unseen)

    def _tell(self) -> None:
        if self.changed is not None:
            self.changed()

    def _log(self, event: str, *, sync: bool = False, **values: Any) -> None:
        self._writer.write(event, sync=sync, t=round(self.seconds(), 6), utc=self._clock.utc(), **values)

    def _logged(self, event: str, *, sync: bool = False, **values: Any) -> bool:
        """As ``_log``; what cannot be written interrupts the session instead of going on without a record."""
        try:
            self._log(event, sync=sync, **values)
        except TuringError as error:
            self.interrupt(str(error), "not written")
            return False
        return True

    def _at(self, when: float, action: Callable[[], None]) -> None:
        self._alarms.append(self._clock.call_at(when, action))

    def _cancel(self) -> None:
        for alarm in self._alarms:
            alarm.cancel()
        self._alarms.clear()


def _unseen(_: Shown) -> None:
    """Nobody needs the moment at which a text was seen."""


def _end_of(running: _Running, status: str) -> dict[str, Any]:
    return {
        "trial": running.trial.index,
        "block": running.trial.block,
        "status": status,
        "answer": running.answer,
        "presses": running.presses,
    }
