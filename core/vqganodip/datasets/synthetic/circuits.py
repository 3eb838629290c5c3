"""Components with many pins: gull-wing and ball-grid circuits, power transistors, headers and sockets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.canvas import Surface, Tile, linear, smoothstep, texture, tinted
from vqganodip.datasets.synthetic.components import (
    capacitor,
    crystal,
    diode,
    electrolytic,
    inductor,
    lamp,
    mark,
    resistor,
    rounded,
    scaled,
    tantalum,
)
from vqganodip.datasets.synthetic.package import Family, Row
from vqganodip.datasets.synthetic.placement import Placement
from vqganodip.datasets.synthetic.solder import along_and_out, draw_solder, row_rect
from vqganodip.types import Map

__all__ = ["draw_body", "draw_part"]

_LEAD: Final = (0.74, 0.73, 0.71)
_GOLD: Final = (0.88, 0.64, 0.27)
_LASER: Final = linear(128, 128, 124)


def _moulded(placement: Placement) -> tuple[float, float, float]:
    return placement.part.kind.look.body or linear(30, 30, 32)


def _ink(placement: Placement) -> tuple[float, float, float]:
    return placement.part.kind.look.ink or _LASER


def _metal(placement: Placement) -> tuple[float, float, float]:
    return placement.part.kind.look.metal or _LEAD


def _body(tile: Tile, placement: Placement, rect: tuple[float, float, float, float], height: float) -> None:
    """Paint a black moulded body with drafted edges; ``rect`` holds its centre and half sides."""
    cu, cv, hu, hv = rect
    signed = np.maximum(
        np.abs(tile.u - np.float32(cu)) - np.float32(hu), np.abs(tile.v - np.float32(cv)) - np.float32(hv)
    )
    signed = np.asarray(signed, np.float32)
    bevel = min(0.28, 0.16 * min(hu, hv))
    grain = placement.tone * (1 + np.float32(0.09) * texture("fine", tile.shape, placement.grain))
    rough = np.float32(0.0035) * texture("fine", tile.shape, placement.grain + 7)
    profile = height * (0.62 + 0.38 * smoothstep(-signed, 0.0, bevel)) + rough
    colour = tinted(_moulded(placement), grain)
    tile.paint(tile.cover(signed), colour, np.asarray(profile, np.float32), 0.0, 0.36)


def _leads(tile: Tile, row: Row, start: float, height: float, lift: Map, placement: Placement) -> None:
    """Paint the gull-wing leads of one side: shoulder, slope and foot, all leads at once."""
    along, out = along_and_out(tile, row)
    middle = np.float32((row.count - 1) / 2)
    index = np.clip(np.rint(along / np.float32(row.pitch) + middle), 0, row.count - 1).astype(np.int32)
    a = along - (index - middle) * np.float32(row.pitch)
    raised = lift.take(index)
    length = np.float32(row.reach - start)
    t = np.clip((out - np.float32(start)) / length, 0, 1.2)
    half = np.float32(row.width * 0.36)
    tip = np.float32(row.reach) - 0.35 * np.minimum(raised, 0.8)
    edge = np.maximum(np.abs(a) - half, np.maximum(out - tip, np.float32(start - 0.15) - out))
    foot = 0.13 + raised * smoothstep(t, 0.2, 1.0)
    shape = foot + (0.52 * height - 0.13) * (1 - smoothstep(t, 0.25, 0.68))
    shape = shape - 0.04 * (a / half) ** 2 + np.float32(0.003) * texture("grain", tile.shape, placement.grain)
    gloss = float(np.clip(0.62 * placement.gloss, 0.2, 0.9))
    tile.paint(tile.cover(np.asarray(edge, np.float32)), _metal(placement), np.asarray(shape, np.float32), 1.0, gloss)


def _gull_wing(tile: Tile, placement: Placement) -> None:
    """SOT, SOIC and QFP: leads on two or four sides of a black body, pin 1 dimple, laser marking."""
    kind = placement.part.kind
    first = 0
    for row in kind.rows:
        start = (kind.length if row.side in (0, 2) else kind.width) / 2
        lift = np.array(placement.lift[first : first + row.count], np.float32)
        _leads(tile.part(row_rect(row, row.reach)), row, start, kind.height, lift, placement)
        first += row.count
    hu, hv = kind.length / 2, kind.width / 2
    body = tile.part((-hu - 0.1, -hv - 0.1, hu + 0.1, hv + 0.1))
    _body(body, placement, (0, 0, hu, hv), kind.height)
    if kind.joints <= 3:
        mark(body, placement, placement.part.value, (0, 0), 0.62, _ink(placement), 0.8)
        return
    dot = 0.055 * kind.length if kind.joints > 16 else 0.3
    _dimple(body, placement, -hu + 2.4 * dot + 0.2, hv - 2.4 * dot - 0.2, dot)
    _laser(body, placement, hu, hv, 0.95 if hv < 2.5 else 1.25)


def _dimple(tile: Tile, placement: Placement, u: float, v: float, radius: float) -> None:
    cover = tile.disc(u, v, radius)
    tile.height -= np.float32(0.08) * cover
    tile.paint(cover, _moulded(placement), None, None, 0.6)


def _laser(tile: Tile, placement: Placement, hu: float, hv: float, cap: float) -> None:
    """Two or three lines of grey marking."""
    lines = [placement.part.value, placement.lot]
    if hv > 3:
        lines.append(f"{placement.lot[::-1][:3]}-E4 CN")
    for row, content in enumerate(lines):
        at = (0.05 * hu, (row - (len(lines) - 1) / 2) * cap * 1.45)
        mark(tile, placement, content, at, cap, _ink(placement), 0.75, fit=1.5 * hu)


def _bga(tile: Tile, placement: Placement) -> None:
    """A ball-grid array: a green carrier with a black moulded cap; balls are hidden."""
    kind = placement.part.kind
    hu, hv = kind.length / 2, kind.width / 2
    tile.paint(tile.box(0, 0, hu, hv, 0.1), scaled(linear(30, 70, 40), placement.tone), 0.65, 0.0, 0.55)
    _body(tile, placement, (0, 0, hu - 0.75, hv - 0.75), kind.height)
    ring = tile.disc(-hu + 1.9, hv - 1.9, 0.45)
    _dimple(tile, placement, -hu + 1.9, hv - 1.9, 0.4)
    tile.paint(ring * np.float32(0.15), _ink(placement), None, None, None)
    _laser(tile, placement, hu - 1, hv - 1, 1.5)
    dots = tile.disc(-hu + 0.38, hv - 0.38, 0.2)
    tile.paint(dots, _GOLD, None, 1.0, 0.6)


def _power(tile: Tile, placement: Placement) -> None:
    """A DPAK: a metal tab on a large pad, a thick body, two leads."""
    kind = placement.part.kind
    row = kind.rows[0]
    tab = tile.box(0, -3.4, 2.6, 0.95, 0.2)
    wavy = np.float32(0.004) * texture("cloud", tile.shape, placement.grain)
    tile.paint(tab, _metal(placement), np.asarray(0.55 + wavy, np.float32), 1.0, 0.5)
    _leads(tile.part(row_rect(row, row.reach)), row, 3.4, 1.8, np.array(placement.lift, np.float32), placement)
    body = tile.part((-3.5, -2.9, 3.5, 3.7))
    _body(body, placement, (0, 0.4, kind.length / 2, kind.width / 2), kind.height)
    mark(body, placement, placement.part.value, (0, -0.4), 1.15, _ink(placement), 0.75, fit=5.4)
    mark(body, placement, placement.lot, (0, 1.3), 1.0, _ink(placement), 0.75, fit=5.0)


def _header(tile: Tile, placement: Placement) -> None:
    """A pin header: black body with bevelled cells and square gilded pins."""
    kind = placement.part.kind
    tile.paint(
        tile.box(0, 0, kind.length / 2, kind.width / 2, 0.3), kind.look.body or linear(24, 24, 25), 2.5, 0.0, 0.4
    )
    rows = 2 if kind.width > 4 else 1
    columns = round(kind.length / 2.54)
    u = tile.u + np.float32(columns * 1.27)
    v = tile.v + np.float32(rows * 1.27)
    a = np.mod(u, np.float32(2.54)) - np.float32(1.27)
    b = np.mod(v, np.float32(2.54)) - np.float32(1.27)
    inside = (u > 0) & (u < columns * 2.54) & (v > 0) & (v < rows * 2.54)
    valley = np.maximum(np.abs(a), np.abs(b)) - np.float32(1.0)
    body = tile.box(0, 0, kind.length / 2, kind.width / 2, 0.3)
    tile.height -= body * np.clip(valley, 0, 1) * np.float32(1.6)
    signed = np.maximum(np.abs(a), np.abs(b)) - np.float32(0.34)
    lean = np.float32(0.05) * texture("cloud", tile.shape, placement.grain)
    tip = 6.0 + lean - np.maximum(signed + np.float32(0.16), 0) * 3.0
    pins = tile.cover(np.asarray(signed, np.float32)) * inside
    tile.paint(np.asarray(pins, np.float32), kind.look.metal or _GOLD, np.asarray(tip, np.float32), 1.0, 0.55)


def _socket(tile: Tile, placement: Placement) -> None:
    """A shrouded plug: light plastic walls, a dark cavity with blades, tails soldered to pads."""
    kind = placement.part.kind
    row = kind.rows[0]
    hu, hv = kind.length / 2, kind.width / 2
    _leads(tile.part(row_rect(row, row.reach)), row, hv - 0.5, 1.2, np.array(placement.lift, np.float32), placement)
    shell = tile.part((-hu - 0.2, -hv - 0.2, hu + 0.2, hv + 0.2))
    light = placement.part.tint % 2 == 0
    usual = linear(206, 202, 186) if light else linear(46, 48, 52)
    colour = scaled(kind.look.body or usual, placement.tone)
    signed = np.maximum(np.abs(shell.u) - np.float32(hu), np.abs(shell.v) - np.float32(hv))
    rough = np.float32(0.004) * texture("grain", shell.shape, placement.grain)
    walls = np.asarray(rounded(np.asarray(signed, np.float32), kind.height, 0.25) + rough, np.float32)
    shell.paint(shell.cover(np.asarray(signed, np.float32)), colour, walls, 0.0, 0.5)
    shell.paint(shell.box(0, -0.3, hu - 0.9, hv - 1.4, 0.3), scaled(colour, 0.7), 2.2, 0.0, 0.35)
    shell.paint(shell.box(0, -hv + 0.45, 0.22 * hu, 0.5, 0.1), scaled(colour, 0.92), kind.height - 1.6, 0.0, 0.45)
    along = shell.u + np.float32(row.count * row.pitch / 2)
    a = np.mod(along, np.float32(row.pitch)) - np.float32(row.pitch / 2)
    inside = (along > 0) & (along < row.count * row.pitch)
    blade = np.maximum(np.abs(a) - np.float32(0.32), np.abs(shell.v + np.float32(0.3)) - np.float32(1.1))
    cover = shell.cover(np.asarray(blade, np.float32)) * inside
    top = 4.4 - np.maximum(np.abs(a) - 0.18, 0) * 1.5 + rough
    shell.paint(np.asarray(cover, np.float32), _LEAD, np.asarray(top, np.float32), 1.0, 0.6)


_DRAWINGS: Final[Mapping[Family, Callable[[Tile, Placement], None]]] = MappingProxyType(
    {
        Family.RESISTOR: resistor,
        Family.CAPACITOR: capacitor,
        Family.TANTALUM: tantalum,
        Family.ELECTROLYTIC: electrolytic,
        Family.DIODE: diode,
        Family.LED: lamp,
        Family.INDUCTOR: inductor,
        Family.CRYSTAL: crystal,
        Family.GULL_WING: _gull_wing,
        Family.BGA: _bga,
        Family.POWER: _power,
        Family.HEADER: _header,
        Family.SOCKET: _socket,
    }
)


def draw_part(surface: Surface, placement: Placement) -> None:
    """Draw a part as it was placed: its joints, then its body."""
    draw_solder(surface, placement)
    if not placement.missing:
        draw_body(surface, placement)


def draw_body(surface: Surface, placement: Placement) -> None:
    """Draw a part without its joints."""
    part = placement.part
    u, v = part.kind.reach
    rect = (-u - 0.4, -v - 0.4, u + 0.4, v + 0.4)
    angle = part.rotation + placement.turn + (180 if placement.flipped else 0)
    tile = Tile(surface, part.x + placement.dx, part.y + placement.dy, angle, rect)
    if placement.tombstone:
        _tombstoned(tile, placement)
    else:
        _DRAWINGS[part.kind.family](tile, placement)


def _tombstoned(tile: Tile, placement: Placement) -> None:
    """Draw a chip on one end: foreshortened, with the raised end's face in view."""
    kind = placement.part.kind
    angle = np.deg2rad(min(abs(placement.tombstone), 88.0))
    sign = 1.0 if placement.tombstone > 0 else -1.0
    c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    pivot = np.float32(-sign * kind.length / 2)
    along = tile.u.copy()
    before = tile.height.copy()
    distance = (along - pivot) * np.float32(sign)
    tile.u = pivot + (along - pivot) / max(c, np.float32(0.12))
    _DRAWINGS[kind.family](tile, replace(placement, tombstone=0.0))
    drawn = tile.height != before
    tile.u = along
    tile.height += np.where(drawn, np.clip(distance, 0, None) * s / max(c, np.float32(0.12)), 0).astype(np.float32)
    top = kind.length * float(c)
    face = tile.box(
        float(pivot) + sign * (top + 0.5 * kind.height * float(s)), 0, 0.5 * kind.height * float(s), kind.width / 2
    )
    tile.paint(face, _metal(placement), kind.length * float(s) + 0.2, 1.0, 0.6)
