"""Ends of the chains: the number of rows of each table of records and the hash of the last one, outside of the table.

Records that are removed at the end leave a chain that holds; the end says that there were more. It grows in the
transaction that appends a record. Boards are no chain by themselves; their end is a hash that takes in one board after
the other.
"""

from __future__ import annotations

import hashlib
from typing import Final

from sqlalchemy import Connection, func, select

from vqganodip.store.dialects import put_row
from vqganodip.store.schema import audit_trail, boards, chain_ends, judgments, threshold_changes

__all__ = ["BOARDS", "CHAINS", "begin_ends", "grow", "grow_boards", "next_boards_hash", "read_ends"]

CHAINS: Final = {table.name: table for table in (judgments, threshold_changes, audit_trail)}
"""Tables of records whose rows name their predecessor, by name of the chain."""

BOARDS: Final = "boards"
"""Name of the end of the boards."""


def grow(connection: Connection, chain: str, records: int, last_hash: str) -> None:
    """Move the end of a chain to its newest record, inside the caller's transaction."""
    put_row(connection, chain_ends, {"chain": chain, "records": records, "last_hash": last_hash}, "chain")


def grow_boards(connection: Connection, board_hash: str) -> None:
    """Take a new board into the end of the boards, inside the caller's transaction."""
    count, last = read_ends(connection).get(BOARDS, (0, ""))
    grow(connection, BOARDS, count + 1, next_boards_hash(last, board_hash))


def next_boards_hash(last: str, board_hash: str) -> str:
    """Hash of all boards up to this one, from that of the boards before it."""
    return hashlib.sha256(f"{last}{board_hash}".encode("ascii")).hexdigest()


def read_ends(connection: Connection) -> dict[str, tuple[int, str]]:
    """Number of rows and last hash by chain; a chain without rows may be missing."""
    return {row.chain: (row.records, row.last_hash) for row in connection.execute(select(chain_ends))}


def begin_ends(connection: Connection) -> None:
    """Take the ends of a workspace that had none, inside the caller's transaction."""
    for name in (judgments.name, threshold_changes.name):
        table = CHAINS[name]
        columns = select(table.c.record_id, table.c.row_hash).order_by(table.c.record_id.desc()).limit(1)
        last = connection.execute(columns).first()
        if last is not None:
            grow(connection, name, last.record_id, last.row_hash)
    seal, count = "", 0
    for number in connection.scalars(select(boards.c.board_hash).order_by(boards.c.item_id)):
        seal, count = next_boards_hash(seal, number), count + 1
    if count:
        grow(connection, BOARDS, connection.scalar(select(func.count()).select_from(boards)) or 0, seal)
