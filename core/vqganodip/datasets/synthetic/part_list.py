"""Placement file of a rendered product: the parts with the names printed on its silkscreen, in KiCad's form."""

from __future__ import annotations

from typing import Final

from vqganodip.datasets.synthetic.layout import Part, Product
from vqganodip.datasets.synthetic.package import Family
from vqganodip.placement.kicad import kicad_placement
from vqganodip.placement.parts import PlacedPart, Side

__all__ = ["placed_parts", "placement_text", "to_placement"]

_MADE_BY: Final = "VQGanoDIP"
_FIDUCIAL: Final = "Fiducial_1.5mm"
_UPRIGHT: Final = (Family.GULL_WING, Family.POWER, Family.HEADER)
"""Families whose rows of leads are drawn at the bottom and the top; footprints of KiCad have them at the sides."""

_STANDARD: Final = ("SOT23", "DPAK", "SMA", "SOD-123", "TANT-B", "TANT-D", "XTAL-HC49")
_CHIPS: Final = (Family.RESISTOR, Family.CAPACITOR, Family.LED)


def to_placement(board: Product, x: float, y: float) -> tuple[float, float]:
    """Millimetres of the placement, from the board's lower left corner upwards, of a place in the field."""
    return x - board.outline[0], board.outline[3] - y


def placed_parts(board: Product) -> tuple[PlacedPart, ...]:
    """The parts of a product in placement order, then its fiducials, as in a placement file."""
    parts = [_placed(board, part) for part in board.parts]
    for number, (x, y) in enumerate(board.fiducials, start=1):
        at = to_placement(board, x, y)
        parts.append(PlacedPart(f"FID{number}", *at, 0.0, Side.TOP, package=_FIDUCIAL, value="Fiducial"))
    return tuple(parts)


def placement_text(board: Product) -> str:
    """The placement file of a product in KiCad's form."""
    return kicad_placement(placed_parts(board), _MADE_BY)


def _placed(board: Product, part: Part) -> PlacedPart:
    x, y = to_placement(board, part.x, part.y)
    upright = part.kind.family in _UPRIGHT
    rotation = ((90 if upright else 0) - part.rotation) % 360
    return PlacedPart(part.ref, x, y, float(rotation), Side.TOP, package=_footprint(part, upright), value=part.value)


def _footprint(part: Part, upright: bool) -> str:
    """Name of the footprint: sizes that no standard fixes are within it, as in the libraries of KiCad."""
    kind = part.kind
    if kind.family in _CHIPS or kind.name in _STANDARD:
        return kind.name
    x, y = (kind.width, kind.length) if upright else (kind.length, kind.width)
    return f"{kind.name}_{x:.2f}x{y:.2f}mm"
