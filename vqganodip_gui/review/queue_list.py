"""Queue list: serial number, score and state of each board."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.queue_model import QueueRole
from vqganodip_gui.review.thumbnail_loader import ThumbnailLoader
from vqganodip_gui.widgets.icons import IconName, paint_icon
from vqganodip_gui.widgets.theme import colour

_ROW: Final = 40
_PICTURE: Final = 24


class QueueDelegate(QStyledItemDelegate):
    """Delegate that paints the first region and two lines: serial number, then score and judgment or verdict."""

    def __init__(self, thumbnails: ThumbnailLoader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, colour("selected"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colour("text"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        name = IconName(index.data(QueueRole.ICON) or IconName.REVIEW)  # Qt hands a StrEnum back as str
        item_id = index.data(QueueRole.REGION)
        text = self._picture(painter, rect, name, str(index.data(QueueRole.PANELS) or ""), item_id)
        font = QFont(option.font)
        number = str(index.data(Qt.ItemDataRole.DisplayRole))
        font.setBold(chosen)
        font.setBold(
            chosen and QFontMetrics(font).horizontalAdvance(number) <= text.width()
        )  # # not bold where bold would be cut off
        painter.setFont(font)
        painter.setPen(colour("selected_text" if chosen else "text"))
        serial = painter.fontMetrics().elidedText(number, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, serial)
        font.setBold(False)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(colour("text" if chosen else "muted"))
        detail = str(index.data(QueueRole.DETAIL))
        if painter.fontMetrics().horizontalAdvance(detail) > text.width():
            detail = detail.replace(" · ", "·")  # narrow separators where wide ones would be cut off
        if painter.fontMetrics().horizontalAdvance(detail) > text.width():
            detail = detail.partition("·")[0]  # the icon says the rest
        detail = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, detail)
        painter.restore()

    def _picture(self, painter: QPainter, rect: QRect, name: IconName, key: str, item_id: int | None) -> QRect:
        """Paint the thumbnail with the state icon in its corner; return the rectangle left for the text."""
        if self._thumbnails is None or not key:
            paint_icon(painter, name, QRectF(rect.left() + 10, rect.top() + 6, 14, 14))
            return rect.adjusted(30, 3, -6, -3)
        frame = QRectF(rect.left() + 5, rect.top() + (_ROW - _PICTURE) / 2, _PICTURE, _PICTURE)
        painter.fillRect(frame, colour("surround"))
        image = self._thumbnails.get(key, item_id)
        if image is not None:
            size = QSizeF(image.size()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(frame.center() - QPointF(size.width() / 2, size.height() / 2), size)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        badge = QRectF(frame.right() - 13, frame.bottom() - 13, 16, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface"))
        painter.drawEllipse(badge)
        paint_icon(painter, name, badge.adjusted(2, 2, -2, -2))
        return rect.adjusted(_PICTURE + 11, 3, -2, -3)


class QueueList(QListView):
    """List view of a queue model; a click opens the board."""

    row_selected = Signal(int)

    def __init__(self, thumbnails: ThumbnailLoader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Queue"))
        self.setItemDelegate(QueueDelegate(thumbnails, self))
        if thumbnails is not None:
            thumbnails.arrived.connect(self.viewport().update)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.row_selected.emit(index.row()))
        self.activated.connect(lambda index: self.row_selected.emit(index.row()))

    def show_row(self, row: int) -> None:
        """Select a row and scroll to it; -1 selects none."""
        model = self.model()
        if model is None or row < 0:
            self.clearSelection()
            return
        index = model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
