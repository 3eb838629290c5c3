"""The gate in force during an inspection: what it passes, what goes to a person all the same, and its alarms."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from engine.gate_boards import BUNDLE, GateInspector, confirm_boards, judged, pictures

from vqganodip.calibration.learn_gate import FREE_OF_PLACE
from vqganodip.detection.region_descriptors import DESCRIPTOR_FORMAT
from vqganodip.export.ipc_cfx import export_cfx
from vqganodip.export.jsonl import export_jsonl
from vqganodip.export.judgments_csv import export_boards, export_judgments
from vqganodip.export.verify_file import verify_file
from vqganodip.inspection.events import FolderNotice
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.records import GateLevel, Inspection, Verdict
from vqganodip.review.gate_labels import gate_labels
from vqganodip.review.gate_log import GateLog, gate_in_force
from vqganodip.review.judgments import JudgmentKind, QueueFilter, ReviewItem
from vqganodip.scoring.gate_fit import GateBoard, fit_gate
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "ws") as opened:
        confirm_boards(opened, good=14, bad=22)
        yield opened


def learned(workspace: Workspace) -> str:
    boards = []
    for label in gate_labels(workspace.repository, BUNDLE).boards:
        found = workspace.panels.descriptors(panel_key(workspace.repository.item(label.item_id).inspection))
        assert found is not None
        defects = ((0,),) if label.defective else ()
        boards.append(GateBoard(label.serial, found.values, 3, defects, label.defects))
    gate = fit_gate(boards, bundle_sha256=BUNDLE, format=DESCRIPTOR_FORMAT, free_of_place=FREE_OF_PLACE, trees=40)
    return workspace.gates.write(gate.dumps())


def activate(workspace: Workspace, name: str, level: GateLevel, share: float = 0.05) -> None:
    from vqganodip.scoring.region_gate import RegionGate

    report = RegionGate.loads(workspace.gates.read(name)).report
    log = GateLog(workspace.repository, BUNDLE, operator="Q", role="quality")
    log.activate(name, report, level, reason="x", share=share)


def inspect(workspace: Workspace, folder: Path, minutes: float = 1.0) -> tuple[list[Inspection], list[str]]:
    walk = inspect_folder(GateInspector(minutes), folder, workspace.repository, workspace.panels, gates=workspace.gates)
    alarms = [str(event.text) for event in walk if isinstance(event, FolderNotice)]
    numbers = workspace.repository.item_ids(QueueFilter())
    items = sorted(workspace.repository.whole_items(numbers), key=lambda item: item.item_id)
    return [item.inspection for item in items if item.inspection.image.parent == folder], alarms


def newest_items(workspace: Workspace, folder: Path) -> list[ReviewItem]:
    items = workspace.repository.whole_items(workspace.repository.item_ids(QueueFilter()))
    return [item for item in items if item.inspection.image.parent == folder]


def test_that_shadow_and_advice_record_an_opinion_and_pass_nothing(workspace: Workspace, tmp_path: Path) -> None:
    name = learned(workspace)
    without, _ = inspect(workspace, pictures(tmp_path / "none", good=2))
    assert [found.gate for found in without] == [None, None]
    for number, level in enumerate((GateLevel.SHADOW, GateLevel.ADVICE), start=1):
        activate(workspace, name, level)
        found, _ = inspect(workspace, pictures(tmp_path / level, good=8, bad=2, first=100 * number))
        assert {one.verdict for one in found} == {Verdict.REVIEW}
        assert {one.gate.level for one in found if one.gate} == {level}
        clears = [one.gate.clears for one in found if one.gate]
        assert sum(clears[:8]) >= 4
        assert not any(clears[8:])
        assert {one.cleared_by for one in found} == {""}
        assert any(one.gate.drawn for one in found if one.gate) is (level is GateLevel.ADVICE)
    assert workspace.repository.verify().holds


def test_that_the_filter_passes_what_it_clears_and_sends_a_share_to_a_person(
    workspace: Workspace, tmp_path: Path
) -> None:
    name = learned(workspace)
    activate(workspace, name, GateLevel.FILTER, share=0.01)
    found, _ = inspect(workspace, pictures(tmp_path / "line", good=30, bad=4))
    cleared = [one for one in found if one.cleared_by]
    assert {one.cleared_by for one in cleared} == {name}
    assert {one.verdict for one in cleared} == {Verdict.PASS}
    assert {one.score for one in found} == {0.8}
    assert len(cleared) >= 15
    assert not any(one.cleared_by for one in found[30:])
    drawn = [one for one in found if one.gate and one.gate.drawn]
    assert drawn[0] == next(one for one in found if one.gate and one.gate.clears), "the first after the start"
    assert {one.verdict for one in drawn} == {Verdict.REVIEW}
    assert Thresholds(0.1).apply(cleared[0]).verdict is Verdict.PASS
    numbers = workspace.repository.cleared_boards(BUNDLE)
    assert [workspace.repository.item(number).inspection for number in numbers] == cleared
    waiting = workspace.repository.count(QueueFilter(flagged_only=True))
    assert waiting == 36 + len(found) - len(cleared)
    workspace.repository.rebuild_queue()
    assert workspace.repository.count(QueueFilter(flagged_only=True)) == waiting
    assert workspace.repository.verify().holds


def test_that_at_least_one_cleared_board_an_hour_goes_to_a_person(workspace: Workspace, tmp_path: Path) -> None:
    activate(workspace, learned(workspace), GateLevel.FILTER, share=1e-9)
    found, _ = inspect(workspace, pictures(tmp_path / "line", good=24), minutes=20)
    moments = [one.inspected_at for one in found if one.gate and one.gate.drawn]
    clear = [one for one in found if one.gate and one.gate.clears]
    assert 3 <= len(moments) < len(clear) / 2
    assert all((later - one).total_seconds() >= 3600 for one, later in pairwise(moments))


def test_that_one_ng_on_a_drawn_board_ends_the_filter_with_an_alarm(workspace: Workspace, tmp_path: Path) -> None:
    activate(workspace, learned(workspace), GateLevel.FILTER)
    first = pictures(tmp_path / "line", good=12)
    inspect(workspace, first)
    drawn = next(i for i in newest_items(workspace, first) if i.inspection.gate and i.inspection.gate.drawn)
    second = pictures(tmp_path / "next", good=6, first=50)
    walk = inspect_folder(GateInspector(), second, workspace.repository, workspace.panels, gates=workspace.gates)
    alarms = []
    for number, event in enumerate(walk):
        if number == 3:
            judged(workspace, drawn, JudgmentKind.NG)
        if isinstance(event, FolderNotice):
            alarms.append((event.alarm, str(event.text)))
    assert [alarm for alarm, _ in alarms] == [True]
    assert f"Board number {drawn.item_id}" in alarms[0][1]
    change = gate_in_force(workspace.repository.gate_changes(BUNDLE))
    assert change is not None
    assert change.level is GateLevel.SHADOW
    last = newest_items(workspace, second)[-1].inspection
    assert last.gate is not None
    assert last.gate.level is GateLevel.SHADOW
    assert not last.cleared_by


def test_that_an_altered_or_missing_gate_passes_nothing_and_is_said_once(workspace: Workspace, tmp_path: Path) -> None:
    name = learned(workspace)
    activate(workspace, name, GateLevel.FILTER)
    file = workspace.gates.folder / f"{name}.npz"
    file.write_bytes(file.read_bytes() + b"x")
    found, alarms = inspect(workspace, pictures(tmp_path / "line", good=5))
    assert {one.verdict for one in found} == {Verdict.REVIEW}
    assert len(alarms) == 1
    assert "the gate was altered" in alarms[0]
    file.unlink()
    found, alarms = inspect(workspace, pictures(tmp_path / "next", good=5, first=40))
    assert {one.verdict for one in found} == {Verdict.REVIEW}
    assert len(alarms) == 1


def test_that_exports_name_the_gate_and_the_csv_verifies(workspace: Workspace, tmp_path: Path) -> None:
    name = learned(workspace)
    activate(workspace, name, GateLevel.FILTER)
    line = pictures(tmp_path / "line", good=10)
    inspect(workspace, line)
    for item in newest_items(workspace, line):
        judged(workspace, item, JudgmentKind.OK)
    expected = {i.serial: i.inspection.cleared_by for i in newest_items(workspace, line)}
    assert set(expected.values()) == {"", name}
    table, boards = tmp_path / "j.csv", tmp_path / "b.csv"
    export_judgments(workspace.repository, table)
    assert verify_file(table).holds
    export_boards(workspace.repository, boards)
    for file in (table, boards):
        with file.open(encoding="utf-8", newline="") as opened:
            rows = [row for row in csv.DictReader(opened) if row["serial"] in expected]
        assert {row["serial"]: row["cleared_by"] for row in rows} == expected
    lines, messages = tmp_path / "j.jsonl", tmp_path / "c.jsonl"
    export_jsonl(workspace.repository, lines)
    found = [json.loads(text) for text in lines.read_text().splitlines()]
    assert {one["serial"]: one["cleared_by"] or "" for one in found if one["serial"] in expected} == expected
    export_cfx(workspace.repository, messages)
    assert messages.read_text().count(f"cleared by gate {name}") == sum(map(bool, expected.values()))
