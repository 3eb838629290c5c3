"""Products at random, laid out from a seed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.layout import Colour, Legend, Part, Product, Rect
from vqganodip.datasets.synthetic.lettering import text
from vqganodip.datasets.synthetic.names import legends, printed, serial_letters, title
from vqganodip.datasets.synthetic.optics import varied_optics
from vqganodip.datasets.synthetic.package import Family, Package
from vqganodip.datasets.synthetic.placement import stream
from vqganodip.datasets.synthetic.room import Room
from vqganodip.datasets.synthetic.variety import varied_packages

__all__ = ["random_product"]

Rng = np.random.Generator

_MASKS: Final[tuple[tuple[float, Colour, Colour, float], ...]] = (
    (0.16, (10, 56, 34), (18, 88, 52), 0),
    (0.12, (14, 70, 30), (30, 110, 48), 0),
    (0.10, (26, 62, 22), (52, 98, 38), 0),
    (0.14, (8, 26, 62), (14, 42, 96), 0),
    (0.08, (10, 44, 92), (22, 70, 136), 0),
    (0.12, (16, 16, 17), (30, 31, 32), 0),
    (0.10, (88, 12, 14), (136, 22, 22), 0),
    (0.08, (44, 14, 60), (72, 26, 96), 0),
    (0.07, (180, 182, 176), (202, 204, 200), 1),
    (0.03, (140, 112, 20), (180, 148, 40), 1),
)
"""Solder masks: how often, colour over laminate, colour over copper, whether the silkscreen is dark."""

_BIG: Final = ("QFP64", "QFP44", "BGA-17", "BGA-13")
_MEDIUM: Final = ("SOIC8", "SOIC8", "SOIC14", "SOIC16W")
_GROUPS: Final = (("ELKO-8", 5), ("ELKO-6", 5), ("IND-7", 3), ("IND-4", 4), ("DPAK", 6), ("TANT-D", 3))
_QUARTZ: Final = ("XTAL-HC49", "XTAL-5032")
_PLUGS: Final = ("SOCK-8", "SOCK-12", "HDR-2X8", "HDR-1X6")
_SMALL: Final = (
    ("R0603", 20.0, 14), ("C0603", 22.0, 14), ("R0805", 14.0, 12), ("C0805", 11.0, 10), ("R1206", 6.0, 8),
    ("C1206", 5.0, 6), ("TANT-B", 5.0, 4), ("SMA", 5.0, 5), ("SOD-123", 5.0, 6), ("SOT23", 6.0, 6), ("LED0805", 4.0, 5),
)  # fmt: skip
"""Small parts: package, how often it is used, largest block."""

_NEEDED: Final = ("R0805", "C0603", "R0603", "SOD-123", "LED0805", "TANT-B")
_CHIPS: Final = (Family.RESISTOR, Family.CAPACITOR, Family.LED)
_EDGE_MM: Final = 2.0
_FAILURES: Final = 40
_FEWEST: Final = 104
_NARROWEST: Final = 0.6
_WIDEST: Final = 1.4
"""Field of the camera at full variety, of the usual one."""


def _yard(kind: Package, rotation: int) -> Rect:
    """Reach of a part with its silkscreen and its designator left, up, right and down from its centre."""
    u, v = kind.reach
    if kind.family in _CHIPS:
        margin, tail = 0.38, 0.38
    else:
        margin = 0.5
        tail = {True: 0.9, False: margin}[kind.polarised]
        tail = 1.15 if kind.family in (Family.GULL_WING, Family.BGA) else tail
    # the mark of pin 1 or of the polarity lies at -u
    sides = [u + tail, v + margin, u + margin, v + margin]
    turns = rotation // 90
    left, up, right, down = sides[-turns:] + sides[:-turns] if turns else sides
    letters = 0.62 if max(kind.reach) < 3.5 else 0.95
    above = (0.18 if kind.family in _CHIPS else 0.48) + letters + 0.15
    top = v if rotation % 180 == 0 else u
    return left, max(up, top + above), right, down


class _Draft:
    """Layout in progress."""

    def __init__(self, packages: Mapping[str, Package], field_mm: float, outline: Rect) -> None:
        self.packages, self.outline = packages, outline
        x0, y0, x1, y1 = outline
        e = _EDGE_MM
        self.room = Room(field_mm, (x0 + e, y0 + e, x1 - e, y1 - e))
        self.parts: list[Part] = []
        self._numbers: dict[str, int] = {}

    def within(self, rng: Rng) -> tuple[float, float]:
        """Draw a point of the board."""
        x0, y0, x1, y1 = self.outline
        return float(rng.uniform(x0, x1)), float(rng.uniform(y0, y1))

    def reserve(self, width: float, height: float, near: tuple[float, float]) -> Rect | None:
        """Take the free rectangle of that size nearest to a point."""
        rect = self.room.find(width, height, near)
        if rect is not None:
            self.room.take(rect)
        return rect

    def block(
        self,
        package: str,
        count: int,
        columns: int,
        near: tuple[float, float],
        rotation: int,
        values: tuple[str, ...],
        tint: int,
        gap: float = 0.0,
    ) -> int:
        """Place parts in rows where there is room nearest to a point, in smaller blocks if need be.

        Returns:
            Number of parts for which there was room.
        """
        kind = self.packages[package]
        left, up, right, down = _yard(kind, rotation)
        step_x, step_y = left + right + gap, up + down + gap
        rows = math.ceil(count / columns)
        rect = self.reserve(step_x * columns, step_y * rows, near)
        if rect is None:
            if count == 1:
                return 0
            half = math.ceil(count / 2)
            return sum(
                self.block(package, n, max(1, min(columns, n) // 2), near, rotation, values, tint, gap)
                for n in (half, count - half)
            )
        for index in range(count):
            row, column = divmod(index, columns)
            x, y = rect[0] + column * step_x + gap / 2 + left, rect[1] + row * step_y + gap / 2 + up
            self._add(kind, round(x, 3), round(y, 3), rotation, values[index % len(values)], tint)
        return count

    def _add(self, kind: Package, x: float, y: float, rotation: int, value: str, tint: int) -> None:
        number = self._numbers[kind.prefix] = self._numbers.get(kind.prefix, 0) + 1
        self.parts.append(Part(f"{kind.prefix}{number}", kind, x, y, rotation, value, tint))


def _rotation(kind: Package, rng: Rng) -> int:
    """Draw a rotation; a polarity mark never lies under the designator above the part."""
    if kind.family in (Family.GULL_WING, Family.BGA) or not kind.polarised:
        return int(rng.integers(0, 4)) * 90
    return (0, 180, 270)[int(rng.integers(0, 3))]


def _outline(field_mm: float, rng: Rng) -> Rect:
    """Draw the outline; the board reaches from rail to rail, but not always from top to bottom."""
    margin = 0.045 * field_mm
    spare = (0.0, 0.0)
    if rng.random() < 0.5:
        total = float(rng.uniform(0.0, 0.22)) * field_mm
        share = float(rng.uniform(0.3, 0.7))
        spare = (round(total * share, 2), round(total * (1 - share), 2))
    return margin, margin + spare[0], field_mm - margin, field_mm - margin - spare[1]


def _holes(draft: _Draft, rng: Rng) -> tuple[tuple[float, float, float], ...]:
    x0, y0, x1, y1 = draft.outline
    radius = round(float(rng.uniform(1.3, 2.1)), 2)
    inset = radius + round(float(rng.uniform(2.4, 3.4)), 2)
    corners = [(x0 + inset, y0 + inset), (x1 - inset, y0 + inset), (x0 + inset, y1 - inset), (x1 - inset, y1 - inset)]
    chosen = (corners, corners[::3], corners[1:3], corners[:3], corners[1:])[
        int(rng.choice(5, p=(0.6, 0.1, 0.1, 0.1, 0.1)))
    ]
    for x, y in chosen:
        reach = radius + 1.6
        draft.room.take((x - reach, y - reach, x + reach, y + reach))
    return tuple((x, y, radius) for x, y in chosen)


def _fiducials(draft: _Draft, rng: Rng) -> tuple[tuple[float, float], ...]:
    x0, y0, x1, y1 = draft.outline
    corners = [(x0, y0), (x1, y0), (x0, y1), (x1, y1)]
    found = []
    for corner in rng.permutation(4)[: int(rng.choice((2, 3, 3, 3, 4)))]:
        x, y = corners[int(corner)]
        inward = rng.uniform(0, 14, 2)
        near = (x + float(inward[0]) * (1 if x == x0 else -1), y + float(inward[1]) * (1 if y == y0 else -1))
        rect = draft.reserve(4.5, 4.5, near)
        if rect is not None:
            found.append((rect[0] + 2.25, rect[1] + 2.25))
    return tuple(found)


def _edge(draft: _Draft, rng: Rng) -> tuple[tuple[float, float], int]:
    """Draw a point on an edge, and the rotation of a plug there."""
    x0, y0, x1, y1 = draft.outline
    x, y = draft.within(rng)
    return (((x, y1), 0), ((x0, y), 90), ((x, y0), 180), ((x1, y), 270))[int(rng.integers(0, 4))]


def _label(draft: _Draft, field_mm: float, rng: Rng) -> tuple[tuple[float, float, float], Legend]:
    """Find room for the label, of a size that the camera can read, and for the letters next to it."""
    side = round(float(rng.uniform(0.076, 0.084)) * field_mm, 2)
    near, _ = _edge(draft, rng)
    rect = draft.reserve(side + 4.2, side + 2.8, near)
    assert rect is not None, "the board is still empty"
    x, y = round(rect[0] + 3.2 + side / 2, 3), round(rect[1] + 0.9 + side / 2, 3)
    return (x, y, side), Legend("SN", round(x - side / 2 - 1.9, 3), y, 1.0, 90)


def _legends(draft: _Draft, scale: float, rng: Rng) -> tuple[Legend, ...]:
    lines = [
        (title(rng), float(rng.uniform(1.35, 1.9))),
        *((line, float(rng.uniform(0.95, 1.2))) for line in legends(rng)),
    ]
    placed = []
    for content, usual in lines:
        size = round(usual * scale, 3)
        bitmap = text(content, 2)
        width = size * bitmap.shape[1] / bitmap.shape[0]
        near, _ = _edge(draft, rng)
        rect = draft.reserve(width + 1.2, size + 0.9, near)
        if rect is not None:
            placed.append(Legend(content, (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2, size))
    return tuple(placed)


def _bare(draft: _Draft, rng: Rng) -> tuple[Rect, ...]:
    pads = []
    for _ in range(int(rng.choice((0, 1, 1, 2, 3)))):
        width, height = float(rng.uniform(4, 11)), float(rng.uniform(3.5, 6.5))
        near, _ = _edge(draft, rng)
        rect = draft.reserve(width + 1.6, height + 1.6, near)
        if rect is not None:
            pads.append((rect[0] + 0.8, rect[1] + 0.8, rect[2] - 0.8, rect[3] - 0.8))
    return tuple(pads)


def _main_parts(draft: _Draft, area: float, rng: Rng) -> None:
    """Place plugs at the edges, then circuits, coils, large capacitors and power transistors."""

    def one(
        package: str, near: tuple[float, float], rotation: int | None = None, count: int = 1, columns: int = 1
    ) -> None:
        kind = draft.packages[package]
        turn = _rotation(kind, rng) if rotation is None else rotation
        draft.block(package, count, columns, near, turn, (printed(kind, rng),), int(rng.integers(0, 7)), 0.3)

    def among(names: tuple[str, ...]) -> str:
        return names[int(rng.integers(0, len(names)))]

    x0, y0, x1, y1 = draft.outline
    for _ in range(max(1, round(area * int(rng.integers(1, 4))))):
        near, rotation = _edge(draft, rng)
        one(among(_PLUGS), near, rotation)
    for _ in range(max(1, round(area * int(rng.integers(1, 4))))):
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        offset = rng.uniform(-0.33, 0.33, 2)
        near = (middle[0] + float(offset[0]) * (x1 - x0), middle[1] + float(offset[1]) * (y1 - y0))
        one(among(_BIG), near)
        if rng.random() < 0.6:
            one(among(_QUARTZ), near)
    for _ in range(max(2, round(area * int(rng.integers(2, 7))))):
        one(among(_MEDIUM), draft.within(rng))
    for index in rng.permutation(len(_GROUPS))[: max(1, round(area * int(rng.integers(2, 5))))]:
        package, most = _GROUPS[int(index)]
        count = int(rng.integers(1, most + 1))
        one(package, draft.within(rng), None, count, count if rng.random() < 0.5 else 1)


def _small_parts(draft: _Draft, wanted: int, rng: Rng) -> None:
    """Place blocks of small parts, most of them around the main parts, until there are as many as wanted."""
    centres = [(part.x, part.y, max(part.kind.reach)) for part in draft.parts]
    # every product has its habits: one is full of 0603, another one of 0805
    habits = np.array([often for _, often, _ in _SMALL]) * rng.gamma(1.2, 1.0, len(_SMALL))
    habits /= habits.sum()
    most = {name: block for name, _, block in _SMALL}
    gap = float(rng.uniform(0.0, 0.45))
    failures, needed = 0, list(_NEEDED)
    while len(draft.parts) < wanted and failures < _FAILURES:
        package = needed.pop() if needed else _SMALL[int(rng.choice(len(_SMALL), p=habits))][0]
        kind = draft.packages[package]
        count = min(int(rng.integers(2, most[package] + 1)), wanted - len(draft.parts))
        near = draft.within(rng)
        if rng.random() < 0.7:
            x, y, reach = centres[int(rng.integers(0, len(centres)))]
            angle, far = float(rng.uniform(0, 2 * math.pi)), reach + float(rng.uniform(2, 8))
            near = x + far * math.cos(angle), y + far * math.sin(angle)
        values = tuple(printed(kind, rng) for _ in range(int(rng.integers(1, 4))))
        columns = int(rng.integers(1, count + 1))
        placed = draft.block(package, count, columns, near, _rotation(kind, rng), values, int(rng.integers(0, 7)), gap)
        failures += placed == 0


def _shade(colour: Colour, factors: NDArray[np.float64]) -> Colour:
    red, green, blue = (int(np.clip(round(c * float(f)), 4, 240)) for c, f in zip(colour, factors, strict=True))
    return red, green, blue


def random_product(name: str, seed: int, variety: float) -> Product:
    """Lay out the product of that seed.

    Args:
        name: Its name.
        seed: Any non-negative integer.
        variety: 0 for the packages, the light and the camera of the designed products.
    """
    rng = stream(seed, "product scale")
    # as many products with small parts as with large ones
    field_mm = round(100 * math.exp(float(rng.uniform(math.log(_NARROWEST), math.log(_WIDEST))) * variety), 1)
    packages = varied_packages(variety, stream(seed, "product packages"))
    rng = stream(seed, "product board")
    outline = _outline(field_mm, rng)
    draft = _Draft(packages, field_mm, outline)
    area = (outline[2] - outline[0]) * (outline[3] - outline[1]) / 91.0**2
    holes = _holes(draft, rng)
    barcode, legend = _label(draft, field_mm, rng)
    fiducials = _fiducials(draft, rng)
    texts = _legends(draft, (field_mm / 100) ** 0.7, rng)
    bare = _bare(draft, rng)
    rng = stream(seed, "product parts")
    _main_parts(draft, area, rng)
    fewest = round(_FEWEST * min(1.0, (field_mm / 100) ** 2))
    _small_parts(draft, max(fewest, round(area * float(rng.uniform(116, 220)))), rng)
    rng = stream(seed, "product looks")
    chances = np.array([mask[0] for mask in _MASKS])
    _, laminate, copper, dark = _MASKS[int(rng.choice(len(_MASKS), p=chances / chances.sum()))]
    factors = np.clip(rng.normal(1.0, 0.1), 0.8, 1.2) * np.clip(rng.normal(1.0, 0.05, 3), 0.85, 1.15)
    gold = rng.random() < 0.4
    finish = (
        ("silver", "copper")[int(rng.integers(0, 2))] if rng.random() < 0.4 * variety else "gold" if gold else "tin"
    )
    return Product(
        name=name,
        mask=(_shade(laminate, factors), _shade(copper, factors)),
        outline=outline,
        parts=tuple(draft.parts),
        fiducials=fiducials,
        holes=holes,
        bare=bare,
        barcode=barcode,
        legends=(*texts, legend),
        serial=serial_letters(rng),
        finish=finish,
        silk=(26, 26, 28) if dark else (232, 232, 224),
        packages=packages,
        gloss=0.62 + float(rng.uniform(-0.3, 0.14)) * variety,
        field_mm=field_mm,
        optics=varied_optics(variety, stream(seed, "product optics")),
    )
