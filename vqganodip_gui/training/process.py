"""The command line in a process of its own, which does not end with the window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from vqganodip.errors import TrainingError, system_reason

_under_way: Final[set[subprocess.Popen[bytes]]] = set()


def launch(arguments: Sequence[str], log: Path) -> Callable[[], bool]:
    """Starts ``vqganodip`` and returns a function that says whether the process has ended.

    Args:
        arguments: Of the command line.
        log: What it writes for people is appended here.

    Raises:
        TrainingError: The system starts no process, or the log cannot be written.
    """
    command = [sys.executable, "-m", "vqganodip.cli.main", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:backslashreplace"}
    try:
        with log.open("ab") as written:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=written,
                env=environment,
                **_apart(),
            )
    except OSError as error:
        raise TrainingError(
            "job-not-started",
            "the training could not be started ({error})",
            where=command[0],
            todo="Try again.",
            error=system_reason(error),
        ) from error
    _under_way.add(process)

    def ended() -> bool:
        over = process.poll() is not None
        if over:
            _under_way.discard(process)
        return over

    return ended


def _apart() -> dict[str, Any]:
    """No signals of the terminal, no console of its own."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}
