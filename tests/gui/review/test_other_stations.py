"""Two windows on one queue, whose records are on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from engine.postgresql_server import Server, start_server
from gui.conftest import SCORES, Stations
from gui.waiting import wait_until, wait_until_active
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_judgment
from vqganodip_gui.app import Station
from vqganodip_gui.review.connection_bar import ConnectionBar
from vqganodip_gui.review.queue_model import QueueRole
from vqganodip_gui.services.settings import Settings

pytestmark = pytest.mark.parametrize("stations", ["sqlite"], indirect=True)  # the workspace is on a server of its own

Key = Qt.Key
Open = Callable[[str], Station]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that tests stop and start."""
    with start_server(("listen_addresses = ''", "max_connections = 60", "shared_buffers = 16MB")) as own:
        yield own


@pytest.fixture
def workspace(server: Server, tmp_path: Path) -> Path:
    """A shared folder whose records are on the server."""
    open_workspace(tmp_path / "ws", database=server.new_database()).close()
    return tmp_path / "ws"


@pytest.fixture
def open_window(
    stations: Stations, workspace: Path, boards: Path, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Open]:
    """Opener of windows of several people in one folder; the first one inspects the boards."""

    def opened(name: str) -> Station:
        settings = Settings(tmp_path / f"window {name}.json")
        settings.set("operator", name)
        settings.set("station", f"station of {name}")
        stations._settings = settings
        first = not stations._open
        station = stations.reviewing(boards) if first else stations.start()
        wait_until(qtbot, lambda: station.window.review.controller.count() == len(SCORES))
        wait_until(qtbot, station.window.review.controller.can_judge)
        others = [one for one in stations._open if one is not station]
        wait_until(qtbot, lambda: shown(station) not in ["", *map(shown, others)])  # not before the lease is answered
        return station

    yield opened
    stations.stop_all()


def shown(station: Station) -> str:
    current = station.window.review.controller.current
    return "" if current is None else current.serial


def press_key(qtbot: QtBot, station: Station, key: Qt.Key) -> None:
    """Press a key in the window of a person; the other window loses the keyboard."""
    wait_until_active(qtbot, station.window)
    qtbot.keyClick(station.window, key)


def bar(station: Station) -> str:
    found = station.window.findChild(ConnectionBar)
    return found.text.text() if found is not None and not found.isHidden() else ""


def detail(station: Station, item_id: int) -> str:
    queue = station.window.review.queue
    row = queue.row_of(item_id)
    return str(queue.data(queue.index(row), QueueRole.DETAIL))


def records(station: Station) -> list[tuple[int, JudgmentKind, str, Purpose]]:
    assert station.context.workspace is not None
    kept = station.context.workspace.repository.judgments()
    return [(one.item_id, one.kind, one.operator, one.purpose) for one in kept]


def test_that_two_windows_work_on_one_queue(open_window: Open, qtbot: QtBot) -> None:
    ann = open_window("Ann")
    bob = open_window("Bob")
    wait_until(qtbot, lambda: shown(bob) not in ("", shown(ann)))
    mine, theirs = (s.window.review.controller.current for s in (ann, bob))
    assert mine is not None
    assert theirs is not None
    wait_until(qtbot, lambda: detail(bob, mine.item_id) == "with Ann")
    wait_until(qtbot, lambda: detail(ann, theirs.item_id) == "with Bob")
    press_key(qtbot, ann, Key.Key_1)
    wait_until(qtbot, lambda: bob.window.review.queue.row_of(mine.item_id) < 0)
    wait_until(qtbot, lambda: shown(ann) not in (mine.serial, theirs.serial))
    wait_until(qtbot, lambda: bob.review_state.counts[1] == 1)
    bob.window.close()  # what it had is free
    wait_until(qtbot, lambda: not ann.window.review.controller.next.taken)


def test_that_a_board_of_another_is_only_looked_at_until_it_is_left(open_window: Open, qtbot: QtBot) -> None:
    ann = open_window("Ann")
    bob = open_window("Bob")
    theirs = bob.window.review.controller.current
    assert theirs is not None
    controller = ann.window.review.controller
    wait_until(qtbot, lambda: theirs.item_id in controller.next.taken)
    controller.show_item(theirs.item_id)
    wait_until(qtbot, lambda: controller.judged_by == "Bob")
    assert "Bob is judging this board" in ann.window.review.message.text.text()
    press_key(qtbot, ann, Key.Key_1)
    assert records(ann) == []
    bob.window.review.controller.show_item(next(n for n in controller.queue.ids() if n != theirs.item_id))
    wait_until(qtbot, controller.can_judge)
    press_key(qtbot, ann, Key.Key_1)
    assert [(r[0], r[2]) for r in records(ann)] == [(theirs.item_id, "Ann")]


def test_that_work_goes_on_without_the_server(open_window: Open, server: Server, qtbot: QtBot) -> None:
    ann = open_window("Ann")
    controller = ann.window.review.controller
    repository = ann.context.workspace.repository  # type: ignore[union-attr]
    wait_until(qtbot, lambda: len(repository._known._items) == len(SCORES))  # type: ignore[attr-defined]
    wait_until(qtbot, lambda: not ann.tasks.busy())
    judged = []
    server.stop("immediate")
    try:
        for key in (Key.Key_2, Key.Key_1, Key.Key_3):
            wait_until(qtbot, controller.can_judge)
            judged.append(controller.current.item_id)  # type: ignore[union-attr]
            before = controller.writes
            press_key(qtbot, ann, key)
            wait_until(qtbot, lambda before=before: controller.writes > before)  # type: ignore[misc]
        wait_until(qtbot, lambda: bar(ann) == "No connection to the server. Judgments are kept on this computer: 3.")
        assert len(set(judged)) == 3
    finally:
        server.start()
    wait_until(qtbot, lambda: not bar(ann))
    kinds = [JudgmentKind.NG, JudgmentKind.OK, JudgmentKind.DOUBTFUL]
    expected = [(number, kind, "Ann", Purpose.REVIEW) for number, kind in zip(judged, kinds, strict=True)]
    assert records(ann) == expected
    assert repository.verify().holds
    wait_until(qtbot, controller.can_judge)


def test_that_a_contradiction_is_shown_to_both(open_window: Open, qtbot: QtBot) -> None:
    ann = open_window("Ann")
    bob = open_window("Bob")
    mine = ann.window.review.controller.current
    assert mine is not None
    link = ann.context.workspace.repository.link  # type: ignore[union-attr]
    link.restore, restore = (lambda: None), link.restore  # type: ignore[method-assign]
    ann.review_state.others.link._watch._connected = lambda: (_ for _ in ()).throw(OSError("cut"))  # type: ignore
    link.lose()
    wait_until(qtbot, lambda: bool(bar(ann)))
    press_key(qtbot, ann, Key.Key_2)
    wait_until(qtbot, lambda: bar(ann).endswith(": 1."))
    theirs = bob.context.workspace.repository  # type: ignore[union-attr]
    theirs.add_judgment(replace(sample_judgment(mine.item_id), operator="Bob"))
    link.restore = restore  # type: ignore[method-assign]
    del ann.review_state.others.link._watch._connected  # type: ignore[union-attr]
    for station in (ann, bob):
        wait_until(qtbot, lambda s=station: "Ann judged it NG, and Bob OK" in s.window.review.message.text.text())  # type: ignore[misc]
    assert records(ann) == [
        (mine.item_id, JudgmentKind.OK, "Bob", Purpose.REVIEW),
        (mine.item_id, JudgmentKind.NG, "Ann", Purpose.SECOND),
    ]
