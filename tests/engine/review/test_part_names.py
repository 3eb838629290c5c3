"""Parts in the figures of a shift, in the memory of a location, in the search of the queue, and in the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from engine.placement.test_record import part_on, record

from vqganodip.reports import gather, report_page
from vqganodip.review.judgments import Judgment, JudgmentKind, QueueFilter, RegionJudgment, ReviewItem
from vqganodip.review.location_history import LocationHistory, LocationIndex
from vqganodip.review.part_names import PartNames
from vqganodip.review.repository import Repository
from vqganodip.review.shift_statistics import shift_statistics
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment
from vqganodip.types import Box

FIRST, SECOND = (region.box for region in sample_inspection(1, regions=2).regions)
MODEL = sample_inspection(1).bundle_sha256


def judged(repository: InMemoryRepository, number: int, kind: JudgmentKind, *ng: Box) -> tuple[Judgment, ReviewItem]:
    """A board with two regions, judged."""
    item = repository.add_inspection(sample_inspection(number), f"SN{number}")
    regions = tuple(RegionJudgment(box, JudgmentKind.NG, "Short") for box in ng)
    judgment = repository.add_judgment(replace(sample_judgment(item.item_id, kind), regions=regions))
    return judgment, repository.item(item.item_id)


@pytest.fixture
def repository() -> InMemoryRepository:
    made = InMemoryRepository()
    made.put_placement(MODEL, record(part_on(FIRST, "R7"), part_on(SECOND, "U3", "MODULE")))
    judged(made, 1, JudgmentKind.NG, FIRST)
    judged(made, 2, JudgmentKind.NG, FIRST, SECOND)
    judged(made, 3, JudgmentKind.FALSE_CALL)
    judged(made, 4, JudgmentKind.NG)
    return made


def pairs(repository: Repository) -> list[tuple[Judgment, ReviewItem]]:
    return [(judgment, repository.item(judgment.item_id)) for judgment in repository.judgments()]


def test_that_defects_and_false_calls_are_counted_by_part_and_package(repository: InMemoryRepository) -> None:
    found = shift_statistics(pairs(repository), PartNames(repository))
    assert found.by_part == (("R7", 2, 1), ("U3", 1, 1))
    assert found.by_package == (("R0805", 2, 1), ("MODULE", 1, 1))
    assert found.unplaced == 1


def test_that_figures_without_a_placement_name_no_part(repository: InMemoryRepository) -> None:
    plain = shift_statistics(pairs(repository))
    assert (plain.by_part, plain.by_package) == ((), ())
    repository.put_placement(MODEL, None)
    assert shift_statistics(pairs(repository), PartNames(repository)) == plain


def test_that_the_memory_of_a_part_leaves_out_its_neighbours(repository: InMemoryRepository) -> None:
    index, parts = LocationIndex(), PartNames(repository).of(MODEL)
    assert parts is not None
    for judgment, item in pairs(repository):
        index.take(judgment, item)
    grid = sample_inspection(1).grid

    def on(name: str) -> LocationHistory:
        around = parts.around(name)
        assert around is not None

        def belongs(box: Box) -> bool:
            at = parts.at(box, grid)
            return at is not None and at.ref_des == name

        return index.of_part(MODEL, around, belongs)

    assert on("R7") == LocationHistory(1, 2, 0, 1)
    assert on("U3") == LocationHistory(1, 1, 0, 1)
    assert parts.around("U9") is None


def test_that_a_search_finds_boards_by_number_and_the_listed_ones(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "ws") as workspace:
        stored = workspace.repository
        ids = [stored.add_inspection(sample_inspection(n), f"SN{n}").item_id for n in range(1, 6)]
        wanted = QueueFilter(search="SN3", found=frozenset({ids[0], ids[4]}))
        assert sorted(stored.item_ids(wanted)) == [ids[0], ids[2], ids[4]]
        assert stored.count(wanted) == 3
        assert [wanted.takes(stored.item(number)) for number in ids] == [True, False, True, False, True]
        many = QueueFilter(search="U7", found=frozenset(range(1, 60_000)))
        assert stored.count(many) == 5


def test_that_the_report_has_the_parts(repository: InMemoryRepository) -> None:
    made = gather(repository, made_at=datetime(2025, 3, 1, tzinfo=UTC))
    page = report_page(made, _NoPanels(), worst=0)
    assert made.parts is not None
    assert made.parts.by_part == (("R7", 2, 1), ("U3", 1, 1))
    assert "board.pos" in page
    assert ">R7</th>" in page
    assert "1 more board judged NG without saying where" in page
    repository.put_placement(MODEL, None)
    plain = report_page(gather(repository, made_at=datetime(2025, 3, 1, tzinfo=UTC)), _NoPanels(), worst=0)
    assert "<h2>Parts</h2>" not in plain
    assert ">Part<" not in plain


class _NoPanels:
    def read(self, key: str) -> None:
        return None
