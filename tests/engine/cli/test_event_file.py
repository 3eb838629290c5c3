"""The event file of a long command and its stop file."""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from engine.command_line import run
from engine.tiny_boards import write_tiny_line
from engine.waiting import HANG_GUARD_S, wait_until

from vqganodip.bundles.archive import open_bundle, run_folder_of
from vqganodip.cli.event_file import EventFile
from vqganodip.cli.interruption import StopOnInterrupt
from vqganodip.errors import ExportError
from vqganodip.files import is_locked, lock_file
from vqganodip.neural.trainers.checkpoint import read_checkpoint
from vqganodip.neural.trainers.run_folder import RunState

pytestmark = pytest.mark.usefixtures("small_networks")


def events_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@contextmanager
def write_when(stage: str, word: str) -> Iterator[None]:
    """Write the stop file after the first event of a stage, at which the training waits until it has been asked."""
    emit = EventFile.emit
    written: list[str] = []

    def emit_and_write(log: EventFile, event: str, **values: object) -> None:
        emit(log, event, **values)
        if event == "progress" and values["stage"] == stage and not written:
            written.append(word)
            log._stop_file.write_text(word)
            stop = log._stop
            assert stop is not None
            wait_until(lambda: stop.asked)  # or until the exception of an abort

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EventFile, "emit", emit_and_write)
        yield
    assert written == [word]


def test_that_a_training_reports_its_stages_and_stops_with_a_bundle(tmp_path: Path) -> None:
    line = write_tiny_line(tmp_path / "line", train=6, good=1, defective=1)
    events = tmp_path / "b.run" / "events.jsonl"
    arguments = ("train", line, "--bundle", tmp_path / "b", "--long-side", 96, "--steps", 40, "--json")
    with write_when("reconstruction", "stop"):
        assert run(*arguments, "--events", events) == 0
    log = events_of(events)
    assert [log[0]["event"], log[-1]["event"], log[-1]["code"]] == ["begin", "end", 0]
    stages = list(dict.fromkeys(str(e["stage"]) for e in log if e["event"] == "progress"))
    assert stages[0] == "data"
    assert stages[-4:] == ["foreign", "reconstruction", "normal variation", "parts"]
    steps = [e["figures"] for e in log if e.get("stage") == "foreign"]
    assert set(steps[-1]) == {"step", "loss"}  # type: ignore[call-overload]
    built = next(e for e in log if e["event"] == "built")
    assert built["stopped"] is True
    assert built["sha256"] == open_bundle(tmp_path / "b").sha256
    assert any("--resume" in str(e["text"]) for e in log if e["event"] == "notice")
    assert json.loads((run_folder_of(tmp_path / "b") / "run.json").read_text())["state"] == RunState.STOPPED
    assert not events.with_name("events.jsonl.stop").exists()
    assert not is_locked(events.with_name("events.jsonl.lock"))


@pytest.mark.parametrize("stage", ["patch features", "foreign"])
def test_that_a_training_stopped_before_it_has_a_bundle_is_kept_and_resumes(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], stage: str
) -> None:
    line = write_tiny_line(tmp_path / "line", train=6, good=1, defective=1)
    events = tmp_path / "events.jsonl"
    arguments = ("train", line, "--bundle", tmp_path / "b", "--long-side", 96, "--steps", 40, "--events", events)
    with write_when(stage, "stop"):
        assert run(*arguments) == 130
    out, err = capfd.readouterr()
    assert "there is no bundle yet" in err, "at once"
    assert "--resume" in err.splitlines()[-1], "and at the end"
    assert out == ""
    assert not (tmp_path / "b").exists()
    kept = read_checkpoint(run_folder_of(tmp_path / "b") / "checkpoint.pt")
    assert stage.replace(" ", "_") in kept, "although no checkpoint was due"
    with write_when("reconstruction", "stop"):
        assert run(*arguments, "--resume") == 0
    log = events_of(events)
    again = log[max(i for i, event in enumerate(log) if event["event"] == "begin") :]
    resumed = next(event for event in again if event.get("stage") == stage)
    assert resumed["figures"]["step"] > 1, "it resumes from the step at which it was stopped"  # type: ignore[index]


def test_that_abort_ends_a_training_at_once_and_errors_are_reported(tmp_path: Path) -> None:
    line = write_tiny_line(tmp_path / "line", train=6, good=1, defective=1)
    events = tmp_path / "events.jsonl"
    arguments = ("train", line, "--bundle", tmp_path / "b", "--long-side", 96, "--steps", 40, "--events", events)
    with write_when("reconstruction", "abort"):
        assert run(*arguments) == 130
    assert events_of(events)[-1]["code"] == 130
    assert not (tmp_path / "b").exists()
    assert run(*arguments) == 1  # unfinished, with neither --resume nor --restart
    failed, end = events_of(events)[-2:]
    assert "--resume" in str(failed["todo"])
    assert str(tmp_path / "b.run") in str(failed["where"])
    assert end["code"] == 1


def test_that_two_writers_cannot_share_a_file_and_testing_the_lock_is_harmless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "e.jsonl"
    module = sys.modules[EventFile.__module__]
    monkeypatch.setattr(module, "_LOCK_TIMEOUT_S", HANG_GUARD_S)
    release = lock_file(tmp_path / "e.jsonl.lock")
    refused: list[Path] = []

    def lock(file: Path) -> Callable[[], None]:
        try:
            return lock_file(file)
        except BlockingIOError:
            refused.append(file)
            if len(refused) == 2:  # a reader that tests the lock holds it for a moment
                release()
            raise

    monkeypatch.setattr(module, "lock_file", lock)
    with EventFile(path, "train", StopOnInterrupt("")):
        assert len(refused) == 2
        assert is_locked(tmp_path / "e.jsonl.lock")
        monkeypatch.setattr(module, "_LOCK_TIMEOUT_S", 0.0)
        with pytest.raises(ExportError, match="cannot be written"), EventFile(path, "train"):
            pass
    assert [event["event"] for event in events_of(path)] == ["begin", "end"]


def test_that_progress_is_thinned_and_its_end_always_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count(step=0.005)
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
    with EventFile(tmp_path / "e.jsonl", "train") as log:
        for i in range(1, 1001):
            log.progress("data", i / 1000, figures={"step": i})
    shares = [e["share"] for e in events_of(tmp_path / "e.jsonl") if e["event"] == "progress"]
    assert shares[-1] == 1.0
    assert len(shares) == 14, "of five seconds, one every 0.4 s, and the end"


def test_that_events_are_json_without_nan(tmp_path: Path) -> None:
    with EventFile(tmp_path / "e.jsonl", "train") as log:
        log.progress("data", 1.0, "M\udcfcller", figures={"loss": float("nan"), "step": 3})
        log.emit("built", figures={"psnr": float("inf")})

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    lines = (tmp_path / "e.jsonl").read_text(encoding="ascii").splitlines()
    _, progress, built, _ = (json.loads(line, parse_constant=refuse) for line in lines)
    assert progress["figures"] == {"step": 3}
    assert built["figures"] == {"psnr": None}
