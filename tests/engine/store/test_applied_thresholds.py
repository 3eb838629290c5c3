"""A threshold applied to waiting boards is a record that names them; scores and judged boards stay as they are."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from engine.store.repositories import DATABASES, open_repository

from vqganodip.errors import ReviewError
from vqganodip.records import Verdict
from vqganodip.review.judgments import QueueFilter, QueueState
from vqganodip.review.repository import Repository
from vqganodip.review.threshold_log import Applied, ThresholdLog
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.testing import InMemoryRepository, LabelledScores, sample_inspection, sample_judgment

SCORES = (0.9, 0.7, 0.6, 0.2)


def fill(repository: Repository) -> ThresholdLog:
    """Four boards, the second of them judged, and a threshold of 0.65 in force."""
    for number, score in enumerate(SCORES, start=1):
        repository.add_inspection(sample_inspection(number, score=score), f"SN {number}")
    repository.add_judgment(sample_judgment(2))
    bundle = repository.item(1).inspection.bundle_sha256
    log = ThresholdLog(repository, operator="Quinn", role="quality")
    calibration = LabelledScores((0.1,), (0.8,), bundle_sha256=bundle)
    with pytest.raises(ReviewError, match="no threshold was put into force"):
        log.apply_to_waiting(bundle)
    log.activate(Thresholds(0.65), calibration)
    return log


@pytest.mark.parametrize("kind", [*DATABASES, "memory"])
def test_that_unjudged_boards_get_the_threshold_and_the_verdict_that_follows(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    repository = InMemoryRepository() if kind == "memory" else open_repository(kind, request, tmp_path)
    with closing(repository):
        log = fill(repository)
        bundle = repository.item(1).inspection.bundle_sha256
        change = log.changes()[-1]
        assert repository.waiting_for_threshold(change) == Applied(boards=3, passed=1, flagged=0)
        assert log.apply_to_waiting(bundle) == Applied(boards=3, passed=1, flagged=0)
        assert log.apply_to_waiting(bundle) == Applied(boards=0, passed=0, flagged=0)
        (entry,) = repository.threshold_applications()
        assert (entry.change, entry.bundle_sha256, entry.thresholds) == (1, bundle, Thresholds(0.65))
        assert (entry.flagged, entry.passed, entry.operator) == (1, 2, "Quinn")
        assert entry.applied_at.tzinfo is not None
        items = [repository.item(number) for number in (1, 2, 3, 4)]
        assert [item.inspection.threshold for item in items] == [0.65, 0.5, 0.65, 0.65]
        assert [item.inspection.score for item in items] == list(SCORES)
        assert [item.inspection.verdict is Verdict.REVIEW for item in items] == [True, True, False, False]
        flagged = QueueFilter(state=QueueState.UNJUDGED, flagged_only=True)
        assert list(repository.item_ids(flagged)) == [1]
        assert [i.inspection.threshold for i in repository.items(QueueFilter(), 0, 9)] == [0.65, 0.5, 0.65, 0.65]
        with pytest.raises(ReviewError, match="may not set the threshold"):
            ThresholdLog(repository, operator="Ann", role="operator").apply_to_waiting(bundle)


def test_that_the_record_names_boards_and_person_and_an_altered_verdict_is_found(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite"
    with closing(SqlRepository(path)) as repository:
        log = fill(repository)
        bundle = repository.item(1).inspection.bundle_sha256
        log.apply_to_waiting(bundle)
        repository.rebuild_queue()
        assert repository.verify().holds
        assert repository.item(3).inspection.verdict is Verdict.PASS
    with closing(sqlite3.connect(path)) as file:
        said = "SELECT operator, name, document FROM audit_trail WHERE subject = 'threshold'"
        ((operator, name, document),) = file.execute(said).fetchall()
        assert (operator, name) == ("Quinn", bundle)
        assert json.loads(document) == {"change": 1, "value": 0.65, "upper": None, "flagged": [1], "passed": [3, 4]}
        file.execute("UPDATE applied_thresholds SET flagged = 0, value = 0.95 WHERE item_id = 1")
        file.commit()
    with closing(SqlRepository(path)) as repository:
        reasons = [str(finding.reason) for finding in repository.verify().findings]
        assert any("does not follow from the audit trail" in reason for reason in reasons)


@pytest.mark.parametrize("kind", DATABASES)
def test_that_the_filter_of_doubtful_boards_follows_an_applied_band(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    with closing(open_repository(kind, request, tmp_path)) as repository:
        log = fill(repository)
        bundle = repository.item(1).inspection.bundle_sha256
        log.activate(Thresholds(0.55, 0.65), LabelledScores((0.1,), (0.8,), bundle_sha256=bundle))
        assert list(repository.item_ids(QueueFilter(doubt=True))) == []
        log.apply_to_waiting(bundle)
        assert [n for n in (1, 2, 3, 4) if repository.item(n).inspection.doubtful] == [3]
        assert list(repository.item_ids(QueueFilter(doubt=True))) == [3]
