"""Tests of atomic writing, hashing and locks."""

from __future__ import annotations

import hashlib
import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vqganodip.errors import ExportError
from vqganodip.files import (
    PARTIAL,
    export_file,
    exporting_text,
    is_locked,
    lock_file,
    replace_file,
    replacing,
    sha256_of,
)


def test_that_a_file_is_replaced_atomically_without_leftovers(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    replace_file(path, b"old")
    replace_file(path, b"new", durable=False)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_failing_block_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def fail_halfway() -> None:
        with replacing(path) as file:
            file.write(b"half")
            assert len(list(tmp_path.glob(PARTIAL))) == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_two_writers_of_one_file_do_not_interfere(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with replacing(path) as first, replacing(path) as second:
        first.write(b"first")
        second.write(b"second")
    assert path.read_bytes() == b"first"


def test_that_the_longest_possible_file_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".csv")
    replace_file(path, b"x")
    assert path.read_bytes() == b"x"


def test_that_a_replaced_file_has_the_permissions_of_a_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    with exporting_text(tmp_path / "written") as file:
        file.write("x")
    assert (tmp_path / "written").stat().st_mode == plain.stat().st_mode


def test_that_text_is_written_unchanged_except_for_escaped_surrogates(tmp_path: Path) -> None:
    with exporting_text(tmp_path / "a.csv") as file:
        file.write("ä\r\n\udcff\n")
    assert (tmp_path / "a.csv").read_bytes() == "ä\r\n\\udcff\n".encode()


def test_that_an_export_creates_its_folder_and_names_unwritable_files(tmp_path: Path) -> None:
    export_file(tmp_path / "new" / "a.txt", b"x")
    assert (tmp_path / "new" / "a.txt").read_bytes() == b"x"
    with pytest.raises(ExportError, match="cannot be written"):
        export_file(tmp_path / "new" / "a.txt" / "b.txt", b"x")
    with pytest.raises(ExportError, match="cannot be written"), exporting_text(tmp_path / "gone" / "a.txt"):
        pass


def test_that_a_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"some bytes")
    assert sha256_of(path) == hashlib.sha256(b"some bytes").hexdigest()
    assert sha256_of(tmp_path / "gone", unreadable="") == ""
    with pytest.raises(FileNotFoundError):
        sha256_of(tmp_path / "gone")


def test_that_a_lock_is_held_until_it_is_released(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert not is_locked(path)
    release = lock_file(path)
    assert is_locked(path)
    with pytest.raises(BlockingIOError):
        lock_file(path)
    release()
    assert not is_locked(path)


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    """Function that sets the umask, which is put back."""
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_that_a_new_file_has_what_the_umask_leaves(tmp_path: Path, umask: Callable[[int], int]) -> None:
    for mask, mode in ((0o077, 0o600), (0o022, 0o644), (0o007, 0o660)):
        umask(mask)
        export_file(tmp_path / f"{mask:o}", b"x")
        with exporting_text(tmp_path / f"{mask:o}.txt") as file:
            file.write("x")
        assert {mode_of(tmp_path / f"{mask:o}"), mode_of(tmp_path / f"{mask:o}.txt")} == {mode}


def test_that_a_replaced_file_keeps_its_permissions(tmp_path: Path, umask: Callable[[int], int]) -> None:
    path = tmp_path / "private.csv"
    path.touch(0o600)
    umask(0o022)
    export_file(path, b"names")
    assert mode_of(path) == 0o600


@pytest.mark.parametrize("there", [True, False])
def test_that_a_link_stays_and_its_file_is_replaced(tmp_path: Path, there: bool) -> None:
    share = tmp_path / "share"
    share.mkdir()
    if there:
        (share / "j.csv").write_text("old")
    (tmp_path / "j.csv").symlink_to(share / "j.csv")
    with exporting_text(tmp_path / "j.csv") as file:
        file.write("new")
    assert (tmp_path / "j.csv").is_symlink()
    assert (share / "j.csv").read_text() == "new"
    assert [path.name for path in share.iterdir()] == ["j.csv"]


def test_that_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with exporting_text(pipe) as file:
        file.write("to the reader")
    reader.join()
    assert read == [b"to the reader"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_that_the_null_device_stays_a_device() -> None:
    export_file(Path(os.devnull), b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
