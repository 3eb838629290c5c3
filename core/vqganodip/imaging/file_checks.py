"""Checks of an image file before it is decoded, and the errors of decoders in words."""

from __future__ import annotations

import errno
import stat
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image as PilImage
from PIL import UnidentifiedImageError

from vqganodip.errors import ImageError, system_reason

__all__ = [
    "AGAIN",
    "check_regular",
    "check_size",
    "damaged",
    "decoder",
    "file_error",
    "several_frames",
    "truncated",
    "unsupported",
]

AGAIN: Final = "Take or export the picture again."

_CUT: Final = ("truncated", "not enough image data")
_UNSUPPORTED: Final = ("unsupported", "not supported", "not implemented")

# Pillow's own limit (179 megapixels, with a warning from 89) applies to the whole process and would refuse large
# boards that max_pixels allows. It is disabled here; check_size replaces it before anything is decoded.
PilImage.MAX_IMAGE_PIXELS = None
# Changing the warning filters is not thread-safe, so decoders are serialised.
_DECODING: Final = threading.RLock()


@contextmanager
def decoder(path: Path) -> Iterator[None]:
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
            reason = str(error) or type(error).__name__
            if any(word in reason.lower() for word in _CUT) or isinstance(error, EOFError):
                raise truncated(path) from error
            if any(word in reason.lower() for word in _UNSUPPORTED):
                raise unsupported(reason, path) from error
            raise damaged(reason, path) from error


def file_error(error: OSError, path: Path) -> ImageError:
    """The error of the operating system in words."""
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


def check_regular(path: Path) -> None:
    """ImageError unless the path is a regular file that is not empty; reading a pipe would block forever."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise file_error(error if isinstance(error, OSError) else OSError(str(error)), path) from error
    if stat.S_ISDIR(status.st_mode):
        raise ImageError(
            "image-is-folder", "is a folder, not an image", where=path, todo="Choose the images inside it."
        )
    if not stat.S_ISREG(status.st_mode):
        raise ImageError("image-not-regular-file", "is not a regular file", where=path, todo="Choose an image file.")
    if status.st_size == 0:
        raise ImageError("image-empty", "is empty", where=path, todo=AGAIN)


def check_size(size: tuple[int, int], path: Path, max_pixels: int, min_side: int) -> None:
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


def several_frames(frames: int, path: Path) -> ImageError:
    """The error for a file with further pages or frames, which would never be inspected."""
    return ImageError(
        "image-several-frames",
        "holds {frames} pages or frames",
        where=path,
        todo="Save each board as an image file of its own.",
        frames=frames,
    )


def truncated(path: Path) -> ImageError:
    """The error for a file that ends too early."""
    return ImageError("image-truncated", "is truncated", where=path, todo=AGAIN)


def damaged(reason: str, path: Path) -> ImageError:
    """The error for a file whose content is not what its format demands."""
    return ImageError("image-damaged", "is damaged ({error})", where=path, todo=AGAIN, error=reason)


def unsupported(reason: str, path: Path) -> ImageError:
    """The error for an intact file whose kind of encoding is not read."""
    return ImageError(
        "image-encoding-unsupported",
        "is stored in a way that is not read ({error})",
        where=path,
        todo="Export it as PNG, or as TIFF with 8 or 16 bits.",
        error=reason,
    )
