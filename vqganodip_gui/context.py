"""What pages are given: the settings, the threads, the engine, and the workspace once it is open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from vqganodip.records import Inspection, Panels
from vqganodip.store.repository import Repository
from vqganodip_gui.engine import InspectBoards, InspectionService
from vqganodip_gui.settings import Settings
from vqganodip_gui.tasks import Tasks


class Pictures(Protocol):
    """The workspace's store of panels."""

    def panel_key(self, inspection: Inspection) -> str: ...

    def write(self, key: str, panels: Panels) -> None: ...

    def read(self, key: str) -> Panels | None: ...


@dataclass(frozen=True, slots=True)
class OpenWorkspace:
    """A workspace that is open: where it is, what it keeps."""

    folder: Path
    repository: Repository
    panels: Pictures


class Context(QObject):
    """Shared by the pages. It opens nothing itself: the composition root fills it."""

    workspace_opened = Signal()
    bundle_changed = Signal()

    def __init__(
        self, settings: Settings, tasks: Tasks, engine: InspectionService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.tasks = tasks
        self.engine = engine
        self.workspace: OpenWorkspace | None = None
        self.bundle: Path | None = None
        self.boards: Path | None = None

    def set_workspace(self, workspace: OpenWorkspace) -> None:
        self.workspace = workspace
        self.workspace_opened.emit()

    def set_bundle(self, bundle: Path | None) -> None:
        self.bundle = bundle
        self.settings.put("bundle", str(bundle or ""))
        self.bundle_changed.emit()

    def set_boards(self, boards: Path | None) -> None:
        self.boards = boards
        self.settings.put("boards", str(boards or ""))
        self.bundle_changed.emit()

    def inspect(self) -> bool:
        """Has the engine inspect the folder of boards; False while bundle, boards or workspace are missing."""
        if self.workspace is None or self.bundle is None or self.boards is None:
            return False
        self.engine.inspect(
            InspectBoards(self.bundle, self.boards, self.workspace.repository, self.workspace.panels)
        )
        return True
