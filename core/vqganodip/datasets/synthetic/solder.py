"""Solder joints: menisci between lead and pad, reflowed paste, and misplaced solder."""

from __future__ import annotations

from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.canvas import Surface, Tile, texture, tinted
from vqganodip.datasets.synthetic.layout import Product
from vqganodip.datasets.synthetic.package import Family, Package, Row
from vqganodip.datasets.synthetic.placement import Placement, stream
from vqganodip.types import Map

__all__ = ["SOLDER", "along_and_out", "ball", "bridge", "draw_solder", "flood", "row_rect"]

SOLDER: Final = (0.80, 0.79, 0.765)
"""Mirror reflectance of tin-silver-copper solder."""


def row_rect(row: Row, reach_out: float) -> tuple[float, float, float, float]:
    """Local rectangle of a row of joints, with a margin."""
    half = (row.count - 1) / 2 * row.pitch + row.width / 2 + 0.5
    low, high = 0.0, max(row.outer, reach_out) + 0.45
    if row.side == 0:
        return low, -half, high, half
    if row.side == 1:
        return -half, low, half, high
    if row.side == 2:
        return -high, -half, -low, half
    return -half, -high, half, -low


def along_and_out(tile: Tile, row: Row) -> tuple[Map, Map]:
    """Coordinates of a row: along it, and outwards from the part's centre."""
    along = tile.v if row.side in (0, 2) else tile.u
    out = tile.u if row.side in (0, 2) else tile.v
    return along, (out if row.side in (0, 1) else -out)


def draw_solder(surface: Surface, placement: Placement) -> None:
    """Draw the joints of a part on its pads, with menisci up to the placed leads."""
    part = placement.part
    first = 0
    for row in part.kind.rows:
        tile = Tile(surface, part.x, part.y, part.rotation, row_rect(row, row.reach))
        _row(tile, row, placement, np.array(placement.solder[first : first + row.count], np.float32))
        first += row.count
    if part.kind.family is Family.POWER:
        _tab(Tile(surface, part.x, part.y, part.rotation, (-3.8, -6.6, 3.8, 1.4)), placement)


def _local_shift(placement: Placement) -> tuple[float, float]:
    angle = np.deg2rad(placement.part.rotation)
    c, s = float(np.cos(angle)), float(np.sin(angle))
    return placement.dx * c + placement.dy * s, placement.dy * c - placement.dx * s


def _wetting(kind: Package) -> float:
    """Height in millimetres to which solder climbs on a nominal joint."""
    if kind.family is Family.GULL_WING:
        return 0.17
    return min(0.5, 0.55 * kind.height)


def _row(tile: Tile, row: Row, placement: Placement, amounts: Map) -> None:
    along, out = along_and_out(tile, row)
    middle = np.float32((row.count - 1) / 2)
    index = np.clip(np.rint(along / np.float32(row.pitch) + middle), 0, row.count - 1).astype(np.int32)
    a = along - (index - middle) * np.float32(row.pitch)
    m = amounts.take(index)
    du, dv = _local_shift(placement)
    shift_out = (du if row.side in (0, 2) else dv) * (1 if row.side in (0, 1) else -1)
    end = np.float32(min(row.reach + shift_out, row.outer + 0.2))
    surplus = np.clip(m - 1, 0, 1.5)
    half = np.float32(row.width / 2) * np.minimum(0.62 + 0.38 * m, 1.0 + 0.22 * surplus)
    far = row.outer + 0.02 + 0.22 * surplus - np.clip(1 - m, 0, 1) * np.float32(0.85 * (row.outer - row.inner))
    edge = np.maximum(np.abs(a) - half, np.maximum(out - far, np.float32(row.inner - 0.05) - out))
    cover = tile.cover(edge + np.float32(0.02) * texture("grain", tile.shape, placement.grain))
    span = np.maximum(far - end, 0.12)
    t = np.clip((out - end) / span, 0, 1)
    bulge = np.clip(surplus, 0, 1)
    meniscus = (1 - bulge) * (1 - t) ** 2 + bulge * np.sqrt(np.maximum(1 - t * t, 0))
    across = np.sqrt(np.maximum(1 - (a / np.maximum(half, 0.05)) ** 2, 0))
    if placement.missing:
        centre = (out - np.float32((row.inner + row.outer) / 2)) / np.float32((row.outer - row.inner) / 2)
        meniscus = 0.55 * np.sqrt(np.maximum(1 - centre * centre, 0))
    height = 0.06 + _wetting(placement.part.kind) * np.sqrt(np.maximum(m, 0.02)) * meniscus * (0.45 + 0.55 * across)
    wobble = np.float32(0.006) * texture("grain", tile.shape, placement.grain + 5)
    gloss = np.clip(0.84 * placement.gloss + 0.05 * texture("cloud", tile.shape, placement.grain), 0.2, 1)
    tile.paint(cover, SOLDER, np.asarray(height + wobble, np.float32), 1.0, np.asarray(gloss, np.float32))


