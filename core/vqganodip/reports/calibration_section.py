"""Section on the calibration of the bundle: its results and its protocol."""

from __future__ import annotations

from typing import Final

from vqganodip.number_format import counted, grouped
from vqganodip.reports import wording
from vqganodip.reports.content import Calibration, ReportContent
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.scoring.normal_only import NORMAL_ONLY, rule_note
from vqganodip.statistics import clopper_pearson, defects_needed

__all__ = ["promise_section"]

_CLAIM: Final = 0.01
_PROTOCOLS: Final = {
    "paper": "paper (leave-one-out; hyperparameters searched on all images, the one left out included)",
    "nested": "nested (hyperparameters searched without the images that were judged)",
}


def promise_section(content: ReportContent) -> Markup | None:
    """Results from the bundle's own report; None if the bundle or the report is missing.

    For a threshold that was set without known defects, what it promises all the same.
    """
    if content.calibration is None:
        return _normal_only(content)
    calibration = content.calibration
    return tag(
        "section",
        tag("h2", "What the calibration promised"),
        tag("p", _proof(calibration), class_="lead"),
        _figures(calibration),
        *(tag("p", str(warning), class_="warning") for warning in calibration.warnings),
    )


def _normal_only(content: ReportContent) -> Markup | None:
    normal = content.normal_only
    if normal is not None:
        said = str(normal.promise(content.threshold))
    elif content.rests_on_normal_boards:
        said = str(rule_note())
    else:
        return None
    return tag(
        "section",
        tag("h2", "What the threshold promises"),
        tag("p", said, class_="lead"),
        tag("p", f"Rule of the threshold: {NORMAL_ONLY}.", class_="muted"),
    )


def _proof(calibration: Calibration) -> str:
    """Statement on the miss rate that the number of defects can prove."""
    point = calibration.row.zfn
    missed, defects = point.confusion.fn, point.confusion.fn + point.confusion.tp
    said = f"{grouped(missed)} missed of {counted(defects, 'defective image')}"
    if point.miss_bound is not None:
        said += f": with 95 % confidence fewer than {wording.percent(point.miss_bound)} are missed"
    needed = defects_needed(_CLAIM) - defects
    if missed == 0 and needed > 0:
        said += f". A claim of fewer than {wording.percent(_CLAIM)} takes {grouped(needed)} more defects without a miss"
    return f"{said}."


def _flagged(flagged: int, normal: int, rate: float | None) -> str:
    """``3 of 8 (37.5 %; 95 %: 8.5 % to 75.5 %)``."""
    said = wording.share(flagged, normal, rate)
    if not normal:
        return said
    bounds = clopper_pearson(flagged, normal)
    return f"{said[:-1]}; 95 %: {wording.percent(bounds.low)} to {wording.percent(bounds.high)})"


def _figures(calibration: Calibration) -> Markup:
    row, counts = calibration.row, calibration.row.zfn.confusion
    normal = counts.fp + counts.tn
    rows = [
        ("Protocol", _PROTOCOLS.get(calibration.protocol, calibration.protocol)),
        ("Classifier", row.name),
        ("AUROC", "" if row.auroc is None else f"{row.auroc:.3f}"),
        ("Accuracy with no defect missed", "" if counts.accuracy is None else wording.percent(counts.accuracy)),
        ("Normal images flagged all the same", _flagged(counts.fp, normal, counts.fpr)),
        ("Threshold set by", ", ".join(row.zfn.set_by)),
    ]
    for point in row.points[1:]:
        if point.allowed is not None:
            given_up = counted(point.allowed, "defect")
            said = _flagged(point.confusion.fp, normal, point.confusion.fpr)
            rows.append((f"Normal images flagged if {given_up} were given up", said))
    body = [tag("tr", tag("th", name, scope="row"), tag("td", value)) for name, value in rows if value]
    caption = tag("caption", f"{grouped(normal)} normal and {grouped(counts.tp + counts.fn)} defective images")
    return joined(tag("table", caption, tag("tbody", *body)))
