"""Heading of a placement file: its columns and what was recognised of them, also where a needed one was not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from vqganodip.errors import DatasetError
from vqganodip.placement.columns import NAMES, PAIRS, check_mapping, title_key
from vqganodip.placement.decoding import read_text
from vqganodip.placement.lines import find_table, likely_heading

__all__ = ["Heading", "read_heading"]

_SAMPLES: Final = 3
_UNREADABLE: Final = ("placement-no-heading", "placement-column-missing", "placement-column-twice")


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a placement file.

    Attributes:
        titles: Title of each column; its number where the file has no heading.
        index: Role → column from 0, as recognised or as given.
        samples: Cells of the first parts.
    """

    titles: tuple[str, ...]
    index: Mapping[str, int] = field(default_factory=dict)
    samples: tuple[tuple[str, ...], ...] = ()


def read_heading(path: Path, columns: Mapping[str, str] = MappingProxyType({})) -> Heading:
    """Read the columns of a placement file; where the needed ones are not recognised, the likeliest heading.

    Args:
        path: The file.
        columns: Role → title or number of a column, as for ``read_placement``.

    Raises:
        DatasetError: The file cannot be read, or no line of it looks like a table.
    """
    check_mapping(columns, path)
    text, _ = read_text(path)
    try:
        table = find_table(text, path, columns)
    except DatasetError as error:
        titles = likely_heading(text) if error.code in _UNREADABLE else ()
        if not titles:
            raise
        return Heading(titles, _recognised(titles))
    samples = tuple(cells for _, cells in table.rows[:_SAMPLES])
    return Heading(table.columns.titles, dict(table.columns.index), samples)


def _recognised(titles: tuple[str, ...]) -> dict[str, int]:
    """The roles whose usual titles are there."""
    keys = [title_key(title)[0] for title in titles]
    names = {"x": tuple(x for x, _ in PAIRS), "y": tuple(y for _, y in PAIRS), **NAMES}
    return {role: keys.index(known[0]) for role, usual in names.items() if (known := [n for n in usual if n in keys])}
