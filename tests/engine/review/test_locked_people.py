"""An admin locks and unlocks people; each change is a sealed record, and the last admin stays."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from vqganodip.errors import ReviewError
from vqganodip.review.accounts import People, Role
from vqganodip.review.judgments import JudgmentKind
from vqganodip.review.session import ReviewSession
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.testing import TickingClock, sample_inspection


def test_that_a_locked_person_cannot_log_in_until_unlocked_and_keeps_what_was_signed(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite"
    with closing(SqlRepository(path)) as repository:
        people = People(repository)
        admin = people.register("Ada", Role.ADMIN, "4711")
        people.register("Ann", Role.OPERATOR, "1234", admin)
        item = repository.add_inspection(sample_inspection(1), "SN 1")
        ReviewSession(repository, "Ann", "line 1", TickingClock(), "0.1.0", "operator").judge(
            item, JudgmentKind.OK, 1.0
        )
        people.lock("Ann", admin)
        with pytest.raises(ReviewError, match="Ann is locked"):
            people.log_in("Ann", "1234")
        with pytest.raises(ReviewError, match="do not belong together"):
            people.log_in("Ann", "9999")
        assert people.register("Ann", Role.ENGINEER, "5678", admin).locked
        assert [(p.name, p.locked) for p in people.registered()] == [("Ada", False), ("Ann", True)]
        assert repository.item(1).judgment is not None
        people.lock("Ann", admin, locked=False)
        assert people.log_in("Ann", "5678").role is Role.ENGINEER
        assert repository.verify().holds
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute(
            "SELECT operator, document FROM audit_trail WHERE name = 'Ann' ORDER BY record_id"
        ).fetchall()
        assert [json.loads(document).get("locked", False) for _, document in rows] == [False, True, True, False]
        assert {operator for operator, _ in rows} == {"Ada"}
        file.execute("UPDATE people SET locked = 1 WHERE name = 'Ann'")
        file.commit()
    with closing(SqlRepository(path)) as repository:
        assert not repository.verify().holds


def test_that_the_last_admin_is_neither_locked_nor_given_another_role(tmp_path: Path) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        people = People(repository)
        admin = people.register("Ada", Role.ADMIN, "4711")
        operator = people.register("Ann", Role.OPERATOR, "1234", admin)
        with pytest.raises(ReviewError, match="only admin"):
            people.lock("Ada", admin)
        with pytest.raises(ReviewError, match="only admin"):
            people.register("Ada", Role.OPERATOR, "4711", admin)
        with pytest.raises(ReviewError, match="may not register people"):
            people.lock("Ada", operator)
        with pytest.raises(ReviewError, match="not registered"):
            people.lock("Eve", admin)
        people.register("Bea", Role.ADMIN, "8888", admin)
        people.lock("Bea", admin)
        with pytest.raises(ReviewError, match="only admin"):
            people.lock("Ada", admin)
        people.lock("Bea", admin, locked=False)
        assert people.lock("Ada", admin).locked
