"""Crash safety of a session of the Turing test: acceptance B1, B2 and B3 (decision 045)."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from engine.turing_studies import ScriptedParticipant, seal_one, small_study
from locations import ROOT

from vqganodip.errors import TuringError
from vqganodip.turing.session.journal import Journal, read_journal
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.ports import SceneKind
from vqganodip.turing.session.state_machine import SessionState

ROOT = ROOT
POSIX = pytest.mark.skipif(os.name == "nt", reason="forks and limits of POSIX")


def killed(folder: Path, kills: int, seed: int) -> dict[str, Any]:
    paths = os.pathsep.join(str(ROOT / part) for part in ("core", ".", "tests"))
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/engine/turing_crashes.py"), str(folder), str(kills), str(seed)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@POSIX
def test_that_sessions_killed_at_random_moments_lose_no_completed_trial(tmp_path: Path) -> None:
    """Acceptance B1 and B2 (decision 045): 15 kills here, 200 in the long test."""
    result = killed(tmp_path, 15, 1)
    assert result["kills"] == 15
    assert result["in_flight"] <= 15


@POSIX
@pytest.mark.long
def test_that_sessions_killed_at_two_hundred_random_moments_lose_no_completed_trial(tmp_path: Path) -> None:
    """Acceptance B1 and B2 (decision 045)."""
    result = killed(tmp_path, 200, 2)
    assert result["kills"] == 200
    assert result["in_flight"] <= 200


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["phase"] == "test"]


FULL = """
import json, resource, sys
from collections.abc import Iterator
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from engine.turing_studies import ScriptedParticipant, unfinished
from vqganodip.turing.study.study import open_study
(sealed,) = unfinished(open_study(Path(sys.argv[2])))
resource.setrlimit(resource.RLIMIT_FSIZE, (sealed.journal_path.stat().st_size + int(sys.argv[3]), -1))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as on a full disk: the write fails and the process continues
person = ScriptedParticipant(sealed)
person.session.start()
person.clock.run()
notices = person.session.notice, person.display.scenes[-1][1].notice
sys.stdout.write(json.dumps([person.session.state, *map(str, notices)]))
"""


@POSIX
@pytest.mark.parametrize("room", [2500, 3000, 4321])
def test_that_a_full_disk_stops_the_session_with_a_notice_and_earlier_rows_are_intact(
    tmp_path: Path, room: int
) -> None:
    """Acceptance B3 (decision 045): the operating system refuses to let the journal grow."""
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    paths = os.pathsep.join(str(ROOT / part) for part in ("core", "."))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(ROOT / "tests"), str(study.folder), str(room)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
        check=True,
    )
    state, notice, seen = json.loads(done.stdout)
    assert state == SessionState.INTERRUPTED
    assert "cannot be written" in notice
    assert seen == notice, "the participant's screen says it"
    events = read_journal(sealed.journal_path).events
    shown = [event for event in events if event["event"] == "show"]
    ended = [event for event in events if event["event"] == "trial_end"]
    assert 0 <= len(shown) - len(ended) <= 1, "within one trial"
    finish(sealed)
    rows = rows_of(sealed.files.file("trials.csv"))
    assert [row["status"] for row in rows[:-1]] == ["ok"] * (len(rows) - 1)


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of two megabytes, if the tests may mount one."""
    folder = tmp_path / "drive"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        pytest.skip("needs to mount a drive")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_that_a_full_drive_stops_the_session_which_continues_when_there_is_space(small_drive: Path) -> None:
    """Acceptance B3 (decision 045), on a real file system without a free block."""
    sealed = seal_one(small_study(small_drive / "study"))
    person = ScriptedParticipant(sealed)
    person.session.start()
    person.clock.run(until=60.0)
    filler = small_drive / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    person.clock.run()
    assert person.session.state is SessionState.INTERRUPTED
    assert "No space left" in str(person.session.notice)
    assert person.display.scenes[-1][1].notice == person.session.notice
    with pytest.raises(TuringError, match="cannot be written"):
        finish(sealed)
    filler.unlink()
    person.session.continue_session("operator")
    assert person.run() is SessionState.DONE
    finish(sealed)
    rows = rows_of(sealed.files.file("trials.csv"))
    assert len(rows) == 8
    assert sum(row["status"] != "ok" for row in rows) <= 1


def test_that_a_read_only_drive_is_refused_at_the_seal(small_drive: Path) -> None:
    """Acceptance B3 (decision 045)."""
    study = small_study(small_drive / "study")
    subprocess.run(["mount", "-o", "remount,ro", str(small_drive)], check=True)
    with pytest.raises(TuringError, match="Read-only file system"):
        seal_one(study)


class _Unplugged(ScriptedParticipant):
    """A session whose drive is removed during the third test image: every later write fails."""

    def respond(self, scene: Any) -> None:
        if scene.kind is SceneKind.STIMULUS and scene.block and self.session.done_trials == 3:
            gone = os.open(self.sealed.files.plan, os.O_RDONLY)
            os.dup2(gone, self.journal._file.fileno())
            os.close(gone)
        super().respond(scene)


@POSIX
def test_that_an_unplugged_drive_stops_the_session_within_a_trial(tmp_path: Path) -> None:
    """Acceptance B3 (decision 045)."""
    sealed = seal_one(small_study(tmp_path / "study"))
    person = _Unplugged(sealed)
    person.session.start()
    person.clock.run()
    person.journal.close()
    assert person.session.state is SessionState.INTERRUPTED
    assert "connect the drive" in str(person.session.notice)
    assert person.display.scenes[-1][1].kind is SceneKind.INTERRUPTED
    finish(sealed)
    assert [row["status"] for row in rows_of(sealed.files.file("trials.csv"))] == ["ok", "ok", "aborted"]


def test_that_a_missing_or_read_only_folder_is_reported_before_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Acceptance B3 (decision 045)."""
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    shutil.rmtree(sealed.folder)
    with pytest.raises(TuringError, match=r"journal cannot be written"):
        Journal(sealed.journal_path)

    def refuse(self: Path, *args: Any, **values: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(TuringError, match="Permission denied"):
        Journal(tmp_path / "other.jsonl")
    with pytest.raises(TuringError, match="Permission denied"):
        seal_one(study, "P002")


@POSIX
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may write everywhere")
def test_that_a_read_only_folder_is_refused_at_the_seal(tmp_path: Path) -> None:
    """Acceptance B3 (decision 045), as an ordinary user."""
    study = small_study(tmp_path / "study")
    study.folder.chmod(0o500)
    try:
        with pytest.raises(TuringError, match="cannot be written"):
            seal_one(study)
    finally:
        study.folder.chmod(0o700)
