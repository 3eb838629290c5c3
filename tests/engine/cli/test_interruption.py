"""Ctrl-C at each stage, when the signal reaches the program alone or, as at a terminal, its helpers as well."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from engine.command_line import run
from engine.tiny_boards import write_tiny_line
from engine.waiting import wait_until
from locations import DEMO_BUNDLE

from vqganodip.bundles.archive import open_bundle, run_folder_of
from vqganodip.cli.interruption import Interruptible, StopOnInterrupt, raise_if_interrupted
from vqganodip.cli.main import KEPT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


class Program:
    """The program in a process group of its own, with its messages in a file."""

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.out, self.err = folder / "out.txt", folder / "err.txt"
        command = [sys.executable, "-m", "vqganodip.cli", *map(str, arguments)]
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
                env={**os.environ, "TTY_COMPATIBLE": "1", "COLUMNS": "200"},  # progress bars are drawn as they change
            )

    def wait_until(self, condition: Callable[[], bool]) -> None:
        wait_until(condition, gone=self._process.poll)

    def wait_for(self, text: str) -> None:
        self.wait_until(lambda: text in self.err.read_text(errors="replace"))

    def press(self, *, terminal: bool) -> None:
        """Send SIGINT to the program, and to all its helper processes as a terminal does."""
        (os.killpg if terminal else os.kill)(self._process.pid, signal.SIGINT)

    def code(self) -> int:
        return self._process.wait()

    @property
    def messages(self) -> list[str]:
        """Whole lines of the program's own messages."""
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.err.read_text(errors="replace"))  # of the bars
        lines = text.splitlines()
        assert "Traceback" not in "\n".join(lines), lines
        return [line for line in lines if line.startswith("vqganodip: ")]

    def kill(self) -> None:
        """End all that is left of it."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def helpers_are_gone(self) -> bool:
        return group_is_gone(self._process.pid)


def group_is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@contextmanager
def started(folder: Path, *arguments: object) -> Iterator[Program]:
    folder.mkdir(exist_ok=True)
    program = Program(folder, *arguments)
    try:
        yield program
    finally:
        program.kill()


def interrupted(verb: str) -> list[str]:
    return [f"vqganodip: interrupted; {KEPT[verb]}."]


def events(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_that_every_verb_turns_an_interruption_into_one_line_and_130(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def press(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        raise ImportError("what a library makes of it")

    monkeypatch.setattr("vqganodip.store.workspace.read_workspace", press)
    for place in (
        "bundles.archive.open_bundle",
        "store.workspace.open_workspace",
        "calibration.result.open_calibration",
        "calibration.normal_calibration.open_any_calibration",
    ):
        monkeypatch.setattr(f"vqganodip.{place}", press)
    monkeypatch.setattr("vqganodip.store.workspace_move.move_to_server", press)
    monkeypatch.setattr("vqganodip.datasets.layouts.load_dataset", press)
    monkeypatch.setattr("vqganodip.inspection.inspector.Inspector.open", press)
    monkeypatch.setattr("vqganodip.inspection.benchmark.run_bench", press)
    monkeypatch.setattr("vqganodip.datasets.synthetic.dataset.write_line", press)
    monkeypatch.setattr("vqganodip.turing.study.study.open_study", press)
    monkeypatch.setattr("vqganodip.turing.stimuli.prepare_from_bundle", press)
    monkeypatch.setattr("vqganodip.turing.simulated_observers.noise_study", press)
    picture = tmp_path / "x.png"
    picture.write_bytes(b"x")
    bundle, place = ("--bundle", tmp_path / "b"), ("--workspace", tmp_path / "w")
    for words in (
        ("train", tmp_path, *bundle),
        ("ignore", *bundle),
        ("parts", tmp_path / "b"),
        ("sensitivity", *bundle),
        ("fit", tmp_path, *bundle),
        ("inspect", picture, *bundle),
        ("evaluate", tmp_path, *bundle),
        ("threshold", tmp_path, *bundle),
        ("recalibrate", tmp_path, *bundle),
        ("grow", tmp_path, *bundle, "--data", tmp_path, "--out", tmp_path / "n"),
        ("report", *place, "--out", tmp_path / "r.html"),
        ("export", *place, "--out", tmp_path / "j.csv"),
        ("verify", tmp_path),
        ("render", tmp_path / "line", "--good", 1, "--seed", 1),
        ("bench", *bundle, "--board", picture),
        *(("gate", verb, tmp_path, *bundle) for verb in ("learn", "show", "cleared")),
        ("gate", "level", tmp_path, "shadow", *bundle),
        ("workspace", "move", tmp_path, "--to", "postgresql:///records"),
        ("vtt", "prepare", tmp_path, tmp_path, tmp_path / "s"),
        ("vtt", "simulate", tmp_path / "s"),
        *(("vtt", verb, tmp_path, *more) for verb, *more in (
            ("audit",), ("unblind", "--by", "A"), ("withdraw", "P001", "--yes"), ("report",), ("bids", tmp_path / "o")
        )),
    ):  # fmt: skip
        assert run(*words) == 130, words
        out, err = capsys.readouterr()
        assert out == ""
        verb = " ".join(map(str, words[:2])) if words[0] in ("vtt", "gate", "workspace") else str(words[0])
        assert err.splitlines() == [f"vqganodip: interrupted; {KEPT.get(verb, 'what was finished is kept')}."]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_that_a_press_that_a_library_lost_counts_at_the_next_progress() -> None:
    with Interruptible() as interruptible:
        raise_if_interrupted()
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        assert interruptible.pressed
        with pytest.raises(KeyboardInterrupt):
            raise_if_interrupted()
    raise_if_interrupted()


def test_that_starting_and_ending_are_quiet(tmp_path: Path) -> None:
    code = (
        "import signal, sys\n"
        "class Press:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'typer': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Press())\n"
        "from vqganodip.cli.__main__ import start\n"
        "start()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("jobs", [1, 2])
def test_that_render_keeps_finished_boards_and_leaves_no_process(tmp_path: Path, terminal: bool, jobs: int) -> None:
    line = tmp_path / "line"
    words = ("render", line, "--train", 500, "--seed", 1, "--size", 512, "--jobs", jobs)
    with started(tmp_path, *words) as program:
        program.wait_until(lambda: any(line.glob("train/good/*.png")))
        program.press(terminal=terminal)
        assert program.code() == 130
        assert program.messages == interrupted("render")
        wait_until(lambda: program.helpers_are_gone)
    assert not (line / "boards.csv").exists()
    assert not list(line.rglob(".*.part"))


@pytest.mark.long
def test_that_a_training_aborts_before_its_network_and_ends_with_a_bundle_afterwards(tmp_path: Path) -> None:
    line = write_tiny_line(tmp_path / "line", train=6, good=1, defective=1)
    bundle, log = tmp_path / "b", tmp_path / "e.jsonl"
    words = ("train", line, "--bundle", bundle, "--long-side", 96, "--events", log)

    def reached(stage: str) -> Callable[[], bool]:
        return lambda: any(event.get("stage") == stage for event in events(log))

    with started(tmp_path / "1", *words, "--steps", 300) as program:
        program.wait_until(reached("patch features"))
        program.press(terminal=True)
        assert program.code() == 130
        assert program.messages == interrupted("train")
    assert events(log)[-1]["code"] == 130
    assert not bundle.exists()
    log.unlink()
    with started(tmp_path / "2", *words, "--steps", 300, "--restart") as program:
        program.wait_until(reached("reconstruction"))
        program.press(terminal=True)
        program.wait_for("Ctrl-C again aborts")
        assert program.code() == 0
        assert program.messages == []
        assert "The bundle is in" in program.out.read_text()
    assert open_bundle(bundle).read_json("settings")["figures"]["trained_share"] < 1


def test_that_the_first_press_stops_in_order_and_the_second_aborts(capfd: pytest.CaptureFixture[str]) -> None:
    with Interruptible() as interruptible, StopOnInterrupt("Stopping.") as stop:
        stop.armed = True
        signal.raise_signal(signal.SIGINT)
        assert stop()
        assert not interruptible.pressed
        assert capfd.readouterr().err == "\nStopping.\n"
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        assert interruptible.pressed


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set that the bundle that ships can inspect; every image takes seconds. Its defective boards have none."""
    line = tmp_path_factory.mktemp("boards") / "line"
    assert run("render", line, "--good", 7, "--seed", 5, "--jobs", 1) == 0
    (line / "boards.csv").unlink()
    (line / "test" / "bad").mkdir()
    for board in sorted((line / "test" / "good").iterdir())[:3]:
        board.rename(line / "test" / "bad" / board.name)
    return line


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A copy of the bundle that ships."""
    return Path(shutil.copytree(DEMO_BUNDLE, tmp_path / "bundle"))


@pytest.mark.long
def test_that_an_interrupted_fit_keeps_what_it_measured(boards: Path, bundle: Path, tmp_path: Path) -> None:
    before = open_bundle(bundle).sha256

    def measured() -> bool:
        tables = list(run_folder_of(bundle).glob("metrics-*.csv"))
        return bool(tables) and tables[0].read_text().count("\n") > 1

    with started(tmp_path / "1", "fit", boards, "--bundle", bundle) as program:
        program.wait_until(measured)
        program.press(terminal=True)
        assert program.code() == 130
        assert program.messages == interrupted("fit")
    assert open_bundle(bundle).sha256 == before
    assert measured()


def test_that_the_processes_of_a_search_end_without_a_word(tmp_path: Path) -> None:
    code = (
        "from vqganodip.scoring.parallel import work_through\n"
        "for _ in work_through(sum, [(range(10**6),)] * 10**6, 2): print('one', flush=True)\n"
    )
    err = tmp_path / "err.txt"
    with (
        err.open("wb") as messages,
        subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=messages, start_new_session=True
        ) as process,
    ):
        assert process.stdout is not None
        assert process.stdout.readline() == b"one\n"
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
    assert process.returncode == -signal.SIGINT
    assert err.read_text().count("Traceback") == 1, "that of the first process, which no program catches here"
    wait_until(lambda: group_is_gone(process.pid))


@pytest.mark.long
def test_that_inspect_keeps_its_lines(boards: Path, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    with started(tmp_path / "1", "inspect", boards, "--bundle", DEMO_BUNDLE, "--json", lines) as program:
        program.wait_until(lambda: lines.exists() and "\n" in lines.read_text())
        program.press(terminal=True)
        assert program.code() == 130
        assert program.messages == interrupted("inspect")
    assert all(json.loads(line)["verdict"] for line in lines.read_text().splitlines())


@pytest.mark.long
def test_that_an_interrupted_evaluation_writes_nothing(boards: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    with started(tmp_path / "1", "evaluate", boards, "--bundle", DEMO_BUNDLE, "--json", report) as program:
        program.wait_for("inspection")
        program.press(terminal=True)
        assert program.code() == 130
        assert program.messages == interrupted("evaluate")
    assert not report.exists()


@pytest.mark.long
@pytest.mark.parametrize("terminal", [False, True])
def test_that_bench_ends_its_measuring_process(boards: Path, tmp_path: Path, terminal: bool) -> None:
    board = next((boards / "test" / "good").iterdir())
    with started(tmp_path / "1", "bench", "--bundle", DEMO_BUNDLE, "--board", board, "--repeats", 100) as program:
        program.wait_for("measuring")
        program.press(terminal=terminal)
        assert program.code() == 130
        assert program.messages == interrupted("bench")
        wait_until(lambda: program.helpers_are_gone)


@pytest.mark.long
def test_that_an_interrupted_preparation_leaves_no_study(boards: Path, tmp_path: Path) -> None:
    study = tmp_path / "studies" / "s"
    study.parent.mkdir()
    with started(tmp_path / "1", "vtt", "prepare", DEMO_BUNDLE, boards, study, "--trials", 4) as program:
        program.wait_for("boards")
        program.press(terminal=True)
        assert program.code() == 130
        assert program.messages == interrupted("vtt prepare")
    assert not list(study.parent.iterdir())
