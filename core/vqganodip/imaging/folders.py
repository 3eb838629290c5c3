"""Image files in folders: recognised by their names, in natural order, with what is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import DatasetError, ImageError, Message, message, system_reason

__all__ = [
    "IMAGE_SUFFIXES",
    "FoundImages",
    "find_images",
    "images_below",
    "is_hidden",
    "is_image_name",
    "natural_key",
    "search_images",
]

IMAGE_SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".bmp", ".tif", ".tiff", ".webp"})

_OTHER_PICTURES: Final = frozenset(
    f".{ending}"
    for ending in (
        *("arw", "cr2", "cr3", "dng", "nef", "orf", "raf", "raw", "rw2"),
        *("apng", "avif", "dib", "gif", "heic", "heif", "jpe", "mpo", "psd"),
        *("j2k", "jp2", "jpf", "jpx", "jxl", "jxr", "wdp"),
        *("dcm", "dicom", "exr", "hdr", "pbm", "pcx", "pgm", "pnm", "ppm", "sgi", "tga", "xpm"),
    )
)
"""Endings of pictures that are not read; files with other endings count as no pictures."""
_SYSTEM_FOLDERS: Final = frozenset(
    {
        "#recycle",
        "#snapshot",
        "$recycle.bin",
        "@eadir",
        "@recently-snapshot",
        "@recycle",
        "@sharebin",
        "@tmp",
        "__macosx",
        "found.000",
        "lost+found",
        "network trash folder",
        "recycler",
        "system volume information",
        "temporary items",
        "~snapshot",
    }
)
"""Folders of storage systems in small letters: thumbnails, deleted files, snapshots."""
_THUMBNAILS: Final = ("synophoto_thumb", "synofile_thumb")


def is_hidden(path: Path) -> bool:
    """True for what a storage system keeps next to the files of people, and for names that begin with a dot."""
    name = path.name.casefold()
    return name.startswith((".", *_THUMBNAILS)) or name in _SYSTEM_FOLDERS


def is_image_name(path: str | Path) -> bool:
    """True for the name of an image: a known suffix in any case, not a hidden file (``._x.png``)."""
    path = Path(path)
    return path.suffix.lower() in IMAGE_SUFFIXES and not is_hidden(path)


def natural_key(path: str | Path) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Sort key that puts board_2 before board_10, folder by folder, regardless of case."""
    parts = re.split(r"(\d+)", Path(path).as_posix().replace("/", "\0").casefold())
    key = tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in parts if p)
    return key, str(path)


@dataclass(frozen=True, slots=True)
class FoundImages:
    """The image files of a folder, and what stays unseen in it.

    Attributes:
        images: In natural order of their names.
        unreadable: An error for each folder that could not be read; the images of the others are in the list.
        other_pictures: Pictures whose endings are not read.
    """

    images: tuple[Path, ...]
    unreadable: tuple[ImageError, ...] = ()
    other_pictures: tuple[Path, ...] = ()

    @property
    def other_pictures_note(self) -> Message | None:
        """A message about pictures with other endings; None without any."""
        if not self.other_pictures:
            return None
        return message(
            "images-other-endings",
            "{count:picture|pictures} with other endings ({kinds}) {count:|is|are} left out, such as {name}. "
            "Files that are read: {known}.",
            count=len(self.other_pictures),
            kinds=_endings(self.other_pictures),
            name=self.other_pictures[0].name,
            known=_KNOWN,
        )

    @property
    def notes(self) -> tuple[Message, ...]:
        """Messages about all that is left out."""
        left = [message("images-left-out", "Left out: {error}", error=error) for error in self.unreadable]
        return (*left, self.other_pictures_note) if self.other_pictures_note else tuple(left)


_KNOWN: Final = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))


def _endings(paths: tuple[Path, ...]) -> str:
    return ", ".join(sorted({path.suffix[1:].lower() for path in paths}))


