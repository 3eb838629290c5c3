"""Reader of hand-written CSV tables by column name, with line numbers for error messages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from vqganodip.errors import DatasetError

__all__ = ["read_table"]


def read_table(path: Path, columns: Mapping[str, tuple[str, ...]]) -> list[tuple[int, dict[str, str]]]:
    """Read the rows of a CSV with their line numbers.

    Args:
        path: UTF-8 file whose first line names the columns; the separator (comma, semicolon or tab) is detected there.
        columns: Column → accepted names; a column that ends in ``?`` may be missing. Other columns are dropped.

    Returns:
        Line number (from 1) and cells by column, without the ``?``. Blank lines are left out.

    Raises:
        DatasetError: Not UTF-8, a column missing, or a quote that never closes.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DatasetError(
            "table-not-utf8", "the table is not UTF-8", where=path, todo="Save it as CSV UTF-8."
        ) from error
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    names = [name.strip().lower() for name in _first(reader, path)]
    index = {column: names.index(n) for column, accepted in columns.items() for n in reversed(accepted) if n in names}
    missing = [column for column in columns if column not in index and not column.endswith("?")]
    if missing:
        raise DatasetError(
            "table-column-missing",
            "the table lacks the column {columns}",
            where=path,
            todo="Name the columns in the first line.",
            columns=", ".join(missing),
        )
    rows = []
    try:
        before = reader.line_num
        for row in reader:
            if any(cell.strip() for cell in row):
                if any(_holds_lines(cell, separator, len(names)) for cell in row):
                    raise _open_quote(path, before + 1)
                cells = {c.rstrip("?"): row[i].strip() if i < len(row) else "" for c, i in index.items()}
                rows.append((reader.line_num, cells))
            before = reader.line_num
    except csv.Error as error:
        if reader.line_num > before + 1 or "end of data" in str(error):
            raise _open_quote(path, before + 1) from error
        raise DatasetError(
            "table-line-invalid",
            "line {number}: {error}",
            where=path,
            todo="Save the table again.",
            number=reader.line_num,
            error=str(error),
        ) from error
    return rows


def _first(reader: Iterator[list[str]], path: Path) -> list[str]:
    try:
        return next(reader, [])
    except csv.Error as error:
        raise _open_quote(path, 1) from error


def _holds_lines(cell: str, separator: str, columns: int) -> bool:
    """True for a cell with whole lines of the table in it, as between two quotes that were never closed."""
    return columns > 1 and any(line.count(separator) >= columns - 1 for line in cell.split("\n")[1:])


def _open_quote(path: Path, line: int) -> DatasetError:
    return DatasetError(
        "table-quote-open",
        "a quote in line {line} is not closed, which swallows the lines after it",
        where=path,
        todo="Close the quote, or leave it out.",
        line=line,
    )
