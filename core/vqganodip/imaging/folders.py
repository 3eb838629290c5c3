"""Image files in folders: recognised by their names, in natural order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from vqganodip.errors import DatasetError, system_reason

__all__ = ["IMAGE_SUFFIXES", "find_images", "is_image_name", "natural_key"]

IMAGE_SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".bmp", ".tif", ".tiff", ".webp"})


def is_image_name(path: str | Path) -> bool:
    """True for the name of an image: a known suffix in any case, not a hidden file (``._x.png``)."""
    path = Path(path)
    return path.suffix.lower() in IMAGE_SUFFIXES and not path.name.startswith(".")


def natural_key(path: str | Path) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Sort key that puts board_2 before board_10, folder by folder, regardless of case."""
    parts = re.split(r"(\d+)", Path(path).as_posix().replace("/", "\0").casefold())
    key = tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in parts if p)
    return key, str(path)


def _walk(folder: Path, seen: set[tuple[int, int]], recursive: bool) -> Iterator[Path]:
    """Image files below a folder. Each real folder is entered once, so that circular links terminate."""
    status = folder.stat()
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if recursive:
                yield from _walk(entry, seen, recursive)
        elif is_image_name(entry):
            yield entry


def find_images(folder_or_file: str | Path, *, recursive: bool = True) -> tuple[Path, ...]:
    """Image files of folders in natural order of their names; a path to a file is returned unchecked.

    Hidden files and folders are skipped. Links to folders are followed, each real folder once. A dangling link with
    the name of an image stays in the list: reading it raises an error, dropping it would hide a board.

    Raises:
        DatasetError: There is no such file or folder, it may not be read, or it holds no image.
    """
    root = Path(folder_or_file)
    try:
        if root.is_file():
            return (root,)
        if not root.is_dir():
            raise DatasetError(
                "images-missing", "no such file or folder", where=root, todo="Check the name and the drive."
            )
        images = sorted(_walk(root, set(), recursive), key=natural_key)
    except OSError as error:
        raise DatasetError(
            "images-folder-unreadable",
            "the folder cannot be read ({error})",
            where=root,
            todo="Check the rights to read it.",
            error=system_reason(error),
        ) from error
    if not images:
        kinds = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        raise DatasetError(
            "images-folder-empty",
            "the folder holds no images",
            where=root,
            todo="Choose a folder with {kinds} files.",
            kinds=kinds,
        )
    return tuple(images)
