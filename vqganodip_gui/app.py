"""Composition root: builds the application, paints first, then opens the workspace and the engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from vqganodip.errors import StoreError, VqganodipError
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.state import ReviewState
from vqganodip_gui.services import workspaces
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.inspection_service import InspectionService, open_bundle
from vqganodip_gui.services.settings import Settings, default_workspace, spool_folder
from vqganodip_gui.services.window_lock import Holder, WindowLock, WindowServer, raise_window, take_lock
from vqganodip_gui.shell import commands
from vqganodip_gui.shell.crash_handler import CrashHandler
from vqganodip_gui.shell.language_switch import LanguageSwitch
from vqganodip_gui.shell.main_window import MainWindow
from vqganodip_gui.shell.pages import PageServices
from vqganodip_gui.training.job_controller import JobController
from vqganodip_gui.widgets.message_strip import MessageKind
from vqganodip_gui.widgets.theme import Theme, apply_theme

if TYPE_CHECKING:
    from vqganodip.datasets.synthetic.demo_line import DemoLine
    from vqganodip.inspection.inspect_folder import BoardInspector
    from vqganodip.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StartOptions:
    """Options of the command line; None means the value used last."""

    workspace: Path | None = None
    bundle: Path | None = None
    boards: Path | None = None


@dataclass(frozen=True, slots=True)
class _Opened:
    """An opened workspace: its demo line, its lock, or the window that holds the lock."""

    workspace: Workspace
    demo: DemoLine | None
    lock: WindowLock | None
    holder: Holder | None


class Station(QObject):
    """The running application: settings, threads, engine, window, and the open workspace."""

    def __init__(
        self,
        application: QApplication,
        places: StartOptions,
        settings: Settings | None = None,
        crash: CrashHandler | None = None,
        opener: Callable[[Path], BoardInspector] = open_bundle,
        demo: DemoLine | None = None,
        *,
        judges: bool = True,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self._places = places
        self._crash = crash
        self._demo = demo
        self._closed = False
        self._lock: WindowLock | None = None
        self._wanted: Callable[[], Path] | None = None
        self._left: list[WindowLock] = []
        """Locks of workspaces that were left, released once the engine has finished its board there."""
        self._server = WindowServer(self) if judges else None
        apply_theme(application, Theme.chosen(self.settings.text("theme")))
        self.language_switch = LanguageSwitch(application, self.settings, self)
        self.tasks = Tasks(self)
        self.engine = InspectionService(opener, self)
        self.context = Context(self.settings, self.tasks, self.engine, self)
        self.review_state = ReviewState(self.context, self)
        self.jobs = JobController(self.context)
        self.window = MainWindow(PageServices(self.context, self.review_state, self.jobs))
        self.window.action_requested.connect(lambda name: commands.run(name, self.window))
        self.window.boards_dropped.connect(lambda folder: commands.inspect_boards(self.window, folder))
        self.window.theme_changed.connect(lambda: commands.apply_chosen_theme(self.window))
        self.window.painted.connect(self.warm_up)
        self.window.closing.connect(self.close)
        self.window.workspace_requested.connect(self.open)
        self.window.demo_requested.connect(self.open_demo)
        self.context.reopen_requested.connect(self.reopen)
        if self._server is not None:
            self._server.raise_requested.connect(self.window.come_to_front)
        self.language_switch.set_window(self.window)

    def start(self) -> None:
        """Show the window. Everything slow waits for its first paint."""
        self.window.show()

    def warm_up(self) -> None:
        """Load sources and workspace after the first paint, then the engine. The first start is the demo line."""
        places, context = self._places, self.context
        context.set_sources(
            places.bundle or _existing(self.settings.text("bundle")),
            places.boards or _existing(self.settings.text("boards")),
        )
        kept = self.settings.text("workspace")
        folder = places.workspace or (Path(kept) if kept else default_workspace())
        if places.workspace is None and (places.bundle or places.boards):
            # # boards named by the user never go into a workspace of rendered boards
            self._open(lambda: workspaces.for_own_boards(folder))
        elif folder == default_workspace() and context.bundle is None and context.boards is None:
            self._open(lambda: workspaces.first_workspace(folder, self._demo))
        else:
            self.open(folder)

    def open(self, folder: Path) -> None:
        """Open a workspace; a new folder becomes an empty one."""
        self._open(lambda: folder)

    def reopen(self) -> None:
        """Open the present workspace again, whose database was gone, or the one that could not be opened.

        An empty one never takes the place of a workspace that was open.
        """
        workspace = self.context.workspace
        if workspace is not None:
            folder = workspace.folder
            self._open(lambda: folder, create=False)
        elif self._wanted is not None:
            self._open(self._wanted)

    def open_demo(self) -> None:
        """Open the demo line, beginning it if needed."""
        self._open(lambda: workspaces.demo_line(self._demo))

    def _open(self, find: Callable[[], Path], *, create: bool = True) -> None:
        """Open the workspace that ``find`` returns, in a thread, where the database is imported."""
        self._wanted = find
        server, held, left = self._server, self._lock, tuple(self._left)

        def job() -> _Opened | None:
            import cv2  # noqa: F401  # here and alone: it is half made while it loads, and threads would meet it so

            from vqganodip.datasets.synthetic.demo_line import read_demo_line
            from vqganodip.store.record_place import read_record_place
            from vqganodip.store.workspace import open_workspace, read_workspace

            folder = find()
            demo = read_demo_line(folder)
            if held is not None and held.folder == folder:
                held.release()
            for lock in left:
                if lock.folder == folder:
                    lock.wait()
            # # on a server, several stations work in one folder: boards are leased, and no folder is locked
            alone = read_record_place(folder) is None and (create or folder.exists())
            taken = take_lock(folder, server.name) if server is not None and alone else None
            if isinstance(taken, Holder):
                return None if raise_window(taken) else _Opened(read_workspace(folder), demo, None, taken)
            try:
                opened = open_workspace(folder, create=create, spools=None if server is None else spool_folder())
                return _Opened(opened, demo, taken, None)
            except BaseException:
                if taken is not None:
                    taken.release()
                raise

        def failed(error: Exception) -> None:
            if not isinstance(error, VqganodipError):
                error = StoreError(
                    "workspace-not-opened",
                    "{kind}: {error}",
                    todo="Choose another workspace.",
                    kind=type(error).__name__,
                    error=str(error),
                )
            self.context.fail_workspace(error)

        self.tasks.run(job, self._take, failed)

    def close(self) -> None:
        """Stop the threads and close the workspace once the window closes."""
        if self._closed:
            return
        self._closed = True
        self.language_switch.set_window(None)
        self.engine.close()
        self.jobs.close()
        self.tasks.close()
        self.review_state.others.link.close()
        if self.context.workspace is not None:
            self.context.workspace.close()
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            self._lock.release()

    def _take(self, opened: _Opened | None) -> None:
        if opened is None:
            self._leave_to_first()
            return
        workspace, demo = opened.workspace, opened.demo
        before, lock = self.context.workspace, self._lock
        self._lock = opened.lock
        if self._crash is not None:
            self._crash.workspace = workspace.folder
        self.context.set_workspace(workspace, demo)
        if before is not None:
            self.engine.after(before.close)
        if lock is not None:
            self._left = [*(one for one in self._left if not one.released), lock]
            self.engine.after(lock.release)
        self.context.inspect()
        self.window.review.show_current_state()
        if opened.holder is not None:
            self._say_looking(opened.holder)
        places = self._places
        if demo is not None and places.workspace == workspace.folder and (places.bundle or places.boards):
            self.window.front_page().message.show_message(
                tr("This workspace is a demo line: --boards and --bundle are not used in it.")
            )

    def _leave_to_first(self) -> None:
        """Another window of this computer has the workspace open and is in front now."""
        if self.context.workspace is None:
            self.window.close()
        else:
            self.window.front_page().message.show_message(
                tr("This workspace is open in another window, which is in front now."), MessageKind.NOTE
            )

    def _say_looking(self, holder: Holder) -> None:
        text = tr(
            "This workspace is open elsewhere ({user} on {host}). Here you can look at it, as it was a moment ago; "
            "nothing is written."
        ).format(user=holder.user or "?", host=holder.host or "?")
        again = self.context.reopen_requested.emit
        self.window.front_page().message.show_message(
            text, MessageKind.ERROR, tr("Open the workspace again"), again, until=(), stays=True
        )


def _existing(text: str) -> Path | None:
    """A remembered path, if it still exists."""
    path = Path(text)
    return path if text and path.exists() else None


def run(places: StartOptions, crash: CrashHandler) -> int:
    """Run the application until its window is closed."""
    application = QApplication([])
    application.setApplicationName("VQGanoDIP")
    application.setDesktopFileName("vqganodip")
    station = Station(application, places, crash=crash)
    station.window.fit_screen()
    station.start()
    return application.exec()
