"""One drawn board, and how a file that holds it is described."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

HEIGHT, WIDTH = 48, 61
"""An odd width, so that rows of 1, 2 and 4 bits end inside a byte."""

GREY: NDArray[np.uint8] = np.tile(np.linspace(20, 235, WIDTH).astype(np.uint8), (HEIGHT, 1))
GREY[10:20, 10:20], GREY[30:34, 5:50] = 250, 8
RGB: NDArray[np.uint8] = np.stack([GREY, 255 - GREY, np.roll(GREY, 5, axis=1)], axis=-1)
BITS = (GREY > 128).astype(np.uint8)
SMOOTH = np.stack(
    [np.add.outer(np.arange(HEIGHT), np.arange(WIDTH)) + shift for shift in (20, 60, 100)], axis=-1
).astype(np.uint8)
"""Without edges, which survive JPEG; the channels differ little, so that halved colours do not blur them."""


@dataclass(frozen=True)
class Encoded:
    """A file with the board in it.

    Attributes:
        name: What is special about the file, with its suffix.
        content: The bytes of the file.
        pixels: What was drawn, H×W or H×W×3; None where the file is refused.
        tolerance: Largest difference, for encodings with loss or with fewer levels.
        words: Words of the error where the file is refused.
    """

    name: str
    content: bytes
    pixels: NDArray[Any] | None = None
    tolerance: int = 0
    words: str = ""


def levels(samples: NDArray[np.uint8], bits: int) -> NDArray[np.uint8]:
    """The board with fewer levels, as numbers 0…2^bits - 1."""
    return (samples >> (8 - bits)).astype(np.uint8)


def deep(samples: NDArray[np.uint8], top: int) -> NDArray[np.uint16]:
    """The board in samples 0…top."""
    return np.rint(samples / 255.0 * top).astype(np.uint16)


def packed(numbers: NDArray[np.uint8], bits: int) -> list[bytes]:
    """Rows of numbers with 1, 2 or 4 bits, the first in the highest bits of a byte."""
    expanded = np.unpackbits(numbers[:, :, None].astype(np.uint8), axis=2)[:, :, 8 - bits :]
    return [np.packbits(row).tobytes() for row in expanded.reshape(len(numbers), -1)]


def light(samples: NDArray[np.uint8], top: int) -> NDArray[np.uint16]:
    """The board as a linear sensor measures it, in samples 0…top."""
    share = samples / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.rint(linear * top).astype(np.uint16)


def linear_profile(name: str) -> bytes:
    """An ICC profile with the primaries of sRGB and gamma 1.0."""

    def number(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(number, values))

    text = name.encode() + b"\0"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)
    line = b"curv\0\0\0\0" + struct.pack(">I", 0)
    tags = [
        (b"desc", description),
        (b"wtpt", xyz(0.9642, 1, 0.8249)),
        (b"rXYZ", xyz(0.4361, 0.2225, 0.0139)),
        (b"gXYZ", xyz(0.3851, 0.7169, 0.0971)),
        (b"bXYZ", xyz(0.1431, 0.0606, 0.7141)),
        *((kind, line) for kind in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    at, table, data = 132 + 12 * len(tags), b"", b""
    for key, value in tags:
        aligned = value + bytes(-len(value) % 4)
        table += key + struct.pack(">II", at + len(data), len(aligned))
        data += aligned
    body = struct.pack(">I", len(tags)) + table + data
    start = struct.pack(">I", 128 + len(body)) + b"none" + struct.pack(">I", 0x02400000) + b"mntrRGB XYZ "
    start += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + number(0.9642) + number(1) + number(0.8249)
    return start + bytes(128 - len(start)) + body
