"""Lines of a placement file as a table: its heading, its separator and the cells of each part."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vqganodip.errors import DatasetError
from vqganodip.placement.columns import NAMES, PAIRS, ROLES, Columns, find_columns, title_key, unit_of
from vqganodip.placement.parts import Unit

__all__ = ["Stated", "Table", "find_table", "likely_heading"]

_HEADING_WITHIN: Final = 80
_TOKEN: Final = re.compile(r'"(?:[^"]|"")*"|\S+')
_NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:mm|mils?|in|inch)?", re.IGNORECASE)
_UNIT_LINE: Final = re.compile(r"\bunits?(?:\s+used)?\s*[:=]\s*\"?([^\s,;\"]+)", re.IGNORECASE)
_SIDE_LINE: Final = re.compile(r"^#+\s*side\s*[:=]\s*(\w+)", re.IGNORECASE)
_SEPARATORS: Final = ("\t", ";", ",", "")
_EAGLE: Final = ("ref_des", "x", "y", "rotation")


@dataclass(frozen=True, slots=True)
class Stated:
    """Unit, side and program as the lines before the heading state them.

    Attributes:
        unit: Unit of length, with the number of its line; None if none is stated.
        side: Side of all parts, as written; empty if none is stated.
        altium: True under the title of Altium Designer.
        kicad: True under the title of KiCad, whose files end with a line of their own.
    """

    unit: tuple[Unit, int] | None = None
    side: str = ""
    altium: bool = False
    kicad: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a placement file.

    Attributes:
        columns: Its columns.
        heading: Line of the heading, from 1; 0 without one.
        rows: Line, from 1, and cells of each part: as many cells as there are columns.
        stated: What the lines before it state.
    """

    columns: Columns
    heading: int
    rows: tuple[tuple[int, tuple[str, ...]], ...] = field(repr=False)
    stated: Stated


def find_table(text: str, path: Path, mapping: Mapping[str, str]) -> Table:
    """Find the table in the text of a placement file.

    Args:
        text: The whole file.
        path: The file, for errors and for the ending of files of Eagle, which have no heading.
        mapping: Role → title or number of a column, where the usual names do not suffice.

    Raises:
        DatasetError: No heading, a line with too few or too many cells, an open quote, or a file that breaks off.
    """
    lines = text.splitlines()
    number, separator, columns = _heading(lines, path, mapping) or (0, "", None)
    stated = _stated(lines[:number], path)
    if columns is None:
        return _without_heading(lines, path, mapping, stated)
    if stated.kicad and not any(line.strip().lower().startswith("## end") for line in lines):
        raise DatasetError(
            "placement-cut-off",
            "line {line}: the file ends without the line `## End` of KiCad",
            where=path,
            todo="Export or copy the placement file again.",
            line=len(lines),
        )
    rows = _separated(lines, number, separator, path) if separator else _aligned(lines, number, columns)
    return Table(columns, number, tuple(_whole(rows, columns, path)), stated)


def _heading(lines: Sequence[str], path: Path, mapping: Mapping[str, str]) -> tuple[int, str, Columns] | None:
    """Line, separator and columns of the heading: the first line in which the needed columns are found."""
    if all(mapping.get(role, "").strip().isdecimal() for role in _EAGLE[:3]):
        return _by_numbers(lines, path, mapping)
    for number, line in enumerate(lines[:_HEADING_WITHIN], start=1):
        found: list[tuple[int, int, str, Columns]] = []
        for separator in _SEPARATORS:
            if (separator and separator not in line) or (found and not separator):
                continue
            cells = _cells(_uncommented(line), separator)
            columns = find_columns(cells, mapping, path, number) if len(cells) >= 3 else None
            if columns is not None:
                found.append((len(columns.index), len(cells), separator, columns))
        if found:
            _, _, separator, columns = max(found, key=lambda one: one[:2])
            return number, separator, columns
    return None


def likely_heading(text: str) -> tuple[str, ...]:
    """Titles of the line that looks most like a heading: the first of the lines with most cells; empty without one."""
    best: list[str] = []
    for line in text.splitlines()[:_HEADING_WITHIN]:
        for separator in _SEPARATORS[:3]:
            cells = _cells(_uncommented(line), separator)
            if len(cells) >= 3 and len(cells) > len(best):
                best = cells
    if not best:
        lines = [_cells(_uncommented(line), "") for line in text.splitlines()[:_HEADING_WITHIN]]
        best = max((cells for cells in lines if len(cells) >= 4), key=len, default=[])
    return tuple(cell.strip() for cell in best)


