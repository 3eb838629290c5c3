"""Layout of a product: its parts with their positions, and everything else that is the same on each of its boards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vqganodip.datasets.synthetic.canvas import FIELD_MM
from vqganodip.datasets.synthetic.optics import USUAL_OPTICS, Optics
from vqganodip.datasets.synthetic.package import PACKAGES, Package

__all__ = ["Colour", "Legend", "Part", "Product", "Rect"]

Colour = tuple[int, int, int]
"""An sRGB colour, 0..255."""

Rect = tuple[float, float, float, float]
"""(x0, y0, x1, y1) in millimetres of the field."""


@dataclass(frozen=True, slots=True)
class Part:
    """A placed component.

    Attributes:
        ref: Reference designator, e.g. ``R12``.
        kind: Its package.
        x: Centre, millimetres of the field.
        y: Centre, downwards.
        rotation: 0, 90, 180 or 270 degrees, clockwise in the image.
        value: Text printed on it; empty for parts without marking.
        tint: Small number that selects a variant of the family (the colour of a capacitor).
    """

    ref: str
    kind: Package
    x: float
    y: float
    rotation: int
    value: str
    tint: int = 0

    @property
    def package(self) -> str:
        """Name of the package."""
        return self.kind.name

    def courtyard(self, margin: float = 0.0) -> Rect:
        """The rectangle (x0, y0, x1, y1) of body and pads in the field."""
        u, v = self.kind.reach
        if self.rotation % 180:
            u, v = v, u
        return self.x - u - margin, self.y - v - margin, self.x + u + margin, self.y + v + margin


@dataclass(frozen=True, slots=True)
class Legend:
    """A line of text in the silkscreen: centre in millimetres of the field, height of its capitals, degrees."""

    content: str
    x: float
    y: float
    size: float
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Product:
    """A product of the line.

    Attributes:
        name: Name, see :func:`vqganodip.datasets.synthetic.product.product`.
        mask: sRGB colours of the solder mask over laminate and over copper.
        outline: (x0, y0, x1, y1) of the board in millimetres of the field.
        parts: Components in placement order.
        fiducials: Centres of the fiducials in millimetres of the field.
        holes: (x, y, radius) of plated mounting holes.
        bare: (x0, y0, x1, y1) of large tinned pads without a component.
        barcode: (x, y, side) of the label with the serial number.
        legends: Texts in the silkscreen besides the reference designators; the first is the title.
        serial: Letters before the running number.
        finish: Plating of bare pads, ``tin``, ``gold``, ``silver`` or ``copper``.
        silk: sRGB colour of the silkscreen.
        packages: Packages that are used on this product, by name; parts that are fitted by mistake come from here.
        gloss: Gloss of the solder mask, 0 matt to 1 mirror.
        field_mm: Side of the camera's field in millimetres.
        optics: Lamps and camera of its line.
    """

    name: str
    mask: tuple[Colour, Colour]
    outline: Rect
    parts: tuple[Part, ...] = field(repr=False)
    fiducials: tuple[tuple[float, float], ...]
    holes: tuple[tuple[float, float, float], ...]
    bare: tuple[Rect, ...]
    barcode: tuple[float, float, float]
    legends: tuple[Legend, ...]
    serial: str
    finish: str
    silk: Colour = (232, 232, 224)
    packages: Mapping[str, Package] = field(default_factory=lambda: PACKAGES, repr=False)
    gloss: float = 0.62
    field_mm: float = FIELD_MM
    optics: Optics = USUAL_OPTICS
