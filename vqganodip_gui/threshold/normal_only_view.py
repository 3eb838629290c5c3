"""Threshold of a model without known defects: scores of its normal boards, what is promised, and the offer of a fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vqganodip.number_format import grouped
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.change_log import ChangeLog
from vqganodip_gui.threshold.draft import COARSE, FINE, within_range
from vqganodip_gui.threshold.fit_offer import offer_sentences
from vqganodip_gui.threshold.score_field import ScoreField
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.plain_table import table_texts

if TYPE_CHECKING:  # numpy and the plots are imported when the page is first shown
    from vqganodip.calibration.normal_calibration import NormalCalibration
    from vqganodip.review.threshold_log import ThresholdChange
    from vqganodip.scoring.verdict import Thresholds
    from vqganodip_gui.threshold.page_data import Reading
    from vqganodip_gui.threshold.report_content import Texts
    from vqganodip_gui.threshold.score_histogram import ScoreHistogram

_WIDTH: Final = 470
_BAND: Final = 0.05
"""Width of a new doubtful band where no normal board scores above the threshold."""


class NormalOnlyView(QWidget):
    """Histogram with the line on the left; promise, offer and changes on the right. It shows no figure of misses.

    Attributes:
        calibration: Scores of the normal boards; None while the model has known defects.
        flag_from: The threshold as drawn.
        doubtful_until: End of the doubtful band as drawn; None without one.
        histogram: Histogram with the line; None until a calibration is first shown.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calibration: NormalCalibration | None = None
        self.changes: tuple[ThresholdChange, ...] = ()
        self.flag_from = 0.5
        self.doubtful_until: float | None = None
        self.histogram: ScoreHistogram | None = None
        self.title, self.about, self.promise = QLabel(tr("Threshold")), QLabel(), QLabel()
        self.standing, self.offer, self.band_note = QLabel(), QLabel(), QLabel()
        self.band_note.setObjectName("muted")
        self.title.setObjectName("emptyTitle")
        self.about.setObjectName("muted")
        self.promise.setObjectName("warning")
        for label in (self.about, self.promise, self.standing, self.offer, self.band_note):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.typed = ScoreField(tr("Threshold"))
        self.typed.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.reset = QPushButton(tr("Reset to the threshold in force"))
        self.reset.setToolTip(tr("Move the line back to the threshold in force (Escape)"))
        self.banded = QCheckBox(tr("Doubtful up to"))
        self.banded.setToolTip(
            tr("Between the two lines the machine decides nothing: a person does (key B; end: Ctrl and arrows)")
        )
        self.typed_doubtful_until = ScoreField(tr("End of the doubtful band"))
        self.typed_doubtful_until.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.export = QPushButton(tr("Export page…"))
        self.export.setToolTip(tr("One HTML or PDF file with figures, tables and curves for the quality file"))
        self.change = GuardedButton(tr("Activate…"))
        self.change.setObjectName("primary")
        self.escape = GuardedButton(tr("A board failed later…"))
        self.escape.setToolTip(tr("Finds its record, and the threshold that would have caught it"))
        self.fit = GuardedButton(tr("Fit with confirmed boards…"))
        self.grow = GuardedButton(tr("Add good boards to the reference…"))
        self.grow.setToolTip(tr("Builds a new version whose reference has the good boards that review has confirmed"))
        self.confirmed: tuple[tuple[str, float], ...] = ()
        """Serial number and score of the defects that review has confirmed."""
        self.rows: list[tuple[QLabel, QLabel]] = []
        self.log = ChangeLog()
        self._plot_place = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(self._left(), 1)
        row.addWidget(self._right())
        self.typed.valueChanged.connect(lambda value: self.move_to(value, self.doubtful_until))
        self.typed_doubtful_until.valueChanged.connect(lambda until: self.move_to(self.flag_from, until))
        self.banded.toggled.connect(self.set_band)
        self.reset.clicked.connect(self.move_to_active)

    def clear(self) -> None:
        """Forget the calibration."""
        self.calibration = None

    def show_reading(self, reading: Reading, calibration: NormalCalibration, model: str) -> None:
        """Show the scores, the threshold in force, its changes and the offer of a fit."""
        self.calibration, self.changes, offer = calibration, reading.changes, reading.offer
        self.confirmed = () if offer is None else offer.scored
        histogram = self._made_histogram()
        histogram.show_scores(calibration)
        self.about.setText(
            tr(
                "{bundle}: rule “normal boards only”. {count:normal board|normal boards}, each scored by a reference "
                "board made without it; no known defect took part.",
                bundle=model,
                count=len(calibration.scores),
            )
        )
        self.offer.setText("" if offer is None else offer_sentences(offer))
        self.fit.setEnabled(offer is not None and offer.ready)
        self.grow.setVisible(reading.grows)
        self.log.show_changes(reading.changes, reading.applications, calibration)
        self._show_standing()
        self.move_to_active()

    def show_workspace(self, scores: tuple[float, ...]) -> None:
        """Draw the outline of the boards of the workspace."""
        self._made_histogram().show_workspace(scores)

    def thresholds(self) -> Thresholds:
        """The thresholds as drawn."""
        from vqganodip.scoring.verdict import Thresholds

        return Thresholds(self.flag_from, self.doubtful_until)

    def active_thresholds(self) -> Thresholds:
        """The thresholds of the newest change for this model, or the model's own."""
        from vqganodip.review.threshold_log import active_change
        from vqganodip.scoring.verdict import Thresholds

        assert self.calibration is not None
        active = active_change(self.changes, self.calibration.bundle_sha256)
        return Thresholds(self.calibration.bundle_threshold) if active is None else active.thresholds

    def move_to(self, flag_from: float, doubtful_until: float | None = None) -> None:
        """Draw the thresholds; nothing changes until they are signed.

        Args:
            flag_from: The threshold.
            doubtful_until: End of the doubtful band; None closes it.
        """
        found = self.calibration
        if found is None or self.histogram is None:
            return
        self.flag_from, self.doubtful_until = within_range(flag_from, doubtful_until)
        drawn = self.thresholds()
        self.histogram.set_thresholds(drawn.flag_from, drawn.doubtful_until)
        self.typed.show_threshold(self.flag_from, found.threshold_text(self.flag_from))
        self.promise.setText(translated(found.promise(self.flag_from)))
        self._show_band(found)
        flagged, count = found.flagged(self.flag_from), len(found.scores)
        part = tr("{part} of {whole}").format(part=grouped(flagged), whole=grouped(count))
        misses = (tr("Defects missed"), tr("unknown"))
        if self.confirmed:
            below = sum(score < self.flag_from for _name, score in self.confirmed)
            among = tr("{part} of {whole}").format(part=grouped(below), whole=grouped(len(self.confirmed)))
            misses = (tr("Confirmed defects missed"), among)
        for (name, value), texts in zip(self.rows, ((tr("Normal boards flagged"), part), misses), strict=True):
            name.setText(texts[0])
            value.setText(texts[1])
        self.change.setEnabled(drawn != self.active_thresholds())
        self.moved.emit()

    def move_to_active(self) -> None:
        """Draw the thresholds in force."""
        if self.calibration is not None:
            now = self.active_thresholds()
            self.move_to(now.flag_from, now.doubtful_until)

    def set_band(self, wanted: bool) -> None:
        """Open the doubtful band, up to the threshold of the model or a little above the line, or close it."""
        if self.calibration is not None:
            until = max(self.calibration.bundle_threshold, self.flag_from + _BAND)
            self.move_to(self.flag_from, until if wanted else None)

    def texts(self) -> Texts:
        """The texts of the page, for an export."""
        from vqganodip_gui.threshold.report_content import Texts

        return Texts(
            title=self.title.text(),
            about=self.about.text(),
            standing=(self.standing.text(),),
            rows=tuple((name.text(), value.text()) for name, value in self.rows),
            sentences=(self.promise.text(), self.band_note.text(), self.offer.text()),
            tables=((tr("Changes"), *table_texts(self.log.table)),),
        )

    def _show_band(self, found: NormalCalibration) -> None:
        until = self.doubtful_until
        banded = until is not None
        with QSignalBlocker(self.banded):
            self.banded.setChecked(banded)
        self.typed_doubtful_until.setVisible(banded)
        self.band_note.setVisible(banded)
        if until is None:
            self.band_note.clear()
            return
        self.typed_doubtful_until.show_threshold(until, found.threshold_text(until))
        above = found.flagged(until)
        self.band_note.setText(
            tr(
                "Normal boards in the doubtful band: {band:,}; above it: {above:,}. No known defect took part, so "
                "where the band ends is a decision and not a measurement.",
                band=found.flagged(self.flag_from) - above,
                above=above,
            )
        )

    def press(self, event: QKeyEvent) -> None:
        """Move the line by an arrow key, or back by Escape."""
        step = COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else FINE
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                by = step if event.key() == Qt.Key.Key_Right else -step
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.doubtful_until is not None:
                    self.move_to(self.flag_from, self.doubtful_until + by)
                else:
                    self.move_to(self.flag_from + by, self.doubtful_until)
            case Qt.Key.Key_B if not event.isAutoRepeat():
                self.set_band(self.doubtful_until is None)
            case Qt.Key.Key_Escape:
                self.move_to_active()

    def refresh_theme(self) -> None:
        """Draw the plot in the colours of the theme."""
        if self.histogram is not None:
            self.histogram.refresh_theme()

    def _show_standing(self) -> None:
        from vqganodip.review.threshold_log import active_change
        from vqganodip_gui.threshold.change_signing import standing_text

        assert self.calibration is not None
        change = active_change(self.changes, self.calibration.bundle_sha256)
        self.standing.setText(standing_text(change, self.calibration))

    def _made_histogram(self) -> ScoreHistogram:
        if self.histogram is None:
            from vqganodip_gui.threshold.score_histogram import ScoreHistogram

            self.histogram = ScoreHistogram()
            self.histogram.moved.connect(lambda value: self.move_to(value, self.doubtful_until))
            self.histogram.band_moved.connect(lambda until: self.move_to(self.flag_from, until))
            self._plot_place.addWidget(self.histogram, 1)
        return self.histogram

    def _left(self) -> QVBoxLayout:
        head, bar, left = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.grow)
        head.addWidget(self.escape)
        head.addWidget(self.export)
        for widget in (self.typed, self.reset, self.banded, self.typed_doubtful_until):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.change)
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self.about)
        left.addLayout(self._plot_place, 1)
        left.addLayout(bar)
        return left

    def _right(self) -> QWidget:
        figures = QGridLayout()
        for row in range(2):
            name, value = QLabel(), QLabel()
            name.setObjectName("muted")
            value.setObjectName("score")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figures.addWidget(name, row, 0)
            figures.addWidget(value, row, 1)
            self.rows.append((name, value))
        figures.setColumnStretch(0, 1)
        heading = QLabel(tr("From the first defects on"))
        heading.setObjectName("paneTitle")
        frame = QWidget()
        frame.setFixedWidth(_WIDTH)
        right = QVBoxLayout(frame)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addLayout(figures)
        right.addWidget(self.promise)
        right.addWidget(self.band_note)
        right.addWidget(self.standing)
        right.addWidget(heading)
        right.addWidget(self.offer)
        right.addWidget(self.fit, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.log, 1)
        return frame
