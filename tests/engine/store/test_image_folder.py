"""Images in a shared folder: named relative to it, found wherever it is mounted, and missed in words."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from engine.command_line import run
from engine.store.repositories import DATABASES
from hypothesis import example, given
from hypothesis import strategies as st

from vqganodip.errors import StoreError
from vqganodip.files import sha256_of
from vqganodip.records import Inspection
from vqganodip.store.board_images import find_board_images
from vqganodip.store.image_folder import IMAGE_FOLDER, ImageFolder, read_image_folder, write_image_folder
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import Workspace, open_workspace, read_workspace
from vqganodip.store.workspace_move import move_to_server, move_to_sqlite
from vqganodip.testing import sample_inspection, sample_judgment, sample_panels

COUNTED = (
    "3 boards, 2 named relative to the folder; 0 images found by name and hash elsewhere in it; "
    "{missing} images are missing"
)
Make = Callable[[Path], Workspace]


@pytest.fixture(params=DATABASES)
def make(request: pytest.FixtureRequest) -> Make:
    """Opener of a new workspace on either kind of database."""
    place = None if request.param == "sqlite" else request.getfixturevalue("postgresql")
    return lambda folder: open_workspace(folder, database=place)


def inspected(image: Path, number: int = 1) -> Inspection:
    """A board with this image, which is written."""
    image.parent.mkdir(parents=True, exist_ok=True)
    image.write_bytes(b"picture %d" % number)
    return replace(sample_inspection(number), image=image, sha256=sha256_of(image))


def prepared(share: Path, make: Make) -> Path:
    """A shared folder with a workspace in which three boards were inspected, the last one outside."""
    make(share / "ws").close()
    assert write_image_folder(share / "ws", share) == ".."
    with open_workspace(share / "ws") as workspace:
        for number, image in enumerate(
            [share / "lot 7" / "a.png", share / "lot 7" / "ü\udcff.png", share.parent / "elsewhere" / "c.png"], 1
        ):
            inspection = inspected(image, number)
            workspace.repository.add_inspection(inspection, f"SN {number}")
            workspace.panels.write(panel_key(inspection), sample_panels())
    return share


def test_that_images_are_found_wherever_the_share_is_mounted(tmp_path: Path, make: Make) -> None:
    share = prepared(tmp_path / "here" / "share", make)
    with open_workspace(share / "ws") as before:
        before.repository.add_judgment(sample_judgment(2))
        hashes = before.repository.verify()
        names = [before.repository.item(number).inspection.recorded_image for number in (1, 2, 3)]
    assert names == ["lot 7/a.png", "lot 7/ü\udcff.png", str(tmp_path / "here" / "elsewhere" / "c.png")]
    table = tmp_path / "judgments.csv"
    assert run("export", "--workspace", share / "ws", "--out", table) == 0
    moved = tmp_path / "there"
    shutil.move(share, moved)
    with table.open(encoding="utf-8", newline="") as file:
        assert {row["image_path"] for row in csv.DictReader(file)} == {names[1].replace("\udcff", "\\udcff")}
    assert run("verify", moved / "ws", "--csv", table) == 0
    with read_workspace(moved / "ws") as workspace:
        repository = workspace.repository
        assert repository.verify() == hashes
        items = repository.whole_items([1, 2, 3])
        assert [item.inspection.image.is_file() for item in items] == [True, True, True]
        assert items[0].inspection.image == moved / "lot 7" / "a.png"
        assert [item.inspection.recorded_image for item in items] == names
        assert repository.image_of(items[1].inspection) == moved / "lot 7" / "ü\udcff.png"


def test_that_a_moved_image_is_found_by_name_and_hash(tmp_path: Path, make: Make) -> None:
    share = prepared(tmp_path / "share", make)
    (share / "archive" / "2026").mkdir(parents=True)
    (share / "archive" / "a.png").write_bytes(b"another picture of that name")
    shutil.move(share / "lot 7" / "a.png", share / "archive" / "2026" / "a.png")
    (share / "lot 7" / "ü\udcff.png").write_bytes(b"changed")
    with read_workspace(share / "ws") as workspace:
        first, second = (workspace.repository.item(number).inspection for number in (1, 2))
        assert workspace.repository.image_of(first) == share / "archive" / "2026" / "a.png"
        assert workspace.repository.image_of(second) is None
        found = find_board_images(workspace)
    assert (found.moved, [board.serial for board in found.missing]) == (1, [])


def test_that_missing_images_are_named(
    tmp_path: Path, make: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    share = prepared(tmp_path / "share", make)
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert run("workspace", "images", "share/ws") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Images in {share} are named relative to it.",
        COUNTED.format(missing=0),
    ]
    with read_workspace(share / "ws") as workspace:
        (share / "lot 7" / "a.png").unlink()
        gone = workspace.repository.item(3).inspection
        gone.image.unlink()
        shutil.rmtree(share / "ws" / "panels" / panel_key(gone)[:2])
    assert run("workspace", "images", "share/ws") == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        COUNTED.format(missing=2),
        f"  SN 1: {share / 'lot 7' / 'a.png'}",
        f"  SN 3: {gone.image}; its panels are missing too, so it cannot be judged",
    ]
    assert run("workspace", "images", "share/ws", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["boards"], said["relative"], said["missing"], said["folder"]) == (3, 2, 2, str(share))
    assert [board["panels"] for board in said["missing_images"]] == [True, False]


def test_that_boards_inspected_before_are_found_in_a_share_that_was_moved(tmp_path: Path, make: Make) -> None:
    share = tmp_path / "here" / "share"
    with closing(make(share / "ws")) as workspace:
        workspace.repository.add_inspection(inspected(share / "lot 7" / "a.png"), "SN 1")
    write_image_folder(share / "ws", share)
    shutil.move(share, tmp_path / "there")
    with read_workspace(tmp_path / "there" / "ws") as workspace:
        assert find_board_images(workspace).moved == 1
        board = workspace.repository.item(1).inspection
        assert workspace.repository.image_of(board) == tmp_path / "there" / "lot 7" / "a.png"


def test_the_folder_by_the_command_line(tmp_path: Path, make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    workspace, images = tmp_path / "station" / "ws", tmp_path / "mnt" / "pictures"
    make(workspace).close()
    capsys.readouterr()
    assert run("workspace", "images", workspace) == 0
    assert "named by their path on this computer" in capsys.readouterr().out
    assert run("workspace", "images", workspace, "--folder", images) == 1
    assert "there is no such folder" in capsys.readouterr().err
    assert not (workspace / IMAGE_FOLDER).exists()
    images.mkdir(parents=True)
    assert run("workspace", "images", workspace, "--folder", images) == 0
    assert f"Written into {IMAGE_FOLDER} of the workspace: {images}" in capsys.readouterr().out
    shutil.rmtree(images)
    assert run("workspace", "images", workspace) == 0
    assert "The folder is not there" in capsys.readouterr().out
    for damaged in ("folder = [", "", "root = 'x'", "folder = 5", "folder = ''"):
        (workspace / IMAGE_FOLDER).write_text(damaged, encoding="utf-8")
        with pytest.raises(StoreError, match="names the shared folder"):
            open_workspace(workspace)
    images.mkdir()
    assert run("workspace", "images", workspace, "--folder", images) == 0  # as the error advises
    assert run("workspace", "images", workspace, "--folder", "") == 2
    assert "an empty path" in capsys.readouterr().err
    assert run("workspace", "images", tmp_path / "nothing", "--folder", tmp_path) == 1
    assert "there is no workspace here" in capsys.readouterr().err


def test_that_a_folder_next_to_the_workspace_is_named_relative_to_it(tmp_path: Path) -> None:
    line = tmp_path / "line"
    for folder in ("ws", "boards", "ws/boards"):
        (line / folder).mkdir(parents=True)
    assert write_image_folder(line / "ws", line / "boards") == "../boards"
    assert read_image_folder(line / "ws").root == line / "boards"
    assert write_image_folder(line / "ws", line / "ws" / "boards") == "boards"
    assert write_image_folder(line / "ws", line / "ws") == "."
    assert write_image_folder(line / "ws", line) == ".."
    (tmp_path / "link").symlink_to(line / "ws", target_is_directory=True)
    assert read_image_folder(tmp_path / "link").root == line
    elsewhere = tmp_path / "other" / "boards"
    elsewhere.mkdir(parents=True)
    assert write_image_folder(line / "ws", elsewhere) == str(elsewhere)


def test_that_old_records_in_a_moved_workspace_find_their_images(tmp_path: Path, postgresql: str) -> None:
    share = prepared(tmp_path / "share", open_workspace)
    old = move_to_server(share / "ws", postgresql).old
    for folder in (share / "ws", old):
        with read_workspace(folder) as workspace:
            assert workspace.repository.item(1).inspection.image == share / "lot 7" / "a.png"
    move_to_sqlite(share / "ws")
    with read_workspace(share / "ws") as workspace:
        assert workspace.repository.item(1).inspection.image.is_file()
        assert workspace.repository.verify().holds


def test_that_a_repeated_serial_number_is_told_apart_by_folders_of_both_spellings(tmp_path: Path, make: Make) -> None:
    share = tmp_path / "share"
    with closing(make(share / "ws")) as workspace:
        workspace.repository.add_inspection(inspected(share / "lot 7" / "a.png"), "SN 1")
    write_image_folder(share / "ws", share)
    with open_workspace(share / "ws") as workspace:
        same = workspace.repository.add_inspection(inspected(share / "lot 7" / "b.png", 2), "SN 1")
        assert same.folder == ""
        other = workspace.repository.add_inspection(inspected(share / "lot 8" / "a.png", 3), "SN 1")
        assert other.folder == "lot 8"


@pytest.mark.parametrize("name", ["/mnt/a.png", "C:\\lots\\a.png", "\\\\server\\lots\\a.png", "Z:/a.png"])
def test_that_absolute_names_of_every_system_stay_as_they_are(name: str, tmp_path: Path) -> None:
    assert ImageFolder(tmp_path).path_of(name) == Path(name)


@given(
    st.lists(
        st.text(st.characters(blacklist_characters="/\0", blacklist_categories=("Cs",)), min_size=1, max_size=9),
        min_size=1,
        max_size=4,
    )
)
@example(["C:\\lots", "a.png"])
@example(["a\\b.png"])
def test_that_every_path_in_the_folder_comes_back(parts: list[str]) -> None:
    parts = [part for part in parts if part not in {".", ".."}] or ["a"]
    root = Path("/nowhere/share")
    image = root.joinpath(*parts)
    folder = ImageFolder(root)
    name = folder.name_of(image)
    assert folder.path_of(name) == image
