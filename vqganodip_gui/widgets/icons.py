"""Icons: one name per SVG in resources/icons, drawn in the colour of the theme at any scaling."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from vqganodip_gui.services.resources import resource
from vqganodip_gui.widgets.theme import colour


class IconName(StrEnum):
    """All icons; the value is the stem of the file."""

    ACTUAL = "actual"
    APP = "app"
    BOARDS = "boards"
    BUNDLE = "bundle"
    CLOSE = "close"
    DOUBTFUL = "doubtful"
    EXPORT = "export"
    FAILED = "failed"
    FALSE_CALL = "false_call"
    FIT = "fit"
    FLAGGED = "flagged"
    GRID = "grid"
    HELP = "help"
    IN_DOUBT = "in_doubt"
    MAXIMISE = "maximise"
    MENU = "menu"
    MODEL = "model"
    NEXT = "next"
    NG = "ng"
    OK = "ok"
    OPERATOR = "operator"
    PANE = "pane"
    PASSED = "passed"
    PREVIOUS = "previous"
    RECORDS = "records"
    REDO = "redo"
    REVIEW = "review"
    SETTINGS = "settings"
    THEME = "theme"
    THRESHOLD = "threshold"
    TURING = "turing"
    UNDO = "undo"
    WARNING = "warning"
    WORKSPACE = "workspace"


# # colours with a meaning; every other icon has the colour of text
_MEANINGS = {IconName.OK: "ok", IconName.NG: "ng", IconName.DOUBTFUL: "doubtful", IconName.FALSE_CALL: "false_call"}

_renderers: dict[tuple[IconName, str], QSvgRenderer] = {}


def paint_icon(painter: QPainter, name: IconName, rect: QRectF, tint: QColor | None = None) -> None:
    """Draw an icon into a rectangle."""
    shade = (tint or colour(_MEANINGS.get(name, "text"))).name()
    renderer = _renderers.get((name, shade))
    if renderer is None:
        drawing = resource(f"icons/{name.value}.svg").read_text(encoding="utf-8").replace("currentColor", shade)
        renderer = _renderers[name, shade] = QSvgRenderer(QByteArray(drawing.encode()))
    renderer.render(painter, rect)


def icon(name: IconName) -> QIcon:
    """The icon in the colours of the current theme; ask again after a change of theme."""
    made = QIcon()
    for side in (20, 40):
        made.addPixmap(_pixmap(name, side), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, side, colour("faint")), QIcon.Mode.Disabled)
    return made


def _pixmap(name: IconName, side: int, tint: QColor | None = None) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, side, side), tint)
    painter.end()
    return pixmap
