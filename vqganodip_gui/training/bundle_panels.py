"""What a bundle shows: where normal boards vary, the boards that are measured, the classifiers, the threshold."""

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

from vqganodip.scoring.report_row import RowKind
from vqganodip.statistics import defects_needed, miss_rate_upper_bound
from vqganodip_gui.i18n.engine_messages import translated, translated_lines
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.score_histogram import ScoreHistogram
from vqganodip_gui.threshold.summary import percent
from vqganodip_gui.training.bundle_summary import BundleSummary
from vqganodip_gui.training.event_log import JobProgress
from vqganodip_gui.widgets.picture_view import PictureView
from vqganodip_gui.widgets.plain_table import make_table

_PROOF = 0.01


class _Panel(QWidget):
    """A sentence, and below it what it speaks of."""

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
        """Draws again what the style sheet does not draw."""


class MaskPanel(_Panel):
    """The mean normal board, and where normal boards differ from their reconstruction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        for words, kind in (
            (tr("Over the board"), "over"),
            (tr("Variation alone"), "map"),
            (tr("Board alone"), "board"),
        ):
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(tr("Display"))
        self.picture = PictureView(tr("Normal variation"))
        self.scale = QLabel()
        self.scale.setObjectName("hint")
        self._shown: BundleSummary | None = None
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.scale, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.picture, 1)
        self.kind.currentIndexChanged.connect(self._show)

    def show_bundle(self, shown: BundleSummary | None) -> None:
        """Shows the mask of a bundle; None before there is one."""
        self._shown = shown
        if shown is None:
            self.message.setText(tr("The normal variation is measured when the training is done."))
        elif shown.variation is None:
            self.message.setText(
                tr(
                    "The product lies in free position: boards are compared with their own reconstruction, without a "
                    "mask."
                )
            )
        else:
            self.message.setText(
                tr(
                    "Bright: where normal boards that the network never saw (here {boards}) differ from their "
                    "reconstruction. There a difference counts less. They are reconstructed with {psnr:.1f} dB."
                ).format(boards=shown.boards, psnr=float(shown.figures.get("psnr_held_out", float("nan"))))
            )
        self._show()

    def _show(self) -> None:
        shown = self._shown
        self.kind.setEnabled(shown is not None and shown.variation is not None)
        if shown is None:
            self.picture.show_image(QImage())
            self.scale.clear()
            return
        image = {"over": shown.overlay, "map": shown.variation, "board": shown.board}[str(self.kind.currentData())]
        self.picture.show_image(image or shown.board)
        self.scale.setText(
            tr("brightest: a mean difference of {value:.3f} of 1").format(value=shown.highest) if shown.highest else ""
        )


class _ProgressPanel(_Panel):
    """A panel that shows the progress of one stage of the job above its contents."""

    stage = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.at = QLabel()
        self.at.setObjectName("hint")
        self.column.addWidget(self.bar)
        self.column.addWidget(self.at)

    def show_progress(self, told: JobProgress) -> None:
        """Show how far the stage is; hidden before it starts and after it ends."""
        stage = told.stages.get(self.stage)
        self.bar.setVisible(stage is not None and stage.share < 1.0)
        self.at.setVisible(self.bar.isVisibleTo(self))
        if stage is not None:
            self.bar.setValue(round(1000 * stage.share))
            self.at.setText(translated(stage.message))


class MetricsPanel(_ProgressPanel):
    """The labelled boards while they are measured, and those that could not be."""

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

    def show_state(self, told: JobProgress, shown: BundleSummary | None) -> None:
        """How far the measuring is, and afterwards which metrics count."""
        self.show_progress(told)
        text = translated_lines(told.notices)
        self.notices.setVisible(bool(text))
        if self.notices.toPlainText() != text:
            self.notices.setPlainText(text)
        found = None if shown is None else shown.calibrated
        self.metrics.setVisible(found is not None)
        if found is None:
            self.message.setText(tr("Each labelled board is compared with its reconstruction by some hundred metrics."))
            self.metrics.clear()
            return
        from vqganodip_gui.threshold.report_tables import fill_metrics, metrics_protocol

        self.message.setText(metrics_protocol(found.report))
        fill_metrics(self.metrics, found.report)


class ClassifiersPanel(_ProgressPanel):
    """Every classifier with its figures; each board is scored while it is left out."""

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
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)

    def show_state(self, told: JobProgress, shown: BundleSummary | None) -> None:
        """How far the search is, and afterwards its table."""
        self.show_progress(told)
        found = None if shown is None else shown.calibrated
        self.table.setVisible(found is not None)
        self.table.clear()
        if found is None:
            self.message.setText(tr("Classifiers learn from the metrics to tell defective boards from good ones."))
            return
        report = found.report
        self.message.setText(
            tr(
                "{good} good and {bad} defective boards, each scored while it was left out (protocol {name}). The "
                "score is that of {chosen}: the highest accuracy when no defect is missed."
            ).format(good=report.normal, bad=report.abnormal, name=report.protocol.value, chosen=report.chosen)
        )
        for row in sorted(report.rows, key=lambda r: (r.name != report.chosen, -(r.zfn.confusion.accuracy or 0.0))):
            counts = row.zfn.confusion
            name = row.name if row.kind is RowKind.CLASSIFIER else tr("{name} (baseline)").format(name=row.name)
            name = tr("{name} (chosen)").format(name=name) if row.name == report.chosen else name
            flagged = tr("{part} of {whole}").format(part=counts.fp, whole=counts.fp + counts.tn)
            auroc = "–" if row.auroc is None else f"{row.auroc:.3f}"
            item = QTreeWidgetItem([name, auroc, percent(counts.accuracy), f"{flagged} ({percent(counts.fpr)})"])
            item.setToolTip(3, "FPR")
            self.table.addTopLevelItem(item)
        for column in range(4):
            self.table.resizeColumnToContents(column)


class ThresholdPanel(_Panel):
    """What the threshold that misses no known defect means, and how much that proves."""

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

    def show_bundle(self, shown: BundleSummary | None) -> None:
        """The histogram of a fitted bundle, and its proof."""
        found = None if shown is None else shown.calibrated
        for part in (self.proof, self.histogram, self.warnings):
            part.setVisible(found is not None)
        if found is None:
            text = tr("The threshold is set when the labelled boards are measured: so that none is missed.")
            self.message.setText(text)
            return
        counts, report = found.counts(found.threshold.value), found.report
        self.message.setText(
            tr(
                "At a threshold of {value:.4f} none of the {defects} known defects is missed, and {flagged} of {good} "
                "good boards are flagged for a person to look at."
            ).format(value=found.threshold.value, defects=report.abnormal, flagged=counts.fp, good=f"{report.normal:,}")
        )
        bound = 100 * miss_rate_upper_bound(0, report.abnormal)
        proof = tr("That proves, with 95 % confidence, a true miss rate below {bound:.1f} %.").format(bound=bound)
        more = defects_needed(_PROOF) - report.abnormal
        if more > 0:
            proof += " " + tr("{more} more defects without a miss would prove 1 %.").format(more=f"{more:,}")
        self.proof.setText(proof)
        self.warnings.setText(translated_lines(report.warnings))
        self.warnings.setVisible(bool(report.warnings))
        self.histogram.show_scores(found)
        self.histogram.set_thresholds(found.bundle_threshold, None)

    def refresh_theme(self) -> None:
        self.histogram.refresh_theme()
