"""The board as TIFF files."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

import numpy as np
import tifffile
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
from engine.imaging.encodings.jpeg_files import INK, LOSS, printed
from engine.imaging.encodings.png_files import HALF, masked
from numpy.typing import NDArray
from PIL import Image as PilImage

NOT_READ = "stored in a way that is not read"
WIDE = deep(RGB, 65535)
DEPTHS = (("16 bits", 65535), ("12 bits in 16", 4095), ("10 bits in 16", 1023))


def tiff(pixels: NDArray[Any], *, bigtiff: bool = False, byteorder: str = "<", **how: Any) -> bytes:
    file = io.BytesIO()
    with tifffile.TiffWriter(file, bigtiff=bigtiff, byteorder=byteorder) as writer:
        writer.write(pixels, **{"metadata": None, **how})
    return file.getvalue()


def with_palette(rows: bytes, bits: int, colormap: NDArray[np.uint16]) -> bytes:
    """A TIFF with a palette of less than 8 bits, which no library writes."""
    colours = colormap.astype("<u2").tobytes()
    shorts = [(256, WIDTH), (257, HEIGHT), (258, bits), (259, 1), (262, 3), (277, 1), (278, HEIGHT)]
    entries = [(tag, 3, 1, value) for tag, value in shorts]
    entries += [(273, 4, 1, 8), (279, 4, 1, len(rows)), (320, 3, colormap.size, 8 + len(rows))]
    start = 8 + len(rows) + len(colours)
    directory = struct.pack("<H", len(entries))
    directory += b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries)) + bytes(4)
    return b"II*\0" + struct.pack("<I", start) + rows + colours + directory


def tiff_files() -> Iterator[Encoded]:
    yield from _grey()
    yield from _white_is_zero()
    yield from _colour()
    yield from _further_samples()
    yield from _palettes()
    yield from _compressed()
    yield from _pages()
    yield from _ink_and_other_colours()
    yield from _tags()
    yield from _cut()


def _grey() -> Iterator[Encoded]:
    yield Encoded("grey 8 bits.tif", tiff(GREY), GREY)
    for name, top in DEPTHS:
        yield Encoded(f"grey {name}.tif", tiff(deep(GREY, top)), GREY)
    for bits in (10, 12, 14):
        packed = tiff(deep(GREY, 2**bits - 1), bitspersample=bits)
        yield Encoded(f"grey {bits} bits packed.tif", packed, GREY)
    dark = deep(GREY // 32, 4095)  # no sample above a quarter: the declaration decides
    declared = tiff(dark, extratags=[(281, "H", 1, 4095, True)])
    yield Encoded("grey 12 bits in 16, declared, dark.tif", declared, GREY // 32)
    yield Encoded("grey 32 bits holding 16.tif", tiff(deep(GREY, 65535).astype(np.uint32)), GREY)
    yield Encoded("grey 32 bits.tif", tiff(GREY.astype(np.uint32) * 16843009), words="32-bit values")
    yield Encoded("grey 16 bits signed.tif", tiff(deep(GREY, 32767).astype(np.int16)), GREY)
    yield Encoded("grey 12 bits in 16 signed.tif", tiff(deep(GREY, 4095).astype(np.int16)), GREY)
    yield Encoded("grey 8 bits signed.tif", tiff((GREY // 2).astype(np.int8)), GREY, 2)
    yield Encoded("grey 32 bits signed holding 16.tif", tiff(deep(GREY, 65535).astype(np.int32)), GREY)
    yield Encoded("grey 16 bits negative.tif", tiff(deep(GREY, 32767).astype(np.int16) - 9000), words="negative values")
    for kind in (np.float16, np.float32, np.float64):
        yield Encoded(f"grey {np.dtype(kind)}.tif", tiff((GREY / 255).astype(kind)), GREY)
        yield Encoded(f"rgb {np.dtype(kind)}.tif", tiff((RGB / 255).astype(kind), photometric="rgb"), RGB)
    yield Encoded("float 0 to 255.tif", tiff(GREY.astype(np.float32)), words="must be in 0 to 1")
    yield Encoded("float with a hole.tif", tiff(np.where(GREY == 250, np.nan, 0.5)), words="no numbers")
    yield Encoded("complex.tif", tiff(GREY.astype(np.complex64)), words=NOT_READ)
    yield Encoded("big-endian 16 bits.tif", tiff(deep(GREY, 65535), byteorder=">"), GREY)
    yield Encoded("BigTIFF.tif", tiff(deep(RGB, 65535), bigtiff=True, photometric="rgb"), RGB)


def _white_is_zero() -> Iterator[Encoded]:
    yield Encoded("white is zero, 1 bit.tif", tiff(BITS == 0, photometric="miniswhite"), BITS * 255)
    yield Encoded("white is zero, 8 bits.tif", tiff(255 - GREY, photometric="miniswhite"), GREY)
    floats = (1 - GREY / 255).astype(np.float32)
    yield Encoded("white is zero, float32.tif", tiff(floats, photometric="miniswhite"), GREY)
    for name, top in DEPTHS:
        yield Encoded(f"white is zero, {name}.tif", tiff(top - deep(GREY, top), photometric="miniswhite"), GREY)
    packed = tiff(4095 - deep(GREY, 4095), photometric="miniswhite", bitspersample=12)
    yield Encoded("white is zero, 12 bits packed.tif", packed, GREY)


def _colour() -> Iterator[Encoded]:
    yield Encoded("rgb 8 bits.tif", tiff(RGB, photometric="rgb"), RGB)
    yield Encoded("rgb 8 bits, planes.tif", _planes(RGB), RGB)
    for name, top in DEPTHS:
        yield Encoded(f"rgb {name}.tif", tiff(deep(RGB, top), photometric="rgb"), RGB)
        yield Encoded(f"rgb {name}, planes.tif", _planes(deep(RGB, top)), RGB)
    yield Encoded("rgb 16 bits, planes in strips.tif", _planes(WIDE, rowsperstrip=7), RGB)
    yield Encoded("rgb 16 bits, tiles.tif", tiff(WIDE, photometric="rgb", tile=(16, 32)), RGB)
    yield Encoded("rgb 16 bits, planes in tiles.tif", _planes(WIDE, tile=(16, 32)), RGB)


def _planes(pixels: NDArray[Any], **how: Any) -> bytes:
    return tiff(np.ascontiguousarray(np.moveaxis(pixels, -1, 0)), photometric="rgb", planarconfig="separate", **how)


def _further_samples() -> Iterator[Encoded]:
    twelve = deep(RGB, 4095)
    for name, pixels, most in (("8 bits", RGB, 255), ("16 bits", WIDE, 65535), ("12 bits in 16", twelve, 4095)):
        fourth = deep(HALF, most).astype(pixels.dtype)
        four = np.concatenate([pixels, fourth], axis=2)
        product = np.concatenate([pixels * (HALF > 0), fourth], axis=2)
        none = np.concatenate([pixels, np.zeros_like(fourth)], axis=2)
        about: dict[str, Any] = {"photometric": "rgb"}
        yield Encoded(f"rgb and infrared, {name}.tif", tiff(four, extrasamples=["unspecified"], **about), RGB)
        yield Encoded(f"rgb and zeros, {name}.tif", tiff(none, extrasamples=["unspecified"], **about), RGB)
        yield Encoded(f"alpha, {name}.tif", tiff(four, extrasamples=["unassalpha"], **about), masked(RGB))
        multiplied = tiff(product, extrasamples=["assocalpha"], **about)
        yield Encoded(f"alpha multiplied in, {name}.tif", multiplied, masked(RGB))
        yield Encoded(f"alpha 0 everywhere, {name}.tif", tiff(none, extrasamples=["unassalpha"], **about), RGB)
        yield Encoded(f"alpha 0 multiplied in, {name}.tif", tiff(none, extrasamples=["assocalpha"], **about), RGB)
        five = np.concatenate([pixels, none[:, :, 3:], fourth], axis=2)
        both = tiff(five, extrasamples=["unspecified", "unassalpha"], **about)
        yield Encoded(f"infrared and alpha, {name}.tif", both, masked(RGB))
        planes = np.ascontiguousarray(np.moveaxis(four, -1, 0))
        yield Encoded(
            f"rgb and infrared in planes, {name}.tif",
            tiff(planes, planarconfig="separate", extrasamples=["unspecified"], **about),
            RGB,
        )
    half = np.concatenate([RGB, np.full((HEIGHT, WIDTH, 1), 128, np.uint8)], axis=2)
    half[:, :30, 3] = 255
    faded = RGB.copy()
    faded[:, 30:] = np.rint(RGB[:, 30:] * (128 / 255))
    yield Encoded("alpha, half of it 128.tif", tiff(half, extrasamples=["unassalpha"], photometric="rgb"), faded)
    grey = np.dstack([GREY, HALF[:, :, 0]])
    layout: dict[str, Any] = {"photometric": "minisblack", "planarconfig": "contig"}
    seen = masked(GREY[:, :, None])[:, :, 0]
    yield Encoded("grey and alpha.tif", tiff(grey, extrasamples=["unassalpha"], **layout), seen)
    yield Encoded("grey and infrared.tif", tiff(grey, extrasamples=["unspecified"], **layout), GREY)
    yield Encoded("three kinds of grey.tif", tiff(RGB, extrasamples=["unspecified"] * 2, **layout), words=NOT_READ)


def _palettes() -> Iterator[Encoded]:
    colours = np.array([(37 * n % 256, 255 - 11 * n % 256, n) for n in range(256)], np.uint16)
    for bits in (1, 2, 4, 8):
        few = levels(GREY, bits)
        entries = colours[: 2**bits]
        for name, wide in (("by 257", entries * 257), ("by 256", entries * 256), ("of 8 bits", entries)):
            colormap = np.ascontiguousarray(wide.T)
            if bits == 8:
                content = tiff(few, photometric="palette", colormap=colormap)
            else:
                content = with_palette(b"".join(packed(few, bits)), bits, colormap)
            yield Encoded(f"palette {bits} bits, entries {name}.tif", content, entries[few])


def _compressed() -> Iterator[Encoded]:
    for compression in ("lzw", "zlib", "packbits", "zstd", "lzma"):
        for predictor in (False, True) if compression in ("lzw", "zlib") else (False,):
            name = f"{compression}{', predicted' if predictor else ''}"
            how: dict[str, Any] = {"compression": compression, "predictor": predictor, "rowsperstrip": 5}
            yield Encoded(f"rgb 8 bits {name}.tif", tiff(RGB, photometric="rgb", **how), RGB)
            yield Encoded(f"rgb 16 bits {name}.tif", tiff(WIDE, photometric="rgb", **how), RGB)
            yield Encoded(f"planes {name}.tif", _planes(WIDE, **how), RGB)
    floats = (GREY / 255).astype(np.float32)
    yield Encoded("float32 lzw, predicted.tif", tiff(floats, compression="lzw", predictor=True), GREY)
    content = tiff(SMOOTH, photometric="rgb", compression="jpeg", compressionargs={"level": 98})
    yield Encoded("jpeg, rgb.tif", content, SMOOTH, LOSS)
    content = tiff(SMOOTH[:, :, 0], compression="jpeg", compressionargs={"level": 98})
    yield Encoded("jpeg, grey.tif", content, SMOOTH[:, :, 0], LOSS)
    fax = io.BytesIO()
    PilImage.fromarray(BITS * 255).convert("1").save(fax, "TIFF", compression="group4")
    yield Encoded("fax.tif", fax.getvalue(), BITS * 255)
    old = io.BytesIO()
    PilImage.fromarray(SMOOTH).save(old, "TIFF", compression="jpeg", quality=98)
    yield Encoded("jpeg by libtiff.tif", old.getvalue(), SMOOTH, LOSS + 4)
    yield Encoded("jpeg 2000.tif", tiff(RGB, photometric="rgb", compression="jpeg2000"), words=NOT_READ)


def _pages() -> Iterator[Encoded]:
    def pages(*parts: tuple[NDArray[Any], dict[str, Any]]) -> bytes:
        file = io.BytesIO()
        with tifffile.TiffWriter(file) as writer:
            for pixels, how in parts:
                writer.write(pixels, metadata=None, **how)
        return file.getvalue()

    rgb = (RGB, {"photometric": "rgb"})
    small = (RGB[::2, ::2], {"photometric": "rgb", "subfiletype": 1})
    mask = (GREY > 128, {"photometric": "mask", "subfiletype": 4})
    yield Encoded("mask page.tif", pages(rgb, mask), RGB)
    yield Encoded("reduced copy.tif", pages(rgb, small), RGB)
    yield Encoded("reduced copy first.tif", pages(small, rgb, mask), RGB)
    yield Encoded("two boards.tif", pages(rgb, rgb), words="2 pages or frames")
    stack = io.BytesIO()
    tifffile.imwrite(stack, np.stack([GREY, GREY]), imagej=True)
    yield Encoded("ImageJ stack.tif", stack.getvalue(), words="2 pages or frames")


def _ink_and_other_colours() -> Iterator[Encoded]:
    about: dict[str, Any] = {"photometric": "separated"}
    yield Encoded("cmyk 8 bits.tif", tiff(INK, **about), printed(INK), 1)
    yield Encoded("cmyk 16 bits.tif", tiff(deep(INK, 65535), **about), printed(INK), 1)
    planes = np.ascontiguousarray(np.moveaxis(INK, -1, 0))
    yield Encoded("cmyk planes.tif", tiff(planes, planarconfig="separate", **about), printed(INK), 1)
    pale = INK // 20
    yield Encoded("cmyk 16 bits, pale.tif", tiff(deep(pale, 65535), **about), printed(pale), 1)
    luma = np.array(PilImage.fromarray(SMOOTH).convert("YCbCr"))
    yield Encoded("luma and chroma.tif", tiff(luma, photometric="ycbcr", compression="lzw"), SMOOTH, 2)
    turned = np.ascontiguousarray(luma[::-1, ::-1])
    content = tiff(turned, photometric="ycbcr", extratags=[(274, "H", 1, 3, True)])
    yield Encoded("luma and chroma, upside down.tif", content, SMOOTH, 2)
    yield Encoded("CIELab.tif", tiff(RGB, photometric="cielab"), words=NOT_READ)
    yield Encoded("camera raw.tif", tiff(deep(GREY, 4095), photometric="cfa"), words=NOT_READ)


def _tags() -> Iterator[Encoded]:
    turns = {
        1: RGB,
        2: RGB[:, ::-1],
        3: RGB[::-1, ::-1],
        4: RGB[::-1],
        5: RGB.swapaxes(0, 1),
        6: np.rot90(RGB, 1),
        7: np.rot90(RGB, 1)[:, ::-1],
        8: np.rot90(RGB, -1),
    }
    turns[7] = RGB[::-1, ::-1].swapaxes(0, 1)
    for orientation, stored in turns.items():
        wide = np.ascontiguousarray(deep(np.ascontiguousarray(stored), 65535))
        content = tiff(wide, photometric="rgb", extratags=[(274, "H", 1, orientation, True)])
        yield Encoded(f"orientation {orientation}.tif", content, RGB)
    for name in ("Linear Rec709", "Linear sRGB"):
        profile = linear_profile(name)
        content = tiff(light(RGB, 65535), photometric="rgb", iccprofile=profile)
        yield Encoded(f"linear profile named {name}, 16 bits.tif", content, RGB, 1)
        content = tiff(light(RGB, 255).astype(np.uint8), photometric="rgb", iccprofile=profile)
        yield Encoded(f"linear profile named {name}, 8 bits.tif", content, RGB, 9)


def _cut() -> Iterator[Encoded]:
    for compression in (None, "lzw", "zlib", "jpeg"):
        whole = tiff(SMOOTH, photometric="rgb", compression=compression, rowsperstrip=16)
        yield Encoded(f"cut, {compression}.tif", whole[: int(len(whole) * 0.7)], words="truncated|damaged|lacks")
    strip = tiff(RGB, photometric="rgb", rowsperstrip=16)
    with tifffile.TiffFile(io.BytesIO(strip)) as file:
        at = file.pages[0].tags["StripByteCounts"].valueoffset
    for size in (0, 100):
        content = strip[: at + 4] + size.to_bytes(4, "little") + strip[at + 8 :]
        yield Encoded(f"a strip of {size} bytes.tif", content, words="truncated|damaged")
