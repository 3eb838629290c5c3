"""A session in real windows: keys produce answers with their times, and every loss of focus or screen stops it."""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from engine.turing_studies import seal_one, small_study
from gui.turing_person import PIN, Person
from gui.waiting import HANG_GUARD_S, rest_for_a_picture, wait_until
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from vqganodip.errors import TuringError
from vqganodip.turing.session.journal import read_journal
from vqganodip.turing.session.lifecycle import resume
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.ports import SceneKind
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip_gui.turing import texts
from vqganodip_gui.turing.runner import ESCAPE_S, SessionRunner, SessionSetup
from vqganodip_gui.widgets.theme import Theme, apply_theme

# the offscreen screen has neither frames nor an order of windows
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")

QUICK = PAPER_16_5.changed(
    "quick", stimulus_s=0.12, blank_s=0.08, lead_in_s=0.1, break_s=0.6, trials=8, break_after=4, deadline_s=HANG_GUARD_S
)
SLOW = QUICK.changed("slow", stimulus_s=HANG_GUARD_S, blank_s=10.0)
"""Its first image stays for the whole of a test."""


@pytest.fixture
def sealed_session(tmp_path: Path) -> SealedSession:
    return seal_one(small_study(tmp_path / "study", QUICK))


Start = Callable[..., SessionRunner]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, sealed_session: SealedSession) -> Iterator[Start]:
    apply_theme(qapp, Theme.DARK)
    runners: list[SessionRunner] = []

    def started(given: SealedSession = sealed_session, **values: object) -> SessionRunner:
        setup = SessionSetup(
            given.participant,
            given.plan,
            given.study.pixels,
            given.journal_path,
            qapp.primaryScreen(),
            PIN,
            "M. L.",
        )
        runner = SessionRunner(replace(setup, **values))  # type: ignore[arg-type]
        runners.append(runner)
        runner.start()
        return runner

    yield started
    for runner in runners:
        runner.close()


def until(qtbot: QtBot, runner: SessionRunner, *states: SessionState) -> None:
    wait_until(qtbot, lambda: runner.session.state in states)


def picture(name: str) -> None:
    """Save the screen as a picture for the documentation, if pictures were requested."""
    folder = os.environ.get("VQGANODIP_PICTURES")
    if folder:
        rest_for_a_picture()
        screen = QApplication.primaryScreen()
        shown = screen.grabWindow(0).toImage()
        shown = shown.scaledToWidth(min(1366, shown.width()), Qt.TransformationMode.SmoothTransformation)
        shown.save(str(Path(folder) / f"turing-{name}.png"))


def test_that_a_person_gets_through_a_session_with_the_keyboard_alone(
    qtbot: QtBot, start: Start, sealed_session: SealedSession
) -> None:
    runner = start()
    person = Person(runner)
    left: list[str] = []
    runner.left.connect(left.append)
    wait_until(qtbot, lambda: bool(left))
    person.stop()
    assert left == ["done"]
    journal = read_journal(sealed_session.journal_path)
    onsets = [e for e in journal.of("onset") if e["block"]]
    assert [e["trial"] for e in onsets] == list(range(8))
    assert {e["source"] for e in onsets} == {runner.surface.source}
    assert all(e["onset"] >= e["planned"] for e in onsets), "never early"
    begin, end = (next(journal.of(name))["t"] for name in ("break_start", "break_end"))
    assert end - begin >= QUICK.break_s
    assert next(journal.of("debrief"))["answers"]["strategy"] == "solder joints and printing"
    answered = {(e["block"], e["trial"]) for e in journal.of("response")}
    assert answered
    assert {(e["block"], e["trial"]) for e in journal.of("trial_end") if e["status"] == "ok"} == answered
    assert runner.stimuli.decoded_in, "images were decoded"
    assert threading.get_ident() not in runner.stimuli.decoded_in, "never in the thread of the window"
    assert threading.get_ident() not in runner.writer.synced_in
    assert "trials.csv" in " ".join(finish(sealed_session))


def test_that_consent_needs_both_ticks_and_its_text_is_kept_by_hash(
    qtbot: QtBot, start: Start, sealed_session: SealedSession
) -> None:
    runner = start()
    consent = runner.forms.consent
    consent.ticks[0].setChecked(True)
    assert not consent.button.isEnabled()
    consent.ticks[1].setChecked(True)
    picture("consent")
    consent.button.click()
    assert runner.session.state is SessionState.INSTRUCT
    picture("instructions")
    kept = next(read_journal(sealed_session.journal_path).of("consent"))
    shown = [label.text() for label in consent.findChildren(QLabel, "sessionText")]
    paragraphs = texts.consent_paragraphs("P001", QUICK, len(sealed_session.plan.practice))
    assert list(paragraphs) == shown[:3]
    assert kept["text_sha256"] == texts.consent_sha256(paragraphs, texts.consent_ticks())


