"""Results of a verb: lines and tables for people, and JSON for programs (``--json``), with the same rules everywhere.

``--json`` writes the results as JSON to standard output instead of lines and tables; ``--json FILE`` writes the same
JSON to FILE, in addition to them. Progress, notes and errors are on standard error in any case. The JSON is ASCII and
has no NaN: what is no number is null. Without an error there is exactly one object; ``inspect`` writes one per line.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vqganodip.cli.terminal import console, echo
from vqganodip.places import appending_lines, check_file, write_file

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Results", "json_text", "with_json_places"]

STANDARD_OUTPUT: Final = Path("-")
_FILE: Final = re.compile(r"-|/dev/.+|.+\.jsonl?", re.IGNORECASE | re.DOTALL)
"""The word after ``--json`` that is its FILE; any other one must be attached, as in ``--json=FILE``."""

_TABLE_WIDTH: Final = 140
"""Width of tables where standard output is no terminal."""


def with_json_places(arguments: Sequence[str]) -> list[str]:
    """Attach the place to every ``--json``: the next word if it is a FILE, otherwise ``-``, standard output.

    Only a word that looks like a JSON file counts, so that ``--json`` before the picture of a board or a data set
    leaves that word alone.
    """
    given, attached = list(arguments), list[str]()
    while given:
        word = given.pop(0)
        if word == "--":
            return [*attached, word, *given]
        if word == "--json":
            word = f"--json={given.pop(0) if given and _FILE.fullmatch(given[0]) else STANDARD_OUTPUT}"
        attached.append(word)
    return attached


def json_text(value: object, *, indent: int | None = None) -> str:
    """Return a value as JSON in ASCII; numbers that are not finite become null, paths become texts."""
    return json.dumps(_plain(value), indent=indent, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    return str(value) if isinstance(value, Path) else value


class Results:
    """The results of a verb.

    Attributes:
        file: The file for the JSON; None if it goes to standard output or nowhere.

    Args:
        json_place: Value of ``--json``: None for no JSON, ``-`` for standard output, or a file.

    Raises:
        ExportError: The file cannot be written. Verbs make this object before their work, to refuse it then.
    """

    def __init__(self, json_place: Path | None) -> None:
        self._on_stdout = json_place == STANDARD_OUTPUT
        self.file = None if self._on_stdout else json_place
        if self.file is not None:
            check_file(self.file)

    def line(self, text: object) -> None:
        """Write a line for people, unless standard output carries the JSON."""
        if not self._on_stdout:
            echo(text)

    def tables(self, *tables: RenderableType) -> None:
        """Print tables for people, wide enough for them if there is no terminal."""
        shown = console()
        if not shown.is_terminal:
            shown = console(width=max(shown.width, _TABLE_WIDTH))
        for table in () if self._on_stdout else tables:
            shown.print(table)

    def json(self, value: Mapping[str, Any]) -> None:
        """Write the one JSON object of the verb, if JSON was asked for."""
        if self._on_stdout:
            echo(json_text(value))
        elif self.file is not None:
            write_file(self.file, f"{json_text(value, indent=1)}\n".encode("ascii"))
            self.line(f"JSON written to {self.file}")

    @contextmanager
    def json_lines(self) -> Iterator[Callable[[Mapping[str, Any]], None]]:
        """Open the JSON for one object per line, on standard output unless a file was given."""
        if self.file is None:
            yield lambda value: echo(json_text(value))
            return
        with appending_lines(self.file) as write:
            yield lambda value: write(json_text(value))
