"""A folder of boards into the queue: a picture that is repeated under another serial number is a fault of the line."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vqganodip.errors import message
from vqganodip.files import sha256_of
from vqganodip.inspection.events import BoardDone, BoardFailed, BoardKnown, FolderEvent, FolderNotice
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.inspection.inspector import Inspected
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.transforms import Kind
from vqganodip.records import Verdict
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.workspace import Workspace, open_workspace
from vqganodip.testing import sample_inspection, sample_panels


class SampleInspector:
    """Inspector that gives every picture a sample inspection."""

    bundle_sha256 = hashlib.sha256(b"bundle").hexdigest()

    def inspect(self, path: Path) -> Iterator[Inspected]:
        yield Inspected(replace(sample_inspection(), image=path, sha256=sha256_of(path)), sample_panels())


def draw(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def inspect(workspace: Workspace, folder: Path, pattern: str = "") -> list[FolderEvent]:
    walk = inspect_folder(
        SampleInspector(), folder, workspace.repository, workspace.panels, names=lambda: FilenamePattern(pattern)
    )
    return [event for event in walk if isinstance(event, BoardDone | BoardFailed | BoardKnown)]


def test_that_a_repeated_picture_under_another_serial_number_is_said(tmp_path: Path) -> None:
    for name in ("SN1", "SN2", "SN3"):
        draw(tmp_path / "boards" / f"{name}.png", "frozen" if name != "SN3" else "another")
    with open_workspace(tmp_path / "ws") as workspace:
        for _ in range(2):  # the second time as well
            events = inspect(workspace, tmp_path / "boards")
            (failed,) = [event for event in events if isinstance(event, BoardFailed)]
            assert failed.image.name == "SN2.png"
            assert "byte for byte, that of SN1 (SN1.png)" in str(failed.error)
        assert all(isinstance(event, BoardKnown) for event in events if event is not failed)


def test_that_a_copied_folder_and_another_pattern_are_no_fault(tmp_path: Path) -> None:
    draw(tmp_path / "boards" / "L1_SN1_T.png", "one")
    with open_workspace(tmp_path / "ws") as workspace:
        assert isinstance(inspect(workspace, tmp_path / "boards")[0], BoardDone)
        shutil.copytree(tmp_path / "boards", tmp_path / "copy")
        assert isinstance(inspect(workspace, tmp_path / "copy")[0], BoardKnown)
        known = inspect(workspace, tmp_path / "copy", "{lot}_{serial}_{side}")
        assert isinstance(known[0], BoardKnown)


def test_that_the_bundle_that_inspects_is_noted_once(tmp_path: Path) -> None:
    draw(tmp_path / "boards" / "SN1.png", "one")
    with open_workspace(tmp_path / "ws") as workspace:
        inspect(workspace, tmp_path / "boards")
        inspect(workspace, tmp_path / "boards")
        assert workspace.repository.verify().entries == 1


def test_that_the_placement_of_the_bundle_that_inspects_is_noted_once(tmp_path: Path) -> None:
    draw(tmp_path / "boards" / "SN1.png", "one")
    placement = PlacementRecord(
        file="board.pos",
        file_sha256="0" * 64,
        form="KiCad",
        unit="mm",
        side=Side.TOP,
        grid=sample_inspection().grid,
        kind=Kind.SIMILARITY,
        matrix=(10.0, 0.0, 0.0, 0.0, -10.0, 500.0),
        points=(),
        residuals_mm=(),
        parts=(PlacedPart("R1", 1.0, 2.0, 0.0, Side.TOP),),
    )
    with open_workspace(tmp_path / "ws") as workspace:
        for _ in range(2):
            list(
                inspect_folder(
                    SampleInspector(),
                    tmp_path / "boards",
                    workspace.repository,
                    workspace.panels,
                    names=lambda: FilenamePattern(""),
                    placement=placement,
                )
            )
        assert workspace.repository.placement(SampleInspector.bundle_sha256) == placement
        assert workspace.repository.verify().entries == 2, "the model and its placement"
        assert workspace.repository.verify().holds


class BrokenCamera(SampleInspector):
    """Inspector to which every picture is black."""

    def inspect(self, path: Path) -> Iterator[Inspected]:
        for event in super().inspect(path):
            black = replace(event.inspection, warnings=(message("picture-flat", "The picture shows no board."),))
            yield replace(event, inspection=black)


def test_that_unusable_pictures_raise_one_alarm_and_stay_flagged(tmp_path: Path) -> None:
    for i in range(6):
        draw(tmp_path / "boards" / f"SN{i}.png", f"black {i}")
    with open_workspace(tmp_path / "ws") as workspace:
        walk = inspect_folder(
            BrokenCamera(),
            tmp_path / "boards",
            workspace.repository,
            workspace.panels,
            thresholds=lambda: Thresholds(1.0),
        )
        events = list(walk)
    alarms = [event for event in events if isinstance(event, FolderNotice)]
    assert [str(alarm.text) for alarm in alarms if alarm.alarm] == [
        "4 of the last 4 pictures do not show a whole board: check lamp, lens, camera and the transfer of its pictures."
    ]
    done = [event.item.inspection for event in events if isinstance(event, BoardDone)]
    assert [inspection.verdict for inspection in done] == [Verdict.REVIEW] * 6