def test_that_instructions_are_large_and_say_the_keys_of_this_participant(
    start: Start, sealed_session: SealedSession
) -> None:
    runner = start()
    page = runner.forms.instructions
    runner.forms.show_form(SceneKind.INSTRUCTIONS)
    said = page.findChildren(QLabel)
    assert all(label.fontInfo().pointSizeF() >= 17.5 for label in said), [label.text() for label in said]
    words = [label.text() for label in said]
    for key, answer in sealed_session.plan.keys.items():
        assert words[words.index(key) + 1] == texts.meaning(answer)
    text = " ".join(words)
    assert "50" not in text
    assert "100" not in text
    assert " 8 " not in text, "no number of trials"


def begun(qtbot: QtBot, runner: SessionRunner, wanted: SessionState) -> None:
    """Press keys until the session is in a state."""
    person = Person(runner, answers=False, leaves=False, every_ms=2)
    until(qtbot, runner, wanted)
    person.stop()


@pytest.fixture
def slow(tmp_path: Path) -> SealedSession:
    return seal_one(small_study(tmp_path / "slow", SLOW, practice=0))


def test_that_a_lost_keyboard_is_noticed_within_a_tenth_of_a_second(
    qtbot: QtBot, start: Start, slow: SealedSession
) -> None:
    runner = start(slow)
    begun(qtbot, runner, SessionState.STIM)
    picture("image")
    wait_until(qtbot, lambda: QApplication.focusWindow() is runner.surface)
    watchdog = runner.watchdog
    watchdog._switch_until = 0.0  # the focus has arrived; no switch between windows of the session is pending
    other = QWindow()
    other.show()
    other.requestActivate()
    until(qtbot, runner, SessionState.INTERRUPTED)
    other.destroy()
    journal = read_journal(slow.journal_path)
    event = next(journal.of("focus_lost"))
    assert watchdog._debounce.timerType() is Qt.TimerType.PreciseTimer
    assert event["t"] - event["lost_at"] >= watchdog._debounce.interval() / 1000, "a blink is no loss"
    assert watchdog._debounce.interval() < 100, "and nothing else is waited for"
    assert next(journal.of("trial_end"))["status"] == "interrupted"
    assert runner.forms.operator.notice.text() == "The window lost the keyboard."
    picture("paused")


def test_that_esc_held_for_three_seconds_and_the_pin_end_the_session(
    qtbot: QtBot, start: Start, slow: SealedSession
) -> None:
    runner = start(slow)
    begun(qtbot, runner, SessionState.STIM)
    QTest.keyPress(runner.surface, Qt.Key.Key_Escape)
    touch = runner._escape
    assert touch is not None
    QTest.keyRelease(runner.surface, Qt.Key.Key_Escape)
    wait_until(qtbot, lambda: runner._escape is None)
    assert touch._action is None, "it will not come: a touch is not enough"
    assert runner.session.state is SessionState.STIM
    began = time.perf_counter()
    QTest.keyPress(runner.surface, Qt.Key.Key_Escape)
    held = runner._escape
    assert held is not None
    assert 0 <= held._when - began - ESCAPE_S <= time.perf_counter() - began, "three seconds from the key"
    until(qtbot, runner, SessionState.INTERRUPTED)
    assert time.perf_counter() - began >= ESCAPE_S == 3.0
    form = runner.forms.operator
    QTest.keyClicks(form.pin, "0000")
    form.end.click()
    assert runner.session.state is SessionState.INTERRUPTED
    assert form.message.text()
    QTest.keyClicks(form.reason, "participant unwell")
    QTest.keyClicks(form.pin, PIN)
    form.end.click()
    assert runner.session.state is SessionState.ABORTED
    event = next(read_journal(slow.journal_path).of("aborted"))
    assert (event["by"], event["reason"]) == ("M. L.", "participant unwell")
    picture("ended")


def test_that_calling_the_operator_on_the_consent_never_gets_past_it(qtbot: QtBot, start: Start) -> None:
    runner = start()
    runner.call_operator()
    assert runner.forms.kind() is SceneKind.INTERRUPTED
    assert runner.session.state is SessionState.CONSENT
    QTest.keyClicks(runner.forms.operator.pin, PIN)
    runner.forms.operator.continued.click()
    assert runner.forms.kind() is SceneKind.CONSENT
    assert runner.session.state is SessionState.CONSENT


