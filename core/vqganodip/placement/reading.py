"""Reader of placement files of KiCad, Altium Designer, EasyEDA, JLCPCB, Eagle and others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from vqganodip.errors import DatasetError, Message, message
from vqganodip.placement.columns import Columns, check_mapping, title_key
from vqganodip.placement.decoding import read_text
from vqganodip.placement.kicad import KICAD
from vqganodip.placement.lines import Table, find_table
from vqganodip.placement.parts import PlacedPart, PlacementList, Side, Unit
from vqganodip.placement.spacing import likely_unit
from vqganodip.placement.values import Cell, Number, angle_in, fitted_in, length_in, side_in, unfitted_value

__all__ = ["read_placement"]

_FORMS: Final = {
    "posx": KICAD,
    "centerx": "Altium Designer",
    "midx": "EasyEDA or JLCPCB",
}


def read_placement(
    path: Path,
    *,
    columns: Mapping[str, str] = MappingProxyType({}),
    unit: Unit | None = None,
    side: Side | None = None,
) -> PlacementList:
    """Read a placement file.

    Encoding, separator, heading, decimal sign, unit and sides are recognised; the README of this package says how.

    Args:
        path: The file.
        columns: Role → title of a column, or its number from 1, where the usual names do not suffice. Roles are
            ``ref_des``, ``x``, ``y``, ``rotation``, ``side``, ``package``, ``value``, ``part_number``, ``fitted``.
        unit: Unit of lengths for which the file states none; None to recognise it by the distances between parts.
        side: Side of parts for which the file states none; None for the top, or the bottom for ``.mnb``.

    Raises:
        DatasetError: The file is no placement file, or a line is wrong; one sentence names file, line and column.
    """
    check_mapping(columns, path)
    text, notes = read_text(path)
    table = find_table(text, path, columns)
    if not table.rows:
        raise DatasetError(
            "placement-no-parts",
            "line {line}: no part follows the heading",
            where=path,
            todo="Export the placement of a product with parts.",
            line=max(table.heading, 1),
        )
    reader = _Reader(path, table, side)
    lengths = reader.lengths()
    stated = reader.stated_unit(lengths)
    found = stated or unit
    if found is None:
        found, guessed = _guessed(lengths)
        notes = (*notes, guessed)
    parts = reader.parts(lengths, found)
    return PlacementList(path.name, reader.form, found, stated is not None, parts, (*notes, *reader.notes))


def _guessed(lengths: Mapping[int, tuple[Number, Number]]) -> tuple[Unit, Message]:
    unit = likely_unit([(x.value, y.value) for x, y in lengths.values()])
    if unit is None:
        return Unit.MM, message("placement-note-unit-default", "the file states no unit: read as mm")
    return unit, message(
        "placement-note-unit-spacing",
        "the file states no unit: read as {unit}, by the distances between parts",
        unit=unit.value,
    )


class _Reader:
    """The parts of one table."""

    def __init__(self, path: Path, table: Table, side: Side | None) -> None:
        self._path, self._table = path, table
        self._columns: Columns = table.columns
        self.notes: tuple[Message, ...] = ()
        self._side = self._usual_side(side)

    @property
    def form(self) -> str:
        if self._table.stated.kicad:
            return KICAD
        if self._table.stated.altium:
            return "Altium Designer"
        if self._table.heading == 0:
            return "Eagle"
        return _FORMS.get(title_key(self._columns.titles[self._columns.index["x"]])[0], "")

    def _usual_side(self, side: Side | None) -> Side:
        stated = self._table.stated.side
        if stated:
            line = Cell(self._path, 1, "Side", stated)
            return side_in(line, Side.TOP)
        if side is not None:
            return side
        if self._path.suffix.lower() == ".mnb":
            return Side.BOTTOM
        if self._path.suffix.lower() != ".mnt" and "side" not in self._columns.index:
            self.notes = (
                message("placement-note-side", "the file states no side: all parts were taken to be on the top"),
            )
        return Side.TOP

    def _cell(self, line: int, cells: tuple[str, ...], role: str) -> Cell:
        at = self._columns.index.get(role)
        if at is None:
            return Cell(self._path, line, role, "")
        return Cell(self._path, line, self._columns.titles[at] or role, cells[at])

    def lengths(self) -> dict[int, tuple[Number, Number]]:
        """x and y by line, with one decimal sign in the whole file."""
        found: dict[int, tuple[Number, Number]] = {}
        sign = ""
        for line, cells in self._table.rows:
            pair = []
            for role in ("x", "y"):
                cell = self._cell(line, cells, role)
                number = length_in(cell)
                if sign and number.sign and number.sign != sign:
                    raise DatasetError(
                        "placement-decimal-mixed",
                        "line {line}, column {column}: {text!r} has another decimal sign than the lines before",
                        where=self._path,
                        todo="Use either points or commas, and no sign between thousands.",
                        line=line,
                        column=cell.column,
                        text=cell.text,
                    )
                sign = sign or number.sign
                pair.append(number)
            found[line] = (pair[0], pair[1])
        return found

    def stated_unit(self, lengths: Mapping[int, tuple[Number, Number]]) -> Unit | None:
        """The unit that lines, titles and cells state; they must agree."""
        stated = self._table.stated.unit
        unit = stated[0] if stated else None
        for role, named in self._columns.units.items():
            if unit is not None and named is not unit:
                raise DatasetError(
                    "placement-unit-contradicted",
                    "line {line}, column {column}: the unit {unit} contradicts {before} stated before",
                    where=self._path,
                    todo="Export the placement in one unit.",
                    line=self._table.heading,
                    column=self._columns.titles[self._columns.index[role]],
                    unit=named.value,
                    before=unit.value,
                )
            unit = named
        for line, pair in lengths.items():
            for role, number in zip(("x", "y"), pair, strict=True):
                if number.unit is None:
                    continue
                if unit is not None and number.unit is not unit:
                    raise DatasetError(
                        "placement-unit-contradicted",
                        "line {line}, column {column}: the unit {unit} contradicts {before} stated before",
                        where=self._path,
                        todo="Export the placement in one unit.",
                        line=line,
                        column=self._columns.titles[self._columns.index[role]],
                        unit=number.unit.value,
                        before=unit.value,
                    )
                unit = number.unit
        return unit

    def parts(self, lengths: Mapping[int, tuple[Number, Number]], unit: Unit) -> tuple[PlacedPart, ...]:
        """The parts, each reference designator once."""
        parts: list[PlacedPart] = []
        seen: dict[str, int] = {}
        for line, cells in self._table.rows:
            part = self._part(line, cells, lengths[line], unit)
            first = seen.setdefault(part.ref_des.casefold(), line)
            if first != line and not part.fiducial:
                raise DatasetError(
                    "placement-name-twice",
                    "line {line}, column {column}: {name} is also in line {first}",
                    where=self._path,
                    todo="Give each part a reference designator of its own.",
                    line=line,
                    column=self._columns.titles[self._columns.index["ref_des"]],
                    name=part.ref_des,
                    first=first,
                )
            if first == line:
                parts.append(part)
        return tuple(parts)

    def _part(self, line: int, cells: tuple[str, ...], at: tuple[Number, Number], unit: Unit) -> PlacedPart:
        name = self._cell(line, cells, "ref_des")
        if not name.text:
            raise DatasetError(
                "placement-name-missing",
                "line {line}, column {column}: the part has no reference designator",
                where=self._path,
                todo="Enter it, or remove the line.",
                line=line,
                column=name.column,
            )
        value = self._cell(line, cells, "value").text
        package = self._cell(line, cells, "package").text
        fitted = "fitted" not in self._columns.index or fitted_in(self._cell(line, cells, "fitted"))
        rotation = self._cell(line, cells, "rotation")
        side = side_in(self._cell(line, cells, "side"), self._side)
        x, y = (number.value * (number.unit or unit).mm for number in at)
        return PlacedPart(
            ref_des=name.text,
            x=x,
            y=y,
            rotation=angle_in(rotation),
            side=side,
            package=package,
            value=value,
            part_number=self._cell(line, cells, "part_number").text,
            fitted=fitted and not unfitted_value(value),
            line=line,
        )
