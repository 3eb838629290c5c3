"""Statistics of a shift: boards, time, false calls, defects, agreement. Every rate has its denominator.

Cohen's kappa (Cohen 1960) is (po − pe) / (1 − pe), po the share of agreement and pe the one expected from the raters'
own frequencies. A board counts as defective (1) for NG and doubtful, as good (0) for OK and false call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from vqganodip.records import Verdict
from vqganodip.review.defect_place import PlaceFinding, places_of, unplaced
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, ReviewItem
from vqganodip.review.local_time import hour_begins
from vqganodip.review.part_names import PartNames
from vqganodip.review.review_time import is_look, seconds_per_board
from vqganodip.types import Box

__all__ = ["Hour", "OpinionPairs", "ShiftStatistics", "defect_class", "kappa", "place_name", "shift_statistics"]


_FIELDS: Final = 12


@dataclass(frozen=True, slots=True)
class Hour:
    """Statistics of one local hour.

    Attributes:
        begins: Its start, in UTC.
        boards: Number of judged boards.
        false_calls: Number of false calls among them.
        defects: Number of defects among them.
        seconds_per_board: Median review time of a board, see ``review_time``; None without a look.
    """

    begins: datetime
    boards: int
    false_calls: int
    defects: int
    seconds_per_board: float | None


@dataclass(frozen=True, slots=True)
class ShiftStatistics:
    """Statistics of a shift.

    Attributes:
        boards: Number of judged boards, by their current judgment; withdrawn ones do not count.
        seconds_per_board: Median review time of a board, see ``review_time``; None without a look.
        flagged: Number of boards flagged by the machine.
        false_calls: Number of boards judged a false call.
        defects: Number of boards judged NG (confirmed defects).
        doubtful: Number of doubtful boards.
        escapes: Number of boards passed by the machine and judged NG by a person.
        false_calls_per_board: false_calls / boards; None without boards.
        false_call_ppm: The same times 1e6. The denominator is reviewed boards, not components or joints.
        by_code: (defect code, boards), most frequent first; an empty code is NG without a code.
        by_place: (field of the board, boards with a defect there, boards with a false call there), most first; see
            :func:`place_name`. A defect is there only where a region was judged NG.
        by_part: (reference designator, boards with a defect on it, boards with a false call on it), most first; an
            empty name is a region on no part. Empty without a placement.
        by_package: The same by package; an empty name is a part without one.
        unplaced: Number of boards judged NG whose place was not said.
        by_hour: Statistics of each hour with a judgment.
        machine_kappa: Agreement of machine (flagged) and person (defective); None if undefined.
        operator_kappa: Agreement of blind second opinions with the judgment that was current when they were given; None
            if undefined.
        second_opinions: Number of second opinions in ``operator_kappa``.
    """

    boards: int
    seconds_per_board: float | None
    flagged: int
    false_calls: int
    defects: int
    doubtful: int
    escapes: int
    false_calls_per_board: float | None
    false_call_ppm: float | None
    by_code: tuple[tuple[str, int], ...]
    by_place: tuple[tuple[str, int, int], ...]
    unplaced: int
    by_hour: tuple[Hour, ...]
    machine_kappa: float | None
    operator_kappa: float | None
    second_opinions: int
    by_part: tuple[tuple[str, int, int], ...] = ()
    by_package: tuple[tuple[str, int, int], ...] = ()


def kappa(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Cohen's kappa of two raters over the same boards, in [-1, 1]; None if undefined (one class, or none).

    Raises:
        ValueError: The raters judged different numbers of boards.
    """
    pairs = list(zip(first, second, strict=True))
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    one, two = Counter(first), Counter(second)
    expected = sum(one[c] * two[c] for c in one) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def shift_statistics(records: Iterable[tuple[Judgment, ReviewItem]], parts: PartNames | None = None) -> ShiftStatistics:
    """Compute the statistics of records (a day, a lot, a shift).

    Args:
        records: Judgments with their boards, oldest first; the newest of each board counts.
        parts: Names of the parts that regions lie on; None without any.
    """
    standing: dict[int, _Standing] = {}
    pairs = OpinionPairs()
    looks: list[Judgment] = []
    for judgment, item in records:
        if is_look(judgment):
            looks.append(judgment)
        if judgment.purpose is Purpose.REVIEW:
            standing[judgment.item_id] = _Standing(
                judgment, item.inspection.verdict is Verdict.REVIEW, *_places(judgment, item, parts)
            )
        known = standing.get(judgment.item_id)
        pairs.take(judgment, known.judgment if known else item.judgment)
    judged = [one for one in standing.values() if one.judgment.kind is not JudgmentKind.WITHDRAWN]
    kinds = Counter(one.judgment.kind for one in judged)
    boards, false_calls = len(judged), kinds[JudgmentKind.FALSE_CALL]
    codes = Counter(one.judgment.defect_code for one in judged if one.judgment.kind is JudgmentKind.NG)
    twice = pairs.classes()
    return ShiftStatistics(
        boards=boards,
        seconds_per_board=seconds_per_board(looks),
        flagged=sum(one.flagged for one in judged),
        false_calls=false_calls,
        defects=kinds[JudgmentKind.NG],
        doubtful=kinds[JudgmentKind.DOUBTFUL],
        escapes=sum(one.judgment.kind is JudgmentKind.NG and not one.flagged for one in judged),
        false_calls_per_board=false_calls / boards if boards else None,
        false_call_ppm=1e6 * false_calls / boards if boards else None,
        by_code=tuple(sorted(codes.items(), key=lambda pair: (-pair[1], pair[0]))),
        by_place=_counted([one.places for one in judged]),
        unplaced=sum(unplaced(one.judgment) for one in judged),
        by_hour=_by_hour(judged, looks),
        machine_kappa=kappa([int(one.flagged) for one in judged], [defect_class(one.judgment) for one in judged]),
        operator_kappa=kappa([a for a, _ in twice], [b for _, b in twice]),
        second_opinions=len(twice),
        by_part=_counted([one.parts for one in judged]),
        by_package=_counted([one.packages for one in judged]),
    )


