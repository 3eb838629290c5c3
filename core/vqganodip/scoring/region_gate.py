"""Gate: a forest that tells rejected regions from defects, with a guard around every confirmed defect.

A region is cleared if few trees take it for a defect, and if it is not near a confirmed defect, in place or in looks. A
board is cleared if all its regions are. The gate is no metric: the score of a board does not depend on it.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ScoringError
from vqganodip.records import RegionDescriptors, RegionOpinion
from vqganodip.statistics import miss_rate_upper_bound
from vqganodip.types import FloatArray, Map

__all__ = ["LEAST_DEFECTS", "NEAR_PX", "Forest", "GateReport", "Looks", "RegionGate", "Known"]

LEAST_DEFECTS: Final = 20
"""Confirmed defects that a gate must have been judged on before it may filter."""

NEAR_PX: Final = 8.0
"""Distance in pixels of the working grid within which a region is at the place of another."""

_VERSION: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Decision trees as arrays, one tree after the other.

    Attributes:
        roots: int32 T, number of the first node of each tree.
        feature: int32 M, descriptor that a node compares; -1 for a leaf.
        limit: float64 M, values up to it go left.
        left: int32 M, node to the left.
        right: int32 M, node to the right.
        share: float32 M, weighted share of defects in the node.
    """

    roots: NDArray[np.int32] = field(repr=False)
    feature: NDArray[np.int32] = field(repr=False)
    limit: FloatArray = field(repr=False)
    left: NDArray[np.int32] = field(repr=False)
    right: NDArray[np.int32] = field(repr=False)
    share: Map = field(repr=False)

    def shares(self, values: Map) -> Map:
        """Opinion of each tree on each region, float32 T×N in [0, 1].

        Args:
            values: float32 N×D.
        """
        at = np.repeat(self.roots[:, None], len(values), axis=1)
        rows = np.arange(len(values))[None, :]
        while (inner := self.feature[at] >= 0).any():
            compared = values[rows, np.maximum(self.feature[at], 0)].astype(np.float64)
            beyond = np.where(compared <= self.limit[at], self.left[at], self.right[at])
            at = np.where(inner, beyond, at)
        return self.share[at]


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """The measure by which regions look alike: descriptors in units of their spread, weighted by what they tell.

    Attributes:
        centre: float32 D, median over rejected regions.
        weight: float32 D, weight divided by spread; 0 for place and rank.
        usual: Usual distance of a rejected region to the most similar one of another board; regions within it look
            alike.
    """

    centre: Map = field(repr=False)
    weight: Map = field(repr=False)
    usual: float

    def of(self, values: Map) -> Map:
        """Position of regions, float32 N×D, in which distance is difference in looks."""
        limited = np.clip((values - self.centre) * self.weight, -30.0, 30.0)
        return np.asarray(limited, np.float32)


