"""Data sets in three folder layouts: their images, labels, masks and splits.

=============  =====================================================================================================
``mvtec``      ``train/good``, ``test/good``, ``test/DEFECT``; masks as ``ground_truth/DEFECT/STEM_mask.png``
``good_bad``   a folder with a name for normal images (good, ok, normal, pass …); every other folder is a kind of defect
``manifest``   ``manifest.csv`` or ``boards.csv`` with the columns path, label [, defect, group, mask, split]
=============  =====================================================================================================

Nothing is guessed silently: :attr:`Dataset.notes` states what was left out, split or found twice.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from vqganodip.datasets.csv_tables import read_table
from vqganodip.errors import DatasetError, Message, message, plain, system_reason
from vqganodip.files import sha256_of
from vqganodip.imaging.folders import IMAGE_SUFFIXES, find_images, natural_key
from vqganodip.records import Label, LabelledImage

__all__ = [
    "DEFECTIVE_NAMES",
    "MANIFEST_NAMES",
    "NORMAL_NAMES",
    "Dataset",
    "Layout",
    "load_dataset",
    "require_abnormal",
]

NORMAL_NAMES: Final = frozenset({"good", "ok", "normal", "pass", "passed", "non_defective", "defect_free", "0"})
DEFECTIVE_NAMES: Final = frozenset(
    {"bad", "ng", "defect", "defective", "abnormal", "anomaly", "anomalous", "anomalies", "fail", "failed", "1"}
)
MANIFEST_NAMES: Final = ("manifest.csv", "boards.csv")
_HOLD_OUT_EVERY: Final = 3
_LAYOUTS_TODO: Final = (
    "Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label."
)


class Layout(StrEnum):
    """Folder layouts of data sets."""

    MVTEC = "mvtec"
    GOOD_BAD = "good_bad"
    MANIFEST = "manifest"


_DEFECTIVE_TODO: Final = "Put them into test/DEFECT, or a folder bad, named by the defect."


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
    """

    root: Path
    layout: Layout
    train: tuple[LabelledImage, ...] = field(repr=False)
    test: tuple[LabelledImage, ...] = field(repr=False)
    notes: tuple[Message, ...] = ()
    mask: tuple[LabelledImage, ...] = field(default=(), repr=False)

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
        return {_relative(self, image.path): image for image in (*self.train, *self.mask, *self.test)}


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
        raise DatasetError(
            "data-folder-unreadable",
            "the folder cannot be read ({error})",
            where=root,
            todo="Check the rights to read it.",
            error=system_reason(error),
        ) from error


def _detect_layout(root: Path) -> Dataset:
    for name in MANIFEST_NAMES:
        if (root / name).is_file():
            return _from_manifest(root, root / name)
    if (root / "train").is_dir() or (root / "test").is_dir():
        return _from_mvtec(root)
    folders = _folders(root)
    if any(_is_normal(folder.name) for folder in folders):
        return _from_good_bad(root, folders)
    find_images(root)  # raises another error for an empty folder
    raise DatasetError(
        "data-layout-unknown", "the folder says of no image whether it is good", where=root, todo=_LAYOUTS_TODO
    )


def _is_normal(name: str) -> bool:
    return name.strip().lower().replace("-", "_").replace(" ", "_") in NORMAL_NAMES


def _folders(root: Path) -> list[Path]:
    """List the subfolders without hidden ones, in natural order."""
    return sorted((p for p in root.iterdir() if p.is_dir() and not p.name.startswith(".")), key=natural_key)


def _images(folder: Path) -> tuple[Path, ...]:
    """List images as find_images does, but accept an empty folder."""
    try:
        return find_images(folder)
    except DatasetError:
        if folder.is_dir():
            return ()
        raise


def _labelled(folder: Path, masks: Path | None) -> list[LabelledImage]:
    if _is_normal(folder.name):
        return [LabelledImage(path, Label.NORMAL) for path in _images(folder)]
    return [
        LabelledImage(path, Label.DEFECTIVE, defect=folder.name, mask=_mask(path, folder, masks))
        for path in _images(folder)
    ]


def _mask(image: Path, folder: Path, masks: Path | None) -> Path | None:
    """``MASKS/DEFECT/STEM_mask.png`` or ``MASKS/DEFECT/STEM.png``, with any image suffix."""
    if masks is None:
        return None
    beside = (masks / folder.name / image.relative_to(folder)).parent
    for stem in (f"{image.stem}_mask", image.stem):
        for suffix in (".png", *sorted(IMAGE_SUFFIXES - {".png"})):
            if (beside / f"{stem}{suffix}").is_file():
                return beside / f"{stem}{suffix}"
    return None


