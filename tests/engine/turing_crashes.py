"""Program that kills sessions: it forks accelerated sessions on the real clock and ends them with SIGKILL.

    python turing_crashes.py FOLDER KILLS SEED

Each child runs part of a session and acknowledges every trial through a pipe after the journal has written it. The
parent kills it at a random time, checks the files on disk, and lets the next child resume. Prints one JSON object.
"""

from __future__ import annotations

import contextlib
import csv
import heapq
import itertools
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from vqganodip.turing.session.journal import Journal, read_journal
from vqganodip.turing.session.lifecycle import next_participant, open_sessions, resume, seal
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.ports import Scene, SceneKind, Shown
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.state_machine import TuringSession
from vqganodip.turing.simulated_observers import JournalWriter
from vqganodip.turing.study.preparation import StimulusPair, StudyRegistration, prepare_study
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import Study, open_study

FAST = PAPER_16_5.changed(
    "accelerated", stimulus_s=0.012, blank_s=0.008, lead_in_s=0.005, break_s=0.02, trials=40, break_after=20
)


class RealClock:
    """Monotonic clock that sleeps in the caller's thread."""

    def __init__(self) -> None:
        self._calls: list[tuple[float, int, list[Callable[[], None]]]] = []
        self._order = itertools.count()

    def now(self) -> float:
        return time.monotonic()

    def utc(self) -> str:
        return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def call_at(self, when: float, action: Callable[[], None]) -> Any:
        call = [action]
        heapq.heappush(self._calls, (when, next(self._order), call))
        return _Alarm(call)

    def run(self) -> None:
        while self._calls:
            when, _, call = heapq.heappop(self._calls)
            if not call:
                continue
            while (left := when - self.now()) > 0:
                time.sleep(left)
            call[0]()


class _Alarm:
    def __init__(self, call: list[Callable[[], None]]) -> None:
        self._call = call

    def cancel(self) -> None:
        self._call.clear()


class _Acknowledging(JournalWriter):
    """Journal writer that acknowledges every written trial to the parent."""

    def __init__(self, journal: Journal, pipe: int) -> None:
        super().__init__(journal)
        self._pipe = pipe

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        super().write(event, sync=sync, **values)
        if event == "trial_end" and values["block"]:
            os.write(self._pipe, f"{values['trial']} {values['status']} {values['answer']}\n".encode())


class _Screen:
    """Display that shows scenes at once, with a participant who reacts to them."""

    def __init__(self, clock: RealClock, seed: int) -> None:
        self._clock, self._rng = clock, random.Random(seed)
        self.session: TuringSession | None = None

    def prepare(self, stimuli: Any) -> None:
        pass

    def show(self, scene: Scene, done: Callable[[Shown], None]) -> None:
        done(Shown(self._clock.now(), "repaint"))
        session, now = self.session, self._clock.now()
        assert session is not None
        if scene.kind is SceneKind.STIMULUS:
            key = self._rng.choice("FJ")
            self._clock.call_at(now + self._rng.uniform(0.001, 0.015), lambda: session.key(key))
        elif scene.kind is SceneKind.CONSENT:
            self._clock.call_at(now, lambda: session.accept_consent("0" * 64, True))
        elif scene.kind is SceneKind.INTERRUPTED:
            self._clock.call_at(now, lambda: session.continue_session("operator"))
        elif scene.kind is SceneKind.DEBRIEF:
            self._clock.call_at(now, lambda: session.submit_debrief({"strategy": "none"}))
        elif scene.kind in (SceneKind.INSTRUCTIONS, SceneKind.READY, SceneKind.BREAK) and not scene.seconds_left:
            self._clock.call_at(now, lambda: session.key("Space"))


def run_session(sealed: SealedSession, pipe: int, seed: int, again: bool) -> None:
    """Run a session in the child, new or resumed, to its end and write its files."""
    clock = RealClock()
    screen = _Screen(clock, seed)
    point = resume(sealed, clock.utc()) if again else None
    writer = _Acknowledging(Journal(sealed.journal_path), pipe)
    screen.session = TuringSession(sealed.plan, clock, screen, writer, resume=point)
    screen.session.start()
    clock.run()
    finish(sealed)


