"""Note on the review page about a threshold that flags most good boards; the highest scores come first."""

from __future__ import annotations

import shutil
from pathlib import Path

from gui.conftest import Stations
from gui.fakes import HeldInspector, draw_board
from gui.waiting import wait_until
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip.scoring.normal_only import promise
from vqganodip_gui.review.threshold_note import Flagging, sentence
from vqganodip_gui.services.resources import demo_bundle

ORDER = "The highest scores come first: judge from the top."


def test_that_the_sentence_says_what_is_flagged_and_what_is_missed() -> None:
    assert sentence(Flagging(0, 132, 150), 59, 60) == (
        f"This threshold misses no known defect, and so it flags most good boards too: 132 of 150 known ones. {ORDER}"
    )
    for missed in (3, None):
        assert sentence(Flagging(missed, 132, 150), 1, 60) == (
            f"This threshold flags most good boards: 132 of 150 known ones. {ORDER}"
        )
    assert sentence(Flagging(0, 20, 150), 31, 60) == f"This threshold flags most boards: 31 of 60. {ORDER}"
    assert sentence(None, 5, 6) == ""
    promised = sentence(Flagging(None, 0, 20, promise(20)), 1, 60)
    assert promised.startswith(
        "The threshold flags none of the 20 normal boards: at most 13.9 % of good boards like these"
    )
    assert promised.endswith("nothing is promised about missed defects.")
    assert sentence(Flagging(None, 0, 20, promise(20)), 31, 60) == (
        f"{promised} This threshold flags most boards: 31 of 60. {ORDER}"
    )
    assert sentence(Flagging(0, 20, 150), 20, 60) == ""


def test_that_the_note_of_the_demo_bundle_is_shown_until_it_is_closed(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(demo_bundle("gearbox"), tmp_path / "bundle")  # type: ignore[arg-type]
    review = stations.reviewing(boards).window.review
    wait_until(qtbot, review.note.isVisible)
    assert review.note.text.text().startswith("This threshold misses no known defect, and so it flags most good boards")
    review.note.closed.emit(review.note.text.text())
    assert review.note.isHidden()


def test_that_boards_that_arrive_above_the_one_on_the_screen_come_next(
    stations: Stations, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, go_on = tmp_path / "boards", stations.hold()
    folder.mkdir()
    for number, score in enumerate((0.6, 0.55, 0.9, 0.7)):
        draw_board(folder / f"SN{number}.png", score, seed=number)
    station = stations.start(folder, inspector=HeldInspector(go_on, 2))
    review = station.window.review
    wait_until(qtbot, review.controller.can_judge)
    go_on.set()
    wait_until(qtbot, lambda: review.controller.count() == 4 and not station.engine.busy())
    seen = []
    for _ in range(4):
        wait_until(qtbot, review.controller.can_judge)
        assert review.controller.current is not None
        seen.append(review.controller.current.serial)
        judged = len(seen)
        qtbot.keyClick(station.window, Qt.Key.Key_1)
        wait_until(qtbot, lambda done=judged: review.controller.judged() == done)
    assert seen == ["SN0", "SN2", "SN3", "SN1"]
