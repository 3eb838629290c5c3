"""The demo line: the same boards for a seed, drawn by one process that ends with its caller."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
import pytest
from engine.waiting import wait_until

from vqganodip.datasets.synthetic.dataset import RenderedLine, _tasks
from vqganodip.datasets.synthetic.demo_line import (
    BOARDS,
    MARKER,
    DemoBoards,
    DemoLine,
    begin_demo_line,
    is_free,
    read_demo_line,
)
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.errors import ExportError, SettingsError, StoreError
from vqganodip.imaging.decoding import read_image
from vqganodip.imaging.folders import find_images
from vqganodip.inspection.events import BoardDone, BoardKnown
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.records import Label, Verdict
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import PlannedInspector

SMALL = DemoLine(normal=2, defective=1, size=256)
MANY = 2_000
"""More boards than any test waits for."""


def is_running(pid: int) -> bool:
    """Return True if the process runs; a zombie does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def drawing_processes() -> list[BaseProcess]:
    return [process for process in multiprocessing.active_children() if process.name == "demo line"]


def test_that_a_seed_gives_the_same_line_and_another_seed_another() -> None:
    assert DemoLine().boards() == DemoLine().boards()
    names = [{board.name for board in DemoLine(seed=seed).boards()} for seed in (1, 2)]
    assert not names[0] & names[1]


def test_that_both_labels_come_early_and_each_serial_number_once() -> None:
    for seed in range(5):
        boards = DemoLine(seed=seed).boards()
        labels = [board.label for board in boards]
        assert (labels.count(Label.NORMAL), labels.count(Label.DEFECTIVE)) == (40, 20)
        assert labels[0] is Label.DEFECTIVE
        assert set(labels[1:6]) == set(Label)
        serials = [board.serial for board in boards]
        assert serials == sorted(set(serials))
        assert len({board.seed for board in boards}) == 60


def test_that_no_board_of_a_demo_line_is_in_a_rendered_data_set(tmp_path: Path) -> None:
    mine = {board.seed for board in DemoLine().boards()}
    for seed in (*range(20), DemoLine().seed):
        line = RenderedLine("gearbox", seed, train=400, mask=0, good=0, defective=200)
        assert not mine & {task.seed for task in _tasks(tmp_path, line)}


@pytest.mark.parametrize(
    "wrong", [{"product": "toaster"}, {"size": 300}, {"normal": -1}, {"normal": 0, "defective": 0}]
)
def test_that_an_impossible_line_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match="no such demo line"):
        DemoLine(**wrong)  # type: ignore[arg-type]


def test_that_a_workspace_is_a_demo_line_by_its_marker(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "ws"
    assert is_free(folder)
    assert read_demo_line(folder) is None
    begin_demo_line(folder, SMALL)
    assert read_demo_line(folder) == SMALL
    assert not is_free(folder)
    values = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    assert values == {
        "product": "gearbox", "seed": 2, "normal": 2, "defective": 1, "size": 256, "variation": 1.0,
    }  # fmt: skip


@pytest.mark.parametrize("content", ["", "[]", "{", '{"product": "toaster"}', '{"normal": "many"}', '{"colour": 1}'])
def test_that_a_damaged_marker_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / MARKER).write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match="not which one"):
        read_demo_line(tmp_path)


def test_that_the_boards_are_those_of_the_line(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with DemoBoards(tmp_path / BOARDS, SMALL, progress=lambda *p: seen.append(p)) as boards:
        assert len(boards) == 3
        paths = list(boards)
    assert [path.name for path in paths] == [board.name for board in SMALL.boards()]
    assert list(find_images(tmp_path / BOARDS)) == paths
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    for board, path in zip(SMALL.boards(), paths, strict=True):
        again = render_board("gearbox", board.seed, size=256, defects=board.defects, serial=board.serial)
        assert np.array_equal(read_image(path).pixels, again.image)
        assert path.stem == again.serial


def test_that_drawing_stops_cleanly_and_resumes(tmp_path: Path) -> None:
    line = DemoLine(normal=5, defective=1, size=256)
    with DemoBoards(tmp_path, line) as boards:
        first = next(iter(boards))
    assert not drawing_processes()
    for board in line.boards()[4:]:  # some may have been drawn before the stop
        (tmp_path / board.name).unlink(missing_ok=True)
    there = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert first in there
    assert {path.suffix for path in there} == {".png"}
    assert all(read_image(path).pixels.shape == (256, 256, 3) for path in there)
    with DemoBoards(tmp_path, line) as boards:
        paths = list(boards)
    assert set(paths) == {tmp_path / board.name for board in line.boards()}
    assert {path: path.stat().st_mtime_ns for path in there} == there
    with DemoBoards(tmp_path, line) as boards:
        assert not drawing_processes()
        assert list(boards) == [tmp_path / board.name for board in line.boards()]


def test_that_stop_ends_the_iteration(tmp_path: Path) -> None:
    with DemoBoards(tmp_path, SMALL, stop=lambda: True) as boards:
        assert list(boards) == []


def test_that_the_process_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    code = (
        "import multiprocessing, sys\nfrom pathlib import Path\n"
        "from vqganodip.datasets.synthetic.demo_line import DemoBoards, DemoLine\n"
        f"with DemoBoards(Path(sys.argv[1]), DemoLine(normal={MANY}, defective=0, size=256)) as boards:\n"
        "    next(iter(boards))\n    (process,) = multiprocessing.active_children()\n"
        "    print(process.pid, flush=True)\n    sys.stdin.read()\n"
    )
    path = os.pathsep.join(sys.path)
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path},
    )  # fmt: skip
    assert program.stdout is not None
    with program, program.stdout:
        pid = int(program.stdout.readline())
        assert is_running(pid)
        program.kill()
        program.wait()
    wait_until(lambda: not is_running(pid))
    assert all(path.suffix == ".png" for path in tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) < MANY


