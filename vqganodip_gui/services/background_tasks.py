"""The only threads of the window: a small pool for short jobs, whose answers arrive on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Tasks(QObject):
    """Runs functions off the GUI thread, and calls back on it. After ``close`` no answer arrives any more."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, workers: int = 2, name: str = "task") -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix=name)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix=f"{name}-writer")
        self._closed = False
        self._under_way: set[Future[Any]] = set()
        self._acts = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        reader: QObject | None = None,
    ) -> Future[T]:
        """Runs ``job`` in the pool; then ``done(result)`` or ``failed(error)`` on the GUI thread.

        What is read for a part of the window names it as the ``reader``: when it is gone, nobody is told.
        """

        def answer(future: Future[T]) -> None:
            if reader is None or isValid(reader):
                _hand_over(future, done, failed)

        def finished(future: Future[T]) -> None:
            self._under_way.discard(future)
            if not future.cancelled() and not self._closed:
                self._answered.emit(lambda: answer(future))

        future = self._pool.submit(job)
        self._under_way.add(future)
        future.add_done_callback(finished)
        return future

    def act(
        self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> Future[T]:
        """As ``run``, for what a person has started and waits to hear of: the window stays as it is until then."""
        self._acts += 1

        def told(result: T) -> None:
            self._acts -= 1
            done(result)

        def refused(error: Exception) -> None:
            self._acts -= 1
            if failed is None:
                raise error
            failed(error)

        return self.run(job, told, refused)

    def acting(self) -> bool:
        """Whether somebody still waits to hear of an ``act``."""
        return self._acts > 0

    def busy(self) -> bool:
        """Whether a job of ``run`` is under way; its answer may still have to be delivered when it no longer is."""
        return bool(self._under_way)

    def write(self, job: Callable[[], object]) -> None:
        """Runs a small write that nobody waits for: one after the other, in order, and all of them before the end."""
        self._writer.submit(job)

    def settle(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        patience_s: float,
    ) -> None:
        """Runs a write in its turn, and calls ``done`` or ``failed``: before this returns, if it takes no longer.

        A disk that is quick is waited for. One that is slow does not stop the window: the answer arrives later, on the
        GUI thread as well.
        """
        future = self._writer.submit(job)
        if wait((future,), patience_s).done:
            _hand_over(future, done, failed)
            return

        def finished(late: Future[T]) -> None:
            if not self._closed:
                self._answered.emit(lambda: _hand_over(late, done, failed))

        future.add_done_callback(finished)

    def close(self) -> None:
        """Drops what waits, waits for what runs and for every write."""
        self._closed = True
        self._writer.shutdown(wait=True)
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            answer()


def _hand_over(future: Future[T], done: Callable[[T], None], failed: Callable[[Exception], None] | None) -> None:
    error = future.exception()
    if error is None:
        done(future.result())
    elif failed is not None and isinstance(error, Exception):
        failed(error)
    else:
        raise error