class _Walk:
    """A walk through folders. Each real folder is entered once, so that circular links terminate."""

    def __init__(self, recursive: bool) -> None:
        self._recursive = recursive
        self._seen: set[tuple[int, int]] = set()
        self.images: list[Path] = []
        self.other_pictures: list[Path] = []
        self.unreadable: list[ImageError] = []

    def enter(self, folder: Path) -> None:
        """List a folder and those in it; one that cannot be read is noted, and the walk continues."""
        try:
            status = folder.stat()
            entries = sorted(folder.iterdir())
        except OSError as error:
            self.unreadable.append(
                ImageError(
                    "images-subfolder-unreadable",
                    "the folder cannot be read ({error})",
                    where=folder,
                    todo="Check the rights to read it.",
                    error=system_reason(error),
                )
            )
            return
        if (status.st_dev, status.st_ino) in self._seen:
            return
        self._seen.add((status.st_dev, status.st_ino))
        for entry in entries:
            if not is_hidden(entry):
                self._take(entry)

    def _take(self, entry: Path) -> None:
        if _is_folder(entry):
            if self._recursive:
                self.enter(entry)
        elif is_image_name(entry):
            self.images.append(entry)
        elif entry.suffix.lower() in _OTHER_PICTURES:
            self.other_pictures.append(entry)


def _is_folder(entry: Path) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # reading it says what is wrong


def images_below(folder: Path, *, recursive: bool = True) -> FoundImages:
    """Search a folder as :func:`search_images` does, without an error for one that is empty or may not be read."""
    walk = _Walk(recursive)
    walk.enter(folder)
    images, others = (tuple(sorted(paths, key=natural_key)) for paths in (walk.images, walk.other_pictures))
    return FoundImages(images, tuple(walk.unreadable), others)


def search_images(folder_or_file: str | Path, *, recursive: bool = True) -> FoundImages:
    """Image files of folders in natural order of their names; a path to a file is returned unchecked.

    Hidden files and folders, and those of storage systems (thumbnails, deleted files), are skipped. Links to folders
    are followed, each real folder once. A dangling link with the name of an image stays in the list: reading it raises
    an error, dropping it would hide a board.

    Raises:
        DatasetError: There is no such file or folder, it may not be read, or it holds no image.
    """
    root = Path(folder_or_file)
    try:
        if root.is_file():
            return FoundImages((root,))
        if not root.is_dir():
            raise DatasetError(
                "images-missing", "no such file or folder", where=root, todo="Check the name and the drive."
            )
        next(root.iterdir(), None)
    except OSError as error:
        raise DatasetError(
            "images-folder-unreadable",
            "the folder cannot be read ({error})",
            where=root,
            todo="Check the rights to read it.",
            error=system_reason(error),
        ) from error
    found = images_below(root, recursive=recursive)
    if not found.images:
        raise _no_images(root, found)
    return found


def _no_images(root: Path, found: FoundImages) -> DatasetError:
    if found.unreadable:
        return DatasetError(
            "images-folder-hidden",
            "no images are found; {error}",
            where=root,
            todo="Check the rights to read it.",
            error=found.unreadable[0],
        )
    if found.other_pictures:
        return DatasetError(
            "images-folder-other-endings",
            "the folder holds no images that are read, but {count:picture|pictures} with other endings ({kinds})",
            where=root,
            todo="Export them as {known}.",
            count=len(found.other_pictures),
            kinds=_endings(found.other_pictures),
            known=_KNOWN,
        )
    return DatasetError(
        "images-folder-empty",
        "the folder holds no images",
        where=root,
        todo="Choose a folder with {kinds} files.",
        kinds=_KNOWN,
    )


def find_images(folder_or_file: str | Path, *, recursive: bool = True) -> tuple[Path, ...]:
    """The images of :func:`search_images` alone, for callers that cannot show what is left out.

    Raises:
        DatasetError: There is no such file or folder, it may not be read, or it holds no image.
    """
    return search_images(folder_or_file, recursive=recursive).images
