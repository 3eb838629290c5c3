"""Conversion of colours to sRGB by an embedded ICC profile or by a PNG's gamma."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image as PilImage
from PIL import ImageCms

from vqganodip.types import Image

__all__ = ["gamma_to_srgb", "profile_to_srgb"]

_SPACES: Final = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_SAME_LEVELS: Final = 2
"""A profile that changes no colour by more levels of 255 is sRGB, whatever its name."""


def profile_to_srgb(colours: NDArray[Any], mode: str, icc: bytes) -> Image | None:
    """Convert colours to uint8 H×W×3 sRGB, perceptual intent.

    Args:
        colours: uint8 or uint16 H×W×C; CMYK as uint8 only.
        mode: Pillow's mode of the colours: L, RGB or CMYK.
        icc: The profile.

    Returns:
        The colours; None if the profile is sRGB itself, is broken, or is not for these colours.
    """
    if not _converts(icc, mode):
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        if colours.dtype == np.uint16:
            return _wide_to_srgb(colours, mode, icc)
        image = PilImage.fromarray(np.ascontiguousarray(colours.squeeze(2) if mode == "L" else colours), mode)
        converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, RuntimeError):
        return None  # broken profile, intact pixels
    return None if converted is None else np.array(converted)


def _wide_to_srgb(colours: NDArray[Any], mode: str, icc: bytes) -> Image:
    """16-bit colours converted before they are reduced to 8 bits: a linear profile needs the depth in the shadows."""
    import imagecodecs

    space = "gray" if mode == "L" else "rgb"
    wide: Image = imagecodecs.cms_transform(
        np.ascontiguousarray(colours.squeeze(2) if mode == "L" else colours),
        icc,
        imagecodecs.cms_profile("srgb"),
        colorspace=space,
        outcolorspace="rgb",
        outdtype="uint8",
    )
    return wide


@lru_cache(maxsize=64)
def _converts(icc: bytes, mode: str) -> bool:
    """True for a usable profile of these colours that is not sRGB: judged by what it does to a grid of colours."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        if _SPACES.get(str(profile.profile.xcolor_space).strip()) != mode:
            return False
        if mode != "RGB":
            return True
        steps = np.linspace(0, 255, 9).astype(np.uint8)
        grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(27, 27, 3)
        srgb = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(PilImage.fromarray(grid), profile, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return False
    changed = np.abs(np.asarray(converted).astype(int) - grid.astype(int))
    return bool(changed.max() > _SAME_LEVELS)


def gamma_to_srgb(colours: NDArray[Any], gamma: float) -> Image:
    """uint8 or uint16 colours of an image whose samples are light to the power ``gamma``, as uint8 sRGB."""
    most = np.iinfo(colours.dtype).max
    light = (np.arange(most + 1) / most) ** (1 / gamma)
    srgb = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    table: Image = np.rint(srgb * 255).astype(np.uint8)
    return np.asarray(table[colours])
