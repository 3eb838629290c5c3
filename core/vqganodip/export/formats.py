"""Export formats of judgments: one table for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import ExportError
from vqganodip.export.ipc_cfx import export_cfx
from vqganodip.export.jsonl import export_jsonl
from vqganodip.export.judged_boards_csv import export_judged_boards
from vqganodip.export.judgments_csv import export_judgments

__all__ = ["FORMATS", "Format", "format_of"]


@dataclass(frozen=True, slots=True)
class Format:
    """An export format: name on the command line, title, file extension, writer, and what the writer counts."""

    name: str
    title: str
    ending: str
    write: Callable[..., int]
    unit: str = "record"


FORMATS: Final = (
    Format("csv", "CSV", ".csv", export_judgments),
    Format("boards", "CSV, one row per board", ".boards.csv", export_judged_boards, "board"),
    Format("jsonl", "JSON Lines", ".jsonl", export_jsonl),
    Format("cfx", "IPC-CFX UnitsInspected", ".cfx.json", export_cfx),
)


def format_of(path: Path) -> Format:
    """Find the format by the extension of a file.

    Raises:
        ExportError: No format has this extension.
    """
    for known in sorted(FORMATS, key=lambda known: -len(known.ending)):  # .boards.csv before .csv
        if path.name.lower().endswith(known.ending):
            return known
    endings = ", ".join(known.ending for known in FORMATS)
    raise ExportError(
        "export-format-unknown",
        "the ending names no format",
        where=path,
        todo="Give a name that ends in one of {endings}.",
        endings=endings,
    )
