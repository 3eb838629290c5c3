"""Filters of the queue by judgment, person and doubt, and serial numbers that repeat: in the database as in memory."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from engine.store.repositories import DATABASES, open_repository

from vqganodip.errors import message
from vqganodip.review.blind_queue import BlindQueue
from vqganodip.review.judgments import JudgmentKind, Purpose, QueueFilter, QueueState
from vqganodip.review.rules import ReviewRules
from vqganodip.store.repeated_serials import distinct_folder
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment

KINDS = (JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.DOUBTFUL, JudgmentKind.FALSE_CALL, None)
FILTERS = tuple(
    QueueFilter(kinds=frozenset(kinds), operator=who, doubt=doubt, search=search)
    for kinds, who, doubt, search in itertools.product(
        ((), (JudgmentKind.NG,), (JudgmentKind.OK, JudgmentKind.FALSE_CALL)), ("", "Ann"), (False, True), ("", "sn 1")
    )
)


def fill(repository: SqlRepository | InMemoryRepository) -> None:
    for number, (kind, who) in enumerate(itertools.product(KINDS, ("Ann", "Ben")), start=1):
        inspection = sample_inspection(number, score=0.5 + number / 40)
        doubtful = replace(inspection, doubtful_until=0.6 if number % 2 else None)
        if number == 3:
            doubtful = replace(doubtful, warnings=(message("picture-blurred", "the picture is blurred"),))
        repository.add_inspection(doubtful, f"SN {number}")
        if kind is not None:
            code = ("Short", "Tombstone", "Short")[number % 3] if kind is JudgmentKind.NG else ""
            repository.add_judgment(replace(sample_judgment(number, kind), operator=who, defect_code=code))


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlRepository]:
    repository = open_repository(request.param, request, tmp_path)
    fill(repository)
    yield repository
    repository.close()


def test_that_filters_find_the_same_boards_in_the_database_and_in_memory(database: SqlRepository) -> None:
    memory = InMemoryRepository()
    fill(memory)
    sizes = set()
    for wanted in FILTERS:
        numbers = list(memory.item_ids(wanted))
        assert list(database.item_ids(wanted)) == numbers, wanted
        assert database.count(wanted) == len(numbers)
        assert [item.item_id for item in database.items(wanted, 0, 99)] == numbers
        assert all(wanted.takes(item) for item in database.items(wanted, 0, 99))
        sizes.add(len(numbers))
    assert len(sizes) > 3
    assert database.used_codes() == memory.used_codes()
    assert database.operators() == memory.operators() == ["Ann", "Ben"]


def test_that_a_filter_by_judgment_leaves_the_search_for_the_next_board_open() -> None:
    wanted = QueueFilter(kinds=frozenset({JudgmentKind.NG}), operator="Ann", search="sn")
    assert wanted.state is QueueState.JUDGED
    assert wanted.unjudged() == QueueFilter(state=QueueState.UNJUDGED, search="sn")


def test_that_a_filter_by_judgment_does_not_betray_what_others_judged_of_blind_boards(database: SqlRepository) -> None:
    blind = BlindQueue(database, ReviewRules(second_share=1.0, seed=1), "Ben")
    blind.update()
    given = [number for number in database.item_ids(QueueFilter()) if blind.purpose(number) is Purpose.SECOND]
    assert given
    for wanted in FILTERS:
        if wanted.by_judgment:
            numbers = blind.item_ids(wanted)
            assert not set(numbers) & set(given)
            assert blind.count(wanted) == len(numbers)
            assert [item.item_id for item in blind.items(wanted, 0, 99)] == list(numbers)


def test_that_serial_numbers_that_repeat_have_their_folder_in_front(database: SqlRepository) -> None:
    for number, place in enumerate(("test/a\udcff/000.png", "test/b/000.png", "test/b/001.png"), start=20):
        path = Path("/line") / place
        database.add_inspection(replace(sample_inspection(number), image=path), path.stem)
    again = replace(database.item(11).inspection, bundle_sha256="another")
    database.add_inspection(again, "000")  # the same picture under another model is the same board
    found = database.items(QueueFilter(search="00"), 0, 9)
    assert sorted(item.label for item in found) == ["001", "a\\xff/000", "a\\xff/000", "b/000"]
    assert database.item(12).label == database.whole_items([12])[0].label == "b/000"
    assert database.item(1).label == "SN 1"


@pytest.mark.parametrize(
    ("folder", "others", "shown"),
    [
        ("/x/a", ["/x/b"], "a"),
        ("/x/a/test", ["/x/b/test"], "a/test"),
        ("/a", ["/x/a"], "/a"),
        ("/x/a", ["/x/a"], ""),
    ],
)
def test_that_the_folder_is_as_short_as_it_can_be(folder: str, others: list[str], shown: str) -> None:
    assert distinct_folder(Path(folder), [Path(folder), *map(Path, others)]) == shown
