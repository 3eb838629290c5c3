"""Groups of images that are left out together: read from a table, or suggested for images of the same board."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np

from vqganodip.datasets.csv_tables import read_table
from vqganodip.datasets.dataset import Dataset, place_of
from vqganodip.errors import DatasetError, message, system_reason
from vqganodip.imaging.decoding import read_image, resize
from vqganodip.types import FloatArray

__all__ = ["suggest_groups", "with_groups"]


def with_groups(dataset: Dataset, table: str | Path) -> Dataset:
    """Return the data set with groups from a CSV with the columns path (relative to the data set's folder) and group.

    Images missing from the table keep their group. A group with images in training and in the test adds a note.

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
    images, groups = dataset.by_place(), {}
    for line, cells in rows:
        image = images.get(place_of(dataset.root, cells["path"]))
        if image is None:
            raise DatasetError(
                "data-groups-image-unknown",
                "line {number} names {name}, which is not in the data set",
                where=table,
                todo="Correct the path.",
                number=line,
                name=cells["path"],
            )
        groups[image.path] = cells["group"]
    train, test = (
        tuple(dataclasses.replace(i, group=groups.get(i.path, i.group)) for i in split)
        for split in (dataset.train, dataset.test)
    )
    both = {i.group for i in train if i.group} & {i.group for i in test}
    notes = [
        message("data-group-across", "The group {name} has images in training and in the test.", name=name)
        for name in sorted(both)
    ]
    return dataclasses.replace(dataset, train=train, test=test, notes=(*dataset.notes, *notes))


def suggest_groups(dataset: Dataset) -> dict[Path, str]:
    """Suggest groups of twins: a defective test image and the image of the same board without defects.

    Twins have the same stem (``test/good/007.png``, ``test/short/007.png``), and their distance is less than half of
    that to any other image of the other label. Callers decide whether to use the suggestion.

    Returns:
        Group by path, for the images of such pairs only.

    Raises:
        ImageError: A test image cannot be read.
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
    """Return a small grey version of an image as a unit vector without its mean."""
    small = resize(read_image(path).pixels, (64, 64)).mean(axis=2).ravel()
    small = small - small.mean()
    vector: FloatArray = small / max(float(np.linalg.norm(small)), 1e-9)
    return vector
