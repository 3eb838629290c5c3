"""The board as BMP files of every kind, written byte by byte."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np
from engine.imaging.encodings.drawn_board import (
    BITS,
    GREY,
    HEIGHT,
    RGB,
    WIDTH,
    Encoded,
    levels,
    light,
    linear_profile,
    packed,
)

PLAIN, RLE8, RLE4, BIT_FIELDS = range(4)
RGB_MASKS = (0xFF0000, 0xFF00, 0xFF)
FEW_LEVELS = 8
"""Largest difference with 5 bits per colour: the levels are 8 apart."""


def bmp(
    bits: int,
    rows: list[bytes] | bytes,
    *,
    head: int = 40,
    masks: tuple[int, ...] = (),
    compression: int = PLAIN,
    palette: bytes = b"",
    top_down: bool = False,
    profile: bytes = b"",
) -> bytes:
    """A BMP; ``rows`` from top to bottom, or compressed data."""
    if isinstance(rows, list):
        data = b"".join(row + bytes(-len(row) % 4) for row in (rows if top_down else rows[::-1]))
    else:
        data = rows
    if head == 12:
        about = struct.pack("<IHHHH", 12, WIDTH, HEIGHT, 1, bits)
    else:
        height = -HEIGHT if top_down else HEIGHT
        sizes = (compression, len(data), 2835, 2835, len(palette) // 4, 0)
        about = struct.pack("<IiiHHIIiiII", head, WIDTH, height, 1, bits, *sizes)
        about += struct.pack(f"<{len(masks)}I", *masks)
        about += bytes(max(0, head - len(about)))
        if profile:
            about = about[:56] + b"DEBM" + about[60:112] + struct.pack("<II", head + len(data), len(profile)) + bytes(4)
    start = 14 + len(about) + len(palette)
    whole = start + len(data) + len(profile)
    return b"BM" + struct.pack("<IHHI", whole, 0, 0, start) + about + palette + data + profile


def _words(kind: str, red: int, green: int, blue: int, further: int = 0) -> list[bytes]:
    """Rows of 16- or 32-bit numbers with the colours shifted to their places."""
    wide = RGB.astype(np.uint32)
    if kind == "<u2":
        wide = wide >> np.array([3, 2 if red == 11 else 3, 3], np.uint32)
    numbers = wide[..., 0] << red | wide[..., 1] << green | wide[..., 2] << blue | further
    return [row.astype(kind).tobytes() for row in numbers]


def _palette(size: int, *, falling: bool = False) -> bytes:
    step = 255 // (size - 1)
    greys = [n * step for n in range(size)]
    return b"".join(bytes([v, v, v, 0]) for v in (greys[::-1] if falling else greys))


def bmp_files() -> Iterator[Encoded]:
    bgr = [row[:, ::-1].tobytes() for row in RGB]
    yield Encoded("24 bits.bmp", bmp(24, bgr), RGB)
    yield Encoded("24 bits, top down.bmp", bmp(24, bgr, top_down=True), RGB)
    yield Encoded("24 bits, OS/2 header.bmp", bmp(24, bgr, head=12), RGB)
    yield from _with_palette()
    fifteen = _words("<u2", 10, 5, 0)
    yield Encoded("16 bits, 555.bmp", bmp(16, fifteen), RGB, FEW_LEVELS)
    fields = (0x7C00, 0x3E0, 0x1F)
    yield Encoded("16 bits, 555 by masks.bmp", bmp(16, fifteen, masks=fields, compression=BIT_FIELDS), RGB, FEW_LEVELS)
    sixteen = _words("<u2", 11, 5, 0)
    fields = (0xF800, 0x7E0, 0x1F)
    for head, masks in ((40, fields), (108, (*fields, 0))):
        content = bmp(16, sixteen, head=head, masks=masks, compression=BIT_FIELDS)
        yield Encoded(f"16 bits, 565, header of {head}.bmp", content, RGB, FEW_LEVELS)
    yield from _with_32_bits()
    linear = [row[:, ::-1].tobytes() for row in light(RGB, 255).astype(np.uint8)]
    profile = linear_profile("Linear sRGB")
    yield Encoded("24 bits, linear profile.bmp", bmp(24, linear, head=124, profile=profile), RGB, 9)


def _with_palette() -> Iterator[Encoded]:
    yield Encoded("1 bit.bmp", bmp(1, packed(BITS, 1), palette=_palette(2)), BITS * 255)
    yield Encoded("1 bit, 0 is white.bmp", bmp(1, packed(1 - BITS, 1), palette=_palette(2, falling=True)), BITS * 255)
    four = levels(GREY, 4)
    yield Encoded("4 bits.bmp", bmp(4, packed(four, 4), palette=_palette(16)), four * 17)
    rows = [row.tobytes() for row in GREY]
    yield Encoded("8 bits.bmp", bmp(8, rows, palette=_palette(256)), GREY)
    falling = [row.tobytes() for row in 255 - GREY]
    yield Encoded("8 bits, 0 is white.bmp", bmp(8, falling, palette=_palette(256, falling=True)), GREY)
    runs = b"".join(b"".join(bytes([1, v]) for v in row.tolist()) + b"\0\0" for row in GREY[::-1]) + b"\0\1"
    yield Encoded("8 bits, runs.bmp", bmp(8, runs, compression=RLE8, palette=_palette(256)), GREY)
    cut = bmp(8, runs[: len(runs) // 4 * 2], compression=RLE8, palette=_palette(256))
    yield Encoded("8 bits, runs cut.bmp", cut, words="truncated")
    early = bmp(8, runs[: len(runs) // 4 * 2] + b"\0\1", compression=RLE8, palette=_palette(256))
    yield Encoded("8 bits, runs ended early.bmp", early, words="truncated")
    literal = b"".join(b"\0" + bytes([WIDTH]) + row.tobytes() + b"\0" + b"\0\0" for row in GREY[::-1]) + b"\0\1"
    yield Encoded("8 bits, literal runs.bmp", bmp(8, literal, compression=RLE8, palette=_palette(256)), GREY)
    runs = b"".join(b"".join(bytes([1, v << 4]) for v in row.tolist()) + b"\0\0" for row in four[::-1]) + b"\0\1"
    yield Encoded("4 bits, runs.bmp", bmp(4, runs, compression=RLE4, palette=_palette(16)), four * 17)


def _with_32_bits() -> Iterator[Encoded]:
    for alpha in (0, 1, 255):
        rows = _words("<u4", 16, 8, 0, alpha << 24)
        yield Encoded(f"32 bits, fourth byte {alpha}.bmp", bmp(32, rows), RGB)
        for head in (40, 52, 56, 108, 124):
            masks = RGB_MASKS if head < 56 else (*RGB_MASKS, 0xFF000000)
            content = bmp(32, rows, head=head, masks=masks, compression=BIT_FIELDS)
            yield Encoded(f"32 bits, header of {head}, alpha {alpha}.bmp", content, RGB)
    other = bmp(32, _words("<u4", 0, 8, 16), masks=RGB_MASKS[::-1], compression=BIT_FIELDS)
    yield Encoded("32 bits, red in the lowest byte.bmp", other, words="stored in a way that is not read")
    ten = bmp(32, _words("<u4", 20, 10, 0), masks=(0x3FF00000, 0xFFC00, 0x3FF), compression=BIT_FIELDS)
    yield Encoded("32 bits, 10 per colour.bmp", ten, words="stored in a way that is not read")
    four = [row.astype("<u2").tobytes() for row in (RGB.astype(np.uint16) >> 4) @ np.array([256, 16, 1], np.uint16)]
    fields = bmp(16, four, masks=(0xF00, 0xF0, 0xF), compression=BIT_FIELDS)
    yield Encoded("16 bits, 444.bmp", fields, words="stored in a way that is not read")
