"""A board on the working grid of its model: registered to the reference board, or scaled alone in free position."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.loaded_bundle import LoadedBundle
from vqganodip.errors import ImageError, Message, message
from vqganodip.imaging.registration import covered
from vqganodip.records import SourceImage
from vqganodip.types import FloatArray, Image

__all__ = ["Placed", "place"]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A board on the working grid.

    Attributes:
        source: Decoded image file.
        pixels: uint8 h×w×3 on the working grid.
        transform: 2×3 from working-grid pixels to source pixels.
        residual: Registration residual in [0, 1]; None for products in free position.
        outside: bool h×w, True outside the source image; None if it covers the whole grid.
        warnings: Warnings for the operator.
    """

    source: SourceImage
    pixels: Image = field(repr=False)
    transform: FloatArray
    residual: float | None
    outside: NDArray[np.bool_] | None = field(repr=False)
    warnings: tuple[Message, ...] = ()


def place(model: LoadedBundle, source: SourceImage) -> Placed:
    """Map a board onto the working grid by registration, or by scaling alone for products in free position."""
    from vqganodip.imaging.decoding import resize

    pixels = source.pixels
    height, width = pixels.shape[:2]
    if model.reference is not None:
        model.check_size((width, height), source.path)
        registered = model.register(pixels)
        inside = covered(registered.transform, model.reference.size, (width, height))
        outside = None if inside.all() else np.logical_not(inside)
        warnings = () if registered.ok else (_alignment_warning(registered.correlation, (width, height), model),)
        return Placed(source, registered.pixels, registered.transform, registered.residual, outside, warnings)
    if min(width, height) < 32:
        raise ImageError(
            "inspection-image-too-small",
            "the image is {w}×{h} px",
            where=source.path,
            todo="Give images of 32 px and more.",
            w=width,
            h=height,
        )
    factor = max(1.0, max(width, height) / model.long_side)
    size = (max(32, round(width / factor)), max(32, round(height / factor)))
    small = pixels if size == (width, height) else resize(pixels, size)
    sx, sy = width / size[0], height / size[1]
    transform = np.array([[sx, 0.0, (sx - 1) / 2], [0.0, sy, (sy - 1) / 2]])
    return Placed(source, small, transform, None, None)


def _alignment_warning(correlation: float, size: tuple[int, int], model: LoadedBundle) -> Message:
    if model.source_size is not None and size != model.source_size:
        return message(
            "board-not-aligned-size",
            "The board does not align with its reference board (correlation {correlation:.2f}): "
            "the score means little. The image is {w}×{h} px, the bundle was trained on {ew}×{eh} px. "
            "Check the camera's distance and resolution, then product, side and position.",
            correlation=float(correlation),
            w=size[0],
            h=size[1],
            ew=model.source_size[0],
            eh=model.source_size[1],
        )
    return message(
        "board-not-aligned",
        "The board does not align with its reference board (correlation {correlation:.2f}): "
        "the score means little. Check product, side and position.",
        correlation=float(correlation),
    )
