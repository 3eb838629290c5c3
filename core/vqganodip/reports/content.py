"""Content of a report page, gathered from a workspace and a bundle before rendering."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from vqganodip import __version__
from vqganodip.bundles.archive import Bundle
from vqganodip.calibration.normal_calibration import NormalCalibration, is_normal_only, read_normal_calibration
from vqganodip.errors import BundleError, ScoringError, StoreError
from vqganodip.placement.record import PlacementRecord
from vqganodip.records import Label, LabelledImage, ModelName, Verdict
from vqganodip.review.judgments import Judgment, JudgmentKind, QueueFilter, QueueOrder, ReviewItem
from vqganodip.review.model_names import ModelNames
from vqganodip.review.part_names import PartNames
from vqganodip.review.shift_statistics import shift_statistics
from vqganodip.scoring.normal_only import NORMAL_ONLY
from vqganodip.scoring.report import report_from_dict
from vqganodip.scoring.report_row import ReportRow
from vqganodip.scoring.threshold import Confusion, confusion
from vqganodip.scoring.verdict import Thresholds
from vqganodip.statistics import auroc

__all__ = ["Calibration", "NotInspected", "PartCounts", "ReportContent", "ReportSource", "ReportedBoard", "gather"]

_BLOCK: Final = 500
_MISSED_PICTURED: Final = 24


class ReportSource(Protocol):
    """The part of a repository that a report uses."""

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]: ...

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]: ...

    def model_names(self) -> ModelNames: ...

    def placement(self, bundle_sha256: str) -> PlacementRecord | None: ...


@dataclass(frozen=True, slots=True)
class NotInspected:
    """An image that could not be inspected, with the reason."""

    image: Path
    what: str


@dataclass(frozen=True, slots=True)
class ReportedBoard:
    """A board of the report, without the candidates of its inspection.

    Attributes:
        item: Inspection and judgment.
        name: Serial number, with folder and file if other boards have the same.
        truth: Ground truth, if known.
    """

    item: ReviewItem
    name: str
    truth: LabelledImage | None = None

    @property
    def flagged(self) -> bool:
        return self.item.inspection.verdict is Verdict.REVIEW

    @property
    def cleared(self) -> bool:
        """True if a gate passed the board although its score flags it."""
        return bool(self.item.inspection.cleared_by)

    @property
    def missed(self) -> bool:
        """True if the board is defective by ground truth and passed."""
        return self.truth is not None and self.truth.label is Label.DEFECTIVE and not self.flagged

    @property
    def judgment(self) -> Judgment | None:
        return self.item.judgment


@dataclass(frozen=True, slots=True)
class PartCounts:
    """Judged boards by part and by package.

    Attributes:
        source: Name of the placement file; empty for parts that were found on the picture.
        by_part: (reference designator, boards with a defect on it, boards with a false call on it), most first; an
            empty name is a region on no part.
        by_package: The same by package.
        unplaced: Number of boards judged NG whose place was not said.
        strongest: Number of a board → part of its strongest region; empty on no part.
    """

    source: str
    by_part: tuple[tuple[str, int, int], ...]
    by_package: tuple[tuple[str, int, int], ...]
    unplaced: int
    strongest: Mapping[int, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Calibration of the bundle.

    Attributes:
        protocol: ``paper`` or ``nested``.
        row: The chosen classifier with the zero-false-negative threshold.
        normal: Leave-one-out scores of normal images.
        defective: Leave-one-out scores of defective images.
        warnings: Warnings of the calibration.
    """

    protocol: str
    row: ReportRow
    normal: tuple[float, ...] = field(repr=False)
    defective: tuple[float, ...] = field(repr=False)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Content of a report page.

    Attributes:
        workspace: Name of the workspace; may be empty.
        model: What the model is called in the workspace; empty when only the hash of its bundle is known.
        bundle_sha256: Hash of the bundle whose inspections are reported.
        thresholds: The thresholds of the newest of these inspections.
        made_at: Time of the report.
        app_version: Version of the program that created it.
        boards: Highest score first.
        others: Number of boards inspected by other bundles, which are not on the page.
        failed: Images that could not be inspected.
        calibration: Calibration of the bundle; None if the bundle is missing or not fitted.
        notes: Notes about the report itself.
        normal_only: Scores of the normal boards on which alone the threshold was set; None if defects were known, or if
            the bundle is missing.
        parts: Judged boards by part; None without a placement in the workspace.
    """

    workspace: str
    model: ModelName
    bundle_sha256: str
    thresholds: Thresholds
    made_at: datetime
    app_version: str
    boards: tuple[ReportedBoard, ...] = field(repr=False)
    others: int = 0
    failed: tuple[NotInspected, ...] = ()
    calibration: Calibration | None = None
    notes: tuple[str, ...] = ()
    normal_only: NormalCalibration | None = None
    parts: PartCounts | None = None

    @property
    def rests_on_normal_boards(self) -> bool:
        """True if the threshold of these inspections was set without known defects."""
        return any(board.item.inspection.threshold_rule == NORMAL_ONLY for board in self.boards)

    @property
    def threshold(self) -> float:
        """Threshold of the newest of these inspections."""
        return self.thresholds.flag_from

    @property
    def held_elsewhere(self) -> int:
        """Number of boards inspected with other thresholds, because they were changed in between."""
        return sum(_thresholds_of(board.item) != self.thresholds for board in self.boards)

    @property
    def flagged(self) -> int:
        """Number of flagged boards."""
        return sum(board.flagged for board in self.boards)

    @property
    def cleared(self) -> int:
        """Number of boards that a gate passed although their score flags them."""
        return sum(board.cleared for board in self.boards)

    @property
    def in_doubt(self) -> int:
        """Number of flagged boards in the doubtful band."""
        return sum(board.flagged and board.item.inspection.doubtful for board in self.boards)

    def known_scores(self) -> tuple[float, ...]:
        """Scores of the boards and of the calibration, which the text of a threshold must not mix up."""
        calibrated = () if self.calibration is None else (*self.calibration.normal, *self.calibration.defective)
        if self.normal_only is not None:
            calibrated = tuple(self.normal_only.scores.tolist())
        return (*(board.item.inspection.score for board in self.boards), *calibrated)

    def judged(self, kind: JudgmentKind | None = None) -> int:
        """Number of judged boards, or of boards with this judgment."""
        found = (board.judgment for board in self.boards)
        return sum(j is not None and (kind is None or j.kind is kind) for j in found)

    @property
    def labelled(self) -> tuple[ReportedBoard, ...]:
        """Boards with ground truth."""
        return tuple(board for board in self.boards if board.truth is not None)

    @property
    def missed(self) -> tuple[ReportedBoard, ...]:
        """Boards that are defective by ground truth and passed."""
        return tuple(board for board in self.boards if board.missed)

    def pictured(self, worst: int) -> tuple[tuple[ReportedBoard, ...], tuple[ReportedBoard, ...]]:
        """Boards shown with panels: those of highest score, and missed defects below them."""
        missed = (board for board in self.boards[max(worst, 0) :] if board.missed)
        return self.boards[: max(worst, 0)], tuple(islice(missed, _MISSED_PICTURED))

    def against_truth(self) -> Confusion | None:
        """Confusion counts of the boards with ground truth, by their verdicts; None if there are none."""
        if not self.labelled or not math.isfinite(self.threshold):
            return None
        labels = _scores_and_labels(self.labelled)[1]
        return confusion([float(board.flagged) for board in self.labelled], labels, 0.5)

    def truth_auroc(self) -> float | None:
        """AUROC of the boards with ground truth; None unless both classes occur."""
        scores, labels = _scores_and_labels(self.labelled)
        return auroc(scores, labels) if 0 < sum(labels) < len(labels) else None


def gather(
    source: ReportSource,
    *,
    made_at: datetime,
    bundle: Bundle | None = None,
    workspace: str = "",
    truth: Sequence[LabelledImage] = (),
    failed: Sequence[NotInspected] = (),
    notes: Sequence[str] = (),
) -> ReportContent:
    """Gather the content of a report on the boards that one bundle inspected.

    Args:
        source: Queue of a workspace.
        made_at: Time of the report, with a time zone.
        bundle: The bundle; None for the bundle of the newest inspection.
        workspace: Name of the workspace, for the heading.
        truth: Images with ground truth; boards find theirs by the path of their image.
        failed: Images that could not be inspected.
        notes: Notes shown before the figures.

    Raises:
        StoreError: No board was inspected, or none by this bundle.
        BundleError: A file of the bundle is missing or altered.
    """
    known = {_place(image.path): image for image in truth}
    everything = list(_items(source))
    if not everything:
        raise StoreError(
            "report-no-board",
            "no board was inspected yet",
            where=workspace,
            todo="Inspect boards, then make the report.",
        )
    newest = max(everything, key=lambda item: (item.inspection.inspected_at, item.item_id))
    sha256 = bundle.sha256 if bundle is not None else newest.inspection.bundle_sha256
    items = [item for item in everything if item.inspection.bundle_sha256 == sha256]
    if not items:
        raise BundleError(
            "report-no-board-of-bundle",
            "no board of the workspace was inspected by this bundle",
            where="" if bundle is None else bundle.folder,
            todo="Inspect the boards with it first, or report without naming a bundle.",
        )
    serials = Counter(item.serial for item in items)
    boards = [
        ReportedBoard(item, _name(item, serials[item.serial]), known.get(_place(item.inspection.image)))
        for item in sorted(items, key=lambda item: (-item.inspection.score, item.item_id))
    ]
    calibration, more = _calibration(bundle)
    names = source.model_names()
    return ReportContent(
        workspace=workspace,
        model=names.of(sha256) if bundle is None else names.in_force(bundle.name),
        bundle_sha256=sha256,
        thresholds=_thresholds_of(max(items, key=lambda item: (item.inspection.inspected_at, item.item_id))),
        made_at=made_at,
        app_version=__version__,
        boards=tuple(boards),
        others=len(everything) - len(items),
        failed=tuple(failed),
        calibration=calibration,
        notes=(*notes, *more),
        normal_only=read_normal_calibration(bundle) if bundle is not None and is_normal_only(bundle) else None,
        parts=_parts(source.placement(sha256), items),
    )


def _parts(record: PlacementRecord | None, items: Sequence[ReviewItem]) -> PartCounts | None:
    if record is None:
        return None
    names = PartNames(_Kept(record))
    figures = shift_statistics(((item.judgment, item) for item in items if item.judgment is not None), names)
    strongest = {}
    for item in items:
        regions = item.inspection.shown_regions
        part = names.at(item.inspection, regions[0].box) if regions else None
        strongest[item.item_id] = "" if part is None else part.ref_des
    return PartCounts(record.file, figures.by_part, figures.by_package, figures.unplaced, strongest)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The placement of the one model of the report."""

    record: PlacementRecord

    def placement(self, bundle_sha256: str) -> PlacementRecord:  # noqa: ARG002
        return self.record


