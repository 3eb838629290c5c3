"""The place of a defect: which region the judgment NG marks, and what a judgment says about each place of its board.

A place counts as a defect only where a person judged a region NG. A board judged NG without such a region has a defect
whose place is not said; this holds for every record written before NG marked a region.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from vqganodip.review.judgments import Judgment, JudgmentKind, RegionJudgment, ReviewItem
from vqganodip.types import Box

__all__ = ["PlaceFinding", "place_said", "places_of", "region_judgments", "unplaced"]


class PlaceFinding(StrEnum):
    """Meaning of a judgment for one place. ``unplaced``: the board is NG, but the place is not said."""

    FALSE_CALL = "false_call"
    DEFECT = "defect"
    OTHER = "other"
    UNPLACED = "unplaced"


_FINDINGS: Final = MappingProxyType(
    {JudgmentKind.FALSE_CALL: PlaceFinding.FALSE_CALL, JudgmentKind.NG: PlaceFinding.DEFECT}
)


def place_said(judgment: Judgment) -> bool:
    """True if a region of the board was judged NG."""
    return any(region.kind is JudgmentKind.NG for region in judgment.regions)


def unplaced(judgment: Judgment) -> bool:
    """True if the board was judged NG and none of its regions was."""
    return judgment.kind is JudgmentKind.NG and not place_said(judgment)


def places_of(judgment: Judgment, item: ReviewItem) -> Iterator[tuple[Box, bool, PlaceFinding]]:
    """Yield box, whether that region itself was judged, and the finding, for each place that a judgment speaks of.

    An unjudged region of the machine takes the judgment of its board. Of an NG board it is
    ``unplaced``, or not yielded if another region was judged NG.
    """
    judged = {region.box for region in judgment.regions}
    for region in judgment.regions:
        yield region.box, True, _FINDINGS.get(region.kind, PlaceFinding.OTHER)
    if judgment.kind is JudgmentKind.NG and place_said(judgment):
        return
    finding = PlaceFinding.UNPLACED if judgment.kind is JudgmentKind.NG else _FINDINGS.get(judgment.kind)
    for marked in item.inspection.shown_regions:
        if marked.box not in judged:
            yield marked.box, False, finding or PlaceFinding.OTHER


def region_judgments(
    kind: JudgmentKind,
    boxes: Sequence[Box],
    judged: Sequence[RegionJudgment],
    stored: Sequence[RegionJudgment] = (),
    *,
    selected: int = -1,
    code: str = "",
    only_selected: bool = False,
) -> tuple[RegionJudgment, ...]:
    """Return the judgments of regions that are stored with the judgment of a board.

    NG marks the selected region, or the only region of the board, unless the person has just judged a region NG or the
    region itself otherwise. Any other judgment drops the regions NG of the judgment that it corrects.

    Args:
        kind: Judgment of the board.
        boxes: The regions that the person sees, in their order; empty if they are hidden.
        judged: The judgments of regions as the window shows them.
        stored: Those of them that belong to the judgment in effect.
        selected: Index of the selected region; -1 for none.
        code: Defect code of the board, which the marked region takes.
        only_selected: Do not mark the only region of a board unless it is selected.
    """
    before, now = set(stored), [region for region in judged if region not in set(stored)]
    if kind is not JudgmentKind.NG:
        return tuple(region for region in judged if region.kind is not JudgmentKind.NG or region not in before)
    alone = len(boxes) == 1 and not only_selected
    index = selected if 0 <= selected < len(boxes) else 0 if alone else None
    if index is None or any(region.kind is JudgmentKind.NG or region.box == boxes[index] for region in now):
        return tuple(judged)
    found = {region.box: region for region in judged} | {
        boxes[index]: RegionJudgment(boxes[index], JudgmentKind.NG, code)
    }
    order = {box: number for number, box in enumerate(boxes)}
    return tuple(sorted(found.values(), key=lambda region: order.get(region.box, len(order))))
