"""Drawings of two-terminal components: chips, tantalum and electrolytic capacitors, diodes, LEDs, coils, crystals."""

from __future__ import annotations

from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.canvas import Tile, linear, smoothstep, texture, tinted
from vqganodip.datasets.synthetic.lettering import text
from vqganodip.datasets.synthetic.placement import Placement
from vqganodip.types import Map

__all__ = [
    "capacitor",
    "crystal",
    "diode",
    "electrolytic",
    "inductor",
    "lamp",
    "mark",
    "resistor",
    "rounded",
    "scaled",
    "tantalum",
]

_TIN: Final = (0.70, 0.69, 0.67)
_BODIES: Final = (
    linear(158, 124, 88),
    linear(150, 112, 74),
    linear(170, 144, 108),
    linear(138, 110, 86),
    linear(176, 152, 118),
    linear(146, 116, 80),
    linear(132, 104, 82),
)


def scaled(colour: tuple[float, float, float], factor: float) -> tuple[float, float, float]:
    """Make a colour brighter or darker."""
    return colour[0] * factor, colour[1] * factor, colour[2] * factor


def rounded(signed: Map, top: float, radius: float) -> Map:
    """Height of a body with a rounded upper edge, from its signed distance (negative inside)."""
    inward = np.clip(signed + np.float32(radius), 0, radius)
    return np.asarray(top - radius + np.sqrt(np.maximum(radius**2 - inward**2, 0)), np.float32)


def mark(
    tile: Tile,
    placement: Placement,
    content: str,
    at: tuple[float, float],
    cap: float,
    colour: tuple[float, float, float],
    strength: float = 0.9,
    fit: float = 0.0,
) -> None:
    """Print a line of text on a part with the wear and the offset of its placement.

    Args:
        tile: Tile of the part.
        placement: The part on its board, which gives the ink.
        content: The text.
        at: Centre (u, v) on the part.
        cap: Height of the letters in millimetres.
        colour: Linear reflectance of the ink.
        strength: Opacity of fresh ink.
        fit: Largest width in millimetres; longer lines are printed smaller. 0 for no limit.
    """
    if not content:
        return
    bitmap = text(content, placement.ink_weight)
    width = cap * bitmap.shape[1] / bitmap.shape[0]
    if fit and width > fit:
        cap, width = cap * fit / width, fit
    u, v = at[0] + placement.ink_shift[0], at[1] + placement.ink_shift[1]
    cover = tile.stamp(bitmap, u, v, width, cap)
    worn = np.clip(0.85 + np.float32(0.22) * texture("fine", tile.shape, placement.grain + 3), 0, 1)
    tile.paint(np.asarray(cover * worn * np.float32(strength * placement.ink), np.float32), colour, None, None, 0.2)


def _terminals(tile: Tile, length: float, width: float, height: float, cap: float, placement: Placement) -> None:
    """Tinned caps over both ends of a chip, a little wider than the body."""
    hu, hv = length / 2, width / 2
    signed = np.maximum(np.abs(tile.u) - np.float32(hu), np.abs(tile.v) - np.float32(hv + 0.02))
    wavy = np.float32(0.02) * texture("grain", tile.shape, placement.grain)
    ends = tile.cover(np.maximum(signed, np.float32(hu - cap) - np.abs(tile.u) + wavy))
    wobble = np.float32(0.006) * texture("grain", tile.shape, placement.grain + 1)
    shape = rounded(np.asarray(signed, np.float32), height + 0.03, min(0.2, height * 0.45)) + wobble
    tile.paint(
        ends,
        scaled(placement.part.kind.look.metal or _TIN, 0.97 + 0.1 * (placement.gloss - 1)),
        np.asarray(shape, np.float32),
        1.0,
        0.55,
    )


