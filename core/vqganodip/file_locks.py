"""Locks on files that end with the process that holds them, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["is_locked", "lock_file"]


def lock_file(path: Path) -> Callable[[], None]:
    """Locks a file, made when it is missing, until the returned function is called or this process ends.

    On a file system without locks nothing is locked: better unguarded than not at all.

    Raises:
        BlockingIOError: Another process holds it.
        OSError: The file cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle)
    except (BlockingIOError, PermissionError) as error:
        os.close(handle)
        raise BlockingIOError(f"{path} is locked by another process") from error
    except OSError:
        pass
    return lambda: os.close(handle)


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock of this file."""
    if not path.exists():
        return False
    try:
        lock_file(path)()
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
