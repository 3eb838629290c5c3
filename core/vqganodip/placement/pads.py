"""Table of pads by names of packages: where the solder joints of a part are, and their numbers.

The places are those of usual land patterns, rounded to a tenth of a millimetre or so: exact enough to tell one joint
from the next, not to judge a land pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from vqganodip.placement.packages import outline_of

__all__ = ["Pad", "pads_of"]


@dataclass(frozen=True, slots=True)
class Pad:
    """A pad of a package at rotation 0, as footprints of KiCad lie: chips along x, pin 1 at the left or the upper left.

    Attributes:
        x: Centre in millimetres from the centre of the package.
        y: Centre, upwards.
        width: Along x, millimetres.
        height: Along y, millimetres.
        number: Number of the pin by the usual numbering of the package; 0 where packages of that name differ.
    """

    x: float
    y: float
    width: float
    height: float
    number: int


_CHIP: Final = re.compile(
    r"(?:(?:R|C|L|D|F|FB|LED|FUSE|RES|CAP|IND|DIO|BEAD)[A-Z]?[-_]?(?:SMD[-_]?)?)?"
    r"(0201|0402|0603|0805|1206|1210|1808|1812|2010|2220|2512)(?![0-9])"
)
_IPC_CHIP: Final = re.compile(r"(?:RES|CAP|IND|LED|DIO|FUS|FB|BEAD)[A-Z]{0,3}[0-9]{4}X[0-9]+")
_IN: Final = 0.3
"""Share of the length of a chip that its termination takes at each end, with the pad below."""
_OUT: Final = 0.4
"""Millimetres of a pad beyond the end of a chip."""

_TWO: Final = (
    # name, millimetres of the joint within the outline, beyond it, width
    (r"SOD-?123", 0.65, 0.45, 1.1),
    (r"SOD-?323", 0.5, 0.4, 0.7),
    (r"SOD-?523", 0.35, 0.3, 0.5),
    (r"(?:D[_-])?SMA(?![A-Z])|DO-?214AC", 1.1, 0.6, 1.9),
    (r"(?:D[_-])?SMB(?![A-Z])|DO-?214AA", 1.1, 0.6, 2.3),
    (r"(?:D[_-])?SMC(?![A-Z])|DO-?214AB", 1.3, 0.6, 3.2),
    (r"(?:MINI)?MELF|LL-?34|SOD-?80", 0.6, 0.5, 1.6),
    (r"(?:TANT|CAPMP|CP_EIA)\S*?(?:3216|[-_]A(?![A-Z]))", 0.8, 0.5, 1.4),
    (r"(?:TANT|CAPMP|CP_EIA)\S*?(?:3528|[-_]B(?![A-Z]))", 0.8, 0.6, 2.3),
    (r"(?:TANT|CAPMP|CP_EIA)\S*?(?:6032|[-_]C(?![A-Z]))", 1.3, 0.6, 2.3),
    (r"(?:TANT|CAPMP|CP_EIA)\S*?(?:7343|[-_]D(?![A-Z]))", 1.3, 0.8, 2.6),
)  # fmt: skip
"""Packages of two terminals, both at the ends along x."""

_SMALL: Final = (
    # name, leads from the upper left counter-clockwise: side and place in pitches; pitch, width of a pad
    (r"SOT-?23(?:-[3L])?(?!-?[0-9])|TO-?236", ((-1, 1), (-1, -1), (1, 0)), 0.95, 0.7),
    (r"T?SOT-?23-?5|SOT-?25", ((-1, 1), (-1, 0), (-1, -1), (1, -1), (1, 1)), 0.95, 0.6),
    (r"T?SOT-?23-?6|SOT-?26|SC-?74", ((-1, 1), (-1, 0), (-1, -1), (1, -1), (1, 0), (1, 1)), 0.95, 0.6),
    (r"T?SOT-?23-?8", tuple((-1, 1.5 - i) for i in range(4)) + tuple((1, i - 1.5) for i in range(4)), 0.65, 0.4),
    (r"SOT-?323|SC-?70-?3?(?![-0-9])", ((-1, 1), (-1, -1), (1, 0)), 0.65, 0.45),
    (r"SOT-?353|SC-?70-?5|SC-?88A", ((-1, 1), (-1, 0), (-1, -1), (1, -1), (1, 1)), 0.65, 0.4),
    (r"SOT-?363|SC-?70-?6|SC-?88(?!A)", ((-1, 1), (-1, 0), (-1, -1), (1, -1), (1, 0), (1, 1)), 0.65, 0.4),
)  # fmt: skip

_FAMILIES: Final = (
    # name, pitch; the span is that of the outline
    (r"HTSSOP|TSSOP", 0.65),
    (r"QSOP|SSOP", 0.635),
    (r"MSOP|VSSOP|[UµΜ]SOP", 0.65),
    (r"SOIC|SOP|SO(?=[-_]?[0-9])", 1.27),
)
_IPC_ROWS: Final = re.compile(r"(?:SOIC|SOP|SO)([0-9]+)P([0-9]+)X[0-9]+-([0-9]+)")
_QUAD: Final = re.compile(r"[TL]?QFP-?([0-9]+)(?![0-9])(?!P[0-9])")
_PITCH: Final = re.compile(r"P([0-9]*\.?[0-9]+)MM")
_PITCHES: Final = (1.0, 0.8, 0.65, 0.5, 0.4)
_SEVERAL: Final = re.compile(r"ARRAY|NETWORK|PACK(?!AGE)|RN[0-9]|CONVEX|CONCAVE")
_LEAD: Final = (0.8, 0.45)
"""Millimetres of the joint of a gull-wing lead within the span of the leads, and beyond it."""
_CORNER: Final = 0.45
"""Least millimetres from the outer pin of a quad package to its corner."""


def pads_of(package: str) -> tuple[Pad, ...]:
    """Return the visible pads of a package by its name; empty where they are unknown or hidden below the body."""
    name = package.upper().replace(" ", "")
    if _SEVERAL.search(name):
        return ()
    for rule in (_of_small, _of_two, _of_rows, _of_quad, _of_chip):
        found = rule(name)
        if found:
            return tuple(found)
    return ()


def _pattern(pattern: str, name: str) -> re.Match[str] | None:
    return re.search(rf"(?<![A-Z0-9])(?:{pattern})", name)


def _of_small(name: str) -> list[Pad]:
    for pattern, leads, pitch, width in _SMALL:
        if _pattern(pattern, name):
            reach, depth = outline_of(name).width / 2 + _LEAD[1] / 2, _LEAD[0] - 0.1
            return [
                Pad(side * (reach - depth / 2), at * pitch, depth + _LEAD[1] / 2, width, number)
                for number, (side, at) in enumerate(leads, start=1)
            ]
    return []


def _of_two(name: str) -> list[Pad]:
    for pattern, within, beyond, width in _TWO:
        if _pattern(pattern, name):
            return _ends(outline_of(name).width / 2, within, beyond, width)
    return []


def _of_chip(name: str) -> list[Pad]:
    if not (_CHIP.match(name) or _IPC_CHIP.match(name)):
        return []
    outline = outline_of(name)
    return _ends(outline.width / 2, _IN * outline.width, _OUT, outline.height + 0.1)


def _ends(half: float, within: float, beyond: float, width: float) -> list[Pad]:
    middle, depth = half + (beyond - within) / 2, within + beyond
    return [Pad(-middle, 0.0, depth, width, 1), Pad(middle, 0.0, depth, width, 2)]


def _of_rows(name: str) -> list[Pad]:
    if found := _IPC_ROWS.search(name):
        return _two_rows(int(found[3]), int(found[1]) / 100, int(found[2]) / 100)
    for family, usual in _FAMILIES:
        found = re.search(rf"(?<![A-Z])(?:{family})", name)
        pins = re.match(r"[-_]?([0-9]{1,2})(?![0-9.])", name[found.end() :]) if found else None
        if pins is None:
            continue
        outline, stated = outline_of(name), _PITCH.search(name)
        pitch = float(stated[1]) if stated else usual
        count = int(pins[1])
        if not outline.known or (count / 2 - 1) * pitch > outline.height:
            return []
        return _two_rows(count, pitch, outline.width)
    return []


def _two_rows(count: int, pitch: float, span: float) -> list[Pad]:
    """Return leads at the left downwards, then at the right upwards; none for an odd number or fewer than four."""
    if count < 4 or count % 2:
        return []
    return _sides(count // 2, pitch, (span, None))


def _of_quad(name: str) -> list[Pad]:
    found = _QUAD.search(name)
    outline = outline_of(name)
    if found is None or not outline.known or abs(outline.width - outline.height) > 0.01 or int(found[1]) % 4:
        return []
    side, body = int(found[1]) // 4, outline.width - 2.0
    stated = _PITCH.search(name)
    fits = [pitch for pitch in _PITCHES if (side - 1) * pitch <= body - 2 * _CORNER]
    pitch = float(stated[1]) if stated else fits[0] if fits else 0.0
    if side < 4 or not 0 < (side - 1) * pitch <= body:
        return []
    return _sides(side, pitch, (outline.width, outline.height))


def _sides(count: int, pitch: float, spans: Sequence[float | None]) -> list[Pad]:
    """Return the leads of two or four sides of equal number, counter-clockwise from the upper left."""
    across, along = spans
    assert across is not None
    places = [(index - (count - 1) / 2) * pitch for index in range(count)]
    depth, width = sum(_LEAD), min(0.6 * pitch, 0.7)
    x = across / 2 + (_LEAD[1] - _LEAD[0]) / 2
    lying: Callable[[float, float], tuple[float, float, float, float]] = lambda u, v: (u, v, depth, width)  # noqa: E731
    rows = [[lying(-x, -at) for at in places]]
    if along is not None:
        y = along / 2 + (_LEAD[1] - _LEAD[0]) / 2
        rows.append([(at, -y, width, depth) for at in places])
    rows.append([lying(x, at) for at in places])
    if along is not None:
        rows.append([(-at, y, width, depth) for at in places])
    return [Pad(*pad, number) for number, pad in enumerate((pad for row in rows for pad in row), start=1)]
