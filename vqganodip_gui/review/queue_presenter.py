"""Presenter of the queue on the review page: rows, filters, counts, and what a search finds outside the filter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from vqganodip.review.judgments import QueueFilter
from vqganodip_gui.review import empty_states
from vqganodip_gui.review.state import ReviewState
from vqganodip_gui.services.context import Context

if TYPE_CHECKING:
    from vqganodip_gui.review.page import ReviewPage


class QueuePresenter(QObject):
    """Mediator between the queue pane and the controller; it lives as long as its page."""

    def __init__(self, page: ReviewPage, context: Context, review_state: ReviewState) -> None:
        super().__init__(page)
        self._page, self._context, self._review_state = page, context, review_state

    def choose_row(self, row: int) -> None:
        failure = self._page.queue.failure_at(row)
        if failure is not None:
            self._page.controller.flush_view_time()
            self._page.show_failure(failure)
            return
        item_id = self._page.queue.id_at(row)
        if item_id is not None:
            self._page.controller.show_item(item_id)
            self._page.panels.setFocus()

    def set_filter(self, wanted: QueueFilter) -> None:
        self._page.controller.set_filter(self._with_parts(wanted))
        self.mark_row()
        self.tell_outside()

    def search_again(self) -> None:
        """Boards with a region on a part that is searched for have come."""
        wanted = self._page.queue.queue_filter()
        if wanted.search and self._with_parts(wanted) != wanted:
            self.set_filter(wanted)

    def _with_parts(self, wanted: QueueFilter) -> QueueFilter:
        """The filter with the boards whose regions lie on a part of that name; none while findings are hidden."""
        hidden = self._page.queue.hides_machine() or not wanted.search
        found = frozenset[int]() if hidden else self._review_state.parts.boards_on(wanted.search)
        return replace(wanted, found=found)

    def show_outside(self) -> None:
        """Show the board outside the filter that matches the search, or all of them."""
        number, first = self._page.queue.outside()
        if number == 1 and first is not None:
            self._page.controller.show_item(first.item_id)
        elif number:
            self._page.queue_pane.search_everywhere()
        self._page.panels.setFocus()

    def tell_outside(self) -> None:
        self._page.queue_pane.set_outside(self.outside_text())

    def outside_text(self) -> str:
        number, first = self._page.queue.outside()
        return empty_states.outside(number, first) if number else ""

    def mark_row(self, *_of: QModelIndex | int) -> None:
        current = self._page.controller.current
        self._page.queue_pane.list.show_row(-1 if current is None else self._page.queue.row_of(current.item_id))

    def show_counts(self) -> None:
        total, judged, flagged = self._review_state.counts
        if self._context.workspace is not None:
            self._page.queue_pane.set_counts(total - judged, flagged, len(self._page.queue.failures()))
            self._page.queue_pane.set_machine_hidden(self._page.queue.hides_machine())
            self.tell_outside()
        self._page.status_changed.emit()
