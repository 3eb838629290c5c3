"""The gate: what it clears, what its guard keeps, and how it is judged on boards that it has not learned from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.random import Generator

from vqganodip.errors import ScoringError
from vqganodip.records import RegionDescriptors
from vqganodip.review.gate_words import report_words
from vqganodip.scoring.gate_fit import GateBoard, GateStoppedError, fit_gate, judge_gate
from vqganodip.scoring.region_gate import GateReport, RegionGate, gate_hash
from vqganodip.types import Box, Map

DESCRIPTORS = 12
FREE = np.array([False, False] + [True] * (DESCRIPTORS - 2))


def regions(rng: Generator, *, defect: bool = False, count: int = 4) -> Map:
    """Regions in which descriptors 2 and 3 tell a defect, which is the first one."""
    values = rng.normal(0, 1, (count, DESCRIPTORS)).astype(np.float32)
    values[:, :2] = rng.integers(20, 1000, (count, 2))
    if defect:
        values[0, 2:4] += 9
    return values


def good_board(rng: Generator, number: int) -> GateBoard:
    return GateBoard(f"good {number}", regions(rng), shown=2)


def bad_board(rng: Generator, number: int, **changes: object) -> GateBoard:
    values = regions(rng, defect=True)
    x, y = (int(v) for v in values[0, :2])
    board = GateBoard(f"bad {number}", values, 2, ((0,),), (Box(x - 5, y - 5, x + 5, y + 5),))
    return replace(board, **changes)  # type: ignore[arg-type]


def boards(good: int = 30, bad: int = 24, seed: int = 1) -> list[GateBoard]:
    rng = np.random.default_rng(seed)
    return [good_board(rng, i) for i in range(good)] + [bad_board(rng, i) for i in range(bad)]


def learned(given: list[GateBoard], from_score: float = 0.0) -> RegionGate:
    return fit_gate(given, bundle_sha256="b", format="f", free_of_place=FREE, from_score=from_score, trees=60)


@pytest.fixture(scope="module")
def gate() -> RegionGate:
    return learned(boards())


def described(values: Map) -> RegionDescriptors:
    return RegionDescriptors("f", np.zeros((len(values), 4), np.int32), values)


def test_that_rejected_regions_are_cleared_and_defects_are_not(gate: RegionGate) -> None:
    rng = np.random.default_rng(7)
    good = [gate.opinions(described(regions(rng)), 2, 1.0) for _ in range(20)]
    bad = [gate.opinions(described(regions(rng, defect=True)), 2, 1.0) for _ in range(20)]
    assert sum(all(region.cleared for region in board) for board in good) >= 12
    assert not any(board[0].cleared for board in bad)
    assert max(region.share for board in good for region in board) < min(board[0].share for board in bad)


def test_that_it_is_judged_on_boards_that_it_has_not_learned_from(gate: RegionGate) -> None:
    report = gate.report
    assert (report.defects, report.cleared, report.looks) == (24, 0, 30)
    assert report.spared >= 12
    assert report.spared_without_guard >= report.spared
    assert report.may_filter
    assert report.bound == pytest.approx(1 - 0.05 ** (1 / 24))
    rng = np.random.default_rng(2)  # labels without meaning: what it memorises does not count
    noise = [replace(b, values=regions(rng)) for b in boards()]
    assert learned(noise).report.spared_without_guard <= 15


def test_that_few_defects_or_a_cleared_one_forbid_the_filter() -> None:
    assert not GateReport(defects=19, cleared=0, looks=60, spared=41).may_filter
    assert not GateReport(defects=150, cleared=1, looks=60, spared=41).may_filter
    assert GateReport(defects=0, cleared=0, looks=0, spared=0).bound == 1.0
    few = learned(boards(bad=7)).report
    assert (few.defects, few.may_filter) == (7, False)


def test_that_a_region_at_the_place_of_a_confirmed_defect_is_never_cleared(gate: RegionGate) -> None:
    rng = np.random.default_rng(5)
    values = regions(rng)
    values[0, :2] = gate.defects.places[0, :2] + 5
    before = gate.opinions(described(values), 2, 1.0)
    assert before[0].near == "place"
    assert not before[0].cleared
    values[0, :2] = gate.defects.places[0, :2] + 500
    assert gate.opinions(described(values), 2, 1.0)[0].near != "place"


def test_that_a_thousand_false_calls_at_one_place_do_not_clear_the_confirmed_defect_there() -> None:
    rng = np.random.default_rng(3)
    given = boards(good=5)
    for number in range(200):
        board = good_board(rng, 1000 + number)
        board.values[0, :2] = given[5].values[0, :2]
        given.append(board)
    gate = learned(given)
    values = regions(rng)
    values[0, :2] = given[5].values[0, :2]
    opinion = gate.opinions(described(values), 2, 1.0)[0]
    assert (opinion.near, opinion.cleared) == ("place", False)
    assert opinion.alike_here <= 200


def test_that_pictures_of_one_board_count_as_one_board() -> None:
    given = boards()
    again = [replace(given[-1], values=given[-1].values + np.float32(0.01)) for _ in range(30)]
    assert learned([*given, *again]).report.defects == 24


def test_that_a_region_that_looks_like_a_confirmed_defect_is_never_cleared() -> None:
    rng = np.random.default_rng(4)
    given = boards()
    common = good_board(rng, 99).values[0].copy()  # a defect that looks like the commonest false call
    for number in range(20):
        board = good_board(rng, 200 + number)
        board.values[0, 2:] = common[2:] + rng.normal(0, 0.05, DESCRIPTORS - 2)
        given.append(board)
    defect = bad_board(rng, 300)
    defect.values[0, 2:] = common[2:]
    gate = learned([*given, defect])
    values = regions(rng)
    values[0, 2:] = common[2:]
    opinion = gate.opinions(described(values), 2, 1.0)[0]
    assert not opinion.cleared
    assert opinion.distance < 1
    assert opinion.alike >= 10


def test_that_a_defect_without_a_region_counts_as_cleared_when_its_board_is() -> None:
    rng = np.random.default_rng(6)
    hidden = [bad_board(rng, 100 + i, values=regions(rng), defects=((),)) for i in range(3)]
    report = learned([*boards(), *hidden]).report
    assert report.defects == 27
    assert report.spared_without_guard <= learned(boards()).report.spared_without_guard


def test_that_a_defect_behind_the_shown_regions_counts_as_one_without_a_region() -> None:
    rng = np.random.default_rng(12)
    behind = [bad_board(rng, 100 + i, values=regions(rng), defects=((3,),)) for i in range(3)]
    without = [replace(board, defects=((),)) for board in behind]
    gate, same = learned([*boards(), *behind]), learned([*boards(), *without])
    assert gate.report == same.report
    assert gate.limit == same.limit
    assert gate.report.defects == 27


def test_that_boards_below_the_threshold_neither_judge_a_gate_nor_set_its_limit() -> None:
    rng = np.random.default_rng(13)
    faint = [bad_board(rng, 100 + i, values=regions(rng), score=0.1) for i in range(3)]
    calm = [replace(good_board(rng, 100 + i), score=0.1) for i in range(5)]
    everything = learned([*boards(), *faint, *calm])
    gate = learned([*boards(), *faint, *calm], from_score=0.2)
    assert (everything.report.defects, everything.report.unflagged, everything.report.looks) == (27, 0, 35)
    assert (gate.report.defects, gate.report.unflagged, gate.report.looks) == (24, 3, 30)
    assert gate.report.good == 35
    assert gate.limit > everything.limit
    assert gate.report.from_score == 0.2
    values = described(regions(rng))
    assert any(one.cleared for one in gate.opinions(values, 2, 0.2))
    assert not any(one.cleared for one in gate.opinions(values, 2, 0.19)), "flagged by a lower threshold: not judged"
    here, lower = (judge_gate(gate, [*boards(), *faint, *calm], score) for score in (0.2, 0.0))
    assert (here.defects, here.looks, lower.defects, lower.looks) == (24, 30, 27, 35)
    assert (lower.spared, lower.cleared) == (here.spared, here.cleared)
    assert "3 known defects below the threshold 0.2000 not counted" in str(report_words(gate.report))
    assert "not counted" not in str(report_words(everything.report))


def test_that_synthetic_and_normal_boards_are_learned_but_judge_nothing() -> None:
    rng = np.random.default_rng(8)
    drawn = [bad_board(rng, i, serial=f"drawn {i}", synthetic=True) for i in range(10)]
    normal = [replace(good_board(rng, i), serial=f"normal {i}", confirmed=False) for i in range(10)]
    report = learned([*boards(), *drawn, *normal]).report
    assert (report.defects, report.good, report.normal, report.synthetic) == (24, 30, 10, 10)
    assert report.looks == 30
    assert report.regions == 160


def test_that_a_gate_comes_back_from_its_file_and_damage_is_noticed(gate: RegionGate) -> None:
    data = gate.dumps()
    again = RegionGate.loads(data)
    values = regions(np.random.default_rng(9), defect=True)
    assert again.opinions(described(values), 2, 1.0) == gate.opinions(described(values), 2, 1.0)
    assert again.report == gate.report
    assert (again.limit, again.bundle_sha256) == (gate.limit, "b")
    assert gate_hash(again.dumps()) == gate_hash(data)
    for damaged in (b"", data[:-300], b"PK\x03\x04"):
        with pytest.raises(ScoringError) as caught:
            RegionGate.loads(damaged)
        assert caught.value.code == "gate-unreadable"
    with pytest.raises(ScoringError) as other:
        gate.opinions(RegionDescriptors("g", np.zeros((4, 4), np.int32), values), 2, 1.0)
    assert other.value.code == "gate-other-descriptors"


def test_that_too_few_boards_and_a_stop_are_said() -> None:
    with pytest.raises(ScoringError) as caught:
        learned(boards(bad=1))
    assert caught.value.code == "gate-too-few-boards"
    done: list[int] = []
    with pytest.raises(GateStoppedError):
        fit_gate(
            boards(),
            bundle_sha256="b",
            format="f",
            free_of_place=FREE,
            progress=lambda number, _total: done.append(number),
            stop=lambda: len(done) == 3,
        )
    assert done == [1, 2, 3]
