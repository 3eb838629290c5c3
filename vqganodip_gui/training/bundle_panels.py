"""Panels for the contents of a bundle: normal variation, metrics, classifiers and threshold."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.calibration.normal_calibration import NormalCalibration
from vqganodip.number_format import rounded_up
from vqganodip.scoring.report_row import RowKind
from vqganodip.settings import Depth
from vqganodip.statistics import defects_needed, miss_rate_upper_bound
from vqganodip_gui.i18n.engine_messages import translated, translated_lines
from vqganodip_gui.i18n.formatting import abbreviations, score_name
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.score_histogram import ScoreHistogram
from vqganodip_gui.threshold.summary import percent
from vqganodip_gui.training.bundle_summary import BundleSummary
from vqganodip_gui.training.event_log import JobProgress
from vqganodip_gui.widgets.picture_view import PictureView
from vqganodip_gui.widgets.plain_table import make_table

_PROVEN_MISS_RATE = 0.01


class _Panel(QWidget):
    """Base class: an explanatory sentence above the contents."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.message)

    def refresh_theme(self) -> None:
        """Redraw the parts that the style sheet does not cover."""


class MaskPanel(_Panel):
    """Mean normal board and the difference of normal boards from their reconstruction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        for words, kind in (
            (tr("Over the board"), "over"),
            (tr("Variation only"), "map"),
            (tr("Board only"), "board"),
        ):
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(tr("Display"))
        self.picture = PictureView(tr("Normal variation"))
        self.scale = QLabel()
        self.scale.setObjectName("hint")
        self._summary: BundleSummary | None = None
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.scale, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.picture, 1)
        self.kind.currentIndexChanged.connect(self._show)

    def show_bundle(self, summary: BundleSummary | None) -> None:
        """Show the mask of a bundle; None before there is one."""
        self._summary = summary
        if summary is None:
            self.message.setText(tr("The normal variation is measured when the training is complete."))
        elif summary.depth is not Depth.WHOLE:
            self.message.setText(
                tr(
                    "Boards are compared with the reference board, the mean of {boards:normal board|normal boards}: "
                    "there is no reconstruction and no mask.",
                    boards=summary.boards,
                )
            )
        elif summary.variation is None:
            self.message.setText(
                tr(
                    "The product is in free position: boards are compared with their own reconstruction, without a "
                    "mask."
                )
            )
        else:
            self.message.setText(
                tr(
                    "Bright areas differ between {boards:held-out normal board|held-out normal boards} and the "
                    "reconstructions; differences there count less. Reconstruction quality: {psnr:.1f} dB PSNR.",
                    boards=summary.boards,
                    psnr=float(summary.figures.get("psnr_held_out", float("nan"))),
                )
            )
        self._show()

    def _show(self) -> None:
        summary = self._summary
        self.kind.setEnabled(summary is not None and summary.variation is not None)
        if summary is None:
            self.picture.show_image(QImage())
            self.scale.clear()
            return
        images = {"over": summary.overlay, "map": summary.variation, "board": summary.board}
        self.picture.show_image(images[str(self.kind.currentData())] or summary.board)
        scale = tr("brightest value: mean difference of {value:.3f} (scale 0 to 1)").format(value=summary.highest)
        self.scale.setText(scale if summary.highest else "")


class _ProgressPanel(_Panel):
    """Panel with the progress of one stage of the job above its contents."""

    stage = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.detail = QLabel()
        self.detail.setObjectName("hint")
        self.column.addWidget(self.bar)
        self.column.addWidget(self.detail)

    def show_progress(self, progress: JobProgress) -> None:
        """Show the progress of the stage; hidden before it starts and after it ends."""
        stage = progress.stages.get(self.stage)
        self.bar.setVisible(stage is not None and stage.share < 1.0)
        self.detail.setVisible(self.bar.isVisibleTo(self))
        if stage is not None:
            self.bar.setValue(round(1000 * stage.share))
            self.detail.setText(translated(stage.message))


class MetricsPanel(_ProgressPanel):
    """Progress and notices of the measurement, then the metrics with the largest weights."""

    stage = "metrics"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = QPlainTextEdit()
        self.notices.setReadOnly(True)
        self.notices.setAccessibleName(tr("Notices"))
        self.metrics = make_table((tr("Metric"), tr("Weight"), tr("Meaning")), tr("Metrics"))
        self.column.addWidget(self.notices)
        self.column.addWidget(self.metrics, 1)
        self.column.addStretch(0)
        self.notices.setFixedHeight(96)

    def show_state(self, progress: JobProgress, summary: BundleSummary | None) -> None:
        """Show the progress of the measurement, or the metrics of a fitted bundle."""
        self.show_progress(progress)
        text = translated_lines(progress.notices)
        self.notices.setVisible(bool(text))
        if self.notices.toPlainText() != text:
            self.notices.setPlainText(text)
        calibration = None if summary is None else summary.calibration
        self.metrics.setVisible(calibration is not None)
        if calibration is None and summary is not None and summary.normal_only is not None:
            self.message.setText(
                tr("The score is the evidence of the general network; a fit on labelled defects uses the metrics.")
            )
            self.metrics.clear()
            return
        if calibration is None:
            self.message.setText(tr("Several hundred metrics compare each labelled board with its reconstruction."))
            self.metrics.clear()
            return
        from vqganodip_gui.threshold.report_tables import fill_metrics, metrics_protocol

        self.message.setText(metrics_protocol(calibration.report))
        fill_metrics(self.metrics, calibration.report)


class ClassifiersPanel(_ProgressPanel):
    """Table of classifiers; each board is scored by a classifier fitted without it."""

    stage = "classifiers"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = make_table(
            (
                tr("Score"),
                "AUROC",
                tr("Accuracy with no defect missed"),
                tr("Good boards flagged with no defect missed"),
            ),
            tr("Classifiers"),
        )
        self.names = QLabel()
        self.names.setWordWrap(True)
        self.names.setObjectName("hint")
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.names)
        self.column.addStretch(0)

    def show_state(self, progress: JobProgress, summary: BundleSummary | None) -> None:
        """Show the progress of the search, or the classifiers of a fitted bundle."""
        self.show_progress(progress)
        calibration = None if summary is None else summary.calibration
        self.table.setVisible(calibration is not None)
        self.names.setVisible(calibration is not None)
        self.table.clear()
        if calibration is None:
            self.message.setText(
                tr("Classifiers are trained on the metrics to distinguish defective boards from good ones.")
            )
            return
        report = calibration.report
        self.names.setText(abbreviations(row.name for row in report.rows))
        self.message.setText(
            tr(
                "{good:good board|good boards} and {bad:defective board|defective boards}, each scored by a classifier "
                "fitted without it (protocol {name}). Selected: {chosen}, with the highest accuracy when no defect is "
                "missed.",
                good=report.normal,
                bad=report.abnormal,
                name=report.protocol.value,
                chosen=report.chosen,
            )
        )
        for row in sorted(report.rows, key=lambda r: (r.name != report.chosen, -(r.zfn.confusion.accuracy or 0.0))):
            counts = row.zfn.confusion
            name = score_name(row.name)
            name = name if row.kind is RowKind.CLASSIFIER else tr("{name} (baseline)").format(name=name)
            name = tr("{name} (chosen)").format(name=name) if row.name == report.chosen else name
            flagged = tr("{part} of {whole}").format(part=counts.fp, whole=counts.fp + counts.tn)
            auroc = "–" if row.auroc is None else f"{row.auroc:.3f}"
            item = QTreeWidgetItem([name, auroc, percent(counts.accuracy), f"{flagged} ({percent(counts.fpr)})"])
            item.setToolTip(3, "FPR")
            self.table.addTopLevelItem(item)
        for column in range(4):
            self.table.resizeColumnToContents(column)


class ThresholdPanel(_Panel):
    """Threshold that misses no known defect, with the miss rate that this proves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proof = QLabel()
        self.proof.setWordWrap(True)
        self.warnings = QLabel()
        self.warnings.setWordWrap(True)
        self.warnings.setObjectName("warning")
        self.histogram = ScoreHistogram()
        for part in (self.histogram.line, self.histogram.band_line):
            part.setMovable(False)
        self.column.addWidget(self.proof)
        self.column.addWidget(self.histogram, 1)
        self.column.addWidget(self.warnings)
        self.column.addStretch(0)

    def show_bundle(self, summary: BundleSummary | None) -> None:
        """Show the histogram of a fitted bundle and the proven miss rate."""
        calibration = None if summary is None else summary.calibration
        for part in (self.proof, self.histogram, self.warnings):
            part.setVisible(calibration is not None)
        if summary is not None and summary.normal_only is not None:
            self._show_normal_only(summary.normal_only)
            return
        if calibration is None:
            text = tr("When the labelled boards have been measured, the threshold is set so that no defect is missed.")
            self.message.setText(text)
            return
        counts, report = calibration.counts(calibration.threshold.value), calibration.report
        self.message.setText(
            tr(
                "At a threshold of {value}, no known defect of {defects:,} is missed, and {flagged:,} of "
                "{good:good board is|good boards are} flagged for review.",
                value=calibration.threshold_text(calibration.threshold.value),
                defects=report.abnormal,
                flagged=counts.fp,
                good=report.normal,
            )
        )
        bound = rounded_up(100 * miss_rate_upper_bound(0, report.abnormal), 1)
        proof = tr("With 95 % confidence, this proves a true miss rate below {bound} %.", bound=bound)
        more = defects_needed(_PROVEN_MISS_RATE) - report.abnormal
        if more > 0:
            proof += " " + tr(
                "{more:more defect|more defects} without a miss would prove a miss rate below 1 %.", more=more
            )
        self.proof.setText(proof)
        self.warnings.setText(translated_lines(report.warnings))
        self.warnings.setVisible(bool(report.warnings))
        self.histogram.show_scores(calibration)
        self.histogram.set_thresholds(calibration.bundle_threshold, None)

    def _show_normal_only(self, normal: NormalCalibration) -> None:
        """Show the scores of the normal boards and what their threshold promises."""
        self.message.setText(translated(normal.promise(normal.bundle_threshold)))
        self.histogram.show()
        self.histogram.show_scores(normal)
        self.histogram.set_thresholds(normal.bundle_threshold, None)

    def refresh_theme(self) -> None:
        self.histogram.refresh_theme()
