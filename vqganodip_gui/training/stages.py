"""The six stages: their panels, what the rail says of them, and what the head of the page says and offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.summary import percent
from vqganodip_gui.training.bundle_panels import ClassifiersPanel, MaskPanel, MetricsPanel, ThresholdPanel
from vqganodip_gui.training.data_panel import DataPanel
from vqganodip_gui.training.event_log import JobProgress
from vqganodip_gui.training.job_controller import JobController, Phase
from vqganodip_gui.training.runs import MODELS
from vqganodip_gui.training.stage_bar import Mark, StageBar, StageName, StageView
from vqganodip_gui.training.train_form import TrainForm
from vqganodip_gui.training.training_view import RECONSTRUCTION, TRAINING_STAGES, TrainingView, left_s, training_words

if TYPE_CHECKING:
    from vqganodip_gui.services.context import Context
    from vqganodip_gui.training.bundle_summary import BundleSummary

_FIT = (StageName.METRICS, StageName.CLASSIFIERS, StageName.THRESHOLD)


@dataclass(frozen=True, slots=True)
class Head:
    """The line above the stages."""

    title: str
    text: str
    primary: str
    may: bool = True
    wrong: bool = False


class Stages:
    """Fills panels and rail from the workshop."""

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
        self._shown: BundleSummary | None = None
        self._data_of: object = None
        self._at = StageName.DATA

    def panels(self) -> Sequence[QWidget]:
        """In the order of the stages."""
        return tuple(self._panels.values())

    def panel(self, name: StageName) -> QWidget:
        """The panel of a stage."""
        return self._panels[name]

    def now(self) -> StageName:
        """The stage that an engineer wants to see as things are."""
        jobs = self._jobs
        match jobs.phase:
            case Phase.EMPTY | Phase.CHECKING:
                return StageName.DATA
            case Phase.READY:
                return StageName.DATA if jobs.found is None else StageName.TRAIN
            case Phase.TRAINING:
                return StageName.MASK if "normal variation" in jobs.told.stages else StageName.TRAIN
            case Phase.LEFT_OFF | Phase.TRAINED:
                return StageName.TRAIN
            case Phase.FITTING:
                return StageName.CLASSIFIERS if "classifiers" in jobs.told.stages else StageName.METRICS
            case _:
                return StageName.THRESHOLD

    def moved(self) -> tuple[StageName, StageName]:
        """The stage to see when this was asked last, and the one to see now."""
        before, self._at = self._at, self.now()
        return before, self._at

    def refresh(self) -> None:
        """Panels and rail as the workshop stands."""
        jobs = self._jobs
        self._show_data()
        if jobs.order is None:
            self.training.setCurrentWidget(self.form)
        else:
            self.training.setCurrentWidget(self.live)
            if jobs.training is not None:
                self.live.show_progress(jobs.training.told, jobs.order.run_folder, going=jobs.training.going)
        fitted = jobs.fitting.told if jobs.fitting is not None else JobProgress()
        self.metrics.show_state(fitted, self._shown)
        self.classifiers.show_state(fitted, self._shown)
        for name, view in self._views().items():
            self._stage_bar.show_stage(name, view)

    def show_bundle(self, shown: BundleSummary | None) -> None:
        """What the bundle in hand shows."""
        self._shown = shown
        self.mask.show_bundle(shown)
        self.threshold.show_bundle(shown)
        self.refresh()

    def refresh_theme(self) -> None:
        """Draws plots in the colours of the theme."""
        self.live.refresh_theme()
        self.threshold.refresh_theme()

    def _show_data(self) -> None:
        jobs = self._jobs
        folder = jobs.folder if jobs.order is None else jobs.order.dataset
        key = (folder, jobs.found, jobs.data_failed)
        if folder is None or key == self._data_of:
            return
        self._data_of = key
        if jobs.data_failed is not None:
            self.data.show_failure(folder, jobs.data_failed)
        elif jobs.found is None:
            self.data.show_checking(folder)
        else:
            self.data.show_found(jobs.found)
            workspace = self._context.workspace
            if workspace is not None:
                data = jobs.found.dataset
                self.form.begin(workspace.folder / MODELS, folder, labelled=bool(data.abnormal and data.normal))

    # the rail

    def _views(self) -> dict[StageName, StageView]:
        views = {
            StageName.DATA: self._data_view(),
            StageName.TRAIN: self._train_view(),
            StageName.MASK: self._mask_view(),
        }
        return views | self._fit_views()

    def _data_view(self) -> StageView:
        jobs = self._jobs
        if jobs.data_failed is not None:
            return StageView(Mark.FAILED, tr("cannot be used"))
        if jobs.found is None:
            return (
                StageView(Mark.DONE, jobs.order.dataset.name) if jobs.order is not None else StageView(Mark.UNDER_WAY)
            )
        data = jobs.found.dataset
        text = tr("{train} for training, {good} good and {bad} defective labelled")
        said = text.format(train=f"{len(data.train) + len(data.mask):,}", good=len(data.normal), bad=len(data.abnormal))
        return StageView(Mark.DONE, said)

    def _train_view(self) -> StageView:
        jobs = self._jobs
        if jobs.order is None or jobs.training is None:
            return StageView()
        told = jobs.training.told
        if jobs.phase is Phase.TRAINING:
            if "normal variation" in told.stages:
                return StageView(Mark.DONE, tr("done"))
            stage = current_stage(told)
            share = told.stages[stage].share if stage else 0.0
            return StageView(Mark.UNDER_WAY, training_words().get(stage, tr("starting")), share)
        run = jobs.run
        if jobs.phase is Phase.LEFT_OFF:
            mark = Mark.FAILED if jobs.failure is not None else Mark.WARNING
            step = 0 if run is None else run.step
            return StageView(mark, tr("left off at step {step}").format(step=f"{step:,}") if step else tr("left off"))
        if run is not None and run.state == "stopped":
            return StageView(Mark.WARNING, tr("stopped early, the model is usable"))
        return StageView(Mark.DONE, tr("done"))

    def _mask_view(self) -> StageView:
        jobs, stage = self._jobs, None
        if jobs.training is not None and jobs.phase is Phase.TRAINING:
            stage = jobs.training.told.stages.get("normal variation")
        if stage is not None:
            return StageView(Mark.UNDER_WAY, "", stage.share)
        if self._shown is None:
            return StageView()
        if self._shown.variation is None:
            return StageView(Mark.DONE, tr("free position: no mask"))
        return StageView(Mark.DONE, tr("boards: {count}").format(count=self._shown.boards))

    def _fit_views(self) -> dict[StageName, StageView]:
        jobs = self._jobs
        views = {name: StageView() for name in _FIT}
        if jobs.fitting is None:
            return views
        stages = jobs.fitting.told.stages
        found = None if self._shown is None else self._shown.calibrated
        if jobs.phase is Phase.FITTING:
            measured, searched = stages.get("metrics"), stages.get("classifiers")
            if searched is None:
                share = 0.0 if measured is None else measured.share
                views[StageName.METRICS] = StageView(Mark.UNDER_WAY, tr("measuring the labelled boards"), share)
            else:
                views[StageName.METRICS] = StageView(Mark.DONE, tr("measured"))
                views[StageName.CLASSIFIERS] = StageView(Mark.UNDER_WAY, translated(searched.message), searched.share)
        elif found is not None:
            report = found.report
            auroc = report.row(report.chosen).auroc
            chosen = report.chosen if auroc is None else f"{report.chosen}, AUROC {auroc:.3f}"
            flagged = percent(found.counts(found.threshold.value).fpr)
            views[StageName.METRICS] = StageView(Mark.DONE, tr("{count} metrics").format(count=report.metrics))
            views[StageName.CLASSIFIERS] = StageView(Mark.DONE, chosen)
            views[StageName.THRESHOLD] = StageView(
                Mark.DONE, tr("none missed, {share} of good boards flagged").format(share=flagged)
            )
        elif jobs.phase is Phase.TRAINED and jobs.failure is not None and jobs.fitting.told.began_at is not None:
            views[StageName.METRICS] = StageView(Mark.FAILED, tr("broken off"))
        return views

    # the head

    def head(self) -> Head:
        """Title, sentence, and the button for what comes next."""
        jobs = self._jobs
        order, told = jobs.order, jobs.told
        title = tr("New model") if order is None else order.title
        match jobs.phase:
            case Phase.READY:
                usable = jobs.found is not None
                problem = self.form.problem() if usable else ""
                return Head(title, problem, tr("Start the training"), usable and not problem, wrong=bool(problem))
            case Phase.TRAINING:
                return Head(title, self._training_words(told), "")
            case Phase.LEFT_OFF:
                begun = jobs.run is not None and bool(jobs.run.state)
                again = tr("Continue the training") if begun else tr("Try again")
                return Head(title, self._left_off_words(), again, wrong=jobs.failure is not None)
            case Phase.TRAINED:
                fit = tr("Fit on the labelled boards")
                return Head(title, self._trained_words(), fit, wrong=jobs.failure is not None)
            case Phase.FITTING:
                return Head(title, self._fitting_words(told), "")
            case Phase.FITTED:
                used = order is not None and self._context.bundle == order.bundle
                said = tr("This station uses this model.") if used else tr("The model is complete.")
                return Head(title, said, "" if used else tr("Use this model for this station"))
            case _:
                return Head(title, "", tr("Start the training"), may=False)

    def stop_tip(self) -> str:
        """What stopping does now."""
        if self._jobs.phase is Phase.FITTING:
            return tr("Boards that are measured stay measured: the fit goes on from there.")
        if current_stage(self._jobs.told) == RECONSTRUCTION:
            return tr("The model is made of what was learned so far, and the training can go on later.")
        return tr("Before the reconstruction network learns there is no model: the training goes on later from here.")

    def _training_words(self, told: JobProgress) -> str:
        jobs = self._jobs
        assert jobs.order is not None
        if jobs.stop_requested == "abort":
            return tr("The training is being ended …")
        if jobs.stop_requested:
            return tr("The training stops, what it learned is kept …")
        if told.began_at is None or not told.stages:
            return tr("The training starts …")
        if "normal variation" in told.stages:
            return tr("The normal variation is being measured …")
        left = left_s(told, jobs.order.minutes if jobs.order.steps is None else None)
        stage = training_words().get(current_stage(told), "")
        if left is None:
            return stage
        if jobs.order.steps is not None:
            return tr("{stage}: about {time} left").format(stage=stage, time=formatting.seconds(max(left, 1)))
        text = tr("{stage}. About {time} left of {whole:g} min")
        return text.format(stage=stage, time=formatting.seconds(max(left, 1)), whole=jobs.order.minutes)

    def _fitting_words(self, told: JobProgress) -> str:
        if self._jobs.stop_requested:
            return tr("The fit ends, what was measured is kept …")
        for name, text in (
            ("classifiers", tr("Training the classifiers: about {time} left")),
            ("metrics", tr("Measuring the labelled boards: about {time} left")),
        ):
            stage = told.stages.get(name)
            left = None if stage is None else stage.left_s()
            if left:
                return text.format(time=formatting.seconds(max(left, 1)))
            if stage is not None:
                return training_words()[name]
        return tr("The fit starts …")

    def _failure_words(self) -> str:
        failure = self._jobs.failure
        if failure is None:
            return ""
        if failure.code == "job-broken-off":
            return tr("The job ended without a message: the computer or the process was stopped. Log: {place}").format(
                place=failure.where
            )
        return format_error(failure)

    def _left_off_words(self) -> str:
        failed = self._failure_words()
        if failed:
            return failed
        run = self._jobs.run
        if run is not None and run.step:
            text = tr("Left off at step {step}, after {time}; there is no model yet. What was learned is kept.")
            return text.format(step=f"{run.step:,}", time=formatting.seconds(run.seconds))
        return tr("Left off before the first checkpoint.")

    def _trained_words(self) -> str:
        failed = self._failure_words()
        run = self._jobs.run
        if failed:
            return failed
        if run is not None and run.state == "stopped":
            return tr("Stopped early. The model is usable; its labelled boards give it score and threshold.")
        return tr("Trained. The labelled boards give it score and threshold.")


def current_stage(told: JobProgress) -> str:
    """The stage of the training that is under way; empty before the first."""
    known = [name for name in TRAINING_STAGES if name in told.stages]
    return known[-1] if known else ""
