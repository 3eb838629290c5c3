"""Score strip: score, threshold, verdict and distribution of all scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vqganodip.records import Inspection, Verdict
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.icons import IconName, icon
from vqganodip_gui.widgets.theme import colour

_BINS: Final = 24


class ScoreDistribution(QWidget):
    """Small histogram of all scores, with the threshold as a dashed line and this board as a marker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._counts = [0] * _BINS
        self._score: float | None = None
        self._threshold = 0.5
        self._high: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(160, 52)

    def set_scores(self, scores: Sequence[float]) -> None:
        self._counts = [0] * _BINS
        for score in scores:
            self._counts[min(max(int(score * _BINS), 0), _BINS - 1)] += 1
        self.update()

    def set_board(self, score: float | None, threshold: float, doubtful_until: float | None = None) -> None:
        self._score, self._threshold, self._high = score, threshold, doubtful_until
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect()).adjusted(5, 2, -5, -12)
        peak = max(max(self._counts), 1)
        step = plot.width() / _BINS
        for index, number in enumerate(self._counts):
            # # square root: a few flagged boards stay visible next to many good ones
            height = (number / peak) ** 0.5 * plot.height()
            bar = QRectF(plot.left() + index * step + 0.5, plot.bottom() - height, step - 1, height)
            painter.fillRect(bar, colour("bar"))
        painter.setPen(QPen(colour("strong"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        if self._score is None:
            return
        limit = plot.left() + min(max(self._threshold, 0), 1) * plot.width()
        painter.setPen(QPen(colour("text"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(limit, plot.top()), QPointF(limit, plot.bottom()))
        if self._high is not None:
            end = plot.left() + min(max(self._high, 0), 1) * plot.width()
            painter.setPen(QPen(colour("text"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(end, plot.top()), QPointF(end, plot.bottom()))
        at = plot.left() + min(max(self._score, 0), 1) * plot.width()
        marker = QPolygonF(
            [QPointF(at, plot.bottom() + 2), QPointF(at - 5, self.height() - 1), QPointF(at + 5, self.height() - 1)]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour("text")))
        painter.drawPolygon(marker)


class ScoreStrip(QWidget):
    """Score, threshold and verdict of one inspection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = QLabel("–")
        self._score.setObjectName("score")
        self._icon = QLabel()
        self._verdict = QLabel("")
        self._verdict.setObjectName("verdict")
        self._threshold = QLabel("")
        self._threshold.setObjectName("hint")
        self._threshold.setWordWrap(True)
        self.distribution = ScoreDistribution()
        self._inspection: Inspection | None = None
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._score)
        head.addStretch(1)
        head.addWidget(self._icon)
        head.addWidget(self._verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.distribution)
        column.addWidget(self._threshold)

    def set_inspection(self, inspection: Inspection | None) -> None:
        self._inspection = inspection
        if inspection is None:
            self._score.setText("–")
            self._verdict.clear()
            self._icon.clear()
            self._threshold.clear()
            self.distribution.set_board(None, 0.5)
            return
        mine, limit = formatting.score_against(inspection.score, inspection.threshold)
        flagged = inspection.verdict is Verdict.REVIEW
        self._score.setText(mine)
        self._verdict.setText(formatting.machine_word(inspection))
        shape = IconName.IN_DOUBT if inspection.doubtful else IconName.FLAGGED if flagged else IconName.PASSED
        self._icon.setPixmap(icon(shape).pixmap(16, 16))
        bound = formatting.limit(inspection.threshold, limit)
        self._threshold.setText(f"{bound}\n{tr('Passed by the gate')}" if inspection.cleared_by else bound)
        self.distribution.set_board(inspection.score, inspection.threshold, inspection.doubtful_until)
        self.setToolTip(formatting.verdict_sentence(inspection))
        self.setAccessibleName(formatting.verdict_sentence(inspection))

    def refresh(self) -> None:
        """Redraw after a change of theme."""
        self.set_inspection(self._inspection)
