"""Folders of images: what a storage system adds is skipped, and what stays unseen is named."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from vqganodip.errors import DatasetError
from vqganodip.imaging.folders import find_images, search_images


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def lock(monkeypatch: pytest.MonkeyPatch, *locked: str, number: int = errno.EACCES) -> None:
    """Folders of these names cannot be listed; a test that runs as root may list every folder."""
    listed = Path.iterdir

    def iterdir(self: Path) -> Iterator[Path]:
        if self.name in locked:
            raise OSError(number, "Permission denied", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)


@pytest.mark.parametrize(
    "name",
    [
        "@eaDir/1.png/SYNOPHOTO_THUMB_M.jpg",
        "@eaDir/SYNOPHOTO_THUMB_XL.jpg",
        "SYNOPHOTO_THUMB_M.jpg",
        "#recycle/1.png",
        "@Recycle/1.png",
        "@Recently-Snapshot/day/1.png",
        "$RECYCLE.BIN/S-1-5/1.png",
        "System Volume Information/1.png",
        "lost+found/1.png",
        "found.000/1.png",
        "__MACOSX/1.png",
        ".AppleDouble/1.png",
        ".Trash-1000/files/1.png",
        ".snapshot/1.png",
        "._1.png",
        "Thumbs.db",
    ],
)
def test_that_what_a_storage_system_keeps_is_no_board(tmp_path: Path, name: str) -> None:
    fill(tmp_path, "1.png", "lot/1.png", name, f"lot/{name}")
    found = search_images(tmp_path)
    assert found.images == (tmp_path / "1.png", tmp_path / "lot/1.png")
    assert not found.notes


def test_that_such_a_folder_is_searched_when_it_is_chosen_itself(tmp_path: Path) -> None:
    fill(tmp_path, "lost+found/1.png")
    assert find_images(tmp_path / "lost+found") == (tmp_path / "lost+found/1.png",)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE])
def test_that_a_folder_that_cannot_be_read_is_named_and_the_others_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    fill(tmp_path, "1.png", "locked/2.png", "open/3.png", "open/deep/locked/4.png")
    lock(monkeypatch, "locked", number=number)
    found = search_images(tmp_path)
    assert found.images == (tmp_path / "1.png", tmp_path / "open/3.png")
    assert {error.where for error in found.unreadable} == {
        str(tmp_path / "locked"),
        str(tmp_path / "open/deep/locked"),
    }
    assert all("cannot be read" in str(note) for note in found.notes)


def test_that_a_folder_with_nothing_but_a_locked_one_names_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "locked/2.png")
    lock(monkeypatch, "locked")
    with pytest.raises(DatasetError, match="no images are found") as error:
        search_images(tmp_path)
    assert str(tmp_path / "locked") in str(error.value)


def test_that_a_chosen_folder_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "locked/2.png")
    lock(monkeypatch, "locked")
    with pytest.raises(DatasetError, match="cannot be read") as error:
        search_images(tmp_path / "locked")
    assert error.value.where == str(tmp_path / "locked")


def test_that_pictures_with_other_endings_are_said(tmp_path: Path) -> None:
    fill(tmp_path, "1.png", "2.HEIC", "lot/3.heic", "lot/4.gif", "notes.txt", "lot/list.csv")
    found = search_images(tmp_path)
    assert found.images == (tmp_path / "1.png",)
    (note,) = map(str, found.notes)
    assert note.startswith("3 pictures with other endings (gif, heic) are left out, such as 2.HEIC.")


def test_that_a_folder_of_other_endings_alone_says_so(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"2 pictures with other endings \(dng\)") as error:
        find_images(fill(tmp_path, "1.dng", "2.DNG"))
    assert "png" in error.value.todo
