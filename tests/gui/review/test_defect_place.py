"""NG marks the selected region, or the only one; the bar names it beforehand, and one undo takes both back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.fakes import draw_board
from gui.waiting import wait_until
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import Judgment, JudgmentKind, RegionJudgment
from vqganodip_gui.app import Station

Press = Callable[..., None]
Key = Qt.Key


@pytest.fixture
def line(tmp_path: Path) -> Path:
    """Two boards with three regions, then two with a single one."""
    folder = tmp_path / "line"
    folder.mkdir()
    for number, seed in enumerate((2, 5, 3, 6)):
        draw_board(folder / f"SN{number}.png", 0.9 - number * 0.05, seed=seed)
    return folder


def newest(station: Station) -> Judgment:
    return station.context.workspace.repository.last_judgments(1)[0]  # type: ignore[union-attr]


def test_that_ng_marks_the_region_that_the_bar_names(
    stations: Stations, line: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(line, 4)
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)
    place = review.details.judgment.place
    boxes = [region.box for region in review.controller.current.inspection.regions]  # type: ignore[union-attr]
    assert len(boxes) == 3
    assert place.text() == "NG: place not said"
    press(station, Key.Key_N, Key.Key_N)
    assert place.text() == "NG marks region 2"
    review.details.code.set_defect_code("Tombstone")
    press(station, Key.Key_2)
    assert newest(station).regions == (RegionJudgment(boxes[1], JudgmentKind.NG, "Tombstone"),)
    assert newest(station).defect_code == "Tombstone"
    qtbot.keyClick(station.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(qtbot, lambda: review.controller.can_judge() and newest(station).kind is JudgmentKind.WITHDRAWN)
    assert newest(station).regions == ()
    qtbot.keyClick(station.window, Key.Key_2, Qt.KeyboardModifier.NoModifier)
    wait_until(qtbot, lambda: newest(station).kind is JudgmentKind.NG)
    assert newest(station).regions == ()  # no region was selected

    wait_until(qtbot, review.controller.can_judge)
    press(station, Key.Key_1)
    only = review.controller.current
    assert only is not None
    assert len(only.inspection.regions) == 1
    assert place.text() == "NG marks region 1"
    press(station, Key.Key_2)
    assert [region.kind for region in newest(station).regions] == [JudgmentKind.NG]
    review.controller.show_item(only.item_id)
    wait_until(qtbot, review.controller.can_judge)
    press(station, Key.Key_4)  # the correction is not held up by the region that NG had marked
    assert (newest(station).kind, newest(station).regions) == (JudgmentKind.FALSE_CALL, ())


def test_that_ng_marks_nothing_while_the_findings_are_hidden(
    stations: Stations, line: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(line, 4)
    review = station.window.review
    review.controller.show_item(review.queue.ids()[2])
    wait_until(qtbot, review.controller.can_judge)
    assert review._review_state.session is not None
    review._review_state.session.verdict_first = True
    review.controller.change_person()
    wait_until(qtbot, review.controller.can_judge)
    assert review.details.judgment.place.text() == "NG: place not said"
    press(station, Key.Key_2)
    written = newest(station)
    assert written.regions == ()
    press(station, Key.Key_2)  # the same key continues, without another record
    assert newest(station) == written
