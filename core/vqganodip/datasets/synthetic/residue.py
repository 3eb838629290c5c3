"""Things on top of a board: scratches, fibres, stains, dust and the serial number label."""

from __future__ import annotations

import numpy as np

from vqganodip.datasets.synthetic.canvas import Surface, Tile, linear, texture
from vqganodip.datasets.synthetic.layout import Product
from vqganodip.datasets.synthetic.lettering import barcode, text
from vqganodip.datasets.synthetic.placement import stream

__all__ = ["dust", "fibre", "label", "scratch", "stain"]

_LABEL_MARGIN = 0.3


def scratch(
    surface: Surface,
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    depth: float,
    grain: int,
    colour: tuple[int, int, int] = (186, 176, 142),
) -> None:
    """Draw a scratch through the solder mask: a furrow in an sRGB colour that skips over raised parts."""
    half = min(length, 40.0) / 2
    tile = Tile(surface, x, y, angle, (-half - 0.2, -1.2, half + 0.2, 1.2))
    bow = np.float32(0.6 / max(half, 1.0) ** 2) * tile.u**2 * np.float32(0.5 if grain % 2 else -0.5)
    wiggle = np.float32(0.018) * texture("cloud", tile.shape, grain)
    v = np.abs(tile.v - bow - wiggle)
    taper = np.clip((np.float32(half) - np.abs(tile.u)) / np.float32(max(half * 0.4, 0.3)), 0, 1)
    skips = np.clip(0.85 + np.float32(0.5) * texture("grain", tile.shape, grain + 1), 0, 1)
    here = np.asarray(tile.height < 0.25, np.float32) * skips
    furrow = tile.cover(np.asarray(v - np.float32(width / 2) * taper, np.float32)) * np.minimum(taper * 4, 1) * here
    tile.paint(np.asarray(furrow * np.float32(depth), np.float32), linear(*colour), None, None, 0.3)
    tile.height -= np.float32(0.06 * depth) * furrow


def fibre(
    surface: Surface, x: float, y: float, angle: float, length: float, width: float, bend: float, grain: int
) -> None:
    """Draw a fibre that lies over the board."""
    half = length / 2
    tile = Tile(surface, x, y, angle, (-half - 0.2, -half, half + 0.2, half))
    path = np.float32(bend / max(half, 0.5)) * tile.u**2 * np.float32(0.5)
    path = path + np.float32(0.12) * np.sin(tile.u * np.float32(2.1) + np.float32(grain % 7))
    slope = np.sqrt(1 + (np.float32(bend / max(half, 0.5)) * tile.u) ** 2)
    signed = np.maximum(np.abs(tile.v - path) / slope - np.float32(width / 2), np.abs(tile.u) - np.float32(half))
    pale = grain % 3 != 0
    colour = linear(196, 196, 204) if pale else linear(24, 24, 30)
    height = tile.height + np.float32(0.15)
    tile.paint(tile.cover(np.asarray(signed, np.float32)) * np.float32(0.85), colour, height, 0.0, 0.4)


def stain(surface: Surface, x: float, y: float, radius: float, strength: float, pale: bool, grain: int) -> None:
    """Draw dried liquid or burnt flux: a blot with a darker rim and an irregular outline."""
    reach = radius * 1.7
    tile = Tile(surface, x, y, 0, (-reach, -reach, reach, reach))
    angle = np.arctan2(tile.v, tile.u)
    outline = 1 + 0.16 * np.sin(3 * angle + grain % 11) + 0.09 * np.sin(7 * angle + grain % 5)
    outline = outline + 0.10 * texture("grain", tile.shape, grain)
    distance = np.sqrt(tile.u**2 + tile.v**2) / np.float32(radius) / outline
    # capped, because exp overflows float32 beyond 88; the reciprocal is zero there
    inside = 1 / (1 + np.exp(np.minimum((distance - 0.9) / 0.045, 88)))
    rim = np.exp(-(((distance - 0.86) / 0.09) ** 2))
    patches = np.clip(0.75 + np.float32(0.3) * texture("grain", tile.shape, grain + 1), 0, 1)
    alpha = np.clip(strength * (0.6 * inside * patches + 0.5 * rim), 0, 1)
    colour = linear(206, 204, 190) if pale else linear(74, 48, 22)
    tile.paint(np.asarray(alpha, np.float32), colour, None, 0.0, 0.2 if pale else 0.75)
    tile.height += np.asarray(0.02 * rim * strength, np.float32)


def dust(surface: Surface, board: Product, seed: int, variation: float) -> None:
    """Draw dust: specks of at most a pixel, present on every board."""
    rng = stream(seed, "dust")
    x0, y0, x1, y1 = board.outline
    for _ in range(int(rng.poisson(14 * variation))):
        x, y = (float(v) for v in rng.uniform((x0, y0), (x1, y1)))
        radius, strength = float(rng.uniform(0.03, 0.075)), float(rng.uniform(0.15, 0.5))
        tile = Tile(surface, x, y, 0, (-0.2, -0.2, 0.2, 0.2))
        tile.paint(tile.disc(0, 0, radius) * np.float32(strength), linear(200, 200, 196), None, None, 0.1)


def label(surface: Surface, board: Product, seed: int, serial: str, variation: float) -> None:
    """Draw the white label, applied by hand, with the serial number as QR code and in letters."""
    rng = stream(seed, "label")
    x, y, side = board.barcode
    shift = np.clip(rng.normal(0, 0.09 * variation, 2), -0.3, 0.3)
    turn = float(np.clip(rng.normal(0, 0.5 * variation), -2.5, 2.5))
    half, grain = side / 2, int(rng.integers(0, 1 << 30))
    ink = float(np.clip(rng.normal(0.93, 0.03 * variation), 0.75, 1.0))
    reach = (-half - 0.6, -half - 0.6, half + 0.6, half + 1.6)
    tile = Tile(surface, x + float(shift[0]), y + float(shift[1]), turn, reach)
    paper = tile.box(0, 0.45, half + _LABEL_MARGIN, half + _LABEL_MARGIN + 0.45, 0.3)
    white = (0.76 + np.float32(0.012) * texture("grain", tile.shape, grain))[..., None] * np.ones(3, np.float32)
    bulge = 0.11 + np.float32(0.012) * texture("cloud", tile.shape, grain)
    tile.paint(paper, white, np.asarray(bulge, np.float32), 0.0, 0.42)
    code = np.kron(barcode(serial), np.ones((8, 8), np.float32))
    dark = tile.stamp(1 - code, 0, 0, side, side)
    worn = np.clip(0.96 + np.float32(0.05) * texture("fine", tile.shape, grain + 1), 0, 1)
    tile.paint(np.asarray(dark * worn * np.float32(ink), np.float32), linear(26, 26, 28), None, None, 0.4)
    letters = text(serial, 2)
    wide = min(side, 0.75 * letters.shape[1] / letters.shape[0])
    words = tile.stamp(letters, 0, half + 0.35, wide, wide * letters.shape[0] / letters.shape[1])
    tile.paint(np.asarray(words * np.float32(ink), np.float32), linear(26, 26, 28), None, None, 0.4)
