"""Controller of the training and calibration jobs of a workspace; outlives the page and the window.

Training and calibration run as command-line processes: the window stays responsive, memory is separate, and a crash of
one does not affect the other. Each process writes its events to a file in the run folder, so a window that is opened
later shows the same state.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from vqganodip.errors import DatasetError, TrainingError, VqganodipError, system_reason
from vqganodip.review.accounts import Permission
from vqganodip_gui.training.event_log import (
    ADAPTED_SHARES,
    AT_ONCE_SHARES,
    FITTING_SHARES,
    TRAINING_SHARES,
    EventLogReader,
    JobProgress,
    JobState,
)
from vqganodip_gui.training.job_request import ADAPTED, AT_ONCE, WHOLE, JobRequest
from vqganodip_gui.training.process import launch
from vqganodip_gui.training.runs import Run, find_runs, read_run

if TYPE_CHECKING:
    from vqganodip.datasets.layouts import Dataset
    from vqganodip.training.picture_check import PicturesChecked
    from vqganodip_gui.services.context import Context

_POLL_MS: Final = 300
_TRAINING_PART: Final = 0.75
"""Share of the training in the progress of a training that a fit follows."""


class Phase(StrEnum):
    """State of the current model; determines what can be done next."""

    EMPTY = "empty"
    CHECKING = "checking"
    READY = "ready"
    TRAINING = "training"
    INTERRUPTED = "interrupted"
    TRAINED = "trained"
    FITTING = "fitting"
    FITTED = "fitted"


class JobController(QObject):
    """Controller that starts, watches and stops the processes of the current job request."""

    changed = Signal()
    """Emitted when the phase or the job request changes."""
    checking = Signal()
    """Emitted when the check of the pictures has read another one."""
    _checked = Signal(int, object)
    progressed = Signal()
    """Emitted when the running process has written events."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self.folder: Path | None = None
        self.dataset: Dataset | None = None
        self.dataset_error: Exception | None = None
        self.checked: PicturesChecked | None = None
        """How far the check of the pictures is; its last event has the findings."""
        self.proposed: str = ""
        """Product whose next version is prepared; empty for a new product."""
        self.request: JobRequest | None = None
        self.run: Run | None = None
        self.training: EventLogReader | None = None
        self.fitting: EventLogReader | None = None
        self.stop_requested = ""
        """Pending request to the process: ``stop``, ``abort``, or empty."""
        self._request_id = 0
        self._was = Phase.EMPTY
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self.poll_processes)
        self._checked.connect(self._take_check)
        context.workspace_opened.connect(self._workspace_opened)

    # state

    @property
    def phase(self) -> Phase:
        if self.request is None:
            if self.folder is None:
                return Phase.EMPTY
            return Phase.READY if self.dataset is not None or self.dataset_error is not None else Phase.CHECKING
        if self.training is not None and self.training.is_running:
            return Phase.TRAINING
        if self.fitting is not None and self.fitting.is_running:
            return Phase.FITTING
        if self.run is None or not self.run.has_bundle or self.run.state == "running":
            return Phase.INTERRUPTED
        return Phase.FITTED if self.run.fitted else Phase.TRAINED

    @property
    def working(self) -> bool:
        """True while a process runs or is starting."""
        return self.phase in (Phase.TRAINING, Phase.FITTING)

    @property
    def share(self) -> float | None:
        """Overall progress in [0, 1] of the running training and of the fit that follows it; None if no job runs."""
        if self.request is None or not self.working:
            return None
        done = self._job_share()
        if not self.request.fit_after:
            return done
        return _TRAINING_PART * done if self.phase is Phase.TRAINING else _TRAINING_PART + (1 - _TRAINING_PART) * done

    def _job_share(self) -> float:
        """Progress of the running process in [0, 1]."""
        stages = self.progress.stages
        depth = WHOLE if self.request is None else self.request.depth
        training = {AT_ONCE: AT_ONCE_SHARES, ADAPTED: ADAPTED_SHARES}.get(depth, TRAINING_SHARES)
        weights = training if self.phase is Phase.TRAINING else FITTING_SHARES
        known = {
            name: weight
            for name, weight in weights.items()
            if name in stages or not _was_skipped(name, weights, stages)
        }
        done = sum(weight * stages[name].share for name, weight in known.items() if name in stages)
        return done / sum(known.values())

    @property
    def progress(self) -> JobProgress:
        """Progress of the running or most recent process."""
        reader = self._last_reader()
        return JobProgress() if reader is None else reader.progress

    @property
    def failure(self) -> VqganodipError | None:
        """Reason why the last process failed; None if it did not."""
        reader = self._last_reader()
        if reader is None or reader.is_running:
            return None
        if reader.progress.failure is not None:
            return reader.progress.failure
        if reader.state is JobState.BROKEN:
            return TrainingError(
                "job-broken-off", "it broke off without a word: the computer or the process was ended", where=reader.log
            )
        return None

    # the data set

    def choose(self, folder: Path, product: str = "") -> None:
        """Select a data set for a new product, or for the next version of one, and leave the current job request."""
        if self.working:
            return
        self.proposed = product
        self.request = self.run = self.training = self.fitting = None
        self._read_dataset(folder)

    def _read_dataset(self, folder: Path) -> None:
        """List the images of a data set in a thread."""
        self.folder, self.dataset, self.dataset_error, self.checked = folder, None, None, None
        self._request_id += 1
        request_id = self._request_id

        def read() -> Dataset:
            from vqganodip.datasets.layouts import load_dataset, normal_folder

            try:
                return load_dataset(folder)
            except DatasetError as error:
                if error.code != "data-layout-unknown":
                    raise
                return normal_folder(folder)  # the form asks whether all its boards are good

        def done(dataset: Dataset) -> None:
            if request_id == self._request_id:
                self.dataset = dataset
                self.changed.emit()
                if self.request is None:
                    self._check_pictures(request_id, dataset)

        def failed(error: Exception) -> None:
            if request_id == self._request_id:
                self.dataset_error = error
                self.changed.emit()

        self.changed.emit()
        self._context.tasks.run(read, done, failed)

    def _check_pictures(self, request_id: int, dataset: Dataset) -> None:
        """Read and compare the pictures of a data set in a thread, as long as no other one is chosen."""

        def check() -> None:
            from vqganodip.training.picture_check import check_pictures

            for event in check_pictures(dataset, stop=lambda: request_id != self._request_id):
                self._checked.emit(request_id, event)

        self._context.tasks.run(check, lambda _: None)

    def _take_check(self, request_id: int, event: PicturesChecked) -> None:
        if request_id != self._request_id:
            return
        self.checked = event
        self.checking.emit()

    def close(self) -> None:
        """Stop watching because the window closes; the processes continue."""
        self._request_id += 1
        self._timer.stop()

    # the processes

    def start(self, request: JobRequest) -> None:
        """Start a training.

        Raises:
            VqganodipError: The user lacks the permission, or the folder cannot be written.
        """
        self._context.login.require(Permission.MAKE_MODELS)
        self._set_request(request)
        self._launch("train", request.train_arguments(resume=False))

    def resume_training(self) -> None:
        """Resume the current training from its last checkpoint. Raises VqganodipError."""
        self._context.login.require(Permission.MAKE_MODELS)
        if self.request is not None and not self.working:
            self._launch("train", self.request.train_arguments(resume=True))

    def fit(self) -> None:
        """Measure the labelled boards and fit score and threshold. Raises VqganodipError."""
        self._context.login.require(Permission.MAKE_MODELS)
        if self.request is not None and not self.working:
            self._launch("fit", self.request.fit_arguments(max(1, (os.cpu_count() or 2) - 1)))

    def stop(self) -> None:
        """Stop the running process and keep its results. Raises VqganodipError."""
        self._request_stop("stop")

    def cancel(self) -> None:
        """Abort the training; its folders are removed when it has ended. VqganodipError."""
        self._request_stop("abort")

    def discard_run(self) -> None:
        """Remove an interrupted training. Raises VqganodipError."""
        self._context.login.require(Permission.MAKE_MODELS)
        if self.request is not None and not self.working:
            self._remove(self.request)

    def leave_run(self) -> None:
        """Leave the current request unchanged to prepare the next version of its product on the same data set."""
        if not self.working:
            folder = self.folder if self.request is None else self.request.dataset
            name = None if self.request is None else self._context.names.in_force(self.request.name)
            self.request = self.run = self.training = self.fitting = None
            if folder is not None:
                self.choose(folder, "" if name is None else name.product)

    def open_run(self, request: JobRequest) -> None:
        """Make an earlier request the current one."""
        if not self.working:
            self._set_request(request)
            self.poll_processes()
            self.changed.emit()

    def poll_processes(self) -> None:
        """Read new events of the processes and update the phase."""
        news = False
        for reader in (self.training, self.fitting):
            if reader is not None:
                news = reader.poll() or news
        phase = self.phase
        if phase is not self._was and self._was in (Phase.TRAINING, Phase.FITTING):
            self._process_ended()
            phase = self.phase
        if not self.working:
            self._timer.stop()
        if phase is not self._was:
            self._was = phase
            self.changed.emit()
        elif news:
            self.progressed.emit()

    # implementation

    def _last_reader(self) -> EventLogReader | None:
        fitting = self.fitting
        return fitting if fitting is not None and fitting.state is not JobState.NONE else self.training

    def _set_request(self, request: JobRequest) -> None:
        folder = request.run_folder
        self.request, self.run, self.stop_requested = request, read_run(request), ""
        self.training = EventLogReader(folder / "train.jsonl", folder / "train.log")
        self.fitting = EventLogReader(folder / "fit.jsonl", folder / "fit.log")
        self.training.poll()
        self.fitting.poll()
        self._was = self.phase
        if self.dataset is None or self.dataset.root != request.dataset:
            self._read_dataset(request.dataset)
        if self.working:
            self._timer.start()

    def _launch(self, verb: str, arguments: list[str]) -> None:
        assert self.request is not None
        assert self.training is not None
        assert self.fitting is not None
        try:
            self.request.write()
        except OSError as error:
            raise TrainingError(
                "job-folder-unwritable",
                "the folder of the training cannot be written ({error})",
                where=self.request.run_folder,
                todo="Choose another workspace, or make room.",
                error=system_reason(error),
            ) from error
        if verb == "train":
            # earlier fits belong to a bundle that this training replaces
            self.fitting = EventLogReader(self.fitting.events, self.fitting.log)
        reader = self.training if verb == "train" else self.fitting
        reader.clear_stop_request()
        reader.mark_started(launch(arguments, reader.log))
        self.stop_requested = ""
        self._was = self.phase
        self._timer.start()
        self.changed.emit()

    def _request_stop(self, word: str) -> None:
        self._context.login.require(Permission.MAKE_MODELS)
        reader = self._last_reader()
        if reader is None or not reader.is_running:
            return
        try:
            reader.request_stop(word)
        except OSError as error:
            raise TrainingError(
                "job-not-stopped",
                "the training cannot be asked to end ({error})",
                where=reader.events.parent,
                todo="Make room on the drive, or check its rights.",
                error=system_reason(error),
            ) from error
        self.stop_requested = word
        self.changed.emit()

    def _process_ended(self) -> None:
        """Read the results of a process that has ended, and start the fit if it was requested."""
        assert self.request is not None
        word, self.stop_requested = self.stop_requested, ""
        was_training = self._was is Phase.TRAINING
        self.run = read_run(self.request)
        if word == "abort" and was_training:
            self._remove(self.request)
            return
        progress = self.training.progress if self.training is not None else JobProgress()
        whole = was_training and progress.code == 0 and progress.built is not None and not progress.built.get("stopped")
        if whole and self.request.fit_after:
            with contextlib.suppress(VqganodipError):  # without the permission, the page offers the fit instead
                self.fit()

    def _remove(self, request: JobRequest) -> None:
        self.request = self.run = self.training = self.fitting = None

        def job() -> None:
            shutil.rmtree(request.run_folder, ignore_errors=True)
            shutil.rmtree(request.bundle, ignore_errors=True)

        def removed(_result: object) -> None:
            self.changed.emit()  # the version is available again

        self._context.tasks.write_and_report(job, removed, removed, 0.0)
        if self.dataset is None:
            self.choose(request.dataset)
        self.changed.emit()

    def _workspace_opened(self) -> None:
        """Make the running or most recently interrupted training of this workspace the current one."""
        workspace = self._context.workspace
        self._timer.stop()
        self._request_id += 1
        self.request = self.run = self.training = self.fitting = None
        self.folder = self.dataset = self.dataset_error = None
        self._was = Phase.EMPTY
        self.changed.emit()
        if workspace is None:
            return

        def done(runs: list[Run]) -> None:
            if self.request is None and self.folder is None and self._context.workspace is workspace:
                for run in (*(r for r in runs if r.works), *(r for r in runs[:1] if r.unfinished)):
                    self.open_run(run.request)
                    return

        self._context.tasks.run(lambda: find_runs(workspace.folder), done, lambda _error: None)


def _was_skipped(name: str, weights: Mapping[str, float], stages: Mapping[str, object]) -> bool:
    """Return True if a stage was skipped: a later one has started."""
    names = list(weights)
    return any(later in stages for later in names[names.index(name) + 1 :])
