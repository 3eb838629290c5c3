"""Seven journeys of a person through the real window, with pictures of the screen, by keys and clicks.

    xvfb-run -a -s "-screen 0 1366x768x24" env QT_QPA_PLATFORM=xcb python tests/bench/journeys.py --size 1366x768 \\
        --language de --pictures build/pictures [--journey first-start] [--real]

The screen of Xvfb has the same size. Window, workspace, training and Turing session are real; boards are drawn, and
planned findings take the place of inspected ones, except with ``--real``, where the network inspects the demo line.
Everything lies in a temporary home. Each journey prints what is cut off, what reaches beyond the screen and what is
still English; the rest is for eyes.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.bench_window import fill
from bench.hand import Hand
from bench.journey_start import Start, action, repository_of
from engine.tiny_boards import write_tiny_line
from engine.turing_studies import pairs, small_study
from gui.turing_person import PIN, Person

from vqganodip.datasets.synthetic.demo_line import DemoLine
from vqganodip.records import Verdict
from vqganodip.review.accounts import Role
from vqganodip.testing import PlannedInspector
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.simulated_observers import Observer, simulate_study
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.inspection_service import open_bundle as open_network
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell.login_dialog import LoginDialog, PeopleDialog
from vqganodip_gui.shell.operator_dialog import OperatorDialog
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.stage_bar import StageName
from vqganodip_gui.widgets.reason_dialog import ReasonDialog

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
QUICK: Final = PAPER_16_5.changed(
    "quick", stimulus_s=0.6, blank_s=0.2, lead_in_s=0.2, break_s=1.0, trials=8, break_after=4, deadline_s=60.0
)
LANGUAGES: Final = ("en", "de", "fr")


def first_start(start: Start) -> None:
    """The demo line, and five boards judged by keys."""
    demo = DemoLine(normal=1, defective=6, size=1024 if start.real else 256)
    opener = open_network if start.real else lambda _bundle: PlannedInspector(demo)
    settings = Settings(start.home / "window.json")
    settings.set("language", start.language)
    hand = start.hand("first-start", Station(start.application, StartOptions(), settings, opener=opener, demo=demo))
    review = hand.window.review
    hand.picture("starts")
    hand.wait(review.controller.can_judge)
    hand.picture("first-board")
    hand.menu("menu")

    def named(dialog: QWidget) -> None:
        assert isinstance(dialog, OperatorDialog)
        hand.picture("who-judges")
        hand.write("M. L.")
        hand.press(Key.Key_Return)

    hand.press(Key.Key_N)
    hand.picture("region")
    hand.during(partial(hand.press, Key.Key_2), named)
    hand.wait(lambda: not hand.station.engine.busy())
    hand.board()
    hand.picture("next-board")
    hand.press(Key.Key_N, Key.Key_5)
    hand.picture("codes")
    hand.write("s")
    hand.picture("code-found")
    hand.press(Key.Key_Return)
    for key in (Key.Key_3, Key.Key_4, Key.Key_1):
        hand.board()
        hand.press(key)
    hand.board()
    hand.press(Key.Key_A)
    hand.board()
    hand.press(Key.Key_K)
    hand.write("?")
    hand.picture("comment")
    hand.press(Key.Key_Escape, Key.Key_D)
    while (item := review.controller.current) is not None:
        hand.board()
        hand.press(Key.Key_4 if item.inspection.verdict is Verdict.REVIEW else Key.Key_1)
    hand.picture("all-judged")


def threshold(start: Start) -> None:
    """Move the threshold and sign it, apply it to waiting boards, ask for the way back."""
    hand = start.drawn_boards("threshold", history=60)
    page = hand.window.threshold
    hand.page(page)
    hand.wait(lambda: page.draft.calibration is not None)
    hand.picture("shown")
    for index in range(1, page.view.tabs.count()):
        page.view.tabs.setCurrentIndex(index)
        hand.picture(f"tab-{index}")
    page.view.tabs.setCurrentIndex(0)
    page.setFocus()
    for _ in range(12):
        hand.press(Key.Key_Right, held=SHIFT)
    hand.press(Key.Key_B)
    hand.picture("moved")

    def sign(dialog: QWidget) -> None:
        assert isinstance(dialog, ReasonDialog)
        hand.picture("change")
        hand.fill(dialog.reason, "better light")
        hand.click(dialog.ok)

    hand.during(partial(hand.click, page.view.change), sign)
    hand.wait(lambda: bool(repository_of(hand).threshold_changes()))
    hand.picture("signed")
    hand.wait(page.view.log.apply.isVisible)
    hand.click(page.view.log.apply)
    hand.picture("applied")
    table = page.view.log.table
    table.setCurrentItem(table.topLevelItem(table.topLevelItemCount() - 1))
    hand.look_at(page.changes.ask_restore, "restore")
    hand.look_at(page.changes.ask_escape, "escape")
    hand.look_at(page.changes.ask_confirmed, "confirmed")


def records(start: Start) -> None:
    """People are registered, an operator sees what the role may not do, an engineer exports."""
    hand = start.drawn_boards("records", history=150)
    window, login = hand.window, hand.station.context.login
    hand.page(window.records)
    page = window.records
    page.period.setCurrentIndex(page.period.count() - 1)
    hand.wait(lambda: page.model.rowCount() > 0)
    for index, name in enumerate(("list", "shift", "people", "places")):
        hand.click(page.tabs.tabBar(), page.tabs.tabBar().tabRect(index).center())
        hand.picture(name)
    page.tabs.setCurrentIndex(0)

    def register(dialog: QWidget) -> None:
        assert isinstance(dialog, PeopleDialog)
        hand.picture("no-person")
        for name, role in (("A. Dubois", Role.ADMIN), ("O. Peters", Role.OPERATOR), ("E. Novak", Role.ENGINEER)):
            hand.fill(dialog.name, name)
            dialog.role.setCurrentIndex(dialog.role.findData(role.value))
            for secret in (dialog.pin, dialog.again):
                hand.fill(secret, "0000")
            hand.click(dialog.register)
        dialog.people.setCurrentRow(0)
        hand.click(dialog.lock)
        hand.picture("registered")

    def enter(name: str, dialog: QWidget) -> None:
        assert isinstance(dialog, LoginDialog)
        dialog.name.setCurrentText(name)
        hand.fill(dialog.pin, "9999")
        hand.press(Key.Key_Return)
        hand.picture("refused")
        hand.fill(dialog.pin, "0000")
        hand.press(Key.Key_Return)

    hand.during(action(hand, "people"), register)
    hand.press(Key.Key_L, held=CTRL | SHIFT)
    hand.during(partial(hand.press, Key.Key_O, held=CTRL | SHIFT), partial(enter, "O. Peters"))
    assert login.role == Role.OPERATOR
    for other in (window.threshold, window.training, window.turing, window.records):
        hand.page(other)
        hand.picture(f"operator-{type(other).__name__.removesuffix('Page').lower()}")
    hand.look_at(action(hand, "people"), "people-as-operator")
    hand.press(Key.Key_O, held=CTRL | SHIFT) if not login.closed else None
    hand.during(action(hand, "change_operator"), partial(enter, "E. Novak"))
    hand.choose_path(partial(hand.press, Key.Key_E, held=CTRL), start.home / "judgments.csv")
    hand.wait((start.home / "judgments.csv").is_file)
    hand.picture("exported")
    hand.click(page.check)
    hand.picture("checked")


def training(start: Start) -> None:
    """A product is taught from a folder of photographs: data check, form, training, stop."""
    line = write_tiny_line(start.home / "valve", train=8, good=3, defective=3)
    (line / "train" / "good" / "zz.png").write_bytes(b"no image")
    settings = start.settings(operator="E. N.")
    hand = start.hand("training", Station(start.application, StartOptions(start.home / "ws"), settings))
    hand.picture("new-workspace")
    page = hand.window.training
    hand.page(page)
    hand.picture("empty")
    hand.choose_path(partial(hand.click, page.empty.button), line)
    hand.wait(lambda: page.jobs.phase is Phase.READY)
    assert page.stages is not None
    hand.picture("chosen")
    for name in (StageName.DATA, StageName.TRAIN):
        page.show_stage(name)
        hand.picture(str(name))
    page.stages.form.minutes.setValue(2)
    hand.click(page.primary)
    jobs = page.jobs
    hand.wait(lambda: not jobs.working or bool(jobs.progress.stages))
    hand.picture("begins")
    hand.wait(lambda: not jobs.working or "reconstruction" in jobs.progress.stages)
    hand.rest(3)
    hand.picture("trains")
    if jobs.working:
        hand.click(page.stop)
        hand.picture("stops")
        hand.wait(lambda: jobs.phase not in (Phase.TRAINING,))
        hand.picture("after-stop")
        hand.wait(lambda: not jobs.working)
    hand.picture("ends")
    page.tabs.setCurrentIndex(1)
    hand.picture("models")


def turing(start: Start) -> None:
    """A study, its preflight, a few trials, an interruption, the way on; a study with results."""
    studies = start.home / "ws" / "studies"
    studies.mkdir(parents=True)
    done = small_study(studies / "simulated", QUICK, participants=4, given=pairs(10, (240, 160)), study_id="simulated")
    simulate_study(done, [Observer(0.3 * number, 0.1) for number in range(4)])
    small_study(studies / "pcb", QUICK, given=pairs(10, (640, 480)), study_id="pcb")
    hand = start.drawn_boards("turing")
    page = hand.window.turing
    hand.page(page)
    hand.wait(lambda: page.state is not None)
    hand.picture("study")
    hand.look_at(partial(hand.click, page.pane.prepare_button), "prepare")
    page.open_study(studies / "pcb")
    hand.wait(lambda: page.state is not None and page.state.study.folder.name == "pcb")
    sit(hand)
    page.open_study(studies / "simulated")
    hand.wait(lambda: page.state is not None and page.state.finished == 4)
    hand.picture("finished")

    def unblind(dialog: QWidget) -> None:
        assert isinstance(dialog, ReasonDialog)
        hand.picture("unblind")
        if dialog.reason.isVisible():
            hand.fill(dialog.reason, "enough")
        hand.click(dialog.ok)

    hand.during(partial(hand.click, page.view.buttons["unblind"]), unblind)
    hand.wait(lambda: page.view.results.table.topLevelItemCount() == 4)
    hand.picture("results")


def sit(hand: Hand) -> None:
    """Check the screen, begin a session, hold Esc after two images, and finish it."""
    page = hand.window.turing

    def check(dialog: QWidget) -> None:
        ask = page.dialog
        assert ask is dialog
        hand.picture("preflight")
        for tick in ask.room.values():  # type: ignore[attr-defined]
            tick.setChecked(True)
        hand.fill(ask.pin, PIN)  # type: ignore[attr-defined]
        hand.click(ask.measure)  # type: ignore[attr-defined]
        hand.wait(lambda: bool(ask.found))  # type: ignore[attr-defined]
        for reason in ask.reasons.values():  # type: ignore[attr-defined]
            reason.setText("Xvfb")
        hand.picture("preflight-checked")
        hand.click(ask.begin)  # type: ignore[attr-defined]

    hand.during(partial(hand.click, page.view.buttons["session"]), check)
    runner = page.runner
    assert runner is not None
    seen: set[SessionState] = set()
    waiting: list[SessionState] = []

    def look(state: SessionState) -> None:
        if state not in seen:
            seen.add(state)
            waiting.append(state)

    person = Person(runner, seen=look, every_ms=300)
    while not (runner.session.block and runner.session.done_trials >= 2):
        hand.wait(lambda: bool(waiting) or bool(runner.session.block and runner.session.done_trials >= 2))
        for state in waiting:
            hand.picture(f"session-{state}")
        waiting.clear()
    person.stop()
    QTest.keyPress(runner.surface, Key.Key_Escape)
    hand.wait(lambda: runner.session.state is SessionState.INTERRUPTED)
    QTest.keyRelease(runner.surface, Key.Key_Escape)
    hand.picture("interrupted")
    person = Person(runner)
    hand.wait(lambda: page.runner is None)
    person.stop()
    hand.picture("session-ended")


def languages(start: Start) -> None:
    """Every page in both themes, and in the other languages, changed while the page is in front."""
    hand = start.drawn_boards("languages", history=60)
    window, settings, switch = hand.window, hand.station.settings, hand.station.language_switch

    def speak(language: str) -> None:
        settings.set("language", language)
        hand.english = language == "en"
        hand.wait(lambda: switch.language == language)

    for name in ("review", "threshold", "records", "training", "turing"):
        hand.page(getattr(window, name))  # a page lives until the language changes
        hand.rest(1)
        hand.picture(f"{name}-{settings.text('theme') or 'first'}")
        hand.press(Key.Key_T, held=CTRL)
        hand.picture(f"{name}-other-theme")
        hand.press(Key.Key_T, held=CTRL)
        for language in LANGUAGES:
            if language != start.language:
                speak(language)
                hand.picture(f"{name}-{language}")
        speak(start.language)
        assert window.front_page() is getattr(window, name)


def many_images(start: Start) -> None:
    """The settings, and a queue of three hundred boards: search, filters, pages."""
    fill(start.home / "ws", 300, 256)
    settings = start.settings(operator="M. L.")
    hand = start.hand("many", Station(start.application, StartOptions(start.home / "ws"), settings))
    review = hand.window.review
    hand.board()
    hand.picture("queue")
    hand.look_at(action(hand, "settings"), "settings")
    hand.look_at(action(hand, "key_sheet"), "key-sheet")
    hand.look_at(action(hand, "change_keys"), "key-bindings")
    hand.look_at(action(hand, "work"), "work-order")
    hand.look_at(action(hand, "review_rules"), "review-rules")
    hand.look_at(action(hand, "about"), "about")
    for key in (Key.Key_4, Key.Key_2, Key.Key_3):
        hand.press(key)
        hand.board()
    hand.press(Key.Key_L, held=CTRL)
    hand.write("00004")
    hand.picture("search")
    hand.fill(review.queue_pane.search, "SN000000")
    hand.picture("search-outside")
    hand.press(Key.Key_Escape, held=Qt.KeyboardModifier.NoModifier)
    hand.press(Key.Key_F, held=CTRL | SHIFT)
    for box, index in ((review.queue_pane.filters.state, 1), (review.queue_pane.filters.person, 1)):
        choose(hand, box, index)
    hand.picture("filtered")
    hand.press(Key.Key_F, held=CTRL | SHIFT)
    review.queue_pane.list.setFocus()
    hand.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_Return)
    hand.board()
    hand.picture("paged")
    hand.press(Key.Key_G, Key.Key_L)
    hand.picture("one-row")
    hand.press(Key.Key_M)
    hand.picture("maximised")


def choose(hand: Hand, box: QComboBox, index: int) -> None:
    box.setFocus()
    for _ in range(index):
        hand.press(Key.Key_Down)


JOURNEYS: Final[dict[str, Callable[[Start], None]]] = {
    "first-start": first_start,
    "threshold": threshold,
    "records": records,
    "training": training,
    "turing": turing,
    "languages": languages,
    "many-images": many_images,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", default="1366x768", help="WIDTHxHEIGHT of the screen and of the window")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--pictures", type=Path, help="folder for the pictures")
    parser.add_argument("--journey", choices=tuple(JOURNEYS), action="append", help="this journey; all unless given")
    parser.add_argument("--real", action="store_true", help="inspect the demo line with its network: minutes")
    asked = parser.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    pictures = asked.pictures.resolve() if asked.pictures is not None else None
    application: QApplication | None = None
    failed: list[str] = []
    for name in asked.journey or JOURNEYS:
        with tempfile.TemporaryDirectory(prefix="journey-", ignore_cleanup_errors=True) as folder:
            home = Path(folder)
            for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
                os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
            application = application or QApplication(sys.argv[:1])
            begin = time.monotonic()
            start = Start(application, home, asked.language, (width, height), pictures, real=asked.real)
            try:
                JOURNEYS[name](start)
            except Exception:  # the other journeys are made all the same
                failed.append(name)
                traceback.print_exc()
            finally:
                for hand in start.hands:
                    hand.leave()
            sys.stdout.write(f"{name}: {time.monotonic() - begin:.0f} s\n")
    if failed:
        raise SystemExit(f"not finished: {', '.join(failed)}")


if __name__ == "__main__":
    main()
