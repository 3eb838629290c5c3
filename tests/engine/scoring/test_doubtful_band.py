"""The doubtful band, whose boards a person decides: inspection, records, exports and command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from locations import DEMO_BUNDLE
from typer.testing import CliRunner, Result

from vqganodip.calibration.result import open_calibration
from vqganodip.cli.main import app
from vqganodip.errors import VqganodipError
from vqganodip.export.columns import CSV_COLUMNS, LINE_HASH
from vqganodip.export.judgments_csv import BOARD_COLUMNS, export_boards, export_judgments, line_hash
from vqganodip.export.verify_file import verify_file
from vqganodip.inspection.events import BoardDone
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.number_format import threshold_text
from vqganodip.records import Verdict
from vqganodip.review.accounts import People, Role
from vqganodip.review.threshold_log import ThresholdLog
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.serialization import head_text, inspection_from
from vqganodip.store.workspace import Workspace, open_workspace
from vqganodip.testing import (
    SAMPLE_TIME,
    InMemoryRepository,
    LabelledScores,
    PlannedInspector,
    sample_inspection,
    sample_judgment,
)

SHIPPED = DEMO_BUNDLE


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "ws") as opened:
        yield opened


@pytest.mark.parametrize(
    ("score", "verdict", "doubtful"),
    [
        (0.29, Verdict.PASS, False),
        (0.30, Verdict.REVIEW, True),
        (0.59, Verdict.REVIEW, True),
        (0.60, Verdict.REVIEW, False),
    ],
)
def test_that_a_board_in_the_band_is_flagged_and_doubtful(score: float, verdict: Verdict, doubtful: bool) -> None:
    applied = Thresholds(0.3, 0.6).apply(sample_inspection(score=score))
    assert (applied.verdict, applied.doubtful, applied.threshold, applied.doubtful_until) == (
        verdict,
        doubtful,
        0.3,
        0.6,
    )
    without = Thresholds(0.3).apply(sample_inspection(score=score))
    assert (without.verdict, without.doubtful) == (verdict, False)


def test_that_an_inspection_keeps_its_band_and_one_without_reads_and_hashes_as_before() -> None:
    plain = sample_inspection()
    assert "doubtful" not in head_text(plain)
    banded = replace(plain, doubtful_until=0.9)
    again = inspection_from(head_text(banded), None)
    assert (again.doubtful_until, again.doubtful) == (0.9, True)
    assert inspection_from(head_text(plain), None).doubtful_until is None


def test_that_the_active_thresholds_are_read_before_each_board(workspace: Workspace, tmp_path: Path) -> None:
    from vqganodip.datasets.synthetic.demo_line import DemoLine

    line = DemoLine(normal=1, defective=1)
    paths = []
    for board in line.boards():
        paths.append(tmp_path / board.name)
        paths[-1].write_bytes(board.serial.encode())
    active = iter([None, Thresholds(0.1, 0.5)])
    walk = inspect_folder(
        PlannedInspector(line), paths, workspace.repository, workspace.panels, thresholds=lambda: next(active)
    )
    first, second = (event.item.inspection for event in walk if isinstance(event, BoardDone))
    assert (first.threshold, first.doubtful_until) == (0.5, None)
    assert (second.threshold, second.doubtful_until) == (0.1, 0.5)
    assert second.doubtful is (second.score == 0.2)


def test_that_exported_files_contain_the_band(workspace: Workspace, tmp_path: Path) -> None:
    repository = workspace.repository
    for number, score in enumerate((0.2, 0.4, 0.8), start=1):
        applied = Thresholds(0.3, 0.6).apply(sample_inspection(number, score=score))
        repository.add_inspection(applied, f"SN{number}")
        repository.add_judgment(sample_judgment(number))
    repository.add_inspection(sample_inspection(4, score=0.4, threshold=0.3), "SN4")
    repository.add_judgment(sample_judgment(4))
    export_judgments(repository, tmp_path / "judgments.csv")
    with (tmp_path / "judgments.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not row["region_no"]]
    written = [(row["machine_result"], row["threshold"], row["doubtful_low"], row["doubtful_high"]) for row in rows]
    assert written == [
        ("OK", "0.3", "0.3", "0.6"),
        ("DOUBTFUL", "0.3", "0.3", "0.6"),
        ("NG", "0.3", "0.3", "0.6"),
        ("NG", "0.3", "", ""),
    ]
    assert verify_file(tmp_path / "judgments.csv", repository.judgments()).holds
    export_boards(repository, tmp_path / "boards.csv")
    with (tmp_path / "boards.csv").open(newline="", encoding="utf-8") as file:
        assert [row["doubtful"] for row in csv.DictReader(file)] == ["0", "1", "0", "0"]
    assert "doubtful" in [column.name for column in BOARD_COLUMNS]


def test_that_a_file_of_a_version_without_the_band_still_verifies(workspace: Workspace, tmp_path: Path) -> None:
    repository = workspace.repository
    repository.add_inspection(sample_inspection(), "SN1")
    repository.add_judgment(sample_judgment(1))
    export_judgments(repository, tmp_path / "new.csv")
    with (tmp_path / "new.csv").open(newline="", encoding="utf-8") as file:
        _head, *lines = csv.reader(file)
    columns = [(i, column.name_in(1)) for i, column in enumerate(CSV_COLUMNS) if column.since == 1]
    assert not {"doubtful_low", "doubtful_high"} & {name for _i, name in columns}
    chain = ""
    with (tmp_path / "old.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*(name for _i, name in columns), LINE_HASH.name])
        for line in lines:
            cells = [line[i] for i, _name in columns]
            chain = line_hash(chain, cells)
            writer.writerow([*cells, chain])
    assert verify_file(tmp_path / "old.csv", repository.judgments()).holds


def run(*arguments: str, pin: str = "") -> Result:
    return CliRunner().invoke(app, ["threshold", *arguments], input=f"{pin}\n")


def test_that_the_threshold_is_set_headless_under_the_rules_of_the_window(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "ws"):
        pass
    place = (str(tmp_path / "ws"), "--bundle", str(SHIPPED))
    calibration = open_calibration(SHIPPED)
    fresh = run(*place)
    assert fresh.exit_code == 0
    assert f"In force: {threshold_text(calibration.bundle_threshold)}, as the bundle came" in fresh.output
    who = ("--operator", "E. N.")
    refused = run(*place, "--set", "0.5", *who)
    assert isinstance(refused.exception, VqganodipError)
    assert "known defects would be missed and no reason is given" in str(refused.exception)
    unsigned = run(*place, "--no-miss", "--band-to", "0.9")
    assert unsigned.exit_code == 2
    assert "give --operator NAME" in " ".join(unsigned.output.split())
    banded = run(*place, "--set", "0.02", "--band-to", "0.9", *who, "--json")
    values = json.loads(banded.output)
    assert (values["threshold"], values["doubtful_high"]) == (0.02, 0.9)
    assert values["counts"]["fn"] == 0
    moved = run(*place, "--set", "0.3", "--reason", "agreed with quality", *who)  # the band stays
    assert "Doubtful band: from 0.3000 up to 0.9000" in moved.output
    assert "missed: " in moved.output
    closed = json.loads(run(*place, "--no-band", "--reason", "too wide", *who, "--json").output)
    assert (closed["threshold"], closed["doubtful_high"], len(closed["changes"])) == (0.3, None, 3)
    back = json.loads(run(*place, "--back", "1", "--reason", "escapes", *who, "--json").output)
    assert (back["threshold"], back["doubtful_high"]) == (0.02, 0.9)
    assert (back["changes"][-1]["returns_to"], back["changes"][-1]["operator"]) == (1, "E. N.")
    values = json.loads(run(*place, "--apply", *who, "--json").output)
    assert values["applied"] == {"boards": 0, "passed": 0, "flagged": 0}
    assert values["applications"] == []
    with open_workspace(tmp_path / "ws") as opened:
        inspection = replace(sample_inspection(score=0.4), bundle_sha256=values["bundle_sha256"])
        opened.repository.add_inspection(inspection, "SN 1")
    text = run(*place, "--apply", *who).output
    assert "Applied to 1 unjudged board: 0 no longer flagged, 1 flagged now" in text
    assert "E. N.: applied to 1 unjudged board, 1 flagged, 0 passed" in text
    (entry,) = json.loads(run(*place, "--json").output)["applications"]
    assert (entry["change"], entry["flagged"], entry["operator"]) == (4, 1, "E. N.")
    assert CliRunner().invoke(app, ["verify", str(tmp_path / "ws")]).exit_code == 0
    assert run(*place, "--set", "0.1", "--no-miss").exit_code == 2
    assert run(*place, "--back", "1", "--set", "0.1").exit_code == 2
    assert run(*place, "--band-to", "0.1", "--no-band").exit_code == 2


def test_that_the_command_line_checks_pin_and_role(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "ws") as opened:
        people = People(opened.repository)
        admin = people.register("Ada", Role.ADMIN, "1111")
        people.register("Otto", Role.OPERATOR, "2222", by=admin)
        people.register("Edda", Role.ENGINEER, "3333", by=admin)
    place = (str(tmp_path / "ws"), "--bundle", str(SHIPPED), "--no-miss")
    assert "do not belong together" in str(run(*place, "--operator", "Edda", pin="9999").exception)
    assert "may not set the threshold" in str(run(*place, "--operator", "Otto", pin="2222").exception)
    done = run(*place, "--operator", "Edda", "--json", "--band-to", "0.5", pin="3333")
    assert json.loads(done.output)["changes"][-1]["role"] == "engineer"


def test_that_a_band_alone_is_a_change_and_the_same_band_is_not() -> None:
    repository = InMemoryRepository()
    log = ThresholdLog(repository, operator="E. N.", clock=lambda: SAMPLE_TIME)
    calibration = LabelledScores(normal=(0.1,), defective=(0.4,))
    log.activate(Thresholds(0.3), calibration)
    assert log.activate(Thresholds(0.3, 0.7), calibration).thresholds == Thresholds(0.3, 0.7)
    with pytest.raises(VqganodipError, match="in force already"):
        log.activate(Thresholds(0.3, 0.7), calibration)