def _tab(tile: Tile, placement: Placement) -> None:
    """Draw the large pad of a power transistor, where solder flows out around the tab in waves."""
    amount = float(np.mean(placement.solder))
    cover = tile.box(0, -2.6, 3.2 + 0.15 * (amount - 1), 3.4, 0.4)
    waves = texture("cloud", tile.shape, placement.grain + 9)
    height = (
        0.10 * amount + np.float32(0.022) * waves + np.float32(0.004) * texture("grain", tile.shape, placement.grain)
    )
    tile.paint(cover, SOLDER, np.asarray(height, np.float32), 1.0, float(np.clip(0.74 * placement.gloss, 0, 1)))


def bridge(surface: Surface, ends: tuple[float, float, float, float], width: float, grain: int) -> None:
    """Draw a strand of solder between two points of the field (x0, y0, x1, y1), thinner in the middle."""
    x0, y0, x1, y1 = ends
    length = float(np.hypot(x1 - x0, y1 - y0))
    angle = float(np.degrees(np.arctan2(y1 - y0, x1 - x0)))
    reach = length / 2 + width
    tile = Tile(surface, (x0 + x1) / 2, (y0 + y1) / 2, angle, (-reach, -width * 1.5, reach, width * 1.5))
    t = np.clip(np.abs(tile.u) / np.float32(length / 2), 0, 1)
    half = np.float32(width / 2) * (0.62 + 0.38 * t * t)
    edge = np.maximum(np.abs(tile.v) - half, np.abs(tile.u) - np.float32(length / 2 + width / 3))
    cover = tile.cover(edge + np.float32(0.025) * texture("grain", tile.shape, grain))
    round_ = np.sqrt(np.maximum(1 - (tile.v / np.maximum(half, 0.03)) ** 2, 0))
    height = np.maximum(0.06 + np.float32(0.5 * width) * round_, 0.8 * tile.height)
    tile.paint(cover, SOLDER, np.asarray(height, np.float32), 1.0, 0.85)


def ball(surface: Surface, x: float, y: float, radius: float) -> None:
    """Draw a ball of solder on the board."""
    reach = radius + 0.15
    tile = Tile(surface, x, y, 0, (-reach, -reach, reach, reach))
    r2 = (tile.u**2 + tile.v**2) / np.float32(radius**2)
    height = tile.height + np.float32(radius) * (0.7 + np.sqrt(np.maximum(1 - r2, 0)))
    tile.paint(tile.disc(0, 0, radius), SOLDER, np.asarray(height, np.float32), 1.0, 0.9)


def flood(surface: Surface, board: Product, seed: int, variation: float) -> None:
    """Draw the solder coating of the large bare pads: waves and tarnish that differ on every board."""
    for index, (x0, y0, x1, y1) in enumerate(board.bare):
        rng = stream(seed, "flood", index)
        hx, hy, grain = (x1 - x0) / 2, (y1 - y0) / 2, int(rng.integers(0, 1 << 30))
        tile = Tile(surface, (x0 + x1) / 2, (y0 + y1) / 2, 0, (-hx, -hy, hx, hy))
        signed = tile.box(0, 0, hx - 0.08, hy - 0.08, 0.5)
        waves = np.float32(0.016 * variation) * texture("cloud", tile.shape, grain)
        waves = waves + np.float32(0.0022) * texture("grain", tile.shape, grain + 1)
        dome = 0.06 + 0.05 * np.minimum((1 - (tile.u / np.float32(hx)) ** 2), (1 - (tile.v / np.float32(hy)) ** 2))
        tone = 1 + np.float32(0.05 * variation) * texture("cloud", tile.shape, grain + 2)
        colour = tinted(SOLDER, tone)
        gloss = float(np.clip(rng.normal(0.72, 0.05 * variation), 0.5, 0.9))
        tile.paint(signed, colour, np.asarray(dome + waves, np.float32), 1.0, gloss)
