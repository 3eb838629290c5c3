"""Start of the program: light imports before the first paint, quick help, a log after a crash."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import HANG_GUARD_S, wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from vqganodip.store.workspace import open_workspace
from vqganodip_gui.services import workspaces
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell.crash_handler import CrashHandler

HEAVY = (
    "torch", "torchvision", "sklearn", "xgboost", "lightgbm", "imblearn", "scipy", "skimage", "cv2", "pandas",
    "pyqtgraph", "sqlalchemy",
)  # fmt: skip

_FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.settings import Settings
folder = Path(sys.argv[1])
application = QApplication([])
station = Station(application, StartOptions(folder / "ws"), Settings(folder / "window.json"))
seen = []
station.window.painted.disconnect(station.warm_up)
station.window.painted.connect(lambda: (seen.extend(sys.modules), application.quit()))
station.start()
application.exec()
station.window.close()
print(",".join(name for name in sys.argv[2].split(",") if name in seen))
"""


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}


def test_that_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT, str(tmp_path), ",".join(HEAVY)],
        capture_output=True, text=True, env=environment(), timeout=HANG_GUARD_S, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == "\n"


def test_that_help_comes_without_qt() -> None:
    code = (
        "import sys\nfrom vqganodip_gui.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit as end:\n"
        "    assert end.code == 0\nassert 'PySide6' not in sys.modules and 'numpy' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 0, done.stderr
    for option in ("--workspace", "--bundle", "--boards"):
        assert option in done.stdout


def test_that_a_missing_folder_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    from vqganodip_gui.__main__ import parse

    with pytest.raises(SystemExit) as end:
        parse(["--boards", "no-such-folder"])
    assert end.value.code == 2
    assert "no-such-folder does not exist" in capsys.readouterr().err


def test_that_a_crash_is_logged_in_the_workspace_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handler = CrashHandler(tmp_path)
    try:
        raise KeyError("lost")
    except KeyError as error:
        caught = error
    # off the main thread no dialog is opened
    thread = threading.Thread(target=handler.handle, args=(KeyError, caught, caught.__traceback__))
    thread.start()
    thread.join()
    log = tmp_path / "logs" / "crash.log"
    assert "KeyError: 'lost'" in log.read_text(encoding="utf-8")
    assert str(log) in capsys.readouterr().err


def test_that_a_day_of_calls_to_qt_does_not_use_up_none() -> None:
    code = (
        "import vqganodip_gui\nfrom PySide6.QtCore import QObject\nthing = QObject()\n"
        "for _ in range(200_000):\n    thing.setObjectName('x')\nprint('alive')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=False)
    assert done.stdout == "alive\n", done.stderr
    assert done.returncode == 0


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen screen has no window manager
def test_that_a_workspace_that_was_open_before_is_opened_again_with_a_digit(
    stations: Stations, tmp_path: Path, settings: Settings, qtbot: QtBot, qapp: QApplication
) -> None:
    gone, other = tmp_path / "gone", tmp_path / "other"
    open_workspace(other).close()
    for folder in (gone, other):
        workspaces.remember(settings, folder)
    station = stations.start()
    opened = station.context.workspace
    assert opened is not None
    assert workspaces.recent_folders(settings) == [opened.folder, other, gone]
    station.window.actions_by_name["recent_workspaces"].trigger()
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isEnabled() for action in menu.actions()] == [False, True, False]
    qtbot.keyClick(menu, Qt.Key.Key_2)
    wait_until(qtbot, lambda: station.context.workspace is not None and station.context.workspace.folder == other)
    assert workspaces.recent_folders(settings)[0] == other
    settings.set(workspaces.SETTING, "damaged")
    assert workspaces.recent_folders(settings) == []
