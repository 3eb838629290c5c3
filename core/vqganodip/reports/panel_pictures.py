"""Four panels of an inspection as pictures: original, reconstruction, difference, patches."""

from __future__ import annotations

from typing import Final

import numpy as np

from vqganodip.records import Inspection, Panels
from vqganodip.types import Image, Map

__all__ = ["CANDIDATE_COLOURS", "DIFFERENCE_STOPS", "coloured", "panel_pictures"]

DIFFERENCE_STOPS: Final = (
    (0, 0, 4),
    (28, 16, 68),
    (79, 18, 123),
    (129, 37, 129),
    (181, 54, 122),
    (229, 80, 100),
    (251, 135, 97),
    (254, 194, 135),
    (252, 253, 191),
)
"""Nine stops of matplotlib's *magma* (CC0, van der Walt and Smith 2015), black for no difference."""

CANDIDATE_COLOURS: Final = ((240, 228, 66), (230, 159, 0), (213, 94, 0))
"""Colours of the first, middle and last ranks (Okabe and Ito)."""

_RANKS: Final = (10, 50)


def coloured(values: Map, white: float = 1.0) -> Image:
    """Colour a map with the difference scale: uint8 H×W×3; ``white`` gets the brightest colour."""
    stops = np.array(DIFFERENCE_STOPS, np.float64)
    table = np.stack(
        [np.interp(np.linspace(0, 1, 256), np.linspace(0, 1, len(stops)), stops[:, c]) for c in range(3)], axis=1
    )
    level = np.clip(values / max(white, 1e-9), 0, 1) * 255
    return np.asarray(np.rint(table)[level.astype(np.uint8)], np.uint8)


def panel_pictures(inspection: Inspection, panels: Panels) -> dict[str, Image]:
    """Panels by name, uint8: each difference scaled to its maximum, candidates framed by rank."""
    import cv2

    compared = "reconstruction" if panels.reconstructed else "reference"
    pictures = {"original": panels.original, compared: panels.reconstruction}
    for weighting, values in panels.differences.items():
        pictures[f"difference-{weighting}"] = coloured(values, float(values.max()))
    patches = np.ascontiguousarray(panels.original)
    factor = patches.shape[1] / inspection.grid[0]
    for rank, candidate in reversed(list(enumerate(inspection.candidates))):
        box = candidate.box.scaled(factor)
        colour = CANDIDATE_COLOURS[0 if rank < _RANKS[0] else 1 if rank < _RANKS[1] else 2]
        cv2.rectangle(patches, (box.x0, box.y0), (box.x1 - 1, box.y1 - 1), colour, 1)
    pictures["patches"] = patches
    return pictures
