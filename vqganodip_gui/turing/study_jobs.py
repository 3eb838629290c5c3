"""The slow work of the page, for a thread: preparing, auditing, opening the truth, thumbnails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from vqganodip.errors import Message
from vqganodip.turing.analysis.results import StudyResults
from vqganodip.turing.study.audit import AuditTable, audit
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


def prepare(wish: StudyRequest, progress: Progress) -> tuple[Study, tuple[Message, ...]]:
    """Reconstructs and writes; seconds per board, for it imports torch."""
    from vqganodip.turing.stimuli import prepare_from_bundle

    made = prepare_from_bundle(
        wish.bundle,
        wish.boards,
        wish.folder,
        study_id=wish.name,
        margin=wish.margin,
        protocol=wish.protocol,
        participants_planned=wish.participants,
        practice=wish.practice,
        progress=lambda done, of, _: progress(done, of),
    )
    return made.study, made.notes


def audited(study: Study, progress: Progress) -> AuditTable:
    """The leak audit."""
    return audit(study, progress)


def results(study: Study) -> Opened:
    """Analyses an unblinded study and makes its thumbnails."""
    from vqganodip.turing.analysis.results import analyse

    found = analyse(study)
    return Opened(found, {image.stimulus: _thumb(study, image.stimulus) for image in found.images})


def _thumb(study: Study, stimulus: str) -> QImage:
    image = prepared(np.asarray(study.pixels(stimulus)), 1.0)
    return image.scaled(THUMB, THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


__all__ = ["Opened", "Progress", "audited", "prepare", "results"]
