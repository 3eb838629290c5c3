"""Context of the pages: settings, background tasks, inspection service and the open workspace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqganodip.errors import SettingsError, VqganodipError
from vqganodip.review.accounts import Permission
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.review.model_names import ModelNames, rename_product
from vqganodip_gui.services import resources, workspaces
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.services.inspection_service import InspectBoards, InspectionService
from vqganodip_gui.services.login_session import LoginSession
from vqganodip_gui.services.settings import Settings

if TYPE_CHECKING:  # # importing the database takes 0.3 s: it happens in a thread after the first paint
    from vqganodip.datasets.synthetic.demo_line import DemoLine
    from vqganodip.records import ModelName
    from vqganodip.scoring.verdict import Thresholds
    from vqganodip.store.workspace import Workspace


class Context(QObject):
    """State shared by the pages. It opens nothing itself; the composition root fills it."""

    workspace_opened = Signal()
    workspace_failed = Signal(object)
    sources_changed = Signal()
    names_changed = Signal()
    """Emitted when a product has been renamed."""
    reopen_requested = Signal()
    threshold_changed = Signal()
    """A threshold was put into force, or applied to boards of the queue."""
    gate_changed = Signal()
    """A gate was learned, put to a level, or fell back to shadow."""
    placement_changed = Signal()
    """Part names were laid on, changed or removed."""

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
        self.names = ModelNames()
        self._bundle: Path | None = None
        self._boards: Path | None = None

    @property
    def bundle(self) -> Path | None:
        """The model bundle: the chosen one, or the shipped one in a demo line."""
        return self._bundle if self.demo is None else resources.demo_bundle(self.demo.product)

    @property
    def boards(self) -> Path | None:
        """The folder of boards: the chosen one, or that of the rendered boards in a demo line."""
        if self.demo is None or self.workspace is None:
            return self._boards
        from vqganodip.datasets.synthetic.demo_line import BOARDS

        return self.workspace.folder / BOARDS

    def set_workspace(self, workspace: Workspace, demo: DemoLine | None = None) -> None:
        """Change the workspace; the caller closes the previous one once the engine has left it."""
        self.engine.leave()
        self.workspace = workspace
        self.demo = demo
        self.names = workspace.repository.model_names()
        self.login.set_workspace(workspace)
        self.settings.set("workspace", str(workspace.folder))
        workspaces.remember(self.settings, workspace.folder)
        self.workspace_opened.emit()

    def name_of(self, bundle: Path) -> ModelName:
        """Return the name of a model in this workspace."""
        from vqganodip.bundles.archive import model_name

        return self.names.in_force(model_name(bundle))

    def rename_product(self, before: str, after: str, operator: str, others: Iterable[str] = ()) -> None:
        """Rename a product in this workspace; ReviewError or StoreError if that is refused."""
        if self.workspace is None:
            return
        self.login.require(Permission.MAKE_MODELS)
        repository = self.workspace.repository
        rename_product(repository, before, after, operator=operator, role=self.login.role, others=others)
        self.names = repository.model_names()
        self.names_changed.emit()

    def fail_workspace(self, error: VqganodipError) -> None:
        """Report that a workspace could not be opened; the current one stays."""
        self.workspace_failed.emit(error)

    def set_sources(self, bundle: Path | None, boards: Path | None) -> None:
        """Set model bundle and folder of boards; a demo line keeps its own."""
        self._bundle, self._boards = bundle, boards
        self.settings.set("bundle", str(bundle or ""))
        self.settings.set("boards", str(boards or ""))
        self.sources_changed.emit()

    def inspect(self) -> bool:
        """Start the inspection; False while workspace, bundle or boards are missing, or nothing may be written."""
        if self.workspace is None or self.bundle is None or self.boards is None or self.workspace.repository.read_only:
            return False
        repository, panels = self.workspace.repository, self.workspace.panels

        def thresholds_of(bundle_sha256: str) -> Thresholds | None:
            from vqganodip.review.threshold_log import active_change

            change = active_change(repository.threshold_changes(), bundle_sha256)
            return None if change is None else change.thresholds

        request = InspectBoards(
            self.bundle,
            self.boards,
            repository,
            panels,
            self.demo,
            thresholds_of,
            self.filename_pattern,
            self.login.name,
            self.workspace.gates,
        )
        self.engine.inspect(request)
        return True

    def filename_pattern(self) -> FilenamePattern:
        """Pattern that reads image file names; the default one if the pattern in the settings is invalid."""
        try:
            return FilenamePattern(self.settings.text("name_pattern"))
        except SettingsError:
            return FilenamePattern()
