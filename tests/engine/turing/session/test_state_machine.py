"""The state machine of a session on a virtual clock: acceptance A1, A8, A9, B2, B4, F1 and F3 (decision 045)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from engine.turing_sessions import Participant, RecordingWriter, plan_of

from vqganodip.errors import TuringError
from vqganodip.turing.session.ports import SceneKind
from vqganodip.turing.session.session_plan import ResumePoint
from vqganodip.turing.session.state_machine import SessionState, TuringSession
from vqganodip.turing.session.virtual import VirtualClock, VirtualDisplay
from vqganodip.turing.study.protocol import PAPER_16_5

SHORT = PAPER_16_5.changed("short", trials=8, break_after=4, break_s=10.0)


def test_that_the_protocol_of_the_paper_takes_forty_minutes_to_the_millisecond() -> None:
    person = Participant(practice=6)
    assert person.run() is SessionState.DONE

    onsets = [e["onset"] for e in person.writer.of("onset") if e["block"]]
    assert len(onsets) == 100
    for block in (onsets[:50], onsets[50:]):
        assert [round(o - block[0], 6) for o in block] == [21.0 * k for k in range(50)]
    ends = [e["t"] for e in person.writer.of("trial_end") if e["block"]]
    begin, end = (person.writer.of(name)[0]["t"] for name in ("break_start", "break_end"))
    assert (begin, round(end - begin, 6)) == (ends[49], 300.0)
    lead_ins = 2 * PAPER_16_5.lead_in_s
    assert round(ends[-1] - onsets[0] + PAPER_16_5.lead_in_s - lead_ins, 6) == 2400.0


def test_that_every_image_is_shown_for_sixteen_seconds_and_prepared_in_advance() -> None:
    person = Participant(SHORT)
    person.run()
    onsets, offsets = person.writer.of("onset"), person.writer.of("offset")
    assert {round(b["offset"] - a["onset"], 6) for a, b in zip(onsets, offsets, strict=True)} == {16.0}
    assert [f"S-{i:04d}" for i in range(8)] == list(dict.fromkeys(person.display.prepared))


def test_that_the_last_key_counts_and_the_first_is_recorded() -> None:
    clock = VirtualClock()
    writer = RecordingWriter(clock)
    session = TuringSession(plan_of(SHORT), clock, VirtualDisplay(clock), writer)
    session.start()
    session.accept_consent("0" * 64, True)
    session.key("Space")
    session.key("Space")
    clock.run(until=5.0 + 1.5)
    session.key("J")
    session.key("X")
    clock.run(until=5.0 + 17.25)
    session.key("F")
    clock.run(until=5.0 + 22.0)
    first, last = writer.of("response")
    assert (first["answer"], first["phase"], first["rt_s"]) == ("fake", "stim", 1.5)
    assert (last["answer"], last["phase"], last["rt_s"], last["rt_from_offset_s"]) == ("real", "blank", 17.25, 1.25)
    end = writer.of("trial_end")[0]
    assert (end["answer"], end["presses"], end["status"]) == ("real", 2, "ok")


def test_that_a_trial_without_an_answer_is_missing_and_not_repeated() -> None:
    person = Participant(SHORT, after=0)
    person.run()
    assert [e["status"] for e in person.writer.of("trial_end")] == ["missing"] * 8
    assert len({e["stimulus"] for e in person.writer.of("show")}) == 8


def test_that_the_participant_cannot_shorten_the_break() -> None:
    person = Participant(SHORT)
    person.session.start()
    person.clock.run(until=5 + 4 * 21 + 9.9)
    assert person.session.state is SessionState.BREAK
    person.session.key("Space")
    assert person.session.state is SessionState.BREAK
    person.session.shorten_break("leader")
    assert person.session.state is SessionState.READY
    assert person.writer.of("override")[0]["by"] == "leader"


def test_that_the_break_counts_down_by_the_second() -> None:
    person = Participant(SHORT)
    person.run()
    left = [s.seconds_left for _, s in person.display.scenes if s.kind is SceneKind.BREAK]
    assert left == list(range(10, -1, -1))


def test_that_losing_the_keyboard_focus_ends_the_trial_which_is_never_repeated() -> None:
    person = Participant(SHORT)
    person.session.start()
    person.clock.run(until=5 + 21 + 3)
    person.session.focus_lost()
    assert person.session.state is SessionState.INTERRUPTED
    person.clock.run(until=100)
    person.session.continue_session("leader")
    person.clock.run()
    assert person.session.state is SessionState.DONE
    shown = [e["trial"] for e in person.writer.of("show")]
    assert shown == list(range(8))
    assert [e["status"] for e in person.writer.of("trial_end")] == ["ok", "interrupted"] + ["ok"] * 6
    assert person.writer.of("continued")[0]["interruption_s"] == 100 - (5 + 21 + 3)


def test_that_a_break_continues_after_an_interruption() -> None:
    person = Participant(SHORT)
    person.session.start()
    begin = 5 + 4 * 21
    person.clock.run(until=begin + 3)
    person.session.focus_lost()
    person.session.continue_session("leader")
    person.clock.run()
    assert round(person.writer.of("break_end")[0]["t"] - begin, 6) == 10.0


class _Slow(VirtualClock):
    """A clock that wakes late once."""

    def __init__(self, at: float, by: float) -> None:
        super().__init__()
        self.at, self.by = at, by

    def now(self) -> float:
        return super().now() + (self.by if super().now() >= self.at else 0.0)


def test_that_a_missed_deadline_interrupts() -> None:
    clock = _Slow(5.0, 0.3)
    writer = RecordingWriter(clock)
    session = TuringSession(plan_of(SHORT), clock, VirtualDisplay(clock), writer)
    session.start()
    session.accept_consent("0" * 64, True)
    session.key("Space")
    session.key("Space")
    clock.run(until=6.0)
    assert session.state is SessionState.INTERRUPTED
    assert session.done_trials == 0, "it was not shown, so it may still be shown"


def test_that_every_trial_syncs_to_disk_but_never_just_before_an_onset() -> None:
    person = Participant()
    person.run()
    onsets = [at for at, s in person.display.scenes if s.kind is SceneKind.STIMULUS]
    for onset, following in pairwise(onsets):
        assert any(onset < sync < following for sync in person.writer.syncs)
        assert not any(onset - 0.1 < sync < onset for sync in person.writer.syncs)


class _Full(RecordingWriter):
    """A writer whose disk is full from a certain event on."""

    def write(self, event: str, *, sync: bool = False, **values: object) -> None:
        if len(self.events) >= 20:
            raise TuringError(
                "journal-unwritable",
                "the journal cannot be written (No space left on device)",
                where="journal",
                todo="Free.",
            )
        super().write(event, sync=sync, **values)


def test_that_a_full_disk_stops_the_session_within_a_trial_with_a_notice() -> None:
    person = Participant(SHORT)
    person.writer.__class__ = _Full
    person.session.start()
    person.clock.run()
    assert person.session.state is SessionState.INTERRUPTED
    assert "No space left" in str(person.session.notice)
    assert person.display.scenes[-1][1].notice == person.session.notice


@pytest.mark.parametrize(
    ("trial", "break_done", "expected"), [(2, False, "READY"), (4, False, "BREAK"), (4, True, "READY")]
)
def test_that_a_resumed_session_returns_to_its_phase(trial: int, break_done: bool, expected: str) -> None:
    person = Participant(SHORT, resume=ResumePoint(trial, True, break_done, 500.0, 1))
    person.after = 1.0
    person.session.start()
    assert person.session.state is SessionState[expected]
    person.clock.run()
    assert [e["trial"] for e in person.writer.of("show")] == list(range(trial, 8))
    assert person.writer.events[0]["event"] == "resumed"
    assert person.writer.events[0]["t"] == 500.0


def test_that_esc_and_pin_end_the_session_and_keep_its_data() -> None:
    person = Participant(SHORT)
    person.session.start()
    person.clock.run(until=30)
    person.session.abort("leader", "participant unwell")
    person.clock.run()
    assert person.session.state is SessionState.ABORTED
    assert person.writer.of("trial_end")[-1]["status"] == "aborted"
