"""The journey of part names through the real window: from a placement file to U7 in list, search, Pareto and CSV.

    xvfb-run -a -s "-screen 0 1366x768x24" env QT_QPA_PLATFORM=xcb python tests/bench/journey_parts.py \\
        --language de --pictures build/pictures [--boards 2] [--bundle DIR] [--line DIR --loosen R5]

Workspace, window, dialog and network are real; the boards are rendered, each with a defect of a part that the renderer
names. The placement file names no fiducials, so an engineer clicks two parts on the reference board. An operator then
judges each board, with NG on its first region; the part of that region is looked for in the list of regions, the
search of the queue, the Pareto of the records page and the exported CSV. With the labelled boards of the demo bundle
(``vqganodip render DIR --good 150 --defective 150 --seed 20261``) the engineer then loosens a part: its known defects
are checked, and the sensitivity is signed with a reason. On another kind of processor these boards differ in single
pixels from those of the demo bundle, which are not found then: fit a copy of it on them and give it as ``--bundle``.
Printed are clicks and keys of each stage, what is found where, what is cut off, and what is still English.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.hand import Hand
from bench.journey_product import Stages
from bench.journey_start import Start

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.placement import pictured_board
from vqganodip.calibration.result import read_calibration
from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.part_list import placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.imaging.decoding import write_png
from vqganodip.placement.fiducials import lay_on_fiducials
from vqganodip.placement.reading import read_placement
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.parts.dialog import PartsDialog
from vqganodip_gui.services.resources import demo_bundle

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LANGUAGES: Final = ("en", "de", "fr")
PRODUCT: Final = "gearbox"
KINDS: Final = (DefectKind.MISSING, DefectKind.TOMBSTONED, DefectKind.ROTATED, DefectKind.WRONG)


def prepare(
    home: Path, boards: int, bundle: Path | None
) -> tuple[Path, Path, Path, dict[str, QPointF], dict[str, str]]:
    """Write bundle, boards and placement file; return them with the places of the parts and the truth by board."""
    source = bundle or demo_bundle(PRODUCT)
    assert source is not None
    bundle = Path(shutil.copytree(source, home / PRODUCT))
    folder, truth = home / "boards", {}
    folder.mkdir()
    for number in range(boards):
        board = render_board(PRODUCT, 7100 + number, size=1024, defects=(KINDS[number % len(KINDS)],))
        write_png(folder / f"SN{7100 + number}.png", board.image)
        truth[f"SN{7100 + number}"] = board.defects[0].ref_des
    whole = home / "whole.pos"
    whole.write_text(placement_text(product(PRODUCT)), encoding="utf-8")
    pictured = pictured_board(open_bundle(bundle))
    laid = lay_on_fiducials(read_placement(whole), pictured.pixels, pictured.spread, mm_per_px=pictured.mm_per_px)
    at = laid.transform.apply(np.array([(part.x, part.y) for part in laid.parts]))
    places = {p.ref_des: QPointF(x + 0.5, y + 0.5) for p, (x, y) in zip(laid.parts, at.tolist(), strict=True)}
    file = home / f"{PRODUCT}.pos"
    lines = whole.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("FID")) + "\n", encoding="utf-8")
    return bundle, folder, file, places, truth


def name_parts(hand: Hand, file: Path, places: dict[str, QPointF], stages: Stages) -> None:
    """Open the dialog of the model in use, choose the file, click two parts, look at everything, accept."""
    page = hand.window.training
    hand.page(page)
    hand.click(page.tabs.tabBar(), page.tabs.tabBar().tabRect(1).center())
    hand.wait(lambda: page.model_list is not None and page.model_list.chosen() is not None)
    models = page.model_list
    assert models is not None
    hand.picture("models")
    hand.during(partial(hand.click, models.parts_button), partial(lay_on, hand, file, places))
    hand.rest()
    hand.picture("accepted")
    sys.stdout.write(f"  model page: {page.message.text.text()}\n")
    stages.end("parts named")


def lay_on(hand: Hand, file: Path, places: dict[str, QPointF], dialog: QWidget) -> None:
    """Answer the dialog of part names."""
    assert isinstance(dialog, PartsDialog)
    hand.wait(dialog.choose.isEnabled)
    hand.picture("dialog")
    choose_file(hand, dialog, file)
    hand.wait(lambda: dialog.tabs.currentWidget() is dialog.points and not hand.station.tasks.busy())
    hand.picture("position")
    for number in (1, 2):
        name = dialog.points.part.currentText()
        at = dialog.board.panel.mapFromScene(places[name])
        hand.click(dialog.board.panel.viewport(), at)
        hand.wait(lambda: not hand.station.tasks.busy())
        hand.rest()
        hand.picture(f"clicked-{number}")
    sys.stdout.write(f"  dialog: {dialog.status.text()!r}\n")
    tabs = dialog.tabs.tabBar()
    hand.click(tabs, tabs.tabRect(dialog.tabs.indexOf(dialog.columns)).center())
    hand.picture("columns")
    hand.click(tabs, tabs.tabRect(dialog.tabs.indexOf(dialog.lists)).center())
    hand.picture("parts")
    for number in range(dialog.lists.kind.count()):
        dialog.lists.kind.setCurrentIndex(number)
        sys.stdout.write(f"  list: {dialog.lists.kind.currentText()}\n")
        hand.picture(f"list-{number}")
    assert dialog.accept_button.isEnabled()
    hand.click(dialog.accept_button)


def choose_file(hand: Hand, dialog: PartsDialog, file: Path) -> None:
    """Choose the placement file in the file dialog, which opens over the dialog."""

    def look() -> None:
        files = QApplication.activeModalWidget()
        field = files.findChild(QLineEdit, "fileNameEdit") if isinstance(files, QFileDialog) else None
        if field is not None:
            timer.stop()
            field.setCompleter(None)
            hand.fill(field, str(file))
            hand.press(Key.Key_Return)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    hand.click(dialog.choose)
    hand.wait(lambda: dialog.file == file)


def judge(hand: Hand, truth: dict[str, str], stages: Stages) -> list[str]:
    """Judge every board NG on its first region; return the parts of these regions."""
    review = hand.window.review
    hand.page(review)
    hand.wait(lambda: review.controller.can_judge() and not hand.station.engine.busy())
    named = []
    for number in range(len(truth)):
        hand.board()
        item = review.controller.current
        if item is None:
            break
        hand.wait(lambda: review.details.named)
        row = review.details.regions.topLevelItem(0)
        assert row is not None
        named.append(row.text(3))
        sys.stdout.write(f"  {item.serial}: first region on {row.text(3)!r}, changed was {truth[item.serial]!r}\n")
        if number == 0:
            hand.press(Key.Key_O)
            hand.picture("outlines")
        hand.press(Key.Key_N)
        hand.picture(f"region-{number}")
        hand.press(Key.Key_2)
        hand.wait(lambda known=item: review.controller.current is not known)  # type: ignore[misc]
    stages.end("boards judged")
    return named


def loosen(hand: Hand, part: str, stages: Stages) -> None:
    """Open the dialog of part names again, loosen a part, check its known defects, and sign."""
    page = hand.window.training
    hand.page(page)
    models = page.model_list
    assert models is not None
    hand.during(partial(hand.click, models.parts_button), partial(sign_looser, hand, part))
    hand.rest()
    hand.picture("loosened")
    sys.stdout.write(f"  model page: {page.message.text.text()}\n")
    stages.end("part loosened")


def sign_looser(hand: Hand, part: str, dialog: QWidget) -> None:
    """Answer the dialog of part names: loosen a part."""
    assert isinstance(dialog, PartsDialog)
    form, tabs = dialog.sensitivity, dialog.tabs.tabBar()
    hand.wait(lambda: dialog.tabs.isTabEnabled(dialog.tabs.indexOf(form)) and not hand.station.tasks.busy())
    hand.click(tabs, tabs.tabRect(dialog.tabs.indexOf(form)).center())
    hand.picture("sensitivity")
    form.name.setCompleter(None)  # its list opens again at each character
    hand.fill(form.name, part)
    hand.press(Key.Key_Tab)
    hand.click(form.set_button)
    hand.picture("loose")
    assert not form.sign.isEnabled(), "not before the check"
    hand.click(form.check_button)
    hand.wait(lambda: not form.bar.isVisible() and not hand.station.tasks.busy())
    hand.picture("checked")
    sys.stdout.write(f"  {form.outcome.text()!r}: {form.missed.toPlainText().splitlines()}\n")
    if not form.sign.isEnabled():
        hand.fill(form.reason, "Tilts within its limits, 8D 4711")
        hand.picture("reason")
    assert form.sign.isEnabled()
    hand.click(form.sign)
    hand.wait(lambda: not hand.station.tasks.busy() and not form.sign.isEnabled())
    hand.picture("signed")
    dialog.reject()


def find(hand: Hand, part: str, folder: Path, stages: Stages) -> None:
    """Look for a part in the search of the queue, in the Pareto and in the CSV."""
    review, page = hand.window.review, hand.window.records
    review.queue_pane.filters.select("all")
    hand.press(Key.Key_L, held=CTRL)
    hand.write(part)
    hand.wait(lambda: review.queue.queue_filter().search == part)
    hand.rest(0.6)
    hand.picture("search")
    boards = [item.serial for row in range(len(review.queue.ids())) if (item := review.queue.item_at(row)) is not None]
    sys.stdout.write(f"  search for {part}: {boards}\n")
    hand.page(page)
    tabs = page.tabs.tabBar()
    hand.click(tabs, tabs.tabRect(page.tabs.indexOf(page.parts)).center())
    hand.wait(lambda: page._found is not None and page._found.total > 0 and page._map is not None)
    hand.picture("pareto")
    assert page._found is not None
    sys.stdout.write(f"  Pareto by part: {page._found.figures.by_part}; by package: {page._found.figures.by_package}\n")
    out = folder / "judgments.csv"
    page.export_to(out)
    hand.wait(out.is_file)
    with out.open(encoding="utf-8", newline="") as file:
        rows = [(r["serial"], r["ref_des"], r["package"]) for r in csv.DictReader(file)]
    sys.stdout.write(f"  CSV: {rows}\n")
    stages.end("part found")
    assert boards
    assert any(name == part for name, _, _ in page._found.figures.by_part)
    assert any(row[1] == part for row in rows)


def journey(start: Start, asked: argparse.Namespace) -> None:
    """Make the journey."""
    bundle, boards, file, places, truth = prepare(start.home, asked.boards, asked.bundle)
    settings = start.settings(operator="M. L.")
    if asked.line is not None:
        scores = read_calibration(open_bundle(bundle)).data_sha256
        settings.set("calibration_folders", json.dumps({scores: str(asked.line.resolve())}))
    station = Station(start.application, StartOptions(start.home / "ws", bundle, boards), settings)
    hand = start.hand("parts", station)
    stages = Stages(hand)
    name_parts(hand, file, places, stages)
    named = judge(hand, truth, stages)
    part = next(name for name in named if name)
    find(hand, part, start.home, stages)
    if asked.line is not None:
        loosen(hand, asked.loosen, stages)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--boards", type=int, default=2, help="boards with a defect of a part")
    parser.add_argument("--bundle", type=Path, help="model of the product; without it the demo bundle")
    parser.add_argument("--line", type=Path, help="labelled boards that the model was fitted on")
    parser.add_argument("--loosen", default="R5", help="part that is loosened")
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
