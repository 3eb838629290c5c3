"""What a process told in its event file, read as it grows (``vqganodip.cli.event_file`` says what stands there)."""

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
FITTING_SHARES: Final = {"metrics": 0.6, "classifiers": 0.4}
"""About what part of the time a stage takes."""

_PATIENCE_S: Final = 60.0
_LOG_TAIL: Final = 4_000


@dataclass(slots=True)
class StageProgress:
    """How far a stage is, and since when."""

    share: float
    message: Message
    began_at: float
    began_share: float
    at: float
    figures: dict[str, float] = field(default_factory=dict)

    def left_s(self) -> float | None:
        """Seconds that it still takes at its pace; None while nobody can say."""
        done = self.share - self.began_share
        if self.share >= 1.0:
            return 0.0
        return (self.at - self.began_at) / done * (1.0 - self.share) if done > 0 else None


@dataclass(slots=True)
class JobProgress:
    """Everything that was told since the verb began last; losses also from before, when a training goes on."""

    began_at: float | None = None
    stages: dict[str, StageProgress] = field(default_factory=dict)
    notices: list[Message] = field(default_factory=list)
    losses: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)
    built: dict[str, Any] | None = None
    fitted: dict[str, Any] | None = None
    failure: VqganodipError | None = None
    code: int | None = None

    def take(self, event: dict[str, Any]) -> None:
        """One more event."""
        at = float(event.get("at", 0.0))
        match event.get("event"):
            case "begin":
                self.began_at, self.code, self.failure, self.built, self.fitted = at, None, None, None, None
                self.stages, self.notices = {}, []
            case "progress":
                self._progress(event, at)
            case "notice" | "left_out":
                self.notices.append(_text(event, "text"))
            case "built":
                self.built = event
            case "fitted":
                self.fitted = event
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
            while steps and steps[-1] >= figures["step"]:  # it went on from a checkpoint before
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
    """What is known of a process."""

    NONE = "none"
    STARTING = "starting"
    RUNNING = "running"
    ENDED = "ended"
    BROKEN = "broken"
    """It ended without a word: killed, or the power failed."""


class EventLogReader:
    """Reads the event file of one verb, whoever started it and when."""

    def __init__(self, events: Path, log: Path) -> None:
        self.events, self.log = events, log
        self.told = JobProgress()
        self.state = JobState.NONE
        self._file = GrowingFile(events)
        self._started: float | None = None
        self._ended: Callable[[], bool] = lambda: False

    @property
    def going(self) -> bool:
        """Whether the process works, or is about to."""
        return self.state in (JobState.STARTING, JobState.RUNNING)

    def started(self, ended: Callable[[], bool]) -> None:
        """A process was started just now; ``ended`` says whether it is gone."""
        self._read()
        self._ended = ended
        self.told.began_at = self.told.code = self.told.failure = None
        self._started = time.monotonic()
        self.state = JobState.STARTING

    def poll(self) -> bool:
        """Reads on; whether something is new."""
        alive = is_locked(self.events.with_name(f"{self.events.name}.lock"))  # asked first: the end is told before
        before, news = self.state, self._read()
        told = self.told
        if told.began_at is None:
            self.state = JobState.NONE if self._started is None else JobState.STARTING
            if self._started is not None and not alive and self._gone(time.monotonic() - self._started):
                self.state = JobState.BROKEN
        elif told.code is not None:
            self.state = JobState.ENDED if not alive else self.state
        else:
            self.state = JobState.RUNNING if alive else JobState.BROKEN
        self._ended()  # a process that has ended is let go
        return news or self.state is not before

    def ask(self, word: str) -> None:
        """Asks the process to ``stop`` or ``abort``; OSError."""
        self._stop_file.write_text(word, encoding="utf-8")

    def clear_stop_request(self) -> None:
        """What a process was asked that had ended by then is not asked of the next one."""
        with suppress(OSError):
            self._stop_file.unlink()

    @property
    def _stop_file(self) -> Path:
        return self.events.with_name(f"{self.events.name}.stop")

    def last_words(self) -> str:
        """The last line of its log: of a process that died, the reason."""
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace")[-_LOG_TAIL:].strip().splitlines()
        except OSError:
            return ""
        return lines[-1].strip() if lines else ""

    def _gone(self, waited_s: float) -> bool:
        """Whether a process that has told nothing yet will not tell anything any more."""
        if self._ended():
            return not self._read()  # it may have told and ended in between
        return waited_s > _PATIENCE_S

    def _read(self) -> bool:
        lines = self._file.new_lines()
        for line in lines:
            try:
                self.told.take(json.loads(line))
            except (ValueError, KeyError, TypeError):
                continue  # the line that a killed process left, with the next one behind it
        return bool(lines)
