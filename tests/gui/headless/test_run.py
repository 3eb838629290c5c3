"""Unattended runs in their own processes: real window offscreen, real bundle, real files."""

from __future__ import annotations

import csv
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.small_training import small_training
from engine.tiny_boards import tiny_board, write_tiny_line
from engine.waiting import HANG_GUARD_S
from gui.fakes import draw_board
from PIL import Image as Pillow

from vqganodip.errors import ImageError
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.events import BoardDone, BoardFailed, BoardStarted
from vqganodip.review.judgments import QueueFilter, ReviewItem
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection
from vqganodip_gui import __main__ as program
from vqganodip_gui.headless.progress import UnattendedProgress
from vqganodip_gui.services.display_server import missing_screen

_SLOW = """
import signal, sys, time
from pathlib import Path
from gui.fakes import DrawnBoardInspector
from vqganodip_gui.headless.run import run_headless
workspace, bundle, boards = (Path(a) for a in sys.argv[1:4])

class UntilInterrupted(DrawnBoardInspector):
    at_once = 2
    def inspect(self, path):
        self.at_once -= 1
        while self.at_once < 0 and signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            time.sleep(0.001)
        yield from super().inspect(path)

sys.exit(run_headless(workspace, bundle, boards, None, lambda _bundle: UntilInterrupted()))
"""

_BROKEN = """
import sys
from pathlib import Path
from gui.fakes import DrawnBoardInspector
from vqganodip_gui.headless.progress import UnattendedProgress
from vqganodip_gui.headless.run import run_headless
def broken(_self, _event):
    raise KeyError("lost")
UnattendedProgress.show_event = broken
workspace, bundle, boards = (Path(a) for a in sys.argv[1:4])
sys.exit(run_headless(workspace, bundle, boards, None, DrawnBoardInspector.open))
"""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Environment without a screen, with its own home."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in gone}
    places = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return bare | places | {"PYTHONPATH": os.pathsep.join(sys.path)} | more


