"""The formats in which judgments leave: one table for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import ExportError
from vqganodip.export.ipc_cfx import export_cfx
from vqganodip.export.jsonl import export_jsonl
from vqganodip.export.judgments_csv import export_judgments

__all__ = ["FORMATS", "Format", "format_of"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name at the command line, what people call it, the ending of its files, and what writes it."""

    name: str
    title: str
    ending: str
    write: Callable[..., int]


FORMATS: Final = (
    Format("csv", "CSV", ".csv", export_judgments),
    Format("jsonl", "JSON Lines", ".jsonl", export_jsonl),
    Format("cfx", "IPC-CFX UnitsInspected", ".cfx.json", export_cfx),
)


def format_of(path: Path) -> Format:
    """The format that the ending of a file names.

    Raises:
        ExportError: None has this ending.
    """
    for known in FORMATS:
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
