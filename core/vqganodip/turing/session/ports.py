"""Ports of a session, passed to it by its caller: clock, display and writer.

With the virtual clock and display of :mod:`vqganodip.turing.session.virtual`, a session of forty minutes takes less
than two seconds; the window provides real ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from vqganodip.errors import Message

__all__ = ["Alarm", "Clock", "Display", "Scene", "SceneKind", "Shown", "Writer"]


class SceneKind(StrEnum):
    """Kinds of screen content."""

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
    """Content of the screen.

    Attributes:
        kind: Kind of the content.
        stimulus: Opaque id of the image; only for a stimulus.
        block: 0 for practice, 1 or 2.
        seconds_left: Remaining seconds of the break; 0 if the participant may end it.
        notice: Message to the participant; only after an interruption.
    """

    kind: SceneKind
    stimulus: str = ""
    block: int = 0
    seconds_left: int = 0
    notice: Message | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Time at which a scene became visible, as far as the display can measure it.

    Attributes:
        at: Seconds on the session's clock.
        source: ``swap`` (after the buffers were swapped), ``repaint`` (after painting; the screen follows within a
            frame) or ``virtual``.
        decode_ms: Time to decode the image, which happens in advance.
        queue_lag_ms: Time from the request to the beginning of painting.
        frame_ms: Longest frame of the transition.
        frames_dropped: Frames of the transition beyond the first.
    """

    at: float
    source: str
    decode_ms: float = 0.0
    queue_lag_ms: float = 0.0
    frame_ms: float = 0.0
    frames_dropped: int = 0


class Alarm(Protocol):
    """A scheduled call that can be cancelled."""

    def cancel(self) -> None:
        """Cancel the call; no effect after it has run."""


class Clock(Protocol):
    """Monotonic clock with calls scheduled at absolute times."""

    def now(self) -> float:
        """Return the time in seconds, which never decreases."""

    def utc(self) -> str:
        """Return the time of day as ISO 8601 in UTC, for information only."""

    def call_at(self, when: float, action: Callable[[], None]) -> Alarm:
        """Schedule ``action`` at a time of :meth:`now`; it never runs earlier."""


class Display(Protocol):
    """A screen for one participant."""

    def prepare(self, stimuli: Sequence[str]) -> None:
        """Decode the next images in advance, in another thread than the one that shows them."""

    def show(self, scene: Scene, done: Callable[[Shown], None]) -> None:
        """Show a scene as soon as possible, then call ``done`` with the time at which it became visible."""


class Writer(Protocol):
    """Writer of the events of a session, see :class:`vqganodip.turing.session.journal.Journal`."""

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        """Append an event that survives a crash of the process and, with ``sync``, a power cut.

        Raises:
            TuringError: The event could not be written.
        """

    def sync(self) -> None:
        """Schedule an asynchronous fsync."""
