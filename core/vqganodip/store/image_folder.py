"""The shared folder in which the images of a workspace are named by relative path.

``images.toml`` in the folder of a workspace holds its path, as seen from the folder of the workspace, or an absolute
one. Images inside it are stored by their path relative to it, with ``/`` between folders, so that every computer finds
them wherever the folder is mounted. Others are stored by their absolute path, and those of a workspace without such a
file by the path with which they were inspected. An image that was moved within the folder is found by its name and its
hash.
"""

from __future__ import annotations

import json
import os
import threading
import time
import tomllib
from collections import defaultdict
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from vqganodip.errors import StoreError, plain, system_reason
from vqganodip.files import replace_file, sha256_of

__all__ = ["IMAGE_FOLDER", "ImageFolder", "read_image_folder", "write_image_folder"]

IMAGE_FOLDER: Final = "images.toml"
"""Name of the file."""

_HEAD: Final = """\
# Images of boards inside this folder are named relative to it. A relative path counts from the folder of this file.
"""

_READ_AGAIN_S: Final = 600.0
"""Seconds for which the names of the files in the shared folder are kept."""


class ImageFolder:
    """Names of images in the records of a workspace, and the files that they name on this computer. Thread-safe.

    Args:
        root: The shared folder, absolute; None if there is none.
        skipped: Folder in which moved images are not looked for: the workspace with its panels.
    """

    def __init__(self, root: Path | None = None, skipped: Path | None = None) -> None:
        self.root, self._skipped = root, skipped
        self._turn = threading.Lock()
        self._by_name: dict[str, list[Path]] = {}
        self._read_s = -_READ_AGAIN_S

    def name_of(self, image: Path) -> str:
        """Name of an image for the records: relative to the shared folder if it is inside."""
        if self.root is None:
            return str(image)
        there = Path(os.path.normpath(image.absolute()))
        for path, root in ((there, self.root), (there.resolve(), self.root.resolve())):
            name = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
            if name and not _is_absolute(name):
                return name
        return str(there)

    def path_of(self, name: str) -> Path:
        """The file on this computer that a name in the records stands for; it need not exist."""
        if self.root is None or _is_absolute(name):
            return Path(name)
        return self.root.joinpath(*PurePosixPath(name).parts)

    def find(self, image: Path, sha256: str) -> Path | None:
        """The file with these contents: at its path, or under its name elsewhere in the shared folder.

        Files of that name are read whole. The names in the shared folder are read again after ten minutes.

        Args:
            image: Where it was, on this computer.
            sha256: Its hash.

        Returns:
            None if it is missing, or was changed.
        """
        if sha256_of(image, unreadable="") == sha256:
            return image
        return next((path for path in self._named(image.name) if sha256_of(path, unreadable="") == sha256), None)

    def _named(self, name: str) -> list[Path]:
        with self._turn:
            if self.root is not None and time.monotonic() - self._read_s > _READ_AGAIN_S:
                self._by_name = defaultdict(list)
                for folder, folders, files in os.walk(self.root):
                    folders[:] = sorted(f for f in folders if Path(folder, f) != self._skipped and f[0] != ".")
                    for file in sorted(files):
                        self._by_name[file].append(Path(folder, file))
                self._read_s = time.monotonic()
            return self._by_name.get(name, [])


def _is_absolute(name: str) -> bool:
    """True for an absolute path of any system."""
    return Path(name).is_absolute() or PureWindowsPath(name).is_absolute()


def read_image_folder(workspace: Path) -> ImageFolder:
    """The shared folder that a workspace names.

    Raises:
        StoreError: ``images.toml`` cannot be read.
    """
    file = workspace / IMAGE_FOLDER
    try:
        named = tomllib.loads(file.read_text(encoding="utf-8")).get("folder")
        if not isinstance(named, str) or not named.strip():
            raise ValueError('it has no line such as: folder = ".."')
    except (FileNotFoundError, NotADirectoryError):
        return ImageFolder()
    except (OSError, ValueError) as error:
        raise StoreError(
            "image-folder-unreadable",
            "the file that names the shared folder of the images cannot be read ({error})",
            where=file,
            todo="Put it back from a backup, or name the folder with `vqganodip workspace images`.",
            error=system_reason(error) if isinstance(error, OSError) else plain(str(error)),
        ) from error
    home = workspace.resolve()  # a relative path was written as seen from there
    return ImageFolder(Path(os.path.normpath(home / named)), home)


def write_image_folder(workspace: Path, root: Path) -> str:
    """Name the shared folder of a workspace.

    Its path is kept relative if the workspace is inside it or next to it, so that both may be mounted anywhere.

    Args:
        workspace: Folder of the workspace.
        root: The shared folder.

    Returns:
        The path as it was written.

    Raises:
        StoreError: There is no such folder, or the file cannot be written.
    """
    if not root.is_dir():
        raise StoreError(
            "image-folder-missing",
            "there is no such folder",
            where=root,
            todo="Name the folder in which the images of all stations are, as this computer sees it.",
        )
    home, there = workspace.resolve(), root.resolve()
    near = home.is_relative_to(there) or (there.parent.name != "" and home.is_relative_to(there.parent))
    written = Path(os.path.relpath(there, home)).as_posix() if near else str(there)
    try:
        replace_file(workspace / IMAGE_FOLDER, f"{_HEAD}folder = {json.dumps(written)}\n".encode())
    except OSError as error:
        raise StoreError(
            "workspace-unwritable",
            "the workspace folder cannot be written ({error})",
            where=workspace,
            todo="Choose a folder you may write to.",
            error=system_reason(error),
        ) from error
    return written
