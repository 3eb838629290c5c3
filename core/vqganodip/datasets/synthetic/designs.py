"""The products with a name: main parts at fixed positions, small parts in blocks placed where there is room."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from vqganodip.datasets.synthetic.layout import Colour, Legend, Part, Product, Rect
from vqganodip.datasets.synthetic.package import PACKAGES

__all__ = ["DESIGNS", "designed"]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Source of a layout: main parts at fixed positions, small parts in blocks placed where there is room."""

    title: str
    mask: tuple[Colour, Colour]
    main: tuple[tuple[str, float, float, int, str], ...]
    blocks: tuple[tuple[str, int, int, float, float, int, str], ...]
    bare: tuple[Rect, ...]
    barcode: tuple[float, float, float]
    serial: str
    finish: str


# A block: package, count, columns, where to look for room (x, y), rotation, values separated by blanks.
_PLANS: Final[Mapping[str, _Plan]] = MappingProxyType(
    {
        "gearbox": _Plan(
            "TCU-4 GEARBOX CTRL",
            ((10, 56, 34), (18, 88, 52)),
            (
                ("QFP64", 46.0, 44.0, 0, "TC264D"),
                ("SOCK-12", 30.0, 13.5, 180, ""),
                ("SOCK-8", 70.0, 12.8, 180, ""),
                ("SOIC16W", 79.5, 49.0, 90, "L9302"),
                ("SOIC14", 22.0, 41.0, 90, "LM2902"),
                ("SOIC8", 20.0, 58.0, 0, "TJA1043"),
                ("SOIC8", 66.0, 65.5, 0, "25LC256"),
                ("SOIC8", 80.0, 66.0, 90, "A4983"),
                ("ELKO-8", 15.5, 73.0, 0, "220 35V"),
                ("ELKO-8", 27.0, 73.0, 0, "220 35V"),
                ("ELKO-6", 86.0, 32.0, 90, "47 25V"),
                ("IND-7", 40.0, 73.0, 0, "220"),
                ("DPAK", 18.5, 29.0, 0, "60N06"),
                ("DPAK", 30.0, 29.0, 0, "60N06"),
                ("XTAL-HC49", 44.0, 60.0, 0, "20.000"),
                ("HDR-1X6", 56.0, 88.5, 0, ""),
                ("TANT-D", 78.0, 79.0, 0, "107C"),
            ),
            (
                ("C0603", 12, 4, 46, 30, 0, "- - -"),
                ("R0603", 14, 7, 62, 32, 90, "472 103 221"),
                ("R0805", 12, 4, 66, 52, 0, "103 103 472 104"),
                ("C0805", 10, 5, 33, 56, 90, "- -"),
                ("TANT-B", 4, 2, 58, 74, 0, "226A 106C"),
                ("SMA", 4, 1, 90, 46, 90, "SS34"),
                ("R1206", 6, 2, 88, 58, 90, "R100 R050"),
                ("SOT23", 6, 3, 32, 46, 0, "1AM W5"),
                ("LED0805", 3, 3, 76, 88, 90, ""),
                ("R0603", 10, 5, 60, 60, 0, "103 222"),
                ("C0603", 12, 6, 30, 64, 90, "- -"),
                ("SOD-123", 4, 2, 14, 48, 0, "A7"),
                ("C1206", 6, 3, 52, 80, 90, "-"),
                ("R0805", 8, 4, 28, 84, 90, "000 472"),
                ("C0603", 8, 4, 86, 86, 0, "-"),
            ),
            ((68.5, 21.5, 76.5, 26.0),),
            (16.5, 85.5, 8.0),
            "TCU4",
            "tin",
        ),
        "gateway": _Plan(
            "GW-200 GATEWAY",
            ((8, 26, 62), (14, 42, 96)),
            (
                ("BGA-17", 40.0, 42.0, 0, "MCX6UL"),
                ("BGA-13", 62.0, 42.0, 0, "4G16D3"),
                ("QFP44", 40.0, 68.0, 0, "KSZ8081"),
                ("SOCK-8", 24.0, 12.8, 180, ""),
                ("HDR-2X8", 58.0, 11.0, 0, ""),
                ("SOIC8", 79.0, 42.0, 90, "W25Q128"),
                ("SOIC8", 22.0, 60.0, 0, "MAX3485"),
                ("SOIC14", 79.0, 60.0, 90, "74HC125"),
                ("IND-4", 17.0, 42.0, 0, "4R7"),
                ("IND-4", 17.0, 48.5, 0, "4R7"),
                ("ELKO-6", 17.5, 31.0, 0, "100 16V"),
                ("XTAL-5032", 40.0, 56.5, 0, "25.00"),
                ("XTAL-5032", 56.0, 62.0, 90, "24.00"),
                ("TANT-D", 83.0, 27.0, 90, "477A"),
                ("HDR-1X6", 66.0, 89.0, 0, ""),
            ),
            (
                ("C0603", 16, 8, 42, 28, 90, "- -"),
                ("C0603", 12, 6, 62, 29, 90, "-"),
                ("R0603", 16, 8, 62, 54, 90, "330 103"),
                ("C0603", 12, 2, 28, 42, 0, "- -"),
                ("R0603", 12, 3, 70, 68, 0, "49R9 102"),
                ("R0805", 8, 4, 26, 70, 90, "103 472"),
                ("C0805", 8, 4, 20, 54, 0, "-"),
                ("TANT-B", 4, 2, 74, 20, 0, "106C 476J"),
                ("LED0805", 5, 5, 84, 86, 90, ""),
                ("R0603", 5, 5, 84, 82, 90, "471"),
                ("SOT23", 5, 5, 24, 80, 0, "2TY"),
                ("SMA", 2, 1, 88, 60, 90, "SS14"),
                ("C1206", 4, 4, 56, 78, 90, "-"),
                ("R0805", 6, 3, 34, 86, 0, "000 220"),
            ),
            ((72.0, 74.0, 78.0, 79.0),),
            (16.5, 86.0, 7.6),
            "GW20",
            "gold",
        ),
        "inverter": _Plan(
            "INV-3 GATE DRIVER",
            ((16, 16, 17), (30, 31, 32)),
            (
                ("DPAK", 17.0, 21.0, 0, "IRFR540"),
                ("DPAK", 28.0, 21.0, 0, "IRFR540"),
                ("DPAK", 39.0, 21.0, 0, "IRFR540"),
                ("DPAK", 50.0, 21.0, 0, "IRFR540"),
                ("DPAK", 61.0, 21.0, 0, "IRFR540"),
                ("DPAK", 72.0, 21.0, 0, "IRFR540"),
                ("SOIC16W", 24.0, 46.0, 90, "IR2110"),
                ("SOIC16W", 44.0, 46.0, 90, "IR2110"),
                ("SOIC16W", 64.0, 46.0, 90, "IR2110"),
                ("QFP44", 50.0, 69.0, 0, "STM32F1"),
                ("ELKO-8", 85.0, 43.0, 90, "100 63V"),
                ("ELKO-8", 85.0, 55.0, 90, "100 63V"),
                ("ELKO-8", 85.0, 67.0, 90, "100 63V"),
                ("IND-7", 17.0, 66.0, 90, "101"),
                ("SOCK-12", 50.0, 87.0, 0, ""),
                ("SOIC8", 30.0, 66.0, 90, "LM2675"),
                ("SOIC8", 69.0, 69.0, 0, "INA240"),
                ("XTAL-5032", 50.0, 58.0, 0, "8.000"),
            ),
            (
                ("R1206", 12, 6, 46, 33, 90, "R005 R010"),
                ("SMA", 6, 6, 44, 38, 90, "MUR1"),
                ("C1206", 8, 2, 34, 46, 0, "-"),
                ("C1206", 4, 1, 54, 46, 0, "-"),
                ("R0805", 12, 6, 28, 58, 90, "220 103"),
                ("C0805", 10, 5, 66, 60, 90, "- -"),
                ("C0603", 12, 6, 50, 79, 90, "-"),
                ("R0603", 12, 4, 62, 78, 0, "103 102"),
                ("TANT-B", 3, 3, 24, 76, 90, "226V"),
                ("SOT23", 6, 3, 76, 76, 0, "1P"),
                ("SOD-123", 6, 3, 34, 79, 0, "T4"),
                ("LED0805", 2, 2, 82, 80, 90, ""),
                ("R0805", 8, 4, 20, 56, 0, "472"),
            ),
            ((79.0, 20.0, 90.0, 26.0), (79.0, 28.0, 90.0, 33.0)),
            (16.5, 86.0, 7.6),
            "INV3",
            "tin",
        ),
    }
)

