"""Connection of a station to the server of its records: whether it holds, and how long a query may wait for it.

A station that has noticed that the server does not answer asks it nothing more, so that no query waits, until the one
thread that mends the connection has reached it again.
"""

from __future__ import annotations

import selectors
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg

__all__ = ["BoundedConnection", "ServerLink"]

_PATIENCE_S: Final = 2.0


class ServerLink:
    """State of the connection to a server. Thread-safe.

    Args:
        changed: Called in any thread when the connection is lost or works again.
        patience_s: Seconds that a query of the thread which made the link, the one of the window, may take.
    """

    def __init__(self, changed: Callable[[], None] = lambda: None, patience_s: float = _PATIENCE_S) -> None:
        self.changed = changed
        self.patience_s = patience_s
        self._window = threading.get_ident()
        self._lost = threading.Event()
        self._full = False
        self._own = threading.local()

    @property
    def lost(self) -> bool:
        """True if the server did not answer or could not store anything, and has not taken anything since."""
        return self._lost.is_set()

    @property
    def closed_here(self) -> bool:
        """True if this thread must not ask the server now."""
        return self.lost and not getattr(self._own, "mends", False)

    @property
    def full(self) -> bool:
        """True if it is lost because the server answers, but cannot store anything: its disk is full."""
        return self.lost and self._full

    def lose(self, *, full: bool = False) -> None:
        """Note that the server does not answer, or cannot store anything."""
        before, self._full = self.full, full
        if not self._lost.is_set() or before is not full:
            self._lost.set()
            self.changed()

    def restore(self) -> None:
        """Note that the server answers again."""
        if self._lost.is_set():
            self._lost.clear()
            self.changed()

    def own_by_window(self) -> None:
        """Make the present thread the one whose queries have a limit of their own."""
        self._window = threading.get_ident()

    @contextmanager
    def mending(self) -> Iterator[None]:
        """Let this thread ask a server that is noted as lost."""
        before = getattr(self._own, "mends", False)
        self._own.mends = True
        try:
            yield
        finally:
            self._own.mends = before

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Limit what the queries of this thread may take, all together; a limit in force stays."""
        if getattr(self._own, "end", None) is not None:
            yield
            return
        self._own.end = time.monotonic() + seconds
        try:
            yield
        finally:
            self._own.end = None

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Limit a query if it is one of the window's thread."""
        if threading.get_ident() == self._window:
            with self.within(self.patience_s):
                yield
        else:
            yield

    def end(self) -> float | None:
        """Time of the monotonic clock until which the queries of this thread may take; None without a limit."""
        end: float | None = getattr(self._own, "end", None)
        return end


class BoundedConnection(psycopg.Connection[Any]):
    """Connection whose queries end with an OperationalError at the limit of its link."""

    link: ServerLink | None = None

    def wait(self, gen: Any, *arguments: Any, **options: Any) -> Any:
        end = None if self.link is None else self.link.end()
        if end is None:
            return super().wait(gen, *arguments, **options)
        return self._wait_until(gen, end)

    def _wait_until(self, gen: Any, end: float) -> Any:
        try:
            wanted = next(gen)
            with selectors.DefaultSelector() as selector:
                selector.register(self.pgconn.socket, int(wanted))
                while True:
                    left = end - time.monotonic()
                    ready = selector.select(left) if left > 0 else []
                    if not ready and time.monotonic() >= end:
                        self.pgconn.finish()  # a late answer would belong to another query
                        raise psycopg.OperationalError("the server does not answer in time")
                    wanted = gen.send(psycopg.waiting.Ready(ready[0][1] if ready else 0))
                    selector.modify(self.pgconn.socket, int(wanted))
        except StopIteration as done:
            return done.value
