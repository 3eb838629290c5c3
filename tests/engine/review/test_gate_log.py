"""Levels of gates: who may set them, what they ask for, and the fall back to shadow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from engine.gate_boards import BUNDLE, gate_board, judged

from vqganodip.errors import ReviewError
from vqganodip.records import GateLevel, GateOpinion
from vqganodip.review.gate_log import GateChange, GateLog, gate_in_force
from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.scoring.region_gate import GateReport
from vqganodip.store.workspace import Workspace, open_workspace
from vqganodip.testing import InMemoryRepository

GATE = "a" * 64
GOOD = GateReport(defects=24, cleared=0, looks=60, spared=41)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "ws") as opened:
        yield opened


def log(workspace: Workspace, role: str = "quality", operator: str = "Q. A.") -> GateLog:
    return GateLog(workspace.repository, BUNDLE, operator=operator, role=role, station="AOI 2")


def newest(workspace: Workspace) -> GateChange:
    change = gate_in_force(workspace.repository.gate_changes(BUNDLE))
    assert change is not None
    return change


def test_that_a_level_is_a_signed_entry_of_the_chain(workspace: Workspace) -> None:
    given = log(workspace).activate(GATE, GOOD, GateLevel.FILTER, reason=" proved in March ", share=0.1)
    assert newest(workspace) == given
    assert (given.level, given.share, given.reason) == (GateLevel.FILTER, 0.1, "proved in March")
    assert (given.operator, given.role, given.report) == ("Q. A.", "quality", GOOD)
    assert workspace.repository.verify().holds
    memory = InMemoryRepository()
    other = GateLog(memory, BUNDLE, operator="Q. A.", role="quality", station="AOI 2")
    same = other.activate(GATE, GOOD, GateLevel.FILTER, reason="proved in March", share=0.1)
    assert replace(same, seed=0, changed_at="") == replace(given, seed=0, changed_at="")
    assert workspace.repository.gate_changes("0" * 64) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"role": ""}, "gate-needs-log-in"),
        ({"role": "operator"}, "permission-denied"),
        ({"role": "engineer"}, "permission-denied"),
        ({"operator": " "}, "gate-name-missing"),
        ({"reason": " "}, "gate-reason-missing"),
        ({"share": 0.0}, "gate-share-out-of-range"),
        ({"share": float("nan")}, "gate-share-out-of-range"),
        ({"report": replace(GOOD, defects=7)}, "gate-may-not-filter"),
        ({"report": replace(GOOD, cleared=1)}, "gate-may-not-filter"),
    ],
)
def test_that_what_is_missing_for_a_level_is_said(workspace: Workspace, changes: dict[str, object], code: str) -> None:
    given: dict[str, object] = {"role": "quality", "operator": "Q", "reason": "x", "share": 0.05, "report": GOOD}
    given |= changes
    who = log(workspace, str(given["role"]), str(given["operator"]))
    with pytest.raises(ReviewError) as caught:
        who.activate(GATE, given["report"], GateLevel.FILTER, reason=given["reason"], share=given["share"])  # type: ignore[arg-type]
    assert caught.value.code == code
    assert workspace.repository.gate_changes(BUNDLE) == []


def test_that_too_few_defects_are_counted_and_do_not_forbid_advice(workspace: Workspace) -> None:
    few = replace(GOOD, defects=7)
    with pytest.raises(ReviewError, match="not yet: 7 of 20 confirmed defects"):
        log(workspace).activate(GATE, few, GateLevel.FILTER, reason="x")
    assert log(workspace).activate(GATE, few, GateLevel.ADVICE, reason="x").level is GateLevel.ADVICE


def test_that_everyone_who_judges_may_go_back_to_shadow(workspace: Workspace) -> None:
    with pytest.raises(ReviewError) as caught:
        log(workspace, "operator").back_to_shadow()
    assert caught.value.code == "gate-in-shadow"
    log(workspace).activate(GATE, GOOD, GateLevel.FILTER, reason="x")
    back = log(workspace, "operator", "Op").back_to_shadow()
    assert (back.level, back.operator, back.alarm) == (GateLevel.SHADOW, "Op", None)
    with pytest.raises(ReviewError):
        log(workspace, "admin").back_to_shadow()


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("memory", [False, True])
def test_that_one_ng_on_a_board_that_it_clears_puts_it_back_to_shadow(
    workspace: Workspace, purpose: Purpose, memory: bool
) -> None:
    if memory:
        object.__setattr__(workspace, "repository", _Closing(workspace))
    log(workspace).activate(GATE, GOOD, GateLevel.FILTER, reason="x")
    found, _ = gate_board(1, defect=True)
    clear = GateOpinion(GATE, GateLevel.FILTER, clears=True, drawn=True)
    drawn = workspace.repository.add_inspection(replace(found, gate=clear), "SN 1")
    kept = workspace.repository.add_inspection(
        replace(found, sha256="1" * 64, gate=replace(clear, clears=False, drawn=False)), "SN 2"
    )
    for item, kind in ((kept, JudgmentKind.NG), (drawn, JudgmentKind.FALSE_CALL), (drawn, JudgmentKind.DOUBTFUL)):
        judged(workspace, item, kind)
        assert newest(workspace).level is GateLevel.FILTER
    judged(workspace, drawn, JudgmentKind.NG, purpose=purpose)
    change = newest(workspace)
    assert (change.level, change.board, change.operator) == (GateLevel.SHADOW, drawn.item_id, "")
    assert str(change.alarm) == (
        f"Board number {drawn.item_id}, which the gate aaaaaaaaaaaa clears, was judged NG: the gate is back to shadow."
    )
    if not memory:
        assert workspace.repository.verify().holds


class _Closing(InMemoryRepository):
    """An in-memory repository in the place of that of a workspace, which is closed with it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._real = workspace.repository

    def close(self) -> None:
        self._real.close()
