"""Data sets in four folder layouts: their images, labels, masks and splits.

=============  =====================================================================================================
``mvtec``      ``train/good``, ``test/good``, ``test/DEFECT``; masks as ``ground_truth/DEFECT/STEM_mask.png``;
               ``train/DEFECT`` with masks as ``ground_truth/train/DEFECT/STEM_mask.png``
``good_bad``   a folder with a name for normal images (good, ok, normal, pass …); every other folder is a kind of defect
``manifest``   ``manifest.csv`` or ``boards.csv`` with the columns path, label [, defect, group, mask, split]
``plain``      a folder of images that the caller says are all normal
=============  =====================================================================================================

Nothing is guessed silently: :attr:`Dataset.notes` states what was left out, split or found twice, and which masks are
missing.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from vqganodip.datasets.dataset import (
    BOXES,
    DEFECTIVE_NAMES,
    NORMAL_NAMES,
    Dataset,
    Layout,
    is_normal_name,
    name_in,
    require_abnormal,
    split_images,
)
from vqganodip.datasets.manifest import MANIFEST_NAMES, from_manifest
from vqganodip.datasets.masks import MaskFolder, mask_folder_of, masks_note
from vqganodip.errors import DatasetError, Message, message, plain, system_reason
from vqganodip.files import sha256_of
from vqganodip.imaging.folders import find_images, images_below, is_hidden, natural_key, search_images
from vqganodip.records import Label, LabelledImage

__all__ = [
    "DEFECTIVE_NAMES",
    "MANIFEST_NAMES",
    "NORMAL_NAMES",
    "Dataset",
    "Layout",
    "load_dataset",
    "normal_folder",
    "require_abnormal",
]

_LAYOUTS_TODO: Final = (
    "Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label. "
    "To train on a folder of good boards alone, add --all-normal."
)


def load_dataset(folder: str | Path, *, to_train: bool = True) -> Dataset:
    """Detect the layout of a folder and list its images; no image is decoded.

    Without a split (good/bad folders, a manifest without ``split``), every third normal image in natural order is a
    test image and the others train; images of one group stay together. A note states this.

    Args:
        folder: The data set's folder.
        to_train: False for a data set that is only scored: it needs no training images, and without a split all its
            images are in ``test``.

    Returns:
        The data set, with notes.

    Raises:
        DatasetError: No such folder, unknown layout, no images, none to train on, or a mistake in the manifest.
    """
    root = Path(folder)
    try:
        if not root.is_dir():
            raise DatasetError(
                "data-folder-missing", "no such folder", where=root, todo="Check the name and the drive."
            )
        dataset = _detect_layout(root)
        if (
            not to_train
            and dataset.layout is not Layout.MVTEC
            and any(note.code == "data-no-split" for note in dataset.notes)
        ):
            notes = tuple(note for note in dataset.notes if note.code != "data-no-split")
            dataset = dataclasses.replace(dataset, train=(), test=(*dataset.train, *dataset.test), notes=notes)
        if to_train and not dataset.train:
            raise DatasetError(
                "data-no-training-images",
                "the data set has no normal images to train on",
                where=root,
                todo="Put them into train/good, or good.",
            )
        return dataclasses.replace(dataset, notes=(*dataset.notes, *_duplicates(dataset)))
    except OSError as error:
        raise _unreadable(root, error) from error


def normal_folder(folder: str | Path) -> Dataset:
    """Take all images of a folder and its subfolders as normal images to train on; no image is decoded.

    Raises:
        DatasetError: No such folder, it cannot be read, it has no images, or it is a data set, or has a folder, that
            says of some of them that they are defective.
    """
    root = Path(folder)
    try:
        if not root.is_dir():
            raise DatasetError(
                "data-folder-missing", "no such folder", where=root, todo="Check the name and the drive."
            )
        found = search_images(root)
        parts = {part.casefold() for path in found.images for part in path.relative_to(root).parts[:-1]}
        if parts & DEFECTIVE_NAMES or _names_defects(root):
            raise DatasetError(
                "data-folder-has-labels",
                "the folder holds boards that it calls defective, or a table that says which are",
                where=root,
                todo="Give it as a data set, or a folder of good boards alone.",
            )
        images = tuple(LabelledImage(path, Label.NORMAL) for path in found.images)
        dataset = Dataset(root, Layout.PLAIN, images, (), found.notes)
        return dataclasses.replace(dataset, notes=(*dataset.notes, *_duplicates(dataset)))
    except OSError as error:
        raise _unreadable(root, error) from error


def _names_defects(root: Path) -> bool:
    """Return True if a folder is a data set with a table or with images that are defective."""
    if any((root / name).is_file() for name in MANIFEST_NAMES):
        return True
    try:
        return bool(_detect_layout(root).abnormal)
    except DatasetError:  # not a data set
        return False


def _detect_layout(root: Path) -> Dataset:
    for name in MANIFEST_NAMES:
        if (root / name).is_file():
            return from_manifest(root, root / name)
    if (root / "train").is_dir() or (root / "test").is_dir():
        return _from_mvtec(root)
    folders = _folders(root)
    if any(is_normal_name(folder.name) for folder in folders):
        return _from_good_bad(root, folders)
    find_images(root)  # raises another error for an empty folder
    raise DatasetError(
        "data-layout-unknown", "the folder says of no image whether it is good", where=root, todo=_LAYOUTS_TODO
    )


def _folders(root: Path) -> list[Path]:
    """List the subfolders without hidden ones, in natural order."""
    try:
        return sorted((p for p in root.iterdir() if p.is_dir() and not is_hidden(p)), key=natural_key)
    except OSError as error:
        raise _unreadable(root, error) from error


def _unreadable(folder: Path, error: OSError) -> DatasetError:
    return DatasetError(
        "data-folder-unreadable",
        "the folder cannot be read ({error})",
        where=folder,
        todo="Check the rights to read it.",
        error=system_reason(error),
    )


class _Collection:
    """The labelled images of folders, with notes about what is left out and which masks are missing."""

    def __init__(self, root: Path) -> None:
        self._root = root
        folder = mask_folder_of(root)
        self.masks = None if folder is None else MaskFolder(folder)
        self.notes: list[Message] = []

    @property
    def masks_name(self) -> str:
        """Name of the folder of the masks, also while it does not exist."""
        return "ground_truth" if self.masks is None else self.masks.folder.name

    def labelled(self, folder: Path, *, part: str = "") -> list[LabelledImage]:
        """The images of a folder that is named by its label; an empty folder is accepted.

        Args:
            folder: The folder.
            part: Folder in that of the masks that holds its masks; without one they lie directly in it.
        """
        found = images_below(folder)
        self.notes += found.notes
        if is_normal_name(folder.name):
            return [LabelledImage(path, Label.NORMAL) for path in found.images]
        return [
            LabelledImage(
                path,
                Label.DEFECTIVE,
                defect=folder.name,
                mask=None if self.masks is None else self.masks.find(path, folder, part=part),
            )
            for path in found.images
        ]

    def all_notes(self, test: Sequence[LabelledImage]) -> tuple[Message, ...]:
        """The notes, at last those about the masks of the test images."""
        boxes = (self._root / BOXES).is_file()
        missing = masks_note(test, lambda path: name_in(self._root, path), lambda _: boxes)
        unused = self.masks.notes if self.masks is not None else ()
        return (*self.notes, *missing, *unused)


def _from_mvtec(root: Path) -> Dataset:
    collection = _Collection(root)
    train: list[LabelledImage] = []
    defects: list[LabelledImage] = []
    test: list[LabelledImage] = []
    for folder in _folders(root / "train") if (root / "train").is_dir() else ():
        images = collection.labelled(folder, part="train")
        if is_normal_name(folder.name):
            train += images
            continue
        masked = [image for image in images if image.mask is not None]
        defects += masked
        if left := len(images) - len(masked):
            masks = PurePosixPath(collection.masks_name, "train", folder.name)
            collection.notes.append(
                message(
                    "data-train-folder-left-out",
                    "{count:image|images} of train/{folder} {count:|is|are} left out: only normal images train, and "
                    "defective ones with a mask in {masks}.",
                    folder=folder.name,
                    count=left,
                    masks=str(masks),
                )
            )
    for folder in _folders(root / "test") if (root / "test").is_dir() else ():
        test += collection.labelled(folder)
    if not train and not test:
        raise DatasetError("data-no-images", "the data set has no images", where=root, todo=_LAYOUTS_TODO)
    notes = collection.all_notes(test)
    return Dataset(root, Layout.MVTEC, tuple(train), tuple(test), notes, train_defects=tuple(defects))


def _from_good_bad(root: Path, folders: Iterable[Path]) -> Dataset:
    collection = _Collection(root)
    images: list[LabelledImage] = []
    for folder in folders:
        if collection.masks is None or folder != collection.masks.folder:
            images += collection.labelled(folder)
    if not images:
        raise DatasetError(
            "data-folders-empty", "the data set has no images", where=root, todo="Put pictures into its folders."
        )
    train, test, note = split_images(images)
    return Dataset(root, Layout.GOOD_BAD, train, test, (*note, *collection.all_notes(images)))


def _duplicates(dataset: Dataset) -> list[Message]:
    """Describe files with identical bytes, which would falsify an evaluation."""
    by_size: dict[int, list[LabelledImage]] = defaultdict(list)
    for image in dataset.every:
        if image.path.is_file():
            by_size[image.path.stat().st_size].append(image)
    by_hash: dict[str, list[LabelledImage]] = defaultdict(list)
    for images in by_size.values():
        for image in images if len(images) > 1 else ():
            by_hash[sha256_of(image.path)].append(image)
    train = {image.path for image in (*dataset.train, *dataset.mask, *dataset.train_defects)}
    notes = []
    for images in (same for same in by_hash.values() if len(same) > 1):
        names = _listed([dataset.name_of(image.path) for image in images])
        if len({image.label for image in images}) > 1:
            notes.append(
                message(
                    "data-twins-contradictory",
                    "{names} are the same file, labelled both normal and defective.",
                    names=names,
                )
            )
        elif len({image.path in train for image in images}) > 1:
            notes.append(
                message(
                    "data-twins-across",
                    "{names} are the same file, once in training and once in the test.",
                    names=names,
                )
            )
        else:
            notes.append(message("data-twins", "{names} are the same file.", names=names))
    return notes


def _listed(names: Sequence[str]) -> Message:
    whole = plain(names[0])
    for name in names[1:]:
        whole = message("list-and", "{first} and {rest}", first=whole, rest=name)
    return whole
