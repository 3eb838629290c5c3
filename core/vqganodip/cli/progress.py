"""Progress bars on standard error."""

from __future__ import annotations

from types import TracebackType

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from vqganodip.cli.interruption import raise_if_interrupted
from vqganodip.cli.terminal import console
from vqganodip.printable import printable

__all__ = ["StageBars"]


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

    def note(self, text: object) -> None:
        """Print a note above the bars."""
        self.console.print(f"note: {printable(text)}", soft_wrap=True)
