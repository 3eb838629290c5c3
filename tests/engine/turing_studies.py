"""Small studies of the Turing test, and scripted participants who run them on a virtual clock into real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from vqganodip.turing.session.journal import Journal
from vqganodip.turing.session.lifecycle import open_sessions, seal
from vqganodip.turing.session.ports import Scene, SceneKind
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.session_plan import ResumePoint
from vqganodip.turing.session.state_machine import SessionState, TuringSession
from vqganodip.turing.session.virtual import VirtualClock, VirtualDisplay
from vqganodip.turing.study.preparation import StimulusPair, StudyRegistration, prepare_study
from vqganodip.turing.study.protocol import PAPER_16_5, TuringProtocol
from vqganodip.turing.study.study import Study

SHORT = PAPER_16_5.changed("short", trials=8, break_after=4, break_s=10.0)
SECRET = bytes(range(32))
UTC_0 = "2026-01-12T09:00:00Z"
PREFLIGHT = {"refresh_hz": 60.0, "device_pixel_ratio": 1.0, "disp_w_px": 12, "disp_h_px": 8, "overrides": []}
EPOCH = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)


def pairs(boards: int, size: tuple[int, int] = (12, 8), seed: int = 0) -> Iterator[StimulusPair]:
    """Yield boards of noise, with reals and fakes from the same distribution."""
    rng = np.random.default_rng(seed)
    for number in range(boards):
        original, other = rng.integers(0, 256, (2, size[1], size[0], 3)).astype(np.uint8)
        yield StimulusPair(f"board {number:03d}", original, other, f"board_{number:03d}.png")


def small_study(
    folder: Path,
    protocol: TuringProtocol = SHORT,
    *,
    practice: int = 2,
    participants: int = 2,
    given: Iterator[StimulusPair] | None = None,
    **values: Any,
) -> Study:
    """Prepare a study of tiny images."""
    registered = {name: values.pop(name) for name in ("study_id", "margin", "alpha", "screen") if name in values}
    about: dict[str, Any] = {"secret": SECRET, "model_id": "bundle 1", "excluded": ["seen_001.png"]}
    return prepare_study(
        folder,
        pairs(protocol.trials + practice) if given is None else given,
        StudyRegistration(**{"study_id": "pcb", **registered}, protocol=protocol, participants_planned=participants),
        **{**about, **values},
    )


def seal_one(study: Study, participant: str = "P001", **values: Any) -> SealedSession:
    about: dict[str, Any] = {"participant_answers": {"role": "inspector"}, "preflight": PREFLIGHT, "utc": UTC_0}
    return seal(study, participant, **{**about, **values})


def unfinished(study: Study) -> list[SealedSession]:
    """Open the sessions that were neither finished nor aborted."""
    return [sealed for sealed in open_sessions(study) if not sealed.ended]


class ScriptedParticipant:
    """A participant who runs a sealed session on a virtual clock, into its journal.

    Args:
        sealed: Sealed session.
        answer: Function of the stimulus id that returns ``real``, ``fake`` or None.
        after: Seconds from onset to the answer.
        resume: Resume point; None for a new session.
        clock: Virtual clock.
    """

    def __init__(
        self,
        sealed: SealedSession,
        answer: Callable[[str], str | None] = lambda _: "fake",
        *,
        after: float = 2.0,
        resume: ResumePoint | None = None,
        clock: VirtualClock | None = None,
    ) -> None:
        self.clock = clock or VirtualClock(epoch=EPOCH)
        self.answer, self.after = answer, after
        self.sealed = sealed
        self.display = VirtualDisplay(self.clock, self.respond)
        self.journal = Journal(sealed.journal_path)
        self.writer = _Writer(self.journal)
        self.session = TuringSession(sealed.plan, self.clock, self.display, self.writer, resume=resume)
        self.key_of = {meaning: key for key, meaning in sealed.plan.keys.items()}

    def respond(self, scene: Scene) -> None:
        now = self.clock.now()
        if scene.kind is SceneKind.STIMULUS:
            given = self.answer(scene.stimulus)
            if given is not None:
                self.clock.call_at(now + self.after, lambda: self.session.key(self.key_of[given]))
        elif scene.kind is SceneKind.CONSENT:
            self.clock.call_at(now, lambda: self.session.accept_consent("0" * 64, True))
        elif scene.kind in (SceneKind.INSTRUCTIONS, SceneKind.READY, SceneKind.BREAK) and not scene.seconds_left:
            self.clock.call_at(now, lambda: self.session.key("Space"))
        elif scene.kind is SceneKind.DEBRIEF:
            self.clock.call_at(now, lambda: self.session.submit_debrief({"strategy": "solder", "share_of_fakes": "50"}))

    def run(self, until: float = float("inf")) -> SessionState:
        if self.session.state is SessionState.SEALED:
            self.session.start()
        self.clock.run(until)
        if until == float("inf"):
            self.journal.close()
        return self.session.state


class _Writer:
    """Writer of a session into a journal, without asynchronous syncs."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        self._journal.write(event, sync=sync, **values)

    def sync(self) -> None:
        pass
