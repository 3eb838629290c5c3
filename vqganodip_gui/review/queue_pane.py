"""Queue pane: remaining work, filter and list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from vqganodip.number_format import grouped
from vqganodip.review.judgments import QueueFilter, QueueState
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.queue_list import QueueList
from vqganodip_gui.review.queue_model import QueueModel
from vqganodip_gui.review.thumbnail_loader import ThumbnailLoader

_STATES: Final = ((QueueState.UNJUDGED, "To judge"), (QueueState.JUDGED, "Judged"), (QueueState.ALL, "All boards"))


class QueuePane(QWidget):
    """Pane that shows and filters the queue model."""

    filter_changed = Signal(object)

    def __init__(
        self, model: QueueModel, thumbnails: ThumbnailLoader | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel(tr("Queue"))
        self.title.setObjectName("paneTitle")
        self.detail = QLabel()
        self.detail.setObjectName("hint")
        self.detail.setWordWrap(True)
        self.detail.hide()
        self.state = QComboBox()
        self.state.setAccessibleName(tr("Part of the queue"))
        self.state.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for state, word in _STATES:
            self.state.addItem(tr(word), state)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Serial number"))
        self.search.setClearButtonEnabled(True)
        self.search.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scores: tuple[float, float] | None = None
        self.all_scores = QPushButton()
        self.all_scores.setToolTip(tr("Show boards of any score again"))
        self.all_scores.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all_scores.hide()
        self.all_scores.clicked.connect(self.reset)
        self.list = QueueList(thumbnails)
        self.list.setModel(model)
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.setSpacing(4)
        for part in (self.title, self.detail, self.state, self.search, self.all_scores):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._typing.timeout.connect(self._tell)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._leave_search)
        self.state.currentIndexChanged.connect(lambda _index: self._tell())

    def queue_filter(self) -> QueueFilter:
        """The selected part of the queue."""
        state, search = QueueState(self.state.currentData()), self.search.text().strip()
        return QueueFilter(state=state, search=search, scores=self.scores)

    def reset(self) -> None:
        """Show all unjudged boards again."""
        self._choose(QueueState.UNJUDGED, None)
        self._tell()

    def show_scores(self, low: float, high: float) -> None:
        """Show all boards with a score from ``low`` up to below ``high``, judged or not."""
        self._choose(QueueState.ALL, (low, high))
        self._tell()

    def restore_from(self, before: QueuePane) -> None:
        """Copy the filter of another pane, including the text being typed."""
        self._choose(QueueState(before.state.currentData()), before.scores, before.search.text())
        if before._typing.isActive():
            self._typing.start()

    def _choose(self, state: QueueState, scores: tuple[float, float] | None, search: str = "") -> None:
        self.scores = scores
        if scores is not None:
            self.all_scores.setText(f"{scores[0]:.3f}–{scores[1]:.3f}  ✕")
        self.all_scores.setVisible(scores is not None)
        self.state.blockSignals(True)
        self.search.blockSignals(True)
        self.state.setCurrentIndex(self.state.findData(state))
        self.search.setText(search)
        self.state.blockSignals(False)
        self.search.blockSignals(False)

    def set_counts(self, to_judge: int, flagged: int, unreadable: int) -> None:
        """Show the numbers of boards."""
        self.title.setText(tr("{n} to judge").format(n=grouped(to_judge)))
        parts = [tr("{n} flagged").format(n=grouped(flagged))] if to_judge else []
        if unreadable:
            parts.append(tr("{n} not readable").format(n=grouped(unreadable)))
        self.detail.setText("\n".join(parts))
        self.detail.setVisible(bool(parts))

    def _leave_search(self) -> None:
        self._typing.stop()
        self._tell()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.filter_changed.emit(self.queue_filter())
