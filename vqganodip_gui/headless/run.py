"""Unattended run without a screen: the real application inspects the boards and writes a report.

Qt draws into memory (``QT_QPA_PLATFORM=offscreen``, set by the caller before the first widget). No board is judged,
so the settings of the user and the board at which the review resumes stay as they are.
"""

from __future__ import annotations

import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from vqganodip import __version__
from vqganodip.cli.terminal import echo, prepare_streams
from vqganodip.errors import ExportError, VqganodipError, system_reason
from vqganodip.inspection.events import BoardFailed
from vqganodip.number_format import counted, grouped
from vqganodip.records import LabelledImage
from vqganodip.review.judgments import QueueFilter
from vqganodip.review.session import ReviewSession
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.headless.progress import UnattendedProgress
from vqganodip_gui.headless.screenshots import Screenshots
from vqganodip_gui.services import inspection_service as service
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.settings import Settings, settings_path
from vqganodip_gui.shell.crash_handler import CrashHandler

if TYPE_CHECKING:
    from vqganodip.inspection.inspect_folder import BoardInspector
    from vqganodip.reports import ReportContent
    from vqganodip.store.workspace import Workspace

DONE: Final = 0
FAILED: Final = 1
INTERRUPTED: Final = 130

_QUIET_S: Final = 0.5
"""Seconds without activity after which the application is done."""

_PICTURES_S: Final = 60.0


def run_headless(
    workspace: Path | None,
    bundle: Path | None,
    boards: Path | None,
    out: Path | None = None,
    opener: Callable[[Path], BoardInspector] = service.open_bundle,
) -> int:
    """Inspect, write the results, print where, and return the exit code.

    Args:
        workspace: As ``--workspace``; None for the one used last, or the default.
        bundle: As ``--bundle``; None for the one used last.
        boards: As ``--boards``; None for the folder used last.
        out: Output folder; None for a new folder in the workspace.
        opener: Opens the bundle.

    Returns:
        0 done; 1 nothing to inspect, an error, or images that could not be inspected; 130 interrupted.
    """
    prepare_streams()
    application = QApplication([])
    application.setApplicationName("VQGanoDIP")
    crash = CrashHandler(workspace, dialogs=False)
    crash.install()
    with tempfile.TemporaryDirectory() as folder, _Interrupt() as interrupt:
        options = StartOptions(workspace, bundle, boards)
        station = Station(application, options, _own_settings(Path(folder)), crash=crash, opener=opener, judges=False)
        run = UnattendedRun(application, station, crash, interrupt)
        try:
            return run.run(out)
        except VqganodipError as error:
            return _failed(str(error))
        except KeyboardInterrupt:
            echo("vqganodip-gui: interrupted; the boards inspected so far are kept in the workspace.", err=True)
            return INTERRUPTED
        finally:
            station.window.close()


