"""``workspace.toml`` in the folder of a workspace names the server database that holds its records.

A folder without this file keeps its records in ``workspace.sqlite``. Panels, gates and logs stay in the folder.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import StoreError, plain, system_reason
from vqganodip.files import replace_file

__all__ = ["RECORD_PLACE", "RecordPlace", "read_record_place", "write_record_place"]

RECORD_PLACE: Final = "workspace.toml"
"""Name of the file."""

_HEAD: Final = """\
# The records of this workspace are in a PostgreSQL database. Change host or port here when the server moves.
# No password belongs here: it stays in the password file of PostgreSQL (~/.pgpass) on each computer.
"""


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Database that holds the records of a workspace.

    Attributes:
        database: Connection string, ``postgresql://user@host:port/database``.
        identity: Identity of the workspace, which the database bears too.
    """

    database: str
    identity: str


def read_record_place(folder: Path, name: str = RECORD_PLACE) -> RecordPlace | None:
    """The database that a folder names; None if its records are in ``workspace.sqlite``.

    Raises:
        StoreError: The file cannot be read.
    """
    file = folder / name
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
        return RecordPlace(str(values["database"]), str(values["identity"]))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(
            "record-place-unreadable",
            "the file that names the database of the records cannot be read ({error})",
            where=file,
            todo="Put it back from a backup; it holds the lines database and identity.",
            error=system_reason(error) if isinstance(error, OSError) else plain(str(error)),
        ) from error


def write_record_place(folder: Path, place: RecordPlace, name: str = RECORD_PLACE) -> None:
    """Write the file as a whole; OSError if it cannot be written."""
    values = {"database": place.database, "identity": place.identity}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=True)}\n" for name, value in values.items()]
    replace_file(folder / name, (_HEAD + "".join(lines)).encode("ascii"))