def _by_numbers(lines: Sequence[str], path: Path, mapping: Mapping[str, str]) -> tuple[int, str, Columns] | None:
    """Heading above the first line that has numbers in the columns given for x and y; line 0 if it has no heading."""
    x, y = (int(mapping[role]) - 1 for role in ("x", "y"))
    for number, line in enumerate(lines, start=1):
        for separator in _SEPARATORS:
            cells = _cells(line, separator)
            if not all(0 <= at < len(cells) and _NUMBER.fullmatch(cells[at].strip()) for at in (x, y)):
                continue
            above = _cells(_uncommented(lines[number - 2]), separator) if number > 1 else []
            heading = len(above) == len(cells)
            titles = above if heading else [str(i) for i in range(1, len(cells) + 1)]
            columns = find_columns(titles, mapping, path, max(number - 1, 1))
            return None if columns is None else (number - 1, separator, columns)
    return None


def _uncommented(line: str) -> str:
    """A heading of KiCad without its ``#``, whose width stays."""
    return re.sub(r"^\ufeff?#+", lambda found: " " * len(found[0]), line)


def _cells(line: str, separator: str) -> list[str]:
    if not separator:
        return [token.strip('"') for token in _TOKEN.findall(line)]
    try:
        return next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    except csv.Error:
        return line.split(separator)


def _stated(lines: Sequence[str], path: Path) -> Stated:
    unit, side = None, ""
    for number, line in enumerate(lines[:_HEADING_WITHIN], start=1):
        named = _UNIT_LINE.search(line)
        if named:
            known = unit_of(named[1])
            if known is None:
                raise DatasetError(
                    "placement-unit-line-unknown",
                    "line {line}: the unit {unit!r} is not known",
                    where=path,
                    todo="Export the placement in mm, mil or inch.",
                    line=number,
                    unit=named[1],
                )
            unit = (known, number)
        on = _SIDE_LINE.match(line)
        if on and on[1].lower() not in ("all", "both"):
            side = on[1]
    head = "\n".join(lines[:5]).lower()
    kicad = re.search(r"^#+\s*(?:module|footprint) positions", head, re.MULTILINE) is not None
    return Stated(unit, side, "altium designer" in head, kicad)


