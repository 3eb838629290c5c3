"""The journey of a new product through the real window: from a folder of good boards to judged boards and a threshold.

    vqganodip render /tmp/good --product gateway --train 20 --seed 41
    vqganodip render /tmp/line --product gateway --good 18 --defective 2 --seed 42
    xvfb-run -a -s "-screen 0 1366x768x24" env QT_QPA_PLATFORM=xcb python tests/bench/journey_product.py \\
        --folder /tmp/good/train/good --inspect /tmp/line-in-one-folder --defective 000018,000019 \\
        --language de --pictures build/pictures [--until first-board]

``--folder`` is any folder of pictures of good boards, ``--inspect`` any folder of boards. Workspace, training process,
engine and window are real, and a person acts by keys and clicks only. First the model is built at once and put into
use, and a board is judged. Then all boards are judged, a second person confirms the defects and as many good boards,
the fit with confirmed boards is made if the window offers it, and a threshold is signed. Printed are minutes, clicks,
keys and typed characters of each stage, what the window says there, what is cut off, and what is still English.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTreeWidget, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.hand import Hand
from bench.journey_start import Start

from vqganodip.records import Verdict
from vqganodip.review.judgments import ReviewItem
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.review.page import ReviewPage
from vqganodip_gui.shell.operator_dialog import OperatorDialog
from vqganodip_gui.threshold.normal_only_view import NormalOnlyView
from vqganodip_gui.threshold.recalibration_dialog import RecalibrationDialog
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.stage_bar import StageName
from vqganodip_gui.widgets.reason_dialog import ReasonDialog

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = "M. L.", "E. N."
LANGUAGES: Final = ("en", "de", "fr")
CONFIRMED_GOOD: Final = 3
"""Good boards that the second person confirms."""


class Stages:
    """Minutes, clicks and keys of each stage of the journey, printed as it ends."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._begin = self._now()
        self._first = self._begin

    def end(self, name: str) -> None:
        """Print the figures of the stage that ends here, and of the journey so far."""
        now = self._now()
        sys.stdout.write(f"{name}: {_figures(self._begin, now)}; so far {_figures(self._first, now)}\n")
        sys.stdout.flush()
        self._begin = now

    def _now(self) -> tuple[float, int, int, int]:
        return time.monotonic(), self._hand.clicks, self._hand.keys, self._hand.typed


def _figures(begin: tuple[float, int, int, int], end: tuple[float, int, int, int]) -> str:
    seconds, clicks, keys, typed = (after - before for before, after in zip(begin, end, strict=True))
    return f"{seconds / 60:.1f} min, {clicks} clicks, {keys} keys, {typed} characters"


def say(where: str, *parts: QWidget) -> None:
    """Print what parts of the window say: labels, and rows of tables."""
    for part in parts:
        for text in filter(None, dict.fromkeys(words(part))):
            sys.stdout.write(f"  {where}: {text}\n")
    sys.stdout.flush()


def words(part: QWidget) -> list[str]:
    """Texts of the labels and table rows that are visible in a part of the window."""
    shown = [widget for widget in (part, *part.findChildren(QWidget)) if widget.isVisible()]
    texts = [widget.text() for widget in shown if isinstance(widget, QLabel)]
    for table in shown:
        if isinstance(table, QTreeWidget):
            rows = [table.topLevelItem(number) for number in range(table.topLevelItemCount())]
            texts += [" | ".join(row.text(column) for column in range(table.columnCount())) for row in rows if row]
    return texts


