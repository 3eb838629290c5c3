"""Export of the threshold page as one HTML or PDF file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from vqganodip import __version__
from vqganodip.errors import ExportError
from vqganodip.files import export_file
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.threshold.report_content import ThresholdReport
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip


def export_report(report: ThresholdReport, tasks: Tasks, path: Path, message: MessageStrip) -> None:
    """Write the report in the format that the file name asks for, and tell the outcome in the message strip."""

    def done(_: None) -> None:
        message.show_message(tr("Page written to {path}").format(path=path), MessageKind.DONE)

    def failed(error: Exception) -> None:
        message.show_message(format_error(error), MessageKind.ERROR)

    if path.suffix.lower() != ".pdf":
        tasks.act(lambda: write_html(report, path), done, failed)
        return
    from vqganodip.reports.document import imprint
    from vqganodip_gui.threshold.report_pdf import pdf_bytes

    try:
        foot = imprint(str(report.model), report.found.bundle_sha256, datetime.now(UTC), __version__)
        export_file(path, pdf_bytes(report.found, report.thresholds, report.texts, foot))
    except ExportError as error:
        failed(error)
    else:
        done(None)


def _thresholds_caption(report: ThresholdReport) -> str:
    """Return a sentence on whether the drawn thresholds are active, since when and by whom; always in English."""
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.reports import wording
    from vqganodip.review.threshold_log import active_change

    looks = isinstance(report.found, CalibrationResult) and bool(report.found.shown_classifier)
    active = None if looks else active_change(report.changes, report.found.bundle_sha256)
    since = "as the bundle came"
    if active is not None:
        since = f"set on {wording.moment(active.changed_at)} by {active.operator}"
        since += f" (rule: {active.rule})" if active.rule else ""
    if report.thresholds == report.active_thresholds:
        return f"In force, {since}"
    return f"Not in force, as drawn on the page (in force, {since}: {wording.thresholds(report.active_thresholds)})"


def write_html(report: ThresholdReport, path: Path) -> None:
    """Write the calibration as one HTML page without external resources. Thread-safe."""
    from vqganodip.calibration.normal_calibration import NormalCalibration
    from vqganodip.reports import CalibrationContent, NormalOnlyContent, calibration_page, normal_only_page

    found = report.found
    if isinstance(found, NormalCalibration):
        about = NormalOnlyContent(
            scores=tuple(found.scores.tolist()),
            own_threshold=found.bundle_threshold,
            thresholds=report.thresholds,
            thresholds_caption=_thresholds_caption(report),
            model=report.model,
            bundle_sha256=found.bundle_sha256,
            made_at=datetime.now(UTC),
            review_s=report.pace.seconds,
        )
        export_file(path, normal_only_page(about).encode("utf-8", "backslashreplace"))
        return
    content = CalibrationContent(
        report=found.report,
        scores=tuple(found.scores.tolist()),
        labels=tuple(found.labels.tolist()),
        images=found.images,
        model=report.model,
        bundle_sha256=found.bundle_sha256,
        made_at=datetime.now(UTC),
        review_s=report.pace.seconds,
        thresholds=report.thresholds,
        thresholds_caption=_thresholds_caption(report),
        tolerance=found.tolerance,
    )
    export_file(path, calibration_page(content).encode("utf-8", "backslashreplace"))
