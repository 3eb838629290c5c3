"""The report of a composite score, as flat rows in the form of the paper's tables and as plain JSON values."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from vqganodip.errors import Message, ScoringError, message
from vqganodip.scoring.importance import Influence
from vqganodip.scoring.leave_one_out import Protocol
from vqganodip.scoring.report_row import OperatingPoint, ReportRow, RowKind
from vqganodip.scoring.report_warnings import read_warning
from vqganodip.scoring.threshold import ALLOWED_MISSES, Confusion
from vqganodip.statistics import clopper_pearson

__all__ = ["Report", "report_from_dict", "report_rows", "report_to_dict"]

_NAMED: Final = 2
"""Most allowed misses whose images are named."""


@dataclass(frozen=True, slots=True)
class Report:
    """Result of a fit: classifier, protocol and performance.

    Attributes:
        protocol: ``paper`` or ``nested``.
        search: Name of the search.
        draws: Draws per classifier.
        seed: Seed of everything.
        normal: Number of normal images.
        abnormal: Number of abnormal images.
        groups: Number of groups left out together; equals the number of images if each is its own group.
        parts: Number of parts left out in turn; equals ``groups`` in a literal leave-one-out.
        metrics: Columns of the table.
        kept: Number of columns that the preprocessing of the final model retained.
        chosen: Name of the chosen classifier: highest accuracy at the ZFN threshold, then highest AUROC.
        rows: Classifiers, then baselines.
        warnings: Sentences that must be shown to people.
        influences: The ten most important metrics of the chosen classifier (Figure 14); empty in older reports.
    """

    protocol: Protocol
    search: str
    draws: int
    seed: int
    normal: int
    abnormal: int
    groups: int
    parts: int
    metrics: int
    kept: int
    chosen: str
    rows: tuple[ReportRow, ...]
    warnings: tuple[Message, ...]
    influences: tuple[Influence, ...] = ()

    def row(self, name: str) -> ReportRow:
        """The row of the given name; KeyError if there is none."""
        for row in self.rows:
            if row.name == name:
                return row
        raise KeyError(name)


def report_rows(report: Report) -> tuple[dict[str, Any], ...]:
    """The report as flat rows, in the columns of the paper's tables and a few more. Rates in [0, 1] or None.

    Columns: name, kind, in_paper, chosen, accuracy/precision/fpr/fnr each ``_std`` and ``_zfn``, auroc, threshold,
    fpr_1, fpr_2, fpr_5 and fpr_8 (false-positive rate with this many allowed misses), fpr_0_low to fpr_8_high (95 %
    bounds of these rates, Clopper and Pearson 1934), miss_bound, set_by, given_up (with up to two allowed misses).
    """
    return tuple(_flat(row, report.chosen) for row in report.rows)


def _flat(row: ReportRow, chosen: str) -> dict[str, Any]:
    flat: dict[str, Any] = {
        "name": row.name,
        "kind": str(row.kind),
        "in_paper": row.in_paper,
        "chosen": row.name == chosen and row.kind is RowKind.CLASSIFIER,
    }
    for rate in ("accuracy", "precision", "fpr", "fnr"):
        flat[f"{rate}_std"] = None if row.std is None else getattr(row.std, rate)
        flat[f"{rate}_zfn"] = getattr(row.zfn.confusion, rate)
    flat["auroc"] = row.auroc
    flat["threshold"] = row.zfn.threshold
    for allowed in ALLOWED_MISSES:
        point = row.points[0] if allowed == 0 else row.allowing(allowed)
        counts = None if point is None else point.confusion
        normal = 0 if counts is None else counts.fp + counts.tn
        bounds = clopper_pearson(counts.fp, normal) if counts is not None and normal else None
        if allowed:
            flat[f"fpr_{allowed}"] = None if counts is None else counts.fpr
        flat[f"fpr_{allowed}_low"] = None if bounds is None else bounds.low
        flat[f"fpr_{allowed}_high"] = None if bounds is None else bounds.high
    flat["miss_bound"] = row.zfn.miss_bound
    flat["set_by"] = ", ".join(row.zfn.set_by)
    few = [point for point in row.points if (point.allowed or 0) <= _NAMED]
    flat["given_up"] = ", ".join((few or row.points)[-1].missed)
    return flat


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as plain JSON values; :func:`report_from_dict` is the inverse."""
    warnings = [warning.to_json() for warning in report.warnings]
    return {**dataclasses.asdict(dataclasses.replace(report, warnings=())), "warnings": warnings}


def report_from_dict(values: Mapping[str, Any]) -> Report:
    """Read the report that :func:`report_to_dict` wrote.

    Raises:
        ScoringError: It does not fit this version.
    """
    try:
        rows = tuple(_row_from(row) for row in values["rows"])
        influences = tuple(Influence(**value) for value in values.get("influences", ()))
        rest = {
            **values,
            "rows": rows,
            "warnings": tuple(map(read_warning, values["warnings"])),
            "influences": influences,
        }
        return Report(**{**rest, "protocol": Protocol(values["protocol"])})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ScoringError(
            "report-unreadable",
            "the report does not fit this version ({error})",
            where=message("place-report", "report"),
            todo="Train the bundle again.",
            error=str(error),
        ) from error


def _row_from(values: Mapping[str, Any]) -> ReportRow:
    points = tuple(
        OperatingPoint(
            **{
                **point,
                "confusion": Confusion(**point["confusion"]),
                "set_by": tuple(point["set_by"]),
                "missed": tuple(point["missed"]),
            }
        )
        for point in values["points"]
    )
    std = None if values["std"] is None else Confusion(**values["std"])
    return ReportRow(**{**values, "kind": RowKind(values["kind"]), "std": std, "points": points})
