"""Files that version 0.1.0 wrote are opened, verified and exported, with the values that it gave.

``make_files.py`` says what the files are and how they were made. Tests work on copies: opening a workspace changes it.
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.fit import BASELINES
from vqganodip.calibration.metric_cache import MetricCache
from vqganodip.calibration.recalibrate import offer_boards
from vqganodip.calibration.result import open_calibration
from vqganodip.cli.main import main
from vqganodip.export.judgments_csv import export_boards
from vqganodip.review.accounts import People
from vqganodip.review.consensus import confirmed_boards
from vqganodip.review.escapes import find_escapes
from vqganodip.review.judgments import QueueFilter, QueueOrder
from vqganodip.review.operator_statistics import operator_statistics
from vqganodip.review.rules import read_rules
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import Workspace, open_workspace
from vqganodip.turing.session.lifecycle import open_sessions, resume
from vqganodip.turing.session.unblinding import finished_sessions, may_unblind
from vqganodip.turing.study.study import open_study
from vqganodip_gui.services.settings import Settings

FILES: Final = Path(__file__).parent / "files"
EXPECTED: Final[dict[str, Any]] = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))

MEAN_TIME = "seconds_per_board"
"""The mean of all looks then; now the median of first looks, so that one interrupted look does not count for many."""

RENAMED: Final = {"verdict": "judgment", "region_verdict": "region_judgment"}
"""What a column of then is called now, in files of judgments and of boards. Used where the old name is gone."""

ADDED_EMPTY: Final = (
    "product",
    "model_name",
    "cleared_by",
    "ref_des",
    "part_number",
    "package",
    "threshold_rule",
    "region_reasons",
    "client_id",
)
"""Columns that files may have now and that are empty for records of then."""

CHANGED: Final = ("line_hash",)
"""Columns that depend on which columns a file has."""

OF_THE_PROGRAM: Final = ("app_version", "schema_version", "file_version")
"""Columns of the tables of a study, and of files, that name the program which wrote them."""

SMALL_BUNDLE_TOLERANCE: Final = 0.05
"""The small bundle is hardly trained: another rounding of bfloat16, as between processors, may exchange a candidate and
so change a score by 0.026."""


def run(*arguments: object) -> int:
    """The exit code of the program."""
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def name_now(name: str, known: Any) -> str:
    """Return the present name of a column of that version."""
    return name if name in known or name not in RENAMED else RENAMED[name]


def same_row(then: dict[str, Any], now: dict[str, Any]) -> None:
    """Every value of then is there, under its name of today; what came later is empty."""
    for name, value in then.items():
        if name == "region_rows":
            assert len(now[name]) == len(value)
            for one, other in zip(value, now[name], strict=True):
                same_row(one, other)
        elif name not in CHANGED:
            assert now[name_now(name, now)] == value, name
    later = set(now) - {name_now(name, now) for name in then} - set(OF_THE_PROGRAM)
    assert {name: now[name] for name in later if now[name] not in ("", None)} == {}
    assert later <= set(ADDED_EMPTY)


def same_rows(then: list[dict[str, Any]], now: list[dict[str, Any]]) -> None:
    assert len(now) == len(then) > 0
    for one, other in zip(then, now, strict=True):
        same_row(one, other)


def same_table(then: Path, now: Path) -> None:
    """The tables of a study hold the same cells, numbers to a billionth; there may be new columns."""
    rows, others = rows_of(then), rows_of(now)
    assert len(rows) == len(others) > 0
    for row, other in zip(rows, others, strict=True):
        for name, cell in row.items():
            if name in OF_THE_PROGRAM:
                continue
            found = other[name]
            try:
                assert float(found) == pytest.approx(float(cell), rel=1e-9, abs=1e-9), name
            except ValueError:
                assert found == cell, name


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all files; the images of the workspace are named from there."""
    copy = Path(shutil.copytree(FILES, tmp_path / "files"))
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return a function that runs the program and returns what it printed."""

    def say(*arguments: object) -> str:
        capsys.readouterr()
        assert run(*arguments) == 0
        return capsys.readouterr().out

    return say


# --- the workspace


def test_that_the_records_and_the_thresholds_hold(files: Path, printed: Callable[..., str]) -> None:
    found = json.loads(printed("verify", files / "workspace", "--json"))
    for name, value in EXPECTED["workspace"]["verify"].items():
        assert found[name] == value, name
    assert found["holds"] is True


@pytest.mark.parametrize("version", [1, 4])
def test_that_workspaces_of_earlier_schemas_hold_and_are_exported_as_before(files: Path, version: int) -> None:
    workspace, out = files / f"workspace-schema-{version}", files / "now.csv"
    assert run("verify", workspace) == 0
    assert run("export", "--workspace", workspace, "--out", out) == 0
    same_rows(rows_of(FILES / "exports" / f"schema-{version}.csv"), rows_of(out))
    assert run("verify", workspace, "--csv", FILES / "exports" / f"schema-{version}.csv") == 0


def test_that_judgments_are_exported_as_csv_with_the_same_values(files: Path) -> None:
    out = files / "now.csv"
    assert run("export", "--workspace", files / "workspace", "--out", out) == 0
    then, now = rows_of(FILES / "exports" / "judgments.csv"), rows_of(out)
    same_rows(then, now)
    assert {row["verdict"] for row in then} == {"ok", "ng", "doubtful", "false_call", "withdrawn"}
    assert {row["purpose"] for row in then} == {"review", "second", "probe"}
    assert {row["reveal_order"] for row in then} == {"machine_first", "verdict_first", "after_reveal"}
    assert {row["machine_result"] for row in then} == {"OK", "NG", "DOUBTFUL"}
    assert run("verify", files / "workspace", "--csv", out) == 0


def test_that_a_filtered_export_has_the_same_values(files: Path) -> None:
    out = files / "now.csv"
    assert run("export", "--workspace", files / "workspace", "--out", out, "--operator", "Quinn") == 0
    same_rows(rows_of(FILES / "exports" / "quinn.csv"), rows_of(out))


def test_that_judgments_are_exported_as_json_lines_with_the_same_values(files: Path) -> None:
    out = files / "now.jsonl"
    assert run("export", "--workspace", files / "workspace", "--out", out) == 0
    same_rows(lines_of(FILES / "exports" / "judgments.jsonl"), lines_of(out))


def test_that_the_messages_of_ipc_cfx_are_the_same(files: Path) -> None:
    out = files / "now.cfx.json"
    assert run("export", "--workspace", files / "workspace", "--out", out) == 0
    before, now = lines_of(FILES / "exports" / "judgments.cfx.json"), lines_of(out)
    assert [_without_places(message) for message in now] == [_without_places(message) for message in before]


def _without_places(message: dict[str, Any]) -> dict[str, Any]:
    """A message without the defects of a board judged NG: earlier versions confirmed one in each of its regions."""
    (unit,) = message["MessageBody"]["InspectedUnits"]
    (step,) = unit["Inspections"]
    if unit["Verification"] == "DefectConfirmed":
        step["DefectsFound"] = []
    return message


def test_that_the_boards_are_exported_with_the_same_values(files: Path) -> None:
    with open_workspace(files / "workspace", create=False) as workspace:
        assert export_boards(workspace.repository, files / "now.csv") == 9
    same_rows(rows_of(FILES / "exports" / "boards.csv"), rows_of(files / "now.csv"))


@pytest.mark.parametrize(
    ("workspace", "name"),
    [
        ("workspace", "judgments.csv"),
        ("workspace", "quinn.csv"),
        ("workspace-schema-4", "before-the-band.csv"),
        ("workspace-schema-4", "before-verdict-first.csv"),
    ],
)
def test_that_exported_files_of_then_hold_alone_and_against_their_workspace(
    files: Path, workspace: str, name: str
) -> None:
    file = files / "exports" / name
    assert run("verify", "--csv", file) == 0
    assert run("verify", files / workspace, "--csv", file) == 0
    data = file.read_bytes()
    file.write_bytes(data.replace(b",line 1,", b",line 2,", 1))
    assert file.read_bytes() != data
    assert run("verify", "--csv", file) == 1


def test_that_the_boards_wait_and_stand_as_they_did(files: Path) -> None:
    expected = EXPECTED["workspace"]
    with open_workspace(files / "workspace", create=False) as workspace:
        repository = workspace.repository
        items = repository.whole_items(repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL)))
        for item, board in zip(items, expected["boards"], strict=True):
            judgment = item.judgment
            assert item.serial == board["serial"]
            assert (None if judgment is None else judgment.record_id) == board["standing"]
            assert (None if judgment is None else judgment.kind.value) == board["kind"]
            assert panel_hashes(workspace, panel_key(item.inspection)) == board["panels"]
        assert list(repository.item_ids(QueueFilter())) == expected["queue"]
        assert repository.get_setting("review.position.line 1") == expected["position"]
        settled = confirmed_boards(repository.judgments())
        assert {str(n): [s.defective, list(s.by), s.by_quality] for n, s in settled.items()} == expected["settled"]
        assert [escape.caught_by for escape in find_escapes(repository, "SN1008")] == expected["escape"]
        figures = operator_statistics(list(repository.judgments()))
        for one, values in zip(figures, expected["operators"], strict=True):
            kept = {name: value for name, value in values.items() if name != MEAN_TIME}
            assert {name: getattr(one, name) for name in kept} == kept


def panel_hashes(workspace: Workspace, key: str) -> dict[str, str] | None:
    """A hash of each picture that was kept of a board; None where none is kept."""
    panels = workspace.panels.read(key)
    if panels is None:
        return None
    pictures = {"original": panels.original, "reconstruction": panels.reconstruction}
    pictures |= {weighting.value: found for weighting, found in panels.differences.items()}
    return {name: hashlib.sha256(np.ascontiguousarray(array).data).hexdigest() for name, array in pictures.items()}


def test_that_people_log_in_and_the_rules_are_in_force(files: Path) -> None:
    expected = EXPECTED["workspace"]
    with open_workspace(files / "workspace", create=False) as workspace:
        people = People(workspace.repository)
        assert [[person.name, person.role.value] for person in people.registered()] == expected["people"]
        for name, pin in expected["pins"].items():
            assert people.log_in(name, pin).name == name
        rules = dataclasses.asdict(read_rules(workspace.repository))
        assert {name: rules[name] for name in expected["rules"]} == expected["rules"]


def test_that_the_same_boards_are_offered_to_a_calibration(files: Path) -> None:
    with open_workspace(files / "workspace", create=False) as workspace:
        offer = offer_boards(workspace.repository, open_calibration(files / "bundle"))
    expected = EXPECTED["workspace"]["offer"]
    assert [entry.item.serial for entry in offer.entries] == expected["entries"]
    assert [offer.known, offer.gone, offer.waiting, offer.doubtful] == [
        expected[name] for name in ("known", "gone", "waiting", "doubtful")
    ]


# --- bundles


def test_that_the_threshold_in_force_means_what_it_meant(files: Path, printed: Callable[..., str]) -> None:
    found = json.loads(printed("threshold", files / "workspace", "--bundle", files / "bundle", "--json"))
    same_values(EXPECTED["workspace"]["threshold"], found)
    assert len(found["changes"]) == 4


def same_values(then: Any, now: Any) -> None:
    """Assert that all values recorded then are equal now, numbers to a billionth."""
    if isinstance(then, dict):
        for name, value in then.items():
            same_values(value, now[name])
    elif isinstance(then, list):
        assert len(then) == len(now)
        for one, other in zip(then, now, strict=True):
            same_values(one, other)
    elif isinstance(then, float):
        assert now == pytest.approx(then, rel=1e-9, abs=1e-12)
    else:
        assert now == then


def same_scores(then: list[dict[str, Any]], lines: str, tolerance: float) -> None:
    now = [json.loads(line) for line in lines.splitlines()]
    assert [line["sha256"] for line in now] == [line["sha256"] for line in then], "these are other images"
    for line, expected in zip(now, then, strict=True):
        assert line["score"] == pytest.approx(expected["score"], abs=tolerance)
        assert [line["threshold"], line["grid"]] == [expected["threshold"], expected["grid"]]
        if abs(expected["score"] - expected["threshold"]) > tolerance:
            assert line["verdict"] == expected["verdict"]


def test_that_a_bundle_of_then_gives_the_same_scores(files: Path, printed: Callable[..., str]) -> None:
    assert open_bundle(files / "bundle").sha256 == EXPECTED["bundle"]["sha256"]
    assert open_calibration(files / "bundle").threshold.value == EXPECTED["bundle"]["threshold"]
    images = [files / row["image_path"] for row in rows_of(FILES / "exports" / "boards.csv")]
    lines = printed("inspect", *images, "--bundle", files / "bundle")
    same_scores(EXPECTED["bundle"]["boards"], lines, SMALL_BUNDLE_TOLERANCE)


def test_that_metric_rows_of_then_are_read(files: Path) -> None:
    expected = EXPECTED["metric_rows"]
    rows = MetricCache(files / "bundle.run", expected["identity"], BASELINES)
    assert len(rows) == 4
    kept = {line.partition(",")[0] for line in rows.path.read_text(encoding="utf-8").splitlines()[1:]}
    for sha256 in kept:
        known = rows.find(sha256)
        assert known is not None
        row, baselines = known
        values = expected["rows"][sha256]
        assert (len(row.names), baselines) == (values["metrics"], values["baselines"])
        assert float(row.values.sum()) == pytest.approx(values["sum"], rel=1e-12)


def test_that_the_run_folder_says_that_the_training_is_finished(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (files / "line" / "train").mkdir(parents=True)
    (files / "boards").rename(files / "line" / "train" / "good")
    assert run("train", files / "line", "--bundle", files / "bundle", "--resume", "--steps", "60") == 1
    assert "finished" in capsys.readouterr().err


# --- Turing tests


@pytest.mark.parametrize("name", ["study-unblinded", "study-sealed"])
def test_that_a_study_opens_as_it_was(files: Path, name: str) -> None:
    study, expected = open_study(files / name), EXPECTED["studies"][name]
    for stimulus in study.stimuli:
        study.pixels(stimulus)
    study.read_key()
    for field in ("study_id", "margin", "alpha", "participants_planned", "created_utc", "sha256", "key_sha256"):
        assert getattr(study, field) == expected[field]
    assert len(study.stimuli) == expected["stimuli"]
    assert [session.stem for session in study.sessions()] == expected["sessions"]
    assert [study.unblinded, may_unblind(study), finished_sessions(study)] == [
        expected[field] for field in ("unblinded", "may_unblind", "finished")
    ]
    unfinished = [sealed for sealed in open_sessions(study) if not sealed.ended]
    assert [sitting.files.stem for sitting in unfinished] == [stem for stem, _ in expected["unfinished"]]
    for sitting, (_, values) in zip(unfinished, expected["unfinished"], strict=True):
        stamps = [event["utc"] for event in sitting.read_journal().events if "utc" in event]
        point = dataclasses.asdict(resume(sitting, str(stamps[-1])))
        assert {field: point[field] for field in values} == values


def test_that_an_unblinded_study_is_reported_with_the_same_rates(files: Path) -> None:
    study = files / "study-unblinded"
    assert run("vtt", "report", study, "--out", files / "now") == 0
    for name in ("observers.csv", "panel.csv", "images.csv", "trials.csv"):
        same_table(FILES / "study-unblinded" / "report" / name, files / "now" / name)
    assert (files / "now" / "report.html").stat().st_size > 0


def test_that_unblinding_again_writes_the_same_trials_and_adds_nothing_to_the_log(files: Path) -> None:
    assert run("vtt", "unblind", files / "study-unblinded", "--by", "somebody else") == 0
    log = Path("study-unblinded", "unblinding.jsonl")
    assert (files / log).read_bytes() == (FILES / log).read_bytes()
    for table in sorted((FILES / "study-unblinded").glob("sub-*/ses-*/*trials*.csv")):
        same_table(table, files / table.relative_to(FILES))


def test_that_a_participant_who_withdrew_stays_away(files: Path, tmp_path: Path) -> None:
    study = files / "study-unblinded"
    assert not (study / "sub-P003").exists()
    assert run("vtt", "bids", study, tmp_path / "bids") == 0
    participants = (tmp_path / "bids" / "participants.tsv").read_text(encoding="utf-8").splitlines()
    assert len(participants) == 1 + 2


def test_that_a_sealed_study_is_unblinded_with_the_same_rates(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = files / "study-sealed"
    assert run("vtt", "report", study) == 1
    assert run("vtt", "unblind", study, "--by", "study lead") == 1  # planned sessions are missing
    reason = "the boards are needed elsewhere"
    assert run("vtt", "unblind", study, "--by", "study lead", "--reason", reason) == 0
    assert run("vtt", "report", study) == 0
    for name in ("observers.csv", "panel.csv", "images.csv", "trials.csv"):
        same_table(FILES / "study-sealed-report" / name, study / "report" / name)


# --- the window


def test_that_the_settings_of_the_window_read_the_same(files: Path) -> None:
    settings = Settings(files / "window.json")
    assert {name: settings.get(name) for name in EXPECTED["settings"]} == EXPECTED["settings"]
    settings.set("operator", "Ben")
    again = json.loads((files / "window.json").read_text(encoding="utf-8"))
    assert again == EXPECTED["settings"] | {"operator": "Ben"}
