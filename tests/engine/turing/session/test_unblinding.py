"""Unblinding and withdrawal: acceptance C4 and F5 (decision 045)."""

from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path

import pytest
from engine.turing_studies import ScriptedParticipant, seal_one, small_study

from vqganodip.errors import TuringError
from vqganodip.turing.session.journal import read_journal
from vqganodip.turing.session.lifecycle import next_participant
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.trial_columns import TRIAL_COLUMNS, UNBLINDED_COLUMNS
from vqganodip.turing.session.unblinding import may_unblind, unblind, withdraw
from vqganodip.turing.study.study import Study, open_study

UTC = "2026-02-01T12:00:00Z"


def with_sessions(study: Study, *participants: str) -> Study:
    for participant in participants:
        sealed = seal_one(study, participant)
        ScriptedParticipant(sealed).run()
        finish(sealed)
    return study


def test_that_a_study_stays_blinded_until_all_planned_sessions_are_done(tmp_path: Path) -> None:
    study = with_sessions(small_study(tmp_path / "study"), "P001")
    assert not may_unblind(study)
    with pytest.raises(TuringError, match="1 of 2 planned sessions are done"):
        unblind(study, "leader")
    with pytest.raises(TuringError, match="no name is given"):
        unblind(study, " ")
    assert not study.unblinded
    with_sessions(study, "P002")
    assert may_unblind(study)
    unblind(study, "leader", utc=UTC)
    assert study.unblinded
    (event,) = read_journal(study.files.unblinding).events
    assert (event["by"], event["utc"], event["finished"], event["planned"]) == ("leader", UTC, 2, 2)


def test_that_an_early_unblinding_needs_a_reason(tmp_path: Path) -> None:
    study = with_sessions(small_study(tmp_path / "study"), "P001")
    unblind(study, "leader", "stop rule: one observer", utc=UTC)
    assert read_journal(study.files.unblinding).events[0]["reason"] == "stop rule: one observer"
    with pytest.raises(TuringError, match="unblinded"):
        seal_one(study, "P002")


def test_that_an_unblinded_table_has_truth_and_seed_and_the_unblinding_is_logged_once(tmp_path: Path) -> None:
    study = with_sessions(small_study(tmp_path / "study"), "P001", "P002")
    unblind(study, "leader", utc=UTC)
    unblind(study, "leader", utc=UTC)
    assert len(read_journal(study.files.unblinding).events) == 1
    for files in study.sessions():
        with files.file("trials_unblinded.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        assert list(rows[0]) == list(UNBLINDED_COLUMNS)
        test = [row for row in rows if row["phase"] == "test"]
        assert sorted(row["truth"] for row in test) == ["fake"] * 4 + ["real"] * 4
        assert {row["correct"] for row in test if row["truth"] == "fake"} == {"1"}
        assert {row["correct"] for row in test if row["truth"] == "real"} == {"0"}
        assert {row["model_id"] for row in rows} == {"bundle 1"}
        assert rows[0]["seed"].isdigit()
        blinded = files.file("trials.csv").read_text("utf-8").splitlines()
        assert blinded[0] == ",".join(TRIAL_COLUMNS)


def test_that_a_replaced_key_is_refused_before_the_unblinding(tmp_path: Path) -> None:
    study = with_sessions(small_study(tmp_path / "study"), "P001", "P002")
    key = study.files.session_key(study.sessions()[1])
    key.write_bytes(key.read_bytes().replace(b"real", b"fake"))
    with pytest.raises(TuringError, match="committed"):
        unblind(study, "leader")
    assert not study.unblinded


def test_that_a_withdrawal_deletes_every_file_and_leaves_a_tombstone(tmp_path: Path) -> None:
    """Acceptance F5 (decision 045)."""
    study = with_sessions(small_study(tmp_path / "study"), "P001", "P002")
    (study.files.report).mkdir()
    (study.files.report / "report.html").write_text("P001 said", "utf-8")
    before = {path for path in study.folder.rglob("*") if path.is_file()}
    assert withdraw(study, "P001", utc=UTC) == 10
    after = {path for path in study.folder.rglob("*") if path.is_file()}
    gone = before - after
    assert {path.name.split("_")[0] for path in gone} == {"sub-P001", "report.html"}
    assert not any("P001" in path.name for path in after)
    assert [path for path in after if b"P001" in path.read_bytes()] == [study.files.withdrawn]
    assert json.loads(study.files.withdrawn.read_text("utf-8")) == {
        "n": 0, "event": "withdrawn", "utc": UTC, "participant": "P001",
    }  # fmt: skip
    with pytest.raises(TuringError, match="withdrew"):
        seal_one(study, "P001")
    assert next_participant(open_study(study.folder)) == "P003"
    with pytest.raises(TuringError, match="no session of participant"):
        withdraw(study, "P001")


def test_that_a_study_is_read_while_a_participant_withdraws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = with_sessions(small_study(tmp_path / "study"), "P001", "P002")
    scan = os.scandir

    def scanned(path: os.PathLike[str] | str) -> object:
        if isinstance(path, Path) and path.name == "sub-P001":
            shutil.rmtree(path, ignore_errors=True)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scanned)
    assert [files.participant for files in study.files.sessions()] == ["P002"]
