"""Find the images of a data set and what is known about them, in three layouts.

=============  =====================================================================================================
``mvtec``      ``train/good``, ``test/good``, ``test/DEFECT``; masks as ``ground_truth/DEFECT/STEM_mask.png``
``good_bad``   a folder named like a normal one (good, ok, normal, pass …), every other folder is a kind of defect
``manifest``   ``manifest.csv`` or ``boards.csv`` with the columns path, label [, defect, group, mask, split]
=============  =====================================================================================================

Nothing is guessed silently: what was left out, split or found twice is said in :attr:`Dataset.notes`.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

import numpy as np

from vqganodip.datasets.csv_tables import read_table
from vqganodip.errors import DatasetError, Message, message, plain, system_reason
from vqganodip.files import sha256_of
from vqganodip.imaging.decoding import IMAGE_SUFFIXES, find_images, natural_key, read_image, resize
from vqganodip.records import Label, LabelledImage
from vqganodip.types import FloatArray

__all__ = [
    "DEFECTIVE_NAMES",
    "MANIFEST_NAMES",
    "NORMAL_NAMES",
    "Dataset",
    "Layout",
    "load_dataset",
    "require_abnormal",
    "suggest_groups",
    "with_groups",
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
    """How the data set's folder is laid out."""

    MVTEC = "mvtec"
    GOOD_BAD = "good_bad"
    MANIFEST = "manifest"


_DEFECTIVE_TODO: Final = "Put them into test/DEFECT, or a folder bad, named by the defect."


