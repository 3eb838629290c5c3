"""Parts without a placement file: numbered where they were found on the picture, then named and merged by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from vqganodip.errors import DatasetError, Message, message
from vqganodip.placement.packages import outline_of
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.transforms import Kind
from vqganodip.types import Box

__all__ = ["ASSUMED_MM", "merge_parts", "number_parts", "rename_part"]

ASSUMED_MM: Final = 100.0
"""Length of the longer side of the picture where millimetres per pixel are unknown."""

_INSIDE: Final = 0.7
"""Share of a box that must lie in a larger one for it to be a detail of that part."""


def number_parts(boxes: Sequence[Box], grid: tuple[int, int], mm_per_px: float | None) -> PlacementRecord:
    """Number boxes in reading order, P1, P2 and so on, as a placement of its own.

    Args:
        boxes: Parts found on the picture, in pixels of the working grid; details within larger boxes are left out.
        grid: (width, height) of the working grid.
        mm_per_px: Millimetres per pixel; None if unknown.

    Raises:
        DatasetError: There is no box.
    """
    if not boxes:
        raise DatasetError(
            "parts-none-found",
            "no parts were found: the normal boards hardly vary from each other",
            todo="Lay on a placement file.",
        )
    scale = mm_per_px or ASSUMED_MM / max(grid)
    notes: tuple[Message, ...] = (
        message("parts-note-found", "the parts were found where normal boards vary, and numbered in reading order"),
    )
    if not mm_per_px:
        notes += (
            message(
                "parts-note-found-scale",
                "the scale of the picture is unknown: lengths take its longer side to be {length:.0f} mm",
                length=ASSUMED_MM,
            ),
        )
    parts = tuple(
        PlacedPart(
            ref_des=f"P{number}",
            x=(box.x0 + box.x1) / 2 * scale,
            y=(grid[1] - (box.y0 + box.y1) / 2) * scale,
            rotation=0.0,
            side=Side.TOP,
            size=(box.width * scale, box.height * scale),
        )
        for number, box in enumerate(_in_reading_order(_without_details(boxes)), start=1)
    )
    return PlacementRecord(
        file="",
        file_sha256="",
        form="",
        unit="mm",
        side=Side.TOP,
        grid=grid,
        kind=Kind.SIMILARITY,
        matrix=(1 / scale, 0.0, 0.0, 0.0, -1 / scale, float(grid[1])),
        points=(),
        residuals_mm=(),
        parts=parts,
        notes=notes,
    )


def rename_part(record: PlacementRecord, ref_des: str, name: str, **fields: str) -> PlacementRecord:
    """Give a part another reference designator.

    Args:
        record: The placement.
        ref_des: The part.
        name: Its new reference designator; the same to change the other fields alone.
        **fields: ``package``, ``value`` and ``part_number``, where they change too.

    Raises:
        DatasetError: There is no such part, the name is empty, or another part has it.
    """
    part, name = _named(record, ref_des), " ".join(name.split())
    if not name:
        raise DatasetError(
            "parts-name-empty",
            "{name} needs a reference designator",
            where=record.file,
            todo="Give a name such as U7.",
            name=part.ref_des,
        )
    if name.casefold() != part.ref_des.casefold():
        _check_free(record, name, (part,))
    return _with_parts(record, {part.ref_des: replace(part, ref_des=name, **fields)})  # type: ignore[arg-type]


def merge_parts(record: PlacementRecord, name: str, ref_des: Sequence[str]) -> PlacementRecord:
    """Merge parts that are one: it takes the place of the first and covers the outlines of all.

    Args:
        record: The placement.
        name: Reference designator of the part that they become; one of theirs or a new one.
        ref_des: Two parts or more, of one side. Package, value and part number are those of the first.

    Raises:
        DatasetError: Fewer than two parts, an unknown part, parts of both sides, or a name that another part has.
    """
    parts = [_named(record, one) for one in dict.fromkeys(ref_des)]
    if len(parts) < 2:
        raise DatasetError(
            "parts-merge-few",
            "two parts are needed at least to merge them ({count:part|parts} given)",
            where=record.file,
            todo="Select all parts that are one.",
            count=len(parts),
        )
    if len({part.side for part in parts}) > 1:
        raise DatasetError(
            "parts-merge-sides",
            "{names} lie on both sides of the board",
            where=record.file,
            todo="Merge parts of one side.",
            names=", ".join(part.ref_des for part in parts),
        )
    name = " ".join(name.split()) or parts[0].ref_des
    _check_free(record, name, parts)
    corners = np.vstack([_corners(record, part) for part in parts])
    (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
    merged = replace(
        parts[0],
        ref_des=name,
        x=float(x0 + x1) / 2,
        y=float(y0 + y1) / 2,
        rotation=0.0,
        size=(float(x1 - x0), float(y1 - y0)),
        fitted=any(part.fitted for part in parts),
    )
    return _with_parts(record, {parts[0].ref_des: merged} | {part.ref_des: None for part in parts[1:]})


def _without_details(boxes: Sequence[Box]) -> list[Box]:
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda one: (-one.area, one.y0, one.x0)):
        if not any(_shared(box, larger) > _INSIDE * box.area for larger in kept):
            kept.append(box)
    return kept


def _shared(one: Box, other: Box) -> int:
    width, height = min(one.x1, other.x1) - max(one.x0, other.x0), min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(width, 0) * max(height, 0)


def _in_reading_order(boxes: Sequence[Box]) -> list[Box]:
    """Rows from the top, each from the left; a row is as high as half of the median box."""
    height = float(np.median([box.height for box in boxes]))
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda one: (one.y0 + one.y1, one.x0)):
        if rows and (box.y0 + box.y1) - (rows[-1][0].y0 + rows[-1][0].y1) <= height:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row, key=lambda one: (one.x0, one.y0))]


def _named(record: PlacementRecord, ref_des: str) -> PlacedPart:
    wanted = ref_des.strip().casefold()
    part = next((part for part in record.parts if part.ref_des.casefold() == wanted), None)
    if part is None:
        raise DatasetError(
            "parts-unknown",
            "there is no part {name}",
            where=record.file,
            todo="Give a part of this placement, such as {example}.",
            name=ref_des.strip(),
            example=record.parts[0].ref_des,
        )
    return part


def _check_free(record: PlacementRecord, name: str, but: Sequence[PlacedPart]) -> None:
    taken = next((p for p in record.parts if p.ref_des.casefold() == name.casefold() and p not in but), None)
    if taken is not None:
        raise DatasetError(
            "parts-name-taken",
            "another part is called {name} already",
            where=record.file,
            todo="Give another name, or merge the two.",
            name=taken.ref_des,
        )


def _corners(record: PlacementRecord, part: PlacedPart) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Corners of a part's outline in millimetres of the placement, 4×2."""
    width, height = part.size or _size_of(record, part)
    angle = np.radians(part.rotation)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (width / 2, height / 2)
    return np.asarray(half @ turn.T + (part.x, part.y), np.float64)


def _size_of(record: PlacementRecord, part: PlacedPart) -> tuple[float, float]:
    outline = outline_of(part.package, {name: (w, h) for name, w, h in record.sizes}, record.usual_mm)
    return outline.width, outline.height


def _with_parts(record: PlacementRecord, changed: Mapping[str, PlacedPart | None]) -> PlacementRecord:
    parts = [changed.get(part.ref_des, part) for part in record.parts]
    return replace(record, parts=tuple(part for part in parts if part is not None))
