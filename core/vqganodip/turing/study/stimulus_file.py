"""File format of the stimuli: a header of fixed length and raw pixels, so reals and fakes cannot differ in format.

bytes 0–7    ``VTTRGB8`` and a newline
bytes 8–15   width and height, unsigned 32 bit, little-endian
bytes 16–31  zeros
bytes 32 on  width × height × 3 bytes, sRGB, row by row
"""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path
from typing import Final

import numpy as np

from vqganodip.errors import TuringError, message, system_reason
from vqganodip.types import Image

__all__ = ["HEADER_BYTES", "SUFFIX", "pixel_hash", "read_stimulus", "stimulus_bytes", "stimulus_pixels"]

SUFFIX: Final = ".rgb"
HEADER_BYTES: Final = 32
_MAGIC: Final = b"VTTRGB8\n"
_HEADER: Final = struct.Struct("<8sII16x")
_COPY_AGAIN: Final = "Copy the study again from where it was prepared, or prepare it again."


def pixel_hash(pixels: Image) -> str:
    """Return the SHA-256 (hexadecimal) of the displayed pixels, uint8 H×W×3, row by row."""
    return hashlib.sha256(np.ascontiguousarray(pixels).data).hexdigest()


def stimulus_bytes(pixels: Image) -> bytes:
    """Serialize an image as a stimulus file.

    Args:
        pixels: uint8 H×W×3, sRGB.

    Raises:
        TuringError: The array is not such an image.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size:
        raise TuringError(
            "stimulus-not-8-bit",
            "an image is {kind} {shape}",
            where=message("place-stimuli", "stimuli"),
            todo="Give 8-bit colour images.",
            kind=str(pixels.dtype),
            shape=str(pixels.shape),
        )
    height, width = pixels.shape[:2]
    return _HEADER.pack(_MAGIC, width, height) + np.ascontiguousarray(pixels).tobytes()


def stimulus_pixels(data: bytes, where: Path) -> Image:
    """Parse the bytes of a stimulus file into pixels, uint8 H×W×3.

    Raises:
        TuringError: The format is different, or bytes are missing or left over.
    """
    if len(data) < HEADER_BYTES or data[:8] != _MAGIC or any(data[16:HEADER_BYTES]):
        raise TuringError("stimulus-invalid", "the file is not a stimulus", where=where, todo=_COPY_AGAIN)
    _, width, height = _HEADER.unpack_from(data)
    if len(data) != HEADER_BYTES + 3 * width * height:
        raise TuringError(
            "stimulus-length", "the stimulus has bytes missing or left over", where=where, todo=_COPY_AGAIN
        )
    return np.frombuffer(data, np.uint8, offset=HEADER_BYTES).reshape(height, width, 3)


def read_stimulus(path: Path, sha256: str) -> Image:
    """Read the pixels of a stimulus, uint8 H×W×3, read-only, and check their hash.

    Raises:
        TuringError: The file is missing, unreadable or was changed after the study was prepared.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TuringError(
            "stimulus-unreadable",
            "the stimulus cannot be read ({error})",
            where=path,
            todo=_COPY_AGAIN,
            error=system_reason(error),
        ) from error
    pixels = stimulus_pixels(data, path)
    if pixel_hash(pixels) != sha256:
        raise TuringError(
            "stimulus-changed", "the stimulus was changed after the study was prepared", where=path, todo=_COPY_AGAIN
        )
    return pixels
