"""The frame of every report: one HTML document that loads nothing and runs no script."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from vqganodip.printable import printable
from vqganodip.reports import wording
from vqganodip.reports.markup import Markup, raw, tag
from vqganodip.reports.style import STYLE

__all__ = ["POLICY", "html_document", "imprint"]

POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Content security policy of a report: pictures inside the file, styles inside the file, nothing else."""


def imprint(model: str, bundle_sha256: str, made_at: datetime, app_version: str) -> str:
    """The line at the foot of a report: model, hash of its bundle, time of the report, version of the program."""
    return f"{model} · sha256 {bundle_sha256} · {wording.moment(made_at)} · VQGanoDIP {app_version}"


def html_document(title: str, *children: Markup, app_version: str, style: str = "", foot: str = "") -> str:
    """The whole document as text.

    Args:
        title: Shown by the browser.
        children: Content of the body.
        app_version: Version of the program that made the report.
        style: A constant of the program with rules for this kind of report.
        foot: Line at the end of the document, and at the foot of each printed page where the browser can do that.
    """
    end = tag("p", foot, class_="imprint muted") if foot else None
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content=f"VQGanoDIP {app_version}"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("style", raw(STYLE), raw(style), _page_foot(foot)),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', *children, end), lang='en')}\n"


def _page_foot(text: str) -> Markup:
    """Style rule that prints a text at the foot of each page; all but letters and digits is escaped."""
    if not text:
        return raw("")
    quoted = re.sub(r"[^A-Za-z0-9]", lambda found: f"\\{ord(found[0]):x} ", printable(text))
    rule = '@page { @bottom-left { content: "%s"; font-size: 8pt; } @bottom-right { content: counter(page); } }'
    return raw(rule % quoted)
