"""Panels of the six stages, and the texts of the stage bar and the page header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from vqganodip.datasets.dataset import Layout
from vqganodip.number_format import grouped, seconds_text
from vqganodip.settings import Depth
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.summary import percent
from vqganodip_gui.training.bundle_panels import ClassifiersPanel, MaskPanel, MetricsPanel, ThresholdPanel
from vqganodip_gui.training.data_panel import DataPanel
from vqganodip_gui.training.event_log import JobProgress
from vqganodip_gui.training.job_controller import JobController, Phase
from vqganodip_gui.training.job_request import ADAPTED
from vqganodip_gui.training.runs import MODELS
from vqganodip_gui.training.stage_bar import Mark, StageBar, StageName, StageView
from vqganodip_gui.training.train_form import TrainForm
from vqganodip_gui.training.training_view import (
    RECONSTRUCTION,
    SEGMENTATION,
    THRESHOLD,
    TRAINING_STAGES,
    TrainingView,
    remaining_s,
    training_words,
)

if TYPE_CHECKING:
    from vqganodip_gui.services.context import Context
    from vqganodip_gui.training.bundle_summary import BundleSummary

_GRAVE_NOTES = ("data-twins", "data-group-across", "data-listed-twice", "images-left-out", "truth-masks")
"""Beginnings of the codes of notes that a person should read before a training."""

_FIT = (StageName.METRICS, StageName.CLASSIFIERS, StageName.THRESHOLD)


@dataclass(frozen=True, slots=True)
class Head:
    """Contents of the page header: title, sentence, and the primary button with its action."""

    title: str
    text: str
    action: str
    enabled: bool = True
    is_error: bool = False


class Stages:
    """Presenter of the state of the jobs in the panels and the stage bar."""

    def __init__(self, context: Context, jobs: JobController, stage_bar: StageBar) -> None:
        self._context, self._stage_bar = context, stage_bar
        self._jobs = jobs
        self.data = DataPanel()
        self.form, self.live = TrainForm(), TrainingView()
        self.training = QStackedWidget()
        self.training.addWidget(self.form)
        self.training.addWidget(self.live)
        self.mask, self.metrics = MaskPanel(), MetricsPanel()
        self.classifiers, self.threshold = ClassifiersPanel(), ThresholdPanel()
        self._panels: dict[StageName, QWidget] = dict(
            zip(
                StageName,
                (self.data, self.training, self.mask, self.metrics, self.classifiers, self.threshold),
                strict=True,
            )
        )
        self._summary: BundleSummary | None = None
        self._shown_data: object = None
        self._stage = StageName.DATA

    def panels(self) -> Sequence[QWidget]:
        """Return the panels in the order of the stages."""
        return tuple(self._panels.values())

    def panel(self, name: StageName) -> QWidget:
        """Return the panel of a stage."""
        return self._panels[name]

    def current(self) -> StageName:
        """Return the stage that the current phase is about."""
        jobs = self._jobs
        match jobs.phase:
            case Phase.EMPTY | Phase.CHECKING:
                return StageName.DATA
            case Phase.READY:
                return StageName.DATA if jobs.dataset is None or self._findings() else StageName.TRAIN
            case Phase.TRAINING:
                return StageName.MASK if "normal variation" in jobs.progress.stages else StageName.TRAIN
            case Phase.INTERRUPTED | Phase.TRAINED:
                return StageName.TRAIN
            case Phase.FITTING:
                return StageName.CLASSIFIERS if "classifiers" in jobs.progress.stages else StageName.METRICS
            case _:
                return StageName.THRESHOLD

    def stage_change(self) -> tuple[StageName, StageName]:
        """Return the current stage at the previous call, and the current stage now."""
        before, self._stage = self._stage, self.current()
        return before, self._stage

    def refresh(self) -> None:
        """Update panels and stage bar."""
        jobs = self._jobs
        self._show_data()
        self._show_check()
        if jobs.request is None:
            self.training.setCurrentWidget(self.form)
        else:
            self.training.setCurrentWidget(self.live)
            self.live.show_depth(jobs.request.depth)
            if jobs.training is not None:
                self.live.show_progress(
                    jobs.training.progress,
                    jobs.request.run_folder,
                    is_running=jobs.training.is_running,
                    minutes=jobs.request.planned_minutes,
                )
        fitting = jobs.fitting.progress if jobs.fitting is not None else JobProgress()
        self.metrics.show_state(fitting, self._summary)
        self.classifiers.show_state(fitting, self._summary)
        for name, view in self._views().items():
            self._stage_bar.show_stage(name, view)

    def show_bundle(self, summary: BundleSummary | None) -> None:
        """Show the contents of the current bundle; None if there is none."""
        self._summary = summary
        self.mask.show_bundle(summary)
        self.threshold.show_bundle(summary)
        self.refresh()

    def refresh_theme(self) -> None:
        """Redraw the plots in the colours of the theme."""
        self.live.refresh_theme()
        self.threshold.refresh_theme()

    def _findings(self) -> int:
        """Number of findings that the person should see before a training; few boards are none."""
        data, checked = self._jobs.dataset, self._jobs.checked
        if data is None or self._jobs.request is not None:
            return 0
        count = sum(note.code.startswith(_GRAVE_NOTES) for note in data.notes)
        return count if checked is None else count + len(checked.findings)

    def _show_check(self) -> None:
        jobs = self._jobs
        if jobs.dataset is not None and jobs.request is None:
            self.data.show_check(jobs.checked, jobs.dataset.root)

    def _show_data(self) -> None:
        jobs = self._jobs
        folder = jobs.folder if jobs.request is None else jobs.request.dataset
        key = (folder, jobs.dataset, jobs.dataset_error, jobs.proposed)
        if folder is None or key == self._shown_data:
            return
        self._shown_data = key
        if jobs.dataset_error is not None:
            self.data.show_failure(folder, jobs.dataset_error)
        elif jobs.dataset is None:
            self.data.show_checking(folder)
        else:
            self.data.show_dataset(jobs.dataset)
            self._show_check()
            workspace = self._context.workspace
            if workspace is not None:
                data = jobs.dataset
                labelled = bool(data.abnormal and data.normal)
                names, models = self._context.names, workspace.folder / MODELS
                self.form.begin(
                    models,
                    folder,
                    labelled=labelled,
                    names=names,
                    product=jobs.proposed,
                    plain=data.layout is Layout.PLAIN,
                    boards=len(data.train) + len(data.mask),
                )

    # stage bar

    def _views(self) -> dict[StageName, StageView]:
        views = {
            StageName.DATA: self._data_view(),
            StageName.TRAIN: self._train_view(),
            StageName.MASK: self._mask_view(),
        }
        return views | self._fit_views()

    def _data_view(self) -> StageView:
        jobs = self._jobs
        if jobs.dataset_error is not None:
            return StageView(Mark.FAILED, tr("cannot be used"))
        data, findings = jobs.dataset, self._findings()
        if findings:
            return StageView(Mark.WARNING, tr("{count:finding|findings}", count=findings))
        few = jobs.request is None and jobs.checked is not None and jobs.checked.few is not None
        mark = Mark.WARNING if few else Mark.DONE
        if data is not None and not data.test:
            return StageView(mark, tr("{count:board|boards}", count=len(data.train) + len(data.mask)))
        if data is None:
            return StageView(Mark.RUNNING) if jobs.request is None else StageView(Mark.DONE, jobs.request.dataset.name)
        text = tr("{train} for training; labelled: {good} good, {bad} defective")
        text = text.format(
            train=grouped(len(data.train) + len(data.mask)), good=len(data.normal), bad=len(data.abnormal)
        )
        return StageView(mark, text)

    def _train_view(self) -> StageView:
        jobs = self._jobs
        if jobs.request is None or jobs.training is None:
            return StageView()
        progress = jobs.training.progress
        if jobs.phase is Phase.TRAINING:
            if "normal variation" in progress.stages:
                return StageView(Mark.DONE, tr("done"))
            stage = current_stage(progress)
            share = progress.stages[stage].share if stage else 0.0
            return StageView(Mark.RUNNING, training_words().get(stage, tr("starting")), share)
        run = jobs.run
        if jobs.phase is Phase.INTERRUPTED:
            mark = Mark.FAILED if jobs.failure is not None else Mark.WARNING
            step = 0 if run is None else run.step
            text = tr("interrupted at step {step}").format(step=grouped(step)) if step else tr("interrupted")
            return StageView(mark, text)
        if run is not None and run.state == "stopped":
            return StageView(Mark.WARNING, tr("stopped early; the model is usable"))
        return StageView(Mark.DONE, tr("done"))

    def _mask_view(self) -> StageView:
        jobs, stage = self._jobs, None
        if jobs.training is not None and jobs.phase is Phase.TRAINING:
            stage = jobs.training.progress.stages.get("normal variation")
        if stage is not None:
            return StageView(Mark.RUNNING, "", stage.share)
        if self._summary is None:
            return StageView()
        if self._summary.depth is not Depth.WHOLE:
            return StageView(Mark.DONE, tr("reference board of {count:board|boards}", count=self._summary.boards))
        if self._summary.variation is None:
            return StageView(Mark.DONE, tr("free position: no mask"))
        return StageView(Mark.DONE, tr("boards: {count}").format(count=self._summary.boards))

    def _fit_views(self) -> dict[StageName, StageView]:
        jobs = self._jobs
        views = {name: StageView() for name in _FIT}
        normal = None if self._summary is None else self._summary.normal_only
        if normal is not None and jobs.phase is not Phase.FITTING:
            later = StageView(Mark.TO_COME, tr("from the first defects on"))
            return views | {
                StageName.METRICS: later,
                StageName.CLASSIFIERS: later,
                StageName.THRESHOLD: StageView(Mark.DONE, tr("normal boards only")),
            }
        if jobs.fitting is None:
            return views
        stages = jobs.fitting.progress.stages
        calibration = None if self._summary is None else self._summary.calibration
        if jobs.phase is Phase.FITTING:
            metrics, search = stages.get("metrics"), stages.get("classifiers")
            if search is None:
                share = 0.0 if metrics is None else metrics.share
                views[StageName.METRICS] = StageView(Mark.RUNNING, tr("measuring the labelled boards"), share)
            else:
                views[StageName.METRICS] = StageView(Mark.DONE, tr("measured"))
                views[StageName.CLASSIFIERS] = StageView(Mark.RUNNING, translated(search.message), search.share)
        elif calibration is not None:
            report = calibration.report
            auroc = report.row(report.chosen).auroc
            chosen = report.chosen if auroc is None else f"{report.chosen}, AUROC {auroc:.3f}"
            flagged = percent(calibration.counts(calibration.threshold.value).fpr)
            views[StageName.METRICS] = StageView(Mark.DONE, tr("{count:metric|metrics}", count=report.metrics))
            views[StageName.CLASSIFIERS] = StageView(Mark.DONE, chosen)
            views[StageName.THRESHOLD] = StageView(
                Mark.DONE, tr("none missed, {share} of good boards flagged").format(share=flagged)
            )
        elif jobs.phase is Phase.TRAINED and jobs.failure is not None and jobs.fitting.progress.began_at is not None:
            views[StageName.METRICS] = StageView(Mark.FAILED, tr("failed"))
        return views

    # page header

    def head(self) -> Head:
        """Return the contents of the page header."""
        jobs = self._jobs
        request, progress = jobs.request, jobs.progress
        title = tr("New model") if request is None else str(self._context.names.in_force(request.name))
        match jobs.phase:
            case Phase.READY:
                usable = jobs.dataset is not None
                problem = (self.form.problem() or self._too_few_aligned()) if usable else ""
                start = tr("Build the model") if self.form.at_once() else tr("Start training")
                note = problem or (self._of_the_demo() if usable else "")
                return Head(title, note, start, usable and not problem, is_error=bool(note))
            case Phase.TRAINING:
                return Head(title, self._training_words(progress), "")
            case Phase.INTERRUPTED:
                has_started = jobs.run is not None and bool(jobs.run.state)
                action = tr("Resume training") if has_started else tr("Try again")
                return Head(title, self._interrupted_words(), action, is_error=jobs.failure is not None)
            case Phase.TRAINED:
                fit = tr("Fit score and threshold")
                return Head(title, self._trained_words(), fit, is_error=jobs.failure is not None)
            case Phase.FITTING:
                return Head(title, self._fitting_words(progress), "")
            case Phase.FITTED:
                in_use = request is not None and self._context.bundle == request.bundle
                text = tr("This station uses this model.") if in_use else tr("The model is complete.")
                if self._summary is not None and self._summary.normal_only is not None:
                    text += " " + tr("Nothing is promised about missed defects.")
                return Head(title, text, "" if in_use else tr("Use this model for this station"))
            case _:
                return Head(title, "", tr("Start training"), enabled=False)

    def _too_few_aligned(self) -> str:
        """Return why a model that needs aligned boards cannot be built from these; empty if it can."""
        few = None if self._jobs.checked is None else self._jobs.checked.few
        if few is None or few.code != "data-few-aligned" or self.form.whole():
            return ""
        return translated(few)

    def _of_the_demo(self) -> str:
        """Return what a model built in the workspace of the demo line is good for; empty elsewhere."""
        if self._context.demo is None:
            return ""
        return tr(
            "The demo line always uses its own model. To use the one that you build, open a workspace of your own "
            "first."
        )

    def stop_tip(self) -> str:
        """Return the tooltip of the stop button: the effect of stopping now."""
        if self._jobs.phase is Phase.FITTING:
            return tr("Measurements are kept; the fit can be resumed later.")
        request = self._jobs.request
        adapts = request is not None and request.depth == ADAPTED
        if current_stage(self._jobs.progress) in ((SEGMENTATION, THRESHOLD) if adapts else (RECONSTRUCTION,)):
            return tr("A model is written with the training so far, and the training can be resumed later.")
        if adapts:
            return tr(
                "There is no model before the segmentation network is trained; the training can be resumed from here."
            )
        return tr(
            "There is no model before the reconstruction network is trained; the training can be resumed from here."
        )

    def _training_words(self, progress: JobProgress) -> str:
        jobs = self._jobs
        assert jobs.request is not None
        if jobs.stop_requested == "abort":
            return tr("Cancelling the training …")
        if jobs.stop_requested:
            return tr("Stopping the training and keeping its results …")
        if progress.began_at is None or not progress.stages:
            return tr("Starting the training …")
        if "normal variation" in progress.stages:
            return tr("Measuring the normal variation …")
        minutes = jobs.request.planned_minutes
        left = remaining_s(progress, minutes)
        stage = training_words().get(current_stage(progress), "")
        if left is None:
            return stage
        if minutes is None:
            return tr("{stage}: about {time} left").format(stage=stage, time=seconds_text(max(left, 1)))
        text = tr("{stage}. About {time} left of {whole:g} min")
        return text.format(stage=stage, time=seconds_text(max(left, 1)), whole=minutes)

    def _fitting_words(self, progress: JobProgress) -> str:
        if self._jobs.stop_requested:
            return tr("Stopping the fit and keeping the measurements …")
        for name, text in (
            ("classifiers", tr("Training the classifiers: about {time} left")),
            ("metrics", tr("Measuring the labelled boards: about {time} left")),
        ):
            stage = progress.stages.get(name)
            left = None if stage is None else stage.remaining_s()
            if left:
                return text.format(time=seconds_text(max(left, 1)))
            if stage is not None:
                return training_words()[name]
        return tr("Starting the fit …")

    def _failure_words(self) -> str:
        failure = self._jobs.failure
        if failure is None:
            return ""
        if failure.code == "job-broken-off":
            text = tr("The job ended without a message; the process may have been killed. Log: {place}")
            return text.format(place=failure.where)
        return format_error(failure)

    def _interrupted_words(self) -> str:
        failed = self._failure_words()
        if failed:
            return failed
        run = self._jobs.run
        if run is not None and run.step:
            text = tr("Interrupted at step {step} after {time}. There is no model yet; the training so far is kept.")
            return text.format(step=grouped(run.step), time=seconds_text(run.seconds))
        return tr("Interrupted before the first checkpoint.")

    def _trained_words(self) -> str:
        failed = self._failure_words()
        run = self._jobs.run
        if failed:
            return failed
        if run is not None and run.state == "stopped":
            return tr("Stopped early. The model is usable; score and threshold are fitted next.")
        return tr("Trained. Score and threshold are fitted next.")


def current_stage(progress: JobProgress) -> str:
    """Return the running stage of the training; empty before the first."""
    started = [name for name in TRAINING_STAGES if name in progress.stages]
    return started[-1] if started else ""
