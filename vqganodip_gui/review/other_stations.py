"""Other stations on the same queue: boards that they judge, what they change, and judgments kept while the server is
away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vqganodip.review.judgments import Judgment, ReviewItem
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.controller import ReviewController
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.shared_queue import SharedQueue
from vqganodip_gui.widgets.message_strip import MessageKind, Until

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.store.leases import Lease
    from vqganodip.store.news import News
    from vqganodip.store.station_repository import Delivery

_TOGETHER_MS = 600
"""News that arrive within this time are read together."""


class OtherStations(QObject):
    """Mediator between the link to other stations and the controller."""

    connection_changed = Signal()
    message_requested = Signal(str, object, object)
    """Text, kind, and the states that the message depends on."""

    def __init__(self, context: Context, controller: ReviewController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._controller = context, controller
        self.link = SharedQueue(self)
        self._due: set[int] = set()
        self._reading = False
        self._held: int | None = None
        self._refused = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOGETHER_MS)
        self._soon.timeout.connect(self._read)
        self.link.connection_changed.connect(self.connection_changed)
        self.link.leases_changed.connect(self._take_leases)
        self.link.lease_answered.connect(self._take_answer)
        self.link.news_heard.connect(self._take_news)
        self.link.delivered.connect(self._take_delivery)
        controller.board_shown.connect(self._hold)
        controller.board_awaited.connect(self._hold)
        controller.work_ended.connect(self._leave)
        context.login.changed.connect(self._hold_again)

    def open(self) -> None:
        """Follow the workspace that was opened."""
        self._held = None
        self._due.clear()
        if self._context.workspace is not None:
            self.link.open(self._context.workspace)

    def connection_text(self) -> str:
        """Return the text of the bar while the server is away or full; empty otherwise."""
        if self.link.full:
            return tr("The server’s disk is full. Judgments are kept on this computer: {n}.", n=self.link.kept)
        if self.link.lost:
            return tr("No connection to the server. Judgments are kept on this computer: {n}.", n=self.link.kept)
        if self.link.kept:
            return tr("Judgments that were kept on this computer are being delivered: {n}.", n=self.link.kept)
        return ""

    def _hold(self, item: ReviewItem, *_pictures: object) -> None:
        """Lease a board that waits for a judgment; one that is judged is only viewed."""
        wanted = item.item_id if item.judgment is None else None
        if wanted != self._held or self._refused:
            self._held = wanted
            self._wish()

    def _hold_again(self) -> None:
        if self._held is not None:
            self._wish()

    def _leave(self) -> None:
        self._held = None
        self._wish()

    def _wish(self) -> None:
        self._refused = False
        self.link.hold(self._held, self._context.login.name, self._context.settings.text("station").strip())

    def _take_leases(self, others: Mapping[int, Lease], rank: int) -> None:
        controller = self._controller
        controller.pass_over(frozenset(others), rank)
        controller.queue.set_judging({number: _who(lease) for number, lease in others.items()})
        if controller.judged_by and self._held is not None and self._held not in others:
            self._wish()  # # it was left, and is free for this window

    def _take_answer(self, item_id: int, other: Lease | None) -> None:
        controller = self._controller
        if controller.current is None or controller.current.item_id != item_id:
            return
        before, controller.judged_by = controller.judged_by, "" if other is None else _who(other)
        self._refused = other is not None
        if other is None:
            if before:
                self._say(tr("This board can be judged here now."), MessageKind.NOTE, (Until.BOARD,))
        elif controller.in_turn:
            controller.show_next()
        else:
            text = tr("{name} is judging this board. Here it can only be viewed.").format(name=_who(other))
            self._say(text, MessageKind.NOTE, (Until.BOARD,))

    def _take_news(self, news: Sequence[News]) -> None:
        from vqganodip.store.news import NewsKind

        if any(one.kind is NewsKind.THRESHOLD for one in news):
            self._context.threshold_changed.emit()
        for one in news:
            self._due.add(one.item_id)
            if one.kind is NewsKind.CONTRADICTION:
                self._look_at(one.item_id)
        if not self._soon.isActive():
            self._soon.start()

    def _read(self) -> None:
        """Read the queue and the boards that have changed, off the GUI thread."""
        workspace, queue = self._context.workspace, self._controller.queue
        repository = queue.repository()
        if self._reading or workspace is None or repository is None:
            if self._reading:
                self._soon.start()
            return
        due, wanted = self._due - {0}, queue.queue_filter()
        self._due.clear()
        self._reading = True

        def job() -> tuple[Sequence[int], list[ReviewItem]]:
            return repository.item_ids(wanted), [repository.item(number) for number in sorted(due)]

        def done(found: tuple[Sequence[int], list[ReviewItem]]) -> None:
            self._reading = False
            if workspace is self._context.workspace and queue.queue_filter() == wanted:
                self._controller.reload(lambda: queue.take(*found))

        def failed(_error: Exception) -> None:
            self._reading = False  # # once the connection works again, all is read again

        self._context.tasks.run(job, done, failed)

    def _take_delivery(self, delivery: Delivery) -> None:
        if delivery.records:
            text = tr("Judgments that were kept on this computer are with the server now: {n}.", n=delivery.records)
            self._say(text, MessageKind.DONE, ())
        for error in delivery.set_aside:
            self._say(format_error(error), MessageKind.ERROR, ())
        for one in delivery.contradictions:
            self._tell_contradiction(one.item, one.kept)

    def _look_at(self, item_id: int) -> None:
        """Tell of a judgment from another station that contradicts the one of a board."""
        repository = self._controller.queue.repository()
        if repository is None:
            return

        def job() -> tuple[ReviewItem, Judgment]:
            return repository.item(item_id), list(repository.judgments(item_id))[-1]

        def done(found: tuple[ReviewItem, Judgment]) -> None:
            self._tell_contradiction(*found)

        self._context.tasks.run(job, done, lambda _error: None)

    def _tell_contradiction(self, item: ReviewItem, kept: Judgment) -> None:
        """Tell of two judgments of one board; ``kept`` is the one that was given without connection."""
        standing, words = item.judgment, formatting.JUDGMENT_WORDS
        if standing is None:
            return
        if standing.kind is kept.kind:
            text = tr(
                "{serial}: while there was no connection, {name} and {other} both judged it {word}. Both are kept."
            )
            agreed = text.format(
                serial=item.label, name=kept.operator, other=standing.operator, word=tr(words[kept.kind])
            )
            self._say(agreed, MessageKind.NOTE, ())
            return
        text = tr(
            "{serial}: while there was no connection, {name} judged it {word}, and {other} {other_word}. Both are "
            "kept; {other_word} is in effect. Look at it together."
        ).format(
            serial=item.label,
            name=kept.operator,
            word=tr(words[kept.kind]),
            other=standing.operator,
            other_word=tr(words[standing.kind]),
        )
        self._say(text, MessageKind.ERROR, ())

    def _say(self, text: str, kind: MessageKind, until: tuple[Until, ...]) -> None:
        self.message_requested.emit(text, kind, until)


def _who(lease: Lease) -> str:
    """The person who judges a board, or the station without a name."""
    return lease.operator or lease.station or "?"
