"""Folder ``report`` of an unblinded study: page, tables, methods, and the mixed model for R."""

from __future__ import annotations

from pathlib import Path

from vqganodip.reports.turing_page import turing_page
from vqganodip.turing.analysis.mixed_model import MIXED_MODEL
from vqganodip.turing.analysis.result_tables import all_trials_csv, images_csv, observers_csv, panel_csv
from vqganodip.turing.analysis.results import StudyResults, analyse
from vqganodip.turing.analysis.wording import methods_paragraph
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import write_whole

__all__ = ["write_turing_report"]


def write_turing_report(study: Study, folder: Path | None = None) -> tuple[Path, StudyResults]:
    """Write ``report.html``, ``observers.csv``, ``panel.csv``, ``images.csv``, ``trials.csv``, ``methods.txt`` and
    ``mixed_model.R``. The same files of the study give the same bytes.

    Args:
        study: An unblinded study.
        folder: Target folder; None for ``report`` in the study, the only one that a withdrawal deletes.

    Returns:
        The page, and its results.

    Raises:
        TuringError: The study is blinded, a file is missing or damaged, or a file cannot be written.
    """
    results = analyse(study)
    where = study.files.report if folder is None else folder
    contents = {
        "observers.csv": observers_csv(results),
        "panel.csv": panel_csv(results),
        "images.csv": images_csv(results),
        "trials.csv": all_trials_csv(study),
        "methods.txt": (methods_paragraph(results) + "\n").encode(),
        "mixed_model.R": f"# {study.label}\n{MIXED_MODEL}".encode(),
        "report.html": turing_page(results).encode(),
    }
    for name, data in contents.items():
        write_whole(where / name, data)
    return where / "report.html", results
