"""State machine of a session: the sequence of scenes, the answers, the journal events and interruptions.

Pure: clock, display and writer are passed in. It has no access to the truth, so it cannot reveal it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from vqganodip.errors import Message, TuringError, message
from vqganodip.turing.session import notices
from vqganodip.turing.session.ports import Alarm, Clock, Display, Scene, SceneKind, Shown, Writer
from vqganodip.turing.session.session_plan import ResumePoint, SessionPlan, Trial

__all__ = ["SessionState", "TuringSession"]

PRACTICE: Final = 0
_SYNC_BEFORE_END: Final = 1.0
_NO_SYNC_BEFORE_ONSET: Final = 0.1


class SessionState(StrEnum):
    """States of a session; practice passes through the same states with block 0."""

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


@dataclass(slots=True)
class _RunningTrial:
    """The current trial."""

    trial: Trial
    planned_on: float
    planned_off: float
    planned_end: float
    onset: float | None = None
    offset: float | None = None
    answer: str = "n/a"
    presses: int = 0


class TuringSession:
    """A running session of one participant.

    Args:
        plan: Sealed plan.
        clock: Clock that schedules its transitions.
        display: Display of its scenes.
        writer: Writer of its events.
        resume: Resume point; None for a new session.
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
        self.notice: Message | None = None
        self.changed = changed
        self._clock, self._display, self._writer = clock, display, writer
        self._resume = resume
        self._zero = clock.now() - (resume.at if resume else 0.0)
        rehearsed = 0 if resume is None else len(plan.practice) if resume.practised else resume.next_practice
        # block 2 continues the count of block 1
        self._next = {PRACTICE: rehearsed, 1: resume.next_trial if resume else 0}
        self._running: _RunningTrial | None = None
        self._alarms: list[Alarm] = []
        self._break_until: float | None = clock.now() if resume and resume.break_done else None
        self._interrupted_at = 0.0
        self._interrupted_in_break = False

    # ── queries ──

    @property
    def done_trials(self) -> int:
        """Number of test trials shown so far."""
        return self._next[1]

    @property
    def stopped_in_break(self) -> bool:
        """True if the session was interrupted in the break, to which it returns when the operator continues."""
        return self.state is SessionState.INTERRUPTED and self._interrupted_in_break

    def seconds(self, at: float | None = None) -> float:
        """Convert a time of the clock, by default now, to session seconds."""
        return (self._clock.now() if at is None else at) - self._zero

    # ── sequence ──

    def start(self) -> None:
        """Begin with the consent; a resumed session returns to the point at which it stopped."""
        self._expect(SessionState.SEALED)
        if self._resume is not None:
            self._log("resumed", sync=True, resumes=self._resume.resumes, next_trial=self._resume.next_trial)
        if self._resume is None or not self._resume.consented:
            self._enter(SessionState.CONSENT, Scene(SceneKind.CONSENT))
        elif not self._resume.instructed:
            self._enter(SessionState.INSTRUCT, Scene(SceneKind.INSTRUCTIONS))
        else:
            self._advance()

    def accept_consent(self, text_sha256: str, attested: bool) -> None:
        """Record the consent and the promise not to discuss the images until the end of the study."""
        self._expect(SessionState.CONSENT)
        if not attested:
            raise TuringError(
                "session-consent-missing",
                "consent is needed",
                where=message("place-session", "session"),
                todo="Tick both sentences, or end the session.",
            )
        self._log("consent", sync=True, text_sha256=text_sha256, attested=True)
        self._enter(SessionState.INSTRUCT, Scene(SceneKind.INSTRUCTIONS))

    def key(self, name: str, at: float | None = None, stamp_ms: int = 0) -> None:
        """Handle a key press.

        Args:
            name: ``Space`` or one of the plan's keys; other keys are ignored.
            at: Time of the press on the clock; None for now.
            stamp_ms: Time stamp of the window system, for the record.
        """
        at = self._clock.now() if at is None else at
        if name in self.plan.keys and self.state in (SessionState.STIM, SessionState.BLANK):
            self._record_answer(name, at, stamp_ms)
        elif name != "Space":
            return
        elif self.state is SessionState.INSTRUCT:
            self._advance()
        elif self.state is SessionState.READY:
            self._begin_block()
        elif self.state is SessionState.BREAK and self._break_until is not None and at >= self._break_until:
            self._end_break()

    def shorten_break(self, by: str) -> None:
        """End the break early on behalf of the operator; recorded as an override."""
        self._expect(SessionState.BREAK)
        self._log("override", sync=True, what="break shortened", by=by)
        self._end_break()

    def submit_debrief(self, answers: Mapping[str, str]) -> None:
        """Record the answers to the debriefing, free text by question, and finish the session."""
        self._expect(SessionState.DEBRIEF)
        self._log("debrief", sync=True, answers=dict(answers))
        self.state = SessionState.FINALIZE
        self._log("final", sync=True, trials=len(self.plan.trials))
        self._enter(SessionState.DONE, Scene(SceneKind.DONE))

    # ── interruptions ──

    def focus_lost(self, at: float | None = None) -> None:
        """Record the loss of keyboard focus; interrupts a running trial or break."""
        written = self._log_or_interrupt("focus_lost", lost_at=round(self.seconds(at), 6), state=str(self.state))
        if written and self.state in (SessionState.STIM, SessionState.BLANK, SessionState.LEADIN, SessionState.BREAK):
            self.interrupt(notices.KEYBOARD_LOST, "focus lost")

    def interrupt(self, notice: Message, reason: str) -> None:
        """Abandon the current trial; the operator continues with the next one."""
        if self.state in (SessionState.INTERRUPTED, SessionState.ABORTED, SessionState.DONE):
            return
        self._interrupted_in_break = self.state is SessionState.BREAK
        self._cancel()
        self._interrupted_at = self._clock.now()
        self.notice = notice
        running, self._running = self._running, None
        self.state = SessionState.INTERRUPTED
        try:
            if running is not None:
                self._log("trial_end", **_end_record(running, "interrupted"))
            self._log("interrupted", sync=True, reason=reason)
        except TuringError as error:
            self.notice = notices.refused(error)
        self._enter(SessionState.INTERRUPTED, Scene(SceneKind.INTERRUPTED, notice=self.notice))

    def continue_session(self, by: str) -> None:
        """Continue with the next trial after an interruption, on behalf of the operator."""
        self._expect(SessionState.INTERRUPTED)
        gap = self._clock.now() - self._interrupted_at
        try:
            self._log("continued", sync=True, by=by, interruption_s=round(gap, 3))
        except TuringError as error:
            self.notice = notices.refused(error)
            self._enter(SessionState.INTERRUPTED, Scene(SceneKind.INTERRUPTED, notice=self.notice))
            return
        self.notice = None
        if self._interrupted_in_break:
            self.state = SessionState.BREAK
            self._tick()
        else:
            self._advance()

    def abort(self, by: str, reason: str) -> None:
        """End the session irrevocably; recorded data are kept."""
        self._cancel()
        running, self._running = self._running, None
        with suppress(TuringError):  # a full disk must not keep a participant in a session
            if running is not None:
                self._log("trial_end", **_end_record(running, "aborted"))
            self._log("aborted", sync=True, by=by, reason=reason)
        self._enter(SessionState.ABORTED, Scene(SceneKind.ABORTED))

    # ── blocks ──

    def _advance(self) -> None:
        """Enter the next phase that has trials left: practice, a block, the break or the debriefing."""
        protocol, following = self.plan.protocol, self._next[1]
        if self._next[PRACTICE] < len(self.plan.practice):
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
        self._display.prepare([trial.stimulus for trial in self._remaining_trials()[:2]])

    def _remaining_trials(self) -> tuple[Trial, ...]:
        """Return the trials of this block that were not shown yet."""
        if self.block == PRACTICE:
            return self.plan.practice[self._next[PRACTICE] :]
        return tuple(t for t in self.plan.trials[self._next[1] :] if t.block == self.block)

    def _begin_block(self) -> None:
        start = self._clock.now()
        if not self._log_or_interrupt("block", sync=True, block=self.block):
            return
        self._enter(SessionState.LEADIN, Scene(SceneKind.GREY))
        self._schedule(start + self.plan.protocol.times(0).onset, lambda: self._show(0, start))

    def _show(self, index: int, start: float) -> None:
        """Show the next image, the trial with this index since the start of the lead-in."""
        protocol, trial = self.plan.protocol, self._remaining_trials()[0]
        times = protocol.times(index)
        on = start + times.onset
        late = self._clock.now() - on
        if late > protocol.deadline_s:
            self.interrupt(notices.NEXT_IMAGE_LATE, f"onset {late:.3f} s late")
            return
        running = _RunningTrial(trial, on, start + times.offset, start + times.end)
        if not self._log_or_interrupt(
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
        self._display.show(Scene(SceneKind.STIMULUS, trial.stimulus, trial.block), lambda s: self._on_shown(s, running))
        if self._running is running:
            self._schedule(running.planned_off, lambda: self._hide(running))
            self._schedule(running.planned_end, lambda: self._end(running, index, start))
        self._notify_change()

    def _on_shown(self, shown: Shown, running: _RunningTrial) -> None:
        if self._running is not running:
            return
        running.onset = shown.at
        if not self._log_or_interrupt(
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
            self.interrupt(notices.IMAGE_LATE, "onset late")
            return
        self._display.prepare([trial.stimulus for trial in self._remaining_trials()[:2]])

    def _hide(self, running: _RunningTrial) -> None:
        late = self._clock.now() - running.planned_off
        if late > self.plan.protocol.deadline_s:
            self.interrupt(notices.IMAGE_HIDDEN_LATE, f"offset {late:.3f} s late")
            return
        self.state = SessionState.BLANK
        self._display.show(Scene(SceneKind.GREY), lambda shown: self._on_hidden(shown, running))
        sync_at = max(running.planned_off, running.planned_end - _SYNC_BEFORE_END)
        if running.planned_end - sync_at >= _NO_SYNC_BEFORE_ONSET:
            self._schedule(sync_at, lambda: self._sync_unless_late(running.planned_end))
        self._notify_change()

    def _sync_unless_late(self, onset: float) -> None:
        if onset - self._clock.now() >= _NO_SYNC_BEFORE_ONSET:
            self._writer.sync()

    def _on_hidden(self, shown: Shown, running: _RunningTrial) -> None:
        if self._running is running:
            running.offset = shown.at
            self._log_or_interrupt(
                "offset",
                trial=running.trial.index,
                block=running.trial.block,
                offset=round(self.seconds(shown.at), 6),
                source=shown.source,
                frame_ms=round(shown.frame_ms, 3),
                dropped=shown.frames_dropped,
            )

    def _end(self, running: _RunningTrial, index: int, start: float) -> None:
        if not self._log_or_interrupt(
            "trial_end", **_end_record(running, "ok" if running.answer != "n/a" else "missing")
        ):
            return
        self._running = None
        self._alarms.clear()
        if self._remaining_trials():
            self._show(index + 1, start)
            return
        self._writer.sync()
        self._advance()

    def _record_answer(self, name: str, at: float, stamp_ms: int) -> None:
        running = self._running
        if running is None or running.onset is None:
            return
        running.presses += 1
        running.answer = self.plan.keys[name]
        offset = running.offset
        self._log_or_interrupt(
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
        until = self._clock.now() + self.plan.protocol.break_s
        if not self._log_or_interrupt("break_start", sync=True):
            return
        self._break_until = until
        self.state = SessionState.BREAK
        self._tick()

    def _tick(self) -> None:
        """Show the remaining time once per second, counted from the end of the break."""
        assert self._break_until is not None
        if self.state is not SessionState.BREAK:
            return
        left = max(0.0, self._break_until - self._clock.now())
        seconds = int(left) + (left > int(left))
        if seconds:
            self._schedule(self._break_until - (seconds - 1), self._tick)
        self._enter(SessionState.BREAK, Scene(SceneKind.BREAK, seconds_left=seconds))

    def _end_break(self) -> None:
        self._cancel()
        if self._log_or_interrupt("break_end", sync=True):
            self._advance()

    # ── helpers ──

    def _expect(self, state: SessionState) -> None:
        if self.state is not state:
            raise TuringError(
                "session-state-wrong",
                "the session is in {state}, not in {other}",
                where=message("place-session", "session"),
                todo="",
                state=self.state,
                other=state,
            )

    def _enter(self, state: SessionState, scene: Scene) -> None:
        self.state = state
        self._notify_change()
        self._display.show(scene, _ignore_shown)

    def _notify_change(self) -> None:
        if self.changed is not None:
            self.changed()

    def _log(self, event: str, *, sync: bool = False, **values: Any) -> None:
        self._writer.write(event, sync=sync, t=round(self.seconds(), 6), utc=self._clock.utc(), **values)

    def _log_or_interrupt(self, event: str, *, sync: bool = False, **values: Any) -> bool:
        """Log an event; if that fails, interrupt the session, which must not continue unrecorded, and return False."""
        try:
            self._log(event, sync=sync, **values)
        except TuringError as error:
            self.interrupt(notices.refused(error), "not written")
            return False
        return True

    def _schedule(self, when: float, action: Callable[[], None]) -> None:
        self._alarms.append(self._clock.call_at(when, action))

    def _cancel(self) -> None:
        for alarm in self._alarms:
            alarm.cancel()
        self._alarms.clear()


def _ignore_shown(_: Shown) -> None:
    """Ignore the time at which a text became visible."""


def _end_record(running: _RunningTrial, status: str) -> dict[str, Any]:
    return {
        "trial": running.trial.index,
        "block": running.trial.block,
        "status": status,
        "answer": running.answer,
        "presses": running.presses,
    }