@dataclass(frozen=True, slots=True)
class Dataset:
    """The images of a data set.

    Attributes:
        root: Its folder.
        layout: The layout that was recognised.
        train: Normal images to train on, in natural order; never empty.
        test: Images with ground truth, in natural order, none of them in ``train``; may be empty.
        notes: What a person should see: what was left out, how images were split, what was found twice.
        mask: Normal images set aside for the normal-variation mask, none of them in ``train`` or ``test``; empty when
            the data set names none, and some of ``train`` are then set aside.
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


def load_dataset(folder: str | Path, *, to_train: bool = True) -> Dataset:
    """Recognises the layout of a folder and lists its images; no image is decoded.

    Where no split is given (good/bad folders, a manifest without ``split``), every third normal image in natural
    order is kept for the test and the others train; images of one group stay together. A note says so.

    Args:
        folder: The data set's folder.
        to_train: False for a data set that is only scored: it may have nothing to train on, and where no split is
            given all its images are in ``test``.

    Returns:
        The data set, with notes.

    Raises:
        DatasetError: No such folder, no known layout, no images, none to train on, or a manifest with a mistake.
    """
    root = Path(folder)
    try:
        if not root.is_dir():
            raise DatasetError(
                "data-folder-missing", "no such folder", where=root, todo="Check the name and the drive."
            )
        dataset = _recognised(root)
        if (
            not to_train
            and dataset.layout is not Layout.MVTEC
            and any(note.code == "data-no-split" for note in dataset.notes)
        ):
            return dataclasses.replace(dataset, train=(), test=(*dataset.train, *dataset.test), notes=())
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


def _recognised(root: Path) -> Dataset:
    for name in MANIFEST_NAMES:
        if (root / name).is_file():
            return _from_manifest(root, root / name)
    if (root / "train").is_dir() or (root / "test").is_dir():
        return _from_mvtec(root)
    folders = _folders(root)
    if any(_is_normal(folder.name) for folder in folders):
        return _from_good_bad(root, folders)
    find_images(root)  # an empty folder is told apart from an unknown layout
    raise DatasetError(
        "data-layout-unknown", "the folder says of no image whether it is good", where=root, todo=_LAYOUTS_TODO
    )


def _is_normal(name: str) -> bool:
    return name.strip().lower().replace("-", "_").replace(" ", "_") in NORMAL_NAMES


def _folders(root: Path) -> list[Path]:
    """Folders directly inside, without hidden ones, in natural order."""
    return sorted((p for p in root.iterdir() if p.is_dir() and not p.name.startswith(".")), key=natural_key)


def _images(folder: Path) -> tuple[Path, ...]:
    """As find_images, but an empty folder has none."""
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
        found = _labelled(folder, None)
        if _is_normal(folder.name):
            train += found
        elif found:
            notes.append(
                message(
                    "data-train-folder-left-out",
                    "train/{folder} is left out: only normal images train ({count} images).",
                    folder=folder.name,
                    count=len(found),
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
    """Every third group of normal images, and all defective ones, test; the rest trains."""
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
    """Notes on files with identical bytes that would falsify an evaluation."""
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
    for images in (found for found in by_hash.values() if len(found) > 1):
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
    """DatasetError unless ``test`` holds that many defective images; a score cannot be fitted without any."""
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


def _by_name(dataset: Dataset) -> dict[str, LabelledImage]:
    return {_relative(dataset, image.path): image for image in (*dataset.train, *dataset.mask, *dataset.test)}


def with_groups(dataset: Dataset, table: str | Path) -> Dataset:
    """The data set with groups from a CSV with the columns path (relative to the data set's folder) and group.

    Images that the table does not name keep the group they have. A group that stands in training and test gives a
    note.

    Raises:
        DatasetError: The table cannot be read, lacks a column, or names an image that is not in the data set.
    """
    table = Path(table)
    try:
        rows = read_table(table, {"path": ("path", "image", "file"), "group": ("group",)})
    except OSError as error:
        raise DatasetError(
            "data-groups-unreadable",
            "the table cannot be read ({error})",
            where=table,
            todo="Check the name.",
            error=system_reason(error),
        ) from error
    known, groups = _by_name(dataset), {}
    for line, cells in rows:
        name = cells["path"].replace("\\", "/").removeprefix("./")
        if name not in known:
            raise DatasetError(
                "data-groups-image-unknown",
                "line {number} names {name}, which is not in the data set",
                where=table,
                todo="Correct the path.",
                number=line,
                name=name,
            )
        groups[known[name].path] = cells["group"]
    train, test = (
        tuple(dataclasses.replace(i, group=groups.get(i.path, i.group)) for i in images)
        for images in (dataset.train, dataset.test)
    )
    both = {i.group for i in train if i.group} & {i.group for i in test}
    notes = [
        message("data-group-across", "The group {name} has images in training and in the test.", name=name)
        for name in sorted(both)
    ]
    return dataclasses.replace(dataset, train=train, test=test, notes=(*dataset.notes, *notes))


def suggest_groups(dataset: Dataset) -> dict[Path, str]:
    """Groups that the data set seems to have: a defective test image and its twin, the same board without defects.

    Twins have the same stem (``test/good/007.png``, ``test/short/007.png``) and resemble each other more than either
    resembles any other image of the other kind, by half the distance. It is a suggestion: nothing uses it unasked.

    Returns:
        Group by path, for the images of such pairs only.

    Raises:
        ImageError: An image of the test cannot be read.
    """
    normal = {image.path.stem: image.path for image in dataset.normal}
    pairs = [(image.path, normal[image.path.stem]) for image in dataset.abnormal if image.path.stem in normal]
    if not pairs:
        return {}
    defective, good = (np.stack([_thumbnail(path) for path in paths]) for paths in zip(*pairs, strict=True))
    distance = 1 - defective @ good.T
    groups = {}
    for index, (bad_path, good_path) in enumerate(pairs):
        twin = [path == good_path for _, path in pairs]
        others = np.concatenate([distance[index][~np.array(twin)], np.delete(distance[:, index], np.flatnonzero(twin))])
        if not others.size or distance[index, index] < 0.5 * others.min():
            groups[bad_path] = groups[good_path] = f"twins {good_path.stem}"
    return groups


def _thumbnail(path: Path) -> FloatArray:
    """A small grey version as a vector without mean, of length 1."""
    small = resize(read_image(path).pixels, (64, 64)).mean(axis=2).ravel()
    small = small - small.mean()
    vector: FloatArray = small / max(float(np.linalg.norm(small)), 1e-9)
    return vector