def resistor(tile: Tile, placement: Placement) -> None:
    """A thick-film chip: white ceramic, black glass on top with the value, tinned ends."""
    kind = placement.part.kind
    hu, hv = kind.length / 2, kind.width / 2
    body = tile.box(0, 0, hu, hv, 0.04)
    tile.paint(body, linear(206, 204, 196), kind.height - 0.06, 0.0, 0.3)
    glass = tile.box(0, 0, hu * 0.72, hv - 0.04, 0.05)
    signed = np.maximum(np.abs(tile.u) - np.float32(hu * 0.72), np.abs(tile.v) - np.float32(hv - 0.04))
    colour = scaled(kind.look.body or linear(30, 30, 33), placement.tone)
    tile.paint(glass, colour, rounded(np.asarray(signed, np.float32), kind.height + 0.02, 0.05), 0.0, 0.72)
    _terminals(tile, kind.length, kind.width, kind.height, 0.18 * kind.length, placement)
    if kind.width > 0.8:
        cap = 0.5 * kind.width
        ink = kind.look.ink or linear(226, 226, 220)
        mark(tile, placement, placement.part.value, (0, 0), cap, ink, fit=hu * 1.2)


def capacitor(tile: Tile, placement: Placement) -> None:
    """A ceramic chip: a plain brown or grey block with tinned ends."""
    kind = placement.part.kind
    signed = np.maximum(np.abs(tile.u) - np.float32(kind.length / 2), np.abs(tile.v) - np.float32(kind.width / 2))
    grain = 1 + np.float32(0.04) * texture("fine", tile.shape, placement.grain)
    base = scaled(kind.look.body or _BODIES[placement.part.tint % len(_BODIES)], placement.tone)
    colour = tinted(base, grain)
    height = rounded(np.asarray(signed, np.float32), kind.height, 0.14)
    tile.paint(tile.cover(np.asarray(signed, np.float32)), colour, height, 0.0, 0.55)
    _terminals(tile, kind.length, kind.width, kind.height, 0.23 * kind.length, placement)


def _moulded(tile: Tile, placement: Placement, colour: tuple[float, float, float], bevel: float, gloss: float) -> Map:
    """A moulded body with drafted sides; returns its coverage."""
    kind = placement.part.kind
    signed = np.maximum(np.abs(tile.u) - np.float32(kind.length / 2), np.abs(tile.v) - np.float32(kind.width / 2))
    cover = tile.cover(np.asarray(signed, np.float32))
    depth = np.clip(-signed / np.float32(bevel), 0, 1)
    rough = np.float32(0.0035) * texture("fine", tile.shape, placement.grain)
    height = kind.height * (0.72 + 0.28 * smoothstep(np.asarray(depth, np.float32), 0, 1)) + rough
    grain = placement.tone * (1 + np.float32(0.06) * texture("fine", tile.shape, placement.grain + 2))
    colours = tinted(colour, grain)
    tile.paint(cover, colours, np.asarray(height, np.float32), 0.0, gloss)
    return cover


def _end_leads(tile: Tile, placement: Placement, width: float, out: float, height: float) -> None:
    """Flat tinned leads that come out of both ends of a body."""
    kind = placement.part.kind
    cover = tile.box(0, 0, kind.length / 2 + out, width / 2, 0.05)
    drop = smoothstep(np.abs(tile.u) - np.float32(kind.length / 2), 0.0, max(out, 0.1))
    shape = height * (1 - 0.6 * drop) + np.float32(0.004) * texture("grain", tile.shape, placement.grain)
    tile.paint(cover, kind.look.metal or _TIN, np.asarray(shape, np.float32), 1.0, 0.6)


