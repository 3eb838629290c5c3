"""The model that is being made: its data, its training, its calibration. It outlives the page, and the window.

Training and calibration are processes of the command line: the window stays fluid, its memory is its own, and a crash
of one costs the other nothing. They tell what happens in a file of the run folder, so whoever opens the window later
sees what whoever closed it would have seen.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from vqganodip.errors import TrainingError, VqganodipError, system_reason
from vqganodip.review.accounts import Permission
from vqganodip_gui.training.event_log import (
    FITTING_SHARES,
    TRAINING_SHARES,
    EventLogReader,
    JobProgress,
    JobState,
)
from vqganodip_gui.training.job_request import JobRequest
from vqganodip_gui.training.process import launch
from vqganodip_gui.training.runs import Run, find_runs, read_run

if TYPE_CHECKING:
    from vqganodip.datasets.layouts import Dataset
    from vqganodip_gui.services.context import Context

_LOOK_MS: Final = 300


class Phase(StrEnum):
    """What the engineer can do next follows from it."""

    EMPTY = "empty"
    CHECKING = "checking"
    READY = "ready"
    TRAINING = "training"
    LEFT_OFF = "left off"
    TRAINED = "trained"
    FITTING = "fitting"
    FITTED = "fitted"


@dataclass(frozen=True, slots=True, eq=False)
class DataFound:
    """What the names of its files say of a folder."""

    dataset: Dataset


class JobController(QObject):
    """Holds the order in hand and watches its processes."""

    changed = Signal()
    """Something else can be done now."""
    progressed = Signal()
    """The process has told something."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self.folder: Path | None = None
        self.found: DataFound | None = None
        self.data_failed: Exception | None = None
        self.order: JobRequest | None = None
        self.run: Run | None = None
        self.training: EventLogReader | None = None
        self.fitting: EventLogReader | None = None
        self.stop_requested = ""
        """The word that the process was given and has not followed yet."""
        self._asked = 0
        self._was = Phase.EMPTY
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.check_data)
        context.workspace_opened.connect(self._workspace_opened)

    # what is there

    @property
    def phase(self) -> Phase:
        if self.order is None:
            if self.folder is None:
                return Phase.EMPTY
            return Phase.READY if self.found is not None or self.data_failed is not None else Phase.CHECKING
        if self.training is not None and self.training.going:
            return Phase.TRAINING
        if self.fitting is not None and self.fitting.going:
            return Phase.FITTING
        if self.run is None or not self.run.has_bundle or self.run.state == "running":
            return Phase.LEFT_OFF
        return Phase.FITTED if self.run.fitted else Phase.TRAINED

    @property
    def working(self) -> bool:
        """Whether a process works, or is about to."""
        return self.phase in (Phase.TRAINING, Phase.FITTING)

    @property
    def share(self) -> float | None:
        """How far what works is, in [0, 1]; None while nothing works."""
        if self.order is None or not self.working:
            return None
        stages = self.told.stages
        weights = TRAINING_SHARES if self.phase is Phase.TRAINING else FITTING_SHARES
        known = {
            name: weight for name, weight in weights.items() if name in stages or not _passed(name, weights, stages)
        }
        done = sum(weight * stages[name].share for name, weight in known.items() if name in stages)
        return done / sum(known.values())

    @property
    def told(self) -> JobProgress:
        """What the process in hand, or the last one, has told."""
        watch = self._last_watch()
        return JobProgress() if watch is None else watch.told

    @property
    def failure(self) -> VqganodipError | None:
        """Why the last process ended, if that was not asked for and not its end."""
        watch = self._last_watch()
        if watch is None or watch.going:
            return None
        if watch.told.failure is not None:
            return watch.told.failure
        if watch.state is JobState.BROKEN:
            return TrainingError(
                "job-broken-off", "it broke off without a word: the computer or the process was ended", where=watch.log
            )
        return None

    # the data set

    def choose(self, folder: Path) -> None:
        """Check a data set; the current run is set aside."""
        if self.working:
            return
        self.order = self.run = self.training = self.fitting = None
        self._look_at(folder)

    def _look_at(self, folder: Path) -> None:
        """Reads the names of the images."""
        self.folder, self.found, self.data_failed = folder, None, None
        self._asked += 1
        number = self._asked

        def read() -> DataFound:
            from vqganodip.datasets.layouts import load_dataset

            return DataFound(load_dataset(folder))

        def found(answer: DataFound) -> None:
            if number == self._asked:
                self.found = answer
                self.changed.emit()

        def failed(error: Exception) -> None:
            if number == self._asked:
                self.data_failed = error
                self.changed.emit()

        self.changed.emit()
        self._context.tasks.run(read, found, failed)

    def close(self) -> None:
        """The window closes: what is read of the data is not waited for; processes go on."""
        self._asked += 1
        self._timer.stop()

    # the processes

    def start(self, order: JobRequest) -> None:
        """Begins a training.

        Raises:
            VqganodipError: The person may not, or the folder cannot be written.
        """
        self._context.login.require(Permission.MAKE_MODELS)
        self._take(order)
        self._launch("train", order.train_arguments(resume=False))

    def go_on(self) -> None:
        """Goes on with the training in hand, from its last checkpoint; VqganodipError."""
        self._context.login.require(Permission.MAKE_MODELS)
        if self.order is not None and not self.working:
            self._launch("train", self.order.train_arguments(resume=True))

    def fit(self) -> None:
        """Measures the labelled boards and fits score and threshold; VqganodipError."""
        self._context.login.require(Permission.MAKE_MODELS)
        if self.order is not None and not self.working:
            self._launch("fit", self.order.fit_arguments(max(1, (os.cpu_count() or 2) - 1)))

    def stop(self) -> None:
        """Ends what works, early and well; VqganodipError."""
        self._ask("stop")

    def cancel(self) -> None:
        """Ends the training at once; its folders go when it has ended. VqganodipError."""
        self._ask("abort")

    def discard_run(self) -> None:
        """Removes what was left off; VqganodipError."""
        self._context.login.require(Permission.MAKE_MODELS)
        if self.order is not None and not self.working:
            self._remove(self.order)

    def forget_run(self) -> None:
        """Leaves the order in hand as it is, for another training of the same data or of others."""
        if not self.working:
            folder = self.folder if self.order is None else self.order.dataset
            self.order = self.run = self.training = self.fitting = None
            if folder is not None:
                self.choose(folder)

    def resume_run(self, order: JobRequest) -> None:
        """Takes an order into hand that was given some time ago."""
        if not self.working:
            self._take(order)
            self.check_data()
            self.changed.emit()

    def check_data(self) -> None:
        """Reads what the processes have told."""
        news = False
        for watch in (self.training, self.fitting):
            if watch is not None:
                news = watch.poll() or news
        phase = self.phase
        if phase is not self._was and self._was in (Phase.TRAINING, Phase.FITTING):
            self._ended()
            phase = self.phase
        if not self.working:
            self._timer.stop()
        if phase is not self._was:
            self._was = phase
            self.changed.emit()
        elif news:
            self.progressed.emit()

    # inside

    def _last_watch(self) -> EventLogReader | None:
        fitting = self.fitting
        return fitting if fitting is not None and fitting.state is not JobState.NONE else self.training

    def _take(self, order: JobRequest) -> None:
        folder = order.run_folder
        self.order, self.run, self.stop_requested = order, read_run(order), ""
        self.training = EventLogReader(folder / "train.jsonl", folder / "train.log")
        self.fitting = EventLogReader(folder / "fit.jsonl", folder / "fit.log")
        self.training.poll()
        self.fitting.poll()
        self._was = self.phase
        if self.found is None or self.found.dataset.root != order.dataset:
            self._look_at(order.dataset)
        if self.working:
            self._timer.start()

    def _launch(self, verb: str, arguments: list[str]) -> None:
        assert self.order is not None
        assert self.training is not None
        assert self.fitting is not None
        try:
            self.order.write()
        except OSError as error:
            raise TrainingError(
                "job-folder-unwritable",
                "the folder of the training cannot be written ({error})",
                where=self.order.run_folder,
                todo="Choose another workspace, or make room.",
                error=system_reason(error),
            ) from error
        if verb == "train":
            self.fitting = EventLogReader(
                self.fitting.events, self.fitting.log
            )  # of a bundle that will not be the same
        watch = self.training if verb == "train" else self.fitting
        watch.clear_stop_request()
        watch.started(launch(arguments, watch.log))
        self.stop_requested = ""
        self._was = self.phase
        self._timer.start()
        self.changed.emit()

    def _ask(self, word: str) -> None:
        self._context.login.require(Permission.MAKE_MODELS)
        watch = self._last_watch()
        if watch is None or not watch.going:
            return
        try:
            watch.ask(word)
        except OSError as error:
            raise TrainingError(
                "job-not-stopped",
                "the training cannot be asked to end ({error})",
                where=watch.events.parent,
                todo="Make room on the drive, or check its rights.",
                error=system_reason(error),
            ) from error
        self.stop_requested = word
        self.changed.emit()

    def _ended(self) -> None:
        """A process has ended: what it left is read, and what was asked for after it begins."""
        assert self.order is not None
        word, self.stop_requested = self.stop_requested, ""
        was_training = self._was is Phase.TRAINING
        self.run = read_run(self.order)
        if word == "abort" and was_training:
            self._remove(self.order)
            return
        told = self.training.told if self.training is not None else JobProgress()
        whole = was_training and told.code == 0 and told.built is not None and not told.built.get("stopped")
        if whole and self.order.fit_after:
            with contextlib.suppress(VqganodipError):  # somebody else is at the station: the page offers it
                self.fit()

    def _remove(self, order: JobRequest) -> None:
        self.order = self.run = self.training = self.fitting = None

        def job() -> None:
            shutil.rmtree(order.run_folder, ignore_errors=True)
            shutil.rmtree(order.bundle, ignore_errors=True)

        def gone(_answer: object) -> None:
            self.changed.emit()  # the version is free again

        self._context.tasks.write_and_report(job, gone, gone, 0.0)
        if self.found is None:
            self.choose(order.dataset)
        self.changed.emit()

    def _workspace_opened(self) -> None:
        """Takes up what works in this workspace, or what was left off last."""
        workspace = self._context.workspace
        self._timer.stop()
        self._asked += 1
        self.order = self.run = self.training = self.fitting = None
        self.folder = self.found = self.data_failed = None
        self._was = Phase.EMPTY
        self.changed.emit()
        if workspace is None:
            return

        def done(runs: list[Run]) -> None:
            if self.order is None and self.folder is None and self._context.workspace is workspace:
                for run in (*(r for r in runs if r.works), *(r for r in runs[:1] if r.unfinished)):
                    self.resume_run(run.order)
                    return

        self._context.tasks.run(lambda: find_runs(workspace.folder), done, lambda _error: None)


def _passed(name: str, weights: Mapping[str, float], stages: Mapping[str, object]) -> bool:
    """Whether a stage was left out: a later one has begun."""
    order = list(weights)
    return any(later in stages for later in order[order.index(name) + 1 :])
