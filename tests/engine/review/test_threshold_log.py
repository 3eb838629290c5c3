"""The threshold log: permissions, required reasons, and detection of altered records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vqganodip.cli.main import app
from vqganodip.errors import ReviewError
from vqganodip.review.threshold_log import (
    KNOWN_DEFECTS,
    ThresholdChange,
    ThresholdLog,
    ThresholdStore,
    active_change,
)
from vqganodip.scoring.normal_only import NORMAL_ONLY
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.hash_chain import change_hash, verify_changes
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import InMemoryRepository, LabelledScores

WHEN = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlRepository]:
    repository = SqlRepository(tmp_path / "records.sqlite")
    yield repository
    repository.close()


def test_that_the_in_memory_repository_writes_the_same_log(store: SqlRepository) -> None:
    memory = InMemoryRepository()
    for one in (store, memory):
        put(log(one), 0.3)
        put(log(one), 0.5, defective=(0.4, 0.9), reason="x")
    assert memory.threshold_changes() == store.threshold_changes()


def log(store: ThresholdStore, role: str = "engineer", operator: str = "E. N.") -> ThresholdLog:
    return ThresholdLog(store, operator=operator, role=role, station="AOI 2", clock=lambda: WHEN)


def put(
    log: ThresholdLog,
    flag_from: float,
    doubtful_until: float | None = None,
    *,
    defective: tuple[float, ...] = (0.9,),
    bundle: str = "b1",
    reason: str = "",
) -> ThresholdChange:
    calibration = LabelledScores(normal=(0.1,), defective=defective, bundle_sha256=bundle)
    return log.activate(Thresholds(flag_from, doubtful_until), calibration, reason=reason)


def test_that_a_change_is_stored_with_its_author_reason_and_missed_defects(store: SqlRepository) -> None:
    first = put(log(store), 0.35)
    second = put(log(store), 0.45, 0.6, defective=(0.44, 0.45, 0.9), reason="The board of 2 March was mislabelled")
    assert store.threshold_changes() == [first, second]
    assert (first.before, second.before, second.upper) == (None, 0.35, 0.6)
    assert (first.missed, first.calibrated, second.missed, second.calibrated) == (0, 0.9, 1, 0.44)
    assert (second.operator, second.role, second.station, second.changed_at) == ("E. N.", "engineer", "AOI 2", WHEN)
    assert second.prev_hash == first.row_hash
    assert verify_changes(store.threshold_changes()).broken is None
    assert active_change(store.threshold_changes(), "b1") == second


def test_that_a_change_states_the_rule_that_it_was_chosen_by_and_going_back_keeps_it(store: SqlRepository) -> None:
    first, second = put(log(store), 0.2, defective=(), reason="no defect is known"), put(log(store), 0.4)
    back = log(store).go_back(1, bundle_sha256="b1", reason="as before")
    assert [first.rule, second.rule, back.rule] == [NORMAL_ONLY, KNOWN_DEFECTS, NORMAL_ONLY]
    assert list(store.threshold_changes()) == [first, second, back]
    assert verify_changes(store.threshold_changes()).holds


def test_that_the_rule_is_part_of_the_seal(store: SqlRepository) -> None:
    put(log(store), 0.2, defective=(), reason="no defect is known")
    store.close()
    with closing(sqlite3.connect(store.where)) as raw, raw:
        raw.execute("DROP TRIGGER threshold_changes_no_update")
        raw.execute("UPDATE threshold_changes SET rule = ''")
    again = SqlRepository(store.where)
    assert verify_changes(again.threshold_changes()).broken == 1
    again.close()


def test_that_a_threshold_applies_to_its_bundle_only(store: SqlRepository) -> None:
    put(log(store), 0.35)
    assert active_change(store.threshold_changes(), "b2") is None
    other = put(log(store), 0.5, bundle="b2")
    assert other.before is None
    with pytest.raises(ReviewError, match="made for another bundle"):
        log(store).go_back(1, bundle_sha256="b2", reason="as before")


def test_that_an_operator_may_not_and_an_open_station_may(store: SqlRepository) -> None:
    with pytest.raises(ReviewError, match="the role operator may not set the threshold"):
        put(log(store, role="operator"), 0.3)
    with pytest.raises(ReviewError, match="may not set the threshold"):
        put(log(store, role="admin"), 0.3)
    put(log(store, role="quality"), 0.3)
    put(log(store, role=""), 0.31)
    with pytest.raises(ReviewError, match="may not set the threshold"):
        log(store, role="operator").go_back(1, bundle_sha256="b1", reason="x")


def test_that_missing_known_defects_needs_a_reason(store: SqlRepository) -> None:
    with pytest.raises(ReviewError, match="2 known defects would be missed and no reason"):
        put(log(store), 0.5, defective=(0.3, 0.49, 0.5), reason="  ")
    assert store.threshold_changes() == []


@pytest.mark.parametrize(
    ("flag_from", "doubtful_until", "reason", "error"),
    [
        (float("nan"), None, "", "threshold of nan"),
        (1.2, None, "", "threshold of 1.2"),
        (0.5, 0.5, "", "doubtful band"),
        (0.5, 1.5, "", "doubtful band"),
        (0.5, None, "x" * 3000, "too long"),
    ],
)
def test_that_impossible_values_are_refused(
    store: SqlRepository, flag_from: float, doubtful_until: float | None, reason: str, error: str
) -> None:
    with pytest.raises(ReviewError, match=error):
        put(log(store), flag_from, doubtful_until, reason=reason)


def test_that_an_unnamed_operator_and_an_unchanged_threshold_are_refused(store: SqlRepository) -> None:
    with pytest.raises(ReviewError, match="needs a name"):
        put(log(store, operator=" "), 0.5)
    put(log(store), 0.5)
    with pytest.raises(ReviewError, match="in force already"):
        put(log(store), 0.5)


def test_that_going_back_is_a_new_change(store: SqlRepository) -> None:
    put(log(store), 0.3)
    put(log(store), 0.5)
    with pytest.raises(ReviewError, match="needs a reason"):
        log(store).go_back(1, bundle_sha256="b1", reason="")
    with pytest.raises(ReviewError, match="no threshold change number 7"):
        log(store).go_back(7, bundle_sha256="b1", reason="x")
    back = log(store, operator="Q. A.").go_back(1, bundle_sha256="b1", reason="too many false calls")
    assert (back.record_id, back.value, back.before, back.returns_to, back.operator) == (3, 0.3, 0.5, 1, "Q. A.")
    with pytest.raises(ReviewError, match="in force already"):
        log(store).go_back(1, bundle_sha256="b1", reason="again")


def test_that_verify_names_a_change_that_was_altered(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "ws") as workspace:
        put(log(workspace.repository), 0.3)
        put(log(workspace.repository), 0.5)
        path = workspace.repository.where
    whole = CliRunner().invoke(app, ["verify", str(tmp_path / "ws")])
    assert whole.exit_code == 0
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER threshold_changes_no_update")
        raw.execute("UPDATE threshold_changes SET reason = 'a better one' WHERE record_id = 1")
    broken = CliRunner().invoke(app, ["verify", str(tmp_path / "ws")])
    assert broken.exit_code == 1
    assert "change 1 of the threshold is broken" in broken.output


def test_that_the_log_is_never_changed_and_an_altered_one_shows(store: SqlRepository) -> None:
    put(log(store), 0.3)
    put(log(store), 0.5)
    put(log(store), 0.6)
    store.close()
    with sqlite3.connect(store.where) as raw:
        with pytest.raises(sqlite3.IntegrityError, match="never changed or deleted"):
            raw.execute("UPDATE threshold_changes SET value = 0.9")
        with pytest.raises(sqlite3.IntegrityError, match="never changed or deleted"):
            raw.execute("DELETE FROM threshold_changes")
        raw.execute("DROP TRIGGER threshold_changes_no_update")
        raw.execute("UPDATE threshold_changes SET operator = 'another person' WHERE record_id = 2")
    raw.close()
    again = SqlRepository(store.where)
    assert verify_changes(again.threshold_changes()).broken == 2
    again.close()


def test_that_the_hash_of_a_change_never_changes() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=1)))
    change = ThresholdChange(
        value=0.5, upper=0.7, before=None, calibrated=0.45, missed=2, operator="Änne", role="engineer", station="S1",
        changed_at=moment, reason="why", bundle_sha256="b" * 64, data_sha256="d" * 64, app_version="0.1.0",
        record_id=3, prev_hash="a" * 64,
    )  # fmt: skip
    assert change_hash(change) == "2364c593fe298f93d6a387de87238b407a359566b5d1ed1350593e24ef7827d1"
    assert change_hash(replace(change, rule=NORMAL_ONLY)) == (
        "12f52ef88358652b8dfb6d647f0d57d58aad5449b6e940464f1a81da503a5a5e"
    )
    finer = replace(change, upper=None, changed_at=datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC))
    assert change_hash(finer) == "48a7c8b82a524af52c33358b997fa717ae7e07ca33749dd180dd1e051d1023f0"
