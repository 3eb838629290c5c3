"""Judgments as IPC-CFX messages: ``CFX.Production.TestAndInspection.UnitsInspected``, one envelope per line.

The message follows IPC-2591 (Connected Factory Exchange) as defined by the classes of the public SDK
(IPCConnectedFactoryExchange/CFX: ``CFXEnvelope``, ``UnitsInspected``, ``InspectedUnit``, ``Inspection``, ``Defect``,
``Region``, ``Operator``; version 1.5, for ``DefectAccepted``). ``resources/schemas/cfx-units-inspected.schema.json`` is
its schema. Sending it over AMQP is left to the owner of the endpoint.

``OverallResult`` is Failed if the machine flagged the board or a person judged it NG. ``Verification`` is the person's
judgment: DefectConfirmed for NG, DefectRejected for a false call, DefectAccepted for OK on a flagged board,
NotVerifiedYet for doubtful, withdrawn, and OK on a passed board. Second opinions and hidden probes are not exported.
Of an NG board, only the regions judged NG are DefectConfirmed; without any, a defect without a region carries the code.
``RecipeName`` is product and version of the model, or the program's name if they are unknown; ``RecipeRevision`` is the
hash of its bundle. ``TestProcedure`` states score and threshold, the rule of a threshold that rests on no known defect,
and the gate that cleared the board. ``ComponentOfInterest`` is the part of the region, by the placement in force at the
time of the export.
Identifiers derive from the records, so the same records give the same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from vqganodip.export.jsonl import write_lines
from vqganodip.export.judgments_csv import JudgmentSource, Record, RecordFilter, records_of
from vqganodip.placement.parts import PlacedPart
from vqganodip.records import Verdict
from vqganodip.review.accounts import Permission, require
from vqganodip.review.defect_place import unplaced
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose
from vqganodip.types import Box

__all__ = ["CATEGORIES", "MESSAGE", "VERSION", "envelope", "export_cfx"]

MESSAGE: Final = "CFX.Production.TestAndInspection.UnitsInspected"
VERSION: Final = "1.5"
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://vqganodip/cfx")

CATEGORIES: Final = frozenset(
    {
        "ClearenceSurfaceError",
        "ComponentDefective",
        "ComponentMissing",
        "ComponentRotated",
        "ComponentShifted",
        "ComponentTilted",
        "ConformalCoatingError",
        "Contamination",
        "ExcessiveSolder",
        "FaceDownComponent",
        "InsufficientSolder",
        "LiftedLead",
        "Miscellaneous",
        "PasteShort",
        "PinMissing",
        "PinShifted",
        "ReferencePlaneError",
        "ShiftedPaste",
        "Short",
        "Solderball",
        "SolderDefect",
        "SolderPasteDefect",
        "Tombstone",
        "WrongCode",
        "WrongComponent",
        "WrongComponentHeight",
        "WrongPasteArea",
        "WrongPasteHeight",
        "WrongPasteVolume",
        "WrongPinHeight",
        "WrongPolarity",
    }
)
"""Categories of defects suggested in ``Defect.cs``, in its spelling."""


def envelope(record: Record) -> dict[str, object]:
    """Message of one record, in the order of the SDK's classes."""
    judgment, inspection = record.judgment, record.item.inspection
    flagged = inspection.verdict is Verdict.REVIEW
    verification = _verification(judgment.kind, flagged=flagged)
    result = "Failed" if flagged or judgment.kind is JudgmentKind.NG else "Passed"
    recipe = str(record.model) or "VQGanoDIP"
    tried = f"Composite anomaly score {inspection.score:.6g} against the threshold {inspection.threshold:.6g}"
    if inspection.threshold_rule:
        tried += f" (rule: {inspection.threshold_rule})"
    if inspection.cleared_by:
        tried += f", cleared by gate {inspection.cleared_by}"
    step: dict[str, object] = {
        "UniqueIdentifier": _identifier("inspection", judgment.row_hash),
        "InspectionName": "VQGanoDIP",
        "InspectionStartTime": _time(judgment.judged_at - timedelta(seconds=judgment.review_s)),
        "InspectionEndTime": _time(judgment.judged_at),
        "TestProcedure": tried,
        "Comments": judgment.comment or None,
        "Result": result,
        "Verification": verification,
        "VerificationDetail": judgment.defect_code or None,
        "Error": None,
        "DefectsFound": list(_defects(record, flagged=flagged)),
        "Symptoms": [],
        "Measurements": [],
    }
    unit: dict[str, object] = {
        "UnitIdentifier": record.item.serial,
        "UnitPositionNumber": 1,
        "OverallResult": result,
        "ActiveRecipeName": recipe,
        "ActiveRecipeRevision": inspection.bundle_sha256,
        "Inspections": [step],
        "Verification": verification,
    }
    return {
        "MessageName": MESSAGE,
        "Version": VERSION,
        "TimeStamp": _time(judgment.judged_at),
        "UniqueID": _identifier("message", judgment.row_hash),
        "Source": judgment.station or None,
        "Target": None,
        "RequestID": None,
        "MessageBody": {
            "$type": f"{MESSAGE}, CFX",
            "TransactionId": _identifier("board", judgment.board_hash),
            "InspectionMethod": "AOI",
            "SamplingInformation": {"SamplingMethod": "NoSampling", "LotSize": None, "SampleSize": None},
            "Inspector": {
                "OperatorIdentifier": judgment.operator,
                "ActorType": "Human",
                "LastName": None,
                "FirstName": None,
                "LoginName": None,
            },
            "RecipeName": recipe,
            "RecipeRevision": inspection.bundle_sha256,
            "InspectedUnits": [unit],
        },
    }


