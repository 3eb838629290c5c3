"""``--events FILE``: what a long verb tells whoever watches it, as one JSON object per line.

A file and not a pipe: who watches may leave and come back, and reads again what happened meanwhile. Beside the file lie

    FILE.lock    locked while the verb runs, and free as soon as it ends, however it ends
    FILE.stop    written by whoever watches. The word ``stop`` does what Ctrl-C does, on every system; ``abort`` ends at
                 once, without a bundle. What checkpoints and tables hold is kept by both. It is taken away when it
                 was read; one that is there from the start counts as well

The events, each with ``at``, seconds since 1970:

    begin      verb, pid
    progress   stage, share in [0, 1], message, figures by name; not more than a few thousand of a stage
    notice     text that a person must see
    built      bundle, sha256, figures, stopped: the training ended early and can go on
    left_out   image, text
    fitted     bundle, sha256, chosen, threshold
    failed     what, where, todo
    end        code: 0 done, 1 failed, 130 interrupted

A line that is cut off in the middle is the last thing that a verb wrote that was killed.
"""

from __future__ import annotations

import _thread
import json
import os
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

from vqganodip.cli.interruption import StopOnInterrupt
from vqganodip.errors import ExportError, VqganodipError
from vqganodip.files import lock_file

__all__ = ["EventFile"]

_EVERY_S: Final = 0.4
_SHARE: Final = 0.002
"""Of the time that a stage has taken: a training of a night does not write millions of lines."""
_LOOK_S: Final = 0.2
_PATIENCE_S: Final = 3.0
_REPORT: Final = "This is a fault of the program: report it with the log."


class EventFile:
    """Appends events to a file, and asks the verb to end when the stop file appears. Without a path it does nothing.

    Args:
        path: The file; its folder is made.
        verb: Which verb it is.
        stop: What Ctrl-C does in this verb; ``abort`` overrules it.
    """

    def __init__(self, path: Path | None, verb: str, stop: StopOnInterrupt | None = None) -> None:
        self._path, self._verb, self._stop = path, verb, stop
        self._file: TextIO | None = None
        self._release: Callable[[], None] = lambda: None
        self._over = threading.Event()
        self._began: dict[str, float] = {}
        self._told: dict[str, float] = {}
        self.aborted = False

    def __enter__(self) -> EventFile:
        if self._path is None:
            return self
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._release = _locked(self._path.with_name(f"{self._path.name}.lock"))
            self._file = self._path.open("a", encoding="utf-8")
            if self._file.tell() and not _ends_whole(self._path):
                self._file.write("\n")
        except OSError as error:
            self._release()
            raise ExportError(
                f"the events cannot be written ({error.strerror or error})",
                where=self._path,
                todo="Wait until nothing else writes here, or check the folder.",
            ) from error
        self.tell("begin", verb=self._verb, pid=os.getpid())
        threading.Thread(target=self._watch, name="stop-file", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if isinstance(error, VqganodipError):
            self.tell("failed", what=error.what, where=error.where, todo=error.todo)
        elif isinstance(error, Exception):
            self.tell("failed", what=f"{type(error).__name__}: {error}", where="", todo=_REPORT)
        self.tell("end", code=0 if error is None else 1 if isinstance(error, Exception) else 130)
        if self._file is not None:
            self._file.close()
            self._file = None
        self._release()

    def tell(self, event: str, **values: Any) -> None:
        """Writes an event. A full disk is no reason to end a training: the events are then missing."""
        if self._file is not None:
            line = json.dumps({"event": event, "at": round(time.time(), 3), **values})
            with suppress(OSError):
                self._file.write(line + "\n")
                self._file.flush()

    def progress(self, stage: str, share: float, message: str = "", figures: Mapping[str, float] | None = None) -> None:
        """Writes how far a stage is, unless it was said a moment ago."""
        now = time.monotonic()
        began = self._began.setdefault(stage, now)
        wait = max(_EVERY_S, _SHARE * (now - began))
        if share >= 1.0 or now - self._told.get(stage, -wait) >= wait:
            self._told[stage] = now
            self.tell("progress", stage=stage, share=round(share, 5), message=message, figures=dict(figures or {}))

    @property
    def _stop_file(self) -> Path:
        assert self._path is not None
        return self._path.with_name(f"{self._path.name}.stop")

    def _watch(self) -> None:
        """In a thread: the stop file becomes a Ctrl-C of the main thread."""
        while not self._over.wait(_LOOK_S):
            try:
                word = self._stop_file.read_text(encoding="utf-8").strip()
                self._stop_file.unlink()
            except OSError:
                continue
            if word == "abort" and self._stop is not None:
                self.aborted, self._stop.armed = True, False
            if word:
                _thread.interrupt_main()


def _ends_whole(path: Path) -> bool:
    """Whether the last line is whole; that of a killed process may not be."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _locked(path: Path) -> Callable[[], None]:
    """The lock; whoever only looks whether it is held has it for a moment."""
    end = time.monotonic() + _PATIENCE_S
    while True:
        try:
            return lock_file(path)
        except BlockingIOError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
