"""Live view of a training: progress of its stages, curves, reconstructions of held-out boards, and notices."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from vqganodip.number_format import fill_template, grouped, seconds_text
from vqganodip_gui.i18n.engine_messages import translated, translated_lines
from vqganodip_gui.i18n.translation import language, tr
from vqganodip_gui.training.curve_plot import CurvePlot
from vqganodip_gui.training.event_log import TRAINING_SHARES, JobProgress, StageProgress
from vqganodip_gui.training.job_request import ADAPTED, AT_ONCE
from vqganodip_gui.training.run_tables import PROGRESS, VALIDATION, GrowingTable, sample_pictures
from vqganodip_gui.widgets.picture_view import PictureView

RECONSTRUCTION: Final = "reconstruction"
PATCH, SEGMENTATION = "patch features", "foreign"
THRESHOLD: Final = "threshold"
NORMAL_FEATURES: Final = "normal features"
PARTS: Final = "parts"
TRAINING_STAGES: Final = (
    "data",
    "position",
    "registration",
    PATCH,
    "features",
    SEGMENTATION,
    RECONSTRUCTION,
    THRESHOLD,
    NORMAL_FEATURES,
    PARTS,
)
_VARIATION: Final = "normal variation"
_AT_ONCE_STAGES: Final = frozenset({"data", "position", "registration", "features", THRESHOLD, NORMAL_FEATURES, PARTS})
_STAGES: Final = {AT_ONCE: _AT_ONCE_STAGES, ADAPTED: _AT_ONCE_STAGES | {SEGMENTATION}}
"""Stages of a model without a reconstruction, by its depth."""


def training_words() -> dict[str, str]:
    """Return the names of the stages of a training in the user's language."""
    return {
        "data": tr("Reading the images"),
        "position": tr("Fixed position?"),
        "registration": tr("Aligning the boards"),
        PATCH: tr("Patch feature network"),
        "features": tr("Features of the boards"),
        SEGMENTATION: tr("Segmentation network"),
        RECONSTRUCTION: tr("Reconstruction network"),
        _VARIATION: tr("Normal variation"),
        THRESHOLD: tr("Threshold"),
        NORMAL_FEATURES: tr("Features of normal images"),
        PARTS: tr("Parts of the boards"),
        "metrics": tr("Metrics"),
        "classifiers": tr("Classifiers"),
    }


def figures_text(stage: StageProgress) -> str:
    """Return the figures of a stage in the user's language; the engine's message if it has no figures."""

    figures = stage.figures
    parts = [
        (tr("{count:image|images}"), "images", "count"),
        (tr("{count:board|boards} aligned"), "boards", "count"),
        (tr("correlation after alignment {value:.2f}"), "correlation", "value"),
        (tr("step {count:,}"), "step", "count"),
        (tr("loss {value:.4f}"), "loss", "value"),
        (tr("{value:.0%} distinguished"), "told_apart", "value"),
        ("PSNR {value:.1f} dB", "psnr", "value"),
        (tr("held out {value:.1f} dB"), "held_out_psnr", "value"),
        (tr("{count:code|codes} used"), "codes_used", "count"),
    ]
    texts = [
        fill_template(text, {field: round(figures[name]) if field == "count" else figures[name]}, language())
        for text, name, field in parts
        if name in figures
    ]
    return ", ".join(texts) or translated(stage.message)


def remaining_s(progress: JobProgress, minutes: float | None) -> float | None:
    """Return the estimated remaining time of a training in seconds; None if unknown."""
    stages = progress.stages
    if minutes is None:
        running = [name for name, stage in stages.items() if name in TRAINING_STAGES and stage.share < 1.0]
        return stage_remaining_s(progress, running[-1], None) if running else None
    if PATCH not in stages:
        return minutes * 60
    return sum(_time_share(progress, name) * (1.0 - _done(progress, name)) for name in TRAINING_SHARES) * minutes * 60


def stage_remaining_s(progress: JobProgress, name: str, minutes: float | None) -> float | None:
    """Return the estimated remaining time of one stage in seconds; None if unknown.

    In a training of given duration it is the stage's part of that time, so it never exceeds the whole.
    """
    if minutes is not None and name in TRAINING_SHARES:
        return _time_share(progress, name) * (1.0 - _done(progress, name)) * minutes * 60
    return progress.stages[name].remaining_s() if name in progress.stages else None


def _done(progress: JobProgress, name: str) -> float:
    return progress.stages[name].share if name in progress.stages else 0.0


def _time_share(progress: JobProgress, name: str) -> float:
    """Share of a stage in the duration; a product in free position has no segmentation network."""
    skipped = RECONSTRUCTION in progress.stages and SEGMENTATION not in progress.stages
    if not skipped:
        return TRAINING_SHARES[name]
    return {SEGMENTATION: 0.0, RECONSTRUCTION: TRAINING_SHARES[RECONSTRUCTION] + TRAINING_SHARES[SEGMENTATION]}.get(
        name, TRAINING_SHARES[name]
    )


_NOTICES: Final = 4
"""Lines of notices that are visible; the others scroll."""

_FRAME: Final = 16
"""Frame, padding and margin above and below them."""


