"""A data set: its images with labels, masks and splits."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from vqganodip.errors import DatasetError, Message, message
from vqganodip.records import Label, LabelledImage

__all__ = [
    "BOXES",
    "DEFECTIVE_NAMES",
    "NORMAL_NAMES",
    "Dataset",
    "Layout",
    "is_normal_name",
    "listed_file",
    "name_in",
    "place_of",
    "plain_name",
    "require_abnormal",
    "split_images",
]

NORMAL_NAMES: Final = frozenset({"good", "ok", "normal", "pass", "passed", "non_defective", "defect_free", "0"})
DEFECTIVE_NAMES: Final = frozenset(
    {"bad", "ng", "defect", "defective", "abnormal", "anomaly", "anomalous", "anomalies", "fail", "failed", "1"}
)
BOXES: Final = "boxes.csv"
"""The table of the places of defects, in the data set's folder."""
_HOLD_OUT_EVERY: Final = 3
_DEFECTIVE_TODO: Final = "Put them into test/DEFECT, or a folder bad, named by the defect."


class Layout(StrEnum):
    """Folder layouts of data sets."""

    MVTEC = "mvtec"
    GOOD_BAD = "good_bad"
    MANIFEST = "manifest"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Dataset:
    """The images of a data set.

    Attributes:
        root: Its folder.
        layout: The detected layout.
        train: Normal images to train on, in natural order.
        test: Images with ground truth, in natural order, none of them in ``train``; may be empty.
        notes: Messages for the user: what was left out, how images were split, what was found twice.
        mask: Normal images for the normal-variation mask, none of them in ``train`` or ``test``; if the data set names
            none, training sets some of ``train`` aside.
        train_defects: Defective images with masks that the data set gives for training; a segmentation network learns
            from them, so none of them is in ``test``.
    """

    root: Path
    layout: Layout
    train: tuple[LabelledImage, ...] = field(repr=False)
    test: tuple[LabelledImage, ...] = field(repr=False)
    notes: tuple[Message, ...] = ()
    mask: tuple[LabelledImage, ...] = field(default=(), repr=False)
    train_defects: tuple[LabelledImage, ...] = field(default=(), repr=False)

    @property
    def every(self) -> tuple[LabelledImage, ...]:
        """All images, each once."""
        return (*self.train, *self.mask, *self.train_defects, *self.test)

    @property
    def normal(self) -> tuple[LabelledImage, ...]:
        """The normal images among ``test``."""
        return tuple(image for image in self.test if image.label is Label.NORMAL)

    @property
    def abnormal(self) -> tuple[LabelledImage, ...]:
        """The defective images among ``test``."""
        return tuple(image for image in self.test if image.label is Label.DEFECTIVE)

    def by_name(self) -> dict[str, LabelledImage]:
        """All images by their paths relative to the data set's folder, with forward slashes."""
        return {self.name_of(image.path): image for image in self.every}

    def name_of(self, path: Path) -> str:
        """A path relative to the data set's folder, with forward slashes; as it is for one elsewhere."""
        return name_in(self.root, path)

    def by_place(self) -> dict[str, LabelledImage]:
        """All images by :func:`place_of` their files, for the lines of tables."""
        return {place_of(self.root, image.path.absolute()): image for image in self.every}


def plain_name(name: str) -> str:
    """A name of a folder or label in small letters, with underscores for blanks and hyphens."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def is_normal_name(name: str) -> bool:
    """True for the name of a folder of normal images."""
    return plain_name(name) in NORMAL_NAMES


def name_in(root: Path, path: Path) -> str:
    """A path relative to a folder, with forward slashes; as it is for one elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def place_of(root: Path, name: str | Path) -> str:
    """One spelling of a file that a table names: relative to a folder or absolute, with slashes of any kind."""
    return os.path.normcase(_absolute(root, name))


def listed_file(root: Path, name: str) -> Path:
    """The file that a table names; below the folder if it lies there, also when the name is absolute."""
    written, place = root / name.replace("\\", "/"), Path(_absolute(root, name))
    if written.is_file() and not place.is_file():
        return written  # ".." behind a linked folder
    base = _absolute(root, ".")
    return root / place.relative_to(base) if place.is_relative_to(base) else place


def _absolute(root: Path, name: str | Path) -> str:
    return os.path.normpath((root / str(name).replace("\\", "/")).absolute())


def split_images(
    images: Iterable[LabelledImage],
) -> tuple[tuple[LabelledImage, ...], tuple[LabelledImage, ...], tuple[Message, ...]]:
    """Split images: every third group of normal images and all defective ones are for the test, the rest trains."""
    images = tuple(images)
    groups: dict[str, int] = {}
    train: list[LabelledImage] = []
    test: list[LabelledImage] = []
    for image in images:
        if image.label is Label.DEFECTIVE:
            test.append(image)
            continue
        number = groups.setdefault(image.group or str(image.path), len(groups))
        (test if number % _HOLD_OUT_EVERY == _HOLD_OUT_EVERY - 1 else train).append(image)
    normal = sum(image.label is Label.NORMAL for image in images)
    note = message(
        "data-no-split",
        "No split is given: {count} of {normal} normal images train, every third is kept for the test.",
        count=len(train),
        normal=normal,
    )
    return tuple(train), tuple(test), (note,) if normal else ()


def require_abnormal(dataset: Dataset, at_least: int = 1) -> None:
    """Raise DatasetError unless ``test`` has enough defective images; a score cannot be fitted without any."""
    found = len(dataset.abnormal)
    if not found and at_least:
        raise DatasetError("data-no-defective-images", "no defective images", where=dataset.root, todo=_DEFECTIVE_TODO)
    if found < at_least:
        raise DatasetError(
            "data-too-few-defective-images",
            "{found} defective images, at least {needed} needed",
            where=dataset.root,
            todo=_DEFECTIVE_TODO,
            found=found,
            needed=at_least,
        )
