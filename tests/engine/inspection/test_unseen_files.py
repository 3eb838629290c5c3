"""Folders of boards: what stays unseen in them is reported, and the rest is inspected."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from vqganodip.datasets.synthetic.demo_line import DemoLine
from vqganodip.inspection.events import BoardDone, BoardFailed, FolderNotice
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import PlannedInspector


def test_that_an_unreadable_folder_fails_by_name_and_the_boards_around_it_are_inspected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, boards = DemoLine(normal=2, defective=1), tmp_path / "boards"
    (boards / "locked").mkdir(parents=True)
    for board in line.boards():
        (boards / board.name).write_bytes(board.serial.encode())
    (boards / "picture.heic").write_bytes(b"x")
    listed = Path.iterdir

    def iterdir(self: Path) -> Iterator[Path]:
        if self.name == "locked":
            raise OSError(errno.EACCES, "Permission denied", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    with open_workspace(tmp_path / "ws") as workspace:
        events = list(inspect_folder(PlannedInspector(line), boards, workspace.repository, workspace.panels))
    assert sum(isinstance(event, BoardDone) for event in events) == 3
    (failed,) = (event for event in events if isinstance(event, BoardFailed))
    assert failed.image == boards / "locked"
    assert (failed.index, failed.total) == (3, 4)
    assert "Check the rights" in str(failed.error)
    (notice,) = (event for event in events if isinstance(event, FolderNotice))
    assert "1 picture with other endings (heic) is left out" in str(notice.text)