class TrainingView(QWidget):
    """Progress bars at the top, plots and pictures below them, notices at the bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, tuple[QLabel, QProgressBar, QLabel]] = {}
        self.pictures = QWidget()
        self.loss = CurvePlot(tr("loss"), "", logarithmic=True)
        self.quality = CurvePlot("PSNR", "dB")
        self.sample = PictureView(tr("Held-out boards: original, reconstruction, difference"))
        self.sample_caption = QLabel()
        self.sample_caption.setObjectName("hint")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Step of the picture"))
        self.notices = QPlainTextEdit()
        self.notices.setReadOnly(True)
        self.notices.setAccessibleName(tr("Notices"))
        self.notices.setFixedHeight(_NOTICES * self.notices.fontMetrics().lineSpacing() + _FRAME)  # whole lines
        self._run_folder: Path | None = None
        self._progress: GrowingTable | None = None
        self._validation: GrowingTable | None = None
        self._pictures: list[tuple[int, Path]] | None = None
        self._began_at: float | None = None
        self._lay_out()
        self.slider.valueChanged.connect(self._show_picture)

    def show_progress(
        self, progress: JobProgress, run_folder: Path, *, is_running: bool, minutes: float | None = None
    ) -> None:
        """Show the current state of the training; ``minutes`` is its duration, if that was given."""
        if run_folder != self._run_folder or progress.began_at != self._began_at:
            self._run_folder, self._began_at = run_folder, progress.began_at
            self._progress, self._validation = (
                GrowingTable(run_folder / PROGRESS),
                GrowingTable(run_folder / VALIDATION),
            )
            self._pictures = None
        self._show_bars(progress, is_running, minutes)
        self._show_curves(progress)
        self._find_pictures()
        text = translated_lines(progress.notices)
        self.notices.setVisible(bool(text))
        if self.notices.toPlainText() != text:
            self.notices.setPlainText(text)

    def show_depth(self, depth: str) -> None:
        """Show the stages, plots and pictures that a model of this depth has."""
        stages = _STAGES.get(depth)
        for stage, parts in self.rows.items():
            for part in parts:
                part.setVisible(stage != THRESHOLD if stages is None else stage in stages)
        self.split.setVisible(depth != AT_ONCE)
        self.pictures.setVisible(depth != ADAPTED)

    def refresh_theme(self) -> None:
        """Redraw the plots in the colours of the theme."""
        self.loss.refresh_theme()
        self.quality.refresh_theme()

    def _show_bars(self, progress: JobProgress, is_running: bool, minutes: float | None) -> None:
        for stage, (name, bar, words) in self.rows.items():
            known = progress.stages.get(stage)
            bar.setValue(0 if known is None else round(1000 * known.share))
            name.setEnabled(known is not None)
            text = "" if known is None else figures_text(known)
            runs = is_running and known is not None and known.share < 1.0
            left = stage_remaining_s(progress, stage, minutes) if runs else None
            if left is not None and left >= 1:
                text = f"{text} · " + tr("{time} left").format(time=seconds_text(left)) if text else text
            if words.text() != text:
                words.setText(text)

    def _show_curves(self, progress: JobProgress) -> None:
        assert self._progress is not None
        assert self._validation is not None
        news = self._progress.read_new_rows()
        news = self._validation.read_new_rows() or news
        columns = self._progress.columns
        self.quality.setVisible(bool(columns.get("step")))
        if columns.get("step"):
            if news or self.loss.count() != len(columns["step"]):
                names = (("loss", tr("all")), ("pixel", tr("pixels")), ("perceptual", tr("perceptual")))
                more = (("codebook", tr("codebook")),)
                self.loss.show_series(*((word, columns["step"], columns[key]) for key, word in (*names, *more)))
                validation = self._validation.columns
                self.quality.show_series(
                    (tr("held-out boards"), validation.get("step", ()), validation.get("psnr", ())),
                    (tr("training boards"), columns["step"], columns["psnr"]),
                )
            return
        words = training_words()
        series = [
            (words.get(stage, stage), *points) for stage, points in progress.losses.items() if stage != RECONSTRUCTION
        ]
        if series:
            self.loss.show_series(*series)

    def _find_pictures(self) -> None:
        assert self._run_folder is not None
        found = sample_pictures(self._run_folder)
        if found == self._pictures:
            return
        at_end = self.slider.value() == self.slider.maximum()
        self._pictures = found
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(found) - 1))
        if at_end or self.slider.value() >= len(found):
            self.slider.setValue(len(found) - 1)
        self.slider.blockSignals(False)
        self._show_picture()

    def _show_picture(self) -> None:
        pictures = self._pictures or []
        self.slider.setEnabled(len(pictures) > 1)
        if not pictures:
            self.sample.show_image(QImage())
            self.sample_caption.setText(
                tr("Held-out boards are shown once the reconstruction network is being trained.")
            )
            return
        step, path = pictures[min(self.slider.value(), len(pictures) - 1)]
        self.sample.show_file(path)
        self.sample_caption.setText(
            tr("Held-out boards at step {step}: original, reconstruction, difference").format(step=grouped(step))
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        words = training_words()
        for number, stage in enumerate((*TRAINING_STAGES, _VARIATION)):
            name, bar, at = QLabel(words[stage]), QProgressBar(), QLabel()
            bar.setRange(0, 1000)
            bar.setTextVisible(False)
            bar.setFixedWidth(160)
            at.setObjectName("hint")
            grid.addWidget(name, number, 0)
            grid.addWidget(bar, number, 1)
            grid.addWidget(at, number, 2)
            self.rows[stage] = (name, bar, at)
        grid.setColumnStretch(2, 1)
        pictures, plots = self.pictures, QWidget()
        right, left = QVBoxLayout(pictures), QVBoxLayout(plots)
        for column in (right, left):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
        left.addWidget(self.loss, 1)
        left.addWidget(self.quality, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.sample_caption, 1)
        foot.addWidget(self.slider, 1)
        right.addWidget(self.sample, 1)
        right.addLayout(foot)
        self.split = split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(plots)
        split.addWidget(pictures)
        split.setSizes([500, 560])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(split, 1)
        column.addWidget(self.notices)
        column.addStretch(0)
