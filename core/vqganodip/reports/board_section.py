"""Section of one board: four panels, a close-up of the strongest region, and a table of its regions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from vqganodip.detection.reason_words import reason_message
from vqganodip.errors import StoreError
from vqganodip.number_format import counted
from vqganodip.records import Panels, Region
from vqganodip.reports import wording
from vqganodip.reports.content import ReportedBoard
from vqganodip.reports.embedded_images import BoardPictures, Views, board_pictures
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.reports.panel_pictures import DIFFERENCE_STOPS
from vqganodip.store.panels import panel_key

__all__ = ["PanelReader", "board_section", "scale_gradient"]

_NUMBERED: Final = 9
_LISTED: Final = 5
_TAG: Final = 0.036
"""Side of the label of a region, as a share of the picture's width."""


class PanelReader(Protocol):
    """The part of a panel store that a report uses."""

    def read(self, key: str) -> Panels | None: ...


def board_section(board: ReportedBoard, rank: int, heading: Markup, panels: PanelReader) -> Markup:
    """Section of a board; missing pictures are reported in the section."""
    item = board.item
    return tag(
        "article",
        tag("h3", f"{rank}. ", heading),
        *(tag("p", str(warning), class_="warning") for warning in item.inspection.warnings),
        _pictures(board, panels),
        _regions(board),
        id=f"board-{item.item_id}",
        class_="board",
    )


def scale_gradient() -> Markup:
    """Gradient of the difference map's colours, shared by all scales of the page."""
    last = len(DIFFERENCE_STOPS) - 1
    stops = [
        tag("stop", offset=f"{100 * n / last:g}%", stop_color=f"rgb({r},{g},{b})")
        for n, (r, g, b) in enumerate(DIFFERENCE_STOPS)
    ]
    return tag(
        "svg",
        tag("defs", tag("linearGradient", *stops, id="difference-scale")),
        class_="defs", width=0, height=0, aria_hidden="true",
    )  # fmt: skip


def _pictures(board: ReportedBoard, panels: PanelReader) -> Markup:
    item = board.item
    try:
        found = panels.read(panel_key(item.inspection))
    except StoreError as error:
        return tag("p", f"The pictures of this board cannot be shown. {error}", class_="warning")
    if found is None:
        return tag("p", "The pictures of this board are not kept in the workspace.", class_="warning")
    made = board_pictures(item.inspection, found)
    rows = [_row(board.name, made, made.whole, item.inspection.shown_regions, "")]
    if made.close_up is not None:
        rows.append(_row(board.name, made, made.close_up, item.inspection.shown_regions, ", region 1 enlarged"))
    return joined(*rows)


def _row(name: str, made: BoardPictures, views: Views, regions: Sequence[Region], part: str) -> Markup:
    of = f"of {name}{part}"
    names = ", ".join(str(n + 1) for n in range(len(regions))[:_NUMBERED])
    marked = f"with {counted(len(regions), 'region')} marked ({names})" if regions else "without a marked region"
    return tag(
        "div",
        _panel(views, views.original, f"Original{part}", f"Original {of}"),
        _panel(views, views.reconstruction, f"{made.compared}{part}", f"{made.compared} {of}"),
        _panel(
            views,
            views.difference,
            joined(f"Difference ({made.weighting}){part} ", _scale(made.top)),
            f"Difference map {of}: black where nothing differs, pale yellow from {made.top:.3g}",
        ),
        _panel(views, views.original, f"Patches{part}", f"Original {of}, {marked}", _marks(views, regions)),
        class_="panels",
    )


def _panel(views: Views, uri: str, caption: str | Markup, alt: str, marks: Markup | None = None) -> Markup:
    picture = tag("img", src=uri, alt=alt, width=views.size[0], height=views.size[1])
    return tag("figure", tag("div", picture, marks, class_="picture"), tag("figcaption", caption))


def _scale(top: float) -> Markup:
    bar = tag(
        "svg",
        tag("rect", width=60, height=8, fill="url(#difference-scale)"),
        class_="scale-bar", viewBox="0 0 60 8", aria_hidden="true",
    )  # fmt: skip
    return tag("span", "0 ", bar, f" ≥ {top:.3g}", class_="scale")


def _marks(views: Views, regions: Sequence[Region]) -> Markup:
    """Frames and numbers of the regions over the visible part of the board, worst on top."""
    box = views.box
    side = _TAG * box.width * (1.6 if views.size[0] < 500 else 1.0)
    parts = []
    for number in range(len(regions) - 1, -1, -1):
        r = regions[number].box
        if not r.touches(box):
            continue
        frame = {"x": r.x0, "y": r.y0, "width": r.width, "height": r.height}
        parts += [tag("rect", **frame, class_="under"), tag("rect", **frame, class_="frame")]
        if number < _NUMBERED:
            x = min(max(float(r.x0), box.x0), box.x1 - side)
            y = min(max(float(r.y0) - side, box.y0), box.y1 - side)
            parts.append(tag("rect", x=x, y=y, width=side, height=side, class_="tag"))
            parts.append(tag("text", number + 1, x=x + side / 2, y=y + 0.78 * side, font_size=0.8 * side))
    return tag(
        "svg", *parts,
        class_="marks", viewBox=f"{box.x0} {box.y0} {box.width} {box.height}", preserveAspectRatio="none",
        aria_hidden="true",
    )  # fmt: skip


def _regions(board: ReportedBoard) -> Markup:
    regions, mm_per_px = board.item.inspection.shown_regions, board.item.inspection.mm_per_px
    if not regions:
        return tag("p", "The machine marked no region on this board.")
    explained = any(region.reasons for region in regions[:_LISTED])
    rows = [
        tag(
            "tr",
            tag("th", number, scope="row"),
            tag("td", wording.distance(region.distance_max), class_="number"),
            tag("td", region.candidates, class_="number"),
            tag("td", wording.area(region, mm_per_px)),
            tag("td", wording.place(region, mm_per_px)),
            tag("td", *(tag("div", str(reason_message(reason))) for reason in region.reasons)) if explained else None,
        )
        for number, region in enumerate(regions[:_LISTED], start=1)
    ]
    more = len(regions) - len(rows)
    heads = ("Region", "Distance", "Patches", "Size", "Middle", *(["Reasons"] if explained else []))
    return tag(
        "table",
        tag("caption", f"Regions of {board.name}, worst first", class_="visually-hidden"),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *rows),
        tag("tfoot", tag("tr", tag("td", f"and {more} more", colspan=len(heads)))) if more > 0 else None,
        class_="regions",
    )
