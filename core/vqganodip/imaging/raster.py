"""Decoded samples of an image file as they are stored, and their conversion to 8-bit sRGB.

Every format is read into a :class:`Raster`; depth, alpha, colour profile and orientation are handled here, once for
all.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image as PilImage

from vqganodip.errors import ImageError
from vqganodip.imaging.colour_profiles import gamma_to_srgb, profile_to_srgb
from vqganodip.types import Image

__all__ = ["Raster", "Space", "integer_top", "unsigned", "upright"]

Samples = NDArray[Any]

_CONTAINER_BITS: Final = (15, 16, 31, 32, 63, 64)
"""Depths that say no more than the type of the samples, unsigned or signed."""
_CAMERA_TOPS: Final = (1023, 4095)
"""Largest samples of cameras that store 10 or 12 bits in 16."""


class Space(StrEnum):
    """Colour models; the value is the mode of Pillow."""

    GREY = "L"
    RGB = "RGB"
    CMYK = "CMYK"


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """Samples of one image, in which zero is black (for CMYK: no ink).

    Attributes:
        samples: H×W×C colours of the space, unsigned integers or floats.
        space: Their colour model.
        top: Sample of full brightness (or full ink).
        alpha: H×W samples of opacity; None without.
        alpha_top: Sample of full opacity.
        premultiplied: The colours are already multiplied by alpha.
        icc: Embedded colour profile.
        gamma: Exponent of a PNG's gAMA chunk where it alone describes the colours.
        orientation: EXIF orientation, 1 to 8.
        indices: H×W numbers of the palette's entries; None for an image without a palette.
        lossy: The encoding changes samples (JPEG, lossy WebP).
    """

    samples: Samples
    space: Space
    top: float
    alpha: Samples | None = None
    alpha_top: float = 255
    premultiplied: bool = False
    icc: bytes | None = None
    gamma: float | None = None
    orientation: int = 1
    indices: Samples | None = None
    lossy: bool = False

    def to_srgb(self) -> Image:
        """The image as uint8 H×W×3 sRGB, upright, transparent places black."""
        colours = self._composited()
        exact = colours.dtype == np.uint8 and self.top == 255
        if self.icc:
            depth = colours if exact or self.space is Space.CMYK else _scaled(colours, self.top, 65535)
            depth = depth if exact or self.space is not Space.CMYK else _scaled(depth, self.top, 255)
            converted = profile_to_srgb(depth, str(self.space), self.icc)
            if converted is not None:
                return upright(converted, self.orientation)
        if self.gamma is not None and self.space is not Space.CMYK:
            colours = gamma_to_srgb(colours if exact else _scaled(colours, self.top, 65535), self.gamma)
        elif not exact:
            colours = _scaled(colours, self.top, 255)
        return upright(_as_rgb(colours, self.space), self.orientation)

    def _composited(self) -> Samples:
        """The colours on black. An alpha that is the same everywhere marks no places and is ignored."""
        alpha = self.alpha
        if alpha is None or self.premultiplied or self.space is Space.CMYK or alpha.min() == alpha.max():
            return self.samples
        share = np.minimum(alpha.astype(np.float32) / np.float32(self.alpha_top), 1)[:, :, None]
        if self.samples.dtype.kind == "f":
            return np.asarray(self.samples * share)
        return np.asarray(np.rint(self.samples * share), self.samples.dtype)


def integer_top(samples: Samples, bits: int, path: Path) -> int:
    """Largest possible sample of unsigned integers: by their declared depth, or that of a camera in 16 bits.

    Raises:
        ImageError: 32- or 64-bit samples of more than 16 bits, whose range is unknown.
    """
    if bits not in _CONTAINER_BITS:
        return int(2**bits - 1)
    most = int(samples.max(initial=0))
    if most > 65535:  # only in 32 or 64 bits
        raise ImageError("image-32-bit", "holds 32-bit values", where=path, todo="Export it with 8 or 16 bits.")
    return next((top for top in _CAMERA_TOPS if most <= top), 32767 if bits == 15 else 65535)


def unsigned(samples: Samples, bits: int, path: Path) -> tuple[Samples, int]:
    """Signed integers as unsigned ones with their depth; ImageError for negative samples."""
    if samples.dtype.kind != "i":
        return samples, bits
    if samples.min(initial=0) < 0:
        raise ImageError(
            "image-negative", "holds negative values", where=path, todo="Export it with 8 or 16 bits without a sign."
        )
    return samples.astype(f"u{samples.dtype.itemsize}"), bits - 1


def _scaled(samples: Samples, top: float, to: int) -> Samples:
    """Samples 0…top as uint8 or uint16 0…to, rounded."""
    kind = np.uint8 if to == 255 else np.uint16
    if samples.dtype.kind == "f":
        return np.asarray(np.rint(np.clip(samples / top, 0, 1) * to), kind)
    if samples.dtype.itemsize > 2:
        return np.asarray(np.rint(np.minimum(samples.astype(np.float64) / top, 1) * to), kind)
    whole = int(top)
    entries = np.arange(np.iinfo(samples.dtype).max + 1, dtype=np.uint64)
    table: Samples = np.minimum((entries * to + whole // 2) // whole, to).astype(kind)
    return table[samples]


def _as_rgb(colours: Samples, space: Space) -> Image:
    if space is Space.CMYK:
        return np.array(PilImage.fromarray(np.ascontiguousarray(colours), "CMYK").convert("RGB"))
    return np.repeat(colours, 3, axis=2) if colours.shape[2] == 1 else np.ascontiguousarray(colours)


def upright(pixels: Samples, orientation: int) -> Samples:
    """The pixels turned and mirrored as an EXIF orientation says."""
    if orientation >= 5:
        pixels = pixels.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)
