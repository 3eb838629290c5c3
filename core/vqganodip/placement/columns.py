"""Columns of placement files: their usual names, and their recognition in a heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from vqganodip.errors import DatasetError
from vqganodip.placement.parts import Unit

__all__ = ["NAMES", "NOT_FITTED", "PAIRS", "ROLES", "Columns", "check_mapping", "find_columns", "title_key", "unit_of"]

NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ref_des": (
            "designator", "refdes", "reference", "referencedesignator", "refdesignator", "ref", "refs", "refname",
            "compname", "component", "componentname", "part",
        ),
        "rotation": (
            "rotation", "rot", "angle", "orientation", "rotate", "symrotate", "theta", "rotationdeg", "orient",
            "placementrotation",
        ),
        "side": (
            "side", "layer", "tb", "boardside", "mountside", "mountingside", "placementside", "symmirror", "mirror",
        ),
        "package": (
            "package", "footprint", "pattern", "case", "pkg", "landpattern", "footprintname", "packagename", "symname",
            "comppackage", "geometry",
        ),
        "value": ("value", "val", "comment", "compvalue", "name", "description", "partname"),
        "part_number": (
            "partnumber", "mpn", "manufacturerpartnumber", "manufacturerpart", "mfrpart", "mfrpartnumber", "mfgpart",
            "mfgpartnumber", "partno", "pn", "jlcpcbpart", "jlcpart", "lcsc", "lcscpart", "lcscpartnumber",
            "supplierpart", "partnr", "libref",
        ),
        "fitted": (
            "dnp", "dnf", "dni", "donotpopulate", "donotplace", "donotfit", "notfitted", "fitted", "populate",
            "populated", "mount", "mounted", "stuff", "stuffed", "place", "placed",
        ),
    }
)  # fmt: skip
"""Usual names of the columns besides x and y, without case, blanks, signs and units; preferred names first."""

PAIRS: Final = (
    ("posx", "posy"), ("midx", "midy"), ("centerx", "centery"), ("centrex", "centrey"), ("centroidx", "centroidy"),
    ("x", "y"), ("xpos", "ypos"), ("xposition", "yposition"), ("positionx", "positiony"), ("xlocation", "ylocation"),
    ("locationx", "locationy"), ("xloc", "yloc"), ("locx", "locy"), ("xcoord", "ycoord"), ("coordx", "coordy"),
    ("xcoordinate", "ycoordinate"), ("placementcentrex", "placementcentrey"), ("symx", "symy"), ("refx", "refy"),
)  # fmt: skip
"""Usual names of the columns x and y; the centre of the body comes before the origin of the footprint."""

ROLES: Final = ("ref_des", "x", "y", *(role for role in NAMES if role != "ref_des"))
"""What a column can hold; the first three are needed."""

NOT_FITTED: Final = frozenset(("dnp", "dnf", "dni", "donotpopulate", "donotplace", "donotfit", "notfitted"))
"""Titles of columns in which a yes means that the part is not fitted."""

_NEEDED: Final = ROLES[:3]
_UNIQUE: Final = (*_NEEDED, "rotation", "side")
_UNITS: Final = {
    "mm": Unit.MM, "millimeter": Unit.MM, "millimeters": Unit.MM, "millimetre": Unit.MM, "millimetres": Unit.MM,
    "metric": Unit.MM, "mil": Unit.MIL, "mils": Unit.MIL, "thou": Unit.MIL, "th": Unit.MIL, "in": Unit.INCH,
    "inch": Unit.INCH, "inches": Unit.INCH, '"': Unit.INCH,
}  # fmt: skip
_TITLE_UNIT: Final = re.compile(r"[\s(\[_,-]\(?(mm|mils?|thou|inch(?:es)?|in)[)\]]?$", re.IGNORECASE)


def unit_of(word: str) -> Unit | None:
    """The unit that a word means; None if it means none."""
    return _UNITS.get(word.strip().lower())


def title_key(title: str) -> tuple[str, Unit | None]:
    """Key of a column's title, letters and digits only, and the unit that it names: ``Center-X(mm)``, ``PosX``."""
    title = title.strip().strip('"').strip()
    named = _TITLE_UNIT.search(title)
    unit = unit_of(named[1]) if named else None
    rest = title[: named.start()] if named else title
    return re.sub(r"[\W_]+", "", rest).lower(), unit


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table.

    Attributes:
        titles: The heading's cells; the numbers of the columns where the file has no heading.
        index: Role → column from 0, for the roles found; x, y and ref_des are always among them.
        units: Role → unit that the title names.
    """

    titles: tuple[str, ...]
    index: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)


def check_mapping(mapping: Mapping[str, str], path: Path) -> None:
    """Check an explicit mapping of roles to columns.

    Raises:
        DatasetError: It names a role that does not exist.
    """
    for role in mapping:
        if role not in ROLES:
            raise DatasetError(
                "placement-role-unknown",
                "{role!r} is no column of a placement",
                where=path,
                todo="Use {roles}.",
                role=role,
                roles=", ".join(ROLES),
            )


def find_columns(cells: Sequence[str], mapping: Mapping[str, str], path: Path, line: int) -> Columns | None:
    """Recognise the columns in the cells of a line.

    Args:
        cells: Cells of a line that may be the heading.
        mapping: Role → title or number of the column, where the usual names do not suffice.
        path: The file, for errors.
        line: The line, for errors.

    Returns:
        The columns; None if the line is no heading: it lacks the reference designator, x or y.

    Raises:
        DatasetError: Two columns have the same title and either could be meant.
    """
    keys = [title_key(cell) for cell in cells]
    names = [key for key, _ in keys]
    index = _mapped(cells, mapping)
    if index is None:
        return None
    pairs = [(x, y) for x, y in PAIRS if x in names and y in names]
    found: dict[str, str] = dict(zip(("x", "y"), pairs[0], strict=True)) if pairs else {}
    for role, accepted in NAMES.items():
        taken = set(index.values())
        wanted = next((n for n in accepted if any(m == n and i not in taken for i, m in enumerate(names))), None)
        if wanted is not None:
            found[role] = wanted
    for role, name in found.items():
        if role not in index:
            index[role] = names.index(name)
    if any(role not in index for role in _NEEDED):
        return None
    for role, name in found.items():
        if role in _UNIQUE and role not in mapping and names.count(name) > 1:
            raise DatasetError(
                "placement-column-twice",
                "line {line}: two columns are called {title!r}",
                where=path,
                todo="Say which one to read: with --column {role}=NUMBER, counted from 1, or in the list of columns.",
                line=line,
                title=cells[names.index(name)].strip(),
                role=role,
            )
    units = {role: unit for role in ("x", "y") if (unit := keys[index[role]][1]) is not None}
    return Columns(tuple(cell.strip() for cell in cells), index, units)


def _mapped(cells: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int] | None:
    """Columns of an explicit mapping; None if this line has not got them."""
    titles = [cell.strip().strip('"').strip().casefold() for cell in cells]
    index = {}
    for role, wanted in mapping.items():
        name = wanted.strip().casefold()
        if name in titles:
            index[role] = titles.index(name)
        elif name.isdecimal() and 1 <= int(name) <= len(cells):
            index[role] = int(name) - 1
        else:
            return None
    return index
