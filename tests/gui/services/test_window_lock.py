"""One window works in a workspace: a second start raises it, and elsewhere the workspace is opened to look only."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind
from vqganodip.store.workspace import DATABASE, open_workspace
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.services.window_lock import LOCK, Holder, WindowLock, take_lock

Key = Qt.Key
ONE_WINDOW = pytest.mark.parametrize("stations", ["sqlite"], indirect=True)  # on a server, windows share a folder


@pytest.fixture
def second(qapp: QApplication, tmp_path: Path) -> Iterator[Station]:
    """Another station on the workspace of ``stations``, with settings of its own."""
    station = Station(qapp, StartOptions(tmp_path / "ws", None, None), Settings(tmp_path / "second.json"))
    yield station
    station.window.close()
    station.window.deleteLater()
    station.deleteLater()


@contextmanager
def held_elsewhere(folder: Path, host: str) -> Iterator[None]:
    """Hold the lock of a workspace as the window of another computer does."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom vqganodip.files import lock_file\n"
        "unlock = lock_file(Path(sys.argv[1]), sys.argv[2].encode())\n"
        "print('held', flush=True)\nsys.stdin.readline()\n"
    )
    note = f'{{"host": "{host}", "user": "ann", "server": ""}}'
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, str(folder / LOCK), note]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        yield
        other.stdin.write(b"\n")


@ONE_WINDOW
def test_that_a_second_start_raises_the_first_window_and_ends(
    stations: Stations, boards: Path, qtbot: QtBot, second: Station
) -> None:
    first = stations.reviewing(boards)
    first.window.showMinimized()
    closed: list[bool] = []
    second.window.closing.connect(lambda: closed.append(True))
    second.start()
    wait_until(qtbot, lambda: bool(closed))
    assert not first.window.isMinimized()
    assert second.context.workspace is None
    qtbot.keyClick(first.window, Key.Key_2)  # # the first window works on
    assert [j.kind for j in first.context.workspace.repository.judgments()] == [JudgmentKind.NG]  # type: ignore[union-attr]


@ONE_WINDOW
def test_that_the_lock_is_free_after_the_window_is_closed(
    stations: Stations, boards: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    station = stations.reviewing(boards)
    assert isinstance(take_lock(tmp_path / "ws", ""), Holder)
    stations.stop(station)
    lock = take_lock(tmp_path / "ws", "")
    assert isinstance(lock, WindowLock)
    lock.release()
    lock.release()  # # harmless


@ONE_WINDOW
def test_that_from_elsewhere_the_workspace_is_looked_at_only(
    stations: Stations, boards: Path, qtbot: QtBot, tmp_path: Path, second: Station
) -> None:
    station = stations.reviewing(boards)
    stations.stop(station)
    folder = tmp_path / "ws"
    with held_elsewhere(folder, "line-7"):
        before = hashlib.sha256((folder / DATABASE).read_bytes()).hexdigest()
        second.settings.set("operator", "Otto")
        second.start()
        wait_until(qtbot, lambda: second.context.workspace is not None)
        review = second.window.review
        assert "open elsewhere (ann on line-7)" in review.message.text.text()
        settle(qtbot, second)
        wait_until(qtbot, review.controller.can_judge)
        assert not second.context.inspect()
        review.controller.patience_s = 600
        qtbot.keyClick(second.window, Key.Key_2)
        assert "to look at it only" in review.message.text.text()
        assert hashlib.sha256((folder / DATABASE).read_bytes()).hexdigest() == before
    second.reopen()
    wait_until(qtbot, lambda: not second.context.workspace.repository.read_only)  # type: ignore[union-attr]


@ONE_WINDOW
def test_that_another_workspace_of_another_window_stays_there(
    stations: Stations, boards: Path, qtbot: QtBot, tmp_path: Path, second: Station
) -> None:
    first = stations.reviewing(boards)
    open_workspace(tmp_path / "other").close()
    second._places = StartOptions(tmp_path / "other", None, None)
    second.start()
    wait_until(qtbot, lambda: second.context.workspace is not None)
    second.open(tmp_path / "ws")
    wait_until(qtbot, lambda: "open in another window" in second.window.review.message.text.text())
    assert second.context.workspace is not None
    assert second.context.workspace.folder == tmp_path / "other"
    assert first.context.workspace is not None
