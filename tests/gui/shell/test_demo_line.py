"""The first start: a demo line fills the queue, is marked as such, and can be left and reopened."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.fakes import draw_board
from gui.waiting import wait_until
from pytestqt.qtbot import QtBot

from vqganodip.datasets.synthetic.demo_line import BOARDS, MARKER, DemoLine, begin_demo_line, read_demo_line
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT
from vqganodip.testing import PlannedInspector
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services import resources
from vqganodip_gui.services.settings import Settings, default_workspace
from vqganodip_gui.shell.workspace_dialog import NewWorkspaceDialog

LINE = DemoLine(normal=3, defective=2, size=256)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without settings, and an installation with the demo bundle."""
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_a, **_k: str(tmp_path / "data"))
    monkeypatch.setattr(resources, "demo_bundle", lambda product=DEMO_PRODUCT: tmp_path / "demo" / product)
    return tmp_path / "data"


@pytest.fixture
def inspector() -> PlannedInspector:
    return PlannedInspector(LINE)


def filled(station: Station, qtbot: QtBot) -> None:
    controller, line = station.window.review.controller, station.context.demo
    assert line is not None
    wait_until(qtbot, lambda: controller.count() == len(line) and not station.engine.busy())


_OTHERS: set[int | None] = set()
"""Processes of other tests that still run, such as idle workers of a classifier search."""


@pytest.fixture(autouse=True)
def processes_of_other_tests() -> None:
    _OTHERS.clear()
    _OTHERS.update(child.pid for child in multiprocessing.active_children())


def drawing() -> list[multiprocessing.process.BaseProcess]:
    """Processes that render boards, without idle workers of a classifier search."""
    new = (child for child in multiprocessing.active_children() if child.pid not in _OTHERS)
    return [child for child in new if not child.name.startswith("Loky")]


def test_that_the_first_start_is_the_demo_line_and_says_so(
    stations: Stations, inspector: PlannedInspector, settings: Settings, qtbot: QtBot
) -> None:
    read = stations.hold()
    station = stations.first(LINE, inspector, read=read)
    window = station.window
    assert read_demo_line(default_workspace()) == LINE
    assert window.review.empty.title.text() == "The demo line is starting…"
    assert window.status.demo.isVisible()
    assert window.status.demo.text() == "Demo line"
    assert window.status.demo.toolTip() == (
        "Rendered boards, scored by the bundle that ships with the program. No real board is shown."
    )
    assert window.bar.product.text() == "gearbox (demo)"
    told: list[str] = []
    window.review.status_changed.connect(lambda: told.append(window.status.engine.text()))
    read.set()
    wait_until(qtbot, window.review.controller.can_judge)
    filled(station, qtbot)
    assert any(text.startswith("rendering ") or " · rendering " in text for text in told)
    assert any(text.startswith(f"inspecting 5 of 5: {LINE.boards()[-1].name}") for text in told)
    assert window.status.engine.text() == ""
    assert window.review.controller.count(flagged_only=True) == 2
    assert [path.name for path in inspector.inspected] == [board.name for board in LINE.boards()]
    # the demo line does not overwrite the choices of the user
    assert (settings.text("bundle"), settings.text("boards")) == ("", "")
    assert settings.text("workspace") == str(default_workspace())


