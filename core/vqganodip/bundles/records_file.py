"""Records of a bundle: what belongs to it without being a part of its model, such as the placement of its parts.

``records.json`` next to the manifest lists them with their hashes, as the manifest lists its files. Versions that do
not know it leave it alone, and a copy of the folder takes it along.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from vqganodip.files import replace_file

__all__ = ["RECORDS", "UnreadableRecordError", "read_record", "record_files", "write_record"]

RECORDS: Final = "records.json"
"""File that lists the records of a bundle."""

_FORMAT: Final = 1


class UnreadableRecordError(Exception):
    """A record, or the list of records, is missing, altered or of another version.

    Attributes:
        path: The file concerned.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def read_record(folder: Path, role: str) -> dict[str, Any] | None:
    """Read a record of the bundle in a folder as JSON values; None without one.

    Raises:
        UnreadableRecordError: Its file is missing or altered, or the list cannot be read.
    """
    path = folder / RECORDS
    try:
        about = json.loads(path.read_bytes())["files"].get(role)
        if about is None:
            return None
        path = folder / str(about["name"])
        data = path.read_bytes()
        value = json.loads(data)
        if path.parent != folder or hashlib.sha256(data).hexdigest() != about["sha256"] or not isinstance(value, dict):
            raise ValueError("altered")
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.name == RECORDS:
            return None
        raise UnreadableRecordError(path) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableRecordError(path) from error
    return value


def record_files(folder: Path) -> tuple[str, ...]:
    """Names of the files of the records of a bundle, with that of their list; empty without records."""
    files = _listed(folder)
    return (RECORDS, *(Path(file["name"]).name for file in files.values())) if (folder / RECORDS).exists() else ()


def write_record(folder: Path, role: str, values: Mapping[str, Any] | None) -> None:
    """Store a record with the bundle in a folder, or remove it; the others stay. OSError if it cannot be written."""
    files = {name: file for name, file in _listed(folder).items() if name != role}
    if values is not None:
        data = json.dumps(values, ensure_ascii=True, sort_keys=True, indent=1, allow_nan=False).encode()
        digest = hashlib.sha256(data).hexdigest()
        files[role] = {"name": f"{role}-{digest[:12]}.json", "sha256": digest}
        replace_file(folder / files[role]["name"], data)
    replace_file(folder / RECORDS, json.dumps({"format": _FORMAT, "files": files}, indent=1).encode())
    kept = {file["name"] for file in files.values()}
    for path in folder.glob(f"{role}-*.json"):
        if path.name not in kept:
            path.unlink(missing_ok=True)


def _listed(folder: Path) -> dict[str, dict[str, str]]:
    try:
        files = json.loads((folder / RECORDS).read_bytes())["files"]
        return {str(role): {name: str(file[name]) for name in ("name", "sha256")} for role, file in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
