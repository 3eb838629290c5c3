"""TIFF files as rasters, decoded by tifffile.

Pillow and OpenCV each read part of the kinds wrongly: white is zero above 8 bits, colours in separate planes, further
samples that are no alpha. tifffile returns the samples as they are stored; what they mean is decided here by the tags.
"""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image as PilImage

from vqganodip.errors import ImageError
from vqganodip.imaging.file_checks import AGAIN, damaged, several_frames, truncated, unsupported
from vqganodip.imaging.jpeg import check_jpeg
from vqganodip.imaging.raster import Raster, Space, integer_top, unsigned

if TYPE_CHECKING:
    from tifffile import TiffFile, TiffPage

__all__ = ["is_tiff", "tiff_page", "tiff_raster", "tiff_size"]

_MAGIC: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE, _MASK, _SEPARATED, _YCBCR = range(7)
_REDUCED_OR_MASK: Final = 1 | 4
_JPEG: Final = 7
_COMPRESSIONS: Final = frozenset({1, 2, 3, 4, 5, _JPEG, 8, 32773, 32946, 34925, 50000})
"""None, CCITT, LZW, JPEG, Deflate, PackBits, LZMA, Zstandard: codecs that return the stored samples."""
_ASSOCIATED: Final = 1
_UNASSOCIATED: Final = 2
_ORIENTATION, _INK_SET, _MOST_SAMPLE, _PHOTOMETRIC = 274, 332, 281, 262

logging.getLogger("tifffile").addHandler(logging.NullHandler())  # else it writes about damaged tags to the terminal


def is_tiff(head: bytes) -> bool:
    """True for the first bytes of a TIFF or BigTIFF."""
    return head[:4] in _MAGIC


@contextmanager
def tiff_page(data: bytes | io.BufferedReader, path: Path) -> Iterator[TiffPage]:
    """Open the one page that is a picture; reduced copies and transparency masks in the file are ignored.

    Raises:
        ImageError: There are several.
    """
    import tifffile

    source = io.BytesIO(data) if isinstance(data, bytes) else data
    try:
        opened = tifffile.TiffFile(source, name=path.name)
    except tifffile.TiffFileError as error:
        raise damaged(str(error) or "TIFF", path) from error
    with opened as file:
        pages = list(file.pages)
        pictures = [page for page in pages if not int(page.subfiletype) & _REDUCED_OR_MASK] or pages[:1]
        frames = max(len(pictures), _stacked(file), pictures[0].imagedepth if pictures else 0)
        if frames > 1:
            raise several_frames(len(pages) if len(pictures) > 1 else frames, path)
        if not pictures:
            raise damaged("no page", path)
        yield pictures[0]


def _stacked(file: TiffFile) -> int:
    """Number of images behind one page, as ImageJ stores them."""
    about = file.imagej_metadata if file.is_imagej else None
    return int(about.get("images", 1)) if about else 1


def tiff_size(page: TiffPage) -> tuple[int, int]:
    """(width, height) of the upright picture."""
    size = (int(page.imagewidth), int(page.imagelength))
    return size[::-1] if _orientation(page) >= 5 else size


def tiff_raster(page: TiffPage, data: bytes, path: Path, *, labels: bool = False) -> Raster:
    """The samples of a page; with ``labels``, numbers of any range.

    Raises:
        ImageError: Data are missing, or the kind of samples, colours or compression is not read.
    """
    photometric = _photometric(page)
    if int(page.compression) not in _COMPRESSIONS:
        raise unsupported(f"compression {_name(page.compression)}", path)
    if photometric == _YCBCR and int(page.compression) != _JPEG:
        return _by_pillow(data, page)
    _check_whole(page, data, path)
    samples = _samples(page)
    if samples.dtype.kind not in "uif":
        raise unsupported(f"samples of type {samples.dtype}", path)
    about: dict[str, Any] = {
        "icc": bytes(page.iccprofile) if page.iccprofile else None,
        "orientation": _orientation(page),
        "lossy": int(page.compression) == _JPEG,
    }
    if photometric == _PALETTE:
        return _from_palette(page, samples, path, about)
    if labels:
        return _from_labels(page, samples, photometric, about)
    return _from_colours(page, samples, photometric, path, about)


