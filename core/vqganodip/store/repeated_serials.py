"""Boards whose serial number repeats in a workspace, and the folders that distinguish them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from vqganodip.store.image_folder import ImageFolder
from vqganodip.store.schema import boards

__all__ = ["REPEATED", "distinct_folder", "repeated_folders"]

_COMPARED: Final = 1000
"""Boards of one serial number that are compared; a camera that names every picture alike would have many more."""

_other: Final = boards.alias("other")

REPEATED: Final = (
    select(_other.c.item_id)
    .where(_other.c.serial == boards.c.serial, _other.c.sha256 != boards.c.sha256)
    .exists()
    .label("repeated")
)
"""Column: another picture in the workspace bears the same serial number."""


def repeated_folders(connection: Connection, rows: Iterable[Row[Any]], images: ImageFolder) -> Mapping[int, str]:
    """Return the folder to show before the serial number, by board, where the number repeats.

    Args:
        connection: Connection to the workspace.
        rows: Rows with ``item_id``, ``serial`` and ``repeated``.
        images: Shared folder that the names of the images refer to.
    """
    repeated = {row.item_id: row.serial for row in rows if row.repeated}
    found: dict[int, str] = {}
    for serial in set(repeated.values()):
        alike = select(boards.c.item_id, boards.c.head).where(boards.c.serial == serial)
        mine = {number for number, its in repeated.items() if its == serial}
        paths = {number: _image(head, images) for number, head in connection.execute(alike.limit(_COMPARED))}
        missing = select(boards.c.item_id, boards.c.head).where(boards.c.item_id.in_(mine - set(paths)))
        if mine - set(paths):
            paths |= {number: _image(head, images) for number, head in connection.execute(missing)}
        folders = {path.parent for path in paths.values()}
        found |= {number: distinct_folder(paths[number].parent, folders) for number in mine}
    return found


def _image(head: str, images: ImageFolder) -> Path:
    return images.path_of(json.loads(head)["image"])  # here and not in the database, which does not accept every name


def distinct_folder(folder: Path, all_folders: Iterable[Path]) -> str:
    """The shortest end of a folder's path that no other folder ends in; empty if there is no other."""
    others = [other.parts for other in set(all_folders) - {folder}]
    parts = folder.parts
    for length in range(1, len(parts)):
        if all(other[-length:] != parts[-length:] for other in others):
            break
    else:
        length = len(parts)
    return "/".join(parts[-length:]).replace("//", "/") if others else ""
