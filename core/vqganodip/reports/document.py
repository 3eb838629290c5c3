"""The frame of every report: one HTML document that loads nothing and runs no script."""

from __future__ import annotations

from typing import Final

from vqganodip.reports.markup import Markup, raw, tag
from vqganodip.reports.style import STYLE

__all__ = ["POLICY", "html_document"]

POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Content security policy of a report: pictures inside the file, styles inside the file, nothing else."""


def html_document(title: str, *children: Markup, app_version: str, style: str = "") -> str:
    """The whole document as text.

    Args:
        title: Shown by the browser.
        children: Content of the body.
        app_version: Version of the program that made the report.
        style: A constant of the program with rules for this kind of report.
    """
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content=f"VQGanoDIP {app_version}"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("style", raw(STYLE), raw(style)),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', *children), lang='en')}\n"
