"""Judgments and inspections as CSV: one row per record or board, driven by one table of columns each.

The files are UTF-8 without a byte order mark and follow RFC 4180 (comma, CRLF, doubled quotes), with ISO 8601 times in
UTC and a dot as decimal point. A text that a spreadsheet would run as a formula (starting with ``=``, ``+``, ``-``,
``@``, a tab or a carriage return) gets a leading apostrophe, as does a text that starts with an apostrophe, so that
removing one leading apostrophe always restores the text (:func:`unguarded`). Numbers stay numbers.

The judgments file has a row per record and one per region of it. Its last column chains the lines:
``vqganodip.export.verify_file`` finds a changed, removed, inserted or moved line without the workspace, even in a
filtered file.
"""

from __future__ import annotations

import csv
import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol, TypeVar

from vqganodip.export.columns import (
    BOARD_COLUMNS,
    CSV_COLUMNS,
    LINE_HASH,
    Board,
    Cell,
    Column,
    Record,
)
from vqganodip.files import exporting_text
from vqganodip.placement.record import PlacementRecord
from vqganodip.review.accounts import Permission, require
from vqganodip.review.judgments import Judgment, QueueFilter, QueueOrder, ReviewItem
from vqganodip.review.model_names import ModelNames
from vqganodip.review.part_names import PartNames

__all__ = [
    "BOARD_COLUMNS",
    "CSV_COLUMNS",
    "LINE_HASH",
    "BoardSource",
    "Column",
    "JudgmentSource",
    "Record",
    "RecordFilter",
    "export_boards",
    "export_judgments",
    "guarded",
    "line_hash",
    "records_of",
    "unguarded",
    "write_table",
]

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "'")
_BLOCK: Final = 500
_OF_REGION: Final = tuple((place, column) for place, column in enumerate(CSV_COLUMNS) if column.of_region)

Row = TypeVar("Row")


class JudgmentSource(Protocol):
    """The part of a repository that an export reads."""

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]: ...

    def judgments(self, item_id: int | None = None) -> Iterator[Judgment]: ...

    def model_names(self) -> ModelNames: ...

    def placement(self, bundle_sha256: str) -> PlacementRecord | None: ...


class BoardSource(Protocol):
    """The part of a repository that an export of inspections reads."""

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]: ...

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]: ...

    def model_names(self) -> ModelNames: ...


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Selection of records; empty fields select all.

    Attributes:
        since: Judged at this time or later (with a time zone).
        until: Judged before this time (with a time zone).
        lot: Exactly this lot.
        operator: Exactly this operator.
    """

    since: datetime | None = None
    until: datetime | None = None
    lot: str = ""
    operator: str = ""

    def takes(self, judgment: Judgment) -> bool:
        """True if a record belongs to the selection."""
        return (
            (self.since is None or judgment.judged_at >= self.since)
            and (self.until is None or judgment.judged_at < self.until)
            and self.lot in ("", judgment.lot)
            and self.operator in ("", judgment.operator)
        )


def line_hash(previous: str, cells: Iterable[str]) -> str:
    """Hash of a line: sha256 of the hash of the previous line and of the cells, as 64 hex digits."""
    parts = [cell.encode("utf-8", "backslashreplace") for cell in cells]
    sealed = b"".join([b"%d:%b" % (len(part), part) for part in parts])
    return hashlib.sha256(previous.encode("ascii") + sealed).hexdigest()


def export_judgments(
    repository: JudgmentSource, out: Path, wanted: RecordFilter | None = None, *, role: str = ""
) -> int:
    """Export the judgments of a repository, corrections and withdrawals included, oldest first.

    The file is written atomically and in constant memory. The same records give the same bytes.

    Args:
        repository: Source of the records.
        out: The file to write; an existing file is replaced.
        wanted: Selection of records; all if None.
        role: Role of the person who exports; empty at an open station.

    Returns:
        Number of records; the header and the rows of regions are not counted.

    Raises:
        ExportError: The file cannot be written; ``out`` is unchanged.
        StoreError: The records cannot be read.
        ReviewError: The role may not export.
    """
    require(role, Permission.EXPORT)
    count = 0

    def rows() -> Iterator[list[str]]:
        nonlocal count
        for record in records_of(repository, wanted or RecordFilter()):
            count += 1
            board = _texts(CSV_COLUMNS, record)
            yield board
            for region in record.region_rows():  # cells of the record, then those of the region
                row = board.copy()
                for place, column in _OF_REGION:
                    row[place] = _text(column.cell(region))
                yield row

    _write_file(out, CSV_COLUMNS, rows(), chained=True)
    return count


def export_boards(repository: BoardSource, out: Path) -> int:
    """Export the inspection of every board of a repository, in the order of arrival.

    The file is written atomically; the same boards give the same bytes.

    Args:
        repository: Source of the boards.
        out: The file to write; an existing file is replaced.

    Returns:
        Number of boards.

    Raises:
        ExportError: The file cannot be written; ``out`` is unchanged.
        StoreError: The boards cannot be read.
    """
    return write_table(out, BOARD_COLUMNS, _boards(repository))


def write_table(out: Path, columns: Sequence[Column[Row]], rows: Iterable[Row]) -> int:
    """Write one line per row as CSV, atomically; returns their number.

    Raises:
        ExportError: The file cannot be written; ``out`` is unchanged.
    """
    return _write_file(out, columns, (_texts(columns, row) for row in rows))


def guarded(text: str) -> str:
    """Escape a text so that no spreadsheet runs it as a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def unguarded(cell: str) -> str:
    """Restore the text of a cell written by :func:`guarded`."""
    return cell[1:] if cell.startswith("'") else cell


def records_of(
    repository: JudgmentSource,
    wanted: RecordFilter,
    every: Callable[[Judgment], object] = lambda _judgment: None,
) -> Iterator[Record]:
    """Yield the selected records with their boards, oldest first, in constant memory.

    Args:
        repository: Source of the records.
        wanted: Selection of records.
        every: Called with each record of the repository, selected or not.

    Raises:
        StoreError: The records cannot be read.
    """

    def walk() -> Iterator[Judgment]:
        for judgment in repository.judgments():
            every(judgment)
            if wanted.takes(judgment):
                yield judgment

    records, names = walk(), repository.model_names()
    parts = PartNames(repository)
    while block := list(itertools.islice(records, _BLOCK)):
        boards = {item.item_id: item for item in repository.whole_items([j.item_id for j in block])}
        for judgment in block:
            item = boards[judgment.item_id]
            model = item.inspection.bundle_sha256
            yield Record(judgment, item, model=names.of(model), parts=parts.of(model))


def _boards(repository: BoardSource) -> Iterator[Board]:
    numbers, names = repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL)), repository.model_names()
    for first in range(0, len(numbers), _BLOCK):
        for item in repository.whole_items(numbers[first : first + _BLOCK]):
            yield Board(item, names.of(item.inspection.bundle_sha256))


def _texts(columns: Sequence[Column[Row]], row: Row) -> list[str]:
    return [_text(column.cell(row)) for column in columns]


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    return "" if cell is None else repr(cell)


def _write_file(out: Path, columns: Sequence[Column[Row]], rows: Iterator[list[str]], *, chained: bool = False) -> int:
    """Write the rows as CSV and return their number."""
    with exporting_text(out) as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns] + [LINE_HASH.name] * chained)
        count, chain = 0, ""
        for count, texts in enumerate(rows, start=1):  # noqa: B007
            if chained:
                chain = line_hash(chain, texts)
            writer.writerow([*texts, chain] if chained else texts)
    return count
