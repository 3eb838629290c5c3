"""Roles are refused by the engine; PINs are kept as hashes; figures and memory are as computed by hand."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.errors import ReviewError
from vqganodip.export.judgments_csv import export_judgments
from vqganodip.review.accounts import RIGHTS, People, Permission, Role, require
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RegionJudgment, ReviewItem
from vqganodip.review.location_history import LocationHistory, location_history
from vqganodip.review.session import ReviewSession
from vqganodip.review.shift_statistics import kappa, shift_statistics
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.testing import InMemoryRepository, TickingClock, sample_inspection, sample_judgment
from vqganodip.types import Box


def test_that_people_log_in_with_a_pin_that_is_kept_as_a_hash(tmp_path: Path) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        people = People(repository)
        with pytest.raises(ReviewError, match="first person must be an admin"):
            people.register("Ann", Role.OPERATOR, "1234")
        admin = people.register("Ada", Role.ADMIN, "4711")
        people.register("Ann", Role.OPERATOR, "1234", admin)
        assert people.log_in("Ann", "1234").role is Role.OPERATOR
        for name, pin in (("Ann", "4711"), ("Nobody", "1234"), ("Ann", "")):
            with pytest.raises(ReviewError, match="do not belong together"):
                people.log_in(name, pin)
        with pytest.raises(ReviewError, match="may not register people"):
            people.register("Eve", Role.ADMIN, "0000", people.log_in("Ann", "1234"))
        with pytest.raises(ReviewError, match="by an admin"):
            people.register("Eve", Role.ADMIN, "0000")
        assert all(p.pin_hash.startswith("$argon2id$") for p in people.registered())


def test_that_the_engine_refuses_what_a_role_may_not_do(tmp_path: Path) -> None:
    repository = InMemoryRepository()
    item = repository.add_inspection(sample_inspection(1), "SN 1")

    def session(name: str, role: str, purpose: Purpose = Purpose.REVIEW) -> ReviewSession:
        return ReviewSession(repository, name, "line 1", TickingClock(), "0.1.0", role, lambda _item_id: purpose)

    with pytest.raises(ReviewError, match="role administrator may not judge"):
        session("Ada", "admin").judge(item, JudgmentKind.OK, 1.0)
    session("Ann", "operator").judge(item, JudgmentKind.OK, 1.0)
    with pytest.raises(ReviewError, match="may not correct"):
        session("Bob", "operator").judge(repository.item(1), JudgmentKind.NG, 1.0)
    with pytest.raises(ReviewError, match="second person"):
        session("Ann", "operator", Purpose.SECOND).judge(item, JudgmentKind.NG, 1.0)
    session("Bob", "operator", Purpose.SECOND).judge(item, JudgmentKind.NG, 1.0)
    kept = repository.item(1).judgment
    assert kept is not None
    assert kept.kind is JudgmentKind.OK
    assert session("Quinn", "quality").judge(repository.item(1), JudgmentKind.NG, 1.0).role == "quality"
    assert set(RIGHTS) == set(Role)
    assert {role for role in Role if Permission.RUN_STUDIES in RIGHTS[role]} == set(Role) - {Role.OPERATOR}
    with pytest.raises(ReviewError, match="may not export"):
        export_judgments(repository, tmp_path / "j.csv", role="operator")
    assert not (tmp_path / "j.csv").exists()
    with pytest.raises(ReviewError, match="no role"):
        require("boss", Permission.JUDGE)


def pairs_of(repository: InMemoryRepository) -> list[tuple[Judgment, ReviewItem]]:
    return [(judgment, repository.item(judgment.item_id)) for judgment in repository.judgments()]


def test_that_the_figures_are_those_computed_by_hand() -> None:
    repository = InMemoryRepository()
    plan = [
        (0.9, JudgmentKind.NG, 4.0),
        (0.8, JudgmentKind.FALSE_CALL, 2.0),
        (0.7, JudgmentKind.FALSE_CALL, 3.0),
        (0.2, JudgmentKind.OK, 1.0),
        (0.1, JudgmentKind.NG, 5.0),
    ]
    for number, (score, kind, seconds) in enumerate(plan, start=1):
        repository.add_inspection(sample_inspection(number, score=score), f"SN {number}")
        repository.add_judgment(replace(sample_judgment(number, kind), review_s=seconds))
    repository.add_judgment(replace(sample_judgment(1), purpose=Purpose.SECOND, operator="B"))
    repository.add_judgment(replace(sample_judgment(2), purpose=Purpose.SECOND, operator="B"))
    for number in (1, 5, 2):
        repository.add_judgment(replace(sample_judgment(number), purpose=Purpose.PROBE, operator="B"))
    found = shift_statistics(pairs_of(repository))
    assert (found.boards, found.flagged, found.false_calls, found.defects, found.escapes) == (5, 3, 2, 2, 1)
    assert (found.seconds_per_board, found.false_calls_per_board, found.false_call_ppm) == (3.0, 0.4, 400_000.0)
    assert found.by_code == (("Short", 2),)
    # machine 1 1 1 0 0, person 1 0 0 0 1: agreement 2/5, expected 3/5 * 2/5 + 2/5 * 3/5 = 12/25
    assert found.machine_kappa == pytest.approx((0.4 - 0.48) / 0.52)
    assert (found.second_opinions, found.operator_kappa) == (2, 0.0)
    # every board has two regions, in the fields B2 and C3; the false calls count at both, the two NG said no place
    assert found.by_place == (("B2", 0, 2), ("C3", 0, 2))
    assert found.unplaced == 2
    (hour,) = found.by_hour
    assert (hour.boards, hour.false_calls, hour.defects, hour.seconds_per_board) == (5, 2, 2, 3.0)


def test_that_kappa_is_that_of_scikit_learn() -> None:
    import numpy as np
    from sklearn.metrics import cohen_kappa_score

    generator = np.random.default_rng(3)
    for size in (10, 50, 500):
        one, two = generator.integers(0, 3, (2, size))
        assert kappa(one.tolist(), two.tolist()) == pytest.approx(cohen_kappa_score(one, two))
    assert kappa([], []) is None
    assert kappa([1, 1], [1, 1]) is None


def test_that_a_place_remembers_what_was_judged_there() -> None:
    repository = InMemoryRepository()
    for number in range(1, 4):
        item = repository.add_inspection(sample_inspection(number), f"SN {number}")
        repository.add_judgment(sample_judgment(number, JudgmentKind.FALSE_CALL))
    place = item.inspection.regions[0].box
    repository.add_judgment(
        replace(sample_judgment(3, JudgmentKind.NG, 3), regions=(RegionJudgment(place, JudgmentKind.NG, "Short"),))
    )
    assert location_history(place, pairs_of(repository)) == LocationHistory(false_calls=2, defects=1, others=0)
    assert location_history(Box(400, 300, 410, 310), pairs_of(repository)) == LocationHistory(0, 0, 0)
