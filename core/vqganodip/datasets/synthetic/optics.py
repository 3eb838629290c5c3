"""Lamps and camera of an inspection line: the same for every board of a product."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

__all__ = ["RIG", "Lamp", "Optics", "USUAL_OPTICS", "Rig", "varied_optics"]

Tone = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Lamp:
    """A soft lamp: azimuth and elevation in degrees (azimuth 0 right, 90 down), RGB strength, size as a lobe."""

    azimuth: float
    elevation: float
    colour: Tone
    spread: float

    def direction(self, turn: float) -> Tone:
        """Unit vector towards the lamp, for a board that lies ``turn`` degrees askew."""
        a, e = math.radians(self.azimuth - turn), math.radians(self.elevation)
        return math.cos(e) * math.cos(a), math.cos(e) * math.sin(a), math.sin(e)


@dataclass(frozen=True, slots=True)
class Rig:
    """Three lamps, the RGB strength of the dome's diffuse light, and the strength of its reflections."""

    lamps: tuple[Lamp, Lamp, Lamp]
    dome: Tone
    mirrored: float = 1.0


RIG: Final = Rig(
    (
        Lamp(222.0, 52.0, (1.46, 1.40, 1.30), 0.15),
        Lamp(318.0, 58.0, (0.62, 0.66, 0.72), 0.20),
        Lamp(80.0, 47.0, (0.40, 0.42, 0.46), 0.24),
    ),
    (0.34, 0.35, 0.37),
)
"""The lamps of the designed products."""


@dataclass(frozen=True, slots=True)
class Optics:
    """Lamps and camera of a line. The defaults are those of the designed products.

    Attributes:
        rig: The lamps.
        gain: Factor of the exposure.
        white: Factors of red, green and blue.
        saturation: Strength of colours.
        blur: Standard deviation of lens blur in image pixels at 1024, added to the usual one.
        noise: Factor of the sensor noise.
        sharpening: Strength of the camera's sharpening.
        hot_spot: Offset of the place where the light falls off from, in fractions of the field.
        fall_off: Factor of the fall-off.
        plate: Factors of red, green and blue of the plate behind the board.
    """

    rig: Rig = RIG
    gain: float = 1.0
    white: Tone = (1.0, 1.0, 1.0)
    saturation: float = 1.0
    blur: float = 0.0
    noise: float = 1.0
    sharpening: float = 0.45
    hot_spot: tuple[float, float] = (0.0, 0.0)
    fall_off: float = 1.0
    plate: Tone = (1.0, 1.0, 1.0)


USUAL_OPTICS: Final = Optics()
"""Lamps and camera of the designed products."""


def _flat(rig: Rig) -> float:
    """Diffuse light on a flat white surface."""
    lamps = sum(sum(lamp.colour) / 3 * math.sin(math.radians(lamp.elevation)) for lamp in rig.lamps)
    return lamps + sum(rig.dome) / 3


def _tinted(colour: Tone, strength: float, warmth: float) -> Tone:
    return colour[0] * strength * (1 + 0.16 * warmth), colour[1] * strength, colour[2] * strength * (1 - 0.2 * warmth)


def _varied_rig(variety: float, warmth: float, rng: np.random.Generator) -> Rig:
    """Turn the ring of lamps, shift every lamp, and change strengths, sizes and the balance with the dome."""
    ring = float(rng.uniform(-180, 180)) * variety
    lamps = []
    for lamp in RIG.lamps:
        azimuth = lamp.azimuth + ring + float(rng.normal(0, 18)) * variety
        elevation = float(np.clip(lamp.elevation + rng.normal(0, 9) * variety, 34, 74))
        colour = _tinted(
            lamp.colour, math.exp(float(rng.normal(0, 0.35)) * variety), warmth + float(rng.normal(0, 0.25)) * variety
        )
        lamps.append(Lamp(azimuth, elevation, colour, lamp.spread * math.exp(float(rng.normal(0, 0.3)) * variety)))
    strength = math.exp(float(rng.normal(0.1, 0.5)) * variety)
    mirrored = math.exp(float(rng.normal(0, 0.25)) * variety)
    return Rig((lamps[0], lamps[1], lamps[2]), _tinted(RIG.dome, strength, warmth), mirrored)


def _three(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Tone:
    red, green, blue = (float(v) for v in values)
    return red, green, blue


def varied_optics(variety: float, rng: np.random.Generator) -> Optics:
    """Draw the lamps and the camera of a line; variety 0 gives the usual ones."""
    warmth = float(np.clip(rng.normal(0, 0.8), -1.6, 1.6)) * variety
    rig = _varied_rig(variety, warmth, rng)
    # the white balance makes up for most of the colour of the lamps, never for all of it
    balanced = warmth * float(rng.uniform(0.3, 1.1))
    white = np.array((1 - 0.14 * balanced, 1.0, 1 + 0.2 * balanced)) * (
        1 + np.clip(rng.normal(0, 0.03, 3), -0.08, 0.08) * variety
    )
    plate = math.exp(float(rng.uniform(-0.6, 1.6)) * variety)
    return Optics(
        rig=rig,
        gain=_flat(RIG) / _flat(rig) * math.exp(float(np.clip(rng.normal(0, 0.13), -0.3, 0.22)) * variety),
        white=_three(white),
        saturation=1 + float(rng.uniform(-0.45, 0.25)) * variety,
        blur=float(rng.uniform(-0.12, 0.75)) * variety,
        noise=math.exp(float(rng.uniform(-0.8, 0.8)) * variety),
        sharpening=0.45 + float(rng.uniform(-0.4, 0.35)) * variety,
        hot_spot=(float(rng.normal(0, 0.12)) * variety, float(rng.normal(0, 0.12)) * variety),
        fall_off=1 + float(rng.uniform(-0.8, 0.6)) * variety,
        plate=_three(plate * (1 + rng.uniform(-0.15, 0.15, 3) * variety)),
    )
