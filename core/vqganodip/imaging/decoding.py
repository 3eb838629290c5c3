"""Decode, check and hash one image; write a PNG; resize.

Every image is decoded to uint8 H×W×3 sRGB by these rules; the README of this package lists the encodings.

- The file must be a whole PNG, JPEG, BMP, TIFF or WebP by its content; its name does not matter. A truncated file, and
  a JPEG that lacks data before its end mark, is refused: a decoder that fills the rest with grey would hide defects.
- The size is read from the header and checked before any pixel is decoded.
- A file of several pages or frames is refused, because the others might show boards that would never be inspected.
  Reduced copies of the page and transparency masks (TIFF) and the previews in a camera's JPEG (MPO) are ignored.
- Samples are scaled by bit depth, never by the image's own brightness: 65535 becomes 255. Exceptions for cameras that
  store fewer bits in 16: a TIFF that declares them is scaled accordingly; without a declaration an image with no sample
  above 4095 is treated as 12-bit, and with none above 1023 as 10-bit. As 16-bit it would be nearly black.
- Signed samples must not be negative. Float samples must be finite and in 0…1; 1 becomes 255.
- Where a TIFF says that white is zero, samples are inverted, at any depth. Further samples that are not declared as
  alpha (infrared) are ignored.
- Transparent pixels are black. An alpha that is the same everywhere is ignored: writers leave zeros in it.
- An embedded ICC profile is converted to sRGB (perceptual intent) unless it is sRGB by what it does, whatever its name;
  a broken one is ignored. So is a PNG's gAMA converted, where no profile or sRGB chunk overrules it. CMYK without a
  profile uses the plain formula.
- The EXIF orientation is applied; a broken EXIF block is ignored.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image as PilImage
from PIL import ImageFile, UnidentifiedImageError

from vqganodip.errors import ImageError
from vqganodip.files import export_file
from vqganodip.imaging.file_checks import check_regular, check_size, decoder, file_error, several_frames
from vqganodip.imaging.jpeg import check_depth, decode_jpeg
from vqganodip.imaging.pillow_formats import pillow_raster
from vqganodip.imaging.raster import Raster, Space
from vqganodip.imaging.tiff import is_tiff, tiff_page, tiff_raster, tiff_size
from vqganodip.records import SourceImage
from vqganodip.types import Image

__all__ = ["MAX_PIXELS", "MIN_SIDE", "image_size", "read_file", "read_image", "read_raster", "resize", "write_png"]

MAX_PIXELS: Final = 200_000_000
MIN_SIDE: Final = 16

_FORMATS: Final = {b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"BM": "BMP", b"RIFF": "WEBP"}
_ORIENTATION_TAG: Final = 0x0112


def _format(head: bytes) -> str:
    """Pillow's name of the format by the first bytes of a file."""
    name = next((name for magic, name in _FORMATS.items() if head.startswith(magic)), None)
    if name is None:
        raise UnidentifiedImageError("no known format")
    return name


def _check_single(image: ImageFile.ImageFile, path: Path) -> None:
    frames = getattr(image, "n_frames", 1)
    if frames > 1 and image.format != "MPO":
        raise several_frames(frames, path)


def _orientation(image: ImageFile.ImageFile) -> int:
    """EXIF orientation 1…8; 1 if it is missing or broken. Never decodes pixels."""
    if image.format == "PNG" and not {"exif", "Raw profile type exif", "xmp", "XML:com.adobe.xmp"} & image.info.keys():
        return 1
    try:
        value = int(image.getexif().get(_ORIENTATION_TAG, 1))
    except Exception:  # broken metadata, intact pixels
        return 1
    return value if 1 <= value <= 8 else 1


def _raster(data: bytes, path: Path, max_pixels: int, min_side: int, labels: bool) -> Raster:
    if is_tiff(data):
        with tiff_page(data, path) as page:
            check_size(tiff_size(page), path, max_pixels, min_side)
            return tiff_raster(page, data, path, labels=labels)
    name = _format(data)
    if name == "JPEG":
        check_depth(data, path)
    with PilImage.open(io.BytesIO(data), formats=[name]) as image:
        check_size(image.size, path, max_pixels, min_side)
        _check_single(image, path)
        if image.format in ("JPEG", "MPO"):
            samples = decode_jpeg(data, path)
            space = {1: Space.GREY, 3: Space.RGB, 4: Space.CMYK}[samples.shape[2]]
            icc = image.info.get("icc_profile")
            return Raster(samples, space, 255, icc=icc, orientation=_orientation(image), lossy=True)
        image.load()  # also reads an orientation at the end of a PNG
        return pillow_raster(image, data, path, _orientation(image))


