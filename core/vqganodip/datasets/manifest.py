"""Data sets that a manifest lists: a CSV with the columns path, label [, defect, group, mask, split]."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from vqganodip.datasets.csv_tables import read_table
from vqganodip.datasets.dataset import (
    BOXES,
    DEFECTIVE_NAMES,
    NORMAL_NAMES,
    Dataset,
    Layout,
    listed_file,
    plain_name,
    split_images,
)
from vqganodip.datasets.masks import masks_note
from vqganodip.errors import DatasetError, Message, message
from vqganodip.imaging.folders import images_below, natural_key
from vqganodip.records import Label, LabelledImage

__all__ = ["MANIFEST_NAMES", "from_manifest"]

MANIFEST_NAMES: Final = ("manifest.csv", "boards.csv")


def _label(cells: Mapping[str, str], where: str) -> Label:
    text = plain_name(cells["label"])
    if text in NORMAL_NAMES:
        return Label.NORMAL
    if text in DEFECTIVE_NAMES:
        return Label.DEFECTIVE
    raise DatasetError(
        "data-label-unknown",
        "unknown label {label!r}",
        where=where,
        todo="Write normal or defective.",
        label=cells["label"],
    )


def from_manifest(root: Path, path: Path) -> Dataset:
    """The data set that a manifest lists, with notes.

    Raises:
        DatasetError: A mistake in a line, or no line at all.
    """
    columns = {"path": ("path", "image", "file"), "label": ("label",), "defect?": ("defect",), "group?": ("group",)}
    rows = read_table(path, {**columns, "mask?": ("mask",), "split?": ("split",), "boxes?": ("boxes",)})
    images: dict[Path, LabelledImage] = {}
    splits: dict[Path, str] = {}
    boxed: set[Path] = set()
    notes = []
    for line, cells in rows:
        image, where = _manifest_image(root, cells, f"{path}, line {line}"), f"{path}, line {line}"
        before = images.setdefault(image.path, image)
        if before.label is not image.label:
            raise DatasetError(
                "data-label-contradictory",
                "{path} is labelled both normal and defective",
                where=where,
                todo="Keep one of the lines.",
                path=cells["path"],
            )
        if before is not image:
            notes.append(
                message(
                    "data-listed-twice",
                    "{path} is listed twice (line {line}); the first line counts.",
                    path=cells["path"],
                    line=line,
                )
            )
        splits.setdefault(image.path, _split_name(cells, where))
        if cells.get("boxes"):
            boxed.add(image.path)
    if not images:
        raise DatasetError(
            "data-manifest-empty", "the manifest lists no images", where=path, todo="Write one line per image."
        )
    dataset = _split_by(root, images, splits)
    everywhere = (root / BOXES).is_file()
    missing = masks_note(dataset.test, dataset.name_of, lambda image: everywhere or image.path in boxed)
    return dataclasses.replace(dataset, notes=(*dataset.notes, *notes, *missing, *_unlisted(root, path, images)))


def _unlisted(root: Path, table: Path, images: Mapping[Path, LabelledImage]) -> list[Message]:
    """Messages about image files below the folder that the manifest does not list."""
    found = images_below(root)
    count = len(set(found.images) - set(images) - {image.mask for image in images.values()})
    notes = [message("images-left-out", "Left out: {error}", error=error) for error in found.unreadable]
    if count:
        notes.append(
            message(
                "data-unlisted",
                "{count} image files in the folder are not in {name} and are left out.",
                count=count,
                name=table.name,
            )
        )
    return notes


def _manifest_image(root: Path, cells: Mapping[str, str], where: str) -> LabelledImage:
    label = _label(cells, where)
    image = listed_file(root, cells["path"])
    mask = listed_file(root, cells["mask"]) if cells.get("mask") else None
    for file in (image, mask):
        if file is not None and not file.is_file():
            raise DatasetError(
                "data-file-missing", "there is no file {name}", where=where, todo="Correct the line.", name=file.name
            )
    defect = cells.get("defect", "") if label is Label.DEFECTIVE else ""
    return LabelledImage(image, label, defect=defect, group=cells.get("group", ""), mask=mask)


def _split_name(cells: Mapping[str, str], where: str) -> str:
    split = cells.get("split", "").lower()
    if split not in ("", "train", "mask", "test"):
        raise DatasetError(
            "data-split-unknown",
            "unknown split {split!r}",
            where=where,
            todo="Write train, mask or test.",
            split=cells["split"],
        )
    return split


def _split_by(root: Path, images: Mapping[Path, LabelledImage], splits: Mapping[Path, str]) -> Dataset:
    ordered = [images[path] for path in sorted(images, key=natural_key)]
    if not any(splits.values()):
        return Dataset(root, Layout.MANIFEST, *split_images(ordered))
    train = tuple(i for i in ordered if splits[i.path] == "train" and i.label is Label.NORMAL)
    mask = tuple(i for i in ordered if splits[i.path] == "mask" and i.label is Label.NORMAL)
    defects = tuple(
        i for i in ordered if splits[i.path] == "train" and i.label is Label.DEFECTIVE and i.mask is not None
    )
    test = tuple(i for i in ordered if splits[i.path] not in ("train", "mask"))
    notes = []
    if left := len(ordered) - len(train) - len(mask) - len(defects) - len(test):
        notes.append(
            message(
                "data-defective-left-out",
                "{count} defective images of the splits train and mask are left out: only normal images train, and in "
                "the split train defective ones with a mask.",
                count=left,
            )
        )
    if unnamed := sum(not splits[i.path] for i in ordered):
        notes.append(
            message(
                "data-without-split",
                "{count:image without a split is|images without a split are} counted to the test.",
                count=unnamed,
            )
        )
    return Dataset(root, Layout.MANIFEST, train, test, tuple(notes), mask, defects)
