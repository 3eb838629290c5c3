"""What pages are given: the settings, the threads, the engine, and the workspace once it is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqganodip.errors import VqganodipError
from vqganodip_gui.engine import InspectBoards, InspectionService
from vqganodip_gui.settings import Settings
from vqganodip_gui.tasks import Tasks

if TYPE_CHECKING:  # the database costs a third of a second: it is imported after the first paint, in a thread
    from vqganodip.store.workspace import Workspace


class Context(QObject):
    """Shared by the pages. It opens nothing itself: the composition root fills it."""

    workspace_opened = Signal()
    workspace_failed = Signal(object)
    sources_changed = Signal()

    def __init__(
        self, settings: Settings, tasks: Tasks, engine: InspectionService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.tasks = tasks
        self.engine = engine
        self.workspace: Workspace | None = None
        self.bundle: Path | None = None
        self.boards: Path | None = None

    def set_workspace(self, workspace: Workspace) -> None:
        """Changes to a workspace; whoever opened the one before closes it."""
        self.engine.stop()
        self.workspace = workspace
        self.settings.put("workspace", str(workspace.folder))
        self.workspace_opened.emit()

    def fail_workspace(self, error: VqganodipError) -> None:
        """Says that a workspace could not be opened; the one before, if any, stays."""
        self.workspace_failed.emit(error)

    def set_sources(self, bundle: Path | None, boards: Path | None) -> None:
        """Chooses the model bundle and the folder of boards."""
        self.bundle, self.boards = bundle, boards
        self.settings.put("bundle", str(bundle or ""))
        self.settings.put("boards", str(boards or ""))
        self.sources_changed.emit()

    def inspect(self) -> bool:
        """Has the engine inspect the folder of boards; False while workspace, bundle or boards are missing."""
        if self.workspace is None or self.bundle is None or self.boards is None:
            return False
        self.engine.inspect(InspectBoards(self.bundle, self.boards, self.workspace.repository, self.workspace.panels))
        return True
