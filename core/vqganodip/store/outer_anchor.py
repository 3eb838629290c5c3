"""Ends of the chains in a file next to the database: a database that alone was put back, or is missing, is noticed.

The file is written after a commit and not flushed, so it may be a record behind, never ahead. It has one size and is
written over in one call: renaming a new one into place would make every judgment wait for the directory.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from vqganodip.store.audit_trail import WORKSPACE, append_entry
from vqganodip.store.chain_ends import CHAINS, read_ends
from vqganodip.store.serialization import canonical

__all__ = ["ANCHOR", "Ends", "missing_ends", "note_set_back", "read_anchor", "write_anchor"]

ANCHOR: Final = "chain-ends.json"
"""Name of the file."""

_SIZE: Final = 1024

Ends = Mapping[str, tuple[int, str]]


def write_anchor(folder: Path, ends: Ends) -> None:
    """Write the ends of the chains; a folder that cannot be written is left alone, since the database has them too."""
    kept = {name: list(end) for name, end in ends.items() if name in CHAINS}
    data = json.dumps(kept, sort_keys=True).encode("ascii").ljust(_SIZE)
    with suppress(OSError):
        handle = os.open(folder / ANCHOR, os.O_WRONLY | os.O_CREAT, 0o666)
        try:
            os.write(handle, data)
        finally:
            os.close(handle)


def read_anchor(folder: Path) -> dict[str, tuple[int, str]]:
    """The ends in the file; empty without a readable one."""
    try:
        kept = json.loads((folder / ANCHOR).read_bytes())
        return {name: (int(count), str(seal)) for name, (count, seal) in kept.items() if name in CHAINS}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def missing_ends(connection: Connection, ends: Ends) -> dict[str, tuple[int, str]]:
    """Find the ends whose record the database does not hold."""
    missing = {}
    for name, (count, seal) in ends.items():
        table = CHAINS[name]
        found = connection.scalar(select(table.c.row_hash).where(table.c.record_id == count))
        if found != seal:
            missing[name] = (count, seal)
    return missing


def note_set_back(connection: Connection, folder: Path) -> None:
    """Note in the audit trail that the file names records that are not in the database, inside the transaction."""
    missing = missing_ends(connection, read_anchor(folder))
    if missing:
        append_entry(connection, WORKSPACE, "", canonical({"set_back": {n: list(e) for n, e in missing.items()}}))
        write_anchor(folder, read_ends(connection))
