"""Ends of the chains in a file next to the database: a database that alone was put back, or is missing, is noticed.

The file is written after a commit and not flushed, so it may be a record behind, never ahead.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from vqganodip.files import replace_file
from vqganodip.store.chain_ends import CHAINS

__all__ = ["ANCHOR", "missing_ends", "read_anchor", "write_anchor"]

ANCHOR: Final = "chain-ends.json"
"""Name of the file."""

Ends = Mapping[str, tuple[int, str]]


def write_anchor(folder: Path, ends: Ends) -> None:
    """Write the ends of the chains; a folder that cannot be written is left alone, since the database has them too."""
    kept = {name: list(end) for name, end in ends.items() if name in CHAINS}
    with suppress(OSError):
        replace_file(folder / ANCHOR, json.dumps(kept, sort_keys=True).encode("ascii"), durable=False)


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
