"""The memory of places: against a count by hand, board by board."""

from __future__ import annotations

import random
from dataclasses import replace

from vqganodip.records import Region
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RegionJudgment, ReviewItem
from vqganodip.review.location_history import LocationHistory, LocationIndex
from vqganodip.testing import sample_inspection, sample_judgment
from vqganodip.types import Box

KINDS = [JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.DOUBTFUL, JudgmentKind.FALSE_CALL, JudgmentKind.WITHDRAWN]


def some_box(chance: random.Random) -> Box:
    x, y = chance.randrange(480), chance.randrange(350)
    return Box(x, y, x + chance.randrange(1, 32), y + chance.randrange(1, 32))


def history(chance: random.Random, boards: int = 40, records: int = 90) -> list[tuple[Judgment, ReviewItem]]:
    items = []
    for number in range(1, boards + 1):
        regions = tuple(Region(some_box(chance), 1.0, 1.0, 1) for _ in range(chance.randrange(4)))
        inspection = replace(sample_inspection(number), regions=regions)
        items.append(ReviewItem(number, f"SN {number}", inspection))
    pairs = []
    for record in range(1, records + 1):
        item = chance.choice(items)
        kind = chance.choice(KINDS)
        said = tuple(
            RegionJudgment(
                chance.choice([some_box(chance), *(r.box for r in item.inspection.regions)]), chance.choice(KINDS[:4])
            )
            for _ in range(chance.randrange(3))
        )
        purpose = Purpose.PROBE if chance.random() < 0.1 else Purpose.REVIEW
        judgment = replace(sample_judgment(item.item_id, kind), regions=said, purpose=purpose, record_id=record)
        pairs.append((judgment, item))
    return pairs


def by_hand(pairs: list[tuple[Judgment, ReviewItem]], place: Box, leave_out: int) -> LocationHistory:
    def there(box: Box) -> bool:
        return box.x0 < place.x1 and place.x0 < box.x1 and box.y0 < place.y1 and place.y0 < box.y1

    newest = {item.item_id: (j, item) for j, item in pairs if j.purpose is Purpose.REVIEW}
    counts = {"call": 0, "defect": 0, "other": 0, "unplaced": 0}
    for judgment, item in newest.values():
        if judgment.kind is JudgmentKind.WITHDRAWN or item.item_id == leave_out:
            continue
        said = [region.kind for region in judgment.regions if there(region.box)]
        nobody_judged = {region.box for region in item.inspection.regions} - {r.box for r in judgment.regions}
        if not said and any(there(box) for box in nobody_judged):
            if judgment.kind is not JudgmentKind.NG:
                said = [judgment.kind]
            elif not any(region.kind is JudgmentKind.NG for region in judgment.regions):
                counts["unplaced"] += 1
        if said:
            worst = JudgmentKind.NG if JudgmentKind.NG in said else said[0]
            counts[{JudgmentKind.NG: "defect", JudgmentKind.FALSE_CALL: "call"}.get(worst, "other")] += 1
    return LocationHistory(counts["call"], counts["defect"], counts["other"], counts["unplaced"])


def test_that_the_index_counts_as_a_person_would() -> None:
    chance = random.Random(5)
    found = []
    for _ in range(20):
        pairs, index = history(chance), LocationIndex()
        for judgment, item in pairs:
            index.take(judgment, item)
        for _ in range(20):
            place, board = some_box(chance).union(some_box(chance)), chance.randrange(0, 41)
            memory = index.memory(pairs[0][1].inspection.bundle_sha256, place, leave_out=board)
            assert memory == by_hand(pairs, place, board)
            found.append(memory.boards)
    assert max(found) > 5


def test_that_places_of_another_bundle_are_other_places() -> None:
    index = LocationIndex()
    item = ReviewItem(1, "SN 1", sample_inspection(1))
    index.take(sample_judgment(1, JudgmentKind.FALSE_CALL), item)
    place = item.inspection.regions[0].box
    assert index.memory(item.inspection.bundle_sha256, place) == LocationHistory(1, 0, 0)
    assert index.memory("another", place) == LocationHistory(0, 0, 0)


def test_that_the_map_counts_boards_with_a_false_call_per_cell() -> None:
    index = LocationIndex()
    for number in (1, 2):
        inspection = replace(
            sample_inspection(number), regions=(Region(Box(0, 0, 16, 8), 1, 1, 1), Region(Box(4, 0, 12, 8), 1, 1, 1))
        )
        index.take(sample_judgment(number, JudgmentKind.FALSE_CALL), ReviewItem(number, "", inspection))
    index.take(sample_judgment(3, JudgmentKind.NG), ReviewItem(3, "", sample_inspection(3)))
    counts = index.false_calls(sample_inspection(1).bundle_sha256, (512, 384), cells=64)
    assert counts.shape == (48, 64)
    assert counts[0, :2].tolist() == [2, 2]
    assert counts.sum() == 4


def test_that_of_many_regions_only_those_at_a_place_are_looked_at() -> None:
    index = LocationIndex()
    for number in range(1, 5_001):
        regions = tuple(
            Region(Box(x, number % 300, x + 20, number % 300 + 20), 1, 1, 1) for x in (0, 90, 180, 270, 360)
        )
        inspection = replace(SAMPLE, regions=regions)
        index.take(CALL, ReviewItem(number, "", inspection))
    rows = index._bundles[SAMPLE.bundle_sha256]
    for y in range(0, 280, 40):
        place = Box(90, y, 100, y + 4)
        memory = index.memory(SAMPLE.bundle_sha256, place)
        assert memory.false_calls > 50
        assert len(list(rows.at(place))) == memory.boards < 5_000 / 10


SAMPLE = sample_inspection(1)
CALL = sample_judgment(1, JudgmentKind.FALSE_CALL)
