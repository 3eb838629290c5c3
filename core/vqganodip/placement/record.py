"""Placement of a product as bundles and workspaces keep it: parts, transform and outlines, ready to name regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field
from typing import Any, Final

import numpy as np

from vqganodip.errors import Message
from vqganodip.placement.joints import LaidJoint, joint_at, lay_joints
from vqganodip.placement.kicad import KICAD
from vqganodip.placement.laid_parts import LaidPart, lay_parts
from vqganodip.placement.laying_on import At, LaidOn
from vqganodip.placement.naming import NEAREST_MM, overlapped, part_at
from vqganodip.placement.packages import USUAL_SIZE_MM
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.transforms import Kind, Transform
from vqganodip.records import Reason, Region
from vqganodip.types import Box

__all__ = ["BoardParts", "PlacementRecord", "record_of"]

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class PlacementRecord:
    """A placement laid on the working grid of a product.

    Attributes:
        file: Name of the placement file; empty for parts that were found on the picture.
        file_sha256: Hash of its bytes.
        form: Program whose form it has; empty if unknown.
        unit: Unit of its coordinates.
        side: Side of the board that the pictures show.
        grid: (width, height) of the working grid, the pixels of the transform.
        kind: Similarity or affine.
        matrix: 2×3, row by row, from millimetres to pixels of the working grid.
        points: The points that it rests on.
        residuals_mm: Their residuals in millimetres.
        parts: All parts of the file, of both sides.
        sizes: (package, width, height) in millimetres, of packages whose size was given.
        usual_mm: Side of the square for unknown packages.
        nearest_mm: A region on no part belongs to the nearest one within this distance.
        notes: What was recognised or assumed.
    """

    file: str
    file_sha256: str
    form: str
    unit: str
    side: Side
    grid: tuple[int, int]
    kind: Kind
    matrix: tuple[float, ...]
    points: tuple[At, ...]
    residuals_mm: tuple[float, ...]
    parts: tuple[PlacedPart, ...] = field(repr=False)
    sizes: tuple[tuple[str, float, float], ...] = ()
    usual_mm: float = USUAL_SIZE_MM
    nearest_mm: float = NEAREST_MM
    notes: tuple[Message, ...] = ()

    @property
    def found(self) -> bool:
        """True if the parts were found on the picture, without a placement file."""
        return not self.file

    @property
    def transform(self) -> Transform:
        """From millimetres to pixels."""
        return Transform(self.kind, np.array(self.matrix, np.float64).reshape(2, 3))

    @property
    def residual_mm(self) -> float:
        """Root mean square of the residuals of the points."""
        return float(np.sqrt(np.mean(np.square(self.residuals_mm)))) if self.residuals_mm else 0.0

    def laid(self) -> tuple[LaidPart, ...]:
        """The parts of the side that the pictures show, with their outlines."""
        sizes = {name: (width, height) for name, width, height in self.sizes}
        shown = [part for part in self.parts if part.side is self.side]
        return lay_parts(shown, self.transform, sizes=sizes, usual=self.usual_mm)

    def joints(self) -> tuple[LaidJoint, ...]:
        """The solder joints of these parts, where their packages are known."""
        corrected = [name for name, *_ in self.sizes]
        parts = [one for one in self.laid() if not one.part.fiducial]
        return lay_joints(parts, self.transform, numbered=self._numbered, without=corrected)

    @property
    def _numbered(self) -> bool:
        """True where rotation 0 is known: for the top in files of KiCad, whose footprints have pin 1 at the upper left;
        other programs leave it to their libraries, and mirror the rotations of the bottom in different ways."""
        return self.form == KICAD and self.side is Side.TOP

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON values."""
        plain = {
            name: getattr(self, name) for name in ("file", "file_sha256", "form", "unit", "usual_mm", "nearest_mm")
        }
        return plain | {
            "format": _FORMAT,
            "side": self.side.value,
            "grid": list(self.grid),
            "kind": self.kind.value,
            "matrix": list(self.matrix),
            "points": [list(astuple(at)) for at in self.points],
            "residuals_mm": list(self.residuals_mm),
            "parts": [_part_values(part) for part in self.parts],
            "sizes": [list(size) for size in self.sizes],
            "notes": [note.to_json() for note in self.notes],
        }

    @classmethod
    def from_dict(cls, about: Mapping[str, Any]) -> PlacementRecord:
        """The record of :meth:`to_dict`.

        Raises:
            KeyError, TypeError, ValueError: These are not the values of a record of this version.
        """
        if int(about["format"]) != _FORMAT:
            raise ValueError(f"format {about['format']}")
        matrix = tuple(float(v) for v in about["matrix"])
        width, height = (int(v) for v in about["grid"])
        if (
            len(matrix) != 6
            or not np.isfinite(matrix).all()
            or abs(matrix[0] * matrix[4] - matrix[1] * matrix[3]) < 1e-9
        ):
            raise ValueError("matrix")
        return cls(
            file=str(about["file"]),
            file_sha256=str(about["file_sha256"]),
            form=str(about["form"]),
            unit=str(about["unit"]),
            side=Side(about["side"]),
            grid=(width, height),
            kind=Kind(about["kind"]),
            matrix=matrix,
            points=tuple(At(str(name), float(x), float(y)) for name, x, y in about["points"]),
            residuals_mm=tuple(float(v) for v in about["residuals_mm"]),
            parts=tuple(_part_of(part) for part in about["parts"]),
            sizes=tuple((str(name), float(w), float(h)) for name, w, h in about["sizes"]),
            usual_mm=float(about["usual_mm"]),
            nearest_mm=float(about["nearest_mm"]),
            notes=tuple(Message.from_dict(note) for note in about["notes"]),
        )


