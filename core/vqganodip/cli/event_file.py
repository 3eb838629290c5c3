"""Event file of a long command (``--events FILE``): progress and results as one JSON object per line.

A file, unlike a pipe, lets the reader detach and later read everything that happened in the meantime. Two more files
accompany it:

    FILE.lock    locked while the command runs, and unlocked as soon as its process ends for any reason
    FILE.stop    written by the reader. The word ``stop`` acts like Ctrl-C on every system; ``abort`` ends the command
                 at once, without a bundle. Both keep checkpoints and tables. The file is deleted after it is read; a
                 file that exists at the start counts as well

The events, each with ``at``, seconds since 1970:

    begin      verb, pid
    progress   stage, share in [0, 1], message, coded, finite figures by name; at most a few thousand per stage
    notice     text that the user must see, coded
    built      bundle, sha256, figures, stopped: the training ended early and can be resumed
    left_out   image, text, coded
    fitted     bundle, sha256, chosen, threshold
    failed     what, where, todo, error
    end        code: 0 done, 1 failed, 130 interrupted

Texts are English. ``coded`` and ``error`` hold the same text with its code, template and values, for a reader in
another language; they are absent where the text has no translation, such as a file name.

An incomplete last line means that the process was killed while writing it.
"""

from __future__ import annotations

import _thread
import math
import os
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

from vqganodip.cli.interruption import StopOnInterrupt
from vqganodip.cli.results import json_text
from vqganodip.errors import ExportError, Message, VqganodipError, program_fault, system_reason
from vqganodip.files import lock_file

__all__ = ["EventFile", "coded"]

_MIN_INTERVAL_S: Final = 0.4
_SHARE: Final = 0.002
"""Share of a stage's elapsed time between two progress events, so that a training overnight writes no millions."""
_POLL_S: Final = 0.2
_LOCK_TIMEOUT_S: Final = 3.0


class EventFile:
    """Writer of the event file that also interrupts the command when the stop file appears.

    Args:
        path: Event file, whose folder is created if missing; None writes and watches nothing.
        verb: Name of the command.
        stop: Handler of Ctrl-C in this command; ``abort`` overrides it.
    """

    def __init__(self, path: Path | None, verb: str, stop: StopOnInterrupt | None = None) -> None:
        self._path, self._verb, self._stop = path, verb, stop
        self._file: TextIO | None = None
        self._release: Callable[[], None] = lambda: None
        self._finished = threading.Event()
        self._stage_started: dict[str, float] = {}
        self._last_written: dict[str, float] = {}
        self.aborted = False

    def __enter__(self) -> EventFile:
        if self._path is None:
            return self
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._release = _acquire_lock(self._path.with_name(f"{self._path.name}.lock"))
            self._file = self._path.open("a", encoding="utf-8")
            if self._file.tell() and not _ends_with_newline(self._path):
                self._file.write("\n")
        except OSError as error:
            self._release()
            raise ExportError(
                "events-unwritable",
                "the events cannot be written ({error})",
                where=self._path,
                todo="Wait until nothing else writes here, or check the folder.",
                error=system_reason(error),
            ) from error
        self.emit("begin", verb=self._verb, pid=os.getpid())
        threading.Thread(target=self._watch, name="stop-file", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finished.set()
        if isinstance(error, VqganodipError):
            self.emit("failed", what=error.what, where=error.where, todo=error.todo, error=error.to_dict())
        elif isinstance(error, Exception):
            fault = program_fault(error)
            self.emit("failed", what=fault.what, where="", todo=fault.todo, error=fault.to_dict())
        self.emit("end", code=0 if error is None else 1 if isinstance(error, Exception) else 130)
        if self._file is not None:
            self._file.close()
            self._file = None
        self._release()

    def emit(self, event: str, **values: Any) -> None:
        """Write an event. Write errors are ignored: a full disk must not end a training."""
        if self._file is not None:
            line = json_text({"event": event, "at": round(time.time(), 3), **values})
            with suppress(OSError):
                self._file.write(line + "\n")
                self._file.flush()

    def progress(
        self, stage: str, share: float, message: Message | str | None = None, figures: Mapping[str, float] | None = None
    ) -> None:
        """Write the progress of a stage, unless its last progress event is too recent."""
        now = time.monotonic()
        started = self._stage_started.setdefault(stage, now)
        wait = max(_MIN_INTERVAL_S, _SHARE * (now - started))
        if share >= 1.0 or now - self._last_written.get(stage, -wait) >= wait:
            self._last_written[stage] = now
            self.emit(
                "progress",
                stage=stage,
                share=round(share, 5),
                message=str(message or ""),
                **coded(message),
                figures={name: value for name, value in (figures or {}).items() if math.isfinite(value)},
            )

    @property
    def _stop_file(self) -> Path:
        assert self._path is not None
        return self._path.with_name(f"{self._path.name}.stop")

    def _watch(self) -> None:
        """Wait in a thread for the stop file and interrupt the main thread like Ctrl-C."""
        while not self._finished.wait(_POLL_S):
            try:
                word = self._stop_file.read_text(encoding="utf-8").strip()
                self._stop_file.unlink()
            except OSError:
                continue
            if word == "abort" and self._stop is not None:
                self.aborted, self._stop.armed = True, False
            if word:
                _thread.interrupt_main()


def coded(text: Message | str | None) -> dict[str, Any]:
    """Return the code, template and values of a text, which an event stores next to the English text."""
    return {"coded": text.to_dict()} if isinstance(text, Message) and text.code else {}


def _ends_with_newline(path: Path) -> bool:
    """Return True if the file ends with a complete line; a killed process may have left a partial one."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _acquire_lock(path: Path) -> Callable[[], None]:
    """Acquire the lock and return its release; retries, because a reader that tests the lock holds it for a moment."""
    end = time.monotonic() + _LOCK_TIMEOUT_S
    while True:
        try:
            return lock_file(path)
        except BlockingIOError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
