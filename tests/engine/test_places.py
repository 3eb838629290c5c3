"""Places for results: refused in words before the work, and never changed by the check."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vqganodip.errors import ExportError
from vqganodip.places import appending_lines, check_file, check_folder, write_file

FULL = Path("/dev/full")


def test_that_a_place_that_can_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text("old")
    before = old.stat()
    check_file(old)
    check_file(tmp_path / "new.json")
    check_folder(tmp_path / "a" / "b")
    check_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["old.json"]
    after = old.stat()
    assert (after.st_mtime_ns, after.st_ino, old.read_text()) == (before.st_mtime_ns, before.st_ino, "old")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Path("no/such/x.json"), "no such folder"),
        (Path("folder"), "this is a folder"),
        (Path("file/x.json"), "cannot be written"),
        (Path("x" * 300 + ".json"), "cannot be written"),
        (Path("loop/x.json"), "cannot be written"),
    ],
)
def test_that_a_file_that_cannot_be_written_is_refused_in_words(tmp_path: Path, place: Path, words: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ExportError, match=words):
        check_file(tmp_path / place)
    for write in (lambda: write_file(tmp_path / place, b""), lambda: _write_line(tmp_path / place)):
        if place != Path("no/such/x.json"):
            with pytest.raises(ExportError):
                write()
    assert {path.name for path in tmp_path.iterdir()} - {"no"} == {"folder", "file", "loop"}


@pytest.mark.parametrize("place", ["file", "file/x", "y" * 300])
def test_that_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match=r"no folder|cannot be written"):
        check_folder(tmp_path / place)


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
def test_that_a_full_disk_is_found_before_the_work() -> None:
    with pytest.raises(ExportError, match="No space left"):
        check_file(FULL)
    with pytest.raises(ExportError, match="No space left"):
        write_file(FULL, b"data")
    with pytest.raises(ExportError, match="No space left"):
        _write_line(FULL)
    assert FULL.is_char_device()


@pytest.mark.parametrize("check", [check_file, check_folder])
def test_that_the_trial_of_a_place_reports_what_the_system_says(
    check: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, words in ((28, "No space left"), (30, "Read-only file system"), (122, "quota")):

        def refuse(*_: object, number: int = number, **__: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr("tempfile.TemporaryFile", refuse)
        with pytest.raises(ExportError, match=words):
            check(tmp_path / "x")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_that_missing_rights_are_refused(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    own = tmp_path / "own.json"
    own.touch(mode=0o400)
    for path in (locked / "x.json", own):
        with pytest.raises(ExportError, match="Permission denied"):
            check_file(path)
    with pytest.raises(ExportError, match="Permission denied"):
        check_folder(locked / "x")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_that_a_pipe_is_written_and_remains_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    check_file(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        write_file(pipe, b"data")
        assert reader.stdout is not None
        assert reader.stdout.read() == b"data"
    assert pipe.is_fifo()


def test_that_lines_are_in_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    with appending_lines(path) as write:
        write("one")
        assert path.read_text() == "one\n"
        write("two")
    assert path.read_text() == "one\ntwo\n"


def _write_line(path: Path) -> None:
    with appending_lines(path) as write:
        write("line")
