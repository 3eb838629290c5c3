"""Queue pane: remaining work, filter and list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from vqganodip.number_format import grouped
from vqganodip.review.judgments import QueueFilter, QueueState
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.queue_filters import QueueFilters
from vqganodip_gui.review.queue_list import QueueList
from vqganodip_gui.review.queue_model import QueueModel
from vqganodip_gui.review.thumbnail_loader import ThumbnailLoader
from vqganodip_gui.widgets.search_field import SearchField

_MARGIN: Final = 8


class QueuePane(QWidget):
    """Pane that shows and filters the queue model."""

    filter_changed = Signal(object)
    outside_requested = Signal()
    left = Signal()
    """A field was left: the keyboard goes back to the pictures."""

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
        self.filters = QueueFilters()
        self.state = self.filters.state
        self.search = SearchField(tr("Serial number"))
        self.search.setToolTip(tr("Part of a serial number, or the name of a part such as U7"))
        self.scores: tuple[float, float] | None = None
        self.reset_button = QPushButton()
        self.reset_button.setToolTip(tr("Show all boards to judge again (Ctrl+Shift+F)"))
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset_button.clicked.connect(self.reset)
        self.outside = QLabel()
        self.outside.setObjectName("hint")
        self.outside.setWordWrap(True)
        self.outside.hide()
        self.show_outside = QPushButton(tr("Show"))
        self.show_outside.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_outside.hide()
        self.show_outside.clicked.connect(self.outside_requested)
        self.list = QueueList(thumbnails)
        self.list.setModel(model)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 6)
        head.setSpacing(4)
        parts = (
            self.title, self.detail, self.filters, self.search, self.outside, self.show_outside, self.reset_button,
        )  # fmt: skip
        for part in parts:
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
        self.search.emptied.connect(self._emptied)
        self.filters.changed.connect(self._tell)
        self.filters.left.connect(self.left)
        self._show_reset()

    def fit_width(self, page: int) -> None:
        """Take a tenth of a page of this width in pixels, and room for every entry of the filters."""
        needed = self.filters.needed_width() + 2 * _MARGIN
        self.setFixedWidth(min(max(round(page * 0.1), needed, 140), 240))

    def queue_filter(self) -> QueueFilter:
        """The selected part of the queue."""
        return self.filters.apply_to(QueueFilter(search=self.search.text().strip(), scores=self.scores))

    def reset(self) -> None:
        """Show all unjudged boards again."""
        self._choose((QueueState.UNJUDGED.value, "", ""), None)
        self._tell()

    def show_scores(self, low: float, high: float) -> None:
        """Show all boards with a score from ``low`` up to below ``high``, judged or not."""
        self._choose((QueueState.ALL.value, "", ""), (low, high))
        self._tell()

    def search_everywhere(self) -> None:
        """Keep the search and drop all other conditions."""
        self._choose((QueueState.ALL.value, "", ""), None, self.search.text())
        self._tell()

    def restore_from(self, before: QueuePane) -> None:
        """Copy the filter of another pane, including the text being typed."""
        self._choose(before.filters.selected(), before.scores, before.search.text())
        if before._typing.isActive():
            self._typing.start()

    def set_people(self, names: Sequence[str], me: str) -> None:
        """List the people who have judged, and the present one."""
        if self.filters.set_people(names, me):
            self._tell()

    def set_machine_hidden(self, hidden: bool) -> None:
        """Disable the filter by the machine's verdict while that is hidden."""
        if self.filters.set_machine_hidden(hidden):
            self._tell()

    def set_outside(self, text: str) -> None:
        """Show that boards outside the filter match the search; an empty text hides this."""
        self.outside.setText(text)
        self.outside.setVisible(bool(text))
        self.show_outside.setVisible(bool(text))

    def _choose(self, selected: tuple[str, object, str], scores: tuple[float, float] | None, search: str = "") -> None:
        self.scores = scores
        self.filters.select(*selected)
        self.search.setText(search)
        self._typing.stop()
        self._show_reset()

    def _show_reset(self) -> None:
        """Offer to reset the filter wherever it is not that of the boards to judge."""
        scores = "" if self.scores is None else f"{self.scores[0]:.3f}–{self.scores[1]:.3f}"
        self.reset_button.setText(f"{scores}  ✕" if scores else tr("Reset filter"))
        self.reset_button.setVisible(self.queue_filter() != QueueFilter(state=QueueState.UNJUDGED))

    def set_counts(self, to_judge: int, flagged: int, unreadable: int) -> None:
        """Show the numbers of boards."""
        self.title.setText(tr("{n} to judge").format(n=grouped(to_judge)))
        parts = [tr("{n:,} flagged", n=flagged)] if to_judge else []
        if unreadable:
            parts.append(tr("{n} not inspected").format(n=grouped(unreadable)))
        self.detail.setText("\n".join(parts))
        self.detail.setVisible(bool(parts))

    def _leave_search(self) -> None:
        self._typing.stop()
        self._tell()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _emptied(self) -> None:
        self._typing.stop()
        self._tell()
        self.left.emit()

    def _tell(self) -> None:
        self._show_reset()
        self.filter_changed.emit(self.queue_filter())