def start(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vqganodip_gui", *(str(a) for a in arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment(home), timeout=HANG_GUARD_S, check=False
    )


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A line of tiny boards, and a bundle trained on it briefly."""
    folder = tmp_path_factory.mktemp("trained")
    line = write_tiny_line(folder / "line", train=8, good=3, defective=3)
    fit = ("fit", line, "--bundle", folder / "gearbox", "--jobs", 1, "--classifiers", "LR", "--no-other-processors")
    with small_training():
        assert run("train", line, "--bundle", folder / "gearbox", "--steps", 4, "--json") == 0
        assert run(*fit) == 0
    return line, folder / "gearbox"


def test_that_the_main_job_is_done_without_a_screen(trained: tuple[Path, Path], tmp_path: Path) -> None:
    line, bundle = trained
    done = start(tmp_path, "--workspace", tmp_path / "ws", "--bundle", bundle, "--boards", line / "test")
    assert done.returncode == 0, done.stderr
    first, *more = done.stderr.splitlines()
    assert first.startswith("vqganodip-gui: there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)")
    assert more[0] == "loading the model gearbox"
    assert more[-1].startswith("board 6 of 6: ")
    said, *paths = done.stdout.splitlines()
    assert said.startswith("6 boards of the workspace in the report, ")
    (folder,) = (tmp_path / "ws").glob("report-*")
    assert [Path(path) for path in paths] == [
        folder / name
        for name in (
            "report.html", "boards.csv", "judgments.csv", "window-light-1366.png", "window-light-1920.png",
            "window-dark-1366.png", "window-dark-1920.png",
        )
    ]  # fmt: skip
    boards = rows_of(folder / "boards.csv")
    assert len(boards) == 6
    assert {board["judgment"] for board in boards} == {"unjudged"}
    assert all((float(b["score"]) >= float(b["threshold"])) is (b["flagged"] == "1") for b in boards)
    assert rows_of(folder / "judgments.csv") == []
    page = (folder / "report.html").read_text(encoding="utf-8")
    for part in ("Inspection report: gearbox", "Against ground truth", "What the calibration promised", "data:image/"):
        assert part in page
    pictures = [read_image(path).pixels for path in paths[3:]]
    assert [picture.shape for picture in pictures] == [(768, 1366, 3), (1080, 1920, 3)] * 2
    assert pictures[0].mean() > pictures[2].mean() + 40  # light, then dark


def test_that_a_second_run_remembers_and_leaves_no_trace_in_the_settings(
    trained: tuple[Path, Path], tmp_path: Path
) -> None:
    _line, bundle = trained
    boards = tmp_path / "boards"
    boards.mkdir()
    Pillow.fromarray(tiny_board(np.random.default_rng(5))).save(boards / "SN 1.png")
    Pillow.fromarray(tiny_board(np.random.default_rng(6))).save(boards / "SN 2.png")
    (boards / "SN 3.png").write_text("not an image")
    remembered = {"workspace": str(tmp_path / "ws"), "bundle": str(bundle), "boards": str(boards), "station": "line 1"}
    settings = tmp_path / "config" / "vqganodip" / "window.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(remembered), encoding="utf-8")
    with open_workspace(tmp_path / "ws") as workspace:
        for number in (1, 2):
            workspace.repository.add_inspection(sample_inspection(number), f"old {number}")
        workspace.repository.put_setting("review.position.line 1", "2")
    done = start(tmp_path, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "board 3 of 3: SN 3.png not inspected: is not a PNG" in done.stderr
    assert done.stderr.splitlines()[-1] == "vqganodip-gui: 1 image could not be inspected; the report names them."
    assert json.loads(settings.read_text(encoding="utf-8")) == remembered
    assert len(rows_of(tmp_path / "out" / "boards.csv")) == 4
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "1 image could not be inspected" in page
    assert "2 more inspections by other bundles" in page
    with open_workspace(tmp_path / "ws") as workspace:
        assert workspace.repository.get_setting("review.position.line 1") == "2"


def test_that_nothing_to_inspect_is_said_in_one_line(tmp_path: Path) -> None:
    done = start(tmp_path, "--headless", "--workspace", tmp_path / "ws", "--boards", tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    _why, *said = done.stderr.splitlines()
    assert said == ["vqganodip-gui: there is nothing to inspect: no model bundle is named (--bundle DIR)."]


def test_that_an_error_of_the_engine_is_said_in_one_line(tmp_path: Path) -> None:
    done = start(tmp_path, "--workspace", tmp_path / "ws", "--bundle", tmp_path, "--boards", tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"vqganodip-gui: {tmp_path}: there is no model bundle here.")


def test_that_a_fault_ends_the_run_with_a_log_and_no_dialog(tmp_path: Path) -> None:
    for name in ("boards", "bundle"):
        (tmp_path / name).mkdir()
    draw_board(tmp_path / "boards" / "SN1.png", 0.7)
    command = [sys.executable, "-c", _BROKEN, *(str(tmp_path / name) for name in ("ws", "bundle", "boards"))]
    bare = environment(tmp_path, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(command, capture_output=True, text=True, env=bare, timeout=HANG_GUARD_S, check=False)
    assert done.returncode == 1
    assert "KeyError: 'lost'" in done.stderr
    assert "KeyError: 'lost'" in (tmp_path / "ws" / "logs" / "crash.log").read_text(encoding="utf-8")
    last = "vqganodip-gui: the application failed; the lines above say where the log is."
    assert done.stderr.splitlines()[-1] == last


def test_that_ctrl_c_keeps_what_was_inspected(tmp_path: Path) -> None:
    for name in ("boards", "bundle"):
        (tmp_path / name).mkdir()
    for number in range(60):
        draw_board(tmp_path / "boards" / f"SN{number}.png", 0.7, seed=number)
    command = [sys.executable, "-c", _SLOW, *(str(tmp_path / name) for name in ("ws", "bundle", "boards"))]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"),
    )  # fmt: skip
    assert running.stderr is not None
    while "board" not in running.stderr.readline():
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=HANG_GUARD_S)
    assert running.returncode == 130
    assert out == ""
    last = "vqganodip-gui: interrupted; the boards inspected so far are kept in the workspace."
    assert err.splitlines()[-1] == last
    assert "Traceback" not in err
    with open_workspace(tmp_path / "ws", create=False) as workspace:
        assert 1 <= workspace.repository.count(QueueFilter()) < 60


def test_that_many_boards_are_reported_in_few_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 0.0)  # lines are thinned by the clock, which is stopped here
    with UnattendedProgress() as progress:
        for number in range(1, 501):
            item = ReviewItem(number, f"SN {number}\n\x1b[2J", sample_inspection(number))
            progress.show_event(BoardStarted(Path("x.png"), number - 1, 500))
            progress.show_event(BoardDone(item, number - 1, 500))
        for number in (1, 2):
            error = ImageError("image-truncated", "is truncated")
            progress.show_event(BoardFailed(Path(f"{number}.png"), error, number - 1, 500))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "board 1 of 500: SN 1\\n\\x1b[2J score 0.83 flagged (1 flagged so far)"
    assert lines[-3].endswith("(500 flagged so far)")
    assert lines[-2:] == [f"board {n} of 500: {n}.png not inspected: is truncated" for n in (1, 2)]
    assert len(lines) < 8


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_that_a_screen_is_one_that_answers() -> None:
    assert missing_screen({}) == "neither DISPLAY nor WAYLAND_DISPLAY is set"
    assert missing_screen({"QT_QPA_PLATFORM": "offscreen:size"}) == "QT_QPA_PLATFORM is offscreen"
    assert missing_screen({"QT_QPA_PLATFORM": "xcb"}) == ""
    assert missing_screen({"DISPLAY": "desk:0"}) == ""
    assert missing_screen({"DISPLAY": ":987"}) == "nothing answers at DISPLAY=:987"
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as compositor:
        given = {"DISPLAY": ":987", "WAYLAND_DISPLAY": "w-0", "XDG_RUNTIME_DIR": folder}
        assert missing_screen(given) == "nothing answers at DISPLAY=:987 and WAYLAND_DISPLAY=w-0"
        compositor.bind(f"{folder}/w-0")
        compositor.listen()
        assert missing_screen(given) == ""


def test_that_out_needs_headless(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(program, "missing_screen", lambda: "")
    with pytest.raises(SystemExit) as end:
        program.parse(["--out", "x"])
    assert end.value.code == 2
    assert "--out needs --headless" in capsys.readouterr().err
    assert program.parse(["--out", "x", "--headless"]).out == Path("x")
