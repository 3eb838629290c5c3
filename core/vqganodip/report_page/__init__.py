"""The report on inspected boards: one HTML file that needs no network, no script and no other file to be read."""

from __future__ import annotations

from vqganodip.report_page.content import NotInspected, ReportContent, gather
from vqganodip.report_page.page import report_page

__all__ = ["NotInspected", "ReportContent", "gather", "report_page"]
