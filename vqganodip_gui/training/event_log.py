"""Incremental reader of a job's event log, whose format ``vqganodip.cli.event_file`` defines."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from vqganodip.errors import Message, VqganodipError, error_from_dict, plain, plain_error
from vqganodip.files import is_locked
from vqganodip_gui.training.growing_file import GrowingFile

TRAINING_SHARES: Final = {"patch features": 0.06, "foreign": 0.5, "reconstruction": 0.44}
ADAPTED_SHARES: Final = {
    "registration": 0.05,
    "features": 0.05,
    "foreign": 0.75,
    "threshold": 0.1,
    "normal features": 0.03,
    "parts": 0.02,
}
AT_ONCE_SHARES: Final = {
    "registration": 0.15,
    "features": 0.25,
    "threshold": 0.35,
    "normal features": 0.15,
    "parts": 0.1,
}
FITTING_SHARES: Final = {"metrics": 0.6, "classifiers": 0.4}
"""Approximate share of each stage in the total time."""

_START_TIMEOUT_S: Final = 60.0


@dataclass(slots=True)
class StageProgress:
    """Progress of a stage of a job."""

    share: float
    message: Message
    began_at: float
    began_share: float
    at: float
    figures: dict[str, float] = field(default_factory=dict)

    def remaining_s(self) -> float | None:
        """Return the estimated remaining time in seconds; None before there is any progress."""
        done = self.share - self.began_share
        if self.share >= 1.0:
            return 0.0
        return (self.at - self.began_at) / done * (1.0 - self.share) if done > 0 else None


@dataclass(slots=True)
class JobProgress:
    """State of a job since it was last started; losses also cover the runs that it resumes."""

    began_at: float | None = None
    stages: dict[str, StageProgress] = field(default_factory=dict)
    notices: list[Message] = field(default_factory=list)
    losses: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)
    built: dict[str, Any] | None = None
    failure: VqganodipError | None = None
    code: int | None = None

    def apply(self, event: dict[str, Any]) -> None:
        """Update the state by one event."""
        at = float(event.get("at", 0.0))
        match event.get("event"):
            case "begin":
                self.began_at, self.code, self.failure, self.built = at, None, None, None
                self.stages, self.notices = {}, []
            case "progress":
                self._progress(event, at)
            case "notice" | "left_out":
                self.notices.append(_text(event, "text"))
            case "built":
                self.built = event
            case "failed":
                self.failure = _failure(event)
            case "end":
                self.code = int(event["code"])

    def _progress(self, event: dict[str, Any], at: float) -> None:
        stage, share = str(event["stage"]), float(event["share"])
        known = self.stages.setdefault(stage, StageProgress(share, plain(""), at, share, at))
        known.share, known.message, known.at = share, _text(event, "message"), at
        figures = known.figures = event.get("figures", {})
        if "step" in figures and "loss" in figures:
            steps, losses = self.losses.setdefault(stage, ([], []))
            while steps and steps[-1] >= figures["step"]:  # resumed from an earlier checkpoint
                steps.pop()
                losses.pop()
            steps.append(float(figures["step"]))
            losses.append(float(figures["loss"]))


def _text(event: Mapping[str, Any], name: str) -> Message:
    """The text of an event; the bare English one where an older version wrote the file."""
    return Message.from_dict(event["coded"]) if "coded" in event else plain(str(event.get(name, "")))


def _failure(event: Mapping[str, Any]) -> VqganodipError:
    if "error" in event:
        return error_from_dict(event["error"])
    return plain_error(str(event["what"]), str(event["where"]), str(event["todo"]))


class JobState(StrEnum):
    """State of a process."""

    NONE = "none"
    STARTING = "starting"
    RUNNING = "running"
    ENDED = "ended"
    BROKEN = "broken"
    """The process ended without an end event: it was killed, or the power failed."""


class EventLogReader:
    """Incremental reader of the event log of one job; the job may have been started by another window."""

    def __init__(self, events: Path, log: Path) -> None:
        self.events, self.log = events, log
        self.progress = JobProgress()
        self.state = JobState.NONE
        self._file = GrowingFile(events)
        self._started: float | None = None
        self._ended: Callable[[], bool] = lambda: False

    @property
    def is_running(self) -> bool:
        """True while the process runs or is starting."""
        return self.state in (JobState.STARTING, JobState.RUNNING)

    def mark_started(self, ended: Callable[[], bool]) -> None:
        """Record that a process has just been started; ``ended`` returns True once it is gone."""
        self._read()
        self._ended = ended
        self.progress.began_at = self.progress.code = self.progress.failure = None
        self._started = time.monotonic()
        self.state = JobState.STARTING

    def poll(self) -> bool:
        """Read new events; returns True if anything changed."""
        # the lock is tested before the log is read: the end event is written before the lock is released
        alive = is_locked(self.events.with_name(f"{self.events.name}.lock"))
        before, news = self.state, self._read()
        progress = self.progress
        if progress.began_at is None:
            self.state = JobState.NONE if self._started is None else JobState.STARTING
            if self._started is not None and not alive and self._died_before_start(time.monotonic() - self._started):
                self.state = JobState.BROKEN
        elif progress.code is not None:
            self.state = JobState.ENDED if not alive else self.state
        else:
            self.state = JobState.RUNNING if alive else JobState.BROKEN
        self._ended()  # reaps a process that has ended
        return news or self.state is not before

    def request_stop(self, word: str) -> None:
        """Request the process to ``stop`` or ``abort``; OSError."""
        self._stop_file.write_text(word, encoding="utf-8")

    def clear_stop_request(self) -> None:
        """Remove a request that an earlier process left unanswered."""
        with suppress(OSError):
            self._stop_file.unlink()

    @property
    def _stop_file(self) -> Path:
        return self.events.with_name(f"{self.events.name}.stop")

    def _died_before_start(self, waited_s: float) -> bool:
        """Return True if the process died before writing any event."""
        if self._ended():
            return not self._read()  # it may have written events and ended in between
        return waited_s > _START_TIMEOUT_S

    def _read(self) -> bool:
        lines = self._file.new_lines()
        for line in lines:
            try:
                self.progress.apply(json.loads(line))
            except (ValueError, KeyError, TypeError):
                continue  # a line cut off when the process was killed, joined with the next one
        return bool(lines)
