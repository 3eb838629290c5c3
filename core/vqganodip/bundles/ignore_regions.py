"""Ignore regions: boxes on the reference board excluded from inspection, such as a barcode or parts that may tilt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import Bundle, arrays_to_bytes, write_bundle
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import BundleError, SettingsError, message
from vqganodip.types import Box, Image

__all__ = ["draw_regions", "ignore_mask", "ignore_regions", "reference_size", "set_ignore_regions"]

ROLE: Final = "ignore"
_DEPENDENT_ROLES: Final = ("scorer", "threshold", "report")


def ignore_regions(bundle: Bundle) -> tuple[Box, ...]:
    """Return the ignore regions of a bundle in pixels of the working grid; empty if it has none.

    Raises:
        BundleError: The file of the regions is damaged.
    """
    if ROLE not in bundle:
        return ()
    rows = bundle.read_arrays(ROLE).get("boxes")
    if rows is None or rows.ndim != 2 or rows.shape[1] != 4:
        raise BundleError(
            "ignore-regions-unreadable", "the ignore regions cannot be read", where=ROLE, todo="Set them again."
        )
    return tuple(Box(*(int(v) for v in row)) for row in rows)


def ignore_mask(boxes: Sequence[Box], size: tuple[int, int]) -> NDArray[np.bool_] | None:
    """Return a mask, bool h×w, of a working grid of (width, height): True inside a region; None without regions."""
    if not boxes:
        return None
    mask = np.zeros((size[1], size[0]), bool)
    for b in boxes:
        mask[b.y0 : b.y1, b.x0 : b.x1] = True
    return mask


def set_ignore_regions(bundle: Bundle, boxes: Sequence[Box]) -> Bundle:
    """Replace the ignore regions of a bundle and remove its score and threshold, which were fitted without them.

    Args:
        bundle: Bundle of a product in fixed position.
        boxes: Regions in pixels of the working grid; an empty sequence removes all of them.

    Raises:
        SettingsError: The product is in free position, a region is empty or lies outside the board, or the regions
            cover the whole board.
        BundleError: The bundle cannot be written.
    """
    size = reference_size(bundle)
    if size is None:
        raise SettingsError(
            "ignore-regions-free-position",
            "this product is in free position: a region would mean another place on every image",
            where=bundle.folder,
            todo="Ignore regions need a bundle of registered boards.",
        )
    width, height = size
    for b in boxes:
        if not (0 <= b.x0 < b.x1 <= width and 0 <= b.y0 < b.y1 <= height):
            raise SettingsError(
                "ignore-region-outside",
                "the region {x0},{y0},{x1},{y1} is not inside the board of {w}×{h} px",
                where=message("place-ignore-regions", "ignore regions"),
                todo="Give left, top, right and bottom in pixels of the reference board.",
                x0=b.x0,
                y0=b.y0,
                x1=b.x1,
                y1=b.y1,
                w=width,
                h=height,
            )
    mask = ignore_mask(boxes, (width, height))
    if mask is not None and mask.all():
        raise SettingsError(
            "ignore-regions-everywhere", "the ignore regions cover the whole board", todo="Leave some of the board."
        )
    rows = np.array([[b.x0, b.y0, b.x1, b.y1] for b in boxes], np.int32).reshape(-1, 4)
    contents = {ROLE: (".npz", arrays_to_bytes({"boxes": rows}))}
    return write_bundle(bundle.folder, contents, base=bundle, without=_DEPENDENT_ROLES)


def reference_size(bundle: Bundle) -> tuple[int, int] | None:
    """Return width and height of the reference board in pixels of the working grid; None in free position."""
    if "reference" not in bundle:
        return None
    height, width = PixelStatistics.from_arrays(bundle.read_arrays("golden")).mean.shape[:2]
    return width, height


def draw_regions(bundle: Bundle) -> Image:
    """Draw the reference board, uint8 h×w×3, with its ignore regions hatched."""
    mean = PixelStatistics.from_arrays(bundle.read_arrays("golden")).mean
    picture = np.clip(np.rint(mean), 0, 255).astype(np.uint8)
    height, width = picture.shape[:2]
    mask = ignore_mask(ignore_regions(bundle), (width, height))
    if mask is not None:
        y, x = np.mgrid[0:height, 0:width]
        stripe = mask & ((x + y) % 12 < 3)
        picture[mask] = picture[mask] // 2
        picture[stripe] = (255, 200, 0)
    return picture