def test_that_the_drawing_process_ends_without_a_word_wherever_it_is(tmp_path: Path) -> None:
    code = (
        "import multiprocessing, signal, sys\nfrom pathlib import Path\n"
        "from vqganodip.datasets.synthetic import demo_line\n"
        "class Slow:\n"
        "    def __del__(self):\n"
        "        print('drawing', flush=True)\n"
        "        while True: signal.pause()\n"
        "demo_line.render_board = lambda *_a, **_k: Slow() and None\n"
        "line = demo_line.DemoLine(normal=1, defective=0, size=256)\n"
        "ours, theirs = multiprocessing.Pipe()\n"
        "demo_line._draw(theirs, Path(sys.argv[1]), line, line.boards())\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"drawing\n"
    process.terminate()
    assert process.communicate() == (b"", b"")
    assert process.returncode == 0


def test_that_a_board_that_is_being_written_is_finished_first(tmp_path: Path) -> None:
    code = (
        "import multiprocessing, os, signal, sys\nfrom pathlib import Path\n"
        "from vqganodip.datasets.synthetic import demo_line\n"
        "write = demo_line.write_png\n"
        "def written(*arguments):\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    write(*arguments)\n"
        "demo_line.write_png = written\n"
        "line = demo_line.DemoLine(normal=2, defective=0, size=256)\n"
        "ours, theirs = multiprocessing.Pipe()\n"
        "demo_line._draw(theirs, Path(sys.argv[1]), line, line.boards())\n"
        "print('went on')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    (only,) = tmp_path.iterdir()
    assert read_image(only).pixels.shape == (256, 256, 3)


def test_that_an_unwritable_board_is_reported_after_the_written_ones(tmp_path: Path) -> None:
    (tmp_path / SMALL.boards()[1].name).mkdir()
    with DemoBoards(tmp_path, SMALL) as boards:
        images = iter(boards)
        assert next(images).name == SMALL.boards()[0].name
        with pytest.raises(ExportError, match="cannot be written") as caught:
            next(images)
    assert caught.value.where.endswith(SMALL.boards()[1].name)
    assert "Check the folder and its space" in caught.value.todo


def test_that_a_folder_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match="cannot be written"), DemoBoards(tmp_path / "file" / BOARDS, SMALL):
        pass


def test_that_the_end_of_the_process_is_an_error_not_a_wait(tmp_path: Path) -> None:
    with DemoBoards(tmp_path, SMALL) as boards:
        (process,) = drawing_processes()
        process.kill()
        with pytest.raises(ExportError, match="has ended"):
            list(boards)


def test_that_old_half_written_files_are_removed_and_new_ones_are_left(tmp_path: Path) -> None:
    for name in (".old.part", ".new.part"):
        (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / ".old.part", (0, 0))
    with DemoBoards(tmp_path, SMALL):
        assert [path.name for path in tmp_path.glob(".*.part")] == [".new.part"]


def test_that_the_line_inspects_while_it_is_drawn_and_each_board_once(tmp_path: Path) -> None:
    inspector = PlannedInspector(SMALL)
    with open_workspace(tmp_path) as workspace:
        for turn in range(2):
            with DemoBoards(tmp_path / BOARDS, SMALL) as boards:
                events = list(inspect_folder(inspector, boards, workspace.repository, workspace.panels))
            done = [event for event in events if isinstance(event, BoardDone)]
            known = [event for event in events if isinstance(event, BoardKnown)]
            assert (len(done), len(known)) == ((3, 0), (0, 3))[turn]
            assert all(event.total == 3 for event in events)
            for event, board in zip(done, SMALL.boards(), strict=False):
                assert event.item.serial == board.serial
                assert (event.item.inspection.verdict is Verdict.REVIEW) == bool(board.defects)
    assert len(inspector.inspected) == 3
