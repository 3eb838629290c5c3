"""Documentation of the columns of the exported files, generated from their tables."""

from __future__ import annotations

from collections.abc import Sequence

from vqganodip.export.columns import (
    BOARD_COLUMNS,
    CSV_COLUMNS,
    CSV_VERSION,
    JUDGED_BOARD_COLUMNS,
    LINE_HASH,
    Column,
    Row,
)

__all__ = ["column_documentation"]


def column_documentation() -> str:
    """Generate the text of ``resources/csv-columns.md``."""
    head = (
        "# Columns of the judgments file\n\n"
        "One row per record and one per region of it, oldest first; count the rows whose `region_no` is "
        "empty. Corrections and undone judgments are rows of their own; the newest row of a "
        "board is the one in effect.\n"
        "UTF-8, comma, CRLF, quotes doubled (RFC 4180); times in ISO 8601, UTC; dot as decimal point.\n\n"
        f"This is version {CSV_VERSION}; the header tells which version a file is. `vqganodip verify` reads older "
        "versions too:\n"
        f"{_versions()}\n"
        "A text that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or an apostrophe is prefixed with "
        "an apostrophe,\nso that no spreadsheet evaluates it as a formula. Remove one leading apostrophe to get the "
        "text back. Numbers are unchanged.\n\n"
    )
    boards = (
        "\n# Columns of the boards file\n\n"
        "One row per inspected board, judged or not, in the order of inspection. Same format as the judgments file.\n\n"
    )
    summed = (
        "\n# Columns of the file with one row per board\n\n"
        "One row per judged board (`--format boards`): its newest judgment with the columns of the judgments file, "
        "without\nthose of single regions and without the hash of the line, then:\n\n"
    )
    own = [column for column in JUDGED_BOARD_COLUMNS if column not in CSV_COLUMNS]
    judgments = head + _documented((*CSV_COLUMNS, LINE_HASH))
    return judgments + boards + _documented(BOARD_COLUMNS) + summed + _documented(own)


def _versions() -> str:
    lines = []
    for version in range(2, CSV_VERSION + 1):
        new = [f"`{column.name}`" for column in CSV_COLUMNS if column.since == version]
        renamed = [f"`{c.former_name}` is called `{c.name}`" for c in CSV_COLUMNS if c.renamed_in == version]
        changes = [f"new columns {', '.join(new)}"] * bool(new) + renamed
        lines.append(f"- version {version}: {'; '.join(changes)}\n")
    return "".join(lines)


def _documented(columns: Sequence[Column[Row]]) -> str:
    rows = "".join(f"| `{column.name}` | {column.meaning} |\n" for column in columns)
    return f"| column | meaning |\n|---|---|\n{rows}"
