"""Leases: a board on a server is judged by one person at a time.

A lease is no record: it is neither hashed nor moved, and ends by itself ``LEASE_S`` after the last sign of life, by the
clock of the server. One statement takes or renews it, so that two stations never hold one at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import psycopg
from sqlalchemy import Connection

from vqganodip.store.dialects import escape_nul
from vqganodip.store.news import CHANNEL, NewsKind
from vqganodip.store.serialization import storable

__all__ = ["LEASE_S", "Lease", "end_lease", "leave_boards", "present_leases", "take_lease"]

LEASE_S: Final = 120
"""Seconds after which a lease ends that is not renewed."""

_TAKE: Final = f"""INSERT INTO leases (item_id, holder, operator, station, ends_at)
    VALUES (%(item_id)s, %(holder)s, %(operator)s, %(station)s, clock_timestamp() + interval '{LEASE_S} seconds')
    ON CONFLICT (item_id) DO UPDATE
    SET holder = excluded.holder, operator = excluded.operator, station = excluded.station, ends_at = excluded.ends_at
    WHERE leases.holder = excluded.holder OR leases.ends_at < clock_timestamp()
    RETURNING item_id"""
_TELL: Final = "SELECT pg_notify(%s, %s)"


@dataclass(frozen=True, slots=True)
class Lease:
    """A board that is being judged.

    Attributes:
        item_id: The board.
        holder: Identifier of the station's window.
        operator: Name of the person.
        station: Name of the station.
    """

    item_id: int
    holder: str
    operator: str
    station: str


def take_lease(connection: psycopg.Connection[Any], lease: Lease, *, news: bool = True) -> bool:
    """Take or renew a lease; False if another station holds it.

    Args:
        connection: Connection that commits by itself.
        lease: The board, and who is to hold it.
        news: Tell the other stations.

    Raises:
        psycopg.Error: The server cannot be reached or refuses.
    """
    values = {
        "item_id": lease.item_id,
        "holder": lease.holder,
        "operator": escape_nul(storable(lease.operator)),
        "station": escape_nul(storable(lease.station)),
    }
    if connection.execute(_TAKE.encode(), values).fetchone() is None:
        return False
    if news:
        connection.execute(_TELL, (CHANNEL, f"{NewsKind.LEASE.value} {lease.item_id} {lease.holder}"))
    return True


def leave_boards(connection: psycopg.Connection[Any], holder: str, keep: int | None = None) -> None:
    """End all leases of a holder but that of one board, on a connection that commits by itself.

    Raises:
        psycopg.Error: The server cannot be reached or refuses.
    """
    left = connection.execute(
        "DELETE FROM leases WHERE holder = %s AND item_id IS DISTINCT FROM %s RETURNING item_id", (holder, keep)
    ).fetchall()
    for (item_id,) in left:
        connection.execute(_TELL, (CHANNEL, f"{NewsKind.LEASE.value} {item_id} {holder}"))


def present_leases(connection: psycopg.Connection[Any]) -> dict[int, Lease]:
    """All leases that have not ended, by board.

    Raises:
        psycopg.Error: The server cannot be reached or refuses.
    """
    rows = connection.execute(
        "SELECT item_id, holder, operator, station FROM leases WHERE ends_at >= clock_timestamp()"
    ).fetchall()
    return {row[0]: Lease(*row) for row in rows}


def end_lease(connection: Connection, item_id: int) -> None:
    """End the lease of a board that is judged, inside the caller's transaction."""
    connection.exec_driver_sql("DELETE FROM leases WHERE item_id = %s", (item_id,))
