"""Graceful Ctrl-C for long commands: the first press requests an early end, the second aborts."""

from __future__ import annotations

import os
import signal
import threading
from types import FrameType, TracebackType
from typing import Any

__all__ = ["StopOnInterrupt"]

_STDERR = 2


class StopOnInterrupt:
    """Context manager in which, while :attr:`armed`, the first Ctrl-C only sets :attr:`asked`.

    Args:
        message: Message for standard error on that first press.
    """

    def __init__(self, message: str) -> None:
        self.armed = False
        self.asked = False
        self._message = message
        self._previous_handler: Any = None
        self._in_main_thread = threading.current_thread() is threading.main_thread()

    def __call__(self) -> bool:
        """Return True if Ctrl-C was pressed."""
        return self.asked

    def __enter__(self) -> StopOnInterrupt:
        if self._in_main_thread:  # Python delivers signals to the main thread only
            self._previous_handler = signal.signal(signal.SIGINT, self._pressed)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._in_main_thread:
            signal.signal(signal.SIGINT, self._previous_handler)

    def _pressed(self, _number: int, _frame: FrameType | None) -> None:
        if not self.armed or self.asked:
            raise KeyboardInterrupt
        self.asked = True
        # not through a stream: the signal may interrupt a write to it
        os.write(_STDERR, f"\n{self._message}\n".encode())
