"""Lossless conversion of inspections to JSON documents and back.

A document has two parts: the head, which every row of the queue needs, and the findings (candidates and regions), which
only an open board needs and which may be long.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from datetime import UTC, datetime
from typing import Any, Final

from vqganodip.errors import Message, StoreError, message
from vqganodip.records import (
    Candidate,
    GateLevel,
    GateOpinion,
    Inspection,
    Reason,
    Region,
    RegionOpinion,
    Verdict,
)
from vqganodip.review.judgments import JudgmentKind, RegionJudgment
from vqganodip.store.image_folder import ImageFolder
from vqganodip.types import Box

__all__ = [
    "board_hash",
    "canonical",
    "findings_text",
    "gate_from",
    "head_text",
    "inspection_from",
    "region_judgments_from",
    "region_judgments_text",
    "storable",
    "utc_text",
]


def storable(text: str) -> str:
    r"""Text that every database and file accepts: stray surrogates are written as ``\udcff``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def utc_text(moment: datetime, what: Message) -> str:
    """Time as ISO 8601 in UTC with microseconds; StoreError without a time zone."""
    if moment.tzinfo is None:
        raise StoreError(
            "record-time-without-zone", "{name} has no time zone", todo="Use datetime.now(UTC).", name=what
        )
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


_NO_FOLDER: Final = ImageFolder()


def canonical(value: object) -> str:
    """Canonical JSON of a value: sorted keys, no spaces, ASCII; StoreError for NaN and infinity."""
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    except (ValueError, TypeError) as error:
        raise StoreError(
            "record-value-invalid",
            "a value cannot be kept ({error})",
            todo="Inspect the board again.",
            error=str(error),
        ) from error


def head_text(inspection: Inspection) -> str:
    """Inspection without candidates and regions, as canonical JSON; band, limit of the regions, rule and gate if
    known."""
    known = {"doubtful_high": inspection.doubtful_until, "region_limit": inspection.region_limit}
    return canonical(
        {name: float(value) for name, value in known.items() if value is not None}
        | ({"threshold_rule": inspection.threshold_rule} if inspection.threshold_rule else {})
        | ({"gate": _gate_dict(inspection.gate)} if inspection.gate else {})
        | {
            "image": inspection.recorded_image,
            "sha256": inspection.sha256,
            "bundle_sha256": inspection.bundle_sha256,
            "inspected_at": utc_text(inspection.inspected_at, message("time-of-inspection", "the time of inspection")),
            "score": float(inspection.score),
            "threshold": float(inspection.threshold),
            "verdict": inspection.verdict.value,
            "grid": [int(side) for side in inspection.grid],
            "transform": [float(v) for v in inspection.transform],
            "registration_residual": _float_or_none(inspection.registration_residual),
            "mm_per_px": _float_or_none(inspection.mm_per_px),
            "stage_s": [[name, float(seconds)] for name, seconds in inspection.stage_s.items()],
            "warnings": [warning.to_json() for warning in inspection.warnings],
        }
    )


def findings_text(inspection: Inspection) -> str:
    """Candidates, regions and the opinions of a gate on them, as canonical JSON."""
    gate = inspection.gate
    return canonical(
        ({"gate": [_opinion_list(one) for one in gate.regions]} if gate else {})
        | {
            "candidates": [[*_box_list(c.box), float(c.distance)] for c in inspection.candidates],
            "regions": [_region_list(region) for region in inspection.regions],
        }
    )


def board_hash(serial: str, head: str, findings: str) -> str:
    """Hash of the findings of a board (sha256), contained in each of its judgments."""
    return hashlib.sha256(canonical([serial, head, findings]).encode("ascii")).hexdigest()


