"""Work in fixed pieces on several threads: the same bits with any number of threads.

A kernel that torch spreads over its threads splits sums, and the tails of vectors, where the threads meet, so its last
bits depend on their number; the nearest codebook entry then flips, and a board's score with it. Here every kernel runs
on one thread, the work is cut into pieces that depend on nothing but its size, and the threads share out the pieces.

The work itself runs on a thread of its own (the conductor), so that torch's number of threads, which belongs to each
thread, stays what it is in the thread that asked.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

import torch

__all__ = ["in_pieces", "is_steady", "run_steadily"]

T = TypeVar("T")

_HERE: Final = threading.local()
_CREWS: Final[dict[int, _Crew]] = {}
_STARTING: Final = threading.Lock()


def run_steadily(work: Callable[[], T]) -> T:
    """Call ``work`` where each kernel has one thread and :func:`in_pieces` has as many as torch has here.

    Without gradients. Calls from several threads at once wait for each other.
    """
    if is_steady():
        return work()
    return _crew(torch.get_num_threads()).run(work)


def is_steady() -> bool:
    """Return True inside :func:`run_steadily`."""
    return getattr(_HERE, "crew", None) is not None


def in_pieces(task: Callable[[int], None], count: int) -> None:
    """Call ``task`` with 0 … count - 1, spread over the threads of :func:`run_steadily`; one after another elsewhere.

    The pieces must not depend on each other, nor their number on the number of threads.
    """
    crew: _Crew | None = getattr(_HERE, "crew", None)
    if crew is None or crew.workers is None or count < 2:
        for index in range(count):
            task(index)
        return
    pieces: list[Future[None]] = [crew.workers.submit(_without_gradients, task, index) for index in range(count)]
    for piece in pieces:
        piece.result()


class _Crew:
    """A conductor and its workers, started at once: each new thread changes torch's number for threads to come."""

    def __init__(self, threads: int) -> None:
        self._conductor = ThreadPoolExecutor(1, "conductor", initializer=_one_thread_for_each_kernel)
        self._conductor.submit(int).result()
        self.workers: ThreadPoolExecutor | None = None
        if threads > 1:
            self.workers = ThreadPoolExecutor(threads, "worker", initializer=_one_thread_for_each_kernel)
            started = threading.Barrier(threads)
            for ready in [self.workers.submit(started.wait) for _ in range(threads)]:
                ready.result()

    def run(self, work: Callable[[], T]) -> T:
        return self._conductor.submit(self._conduct, work).result()

    def _conduct(self, work: Callable[[], T]) -> T:
        _HERE.crew = self
        try:
            with torch.inference_mode():
                return work()
        finally:
            _HERE.crew = None


def _crew(threads: int) -> _Crew:
    with _STARTING:
        if threads not in _CREWS:
            _CREWS[threads] = _Crew(threads)
            torch.set_num_threads(threads)
        return _CREWS[threads]


def _one_thread_for_each_kernel() -> None:
    torch.get_num_threads()  # a thread takes over torch's number the first time it asks: not after it was set here
    torch.set_num_threads(1)


def _without_gradients(task: Callable[[int], None], index: int) -> None:
    with torch.inference_mode():
        task(index)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_CREWS.clear)  # threads do not survive a fork
