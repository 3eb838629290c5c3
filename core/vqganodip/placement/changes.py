"""Differences between two placements of a product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from vqganodip.placement.parts import PlacedPart
from vqganodip.placement.record import PlacementRecord

__all__ = ["PartChange", "changes_between"]

_MOVED_MM: Final = 0.05
_TURNED: Final = 0.5


@dataclass(frozen=True, slots=True)
class PartChange:
    """A difference in one part.

    Attributes:
        ref_des: Its reference designator.
        what: ``added``, ``removed``, ``moved``, ``turned``, or the field that differs: ``side``, ``package``,
            ``value``, ``part_number``, ``fitted``.
        before: Value before; empty for an added part.
        after: Value now; empty for a removed part. For a moved part the distance on the picture.
    """

    ref_des: str
    what: str
    before: str = ""
    after: str = ""


def changes_between(before: PlacementRecord, after: PlacementRecord) -> tuple[PartChange, ...]:
    """List the differences of two placements by reference designator, in the order of the newer file.

    Places are compared on the picture, so another origin or unit is no difference.
    """
    old = {part.ref_des: part for part in before.parts}
    new = {part.ref_des: part for part in after.parts}
    found = [PartChange(name, "removed", before=_described(part)) for name, part in old.items() if name not in new]
    for name, part in new.items():
        if name not in old:
            found.append(PartChange(name, "added", after=_described(part)))
            continue
        found += _of_part(old[name], part, before, after)
    return tuple(found)


def _of_part(one: PlacedPart, other: PlacedPart, before: PlacementRecord, after: PlacementRecord) -> list[PartChange]:
    found = []
    for what in ("side", "package", "value", "part_number", "fitted"):
        was, now = getattr(one, what), getattr(other, what)
        if was != now:
            found.append(PartChange(other.ref_des, what, _text(was), _text(now)))
    if one.side is before.side and other.side is after.side and before.grid == after.grid:
        ends = [record.transform.apply(_ends(part)) for part, record in ((one, before), (other, after))]
        moved = float(np.hypot(*(ends[1][0] - ends[0][0]))) / after.transform.px_per_mm
        if moved > _MOVED_MM:
            found.append(PartChange(other.ref_des, "moved", after=f"{moved:.2f} mm"))
        arrows = [end[1] - end[0] for end in ends]
        cosine = float(np.dot(*arrows) / np.prod([np.hypot(*arrow) for arrow in arrows]))
        turned = float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
        if turned > _TURNED:
            found.append(PartChange(other.ref_des, "turned", f"{one.rotation:g}°", f"{other.rotation:g}°"))
    return found


def _ends(part: PlacedPart) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Centre of a part, and a point ten millimetres along its own x axis."""
    angle = np.radians(part.rotation)
    return np.array([(part.x, part.y), (part.x + 10 * np.cos(angle), part.y + 10 * np.sin(angle))], np.float64)


def _described(part: PlacedPart) -> str:
    return " ".join(word for word in (part.package, part.value) if word)


def _text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
