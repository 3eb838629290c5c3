"""JPEG files: decoded strictly, so that missing data are an error and not grey pixels.

libjpeg fills what is missing and only warns; Pillow and OpenCV drop the warning. ``simplejpeg`` reports it. A
progressive file that ends between two scans gives no warning at all, so its scans are counted as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import ImageError
from vqganodip.imaging.file_checks import AGAIN, damaged, truncated, unsupported
from vqganodip.types import Image

__all__ = ["check_depth", "check_jpeg", "decode_jpeg"]

_START_OF_SCAN: Final = 0xDA
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_PROGRESSIVE: Final = frozenset({0xC2, 0xCA})
_SPACES: Final = {"Gray": "GRAY", "CMYK": "CMYK", "YCCK": "CMYK"}
_PADDED: Final = re.compile(r"(\d+) extraneous bytes before marker 0xd9")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The content of a JPEG's markers."""

    bits: int
    progressive: bool
    components: tuple[int, ...]
    adobe: bool
    unfinished: bool


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and content of each segment, without entropy-coded data, up to the end mark."""
    at = 2
    while (at := data.find(b"\xff", at)) >= 0 and at + 4 <= len(data):
        marker = data[at + 1]
        if marker in (0x00, 0x01, 0xFF) or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == 0xD9:
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)


def _frame(data: bytes) -> _Frame:
    bits, progressive, adobe = 8, False, False
    components: tuple[int, ...] = ()
    least: dict[tuple[int, int], int] = {}
    for marker, content in _segments(data):
        if marker in _FRAMES and len(content) >= 6:
            bits, progressive = content[0], marker in _PROGRESSIVE
            components = tuple(content[6 + 3 * n] for n in range(content[5]) if 6 + 3 * n < len(content))
        elif marker == 0xEE and content.startswith(b"Adobe"):
            adobe = True
        elif marker == _START_OF_SCAN and progressive and content:
            count = content[0]
            if len(content) >= 4 + 2 * count:
                first, last, low = content[1 + 2 * count], content[2 + 2 * count], content[3 + 2 * count] & 15
                for n in range(count):
                    for k in range(first, min(last, 63) + 1):
                        least[content[1 + 2 * n], k] = low
    unfinished = progressive and any(least.get((c, k), 1) > 0 for c in components for k in range(64))
    return _Frame(bits, progressive, components, adobe, unfinished)


def _refused(reason: str, path: Path) -> ImageError:
    if reason.startswith("Premature end of JPEG file"):
        return truncated(path)
    if "subsampling level" in reason:
        return unsupported(reason, path)
    if "premature end" in reason or "instead of RST" in reason:
        return ImageError("image-data-missing", "lacks part of its picture data", where=path, todo=AGAIN)
    return damaged(reason, path)


def _strict(data: bytes) -> Image:
    import simplejpeg

    space = _SPACES.get(simplejpeg.decode_jpeg_header(data)[2], "RGB")
    pixels: Image = simplejpeg.decode_jpeg(data, colorspace=space)
    return pixels


def check_depth(data: bytes, path: Path) -> None:
    """ImageError for a JPEG with more than 8 bits, which Pillow would call no image at all."""
    bits = _frame(data).bits
    if bits != 8:
        raise ImageError(
            "image-jpeg-depth",
            "is a JPEG with {bits} bits",
            where=path,
            todo="Export it as PNG or TIFF, or as JPEG with 8 bits.",
            bits=bits,
        )


def decode_jpeg(data: bytes, path: Path) -> Image:
    """Decode a JPEG with 8 bits to uint8 H×W×1 (grey), H×W×3 (sRGB) or H×W×4 (CMYK, 255 is full ink).

    Raises:
        ImageError: Data are missing or damaged, or the kind of JPEG is not read.
    """
    frame = _frame(data)
    try:
        pixels = _strict(data)
    except ValueError as error:
        trimmed = _without_padding(data, str(error))
        if trimmed is None:
            raise _refused(_reason(error), path) from error
        try:
            pixels = _strict(trimmed)
        except ValueError as again:
            raise _refused(_reason(again), path) from again
    if frame.unfinished:
        raise _refused("premature end", path)
    return 255 - pixels if pixels.shape[2] == 4 and frame.adobe else pixels


def check_jpeg(data: bytes, tables: bytes | None, path: Path) -> None:
    """ImageError unless a JPEG inside another file, such as a strip of a TIFF, holds all its data."""
    decode_jpeg(tables[:-2] + data[2:] if tables else data, path)


def _reason(error: ValueError) -> str:
    return str(error).removeprefix("Corrupt JPEG data: ") or type(error).__name__


def _without_padding(data: bytes, warning: str) -> bytes | None:
    """The file without the zeros that some cameras write between the data and the end mark; None if it has others."""
    found = _PADDED.search(warning)
    end = data.rfind(b"\xff\xd9")
    count = int(found[1]) if found else 0
    return data[: end - count] + data[end:] if count and not any(data[end - count : end]) else None
