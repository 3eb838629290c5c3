"""Copy of all records from one database to another, and the comparison of both row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, Table, func, insert, select

from vqganodip.errors import StoreError
from vqganodip.store.schema import METADATA, schema_version
from vqganodip.store.verification import WorkspaceVerification, verify_connection

__all__ = ["CopiedRecords", "copy_records"]

_STREAMED: Final = MappingProxyType({"yield_per": 500})

_TABLES: Final = tuple(table for table in METADATA.sorted_tables if table is not schema_version)
"""All tables in an order in which each follows those that it refers to."""


@dataclass(frozen=True, slots=True)
class CopiedRecords:
    """A copy that was compared with its original.

    Attributes:
        rows: Number of rows by table.
        verification: Result of the verification, which both databases gave.
    """

    rows: Mapping[str, int]
    verification: WorkspaceVerification


def copy_records(source: Connection, target: Connection, *, where: Path | str, to: Path | str) -> CopiedRecords:
    """Copy all rows into empty tables of the same schema, and verify both, inside the callers' transactions.

    Args:
        source: A transaction during which no program can write to the original.
        target: A writing transaction; to be rolled back after an error.
        where: The original, as errors name it.
        to: The copy, as errors name it.

    Raises:
        StoreError: The original does not hold as it was written, or the copy differs from it.
    """
    before = verify_connection(source)
    if not before.holds:
        raise StoreError(
            "move-records-broken",
            "{reason}",
            where=where,
            todo="Records that were altered are not moved: see `vqganodip verify`, and restore a backup.",
            reason=before.findings[0].sentence,
        )
    written = {table.name: _copy(source, target, table) for table in _TABLES}
    after = verify_connection(target)
    read = {table.name: _digest(target, table) for table in _TABLES}
    different = [name for name in written if written[name] != read[name]]
    if different or after != before:
        raise StoreError(
            "move-copy-differs",
            "the copy of the records differs from them ({tables})",
            where=to,
            todo="This is a fault of the program or of a disk. The workspace is as it was; report it with the log.",
            tables=", ".join(different) or "verify",
        )
    return CopiedRecords({name: count for name, (count, _) in written.items()}, after)


def _copy(source: Connection, target: Connection, table: Table) -> tuple[int, str]:
    """Copy a table; return the number of its rows and a hash over all of them."""
    digest, count = hashlib.sha256(), 0
    ordered = select(table).order_by(*table.primary_key.columns)
    for block in source.execute(ordered, execution_options=_STREAMED).partitions():
        target.execute(insert(table), [dict(row._mapping) for row in block])
        for row in block:
            digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
            count += 1
    return count, digest.hexdigest()


def _digest(connection: Connection, table: Table) -> tuple[int, str]:
    """Number of the rows of a table, and a hash over all of them."""
    digest = hashlib.sha256()
    ordered = select(table).order_by(*table.primary_key.columns)
    for row in connection.execute(ordered, execution_options=_STREAMED):
        digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    count = connection.scalar(select(func.count()).select_from(table)) or 0
    return count, digest.hexdigest()
