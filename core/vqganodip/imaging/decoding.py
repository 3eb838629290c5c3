"""Decode, check and hash one image; find images in a folder; write a PNG.

Every image is decoded to uint8 H×W×3 sRGB by these rules, applied in this order:

- The file must be a whole PNG, JPEG, BMP, TIFF or WebP by its content; its name does not matter. A truncated file is
  refused: a decoder that fills the rest with grey would hide defects.
- The size is read from the header and checked before any pixel is decoded.
- A file of several pages or frames is refused, because the others might show boards that would never be inspected.
  Reduced copies of the first page (TIFF) and the previews in a camera's JPEG (MPO) are ignored.
- 16-bit samples are scaled by bit depth, never by the image's own brightness: 65535 becomes 255. Two exceptions for
  cameras that store 12 bits in 16: a TIFF that declares fewer bits per sample is scaled accordingly, and an image with
  no sample above 4095 is treated as 12-bit (4095 becomes 255). As 16-bit it would be below 6 % grey everywhere.
- Float samples must be finite and in 0…1; 1 becomes 255.
- Transparent pixels are composited on black.
- An embedded ICC profile is converted to sRGB (perceptual intent); a broken one, and a PNG's gAMA, are ignored: the
  samples are then treated as sRGB, in training and in inspection. CMYK without a profile uses the plain formula.
- The EXIF orientation is applied; a broken EXIF block is ignored.
"""

from __future__ import annotations

import errno
import hashlib
import io
import re
import stat
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image as PilImage
from PIL import ImageCms, ImageFile, UnidentifiedImageError

from vqganodip.errors import DatasetError, ImageError, system_reason
from vqganodip.files import export_file
from vqganodip.records import SourceImage
from vqganodip.types import Image

__all__ = [
    "IMAGE_SUFFIXES",
    "MAX_PIXELS",
    "MIN_SIDE",
    "find_images",
    "image_size",
    "is_image_name",
    "natural_key",
    "read_image",
    "resize",
    "write_png",
]

IMAGE_SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".bmp", ".tif", ".tiff", ".webp"})
MAX_PIXELS: Final = 200_000_000
MIN_SIDE: Final = 16

_FORMATS: Final = ("PNG", "JPEG", "BMP", "TIFF", "WEBP")
_AGAIN: Final = "Take or export the picture again."
_ORIENTATION_TAG: Final = 0x0112
_SUBFILE_TAG: Final = 254
_BITS_TAG: Final = 258
_UPRIGHT: Final = {
    2: PilImage.Transpose.FLIP_LEFT_RIGHT,
    3: PilImage.Transpose.ROTATE_180,
    4: PilImage.Transpose.FLIP_TOP_BOTTOM,
    5: PilImage.Transpose.TRANSPOSE,
    6: PilImage.Transpose.ROTATE_270,
    7: PilImage.Transpose.TRANSVERSE,
    8: PilImage.Transpose.ROTATE_90,
}

# Pillow's own limit (179 megapixels, with a warning from 89) applies to the whole process and would refuse large
# boards that max_pixels allows. It is disabled here; _check_size replaces it before anything is decoded.
PilImage.MAX_IMAGE_PIXELS = None
# Changing the warning filters is not thread-safe, so decoders are serialised.
_DECODING: Final = threading.RLock()


@contextmanager
def _decoder(path: Path) -> Iterator[None]:
    """Silence Pillow's warnings and turn any exception of a decoder into an ImageError."""
    with _DECODING, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except ImageError:
            raise
        except UnidentifiedImageError as error:
            raise ImageError(
                "image-format-unknown",
                "is not a PNG, JPEG, BMP, TIFF or WebP image",
                where=path,
                todo="Remove the file, or export it in one of these formats.",
            ) from error
        except MemoryError as error:
            raise ImageError(
                "image-out-of-memory",
                "does not fit into memory",
                where=path,
                todo="Close other programs or use a smaller picture.",
            ) from error
        except Exception as error:  # malformed input can raise anything; every exception means the same here
            cut = "truncated" in str(error).lower() or isinstance(error, EOFError)
            if cut:
                raise ImageError("image-truncated", "is truncated", where=path, todo=_AGAIN) from error
            reason = str(error) or type(error).__name__
            raise ImageError("image-damaged", "is damaged ({error})", where=path, todo=_AGAIN, error=reason) from error


