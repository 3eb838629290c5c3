"""The repository protocol, held against both databases and against the fake alike."""

from __future__ import annotations

import math
import random
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from engine.store.repositories import DATABASES, open_repository

from vqganodip.errors import StoreError, plain
from vqganodip.records import Verdict
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueOrder, QueueState, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.store.hash_chain import verify_records
from vqganodip.testing import SAMPLE_TIME, InMemoryRepository, sample_inspection, sample_judgment


@pytest.fixture(params=[*DATABASES, "memory"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Repository]:
    kept: Repository = (
        InMemoryRepository() if request.param == "memory" else open_repository(request.param, request, tmp_path)
    )
    yield kept
    kept.close()


def fill(repository: Repository, scores: list[float]) -> list[ReviewItem]:
    return [
        repository.add_inspection(sample_inspection(n, score=score), f"SN {n:03d}")
        for n, score in enumerate(scores, start=1)
    ]


def test_that_an_inspection_comes_back_whole(repository: Repository) -> None:
    given = replace(sample_inspection(7), warnings=(plain("poor registration"), plain('quote " and \n line')))
    item = repository.add_inspection(given, "SN 7")
    assert repository.item(item.item_id) == item == ReviewItem(1, "SN 7", given)
    assert list(repository.whole_items([1, 5, 1])) == [item]


def test_that_the_same_image_and_bundle_is_one_item(repository: Repository) -> None:
    first, again = repository.add_inspection(sample_inspection(1), "A"), sample_inspection(1, score=0.1)
    assert repository.add_inspection(again, "B") == first
    assert repository.add_inspection(replace(again, bundle_sha256="other"), "B").item_id == 2
    assert repository.knows(again.sha256, again.bundle_sha256)
    assert not repository.knows(again.sha256, "nobody's")


def test_that_the_queue_is_ordered_by_urgency_or_arrival(repository: Repository) -> None:
    fill(repository, [0.2, 0.9, 0.5, 0.7, 0.9, 0.4])
    assert list(repository.item_ids(QueueFilter())) == [2, 5, 4, 3, 6, 1]
    assert list(repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL))) == [1, 2, 3, 4, 5, 6]


def test_that_pages_tile_the_queue_and_hold_what_a_row_needs(repository: Repository) -> None:
    items = fill(repository, [random.Random(3).random() for _ in range(25)])
    repository.add_judgment(sample_judgment(4))
    pages = [repository.items(QueueFilter(), offset, 10) for offset in (0, 10, 20, 30)]
    rows = [item for page in pages for item in page]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert [row.item_id for row in rows] == list(repository.item_ids(QueueFilter()))
    for row in rows:
        whole = replace(items[row.item_id - 1].inspection, candidates=(), regions=())
        assert replace(row.inspection, candidates=(), regions=()) == whole
        assert (row.judgment is not None) is (row.item_id == 4)


@pytest.mark.parametrize("order", list(QueueOrder))
@pytest.mark.parametrize("flagged_only", [False, True])
def test_that_ids_count_pages_and_neighbours_agree_in_every_part(
    repository: Repository, order: QueueOrder, flagged_only: bool
) -> None:
    chance = random.Random(11)
    fill(repository, [round(chance.random(), 1) for _ in range(40)])
    for number in chance.sample(range(1, 41), 15):
        repository.add_judgment(sample_judgment(number))
    everything = list(repository.item_ids(QueueFilter(order=order)))
    for state in QueueState:
        wanted = QueueFilter(state, flagged_only, "n 0", order)
        part = list(repository.item_ids(wanted))
        assert repository.count(wanted) == len(part) == len(repository.items(wanted, 0, 100))
        for place, number in enumerate(everything):
            after = [n for n in everything[place + 1 :] if n in part]
            before = [n for n in everything[:place] if n in part]
            assert repository.neighbour(wanted, number) == (after[0] if after else None)
            assert repository.neighbour(wanted, number, backwards=True) == (before[-1] if before else None)


