"""Packages of products at random that differ from the usual ones in size, number of leads and looks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.canvas import linear
from vqganodip.datasets.synthetic.package import PACKAGES, Family, Look, Package, Row, dual_rows, quad_rows

__all__ = ["varied_packages"]

Rng = np.random.Generator

_CHIPS: Final = (Family.RESISTOR, Family.CAPACITOR)
_RESHAPED: Final = (*_CHIPS, Family.TANTALUM, Family.DIODE, Family.LED, Family.CRYSTAL, Family.BGA)
_SQUARE: Final = (Family.ELECTROLYTIC, Family.INDUCTOR)

_PALE: Final = (196, 196, 188)
_LASER: Final = (128, 128, 124)
_MOULDED: Final = (
    ((30, 30, 32), _LASER), ((20, 20, 22), (176, 176, 170)), ((48, 47, 46), (150, 150, 144)),
    ((40, 34, 30), (172, 160, 120)), ((28, 34, 42), (206, 206, 200)), ((62, 62, 64), (214, 214, 208)),
    ((24, 36, 30), _PALE), ((186, 182, 170), (44, 42, 40)),
    ((92, 58, 46), (222, 214, 190)), ((70, 70, 84), (224, 222, 214)),
)  # fmt: skip
"""Colours of moulded bodies and of the ink on them."""

_LOOKS: Final[Mapping[Family, tuple[tuple[tuple[int, int, int], tuple[int, int, int]], ...]]] = MappingProxyType(
    {
        Family.RESISTOR: (
            ((30, 30, 33), (226, 226, 220)), ((18, 46, 34), (226, 226, 220)), ((24, 36, 78), (230, 230, 226)),
            ((82, 44, 26), (236, 228, 206)), ((64, 66, 70), (236, 236, 230)), ((26, 70, 74), (222, 226, 220)),
        ),
        Family.CAPACITOR: (
            ((158, 124, 88), _PALE), ((176, 152, 118), _PALE), ((132, 104, 82), _PALE), ((120, 116, 112), _PALE),
            ((92, 66, 50), _PALE), ((196, 182, 160), _PALE), ((166, 128, 120), _PALE), ((70, 72, 78), _PALE),
        ),
        Family.TANTALUM: (
            ((202, 150, 44), (70, 42, 18)), ((44, 44, 46), _PALE), ((222, 120, 40), (58, 30, 14)),
            ((226, 190, 92), (96, 52, 20)), ((36, 52, 92), (214, 214, 206)), ((128, 84, 42), (232, 216, 180)),
        ),
        Family.ELECTROLYTIC: (
            ((30, 30, 36), (28, 28, 32)), ((24, 40, 96), (22, 40, 104)), ((110, 26, 30), (128, 28, 32)),
            ((20, 66, 44), (20, 78, 50)), ((84, 40, 110), (84, 42, 118)), ((70, 50, 30), (92, 64, 34)),
        ),
        Family.LED: (
            ((222, 220, 208), (214, 204, 132)), ((222, 220, 208), (206, 226, 226)), ((40, 40, 42), (196, 60, 48)),
            ((226, 224, 216), (226, 160, 70)), ((224, 222, 214), (120, 190, 116)), ((222, 220, 212), (120, 150, 214)),
        ),
        Family.INDUCTOR: (
            ((58, 58, 60), (212, 212, 206)), ((34, 34, 36), (218, 218, 212)), ((92, 88, 84), (232, 230, 222)),
            ((76, 60, 48), (228, 220, 200)), ((44, 52, 46), (216, 218, 210)),
        ),
        Family.CRYSTAL: (
            ((222, 220, 216), (52, 50, 48)), ((226, 204, 150), (60, 50, 34)), ((190, 194, 200), (44, 46, 52)),
        ),
        Family.HEADER: (
            ((24, 24, 25), _PALE), ((222, 220, 212), _PALE), ((28, 52, 124), _PALE), ((196, 160, 40), _PALE),
            ((140, 30, 28), _PALE), ((34, 92, 60), _PALE),
        ),
        Family.SOCKET: (
            ((206, 202, 186), _PALE), ((46, 48, 52), _PALE), ((24, 24, 26), _PALE), ((40, 110, 70), _PALE),
            ((30, 60, 130), _PALE), ((200, 110, 36), _PALE), ((150, 34, 34), _PALE),
        ),
    }
)  # fmt: skip
"""Colours of bodies, and of the ink on them or of what else marks them: segment of a can, lens of a lamp."""

_METALS: Final = ((0.70, 0.69, 0.67), (0.80, 0.79, 0.77), (0.60, 0.60, 0.61), (0.72, 0.68, 0.60), (0.84, 0.66, 0.34))
"""Mirror colours of leads and terminals: tin of different makers, and rarely gold."""


def _factor(rng: Rng, spread: float, low: float, high: float, variety: float) -> float:
    return float(np.clip(math.exp(float(rng.normal(0, spread)) * variety), low, high))


def _scaled(kind: Package, along_u: float, along_v: float, up: float) -> Package:
    """The package with its body and its joints stretched along u and along v, and its height changed."""

    def stretched(row: Row) -> Row:
        out, along = (along_u, along_v) if row.side in (0, 2) else (along_v, along_u)
        return replace(
            row,
            pitch=row.pitch * along,
            width=row.width * along,
            inner=row.inner * out,
            outer=row.outer * out,
            reach=row.reach * out,
        )

    return replace(
        kind,
        length=kind.length * along_u,
        width=kind.width * along_v,
        height=kind.height * up,
        rows=tuple(stretched(row) for row in kind.rows),
    )


def _near(count: int, variety: float, rng: Rng, least: int) -> int:
    """Draw another number of leads."""
    return max(least, round(count * math.exp(float(rng.uniform(-0.5, 0.45)) * variety)))


def _dual(kind: Package, variety: float, rng: Rng) -> Package:
    """Another circuit with leads on two sides."""
    row = kind.rows[0]
    pitch = row.pitch - float(rng.uniform(0, 0.62)) * variety
    count = max(_near(row.count, variety, rng, 3), math.ceil(3.2 / pitch))
    width = kind.width * _factor(rng, 0.14, 0.78, 1.35, variety)
    half, lead = width / 2, row.width / row.pitch * pitch
    old = kind.width / 2
    rows = dual_rows(count, pitch, half + row.inner - old, half + row.outer - old, lead, half + row.reach - old)
    length = max(count * pitch + kind.length - row.count * row.pitch, (count - 1) * pitch + lead + 0.4)
    return replace(
        kind, length=length, width=width, height=kind.height * _factor(rng, 0.2, 0.6, 1.4, variety), rows=rows
    )


def _quad(kind: Package, variety: float, rng: Rng) -> Package:
    """Another circuit with leads on four sides."""
    row = kind.rows[0]
    pitch = row.pitch - float(rng.uniform(-0.2, 0.3)) * variety
    count = min(_near(row.count, variety, rng, 6), int(15.5 / pitch))
    old, half = kind.length / 2, (count * pitch + 1.2) / 2
    side = 2 * half
    lead = row.width / row.pitch * pitch
    rows = quad_rows(count, pitch, half + row.inner - old, half + row.outer - old, lead, half + row.reach - old)
    return replace(kind, length=side, width=side, height=kind.height * _factor(rng, 0.2, 0.6, 1.4, variety), rows=rows)


def _plug(kind: Package, variety: float, rng: Rng) -> Package:
    """Another plug: more or fewer contacts, at another pitch."""
    if kind.family is Family.HEADER:
        columns = max(2, min(10, _near(round(kind.length / 2.54), variety, rng, 2)))
        return replace(kind, length=round(columns * 2.54 + 0.06, 2))
    row = kind.rows[0]
    pitch = row.pitch + float(rng.uniform(-0.5, 0.54)) * variety
    count = min(_near(row.count, variety, rng, 4), int(24 / pitch))
    length = count * pitch + kind.length - row.count * row.pitch
    return replace(
        kind, length=length, rows=(replace(row, count=count, pitch=pitch, width=row.width * pitch / row.pitch),)
    )


def _resized(kind: Package, variety: float, rng: Rng) -> Package:
    """The package in another size. Power transistors keep theirs: they are drawn to one pattern."""
    up = _factor(rng, 0.18, 0.65, 1.4, variety)
    if kind.family in _SQUARE:
        side = _factor(rng, 0.16, 0.75, 1.3, variety)
        return _scaled(kind, side, side, up * side)
    if kind.family in _RESHAPED:
        size = _factor(rng, 0.14, 0.78, 1.3, variety)
        return _scaled(
            kind, size * _factor(rng, 0.06, 0.9, 1.1, variety), size * _factor(rng, 0.06, 0.9, 1.1, variety), up
        )
    if kind.family in (Family.HEADER, Family.SOCKET):
        return _plug(kind, variety, rng)
    if kind.family is Family.GULL_WING and kind.joints > 3:
        return _quad(kind, variety, rng) if len(kind.rows) == 4 else _dual(kind, variety, rng)
    return kind


def _look(kind: Package, variety: float, rng: Rng) -> Look:
    """Draw colours; the less variety, the more often the usual ones."""
    pairs = _LOOKS.get(kind.family, _MOULDED)
    other, plated = rng.random() < 0.75 * variety, rng.random() < 0.6 * variety
    body, ink = pairs[int(rng.integers(0, len(pairs)))]
    metal = _METALS[int(rng.choice(len(_METALS), p=(0.26, 0.26, 0.22, 0.18, 0.08)))]
    tone = np.clip(1 + rng.normal(0, 0.1, 3) * variety, 0.75, 1.3)
    if not other:
        return Look(metal=metal if plated else None)
    red, green, blue = (float(np.clip(c * t, 0, 0.82)) for c, t in zip(linear(*body), tone, strict=True))
    return Look((red, green, blue), linear(*ink), metal if plated else None)


def varied_packages(variety: float, rng: Rng) -> Mapping[str, Package]:
    """Draw the packages of a product; variety 0 gives the usual ones.

    The chips of one size, resistors and capacitors, keep the same pads, so that one may be fitted for the other.
    """
    if not variety:
        return PACKAGES
    result: dict[str, Package] = {}
    for name, usual in PACKAGES.items():
        kind = _resized(usual, variety, rng)
        if usual.family is Family.CAPACITOR:
            twin = result[f"R{name[1:]}"]
            kind = replace(kind, length=twin.length, width=twin.width, rows=twin.rows)
        result[name] = replace(kind, look=_look(usual, variety, rng))
    return MappingProxyType(result)
