"""The dialog that asks for the file of an export, with the formats to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from vqganodip.export.formats import FORMATS, Format
from vqganodip_gui.i18n.translation import tr

CSV_FORMATS: Final = tuple(form for form in FORMATS if form.ending.endswith(".csv"))


def ask_export_file(parent: QWidget, title: str, folder: Path, formats: Sequence[Format] = FORMATS) -> Path | None:
    """Ask for the file to write, named so that ``export.formats.format_of`` finds the format chosen; None if cancelled.

    The ending of a typed name decides, except that of CSV: it does not tell the two CSV files apart.
    """
    words = {"csv": tr("CSV, one row per judgment and region"), "boards": tr("CSV, one row per board")}
    choices = {f"{words.get(form.name, form.title)} (*{form.ending})": form for form in formats}
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(folder / "judgments.csv"), ";;".join(choices))
    return file_of(name, choices.get(chosen, formats[0]), formats) if name else None


def file_of(name: str, chosen: Format, formats: Sequence[Format] = FORMATS) -> Path:
    """The path of a typed name, with the ending of the chosen format unless it names another one."""
    typed = next((f for f in formats if f not in CSV_FORMATS and name.lower().endswith(f.ending)), chosen)
    if name.lower().endswith(typed.ending):
        return Path(name)
    if typed in CSV_FORMATS and name.lower().endswith(".csv"):
        name = name[: -len(".csv")]
    return Path(f"{name}{typed.ending}")
