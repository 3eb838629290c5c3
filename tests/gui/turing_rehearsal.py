"""Participant of a whole session on a real screen; runs as a separate process, which may be killed.

    python turing_rehearsal.py STUDY PICTURES KILL_AT

Seals or resumes the session of the study and takes part in it: it is interrupted in the last practice trial, in the
last trial of each block, and killed in trial KILL_AT unless that is 0 or was shown before. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from engine.turing_studies import seal_one
from engine.waiting import HANG_GUARD_S
from gui.turing_person import PIN, Person
from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, Qt
from PySide6.QtWidgets import QApplication

from vqganodip.turing.session.journal import read_journal
from vqganodip.turing.session.lifecycle import open_sessions, resume
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.study.preparation import StimulusPair
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import open_study
from vqganodip_gui.turing.preflight_checks import check_size
from vqganodip_gui.turing.runner import SessionRunner, SessionSetup
from vqganodip_gui.widgets.theme import Theme, apply_theme

HUNDRED = PAPER_16_5.changed(
    "hundred", stimulus_s=0.5, blank_s=0.1, lead_in_s=0.1, break_s=0.5, deadline_s=float(HANG_GUARD_S)
)
"""The trials of the paper, shorter; a slow machine is no reason to interrupt."""


def large_boards(count: int, side: int = 1024) -> Iterator[StimulusPair]:
    """Yield drawn boards of a camera's size, each with a softer copy."""
    rng = np.random.default_rng(8)
    for number in range(count):
        board = np.full((side, side, 3), (34, 92, 62), np.uint8)
        for x, y in rng.integers(8, side - 80, (120, 2)):
            board[y : y + 24, x : x + 60] = rng.integers(60, 220, 3)
        soft = (board.astype(np.uint16) + np.roll(board, 2, 0) + np.roll(board, 2, 1)) // 3
        yield StimulusPair(f"board {number}", board, soft.astype(np.uint8), f"{number}.png")


class Rehearsal:
    """One process of a session: a person at the keyboard, an operator who interrupts, and a cleaner with a plug."""

    def __init__(self, runner: SessionRunner, pictures: Path, kill_at: int) -> None:
        self.runner, self.pictures, self.kill_at = runner, pictures, kill_at
        self.stopped: set[tuple[int, int]] = set()
        self.seen: set[str] = set()
        self.left: list[str] = []
        runner.changed.connect(self._look, Qt.ConnectionType.QueuedConnection)
        runner.left.connect(self.left.append)
        self.person = Person(runner)

    def _look(self) -> None:
        session = self.runner.session
        practised = session._next[0]
        place = (0, practised) if session.block == 0 else (1, session.done_trials)
        if session.state is SessionState.STIM:
            if self.kill_at and place == (1, self.kill_at):
                os.kill(os.getpid(), signal.SIGKILL)
            if place in ((0, len(session.plan.practice)), (1, 50), (1, 100)) and place not in self.stopped:
                self.stopped.add(place)
                self.runner.call_operator()
            elif session.block:
                self._picture("image")
        elif session.state in (SessionState.INTERRUPTED, SessionState.BREAK, SessionState.DEBRIEF, SessionState.DONE):
            self._picture(str(session.state))

    def _picture(self, name: str) -> None:
        if name not in self.seen:
            self.seen.add(name)
            QCoreApplication.processEvents()
            screen = QApplication.primaryScreen()
            screen.grabWindow(0).save(str(self.pictures / f"{name}.png"))


def main(folder: Path, pictures: Path, kill_at: int) -> None:
    application = QApplication([])
    apply_theme(application, Theme.DARK)
    study = open_study(folder)
    again = open_sessions(study)
    sealed = again[0] if again else seal_one(study)
    shown = [e["trial"] for e in read_journal(sealed.journal_path).of("show") if e["block"]]
    screen = application.primaryScreen()
    fits = check_size(study.size, QSize(screen.geometry().size()), screen.devicePixelRatio())
    assert fits.passed, fits.result
    point = resume(sealed, datetime.now(UTC).isoformat()) if again else None
    setup = SessionSetup(
        sealed.participant, sealed.plan, study.pixels, sealed.journal_path, screen, PIN, "M. L.", resume=point
    )
    runner = SessionRunner(setup)
    rehearsal = Rehearsal(runner, pictures, 0 if len(shown) >= kill_at else kill_at)
    runner.start()
    if not rehearsal.left:
        loop = QEventLoop()
        runner.left.connect(loop.quit)
        loop.exec()
    rehearsal.person.stop()
    finish(sealed)
    sys.stdout.write(json.dumps({"state": rehearsal.left[0], "size": study.size, "check": fits.result}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