def test_that_filters_tell_judged_from_unjudged_and_flagged_from_passed(repository: Repository) -> None:
    fill(repository, [0.9, 0.1, 0.8])
    repository.add_judgment(sample_judgment(1))
    assert list(repository.item_ids(QueueFilter(QueueState.JUDGED))) == [1]
    assert list(repository.item_ids(QueueFilter(QueueState.UNJUDGED))) == [3, 2]
    assert list(repository.item_ids(QueueFilter(QueueState.UNJUDGED, flagged_only=True))) == [3]


@pytest.mark.parametrize(
    ("search", "found"),
    [("straße", [1]), ("STRASSE", [1]), ("äb", [2]), ("%", [3]), ("_", []), ("'", [3]), ("", [1, 2, 3])],
)
def test_that_search_finds_part_of_a_serial_in_any_case(repository: Repository, search: str, found: list[int]) -> None:
    for number, serial in enumerate(["Straße 1", "ÄB 2", "100 % 'x'"], start=1):
        repository.add_inspection(sample_inspection(number), serial)
    assert list(repository.item_ids(QueueFilter(search=search))) == found


def test_that_the_newest_judgment_stands_until_it_is_withdrawn(repository: Repository) -> None:
    fill(repository, [0.9])
    first = repository.add_judgment(sample_judgment(1, JudgmentKind.NG))
    assert repository.item(1).judgment == first
    second = repository.add_judgment(sample_judgment(1, JudgmentKind.OK, corrects=first.record_id))
    assert repository.item(1).judgment == second
    repository.add_judgment(sample_judgment(1, JudgmentKind.WITHDRAWN, corrects=second.record_id))
    assert repository.item(1).judgment is None
    assert repository.count(QueueFilter(QueueState.UNJUDGED)) == 1


def test_that_judgments_come_back_in_order_with_numbers_from_one(repository: Repository) -> None:
    fill(repository, [0.9, 0.8])
    stored = [repository.add_judgment(sample_judgment(n)) for n in (2, 1)]
    assert [j.record_id for j in stored] == [1, 2]
    assert list(repository.judgments()) == stored
    assert list(repository.judgments(1)) == stored[1:]
    assert list(repository.last_judgments(1)) == stored[:0:-1]
    assert replace(stored[0], record_id=0, board_hash="", prev_hash="", row_hash="") == sample_judgment(2)


def test_that_the_chain_holds_and_shows_any_change(repository: Repository) -> None:
    fill(repository, [0.9, 0.8, 0.7])
    for number in (1, 2, 3):
        repository.add_judgment(sample_judgment(number))
    kept = list(repository.judgments())
    assert verify_records(kept).broken is None
    assert kept[0].prev_hash == ""
    assert [j.prev_hash for j in kept[1:]] == [j.row_hash for j in kept[:-1]]
    assert verify_records([kept[0], replace(kept[1], comment="changed"), kept[2]]).broken == 2
    assert verify_records([kept[0], replace(kept[1], board_hash=kept[0].board_hash), kept[2]]).broken == 2
    assert verify_records([kept[0], kept[2]]).broken == 3
    assert verify_records(kept[1:]).broken == 2


def test_that_a_judgment_must_name_the_newest_record_of_its_board(repository: Repository) -> None:
    fill(repository, [0.9, 0.8])
    first = repository.add_judgment(sample_judgment(1))
    for corrects in (None, 99):
        with pytest.raises(StoreError, match=r"SN 001: .* judged meanwhile: OK by M\. L\. at .* \(record 1\)"):
            repository.add_judgment(sample_judgment(1, corrects=corrects))
    with pytest.raises(StoreError, match="record 1 of this board, which was shown, is not in the workspace"):
        repository.add_judgment(sample_judgment(2, corrects=first.record_id))
    assert list(repository.judgments()) == [first]