def export_cfx(repository: JudgmentSource, out: Path, wanted: RecordFilter | None = None, *, role: str = "") -> int:
    """Export open judgments as messages, oldest first, in constant memory; returns their number.

    Args:
        repository: Source of the records.
        out: The file to write (JSON Lines); an existing file is replaced atomically.
        wanted: Selection of records; all if None.
        role: Role of the person who exports; empty at an open station.

    Raises:
        ExportError: The file cannot be written; ``out`` is unchanged.
        StoreError: The records cannot be read.
        ReviewError: The role may not export.
    """
    require(role, Permission.EXPORT)
    records = records_of(repository, wanted or RecordFilter())
    return write_lines(out, (envelope(record) for record in records if record.judgment.purpose is Purpose.REVIEW))


def _defects(record: Record, *, flagged: bool) -> Iterator[dict[str, object]]:
    """One defect per region, with the judgment of the region, or else of the board; one more if the place is not said.

    The unjudged regions of an NG board are not verified.
    """
    judgment, scale = record.judgment, record.item.inspection.mm_per_px
    board = JudgmentKind.DOUBTFUL if judgment.kind is JudgmentKind.NG else judgment.kind
    number = 0
    for row in record.region_rows():
        number, region = row.region_no or 0, row.marked or row.judged
        if region is None:
            continue
        box, judged = region.box, row.judged
        what = "drawn by a person" if row.marked is None else f"Fréchet distance {row.marked.distance_max:.6g}"
        yield _defect(
            judgment,
            number,
            f"Region {number} at x {box.x0} y {box.y0}, {box.width} × {box.height} px, {what}",
            code="" if judged is None else judged.defect_code,
            verification=_verification(
                board if judged is None else judged.kind, flagged=flagged or row.marked is not None
            ),
            outline=None if scale is None else _outline(box, scale),
            part=row.part,
        )
    if unplaced(judgment):
        what = "Defect of the board, place not said"
        yield _defect(judgment, number + 1, what, code=judgment.defect_code, verification="DefectConfirmed")


def _defect(
    judgment: Judgment,
    number: int,
    description: str,
    *,
    code: str,
    verification: str,
    outline: dict[str, object] | None = None,
    part: PlacedPart | None = None,
) -> dict[str, object]:
    return {
        "UniqueIdentifier": _identifier("defect", judgment.row_hash, str(number)),
        "DefectCode": code or None,
        "DefectCategory": code if code in CATEGORIES else None,
        "Description": description,
        "Comments": None,
        "ComponentOfInterest": None if part is None else _component(part),
        "RegionOfInterest": outline,
        "DefectImages": [],
        "Priority": number,
        "ConfidenceLevel": None,
        "RelatedMeasurements": [],
        "RelatedSymptoms": [],
        "Verification": verification,
        "VerificationDetail": code or None,
    }


def _component(part: PlacedPart) -> dict[str, object]:
    return {"ReferenceDesignator": part.ref_des, "UnitPosition": None, "PartNumber": part.part_number or None}


def _verification(kind: JudgmentKind, *, flagged: bool) -> str:
    match kind:
        case JudgmentKind.NG:
            return "DefectConfirmed"
        case JudgmentKind.FALSE_CALL:
            return "DefectRejected"
        case JudgmentKind.OK if flagged:
            return "DefectAccepted"
    return "NotVerifiedYet"


def _outline(box: Box, scale: float) -> dict[str, object]:
    """Outline of a rectangle in millimetres on the working grid, from the upper left corner back to it."""
    left, top, right, bottom = (round(side * scale, 4) for side in (box.x0, box.y0, box.x1, box.y1))
    corners = ((right, top), (right, bottom), (left, bottom), (left, top))
    return {"StartPointX": left, "StartPointY": top, "RegionSegments": [{"X": x, "Y": y} for x, y in corners]}


def _identifier(*what: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, " ".join(what)))


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
