"""Verification of an exported judgments file.

Designed after 21 CFR 11.10(e) (an audit trail that does not obscure recorded information). A hash chain reveals
alterations but can be rewritten as a whole, so a copy of the last hash should be stored elsewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from vqganodip.errors import ExportError, Message, message
from vqganodip.export.columns import CSV_COLUMNS, CSV_VERSION, LINE_HASH, Column, Record
from vqganodip.export.judgments_csv import line_hash, unguarded
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RevealOrder
from vqganodip.store.hash_chain import Verification, row_hash
from vqganodip.store.serialization import region_judgments_from

__all__ = ["verify_file"]


def _columns(version: int) -> tuple[Column[Record], ...]:
    return (*(column for column in CSV_COLUMNS if column.since <= version), LINE_HASH)


_PRESENT_NAMES: Final = {
    tuple(column.name_in(version) for column in _columns(version)): tuple(column.name for column in _columns(version))
    for version in range(1, CSV_VERSION + 1)
}
"""Header of each version of the file → the present names of its columns."""


def verify_file(path: Path, against: Iterable[Judgment] | None = None) -> Verification:
    """Check that an exported judgments file, filtered or not, is unaltered.

    Lines missing at the end cannot be detected from the file alone: compare ``last_hash``, or give the records.

    Args:
        path: The CSV file.
        against: Records of its workspace, in order. Each record of the file must be among them, and a file that starts
            with record 1 and skips none must reach the last.

    Raises:
        ExportError: The file cannot be read, or its header is of no known version.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return _verify_lines(csv.reader(file, strict=True), path, None if against is None else iter(against))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ExportError(
            "export-file-unreadable",
            "the file cannot be read ({error})",
            where=path,
            todo="Export it again.",
            error=str(error),
        ) from error


def _verify_lines(lines: Iterator[list[str]], path: Path, against: Iterator[Judgment] | None) -> Verification:
    names = _PRESENT_NAMES.get(tuple(next(lines, [])))
    if names is None:
        raise ExportError(
            "export-file-unknown-version",
            "this is no judgments file of this version",
            where=path,
            todo="Give an exported CSV file.",
        )
    chain, last, number, count = "", "", 0, 0
    whole = True
    for line, cells in enumerate(lines, start=2):
        row = dict(zip(names, cells, strict=False))
        record = _whole_number(row.get("record_id", ""))
        count += not row.get("region_no", "")
        reason = _broken(cells, len(names), row, chain, number, last)
        if reason is None and not row["region_no"]:
            whole = whole and record == count
            reason = None if against is None else _foreign(row, against)
        if reason is not None:
            return Verification(count, last, record, line, reason)
        chain, number, last = cells[-1], record, row["row_hash"]
    rest = next(against, None) if against is not None and whole else None
    if rest is not None:
        return Verification(
            count,
            last,
            rest.record_id,
            None,
            message(
                "chain-file-cut-off",
                "the workspace has it, and the file ends before it: earlier records alone were exported, or lines were "
                "cut off",
            ),
        )
    return Verification(count, last)


def _broken(cells: list[str], columns: int, row: dict[str, str], chain: str, number: int, last: str) -> Message | None:
    """Reason why a line is broken; None if it is intact."""
    if len(cells) != columns:
        return message("chain-line-cells", "{count} cells instead of {expected}", count=len(cells), expected=columns)
    if cells[-1] != line_hash(chain, cells[:-1]):
        return message(
            "chain-line-not-following",
            "the line does not follow from the one before it: a line was changed, removed, inserted or moved",
        )
    try:
        record = _judgment(row)
    except (ValueError, TypeError, ArithmeticError) as error:
        return message("chain-line-unreadable", "it cannot be read ({error})", error=str(error))
    if row_hash(record) != row["row_hash"]:
        return message("chain-record-changed", "its fields do not give its hash: it was changed")
    if row["region_no"]:
        return (
            None
            if row["row_hash"] == last
            else message("chain-region-not-following", "the region does not belong to the record before it")
        )
    if record.record_id <= number:
        return message("chain-records-unordered", "records are not in their order")
    if record.record_id == number + 1 and row["prev_hash"] != last:
        return message("chain-record-not-following", "it does not follow from the record before it")
    return None


def _foreign(row: dict[str, str], against: Iterator[Judgment]) -> Message | None:
    number = int(row["record_id"])
    same = next((judgment for judgment in against if judgment.record_id >= number), None)
    if same is None or same.row_hash != row["row_hash"]:
        return message("chain-record-unknown", "the workspace does not hold this record")
    return None


def _whole_number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() else 0


def _judgment(row: dict[str, str]) -> Judgment:
    text = {name: unguarded(cell) for name, cell in row.items()}
    return Judgment(
        item_id=int(row["item_id"]),
        kind=JudgmentKind(row["judgment"]),
        operator=text["operator"],
        station=text["station"],
        judged_at=datetime.fromisoformat(row["timestamp"]),
        review_s=float(row["review_seconds"]),
        defect_code=text["defect_code"],
        comment=text["comment"],
        corrects=int(row["corrects_record_id"]) if row["corrects_record_id"] else None,
        app_version=text["app_version"],
        role=text["role"],
        lot=text["lot"],
        work_order=text["work_order"],
        side=text["board_side"],
        purpose=Purpose(row["purpose"]),
        regions=region_judgments_from(row["region_judgments"]),
        reveal=RevealOrder(row.get("reveal_order", RevealOrder.MACHINE_FIRST)),
        client_id=text.get("client_id", ""),
        record_id=int(row["record_id"]),
        board_hash=row["board_hash"],
        prev_hash=row["prev_hash"],
    )
