"""Boards of a workspace with descriptors and judgments, to learn a gate from and to inspect with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
from numpy.random import Generator

from vqganodip.detection.region_descriptors import DESCRIPTOR_FORMAT, DESCRIPTORS
from vqganodip.files import sha256_of
from vqganodip.inspection.inspector import Inspected
from vqganodip.records import Inspection, Panels, Region, RegionDescriptors
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RegionJudgment, ReviewItem
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import Workspace
from vqganodip.testing import SAMPLE_TIME, sample_inspection, sample_judgment, sample_panels
from vqganodip.types import Map

BUNDLE = sample_inspection().bundle_sha256


def region_values(rng: Generator, *, defect: bool, count: int = 3) -> Map:
    """Descriptors of regions; of a defective board the first one is a defect."""
    values = rng.normal(0, 1, (count, len(DESCRIPTORS))).astype(np.float32)
    values[:, :2] = rng.integers(20, 300, (count, 2))
    if defect:
        values[0, 8:40] += 8
    return values.astype(np.float16).astype(np.float32)


def gate_board(
    number: int, *, defect: bool, bundle: str = BUNDLE, seed: int = 0, score: float = 0.8
) -> tuple[Inspection, Panels]:
    """A flagged board with three regions and their descriptors."""
    values = region_values(np.random.default_rng([seed, number]), defect=defect)
    found = sample_inspection(number, score=score, regions=3)
    regions = tuple(
        Region(replace(r.box, x0=int(x) - 8, y0=int(y) - 8, x1=int(x) + 8, y1=int(y) + 8), r.distance_max, 1.0, 2)
        for r, (x, y) in zip(found.regions, values[:, :2], strict=True)
    )
    boxes = np.array([[r.box.x0, r.box.y0, r.box.x1, r.box.y1] for r in regions], np.int32)
    descriptors = RegionDescriptors(DESCRIPTOR_FORMAT, boxes, values)
    inspection = replace(found, bundle_sha256=bundle, regions=regions, candidates=())
    return inspection, replace(sample_panels(), descriptors=descriptors)


def add_board(workspace: Workspace, number: int, *, defect: bool, bundle: str = BUNDLE) -> ReviewItem:
    """Put a board into the queue."""
    inspection, panels = gate_board(number, defect=defect, bundle=bundle)
    workspace.panels.write(panel_key(inspection), panels)
    return workspace.repository.add_inspection(inspection, f"SN {number}")


def judged(
    workspace: Workspace,
    item: ReviewItem,
    kind: JudgmentKind,
    operator: str = "Q",
    role: str = "quality",
    purpose: Purpose = Purpose.REVIEW,
    *,
    regions: tuple[int, ...] = (0,),
) -> Judgment:
    """Judge a board; of an NG board these regions are marked."""
    marked = [RegionJudgment(item.inspection.regions[i].box, JudgmentKind.NG) for i in regions]
    newest = workspace.repository.item(item.item_id).newest_record if purpose is Purpose.REVIEW else None
    return workspace.repository.add_judgment(
        replace(
            sample_judgment(item.item_id, kind, newest),
            operator=operator,
            role=role,
            purpose=purpose,
            regions=tuple(marked) if kind is JudgmentKind.NG else (),
        )
    )


def confirm_boards(workspace: Workspace, *, good: int, bad: int, bundle: str = BUNDLE) -> None:
    """Fill a workspace with boards that quality has confirmed."""
    for number in range(1, good + bad + 1):
        defect = number > good
        item = add_board(workspace, number, defect=defect, bundle=bundle)
        judged(workspace, item, JudgmentKind.NG if defect else JudgmentKind.FALSE_CALL)


class GateInspector:
    """Inspector of pictures whose text is ``good`` or ``bad`` and a number; each is a flagged board.

    Attributes:
        minutes: Minutes between two boards.
    """

    bundle_sha256 = BUNDLE

    def __init__(self, minutes: float = 1.0, score: float = 0.8) -> None:
        self.minutes, self._score, self._count = minutes, score, 0

    def inspect(self, path: Path) -> Iterator[Inspected]:
        kind, number = path.read_text().split()
        found, panels = gate_board(
            int(number), defect=kind == "bad", bundle=self.bundle_sha256, seed=9, score=self._score
        )
        self._count += 1
        moment = SAMPLE_TIME + timedelta(minutes=self.minutes * self._count)
        yield Inspected(replace(found, image=path, sha256=sha256_of(path), inspected_at=moment), panels)


def pictures(folder: Path, *, good: int, bad: int = 0, first: int = 1) -> Path:
    """A folder of pictures for ``GateInspector``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + good + bad):
        kind = "bad" if number >= first + good else "good"
        (folder / f"{number:03d} {kind}.png").write_text(f"{kind} {number}")
    return folder
