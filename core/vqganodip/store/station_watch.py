"""Thread of a station on a server: it hears news of the others, holds the lease, and mends a lost connection.

It has a connection of its own, in which the server's NOTIFY arrives; where it is not heard, as behind some
pools of connections, it asks every second. What it hears is given to a function, in this thread.
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import psycopg

from vqganodip.errors import StoreError
from vqganodip.store.database import DISK_FULL, NOT_REACHABLE
from vqganodip.store.leases import LEASE_S, Lease, leave_boards, present_leases, take_lease
from vqganodip.store.news import CHANNEL, News, NewsKind, parse_news
from vqganodip.store.postgresql_connection import clear_errors, connect
from vqganodip.store.station_repository import Delivery, StationRepository

__all__ = ["Connection", "Heard", "LeaseAnswer", "Leases", "NewsHeard", "StationWatch"]

_RENEW_S: Final = LEASE_S / 4
_LISTENING_S: Final = 10.0
_ASKING_S: Final = 1.0
_AGAIN_S: Final = 1.0
_TEST_S: Final = 2.0
_LIMIT_S: Final = 10.0
_JOIN_S: Final = 3.0

_STATE: Final = b"""SELECT (SELECT coalesce(max(record_id), 0) FROM judgments),
    (SELECT coalesce(max(item_id), 0) FROM boards),
    (SELECT coalesce(max(record_id), 0) FROM threshold_changes),
    (SELECT coalesce(max(record_id), 0) FROM audit_trail)"""


@dataclass(frozen=True, slots=True)
class Connection:
    """The connection was lost or works again, or another judgment is kept on this computer.

    Attributes:
        lost: True while the server does not answer or cannot store anything.
        kept: Number of judgments that are on this computer alone.
        full: True if the server answers, but its disk is full.
    """

    lost: bool
    kept: int
    full: bool = False


@dataclass(frozen=True, slots=True)
class Leases:
    """The boards that others are judging, by number, and the place of this station among all that judge, from 0 on."""

    others: dict[int, Lease]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class LeaseAnswer:
    """Answer to ``hold``: the board, and who judges it; None if it is leased to this station."""

    item_id: int
    other: Lease | None


@dataclass(frozen=True, slots=True)
class NewsHeard:
    """News of changes by other stations."""

    news: tuple[News, ...]


Heard: TypeAlias = Connection | Leases | LeaseAnswer | NewsHeard | Delivery


class StationWatch(threading.Thread):
    """The thread; ``start`` it, and ``close`` it before the repository.

    Args:
        repository: The repository of the station.
        heard: Called in this thread with what was heard.
    """

    def __init__(self, repository: StationRepository, heard: Callable[[Heard], None]) -> None:
        super().__init__(name="station-watch", daemon=True)
        self._repository = repository
        self._heard = heard
        self._ended = threading.Event()
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._turn = threading.Lock()
        self._wish: Lease | None = None
        self._wished = 0
        self._answered = 0
        self._connection: psycopg.Connection[Any] | None = None
        self._listens = False
        self._said: Connection | None = None
        self._others: dict[int, Lease] = {}
        self._rank = 0
        self._seen: dict[str, float] = {}
        self._state: tuple[int, ...] = ()
        self._inbox: list[News] = []
        self._asked_s = self._renewed_s = 0.0
        repository.link.changed = self.wake

    # for other threads

    @property
    def holder(self) -> str:
        """Identifier of this station in leases and news."""
        return self._repository.server.sender

    def hold(self, item_id: int | None, operator: str = "", station: str = "") -> None:
        """Lease a board in place of the present one; None leases none. A ``LeaseAnswer`` follows for a board."""
        with self._turn:
            self._wish = None if item_id is None else Lease(item_id, self.holder, operator, station)
            self._wished += 1
        self.wake()

    def wake(self) -> None:
        """Let the thread look at what has changed."""
        with suppress(OSError):
            self._far.send(b"\0")

    def close(self) -> None:
        """End the leases and the thread; a server that does not answer is not waited for."""
        self._ended.set()
        self.wake()
        if self.is_alive():
            self.join(_JOIN_S)
        self._repository.link.changed = lambda: None
        if not self.is_alive():
            self._near.close()
            self._far.close()

    # the thread

    def run(self) -> None:
        while not self._ended.is_set():
            try:
                with self._repository.link.mending():
                    self._work()
            except (StoreError, psycopg.Error, OSError) as error:
                self._drop()
                code = error.code if isinstance(error, StoreError) else NOT_REACHABLE
                self._renewed_s = 0.0
                if code in (NOT_REACHABLE, DISK_FULL):
                    self._repository.link.lose(full=code == DISK_FULL)
                self._say()
                self._ended.wait(_AGAIN_S)
        with suppress(StoreError, psycopg.Error, OSError), self._repository.link.within(_JOIN_S / 2):
            if self._connection is not None and not self._repository.link.lost:
                leave_boards(self._connection, self.holder)
        self._drop()

    def _work(self) -> None:
        self._say()
        connection = self._connected()
        if self._repository.link.full:
            with self._repository.link.within(_LIMIT_S), clear_errors(self._repository.server.place):
                self._hold(connection)  # writes, if there is room again
        if self._repository.link.lost or self._repository.kept:
            self._deliver()
        self._say()
        with self._repository.link.within(_LIMIT_S), clear_errors(self._repository.server.place):
            self._hold(connection)
            due = time.monotonic() - self._asked_s >= (_LISTENING_S if self._listens else _ASKING_S)
            if due:
                self._ask(connection)
        if due:
            with self._repository.link.within(_LIMIT_S):
                self._repository.read_ahead()
        self._listen(connection, _ASKING_S)

    def _connected(self) -> psycopg.Connection[Any]:
        if self._connection is None:
            place, link = self._repository.server.place, self._repository.link
            with clear_errors(place), link.within(_LIMIT_S):
                opened = connect(place, link)
                self._connection = opened
                self._inbox.clear()
                opened.add_notify_handler(self._take)
                opened.autocommit = True
                opened.execute(f"LISTEN {CHANNEL}".encode())
                opened.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{NewsKind.BOARD.value} 0 {self.holder}"))
            self._listens = self._hears(opened)
            self._state, self._asked_s, self._renewed_s = (), 0.0, 0.0
        return self._connection

    def _hears(self, connection: psycopg.Connection[Any]) -> bool:
        """True if news arrive: the station has told something to itself."""
        end = time.monotonic() + _TEST_S
        while time.monotonic() < end:
            if self._arrived(connection):
                return True
            select.select([connection.fileno()], [], [], 0.1)
        return False

    def _deliver(self) -> None:
        result = self._repository.deliver()
        if result.records or result.set_aside:
            self._heard(result)
        self._heard(NewsHeard((News(NewsKind.BOARD),)))  # what the others did meanwhile

    def _say(self) -> None:
        link = self._repository.link
        now = Connection(link.lost, self._repository.kept, link.full)
        if now != self._said:
            self._said = now
            self._heard(now)

    def _hold(self, connection: psycopg.Connection[Any]) -> None:
        with self._turn:
            wish, wished = self._wish, self._wished
        if wished == self._answered and time.monotonic() - self._renewed_s < _RENEW_S:
            return
        new = wished != self._answered
        held = wish is not None and take_lease(connection, wish, news=new)
        other: Lease | None = None
        while wish is not None and not held:
            self._read_leases(connection)
            other = self._others.get(wish.item_id)
            if other is not None:
                break
            held = take_lease(connection, wish)  # it has ended meanwhile
        leave_boards(connection, self.holder, wish.item_id if held and wish is not None else None)
        self._answered, self._renewed_s = wished, time.monotonic()
        if wish is not None and (new or not held):
            self._heard(LeaseAnswer(wish.item_id, other))

    def _ask(self, connection: psycopg.Connection[Any]) -> None:
        """Read the leases, since some may have ended, and the news if they are not heard."""
        self._asked_s = time.monotonic()
        self._read_leases(connection)
        if self._listens:
            return
        before, self._state = self._state, tuple(connection.execute(_STATE).fetchone() or ())
        state = self._state
        if not before or state == before:
            return
        news = [
            News(NewsKind.JUDGMENT, number)
            for (number,) in connection.execute(
                "SELECT DISTINCT item_id FROM judgments WHERE record_id > %s ORDER BY item_id LIMIT 200", (before[0],)
            )
        ]
        self._forget(news)
        news += [News(NewsKind.BOARD)] * (state[1] != before[1])
        news += [News(NewsKind.THRESHOLD)] * (state[2:] != before[2:])
        self._heard(NewsHeard(tuple(news)))

    def _read_leases(self, connection: psycopg.Connection[Any]) -> None:
        present = {n: one for n, one in present_leases(connection).items() if one.holder != self.holder}
        now = time.monotonic()
        self._seen |= dict.fromkeys((self.holder, *(one.holder for one in present.values())), now)
        self._seen = {holder: last for holder, last in self._seen.items() if now - last < LEASE_S}
        holders = sorted(self._seen)  # also those that are between two boards
        rank = holders.index(self.holder)
        self._repository.share(rank, len(holders))
        if present != self._others or rank != self._rank:
            self._others, self._rank = present, rank
            self._heard(Leases(dict(present), rank))

    def _listen(self, connection: psycopg.Connection[Any], seconds: float) -> None:
        """Wait for news or for another thread."""
        ready, _, _ = select.select([connection.fileno(), self._near.fileno()], [], [], 0 if self._inbox else seconds)
        if self._near.fileno() in ready:
            with suppress(OSError):
                self._near.recv(4096)
        news = [one for one in self._arrived(connection) if one.sender != self.holder]
        if any(one.kind in (NewsKind.LEASE, NewsKind.JUDGMENT) for one in news):
            with self._repository.link.within(_LIMIT_S):
                self._read_leases(connection)
        self._forget(news)
        told = tuple(dict.fromkeys(one for one in news if one.kind is not NewsKind.LEASE))
        if told:
            self._heard(NewsHeard(told))

    def _forget(self, news: list[News]) -> None:
        """Offer no board while the server is away that another station has judged before."""
        for one in news:
            if one.kind is NewsKind.JUDGMENT:
                self._repository.forget(one.item_id)

    def _arrived(self, connection: psycopg.Connection[Any]) -> list[News]:
        """Return the news that have arrived and were not read yet."""
        connection.pgconn.consume_input()
        while (notice := connection.pgconn.notifies()) is not None:
            self._note(notice.extra.decode("utf-8", "replace"))
        found, self._inbox = self._inbox, []
        return found

    def _take(self, notice: psycopg.Notify) -> None:
        """Take news that arrive with the answer to a query."""
        self._note(notice.payload)

    def _note(self, text: str) -> None:
        news = parse_news(text)
        if news is not None:
            self._inbox.append(news)

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error):
                connection.close()