def tantalum(tile: Tile, placement: Placement) -> None:
    """A moulded tantalum capacitor with the bar at its positive end."""
    kind = placement.part.kind
    _end_leads(tile, placement, kind.width * 0.62, 0.2, 0.7 * kind.height)
    yellow = placement.part.tint % 3 != 2
    body = kind.look.body or (linear(202, 150, 44) if yellow else linear(44, 44, 46))
    ink = kind.look.ink or (linear(70, 42, 18) if yellow else linear(196, 196, 188))
    _moulded(tile, placement, body, 0.3, 0.4)
    bar = tile.box(-kind.length / 2 + 0.17 * kind.length, 0, 0.07 * kind.length, kind.width / 2 - 0.22)
    tile.paint(bar * np.float32(0.92 * placement.ink), ink, None, None, 0.25)
    cap = 0.27 * kind.width
    mark(
        tile, placement, placement.part.value, (0.11 * kind.length, -0.2 * kind.width), cap, ink, fit=kind.length * 0.6
    )
    mark(tile, placement, placement.lot[2:], (0.11 * kind.length, 0.2 * kind.width), cap * 0.85, ink)


def electrolytic(tile: Tile, placement: Placement) -> None:
    """An aluminium can on a plastic base; the black segment is the negative side."""
    kind = placement.part.kind
    half = kind.length / 2
    _end_leads(tile, placement, 0.9, 0.25, 0.25)
    base = tile.box(0, 0, half, half, 0.15)
    cut = tile.cover((tile.u - tile.v) / np.float32(1.4142) - np.float32(half * 1.12))
    cut2 = tile.cover((tile.u + tile.v) / np.float32(1.4142) - np.float32(half * 1.12))
    tile.paint(base * cut * cut2, scaled(linear(26, 26, 27), placement.tone), 1.0, 0.0, 0.35)
    radius = half * 0.93
    distance = np.sqrt(tile.u**2 + tile.v**2)
    signed = np.asarray(distance - np.float32(radius), np.float32)
    can = tile.cover(signed)
    brushed = np.float32(0.0016) * texture("fine", tile.shape, placement.grain)
    height = rounded(signed, kind.height, 0.55) + brushed
    groove = np.exp(-(((distance - np.float32(radius - 0.75)) / np.float32(0.07)) ** 2))
    height = height - np.float32(0.05) * groove
    tile.paint(can, (0.66, 0.66, 0.67), np.asarray(height, np.float32), 1.0, 0.34)
    segment = tile.cover(tile.u + np.float32(radius * 0.52)) * tile.cover(signed + np.float32(0.5))
    tile.paint(segment * np.float32(0.93), kind.look.ink or linear(28, 28, 32), None, 0.0, 0.45)
    words = (*placement.part.value.split(), placement.lot[1:])
    for line, word in enumerate(words):
        at = (0.2 * radius, (line - (len(words) - 1) / 2) * 0.48 * radius)
        mark(tile, placement, word, at, 0.3 * radius, kind.look.body or linear(30, 30, 36), 0.9, fit=1.05 * radius)


def diode(tile: Tile, placement: Placement) -> None:
    """A moulded diode; the light band is the cathode."""
    kind = placement.part.kind
    _end_leads(tile, placement, kind.width * 0.55, kind.rows[0].reach - kind.length / 2, 0.35 * kind.height)
    _moulded(tile, placement, kind.look.body or linear(36, 36, 38), 0.22, 0.4)
    band = tile.box(-kind.length / 2 + 0.2 * kind.length, 0, 0.075 * kind.length, kind.width / 2 - 0.12)
    tile.paint(band * np.float32(0.85 * placement.ink), kind.look.ink or linear(196, 196, 192), None, None, 0.25)
    at, cap = (0.14 * kind.length, 0.0), 0.34 * kind.width
    ink = kind.look.ink or linear(190, 190, 186)
    mark(tile, placement, placement.part.value, at, cap, ink, 0.8, fit=0.55 * kind.length)


