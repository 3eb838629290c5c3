"""Data of the tab of the gate, read from workspace and bundle off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from vqganodip.errors import VqganodipError
from vqganodip.review.gate_labels import GateLabels
from vqganodip.review.gate_log import GateChange, gate_in_force
from vqganodip.review.judgments import ReviewItem
from vqganodip.scoring.region_gate import RegionGate
from vqganodip.store.panels import panel_key
from vqganodip_gui.viewer.image_pyramid import Shown, resized, stored_pictures

if TYPE_CHECKING:
    from vqganodip.store.workspace import Workspace

LISTED: Final = 200
"""Number of the newest boards passed by a gate that are listed and printed."""

_GATES: Final = 12
_SIDE: Final = 480
_MARKED: Final = 5
_BOX: Final = QColor("#f0e442")


@dataclass(frozen=True, slots=True, eq=False)
class LearnedGate:
    """A gate of the workspace.

    Attributes:
        name: Its hash.
        gate: The gate; None if its file cannot be read, which ``error`` explains.
        error: The error.
    """

    name: str
    gate: RegionGate | None = field(repr=False)
    error: VqganodipError | None = None


@dataclass(frozen=True, slots=True, eq=False)
class GateData:
    """Gates, levels, labels and passed boards of a model.

    Attributes:
        bundle_sha256: Hash of the model.
        changes: All changes of level, oldest first.
        labels: The confirmed boards; None if they cannot be read, such as for a product in free position.
        gates: The newest gates of this model, newest first.
        passed: The newest boards that gates passed although their score flags them, newest first.
        total: Number of all of these boards.
    """

    bundle_sha256: str
    changes: Sequence[GateChange] = field(repr=False)
    labels: GateLabels | None = field(repr=False)
    gates: Sequence[LearnedGate] = field(repr=False)
    passed: Sequence[ReviewItem] = field(repr=False)
    total: int

    @property
    def in_force(self) -> GateChange | None:
        """The newest change; None without a gate."""
        return gate_in_force(self.changes)


def read_gate_data(workspace: Workspace, bundle: Path) -> GateData:
    """Read what there is about the gates of a model.

    Raises:
        BundleError: The bundle cannot be read.
        StoreError: The workspace cannot be read.
    """
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.calibration.learn_gate import open_labels

    opened = open_bundle(bundle)
    repository = workspace.repository
    gates = [_learned(workspace, name) for name in list(workspace.gates.names())[::-1][:_GATES]]
    of_model = [one for one in gates if one.gate is None or one.gate.bundle_sha256 == opened.sha256]
    numbers = list(repository.cleared_boards(opened.sha256))
    labels = open_labels(workspace, opened) if "reference" in opened else None
    passed = [repository.item(number) for number in numbers[::-1][:LISTED]]
    return GateData(opened.sha256, repository.gate_changes(opened.sha256), labels, of_model, passed, len(numbers))


def _learned(workspace: Workspace, name: str) -> LearnedGate:
    try:
        return LearnedGate(name, RegionGate.loads(workspace.gates.read(name)))
    except VqganodipError as error:
        return LearnedGate(name, None, error)


@dataclass(frozen=True, slots=True, eq=False)
class BoardImages:
    """Small pictures of a board: the original with its regions, the comparison, and the difference."""

    original: QImage = field(repr=False)
    comparison: QImage = field(repr=False)
    difference: QImage = field(repr=False)


def read_images(workspace: Workspace, item: ReviewItem) -> BoardImages | None:
    """Read the small pictures of a board; None if they are not in the workspace any more. Safe in any thread."""
    inspection = item.inspection
    with suppress(VqganodipError):
        stored = workspace.panels.open(panel_key(inspection))
        if stored is None:
            return None
        pictures = stored_pictures(stored, Shown())
        difference = pictures.difference(pictures.weightings()[-1]).picture
        original = _small(pictures.original.full).copy()
        _draw_regions(original, item)
        return BoardImages(original, _small(pictures.reconstruction.full), _small(difference.full))
    return None


def _small(image: QImage) -> QImage:
    scale = min(_SIDE / image.width(), _SIDE / image.height(), 1.0)
    return resized(image, max(round(image.width() * scale), 1), max(round(image.height() * scale), 1))


def _draw_regions(image: QImage, item: ReviewItem) -> None:
    """Draw the numbered boxes of the regions that stand out."""
    width, height = item.inspection.grid
    across, down = image.width() / width, image.height() / height
    painter = QPainter(image)
    painter.setPen(QPen(_BOX, 2))
    for number, region in enumerate(item.inspection.shown_regions[:_MARKED], start=1):
        box = region.box
        place = QRectF(box.x0 * across, box.y0 * down, box.width * across, box.height * down).adjusted(-4, -4, 4, 4)
        painter.drawRect(place)
        painter.drawText(place.adjusted(-20, -14, 20, 0), Qt.AlignmentFlag.AlignHCenter, str(number))
    painter.end()