def run_child(sealed: SealedSession, delay: float | None, seed: int, again: bool) -> tuple[list[str], bool]:
    """Fork a child, kill it after ``delay`` or let it end; return its acknowledgements and True if it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            run_session(sealed, writing, seed, again)
            status = 0
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
        finally:
            os._exit(status)
    os.close(writing)
    if delay is not None:
        time.sleep(delay)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    data = b""
    while chunk := os.read(reading, 65536):
        data += chunk
    os.close(reading)
    killed = os.WIFSIGNALED(status)
    if not killed and os.WEXITSTATUS(status) != 0:
        raise SystemExit("a child failed")
    return data[: data.rfind(b"\n") + 1].decode().splitlines(), killed


def check(sealed: SealedSession, acknowledged: list[str], kills: int) -> int:
    """Check that no acknowledged trial is lost, no image is shown twice and every file is readable.

    Returns:
        Number of aborted trials if the session has ended, otherwise 0.
    """
    events = read_journal(sealed.journal_path).events
    ends = [f"{e['trial']} {e['status']} {e['answer']}" for e in events if e["event"] == "trial_end" and e["block"]]
    assert set(acknowledged) <= set(ends), "an acknowledged trial is lost"
    shown = [(e["trial"], e["stimulus"]) for e in events if e["event"] == "show" and e["block"]]
    assert shown == [(t.index, t.stimulus) for t in sealed.plan.trials[: len(shown)]], "order, gap or repetition"
    hashes = finish(sealed)
    assert finish(sealed) == hashes
    with sealed.files.file("trials.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["phase"] == "test"]
    assert len(rows) == len(shown)
    aborted = [row for row in rows if row["status"] == "aborted"]
    assert len(aborted) <= kills, "more trials lost than programs killed"
    assert len(rows) - len(aborted) == len(ends)
    json.loads(sealed.files.file("session.json").read_bytes())
    if not sealed.ended:
        return 0
    assert len(rows) == FAST.trials, "a trial was skipped"
    return len(aborted)


def study_in(folder: Path, participants: int) -> Study:
    rng = np.random.default_rng(0)
    pairs = (StimulusPair(f"b{n}", *rng.integers(0, 256, (2, 8, 8, 3), np.uint8)) for n in range(FAST.trials + 2))
    return prepare_study(
        folder,
        pairs,
        StudyRegistration(study_id="crash", margin=0.1, alpha=0.05, protocol=FAST, participants_planned=participants),
        secret=bytes(32),
        model_id="none",
        excluded=(),
    )


def _unfinished(study: Study) -> list[SealedSession]:
    return [sealed for sealed in open_sessions(study) if not sealed.ended]


def main(folder: Path, kills: int, seed: int) -> None:
    rng = random.Random(seed)
    study = study_in(folder / "study", 1)
    done = sessions = resumed = in_flight = kills_here = 0
    acknowledged: list[str] = []
    while done < kills or _unfinished(study):
        unfinished = _unfinished(open_study(study.folder))
        if unfinished:
            sealed = unfinished[0]
        else:
            name, utc = next_participant(study), RealClock().utc()
            sealed = seal(study, name, participant_answers={"role": "inspector"}, preflight={}, utc=utc)
            sessions, acknowledged, kills_here = sessions + 1, [], 0
        delay = rng.uniform(0.0, 0.25) if done < kills else None
        new_acknowledgements, killed = run_child(sealed, delay, rng.randrange(10**9), kills_here > 0)
        acknowledged += new_acknowledgements
        done, resumed, kills_here = done + killed, resumed + (kills_here > 0), kills_here + killed
        in_flight += check(sealed, acknowledged, kills_here)
    result = {"kills": done, "sessions": sessions, "resumed": resumed, "in_flight": in_flight}
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
