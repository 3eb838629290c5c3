"""Section on the parts of the boards: confirmed defects and false calls by part and by package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vqganodip.number_format import counted, grouped
from vqganodip.reports.content import ReportContent
from vqganodip.reports.markup import Markup, joined, tag

__all__ = ["part_section"]

_SHOWN: Final = 20


def part_section(content: ReportContent) -> Markup | None:
    """Tables by part and by package; None without a placement."""
    if content.parts is None:
        return None
    found = content.parts
    if not found.by_part:
        nothing = "No defect was confirmed on a region and no false call was given yet."
        return tag("section", tag("h2", "Parts"), tag("p", nothing, class_="muted"))
    source = f"placement {found.source}" if found.source else "parts found on the picture"
    said = (
        f"Boards with a region judged NG and boards judged a false call, by the part that the region lies on "
        f"({source}). "
        "A board counts once for each part."
    )
    more = None
    if found.unplaced:
        more = tag("p", f"{counted(found.unplaced, 'more board')} judged NG without saying where.", class_="muted")
    return tag(
        "section",
        tag("h2", "Parts"),
        tag("p", said, class_="muted"),
        _table("Part", "on no part", found.by_part),
        _table("Package", "without a package", found.by_package),
        more,
    )


def _table(title: str, none: str, rows: Sequence[tuple[str, int, int]]) -> Markup | None:
    if not rows:
        return None
    most = max(defects + calls for _, defects, calls in rows)
    head = tag("tr", tag("th", title), tag("th", "Confirmed defects"), tag("th", "False calls"), tag("th", ""))
    body = []
    for name, defects, calls in rows[:_SHOWN]:
        bars = joined(
            tag("rect", width=100 * defects / most, height=10, class_="bar alarm"),
            tag("rect", x=100 * defects / most, width=100 * calls / most, height=10, class_="bar calm"),
        )
        body.append(
            tag(
                "tr",
                tag("th", name or none, scope="row"),
                tag("td", grouped(defects), class_="number"),
                tag("td", grouped(calls), class_="number"),
                tag("td", tag("svg", bars, class_="share", viewBox="0 0 100 10")),
            )
        )
    rest = len(rows) - _SHOWN
    others = f"; {grouped(rest)} more not shown" if rest > 0 else ""
    caption = tag("caption", f"Boards by {title.lower()}, most first{others}")
    return tag("div", tag("table", caption, tag("thead", head), tag("tbody", *body)), class_="wide")
