"""Lock of a workspace by the window that works in it, and the way to bring that window to the front.

On one computer a second window on the same workspace raises the first one; from another computer, or where the first
one does not answer, it opens to look only.
"""

from __future__ import annotations

import getpass
import itertools
import json
import os
import platform
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from vqganodip.files import lock_file

LOCK: Final = "window.lock"
"""Name of the file in the workspace; it stays there and names the window that held it last."""

_ANSWER_MS: Final = 5000
_LOOK_MS: Final = 10
_RAISED: Final = b"raised"
_NUMBERS: Final = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Holder:
    """The window that holds a lock: its computer, its user, and the name of its local server."""

    host: str = ""
    user: str = ""
    server: str = ""

    @property
    def is_here(self) -> bool:
        """True on this computer."""
        return self.host == platform.node()


class WindowLock:
    """The lock of a workspace, held until ``release`` is called or the process ends."""

    def __init__(self, folder: Path, unlock: Callable[[], None]) -> None:
        self.folder = folder
        self._unlock: Callable[[], None] | None = unlock
        self._released = threading.Event()

    def release(self) -> None:
        """Release the lock; a second time nothing happens."""
        unlock, self._unlock = self._unlock, None
        if unlock is not None:
            unlock()
        self._released.set()

    @property
    def released(self) -> bool:
        """True once it is released."""
        return self._released.is_set()

    def wait(self) -> None:
        """Wait until the lock is released."""
        self._released.wait()


def take_lock(folder: Path, server: str) -> WindowLock | Holder | None:
    """Lock a workspace for this window.

    Args:
        folder: Folder of the workspace; made when it is missing.
        server: Name of this window's local server; empty without one.

    Returns:
        The lock, the window that holds it, or None where no file can be locked: then the rules of the store alone keep
        judgments apart.
    """
    note = json.dumps(asdict(Holder(platform.node(), _user(), server)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return WindowLock(folder, lock_file(folder / LOCK, note.encode()))
    except BlockingIOError:
        return _holder(folder)
    except OSError:
        return None


def raise_window(holder: Holder) -> bool:
    """Ask the window of a holder to come to the front; True if it did. Waits for its answer: call it in a thread."""
    if not holder.is_here or not holder.server:
        return False
    socket = QLocalSocket()
    socket.connectToServer(holder.server)
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    end = time.monotonic() + _ANSWER_MS / 1000
    while not socket.waitForReadyRead(_LOOK_MS) and time.monotonic() < end:
        time.sleep(_LOOK_MS / 1000)  # other threads of this process run meanwhile
    return bytes(socket.readAll().data()) == _RAISED


class WindowServer(QObject):
    """Local server of a window: a connection brings it to the front."""

    raise_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = f"vqganodip-{os.getpid()}-{next(_NUMBERS)}"
        QLocalServer.removeServer(name)
        self.name = name if self._server.listen(name) else ""
        """Name to connect to; empty if it cannot listen."""

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(_RAISED)
        socket.flush()
        socket.disconnectFromServer()
        self.raise_requested.emit()


def _holder(folder: Path) -> Holder:
    try:
        kept = json.loads((folder / LOCK).read_bytes())
        return Holder(str(kept["host"]), str(kept["user"]), str(kept["server"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
