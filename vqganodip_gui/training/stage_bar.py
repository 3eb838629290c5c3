"""Vertical bar of the six stages of a model, with their states; a click selects a stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.theme import colour


class StageName(StrEnum):
    """Stages of a model, in order."""

    DATA = "data"
    TRAIN = "train"
    MASK = "mask"
    METRICS = "metrics"
    CLASSIFIERS = "classifiers"
    THRESHOLD = "threshold"


class Mark(StrEnum):
    """State of a stage; each state has its own shape."""

    TO_COME = "to come"
    RUNNING = "running"
    DONE = "done"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StageView:
    """Contents of the button of a stage."""

    mark: Mark = Mark.TO_COME
    status: str = ""
    share: float | None = None


WIDTH: Final = 232
_MARK: Final = 22


def stage_words() -> dict[StageName, str]:
    """Return the names of the stages in the user's language."""
    return {
        StageName.DATA: tr("Data check"),
        StageName.TRAIN: tr("Training"),
        StageName.MASK: tr("Normal variation"),
        StageName.METRICS: tr("Metrics"),
        StageName.CLASSIFIERS: tr("Classifiers"),
        StageName.THRESHOLD: tr("Threshold"),
    }


class StageBar(QWidget):
    """Column of six stage buttons."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self.buttons: dict[StageName, StageButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        for number, (name, words) in enumerate(stage_words().items(), start=1):
            button = StageButton(number, words)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            column.addWidget(button)
        column.addStretch(1)

    def show_stage(self, name: StageName, view: StageView) -> None:
        """Show the state of a stage."""
        self.buttons[name].show_view(view)

    def choose(self, name: StageName) -> None:
        """Mark a stage as selected."""
        self.buttons[name].setChecked(True)


class StageButton(QPushButton):
    """Button with mark, name and status of a stage, and a progress bar while the stage runs."""

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("railStage")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)

        self.mark = _MarkView(number)
        self.name, self.status = QLabel(words), QLabel()
        self.name.setObjectName("paneTitle")
        self.status.setObjectName("hint")
        self.status.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        lines, row = QVBoxLayout(), QHBoxLayout(self)
        lines.setSpacing(2)
        for line in (self.name, self.status, self.bar):
            lines.addWidget(line)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        lines.setContentsMargins(0, 3, 0, 0)
        lines.addStretch(0)
        row.addLayout(lines, 1)
        parts: tuple[QWidget, ...] = (self.mark, self.name, self.status, self.bar)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_view(StageView())

    def show_view(self, view: StageView) -> None:
        """Show the state of the stage."""
        self.mark.set_mark(view.mark)
        if self.status.text() != view.status:
            self.status.setText(view.status)
            self.setAccessibleDescription(view.status)
        self.status.setVisible(bool(view.status))
        self.bar.setVisible(view.share is not None)
        if view.share is not None:
            self.bar.setValue(round(1000 * view.share))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        width = WIDTH - 16
        return QSize(width, max(layout.heightForWidth(width), 46))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _MarkView(QWidget):
    """Number of a stage in a circle: filled while it runs, a tick when complete, a cross when it failed."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._mark = Mark.TO_COME
        self.setFixedSize(_MARK, _MARK)

    def set_mark(self, mark: Mark) -> None:
        self._mark = mark
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(2, 2, _MARK - 4, _MARK - 4)
        text = colour("text")
        shade = {Mark.TO_COME: colour("faint"), Mark.FAILED: colour("ng"), Mark.WARNING: colour("text")}
        pen = QPen(shade.get(self._mark, text), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._mark is Mark.RUNNING:
            painter.setBrush(text)
        painter.drawEllipse(rect)
        if self._mark is Mark.DONE:
            painter.drawPolyline([rect.topLeft() + p for p in _points((5, 9.5), (8, 12.5), (13.5, 6))])
        elif self._mark is Mark.FAILED:
            for a, b in (((6, 6), (12, 12)), ((12, 6), (6, 12))):
                painter.drawLine(*(rect.topLeft() + p for p in _points(a, b)))
        else:
            symbol = "!" if self._mark is Mark.WARNING else str(self._number)
            painter.setPen(colour("window") if self._mark is Mark.RUNNING else pen.color())
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, symbol)
        painter.end()


def _points(*places: tuple[float, float]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in places]
