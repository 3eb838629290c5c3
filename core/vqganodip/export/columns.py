"""Columns of the exported files: tables that define the files, their documentation and their tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from typing import Final, Generic, TypeVar

from vqganodip.detection.reason_words import reason_message
from vqganodip.placement.parts import PlacedPart
from vqganodip.placement.record import BoardParts
from vqganodip.records import UNNAMED, Inspection, ModelName, Region, Verdict
from vqganodip.review.defect_place import place_said
from vqganodip.review.judgments import Judgment, JudgmentKind, RegionJudgment, ReviewItem

__all__ = [
    "BOARD_COLUMNS",
    "Board",
    "CSV_COLUMNS",
    "CSV_VERSION",
    "JUDGED_BOARD_COLUMNS",
    "LINE_HASH",
    "REGION_COLUMNS",
    "Cell",
    "Column",
    "Record",
]

Cell = str | int | float | None
Row = TypeVar("Row")

_IMAGE: Final = "The image that was inspected, relative to the shared folder of the images if it is inside."


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the file: a judgment and its board, or one region of it if ``region_no`` is set.

    Attributes:
        judgment: The record.
        item: The board.
        region_no: Number of the region from 1: the machine's regions first, worst first, then those that a person drew.
        marked: The region marked by the machine; None if a person drew it.
        judged: The person's judgment of the region; None without one.
        model: What the model is called that inspected the board; empty if unknown.
        parts: The parts of the product, by the placement in force at the time of the export; None without one.
        part: The part of the region; None without a region or a placement, and where there is none near.
    """

    judgment: Judgment
    item: ReviewItem
    region_no: int | None = None
    marked: Region | None = None
    judged: RegionJudgment | None = None
    model: ModelName = UNNAMED
    parts: BoardParts | None = None
    part: PlacedPart | None = None

    def region_rows(self) -> Iterator[Record]:
        """The rows of the regions of this record."""
        said = {region.box: region for region in self.judgment.regions}
        inspection = self.item.inspection
        shown = {region.box for region in inspection.shown_regions}
        marked = {region.box: region for region in inspection.regions if region.box in shown or region.box in said}
        for number, box in enumerate([*marked, *(b for b in said if b not in marked)], start=1):
            part = None if self.parts is None else self.parts.at(box, inspection.grid)
            yield Record(self.judgment, self.item, number, marked.get(box), said.get(box), self.model, self.parts, part)

    def box_side(self, side: int) -> int | None:
        """x, y, width or height (0 to 3) of the region."""
        region = self.marked or self.judged
        if region is None:
            return None
        box = region.box
        return (box.x0, box.y0, box.width, box.height)[side]


