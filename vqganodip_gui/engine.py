"""The inspection service: a folder of boards in, typed events out. One worker thread; the window never waits for it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vqganodip.errors import VqganodipError
from vqganodip.records import Panels, ReviewItem
from vqganodip.store.panels import panel_key
from vqganodip.store.repository import Repository

_IMAGE_SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"})


class Inspector(Protocol):
    """What the service needs of a loaded bundle."""

    @property
    def bundle_sha256(self) -> str: ...

    def inspect(self, path: Path) -> Iterator[Any]: ...


class PanelWriter(Protocol):
    """What the service needs of the workspace's store of panels."""

    def write(self, key: str, panels: Panels) -> None: ...


@dataclass(frozen=True, slots=True)
class InspectBoards:
    """A request: inspect these boards with this bundle into this workspace."""

    bundle: Path
    boards: Path
    repository: Repository
    panels: PanelWriter


@dataclass(frozen=True, slots=True)
class EngineLoading:
    """The bundle is being read."""

    bundle: Path


@dataclass(frozen=True, slots=True)
class BoardStarted:
    """A board is being inspected; ``number`` of ``total`` counts from 1."""

    path: Path
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class BoardDone:
    """A board has been inspected and is in the queue."""

    item: ReviewItem
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class BoardFailed:
    """A board could not be inspected; the others go on."""

    path: Path
    what: str
    todo: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """The request could not be carried out at all."""

    what: str
    where: str
    todo: str


@dataclass(frozen=True, slots=True)
class EngineIdle:
    """The request is done: so many inspected now, known from before, failed."""

    inspected: int
    known: int
    failed: int
    stopped: bool


Event: TypeAlias = EngineLoading | BoardStarted | BoardDone | BoardFailed | EngineFailed | EngineIdle


def serial_of(path: Path) -> str:
    """The serial number as far as the file name tells it: its stem."""
    return path.stem


def open_bundle(bundle: Path) -> Inspector:
    """Reads a bundle. This imports torch: seconds, so only ever in the worker thread."""
    from vqganodip.inspection import Inspector as Engine

    inspector: Inspector = Engine.open(bundle)
    return inspector


class InspectionService(QObject):
    """Carries out the newest request; an older one stops after the board it is at."""

    happened = Signal(object)
    _raw = Signal(int, object)

    def __init__(self, opener: Callable[[Path], Inspector] = open_bundle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="engine")
        self._request = 0
        self._stop = threading.Event()
        self._opened: tuple[Path, Inspector] | None = None
        self._busy = False
        self._raw.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def busy(self) -> bool:
        """Whether a request is under way."""
        return self._busy

    def inspect(self, request: InspectBoards) -> None:
        """Starts a request; what an older one still reports is dropped."""
        self.stop()
        self._request += 1
        self._stop = threading.Event()
        self._busy = True
        number, stop = self._request, self._stop
        self._pool.submit(self._work, number, request, stop)

    def stop(self) -> None:
        """Asks the request under way to end after the board it is at."""
        self._stop.set()

    def close(self) -> None:
        """Ends the worker; waits for the board it is at."""
        self._request += 1
        self.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(int, object)
    def _pass_on(self, number: int, event: Event) -> None:
        if number == self._request:
            if isinstance(event, EngineIdle | EngineFailed):
                self._busy = False
            self.happened.emit(event)

    def _work(self, number: int, request: InspectBoards, stop: threading.Event) -> None:
        try:
            for event in self._walk(request, stop):
                self._raw.emit(number, event)
        except VqganodipError as error:
            self._raw.emit(number, EngineFailed(error.what, error.where, error.todo))
        except Exception as error:
            self._raw.emit(number, EngineFailed(f"{type(error).__name__}: {error}", str(request.boards), _REPORT))

    def _walk(self, request: InspectBoards, stop: threading.Event) -> Iterator[Event]:
        yield EngineLoading(request.bundle)
        if self._opened is None or self._opened[0] != request.bundle:
            self._opened = (request.bundle, self._opener(request.bundle))
        yield from inspect_boards(self._opened[1], request, stop)


_REPORT: Final = "This is a fault of the program: please report it with the log (menu, Help, Show log folder)."


def board_files(folder: Path) -> list[Path]:
    """The images of a folder and of the folders in it, in the order of their names; a file stands for itself."""
    if folder.is_file():
        return [folder]
    found = [p for p in folder.rglob("*") if p.suffix.lower() in _IMAGE_SUFFIXES and not p.name.startswith(".")]
    return sorted(found)


def inspect_boards(inspector: Inspector, request: InspectBoards, stop: threading.Event) -> Iterator[Event]:
    """Inspects one board after the other; a bad image is reported and the others go on."""
    files = board_files(request.boards)
    if not files:
        raise VqganodipError(
            "no images in this folder", where=request.boards, todo="Choose the folder that the camera writes into."
        )
    inspected = known = failed = 0
    for number, path in enumerate(files, start=1):
        if stop.is_set():
            break
        try:
            if request.repository.knows(hashlib.sha256(path.read_bytes()).hexdigest(), inspector.bundle_sha256):
                known += 1
                continue
            yield BoardStarted(path, number, len(files))
            yield BoardDone(_inspect_one(inspector, path, request), number, len(files))
            inspected += 1
        except (VqganodipError, OSError) as error:
            failed += 1
            what = error.what if isinstance(error, VqganodipError) else error.strerror or str(error)
            todo = error.todo if isinstance(error, VqganodipError) else "Check that the file can be read."
            yield BoardFailed(path, what, todo, number, len(files))
    yield EngineIdle(inspected, known, failed, stop.is_set())


def _inspect_one(inspector: Inspector, path: Path, request: InspectBoards) -> ReviewItem:
    for event in inspector.inspect(path):
        if hasattr(event, "panels"):
            # the pictures first: a board in the queue always has some
            request.panels.write(panel_key(event.inspection), event.panels)
            return request.repository.add_inspection(event.inspection, serial_of(path))
    raise VqganodipError("the inspection ended without a result", where=path, todo="Inspect this image again.")