def build(hand: Hand, folder: Path, stages: Stages) -> None:
    """Show the window a folder of good boards, and build the model at once."""
    review, page = hand.window.review, hand.window.training
    hand.picture("empty-workspace")
    hand.click(review.empty.button)
    hand.rest()
    hand.picture("teach")
    hand.choose_path(partial(hand.click, page.empty.button), folder)
    hand.wait(lambda: page.jobs.phase is Phase.READY)
    assert page.stages is not None
    hand.picture("chosen")
    say("data", page.stage_bar, page.stages.data)
    form = page.stages.form
    if not form.isVisible():  # boards were found that a person should look at first
        findings = page.stages.data.findings
        for number in range(min(findings.topLevelItemCount(), 3)):
            row = findings.visualItemRect(findings.topLevelItem(number)).center()
            hand.click(findings.viewport(), row)
            hand.picture(f"finding-{number + 1}")
        hand.click(page.stage_bar.buttons[StageName.TRAIN])
        hand.picture("form")
    say("form", page.status, page.warning, form.depth_hint)
    hand.click(form.all_good, QPoint(10, form.all_good.height() // 2))
    hand.picture("confirmed-good")
    stages.end("folder chosen")
    hand.click(page.primary)
    jobs = page.jobs
    hand.wait(lambda: not jobs.working or bool(jobs.progress.stages))
    hand.picture("builds")
    hand.wait(lambda: not jobs.working)
    hand.wait(lambda: page.summary is not None or jobs.failure is not None)
    hand.picture("built")
    say("built", page.status, page.warning, page.stage_bar, page.body)
    if jobs.failure is not None:
        raise SystemExit(f"the model was not built: {jobs.failure}")
    stages.end("model built")


def first_board(hand: Hand, boards: Path, defective: tuple[str, ...], stages: Stages) -> None:
    """Put the model into use, inspect a folder, and judge the first board that appears."""
    review, page = hand.window.review, hand.window.training
    hand.click(page.primary)
    hand.rest()
    hand.picture("in-use")
    next_step = hand.window.front_page().message.button
    if not next_step.isVisible():
        hand.page(review)
        hand.picture("next-boards")
        next_step = review.empty.button
    hand.choose_path(partial(hand.click, next_step), boards)
    hand.picture("inspects")
    controller = review.controller
    hand.wait(lambda: controller.can_judge() or not hand.station.engine.busy())
    hand.rest(1)
    if controller.current is None:
        hand.picture("none-flagged")
        say("none flagged", review.empty)
        hand.click(review.empty.button)
    hand.board()
    hand.picture("first-board")
    say("first board", review.note, review.details)

    def named(dialog: QWidget) -> None:
        assert isinstance(dialog, OperatorDialog)
        hand.picture("who-judges")
        hand.write(FIRST)
        hand.press(Key.Key_Return)

    item = controller.current
    assert item is not None
    hand.during(partial(hand.press, judgment(item, defective)), named)
    hand.wait(lambda: controller.judged() > 0)
    stages.end("first board judged")
    hand.rest()
    hand.picture("after-first")


def judgment(item: ReviewItem, defective: tuple[str, ...]) -> Key:
    """The key of the true judgment: NG, false call, or OK."""
    if item.inspection.image.stem in defective:
        return Key.Key_2
    return Key.Key_4 if item.inspection.verdict is Verdict.REVIEW else Key.Key_1


def all_boards(hand: Hand, defective: tuple[str, ...], stages: Stages) -> None:
    """Judge every board, the flagged ones first."""
    review = hand.window.review
    controller = review.controller
    hand.wait(lambda: not hand.station.engine.busy())
    hand.rest(1)
    flagged = [0, 0]
    judge_all(hand, defective, flagged)
    hand.picture("flagged-judged")
    say("flagged judged", review.empty)
    if controller.next.beyond_flagged or not review.empty.button.isVisible():
        stages.end("boards judged")
        return
    hand.click(review.empty.button)
    hand.rest()
    hand.picture("passed-board")
    passed = [0, 0]
    judge_all(hand, defective, passed)
    hand.picture("all-judged")
    say("all judged", review.empty)
    sys.stdout.write(f"  flagged: {flagged[0]} good, {flagged[1]} defective; passed: {passed[0]}, {passed[1]}\n")
    stages.end("boards judged")


def judge_all(hand: Hand, defective: tuple[str, ...], counts: list[int]) -> None:
    """Judge until no board is left, and count good and defective ones."""
    controller = hand.window.review.controller
    while (item := controller.current) is not None:
        hand.board()
        counts[item.inspection.image.stem in defective] += 1
        if item.inspection.image.stem in defective:
            hand.picture("defective")
        hand.press(judgment(item, defective))
        hand.wait(lambda known=item: controller.current is not known)  # type: ignore[misc]
        hand.board()


def confirm(hand: Hand, defective: tuple[str, ...], stages: Stages) -> None:
    """A second person judges the defects and as many good boards as a fit needs."""

    def named(dialog: QWidget) -> None:
        assert isinstance(dialog, OperatorDialog)
        hand.write(SECOND)
        hand.press(Key.Key_Return)

    review = hand.window.review
    hand.during(partial(hand.press, Key.Key_O, held=CTRL | SHIFT), named)
    for state, most in (("ng", len(defective)), ("good", CONFIRMED_GOOD)):
        box = review.queue_pane.filters.state
        choose(hand, box, state)
        confirm_some(hand, review, most, defective)
        hand.picture(f"confirmed-{state}")
    stages.end("second person")


def confirm_some(hand: Hand, review: ReviewPage, most: int, defective: tuple[str, ...]) -> None:
    """Judge the first boards of the list again."""
    controller = review.controller
    review.queue_pane.list.setFocus()
    hand.press(Key.Key_Home, Key.Key_Return)
    for _ in range(most):
        hand.board()
        item = controller.current
        if item is None:
            return
        hand.press(judgment(item, defective))
        hand.rest()
        hand.board()
        hand.press(Key.Key_D)


def choose(hand: Hand, box: QComboBox, data: str) -> None:
    """Choose an entry of a selection with the arrow keys."""
    hand.click(box)
    popup = QApplication.activePopupWidget()
    step = Key.Key_Down if box.findData(data) > box.currentIndex() else Key.Key_Up
    hand.press(*[step] * abs(box.findData(data) - box.currentIndex()))
    if popup is not None:
        hand.press(Key.Key_Return)
    hand.rest()
    assert box.currentData() == data, f"{box.currentData()} is chosen, not {data}"


def threshold(hand: Hand, stages: Stages) -> None:
    """Read the offer of a fit, make it if there is one, and otherwise move the threshold and sign it."""
    page = hand.window.threshold
    hand.page(page)
    normal = page.normal
    hand.wait(lambda: normal.calibration is not None)
    hand.picture("threshold")
    say("threshold", normal)
    if normal.fit.isEnabled():
        hand.during(partial(hand.click, normal.fit), partial(fit, hand))
        hand.wait(lambda: page.draft.calibration is not None)
        hand.picture("fitted")
        say("fitted", page.message)
        stages.end("fitted and signed")
        return
    page.setFocus()
    hand.press(*[Key.Key_Right] * 3, held=SHIFT)
    hand.picture("moved")
    hand.during(partial(hand.click, normal.change), partial(sign, hand))
    hand.wait(lambda: is_signed(normal))
    hand.picture("signed")
    say("signed", page.message, normal.standing, normal.promise)
    stages.end("threshold signed")


def is_signed(normal: NormalOnlyView) -> bool:
    """Return True if the threshold as drawn is in force."""
    return bool(normal.changes) and normal.thresholds() == normal.active_thresholds()


def sign(hand: Hand, dialog: QWidget) -> None:
    """Give a reason and sign."""
    assert isinstance(dialog, ReasonDialog)
    hand.picture("sign")
    say("sign", dialog)
    hand.fill(dialog.reason, "fewer false calls")
    hand.click(dialog.ok)


def fit(hand: Hand, dialog: QWidget) -> None:
    """Fit score and threshold with the confirmed boards, give a reason and sign."""
    assert isinstance(dialog, RecalibrationDialog)
    hand.wait(dialog.start.isEnabled)
    hand.picture("fit-offer")
    say("fit", dialog)
    hand.click(dialog.start)
    hand.wait(lambda: dialog.result_ is not None or dialog.start.isEnabled())
    hand.picture("fit-result")
    say("fit", dialog)
    if dialog.result_ is not None:
        hand.fill(dialog.reason, "first known defects")
        hand.click(dialog.use)


def journey(start: Start, asked: argparse.Namespace) -> None:
    """Make the journey with what was asked for."""
    settings = start.settings()
    hand = start.hand(asked.name, Station(start.application, StartOptions(start.home / "ws"), settings))
    stages, defective = Stages(hand), tuple(filter(None, asked.defective.split(",")))
    steps: dict[str, Callable[[], None]] = {
        "model": lambda: build(hand, asked.folder.resolve(), stages),
        "first-board": lambda: first_board(hand, asked.inspect.resolve(), defective, stages),
        "all-boards": lambda: all_boards(hand, defective, stages),
        "confirmed": lambda: confirm(hand, defective, stages),
        "threshold": lambda: threshold(hand, stages),
    }
    for name, step in steps.items():
        step()
        if name == asked.until:
            return


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True, help="pictures of good boards")
    parser.add_argument("--inspect", type=Path, required=True, help="boards to judge")
    parser.add_argument("--defective", default="", help="names without suffix of the defective boards, with commas")
    parser.add_argument("--until", choices=("model", "first-board", "all-boards", "confirmed"), help="ends there")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--name", default="product", help="name of the journey, in the names of its pictures")
    parser.add_argument("--size", default="1366x768", help="WIDTHxHEIGHT of the screen and of the window")
    parser.add_argument("--pictures", type=Path, help="folder for the pictures")
    asked = parser.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    with tempfile.TemporaryDirectory(prefix="journey-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
        pictures = asked.pictures.resolve() if asked.pictures is not None else None
        start = Start(QApplication(sys.argv[:1]), home, asked.language, (width, height), pictures, real=True)
        try:
            journey(start, asked)
        finally:
            for hand in start.hands:
                hand.leave()


if __name__ == "__main__":
    main()
