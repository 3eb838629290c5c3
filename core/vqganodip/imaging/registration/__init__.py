"""Bring boards in nearly fixed position onto one grid: the reference board's.

Coarse: cross-correlation over all shifts at a few angles, on a small version. Fine: Gauss-Newton on a pyramid with
the inverse compositional scheme, gain and offset solved with the motion, and Tukey weights, so that a missing part is
an outlier and not a pull (Baker & Matthews 2004, "Lucas-Kanade 20 years on", part 1; part 2 for robust weights). It
looks only at pixels that tell something: a steep mean over the training boards and little spread. Parts that stand
off the board tilt from board to board, so they spread and lose their say; the flat board remains.

All of it works on a contrast image: brightness less its local mean, softly clipped. Lighting that changes from board
to board, and highlights, then matter little.
"""

from __future__ import annotations

from vqganodip.imaging.registration.board import (
    Reference,
    Registered,
    apply,
    build_reference,
    choose_reference,
    covered,
    from_arrays,
    is_fixed_position,
    register,
    to_arrays,
)

__all__ = [
    "Reference",
    "Registered",
    "apply",
    "build_reference",
    "choose_reference",
    "covered",
    "from_arrays",
    "is_fixed_position",
    "register",
    "to_arrays",
]