def _from_mvtec(root: Path) -> Dataset:
    notes: list[Message] = []
    train: list[LabelledImage] = []
    test: list[LabelledImage] = []
    for folder in _folders(root / "train") if (root / "train").is_dir() else ():
        images = _labelled(folder, None)
        if _is_normal(folder.name):
            train += images
        elif images:
            notes.append(
                message(
                    "data-train-folder-left-out",
                    "train/{folder} is left out: only normal images train ({count} images).",
                    folder=folder.name,
                    count=len(images),
                )
            )
    masks = root / "ground_truth" if (root / "ground_truth").is_dir() else None
    for folder in _folders(root / "test") if (root / "test").is_dir() else ():
        test += _labelled(folder, masks)
    abnormal = [image for image in test if image.label is Label.DEFECTIVE]
    without = sum(image.mask is None for image in abnormal)
    if abnormal and 0 < without < len(abnormal):
        notes.append(
            message(
                "data-masks-missing",
                "{count} of {all} defective images have no mask.",
                count=without,
                all=len(abnormal),
            )
        )
    if not train and not test:
        raise DatasetError("data-no-images", "the data set has no images", where=root, todo=_LAYOUTS_TODO)
    return Dataset(root, Layout.MVTEC, tuple(train), tuple(test), tuple(notes))


def _from_good_bad(root: Path, folders: Iterable[Path]) -> Dataset:
    masks = root / "ground_truth" if (root / "ground_truth").is_dir() else None
    images: list[LabelledImage] = []
    for folder in folders:
        if folder != masks:
            images += _labelled(folder, masks)
    if not images:
        raise DatasetError(
            "data-folders-empty", "the data set has no images", where=root, todo="Put pictures into its folders."
        )
    train, test, note = _split(images)
    return Dataset(root, Layout.GOOD_BAD, train, test, note)


def _split(
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


def _label(cells: Mapping[str, str], where: str) -> Label:
    text = cells["label"].lower().replace("-", "_").replace(" ", "_")
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


def _from_manifest(root: Path, path: Path) -> Dataset:
    columns = {"path": ("path", "image", "file"), "label": ("label",), "defect?": ("defect",), "group?": ("group",)}
    rows = read_table(path, {**columns, "mask?": ("mask",), "split?": ("split",)})
    images: dict[Path, LabelledImage] = {}
    splits: dict[Path, str] = {}
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
    if not images:
        raise DatasetError(
            "data-manifest-empty", "the manifest lists no images", where=path, todo="Write one line per image."
        )
    dataset = _split_by(root, images, splits)
    unlisted = len(set(_images(root)) - set(images) - {i.mask for i in images.values()})
    if unlisted:
        notes.append(
            message(
                "data-unlisted",
                "{count} image files in the folder are not in {name} and are left out.",
                count=unlisted,
                name=path.name,
            )
        )
    return dataclasses.replace(dataset, notes=(*dataset.notes, *notes))


def _manifest_image(root: Path, cells: Mapping[str, str], where: str) -> LabelledImage:
    label = _label(cells, where)
    image = root / cells["path"].replace("\\", "/")
    mask = root / cells["mask"].replace("\\", "/") if cells.get("mask") else None
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
        return Dataset(root, Layout.MANIFEST, *_split(ordered))
    train = tuple(i for i in ordered if splits[i.path] == "train" and i.label is Label.NORMAL)
    mask = tuple(i for i in ordered if splits[i.path] == "mask" and i.label is Label.NORMAL)
    test = tuple(i for i in ordered if splits[i.path] not in ("train", "mask"))
    notes = []
    if left := len(ordered) - len(train) - len(mask) - len(test):
        notes.append(
            message(
                "data-defective-left-out",
                "{count} defective images of the splits train and mask are left out: only normal images train.",
                count=left,
            )
        )
    if unnamed := sum(not splits[i.path] for i in ordered):
        notes.append(
            message("data-without-split", "{count} images without a split are counted to the test.", count=unnamed)
        )
    return Dataset(root, Layout.MANIFEST, train, test, tuple(notes), mask)


def _duplicates(dataset: Dataset) -> list[Message]:
    """Describe files with identical bytes, which would falsify an evaluation."""
    by_size: dict[int, list[LabelledImage]] = defaultdict(list)
    for image in (*dataset.train, *dataset.mask, *dataset.test):
        if image.path.is_file():
            by_size[image.path.stat().st_size].append(image)
    by_hash: dict[str, list[LabelledImage]] = defaultdict(list)
    for images in by_size.values():
        for image in images if len(images) > 1 else ():
            by_hash[sha256_of(image.path)].append(image)
    train = {image.path for image in (*dataset.train, *dataset.mask)}
    notes = []
    for images in (same for same in by_hash.values() if len(same) > 1):
        names = _listed([_relative(dataset, image.path) for image in images])
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


def _relative(dataset: Dataset, path: Path) -> str:
    return path.relative_to(dataset.root).as_posix() if path.is_relative_to(dataset.root) else str(path)


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
