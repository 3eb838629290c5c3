"""Outlines of packages by their names: sizes of body and leads in millimetres."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

__all__ = ["USUAL_SIZE_MM", "Outline", "outline_of"]

USUAL_SIZE_MM: Final = 3.0
"""Side of the square that is drawn for a package of unknown size, unless another is given."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Rectangle around body and leads of a package at rotation 0, as footprints of KiCad and IPC-7351 lie.

    Chips lie along x; packages with two rows of leads have them on the left and on the right.

    Attributes:
        width: Along x, millimetres.
        height: Along y, millimetres.
        source: Where the size is from; empty if the package is unknown.
    """

    width: float
    height: float
    source: str = ""

    @property
    def known(self) -> bool:
        """False if the usual size was taken."""
        return self.source != ""


_CHIPS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "01005": (0.4, 0.2), "0201": (0.6, 0.3), "0402": (1.0, 0.5), "0603": (1.6, 0.8), "0805": (2.0, 1.25),
        "1206": (3.2, 1.6), "1210": (3.2, 2.5), "1808": (4.5, 2.0), "1812": (4.5, 3.2), "2010": (5.0, 2.5),
        "2220": (5.7, 5.0), "2512": (6.35, 3.2),
    }
)  # fmt: skip
"""Chips by their size in hundredths of an inch: length, width."""

_NAMED: Final[tuple[tuple[str, float, float, str], ...]] = (
    (r"SOT-?23(?:-[3L])?(?!-?[0-9])|TO-?236", 2.4, 2.9, "Microchip C04-104 (JEDEC TO-236)"),
    (r"T?SOT-?23-?[568]|SOT-?25|SOT-?26|SC-?74", 2.8, 2.9, "JEDEC MO-178"),
    (r"SOT-?223|TO-?261", 7.0, 6.5, "NXP SOT223-1 (JEDEC TO-261)"),
    (r"SOT-?89|TO-?243", 4.1, 4.5, "JEDEC TO-243"),
    (r"SOT-?(?:323|353|363)|SC-?70|SC-?88", 2.1, 2.0, "NXP SOT353-1 (JEDEC MO-203)"),
    (r"SOT-?143", 2.4, 2.9, "JEDEC TO-253"),
    (r"SOD-?123", 3.7, 1.6, "data sheets of SOD-123"),
    (r"SOD-?323", 2.5, 1.25, "data sheets of SOD-323"),
    (r"SOD-?523", 1.6, 0.8, "data sheets of SOD-523"),
    (r"(?:D[_-])?SMA(?![A-Z])|DO-?214AC", 5.2, 2.6, "JEDEC DO-214AC"),
    (r"(?:D[_-])?SMB(?![A-Z])|DO-?214AA", 5.4, 3.6, "JEDEC DO-214AA"),
    (r"(?:D[_-])?SMC(?![A-Z])|DO-?214AB", 7.9, 5.9, "JEDEC DO-214AB"),
    (r"(?:MINI)?MELF|LL-?34|SOD-?80", 3.6, 1.5, "data sheets of SOD-80"),
    (r"TO-?252|DPAK", 10.0, 6.6, "JEDEC TO-252"),
    (r"TO-?263|D2PAK", 15.2, 10.2, "JEDEC TO-263"),
    (r"(?:TANT|CAPMP|CP)\S*?(?:3216|[-_]A(?![A-Z]))", 3.2, 1.6, "EIA-535BAAC, case A"),
    (r"(?:TANT|CAPMP|CP)\S*?(?:3528|[-_]B(?![A-Z]))", 3.5, 2.8, "EIA-535BAAC, case B"),
    (r"(?:TANT|CAPMP|CP)\S*?(?:6032|[-_]C(?![A-Z]))", 6.0, 3.2, "EIA-535BAAC, case C"),
    (r"(?:TANT|CAPMP|CP)\S*?(?:7343|[-_]D(?![A-Z]))", 7.3, 4.3, "EIA-535BAAC, case D"),
    (r"HC-?49", 13.0, 4.7, "data sheets of HC-49/US SMD crystals"),
)  # fmt: skip

_ROWS: Final = (
    # name, body across the rows, span of the leads, pitch, length beyond the outer pins, source
    (r"HTSSOP|TSSOP", 6.4, 0.65, 1.05, "NXP SOT355-1, SOT360-1 (JEDEC MO-153)"),
    (r"(?:QSOP|SSOP)", 6.0, 0.635, 0.45, "JEDEC MO-137"),
    (r"(?:MSOP|VSSOP|[UµΜ]SOP)", 4.9, 0.65, 1.05, "JEDEC MO-187"),
    (r"(?:SOIC|SOP|SO)-?[0-9]+-?W", 10.3, 1.27, 1.41, "JEDEC MS-013"),
    (r"(?:SOIC|SOP|SO)(?=[-_]?[0-9])", 6.0, 1.27, 1.09, "NXP SOT96-3, SOT108-2 (JEDEC MS-012)"),
    (r"(?:DIP|PDIP|DIL)", 7.62, 2.54, 2.0, "JEDEC MS-001"),
)
_QUADS: Final = {32: 9.0, 44: 12.0, 48: 9.0, 52: 12.0, 64: 12.0, 80: 14.0, 100: 16.0, 144: 22.0, 176: 26.0, 208: 30.0}
"""Span of the leads of a quad flat package by its number of leads (JEDEC MS-026, body plus 2 mm)."""

_SIZED: Final = re.compile(r"(?<![A-Z0-9.])([0-9]+(?:\.[0-9]+)?)x([0-9]+(?:\.[0-9]+)?)(?:x[0-9.]+)?mm", re.IGNORECASE)
_IPC_CHIP: Final = re.compile(r"(?:RES|CAP|IND|LED|DIO|FUS|FB|XTAL|OSC|BEAD)[A-Z]{0,3}([0-9]{2})([0-9]{2})X[0-9]+")
_IPC_ROWS: Final = re.compile(r"(?:SOIC|SOP|SOT|SO)([0-9]+)P([0-9]+)X[0-9]+-([0-9]+)")
_IPC_QUAD: Final = re.compile(r"(?:QFP|QFN|BGA|LGA|SON)[0-9]*[CN]?[0-9]*P([0-9]+)X([0-9]+)(?:X[0-9]+)?-[0-9]+")
_CHIP: Final = re.compile(r"(?<![0-9])(01005|0201|0402|0603|0805|1206|1210|1808|1812|2010|2220|2512)(?![0-9])")
_CRYSTAL: Final = re.compile(r"(?:XTAL|CRYSTAL|OSC|Y)\S*?[-_]?(?<![0-9])([1-9][0-9])([1-9][0-9])(?![0-9])")
_HEADER: Final = re.compile(
    r"(?:HEADER|HDR|SOCKET|CONN)\S*?(?<![0-9])([0-9]+)X([0-9]+)(?![.0-9]*MM)(?:\S*?P([0-9.]+)MM)?"
)
_FIDUCIAL: Final = re.compile(r"FIDUCIAL_?([0-9.]+[0-9]|[0-9])MM")
_CAN: Final = re.compile(r"(?:CP_ELEC|ELKO|CAE|CAPAE|CAPPRD)[-_]?([0-9]+(?:\.[0-9]+)?)")


def outline_of(
    package: str, sizes: Mapping[str, tuple[float, float]] = MappingProxyType({}), usual: float = USUAL_SIZE_MM
) -> Outline:
    """Return the outline of a package.

    Sizes given for it come first, then a size within its name (``LQFP-64_10x10mm_P0.5mm``, ``RESC1608X55N``), then the
    table of usual packages.

    Args:
        package: Name of the package or footprint; blanks and case do not matter.
        sizes: Package → width and height in millimetres at rotation 0, where the table is wrong or has none.
        usual: Side of the square for an unknown package, in millimetres.
    """
    given = {name.casefold(): size for name, size in sizes.items()}.get(package.casefold())
    if given is not None:
        return Outline(given[0], given[1], "given")
    name = package.upper().replace(" ", "")
    for rule in _RULES:
        found = rule(name)
        if found is not None:
            return found
    return Outline(usual, usual)


def _sized(name: str) -> Outline | None:
    """A size within the name, as in footprints of KiCad, with the leads that its family has."""
    found = _SIZED.search(name)
    if found is None:
        return None
    x, y = float(found[1]), float(found[2])
    # what leads add to the body on both sides together
    added = next((add for family, add in _LEADS.items() if re.search(family, name)), (0.0, 0.0))
    return Outline(x + added[0], y + added[1], "size within the name")


_LEADS: Final = {
    r"QFP": (2.0, 2.0), r"TSSOP": (2.0, 0.0), r"SOIC|SOP|SO-": (2.1, 0.0), r"SOT": (1.1, 0.0), r"SM[ABC]": (0.9, 0.0)
}  # fmt: skip


def _ipc(name: str) -> Outline | None:
    """Names of IPC-7351: spans and bodies in hundredths, chips in tenths of a millimetre."""
    source = "name by IPC-7351"
    if found := _IPC_QUAD.search(name):
        return Outline(int(found[1]) / 100, int(found[2]) / 100, source)
    if found := _IPC_ROWS.search(name):
        pitch, span, pins = int(found[1]) / 100, int(found[2]) / 100, int(found[3])
        return Outline(span, (-(-pins // 2) - 1) * pitch + 1.1, source)
    if found := _IPC_CHIP.search(name):
        return Outline(int(found[1]) / 10, int(found[2]) / 10, source)
    return None


def _named(name: str) -> Outline | None:
    for pattern, width, height, source in _NAMED:
        if re.search(rf"(?<![A-Z0-9]){pattern}" if pattern[0] != "(" else pattern, name):
            return Outline(width, height, source)
    return None


def _rows(name: str) -> Outline | None:
    for pattern, span, pitch, beyond, source in _ROWS:
        found = re.search(rf"(?<![A-Z]){pattern}", name)
        pins = re.match(r"\D*([0-9]{1,2})(?![0-9.])", found[0] + name[found.end() :][:3]) if found else None
        if pins and int(pins[1]) >= 4:
            return Outline(span, (int(pins[1]) // 2 - 1) * pitch + beyond, source)
    return None


def _quad(name: str) -> Outline | None:
    found = re.search(r"[TL]?QFP-?([0-9]+)", name)
    side = _QUADS.get(int(found[1])) if found else None
    return None if side is None else Outline(side, side, "JEDEC MS-026")


def _chip(name: str) -> Outline | None:
    found = _CHIP.search(name)
    if found is None:
        return None
    length, width = _CHIPS[found[1]]
    return Outline(length, width, "chip size (EIA, inches)")


def _others(name: str) -> Outline | None:
    if found := _CRYSTAL.search(name):
        return Outline(int(found[1]) / 10, int(found[2]) / 10, "size within the name")
    if found := _CAN.search(name):
        side = float(found[1]) + 0.3
        return Outline(side, side, "diameter within the name")
    if found := _FIDUCIAL.search(name):
        return Outline(float(found[1]), float(found[1]), "diameter within the name")
    if found := _HEADER.search(name):
        rows, columns = sorted((int(found[1]), int(found[2])))
        if 1 <= rows <= 4 and columns <= 60:
            pitch = float(found[3] or 2.54)
            return Outline(rows * pitch, columns * pitch, "pins within the name")
    return None


_RULES: Final[tuple[Callable[[str], Outline | None], ...]] = (_sized, _ipc, _named, _rows, _quad, _others, _chip)
