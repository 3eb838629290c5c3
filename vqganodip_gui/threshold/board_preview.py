"""A board of the calibration in four small panels, or why it cannot be shown; and the same panels large."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vqganodip.number_format import rounded_down
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.board_pictures import CalibrationBoard, CalibrationBoards, is_missing_folder
from vqganodip_gui.viewer.image_pyramid import fitted_size, resized
from vqganodip_gui.viewer.panel_grid import PanelGrid
from vqganodip_gui.widgets.theme import colour

if TYPE_CHECKING:
    from vqganodip.calibration.result import CalibrationResult

_CAPTION: Final = 18


class Thumb(QWidget):
    """One small panel with its name under it."""

    clicked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self._name = name
        self.image: QImage | None = None

    def sizeHint(self) -> QSize:
        return QSize(96, 96 + _CAPTION)

    def show_image(self, image: QImage | None) -> None:
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect().adjusted(0, 0, 0, -_CAPTION)
        low = area.bottom()
        if self.image is not None and area.height() > 8:
            ratio = self.devicePixelRatioF()
            size = fitted_size(self.image.width(), self.image.height(), area.width() * ratio, area.height() * ratio)
            drawn = resized(self.image, *size)
            place = QRect(0, 0, round(size[0] / ratio), round(size[1] / ratio))
            place.moveCenter(area.center())
            place.moveTop(area.top())
            painter.drawImage(place, drawn)
            low = place.bottom()
        painter.setPen(colour("muted"))
        below = QRect(0, low + 1, self.width(), _CAPTION)
        name = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class BoardPreview(QWidget):
    """Preview of one board of the calibration; a click requests the large view."""

    enlarge_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: CalibrationBoards | None = None
        self._found: CalibrationResult | None = None
        self.index = -1
        self.board: CalibrationBoard | None = None
        self.message = QLabel()
        self.message.setObjectName("hint")
        self.message.setWordWrap(True)
        self.where = QPushButton(tr("Locate…"))
        self.where.hide()
        names = (tr("Original"), tr("Reconstruction"), tr("Difference"), tr("Patches"))
        self.thumbs = tuple(Thumb(name) for name in names)
        row = QHBoxLayout()
        row.setSpacing(6)
        for thumb in self.thumbs:
            thumb.clicked.connect(self._enlarge)
            row.addWidget(thumb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.message)
        column.addWidget(self.where, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row, 1)
        self.where.clicked.connect(self._ask_where)

    def set_source(self, looks: CalibrationBoards, found: CalibrationResult | None) -> None:
        """Set the loader of the boards and their calibration."""
        if self._looks is not looks:
            self._looks = looks
            looks.found.connect(self._show)
            looks.failed.connect(self._refuse)
        if found is not self._found:
            self.clear()
        self._found = found

    def clear(self) -> None:
        """Show no board."""
        self.index, self.board = -1, None
        self._clear("")

    def show_board(self, index: int) -> None:
        """Show a board of the calibration, given by its index."""
        if self._looks is None or self._found is None or (index == self.index and self.board is not None):
            return
        self.index, self.board = index, None
        self._clear(tr("{name}: being inspected …").format(name=self._found.images[index]))
        self._looks.ask(self._found, index)

    def retry(self) -> None:
        """Load the board again."""
        index, self.index = self.index, -1
        if index >= 0:
            self.show_board(index)

    def _show(self, found: CalibrationResult, index: int, look: CalibrationBoard) -> None:
        if found is not self._found or index != self.index:
            return
        self.board = look
        self.where.hide()
        score = rounded_down(float(found.scores[index]), 4)
        text = tr("{name}: scored {score} while it was left out. Click to enlarge.")
        words = text.format(name=look.item.label, score=score)
        if look.known:
            known = tr("{count:|Its known defect is|Its known defects are} outlined in the original.", count=look.known)
            words = f"{words} {known}"
        self.message.setText(words)
        for thumb, image in zip(self.thumbs, look.thumbs, strict=True):
            thumb.setVisible(True)
            thumb.show_image(image)

    def _refuse(self, found: CalibrationResult, index: int, error: Exception) -> None:
        if found is self._found and index == self.index:
            self._clear(f"{found.images[index]}: {format_error(error, place=False)}")
            self.where.setVisible(is_missing_folder(error))

    def _clear(self, text: str) -> None:
        self.message.setText(text)
        self.where.hide()
        for thumb in self.thumbs:
            thumb.show_image(None)
            thumb.setVisible(False)

    def _enlarge(self) -> None:
        if self.board is not None:
            self.enlarge_requested.emit(self.board)

    def _ask_where(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the labelled boards"))
        if chosen and self._looks is not None:
            self.set_folder(Path(chosen))

    def set_folder(self, folder: Path) -> None:
        """Set the folder of the labelled boards."""
        assert self._looks is not None
        assert self._found is not None
        self._looks.set_folder(self._found, folder)
        self.retry()


class BoardViewer(QWidget):
    """One board in the four large panels, in place of the scores."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("paneTitle")
        self.back = QPushButton(tr("Back to the scores (Esc)"))
        self.panels = PanelGrid()
        self.board: CalibrationBoard | None = None
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.panels, 1)
        self.back.clicked.connect(self.left)

    def show_calibration_board(self, look: CalibrationBoard, score: float) -> None:
        """Show a board."""
        self.board = look
        self.title.setText(f"{look.item.label} · {rounded_down(score, 4)}")
        self.panels.set_weighting(look.weighting)
        self.panels.set_board(look.item, look.pictures)
