"""The threshold page as a file for the quality department."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vqganodip.calibrated import Calibrated
    from vqganodip_gui.threshold.figures import Pace


def write_html(found: Calibrated, pace: Pace, path: Path) -> None:
    """The calibration as one HTML page that loads nothing. Safe to call in any thread."""
    from vqganodip.files import write_beside
    from vqganodip.report_page import CalibrationContent, calibration_page

    content = CalibrationContent(
        report=found.report,
        scores=tuple(found.scores.tolist()),
        labels=tuple(found.labels.tolist()),
        images=found.images,
        bundle_name=found.bundle.resolve().name,
        bundle_sha256=found.bundle_sha256,
        made_at=datetime.now(UTC),
        review_s=pace.seconds,
    )
    write_beside(path, calibration_page(content).encode("utf-8", "backslashreplace"))
