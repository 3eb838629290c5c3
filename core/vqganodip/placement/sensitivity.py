"""Sensitivity by part: rules for parts and packages, and the places of the board on which they weigh the evidence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import numpy as np

from vqganodip.errors import DatasetError
from vqganodip.placement.laid_parts import LaidPart, Point
from vqganodip.placement.record import PlacementRecord

__all__ = ["FACTORS", "Kept", "Level", "Rule", "SensitivityRecord", "WeighedPart", "sensitivity_of"]


class Level(StrEnum):
    """Level of a part: how much the evidence on it counts."""

    STRICT = "strict"
    NORMAL = "normal"
    LOOSE = "loose"
    IGNORED = "ignored"


FACTORS: Final[Mapping[Level, float]] = {Level.STRICT: 1.5, Level.NORMAL: 1.0, Level.LOOSE: 0.5, Level.IGNORED: 0.0}
"""Factor of the evidence on a part; ignored parts are left out like ignore regions."""

MARGIN_MM: Final = 0.5
"""Room around the outline of a part that belongs to it: its joints."""

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """Level of a part, or of all parts of a package.

    Attributes:
        of_package: True if the name is that of a package.
        name: Reference designator or package.
        level: Its level. A rule for a part comes before one for its package.
    """

    of_package: bool
    name: str
    level: Level


@dataclass(frozen=True, slots=True)
class WeighedPart:
    """A part whose evidence is weighed.

    Attributes:
        ref_des: Its reference designator.
        level: Its level.
        corners: Four corners of its outline with the joints around it, in pixels of the working grid.
    """

    ref_des: str
    level: Level
    corners: tuple[Point, ...]


Kept = tuple[Point, ...]
"""Corners of the outline of a neighbour of weighed parts, within which nothing is weighed."""


@dataclass(frozen=True, slots=True)
class SensitivityRecord:
    """Rules with the places that follow from them, as bundles and workspaces keep them.

    Attributes:
        grid: (width, height) of the working grid.
        rules: By package, then by part, in order of their names; empty if nothing is weighed.
        parts: The parts on the picture that the rules concern.
        kept: Outlines of other parts close to these.
        signed_by: Who signed it.
        reason: Why.
    """

    grid: tuple[int, int]
    rules: tuple[Rule, ...]
    parts: tuple[WeighedPart, ...] = field(repr=False)
    kept: tuple[Kept, ...] = field(default=(), repr=False)
    signed_by: str = ""
    reason: str = ""

    @property
    def digest(self) -> str:
        """Hash of what changes scores: grid and places, not who signed it; empty if nothing is weighed."""
        if not self.parts:
            return ""
        values = self.to_dict()
        said = [values[name] for name in ("grid", "parts", "kept")]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    @property
    def loosened(self) -> tuple[WeighedPart, ...]:
        """Parts whose evidence counts less than usual, or not at all."""
        return tuple(part for part in self.parts if FACTORS[part.level] < 1)

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON values."""
        return {
            "format": _FORMAT,
            "grid": list(self.grid),
            "rules": [[rule.of_package, rule.name, rule.level.value] for rule in self.rules],
            "parts": [[part.ref_des, part.level.value, _rounded(part.corners)] for part in self.parts],
            "kept": [_rounded(corners) for corners in self.kept],
            "signed_by": self.signed_by,
            "reason": self.reason,
        }

    @classmethod
    def from_dict(cls, about: Mapping[str, Any]) -> SensitivityRecord:
        """The record of :meth:`to_dict`.

        Raises:
            KeyError, TypeError, ValueError: These are not the values of a record of this version.
        """
        if int(about["format"]) != _FORMAT:
            raise ValueError(f"format {about['format']}")
        width, height = (int(v) for v in about["grid"])
        return cls(
            grid=(width, height),
            rules=tuple(Rule(bool(of_package), str(name), Level(level)) for of_package, name, level in about["rules"]),
            parts=tuple(WeighedPart(str(n), Level(level), _points(corners)) for n, level, corners in about["parts"]),
            kept=tuple(_points(corners) for corners in about["kept"]),
            signed_by=str(about["signed_by"]),
            reason=str(about["reason"]),
        )


def sensitivity_of(
    rules: Iterable[Rule], placement: PlacementRecord, *, signed_by: str = "", reason: str = ""
) -> SensitivityRecord:
    """Work out which places of the board some rules weigh.

    Args:
        rules: One for each part or package; those of the level ``normal`` only take parts out of a package's rule.
        placement: Names, packages and places of the parts.
        signed_by: Who signs it.
        reason: Why.

    Raises:
        DatasetError: The placement has no such part or package on the side of the picture.
    """
    given = sorted(set(rules))
    laid = [one for one in placement.laid() if not one.part.fiducial]
    names = {one.part.ref_des.casefold() for one in laid}
    packages = {one.part.package.casefold() for one in laid}
    for rule in given:
        if rule.name.casefold() not in (packages if rule.of_package else names) or not rule.name:
            raise DatasetError(
                "sensitivity-unknown",
                "the placement has no part or package {name} on this side",
                todo="See `vqganodip parts` for their names.",
                name=rule.name,
            )
    by_name = {rule.name.casefold(): rule.level for rule in given if not rule.of_package}
    by_package = {rule.name.casefold(): rule.level for rule in given if rule.of_package}
    levels = [
        by_name.get(one.part.ref_des.casefold(), by_package.get(one.part.package.casefold(), Level.NORMAL))
        for one in laid
    ]
    room = MARGIN_MM * placement.transform.px_per_mm
    weighed = [
        WeighedPart(one.part.ref_des, level, _grown(one.corners, room))
        for one, level in zip(laid, levels, strict=True)
        if level is not Level.NORMAL
    ]
    others = [one for one, level in zip(laid, levels, strict=True) if level is Level.NORMAL]
    kept = tuple(_points(one.corners) for one in others if any(_near(one, part) for part in weighed))
    return SensitivityRecord(placement.grid, tuple(given) if weighed else (), tuple(weighed), kept, signed_by, reason)


def _grown(corners: Sequence[Point], room: float) -> tuple[Point, ...]:
    """Corners of a rectangle with room on every side."""
    a, b, c, d = (np.array(corner) for corner in corners)
    along, across = (b - a) / max(float(np.hypot(*(b - a))), 1e-9), (d - a) / max(float(np.hypot(*(d - a))), 1e-9)
    grown = (a - along - across, b + along - across, c + along + across, d - along + across)
    moved = [corner + (new - corner) * room for corner, new in zip((a, b, c, d), grown, strict=True)]
    return _points(moved)


def _points(corners: Iterable[Any]) -> tuple[Point, ...]:
    return tuple((round(float(x), 2), round(float(y), 2)) for x, y in corners)


def _rounded(corners: Iterable[Point]) -> list[list[float]]:
    return [[x, y] for x, y in corners]


def _near(one: LaidPart, part: WeighedPart) -> bool:
    """True if the boxes around both share a pixel."""
    box = one.box
    xs, ys = [x for x, _ in part.corners], [y for _, y in part.corners]
    return box.x0 <= max(xs) and min(xs) <= box.x1 and box.y0 <= max(ys) and min(ys) <= box.y1
