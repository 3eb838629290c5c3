"""Loader of comparison boards, off the GUI thread; an answer for an earlier board is dropped."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from vqganodip.errors import VqganodipError
from vqganodip.review.judgments import ReviewItem
from vqganodip.store.panels import PanelStore
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import language, tr
from vqganodip_gui.review.nearest_board_search import COMPARED, Nearest, NearestBoardSearch
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.viewer.comparison_board import ComparisonBoard, ComparisonKind
from vqganodip_gui.viewer.image_pyramid import Pyramid, Shown, original_picture, plain_picture

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.bundles.reference_board import ReferenceBoard
    from vqganodip.review.blind_queue import BlindQueue

T = TypeVar("T")

_KEPT: Final = 4
_AFTER_PAINT_MS: Final = 10
"""Delay until the board and its texts are painted; paging through the queue starts no search."""


class ComparisonLoader(QObject):
    """Loader of the comparison board of each board shown; ``changed`` is emitted when it is there.

    Args:
        tasks: Background tasks.
        bundle: Returns the current model bundle.
        shown: Returns the pictures that are shown first.
    """

    changed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        bundle: Callable[[], Path | None],
        shown: Callable[[], Shown],
        kind: ComparisonKind = ComparisonKind.NONE,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._bundle, self._shown = tasks, bundle, shown
        self._kind = kind
        self._queue: BlindQueue | None = None
        self._panels: PanelStore | None = None
        self._finder: NearestBoardSearch | None = None
        self._reference: tuple[ReferenceBoard, Pyramid | None] | None = None
        self._kept: OrderedDict[str, Pyramid] = OrderedDict()
        self._item: ReviewItem | None = None
        self._asked: tuple[object, ...] = ()
        self.board = ComparisonBoard(kind)
        """The comparison board shown now."""
        self._under_way = self._again = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_PAINT_MS)
        self._later.timeout.connect(self._look)

    def open(self, queue: BlindQueue, panels: PanelStore) -> None:
        """Change to another workspace."""
        self._queue, self._panels, self._finder = queue, panels, None
        self._kept.clear()
        self._item, self._asked = None, ()

    def flush(self) -> None:
        """Cancel the pending search before the window closes and its threads end."""
        self._later.stop()
        self._again = False

    def set_kind(self, kind: ComparisonKind) -> None:
        """Choose another kind of comparison board, or none."""
        self._kind = kind
        if self._item is None:
            self.board = ComparisonBoard(kind)
        else:
            self.start(self._item)
        self.changed.emit(self.board)
        self.search()

    def start(self, item: ReviewItem) -> ComparisonBoard:
        """Start with a board; return what can be shown at once: a cached comparison board, or its bare name."""
        self._item = item
        operator = "" if self._queue is None else self._queue.operator
        asked = (item.item_id, self._kind, operator, language())
        if asked != self._asked:
            self._asked = asked
            self.board = ComparisonBoard(self._kind)
            if self._kind is ComparisonKind.REFERENCE:
                self.board = self._reference_of(item) or self.board
        return self.board

    def search(self) -> None:
        """Search the comparison board of the current board once that is on the screen."""
        if self._kind is not ComparisonKind.NONE:
            self._later.start()

    def _look(self) -> None:
        if self._item is None or self._kind is ComparisonKind.NONE:
            return
        if self._under_way:
            self._again = True
            return
        if self._kind is ComparisonKind.REFERENCE:
            known = self._reference_of(self._item)
            if known is None:
                self._read_reference(self._item)
            elif known != self.board:  # # it was read meanwhile, for the previous board
                self._take(self._asked, known)
        else:
            self._find_nearest(self._item)

    # # reference board

    def _reference_of(self, item: ReviewItem) -> ComparisonBoard | None:
        """The cached reference board if it belongs to the model that inspected this board."""
        kept = self._reference
        if kept is None or kept[0].bundle_sha256 != item.inspection.bundle_sha256:
            return None
        board, picture = kept
        if picture is None:
            return self._instead(
                tr("The boards of this product lie in free position: there is no board that is the average of them.")
            )
        about = tr("average of {n:normal board|normal boards}", n=board.images)
        return ComparisonBoard(ComparisonKind.REFERENCE, about=about, picture=picture)

    def _instead(self, words: str) -> ComparisonBoard:
        return ComparisonBoard(ComparisonKind.REFERENCE, words=words, offers_nearest=True)

    def _read_reference(self, item: ReviewItem) -> None:
        folder, wanted, shown = self._bundle(), item.inspection.bundle_sha256, self._shown()
        if folder is None:
            self._take(self._asked, self._instead(tr("No model is chosen, so there is no reference board.")))
            return

        def job() -> tuple[ReferenceBoard, Pyramid | None]:
            from vqganodip.bundles.reference_board import reference_board

            board = reference_board(folder, wanted)
            return board, None if board.pixels is None else plain_picture(board.pixels, shown)

        def done(found: tuple[ReferenceBoard, Pyramid | None]) -> ComparisonBoard:
            if found[0].bundle_sha256 == wanted:
                self._reference = found
            return self._reference_of(item) or self._instead(
                tr("Another model than the one chosen now inspected this board: its reference board is not here.")
            )

        self._run(job, done, self._instead)

    # # nearest good board

    def _find_nearest(self, item: ReviewItem) -> None:
        queue, panels, shown = self._queue, self._panels, self._shown()
        if queue is None or panels is None:
            return
        operator, own, known, kept = queue.operator, queue.rules.blind, self._finder, dict(self._kept)

        def job() -> tuple[NearestBoardSearch, Nearest | None, Pyramid | None]:
            finder = known or NearestBoardSearch(queue, panels)
            found = finder.find(item, operator)
            if found is None:
                return finder, None, None
            return finder, found, kept.get(found.key) or original_picture(found.stored, shown, item.inspection.grid)

        def done(answer: tuple[NearestBoardSearch, Nearest | None, Pyramid | None]) -> ComparisonBoard:
            finder, found, picture = answer
            if panels is self._panels:
                self._finder = finder
            if found is None or picture is None:
                return ComparisonBoard(ComparisonKind.NEAREST, words=_none_yet(own=own))
            self._kept[found.key] = picture
            self._kept.move_to_end(found.key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return ComparisonBoard(ComparisonKind.NEAREST, found.serial, _of(found.boards, own=own), picture)

        self._run(job, done, lambda words: ComparisonBoard(ComparisonKind.NEAREST, words=words))

    def _run(
        self, job: Callable[[], T], made: Callable[[T], ComparisonBoard], instead: Callable[[str], ComparisonBoard]
    ) -> None:
        """Run one job at a time; its answer is dropped if another board is shown by then."""
        asked = self._asked
        self._under_way, self._again = True, False

        def ended() -> None:
            self._under_way = False
            if self._again:
                self._look()

        def done(found: T) -> None:
            self._take(asked, made(found))
            ended()

        def failed(error: Exception) -> None:
            if not isinstance(error, VqganodipError):
                ended()
                raise error
            text = format_error(error, place=False)
            self._take(asked, instead(text[:1].upper() + text[1:]))
            ended()

        self._tasks.run(job, done, failed)

    def _take(self, asked: tuple[object, ...], found: ComparisonBoard) -> None:
        if asked == self._asked:
            self.board = found
            self.changed.emit(found)


def _none_yet(*, own: bool) -> str:
    if own:
        return tr(
            "You have judged no other board good yet. The first one that you judge OK or false call appears here."
        )
    return tr("No other board has been judged good yet. The first one that is judged OK or false call appears here.")


def _of(boards: int, *, own: bool) -> str:
    if boards >= COMPARED:
        text = tr("of the last {n} that you judged good") if own else tr("of the last {n} judged good")
    else:
        text = tr("of {n} that you judged good") if own else tr("of {n} judged good")
    return text.format(n=boards)
