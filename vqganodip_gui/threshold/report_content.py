"""Content of the exported threshold page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy is imported when the page is first shown
    from vqganodip.calibration.normal_calibration import AnyCalibration
    from vqganodip.records import ModelName
    from vqganodip.review.threshold_log import ThresholdChange
    from vqganodip.scoring.verdict import Thresholds
    from vqganodip_gui.threshold.summary import Pace


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of the page besides the plots, in the user's language.

    Attributes:
        title: Title of the document.
        about: Which boards were scored, and by which classifier.
        standing: The threshold in force, and the one drawn on the page if it differs.
        rows: Figures as (name, value).
        sentences: Proof, stability, and the miss rates that could be promised.
        tables: Title, headers and rows of each table.
    """

    title: str
    about: str
    standing: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    tables: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class ThresholdReport:
    """All that an export of the page needs.

    Attributes:
        found: The calibration shown.
        model: What the model is called.
        pace: Review times of the workspace.
        thresholds: Thresholds as drawn on the page.
        active_thresholds: Active thresholds.
        changes: The threshold log, oldest first.
        texts: Texts of the page.
    """

    found: AnyCalibration
    model: ModelName
    pace: Pace
    thresholds: Thresholds
    active_thresholds: Thresholds
    changes: tuple[ThresholdChange, ...]
    texts: Texts
