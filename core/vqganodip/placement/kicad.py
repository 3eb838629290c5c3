"""Writer of placement files in the form of KiCad's ``.pos`` files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vqganodip.placement.parts import PlacedPart, Side

__all__ = ["KICAD", "kicad_placement"]

KICAD: Final = "KiCad"
"""Name of the form of these files."""


def kicad_placement(parts: Sequence[PlacedPart], made_by: str) -> str:
    """The text of a ``.pos`` file in millimetres, as KiCad's place_file_exporter.cpp forms it, without a time.

    Args:
        parts: In any order; they are written by side, top first, and by reference designator.
        made_by: Program that writes the file.
    """
    rows = sorted(parts, key=lambda part: (part.side is Side.BOTTOM, _natural(part.ref_des)))
    words = [tuple(word.replace(" ", "_") for word in (p.ref_des, p.value, p.package)) for p in rows]
    wide = [max([least, *(len(row[i]) for row in words)]) for i, least in enumerate((8, 8, 16))]
    head = ("# Ref".ljust(wide[0]), "Val".ljust(wide[1]), "Package".ljust(wide[2]))
    lines = [
        "### Footprint positions ###",
        f"### Printed by {made_by}",
        "## Unit = mm, Angle = deg.",
        "## Side : All",
        f"{'  '.join(head)}  {'PosX':>9}  {'PosY':>9}  {'Rot':>8}  Side",
    ]
    for part, row in zip(rows, words, strict=True):
        named = "  ".join(word.ljust(width) for word, width in zip(row, wide, strict=True))
        lines.append(f"{named}  {part.x:9.4f}  {part.y:9.4f}  {part.rotation:8.4f}  {part.side.value}")
    return "\n".join([*lines, "## End", ""])


def _natural(ref_des: str) -> tuple[str, int, str]:
    """Order in which R2 comes before R10."""
    letters = ref_des.rstrip("0123456789")
    digits = ref_des[len(letters) :]
    return letters, int(digits or 0), ref_des