def _part_values(part: PlacedPart) -> dict[str, Any]:
    """A part as JSON values; without a size of its own as earlier versions wrote it."""
    values = asdict(part) | {"side": part.side.value}
    size = values.pop("size")
    return values if size is None else values | {"size": list(size)}


def _part_of(values: Mapping[str, Any]) -> PlacedPart:
    size = values.get("size")
    given = {"side": Side(values["side"]), "size": None if size is None else (float(size[0]), float(size[1]))}
    return PlacedPart(**(dict(values) | given))


def record_of(
    laid: LaidOn,
    *,
    file_sha256: str,
    grid: tuple[int, int],
    sizes: Mapping[str, tuple[float, float]],
    usual_mm: float = USUAL_SIZE_MM,
    nearest_mm: float = NEAREST_MM,
) -> PlacementRecord:
    """The record of a placement that was laid on.

    Args:
        laid: The placement with its transform to pixels of the working grid.
        file_sha256: Hash of the placement file.
        grid: (width, height) of the working grid.
        sizes: Package → width and height in millimetres, as given.
        usual_mm: Side of the square for unknown packages.
        nearest_mm: Largest distance of a region from the part that it is named by.
    """
    placement = laid.placement
    return PlacementRecord(
        file=placement.name,
        file_sha256=file_sha256,
        form=placement.form,
        unit=placement.unit.value,
        side=laid.side,
        grid=grid,
        kind=laid.transform.kind,
        matrix=tuple(round(float(v), 9) for v in laid.transform.matrix.ravel()),
        points=laid.points,
        residuals_mm=tuple(round(r, 6) for r in laid.residuals_mm),
        parts=placement.parts,
        sizes=tuple(sorted((name, float(w), float(h)) for name, (w, h) in sizes.items())),
        usual_mm=usual_mm,
        nearest_mm=nearest_mm,
        notes=(*placement.notes, *laid.notes),
    )


class BoardParts:
    """The parts of a product on its working grid, to name regions by."""

    def __init__(self, record: PlacementRecord) -> None:
        self._grid = record.grid
        self._laid = tuple(one for one in record.laid() if not one.part.fiducial)
        self._nearest = record.nearest_mm * record.transform.px_per_mm
        self._joints = record.joints()

    @property
    def laid(self) -> tuple[LaidPart, ...]:
        """The parts on the picture, without fiducials."""
        return self._laid

    @property
    def grid(self) -> tuple[int, int]:
        """(width, height) of the working grid."""
        return self._grid

    def at(self, region: Box, grid: tuple[int, int]) -> PlacedPart | None:
        """The part of a region in pixels of a working grid; None without one, or on another grid."""
        if grid != self._grid:
            return None
        found = part_at(region, self._laid, self._nearest)
        return None if found is None else found.part

    def certain(self, region: Box, grid: tuple[int, int]) -> bool:
        """True if a region overlaps one part and no other, so that what is found in it is found on that part."""
        return grid == self._grid and len(overlapped(region, self._laid)) == 1

    def explained(self, region: Region, grid: tuple[int, int]) -> tuple[Reason, ...]:
        """The reasons of a region with the names of the parts and the joints that they are about.

        A reason of a known area gets the name of the joint or of the only part there; others get one where the region
        lies on that part alone.
        """
        if grid != self._grid:
            return region.reasons
        return tuple(reason if reason.ref_des else self._explained(reason, region.box) for reason in region.reasons)

    def _explained(self, reason: Reason, region: Box) -> Reason:
        joint = None if reason.box is None else joint_at(reason.box, self._joints, whole=reason.area == "whole")
        if joint is not None:
            return reason.on_part(joint.ref_des, joint.number)
        touched = overlapped(reason.box or region, self._laid)
        return reason.on_part(touched[0].part.ref_des) if len(touched) == 1 else reason

    def around(self, ref_des: str) -> Box | None:
        """A box that every region on a part shares a pixel with; None if there is no such part."""
        laid = next((one for one in self._laid if one.part.ref_des == ref_des), None)
        if laid is None:
            return None
        box, room = laid.box, int(np.ceil(self._nearest)) + 1
        return Box(box.x0 - room, box.y0 - room, box.x1 + room, box.y1 + room)