def inspection_from(head: str, findings: str | None, images: ImageFolder = _NO_FOLDER) -> Inspection:
    """Restore an inspection from its two documents; without candidates and regions if ``findings`` is None.

    ``images`` is the shared folder that the name of the image refers to.
    """
    try:
        values = json.loads(head)
        found = json.loads(findings) if findings is not None else {"candidates": [], "regions": []}
        return Inspection(
            image=images.path_of(values["image"]),
            sha256=values["sha256"],
            bundle_sha256=values["bundle_sha256"],
            inspected_at=datetime.fromisoformat(values["inspected_at"]),
            score=values["score"],
            threshold=values["threshold"],
            verdict=Verdict(values["verdict"]),
            grid=(values["grid"][0], values["grid"][1]),
            transform=_six(values["transform"]),
            registration_residual=values["registration_residual"],
            mm_per_px=values["mm_per_px"],
            candidates=tuple(Candidate(Box(*c[:4]), c[4]) for c in found["candidates"]),
            regions=tuple(Region(Box(*r[:4]), r[4], r[5], r[6], _reasons_from(r)) for r in found["regions"]),
            stage_s=dict(values["stage_s"]),
            warnings=tuple(map(Message.from_dict, values["warnings"])),
            doubtful_until=values.get("doubtful_high"),
            region_limit=values.get("region_limit"),
            threshold_rule=values.get("threshold_rule", ""),
            gate=gate_from(values, found.get("gate", ())),
            image_name=values["image"],
        )
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise StoreError(
            "stored-inspection-unreadable",
            "a stored inspection cannot be read ({error})",
            todo="Restore the workspace from a backup.",
            error=str(error),
        ) from error


def gate_from(head: Mapping[str, Any], regions: Iterable[list[Any]] = ()) -> GateOpinion | None:
    """Restore the opinion of a gate from the parsed head of an inspection; None without one.

    Raises:
        KeyError, ValueError, TypeError, IndexError: The document is damaged.
    """
    gate = head.get("gate")
    if gate is None:
        return None
    opinions = tuple(
        RegionOpinion(r[0], bool(r[1]), r[2], math.inf if r[3] is None else r[3], r[4], r[5]) for r in regions
    )
    return GateOpinion(gate["id"], GateLevel(gate["level"]), bool(gate["clears"]), bool(gate["drawn"]), opinions)


def _gate_dict(gate: GateOpinion) -> dict[str, Any]:
    return {"id": gate.gate, "level": gate.level.value, "clears": gate.clears, "drawn": gate.drawn}


def _opinion_list(one: RegionOpinion) -> list[Any]:
    distance = float(one.distance) if math.isfinite(one.distance) else None
    return [float(one.share), one.cleared, one.near, distance, int(one.alike), int(one.alike_here)]


def region_judgments_text(regions: Iterable[RegionJudgment]) -> str:
    """Judgments of regions as canonical JSON: ``[x0, y0, x1, y1, kind, defect code]`` each."""
    return canonical([[*_box_list(r.box), r.kind.value, storable(r.defect_code)] for r in regions])


def region_judgments_from(document: str) -> tuple[RegionJudgment, ...]:
    """Restore judgments of regions from their document."""
    try:
        return tuple(RegionJudgment(Box(*r[:4]), JudgmentKind(r[4]), r[5]) for r in json.loads(document))
    except (ValueError, TypeError, IndexError) as error:
        raise StoreError(
            "stored-regions-unreadable",
            "stored judgments of regions cannot be read ({error})",
            todo="Restore the workspace from a backup.",
            error=str(error),
        ) from error


def _float_or_none(value: float | None) -> float | None:
    return None if value is None else float(value)


def _box_list(box: Box) -> list[int]:
    return [int(side) for side in astuple(box)]


def _region_list(region: Region) -> list[Any]:
    """Region as a list; its reasons are an eighth element only where there are any, so that older records stay as they
    are."""
    values: list[Any] = [*_box_list(region.box), float(region.distance_max), float(region.distance_sum)]
    reasons = [[r.code, r.area, float(r.sigma), float(r.value), float(r.usual), *_place(r)] for r in region.reasons]
    return [*values, int(region.candidates), *([reasons] if reasons else [])]


def _place(reason: Reason) -> list[Any]:
    """Name and pixels of the area of a reason, only where there are any."""
    if reason.box is None:
        return [reason.ref_des] if reason.ref_des else []
    return [reason.ref_des, _box_list(reason.box)]


def _reasons_from(region: list[Any]) -> tuple[Reason, ...]:
    rows: list[list[Any]] = region[7] if len(region) > 7 else []
    return tuple(
        Reason(r[0], r[2], r[1], r[3], r[4], r[5] if len(r) > 5 else "", Box(*r[6]) if len(r) > 6 else None)
        for r in rows
    )


def _six(values: list[Any]) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = (float(v) for v in values)
    return a, b, c, d, e, f
