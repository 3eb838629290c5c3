"""Widgets of the threshold page: passive display, and signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip_gui.i18n.formatting import abbreviations
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.board_list import BoardList
from vqganodip_gui.threshold.board_pictures import CalibrationBoard
from vqganodip_gui.threshold.board_preview import BoardViewer
from vqganodip_gui.threshold.change_log import ChangeLog
from vqganodip_gui.threshold.score_field import ScoreField
from vqganodip_gui.threshold.stability_table import StabilityTable
from vqganodip_gui.viewer.display_options import ViewState
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.plain_table import make_table, table_texts

if TYPE_CHECKING:  # numpy and the plots are imported when the page is first shown
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.review.threshold_log import ThresholdChange
    from vqganodip_gui.threshold.report_content import Texts
    from vqganodip_gui.threshold.roc_plot import RocPlot
    from vqganodip_gui.threshold.score_histogram import ScoreHistogram
    from vqganodip_gui.threshold.summary import Figures

_FIGURES: Final = 12
_BETWEEN_FIGURES_PX: Final = 3

BAND_ROWS: Final = (2, 3)
"""Rows of figures that only a doubtful band has."""


class ThresholdView(QWidget):
    """Plot, threshold fields and boards on the left; figures, sentences and tables on the right.

    Attributes:
        histogram: Histogram with the lines; None until the plots are made.
        roc: ROC curve; None until the plots are made.
        viewer: Large panels of one board; None until a board is enlarged.
    """

    plots_made = Signal()
    viewer_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.histogram: ScoreHistogram | None = None
        self.roc: RocPlot | None = None
        self.viewer: BoardViewer | None = None
        self.title = QLabel(tr("Threshold"))
        self.title.setObjectName("emptyTitle")
        self.protocol = QLabel()
        self.protocol.setObjectName("muted")
        self.protocol.setWordWrap(True)
        self.typed = ScoreField(tr("Threshold"))
        self.no_miss = QPushButton(tr("No defect missed"))
        self.no_miss.setToolTip(tr("Move the line to the lowest score of a known defect (Z)"))
        self.reset = QPushButton(tr("Reset to the threshold in force"))
        self.reset.setToolTip(tr("Move the line back to the threshold in force (Escape)"))
        self.banded = QCheckBox(tr("Doubtful up to"))
        self.banded.setToolTip(
            tr("Between the two lines the machine decides nothing: a person does (key B; end: Ctrl and arrows)")
        )
        self.typed_doubtful_until = ScoreField(tr("End of the doubtful band"))
        self.logarithmic = QCheckBox(tr("Logarithmic"))
        self.change = GuardedButton(tr("Activate…"))
        self.change.setObjectName("primary")
        self.rows: list[tuple[QLabel, QLabel]] = []
        self.proof, self.stability, self.standing = QLabel(), QLabel(), QLabel()
        for label in (self.proof, self.stability, self.standing):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.stability.setObjectName("muted")
        self.boards = BoardList()
        self.log = ChangeLog()
        self.stability_table = StabilityTable()
        self.classifier = QComboBox()
        self.classifier.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.classifier.setAccessibleName(tr("Classifier"))
        self.classifier.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.classifiers = make_table(
            (tr("Score"), "AUROC", tr("Accuracy, none missed"), tr("FPR, none missed")), tr("Classifiers")
        )
        self.metrics = make_table((tr("Metric"), tr("Weight"), tr("Meaning")), tr("Metrics"))
        self.classifiers_message, self.metrics_message = QLabel(), QLabel()
        for label in (self.classifiers_message, self.metrics_message):
            label.setWordWrap(True)
            label.setObjectName("muted")
        self.tabs = QTabWidget()
        self.export = QPushButton(tr("Export page…"))
        self.export.setToolTip(tr("One HTML or PDF file with figures, tables and curves for the quality file"))
        self.escape = GuardedButton(tr("A board failed later…"))
        self.escape.setToolTip(tr("Finds its record, and the threshold that would have caught it"))
        self.confirmed = GuardedButton(tr("Confirmed boards…"))
        self.confirmed.setToolTip(tr("Calibrates with boards that two people or quality have confirmed, on purpose"))
        self._figures = QGridLayout()
        self._plot_place = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        self.sides = QStackedWidget()
        self.sides.addWidget(self._left())
        row.addWidget(self.sides, 1)
        row.addWidget(self._right())

    def texts(self) -> Texts:
        """The texts of the page, for an export."""
        from vqganodip_gui.threshold.report_content import Texts

        parts = (
            (tr("Changes"), self.log.table),
            (tr("Stability"), self.stability_table.table),
            (tr("Classifiers"), self.classifiers),
            (tr("Metrics"), self.metrics),
        )
        return Texts(
            title=self.title.text(),
            about=self.protocol.text(),
            standing=(self.standing.text(),),
            rows=tuple((n.text(), v.text()) for n, v in self.rows if v.isVisibleTo(self)),
            sentences=(self.proof.text(), self.stability_table.message.text(), self.classifiers_message.text()),
            tables=tuple((title, *table_texts(table)) for title, table in parts),
        )

    def make_plots(self) -> None:
        """Import and make the plots, once."""
        if self.histogram is not None:
            return
        from vqganodip_gui.threshold.roc_plot import RocPlot
        from vqganodip_gui.threshold.score_histogram import ScoreHistogram

        self.roc = RocPlot()
        self.tabs.addTab(self.roc, "ROC")
        self.histogram = ScoreHistogram()
        self._plot_place.addWidget(self.histogram, 1)
        self.plots_made.emit()

    def set_active(self, active: bool) -> None:
        """Enable or disable everything that needs a calibration."""
        for part in (
            self.typed,
            self.no_miss,
            self.reset,
            self.banded,
            self.typed_doubtful_until,
            self.classifier,
            self.logarithmic,
            self.change,
            self.boards,
            self.confirmed,
            self.tabs,
            self.export,
            *(() if self.histogram is None else (self.histogram,)),
        ):
            part.setEnabled(active)

    def show_calibration(self, calibration: CalibrationResult, model: str) -> None:
        """Draw what depends on the scores shown, and say what the model is called."""
        from vqganodip_gui.threshold.report_tables import about

        assert self.histogram is not None
        assert self.roc is not None
        self.histogram.show_scores(calibration, self.logarithmic.isChecked())
        self.roc.show_scores(calibration)
        self.stability_table.show_calibrated(calibration)
        self.protocol.setText(about(calibration, model))

    def show_report(self, calibration: CalibrationResult) -> None:
        """Fill the tables of classifiers and metrics, and the choice of classifiers."""
        from vqganodip_gui.threshold.report_tables import fill_classifiers, fill_metrics, metrics_protocol

        report, box = calibration.report, self.classifier
        fill_classifiers(self.classifiers, report)
        self.classifiers_message.setText(abbreviations(row.name for row in report.rows))
        fill_metrics(self.metrics, report)
        self.metrics_message.setText(metrics_protocol(report))
        with QSignalBlocker(box):
            box.clear()
            box.addItem(tr("{name} (chosen)").format(name=report.chosen), report.chosen)
            for name in calibration.others:
                box.addItem(name, name)
        alone = tr("This bundle kept the scores of its own classifier alone; fit it again to compare.")
        box.setToolTip(tr("Whose scores are shown") if calibration.others else alone)

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Set the count axis without a signal."""
        with QSignalBlocker(self.logarithmic):
            self.logarithmic.setChecked(logarithmic)

    def show_thresholds(self, calibration: CalibrationResult, flag_from: float, doubtful_until: float | None) -> None:
        """Draw the lines and fill the fields, without signals."""
        assert self.histogram is not None
        assert self.roc is not None
        self.histogram.set_thresholds(flag_from, doubtful_until)
        self.roc.set_threshold(flag_from)
        self.typed.show_threshold(flag_from, calibration.threshold_text(flag_from))
        banded = doubtful_until is not None
        if self.banded.isChecked() is not banded or self.typed_doubtful_until.isEnabled() is not banded:
            with QSignalBlocker(self.banded):
                self.banded.setChecked(banded)
            self.typed_doubtful_until.setEnabled(banded)
            for row in BAND_ROWS:
                for label in self.rows[row]:
                    label.setVisible(banded)
        if doubtful_until is not None:
            self.typed_doubtful_until.show_threshold(doubtful_until, calibration.threshold_text(doubtful_until))

    def show_figures(self, figures: Figures) -> None:
        """Show the figures of the drawn thresholds; labels that stay the same are not touched."""
        for (name, figure), (word, value, technical) in zip(self.rows, figures.rows, strict=True):
            for label, text in ((name, word), (figure, value)):
                if label.text() != text:
                    label.setText(text)
                    label.setToolTip(technical)
        for label, text in ((self.proof, figures.proof), (self.stability, figures.stability)):
            if label.text() != text:
                label.setText(text)

    def show_active_change(self, change: ThresholdChange | None, calibration: CalibrationResult) -> None:
        """Show which thresholds are active, and since when and by whom."""
        from vqganodip_gui.threshold.change_signing import standing_text

        self.standing.setText(standing_text(change, calibration))

    def enlarge(self, look: CalibrationBoard, score: float) -> None:
        """Show a board in large panels, in place of the plot."""
        if self.viewer is None:
            self.viewer = BoardViewer()
            self.viewer.left.connect(self.viewer_left)
            self.sides.addWidget(self.viewer)
        self.viewer.show_calibration_board(look, score)
        self.sides.setCurrentWidget(self.viewer)

    def enlarged(self) -> tuple[CalibrationBoard, ViewState] | None:
        """The board in large panels and how it is shown; None while the plot is shown."""
        viewer = self.viewer
        if viewer is None or viewer.board is None or self.sides.currentWidget() is not viewer:
            return None
        return viewer.board, viewer.panels.view_state()

    def refresh_theme(self) -> None:
        """Draw the plots in the colours of the theme."""
        if self.histogram is not None and self.roc is not None:
            self.histogram.refresh_theme()
            self.roc.refresh_theme()

    def _left(self) -> QWidget:
        head, about, bar = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.confirmed)
        head.addWidget(self.escape)
        head.addWidget(self.export)
        about.addWidget(self.protocol, 1)
        about.addWidget(self.classifier, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self.logarithmic, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.typed, self.no_miss, self.reset, self.banded, self.typed_doubtful_until):
            typed = isinstance(widget, ScoreField)
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus if typed else Qt.FocusPolicy.TabFocus)
            if not typed:
                widget.setMinimumWidth(widget.sizeHint().width() + 4)
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.change)
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addLayout(head)
        left.addLayout(about)
        left.addLayout(self._plot_place, 3)
        left.addLayout(bar)
        left.addWidget(self.boards, 2)
        return side

    def _right(self) -> QWidget:
        for row in range(_FIGURES):
            name, value = QLabel(), QLabel()
            name.setObjectName("muted")
            if row < 2:
                value.setObjectName("score")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._figures.addWidget(name, row, 0)
            self._figures.addWidget(value, row, 1)
            self.rows.append((name, value))
        self._figures.setColumnStretch(0, 1)
        self._figures.setVerticalSpacing(_BETWEEN_FIGURES_PX)
        frame = QWidget()
        frame.setFixedWidth(470)
        right = QVBoxLayout(frame)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addLayout(self._figures)
        for label in (self.proof, self.stability, self.standing):
            right.addWidget(label)
        self.tabs.addTab(self.log, tr("Changes"))
        self.tabs.addTab(self.stability_table, tr("Stability"))
        self.tabs.addTab(_explained(self.classifiers_message, self.classifiers), tr("Classifiers"))
        self.tabs.addTab(_explained(self.metrics_message, self.metrics), tr("Metrics"))
        right.addWidget(self.tabs, 1)
        return frame


def _explained(message: QLabel, table: QWidget) -> QWidget:
    """A table below a sentence about it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(message)
    column.addWidget(table, 1)
    return whole
