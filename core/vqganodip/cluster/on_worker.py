"""Preparation of a worker before its first task: its versions, and the files that it keeps."""

from __future__ import annotations

import hashlib
import shutil
import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from typing import Any, Final

import vqganodip
from vqganodip.cluster.parcel import Parcel
from vqganodip.errors import VqganodipError
from vqganodip.files import replace_file

__all__ = [
    "ENGINE",
    "Failure",
    "FilesMissingError",
    "Greeting",
    "folder_of",
    "greet",
    "guarded",
    "keep_files",
    "versions",
]

ENGINE: Final = "vqganodip"

_PACKAGES: Final = (
    "torch", "torchvision", "numpy", "opencv-python-headless", "scikit-learn", "scikit-image", "scipy", "xgboost",
    "lightgbm", "imbalanced-learn", "pillow", "tifffile", "imagecodecs", "simplejpeg",
)  # fmt: skip
"""Packages that decide what an inspection computes."""

_PLACES: Final = 8

_MOST_FOLDERS: Final = 2
"""Parcels that a worker keeps; the one that was used longest ago is deleted."""

_kept: Final[OrderedDict[str, Path]] = OrderedDict()
_keeping: Final = Lock()


class FilesMissingError(Exception):
    """This worker no longer keeps the files of a task, since other programs gave it others meanwhile."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Error of a task, as a value: an exception that cannot be read again would leave its task without an end.

    Attributes:
        error: The error of the program that the task ended with; None for another exception.
        text: That exception in words, with the last places of the source.
    """

    error: VqganodipError | FilesMissingError | None
    text: str = ""


def guarded(function: Callable[..., Any], *given: Any) -> Any:
    """Return what a function returns, or the Failure that stands for its exception."""
    try:
        return function(*given)
    except (VqganodipError, FilesMissingError) as error:
        return Failure(error)
    except Exception as error:
        return Failure(None, "".join(traceback.format_exception(error, limit=-_PLACES)))


@dataclass(frozen=True, slots=True)
class Greeting:
    """Answer of a worker before its first task.

    Attributes:
        versions: Versions by package.
        has_files: True if it keeps the files that it was asked for.
    """

    versions: Mapping[str, str]
    has_files: bool


@cache
def versions() -> dict[str, str]:
    """Versions of what computes; that of the engine holds the start of the hash of its source files."""
    return {ENGINE: f"{vqganodip.__version__} ({_source_digest()[:8]})"} | {name: _version(name) for name in _PACKAGES}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"


def _source_digest() -> str:
    digest, root = hashlib.sha256(), Path(vqganodip.__file__).parent
    for file in sorted(root.rglob("*.py")):
        digest.update(f"{file.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def greet(sha256: str) -> Greeting:
    """Say which versions this worker has, and if it keeps the parcel with this hash; an empty hash asks for none."""
    return Greeting(versions(), not sha256 or sha256 in _kept)


def keep_files(sha256: str, files: Mapping[str, bytes]) -> None:
    """Keep the files of a parcel in a folder of this worker, which Dask deletes with it.

    Raises:
        ValueError: The files are others than the hash says.
    """
    from distributed import get_worker

    if Parcel.of(files).sha256 != sha256:
        raise ValueError("the files were altered in transfer")
    folder = Path(mkdtemp(prefix=f"vqganodip-{sha256[:12]}-", dir=get_worker().local_directory))
    for name, data in files.items():
        replace_file(folder / name, data, durable=False)
    with _keeping:
        _kept[sha256] = folder
        old = [_kept.popitem(last=False)[1] for _ in range(len(_kept) - _MOST_FOLDERS)]
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)


def folder_of(sha256: str) -> Path:
    """Return the folder of a parcel that this worker keeps.

    Raises:
        FilesMissingError: It keeps no such parcel.
    """
    with _keeping:
        if sha256 not in _kept:
            raise FilesMissingError(sha256)
        _kept.move_to_end(sha256)
        return _kept[sha256]
