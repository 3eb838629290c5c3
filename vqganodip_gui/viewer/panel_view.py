"""Panel: a picture of the board under the linked view, with a name tag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHelpEvent, QMouseEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QLabel, QToolTip, QWidget

from vqganodip_gui.i18n.formatting import part_text
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.crosshair import Crosshair
from vqganodip_gui.viewer.image_pyramid import Pyramid
from vqganodip_gui.viewer.linked_view import LinkedView
from vqganodip_gui.viewer.part_overlay import PartOverlay
from vqganodip_gui.viewer.picture_item import Layer, PictureItem
from vqganodip_gui.viewer.region_overlay import RegionOverlay
from vqganodip_gui.viewer.tile_loader import TileLoader

_WHEEL_STEP: Final = 1.25
_INSET: Final = 8


class PanelView(QGraphicsView):
    """View of one picture. The wheel zooms at the cursor, drag and Space-drag pan, in all panels together."""

    maximise_requested = Signal()
    entered = Signal()
    swiped = Signal(float)

    def __init__(
        self,
        title: str,
        link: LinkedView,
        *,
        marks: bool = False,
        tiles: TileLoader | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self._link = link
        self._dragged_from: QPoint | None = None
        self.setObjectName("panelView")
        self.setAccessibleName(tr(title))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

        scene = QGraphicsScene(self)
        # # for a handful of items a linear search is faster than a tree
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        self.picture = PictureItem(tiles)
        self.marks = RegionOverlay(full=marks)
        scene.addItem(self.picture)
        scene.addItem(self.marks)
        self.parts = PartOverlay()
        self.parts.setVisible(False)
        scene.addItem(self.parts)
        self._cross = Crosshair(scene)

        self.tag = QLabel(title, self)
        self.tag.setObjectName("panelTag")
        self.tag.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tag.move(_INSET, _INSET)
        self._corner: QWidget | None = None
        if tiles is not None:
            tiles.arrived.connect(self._refresh)
        link.changed.connect(self._follow)
        link.cursor_moved.connect(self._follow_cursor)

    def set_picture(self, picture: Pyramid | None, tag: str, layers: Sequence[Layer] = ()) -> None:
        """Show a picture over the working grid, and name it in the tag."""
        self.picture.set_picture(picture, self._link.scene, layers)
        if tag != self.tag.text():
            self.tag.setText(tag)
            self.place_tag()

    def place_tag(self) -> None:
        """Wrap the name tag if the panel is too narrow for it."""
        tag, width = self.tag, max(self.width() - 2 * _INSET, 40)
        tag.setMinimumSize(0, 0)
        tag.setMaximumSize(width, 16_777_215)
        tag.setWordWrap(False)
        size = tag.sizeHint()
        if size.width() > width:
            tag.setWordWrap(True)
            size = QSize(width, tag.heightForWidth(width))
        tag.resize(size)

    def _refresh(self) -> None:
        self.picture.refresh()

    def set_corner(self, widget: QWidget) -> None:
        """Place a small widget in the lower right corner."""
        self._corner = widget
        widget.setParent(self)
        widget.show()
        self.place_corner()

    def place_corner(self) -> None:
        if self._corner is not None:
            self._corner.adjustSize()
            size = self._corner.size()
            self._corner.move(self.width() - size.width() - _INSET, self.height() - size.height() - _INSET)

    def grid_point(self, place: QPointF) -> QPointF:
        """The grid point at a position of the panel."""
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        return self._link.centre + (place - middle) / self._link.scale

    def _follow(self) -> None:
        link = self._link
        width = link.scene.adjusted(
            -link.viewport.width() / link.scale,
            -link.viewport.height() / link.scale,
            link.viewport.width() / link.scale,
            link.viewport.height() / link.scale,
        )
        self.setSceneRect(width)
        self.setTransform(QTransform.fromScale(link.scale, link.scale))
        self.centerOn(link.centre)
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        # # the panel under the mouse shows the mouse cursor instead
        point = None if self.underMouse() else self._link.cursor
        self._cross.show_at(point, self._link.scene, self._link.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()
        self.place_tag()
        self.place_corner()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        turns = (delta.y() or delta.x()) / 120
        if turns and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.swiped.emit(turns)
        elif turns:
            self._link.zoom_by(_WHEEL_STEP**turns, self.grid_point(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._dragged_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._dragged_from is not None:
            moved = here - self._dragged_from
            self._dragged_from = here
            self._link.pan_by(moved.x(), moved.y())
        self._link.set_cursor(self.grid_point(event.position()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.maximise_requested.emit()
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.grid_point(QPointF(event.pos()))
            part = self.parts.part_at(place) if self.parts.isVisible() else None
            tip = self.marks.tip_at(place) or ("" if part is None else part_text(part.part))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return super().viewportEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._link.set_cursor(None)

    def seen(self) -> QRectF:
        """The visible part of the grid."""
        return self.mapToScene(self.viewport().rect()).boundingRect()
