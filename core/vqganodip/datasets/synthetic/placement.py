"""Placement of a part on one board: position, solder, print and defects."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.layout import Part

__all__ = ["Placement", "place", "stream"]

_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"


def stream(seed: int, name: str, index: int = 0) -> np.random.Generator:
    """Return the random stream of one named thing on one board, independent of all other streams."""
    return np.random.default_rng(np.random.SeedSequence(entropy=seed, spawn_key=(zlib.crc32(name.encode()), index)))


@dataclass(frozen=True, slots=True)
class Placement:
    """A part on one board.

    Attributes:
        part: The part; with another package or value if the wrong component was fitted.
        dx: Offset from nominal in millimetres.
        dy: The same, downwards.
        turn: Rotation from nominal in degrees.
        solder: Amount per joint, 1 nominal.
        lift: Millimetres by which each lead is bent up.
        gloss: Gloss of the solder, 1 nominal.
        tone: Brightness of the body, 1 nominal.
        lot: Lot code printed under the value.
        ink: Contrast of the print, 0..1.
        ink_shift: Offset of the print (u, v) in millimetres.
        ink_weight: Stroke of the print.
        grain: Offset of the textures.
        missing: True if there is no part on the pads.
        tombstone: Angle in degrees by which the part is raised on one end; negative for the other end.
        flipped: True if the part is rotated by 180 degrees.
    """

    part: Part
    dx: float
    dy: float
    turn: float
    solder: tuple[float, ...]
    lift: tuple[float, ...]
    gloss: float
    tone: float
    lot: str
    ink: float
    ink_shift: tuple[float, float]
    ink_weight: int
    grain: int
    missing: bool = False
    tombstone: float = 0.0
    flipped: bool = False


def place(part: Part, index: int, seed: int, variation: float) -> Placement:
    """Draw the placement of a part within the process window.

    Args:
        part: The part.
        index: Its number on the product.
        seed: Seed of the board.
        variation: Width of the process window; 1 is about ±2 px (0.2 mm) and ±2°.
    """
    rng = stream(seed, "part", index)
    reel = stream(seed, f"reel {part.package} {part.value}")
    size = max(part.kind.length, part.kind.width)
    spread = (0.065 if size < 9 else 0.045) * variation
    shift = np.clip(rng.normal(0, spread, 2), -0.2 * variation, 0.2 * variation)
    turn = float(np.clip(rng.normal(0, min(1.1, 4.0 / size)), -2.5, 2.5)) * variation
    joints = part.kind.joints
    base = rng.normal(1.0, 0.07 * variation)
    solder = np.clip(base + rng.normal(0, 0.09 * variation, joints), 0.62, 1.42)
    lot = f"{reel.integers(23, 27)}{reel.integers(1, 53):02d}{_LETTERS[reel.integers(0, len(_LETTERS))]}"
    reel_tone = reel.normal(1.0, 0.07 * variation)
    reel_ink = reel.uniform(0.72, 1.0)
    weight = 2 + int(reel.random() < 0.4)
    ink_shift = np.clip(rng.normal(0, 0.05 * variation, 2), -0.15, 0.15)
    return Placement(
        part=part,
        dx=float(shift[0]),
        dy=float(shift[1]),
        turn=turn,
        solder=tuple(float(a) for a in solder),
        lift=(0.0,) * joints,
        gloss=float(np.clip(rng.normal(1.0, 0.07 * variation), 0.65, 1.2)),
        tone=float(np.clip(reel_tone * rng.normal(1.0, 0.03 * variation), 0.7, 1.35)),
        lot=lot,
        ink=float(np.clip(reel_ink * (1 - abs(rng.normal(0, 0.12 * variation))), 0.35, 1.0)),
        ink_shift=(float(ink_shift[0]), float(ink_shift[1])),
        ink_weight=weight,
        grain=int(rng.integers(0, 1 << 30)),
    )
