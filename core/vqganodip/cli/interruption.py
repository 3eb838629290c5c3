"""Ctrl-C (SIGINT): what a press does while the program runs, and while a training can still be completed."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Final

__all__ = ["Interruptible", "StopOnInterrupt", "leave_at_once", "raise_if_interrupted"]

_STDERR: Final = 2


INTERRUPTED: Final = 130
"""Exit code of an interrupted run."""


def leave_at_once(_number: int, _frame: FrameType | None) -> None:
    """Handle SIGINT while the program starts or ends, when nothing has to be kept and nothing catches an exception."""
    os._exit(INTERRUPTED)


class Interruptible:
    """Context manager in which Ctrl-C raises KeyboardInterrupt and sets :attr:`pressed`.

    Libraries turn the exception into others, or lose it in a callback: ``pressed`` still tells that the run was
    interrupted, and :func:`raise_if_interrupted` raises it again at the next progress.
    """

    current: Interruptible | None = None

    def __init__(self) -> None:
        self.pressed = False
        self._previous_handler: Any = None
        self._previous: Interruptible | None = None
        self._in_main_thread = threading.current_thread() is threading.main_thread()

    def __enter__(self) -> Interruptible:
        self._previous, Interruptible.current = Interruptible.current, self
        if self._in_main_thread:  # Python delivers signals to the main thread only
            self._previous_handler = signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        Interruptible.current = self._previous
        if self._in_main_thread:
            signal.signal(signal.SIGINT, self._previous_handler)

    def _press(self, _number: int, _frame: FrameType | None) -> None:
        self.pressed = True
        raise KeyboardInterrupt


def raise_if_interrupted() -> None:
    """Raise KeyboardInterrupt if Ctrl-C was pressed before and the work continued nevertheless."""
    if Interruptible.current is not None and Interruptible.current.pressed:
        raise KeyboardInterrupt


class StopOnInterrupt:
    """Context manager in which, while :attr:`armed`, the first Ctrl-C only sets :attr:`asked`.

    Args:
        message: Message for standard error on that first press.
    """

    def __init__(self, message: str) -> None:
        self.armed = False
        self.asked = False
        self.message = message
        self._previous_handler: Any = None
        self._in_main_thread = threading.current_thread() is threading.main_thread()

    def __call__(self) -> bool:
        """Return True if Ctrl-C was pressed."""
        return self.asked

    def __enter__(self) -> StopOnInterrupt:
        if self._in_main_thread:  # Python delivers signals to the main thread only
            self._previous_handler = signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._in_main_thread:
            signal.signal(signal.SIGINT, self._previous_handler)

    def _press(self, number: int, frame: FrameType | None) -> None:
        if not self.armed or self.asked:
            previous: Callable[[int, FrameType | None], Any] | int | None = self._previous_handler
            if callable(previous):
                previous(number, frame)
            raise KeyboardInterrupt
        self.asked = True
        # not through a stream: the signal may interrupt a write to it
        with suppress(OSError):
            os.write(_STDERR, f"\n{self.message}\n".encode())
