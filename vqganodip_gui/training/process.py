"""Command line started as a separate process that outlives the window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from vqganodip.errors import TrainingError, system_reason

_running: Final[set[subprocess.Popen[bytes]]] = set()


def launch(arguments: Sequence[str], log: Path) -> Callable[[], bool]:
    """Start ``vqganodip`` and return a function that returns True once the process has ended.

    Args:
        arguments: Arguments of the command line.
        log: File to which its messages are appended.

    Raises:
        TrainingError: The process cannot be started, or the log cannot be written.
    """
    command = [sys.executable, "-m", "vqganodip.cli", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:backslashreplace"}
    try:
        with log.open("ab") as messages:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=messages,
                env=environment,
                **_detached_options(),
            )
    except OSError as error:
        raise TrainingError(
            "job-not-started",
            "the training could not be started ({error})",
            where=command[0],
            todo="Try again.",
            error=system_reason(error),
        ) from error
    _running.add(process)

    def ended() -> bool:
        has_ended = process.poll() is not None
        if has_ended:
            _running.discard(process)
        return has_ended

    return ended


def _detached_options() -> dict[str, Any]:
    """Return options that detach the process from the terminal and open no console window."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}