def defect_class(judgment: Judgment) -> int:
    """1 for NG and doubtful, 0 for OK and false call."""
    return int(judgment.kind in (JudgmentKind.NG, JudgmentKind.DOUBTFUL))


class OpinionPairs:
    """Pairs of each second opinion and the judgment that was current when it was given."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[int, str], tuple[int, int]] = {}

    def take(self, record: Judgment, standing: Judgment | None) -> None:
        """Process the next record; ``standing`` is the current judgment of its board at that time."""
        if record.purpose is not Purpose.SECOND:
            return
        key = record.item_id, record.operator
        if record.kind is JudgmentKind.WITHDRAWN:
            self._pairs.pop(key, None)
        elif standing is not None and standing.kind is not JudgmentKind.WITHDRAWN:
            first = self._pairs[key][0] if key in self._pairs else defect_class(standing)
            self._pairs[key] = first, defect_class(record)

    def classes(self) -> list[tuple[int, int]]:
        """(first, second) per opinion: 1 defective, 0 good."""
        return list(self._pairs.values())

    def of(self, operator: str) -> list[tuple[int, int]]:
        """Pairs whose second opinion is by this operator."""
        return [pair for (_item, who), pair in self._pairs.items() if who == operator]


def place_name(box: Box, grid: tuple[int, int]) -> str:
    """Field of the board that contains the centre of a box: letters from the left, numbers from the top, ``C4``.

    The longer side has twelve fields; fields are about square.
    """
    width, height = grid
    size = max(width, height) / _FIELDS
    column = int((box.x0 + box.x1) / 2 // size)
    row = int((box.y0 + box.y1) / 2 // size)
    return f"{chr(ord('A') + min(max(column, 0), _FIELDS - 1))}{min(max(row, 0), _FIELDS - 1) + 1}"


Marks: TypeAlias = frozenset[tuple[str, bool]]
"""Names of places, parts or packages, each with a defect (True) or a false call (False)."""


@dataclass(frozen=True, slots=True)
class _Standing:
    judgment: Judgment
    flagged: bool
    places: Marks
    parts: Marks
    packages: Marks


def _places(judgment: Judgment, item: ReviewItem, names: PartNames | None) -> tuple[Marks, Marks, Marks]:
    """Fields, parts and packages with a defect or a false call."""
    grid, kinds = item.inspection.grid, (PlaceFinding.DEFECT, PlaceFinding.FALSE_CALL)
    found = [(b, finding is PlaceFinding.DEFECT) for b, _said, finding in places_of(judgment, item) if finding in kinds]
    places = frozenset((place_name(box, grid), defective) for box, defective in found)
    if names is None or names.of(item.inspection.bundle_sha256) is None:
        return places, frozenset(), frozenset()
    named = [(names.at(item.inspection, box), defective) for box, defective in found]
    parts = frozenset(("" if part is None else part.ref_des, defective) for part, defective in named)
    return places, parts, frozenset((part.package, defective) for part, defective in named if part is not None)


def _counted(boards: Sequence[Marks]) -> tuple[tuple[str, int, int], ...]:
    """Name, boards with a defect, boards with a false call; most first."""
    defects, calls = Counter[str](), Counter[str]()
    for marks in boards:
        for name, defective in marks:
            (defects if defective else calls)[name] += 1
    rows = [(name, defects[name], calls[name]) for name in {*defects, *calls}]
    return tuple(sorted(rows, key=lambda row: (-row[1] - row[2], row[0])))


def _by_hour(judged: Sequence[_Standing], looks: Sequence[Judgment]) -> tuple[Hour, ...]:
    hours: dict[datetime, list[_Standing]] = {}
    for one in judged:
        hours.setdefault(hour_begins(one.judgment.judged_at), []).append(one)
    looked: dict[datetime, list[Judgment]] = {}
    for look in looks:
        looked.setdefault(hour_begins(look.judged_at), []).append(look)
    return tuple(
        Hour(
            hour,
            len(ones),
            sum(one.judgment.kind is JudgmentKind.FALSE_CALL for one in ones),
            sum(one.judgment.kind is JudgmentKind.NG for one in ones),
            seconds_per_board(looked.get(hour, ())),
        )
        for hour, ones in sorted(hours.items())
    )
