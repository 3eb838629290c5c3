"""Crash handler: logs uncaught exceptions and shows where the log is."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from vqganodip import __version__
from vqganodip.errors import StoreError
from vqganodip_gui.services.settings import log_folder

_NOT_REACHABLE: Final = "database-not-reachable"
"""Code of the error of a server that does not answer (``store.database``, which is imported after the first paint)."""

_LARGEST: Final = 2_000_000


class CrashHandler:
    """Hooks of the interpreter for uncaught exceptions. Without a workspace, logs go where platformdirs says.

    Args:
        workspace: Folder of the log; None before a workspace is open.
        dialogs: False for runs without a user.
    """

    def __init__(self, workspace: Path | None = None, *, dialogs: bool = True) -> None:
        self.workspace = workspace
        self.crashed = False
        self._dialogs = dialogs
        self._shown = False

    def install(self) -> None:
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread
        if sys.stderr is not None and not faulthandler.is_enabled():
            faulthandler.enable()

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if isinstance(error, StoreError) and error.code == _NOT_REACHABLE:
            self.write(details)  # # the window shows it in a bar of its own
            return
        self.crashed = True
        log = self.write(details)
        where = f"The log is in {log}" if log else "No log could be written."
        if sys.stderr is not None:
            sys.stderr.write(f"{details}{where}\n")
        if self._dialogs and threading.current_thread() is threading.main_thread():
            self._show(f"{kind.__name__}: {error}", details, log)

    def write(self, details: str) -> Path | None:
        """Append to the log; return its path, or None if it cannot be written."""
        head = f"--- {datetime.now().astimezone().isoformat(timespec='seconds')} VQGanoDIP {__version__}\n"
        for folder in (log_folder(self.workspace), log_folder()):
            path = folder / "crash.log"
            try:
                folder.mkdir(parents=True, exist_ok=True)
                if path.exists() and path.stat().st_size > _LARGEST:
                    path.replace(path.with_suffix(".log.1"))
                with path.open("a", encoding="utf-8") as stream:
                    stream.write(f"{head}{details}\n")
                return path
            except OSError:
                continue
        return None

    def _handle_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.handle(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, summary: str, details: str, log: Path | None) -> None:
        from PySide6.QtWidgets import QApplication

        from vqganodip_gui.shell.error_dialog import ErrorDialog

        # # one dialog at a time: an error in a paint event would open hundreds
        if self._shown or not isinstance(QApplication.instance(), QApplication):
            return
        self._shown = True
        try:
            ErrorDialog(summary, details, log, QApplication.activeWindow()).exec()
        finally:
            self._shown = False
