"""Ground truth of defect locations: boxes from the tables of a data set or from its masks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.csv_tables import read_table
from vqganodip.datasets.dataset import BOXES, Dataset, place_of
from vqganodip.datasets.manifest import MANIFEST_NAMES
from vqganodip.errors import DatasetError, ImageError, Message, message
from vqganodip.imaging.decoding import image_size
from vqganodip.imaging.masks import read_mask
from vqganodip.records import Label, LabelledImage
from vqganodip.types import Box, Image

__all__ = ["BOXES", "KnownDefect", "MarkedBoard", "load_defects", "load_mask", "mask_notes", "mask_parts"]

_NAMED: Final = 5
"""Number of images that a message names."""
_LEAST_AREA: Final = 4
"""Connected parts of a mask with fewer pixels are not counted as defects."""


@dataclass(frozen=True, slots=True, eq=False)
class MarkedBoard:
    """A defective board and the mask of its defects.

    Attributes:
        pixels: uint8 H×W×3.
        mask: bool H×W, True on a defect.
    """

    pixels: Image = field(repr=False)
    mask: NDArray[np.bool_] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KnownDefect:
    """A defect of the ground truth.

    Attributes:
        box: Bounding box in pixels of the source image.
        kind: Name of its kind; by default the name of the folder.
        severity: 0 barely visible to 1 gross; None if the data set does not state it.
        visibility: Standard deviations of normal boards by which it stands out, see
            :mod:`vqganodip.datasets.synthetic.visibility`; None if the data set does not state it.
    """

    box: Box
    kind: str
    severity: float | None = None
    visibility: float | None = None

    @property
    def size_px(self) -> int:
        """The longer side of the box."""
        return max(self.box.width, self.box.height)


def load_defects(dataset: Dataset) -> dict[Path, tuple[KnownDefect, ...]]:
    """Return the defects of each defective image by its path; images without locations are left out.

    The source is ``boxes.csv`` in the data set's folder (columns image or path, x0 y0 x1 y1 or x1 y1 x2 y2, type or
    defect); without it, the columns boxes, kinds, severity and visibility of the manifest (lists with semicolons, a box
    is ``x0 y0 x1 y1``; only boxes must be there); without these, the connected parts of each image's mask. Boxes are in
    pixels of the source image, half-open.

    Raises:
        DatasetError: A table has a mistake or names an image that is not in the data set.
        ImageError: A mask cannot be read.
    """
    masks = _masks(dataset)
    if (dataset.root / BOXES).is_file():
        return _from_boxes(dataset, dataset.root / BOXES)
    for name in MANIFEST_NAMES:
        if (dataset.root / name).is_file():
            listed = _from_manifest(dataset, dataset.root / name)
            if listed:
                return listed
    return {image.path: parts for image, parts in masks if parts}


def _masks(dataset: Dataset) -> list[tuple[LabelledImage, tuple[KnownDefect, ...]]]:
    """The defective images with masks and their parts; all are read at once, so that a bad one stops no long work."""
    return [
        (image, mask_parts(image))
        for image in dataset.test
        if image.label is Label.DEFECTIVE and image.mask is not None
    ]


def load_mask(image: LabelledImage) -> NDArray[np.bool_] | None:
    """Read the mask of an image's defects, bool H×W in pixels of the source image; None if the data set has none.

    Raises:
        ImageError: It cannot be read, or its size is not that of the image.
    """
    if image.mask is None:
        return None
    mask, (width, height) = read_mask(image.mask), image_size(image.path)
    if mask.shape != (height, width):
        raise ImageError(
            "mask-size",
            "is {w}×{h} px, its picture {name} {pw}×{ph} px",
            where=image.mask,
            todo="Draw the mask on the picture itself.",
            w=mask.shape[1],
            h=mask.shape[0],
            name=image.path.name,
            pw=width,
            ph=height,
        )
    return mask


def mask_notes(dataset: Dataset) -> tuple[Message, ...]:
    """Messages about masks of defective images that mark nothing, or the whole picture.

    Raises:
        ImageError: A mask cannot be read.
    """
    empty: list[str] = []
    whole: list[str] = []
    for image in dataset.test:
        mask = load_mask(image) if image.label is Label.DEFECTIVE else None
        if mask is not None and (mask.all() or not mask.any()):
            (whole if mask.any() else empty).append(dataset.name_of(image.path))
    notes = []
    if empty:
        notes.append(
            message("truth-masks-empty", "The masks of these images mark nothing: {names}.", names=_names(empty))
        )
    if whole:
        notes.append(
            message(
                "truth-masks-whole", "The masks of these images mark the whole picture: {names}.", names=_names(whole)
            )
        )
    return tuple(notes)


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _from_boxes(dataset: Dataset, table: Path) -> dict[Path, tuple[KnownDefect, ...]]:
    with table.open(encoding="utf-8-sig") as file:
        from_zero = "x0" in file.readline().lower()
    corners = ("x0", "y0", "x1", "y1") if from_zero else ("x1", "y1", "x2", "y2")
    columns: dict[str, tuple[str, ...]] = {"image": ("image", "path", "file"), "type?": ("type", "defect")}
    rows = read_table(table, {**columns, **{name: (name,) for name in corners}})
    images = dataset.by_place()
    defects: dict[Path, list[KnownDefect]] = defaultdict(list)
    for line, cells in rows:
        where, name = f"{table}, line {line}", cells["image"]
        image = images.get(place_of(dataset.root, name))
        if image is None:
            raise DatasetError(
                "truth-image-unknown", "{name} is not in the data set", where=where, todo="Correct the path.", name=name
            )
        defects[image.path].append(KnownDefect(_box([cells[c] for c in corners], where), cells.get("type", "")))
    return {path: tuple(found) for path, found in defects.items()}


def _from_manifest(dataset: Dataset, table: Path) -> dict[Path, tuple[KnownDefect, ...]]:
    columns = {"path": ("path", "image", "file"), "boxes?": ("boxes",), "kinds?": ("kinds", "defect")}
    columns |= {"severity?": ("severity",), "visibility?": ("visibility",)}
    images = dataset.by_place()
    defects = {}
    for line, cells in read_table(table, columns):
        image, where = images.get(place_of(dataset.root, cells["path"])), f"{table}, line {line}"
        if image is not None and cells.get("boxes"):
            defects[image.path] = tuple(_listed(cells, image.defect, where))
    return defects


def _listed(cells: dict[str, str], folder: str, where: str) -> Iterator[KnownDefect]:
    """The defects of one line of a manifest."""
    boxes = cells["boxes"].split(";")
    kinds, grades, sigmas = (cells.get(name, "").split(";") for name in ("kinds", "severity", "visibility"))
    if any(len(values) not in (1, len(boxes)) for values in (kinds, grades, sigmas)):
        raise DatasetError(
            "truth-lengths-differ",
            "boxes, kinds, severity and visibility differ in length",
            where=where,
            todo="Write one of each per defect.",
        )
    for i, text in enumerate(boxes):
        kind, grade, seen = (values[i % len(values)].strip() for values in (kinds, grades, sigmas))
        try:
            severity = float(grade) if grade else None
        except ValueError as error:
            raise DatasetError(
                "truth-severity-invalid",
                "{grade!r} is no severity",
                where=where,
                todo="Write a number from 0 to 1.",
                grade=grade,
            ) from error
        yield KnownDefect(_box(text.split(), where), kind or folder, severity, _visibility(seen, where))


def _visibility(text: str, where: str) -> float | None:
    """Read a visibility; None if the cell is empty."""
    with suppress(ValueError):
        if not text or 0 <= float(text) < math.inf:
            return float(text) if text else None
    raise DatasetError(
        "truth-visibility-invalid",
        "{text!r} is no visibility",
        where=where,
        todo="Write a number of standard deviations, 0 or more.",
        text=text,
    )


def mask_parts(image: LabelledImage) -> tuple[KnownDefect, ...]:
    """Find the connected parts of an image's mask; parts at most 2 px apart count as one."""
    import cv2

    mask = load_mask(image)
    if mask is None or not mask.any():
        return ()
    joined = cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8))
    count, labels = cv2.connectedComponents(joined, connectivity=8)
    labels[~mask] = 0
    boxes = []
    for label in range(1, count):
        ys, xs = np.nonzero(labels == label)
        if len(ys) >= _LEAST_AREA:
            boxes.append(Box(int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1))
    return tuple(KnownDefect(box, image.defect) for box in boxes)


def _box(cells: list[str], where: str) -> Box:
    if len(cells) != 4:
        raise DatasetError("truth-corner-count", "a box has four corners", where=where, todo="Write x0 y0 x1 y1.")
    try:
        x0, y0, x1, y1 = (int(float(cell)) for cell in cells)
    except (ValueError, OverflowError) as error:
        raise DatasetError(
            "truth-corner-not-a-number", "a corner is not a number", where=where, todo="Write pixels."
        ) from error
    if x1 <= x0 or y1 <= y0 or min(x0, y0) < 0:
        raise DatasetError(
            "truth-box-invalid", "the box is empty or lies outside", where=where, todo="Write x0 < x1 and y0 < y1."
        )
    return Box(x0, y0, x1, y1)