def _file_error(error: OSError, path: Path) -> ImageError:
    if isinstance(error, FileNotFoundError):
        return ImageError(
            "image-missing", "does not exist", where=path, todo="Check the name, and whether the drive is connected."
        )
    if isinstance(error, PermissionError):
        return ImageError("image-forbidden", "may not be read", where=path, todo="Give your user the right to read it.")
    if error.errno == errno.ELOOP:
        return ImageError("image-link-loop", "is a link that points to itself", where=path, todo="Remove the link.")
    return ImageError(
        "image-unreadable",
        "cannot be read ({error})",
        where=path,
        todo="Check the drive or network.",
        error=system_reason(error),
    )


def _check_regular(path: Path) -> None:
    """ImageError unless the path is a regular file that is not empty; reading a pipe would block forever."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _file_error(error if isinstance(error, OSError) else OSError(str(error)), path) from error
    if stat.S_ISDIR(status.st_mode):
        raise ImageError(
            "image-is-folder", "is a folder, not an image", where=path, todo="Choose the images inside it."
        )
    if not stat.S_ISREG(status.st_mode):
        raise ImageError("image-not-regular-file", "is not a regular file", where=path, todo="Choose an image file.")
    if status.st_size == 0:
        raise ImageError("image-empty", "is empty", where=path, todo=_AGAIN)


def _check_size(size: tuple[int, int], path: Path, max_pixels: int, min_side: int) -> None:
    width, height = size
    if width * height > max_pixels:
        raise ImageError(
            "image-too-many-pixels",
            "is {w}×{h}, {mega:.0f} megapixels; the most is {most:.0f}",
            where=path,
            todo="Cut or scale it down.",
            w=width,
            h=height,
            mega=width * height / 1000000.0,
            most=max_pixels / 1000000.0,
        )
    if min(width, height) < min_side:
        raise ImageError(
            "image-too-small",
            "is {w}×{h}; the smallest side allowed is {least} pixels",
            where=path,
            todo="Use a picture of the whole board.",
            w=width,
            h=height,
            least=min_side,
        )


def _check_single(image: ImageFile.ImageFile, path: Path) -> None:
    """ImageError for a file with further pages or frames, which would never be inspected."""
    frames = getattr(image, "n_frames", 1)
    if frames <= 1 or image.format == "MPO":
        return
    for index in range(1, frames):
        image.seek(index)
        tags = getattr(image, "tag_v2", {})
        if not int(tags.get(_SUBFILE_TAG, 0)) & 1:
            raise ImageError(
                "image-several-frames",
                "holds {frames} pages or frames",
                where=path,
                todo="Save each board as an image file of its own.",
                frames=frames,
            )
    image.seek(0)


def _orientation(image: ImageFile.ImageFile) -> int:
    """EXIF orientation 1…8; 1 if it is missing or broken. Never decodes pixels."""
    if image.format == "PNG" and not {"exif", "Raw profile type exif", "xmp", "XML:com.adobe.xmp"} & image.info.keys():
        return 1
    try:
        value = int(image.getexif().get(_ORIENTATION_TAG, 1))
    except Exception:  # broken metadata, intact pixels
        return 1
    return value if value in _UPRIGHT else 1


def _to_8_bit(samples: NDArray[np.uint16], declared_bits: int = 16) -> Image:
    """uint16 samples scaled by bit depth, rounded; see the module's docstring for 12-bit cameras."""
    bits = declared_bits if 8 <= declared_bits < 16 else (12 if samples.max(initial=0) <= 4095 else 16)
    top = 2**bits - 1
    scale = (np.arange(65536, dtype=np.uint32) * 255 + top // 2) // top
    table: Image = np.minimum(scale, 255).astype(np.uint8)
    return table[samples]


def _grey_16(image: PilImage.Image, path: Path) -> Image:
    """uint8 H×W of a 16- or 32-bit integer image."""
    samples = np.asarray(image)
    if samples.size and (samples.min() < 0 or samples.max() > 65535):
        raise ImageError("image-32-bit", "holds 32-bit values", where=path, todo="Export it with 8 or 16 bits.")
    bits = getattr(image, "tag_v2", {}).get(_BITS_TAG, (16,))
    return _to_8_bit(samples.astype(np.uint16), int(bits[0] if isinstance(bits, tuple) else bits))


def _grey_float(image: PilImage.Image, path: Path) -> Image:
    """uint8 H×W of a float image in 0…1."""
    samples = np.asarray(image, dtype=np.float32)
    if not np.isfinite(samples).all():
        raise ImageError(
            "image-not-a-number", "holds values that are no numbers (NaN or infinite)", where=path, todo=_AGAIN
        )
    if samples.min() < -1e-4 or samples.max() > 1 + 1e-4:
        raise ImageError(
            "image-float-range",
            "holds values from {low:g} to {high:g}; float images must be in 0 to 1",
            where=path,
            todo="Export it with 8 or 16 bits.",
            low=samples.min(),
            high=samples.max(),
        )
    return np.rint(np.clip(samples, 0, 1) * 255).astype(np.uint8)


def _colour_16(data: bytes, path: Path) -> PilImage.Image:
    """A 16-bit colour image with 8 bits per sample. Pillow would keep the high bytes, which blackens 12-bit images."""
    import cv2

    flags = cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION
    samples = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    if samples is None or samples.dtype != np.uint16 or samples.ndim != 3:
        raise ImageError(
            "image-16-bit-colour", "is 16-bit colour of an unusual kind", where=path, todo="Export it with 8 bits."
        )
    if samples.shape[2] == 4:
        alpha = (samples[:, :, 3:] >> 8).astype(np.uint8)
        return PilImage.fromarray(np.concatenate([_to_8_bit(samples[:, :, 2::-1]), alpha], axis=2), "RGBA")
    return PilImage.fromarray(np.ascontiguousarray(_to_8_bit(samples[:, :, 2::-1])), "RGB")


def _is_colour_16(image: ImageFile.ImageFile) -> bool:
    return image.mode in ("RGB", "RGBA", "RGBX") and any(";16" in str(tile[3]) for tile in image.tile)


def _eight_bit(image: ImageFile.ImageFile, data: bytes, path: Path, colour_16: bool) -> PilImage.Image:
    """The decoded image in one of Pillow's 8-bit modes."""
    if colour_16:
        return _colour_16(data, path)
    if image.mode == "F":
        return PilImage.fromarray(_grey_float(image, path), "L")
    if image.mode.startswith("I"):
        return PilImage.fromarray(_grey_16(image, path), "L")
    return image


def _opaque(image: PilImage.Image) -> PilImage.Image:
    """The image without palette and transparency: L, RGB or CMYK."""
    if image.mode in ("L", "RGB", "CMYK"):
        if "transparency" not in image.info:
            return image
    elif image.mode not in ("P", "PA", "LA", "La", "RGBA", "RGBa"):
        return image.convert("L" if image.mode == "1" else "RGB")
    if image.mode == "P" and "transparency" not in image.info:
        return image.convert("RGB")
    if image.mode in ("La", "RGBa"):
        image = image.convert(image.mode.upper())
    layer = image.convert("RGBA")
    ground = PilImage.new("RGBA", layer.size, (0, 0, 0, 255))
    return PilImage.alpha_composite(ground, layer).convert("RGB")


def _to_srgb(image: PilImage.Image, icc: bytes | None) -> PilImage.Image:
    """The image in sRGB, converted by the embedded profile if it is usable for these channels."""
    if icc:
        try:
            profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            space = str(profile.profile.xcolor_space).strip()
            described = ImageCms.getProfileDescription(profile)
            if {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}.get(space) == image.mode and "sRGB" not in described:
                srgb = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(image, profile, srgb, outputMode="RGB")
                if converted is not None:
                    return converted
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # broken profile, intact pixels
    return image if image.mode == "RGB" else image.convert("RGB")


def _decode(data: bytes, path: Path, max_pixels: int, min_side: int) -> Image:
    with _decoder(path), PilImage.open(io.BytesIO(data), formats=_FORMATS) as image:
        _check_size(image.size, path, max_pixels, min_side)
        _check_single(image, path)
        colour_16 = _is_colour_16(image)
        image.load()  # turns a TIFF upright (OpenCV does as well), and reads an orientation at the end of a PNG
        orientation, icc = _orientation(image), image.info.get("icc_profile")
        upright = _to_srgb(_opaque(_eight_bit(image, data, path, colour_16)), icc)
        if orientation in _UPRIGHT:
            upright = upright.transpose(_UPRIGHT[orientation])
        return np.array(upright, dtype=np.uint8)


def read_image(path: str | Path, *, max_pixels: int = MAX_PIXELS, min_side: int = MIN_SIDE) -> SourceImage:
    """Read one image by the rules in the module's docstring.

    Args:
        path: The image file.
        max_pixels: Larger images are refused, by their header, before they are decoded.
        min_side: Images with a shorter side, in pixels, are refused.

    Returns:
        The path, the sha256 of the file's bytes (hexadecimal), and the pixels, uint8 H×W×3 sRGB, contiguous.

    Raises:
        ImageError: The file is missing, unreadable, empty, not an image, truncated, damaged, too small, too large, has
            several pages, or holds values outside the valid range.
    """
    path = Path(path)
    _check_regular(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _file_error(error, path) from error
    except MemoryError as error:
        raise ImageError(
            "image-conversion-out-of-memory", "does not fit into memory", where=path, todo="Use a smaller picture."
        ) from error
    pixels = _decode(data, path, max_pixels, min_side)
    return SourceImage(path=path, sha256=hashlib.sha256(data).hexdigest(), pixels=pixels)


def image_size(path: str | Path) -> tuple[int, int]:
    """(width, height) in pixels as :func:`read_image` would return it, from the header alone.

    Raises:
        ImageError: The file cannot be read or its header is not that of an image.
    """
    path = Path(path)
    _check_regular(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise _file_error(error, path) from error
    with file, _decoder(path), PilImage.open(file, formats=_FORMATS) as image:
        width, height = image.size
        turned = image.format != "TIFF" and _orientation(image) >= 5  # Pillow reports the upright size of a TIFF
        return (height, width) if turned else (width, height)


def is_image_name(path: str | Path) -> bool:
    """True for the name of an image: a known suffix in any case, not a hidden file (``._x.png``)."""
    path = Path(path)
    return path.suffix.lower() in IMAGE_SUFFIXES and not path.name.startswith(".")


def natural_key(path: str | Path) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Sort key that puts board_2 before board_10, folder by folder, regardless of case."""
    parts = re.split(r"(\d+)", Path(path).as_posix().replace("/", "\0").casefold())
    key = tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in parts if p)
    return key, str(path)


def _walk(folder: Path, seen: set[tuple[int, int]], recursive: bool) -> Iterator[Path]:
    """Image files below a folder. Each real folder is entered once, so that circular links terminate."""
    status = folder.stat()
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if recursive:
                yield from _walk(entry, seen, recursive)
        elif is_image_name(entry):
            yield entry


def find_images(folder_or_file: str | Path, *, recursive: bool = True) -> tuple[Path, ...]:
    """Image files of folders in natural order of their names; a path to a file is returned unchecked.

    Hidden files and folders are skipped. Links to folders are followed, each real folder once. A dangling link with
    the name of an image stays in the list: reading it raises an error, dropping it would hide a board.

    Raises:
        DatasetError: There is no such file or folder, it may not be read, or it holds no image.
    """
    root = Path(folder_or_file)
    try:
        if root.is_file():
            return (root,)
        if not root.is_dir():
            raise DatasetError(
                "images-missing", "no such file or folder", where=root, todo="Check the name and the drive."
            )
        images = sorted(_walk(root, set(), recursive), key=natural_key)
    except OSError as error:
        raise DatasetError(
            "images-folder-unreadable",
            "the folder cannot be read ({error})",
            where=root,
            todo="Check the rights to read it.",
            error=system_reason(error),
        ) from error
    if not images:
        kinds = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        raise DatasetError(
            "images-folder-empty",
            "the folder holds no images",
            where=root,
            todo="Choose a folder with {kinds} files.",
            kinds=kinds,
        )
    return tuple(images)


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
