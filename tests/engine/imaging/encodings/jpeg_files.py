"""The board as JPEG files: colour models, scans, and data that are missing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import imagecodecs
import numpy as np
from engine.imaging.encodings.drawn_board import SMOOTH, Encoded
from numpy.typing import NDArray
from PIL import Image as PilImage

END = b"\xff\xd9"
NOISY = np.random.default_rng(0).integers(100, 140, (192, 256, 3), dtype=np.uint8)
INK = np.dstack([SMOOTH, SMOOTH[:, :, 0] // 3])
LOSS = 6


def jpeg(pixels: NDArray[np.uint8], mode: str | None = None, **how: Any) -> bytes:
    file = io.BytesIO()
    PilImage.fromarray(pixels, mode).save(file, "JPEG", **{"quality": 98, "subsampling": 0, **how})
    return file.getvalue()


def without_segment(data: bytes, marker: int) -> bytes:
    """A JPEG without its first segment of that kind."""
    at = data.index(bytes([0xFF, marker]))
    return data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]


def printed(ink: NDArray[np.uint8]) -> NDArray[np.float64]:
    """RGB of CMYK by the plain formula."""
    cover = ink / 255.0
    return 255 * (1 - cover[:, :, :3]) * (1 - cover[:, :, 3:])


def jpeg_files() -> Iterator[Encoded]:
    yield Encoded("grey.jpg", jpeg(SMOOTH[:, :, 0]), SMOOTH[:, :, 0], LOSS)
    for subsampling in (0, 1, 2):
        for progressive in (False, True):
            content = jpeg(SMOOTH, subsampling=subsampling, progressive=progressive)
            name = f"subsampling {subsampling}, {'progressive' if progressive else 'baseline'}.jpg"
            yield Encoded(name, content, SMOOTH, LOSS)
    kinds: dict[str, dict[str, Any]] = {
        "colours at a quarter of the width": {"subsampling": "411"},
        "colours at half of the height": {"subsampling": "440"},
        "colours not converted": {"colorspace": "RGB", "outcolorspace": "RGB"},
        "without loss": {"lossless": True},
    }
    for name, kind in kinds.items():
        yield Encoded(f"{name}.jpg", imagecodecs.jpeg8_encode(SMOOTH, level=98, **kind), SMOOTH, LOSS)
    yield Encoded("restart marks.jpg", jpeg(SMOOTH, restart_marker_blocks=4), SMOOTH, LOSS)
    yield Encoded("bytes after the end.jpg", jpeg(SMOOTH) + bytes(5000), SMOOTH, LOSS)
    whole = jpeg(SMOOTH)
    yield Encoded("zeros before the end mark.jpg", whole[:-2] + bytes(9) + END, SMOOTH, LOSS)
    ink = jpeg(INK, "CMYK")
    yield Encoded("cmyk, Adobe.jpg", ink, printed(INK), LOSS)
    yield Encoded("cmyk, not Adobe.jpg", without_segment(ink, 0xEE), printed(255 - INK), LOSS)
    ycck = imagecodecs.jpeg8_encode(255 - INK, level=98, colorspace="CMYK", outcolorspace="YCCK", subsampling="444")
    yield Encoded("ycck, Adobe.jpg", ycck, printed(INK), LOSS)
    twelve = imagecodecs.jpeg8_encode(SMOOTH.astype(np.uint16) * 16, level=98, bitspersample=12)
    yield Encoded("12 bits.jpg", twelve, words="JPEG with 12 bits")
    yield from _damaged()


def _damaged() -> Iterator[Encoded]:
    missing = "lacks part of its picture data"
    for kind, how in (("baseline", {}), ("progressive", {"progressive": True}), ("grey", {})):
        whole = jpeg(NOISY[:, :, 0] if kind == "grey" else NOISY, quality=85, **how)
        for share in (0.4, 0.66, 0.97):
            cut = whole[: int(len(whole) * share)].rstrip(b"\xff")
            yield Encoded(f"{kind}, {share:.0%} and an end mark.jpg", cut + END, words=missing)
            yield Encoded(f"{kind}, {share:.0%} without end mark.jpg", cut, words="truncated")
    whole = jpeg(NOISY, quality=85, progressive=True)
    last = whole.rindex(b"\xff\xda")
    before = whole.rindex(b"\xff\xc4", 0, last)  # the tables of the last scan
    yield Encoded("progressive, last scan missing.jpg", whole[:before] + END, words=missing)
    marked = jpeg(NOISY, quality=85, restart_marker_blocks=8)
    third, fourth = marked.index(b"\xff\xd3"), marked.index(b"\xff\xd4")
    yield Encoded("one restart interval missing.jpg", marked[:third] + marked[fourth:], words=missing)
    yield Encoded("half a restart interval missing.jpg", marked[: third + 20] + marked[fourth:], words=missing)
    yield Encoded("eight restart intervals missing.jpg", _without_eight(marked), words="lacks part|damaged")


def _without_eight(data: bytes) -> bytes:
    """The numbers of the marks continue as if nothing were missing."""
    first = data.index(b"\xff\xd3")
    return data[:first] + data[data.index(b"\xff\xd3", first + 2) :]
