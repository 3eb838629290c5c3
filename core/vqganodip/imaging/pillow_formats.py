"""PNG, BMP and WebP as rasters: decoded by Pillow, and PNG with 16 bits or a transparent colour by libpng.

Pillow keeps the high bytes of 16-bit colour, which blackens a 12-bit camera, and compares a transparent grey of 1, 2
or 4 bits with samples of 8.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image as PilImage
from PIL import ImageFile

from vqganodip.imaging.raster import Raster, Space, integer_top

__all__ = ["pillow_raster"]

_PALETTE: Final = 3
_USUAL_GAMMA: Final = (0.43, 0.48)
"""A gAMA of 1/2.2 is what sRGB images carry."""
_GAMMAS: Final = (0.1, 2.0)


def pillow_raster(image: ImageFile.ImageFile, data: bytes, path: Path, orientation: int) -> Raster:
    """The samples of an opened and loaded PNG, BMP or WebP."""
    icc = image.info.get("icc_profile") or _bmp_profile(data)
    gamma = None if icc else _gamma(image)
    lossy = image.format == "WEBP" and b"VP8L" not in data
    if image.format == "PNG" and (data[24] == 16 or (data[25] != _PALETTE and "transparency" in image.info)):
        return _png_raster(data, path, icc, gamma, orientation)
    about: dict[str, Any] = {"icc": icc, "gamma": gamma, "orientation": orientation, "lossy": lossy}
    if image.mode in ("P", "PA"):
        layer = image.convert("RGBA" if image.mode == "PA" or "transparency" in image.info else "RGB")
        number = np.asarray(image if image.mode == "P" else image.getchannel(0))
        return _split(np.asarray(layer), Space.RGB, 255, indices=number, **about)
    if image.mode == "1":
        return _split(np.asarray(image).astype(np.uint8) * 255, Space.GREY, 255, **about)
    grey = image.mode in ("L", "LA")
    layer = image if image.mode in ("L", "LA", "RGB", "RGBA") else image.convert("RGB")
    return _split(np.asarray(layer), Space.GREY if grey else Space.RGB, 255, **about)


def _png_raster(data: bytes, path: Path, icc: bytes | None, gamma: float | None, orientation: int) -> Raster:
    import imagecodecs

    samples: NDArray[Any] = imagecodecs.png_decode(data)
    channels = 1 if samples.ndim == 2 else samples.shape[2]
    colours = samples.reshape(*samples.shape[:2], channels)[:, :, : channels if channels in (1, 3) else channels - 1]
    top = 255 if samples.dtype == np.uint8 else integer_top(colours, 16, path)
    space = Space.GREY if channels < 3 else Space.RGB
    return _split(samples, space, top, icc=icc, gamma=gamma, orientation=orientation)


def _split(samples: NDArray[Any], space: Space, top: float, **about: Any) -> Raster:
    """The raster of samples whose last channel may be alpha."""
    samples = samples.reshape(*samples.shape[:2], -1)
    count = 1 if space is Space.GREY else 3
    alpha = samples[:, :, count] if samples.shape[2] > count else None
    most = 0 if alpha is None else int(alpha.max(initial=0))
    alpha_top = top if most <= top else np.iinfo(samples.dtype).max
    return Raster(samples[:, :, :count], space, top, alpha=alpha, alpha_top=alpha_top, **about)


def _gamma(image: PilImage.Image) -> float | None:
    """The gAMA of a PNG without sRGB chunk; None if it is the usual one or senseless."""
    gamma = image.info.get("gamma")
    if not isinstance(gamma, float) or "srgb" in image.info or not _GAMMAS[0] <= gamma <= _GAMMAS[1]:
        return None
    return None if _USUAL_GAMMA[0] <= gamma <= _USUAL_GAMMA[1] else gamma


def _bmp_profile(data: bytes) -> bytes | None:
    """The ICC profile inside a BMP of version 5."""
    if data[:2] != b"BM" or len(data) < 138 or data[14] != 124 or data[70:74] != b"DEBM":
        return None
    offset, size = struct.unpack_from("<II", data, 126)
    return data[14 + offset : 14 + offset + size] or None