@dataclass(frozen=True, slots=True)
class Board:
    """A row of the boards file: a board, and what the model is called that inspected it."""

    item: ReviewItem
    model: ModelName


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a file.

    Attributes:
        name: Its header.
        meaning: Its documentation.
        cell: Reads the cell from a record or a board.
        since: Version of the file that first had the column.
        former_name: Its header before version ``renamed_in``.
        renamed_in: Version of the file that first had the present header; 0 when it was never renamed.
        of_region: The cell differs between the rows of a record: it is about one region.
    """

    name: str
    meaning: str
    cell: Callable[[Row], Cell]
    since: int = 1
    former_name: str = ""
    renamed_in: int = 0
    of_region: bool = False

    def name_in(self, version: int) -> str:
        """The header in a version of the file."""
        return self.former_name if version < self.renamed_in else self.name


CSV_COLUMNS: Final[tuple[Column[Record], ...]] = (
    Column("record_id", "Running number of the record, from 1, without gaps.", lambda r: r.judgment.record_id),
    Column(
        "record_type",
        "`R` for the first judgment of a board, `C` for every later one (correction, undo, redo).",
        lambda r: "R" if r.judgment.corrects is None else "C",
    ),
    Column(
        "prev_hash", "`row_hash` of the record before this one; empty for the first.", lambda r: r.judgment.prev_hash
    ),
    Column("row_hash", "sha256 of this record in the workspace's hash chain.", lambda r: r.judgment.row_hash),
    Column(
        "timestamp",
        "When the judgment was given, UTC.",
        lambda r: r.judgment.judged_at.isoformat(timespec="microseconds"),
    ),
    Column("board_hash", "sha256 over the whole machine result of the board.", lambda r: r.judgment.board_hash),
    Column("station", "Station at which it was given.", lambda r: r.judgment.station),
    Column("operator", "Operator who gave it.", lambda r: r.judgment.operator),
    Column(
        "role", "Role of the operator: `operator`, `engineer`, `quality`, `admin`, or empty.", lambda r: r.judgment.role
    ),
    Column(
        "purpose",
        "`review`; `second` (second opinion) and `probe` (hidden probe) are blind and do not change the judgment in "
        "effect.",
        lambda r: r.judgment.purpose.value,
    ),
    Column("lot", "Lot of the board; empty if unknown.", lambda r: r.judgment.lot),
    Column("work_order", "Its work order; empty if unknown.", lambda r: r.judgment.work_order),
    Column("board_side", "Side that was judged, `T` or `B`; empty if unknown.", lambda r: r.judgment.side),
    Column("item_id", "Running number of the board in the workspace.", lambda r: r.judgment.item_id),
    Column("serial", "Serial number of the board.", lambda r: r.item.serial),
    Column("image_path", _IMAGE, lambda r: r.item.inspection.recorded_image),
    Column("image_sha256", "sha256 of the image file.", lambda r: r.item.inspection.sha256),
    Column("model_sha256", "sha256 of the model bundle's manifest.", lambda r: r.item.inspection.bundle_sha256),
    Column(
        "inspected_at",
        "When the machine inspected the board, UTC.",
        lambda r: r.item.inspection.inspected_at.isoformat(timespec="microseconds"),
    ),
    Column("threshold", "Threshold that the score was compared with.", lambda r: r.item.inspection.threshold),
    Column(
        "doubtful_low",
        "Lower end of the doubtful band, which is the threshold; empty without a band.",
        lambda r: None if r.item.inspection.doubtful_until is None else r.item.inspection.threshold,
        since=2,
    ),
    Column(
        "doubtful_high",
        "Upper end of the doubtful band, from which the machine reports a defect; empty without a band.",
        lambda r: r.item.inspection.doubtful_until,
        since=2,
    ),
    Column("score", "Composite anomaly score, 0 to 1; higher is more defective.", lambda r: r.item.inspection.score),
    Column(
        "machine_result",
        "`NG` when the machine flagged the board (score >= threshold, or a picture that does not show a whole board), "
        "`DOUBTFUL` when its score is in the doubtful band, else `OK`.",
        lambda r: _machine_result(r.item.inspection),
    ),
    Column("regions", "Number of regions that the machine marked.", lambda r: len(r.item.inspection.shown_regions)),
    Column(
        "region_boxes",
        "The regions, worst first, as `x y w h distance` in pixels of the working grid, separated by semicolons.",
        lambda r: _region_boxes(r.item),
    ),
    Column(
        "mm_per_px",
        "Millimetres per pixel of the working grid; empty if unknown.",
        lambda r: r.item.inspection.mm_per_px,
    ),
    Column(
        "judgment",
        "The person's judgment: `ok`, `ng`, `doubtful`, `false_call`, or `withdrawn` (the board is unjudged again).",
        lambda r: r.judgment.kind.value,
        former_name="verdict",
        renamed_in=4,
    ),
    Column(
        "false_call",
        "1 when the machine flagged the board and the person found nothing there, else 0.",
        lambda r: int(r.judgment.kind is JudgmentKind.FALSE_CALL),
    ),
    Column("defect_code", "Code from the defect list; only with `ng`.", lambda r: r.judgment.defect_code),
    Column("comment", "Free text.", lambda r: r.judgment.comment),
    Column("review_seconds", "Seconds that the operator spent viewing the board.", lambda r: r.judgment.review_s),
    Column(
        "reveal_order",
        "`machine_first` when score, boxes and difference were visible, `verdict_first` when they were hidden until "
        "this judgment, `after_reveal` when the judgment was repeated after they had been shown.",
        lambda r: r.judgment.reveal.value,
        since=3,
    ),
    Column(
        "corrects_record_id",
        "Number of the record that this one replaces; empty for a first judgment.",
        lambda r: r.judgment.corrects,
    ),
    Column("app_version", "Version of the application that wrote the record.", lambda r: r.judgment.app_version),
    Column(
        "region_judgments",
        "Judgments of single regions, as JSON: `[x0, y0, x1, y1, judgment, code]` each.",
        lambda r: _region_judgments(r.judgment),
    ),
    Column(
        "region_no",
        "Empty in the row of the board; 1, 2, … in the rows of its regions.",
        lambda r: r.region_no,
        of_region=True,
    ),
    Column("x", "Left edge of the region in pixels of the working grid.", lambda r: r.box_side(0), of_region=True),
    Column("y", "Its upper edge.", lambda r: r.box_side(1), of_region=True),
    Column("w", "Its width.", lambda r: r.box_side(2), of_region=True),
    Column("h", "Its height.", lambda r: r.box_side(3), of_region=True),
    Column(
        "region_score",
        "Highest Fréchet distance in the region; empty when a person drew it.",
        lambda r: None if r.marked is None else r.marked.distance_max,
        of_region=True,
    ),
    Column(
        "region_judgment",
        "The person's judgment of this region; `unjudged` without one.",
        lambda r: None if r.region_no is None else ("unjudged" if r.judged is None else r.judged.kind.value),
        former_name="region_verdict",
        renamed_in=4,
        of_region=True,
    ),
    Column(
        "region_defect_code",
        "Code from the defect list for this region.",
        lambda r: None if r.judged is None else r.judged.defect_code,
        of_region=True,
    ),
    Column(
        "product",
        "Product of the board, by the name in force at the time of the export; empty if unknown.",
        lambda r: r.model.product or None,
        since=4,
    ),
    Column(
        "model_name",
        "Product and version of the model that inspected the board, such as `IR sensor 2`; empty if unknown.",
        lambda r: str(r.model) or None,
        since=4,
    ),
    Column(
        "cleared_by",
        "Hash of the gate that passed the board although its score flags it; empty otherwise, and in files of earlier "
        "versions.",
        lambda r: r.item.inspection.cleared_by or None,
        since=4,
    ),
    Column(
        "ref_des",
        "Reference designator of the part at this region, by the placement in force at the time of the export; empty "
        "without a placement or a part near.",
        lambda r: None if r.part is None else r.part.ref_des,
        since=4,
        of_region=True,
    ),
    Column(
        "part_number",
        "Part number of that part; empty if the placement has none.",
        lambda r: None if r.part is None else r.part.part_number or None,
        since=4,
        of_region=True,
    ),
    Column(
        "package",
        "Its package; empty if the placement has none.",
        lambda r: None if r.part is None else r.part.package or None,
        since=4,
        of_region=True,
    ),
    Column(
        "threshold_rule",
        "`normal boards only` where no defect was known when the threshold was set: nothing is promised about missed "
        "defects. Empty otherwise.",
        lambda r: r.item.inspection.threshold_rule or None,
        since=5,
    ),
    Column(
        "region_reasons",
        "How the region differs from normal boards, in units of their spread (σ), what matters most first; empty if "
        "unknown.",
        lambda r: None if r.marked is None else "; ".join(str(reason_message(one)) for one in r.marked.reasons) or None,
        since=6,
        of_region=True,
    ),
    Column(
        "client_id",
        "Identifier that the station gave the record, under which it is stored once; empty in records of earlier "
        "versions.",
        lambda r: r.judgment.client_id or None,
        since=7,
    ),
)
"""The columns of the judgments file, in their order; a new one is a row here, with ``since`` the next version."""

CSV_VERSION: Final = max(max(column.since, column.renamed_in) for column in CSV_COLUMNS)
"""Version of the judgments file. The file does not name it: the header tells."""

REGION_COLUMNS: Final = tuple(column.name for column in CSV_COLUMNS if column.of_region)
"""The columns that are about one region."""

BOARD_COLUMNS: Final[tuple[Column[Board], ...]] = (
    Column("item_id", "Running number of the board in the workspace.", lambda b: b.item.item_id),
    Column("serial", "Serial number of the board.", lambda b: b.item.serial),
    Column("image_path", _IMAGE, lambda b: b.item.inspection.recorded_image),
    Column("image_sha256", "sha256 of the image file.", lambda b: b.item.inspection.sha256),
    Column("score", "Composite anomaly score, 0 to 1; higher is more defective.", lambda b: b.item.inspection.score),
    Column("threshold", "Threshold that the score was compared with.", lambda b: b.item.inspection.threshold),
    Column(
        "flagged",
        "1 when the machine flagged the board (score >= threshold, or a picture that does not show a whole board), "
        "else 0.",
        lambda b: int(b.item.inspection.verdict is Verdict.REVIEW),
    ),
    Column(
        "doubtful",
        "1 when the score is in the doubtful band that was active, else 0.",
        lambda b: int(b.item.inspection.doubtful),
    ),
    Column(
        "inspected_at",
        "When the machine inspected the board, UTC.",
        lambda b: b.item.inspection.inspected_at.isoformat(timespec="microseconds"),
    ),
    Column("model_sha256", "sha256 of the model bundle's manifest.", lambda b: b.item.inspection.bundle_sha256),
    Column("regions", "Number of regions that the machine marked.", lambda b: len(b.item.inspection.shown_regions)),
    Column(
        "region_boxes",
        "The regions, worst first, as `x y w h distance` in pixels of the working grid, separated by semicolons.",
        lambda b: _region_boxes(b.item),
    ),
    Column("grid_width", "Width of the working grid in pixels.", lambda b: b.item.inspection.grid[0]),
    Column("grid_height", "Height of the working grid in pixels.", lambda b: b.item.inspection.grid[1]),
    Column(
        "mm_per_px",
        "Millimetres per pixel of the working grid; empty if unknown.",
        lambda b: b.item.inspection.mm_per_px,
    ),
    Column(
        "registration_residual",
        "Misfit after registration, 0 to 1; empty without registration.",
        lambda b: b.item.inspection.registration_residual,
    ),
    Column(
        "seconds", "Duration of the inspection in seconds.", lambda b: round(sum(b.item.inspection.stage_s.values()), 3)
    ),
    Column("warnings", "Warnings about this inspection.", lambda b: " ".join(map(str, b.item.inspection.warnings))),
    Column(
        "judgment",
        "The person's newest judgment: `ok`, `ng`, `doubtful`, `false_call`, or `unjudged`.",
        lambda b: "unjudged" if b.item.judgment is None else b.item.judgment.kind.value,
    ),
    Column(
        "product",
        "Product of the board, by the name in force at the time of the export; empty if unknown.",
        lambda b: b.model.product or None,
        since=2,
    ),
    Column(
        "model_name",
        "Product and version of the model that inspected the board; empty if unknown.",
        lambda b: str(b.model) or None,
        since=2,
    ),
    Column(
        "threshold_rule",
        "`normal boards only` where no defect was known when the threshold was set: nothing is promised about missed "
        "defects. Empty otherwise.",
        lambda b: b.item.inspection.threshold_rule or None,
        since=3,
    ),
    Column(
        "cleared_by",
        "Hash of the gate that passed the board although its score flags it; empty otherwise.",
        lambda b: b.item.inspection.cleared_by or None,
        since=4,
    ),
)
"""The columns of the boards file."""


LINE_HASH: Final[Column[Record]] = Column(
    "line_hash",
    "sha256 of the previous line's `line_hash` (nothing for the first line) and the other cells of this line, each as "
    "length in bytes, colon and text.",
    lambda _: None,
)
"""The last column of the judgments file; the writer fills it."""


JUDGED_BOARD_COLUMNS: Final[tuple[Column[Record], ...]] = (
    *(column for column in CSV_COLUMNS if not column.of_region),
    Column("judged_regions", "Number of regions that a person judged.", lambda r: len(r.judgment.regions)),
    Column("defect_regions", "Number of regions judged NG.", lambda r: _judged(r.judgment, JudgmentKind.NG)),
    Column(
        "defect_boxes",
        "The regions judged NG, as `x y w h` in pixels of the working grid, separated by semicolons.",
        lambda r: _defect_boxes(r.judgment),
    ),
    Column(
        "false_call_regions",
        "Number of regions judged a false call.",
        lambda r: _judged(r.judgment, JudgmentKind.FALSE_CALL),
    ),
    Column(
        "defect_place",
        "`said` if a region of the NG board was judged NG, else `not said`; empty for other judgments.",
        lambda r: _defect_place(r.judgment),
    ),
)
"""The columns of the file: those of a record in the judgments file, then those that sum up its regions."""


def _region_judgments(judgment: Judgment) -> str:
    said = [[*astuple(r.box), r.kind.value, r.defect_code] for r in judgment.regions]
    return json.dumps(said, separators=(",", ":"), ensure_ascii=True)


def _region_boxes(item: ReviewItem) -> str:
    return "; ".join(
        f"{r.box.x0} {r.box.y0} {r.box.width} {r.box.height} {r.distance_max:.6g}"
        for r in item.inspection.shown_regions
    )


def _machine_result(inspection: Inspection) -> str:
    if inspection.doubtful:
        return "DOUBTFUL"
    return "NG" if inspection.verdict is Verdict.REVIEW else "OK"


def _judged(judgment: Judgment, kind: JudgmentKind) -> int:
    return sum(region.kind is kind for region in judgment.regions)


def _defect_boxes(judgment: Judgment) -> str:
    boxes = [region.box for region in judgment.regions if region.kind is JudgmentKind.NG]
    return "; ".join(f"{box.x0} {box.y0} {box.width} {box.height}" for box in boxes)


def _defect_place(judgment: Judgment) -> str | None:
    if judgment.kind is not JudgmentKind.NG:
        return None
    return "said" if place_said(judgment) else "not said"
