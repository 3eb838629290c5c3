"""Report on a calibration as one HTML page: the paper's tables and figures for the user's images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from vqganodip import __version__
from vqganodip.detection.metrics.registry import sentences_of
from vqganodip.number_format import counted, grouped, seconds_text
from vqganodip.records import ModelName
from vqganodip.reports import wording
from vqganodip.reports.curves import RocPoint, roc_plot
from vqganodip.reports.document import html_document, imprint
from vqganodip.reports.histogram import Series, histogram, legend
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.scoring.classifiers import CLASSIFIERS
from vqganodip.scoring.operating_points import OperatingCurve, neyman_pearson, stability
from vqganodip.scoring.report import Report, report_rows
from vqganodip.scoring.threshold import false_call_reduction, mean_review_s
from vqganodip.scoring.verdict import Thresholds
from vqganodip.statistics import defects_needed

__all__ = ["CalibrationContent", "calibration_page"]

_COLUMNS: Final = (
    ("accuracy_std", "Accuracy, at 0.5", True),
    ("precision_std", "Precision, at 0.5", True),
    ("fpr_std", "FPR, at 0.5", False),
    ("fnr_std", "FNR, at 0.5", False),
    ("accuracy_zfn", "Accuracy, none missed", True),
    ("precision_zfn", "Precision, none missed", True),
    ("fpr_zfn", "FPR, none missed", False),
    ("fpr_1", "FPR, 1 missed", False),
    ("fpr_2", "FPR, 2 missed", False),
    ("fpr_5", "FPR, 5 missed", False),
    ("fpr_8", "FPR, 8 missed", False),
)
_CLAIM: Final = 0.01
_PROTOCOLS: Final = {
    "paper": "paper: each image left out in turn; hyperparameters were searched on all images, that one included",
    "nested": "nested: hyperparameters were searched without the images that were judged",
}


@dataclass(frozen=True, slots=True)
class CalibrationContent:
    """Content of the page.

    Attributes:
        report: Report of the fit.
        scores: N scores of the chosen classifier, each image while it was left out.
        labels: N labels, 1 for defective.
        images: N names.
        model: What the model is called.
        bundle_sha256: Hash of the fitted bundle.
        made_at: Time of the report.
        review_s: Seconds of review per board on the line.
        thresholds: Thresholds that the page also describes, such as the active ones; None for the
            zero-false-negative threshold alone.
        tolerance: Distance that the zero-false-negative threshold keeps below the lowest defect.
        lines_are: What they are, such as ``In force, set on 2026-03-02 by Q. E.``
    """

    report: Report
    scores: tuple[float, ...] = field(repr=False)
    labels: tuple[int, ...] = field(repr=False)
    images: tuple[str, ...] = field(repr=False)
    model: ModelName
    bundle_sha256: str
    made_at: datetime
    review_s: float = 8.0
    thresholds: Thresholds | None = None
    thresholds_caption: str = ""
    tolerance: float = 0.0

    def threshold_text(self, value: float) -> str:
        """A threshold as it is shown: typed back, it misses and flags exactly the same images."""
        return wording.threshold(value, self.scores)


def calibration_page(content: CalibrationContent) -> str:
    """Render the page as HTML; the same content gives the same text. The page loads no other resources."""
    title = f"Calibration report: {content.model}"
    sections = (_distribution, _classifiers, _proof, _work, _roc, _influences)
    return html_document(
        title,
        tag("header", tag("h1", title), _facts(content)),
        tag("main", _lead(content), *(section(content) for section in sections)),
        tag("footer", tag("p", "A score is the probability that an image is defective, as the classifier sees it.")),
        foot=imprint(str(content.model), content.bundle_sha256, content.made_at, __version__),
        app_version=__version__,
    )


def _facts(content: CalibrationContent) -> Markup:
    report = content.report
    facts: list[tuple[str, Markup | str]] = [
        ("Product", content.model.product),
        ("Model", joined(f"{content.model} ", tag("code", f"sha256 {content.bundle_sha256}"))),
        (
            "Images",
            f"{grouped(report.normal)} normal, {grouped(report.abnormal)} defective; {grouped(report.groups)} groups",
        ),
        ("Protocol", _PROTOCOLS.get(str(report.protocol), str(report.protocol))),
        ("Search", f"{report.search}: {report.draws} draws per classifier, seed {report.seed}"),
        ("Metrics", f"{grouped(report.metrics)}, of which the final model keeps {grouped(report.kept)}"),
        ("Report made", f"{wording.moment(content.made_at)}, VQGanoDIP {__version__}"),
    ]
    return tag("dl", *(joined(tag("dt", name), tag("dd", value)) for name, value in facts), class_="facts")


def _lead(content: CalibrationContent) -> Markup:
    row = content.report.row(content.report.chosen)
    counts = row.zfn.confusion
    defects = counted(content.report.abnormal, "defect")
    said = (
        f"With the threshold {content.threshold_text(row.zfn.threshold)} none of {defects} is missed, and "
        f"{grouped(counts.fp)} of {grouped(counts.fp + counts.tn)} normal images are flagged all the same. "
        f"Chosen: {row.name}."
    )
    return joined(
        tag("p", said, class_="lead"),
        _thresholds_section(content),
        *(tag("p", str(text), class_="warning") for text in content.report.warnings),
    )


def _thresholds_section(content: CalibrationContent) -> Markup | None:
    """Effect of the chosen thresholds on the boards of the calibration."""
    if content.thresholds is None:
        return None
    counts = OperatingCurve.of(content.scores, content.labels).at(content.thresholds.flag_from)
    drawn = wording.thresholds(content.thresholds, content.scores)
    said = (
        f"{content.thresholds_caption}: {drawn}. Of the boards of this calibration it misses "
        f"{grouped(counts.fn)} of {counted(counts.fn + counts.tp, 'defect')} and flags "
        f"{grouped(counts.fp)} of {counted(counts.fp + counts.tn, 'normal image')}."
    )
    until = content.thresholds.doubtful_until
    if until is not None:
        called = OperatingCurve.of(content.scores, content.labels).at(until)
        said += (
            f" In the doubtful band, where the machine calls nothing and a person decides, lie "
            f"{counted(counts.tp - called.tp, 'defect')} and "
            f"{counted(counts.fp - called.fp, 'normal image')}."
        )
    return tag("p", said)


def _split(content: CalibrationContent) -> tuple[tuple[float, ...], tuple[float, ...]]:
    pairs = list(zip(content.scores, content.labels, strict=True))
    normal, defective = (tuple(s for s, label in pairs if label == wanted) for wanted in (0, 1))
    return normal, defective


def _distribution(content: CalibrationContent) -> Markup:
    normal, defective = _split(content)
    series = (Series("normal images", "calm", normal), Series("defective images", "alarm", defective))
    thresholds = content.thresholds or Thresholds(content.report.row(content.report.chosen).zfn.threshold)
    title = f"Histogram of {len(normal)} normal and {len(defective)} defective images with density curves"
    return tag(
        "section",
        tag("h2", "Distribution of the scores"),
        tag(
            "figure",
            histogram(
                series, thresholds, title=title, name="calibration", unit="images", known=content.scores, curves=True
            ),
            legend(series, "calibration"),
            tag("figcaption", "Each image while it was left out. Lines: density (solid normal, dashed defective)."),
        ),
    )


def _classifiers(content: CalibrationContent) -> Markup:
    rows = sorted(report_rows(content.report), key=lambda r: (r["kind"] != "classifier", -(r["accuracy_zfn"] or 0.0)))
    judged = [row for row in rows if row["kind"] == "classifier"]
    best = {key: _best([row[key] for row in judged], high) for key, _, high in _COLUMNS}
    best["auroc"] = _best([row["auroc"] for row in judged], True)
    head = tag(
        "tr", *(tag("th", text) for text in ("Score", *(t for _, t, _ in _COLUMNS), "AUROC", "Threshold set by"))
    )
    body = []
    for row in rows:
        mark = row["kind"] == "classifier"
        name = row["name"] + ("" if row["in_paper"] or not mark else " (not in the paper)")
        name += " ← chosen" if row["chosen"] else ""
        cells = [_cell(row[key], 100, 2, mark and row[key] == best[key], _bounds(row, key)) for key, _, _ in _COLUMNS]
        cells.append(_cell(row["auroc"], 1, 3, mark and row["auroc"] == best["auroc"]))
        body.append(tag("tr", tag("th", name, scope="row"), *cells, tag("td", row["set_by"])))
    table = tag(
        "table",
        tag("caption", "Rates in per cent, with 95 % bounds where defects may be missed; best of each column in bold"),
        tag("thead", head),
        *body,
        class_="rates",
    )
    named = [f"{row['name']}: {CLASSIFIERS[row['name']].title}" for row in judged if row["name"] in CLASSIFIERS]
    full = tag("p", f"{'; '.join(named)}.", class_="muted") if named else None
    return tag("section", tag("h2", "Classifiers and plain scores"), tag("div", table, class_="wide"), full)


def _best(values: Sequence[float | None], high: bool) -> float | None:
    known = [value for value in values if value is not None]
    return (max(known) if high else min(known)) if known else None


def _cell(value: float | None, factor: float, digits: int, best: bool, bounds: str = "") -> Markup:
    text = "–" if value is None else f"{factor * value:.{digits}f}"
    parts = [tag("b", text) if best else text, *([tag("br"), tag("small", bounds)] if bounds else [])]
    return tag("td", *parts, class_="number")


def _bounds(row: Mapping[str, Any], key: str) -> str:
    """95 % bounds of a false-positive rate with this many defects missed, in per cent; empty for other figures."""
    misses = "0" if key == "fpr_zfn" else key.removeprefix("fpr_")
    low, high = row.get(f"fpr_{misses}_low"), row.get(f"fpr_{misses}_high")
    return "" if low is None or high is None else f"{100 * low:.1f} to {100 * high:.1f}"


def _proof(content: CalibrationContent) -> Markup:
    row = content.report.row(content.report.chosen)
    defects = content.report.abnormal
    firm = stability(content.scores, content.labels, content.tolerance)
    lines: list[str] = []
    if row.zfn.miss_bound is not None:
        lines.append(
            f"0 missed of {counted(defects, 'defect')}: with 95 % confidence the miss rate is below "
            f"{wording.percent(row.zfn.miss_bound)} (Clopper and Pearson 1934). A claim of 1 % takes "
            f"{grouped(defects_needed(_CLAIM))} defects without a miss, "
            f"{grouped(max(defects_needed(_CLAIM) - defects, 0))} more."
        )
    if firm.rests_on is not None:
        name = content.images[firm.rests_on]
        then = (
            "there would be no threshold"
            if firm.without is None or firm.fpr_without is None
            else f"it would be {content.threshold_text(firm.without)}, and {wording.percent(firm.fpr_without)} of the "
            f"normal images would be flagged instead of {wording.percent(firm.fpr)}"
        )
        lines.append(f"The threshold rests on one image, {name}: without it {then}.")
    else:
        lines.append("The threshold stays where it is without any one of the defects.")
    lines += [_promise(content, alpha) for alpha in (0.05, _CLAIM)]
    return tag("section", tag("h2", "What these images prove"), *(tag("p", line) for line in lines))


def _promise(content: CalibrationContent, alpha: float) -> str:
    found = neyman_pearson(content.scores, content.labels, alpha=alpha)
    claim = f"A miss rate of at most {wording.percent(alpha)} with 95 % confidence (Tong, Feng and Li 2018)"
    if found.threshold is None or found.rank is None:
        have = f"it takes {grouped(found.needed)} defects, there are {grouped(found.abnormal)}"
        return f"{claim} cannot be promised by any threshold: {have}."
    fpr = OperatingCurve.of(content.scores, content.labels).at(found.threshold).fpr or 0.0
    return (
        f"{claim} is kept by the threshold {content.threshold_text(found.threshold)}, which gives up "
        f"{counted(found.rank - 1, 'known defect')} and flags {wording.percent(fpr)} of the normal images."
    )


def _work(content: CalibrationContent) -> Markup:
    fpr = content.report.row(content.report.chosen).zfn.confusion.fpr or 0.0
    seconds, factor = mean_review_s(content.review_s, fpr), false_call_reduction(fpr)
    times = "no normal board" if factor == float("inf") else f"{factor:.1f} times fewer normal boards"
    lines = (
        f"If a person looks at flagged boards only, for {seconds_text(content.review_s)} each, a normal board costs "
        f"{seconds_text(seconds)} on average instead of {seconds_text(content.review_s)}: {times} to look at.",
        "For comparison, the paper's line: 8 s to 1.9 s, 4.1 times fewer.",
    )
    return tag("section", tag("h2", "What it means for the line"), *(tag("p", line) for line in lines))


def _roc(content: CalibrationContent) -> Markup:
    curve = OperatingCurve.of(content.scores, content.labels)
    fpr, tpr = curve.roc()
    points = []
    for point in content.report.row(content.report.chosen).points:
        counts = point.confusion
        name = "none missed" if not point.allowed else f"{point.allowed} missed"
        label = f"{name}: {content.threshold_text(point.threshold)}"
        points.append(RocPoint(counts.fpr or 0.0, 1.0 - (counts.fnr or 0.0), label))
    area = content.report.row(content.report.chosen).auroc
    caption = f"Area {area:.3f}. Filled: no defect missed; open: one and two given up." if area is not None else ""
    return tag(
        "section",
        tag("h2", "ROC curve"),
        tag("figure", roc_plot(fpr, tpr, points, f"ROC curve, {caption}"), tag("figcaption", caption), class_="square"),
    )


def _influences(content: CalibrationContent) -> Markup | None:
    found = content.report.influences
    if not found:
        return None
    most = max(max(i.permutation for i in found), 1e-12)
    body = []
    for i in found:
        share = max(i.permutation, 0.0) / most
        bar = tag(
            "svg", tag("rect", width=100 * share, height=10, class_="bar calm"), class_="share", viewBox="0 0 100 10"
        )
        own = "–" if i.own is None else f"{100 * i.own:.1f} %"
        body.append(
            tag(
                "tr",
                tag("th", tag("code", i.name), scope="row"),
                tag("td", bar, f" {i.permutation:.4f} ± {i.spread:.4f}"),
                tag("td", own, class_="number"),
                tag("td", _sentence(i.name)),
            )
        )
    titles = ("Metric", "Rise of the log-loss when shuffled", "Model's own share", "What it says")
    head = tag("tr", *(tag("th", text) for text in titles))
    caption = tag("caption", f"Chosen classifier {content.report.chosen}; on folds that were left out, five shuffles")
    table = tag("table", caption, tag("thead", head), *body)
    return tag("section", tag("h2", "Most influential metrics"), tag("div", table, class_="wide"))


def _sentence(column: str) -> str:
    try:
        return " ".join(sentences_of(column))
    except KeyError:
        return ""