def _thresholds_of(item: ReviewItem) -> Thresholds:
    return Thresholds(item.inspection.threshold, item.inspection.doubtful_until)


def _items(source: ReportSource) -> Iterator[ReviewItem]:
    numbers = source.item_ids(QueueFilter(order=QueueOrder.ARRIVAL))
    for first in range(0, len(numbers), _BLOCK):
        for item in source.whole_items(numbers[first : first + _BLOCK]):
            yield replace(item, inspection=replace(item.inspection, candidates=()))


def _calibration(bundle: Bundle | None) -> tuple[Calibration | None, tuple[str, ...]]:
    if bundle is None or "report" not in bundle:
        return None, ()
    try:
        report = report_from_dict(bundle.read_json("report"))
        row = report.row(report.chosen)
    except (ScoringError, KeyError) as error:
        return None, (f"The calibration report of the bundle cannot be read: {error}",)
    by_label: dict[str, list[float]] = {str(label): [] for label in Label}
    for entry in bundle.read_json("scores")["scores"] if "scores" in bundle else ():
        by_label[str(entry["label"])].append(float(entry["score"]))
    normal, defective = (tuple(by_label[str(label)]) for label in (Label.NORMAL, Label.DEFECTIVE))
    return Calibration(str(report.protocol), row, normal, defective, tuple(map(str, report.warnings))), ()


def _scores_and_labels(boards: Sequence[ReportedBoard]) -> tuple[list[float], list[int]]:
    scores = [board.item.inspection.score for board in boards]
    return scores, [int(board.truth is not None and board.truth.label is Label.DEFECTIVE) for board in boards]


def _name(item: ReviewItem, so_many: int) -> str:
    if so_many == 1:
        return item.serial
    return f"{item.serial} ({'/'.join(item.inspection.image.parts[-2:])})"


def _place(image: Path) -> str:
    """Path as a key: absolute, with links resolved, even if the file no longer exists."""
    try:
        return str(image.resolve())
    except (OSError, ValueError, RuntimeError):  # an impossible file name, or circular links
        return str(image)
