"""The folder that a model without known defects was built from, stored in the run folder of its bundle."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from vqganodip.bundles.archive import Bundle, run_folder_of
from vqganodip.files import replace_file

__all__ = ["boards_folder", "save_boards_folder"]

_FILE: Final = "built-from.json"


def save_boards_folder(bundle: Bundle, folder: Path) -> None:
    """Store the folder of the boards in the run folder of a bundle; write errors are ignored."""
    value = {"bundle": bundle.sha256, "folder": str(folder.resolve())}
    with suppress(OSError):
        place = run_folder_of(bundle.folder)
        place.mkdir(parents=True, exist_ok=True)
        replace_file(place / _FILE, json.dumps(value, indent=1).encode())


def boards_folder(bundle: Path, sha256: str) -> Path | None:
    """Return the folder that a bundle with this hash was built from; None if it is not stored."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        value: dict[str, Any] = json.loads((run_folder_of(bundle) / _FILE).read_text(encoding="utf-8"))
        if value["bundle"] == sha256:
            return Path(value["folder"])
    return None
