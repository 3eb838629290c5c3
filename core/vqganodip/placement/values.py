"""Values of placement files: lengths, angles, sides, and whether a part is fitted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import DatasetError
from vqganodip.placement.columns import NOT_FITTED, title_key, unit_of
from vqganodip.placement.parts import Side, Unit

__all__ = ["Cell", "Number", "angle_in", "fitted_in", "length_in", "side_in", "unfitted_value"]

_NUMBER: Final = re.compile(r"([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?)\s*([a-zµ\"°]*)", re.IGNORECASE)
_TOP: Final = frozenset(
    ("top", "t", "toplayer", "front", "f", "fcu", "component", "componentside", "1", "topside", "no")
)
_BOTTOM: Final = frozenset(
    ("bottom", "b", "bot", "bottomlayer", "back", "bcu", "solder", "solderside", "0", "16", "bottomside", "yes", "m")
)
_YES: Final = frozenset(("1", "yes", "y", "true", "x", "dnp", "dnf", "dni"))
_NO: Final = frozenset(("0", "no", "n", "false", "", "-"))
_UNFITTED: Final = re.compile(
    r"(?:^|[\s/(,;_-])(?:DNP|DNF|DNI|DNM|NOFIT|NOPOP|not[ _]fitted|do[ _]not[ _](?:fit|place|populate))"
    r"(?:$|[\s/),;_-])",
    re.IGNORECASE,
)
_LARGEST_MM: Final = 5000.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a placement file, with its place for errors."""

    path: Path
    line: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A length as written: its number, its unit if the cell names one, and its decimal sign, if any."""

    value: float
    unit: Unit | None
    sign: str


def _parsed(cell: Cell) -> tuple[float, str, str]:
    text = cell.text.strip().replace("\u2212", "-")
    if not text:
        raise DatasetError(
            "placement-cell-empty",
            "line {line}, column {column}: the cell is empty",
            where=cell.path,
            todo="Enter the number, or remove the line.",
            line=cell.line,
            column=cell.column,
        )
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise DatasetError(
            "placement-number-invalid",
            "line {line}, column {column}: {text!r} is no number",
            where=cell.path,
            todo="Write it as 12.34 or 12,34, without a sign between thousands.",
            line=cell.line,
            column=cell.column,
            text=text,
        )
    sign = next((s for s in ".," if s in found[1]), "")
    return float(found[1].replace(",", ".")), found[2], sign


def length_in(cell: Cell) -> Number:
    """Read a length such as ``12.3``, ``12,3``, ``12.3mm`` or ``500mil``.

    Raises:
        DatasetError: The cell is empty, no number, or has another unit.
    """
    value, word, sign = _parsed(cell)
    unit = unit_of(word) if word else None
    if word and unit is None:
        raise DatasetError(
            "placement-unit-unknown",
            "line {line}, column {column}: the unit {unit!r} is not known",
            where=cell.path,
            todo="Use mm, mil or inch.",
            line=cell.line,
            column=cell.column,
            unit=word,
        )
    if not abs(value) * (unit.mm if unit else 0.0254) <= _LARGEST_MM:
        raise DatasetError(
            "placement-length-impossible",
            "line {line}, column {column}: {text!r} lies off every board",
            where=cell.path,
            todo="Correct the number.",
            line=cell.line,
            column=cell.column,
            text=cell.text.strip(),
        )
    return Number(value, unit, sign)


def angle_in(cell: Cell) -> float:
    """Read an angle in degrees; an empty cell is 0. Eagle's ``R90`` and ``MR90`` are read too.

    Raises:
        DatasetError: The cell holds something else.
    """
    text = re.sub(r"^[MS]*R(?=\d)", "", cell.text.strip())
    if not text:
        return 0.0
    value, word, _ = _parsed(Cell(cell.path, cell.line, cell.column, text))
    if word.lower() not in ("", "°", "deg", "degrees") or abs(value) > 3600:
        raise DatasetError(
            "placement-angle-invalid",
            "line {line}, column {column}: {text!r} is no angle in degrees",
            where=cell.path,
            todo="Write the rotation in degrees.",
            line=cell.line,
            column=cell.column,
            text=cell.text.strip(),
        )
    return value % 360.0


def side_in(cell: Cell, usual: Side) -> Side:
    """Read a side: ``top``, ``T``, ``TopLayer``, ``F.Cu``, ``Front``…; an empty cell is the usual side of the file.

    Raises:
        DatasetError: The cell names no side.
    """
    word = re.sub(r"\(.*\)$", "", cell.text.strip())
    key = re.sub(r"[\W_]+", "", word).lower()
    if not key:
        return usual
    if key in _TOP:
        return Side.TOP
    if key in _BOTTOM:
        return Side.BOTTOM
    raise DatasetError(
        "placement-side-unknown",
        "line {line}, column {column}: {text!r} is no side of a board",
        where=cell.path,
        todo="Write top or bottom.",
        line=cell.line,
        column=cell.column,
        text=cell.text.strip(),
    )


def fitted_in(cell: Cell) -> bool:
    """Read whether a part is fitted, from a column such as ``DNP`` or ``Fitted``.

    Raises:
        DatasetError: The cell is neither yes nor no.
    """
    negative = title_key(cell.column)[0] in NOT_FITTED
    word = cell.text.strip().lower()
    key = word.replace(" ", "")
    if key in ("notfitted", "notmounted", "notpopulated", "donotpopulate", "donotplace", "donotfit", "nostuff"):
        return False
    if key in ("fitted", "mounted", "populated", "placed", "place", "mount", "stuffed"):
        return True
    if key in ("dnp", "dnf", "dni", "excludedfromboard"):
        return False
    if word == "" or key == "-":
        return True
    if key in _YES:
        return not negative
    if key in _NO:
        return negative
    raise DatasetError(
        "placement-fitted-unknown",
        "line {line}, column {column}: {text!r} says neither yes nor no",
        where=cell.path,
        todo="Write yes or no.",
        line=cell.line,
        column=cell.column,
        text=cell.text.strip(),
    )


def unfitted_value(value: str) -> bool:
    """True if a value or comment says that the part is not fitted, such as ``DNP`` or ``10k/DNP``."""
    return _UNFITTED.search(value) is not None