def distances(some: Map, others: Map) -> Map:
    """Distances between positions, float32 N×M."""
    squares = (some**2).sum(axis=1)[:, None] + (others**2).sum(axis=1)[None, :] - 2 * some @ others.T
    return np.asarray(np.sqrt(np.maximum(squares, 0.0)), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Regions that a gate compares with: confirmed defects, or rejected regions.

    Attributes:
        looks: float32 N×D, by :class:`Looks`.
        places: float32 N×4, x0 y0 x1 y1 of the place in pixels of the working grid: a point, or a drawn box.
        boards: int32 N, number of the board of each.
    """

    looks: Map = field(repr=False)
    places: Map = field(repr=False)
    boards: NDArray[np.int32] = field(repr=False)

    def at(self, x: float, y: float) -> NDArray[np.bool_]:
        """Those at the place of a point, bool N."""
        dx = np.maximum(np.maximum(self.places[:, 0] - x, x - self.places[:, 2]), 0)
        dy = np.maximum(np.maximum(self.places[:, 1] - y, y - self.places[:, 3]), 0)
        return np.asarray(np.hypot(dx, dy) <= NEAR_PX)


@dataclass(frozen=True, slots=True)
class GateReport:
    """Counts of a gate on boards that it had not learned from.

    Attributes:
        defects: Flagged boards with confirmed defects.
        cleared: Those of them whose confirmed defects were all cleared.
        looks: Boards confirmed good that the machine flags.
        spared: Those of them that were cleared.
        cleared_without_guard: As ``cleared``, by the trees alone.
        spared_without_guard: As ``spared``, by the trees alone.
        good: Boards confirmed good, flagged or not.
        normal: Further normal boards whose regions were learned.
        synthetic: Boards with synthetic anomalies whose regions were learned.
        regions: Rejected regions that were learned.
        unflagged: Boards with confirmed defects below the threshold, which were learned and judge nothing.
        from_score: Threshold for which the gate was learned or compared, in [0, 1]: boards with a lower score judge
            nothing, and the gate clears no region on them. 0 in reports of earlier versions.
    """

    defects: int
    cleared: int
    looks: int
    spared: int
    cleared_without_guard: int = 0
    spared_without_guard: int = 0
    good: int = 0
    normal: int = 0
    synthetic: int = 0
    regions: int = 0
    unflagged: int = 0
    from_score: float = 0.0

    @property
    def may_filter(self) -> bool:
        """True if enough defects are known and none of them was cleared."""
        return self.defects >= LEAST_DEFECTS and self.cleared == 0

    @property
    def bound(self) -> float:
        """Highest rate of cleared defects that agrees with these counts at 95 % confidence; 1 without a defect."""
        return miss_rate_upper_bound(self.cleared, self.defects) if self.defects else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class RegionGate:
    """A learned gate.

    Attributes:
        bundle_sha256: Hash of the model whose regions it knows.
        format: Hash of the names of the descriptors.
        forest: The trees.
        limit: Regions with a share of trees at or above it are not cleared.
        measure: How regions look alike.
        defects: Confirmed defects.
        rejected: Rejected regions, for the reasons of what is cleared.
        report: What it did on boards that it had not learned from.
        seen: bool T×G, the groups of boards that each tree has learned from.
        serials: Hash of the serial number of each group; empty for synthetic ones.
        labels_sha256: Hash of the labels that it was learned from.
        learned_at: When it was learned, ISO 8601 in UTC.
    """

    bundle_sha256: str
    format: str
    forest: Forest = field(repr=False)
    limit: float
    measure: Looks = field(repr=False)
    defects: Known = field(repr=False)
    rejected: Known = field(repr=False)
    report: GateReport
    seen: NDArray[np.bool_] = field(repr=False)
    serials: tuple[str, ...] = field(repr=False)
    labels_sha256: str
    learned_at: str

    def opinions(self, found: RegionDescriptors, shown: int, score: float) -> tuple[RegionOpinion, ...]:
        """Opinions on the regions of a board, in their order.

        Args:
            found: Descriptors of the format that the gate knows.
            shown: Number of regions, from the first on, that stand out from normal boards. Regions behind them look
                like those of normal boards; the guard does not ask where they are.
            score: Composite score of the board, in [0, 1].

        Raises:
            ScoringError: The descriptors are of another format.
        """
        if found.format != self.format:
            raise ScoringError(
                "gate-other-descriptors",
                "the regions were described by another version of the program",
                todo="Learn a new gate.",
            )
        if not len(found.values):
            return ()
        shares = self.forest.shares(found.values).mean(axis=0)
        looks = self.measure.of(found.values)
        to_defects, to_rejected = distances(looks, self.defects.looks), distances(looks, self.rejected.looks)
        opinions = []
        for row, (x, y) in enumerate(found.values[:, :2].tolist()):
            near = ""
            if row < shown:
                alike_defect = bool((to_defects[row] < self.measure.usual).any())
                near = "place" if self.defects.at(x, y).any() else "looks" if alike_defect else ""
            share = float(shares[row])
            alike = to_rejected[row] < self.measure.usual
            here = alike & self.rejected.at(x, y)
            opinions.append(
                RegionOpinion(
                    share=round(share, 4),
                    cleared=share < self.limit and not near and score >= self.report.from_score,
                    near=near if share < self.limit else "",
                    distance=round(float(to_defects[row].min(initial=np.inf)) / self.measure.usual, 2),
                    alike=len(set(self.rejected.boards[alike].tolist())),
                    alike_here=len(set(self.rejected.boards[here].tolist())),
                )
            )
        return tuple(opinions)

    def dumps(self) -> bytes:
        """The gate as an npz file without pickles."""
        values = {"report": asdict(self.report)} | {name: getattr(self, name) for name in _VALUES}
        arrays: dict[str, NDArray[Any]] = {
            "about": np.frombuffer(json.dumps(values | {"version": _VERSION}, sort_keys=True).encode("ascii"), np.uint8)
        }
        for part, names in _ARRAYS.items():
            for name in names:
                arrays[f"{part}.{name}"] = np.asarray(getattr(getattr(self, part), name))
        arrays["seen"] = np.packbits(self.seen, axis=1)
        packed = io.BytesIO()
        np.savez_compressed(packed, **arrays)  # type: ignore[arg-type]
        return packed.getvalue()

    @classmethod
    def loads(cls, data: bytes) -> RegionGate:
        """Read a gate; ScoringError if the file is damaged or of a newer version."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as stored:
                arrays: Mapping[str, NDArray[Any]] = {name: stored[name] for name in stored.files}
            about = json.loads(arrays["about"].tobytes())
            version = int(about.pop("version"))
            report = GateReport(**about.pop("report")) if 1 <= version <= _VERSION else None
            about["serials"] = tuple(about["serials"])
            seen = np.unpackbits(arrays["seen"], axis=1, count=len(about["serials"])).astype(bool)
            parts = {part: {name: arrays[f"{part}.{name}"] for name in names} for part, names in _ARRAYS.items()}
        except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
            raise ScoringError(
                "gate-unreadable", "the gate cannot be read ({error})", todo="Learn it again.", error=str(error)
            ) from error
        if report is None:
            raise ScoringError("gate-newer", "the gate is of another version of the program", todo="Learn it again.")
        measure = Looks(parts["measure"]["centre"], parts["measure"]["weight"], float(parts["measure"]["usual"]))
        known = (Known(**parts["defects"]), Known(**parts["rejected"]))
        return cls(
            forest=Forest(**parts["forest"]),
            measure=measure,
            defects=known[0],
            rejected=known[1],
            report=report,
            seen=seen,
            **about,
        )


def gate_hash(data: bytes) -> str:
    """Identity of a gate: the sha256 of its file."""
    return hashlib.sha256(data).hexdigest()


def serial_hash(serial: str) -> str:
    """Short hash of a serial number, by which a gate knows whether it has learned from a board."""
    return hashlib.sha256(serial.encode("utf-8", "surrogatepass")).hexdigest()[:16]


_VALUES: Final = ("bundle_sha256", "format", "limit", "serials", "labels_sha256", "learned_at")

_ARRAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "forest": ("roots", "feature", "limit", "left", "right", "share"),
    "measure": ("centre", "weight", "usual"),
    "defects": ("looks", "places", "boards"),
    "rejected": ("looks", "places", "boards"),
}
