"""What pages are given: the settings, the threads, the engine, and the workspace once it is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqganodip.errors import SettingsError, VqganodipError
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip_gui.services import resources, workspaces
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.services.inspection_service import InspectBoards, InspectionService
from vqganodip_gui.services.login_session import LoginSession
from vqganodip_gui.services.settings import Settings

if TYPE_CHECKING:  # the database costs a third of a second: it is imported after the first paint, in a thread
    from vqganodip.datasets.synthetic.demo_line import DemoLine
    from vqganodip.scoring.verdict import Thresholds
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
        self.login = LoginSession(settings, self)
        self.workspace: Workspace | None = None
        self.demo: DemoLine | None = None
        self._bundle: Path | None = None
        self._boards: Path | None = None

    @property
    def bundle(self) -> Path | None:
        """The model bundle: the chosen one, or in a demo line the one that ships with the program."""
        return self._bundle if self.demo is None else resources.demo_bundle(self.demo.product)

    @property
    def boards(self) -> Path | None:
        """The folder of boards: the chosen one, or in a demo line the one that its boards are drawn into."""
        if self.demo is None or self.workspace is None:
            return self._boards
        from vqganodip.datasets.synthetic.demo_line import BOARDS

        return self.workspace.folder / BOARDS

    def set_workspace(self, workspace: Workspace, demo: DemoLine | None = None) -> None:
        """Changes to a workspace; whoever opened the one before closes it once the engine has left it."""
        self.engine.leave()
        self.workspace = workspace
        self.demo = demo
        self.login.set_workspace(workspace)
        self.settings.set("workspace", str(workspace.folder))
        workspaces.remember(self.settings, workspace.folder)
        self.workspace_opened.emit()

    def fail_workspace(self, error: VqganodipError) -> None:
        """Says that a workspace could not be opened; the one before, if any, stays."""
        self.workspace_failed.emit(error)

    def set_sources(self, bundle: Path | None, boards: Path | None) -> None:
        """Chooses the model bundle and the folder of boards; a demo line keeps its own."""
        self._bundle, self._boards = bundle, boards
        self.settings.set("bundle", str(bundle or ""))
        self.settings.set("boards", str(boards or ""))
        self.sources_changed.emit()

    def inspect(self) -> bool:
        """Has the engine inspect the folder of boards; False while workspace, bundle or boards are missing."""
        if self.workspace is None or self.bundle is None or self.boards is None:
            return False
        repository, panels = self.workspace.repository, self.workspace.panels

        def thresholds_of(bundle_sha256: str) -> Thresholds | None:
            from vqganodip.review.threshold_log import active_change

            change = active_change(repository.threshold_changes(), bundle_sha256)
            return None if change is None else change.thresholds

        request = InspectBoards(self.bundle, self.boards, repository, panels, self.demo, thresholds_of, self.names)
        self.engine.inspect(request)
        return True

    def names(self) -> FilenamePattern:
        """What the names of image files say; nothing, while the pattern in the settings file cannot be used."""
        try:
            return FilenamePattern(self.settings.text("name_pattern"))
        except SettingsError:
            return FilenamePattern()