def test_that_a_computer_that_slept_stops_the_session(qtbot: QtBot, start: Start, slow: SealedSession) -> None:
    slept = [0.0]
    runner = start(slow, asleep=lambda: slept[0])
    begun(qtbot, runner, SessionState.STIM)
    slept[0] = 2.0 * HANG_GUARD_S
    until(qtbot, runner, SessionState.INTERRUPTED)
    assert next(read_journal(slow.journal_path).of("interrupted"))["reason"] == "suspend 3600.0 s"


def test_that_the_break_cannot_be_shortened_but_by_the_operator_and_that_is_written(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    long_break = seal_one(small_study(tmp_path / "long", QUICK.changed("rest", break_s=HANG_GUARD_S), practice=0))
    runner = start(long_break)
    person = Person(runner, leaves=False)
    until(qtbot, runner, SessionState.BREAK)
    person.stop()
    picture("break")
    for _ in range(3):
        QTest.keyClick(runner.surface, Qt.Key.Key_Space)
    assert runner.session.state is SessionState.BREAK
    runner.call_operator()
    assert runner.forms.operator.shortened.isVisible()
    QTest.keyClicks(runner.forms.operator.pin, PIN)
    runner.forms.operator.shortened.click()
    assert runner.session.state is SessionState.READY
    event = next(read_journal(long_break.journal_path).of("override"))
    assert (event["what"], event["by"]) == ("break shortened", "M. L.")


def test_that_an_image_that_was_changed_is_not_shown(qtbot: QtBot, start: Start, slow: SealedSession) -> None:
    def read(_: str) -> np.ndarray:
        raise TuringError(
            "stimulus-changed",
            "the stimulus was changed after the study was prepared",
            where="S-1",
            todo="Copy it again.",
        )

    runner = start(slow, read=read)
    person = Person(runner, answers=False, leaves=False)
    until(qtbot, runner, SessionState.READY)
    until(qtbot, runner, SessionState.INTERRUPTED)
    person.stop()
    assert "was changed after the study was prepared" in runner.forms.operator.notice.text()


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs limits of file sizes")
def test_that_a_full_disk_stops_the_session_with_a_visible_message(
    qtbot: QtBot, start: Start, slow: SealedSession
) -> None:
    runner = start(slow)
    begun(qtbot, runner, SessionState.STIM)
    whole = slow.journal_path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) + 40, hard))  # the next line does not fit
    try:
        QTest.keyClick(runner.surface, Qt.Key.Key_F)
        assert runner.session.state is SessionState.INTERRUPTED
        assert "the journal cannot be written (No space left on device)" in runner.forms.operator.notice.text()
        assert runner.forms.isVisible()
        assert slow.journal_path.read_bytes() == whole, "earlier lines are intact, no torn one is left"
        QTest.keyClicks(runner.forms.operator.pin, PIN)
        runner.forms.operator.continued.click()
        assert runner.session.state is SessionState.INTERRUPTED, "it does not go on without a record"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    picture("disk-full")
    QTest.keyClicks(runner.forms.operator.pin, PIN)
    runner.forms.operator.continued.click()
    assert runner.session.state is not SessionState.INTERRUPTED, "with room it goes on"


def test_that_a_session_goes_on_in_a_new_window_after_its_program_died(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    died = seal_one(small_study(tmp_path / "died", QUICK, practice=0))
    first = start(died)
    person = Person(first)
    gone: list[int] = []

    def die() -> None:
        if first.session.done_trials >= 2 and not gone:
            gone.append(first.session.done_trials)
            person.stop()
            first.close()

    first.changed.connect(die, Qt.ConnectionType.QueuedConnection)
    wait_until(qtbot, lambda: bool(gone))
    utc = first.clock.utc()
    runner = start(died, resume=resume(died, utc))
    person = Person(runner)
    left: list[str] = []
    runner.left.connect(left.append)
    wait_until(qtbot, lambda: bool(left))
    person.stop()
    shown = [e["trial"] for e in read_journal(died.journal_path).of("show")]
    assert shown == list(range(8))
    assert left == ["done"]


def test_that_nothing_that_can_be_read_says_which_class_is_shown(
    qtbot: QtBot, start: Start, slow: SealedSession
) -> None:
    runner = start(slow)
    begun(qtbot, runner, SessionState.STIM)
    titles = {window.title() for window in QApplication.topLevelWindows()}
    assert titles <= {"VQGanoDIP", ""}
    assert runner.surface.cursor().shape() is Qt.CursorShape.BlankCursor
    assert runner.surface.objectName() == ""
    assert not QApplication.clipboard().text()
    for line in slow.journal_path.read_text(encoding="utf-8").splitlines():
        if '"event": "response"' not in line:
            assert "real" not in line
            assert "fake" not in line
