"""The composition root: puts the parts together, paints first, and opens the workspace and the engine afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from vqganodip.errors import StoreError, VqganodipError
from vqganodip_gui.context import Context
from vqganodip_gui.crash import CrashHandler
from vqganodip_gui.engine import InspectionService, open_bundle
from vqganodip_gui.main_window import MainWindow
from vqganodip_gui.settings import Settings, default_workspace
from vqganodip_gui.tasks import Tasks
from vqganodip_gui.theme import Theme, apply_theme

if TYPE_CHECKING:
    from vqganodip.line import BoardInspector
    from vqganodip.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Places:
    """What the command line says; None is what was used last, or nothing."""

    workspace: Path | None = None
    bundle: Path | None = None
    boards: Path | None = None


class Station(QObject):
    """The running application: settings, threads, engine, window, and the open workspace."""

    def __init__(
        self,
        application: QApplication,
        places: Places,
        settings: Settings | None = None,
        crash: CrashHandler | None = None,
        opener: Callable[[Path], BoardInspector] = open_bundle,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self._places = places
        self._crash = crash
        self._closed = False
        apply_theme(application, Theme(self.settings.text("theme")))
        self.tasks = Tasks(self)
        self.engine = InspectionService(opener, self)
        self.context = Context(self.settings, self.tasks, self.engine, self)
        self.window = MainWindow(self.context)
        self.window.painted.connect(self.warm_up)
        self.window.closing.connect(self.close)
        self.window.workspace_wanted.connect(self.open)

    def start(self) -> None:
        """Shows the window. Everything slow waits for its first paint."""
        self.window.show()

    def warm_up(self) -> None:
        """After the first paint: the sources and the workspace, then the engine."""
        self.context.set_sources(
            self._places.bundle or _existing(self.settings.text("bundle")),
            self._places.boards or _existing(self.settings.text("boards")),
        )
        kept = self.settings.text("workspace")
        self.open(self._places.workspace or (Path(kept) if kept else default_workspace()))

    def open(self, folder: Path) -> None:
        """Opens a workspace in a thread: the database is imported there."""

        def job() -> Workspace:
            from vqganodip.store.workspace import open_workspace

            return open_workspace(folder)

        def failed(error: Exception) -> None:
            if not isinstance(error, VqganodipError):
                error = StoreError(f"{type(error).__name__}: {error}", where=folder, todo="Choose another folder.")
            self.context.fail_workspace(error)

        self.tasks.run(job, self._take, failed)

    def close(self) -> None:
        """Stops the threads and closes the workspace; called once the window closes."""
        if self._closed:
            return
        self._closed = True
        self.engine.close()
        self.tasks.close()
        if self.context.workspace is not None:
            self.context.workspace.close()

    def _take(self, workspace: Workspace) -> None:
        before = self.context.workspace
        if self._crash is not None:
            self._crash.workspace = workspace.folder
        self.context.set_workspace(workspace)
        self.context.inspect()
        self.window.review.settle()
        if before is not None:
            before.close()


def _existing(text: str) -> Path | None:
    """A remembered place, if it is still there."""
    path = Path(text)
    return path if text and path.exists() else None


def run(places: Places, crash: CrashHandler) -> int:
    """Runs the application until its window is closed."""
    application = QApplication([])
    application.setApplicationName("VQGanoDIP")
    application.setDesktopFileName("vqganodip")
    station = Station(application, places, crash=crash)
    station.start()
    return application.exec()
