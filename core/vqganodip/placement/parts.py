"""Parts of a product as a placement file lists them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from vqganodip.errors import Message, message

__all__ = ["SIDE_MESSAGES", "PlacedPart", "PlacementList", "Side", "Unit"]

_FIDUCIAL: Final = re.compile(r"(?:[A-Z]?FID|FM|FIDUCIAL|FD|MARK)[-_]?[0-9]*", re.IGNORECASE)


class Side(StrEnum):
    """Side of the board that a part is on."""

    TOP = "top"
    BOTTOM = "bottom"


SIDE_MESSAGES: Final = {Side.TOP: message("parts-side-top", "top"), Side.BOTTOM: message("parts-side-bottom", "bottom")}
"""Sides in words."""


class Unit(StrEnum):
    """Unit of length of a placement file."""

    MM = "mm"
    MIL = "mil"
    INCH = "inch"

    @property
    def mm(self) -> float:
        """Millimetres of one unit."""
        return {Unit.MM: 1.0, Unit.MIL: 0.0254, Unit.INCH: 25.4}[self]


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part in a placement file.

    Attributes:
        ref_des: Reference designator, such as ``R12``.
        x: Centre in millimetres from the origin of the file.
        y: Centre in millimetres, upwards.
        rotation: Degrees, counter-clockwise, as in the file.
        side: Side of the board.
        package: Package or footprint; empty if the file names none.
        value: Value or comment; empty if the file has none.
        part_number: Part number; empty if the file has none.
        fitted: False for a part that is not fitted (DNP).
        line: Line of the file, from 1.
        size: Width and height of its outline in millimetres at rotation 0, where it was found on the picture; None
            for the outline of its package.
    """

    ref_des: str
    x: float
    y: float
    rotation: float
    side: Side
    package: str = ""
    value: str = ""
    part_number: str = ""
    fitted: bool = True
    line: int = 0
    size: tuple[float, float] | None = None

    @property
    def fiducial(self) -> bool:
        """True for a fiducial mark, by its reference designator or its package."""
        return "fiducial" in self.package.lower() or _FIDUCIAL.fullmatch(self.ref_des) is not None


@dataclass(frozen=True, slots=True)
class PlacementList:
    """The parts of a product, as read from a placement file.

    Attributes:
        name: Name of the file.
        form: Program whose form the file has, such as ``KiCad``; empty for another one.
        unit: Unit of the coordinates in the file.
        unit_stated: False if the file does not state its unit.
        parts: In the order of the file; each reference designator once.
        notes: What was assumed while reading.
    """

    name: str
    form: str
    unit: Unit
    unit_stated: bool
    parts: tuple[PlacedPart, ...] = field(repr=False)
    notes: tuple[Message, ...] = ()

    def part(self, ref_des: str) -> PlacedPart | None:
        """The part of that reference designator, in capitals or not; None without one."""
        wanted = ref_des.casefold()
        return next((part for part in self.parts if part.ref_des.casefold() == wanted), None)

    def counts(self) -> Counter[Side]:
        """Number of parts on each side."""
        return Counter(part.side for part in self.parts)