def _separated(lines: Sequence[str], heading: int, separator: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    # csv needs the ends of the lines: a cell in quotes may have lines of its own
    reader = csv.reader(
        [f"{line}\n" for line in lines[heading:]], delimiter=separator, skipinitialspace=True, strict=True
    )
    before = 0
    try:
        for row in reader:
            line, before = heading + before + 1, reader.line_num
            if any("\n" in cell and separator in cell for cell in row):
                raise _open_quote(path, line)
            yield line, row
    except csv.Error as error:
        raise _open_quote(path, heading + before + 1) from error


def _open_quote(path: Path, line: int) -> DatasetError:
    return DatasetError(
        "placement-quote-open",
        "line {line}: a quote is not closed, or text follows it",
        where=path,
        todo="Close the quote, or leave it out.",
        line=line,
    )


def _aligned(lines: Sequence[str], heading: int, columns: Columns) -> Iterator[tuple[int, list[str]]]:
    """Rows of columns that blanks separate; where cells are missing or hold blanks, the heading's places decide."""
    places = [found.span() for found in _TOKEN.finditer(_uncommented(lines[heading - 1]))]
    for number, line in enumerate(lines[heading:], start=heading + 1):
        tokens = list(_TOKEN.finditer(line))
        if len(tokens) == len(places):
            yield number, [token[0] for token in tokens]
            continue
        cells = [""] * len(columns.titles)
        for token in tokens:
            start, end = token.span()
            at = next((i for i, (left, right) in enumerate(places) if start < right and left < end), None)
            if at is None:
                at = max((i for i, (left, _) in enumerate(places) if left <= start), default=0)
            cells[at] = f"{cells[at]} {token[0]}".strip()
        yield number, cells


def _whole(
    rows: Iterator[tuple[int, list[str]]], columns: Columns, path: Path
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows that hold a part, each with as many cells as there are columns."""
    width = len(columns.titles)
    needed = {role: columns.index[role] for role in _EAGLE[:3]}
    for line, row in rows:
        cells = [cell.strip().strip('"').strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if any(cells[width:]):
            raise DatasetError(
                "placement-cells-many",
                "line {line}: {count} cells, but the heading has {width}",
                where=path,
                todo="Put text or numbers that hold a separator or a decimal comma in quotes.",
                line=line,
                count=len(cells),
                width=width,
            )
        short = next((role for role, at in needed.items() if at >= len(cells)), None)
        if short is not None:
            raise DatasetError(
                "placement-cells-few",
                "line {line}, column {column}: the line ends before this column ({count} of {width} cells)",
                where=path,
                todo="Complete the line.",
                line=line,
                column=columns.titles[columns.index[short]] or short,
                count=len(cells),
                width=width,
            )
        yield line, tuple([*cells, *[""] * width][:width])


def _without_heading(lines: Sequence[str], path: Path, mapping: Mapping[str, str], stated: Stated) -> Table:
    """The table of a file of Eagle: reference, x, y, rotation, value and package without any heading."""
    content = [(n, line) for n, line in enumerate(lines, start=1) if line.strip() and not line.lstrip().startswith("#")]
    first = _headless_cells(content[0][1]) if content else []
    eagle = path.suffix.lower() in (".mnt", ".mnb")
    numbers = len(first) >= 4 and all(_NUMBER.fullmatch(cell) for cell in first[1:4])
    if mapping or not (eagle or numbers):
        raise _no_heading(lines, path, mapping)
    rows = []
    for number, line in content:
        cells = _headless_cells(line)
        if len(cells) < 4:
            raise DatasetError(
                "placement-eagle-short",
                "line {line}, column {column}: the line ends before this column",
                where=path,
                todo="A line of Eagle has reference, x, y, rotation, value and package.",
                line=number,
                column=_EAGLE[len(cells)],
            )
        rows.append((number, tuple(cells)))
    titles = (*_EAGLE, "value", "package", "side")
    return Table(Columns(titles, {role: i for i, role in enumerate(titles)}), 0, tuple(rows), stated)


def _headless_cells(line: str) -> list[str]:
    """Reference, x, y, rotation, value, package, side: a value of Eagle may be missing or hold blanks."""
    separator = next((s for s in _SEPARATORS[:3] if s and line.count(s) >= 3), "")
    if separator:
        cells = [cell.strip() for cell in line.split(separator)]
        rest = cells[4:]
        if len(rest) == 1 and re.match(r"(?:top|bottom)\b", rest[0], re.IGNORECASE):
            return [*cells[:4], "", "", rest[0]]
        return [*cells[:4], *[*rest, "", "", ""][:3]] if len(cells) >= 4 else cells
    cells = line.split()
    if len(cells) < 4:
        return cells
    rest = cells[4:]
    return [*cells[:4], " ".join(rest[:-1]), rest[-1] if rest else "", ""]


def _no_heading(lines: Sequence[str], path: Path, mapping: Mapping[str, str]) -> DatasetError:
    """The error for a file without a heading: it names the columns that the best line lacks."""
    best, missing = 1, list(ROLES[:3])
    for number, line in enumerate(lines[:_HEADING_WITHIN], start=1):
        for separator in _SEPARATORS:
            cells = _cells(_uncommented(line), separator)
            lacking = [role for role in ROLES[:3] if not _has(cells, role, mapping)]
            if len(cells) >= 3 and len(lacking) < len(missing):
                best, missing = number, lacking
    unknown = next((name for name in mapping.values() if not name.strip().isdecimal()), None)
    if not missing and unknown is not None:
        return DatasetError(
            "placement-column-unknown",
            "line {line}: the heading has no column {column!r}",
            where=path,
            todo="Give a title of the heading, or a number from 1.",
            line=best,
            column=next((n for n in mapping.values() if not _names(lines[best - 1], n)), unknown),
        )
    if len(missing) == 3:
        return DatasetError(
            "placement-no-heading",
            "line 1: no line names the columns of a placement: reference designator, x and y",
            where=path,
            todo="Export the placement with a heading, or choose the placement file.",
        )
    return DatasetError(
        "placement-column-missing",
        "line {line}: the heading lacks a column for {columns}",
        where=path,
        todo="Say which one it is: with --column {first}=TITLE, or in the list of columns.",
        line=best,
        columns=", ".join(missing),
        first=missing[0],
    )


def _has(cells: Sequence[str], role: str, mapping: Mapping[str, str]) -> bool:
    if role in mapping:
        return True
    names = {title_key(cell)[0] for cell in cells}
    usual = {pair["xy".index(role)] for pair in PAIRS} if role in ("x", "y") else set(NAMES[role])
    return bool(names & usual)


def _names(line: str, title: str) -> bool:
    return any(
        title.strip().casefold() == cell.strip().strip('"').casefold()
        for separator in _SEPARATORS
        for cell in _cells(_uncommented(line), separator)
    )
