"""Learning of a gate from the judgments of a workspace, normal boards, and synthetic anomalies.

Descriptors come from the panels of the boards. Boards of earlier versions have none: their pictures are measured again,
if they are still the ones that were inspected.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np

from vqganodip.bundles.archive import Bundle, open_bundle
from vqganodip.datasets.layouts import load_dataset
from vqganodip.detection.components import find_components
from vqganodip.detection.region_descriptors import DESCRIPTOR_FORMAT, DESCRIPTORS, PLACE
from vqganodip.errors import ImageError, Message, ReviewError, StoreError, message
from vqganodip.files import sha256_of
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.inspection.placed import place
from vqganodip.records import Label, RegionDescriptors
from vqganodip.review.gate_labels import GateLabels, LabelledBoard, gate_labels, same_place
from vqganodip.review.gate_log import gate_in_force
from vqganodip.review.threshold_log import active_change
from vqganodip.scoring.gate_fit import GateBoard, GateStoppedError, fit_gate, judge_gate
from vqganodip.scoring.region_gate import GateReport, RegionGate
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import Workspace
from vqganodip.types import Box, Image

__all__ = ["BoardDescribed", "GateLearned", "FREE_OF_PLACE", "GateNote", "learn_gate", "open_labels", "rows_at"]

SYNTHETIC: Final = 30
"""Default number of normal boards into which an anomaly is drawn."""

_CHANGED: Final = 12
"""Grey levels by which a pixel changes where an anomaly is drawn."""

FREE_OF_PLACE: Final = np.array([name not in (*PLACE, "region.rank") for name in DESCRIPTORS])
"""Descriptors that tell what a region looks like."""


@dataclass(frozen=True, slots=True)
class BoardDescribed:
    """The regions of ``done`` of ``total`` boards are described."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class GateNote:
    """Something that a person should know, such as boards that could not be described."""

    text: Message


@dataclass(frozen=True, slots=True, eq=False)
class GateLearned:
    """Last event: a new gate.

    Attributes:
        gate: The gate.
        before: What the gate in force does on the boards of the new one; None without one.
        after: What the new gate does on them, judged in the same way.
    """

    gate: RegionGate = field(repr=False)
    before: GateReport | None
    after: GateReport


GateEvent = BoardDescribed | GateNote | GateLearned


def open_labels(workspace: Workspace, opened: Bundle) -> GateLabels:
    """The labels of a workspace for a bundle, without boards that its networks learned from.

    Raises:
        StoreError: The workspace cannot be read.
    """
    learned_from = frozenset(opened.read_json("settings").get("images_seen") or ())
    return gate_labels(workspace.repository, opened.sha256, learned_from)


