"""The journey of a gate through the real window, on inspected boards: shadow, advice, filter, and back.

    xvfb-run -a -s "-screen 0 1366x768x24" env QT_QPA_PLATFORM=xcb python tests/bench/journey_gate.py \\
        --judged LINE --new OTHER [--bundle DIR] [--good 40] [--defective 40] --language de --pictures build/pictures

LINE and OTHER are written by ``vqganodip render``. Boards of LINE are inspected, and quality judges those that wait by
the truth: NG with the regions on the defect, or false call. In the window quality learns a gate, puts it to each
level, and boards of OTHER come in at each of them; where the rules refuse the filter, the window says why, and
advice stays in force. Printed are clicks and keys of each stage, what the window says, how many boards passed
and how many of these have a defect, and whether the exported CSV verifies.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.hand import Hand
from bench.journey_product import Stages
from bench.journey_start import Start

from vqganodip.calibration.localisation import to_grid
from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.layouts import load_dataset
from vqganodip.export.verify_file import verify_file
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.inspection.inspector import Inspector
from vqganodip.records import GateLevel, Label
from vqganodip.review.accounts import People, Role
from vqganodip.review.judgments import JudgmentKind, QueueFilter, RegionJudgment, ReviewItem
from vqganodip.store.workspace import open_workspace, read_workspace
from vqganodip.testing import sample_judgment
from vqganodip.types import Box
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.records.gate_dialogs import LearningDialog, LevelDialog
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.shell.login_dialog import LoginDialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LANGUAGES: Final = ("en", "de", "fr")
NAME, PIN = "Q. E.", "2468"
Truth = dict[str, tuple[Box, ...]]


def copied(line: Path, to: Path, good: int, defective: int, prefix: str, first: int = 0) -> Truth:
    """Copy boards of a rendered line into one folder; return the defects by serial number, in pixels of the picture."""
    to.mkdir(parents=True, exist_ok=True)
    dataset = load_dataset(line, to_train=False)
    boxes, truth = load_defects(dataset), Truth()
    counts = {Label.NORMAL: good, Label.DEFECTIVE: defective}
    step = {label: max(sum(i.label is label for i in dataset.test) // max(counts[label], 1), 1) for label in counts}
    for label, wanted in counts.items():  # evenly spread, so that all kinds of defects come
        for image in [i for i in dataset.test if i.label is label][first :: step[label]][:wanted]:
            serial = f"{prefix}{len(truth):04d}"
            shutil.copyfile(image.path, to / f"{serial}.png")
            truth[serial] = tuple(d.box for d in boxes.get(image.path, ())) if label is Label.DEFECTIVE else ()
    return truth


def prepare(place: Path, bundle: Path, boards: Path, truth: Truth) -> None:
    """Inspect the boards, register people, and judge what waits as quality, by the truth."""
    inspector = Inspector.open(bundle)
    with open_workspace(place) as workspace:
        people, repository = People(workspace.repository), workspace.repository
        admin = people.register("Ada", Role.ADMIN, "1111")
        people.register(NAME, Role.QUALITY, PIN, admin)
        for _ in inspect_folder(inspector, boards, repository, workspace.panels, gates=workspace.gates):
            pass
        for item in repository.whole_items(repository.item_ids(QueueFilter(flagged_only=True))):
            defects = truth[item.serial]
            kind = JudgmentKind.NG if defects else JudgmentKind.FALSE_CALL
            sample = sample_judgment(item.item_id, kind, None)
            marked = tuple(RegionJudgment(box, JudgmentKind.NG) for box in on_defects(item, defects))
            repository.add_judgment(
                replace(sample, operator=NAME, role=str(Role.QUALITY), regions=marked, judged_at=datetime.now(UTC))
            )


def on_defects(item: ReviewItem, defects: Sequence[Box]) -> Iterator[Box]:
    """Boxes of the shown regions that touch a defect."""
    inspection = item.inspection
    places = [to_grid(box, np.reshape(inspection.transform, (2, 3))) for box in defects]
    for region in inspection.shown_regions:
        box = region.box
        if any(p.x0 < box.x1 and box.x0 < p.x1 and p.y0 < box.y1 and box.y0 < p.y1 for p in places):
            yield box


def log_in(hand: Hand, dialog: QWidget) -> None:
    """Answer the dialog that asks for name and PIN."""
    assert isinstance(dialog, LoginDialog)
    dialog.name.setCurrentText(NAME)
    hand.fill(dialog.pin, PIN)
    hand.press(Key.Key_Return)


def learn(hand: Hand) -> None:
    """Learn a gate in the tab."""
    view = hand.window.records.gate
    hand.wait(lambda: view.data is not None and view.data.labels is not None)
    hand.picture("tab-empty")
    sys.stdout.write(f"  {view.labels.text()}\n")
    hand.click(view.learn)
    hand.wait(lambda: bool(view.findChildren(LearningDialog)))
    dialog = view.findChildren(LearningDialog)[-1]
    hand.picture("learning")
    hand.click(dialog.start)
    hand.wait(lambda: bool(dialog.name))
    hand.picture("learned")
    sys.stdout.write(f"  {dialog.status.text()}\n")
    hand.click(dialog.close_button)
    hand.wait(lambda: view.chosen_gate() == dialog.name)


def put_to(hand: Hand, level: GateLevel) -> bool:
    """Put the newest gate to a level; False where the rules refuse it."""
    view = hand.window.records.gate
    hand.click(view.set_level)
    hand.wait(lambda: bool(view.findChildren(LevelDialog)) and view.findChildren(LevelDialog)[-1].isVisible())
    dialog = view.findChildren(LevelDialog)[-1]
    choice = dialog.choices[level]
    if not choice.isEnabled():
        hand.picture(f"refused-{level}")
        dialog.reject()
        return False
    hand.click(choice)
    dialog.reason.setFocus()
    hand.write("8D 4711")
    hand.picture(f"level-{level}")
    hand.click(dialog.ok)
    hand.wait(lambda: view.data is not None and view.data.in_force is not None and view.data.in_force.level is level)
    return True


def come_in(hand: Hand, asked: argparse.Namespace, folder: Path, prefix: str, first: int) -> Truth:
    """Open a folder of new boards in the window, and wait until they are inspected."""
    truth = copied(asked.new, folder, asked.new_good, asked.new_defective, prefix, first)
    hand.choose_path(hand.window.actions_by_name["open_boards"].trigger, folder)
    hand.wait(hand.station.engine.busy)
    hand.wait(lambda: not hand.station.engine.busy())
    return truth


def report(hand: Hand, truth: Truth) -> list[ReviewItem]:
    """Print what happened to new boards; return those that a gate cleared."""
    workspace = hand.station.context.workspace
    assert workspace is not None
    every = workspace.repository.whole_items(workspace.repository.item_ids(QueueFilter()))
    new = [item for item in every if item.serial in truth]
    passed = [item for item in new if item.inspection.cleared_by]
    flagged = [item for item in new if item.inspection.score >= item.inspection.threshold]
    missed = sum(bool(truth[item.serial]) for item in passed)
    drawn = sum(item.inspection.gate is not None and item.inspection.gate.drawn for item in new)
    sys.stdout.write(
        f"  {len(new)} boards, {len(flagged)} at or above the threshold, {len(passed)} of these passed by the gate, "
        f"{missed} with a defect; {drawn} drawn for a check\n"
    )
    return passed


def journey(start: Start, asked: argparse.Namespace) -> None:
    """Make the journey."""
    source = asked.bundle or demo_bundle("gearbox")
    assert source is not None
    bundle = Path(shutil.copytree(source, start.home / "gearbox"))
    place, boards = start.home / "ws", start.home / "boards"
    prepare(place, bundle, boards, copied(asked.judged, boards, asked.good, asked.defective, "SN"))
    station = Station(start.application, StartOptions(place, bundle, boards), start.settings(operator=NAME))
    hand = start.hand("gate", station)
    stages, window = Stages(hand), hand.window
    hand.wait(lambda: not station.engine.busy())
    hand.during(window.actions_by_name["change_operator"].trigger, partial(log_in, hand))
    hand.press(Key.Key_G, held=CTRL)
    learn(hand)
    stages.end("learned")
    put_to(hand, GateLevel.SHADOW)
    stages.end("shadow")
    put_to(hand, GateLevel.ADVICE)
    hand.picture("tab-advice")
    report(hand, come_in(hand, asked, start.home / "advice", "AD", 0))
    hand.page(window.review)
    hand.board()
    hand.press(Key.Key_N)
    hand.picture("review-advice")
    stages.end("advice")
    hand.press(Key.Key_G, held=CTRL)
    filters = put_to(hand, GateLevel.FILTER)
    sys.stdout.write("" if filters else "  the filter is refused\n")
    passed = report(hand, come_in(hand, asked, start.home / "filter", "FI", 1))
    hand.press(Key.Key_G, held=CTRL)
    view = window.records.gate
    view.refresh()
    hand.rest(1.0)
    hand.picture("tab-filter")
    if passed:
        hand.wait(lambda: view.passed.topLevelItemCount() > 0)
        sys.stdout.write(f"  reasons: {view.reasons.text()!r}\n")
        hand.click(view.open)
        hand.wait(window.review.controller.can_judge)
        hand.picture("review-passed")
    stages.end("filter" if filters else "advice again")
    window.actions_by_name["gate_to_shadow"].trigger()
    hand.press(Key.Key_G, held=CTRL)
    hand.wait(lambda: (d := view.data) is not None and d.in_force is not None and d.in_force.level is GateLevel.SHADOW)
    hand.picture("tab-shadow")
    out = start.home / "judgments.csv"
    window.records.export_to(out)
    hand.wait(out.is_file)
    hand.rest()
    with read_workspace(place) as kept:
        verified = verify_file(out, kept.repository.judgments())
    sys.stdout.write(f"  CSV: {verified}\n")
    stages.end("back to shadow, exported")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--judged", type=Path, required=True, help="rendered line whose boards are judged first")
    parser.add_argument("--new", type=Path, required=True, help="rendered line of the boards that come in later")
    parser.add_argument("--bundle", type=Path, help="model of the product; without it the demo bundle")
    parser.add_argument("--good", type=int, default=40)
    parser.add_argument("--defective", type=int, default=40)
    parser.add_argument("--new-good", type=int, default=8)
    parser.add_argument("--new-defective", type=int, default=2)
    parser.add_argument("--language", choices=LANGUAGES, default="en")
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
