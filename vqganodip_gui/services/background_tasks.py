"""Background tasks: a small thread pool whose answers arrive on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Tasks(QObject):
    """Thread pool that calls back on the GUI thread. After ``close`` no answer arrives and no job starts."""

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
        """Run ``job`` in the pool, then ``done(result)`` or ``failed(error)`` on the GUI thread.

        Pass the part of the window that the job reads for as ``reader``: no callback once it is deleted. After
        ``close`` the job is cancelled: no part of the window waits for its answer.
        """

        def answer(future: Future[T]) -> None:
            if reader is None or isValid(reader):
                _hand_over(future, done, failed)

        def finished(future: Future[T]) -> None:
            self._under_way.discard(future)
            if not future.cancelled() and not self._closed:
                self._answered.emit(lambda: answer(future))

        if self._closed:
            cancelled: Future[T] = Future()
            cancelled.cancel()
            return cancelled
        future = self._pool.submit(job)
        self._under_way.add(future)
        future.add_done_callback(finished)
        return future

    def act(
        self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> Future[T]:
        """Like ``run``, for a job that the user started and waits for: the window is not rebuilt until it ends."""
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
        """True while a job of ``act`` is under way."""
        return self._acts > 0

    def busy(self) -> bool:
        """True while a job of ``run`` is under way; its answer may be delivered later."""
        return bool(self._under_way)

    def write(self, job: Callable[[], object]) -> None:
        """Run a small write in the background; writes keep their order and all finish before ``close`` returns.

        After ``close`` there is nothing to write to: the workspace is closed.
        """
        if not self._closed:
            self._writer.submit(job)

    def write_and_report(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        patience_s: float,
    ) -> None:
        """Run a write in its turn and call ``done`` or ``failed``, before returning if the disk is quick.

        A quick write is waited for. A slow disk does not block the window: the answer then arrives later, on
        the GUI thread as well.
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
        """Drop queued jobs; wait for running ones and for every write."""
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