class UnattendedRun:
    """One unattended run of the application."""

    def __init__(self, application: QApplication, station: Station, crash: CrashHandler, interrupt: _Interrupt) -> None:
        self._application = application
        self._station = station
        self._crash = crash
        self._interrupt = interrupt
        self._failed: list[BoardFailed] = []
        self._idle: service.EngineIdle | None = None
        self._error: VqganodipError | None = None
        self._resume_at: int | None = None
        station.engine.event_reported.connect(self._take)
        station.context.workspace_opened.connect(self._remember_place)
        station.context.workspace_failed.connect(self._fail)

    def run(self, out: Path | None) -> int:
        """Inspect the boards, then write the results."""
        with UnattendedProgress() as progress:
            self._station.engine.event_reported.connect(progress.show_event)
            self._station.start()
            self._wait()
        workspace = self._station.context.workspace
        if self._crash.crashed:
            return _failed("the application failed; the lines above say where the log is.")
        if self._error is not None:
            raise self._error
        assert workspace is not None  # _wait only ends with a workspace, or with one of the above
        if workspace.repository.count(QueueFilter()) == 0:
            return _failed(self._nothing())
        content, written = self._write(workspace, _folder(out, workspace))
        self._report(content, written)
        return FAILED if self._failed else DONE

    def _wait(self) -> None:
        """Process events until the application has been quiet for a moment."""
        station, quiet_since = self._station, time.monotonic()
        while time.monotonic() - quiet_since < _QUIET_S:
            self._application.processEvents()
            time.sleep(0.01)
            self._interrupt.check()
            if self._crash.crashed or self._error is not None:
                return
            if station.context.workspace is None or station.engine.busy() or station.tasks.busy():
                quiet_since = time.monotonic()

    def _write(self, workspace: Workspace, folder: Path) -> tuple[ReportContent, list[Path]]:
        from vqganodip.bundles.archive import open_bundle
        from vqganodip.export.judgments_csv import export_boards, export_judgments
        from vqganodip.files import export_file
        from vqganodip.reports import NotInspected, gather, report_page

        context = self._station.context
        files = [folder / name for name in ("report.html", "boards.csv", "judgments.csv")]
        export_boards(workspace.repository, files[1])
        export_judgments(workspace.repository, files[2])
        self._interrupt.check()
        used = self._idle is not None and self._idle.inspected + self._idle.known > 0
        content = gather(
            workspace.repository,
            made_at=datetime.now(UTC),
            bundle=open_bundle(context.bundle) if used and context.bundle is not None else None,
            workspace=workspace.folder.resolve().name,
            truth=_labels(context),
            notes=() if context.demo is None else ("Demo line: these boards are drawn by the program.",),
            failed=[NotInspected(event.image, event.error.what) for event in self._failed],
        )
        export_file(files[0], report_page(content, workspace.panels).encode("utf-8", "backslashreplace"))
        self._interrupt.check()
        return content, [*files, *self._pictures(workspace, content, folder)]

    def _pictures(self, workspace: Workspace, content: ReportContent, folder: Path) -> list[Path]:
        """Save screenshots with the highest-scored board that waits for a person, if there is one."""
        station, controller = self._station, self._station.window.review.controller
        waiting = [board for board in content.boards if board.flagged and board.judgment is None]
        gone: list[object] = []  # # a board without stored pictures is shown as such
        controller.board_failed.connect(lambda *of: gone.append(of))
        photographer = Screenshots(self._application, folder)
        controller.show_item((waiting or content.boards)[0].item.item_id)
        with suppress(TimeoutError):
            photographer.wait(lambda: controller.can_judge() or bool(gone), _PICTURES_S)
        paths = photographer.save_themes(station, "window")
        if self._resume_at is not None:
            place = self._resume_at
            station.tasks.write(lambda: _session(station, workspace).open(place))
        return paths

    def _report(self, content: ReportContent, written: list[Path]) -> None:
        idle = self._idle
        now = (
            f"{grouped(idle.inspected)} inspected now, {grouped(idle.known)} known from before"
            if idle
            else "none inspected now"
        )
        reported = f"{counted(len(content.boards), 'board')} of the workspace in the report"
        _print(f"{reported}, {grouped(content.flagged)} flagged ({now})")
        for path in written:
            _print(path)
        if self._failed:
            text = f"{counted(len(self._failed), 'image')} could not be inspected; the report names them."
            echo(f"vqganodip-gui: {text}", err=True)

    def _nothing(self) -> str:
        context = self._station.context
        if self._failed:
            return f"none of the {counted(len(self._failed), 'image')} in {context.boards} could be inspected."
        missing = [
            f"no {what} is named (--{name} DIR)"
            for name, what, place in (
                ("bundle", "model bundle", context.bundle),
                ("boards", "folder of boards", context.boards),
            )
            if place is None
        ]
        return f"there is nothing to inspect: {' and '.join(missing) or 'no board was inspected'}."

    def _take(self, event: service.Event) -> None:
        match event:
            case BoardFailed():
                self._failed.append(event)
            case service.EngineIdle():
                self._idle = event
            case service.EngineFailed():
                self._error = event.error

    def _fail(self, error: VqganodipError) -> None:
        self._error = error

    def _remember_place(self) -> None:
        workspace = self._station.context.workspace
        if workspace is not None:
            self._resume_at = _session(self._station, workspace).position


class _Interrupt:
    """Ctrl-C as a flag checked between steps: an exception inside a call of Qt would be lost."""

    def __init__(self) -> None:
        self._asked = False

    def __enter__(self) -> _Interrupt:
        self._before = signal.signal(signal.SIGINT, self._take)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def check(self) -> None:
        """Raise KeyboardInterrupt after Ctrl-C."""
        if self._asked:
            raise KeyboardInterrupt

    def _take(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)  # # a second Ctrl-C ends the process at once


def _own_settings(folder: Path) -> Settings:
    """Copy the user's settings: an unattended run changes neither theme nor last folders."""
    path = folder / "window.json"
    with suppress(OSError):
        shutil.copyfile(settings_path(), path)
    return Settings(path)


def _session(station: Station, workspace: Workspace) -> ReviewSession:
    """Review session of this station, which knows where the review resumes."""
    place = station.settings.text("station").strip()
    return ReviewSession(workspace.repository, "nobody", place, lambda: datetime.now(UTC), __version__)


def _folder(out: Path | None, workspace: Workspace) -> Path:
    folder = out or workspace.folder / f"report-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            "headless-folder-unwritable",
            "the folder cannot be made ({error})",
            where=folder,
            todo="Give another one with --out.",
            error=system_reason(error),
        ) from error
    return folder


def _labels(context: Context) -> tuple[LabelledImage, ...]:
    """Ground truth of rendered boards, or of a data set with a manifest or in MVTec AD layout.

    Folders named good and bad alone do not count: a camera's folders may have any name.
    """
    from vqganodip.datasets.layouts import Layout, load_dataset

    boards, demo = context.boards, context.demo
    if boards is None:
        return ()
    if demo is not None:
        return tuple(LabelledImage(boards / b.name, b.label, " and ".join(b.defects)) for b in demo.boards())
    for root in (boards, boards.parent) if boards.name == "test" else (boards,):
        with suppress(VqganodipError):
            dataset = load_dataset(root, to_train=False)
            if dataset.layout is not Layout.GOOD_BAD:
                return dataset.test
    return ()


def _failed(what: str) -> int:
    echo(f"vqganodip-gui: {' '.join(what.split())}", err=True)
    return FAILED


def _print(text: object) -> None:
    """Write a line to standard output; programs started without a console have none."""
    if sys.stdout is not None:
        echo(text)
