"""Section on the distribution of scores."""

from __future__ import annotations

from vqganodip.number_format import grouped
from vqganodip.records import Label
from vqganodip.reports import wording
from vqganodip.reports.content import ReportContent
from vqganodip.reports.histogram import Series, histogram, legend
from vqganodip.reports.markup import Markup, tag

__all__ = ["scores_section"]


def scores_section(content: ReportContent) -> Markup:
    """Histograms of the boards and of the calibration images, both with the threshold."""
    plots = [_plot(_of_boards(content), content, "boards", "Boards of this report")]
    calibration = content.calibration
    if calibration is not None and (calibration.normal or calibration.defective):
        series = (
            Series("normal images", "calm", calibration.normal),
            Series("defective images", "alarm", calibration.defective),
        )
        plots.append(_plot(series, content, "calibration", "Images the threshold was set on, each while left out"))
    if content.normal_only is not None:
        alone = Series("normal images", "calm", tuple(content.normal_only.scores.tolist()))
        plots.append(_plot((alone,), content, "calibration", "Normal images the threshold was set on, each left out"))
    return tag("section", tag("h2", "Distribution of the scores"), tag("div", *plots, class_="plots"))


def _of_boards(content: ReportContent) -> tuple[Series, ...]:
    """Split by ground truth if all boards have it, else by the machine's verdict."""
    boards = content.boards
    if len(content.labelled) == len(boards):

        def of(label: Label) -> tuple[float, ...]:
            return tuple(b.item.inspection.score for b in boards if b.truth is not None and b.truth.label is label)

        return Series("normal boards", "calm", of(Label.NORMAL)), Series(
            "defective boards", "alarm", of(Label.DEFECTIVE)
        )
    passed, flagged = (
        tuple(b.item.inspection.score for b in boards if b.flagged is wanted) for wanted in (False, True)
    )
    return Series("passed boards", "calm", passed), Series("flagged boards", "alarm", flagged)


def _plot(series: tuple[Series, ...], content: ReportContent, name: str, caption: str) -> Markup:
    known = content.known_scores()
    counted = ", ".join(f"{grouped(len(one.scores))} {one.name}" for one in series)
    title = f"{caption}: histogram of {counted}; {wording.thresholds(content.thresholds, known)}."
    unit = "images" if name == "calibration" else "boards"
    return tag(
        "figure",
        tag("figcaption", caption),
        histogram(series, content.thresholds, title=title, name=name, unit=unit, known=known),
        legend(series, name),
    )
