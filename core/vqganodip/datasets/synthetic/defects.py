"""Defects of rendered boards: their kinds, their IPC-CFX categories and how they are drawn.

A defect changes placements of parts or adds something to the finished surface. It has its own random stream, so
everything else on the board is the same as without the defect.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.canvas import Surface
from vqganodip.datasets.synthetic.circuits import draw_body
from vqganodip.datasets.synthetic.layout import Part, Product
from vqganodip.datasets.synthetic.package import Family, Row
from vqganodip.datasets.synthetic.placement import Placement, place
from vqganodip.datasets.synthetic.residue import fibre, scratch, stain
from vqganodip.datasets.synthetic.solder import ball, bridge

__all__ = ["CFX", "DefectKind", "PlannedDefect", "plan_defect"]

Rng = np.random.Generator


class DefectKind(StrEnum):
    """Kinds of defects that can be drawn; the value is the name of their folder."""

    MISSING = "missing_component"
    SHIFTED = "shifted"
    ROTATED = "rotated"
    TOMBSTONED = "tombstoned"
    POLARITY = "wrong_polarity"
    WRONG = "wrong_component"
    BRIDGE = "solder_bridge"
    INSUFFICIENT = "insufficient_solder"
    EXCESS = "excess_solder"
    BALL = "solder_ball"
    LIFTED = "lifted_lead"
    SCRATCH = "scratch"
    CONTAMINATION = "contamination"
    FOREIGN = "foreign_part"

    @property
    def cfx(self) -> str:
        """The DefectCategory of IPC-CFX (IPC-2591)."""
        return CFX[self]


CFX: Final[Mapping[DefectKind, str]] = MappingProxyType(
    {
        DefectKind.MISSING: "ComponentMissing",
        DefectKind.SHIFTED: "ComponentShifted",
        DefectKind.ROTATED: "ComponentRotated",
        DefectKind.TOMBSTONED: "Tombstone",
        DefectKind.POLARITY: "WrongPolarity",
        DefectKind.WRONG: "WrongComponent",
        DefectKind.BRIDGE: "Short",
        DefectKind.INSUFFICIENT: "InsufficientSolder",
        DefectKind.EXCESS: "ExcessiveSolder",
        DefectKind.BALL: "Solderball",
        DefectKind.LIFTED: "LiftedLead",
        DefectKind.SCRATCH: "Miscellaneous",
        DefectKind.CONTAMINATION: "Contamination",
        DefectKind.FOREIGN: "Miscellaneous",
    }
)
"""DefectCategory of IPC-CFX for each kind."""


@dataclass(frozen=True, slots=True)
class PlannedDefect:
    """A defect ready to be drawn.

    Attributes:
        kind: Kind of defect.
        severity: 0 barely visible to 1 gross.
        at: Position in millimetres of the field.
        changes: Placements that replace those of the same number.
        extra: Draws on the finished surface; None if the changed placements are the whole defect.
        bridged: Reference designator of a part whose joints are bridged; empty for other defects.
    """

    kind: DefectKind
    severity: float
    at: tuple[float, float]
    changes: Mapping[int, Placement]
    extra: Callable[[Surface], None] | None = None
    bridged: str = ""

    @property
    def ref_des(self) -> str:
        """Reference designator of the part concerned; empty for a defect of the bare board."""
        return next((placement.part.ref for placement in self.changes.values()), self.bridged)


@dataclass(frozen=True, slots=True)
class _Site:
    """A board with the random stream and the severity of one planned defect."""

    board: Product
    placements: Sequence[Placement]
    rng: Rng
    severity: float
    variation: float

    def pick(self, *families: Family, suits: Callable[[Part], bool] = lambda _: True) -> int:
        """Choose a part of these families; the more severe the defect, the larger the part."""
        fits = [i for i, p in enumerate(self.board.parts) if p.kind.family in families and suits(p)]
        fits.sort(key=lambda i: (self.board.parts[i].kind.length * self.board.parts[i].kind.width, i))
        rank = np.clip(self.severity * self.rng.uniform(0.4, 1.0) + self.rng.normal(0, 0.12), 0, 0.999)
        return fits[int(rank * len(fits))]

    def spot(self, clear: float) -> tuple[float, float]:
        """Find a free place on the board, ``clear`` millimetres away from parts and the barcode."""
        x0, y0, x1, y1 = self.board.outline
        bx, by, side = self.board.barcode
        margin = side / 2 + 1.5
        for _ in range(400):
            x, y = (float(v) for v in self.rng.uniform((x0 + 3, y0 + 3), (x1 - 3, y1 - 3)))
            near = abs(x - bx) < margin and abs(y - by) < margin
            for left, top, right, bottom in (p.courtyard(clear) for p in self.board.parts):
                near = near or (left < x < right and top < y < bottom)
            if not near:
                return x, y
        return (x0 + x1) / 2, y1 - 3

    def sign(self) -> float:
        return 1.0 if self.rng.random() < 0.5 else -1.0


_CHIPS: Final = (Family.RESISTOR, Family.CAPACITOR)
_PALE: Final = 110
_SMALL: Final = (*_CHIPS, Family.TANTALUM, Family.DIODE, Family.LED)


def _at(part: Part) -> tuple[float, float]:
    return part.x, part.y


def _missing(site: _Site) -> PlannedDefect:
    i = site.pick(*_SMALL, Family.INDUCTOR, Family.ELECTROLYTIC, Family.GULL_WING)
    changed = replace(site.placements[i], missing=True)
    return PlannedDefect(DefectKind.MISSING, site.severity, _at(changed.part), {i: changed})


def _shifted(site: _Site) -> PlannedDefect:
    i = site.pick(*_SMALL, Family.GULL_WING)
    old = site.placements[i]
    far = 0.2 * site.variation + 0.14 + 0.85 * site.severity
    angle = float(site.rng.uniform(0, 2 * math.pi))
    changed = replace(old, dx=far * math.cos(angle), dy=far * math.sin(angle))
    return PlannedDefect(DefectKind.SHIFTED, site.severity, _at(old.part), {i: changed})


def _rotated(site: _Site) -> PlannedDefect:
    i = site.pick(*_SMALL, Family.INDUCTOR, suits=lambda p: p.kind.length < 8)
    old = site.placements[i]
    turn = site.sign() * (2.5 * site.variation + 4 + 40 * site.severity**1.5)
    return PlannedDefect(DefectKind.ROTATED, site.severity, _at(old.part), {i: replace(old, turn=turn)})


def _tombstoned(site: _Site) -> PlannedDefect:
    i = site.pick(*_CHIPS)
    old = site.placements[i]
    sign = site.sign()
    first, second = (1.0, 0.35) if sign > 0 else (0.35, 1.0)
    angle = sign * (14 + 70 * site.severity)
    changed = replace(old, tombstone=angle, solder=(old.solder[0] * first, old.solder[1] * second))
    return PlannedDefect(DefectKind.TOMBSTONED, site.severity, _at(old.part), {i: changed})


def _polarity(site: _Site) -> PlannedDefect:
    families = (Family.TANTALUM, Family.DIODE, Family.LED, Family.ELECTROLYTIC, Family.GULL_WING, Family.BGA)
    i = site.pick(*families, suits=lambda p: p.kind.polarised)
    old = site.placements[i]
    return PlannedDefect(DefectKind.POLARITY, site.severity, _at(old.part), {i: replace(old, flipped=True)})


_OTHER_VALUES: Final = ("683", "2R2", "151", "330", "LM358", "74LVC2", "AT24C", "336E", "15 50V", "M7", "K3", "560")
_LOOKALIKES: Final = MappingProxyType(
    {f"{a}{size}": f"{b}{size}" for size in ("0603", "0805", "1206") for a, b in (("R", "C"), ("C", "R"))}
)


def _wrong(site: _Site) -> PlannedDefect:
    i = site.pick(*_SMALL, Family.GULL_WING, Family.INDUCTOR, suits=lambda p: bool(p.value) or p.package in _LOOKALIKES)
    old = site.placements[i]
    value = str(site.rng.choice([v for v in _OTHER_VALUES if v != old.part.value]))
    kind = old.part.kind
    unreadable = not old.part.value or old.part.kind.width < 0.9
    if kind.name in _LOOKALIKES and (unreadable or site.severity > 0.6):
        kind = site.board.packages[_LOOKALIKES[kind.name]]
    part = replace(old.part, kind=kind, value=value, tint=old.part.tint + 3)
    return PlannedDefect(DefectKind.WRONG, site.severity, _at(part), {i: replace(old, part=part)})


def _joint(part: Part, row: Row, along: float, out: float) -> tuple[float, float]:
    """Return field coordinates of a point given along a row and outwards."""
    sign = 1.0 if row.side in (0, 1) else -1.0
    u, v = (sign * out, along) if row.side in (0, 2) else (along, sign * out)
    a = math.radians(part.rotation)
    return part.x + u * math.cos(a) - v * math.sin(a), part.y + u * math.sin(a) + v * math.cos(a)


def _a_joint(site: _Site, part: Part) -> tuple[Row, int, int]:
    """Draw a joint: its row, its index in the row and its number on the part."""
    number = int(site.rng.integers(0, part.kind.joints))
    first = 0
    for row in part.kind.rows:
        if number < first + row.count:
            return row, number - first, number
        first += row.count
    raise AssertionError("a joint beyond the last row")


def _along(row: Row, index: float) -> float:
    return (index - (row.count - 1) / 2) * row.pitch


def _bridge(site: _Site) -> PlannedDefect:
    i = site.pick(Family.GULL_WING, Family.SOCKET, suits=lambda p: p.kind.joints > 3)
    part = site.placements[i].part
    row, index, _ = _a_joint(site, part)
    index = min(index, row.count - 2)
    out = row.inner + (row.outer - row.inner) * float(site.rng.uniform(0.45, 0.85))
    x0, y0 = _joint(part, row, _along(row, index), out)
    x1, y1 = _joint(part, row, _along(row, index + 1), out + float(site.rng.normal(0, 0.08)))
    width, grain = 0.16 + 0.6 * site.severity, int(site.rng.integers(0, 1 << 20))
    ends = (x0, y0, x1, y1)
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    return PlannedDefect(
        DefectKind.BRIDGE, site.severity, middle, {}, lambda s: bridge(s, ends, width, grain), bridged=part.ref
    )


def _solder(site: _Site, kind: DefectKind, amount: float) -> PlannedDefect:
    i = site.pick(*_SMALL, Family.GULL_WING, Family.ELECTROLYTIC, Family.INDUCTOR, Family.SOCKET)
    old = site.placements[i]
    row, index, number = _a_joint(site, old.part)
    solder = list(old.solder)
    solder[number] = amount
    if site.severity > 0.7 and len(solder) <= 3:
        solder = [amount] * len(solder)
    out = (row.inner + row.outer) / 2
    at = _joint(old.part, row, _along(row, index), out)
    return PlannedDefect(kind, site.severity, at, {i: replace(old, solder=tuple(solder))})


def _insufficient(site: _Site) -> PlannedDefect:
    return _solder(site, DefectKind.INSUFFICIENT, 0.42 * (1 - site.severity))


def _excess(site: _Site) -> PlannedDefect:
    return _solder(site, DefectKind.EXCESS, 1.8 + 1.3 * site.severity)


def _ball(site: _Site) -> PlannedDefect:
    x, y = site.spot(0.15)
    radius = 0.11 + 0.34 * site.severity
    return PlannedDefect(DefectKind.BALL, site.severity, (x, y), {}, lambda s: ball(s, x, y, radius))


def _lifted(site: _Site) -> PlannedDefect:
    i = site.pick(Family.GULL_WING, suits=lambda p: p.kind.joints > 3)
    old = site.placements[i]
    row, index, number = _a_joint(site, old.part)
    lift, solder = list(old.lift), list(old.solder)
    lift[number], solder[number] = 0.3 + 1.1 * site.severity, 0.5 - 0.3 * site.severity
    at = _joint(old.part, row, _along(row, index), row.reach)
    return PlannedDefect(
        DefectKind.LIFTED, site.severity, at, {i: replace(old, lift=tuple(lift), solder=tuple(solder))}
    )


def _scratch(site: _Site) -> PlannedDefect:
    x, y = site.spot(0.4)
    angle, grain = float(site.rng.uniform(0, 360)), int(site.rng.integers(0, 1 << 20))
    length, width = 1.8 + 26 * site.severity**2, 0.09 + 0.18 * site.severity
    depth = 0.45 + 0.55 * site.severity
    # fibres of the laminate, which are pale; a pale solder mask shows dirt in the furrow instead
    colour = (84, 74, 56) if min(site.board.mask[1][:2]) > _PALE else (186, 176, 142)
    return PlannedDefect(
        DefectKind.SCRATCH,
        site.severity,
        (x, y),
        {},
        lambda s: scratch(s, x, y, angle, length, width, depth, grain, colour),
    )


def _contamination(site: _Site) -> PlannedDefect:
    x, y = site.spot(-0.2)
    grain = int(site.rng.integers(0, 1 << 20))
    if site.rng.random() < 0.4:
        angle, length = float(site.rng.uniform(0, 360)), 1.5 + 7 * site.severity
        width, bend = 0.07 + 0.05 * site.severity, float(site.rng.normal(0, 0.4))
        return PlannedDefect(
            DefectKind.CONTAMINATION,
            site.severity,
            (x, y),
            {},
            lambda s: fibre(s, x, y, angle, length, width, bend, grain),
        )
    radius, strength = 0.5 + 3.0 * site.severity, 0.35 + 0.45 * site.severity
    pale = bool(site.rng.random() < 0.6)
    return PlannedDefect(
        DefectKind.CONTAMINATION, site.severity, (x, y), {}, lambda s: stain(s, x, y, radius, strength, pale, grain)
    )


_STRAYS: Final = ("R0603", "C0603", "R0805", "C0805", "SOT23", "R1206", "C1206", "SOD-123", "TANT-B")


def _foreign(site: _Site) -> PlannedDefect:
    rank = min(int((0.75 * site.severity + 0.25 * site.rng.random()) * len(_STRAYS)), len(_STRAYS) - 1)
    x, y = site.spot(0.6)
    part = Part("X1", site.board.packages[_STRAYS[rank]], x, y, 0, "331", int(site.rng.integers(0, 7)))
    loose = place(part, 0, int(site.rng.integers(0, 1 << 30)), 1.0)
    loose = replace(loose, dx=0.0, dy=0.0, turn=float(site.rng.uniform(0, 360)))
    return PlannedDefect(DefectKind.FOREIGN, site.severity, (x, y), {}, lambda s: draw_body(s, loose))


_PLANS: Final[Mapping[DefectKind, Callable[[_Site], PlannedDefect]]] = MappingProxyType(
    {
        DefectKind.MISSING: _missing,
        DefectKind.SHIFTED: _shifted,
        DefectKind.ROTATED: _rotated,
        DefectKind.TOMBSTONED: _tombstoned,
        DefectKind.POLARITY: _polarity,
        DefectKind.WRONG: _wrong,
        DefectKind.BRIDGE: _bridge,
        DefectKind.INSUFFICIENT: _insufficient,
        DefectKind.EXCESS: _excess,
        DefectKind.BALL: _ball,
        DefectKind.LIFTED: _lifted,
        DefectKind.SCRATCH: _scratch,
        DefectKind.CONTAMINATION: _contamination,
        DefectKind.FOREIGN: _foreign,
    }
)


def plan_defect(
    kind: DefectKind, board: Product, placements: Sequence[Placement], rng: Rng, severity: float, variation: float
) -> PlannedDefect:
    """Choose the place and the appearance of a defect.

    Args:
        kind: Kind of defect.
        board: The product.
        placements: Placements of the parts without defects.
        rng: The defect's own random stream.
        severity: 0 barely visible to 1 gross.
        variation: Width of the process window; defects lie outside it.
    """
    return _PLANS[kind](_Site(board, placements, rng, severity, variation))