DESIGNS: Final[tuple[str, ...]] = tuple(_PLANS)
"""Names of these products."""

_OUTLINE: Final[Rect] = (4.5, 4.5, 95.5, 95.5)
_FIDUCIALS: Final = ((8.0, 17.5), (92.0, 17.5), (91.5, 74.5))
_HOLES: Final = ((8.8, 8.8, 1.6), (91.2, 8.8, 1.6), (8.8, 91.2, 1.6), (91.2, 91.2, 1.6))


class _Placer:
    """Layout in progress: the occupied rectangles, and a search for room for blocks of small parts."""

    def __init__(self, plan: _Plan) -> None:
        self.parts: list[Part] = []
        self._numbers: dict[str, int] = {}
        x, y, side = plan.barcode
        half = side / 2 + 0.8
        self._occupied: list[Rect] = [(x - half, y - half, x + half, y + half)]
        self._occupied += [(px - 2, py - 2, px + 2, py + 2) for px, py in _FIDUCIALS]
        self._occupied += [(hx - r - 1.6, hy - r - 1.6, hx + r + 1.6, hy + r + 1.6) for hx, hy, r in _HOLES]
        self._occupied += [(r[0] - 0.8, r[1] - 0.8, r[2] + 0.8, r[3] + 0.8) for r in plan.bare]

    def add(self, package: str, x: float, y: float, rotation: int, value: str) -> None:
        kind = PACKAGES[package]
        prefix = kind.prefix
        self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
        tint = len(self.parts) % 7
        part = Part(f"{prefix}{self._numbers[prefix]}", kind, x, y, rotation, value, tint)
        self.parts.append(part)
        self._occupied.append(part.courtyard(0.45))

    def _free(self, rect: Rect) -> bool:
        x0, y0, x1, y1 = rect
        if x0 < _OUTLINE[0] + 2 or y0 < _OUTLINE[1] + 2 or x1 > _OUTLINE[2] - 2 or y1 > _OUTLINE[3] - 2:
            return False
        return all(x1 <= t[0] or t[2] <= x0 or y1 <= t[1] or t[3] <= y0 for t in self._occupied)

    def block(self, package: str, count: int, columns: int, x: float, y: float, rotation: int, values: str) -> None:
        """Place a block in the free area nearest to (x, y); a block without room is split in two."""
        u, v = PACKAGES[package].reach
        if rotation % 180:
            u, v = v, u
        step_x, step_y = 2 * u + 0.7, 2 * v + 1.5
        rows = math.ceil(count / columns)
        width, height = step_x * columns, step_y * rows
        for dx, dy in _SPIRAL:
            left, top = x + dx - width / 2, y + dy - height / 2
            if self._free((left, top, left + width, top + height)):
                names = values.split() or [""]
                for index in range(count):
                    row, column = divmod(index, columns)
                    value = names[index % len(names)]
                    px, py = left + (column + 0.5) * step_x, top + (row + 0.5) * step_y
                    self.add(package, round(px, 3), round(py + 0.35, 3), rotation, "" if value == "-" else value)
                return
        if count > 1:
            half = math.ceil(count / 2)
            for part in (half, count - half):
                self.block(package, part, max(1, min(columns, part) // 2), x, y, rotation, values)


def _spiral(radius: float, step: float) -> Sequence[tuple[float, float]]:
    n = int(radius / step)
    points = [(i * step, j * step) for i in range(-n, n + 1) for j in range(-n, n + 1)]
    return sorted(points, key=lambda p: (p[0] ** 2 + p[1] ** 2, p))


_SPIRAL: Final = tuple(_spiral(26.0, 0.5))


def designed(name: str) -> Product:
    """Lay out the product of that name, one of DESIGNS."""
    plan = _PLANS[name]
    placer = _Placer(plan)
    for package, x, y, rotation, value in plan.main:
        placer.add(package, x, y, rotation, value)
    for block in plan.blocks:
        placer.block(*block)
    title_x, title_y = (50.0, 8.0) if name == "inverter" else (33.0, 93.0)
    return Product(
        name=name,
        mask=plan.mask,
        outline=_OUTLINE,
        parts=tuple(placer.parts),
        fiducials=_FIDUCIALS,
        holes=_HOLES,
        bare=plan.bare,
        barcode=plan.barcode,
        legends=(
            Legend(plan.title, title_x, title_y, 1.5),
            Legend("REV C   94V-0", 78.0, 93.4, 1.1),
            Legend("SN", plan.barcode[0] - 6.2, plan.barcode[1], 1.0, 90),
        ),
        serial=plan.serial,
        finish=plan.finish,
    )
