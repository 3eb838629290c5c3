"""Limits of the structure of a product's pictures, measured by a fit on its normal boards."""

from __future__ import annotations

from collections.abc import Sequence

from vqganodip.bundles.archive import arrays_to_bytes
from vqganodip.bundles.loaded_bundle import STRUCTURE, LoadedBundle
from vqganodip.detection.structure import Structure, limits_of, measure_structure
from vqganodip.errors import ImageError
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import place
from vqganodip.records import Label, LabelledImage

__all__ = ["structure_contents"]


def structure_contents(model: LoadedBundle, images: Sequence[LabelledImage]) -> dict[str, tuple[str, bytes]]:
    """Return suffix and bytes of the role ``structure``; empty if no normal image can be read.

    The images are read again, since metric rows may come from a cache. Boards that do not align are left out of a
    product in fixed position.
    """
    normal: list[Structure] = []
    for image in images:
        if image.label is not Label.NORMAL:
            continue
        try:
            placed = place(model, read_image(image.path))
        except ImageError:
            continue
        if not placed.warnings:
            normal.append(measure_structure(placed.pixels, placed.outside))
    if not normal:
        return {}
    limits = limits_of(normal, fixed_position=model.reference is not None)
    return {STRUCTURE: (".npz", arrays_to_bytes(limits.to_arrays()))}
