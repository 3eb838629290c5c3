"""Inspection of a folder of boards into the review queue of a workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from vqganodip.errors import ImageError
from vqganodip.files import sha256_of
from vqganodip.imaging.folders import FoundImages, search_images
from vqganodip.inspection.events import BoardDone, BoardFailed, BoardKnown, BoardStarted, FolderEvent, FolderNotice
from vqganodip.inspection.gating import GateInForce
from vqganodip.inspection.inspector import Inspected, StageFinished
from vqganodip.inspection.unusable_pictures import UnusableCount
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.records import ModelName
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.review.judgments import ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.gates import GateFiles
from vqganodip.store.panels import PanelStore, panel_key

__all__ = ["BoardInspector", "BoardSource", "inspect_folder"]


class BoardInspector(Protocol):
    """Interface of :class:`vqganodip.inspection.inspector.Inspector`."""

    bundle_sha256: str

    def inspect(self, path: Path) -> Iterator[StageFinished | Inspected]:
        """Inspect one board; yields each finished stage and the inspection last."""


class BoardSource(Protocol):
    """Images with a known count that may still be arriving: a list, or ``datasets.synthetic.demo_line.DemoBoards``."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Path]: ...


def inspect_folder(
    inspector: BoardInspector,
    boards: Path | BoardSource,
    repository: Repository,
    panels: PanelStore,
    *,
    stop: Callable[[], bool] = lambda: False,
    thresholds: Callable[[], Thresholds | None] = lambda: None,
    names: Callable[[], FilenamePattern] = FilenamePattern,
    operator: str = "",
    model: ModelName | None = None,
    placement: PlacementRecord | None = None,
    sensitivity: SensitivityRecord | None = None,
    gates: GateFiles | None = None,
) -> Iterator[FolderEvent]:
    """Inspect the boards of a folder that this bundle has not inspected yet, one by one.

    The panels of a board are stored before the board enters the queue, so every queued board can be opened. A folder
    inside that cannot be read fails like a board; the others are inspected.

    Args:
        inspector: Inspector with an opened bundle.
        boards: A folder, searched recursively, or a source of image files; each file is requested only after the
            previous board is done.
        repository: Repository with the review queue.
        panels: Store of the panels.
        stop: Called between boards; returns True to stop.
        thresholds: Called before each board; returns the active thresholds, or None for the bundle's own.
        names: Called before each board; returns the pattern that extracts the serial number from the file name.
        operator: Name of the person who put the bundle into use, for the audit trail; empty if unknown.
        model: What the bundle is called, for the audit trail and exports; None if unknown.
        placement: Placement of the bundle, for the audit trail and the names of regions; None without one.
        sensitivity: Sensitivity of parts of the bundle, for the audit trail; None without one.
        gates: The gates of the workspace; None to inspect without the gate in force.

    Raises:
        ImageError: The folder does not exist.
        DatasetError: It contains no images.
        StoreError: The workspace cannot be written.
    """
    found = search_images(boards) if isinstance(boards, Path) else FoundImages(())
    images = found.images if isinstance(boards, Path) else boards
    total = len(images) + len(found.unreadable)
    unusable = UnusableCount()
    gate = None if gates is None else GateInForce(repository, gates, inspector.bundle_sha256)
    if found.other_pictures_note is not None:
        yield FolderNotice(found.other_pictures_note)
    for index, image in enumerate(images):
        if stop():
            return
        if index == 0:
            repository.use_model(inspector.bundle_sha256, operator, model)
            if placement is not None:
                repository.put_placement(inspector.bundle_sha256, placement, operator)
            if sensitivity is not None:
                repository.put_sensitivity(inspector.bundle_sha256, sensitivity, operator)
        yield BoardStarted(image, index, total)
        try:
            item = _inspected(inspector, image, repository, panels, thresholds(), names(), gate)
            yield BoardKnown(image, index, total) if item is None else BoardDone(item, index, total)
            alarm = unusable.add(item.inspection.unusable) if item is not None else None
            if alarm is not None:
                yield FolderNotice(alarm, alarm=True)
            for news in gate.news() if gate is not None else ():
                yield FolderNotice(news, alarm=True)
        except ImageError as error:
            yield BoardFailed(image, error, index, total)
    for index, unreadable in enumerate(found.unreadable, len(images)):
        yield BoardFailed(Path(unreadable.where), unreadable, index, total)


def _inspected(
    inspector: BoardInspector,
    image: Path,
    repository: Repository,
    panels: PanelStore,
    thresholds: Thresholds | None,
    names: FilenamePattern,
    gate: GateInForce | None,
) -> ReviewItem | None:
    """The board in the queue; None when this bundle has inspected it before.

    Raises:
        ImageError: The picture is that of another board, or cannot be inspected.
    """
    serial = names.serial_of(image)
    known = repository.known_board(sha256_of(image, unreadable=""), inspector.bundle_sha256)
    if known is not None:
        before = known.inspection.image
        # another name alone is no other board: the file was copied, or the pattern of names was changed
        if serial not in (known.serial, names.serial_of(before)):
            raise ImageError(
                "picture-of-other-board",
                "the picture is, byte for byte, that of {serial} ({file}): the camera or its software repeats pictures",
                where=image,
                todo="Check the camera, then take the picture of this board again; it was not inspected.",
                serial=known.label,
                file=before.name,
            )
        return None
    for event in inspector.inspect(image):
        if isinstance(event, Inspected):
            inspection = event.inspection if thresholds is None else thresholds.apply(event.inspection)
            if gate is not None:
                inspection = gate.apply(inspection, event.panels.descriptors)
            panels.write(panel_key(inspection), event.panels)
            return repository.add_inspection(inspection, serial)
    raise AssertionError("an inspection ends with an Inspected event")
