"""Progress bars on standard error; lines now and then where it is a file or a pipe."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Final

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from vqganodip.cli.interruption import raise_if_interrupted
from vqganodip.cli.terminal import console
from vqganodip.printable import printable

__all__ = ["StageBars"]

_LINE_EVERY_S: Final = 30.0
"""Seconds between two lines of progress where no bar can be drawn."""


class StageBars:
    """Progress bars, one per stage, in the order in which the stages begin."""

    def __init__(self) -> None:
        self.console = console(err=True)
        self._bars = Progress(
            TextColumn("{task.description:>17}", markup=False),
            BarColumn(bar_width=28),
            TextColumn("{task.percentage:3.0f} %"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[message]}", style="dim", markup=False),  # file names may hold brackets
            console=self.console,
        )
        self._tasks: dict[str, TaskID] = {}
        self._told_at = time.monotonic()

    def __enter__(self) -> StageBars:
        return self  # the bars start with the first stage: without one, rich would print an empty line

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._tasks:
            self._bars.stop()

    def show(self, stage: str, share: float, message: str = "") -> None:
        """Set the completed share of a stage, in [0, 1]."""
        raise_if_interrupted()
        if not self._tasks:
            self._bars.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=1.0, message="")
        self._bars.update(self._tasks[stage], completed=share, message=printable(message))
        now = time.monotonic()
        if not self.console.is_terminal and now - self._told_at >= _LINE_EVERY_S:
            self._told_at = now
            self.console.print(f"{stage} {100 * share:.0f} %  {printable(message)}".rstrip(), soft_wrap=True)

    def note(self, text: object) -> None:
        """Print a note above the bars."""
        self.console.print(f"note: {printable(text)}", soft_wrap=True)
