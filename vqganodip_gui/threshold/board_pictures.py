"""The panels of a board of the calibration: found, inspected off the GUI thread, and kept while the page is open."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from vqganodip.errors import DatasetError
from vqganodip.files import sha256_of
from vqganodip.records import Weighting
from vqganodip.review.judgments import ReviewItem
from vqganodip.types import Box
from vqganodip_gui.services import resources
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.inspection_service import BoardRequest, BoardRequestFailed, BoardResponse
from vqganodip_gui.viewer.image_pyramid import BoardPictures, board_pictures, resized

if TYPE_CHECKING:
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.inspection.inspector import Inspected

_KEPT: Final = 8
_THUMB: Final = 360
_MARKED: Final = 5
_ROOM: Final = 5
"""Pixels between a known defect and the line around it: a small one stays visible."""
_REGION: Final = QPen(QColor("#f0e442"), 4)
_TRUTH: Final = QPen(QColor("#ffffff"), 3, Qt.PenStyle.DashLine)
_LINE: Final = "calibration-line.json"


@dataclass(frozen=True, slots=True, eq=False)
class CalibrationBoard:
    """A board as it is shown.

    Attributes:
        item: Named as the calibration names it.
        pictures: For the large panels.
        weighting: Whose difference is shown: the most discerning one that there is.
        thumbs: Original with the known defects, reconstruction, difference, patches; small.
        known: Number of known defects whose place the data set says.
    """

    item: ReviewItem
    pictures: BoardPictures
    weighting: Weighting
    thumbs: tuple[QImage, QImage, QImage, QImage]
    known: int = 0


class CalibrationBoards(QObject):
    """Loader of boards of calibrations; only the newest request is answered.

    Requests, answers and pictures kept name the calibration that the index belongs to: an index alone would mean
    another board once another model is in use.
    """

    found = Signal(object, int, object)
    """Calibration, index and :class:`CalibrationBoard`."""
    failed = Signal(object, int, object)
    """Calibration, index and error."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: OrderedDict[tuple[str, int], CalibrationBoard] = OrderedDict()
        self._wish: BoardRequest | None = None
        self._wanted: tuple[CalibrationResult, int] | None = None
        context.engine.board_answered.connect(self._take)

    def forget(self) -> None:
        """Everything is looked for again."""
        self._kept.clear()
        self._wish = self._wanted = None

    def ask(self, calibrated: CalibrationResult, index: int) -> None:
        """``found`` or ``failed`` tells of this board, at once where it is at hand."""
        key = (calibrated.bundle_sha256, index)
        kept, wanted = self._kept.get(key), (calibrated, index)
        if kept is not None:
            self._kept.move_to_end(key)
            self._wish, self._wanted = None, wanted
            self.found.emit(calibrated, index, kept)
        elif wanted != self._wanted or self._wish is None:
            self._wanted = wanted
            self._wish = BoardRequest(calibrated.bundle, self._finder(calibrated, index), lambda: self._wish is wish)
            wish = self._wish
            self._context.engine.request_board(wish)

    def folder(self, calibrated: CalibrationResult) -> Path | None:
        """Return the folder of the labelled boards: as set by the user, otherwise as recorded by the fit."""
        from vqganodip.calibration.images import saved_dataset_folder

        chosen = _folders(self._context.settings.text("calibration_folders")).get(calibrated.data_sha256)
        return Path(chosen) if chosen else saved_dataset_folder(calibrated)

    def set_folder(self, calibrated: CalibrationResult, folder: Path) -> None:
        """Set the current folder of the labelled boards."""
        folders = _folders(self._context.settings.text("calibration_folders"))
        folders[calibrated.data_sha256] = str(folder)
        self._context.settings.set("calibration_folders", json.dumps(folders))
        self.forget()

    def _finder(self, calibrated: CalibrationResult, index: int) -> Callable[[], Path]:
        folder, workspace = self.folder(calibrated), self._context.workspace
        into = None if workspace is None else workspace.folder / "calibration-boards"

        def find() -> Path:
            from vqganodip.calibration.images import find_image
            from vqganodip.datasets.synthetic.dataset import RenderedLine

            line = RenderedLine.read(resources.resource(f"demo/{_LINE}")) if _ships(calibrated) else None
            return find_image(calibrated, index, folder, line=line, into=into)

        return find

    def _take(self, event: BoardResponse | BoardRequestFailed) -> None:
        wanted = self._wanted
        if event.request is not self._wish or wanted is None:
            return
        self._wish = None
        calibrated, index = wanted
        if isinstance(event, BoardRequestFailed):
            self.failed.emit(calibrated, index, event.error)
            return
        name, inspected = calibrated.images[index], event.inspected

        def done(look: CalibrationBoard) -> None:
            self._kept[calibrated.bundle_sha256, index] = look
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            if self._wanted == wanted:
                self.found.emit(calibrated, index, look)

        def failed(error: Exception) -> None:
            self.failed.emit(calibrated, index, error)

        self._context.tasks.run(lambda: calibration_board(name, inspected), done, failed, reader=self)


def calibration_board(name: str, inspected: Inspected) -> CalibrationBoard:
    """The pictures of an inspected board. Safe to call in any thread."""
    from vqganodip.calibration.images import known_places
    from vqganodip.calibration.localisation import to_grid

    transform = np.reshape(inspected.inspection.transform, (2, 3))
    known = [to_grid(box, transform) for box in known_places(inspected.inspection.image)]
    item = ReviewItem(0, name, inspected.inspection)
    pictures = board_pictures(inspected.panels)
    weighting = pictures.weightings()[-1]
    original = _thumb(pictures.original.full)
    difference = _thumb(pictures.difference(weighting).picture.full)
    return CalibrationBoard(
        item,
        pictures,
        weighting,
        (
            _with_boxes(original.copy(), item, known, _TRUTH, _ROOM),
            _thumb(pictures.reconstruction.full),
            difference,
            _with_boxes(original, item, [region.box for region in item.inspection.shown_regions[:_MARKED]], _REGION),
        ),
        len(known),
    )


def is_missing_folder(error: Exception) -> bool:
    """Return True if locating the folder of the boards could solve the error."""
    return isinstance(error, DatasetError)


def _thumb(image: QImage) -> QImage:
    scale = min(_THUMB / image.width(), _THUMB / image.height(), 1.0)
    return resized(image, max(round(image.width() * scale), 1), max(round(image.height() * scale), 1))


def _with_boxes(image: QImage, item: ReviewItem, boxes: Sequence[Box], pen: QPen, room: int = 0) -> QImage:
    """Draw boxes of the working grid, ``room`` pixels larger on each side."""
    width, height = item.inspection.grid
    across, down = image.width() / width, image.height() / height
    painter = QPainter(image)
    painter.setPen(pen)
    for box in boxes:
        around = QRectF(box.x0 * across, box.y0 * down, box.width * across, box.height * down)
        painter.drawRect(around.adjusted(-room, -room, room, room))
    painter.end()
    return image


def _folders(text: str) -> dict[str, str]:
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


def _ships(calibrated: CalibrationResult) -> bool:
    """Return True for the bundle shipped with the program, whose boards can be rendered again."""
    shipped = resources.demo_bundle()
    if shipped is None:
        return False
    return sha256_of(shipped / "manifest.json") == calibrated.bundle_sha256
