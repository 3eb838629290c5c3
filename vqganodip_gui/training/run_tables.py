"""Incremental readers of the tables and pictures that a training writes to its run folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from vqganodip_gui.training.growing_file import GrowingFile

PROGRESS: Final = "progress.csv"
VALIDATION: Final = "validation.csv"


class GrowingTable:
    """Columns of a growing CSV file of numbers."""

    def __init__(self, path: Path) -> None:
        self._file = GrowingFile(path)
        self.columns: dict[str, list[float]] = {}

    def clear(self) -> None:
        """Start again from the beginning, because rows were rewritten."""
        self._file.restart()
        self.columns = {}

    def read_new_rows(self) -> bool:
        """Read new rows; returns True if there are any."""
        try:
            if self._file.shrunk():
                self.clear()
        except OSError:
            return False
        lines = [line.decode("utf-8", "replace") for line in self._file.new_lines()]
        if lines and not self.columns:
            self.columns = {name: [] for name in lines.pop(0).split(",")}
        for line in lines:
            cells = line.split(",")
            if len(cells) == len(self.columns):
                for column, cell in zip(self.columns.values(), cells, strict=True):
                    column.append(_number(cell))
        return bool(lines)


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return float("nan")


def sample_pictures(run_folder: Path) -> list[tuple[int, Path]]:
    """Return step and file of each picture of held-out boards, oldest first."""
    pictures = []
    for path in run_folder.glob("validation-*.png"):
        step = path.stem.rpartition("-")[2]
        if step.isdigit():
            pictures.append((int(step), path))
    return sorted(pictures)
