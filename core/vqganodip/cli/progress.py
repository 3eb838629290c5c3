"""Progress bars on standard error."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

__all__ = ["StageBars"]


class StageBars:
    """Progress bars, one per stage, in the order in which the stages begin.

    Args:
        quiet: Draw no bars (``--json``); notes are still printed.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self.console = Console(stderr=True, highlight=False)
        self._bars = Progress(
            TextColumn("{task.description:>17}"),
            BarColumn(bar_width=28),
            TextColumn("{task.percentage:3.0f} %"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[message]}", style="dim", markup=False),  # file names may hold brackets
            console=self.console,
            disable=quiet,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> StageBars:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def show(self, stage: str, share: float, message: str = "") -> None:
        """Set the completed share of a stage, in [0, 1]."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=1.0, message="")
        self._bars.update(self._tasks[stage], completed=share, message=message)

    def note(self, text: str) -> None:
        """Print a note above the bars."""
        self._bars.console.print(f"note: {text}", markup=False, soft_wrap=True)
