"""Helper processes of the program, and Ctrl-C.

A terminal sends the signal of Ctrl-C to every process of the program, but only the first one knows what to do: it ends
the helpers, or lets them finish. They start with the signal blocked, from their first instruction on, so that none of
them prints a traceback, and they end when the first process does.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import wait

__all__ = ["become_helper", "helpers_without_interrupts"]


@contextmanager
def helpers_without_interrupts() -> Iterator[None]:
    """Block Ctrl-C (SIGINT) in the processes that this thread starts inside the block.

    A press inside the block takes effect at its end. Systems without signal masks (Windows) are left as they are.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # its start lets signals through again, in this thread and so in the helpers
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def become_helper() -> None:
    """Ignore Ctrl-C in this helper process, and end it as soon as the process that started it has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it is not blocked anyway
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()
