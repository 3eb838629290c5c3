"""Small sessions of the Turing test on a virtual clock."""

from __future__ import annotations

from typing import Any

from vqganodip.turing.session.ports import Scene, SceneKind
from vqganodip.turing.session.session_plan import ResumePoint, SessionPlan, Trial
from vqganodip.turing.session.state_machine import SessionState, TuringSession
from vqganodip.turing.session.virtual import VirtualClock, VirtualDisplay
from vqganodip.turing.study.protocol import PAPER_16_5, TuringProtocol

KEYS = {"F": "real", "J": "fake"}


class RecordingWriter:
    """A writer that records events, and the times of syncs."""

    def __init__(self, clock: VirtualClock) -> None:
        self.clock = clock
        self.events: list[dict[str, Any]] = []
        self.syncs: list[float] = []

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        self.events.append({"event": event, **values})
        if sync:
            self.sync()

    def sync(self) -> None:
        self.syncs.append(self.clock.now())

    def of(self, event: str) -> list[dict[str, Any]]:
        return [e for e in self.events if e["event"] == event]


def plan_of(protocol: TuringProtocol = PAPER_16_5, practice: int = 0) -> SessionPlan:
    """Build a plan of trials with made-up ids."""
    return SessionPlan(
        protocol,
        tuple(Trial(i, 0, f"S-p{i:03d}", f"B-p{i:03d}") for i in range(practice)),
        tuple(Trial(i, protocol.block_of(i), f"S-{i:04d}", f"B-{i:04d}") for i in range(protocol.trials)),
        KEYS,
    )


class Participant:
    """A participant who consents, presses Space when asked, answers after ``after`` seconds and fills in the form."""

    def __init__(
        self,
        protocol: TuringProtocol = PAPER_16_5,
        *,
        practice: int = 0,
        after: float = 2.0,
        resume: ResumePoint | None = None,
        writer: Any = None,
    ) -> None:
        self.clock = VirtualClock()
        self.after = after
        self.display = VirtualDisplay(self.clock, self.respond)
        self.writer = RecordingWriter(self.clock) if writer is None else writer
        self.session = TuringSession(plan_of(protocol, practice), self.clock, self.display, self.writer, resume=resume)

    def respond(self, scene: Scene) -> None:
        now = self.clock.now()
        if scene.kind is SceneKind.STIMULUS and self.after > 0:
            self.clock.call_at(now + self.after, lambda: self.session.key("J"))
        elif scene.kind is SceneKind.CONSENT:
            self.clock.call_at(now, lambda: self.session.accept_consent("0" * 64, True))
        elif scene.kind in (SceneKind.INSTRUCTIONS, SceneKind.READY, SceneKind.BREAK) and not scene.seconds_left:
            self.clock.call_at(now, lambda: self.session.key("Space"))
        elif scene.kind is SceneKind.DEBRIEF:
            self.clock.call_at(now, lambda: self.session.submit_debrief({"strategy": "solder"}))

    def run(self) -> SessionState:
        self.session.start()
        self.clock.run()
        return self.session.state