def learn_gate(
    workspace: Workspace,
    bundle: Path,
    *,
    data: Path | None = None,
    synthetic: int = SYNTHETIC,
    seed: int = 0,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[GateEvent]:
    """Learn a gate for the threshold in force. The workspace does not change: the caller stores the gate.

    Args:
        workspace: Workspace whose judgments count.
        bundle: Fitted bundle that inspects there.
        data: Data set whose normal test boards, if the networks have not learned from them, add rejected regions; None
            for none.
        synthetic: Number of good boards into which an anomaly is drawn.
        seed: Seed of the random choices.
        progress: Called after every tree with the number of trees done and of all.
        stop: Called between boards and trees; returns True to stop.

    Raises:
        ReviewError: The product is in free position.
        ScoringError: Too few boards with labels; the message says how many.
        GateStoppedError: ``stop`` returned True.
        StoreError: The workspace cannot be read.
        BundleError, DatasetError: Bundle or data set cannot be read.
    """
    opened = open_bundle(bundle)
    if "reference" not in opened:
        raise ReviewError(
            "gate-free-position",
            "this product lies in free position: places of its boards do not compare",
            where=bundle,
            todo="A gate needs a product in fixed position.",
        )
    labels = open_labels(workspace, opened)
    change = active_change(workspace.repository.threshold_changes(), opened.sha256)
    from_score = float(opened.read_json("threshold")["threshold"]) if change is None else change.value
    source = _Source(workspace, bundle)
    learned_from = frozenset(opened.read_json("settings").get("images_seen") or ())
    normal = (
        [] if data is None else [i.path for i in load_dataset(data, to_train=False).test if i.label is Label.NORMAL]
    )
    good = [board for board in labels.boards if not board.defective]
    drawn = min(synthetic, len(good) + len(normal))
    total, done = len(labels.boards) + len(normal) + drawn, 0
    boards: list[GateBoard] = []
    missing = 0

    def next_board() -> BoardDescribed:
        nonlocal done
        if stop():
            raise GateStoppedError("gate-stopped", "learning the gate was stopped", todo="Nothing has changed.")
        done += 1
        return BoardDescribed(done, total)

    for label in labels.boards:
        yield next_board()
        board = source.labelled(label)
        missing += board is None
        boards += [] if board is None else [board]
    if missing:
        yield GateNote(
            message(
                "gate-boards-without-picture",
                "{count:board|boards} left out: without descriptors, and the picture is gone or was changed",
                count=missing,
            )
        )
    known = {label.sha256 for label in labels.boards} | learned_from
    pictures: list[Path] = []
    for path in normal:
        yield next_board()
        if sha256_of(path, unreadable="") in known:
            continue
        try:
            boards.append(source.normal(path))
        except ImageError as error:
            yield GateNote(message("gate-picture-left-out", "left out: {error}", error=str(error)))
            continue
        pictures.append(path)
    confirmed = (workspace.repository.item(board.item_id).inspection for board in good)
    pictures += [path for path in map(workspace.repository.image_of, confirmed) if path is not None]
    rng = np.random.default_rng(seed)
    for number in range(drawn):
        yield next_board()
        board = source.with_anomaly(pictures[number % len(pictures)], number, rng) if pictures else None
        boards += [] if board is None else [board]
    gate = fit_gate(
        boards,
        bundle_sha256=opened.sha256,
        format=DESCRIPTOR_FORMAT,
        free_of_place=FREE_OF_PLACE,
        from_score=from_score,
        labels_sha256=_labels_hash(labels),
        learned_at=datetime.now(UTC).isoformat(timespec="seconds"),
        seed=seed,
        progress=progress,
        stop=stop,
    )
    in_force = gate_in_force(workspace.repository.gate_changes(opened.sha256))
    before: GateReport | None = None
    if in_force is not None:
        try:
            old = RegionGate.loads(workspace.gates.read(in_force.gate))
            before = judge_gate(old, boards, from_score) if old.format == DESCRIPTOR_FORMAT else None
        except StoreError as error:
            yield GateNote(
                message("gate-before-unknown", "the gate in force is not compared: {error}", error=str(error))
            )
    yield GateLearned(gate, before, judge_gate(gate, boards, from_score))


class _Source:
    """Descriptors of boards: from the panels, or measured with the bundle, which is opened when it is needed."""

    def __init__(self, workspace: Workspace, bundle: Path) -> None:
        self._workspace, self._bundle = workspace, bundle
        self._opened: Inspector | None = None

    @property
    def _inspector(self) -> Inspector:
        if self._opened is None:
            self._opened = Inspector.open(self._bundle)
        return self._opened

    def labelled(self, label: LabelledBoard) -> GateBoard | None:
        """A board with its label; None if it has no descriptors and its picture is not the one that was inspected."""
        inspection = self._workspace.repository.item(label.item_id).inspection
        try:
            found = self._workspace.panels.descriptors(panel_key(inspection))
        except StoreError:
            found = None
        if found is None or found.format != DESCRIPTOR_FORMAT:
            image = self._workspace.repository.image_of(inspection)
            if image is None:
                return None
            try:
                found = self._described(self._measured(image))
            except ImageError:
                return None
        on = tuple(rows_at(found, box) for box in label.defects)
        shown = max(len(inspection.shown_regions), 1)
        return GateBoard(label.serial, found.values, shown, on, label.defects, inspection.score)

    def normal(self, path: Path) -> GateBoard:
        """A normal board of a data set; ImageError if it cannot be measured."""
        measured = self._measured(path)
        shown = len(self._inspector.decide(measured).shown_regions)
        return GateBoard(str(path), self._described(measured).values, shown, confirmed=False)

    def with_anomaly(self, path: Path, number: int, rng: np.random.Generator) -> GateBoard | None:
        """A board with an anomaly of a component drawn into it; None if no region lies on it, or it cannot be read."""
        from vqganodip.neural.trainers.component_anomalies import component_anomaly

        model = self._inspector.model
        try:
            placed = place(model, read_image(path))
        except ImageError:
            return None
        components = find_components(model.pixel_statistics.scale)
        if not components:
            return None
        part = components[int(rng.integers(len(components)))]
        changed = component_anomaly(placed.pixels, part, rng, placed.pixels, components)
        box = _changed_box(placed.pixels, changed)
        if box is None:
            return None
        *_, measured = self._inspector.measure_placed(replace(placed, pixels=changed))
        assert isinstance(measured, Measured)
        found = self._described(measured)
        rows = rows_at(found, box)
        if not rows:
            return None
        return GateBoard(f"drawn {number}", found.values, len(rows), (rows,), (box,), synthetic=True)

    def _measured(self, path: Path) -> Measured:
        *_, measured = self._inspector.measure(path)
        assert isinstance(measured, Measured)
        return measured

    def _described(self, measured: Measured) -> RegionDescriptors:
        found = self._inspector.describe(measured)
        assert found is not None
        return found


def rows_at(found: RegionDescriptors, box: Box) -> tuple[int, ...]:
    """Rows of the regions on a defect: those whose highest pixel lies in its box, or that share half of the smaller."""
    rows = []
    for row, ((x, y), sides) in enumerate(zip(found.values[:, :2].tolist(), found.boxes.tolist(), strict=True)):
        if (box.x0 <= x < box.x1 and box.y0 <= y < box.y1) or same_place(Box(*sides), box):
            rows.append(row)
    return tuple(rows)


def _changed_box(before: Image, after: Image) -> Box | None:
    """The box of the pixels that an anomaly changed; None if it changed none visibly."""
    changed = np.abs(after.astype(np.int16) - before).max(axis=2) >= _CHANGED
    ys, xs = np.nonzero(changed)
    return Box(int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1) if len(xs) else None


def _labels_hash(labels: GateLabels) -> str:
    text = "\n".join(f"{b.item_id} {b.sha256} {b.records} {b.defects}" for b in labels.boards)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
