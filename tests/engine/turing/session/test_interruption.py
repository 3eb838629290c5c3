"""A session interrupted or killed anywhere continues: no image is shown twice, and none is left out (decision 045)."""

from __future__ import annotations

from pathlib import Path

import pytest
from engine.turing_sessions import Participant, RecordingWriter
from engine.turing_studies import EPOCH, SHORT, ScriptedParticipant, seal_one, small_study

from vqganodip.errors import TuringError
from vqganodip.turing.session import notices
from vqganodip.turing.session.lifecycle import resume
from vqganodip.turing.session.ports import Scene, SceneKind
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.session.virtual import VirtualClock

PRACTICE = 2
SHOWN = [(0, trial) for trial in range(PRACTICE)] + [(1 + trial // 4, trial) for trial in range(SHORT.trials)]
"""(block, trial) of every image of a small session, in order."""

MOMENTS = {"lead-in": -1.0, "image": 3.0, "blank screen": 17.0}
"""Seconds from the onset of an image; the lead-in is interrupted before the first image of a block only."""


def onset_of(place: int) -> float:
    """Seconds from the start of a session to an image; the practice and both blocks begin with a lead-in."""
    blocks = 1 + (place >= PRACTICE) + (place >= PRACTICE + 4)
    return 5.0 * blocks + 21.0 * place + (SHORT.break_s if blocks == 3 else 0.0)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("place", range(len(SHOWN)))
def test_that_a_session_interrupted_in_any_trial_goes_on_with_the_next_one(place: int, moment: str) -> None:
    person = Participant(SHORT, practice=PRACTICE)
    person.session.start()
    person.clock.run(until=onset_of(place) + MOMENTS[moment])
    person.session.interrupt(notices.KEYBOARD_LOST, "focus lost")
    person.session.continue_session("leader")
    person.clock.run()
    assert person.session.state is SessionState.DONE
    assert [(e["block"], e["trial"]) for e in person.writer.of("show")] == SHOWN
    ends = {(e["block"], e["trial"]): e["status"] for e in person.writer.of("trial_end")}
    assert len(ends) == len(SHOWN)
    stopped = [one for one, status in ends.items() if status == "interrupted"]
    in_trial = moment != "lead-in" or SHOWN[place] not in ((0, 0), (1, 0), (2, 4))
    previous = place - (moment == "lead-in")
    assert stopped == ([SHOWN[previous]] if in_trial else [])
    (begun,), (ended,) = (person.writer.of(name) for name in ("break_start", "break_end"))
    assert ended["t"] - begun["t"] >= SHORT.break_s


def test_that_a_session_interrupted_in_every_trial_still_ends() -> None:
    person = Participant(SHORT, practice=PRACTICE)
    answer = person.display.watch
    assert answer is not None

    def stop(scene: Scene) -> None:
        answer(scene)
        if scene.kind is SceneKind.STIMULUS:
            person.clock.call_at(person.clock.now() + 1.0, lambda: person.session.focus_lost())
        elif scene.kind is SceneKind.INTERRUPTED:
            person.clock.call_at(person.clock.now() + 1.0, lambda: person.session.continue_session("leader"))

    person.display.watch = stop
    assert person.run() is SessionState.DONE
    assert [(e["block"], e["trial"]) for e in person.writer.of("show")] == SHOWN
    assert {e["status"] for e in person.writer.of("trial_end")} == {"interrupted"}
    assert len(person.writer.of("break_end")) == 1


def lines_of_a_whole_session(folder: Path) -> list[bytes]:
    whole = ScriptedParticipant(seal_one(small_study(folder)))
    assert whole.run() is SessionState.DONE
    return whole.sealed.journal_path.read_bytes().splitlines(keepends=True)


def test_that_a_session_killed_after_any_line_of_its_journal_goes_on(tmp_path: Path) -> None:
    lines = lines_of_a_whole_session(tmp_path / "study")
    final = next(number for number, line in enumerate(lines) if b'"event": "final"' in line)
    study = small_study(tmp_path / "again")
    sealed = seal_one(study)
    for kept in range(2, final + 1):
        sealed.journal_path.write_bytes(b"".join(lines[:kept]) + b'{"n": 99, "event": "tor')
        point = resume(sealed, "2026-01-12T09:20:00Z")
        person = ScriptedParticipant(sealed, resume=point, clock=VirtualClock(1200.0, EPOCH))
        assert person.run() is SessionState.DONE, lines[kept - 1]
        events = sealed.read_journal()
        shown = [(e["block"], e["trial"], e["stimulus"]) for e in events.of("show")]
        planned = [(t.block, t.index, t.stimulus) for t in (*sealed.plan.practice, *sealed.plan.trials)]
        assert shown == planned, lines[kept - 1]
        assert len(list(events.of("break_end"))) == 1, lines[kept - 1]
        assert sealed.ended == "final"


class _Unwritable(RecordingWriter):
    """A writer that fails once, at the beginning of the break."""

    failed = False

    def write(self, event: str, *, sync: bool = False, **values: object) -> None:
        if event == "break_start" and not self.failed:
            self.failed = True
            raise TuringError("journal-unwritable", "the journal cannot be written (full)", where="j", todo="Free it.")
        super().write(event, sync=sync, **values)


def test_that_a_break_whose_beginning_could_not_be_written_is_not_left_out() -> None:
    person = Participant(SHORT)
    person.writer.__class__ = _Unwritable
    person.session.start()
    person.clock.run()
    assert person.session.state is SessionState.INTERRUPTED
    person.session.continue_session("leader")
    assert person.session.state is SessionState.BREAK
    person.clock.run()
    assert person.session.state is SessionState.DONE
