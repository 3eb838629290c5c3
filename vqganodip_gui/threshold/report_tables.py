"""The classifiers and metrics behind the score: what each achieves, and what the chosen one looks at."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from vqganodip.calibration.result import CalibrationResult
from vqganodip.scoring.report import Report
from vqganodip_gui.i18n.formatting import score_name
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.metric_descriptions import describe_column
from vqganodip_gui.threshold.summary import percent


def about(found: CalibrationResult, model: str) -> str:
    """Describe the boards shown, and the model or the classifier that scored them."""
    report = found.report
    if found.shown_classifier:
        text = tr(
            "You only look at {name}: the bundle scores with {own}. To change that, run "
            "vqganodip fit DATASET --bundle {place} --classifiers {name}; it sets a threshold of its own."
        )
        return text.format(name=found.shown_classifier, own=report.chosen, place=found.bundle)
    return tr(
        "{bundle}: {good:good board|good boards} and {bad:defective board|defective boards}, each scored while it was "
        "left out (protocol {name}).",
        bundle=model,
        good=report.normal,
        bad=report.abnormal,
        name=report.protocol.value,
    )


def fill_classifiers(table: QTreeWidget, report: Report) -> None:
    """Each classifier and baseline of the calibration; the chosen one first and marked."""
    table.clear()
    for row in sorted(report.rows, key=lambda r: (r.name != report.chosen, -(r.zfn.confusion.accuracy or 0.0))):
        name = score_name(row.name)
        name = tr("{name} (chosen)").format(name=name) if row.name == report.chosen else name
        counts = row.zfn.confusion
        auroc = "–" if row.auroc is None else f"{row.auroc:.3f}"
        table.addTopLevelItem(QTreeWidgetItem([name, auroc, percent(counts.accuracy), percent(counts.fpr)]))
    for column in range(4):
        table.resizeColumnToContents(column)


def fill_metrics(table: QTreeWidget, report: Report) -> None:
    """The metrics that the chosen classifier rests on most, each with what it says."""
    table.clear()
    for one in report.influences:
        sentence = describe_column(one.name)
        item = QTreeWidgetItem([one.name, f"{one.permutation:.3f}", sentence])
        for column in range(3):
            item.setToolTip(column, sentence if column else f"{one.name}: {sentence}")
        table.addTopLevelItem(item)
    for column in range(2):
        table.resizeColumnToContents(column)


def metrics_protocol(report: Report) -> str:
    """Describe how the weights of the metrics were determined."""
    text = tr(
        "The metrics that {name} rests on most: by how much its error grows when a metric is shuffled among boards "
        "that it has not seen (protocol {protocol})."
    )
    return text.format(name=report.chosen, protocol=report.protocol.value)
