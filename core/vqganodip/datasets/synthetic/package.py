"""Component packages: body sizes, rows of joints and the family that draws them. All lengths are in millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

__all__ = ["PACKAGES", "USUAL", "Family", "Look", "Package", "Row", "dual_rows", "quad_rows"]

Tone = tuple[float, float, float]


class Family(StrEnum):
    """Families of packages; each has one drawing."""

    RESISTOR = "resistor"
    CAPACITOR = "capacitor"
    TANTALUM = "tantalum"
    ELECTROLYTIC = "electrolytic"
    DIODE = "diode"
    LED = "led"
    INDUCTOR = "inductor"
    CRYSTAL = "crystal"
    GULL_WING = "gull_wing"
    BGA = "bga"
    POWER = "power"
    HEADER = "header"
    SOCKET = "socket"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of joints on one side of a part.

    Attributes:
        side: Direction of the leads: 0 right (+u), 1 bottom (+v), 2 left (-u), 3 top (-v).
        count: Number of joints.
        pitch: Distance between joints.
        inner: Inner end of the pads, measured outwards from the part's centre.
        outer: Outer end of the pads.
        width: Width of a pad along the row.
        reach: End of the lead or the termination, measured outwards from the centre.
    """

    side: int
    count: int
    pitch: float
    inner: float
    outer: float
    width: float
    reach: float

    def pads(self) -> list[tuple[float, float, float, float]]:
        """(centre u, centre v, half size u, half size v) of each pad."""
        out, half = (self.inner + self.outer) / 2, (self.outer - self.inner) / 2
        result = []
        for index in range(self.count):
            along = (index - (self.count - 1) / 2) * self.pitch
            sign = 1.0 if self.side in (0, 1) else -1.0
            if self.side in (0, 2):
                result.append((sign * out, along, half, self.width / 2))
            else:
                result.append((along, sign * out, self.width / 2, half))
        return result


@dataclass(frozen=True, slots=True)
class Look:
    """Linear colours of a package; None for those that are usual for its family.

    Attributes:
        body: Body.
        ink: Print on the body; segment of a can, lens of a lamp.
        metal: Leads and terminals.
    """

    body: Tone | None = None
    ink: Tone | None = None
    metal: Tone | None = None


USUAL: Final = Look()
"""The look of the packages of the designed products."""


@dataclass(frozen=True, slots=True)
class Package:
    """A kind of component body.

    Attributes:
        name: Name of the package.
        family: Family, which decides the drawing.
        length: Body along u.
        width: Body along v.
        height: Top of the body above the board.
        rows: Rows of joints; empty for parts whose joints are hidden.
        polarised: True if wrong polarity is visible.
        prefix: Letter of the reference designator.
        look: Its colours.
    """

    name: str
    family: Family
    length: float
    width: float
    height: float
    rows: tuple[Row, ...]
    polarised: bool
    prefix: str
    look: Look = USUAL

    @property
    def reach(self) -> tuple[float, float]:
        """Half extents (u, v) of body and pads together."""
        u = [self.length / 2] + [abs(p[0]) + p[2] for r in self.rows for p in r.pads()]
        v = [self.width / 2] + [abs(p[1]) + p[3] for r in self.rows for p in r.pads()]
        return max(u), max(v)

    @property
    def joints(self) -> int:
        """Number of visible joints."""
        return sum(r.count for r in self.rows)


def _ends(inner: float, outer: float, width: float, reach: float) -> tuple[Row, ...]:
    return Row(2, 1, 1.0, inner, outer, width, reach), Row(0, 1, 1.0, inner, outer, width, reach)


def dual_rows(count: int, pitch: float, inner: float, outer: float, width: float, reach: float) -> tuple[Row, ...]:
    """Equal rows at the bottom and at the top."""
    return Row(1, count, pitch, inner, outer, width, reach), Row(3, count, pitch, inner, outer, width, reach)


def quad_rows(count: int, pitch: float, inner: float, outer: float, width: float, reach: float) -> tuple[Row, ...]:
    """Equal rows on four sides."""
    return tuple(Row(side, count, pitch, inner, outer, width, reach) for side in range(4))


def _sot(side: int, count: int) -> Row:
    return Row(side, count, 1.9, 0.65, 1.6, 0.7, 1.2)


