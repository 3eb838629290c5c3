"""What a session needs from the outside: a clock that can wake it, a display, a writer. All are given to it.

With the virtual ones of :mod:`vqganodip.turing.session.virtual` the forty minutes of the paper pass in less than two
seconds; with those of the window they are real.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

__all__ = ["Alarm", "Clock", "Display", "Scene", "SceneKind", "Shown", "Writer"]


class SceneKind(StrEnum):
    """What fills the screen."""

    CONSENT = "consent"
    INSTRUCTIONS = "instructions"
    READY = "ready"
    GREY = "grey"
    STIMULUS = "stimulus"
    BREAK = "break"
    DEBRIEF = "debrief"
    INTERRUPTED = "interrupted"
    DONE = "done"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the screen.

    Attributes:
        kind: What it is.
        stimulus: Opaque id of the image; only of a stimulus.
        block: 0 for practice, 1, 2.
        seconds_left: Of the break; 0 when it may be ended.
        notice: A sentence for the person in front of it; only when interrupted.
    """

    kind: SceneKind
    stimulus: str = ""
    block: int = 0
    seconds_left: int = 0
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """When a scene was on the screen, as far as the display can know.

    Attributes:
        at: Seconds on the session's clock.
        source: ``swap`` (after the buffers were swapped), ``repaint`` (after painting; the screen follows within a
            frame) or ``virtual``.
        decode_ms: What preparing the image took, long before.
        queue_lag_ms: From the asked moment to the begin of painting.
        frame_ms: The longest frame of the transition.
        frames_dropped: Frames that the transition took beyond one.
    """

    at: float
    source: str
    decode_ms: float = 0.0
    queue_lag_ms: float = 0.0
    frame_ms: float = 0.0
    frames_dropped: int = 0


class Alarm(Protocol):
    """A wake-up call that can be taken back."""

    def cancel(self) -> None:
        """It will not come; nothing happens when it came already."""


class Clock(Protocol):
    """Monotonic time, and calls at absolute moments of it."""

    def now(self) -> float:
        """Seconds; never goes back."""

    def utc(self) -> str:
        """The time of day as ISO 8601 in UTC, for information only."""

    def call_at(self, when: float, action: Callable[[], None]) -> Alarm:
        """Calls ``action`` at a moment of :meth:`now`, never before it."""


class Display(Protocol):
    """A screen for one participant."""

    def prepare(self, stimuli: Sequence[str]) -> None:
        """These images come next: have them decoded, away from the thread that shows them."""

    def show(self, scene: Scene, done: Callable[[Shown], None]) -> None:
        """Shows a scene as soon as it can and tells when it was seen."""


class Writer(Protocol):
    """Takes the events of a session, see :class:`vqganodip.turing.session.journal.Journal`."""

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        """Appends an event; survives the death of the process, with ``sync`` a power cut too. TuringError if not."""

    def sync(self) -> None:
        """Has what was written on the disk soon, without waiting for it."""
