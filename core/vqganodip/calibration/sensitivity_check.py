"""Check of a sensitivity before it is signed: which known defects would be missed with it.

The boards of the fit that have a known defect on a part whose evidence would count less are inspected again, with the
present score and threshold; so are those whose defects have no known place. The new fit sets both again; what it then
misses is in its report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from vqganodip.bundles.archive import Bundle
from vqganodip.bundles.sensitivity import fitted_sensitivity
from vqganodip.calibration.images import find_image, known_places, saved_dataset_folder
from vqganodip.calibration.localisation import to_grid
from vqganodip.calibration.result import CalibrationResult, read_calibration
from vqganodip.errors import DatasetError, ImageError
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import Inspector, Measured, place
from vqganodip.placement.sensitivity import SensitivityRecord, WeighedPart
from vqganodip.types import Box

__all__ = ["CheckedBoard", "SensitivityCheck", "check_known_defects"]


@dataclass(frozen=True, slots=True)
class CheckedBoard:
    """A board with known defects on parts whose evidence would count less, or of unknown places.

    Attributes:
        image: Folder and name of its image.
        parts: Reference designators of these parts; empty where the place of the defect is unknown.
        score: Its score with the sensitivity.
        missed: True if it would pass and does not pass today.
    """

    image: str
    parts: tuple[str, ...]
    score: float
    missed: bool


@dataclass(frozen=True, slots=True)
class SensitivityCheck:
    """Outcome of a check, after all boards or some.

    Attributes:
        boards: The boards with known defects on these parts, and those of unknown places that would be missed.
        seen: Number of defective boards that are done.
        of: Number of defective boards of the fit.
        absent: Defective boards whose image is missing or was changed, which cannot be checked.
        threshold: The threshold of the bundle.
    """

    boards: tuple[CheckedBoard, ...]
    seen: int
    of: int
    absent: int
    threshold: float

    @property
    def missed(self) -> tuple[CheckedBoard, ...]:
        """The boards that would be missed."""
        return tuple(board for board in self.boards if board.missed)


def check_known_defects(
    bundle: Bundle, record: SensitivityRecord, *, data: Path | None = None, stop: Callable[[], bool] = lambda: False
) -> Iterator[SensitivityCheck]:
    """Inspect the boards of the fit with known defects on loosened or ignored parts under a sensitivity.

    Args:
        bundle: Fitted bundle.
        record: The sensitivity.
        data: Folder of the labelled images; None for the one of the fit.
        stop: Called between boards; True ends the check, which is then not complete.

    Yields:
        The state after each defective board of the fit, and once at the beginning.

    Raises:
        BundleError: The bundle was never fitted on known defects, or cannot be read.
    """
    calibration = read_calibration(bundle)
    folder = data or saved_dataset_folder(calibration)
    defective = np.flatnonzero(calibration.labels == 1)
    found, absent, threshold = [], 0, calibration.bundle_threshold
    yield SensitivityCheck((), 0, len(defective), 0, threshold)
    loosened = record.loosened
    trying = Inspector.trying(bundle, record) if loosened else None
    today: Inspector | None = None
    for number, index in enumerate(defective, start=1):
        if stop():
            return
        if trying is not None:
            image, places = _image(calibration, int(index), folder)
            absent += image is None
            parts = () if image is None else _touched(trying, image, places, loosened)
            if image is not None and (parts or not places):
                score = _score(trying, image)
                missed = score < threshold
                if missed:
                    today = today or Inspector.trying(bundle, fitted_sensitivity(bundle) or replace(record, parts=()))
                    missed = _score(today, image) >= threshold
                if parts or missed:
                    found.append(CheckedBoard(calibration.images[int(index)], parts, score, missed))
        yield SensitivityCheck(tuple(found), number, len(defective), absent, threshold)


def _image(calibration: CalibrationResult, index: int, folder: Path | None) -> tuple[Path | None, tuple[Box, ...]]:
    """A labelled image with the places of its known defects; None if it is missing or was changed."""
    try:
        image = find_image(calibration, index, folder)
    except DatasetError:
        return None, ()
    return image, known_places(image)


def _touched(inspector: Inspector, image: Path, places: Sequence[Box], parts: Sequence[WeighedPart]) -> tuple[str, ...]:
    """Names of the parts that a known defect lies on."""
    try:
        placed = place(inspector.model, read_image(image))
    except ImageError:
        return ()
    boxes = [to_grid(box, np.reshape(placed.transform, (2, 3))) for box in places]
    return tuple(part.ref_des for part in parts if any(_on(box, part) for box in boxes))


def _on(box: Box, part: WeighedPart) -> bool:
    import cv2

    corners = np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)], np.float32)
    shared, _ = cv2.intersectConvexConvex(corners, np.array(part.corners, np.float32))
    return bool(shared > 0)


def _score(inspector: Inspector, image: Path) -> float:
    (measured,) = [event for event in inspector.measure(image) if isinstance(event, Measured)]
    return inspector.decide(measured).score
