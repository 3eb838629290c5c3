"""Display options of a board: tones, effects on the original, and the view state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray


class Effect(StrEnum):
    """Effect on the original, or on the panel shown alone."""

    BLINK = "blink"
    REPLACE = "replace"
    OVERLAY = "overlay"
    SWIPE = "swipe"


@dataclass(frozen=True, slots=True)
class Tones:
    """Brightness, contrast and gamma, for display only.

    Attributes:
        brightness: Added, -0.8 to 0.8 of the range from black to white.
        contrast: Factor about the middle grey, 0.2 to 5.
        gamma: Above 1 lifts the dark parts, 0.2 to 5.
    """

    brightness: float = 0.0
    contrast: float = 1.0
    gamma: float = 1.0

    def changed(self, *, brightness: float = 0.0, contrast: float = 1.0, gamma: float = 1.0) -> Tones:
        """Return tones changed by a step, limited to a useful range."""
        return replace(
            self,
            brightness=round(min(max(self.brightness + brightness, -0.8), 0.8), 3),
            contrast=_held(self.contrast * contrast),
            gamma=_held(self.gamma * gamma),
        )

    def table(self) -> NDArray[np.uint8] | None:
        """Display value of each of the 256 values; None if nothing is changed."""
        if self == Tones():
            return None
        values = np.linspace(0.0, 1.0, 256) ** (1.0 / self.gamma)
        values = (values - 0.5) * self.contrast + 0.5 + self.brightness
        return (np.clip(values, 0.0, 1.0) * 255.0).round().astype(np.uint8)


NO_TONES: Final = Tones()


@dataclass(frozen=True, slots=True)
class ViewState:
    """View of a board, restored after the window is rebuilt.

    Attributes:
        scale, centre, fitted: State of the linked view.
        alone: Name of the panel shown alone; empty for all.
        pointed: Name of the panel last pointed at.
        chosen: Index of the selected region, -1 for none.
        effect: Effect that lasts while a key is held.
        swiping, divider, opacity, tones: Display options of the pictures.
    """

    scale: float
    centre: tuple[float, float]
    fitted: bool
    alone: str
    pointed: str
    chosen: int
    effect: Effect | None
    swiping: bool
    divider: float
    opacity: float
    tones: Tones


def _held(factor: float) -> float:
    """Limit a factor to its range; a factor near 1 becomes exactly 1."""
    held = min(max(factor, 0.2), 5.0)
    return 1.0 if abs(held - 1.0) < 1e-6 else held
