"""CSV tables that people write: read by the names of their columns, each row with its line for error messages."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from vqganodip.errors import DatasetError

__all__ = ["read_table"]


def read_table(path: Path, wanted: Mapping[str, tuple[str, ...]]) -> list[tuple[int, dict[str, str]]]:
    """Rows of a CSV with their line numbers.

    Args:
        path: UTF-8, separated by comma, semicolon or tab, by the header; the first line names the columns.
        wanted: Column → the names it may have; a column that ends in ``?`` may be missing. Other columns are dropped.

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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    names = [name.strip().lower() for name in next(reader, [])]
    place = {want: names.index(n) for want, known in wanted.items() for n in reversed(known) if n in names}
    missing = [want for want in wanted if want not in place and not want.endswith("?")]
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
        for row in reader:
            if any(cell.strip() for cell in row):
                cells = {w.rstrip("?"): row[i].strip() if i < len(row) else "" for w, i in place.items()}
                rows.append((reader.line_num, cells))
    except csv.Error as error:
        raise DatasetError(
            "table-line-invalid",
            "line {number}: {error}",
            where=path,
            todo="Save the table again.",
            number=reader.line_num,
            error=str(error),
        ) from error
    return rows
