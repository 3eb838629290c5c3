"""Simulated observers that run real sessions on a virtual clock, to plan a study and to test its procedure.

Their sessions use the same state machine, journal and files as those of people, and are marked as simulated.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np

from vqganodip.errors import TuringError, system_reason
from vqganodip.turing.session.journal import Journal
from vqganodip.turing.session.lifecycle import next_participant, seal
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.ports import Scene, SceneKind
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.state_machine import SessionState, TuringSession
from vqganodip.turing.session.virtual import VirtualClock, VirtualDisplay
from vqganodip.turing.study.preparation import StimulusPair, StudyRegistration, prepare_study
from vqganodip.turing.study.protocol import TuringProtocol
from vqganodip.turing.study.study import Study, open_study
from vqganodip.turing.study.trial_order import Truth

__all__ = [
    "SIMULATED_PREFLIGHT",
    "JournalWriter",
    "Observer",
    "SimulatedSession",
    "copy_study",
    "noise_study",
    "simulate_study",
]

SIMULATED_PREFLIGHT: Final[Mapping[str, Any]] = {"simulated": True, "refresh_hz": 60.0, "device_pixel_ratio": 1.0}
_EPOCH: Final = datetime(2000, 1, 1, 9, 0, tzinfo=UTC)
_CONSENT: Final = hashlib.sha256(b"simulated").hexdigest()


@dataclass(frozen=True, slots=True)
class Observer:
    """Model of an observer: a signal detector with log-normal response times.

    Attributes:
        d_prime: Sensitivity; 0 is guessing, .507 is 60 % correct without bias.
        criterion: Response criterion; below 0, the observer answers "fake" too readily.
        misses: Share of trials without an answer.
        median_rt_s: Median response time.
        changes_mind: Share of answers preceded by the opposite answer.
    """

    d_prime: float = 0.0
    criterion: float = 0.0
    misses: float = 0.0
    median_rt_s: float = 6.0
    changes_mind: float = 0.05

    def answer(self, truth: Truth, rng: np.random.Generator) -> str | None:
        """Draw an answer: ``real``, ``fake`` or None."""
        evidence = rng.normal(self.d_prime / 2 if truth is Truth.FAKE else -self.d_prime / 2)
        if rng.random() < self.misses:
            return None
        return (Truth.FAKE if evidence > self.criterion else Truth.REAL).value

    def response_time(self, rng: np.random.Generator, longest: float) -> float:
        """Draw a response time in seconds from onset, log-normal, limited to the response window."""
        return float(min(max(self.median_rt_s * np.exp(rng.normal(0, 0.35)), 0.3), 0.98 * longest))


class JournalWriter:
    """Writer of a session that writes to the journal synchronously.

    Args:
        journal: Open journal.
        durable: Sync to disk when requested; False for a simulation, which need not survive a power cut.
    """

    def __init__(self, journal: Journal, *, durable: bool = True) -> None:
        self._journal = journal
        self._durable = durable

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        self._journal.write(event, sync=sync and self._durable, **values)

    def sync(self) -> None:
        """Do nothing: :meth:`write` has synced already."""


class SimulatedSession:
    """A session of a simulated observer in front of a virtual screen.

    Args:
        sealed: Sealed session.
        observer: Model of the observer.
        truths: Stimulus id → truth, which a simulated observer receives instead of looking at the image.
        clock: Virtual clock.
        seed: Seed of the answers.
    """

    def __init__(
        self,
        sealed: SealedSession,
        observer: Observer,
        truths: Mapping[str, Truth],
        clock: VirtualClock,
        seed: int,
    ) -> None:
        self._observer, self._truths, self._clock = observer, truths, clock
        self._rng = np.random.default_rng(seed)
        self._key_of = {meaning: key for key, meaning in sealed.plan.keys.items()}
        self._window_s = sealed.plan.protocol.soa_s
        self.journal = Journal(sealed.journal_path)
        writer = JournalWriter(self.journal, durable=False)
        display = VirtualDisplay(clock, self._respond)
        self.session = TuringSession(sealed.plan, clock, display, writer)

    def run(self) -> SessionState:
        """Run the session to its end."""
        try:
            self.session.start()
            self._clock.run()
        finally:
            self.journal.close()
        return self.session.state

    def _respond(self, scene: Scene) -> None:
        now, rng = self._clock.now(), self._rng
        if scene.kind is SceneKind.STIMULUS:
            answer = self._observer.answer(self._truths[scene.stimulus], rng)
            after = self._observer.response_time(rng, self._window_s)
            if answer is None:
                return
            if rng.random() < self._observer.changes_mind:
                other = next(key for meaning, key in self._key_of.items() if meaning != answer)
                self._clock.call_at(now + after / 2, lambda: self._press(other))
            self._clock.call_at(now + after, lambda: self._press(self._key_of[answer]))
        elif scene.kind is SceneKind.CONSENT:
            self._clock.call_at(now + 30.0, lambda: self.session.accept_consent(_CONSENT, True))
        elif scene.kind in (SceneKind.INSTRUCTIONS, SceneKind.READY, SceneKind.BREAK) and not scene.seconds_left:
            self._clock.call_at(now + 2.0, lambda: self._press("Space"))
        elif scene.kind is SceneKind.DEBRIEF:
            answers = {"strategy": "simulated", "share_of_fakes": "50", "artefacts": "", "technical_problems": ""}
            self._clock.call_at(now + 60.0, lambda: self.session.submit_debrief(answers))

    def _press(self, key: str) -> None:
        self.session.key(key, stamp_ms=round(1000 * self._clock.now()))


def simulate_study(
    study: Study,
    observers: Sequence[Observer],
    *,
    seed: int = 0,
    progress: Callable[[int, str], None] | None = None,
) -> Study:
    """Run a whole session for every observer on a virtual clock; forty minutes take a second or two.

    Args:
        study: Prepared study, not unblinded; the files are the same as those of real sessions.
        observers: Observers of one session each, in this order.
        seed: Seed of all answers.
        progress: Called with the number of finished sessions and the last participant.
    """
    truths = study.read_key().truths()
    for number, observer in enumerate(observers):
        participant = next_participant(study)
        clock = VirtualClock(epoch=_EPOCH + timedelta(days=number))
        sealed = seal(
            study,
            participant,
            participant_answers={"role": "other"},
            preflight=SIMULATED_PREFLIGHT,
            utc=clock.utc(),
        )
        SimulatedSession(sealed, observer, truths, clock, seed * 10_000 + number).run()
        finish(sealed)
        if progress is not None:
            progress(number + 1, participant)
    return study


def noise_study(folder: Path, protocol: TuringProtocol, participants: int, margin: float, seed: int) -> Study:
    """Prepare a study of noise images, whose reals and fakes are indistinguishable by sight.

    Args:
        folder: Folder of the study; must not exist.
        protocol: Protocol of its sessions.
        participants: Planned number of observers.
        margin: Registered margin.
        seed: Seed of images, lists and orders, so that the same simulation gives the same answers.
    """
    rng = np.random.default_rng(seed)
    noise = (
        StimulusPair(f"noise {number}", *rng.integers(0, 256, (2, 48, 64, 3), np.uint8))
        for number in range(protocol.trials + 8)
    )
    return prepare_study(
        folder,
        noise,
        StudyRegistration(
            study_id=f"simulation-{seed}",
            margin=margin,
            alpha=0.05,
            protocol=protocol,
            participants_planned=participants,
        ),
        secret=hashlib.sha256(f"simulation {seed}".encode()).digest(),
        model_id="none: the pictures are noise",
        excluded=(),
    )


def copy_study(study: Study, folder: Path) -> Study:
    """Copy a study without its sessions, for a simulation that leaves the original unchanged.

    Raises:
        TuringError: The folder exists or cannot be written.
    """
    if folder.exists():
        raise TuringError(
            "simulation-folder-exists", "there is already something here", where=folder, todo="Choose a new folder."
        )
    try:
        shutil.copytree(study.files.stimuli, folder / study.files.stimuli.name)
        shutil.copytree(study.files.sealed, folder / study.files.sealed.name, ignore=shutil.ignore_patterns("sub-*"))
        (folder / study.files.sealed.name).chmod(0o700)
        for path in (study.files.study, study.files.audit):
            if path.exists():
                shutil.copy2(path, folder / path.name)
    except OSError as error:
        raise TuringError(
            "simulation-study-not-copied",
            "the study cannot be copied ({error})",
            where=folder,
            todo="Check rights and space.",
            error=system_reason(error),
        ) from error
    return open_study(folder)
