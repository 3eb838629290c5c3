"""The board as PNG and WebP files, written byte by byte where no library writes the kind."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from engine.imaging.encodings.drawn_board import (
    BITS,
    GREY,
    HEIGHT,
    RGB,
    SMOOTH,
    WIDTH,
    Encoded,
    deep,
    levels,
    light,
    linear_profile,
    packed,
)
from numpy.typing import NDArray
from PIL import Image as PilImage

GREY_TYPE, RGB_TYPE, PALETTE_TYPE, GREY_ALPHA_TYPE, RGB_ALPHA_TYPE = 0, 2, 3, 4, 6
OPAQUE = np.full((HEIGHT, WIDTH, 1), 255, np.uint8)
HALF = np.concatenate([np.zeros((HEIGHT, 30, 1), np.uint8), np.full((HEIGHT, 31, 1), 255, np.uint8)], axis=1)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(depth: int, colour: int, rows: list[bytes], *chunks: tuple[bytes, bytes], interlace: int = 0) -> bytes:
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, colour, 0, 0, interlace)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    inner = b"".join(chunk(*c) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + inner + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def rows8(samples: NDArray[np.uint8]) -> list[bytes]:
    return [row.tobytes() for row in samples]


def rows16(samples: NDArray[np.uint16]) -> list[bytes]:
    return [row.astype(">u2").tobytes() for row in samples]


def adam7(samples: NDArray[np.uint8]) -> list[bytes]:
    """The rows of the seven passes of an interlaced image."""
    passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
    return [row.tobytes() for y, x, dy, dx in passes for row in samples[y::dy, x::dx]]


def masked(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return pixels * (HALF > 0)


def png_files() -> Iterator[Encoded]:
    yield Encoded("grey 1 bit.png", png(1, GREY_TYPE, packed(BITS, 1)), BITS * 255)
    for bits, step in ((2, 85), (4, 17)):
        few = levels(GREY, bits)
        yield Encoded(f"grey {bits} bits.png", png(bits, GREY_TYPE, packed(few, bits)), few * step)
        key = struct.pack(">H", 1)
        keyed = np.where(few == 1, 0, few * step)
        yield Encoded(
            f"grey {bits} bits, one transparent.png", png(bits, GREY_TYPE, packed(few, bits), (b"tRNS", key)), keyed
        )
    yield Encoded("grey 8 bits.png", png(8, GREY_TYPE, rows8(GREY)), GREY)
    yield Encoded("rgb 8 bits.png", png(8, RGB_TYPE, rows8(RGB)), RGB)
    yield Encoded("rgb 8 bits interlaced.png", png(8, RGB_TYPE, adam7(RGB), interlace=1), RGB)
    for bits in (1, 2, 4, 8):
        few = levels(GREY, bits)
        colours = np.array([(37 * n % 256, 255 - 11 * n % 256, n) for n in range(2**bits)], np.uint8)
        rows = packed(few, bits) if bits < 8 else rows8(few)
        plte = (b"PLTE", colours.tobytes())
        yield Encoded(f"palette {bits} bits.png", png(bits, PALETTE_TYPE, rows, plte), colours[few])
        clear = bytes([255, 0, 255, 255][: 2**bits])
        seen = np.where((few == 1)[:, :, None], 0, colours[few])
        yield Encoded(
            f"palette {bits} bits, one transparent.png",
            png(bits, PALETTE_TYPE, rows, plte, (b"tRNS", clear)),
            seen,
        )
    yield from _deep_png()
    yield from _alpha_png()
    yield from _colour_png()


def _deep_png() -> Iterator[Encoded]:
    for name, top in (("16 bits", 65535), ("12 bits in 16", 4095), ("10 bits in 16", 1023)):
        yield Encoded(f"grey {name}.png", png(16, GREY_TYPE, rows16(deep(GREY, top))), GREY)
        yield Encoded(f"rgb {name}.png", png(16, RGB_TYPE, rows16(deep(RGB, top))), RGB)
        for alpha_name, alpha_top in (("own depth", top), ("16 bits", 65535)):
            full = deep(HALF, alpha_top)
            pixels = np.concatenate([deep(RGB, top), full], axis=2)
            yield Encoded(
                f"rgb {name}, alpha of {alpha_name}.png", png(16, RGB_ALPHA_TYPE, rows16(pixels)), masked(RGB)
            )
        grey_alpha = np.dstack([deep(GREY, top), deep(HALF, 65535)[:, :, 0]])
        yield Encoded(
            f"grey {name} and alpha.png",
            png(16, GREY_ALPHA_TYPE, rows16(grey_alpha)),
            masked(GREY[:, :, None])[:, :, 0],
        )
    sixteen = deep(RGB, 65535)
    key = (b"tRNS", sixteen[12, 12].astype(">u2").tobytes())
    same = (sixteen == sixteen[12, 12]).all(axis=2)[:, :, None]
    yield Encoded("rgb 16 bits, one transparent.png", png(16, RGB_TYPE, rows16(sixteen), key), np.where(same, 0, RGB))


def _alpha_png() -> Iterator[Encoded]:
    both = np.concatenate([RGB, HALF], axis=2)
    yield Encoded("rgb and alpha.png", png(8, RGB_ALPHA_TYPE, rows8(both)), masked(RGB))
    grey = np.dstack([GREY, HALF[:, :, 0]])
    yield Encoded("grey and alpha.png", png(8, GREY_ALPHA_TYPE, rows8(grey)), masked(GREY[:, :, None])[:, :, 0])
    for value in (0, 1, 255):
        flat = np.full_like(OPAQUE, value)
        yield Encoded(
            f"alpha {value} everywhere.png", png(8, RGB_ALPHA_TYPE, rows8(np.concatenate([RGB, flat], axis=2))), RGB
        )
    none = np.concatenate([deep(RGB, 65535), np.zeros_like(OPAQUE, np.uint16)], axis=2)
    yield Encoded("alpha 0 everywhere, 16 bits.png", png(16, RGB_ALPHA_TYPE, rows16(none)), RGB)


def _colour_png() -> Iterator[Encoded]:
    gamma = (b"gAMA", struct.pack(">I", 100000))
    usual = (b"gAMA", struct.pack(">I", 45455))
    srgb = (b"sRGB", b"\0")
    yield Encoded("gamma 1.0, 16 bits.png", png(16, RGB_TYPE, rows16(light(RGB, 65535)), gamma), RGB)
    yield Encoded("gamma 1.0, 8 bits.png", png(8, GREY_TYPE, rows8(light(GREY, 255).astype(np.uint8)), gamma), GREY, 9)
    yield Encoded("usual gamma.png", png(8, RGB_TYPE, rows8(RGB), usual), RGB)
    yield Encoded("gamma 1.0 overruled by sRGB.png", png(8, RGB_TYPE, rows8(RGB), gamma, srgb), RGB)
    for name in ("Linear Rec709", "Linear sRGB", "sRGB IEC61966-2.1"):
        profile = (b"iCCP", b"profile\0\0" + zlib.compress(linear_profile(name)))
        sixteen = rows16(light(RGB, 65535))
        yield Encoded(f"linear profile named {name}, 16 bits.png", png(16, RGB_TYPE, sixteen, profile), RGB, 1)
        eight = rows8(light(RGB, 255).astype(np.uint8))
        yield Encoded(f"linear profile named {name}, 8 bits.png", png(8, RGB_TYPE, eight, profile), RGB, 9)
    broken = (b"iCCP", b"profile\0\0" + zlib.compress(b"nonsense"))
    yield Encoded("broken profile.png", png(8, RGB_TYPE, rows8(RGB), broken), RGB)


def webp_files() -> Iterator[Encoded]:
    def webp(pixels: NDArray[Any], **how: Any) -> bytes:
        file = io.BytesIO()
        PilImage.fromarray(pixels).save(file, "WEBP", **how)
        return file.getvalue()

    yield Encoded("lossless.webp", webp(RGB, lossless=True), RGB)
    both = np.concatenate([RGB, HALF], axis=2)
    yield Encoded("lossless and alpha.webp", webp(both, lossless=True, exact=True), masked(RGB))
    clear = np.concatenate([RGB, np.zeros_like(OPAQUE)], axis=2)
    yield Encoded("alpha 0 everywhere.webp", webp(clear, lossless=True, exact=True), RGB)
    yield Encoded("lossy.webp", webp(SMOOTH, quality=100), SMOOTH, 8)
