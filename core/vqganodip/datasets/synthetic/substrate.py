"""Bare board: laminate, copper under the solder mask, pads, vias, holes, fiducials and silkscreen.

It is the same for every board of a product and built once per process.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.canvas import Surface, Tile, linear, texture, tinted
from vqganodip.datasets.synthetic.layout import Part, Product
from vqganodip.datasets.synthetic.lettering import text
from vqganodip.datasets.synthetic.package import Family
from vqganodip.datasets.synthetic.product import product
from vqganodip.datasets.synthetic.routing import routing
from vqganodip.types import Map

__all__ = ["FINISH", "outline_cover", "substrate"]

FINISH: Final = {
    "tin": ((0.74, 0.73, 0.70), 0.55),
    "gold": ((0.82, 0.58, 0.24), 0.5),
    "silver": ((0.87, 0.86, 0.83), 0.68),
    "copper": ((0.78, 0.45, 0.30), 0.45),
}
"""Reflectance and gloss of bare pads."""

_HOLE: Final = linear(14, 13, 12)
_CHIPS: Final = (Family.RESISTOR, Family.CAPACITOR, Family.LED)
_LAMINATE: Final = linear(122, 108, 62)


def _drawn(side: int) -> Map:
    return np.zeros((side, side), np.float32)


def _lines(ppmm: float, side: int, board: Product, extra: float) -> Map:
    """Coverage by tracks and vias, each side wider by half of ``extra``."""
    import cv2

    drawn = np.zeros((side, side), np.uint8)  # OpenCV draws smooth edges on 8 bits only
    for track in routing(board.name).tracks:
        points = np.array(track.points, np.float64) * ppmm - 0.5
        fixed = np.round(points * 16).astype(np.int32).reshape(-1, 1, 2)
        thick = max(1, round((track.width + extra) * ppmm))
        cv2.polylines(drawn, [fixed], False, 255, thick, cv2.LINE_AA, 4)
    plane = drawn.astype(np.float32) / np.float32(255)
    for x, y in routing(board.name).vias:
        _disc(plane, ppmm, x, y, 0.42 + extra / 2)
    return plane


def _disc(plane: Map, ppmm: float, x: float, y: float, radius: float) -> None:
    x0, y0 = max(0, int((x - radius) * ppmm) - 2), max(0, int((y - radius) * ppmm) - 2)
    window = plane[y0 : int((y + radius) * ppmm) + 3, x0 : int((x + radius) * ppmm) + 3]
    dx = (np.arange(window.shape[1], dtype=np.float32) + np.float32(x0 + 0.5 - x * ppmm))[None, :]
    dy = (np.arange(window.shape[0], dtype=np.float32) + np.float32(y0 + 0.5 - y * ppmm))[:, None]
    cover = np.clip(np.float32(radius * ppmm + 0.5) - np.sqrt(dx * dx + dy * dy), 0, 1)
    np.maximum(window, cover, out=window)


def _part_tile(surface: Surface, part: Part, margin: float = 1.6) -> Tile:
    u, v = part.kind.reach
    return Tile(surface, part.x, part.y, part.rotation, (-u - margin, -v - margin, u + margin, v + margin))


def _pad_plane(surface: Surface, board: Product, grow: float) -> Map:
    """Coverage by bare metal: pads of parts, large pads, fiducials, rings of holes."""
    plane = _drawn(surface.height.shape[0])
    scratch = Surface(surface.albedo, plane, surface.metal, surface.gloss, surface.ppmm)
    for part in board.parts:
        pads = [(*pad, 0.12) for row in part.kind.rows for pad in row.pads()]
        if part.kind.family is Family.POWER:
            pads.append((0.0, -2.6, 3.4, 3.6, 0.2))
        for u, v, hu, hv, radius in pads:
            reach_u, reach_v = hu + grow + 1 / surface.ppmm, hv + grow + 1 / surface.ppmm
            rect = (u - reach_u, v - reach_v, u + reach_u, v + reach_v)
            tile = Tile(scratch, part.x, part.y, part.rotation, rect)
            np.maximum(tile.height, tile.box(u, v, hu + grow, hv + grow, radius + grow), out=tile.height)
    for x0, y0, x1, y1 in board.bare:
        hx, hy = (x1 - x0) / 2 + grow, (y1 - y0) / 2 + grow
        tile = Tile(scratch, (x0 + x1) / 2, (y0 + y1) / 2, 0, (-hx, -hy, hx, hy))
        np.maximum(tile.height, tile.box(0, 0, hx, hy, 0.5), out=tile.height)
    for x, y in board.fiducials:
        _disc(plane, surface.ppmm, x, y, 0.75 + 4 * grow)
    for x, y, r in board.holes:
        _disc(plane, surface.ppmm, x, y, r + 0.9 + grow)
    return plane


def _silk(surface: Surface, board: Product) -> Map:
    """Coverage by the silkscreen."""
    plane = _drawn(surface.height.shape[0])
    scratch = Surface(surface.albedo, plane, surface.metal, surface.gloss, surface.ppmm)
    for part in board.parts:
        tile = _part_tile(scratch, part, 2.0)
        cover = _part_outline(tile, part)
        np.maximum(tile.height, cover, out=tile.height)
        x0, y0, x1, _ = part.courtyard()
        chip = part.kind.family in _CHIPS
        size = 0.62 if max(part.kind.reach) < 3.5 else 0.95
        bitmap = text(part.ref, 2)
        size = min(size, 0.95 * (x1 - x0 + 0.5) * bitmap.shape[0] / bitmap.shape[1])
        _write(scratch, plane, part.ref, part.x, y0 - (0.18 if chip else 0.48) - size / 2, size)
    for line in board.legends:
        _write(scratch, plane, line.content, line.x, line.y, line.size, line.turn)
    return plane


def _part_outline(tile: Tile, part: Part) -> Map:
    kind, line = part.kind, 0.075
    hu, hv = kind.reach
    if kind.family in _CHIPS:
        ring = np.abs(tile.v) - np.float32(hv + 0.2)
        return np.asarray(tile.cover(np.maximum(np.abs(ring) - line, np.abs(tile.u) - np.float32(0.35))), np.float32)
    hu, hv = max(hu, kind.length / 2) + 0.3, max(hv, kind.width / 2) + 0.3
    outer, inner = tile.box(0, 0, hu + line, hv + line), tile.box(0, 0, hu - line, hv - line)
    frame = outer - inner
    if kind.family in (Family.GULL_WING, Family.BGA):
        gap = np.maximum(np.abs(tile.u) - np.float32(hu - 1.2), -np.abs(tile.v) + np.float32(hv - 1.2))
        corner = np.minimum(tile.cover(-np.abs(gap)), 1.0)
        frame = frame * np.where((np.abs(tile.u) > hu - 1.2) & (np.abs(tile.v) > hv - 1.2), 1.0, corner * 0.0)
        return np.asarray(np.maximum(frame, tile.disc(-hu - 0.5, hv - 0.4, 0.28)), np.float32)
    if kind.polarised:
        frame = np.maximum(frame, tile.box(-hu - 0.35, 0, 0.12, hv * 0.8))
    return np.asarray(frame, np.float32)


def _write(surface: Surface, plane: Map, content: str, x: float, y: float, size: float, turn: float = 0.0) -> None:
    bitmap = text(content, 2)
    width = size * bitmap.shape[1] / bitmap.shape[0]
    reach = max(width, size)
    tile = Tile(surface, x, y, turn, (-reach, -reach, reach, reach))
    window = plane[tile.y0 : tile.y1, tile.x0 : tile.x1]
    np.maximum(window, tile.stamp(bitmap, 0, 0, width, size), out=window)


def _whole(surface: Surface, board: Product) -> Tile:
    """The whole field as a tile, with its origin in the middle."""
    half = board.field_mm / 2
    return Tile(surface, half, half, 0, (-half, -half, half, half))


def outline_cover(surface: Surface, board: Product) -> Map:
    """Coverage of the field by the board, with rounded corners and without its holes."""
    x0, y0, x1, y1 = board.outline
    far = board.field_mm
    tile = Tile(surface, (x0 + x1) / 2, (y0 + y1) / 2, 0, (-far, -far, far, far))
    cover = tile.box(0, 0, (x1 - x0) / 2, (y1 - y0) / 2, 1.5)
    holes = _drawn(surface.height.shape[0])
    for x, y, r in board.holes:
        _disc(holes, surface.ppmm, x, y, r)
    return np.asarray(cover * (1 - holes), np.float32)


@lru_cache(maxsize=2)
def substrate(name: str, side: int) -> tuple[Surface, Map]:
    """Build the bare board of a product and its coverage of the field.

    Args:
        name: Name of the product.
        side: Cells per side of the surface, which spans the field of the product.

    Returns:
        The surface (to be copied, not changed) and float32 side×side in 0..1.
    """
    import cv2

    board = product(name)
    surface = Surface.empty(side, board.field_mm)
    ppmm = surface.ppmm
    pads, opening = _pad_plane(surface, board, 0.0), _pad_plane(surface, board, 0.09)
    tracks, clearance = _lines(ppmm, side, board, 0.0), _lines(ppmm, side, board, 0.45)
    pour = (1 - clearance) * (1 - _pad_plane(surface, board, 0.25)) * _pour_area(surface, board)
    copper = np.maximum(np.maximum(tracks, pour), np.maximum(pads, 0))
    whole = _whole(surface, board)
    weave = np.sin(whole.u * np.float32(2 * math.pi / 0.9)) * np.sin(whole.v * np.float32(2 * math.pi / 0.9))
    soft = cv2.GaussianBlur(copper, (0, 0), 0.05 * ppmm)
    over_laminate, over_copper = (np.array(linear(*c), np.float32) for c in board.mask)
    tone = 1 + np.float32(0.05) * weave * (1 - soft) + np.float32(0.035) * _tiled("cloud", side)
    tone += np.float32(0.02) * _tiled("fine", side)
    for channel, (low, high) in enumerate(zip(over_laminate, over_copper, strict=True)):
        surface.albedo[..., channel] = (low + (high - low) * soft) * tone
    surface.height[...] = 0.045 * soft + np.float32(0.0016) * _tiled("grain", side)
    surface.gloss[...] = board.gloss + np.float32(0.03) * _tiled("cloud", side)
    _bare_metal(whole, board, pads, opening)
    _vias(surface, board)
    silk = _silk(surface, board) * (1 - opening)
    ink = 0.92 + np.float32(0.05) * _tiled("fine", side)
    whole.paint(silk * np.clip(ink, 0, 1), linear(*board.silk), None, 0.0, 0.25)
    whole.height += silk * np.float32(0.012)
    for plane in (surface.albedo, surface.height, surface.metal, surface.gloss):
        plane.setflags(write=False)
    return surface, outline_cover(surface, board)


def _tiled(kind: str, side: int) -> Map:
    base = texture(kind, (512, 512), 0)
    times = math.ceil(side / 512)
    return np.asarray(np.tile(base, (times, times))[:side, :side], np.float32)


def _pour_area(surface: Surface, board: Product) -> Map:
    """Area of the ground plane: all except a strip along the edge and a few clear zones."""
    x0, y0, x1, y1 = board.outline
    tile = _whole(surface, board)
    middle = board.field_mm / 2
    area = tile.box((x0 + x1) / 2 - middle, (y0 + y1) / 2 - middle, (x1 - x0) / 2 - 0.9, (y1 - y0) / 2 - 0.9, 1.2)
    for part in board.parts:
        if part.kind.family in (Family.CRYSTAL, Family.SOCKET, Family.INDUCTOR):
            u, v = part.kind.reach
            window = _part_tile(surface, part, 0.8)
            area[window.y0 : window.y1, window.x0 : window.x1] *= 1 - window.box(0, 0, u + 0.5, v + 0.5, 0.4)
    return area


def _bare_metal(tile: Tile, board: Product, pads: Map, opening: Map) -> None:
    """Paint the mask openings, which show the laminate, and the plated pads in them."""
    colour, gloss = FINISH[board.finish]
    tile.paint(opening, _LAMINATE, 0.0, 0.0, 0.2)
    tone = 1 + np.float32(0.04) * _tiled("grain", pads.shape[0])
    tile.paint(pads, tinted(colour, tone), 0.05, 1.0, gloss)
    tile.height += pads * np.float32(0.0012) * _tiled("grain", pads.shape[0])
    for x, y in board.fiducials:
        disc = Tile(tile.surface, x, y, 0, (-1, -1, 1, 1))
        disc.paint(disc.disc(0, 0, 0.75), colour, 0.02, 1.0, 0.2)


def _brighter(*colour: float) -> tuple[float, float, float]:
    red, green, blue = (min(1.7 * c, 0.9) for c in colour)
    return red, green, blue


def _vias(surface: Surface, board: Product) -> None:
    """Paint tented vias (a ring under the mask and a dimple) and the mounting holes."""
    for x, y in routing(board.name).vias:
        tile = Tile(surface, x, y, 0, (-0.6, -0.6, 0.6, 0.6))
        ring = tile.disc(0, 0, 0.36)
        red, green, blue = linear(*board.mask[1])
        tile.paint(ring * np.float32(0.55), _brighter(red, green, blue), None, None, 0.7)
        dimple = tile.disc(0, 0, 0.17)
        tile.paint(dimple, (0.25 * red, 0.25 * green, 0.25 * blue), None, 0.0, 0.4)
        tile.height -= np.float32(0.05) * dimple
    for x, y, r in board.holes:
        tile = Tile(surface, x, y, 0, (-r - 1, -r - 1, r + 1, r + 1))
        tile.paint(tile.disc(0, 0, r), _HOLE, -1.0, 0.0, 0.1)
