"""Slow jobs of the Turing page, for a thread: preparing, auditing, analysing, exporting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from vqganodip.errors import Message
from vqganodip.turing.analysis.bids_dataset import export_bids
from vqganodip.turing.analysis.results import StudyResults
from vqganodip.turing.study.preparation import StudyRegistration
from vqganodip.turing.study.study import Study
from vqganodip_gui.turing.pixel_alignment import prepared
from vqganodip_gui.turing.prepare_dialog import StudyRequest
from vqganodip_gui.turing.results_view import THUMB

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """An unblinded study, analysed, with a thumbnail of every image that was seen."""

    results: StudyResults = field(repr=False)
    thumbs: Mapping[str, QImage] = field(repr=False)


def prepare(request: StudyRequest, progress: Progress) -> tuple[Study, tuple[Message, ...]]:
    """Reconstruct the boards and write the study; takes seconds per board and imports torch."""
    from vqganodip.turing.stimuli import prepare_from_bundle

    made = prepare_from_bundle(
        request.bundle,
        request.boards,
        request.folder,
        StudyRegistration(
            study_id=request.name,
            margin=request.margin,
            protocol=request.protocol,
            participants_planned=request.participants,
            screen=request.screen,
        ),
        practice=request.practice,
        progress=lambda done, of, _: progress(done, of),
    )
    return made.study, made.notes


def results(study: Study) -> Opened:
    """Analyse an unblinded study and make its thumbnails."""
    from vqganodip.turing.analysis.results import analyse

    found = analyse(study)
    return Opened(found, {image.stimulus: _thumb(study, image.stimulus) for image in found.images})


def export(study: Study, what: str, folder: Path) -> Path:
    """Write ``report``, ``csv`` or ``bids`` of an unblinded study; return the path to show."""
    if what == "bids":
        return export_bids(study, folder / f"{study.study_id}-bids")
    from vqganodip.reports.turing_report import write_turing_report

    page, _results = write_turing_report(study, folder / f"{study.study_id}-report")
    return page if what == "report" else page.parent


def _thumb(study: Study, stimulus: str) -> QImage:
    image = prepared(np.asarray(study.pixels(stimulus)))
    return image.scaled(THUMB, THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


__all__ = ["Opened", "Progress", "export", "prepare", "results"]
