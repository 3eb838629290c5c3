"""Registration of boards in nearly fixed position, or turned by any angle, to the grid of a reference board.

Coarse: cross-correlation over all shifts at a few angles, on a small version; where a product lies turned by any angle,
the likely angles are found first on a smaller one. Fine: Gauss-Newton on a pyramid with
the inverse compositional scheme, gain and offset solved with the motion, and Tukey weights, so that a missing part is
an outlier and does not bias the result (Baker & Matthews 2004, "Lucas-Kanade 20 years on", part 1; part 2 for robust
weights). Only informative pixels are used: a steep gradient of the mean over the training boards and a low standard
deviation. Tall components tilt from board to board, so their deviation is high and their weight low; the flat board
remains.

Both searches work on a contrast image: brightness minus its local mean, softly clipped. It hardly depends on lighting
and highlights.
"""

from __future__ import annotations

from vqganodip.imaging.registration.board import (
    Position,
    Reference,
    Registered,
    apply,
    build_reference,
    choose_reference,
    covered,
    find_position,
    from_arrays,
    is_fixed_position,
    register,
    to_arrays,
)

__all__ = [
    "Position",
    "Reference",
    "Registered",
    "apply",
    "build_reference",
    "choose_reference",
    "covered",
    "find_position",
    "from_arrays",
    "is_fixed_position",
    "register",
    "to_arrays",
]
