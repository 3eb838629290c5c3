"""A placement being laid on: what the dialog asks for, and the answer that a thread works out. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vqganodip.errors import VqganodipError
from vqganodip.placement.packages import USUAL_SIZE_MM
from vqganodip.placement.parts import PlacementList, Side, Unit

if TYPE_CHECKING:
    from vqganodip.bundles.archive import Bundle
    from vqganodip.bundles.placement import PicturedBoard
    from vqganodip.placement.changes import PartChange
    from vqganodip.placement.evidence import Compared
    from vqganodip.placement.heading import Heading
    from vqganodip.placement.laying_on import At
    from vqganodip.placement.record import PlacementRecord
    from vqganodip.placement.sensitivity import SensitivityRecord
    from vqganodip.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Target:
    """The model whose parts are named.

    Attributes:
        bundle: The bundle, opened without its networks.
        board: The average of its normal boards.
        kept: Its placement in the workspace, else in the bundle; None without one.
        sensitivity: The sensitivity of its parts that is asked for; None without one.
    """

    bundle: Bundle
    board: PicturedBoard
    kept: PlacementRecord | None
    sensitivity: SensitivityRecord | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Request of the dialog.

    Attributes:
        file: Placement file; None for the parts that are found on the picture.
        columns: Role → number of a column, as text from 1, where it is not the one that was recognised.
        unit: Unit where the file states none; None to recognise it.
        side: Side where the file states none; None to recognise it.
        mirrored: Whether the picture shows the coordinates mirrored; None to recognise it.
        by_fiducials: True to look for the fiducials of the file; False for the points.
        points: Parts with their clicked pixels.
        sizes: Package → width and height in millimetres.
        usual_mm: Side of unknown packages in millimetres.
    """

    file: Path | None
    columns: Mapping[str, str] = field(default_factory=dict)
    unit: Unit | None = None
    side: Side | None = None
    mirrored: bool | None = None
    by_fiducials: bool = True
    points: tuple[At, ...] = ()
    sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    usual_mm: float = USUAL_SIZE_MM


@dataclass(frozen=True, slots=True)
class Answer:
    """Outcome of a wish, as far as it came.

    Attributes:
        heading: Columns of the file; None if not even those could be read, and for parts found on the picture.
        listed: The parts of the file; None if it could not be read.
        record: The placement on the picture; None if it could not be laid on.
        compared: Parts without picture and pictures without part; None without a record from a file.
        changes: Differences from the placement before.
        error: Why it came no further.
        scale_estimated: True if the scale follows from the points alone.
    """

    heading: Heading | None = None
    listed: PlacementList | None = None
    record: PlacementRecord | None = None
    compared: Compared | None = None
    changes: tuple[PartChange, ...] = ()
    error: VqganodipError | None = None
    scale_estimated: bool = False

    @property
    def has_fiducials(self) -> bool:
        """True if the file names two fiducials or more on one side."""
        parts = () if self.listed is None else self.listed.parts
        return any(sum(part.fiducial and part.side is side for part in parts) >= 2 for side in Side)


def open_target(folder: Path, workspace: Workspace | None) -> Target:
    """Open a bundle to name its parts.

    Raises:
        SettingsError: The product is in free position.
        BundleError: The bundle cannot be read.
    """
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.placement import pictured_board, placement_in
    from vqganodip.bundles.sensitivity import sensitivity_in

    bundle = open_bundle(folder, roles=("golden", "reference", "settings"))
    board = pictured_board(bundle)
    kept = None if workspace is None else workspace.repository.placement(bundle.sha256)
    return Target(bundle, board, kept or placement_in(folder), sensitivity_in(bundle))


def work_out(target: Target, wish: Wish) -> Answer:
    """Read the file, lay it on and compare it; an error ends it early and is part of the answer."""
    from vqganodip.bundles.placement import found_placement
    from vqganodip.placement.heading import read_heading
    from vqganodip.placement.reading import read_placement

    heading: Heading | None = None
    listed: PlacementList | None = None
    try:
        if wish.file is None:
            return compare_with(target, found_placement(target.bundle))
        heading = read_heading(wish.file, wish.columns)
        listed = read_placement(wish.file, columns=wish.columns, unit=wish.unit, side=wish.side)
        if not wish.by_fiducials and len(wish.points) < 2:
            return Answer(heading, listed)
        return _laid(target, wish, heading, listed)
    except VqganodipError as error:
        return Answer(heading, listed, error=error)


def compare_with(target: Target, record: PlacementRecord) -> Answer:
    """The answer for a placement that lies on the picture already: found there, kept, or edited by hand."""
    from vqganodip.placement.changes import changes_between
    from vqganodip.placement.evidence import compare

    compared = None
    if not record.found and record.grid == target.board.grid:
        compared = compare(record.laid(), target.board.spread, record.transform.px_per_mm)
    changes = () if target.kept is None else changes_between(target.kept, record)
    return Answer(record=record, compared=compared, changes=changes)


def _laid(target: Target, wish: Wish, heading: Heading, listed: PlacementList) -> Answer:
    from vqganodip.files import sha256_of
    from vqganodip.placement.fiducials import lay_on_fiducials
    from vqganodip.placement.laying_on import lay_on
    from vqganodip.placement.record import record_of

    board, scale = target.board, target.board.mm_per_px
    if wish.by_fiducials:
        shown = wish.side or (Side.TOP if listed.counts()[Side.TOP] else Side.BOTTOM)
        laid = lay_on_fiducials(listed, board.pixels, board.spread, side=shown, mm_per_px=scale)
    else:
        laid = lay_on(listed, wish.points, mm_per_px=scale, mirrored=wish.mirrored, spread=board.spread)
    assert wish.file is not None
    record = record_of(
        laid, file_sha256=sha256_of(wish.file), grid=board.grid, sizes=wish.sizes, usual_mm=wish.usual_mm
    )
    found = compare_with(target, record)
    return Answer(heading, listed, record, found.compared, found.changes, scale_estimated=laid.scale_estimated)


def keep_placement(
    target: Target, record: PlacementRecord | None, workspace: Workspace | None, operator: str, *, in_bundle: bool
) -> None:
    """Keep a placement, or remove it: with the bundle, and in the audit trail of the workspace.

    Args:
        target: The model.
        record: The placement; None to remove it.
        workspace: The workspace.
        operator: Who does it.
        in_bundle: False for the bundle that ships with the program, which stays as it is.

    Raises:
        BundleError: It cannot be written.
        StoreError: Likewise, in the workspace.
    """
    from vqganodip.bundles.placement import set_placement

    if in_bundle:
        set_placement(target.bundle, record)
    if workspace is not None:
        workspace.repository.put_placement(target.bundle.sha256, record, operator)
