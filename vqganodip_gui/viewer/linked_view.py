"""View shared by all panels of a board: the visible part of the scene and the cursor position."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QSizeF, Signal

_HIGHEST: Final = 40.0
_REGION_MARGIN: Final = 2.5


class LinkedView(QObject):
    """One zoom, one pan and one cross-hair for all panels.

    The scene is the working grid. ``scale`` is screen pixels per grid pixel, ``centre`` the grid point in the middle
    of every panel. While ``fitted``, the scale follows the size of the panels.
    """

    changed = Signal()
    cursor_moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene = QRectF(0, 0, 1, 1)
        self.viewport = QSizeF(1, 1)
        self.scale = 1.0
        self.centre = QPointF(0.5, 0.5)
        self.fitted = True
        self.cursor: QPointF | None = None

    def set_scene(self, width: int, height: int, *, keep: bool = False) -> None:
        """Set the size of the working grid; fits the board unless the view is to be kept."""
        same = self.scene.size() == QSizeF(width, height)
        self.scene = QRectF(0, 0, width, height)
        if not (keep and same):
            self.fitted = True
        self._settle()

    def set_viewport(self, size: QSize) -> None:
        """Set the size of one panel."""
        if self.viewport != QSizeF(size):
            self.viewport = QSizeF(size)
            self._settle()

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole board is visible."""
        return max(min(self.viewport.width() / self.scene.width(), self.viewport.height() / self.scene.height()), 1e-6)

    def fit(self) -> None:
        self.fitted = True
        self._settle()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom so that the grid point ``at`` keeps its place on the screen."""
        self.zoom_to(self.scale * factor, at)

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Set the scale, keeping the grid point ``at`` in place; zooming out to the whole board fits it."""
        wanted = min(max(scale, self.fit_scale), max(_HIGHEST, self.fit_scale))
        anchor = self.centre if at is None else at
        self.centre = anchor + (self.centre - anchor) * (self.scale / wanted)
        self.scale = wanted
        self.fitted = wanted <= self.fit_scale * 1.0001
        self._settle()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the board by screen pixels."""
        if not self.fitted:
            self.centre = self.centre - QPointF(dx, dy) / self.scale
            self._settle()

    def show_box(self, box: QRectF) -> None:
        """Zoom to a region with some surroundings."""
        wide = max(box.width(), 24.0) * _REGION_MARGIN
        high = max(box.height(), 24.0) * _REGION_MARGIN
        scale = min(self.viewport.width() / wide, self.viewport.height() / high)
        self.scale = min(max(scale, self.fit_scale), _HIGHEST)
        self.centre = box.center()
        self.fitted = self.scale <= self.fit_scale * 1.0001
        self._settle()

    def set_view(self, centre: tuple[float, float], scale: float, *, fitted: bool) -> None:
        """Copy the position of another view."""
        self.scale, self.centre, self.fitted = scale, QPointF(*centre), fitted
        self._settle()

    def set_cursor(self, cursor: QPointF | None) -> None:
        """Set the grid point under the mouse; None if the mouse is over no board."""
        inside = cursor if cursor is not None and self.scene.contains(cursor) else None
        if inside != self.cursor:
            self.cursor = inside
            self.cursor_moved.emit()

    def _settle(self) -> None:
        if self.fitted:
            self.scale = self.fit_scale
            self.centre = self.scene.center()
        else:
            self.centre = QPointF(
                _held(self.centre.x(), self.scene.width(), self.viewport.width() / self.scale),
                _held(self.centre.y(), self.scene.height(), self.viewport.height() / self.scale),
            )
        self.changed.emit()


def _held(centre: float, length: float, seen: float) -> float:
    """Limit the centre so that no empty margin is visible."""
    if seen >= length:
        return length / 2
    return min(max(centre, seen / 2), length - seen / 2)
