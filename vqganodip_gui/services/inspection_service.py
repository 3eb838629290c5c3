"""Inspection service: a folder of boards in, typed events out, on one worker thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vqganodip.errors import BundleError, VqganodipError
from vqganodip.inspection.events import BoardDone, BoardFailed, BoardKnown, BoardStarted, FolderNotice
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.review.repository import Repository
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.panels import PanelStore

if TYPE_CHECKING:  # # the engine is imported in the worker thread, after the first paint
    from vqganodip.datasets.synthetic.demo_line import DemoLine
    from vqganodip.inspection.inspect_folder import BoardInspector, BoardSource
    from vqganodip.inspection.inspector import Inspected
    from vqganodip.store.gates import GateFiles


@dataclass(frozen=True, slots=True)
class InspectBoards:
    """Request to inspect a folder with a bundle into a workspace; the boards of a demo line are rendered meanwhile."""

    bundle: Path
    boards: Path
    repository: Repository
    panels: PanelStore
    demo: DemoLine | None = None
    thresholds_of: Callable[[str], Thresholds | None] = lambda _bundle_sha256: None
    """Active thresholds of a bundle, None for its own; called in the worker thread before each board."""
    filename_pattern: Callable[[], FilenamePattern] = FilenamePattern
    """Pattern of the image file names; called in the worker thread before each board."""
    operator: str = ""
    """Name of the person who put the bundle into use; empty if unknown."""
    gates: GateFiles | None = None
    """Gates of the workspace; None to inspect without the gate in force."""


@dataclass(frozen=True, slots=True)
class EngineLoading:
    """The bundle is being loaded."""

    bundle: Path


@dataclass(frozen=True, slots=True)
class BoardsRendered:
    """``done`` of ``total`` boards of a demo line have been rendered."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """The request failed as a whole; ``model`` is True if the bundle is at fault."""

    error: VqganodipError
    model: bool = False


@dataclass(frozen=True, slots=True)
class EngineIdle:
    """The request has ended; counts of boards inspected now, known from before, and failed."""

    inspected: int
    known: int
    failed: int
    stopped: bool


@dataclass(frozen=True, slots=True, eq=False)
class BoardRequest:
    """Request for the panels of a board that is not in the queue; it waits for the board being inspected.

    Attributes:
        bundle: Bundle that inspects the board.
        find: Returns the path of the image, in the worker thread; raises VqganodipError.
        is_current: Called before the work begins; False drops the request.
    """

    bundle: Path
    find: Callable[[], Path]
    is_current: Callable[[], bool]


@dataclass(frozen=True, slots=True, eq=False)
class BoardResponse:
    """Answer to a board request."""

    request: BoardRequest
    inspected: Inspected


@dataclass(frozen=True, slots=True, eq=False)
class BoardRequestFailed:
    """A board request failed."""

    request: BoardRequest
    error: Exception


Event: TypeAlias = (
    EngineLoading | BoardsRendered | FolderNotice | BoardStarted | BoardDone | BoardFailed | EngineFailed | EngineIdle
)


def open_bundle(bundle: Path) -> BoardInspector:
    """Load a bundle. This imports torch, which takes seconds: call it in the worker thread only."""
    from vqganodip.inspection.inspector import Inspector

    return Inspector.open(bundle)


class InspectionService(QObject):
    """Service that carries out the newest request; an older one stops after its current board."""

    event_reported = Signal(object)
    board_answered = Signal(object)
    _board_answered = Signal(object)
    _raw = Signal(int, object)

    def __init__(self, opener: Callable[[Path], BoardInspector] = open_bundle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="engine")
        self._request = 0
        self._stop = threading.Event()
        self._opened: tuple[Path, BoardInspector] | None = None
        self._busy = False
        self._closed = False
        self._board_requests: deque[BoardRequest] = deque()
        self._board_answered.connect(self.board_answered, Qt.ConnectionType.QueuedConnection)
        self._held = False
        self._waiting: InspectBoards | None = None
        self._newest: InspectBoards | None = None
        self._raw.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def busy(self) -> bool:
        """True while a request is under way."""
        return self._busy

    def stopping(self) -> bool:
        """True if the current request ends after its current board."""
        return self._busy and self._stop.is_set()

    def inspect(self, request: InspectBoards) -> None:
        """Start a request and drop later events of the older one. While the service is on hold, the request waits."""
        if self._closed:
            return
        if self._held:
            self._waiting = request
            return
        self.stop()
        self._request += 1
        self._stop = threading.Event()
        self._busy = True
        self._newest = request
        number, stop = self._request, self._stop
        self._pool.submit(self._work, number, request, stop)

    def stop(self) -> None:
        """Ask the current request to end after its current board."""
        self._stop.set()

    def leave(self) -> None:
        """Stop, and drop later events of the request: its workspace is being closed."""
        self.stop()
        self._request += 1
        self._busy = False
        self._waiting = None

    def hold(self) -> None:
        """Stop after the current board and start nothing: a session of the Turing test needs the computer."""
        self._held = True
        self._waiting = self._newest if self._busy else None
        self.stop()

    def release(self) -> None:
        """End the hold; a request that came meanwhile or was interrupted starts now."""
        self._held = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.inspect(waiting)

    def request_board(self, request: BoardRequest) -> None:
        """Inspect one board between the boards of a request; ``board_answered`` emits the response."""
        if self._closed:
            return
        self._board_requests.append(request)
        self._pool.submit(self._answer_board_request)

    def after(self, job: Callable[[], object]) -> None:
        """Run a job in the worker thread once the current request has ended; after ``close``, here and now."""
        if self._closed:
            job()
        else:
            self._pool.submit(job)

    def close(self) -> None:
        """End the worker thread; waits for its current board. Nothing is inspected afterwards."""
        self._closed = True
        self.leave()
        self._board_requests.clear()
        self._pool.shutdown(wait=True)

    @Slot(int, object)
    def _pass_on(self, number: int, event: Event) -> None:
        if number == self._request:
            if isinstance(event, EngineIdle | EngineFailed):
                self._busy = False
            self.event_reported.emit(event)

    def _work(self, number: int, request: InspectBoards, stop: threading.Event) -> None:
        if number != self._request:
            return

        def rendered(done: int, total: int) -> None:
            self._raw.emit(number, BoardsRendered(done, total))

        try:
            for event in self._walk(request, stop, rendered):
                self._raw.emit(number, event)
        except VqganodipError as error:
            self._raw.emit(number, EngineFailed(error, isinstance(error, BundleError)))
        except Exception as error:
            self._raw.emit(number, EngineFailed(_fault(error, request.boards)))

    def _walk(
        self, request: InspectBoards, stop: threading.Event, rendered: Callable[[int, int], None]
    ) -> Iterator[Event]:
        yield EngineLoading(request.bundle)
        # # a demo line is rendered in a process of its own, starting before the bundle is loaded
        with _boards(request, stop, rendered) as boards:
            for event in inspect_boards(self._open(request.bundle), request, boards, stop):
                yield event
                self._answer_board_request()

    def _open(self, bundle: Path) -> BoardInspector:
        if self._opened is None or self._opened[0] != bundle:
            self._opened = (bundle, self._opener(bundle))
        return self._opened[1]

    def _answer_board_request(self) -> None:
        """Answer the next board request that is still current, in the worker thread."""
        while self._board_requests:
            request = self._board_requests.popleft()
            if not request.is_current():
                continue
            try:
                inspected = _inspected(self._open(request.bundle), request.find())
                self._board_answered.emit(BoardResponse(request, inspected))
            except Exception as error:
                self._board_answered.emit(BoardRequestFailed(request, error))
            return


def _boards(
    request: InspectBoards, stop: threading.Event, rendered: Callable[[int, int], None]
) -> AbstractContextManager[Path | BoardSource]:
    if request.demo is None:
        return nullcontext(request.boards)
    from vqganodip.datasets.synthetic.demo_line import DemoBoards

    return DemoBoards(request.boards, request.demo, stop=stop.is_set, progress=rendered)


def _inspected(inspector: BoardInspector, image: Path) -> Inspected:
    from vqganodip.inspection.inspector import Inspected

    for event in inspector.inspect(image):
        if isinstance(event, Inspected):
            return event
    raise AssertionError("an inspection ends with an Inspected event")


def _fault(error: Exception, boards: Path) -> VqganodipError:
    return VqganodipError(
        "engine-fault",
        "{kind}: {error}",
        where=boards,
        todo="This is a fault of the program: report it with the log (menu, Help, Show log folder).",
        kind=type(error).__name__,
        error=str(error),
    )


def inspect_boards(
    inspector: BoardInspector, request: InspectBoards, boards: Path | BoardSource, stop: threading.Event
) -> Iterator[Event]:
    """Inspect the boards, relay the engine's events, and count them; boards known from before are only counted."""
    from vqganodip.bundles.archive import model_name
    from vqganodip.bundles.placement import placement_in
    from vqganodip.bundles.sensitivity import recorded_sensitivity
    from vqganodip.inspection.inspect_folder import inspect_folder

    inspected = known = failed = 0
    walk = inspect_folder(
        inspector,
        boards,
        request.repository,
        request.panels,
        stop=stop.is_set,
        names=request.filename_pattern,
        thresholds=lambda: request.thresholds_of(inspector.bundle_sha256),
        operator=request.operator,
        model=model_name(request.bundle),
        placement=placement_in(request.bundle),
        sensitivity=recorded_sensitivity(request.bundle),
        gates=request.gates,
    )
    for event in walk:
        if isinstance(event, BoardKnown):
            known += 1
            continue
        inspected += isinstance(event, BoardDone)
        failed += isinstance(event, BoardFailed)
        yield event
    yield EngineIdle(inspected, known, failed, stop.is_set())
