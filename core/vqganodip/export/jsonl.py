"""Judgments as JSON Lines: one object per record with the columns of the CSV file as keys, its regions in a list.

UTF-8, one record per line, oldest first. Numbers are numbers, unknown values are null, and texts are unchanged: no
spreadsheet opens this format, so nothing is escaped. The same records give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from vqganodip.export.columns import CSV_COLUMNS
from vqganodip.export.judgments_csv import JudgmentSource, Record, RecordFilter, records_of
from vqganodip.files import exporting_text
from vqganodip.review.accounts import Permission, require

__all__ = ["export_jsonl", "record_object", "write_lines"]

_OF_BOARD: Final = tuple(
    column for column in CSV_COLUMNS if not column.of_region and column.name not in ("region_boxes", "region_judgments")
)
_OF_REGION: Final = tuple(column for column in CSV_COLUMNS if column.of_region)


def record_object(record: Record) -> dict[str, object]:
    """Object of one record: columns as documented in ``resources/csv-columns.md``, then ``region_rows``."""
    found: dict[str, object] = {column.name: column.cell(record) for column in _OF_BOARD}
    found["region_rows"] = [{c.name: c.cell(region) for c in _OF_REGION} for region in record.region_rows()]
    return found


def export_jsonl(repository: JudgmentSource, out: Path, wanted: RecordFilter | None = None, *, role: str = "") -> int:
    """Export records, oldest first, in constant memory; returns their number.

    Args:
        repository: Source of the records.
        out: The file to write; an existing file is replaced atomically.
        wanted: Selection of records; all if None.
        role: Role of the person who exports; empty at an open station.

    Raises:
        ExportError: The file cannot be written; ``out`` is unchanged.
        StoreError: The records cannot be read.
        ReviewError: The role may not export.
    """
    require(role, Permission.EXPORT)
    return write_lines(out, (record_object(record) for record in records_of(repository, wanted or RecordFilter())))


def write_lines(out: Path, values: Iterable[object]) -> int:
    """Write each value as a line of JSON, in constant memory; returns their number.

    Raises:
        ExportError: The file cannot be written; ``out`` is unchanged.
    """
    count = 0
    with exporting_text(out) as file:
        for count, value in enumerate(values, start=1):  # noqa: B007
            file.write(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n")
    return count
