"""Placement of a bundle: names and outlines of its parts, which change neither a score nor the identity of the model.

It is no file of the manifest, whose hash is the identity of the model. ``records.json`` next to the manifest lists it
with its hash, as the manifest lists its files; versions that do not know it leave it alone, and a copy of the folder
takes it along.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from vqganodip.bundles.archive import Bundle
from vqganodip.bundles.records_file import RECORDS, UnreadableRecordError, read_record, write_record
from vqganodip.detection.components import find_components
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import BundleError, SettingsError, system_reason
from vqganodip.placement.found_parts import number_parts
from vqganodip.placement.record import PlacementRecord
from vqganodip.types import Image, Map

__all__ = [
    "ROLE",
    "PicturedBoard",
    "draw_parts",
    "found_placement",
    "pictured_board",
    "placement_in",
    "set_placement",
]

ROLE: Final = "placement"
_AGAIN: Final = "Lay the placement on again with `vqganodip parts`, or copy the bundle again."


@dataclass(frozen=True, slots=True, eq=False)
class PicturedBoard:
    """The normal boards of a product, to lay a placement on.

    Attributes:
        pixels: uint8 h×w×3 on the working grid, their average.
        spread: float32 h×w, their standard deviation at each place, above zero.
        mm_per_px: Millimetres per pixel of the working grid; None if unknown.
    """

    pixels: Image = field(repr=False)
    spread: Map = field(repr=False)
    mm_per_px: float | None

    @property
    def grid(self) -> tuple[int, int]:
        """(width, height) of the working grid."""
        return self.pixels.shape[1], self.pixels.shape[0]


def pictured_board(bundle: Bundle) -> PicturedBoard:
    """Read the average and the spread of the normal boards of a bundle, without loading its networks.

    Raises:
        SettingsError: The product is in free position, so that a part would mean another place on every picture.
        BundleError: A file is missing or altered.
    """
    if "reference" not in bundle:
        raise SettingsError(
            "parts-free-position",
            "this product is in free position: a part would lie at another place on every picture",
            where=bundle.folder,
            todo="Parts need a bundle of registered boards.",
        )
    statistics = PixelStatistics.from_arrays(bundle.read_arrays("golden"))
    pixels: Image = np.clip(np.rint(statistics.mean), 0, 255).astype(np.uint8)
    mm = bundle.read_json("settings").get("mm_per_px")
    spread = np.asarray(statistics.scale.mean(axis=2), np.float32)
    return PicturedBoard(pixels, spread, float(mm) if mm else None)


def placement_in(folder: Path) -> PlacementRecord | None:
    """Read the placement of the bundle in a folder; None without one.

    Raises:
        BundleError: Its file is missing, altered, or of another version.
    """
    try:
        about = read_record(folder, ROLE)
        return None if about is None else PlacementRecord.from_dict(about)
    except UnreadableRecordError as error:
        raise _unreadable(error.path) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(folder / RECORDS) from error


def _unreadable(path: Path) -> BundleError:
    return BundleError(
        "bundle-placement-unreadable",
        "the placement of the bundle cannot be read: its file is missing, altered or of another version",
        where=path,
        todo=_AGAIN,
    )


def found_placement(bundle: Bundle) -> PlacementRecord:
    """Number the parts that are found where the normal boards of a bundle vary, for a product without a placement file.

    Raises:
        SettingsError: The product is in free position.
        DatasetError: No parts were found.
        BundleError: A file is missing or altered.
    """
    board = pictured_board(bundle)
    scale = PixelStatistics.from_arrays(bundle.read_arrays("golden")).scale
    boxes = [component.box for component in find_components(scale)]
    return number_parts(boxes, board.grid, board.mm_per_px)


def set_placement(bundle: Bundle, record: PlacementRecord | None) -> None:
    """Store a placement with a bundle, or remove it; the model and its identity stay as they are.

    Raises:
        BundleError: It cannot be written.
    """
    try:
        write_record(bundle.folder, ROLE, None if record is None else record.to_dict())
    except OSError as error:
        raise BundleError(
            "bundle-placement-unwritable",
            "the placement cannot be written ({error})",
            where=bundle.folder,
            todo="Check space and permissions.",
            error=system_reason(error),
        ) from error


def draw_parts(pixels: Image, record: PlacementRecord) -> Image:
    """Draw the outlines and names of the parts on a picture of the working grid, at twice its size.

    Args:
        pixels: uint8 h×w×3.
        record: The placement.
    """
    import cv2

    scale = 2
    picture = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    for part in record.laid():
        corners = np.rint((np.array(part.corners) + 0.5) * scale * 8).astype(np.int32)
        colour = (255, 200, 0) if part.part.fitted else (150, 150, 150)
        cv2.polylines(picture, [corners.reshape(-1, 1, 2)], True, colour, 1, cv2.LINE_AA, 3)
        place = (int(part.box.x0 * scale), int(part.box.y0 * scale) - 2)
        for ink, width in (((0, 0, 0), 3), (colour, 1)):
            cv2.putText(picture, part.part.ref_des, place, cv2.FONT_HERSHEY_SIMPLEX, 0.35, ink, width, cv2.LINE_AA)
    return np.asarray(picture, np.uint8)
