"""Fakes and sample records for tests of this project and of projects that use the engine."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.demo_line import DemoLine
from vqganodip.errors import StoreError
from vqganodip.files import sha256_of
from vqganodip.inspection.inspector import Inspected
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.records import Candidate, Inspection, Label, ModelName, Panels, Region, Verdict, Weighting
from vqganodip.review.accounts import Person
from vqganodip.review.gate_log import GateChange, falls_back, gate_in_force
from vqganodip.review.judged_meanwhile import judged_meanwhile
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, QueueFilter, QueueOrder, ReviewItem
from vqganodip.review.model_names import ModelNames, Renaming
from vqganodip.review.threshold_log import Application, Applied, ThresholdChange
from vqganodip.scoring.verdict import decide
from vqganodip.store.hash_chain import seal, seal_change
from vqganodip.store.serialization import board_hash, findings_text, head_text, storable
from vqganodip.types import Box, FloatArray

__all__ = [
    "SAMPLE_TIME",
    "InMemoryRepository",
    "LabelledScores",
    "PlannedInspector",
    "TickingClock",
    "sample_inspection",
    "sample_judgment",
    "sample_panels",
]

SAMPLE_TIME: Final = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LabelledScores:
    """Calibration scores, given as the scores of good and of defective boards."""

    normal: tuple[float, ...]
    defective: tuple[float, ...]
    bundle_sha256: str = "bundle"
    data_sha256: str = "data"
    tolerance: float = 0.0

    @property
    def scores(self) -> FloatArray:
        """float64 N, the good boards first."""
        return np.array(self.normal + self.defective, np.float64)

    @property
    def labels(self) -> NDArray[np.int64]:
        """int64 N, 1 for defective."""
        return np.array([0] * len(self.normal) + [1] * len(self.defective), np.int64)


class TickingClock:
    """A clock that advances by a fixed step at each reading."""

    def __init__(self, start: datetime = SAMPLE_TIME, step_s: float = 1.0) -> None:
        self.now = start
        self.step_s = step_s

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=self.step_s)
        return self.now


def sample_inspection(
    number: int = 1, *, score: float = 0.83, threshold: float = 0.5, regions: int = 2, name: str = ""
) -> Inspection:
    """A sample inspection; each ``number`` is another image.

    Args:
        number: Number of the image, which determines its hash and file name.
        score: Its score; flagged if it reaches the threshold.
        threshold: The threshold.
        regions: Number of regions, each of two overlapping candidates.
        name: File name without extension; ``SN 10001`` and so on if empty.
    """
    boxes = [Box(40 + 60 * i, 30 + 40 * i, 72 + 60 * i, 62 + 40 * i) for i in range(regions)]
    distances = [84.1 / (i + 1) for i in range(regions)]
    return Inspection(
        image=Path("boards") / f"{name or f'SN {10_000 + number}'}.png",
        sha256=hashlib.sha256(f"image {number}".encode()).hexdigest(),
        bundle_sha256=hashlib.sha256(b"bundle").hexdigest(),
        inspected_at=SAMPLE_TIME + timedelta(seconds=8 * number),
        score=score,
        threshold=threshold,
        verdict=decide(score, threshold),
        grid=(512, 384),
        transform=(2.0, 0.0, 1.5, 0.0, 2.0, -3.25),
        registration_residual=0.012,
        mm_per_px=0.1,
        candidates=tuple(
            Candidate(box, value) for pair in zip(boxes, distances, strict=True) for box, value in _two(*pair)
        ),
        regions=tuple(Region(b.union(_two(b, d)[1][0]), d, 1.5 * d, 2) for b, d in zip(boxes, distances, strict=True)),
        stage_s={"read": 0.02, "register": 0.11, "reconstruct": 0.9},
        warnings=(),
    )


def sample_judgment(item_id: int, kind: JudgmentKind = JudgmentKind.OK, corrects: int | None = None) -> Judgment:
    """A sample judgment, as a session would append it."""
    return Judgment(
        item_id=item_id,
        kind=kind,
        operator="M. L.",
        station="line 1",
        judged_at=SAMPLE_TIME,
        review_s=1.9,
        defect_code="Short" if kind is JudgmentKind.NG else "",
        corrects=corrects,
        app_version="0.1.0",
    )


def sample_panels(width: int = 96, height: int = 64, *, weightings: Sequence[Weighting] = (Weighting.RAW,)) -> Panels:
    """Sample panels with a drawn board: tracks, pads, some noise; the reconstruction lacks one pad."""
    generator = np.random.default_rng(5)
    board = np.full((height, width, 3), (24, 92, 60), np.uint8)
    board[:: max(height // 12, 4), :] = (188, 140, 60)
    board[:, :: max(width // 10, 4)] = (60, 120, 88)
    board = np.clip(board + generator.normal(0, 3, board.shape), 0, 255).astype(np.uint8)
    reconstruction = board.copy()
    reconstruction[height // 4 : height // 3, width // 4 : width // 3] = (200, 200, 205)
    difference = np.abs(board.astype(np.float32) - reconstruction).mean(axis=2) / np.float32(255)
    return Panels(board, reconstruction, {weighting: difference.astype(np.float32) for weighting in weightings})


class PlannedInspector:
    """Inspector of a demo line that knows the defective boards by their serial numbers.

    Attributes:
        inspected: The inspected images, in order.
    """

    bundle_sha256 = hashlib.sha256(b"bundle").hexdigest()

    def __init__(self, line: DemoLine) -> None:
        self._labels = {board.serial: board.label for board in line.boards()}
        self.inspected: list[Path] = []

    def inspect(self, path: Path) -> Iterator[Inspected]:
        """Return a sample inspection of the board immediately."""
        self.inspected.append(path)
        score = 0.8 if self._labels[path.stem] is Label.DEFECTIVE else 0.2
        sha256 = sha256_of(path)
        found = sample_inspection(score=score, regions=2 if score > 0.5 else 0, name=path.stem)
        yield Inspected(replace(found, image=path, sha256=sha256), sample_panels())


class InMemoryRepository:
    """In-memory repository with the same rules as the database."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._items: list[ReviewItem] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._judgments: list[Judgment] = []
        self._settings: dict[str, str] = {}
        self.changed_by: dict[str, str] = {}
        """Operator by name of what was changed last: a setting, a person, a bundle."""
        self._people: dict[str, Person] = {}
        self._changes: list[ThresholdChange] = []
        self._applications: list[Application] = []
        self._given: dict[str, ModelName] = {}
        self._placements: dict[str, PlacementRecord | None] = {}
        self._sensitivities: dict[str, SensitivityRecord] = {}
        self._renamings: list[Renaming] = []
        self._gates: list[GateChange] = []

    def add_inspection(self, inspection: Inspection, serial: str) -> ReviewItem:
        with self._lock:
            key = (inspection.sha256, inspection.bundle_sha256)
            head_text(inspection), findings_text(inspection)  # raises the errors of the database
            if key not in self._numbers:
                self._items.append(ReviewItem(len(self._items) + 1, storable(serial), inspection))
                self._numbers[key] = len(self._items)
            return self.item(self._numbers[key])

    def item(self, item_id: int) -> ReviewItem:
        with self._lock:
            if not 1 <= item_id <= len(self._items):
                raise StoreError(
                    "fake-board-unknown",
                    "there is no board number {number}",
                    todo="Load the queue again.",
                    number=item_id,
                )
            return self._items[item_id - 1]

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]:
        with self._lock:
            return [self.item(number) for number in sorted(set(item_ids)) if 1 <= number <= len(self._items)]

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]:
        return self._queue(wanted)[offset : offset + limit]

    def operators(self) -> Sequence[str]:
        with self._lock:
            return sorted({j.operator for j in self._judgments if j.purpose is Purpose.REVIEW})

    def used_codes(self) -> Sequence[tuple[str, int]]:
        with self._lock:
            codes = Counter(item.judgment.defect_code for item in self._items if item.judgment is not None)
        return sorted(((code, n) for code, n in codes.items() if code), key=lambda pair: (-pair[1], pair[0]))

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]:
        return [item.item_id for item in self._queue(wanted)]

    def scores(self, bundle_sha256: str) -> Sequence[float]:
        with self._lock:
            inspections = [item.inspection for item in self._items]
        return [found.score for found in inspections if found.bundle_sha256 == bundle_sha256]

    def count(self, wanted: QueueFilter) -> int:
        return len(self._queue(wanted))

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool = False) -> int | None:
        here = _place(self.item(item_id), wanted.order)
        part = [(_place(item, wanted.order), item.item_id) for item in self._queue(wanted)]
        beyond = [number for place, number in part if (place < here if backwards else place > here)]
        return None if not beyond else beyond[-1 if backwards else 0]

    def knows(self, sha256: str, bundle_sha256: str) -> bool:
        with self._lock:
            return (sha256, bundle_sha256) in self._numbers

    def known_board(self, sha256: str, bundle_sha256: str) -> ReviewItem | None:
        with self._lock:
            number = self._numbers.get((sha256, bundle_sha256))
            return None if number is None else self._items[number - 1]

    def image_of(self, inspection: Inspection) -> Path | None:
        return inspection.image if sha256_of(inspection.image, unreadable="") == inspection.sha256 else None

    def add_judgment(self, judgment: Judgment) -> Judgment:
        with self._lock:
            item = self.item(judgment.item_id)
            again = next((j for j in self._judgments if judgment.client_id and j.client_id == judgment.client_id), None)
            if again is not None:
                return again
            blind = judgment.purpose is not Purpose.REVIEW
            line = [
                j.record_id
                for j in self._judgments
                if (j.item_id, j.purpose) == (item.item_id, judgment.purpose)
                and (not blind or j.operator == storable(judgment.operator))
            ]
            newest = max(line, default=None)
            if judgment.corrects != newest and not (blind and judgment.corrects is None):
                known = None if newest is None else self._judgments[newest - 1]
                raise judged_meanwhile(item.serial, judgment.corrects, known)
            machine = board_hash(item.serial, head_text(item.inspection), findings_text(item.inspection))
            previous = self._judgments[-1].row_hash if self._judgments else ""
            stored = seal(judgment, record_id=len(self._judgments) + 1, board_hash=machine, prev_hash=previous)
            self._judgments.append(stored)
            if not blind:
                self._items[item.item_id - 1] = item.judged(stored)
            gate = item.inspection.gate
            back = falls_back(gate_in_force(self.gate_changes(item.inspection.bundle_sha256)), gate, stored)
            if back is not None:
                self.add_gate_change(back)
            return stored

    def judgments(self, item_id: int | None = None, after: int = 0) -> Iterator[Judgment]:
        with self._lock:
            return iter([j for j in self._judgments[after:] if item_id in (None, j.item_id)])

    def last_judgments(self, limit: int) -> Sequence[Judgment]:
        with self._lock:
            return self._judgments[::-1][:limit]

    def get_setting(self, name: str) -> str | None:
        with self._lock:
            return self._settings.get(name)

    def put_setting(self, name: str, value: str, operator: str = "") -> None:
        with self._lock:
            self._settings[name] = value
            self.changed_by[name] = operator

    def people(self) -> Sequence[Person]:
        with self._lock:
            return [self._people[name] for name in sorted(self._people)]

    def put_person(self, person: Person, operator: str = "") -> None:
        with self._lock:
            self._people[person.name] = person
            self.changed_by[person.name] = operator

    def use_model(self, bundle_sha256: str, operator: str = "", name: ModelName | None = None) -> None:
        with self._lock:
            self.changed_by[bundle_sha256] = operator
            if name is not None:
                self._given[bundle_sha256] = name

    def model_names(self) -> ModelNames:
        with self._lock:
            return ModelNames(dict(self._given), tuple(self._renamings))

    def placement(self, bundle_sha256: str) -> PlacementRecord | None:
        with self._lock:
            return self._placements.get(bundle_sha256)

    def placed_models(self) -> frozenset[str]:
        with self._lock:
            return frozenset(self._placements)

    def put_placement(self, bundle_sha256: str, record: PlacementRecord | None, operator: str = "") -> None:
        with self._lock:
            self._placements[bundle_sha256] = record
            self.changed_by[bundle_sha256] = operator

    def sensitivity(self, bundle_sha256: str) -> SensitivityRecord | None:
        with self._lock:
            return self._sensitivities.get(bundle_sha256)

    def put_sensitivity(self, bundle_sha256: str, record: SensitivityRecord, operator: str = "") -> None:
        with self._lock:
            self._sensitivities[bundle_sha256] = record
            self.changed_by[bundle_sha256] = operator

    def put_product_name(self, before: str, after: str, operator: str = "") -> None:
        with self._lock:
            self._renamings.append(Renaming(before, after, operator, SAMPLE_TIME.isoformat()))

    def threshold_changes(self) -> Sequence[ThresholdChange]:
        with self._lock:
            return list(self._changes)

    def add_threshold_change(self, change: ThresholdChange) -> ThresholdChange:
        with self._lock:
            before = self._changes[-1].row_hash if self._changes else ""
            self._changes.append(seal_change(change, record_id=len(self._changes) + 1, prev_hash=before))
            return self._changes[-1]

    def waiting_for_threshold(self, change: ThresholdChange) -> Applied:
        with self._lock:
            pairs = list(self._waiting(change))
        flags = [(a.inspection.verdict is Verdict.REVIEW, b.inspection.verdict is Verdict.REVIEW) for a, b in pairs]
        return Applied(len(flags), sum(a and not b for a, b in flags), sum(b and not a for a, b in flags))

    def apply_threshold(self, change: ThresholdChange, operator: str) -> Applied:
        counted = self.waiting_for_threshold(change)
        with self._lock:
            given = [after for _, after in self._waiting(change)]
            for after in given:
                self._items[after.item_id - 1] = after
                self.changed_by[change.bundle_sha256] = operator
            if given:
                flagged = sum(item.inspection.verdict is Verdict.REVIEW for item in given)
                self._applications.append(
                    Application(
                        change=change.record_id,
                        bundle_sha256=change.bundle_sha256,
                        thresholds=change.thresholds,
                        flagged=flagged,
                        passed=len(given) - flagged,
                        operator=operator,
                        applied_at=SAMPLE_TIME,
                    )
                )
        return counted

    def threshold_applications(self) -> Sequence[Application]:
        with self._lock:
            return list(self._applications)

    def gate_changes(self, bundle_sha256: str) -> Sequence[GateChange]:
        with self._lock:
            return [change for change in self._gates if change.bundle_sha256 == bundle_sha256]

    def add_gate_change(self, change: GateChange) -> GateChange:
        with self._lock:
            moment = SAMPLE_TIME.isoformat(timespec="microseconds")
            self._gates.append(replace(change, record_id=len(self._gates) + 1, changed_at=moment))
            return self._gates[-1]

    def cleared_boards(self, bundle_sha256: str) -> Sequence[int]:
        with self._lock:
            found = [item for item in self._items if item.inspection.cleared_by]
        return [item.item_id for item in found if item.inspection.bundle_sha256 == bundle_sha256]

    def _waiting(self, change: ThresholdChange) -> Iterator[tuple[ReviewItem, ReviewItem]]:
        for item in self._items:
            after = replace(item, inspection=change.thresholds.apply(item.inspection))
            if item.judgment is None and item.inspection.bundle_sha256 == change.bundle_sha256 and after != item:
                yield item, after

    def close(self) -> None:
        """Do nothing: there is nothing to release."""

    def _queue(self, wanted: QueueFilter) -> list[ReviewItem]:
        with self._lock:
            storably = replace(wanted, search=storable(wanted.search))
            part = [item for item in self._items if storably.takes(item)]
        return sorted(part, key=lambda item: _place(item, wanted.order))


def _two(box: Box, distance: float) -> tuple[tuple[Box, float], tuple[Box, float]]:
    return (box, distance), (Box(box.x0 + 8, box.y0, box.x1 + 8, box.y1), distance / 2)


def _place(item: ReviewItem, order: QueueOrder) -> tuple[float, ...]:
    if order is QueueOrder.ARRIVAL:
        return (item.item_id,)
    flagged = item.inspection.verdict is Verdict.REVIEW
    return (0.0 if flagged else 1.0, -item.inspection.score, item.item_id)
