"""The icons: one name per SVG in resources/icons, drawn in the theme's colour and sharp at any scaling."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from vqganodip_gui.resources import resource
from vqganodip_gui.theme import colour


class IconName(StrEnum):
    """Every icon there is; the value is the file's stem."""

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
    MAXIMISE = "maximise"
    MENU = "menu"
    NEXT = "next"
    NG = "ng"
    OK = "ok"
    OPERATOR = "operator"
    PANE = "pane"
    PASSED = "passed"
    PREVIOUS = "previous"
    REDO = "redo"
    REVIEW = "review"
    SETTINGS = "settings"
    THEME = "theme"
    UNDO = "undo"
    WARNING = "warning"
    WORKSPACE = "workspace"


# colours that carry meaning; every other icon is drawn in the colour of text
_MEANINGS = {IconName.OK: "ok", IconName.NG: "ng", IconName.DOUBTFUL: "doubtful", IconName.FALSE_CALL: "false_call"}

_renderers: dict[tuple[IconName, str], QSvgRenderer] = {}


def paint_icon(painter: QPainter, name: IconName, rect: QRectF, tint: QColor | None = None) -> None:
    """Draws an icon into a rectangle."""
    shade = (tint or colour(_MEANINGS.get(name, "text"))).name()
    renderer = _renderers.get((name, shade))
    if renderer is None:
        drawing = resource(f"icons/{name.value}.svg").read_text(encoding="utf-8").replace("currentColor", shade)
        renderer = _renderers[name, shade] = QSvgRenderer(QByteArray(drawing.encode()))
    renderer.render(painter, rect)


class _SvgIconEngine(QIconEngine):
    """Draws at the size and in the theme of the moment, so icons need no second set and no reloading."""

    def __init__(self, name: IconName) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        tint = colour("faint") if mode is QIcon.Mode.Disabled else None
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        paint_icon(painter, self._name, box, tint)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _SvgIconEngine(self._name)


def icon(name: IconName) -> QIcon:
    """The icon as Qt's widgets want it."""
    return QIcon(_SvgIconEngine(name))
