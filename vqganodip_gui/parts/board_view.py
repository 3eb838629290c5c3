"""View of the reference board in which parts are clicked, with the outlines of the parts over it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqganodip.types import Image
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.image_pyramid import Shown, plain_picture
from vqganodip_gui.viewer.linked_view import LinkedView
from vqganodip_gui.viewer.panel_view import PanelView
from vqganodip_gui.viewer.part_overlay import PartOverlay

_CLICK_PX: Final = 4
"""Distance on the screen up to which a press and its release are a click; further is a drag."""

_ZOOM: Final = 1.25
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Panel(PanelView):
    """Panel that tells clicks from drags, and moves a pointer by the arrow keys."""

    clicked = Signal(object, bool)
    moved = Signal(object)

    def __init__(self, link: LinkedView, parent: QWidget) -> None:
        super().__init__(tr("Reference board"), link, parent=parent)
        self._pressed_at: QPointF | None = None
        self.pointer: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed_at = event.position() if left else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and (event.position() - pressed).manhattanLength() <= _CLICK_PX:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(self.grid_point(event.position()), adds)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        link, key = self._link, event.key()
        if key in _ARROWS:
            step = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            dx, dy = _ARROWS[Qt.Key(key)]
            before = self.pointer or QPointF(round(link.centre.x()) + 0.5, round(link.centre.y()) + 0.5)
            x = min(max(before.x() + step * dx, 0.5), link.scene.width() - 0.5)
            y = min(max(before.y() + step * dy, 0.5), link.scene.height() - 0.5)
            self.pointer = QPointF(x, y)
            self.moved.emit(self.pointer)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.pointer is not None:
            self.clicked.emit(self.pointer, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            link.zoom_by(_ZOOM, self.pointer)
        elif key == Qt.Key.Key_Minus:
            link.zoom_by(1 / _ZOOM, self.pointer)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            link.fit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class BoardView(QWidget):
    """The reference board under the viewer's zoom and pan."""

    clicked = Signal(object, bool)
    """Point of the scene, and whether Ctrl was held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.link = LinkedView(self)
        self.panel = _Panel(self.link, self)
        self.panel.viewport().setToolTip(
            tr("Wheel or + and −: zoom. Drag: move. Arrow keys and Enter: click without a mouse. Home: whole board.")
        )
        self.overlay = PartOverlay()
        self._pointer = PartOverlay()
        for item in (self.overlay, self._pointer):
            self.panel.scene().addItem(item)
        self.panel.clicked.connect(self.clicked)
        self.panel.moved.connect(self._show_pointer)
        self.setFocusProxy(self.panel)

    def sizeHint(self) -> QSize:
        return QSize(760, 620)

    def set_board(self, pixels: Image) -> None:
        """Show the average of the normal boards."""
        height, width = pixels.shape[:2]
        self.link.set_scene(width, height)
        self.panel.set_picture(plain_picture(pixels, Shown()), tr("Reference board"))
        self._pointer.set_parts(self.link.scene, ())

    def show_box(self, box: QRectF) -> None:
        """Move to a place if it is not in sight; the zoom stays."""
        if not self.panel.seen().contains(box):
            self.link.set_view(box.center().toTuple(), self.link.scale, fitted=self.link.fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setGeometry(self.rect())
        self.link.set_viewport(self.size())

    def _show_pointer(self, place: QPointF) -> None:
        self._pointer.set_points([("", place.x() - 0.5, place.y() - 0.5)])
        if not self.panel.seen().contains(place):
            self.link.set_view((place.x(), place.y()), self.link.scale, fitted=False)
