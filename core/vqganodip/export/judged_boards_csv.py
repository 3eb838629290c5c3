"""Judged boards as CSV, one row per board: its newest judgment, with its regions summed up.

Count and filter this file; the judgments file has the corrections and one row per region, and is the one to verify.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vqganodip.export.columns import JUDGED_BOARD_COLUMNS, Record
from vqganodip.export.judgments_csv import JudgmentSource, RecordFilter, records_of, write_table
from vqganodip.review.accounts import Permission, require
from vqganodip.review.judgments import JudgmentKind, Purpose

__all__ = ["export_judged_boards"]


def export_judged_boards(
    repository: JudgmentSource, out: Path, wanted: RecordFilter | None = None, *, role: str = ""
) -> int:
    """Export the newest judgment of each board, in the order of the records; returns the number of boards.

    Only selected records count; blind judgments (second opinions, hidden probes) and boards whose newest judgment was
    withdrawn are left out. The file is written atomically; the same records give the same bytes.

    Args:
        repository: Source of the records.
        out: The file to write; an existing file is replaced.
        wanted: Selection of records; all if None.
        role: Role of the person who exports; empty at an open station.

    Raises:
        ExportError: The file cannot be written; ``out`` is unchanged.
        StoreError: The records cannot be read.
        ReviewError: The role may not export.
    """
    require(role, Permission.EXPORT)
    selection = wanted or RecordFilter()
    newest: dict[int, int] = {}
    for judgment in repository.judgments():
        if judgment.purpose is Purpose.REVIEW and selection.takes(judgment):
            newest[judgment.item_id] = judgment.record_id

    def rows() -> Iterator[Record]:
        for record in records_of(repository, selection):
            judgment = record.judgment
            if newest.get(judgment.item_id) == judgment.record_id and judgment.kind is not JudgmentKind.WITHDRAWN:
                yield record

    return write_table(out, JUDGED_BOARD_COLUMNS, rows())