def read_file(path: Path) -> bytes:
    """The bytes of an image file, unchecked.

    Raises:
        ImageError: There is no such file, or it cannot be read.
    """
    check_regular(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise file_error(error, path) from error
    except MemoryError as error:
        raise ImageError(
            "image-conversion-out-of-memory", "does not fit into memory", where=path, todo="Use a smaller picture."
        ) from error
    return data


def read_raster(
    path: Path, *, max_pixels: int = MAX_PIXELS, min_side: int = MIN_SIDE, labels: bool = False
) -> tuple[Raster, bytes]:
    """The samples of an image file as they are stored, and the bytes of the file.

    With ``labels`` the samples are numbers and not brightness: of any range, negative, or floats above 1.

    Raises:
        ImageError: As :func:`read_image`, without what only its conversion to sRGB can find.
    """
    data = read_file(path)
    with decoder(path):
        return _raster(data, path, max_pixels, min_side, labels), data


def read_image(
    path: str | Path, *, data: bytes | None = None, max_pixels: int = MAX_PIXELS, min_side: int = MIN_SIDE
) -> SourceImage:
    """Read one image by the rules in the module's docstring.

    Args:
        path: The image file.
        data: Its bytes, where they were read elsewhere; then the path is its name alone.
        max_pixels: Larger images are refused, by their header, before they are decoded.
        min_side: Images with a shorter side, in pixels, are refused.

    Returns:
        The path, the sha256 of the file's bytes (hexadecimal), and the pixels, uint8 H×W×3 sRGB, contiguous.

    Raises:
        ImageError: The file is missing, unreadable, empty, not an image, truncated, damaged, too small, too large, has
            several pages, is encoded in a way that is not read, or holds values outside the valid range.
    """
    path = Path(path)
    data = read_file(path) if data is None else data
    with decoder(path):
        raster = _raster(data, path, max_pixels, min_side, labels=False)
    with decoder(path):
        pixels = raster.to_srgb()
    return SourceImage(path=path, sha256=hashlib.sha256(data).hexdigest(), pixels=pixels)


def image_size(path: str | Path) -> tuple[int, int]:
    """(width, height) in pixels as :func:`read_image` would return it, from the header alone.

    Raises:
        ImageError: The file cannot be read or its header is not that of an image.
    """
    path = Path(path)
    check_regular(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise file_error(error, path) from error
    with file, decoder(path):
        head = file.read(4)
        file.seek(0)
        if is_tiff(head):
            with tiff_page(file, path) as page:
                return tiff_size(page)
        with PilImage.open(file, formats=[_format(head)]) as image:
            width, height = image.size
            return (height, width) if _orientation(image) >= 5 else (width, height)


def write_png(path: str | Path, pixels: Image) -> None:
    """Write uint8 H×W (grey) or H×W×3 (sRGB) as PNG, atomically: to a temporary file that is renamed.

    Raises:
        ExportError: The file cannot be written; an existing file of that name is then unchanged.
    """
    path = Path(path)
    if pixels.dtype != np.uint8 or pixels.ndim not in (2, 3) or (pixels.ndim == 3 and pixels.shape[2] != 3):
        raise ValueError(f"pixels must be uint8 H×W or H×W×3, not {pixels.dtype} {pixels.shape}")
    encoded = io.BytesIO()
    PilImage.fromarray(np.ascontiguousarray(pixels)).save(encoded, format="PNG", compress_level=3)
    export_file(path, encoded.getvalue())


def resize(image: Image, size: tuple[int, int]) -> Image:
    """The image resized: area average when shrinking, bilinear when growing.

    Args:
        image: uint8 H×W or H×W×3.
        size: (width, height) in pixels.
    """
    import cv2

    height, width = image.shape[:2]
    if (width, height) == size:
        return image.copy()
    shrinks = size[0] <= width and size[1] <= height
    resized: Image = cv2.resize(image, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return resized