_F = Family
_TABLE: Final = (
    Package("R0603", _F.RESISTOR, 1.6, 0.85, 0.45, _ends(0.5, 1.3, 0.95, 0.8), False, "R"),
    Package("R0805", _F.RESISTOR, 2.0, 1.25, 0.5, _ends(0.65, 1.6, 1.4, 1.0), False, "R"),
    Package("R1206", _F.RESISTOR, 3.2, 1.6, 0.55, _ends(1.15, 2.25, 1.75, 1.6), False, "R"),
    Package("C0603", _F.CAPACITOR, 1.6, 0.85, 0.8, _ends(0.5, 1.3, 0.95, 0.8), False, "C"),
    Package("C0805", _F.CAPACITOR, 2.0, 1.25, 1.1, _ends(0.65, 1.6, 1.4, 1.0), False, "C"),
    Package("C1206", _F.CAPACITOR, 3.2, 1.6, 1.3, _ends(1.15, 2.25, 1.75, 1.6), False, "C"),
    Package("TANT-B", _F.TANTALUM, 3.5, 2.8, 1.9, _ends(1.2, 2.5, 2.3, 1.95), True, "C"),
    Package("TANT-D", _F.TANTALUM, 7.3, 4.3, 2.8, _ends(2.7, 4.6, 2.6, 3.9), True, "C"),
    Package("ELKO-6", _F.ELECTROLYTIC, 6.6, 6.6, 5.6, _ends(2.0, 4.3, 1.5, 3.6), True, "C"),
    Package("ELKO-8", _F.ELECTROLYTIC, 8.3, 8.3, 7.5, _ends(2.6, 5.3, 1.8, 4.5), True, "C"),
    Package("SMA", _F.DIODE, 4.3, 2.6, 2.1, _ends(1.5, 3.2, 1.9, 2.55), True, "D"),
    Package("SOD-123", _F.DIODE, 2.7, 1.6, 1.2, _ends(1.2, 2.3, 1.1, 1.85), True, "D"),
    Package("LED0805", _F.LED, 2.0, 1.25, 0.8, _ends(0.65, 1.6, 1.4, 1.0), True, "D"),
    Package("IND-4", _F.INDUCTOR, 4.2, 4.2, 2.0, _ends(1.2, 2.5, 3.2, 2.1), False, "L"),
    Package("IND-7", _F.INDUCTOR, 7.0, 7.0, 3.8, _ends(2.0, 4.1, 3.6, 3.5), False, "L"),
    Package("XTAL-HC49", _F.CRYSTAL, 11.2, 4.7, 3.6, _ends(3.8, 6.6, 1.3, 6.1), False, "Y"),
    Package("XTAL-5032", _F.CRYSTAL, 5.0, 3.2, 1.1, _ends(1.4, 2.8, 2.4, 2.5), False, "Y"),
    Package("SOT23", _F.GULL_WING, 2.9, 1.35, 1.0, (_sot(1, 2), _sot(3, 1)), False, "Q"),
    Package("SOIC8", _F.GULL_WING, 4.9, 3.9, 1.6, dual_rows(4, 1.27, 2.15, 3.6, 0.65, 3.05), True, "U"),
    Package("SOIC14", _F.GULL_WING, 8.7, 3.9, 1.6, dual_rows(7, 1.27, 2.15, 3.6, 0.65, 3.05), True, "U"),
    Package("SOIC16W", _F.GULL_WING, 10.3, 7.5, 2.3, dual_rows(8, 1.27, 4.05, 5.8, 0.7, 5.2), True, "U"),
    Package("QFP44", _F.GULL_WING, 10.0, 10.0, 1.6, quad_rows(11, 0.8, 5.35, 6.9, 0.48, 6.25), True, "U"),
    Package("QFP64", _F.GULL_WING, 14.0, 14.0, 1.6, quad_rows(16, 0.8, 7.35, 8.9, 0.48, 8.25), True, "U"),
    Package("BGA-13", _F.BGA, 13.0, 13.0, 1.3, (), True, "U"),
    Package("BGA-17", _F.BGA, 17.0, 17.0, 1.5, (), True, "U"),
    Package("DPAK", _F.POWER, 6.6, 6.1, 2.3, (Row(1, 2, 4.57, 4.1, 6.4, 1.5, 5.6),), False, "Q"),
    Package("HDR-2X8", _F.HEADER, 20.4, 5.1, 4.0, (), False, "J"),
    Package("HDR-1X6", _F.HEADER, 15.3, 2.5, 4.0, (), False, "J"),
    Package("SOCK-8", _F.SOCKET, 19.0, 8.0, 6.0, (Row(1, 8, 2.0, 3.4, 5.6, 1.0, 5.0),), False, "J"),
    Package("SOCK-12", _F.SOCKET, 27.0, 9.0, 6.5, (Row(1, 12, 2.0, 3.9, 6.2, 1.0, 5.6),), False, "J"),
)  # fmt: skip

PACKAGES: Final[Mapping[str, Package]] = MappingProxyType({p.name: p for p in _TABLE})
"""All packages by name."""
