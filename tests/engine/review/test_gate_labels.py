"""Judgments that enter the labels of a gate, and which attempts to trick it do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from engine.gate_boards import BUNDLE, add_board, judged

from vqganodip.review.gate_labels import GateLabels, LeftOut, gate_labels
from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.store.workspace import Workspace, open_workspace

OK, NG = JudgmentKind.OK, JudgmentKind.NG
FALSE, DOUBT = JudgmentKind.FALSE_CALL, JudgmentKind.DOUBTFUL


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "ws") as opened:
        yield opened


def labels(workspace: Workspace, *, bundle: str = BUNDLE, learned_from: tuple[str, ...] = ()) -> GateLabels:
    return gate_labels(workspace.repository, bundle, learned_from)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("Q", NG, "quality")], True),
        ([("Q", FALSE, "quality")], False),
        ([("A", FALSE, "operator"), ("B", OK, "operator", Purpose.SECOND)], False),
        ([("A", NG, "operator"), ("B", NG, "operator", Purpose.SECOND)], True),
        ([("A", FALSE, "operator")], LeftOut.SINGLE),
        ([("A", FALSE, "operator"), ("A", OK, "operator")], LeftOut.SINGLE),
        ([("A", FALSE, "operator"), ("B", NG, "operator", Purpose.SECOND)], LeftOut.CONTRADICTED),
        ([("A", NG, "operator"), ("B", FALSE, "operator")], LeftOut.CONTRADICTED),
        ([("A", NG, "operator"), ("B", FALSE, "operator"), ("Q", NG, "quality")], True),
        ([("Q", FALSE, "quality"), ("A", NG, "operator", Purpose.PROBE)], LeftOut.CONTRADICTED),
        ([("Q", NG, "quality"), ("A", FALSE, "operator", Purpose.PROBE)], True),
        ([("A", DOUBT, "operator"), ("B", FALSE, "operator", Purpose.SECOND)], LeftOut.DOUBTFUL),
        ([("A", FALSE, ""), ("B", FALSE, "", Purpose.SECOND)], LeftOut.NOT_LOGGED_IN),
        ([("A", FALSE, "operator"), ("B", FALSE, "", Purpose.SECOND)], LeftOut.NOT_LOGGED_IN),
        ([("Q", FALSE, "quality"), ("Q", JudgmentKind.WITHDRAWN, "quality")], None),
    ],
)
def test_that_only_what_logged_in_people_agree_on_enters(
    workspace: Workspace, said: list[tuple[object, ...]], expected: bool | LeftOut | None
) -> None:
    item = add_board(workspace, 1, defect=True)
    for one in said:
        who, kind, role, purpose = (*one, Purpose.REVIEW)[:4]
        judged(workspace, item, kind, str(who), str(role), purpose)  # type: ignore[arg-type]
    found = labels(workspace)
    if isinstance(expected, LeftOut):
        assert found.boards == ()
        assert dict(found.left_out) == {expected: 1}
    elif expected is None:
        assert (found.boards, dict(found.left_out)) == ((), {})
    else:
        (board,) = found.boards
        assert board.defective is expected
        assert (found.defects, found.good) == ((1, 0) if expected else (0, 1))
        assert board.defects == ((item.inspection.regions[0].box,) if expected else ())


def test_that_an_ng_counts_only_for_regions_that_everyone_marked(workspace: Workspace) -> None:
    item = add_board(workspace, 1, defect=True)
    judged(workspace, item, NG, "A", "operator", regions=(0, 1))
    judged(workspace, item, NG, "B", "operator", Purpose.SECOND, regions=(1, 2))
    (board,) = labels(workspace).boards
    assert board.defects == (item.inspection.regions[1].box,)
    other = add_board(workspace, 2, defect=True)
    judged(workspace, other, NG, "A", "operator", regions=(0,))
    judged(workspace, other, NG, "B", "operator", Purpose.SECOND, regions=(2,))
    unmarked = add_board(workspace, 3, defect=True)
    judged(workspace, unmarked, NG, regions=())
    assert dict(labels(workspace).left_out) == {LeftOut.NO_PLACE: 2}


def test_that_other_models_and_learned_pictures_do_not_enter(workspace: Workspace) -> None:
    item = add_board(workspace, 1, defect=False)
    judged(workspace, item, FALSE)
    assert labels(workspace, bundle="0" * 64).boards == ()
    found = labels(workspace, learned_from=(item.inspection.sha256,))
    assert (found.boards, dict(found.left_out)) == ((), {LeftOut.LEARNED_FROM: 1})


def test_that_pictures_of_one_serial_number_count_as_one_board(workspace: Workspace) -> None:
    first = add_board(workspace, 1, defect=False)
    for number in range(2, 6):
        inspection = replace(first.inspection, sha256=f"{number:064d}")
        judged(workspace, workspace.repository.add_inspection(inspection, first.serial), FALSE)
    judged(workspace, first, FALSE)
    found = labels(workspace)
    assert (len(found.boards), found.good) == (5, 1)
