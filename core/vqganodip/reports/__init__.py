"""The report on inspected boards: one HTML file that needs no network, no script and no other file to be read."""

from __future__ import annotations

from vqganodip.reports.calibration_page import CalibrationContent, calibration_page
from vqganodip.reports.content import NotInspected, ReportContent, gather
from vqganodip.reports.normal_only_page import NormalOnlyContent, normal_only_page
from vqganodip.reports.page import report_page

__all__ = [
    "CalibrationContent",
    "NormalOnlyContent",
    "NotInspected",
    "ReportContent",
    "calibration_page",
    "gather",
    "normal_only_page",
    "report_page",
]