def lamp(tile: Tile, placement: Placement) -> None:
    """A chip lamp: white body, clear lens over yellow, a green corner at the cathode."""
    kind = placement.part.kind
    hu, hv = kind.length / 2, kind.width / 2
    tile.paint(tile.box(0, 0, hu, hv, 0.08), kind.look.body or linear(222, 220, 208), 0.45, 0.0, 0.4)
    _terminals(tile, kind.length, kind.width, 0.4, 0.2 * kind.length, placement)
    lens = tile.box(0, 0, hu * 0.6, hv * 0.92, 0.15)
    signed = np.maximum(np.abs(tile.u) - np.float32(hu * 0.6), np.abs(tile.v) - np.float32(hv * 0.92))
    colour = kind.look.ink or linear(214, 204, 132)
    tile.paint(lens, colour, rounded(np.asarray(signed, np.float32), kind.height, 0.25), 0.0, 0.9)
    tile.paint(tile.box(-hu * 0.45, 0, 0.12, hv * 0.5), linear(58, 140, 66), None, None, 0.8)


def inductor(tile: Tile, placement: Placement) -> None:
    """A shielded coil: a ferrite square with rounded corners, a round core, the value on it."""
    kind = placement.part.kind
    half = kind.length / 2
    _end_leads(tile, placement, kind.width * 0.5, 0.08, 0.5)
    frame = tile.box(0, 0, half, half, 0.2 * kind.length)
    grain = placement.tone * (1 + np.float32(0.12) * texture("fine", tile.shape, placement.grain))
    colour = tinted(kind.look.body or linear(58, 58, 60), grain)
    rough = np.float32(0.008) * texture("fine", tile.shape, placement.grain + 1)
    tile.paint(frame, colour, np.asarray(kind.height + rough, np.float32), 0.0, 0.3)
    distance = np.asarray(np.sqrt(tile.u**2 + tile.v**2) - np.float32(half * 0.78), np.float32)
    gap = tile.cover(np.abs(distance) - np.float32(0.16))
    tile.paint(gap, linear(120, 62, 30), kind.height - 0.35, 0.0, 0.5)
    core = tile.cover(distance + np.float32(0.16))
    tile.paint(core, colour * np.float32(1.2), np.asarray(kind.height + 0.02 + rough, np.float32), 0.0, 0.35)
    ink = kind.look.ink or linear(212, 212, 206)
    mark(tile, placement, placement.part.value, (0, 0), 0.24 * kind.length, ink, fit=half * 1.1)


def crystal(tile: Tile, placement: Placement) -> None:
    """A quartz in a metal can with a rolled rim and an engraved frequency."""
    kind = placement.part.kind
    hu, hv = kind.length / 2, kind.width / 2
    _end_leads(tile, placement, 0.7, 0.3, 0.25)
    radius = hv * 0.98 if kind.length > 8 else 0.35
    du, dv = np.abs(tile.u) - np.float32(hu - radius), np.abs(tile.v) - np.float32(hv - radius)
    signed = np.sqrt(np.maximum(du, 0) ** 2 + np.maximum(dv, 0) ** 2) + np.minimum(np.maximum(du, dv), 0)
    signed = np.asarray(signed - np.float32(radius), np.float32)
    rim = 0.45 if kind.length > 8 else 0.3
    tile.paint(tile.cover(signed), (0.6, 0.58, 0.54), 0.35 * kind.height, 1.0, 0.5)
    inner = signed + np.float32(rim)
    wavy = np.float32(0.012) * texture("cloud", tile.shape, placement.grain)
    wavy = wavy + np.float32(0.0012) * texture("fine", tile.shape, placement.grain)
    lid = np.asarray(rounded(inner, kind.height, 0.3 if kind.height > 2 else 0.1) + wavy, np.float32)
    tile.paint(
        tile.cover(inner), kind.look.body or (0.72, 0.71, 0.69), lid, 1.0, float(np.clip(0.62 * placement.gloss, 0, 1))
    )
    cap, ink = 0.26 * kind.width, kind.look.ink or linear(52, 50, 48)
    mark(tile, placement, placement.part.value, (0, -0.16 * kind.width), cap, ink, 0.75, fit=hu * 1.4)
    mark(tile, placement, placement.lot, (0, 0.2 * kind.width), cap * 0.8, ink, 0.75, fit=hu * 1.2)