def test_that_what_cannot_be_kept_is_refused(repository: Repository) -> None:
    fill(repository, [0.9])
    with pytest.raises(StoreError, match="no board number 5"):
        repository.item(5)
    with pytest.raises(StoreError, match="no board number 5"):
        repository.neighbour(QueueFilter(), 5)
    with pytest.raises(StoreError, match="no board number 5"):
        repository.add_judgment(sample_judgment(5))
    with pytest.raises(StoreError, match="time zone"):
        repository.add_judgment(replace(sample_judgment(1), judged_at=datetime(2026, 1, 1)))
    with pytest.raises(StoreError, match="cannot be kept"):
        repository.add_judgment(replace(sample_judgment(1), review_s=math.nan))
    with pytest.raises(StoreError, match="cannot be kept"):
        repository.add_inspection(replace(sample_inspection(9), score=math.nan, verdict=Verdict.REVIEW), "x")
    assert list(repository.judgments()) == []


def test_that_hostile_text_is_kept(repository: Repository) -> None:
    text = "é\0'\"; DROP TABLE judgments; -- \r\n\t 😀"
    repository.add_inspection(sample_inspection(1, name="nasty\udcff"), text)
    stored = repository.add_judgment(replace(sample_judgment(1), comment=text + "\ud800", operator=text))
    assert repository.item(1).serial == text
    assert repository.item(1).inspection.image.name == "nasty\udcff.png"
    assert stored.comment == text + "\\ud800"
    assert list(repository.judgments()) == [stored]
    assert verify_records(repository.judgments()).broken is None


def test_that_settings_are_kept_and_replaced(repository: Repository) -> None:
    assert repository.get_setting("a") is None
    repository.put_setting("a", "1")
    repository.put_setting("a", "2")
    assert repository.get_setting("a") == "2"


def test_that_one_thread_adds_boards_while_another_judges(repository: Repository) -> None:
    fill(repository, [0.9] * 20)
    trouble: list[BaseException] = []

    def guarded(work: object) -> threading.Thread:
        def run() -> None:
            try:
                work()  # type: ignore[operator]
            except BaseException as error:
                trouble.append(error)

        return threading.Thread(target=run)

    def add() -> None:
        for number in range(100, 140):
            repository.add_inspection(sample_inspection(number), str(number))

    def judge() -> None:
        for number in range(1, 21):
            repository.add_judgment(sample_judgment(number))
            repository.items(QueueFilter(), 0, 10)

    threads = [guarded(add), guarded(judge)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    assert repository.count(QueueFilter()) == 60
    assert repository.count(QueueFilter(QueueState.JUDGED)) == 20
    assert verify_records(repository.judgments()).broken is None


def test_that_judgments_may_be_added_while_they_are_read(repository: Repository) -> None:
    fill(repository, [0.9, 0.8])
    repository.add_judgment(sample_judgment(1))
    read = []
    for judgment in repository.judgments():
        read.append(judgment)
        repository.add_judgment(sample_judgment(2))
    assert len(read) == 1
    assert read[0].judged_at == SAMPLE_TIME


@pytest.mark.parametrize("kind", DATABASES)
@pytest.mark.parametrize("state", list(QueueState))
def test_that_the_queue_is_filtered_by_score_as_in_memory(
    tmp_path: Path, state: QueueState, kind: str, request: pytest.FixtureRequest
) -> None:
    store, memory = open_repository(kind, request, tmp_path), InMemoryRepository()
    for one in (store, memory):
        for number, score in enumerate((0.1, 0.25, 0.3, 0.99, 1.0), start=1):
            one.add_inspection(sample_inspection(number, score=score), f"SN{number}")
        one.add_judgment(sample_judgment(2))
    for scores in (None, (0.25, 0.3), (0.3, 1.0), (0.0, 0.1)):
        wanted = QueueFilter(state=state, scores=scores)
        assert list(store.item_ids(wanted)) == list(memory.item_ids(wanted))
        assert store.count(wanted) == memory.count(wanted)
    bundle = sample_inspection().bundle_sha256
    assert sorted(store.scores(bundle)) == sorted(memory.scores(bundle)) == [0.1, 0.25, 0.3, 0.99, 1.0]
    assert list(store.scores("another")) == []
    store.close()