def test_that_a_restart_goes_on_where_the_first_start_was_closed(stations: Stations, qtbot: QtBot) -> None:
    line = DemoLine(normal=38, defective=2, size=256)  # more than are rendered before the window closes
    inspector = PlannedInspector(line)
    station = stations.first(line, inspector)
    wait_until(qtbot, station.window.review.controller.can_judge)
    stations.stop(station)
    assert not drawing()
    boards = default_workspace() / BOARDS
    for board in line.boards()[10:]:  # some may have been drawn before the window closed
        (boards / board.name).unlink(missing_ok=True)
    there = {path: path.stat().st_mtime_ns for path in boards.iterdir()}
    assert there
    assert {path.suffix for path in there} == {".png"}
    again = stations.first(line, inspector)
    assert again.window.status.demo.isVisible()
    filled(again, qtbot)
    assert {path: path.stat().st_mtime_ns for path in there} == there
    assert len(inspector.inspected) == len(set(inspector.inspected)) == len(line)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_a_new_workspace_leaves_the_demo_line_and_the_menu_returns_to_it(
    stations: Stations, inspector: PlannedInspector, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.first(LINE, inspector)
    window, do = station.window, station.window.actions_by_name
    wait_until(qtbot, window.review.controller.can_judge)
    do["new_workspace"].trigger()
    dialog = window.findChild(NewWorkspaceDialog)
    dialog.folder.setText(str(tmp_path / "new" / "mine"))
    dialog.ok.click()
    wait_until(qtbot, lambda: station.context.demo is None)
    assert not window.status.demo.isVisible()
    assert window.status.workspace.text() == "mine"
    assert window.bar.product.text() == "No model"
    assert window.review.empty.title.text() == "First, choose a model of your product"
    assert "Open demo line" in window.review.empty.text.text()
    assert not station.engine.busy()
    wait_until(qtbot, lambda: not drawing())
    assert not (tmp_path / "new" / "mine" / MARKER).exists()
    do["open_demo_line"].trigger()
    wait_until(qtbot, lambda: station.context.demo is not None)
    assert window.status.demo.isVisible()
    filled(station, qtbot)
    assert len(inspector.inspected) == len(set(inspector.inspected))


def test_that_without_the_bundle_the_first_start_is_the_empty_state_and_a_sentence(
    stations: Stations, inspector: PlannedInspector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "demo_bundle", lambda product=DEMO_PRODUCT: None)
    station = stations.first(LINE, inspector)
    empty = station.window.review.empty
    assert empty.title.text() == "First, choose a model of your product"
    assert "This installation has no demo line." in empty.text.text()
    assert not (default_workspace() / MARKER).exists()
    assert not station.window.status.demo.isVisible()
    station.window.actions_by_name["open_demo_line"].trigger()
    assert "no demo line" in station.window.review.message.text.text()


def test_that_a_demo_line_whose_bundle_is_gone_opens_and_says_what_to_do(
    stations: Stations, inspector: PlannedInspector, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_demo_line(default_workspace(), LINE)
    monkeypatch.setattr(resources, "demo_bundle", lambda product=DEMO_PRODUCT: None)
    station = stations.first(LINE, inspector)
    assert station.window.status.demo.isVisible()
    assert station.window.review.empty.title.text() == "The demo line cannot continue"
    assert station.window.review.empty.button.text() == "New workspace…"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_own_boards_do_not_go_into_the_demo_line(
    stations: Stations, inspector: PlannedInspector, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.first(LINE, inspector)
    message = station.window.review.message
    for name in ("open_boards", "open_bundle"):
        station.window.actions_by_name[name].trigger()
        assert message.text.text().startswith("The demo line shows rendered boards only.")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("keep")
    message.button.click()
    dialog = station.window.findChild(NewWorkspaceDialog)
    dialog.folder.setText(str(tmp_path / "full"))
    dialog.ok.click()
    assert "is not empty" in dialog.message.text()
    assert station.context.demo is not None
    dialog.folder.setText(str(tmp_path / "mine"))
    dialog.ok.click()
    wait_until(qtbot, lambda: station.context.demo is None)


def test_that_boards_named_at_the_start_get_a_workspace_of_their_own(
    stations: Stations, inspector: PlannedInspector, settings: Settings, tmp_path: Path, qtbot: QtBot, home: Path
) -> None:
    begin_demo_line(default_workspace(), LINE)
    settings.set("workspace", str(default_workspace()))
    (tmp_path / "boards").mkdir()
    draw_board(tmp_path / "boards" / "SN1.png", 0.9)
    (tmp_path / "bundle").mkdir()
    places = StartOptions(None, tmp_path / "bundle", tmp_path / "boards")
    station = stations.first(LINE, inspector, places)
    assert station.context.demo is None
    assert station.context.workspace is not None
    assert station.context.workspace.folder == home / "own boards"
    assert station.context.boards == tmp_path / "boards"


def test_that_a_demo_line_named_together_with_boards_says_that_they_are_not_used(
    stations: Stations, inspector: PlannedInspector, tmp_path: Path
) -> None:
    begin_demo_line(tmp_path / "ws", LINE)
    (tmp_path / "boards").mkdir()
    station = stations.first(LINE, inspector, StartOptions(tmp_path / "ws", None, tmp_path / "boards"))
    assert station.context.boards == tmp_path / "ws" / BOARDS
    assert "are not used" in station.window.review.message.text.text()


def test_that_an_ordinary_workspace_in_the_default_place_stays_one_and_the_demo_line_goes_beside_it(
    stations: Stations, inspector: PlannedInspector, qtbot: QtBot, home: Path
) -> None:
    default_workspace().mkdir(parents=True)
    (default_workspace() / "judgments.csv").write_text("kept")
    station = stations.first(LINE, inspector)
    assert station.context.demo is None
    station.window.actions_by_name["open_demo_line"].trigger()
    wait_until(qtbot, lambda: station.context.demo is not None)
    assert station.context.workspace is not None
    assert station.context.workspace.folder == home / "demo line"


def test_that_a_damaged_marker_is_an_error_with_a_next_step(
    stations: Stations, inspector: PlannedInspector, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    station = stations.first(LINE, inspector)
    (tmp_path / "ws").mkdir(exist_ok=True)
    (tmp_path / "ws" / MARKER).write_text("{")
    station.open(tmp_path / "ws")
    wait_until(qtbot, lambda: "not which one" in station.window.review.message.text.text())
    assert station.context.demo is not None


def test_that_the_demo_bundle_is_looked_for_under_the_demo_product(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(resources, "resource_folder", lambda: tmp_path)
    assert resources.demo_bundle() is None
    folder = tmp_path / "demo" / DEMO_PRODUCT
    folder.mkdir(parents=True)
    assert resources.demo_bundle() is None
    (folder / "manifest.json").write_text("{}")
    assert resources.demo_bundle() == folder
