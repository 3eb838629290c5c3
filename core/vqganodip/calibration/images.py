"""Lookup of the labelled images of a calibration by their relative paths, checked by their hashes.

A bundle stores the paths of its labelled images relative to the data set, never absolute ones. The folder of the data
set is stored in the run folder of the bundle. Images of a rendered data set can be rendered again one by one.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from vqganodip.bundles.archive import run_folder_of
from vqganodip.calibration.result import CalibrationResult
from vqganodip.datasets.ground_truth import mask_parts
from vqganodip.datasets.masks import mask_beside
from vqganodip.datasets.synthetic.dataset import RenderedLine
from vqganodip.errors import DatasetError, ImageError, system_reason
from vqganodip.files import replace_file, sha256_of
from vqganodip.records import Label, LabelledImage
from vqganodip.types import Box

__all__ = ["find_image", "known_places", "saved_dataset_folder", "save_dataset_folder"]

_FOLDER_FILE: Final = "calibrated-on.json"
_SUBFOLDERS: Final = ("", "test")


def save_dataset_folder(bundle: Path, data_sha256: str, folder: Path) -> None:
    """Store the folder of a calibration's data set in the run folder of the bundle; write errors are ignored."""
    value = {"scores": data_sha256, "folder": str(folder.resolve())}
    with suppress(OSError):
        place = _folder_file(bundle)
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place, json.dumps(value, indent=1).encode())


def saved_dataset_folder(calibration: CalibrationResult) -> Path | None:
    """Return the folder of the data set at the time of the fit; None if it is not stored."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        value: dict[str, Any] = json.loads(_folder_file(calibration.bundle).read_text(encoding="utf-8"))
        if value["scores"] == calibration.data_sha256:
            return Path(value["folder"])
    return None


def find_image(
    calibration: CalibrationResult,
    index: int,
    folder: Path | None,
    *,
    line: RenderedLine | None = None,
    into: Path | None = None,
) -> Path:
    """Return the file of a labelled image.

    Args:
        calibration: The calibration.
        index: Index of the image.
        folder: Current folder of the data set; None if unknown.
        line: Arguments with which a missing image can be rendered again; None for photographs.
        into: Folder for images that are rendered again.

    Raises:
        DatasetError: The image is missing, or is no longer the one that was scored.
    """
    name = calibration.images[index]
    if folder is not None:
        for place in (calibration.paths[index], *(f"{inside}/{name}" for inside in _SUBFOLDERS)):
            path = folder / place.lstrip("/")
            if place and path.is_file():
                return _check_hash(path, calibration.sha256s[index])
    if line is not None and into is not None:
        return _render_again(name, line, into)
    raise DatasetError(
        "calibration-image-missing",
        "this image of the calibration is missing",
        where=name if folder is None else folder / name,
        todo="Choose the folder that contains the labelled boards.",
    )


def known_places(image: Path) -> tuple[Box, ...]:
    """Boxes of the known defects of a labelled image, in its pixels; empty without a mask that can be read."""
    try:
        mask = mask_beside(image)
        if mask is None:
            return ()
        return tuple(part.box for part in mask_parts(LabelledImage(image, Label.DEFECTIVE, mask=mask)))
    except (OSError, ImageError):
        return ()


def _check_hash(path: Path, sha256: str) -> Path:
    try:
        same = not sha256 or sha256_of(path) == sha256
    except OSError as error:
        raise DatasetError(
            "calibration-image-unreadable",
            "the image cannot be read ({error})",
            where=path,
            todo="Check the path and its permissions.",
            error=system_reason(error),
        ) from error
    if not same:
        raise DatasetError(
            "calibration-image-changed",
            "this image was changed after the calibration",
            where=path,
            todo="Choose the folder that contains the unchanged boards.",
        )
    return path


def _render_again(name: str, line: RenderedLine, into: Path) -> Path:
    from vqganodip.datasets.synthetic.dataset import redraw_board

    path = into / name
    if not path.is_file():
        redraw_board(
            path, f"test/{name}", line, mask=into / "ground_truth" / Path(name).with_name(f"{path.stem}_mask.png")
        )
    return path


def _folder_file(bundle: Path) -> Path:
    return run_folder_of(bundle) / _FOLDER_FILE