def _orientation(page: TiffPage) -> int:
    value = page.tags.valueof(_ORIENTATION, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _name(value: Any) -> str:
    return str(getattr(value, "name", value))


def _photometric(page: TiffPage) -> int:
    """The colour model; grey or RGB by the number of samples where the tag is missing."""
    if _PHOTOMETRIC in page.tags:
        return int(page.photometric)
    return _RGB if page.samplesperpixel >= 3 else _BLACK_IS_ZERO


def _check_whole(page: TiffPage, data: bytes, path: Path) -> None:
    """ImageError unless every strip or tile lies inside the file; tifffile fills a missing one with zeros."""
    offsets, counts = page.dataoffsets, page.databytecounts
    pairs = list(zip(offsets, counts, strict=False))
    if len(pairs) < math.prod(page.chunked) or any(n <= 0 or at <= 0 or at + n > len(data) for at, n in pairs):
        raise truncated(path)
    if int(page.compression) == _JPEG and page.bitspersample == 8:
        for at, count in pairs:
            check_jpeg(data[at : at + count], page.jpegtables, path)


def _samples(page: TiffPage) -> NDArray[Any]:
    """H×W×C samples as stored, whether interleaved or in planes."""
    whole = page.asarray(squeeze=False, maxworkers=1)  # planes, depth, height, width, interleaved samples
    samples: NDArray[Any] = np.moveaxis(whole[:, 0], 0, -2)
    samples = samples.reshape(*samples.shape[:2], -1)
    return samples.astype(np.uint8) if samples.dtype == bool else samples


def _from_palette(page: TiffPage, samples: NDArray[Any], path: Path, about: dict[str, Any]) -> Raster:
    numbers = samples[:, :, 0]
    palette = page.colormap
    if palette is None or int(numbers.max(initial=0)) >= palette.shape[1]:
        raise unsupported("palette without all its colours", path)
    # entries have 16 bits; writers fill all of them or the upper 8, and some wrote entries of 8 bits
    entries = (palette >> 8 if int(palette.max()) > 255 else palette).astype(np.uint8)
    return Raster(entries.T[numbers], Space.RGB, 255, indices=numbers, **about)


def _from_labels(page: TiffPage, samples: NDArray[Any], photometric: int, about: dict[str, Any]) -> Raster:
    """Numbers as stored. In black and white where white is zero, the smaller area is taken for the marked one.

    Programs differ: tifffile writes True as the black of such a file, others mark in white.
    """
    most = 2 ** int(page.bitspersample) - 1 if samples.dtype.kind == "u" else 0
    black_and_white = photometric == _WHITE_IS_ZERO and most and samples.max(initial=0) == most
    if black_and_white and np.count_nonzero(samples > most // 2) > samples.size // 2:
        samples = samples.dtype.type(most) - samples
    count = 3 if photometric in (_RGB, _YCBCR) else 1
    kinds = [int(kind) for kind in page.extrasamples][: samples.shape[2] - count]
    place = next((n for n, kind in enumerate(kinds) if kind in (_ASSOCIATED, _UNASSOCIATED)), None)
    alpha = None if place is None else samples[:, :, count + place]
    return Raster(samples[:, :, :count], Space.RGB if count == 3 else Space.GREY, most or 1, alpha=alpha, **about)


def _from_colours(page: TiffPage, samples: NDArray[Any], photometric: int, path: Path, about: dict[str, Any]) -> Raster:
    space = {
        _WHITE_IS_ZERO: Space.GREY,
        _BLACK_IS_ZERO: Space.GREY,
        _MASK: Space.GREY,
        _RGB: Space.RGB,
        _YCBCR: Space.RGB,  # tifffile has converted the JPEG
        _SEPARATED: Space.CMYK,
    }.get(photometric)
    if space is None or (space is Space.CMYK and page.tags.valueof(_INK_SET, 1) != 1):
        raise unsupported(f"colours {_name(page.photometric)}", path)
    count = {Space.GREY: 1, Space.RGB: 3, Space.CMYK: 4}[space]
    further = samples.shape[2] - count
    if further < 0 or (space is Space.GREY and further > 1):
        raise unsupported(f"{samples.shape[2]} samples per pixel", path)
    bits = max(page.bitspersample) if isinstance(page.bitspersample, tuple) else int(page.bitspersample)
    if isinstance(page.bitspersample, tuple):
        bits = samples.dtype.itemsize * 8  # tifffile has scaled samples of unequal depths
    kinds = [int(kind) for kind in page.extrasamples][:further]
    place = next((n for n, kind in enumerate(kinds) if kind in (_ASSOCIATED, _UNASSOCIATED)), None)
    colours, alpha = samples[:, :, :count], None if place is None else samples[:, :, count + place]
    if samples.dtype.kind == "f":
        colours, top, alpha_top = _floats(colours, path), 1.0, 1.0
    else:
        colours, bits = unsigned(colours, bits, path)
        declared = _declared_top(page, colours)
        top = float(declared or (2**bits - 1 if space is Space.CMYK else integer_top(colours, bits, path)))
        alpha_top = top if alpha is None or int(alpha.max(initial=0)) <= top else float(2**bits - 1)
    if photometric == _WHITE_IS_ZERO:
        colours = colours.dtype.type(top) - colours
        if top == 65535 and bits == 16:
            top = float(integer_top(colours, bits, path))
    premultiplied = place is not None and kinds[place] == _ASSOCIATED
    return Raster(colours, space, top, alpha=alpha, alpha_top=alpha_top, premultiplied=premultiplied, **about)


def _declared_top(page: TiffPage, colours: NDArray[Any]) -> int | None:
    """The tag MaxSampleValue where it states a depth between 8 and 16 bits; some writers put the brightest sample."""
    value = page.tags.valueof(_MOST_SAMPLE)
    most = max(value) if isinstance(value, tuple) else value
    if not isinstance(most, int) or not 255 < most < 65535 or (most + 1) & most:
        return None
    return most if page.bitspersample == 16 and int(colours.max(initial=0)) <= most else None


def _floats(samples: NDArray[Any], path: Path) -> NDArray[Any]:
    """Float samples in 0…1; ImageError for others."""
    samples = samples.astype(np.float32)
    if not np.isfinite(samples).all():
        raise ImageError(
            "image-not-a-number", "holds values that are no numbers (NaN or infinite)", where=path, todo=AGAIN
        )
    if samples.min() < -1e-4 or samples.max() > 1 + 1e-4:
        raise ImageError(
            "image-float-range",
            "holds values from {low:g} to {high:g}; float images must be in 0 to 1",
            where=path,
            todo="Export it with 8 or 16 bits.",
            low=float(samples.min()),
            high=float(samples.max()),
        )
    return np.asarray(np.clip(samples, 0, 1))


def _by_pillow(data: bytes, page: TiffPage) -> Raster:
    """Luma and chroma without JPEG, which libtiff converts and turns upright."""
    with PilImage.open(io.BytesIO(data), formats=("TIFF",)) as image:
        pixels = np.array(image.convert("RGB"))
    return Raster(pixels, Space.RGB, 255, icc=bytes(page.iccprofile) if page.iccprofile else None)
