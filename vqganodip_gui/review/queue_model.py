"""Qt model of the queue: all item numbers at once, the boards in pages when their rows are shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vqganodip.errors import VqganodipError
from vqganodip.printable import printable
from vqganodip.records import Verdict
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.store.panels import panel_key
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.engine_messages import translated_what
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.icons import IconName

_PAGE: Final = 64
_KEPT: Final = 1024
_FEW: Final = 8
_ICONS: Final = {
    JudgmentKind.OK: IconName.OK,
    JudgmentKind.NG: IconName.NG,
    JudgmentKind.DOUBTFUL: IconName.DOUBTFUL,
    JudgmentKind.FALSE_CALL: IconName.FALSE_CALL,
}


class QueueRole(IntEnum):
    """Data roles of a row."""

    ICON = Qt.ItemDataRole.UserRole
    DETAIL = Qt.ItemDataRole.UserRole + 1
    ITEM_ID = Qt.ItemDataRole.UserRole + 2
    FAILURE = Qt.ItemDataRole.UserRole + 3
    PANELS = Qt.ItemDataRole.UserRole + 4
    REGION = Qt.ItemDataRole.UserRole + 5
    """Number of a board whose first region may be shown; None while the findings are hidden."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An image that could not be inspected: path, error, and the folder below that of the boards, if any."""

    path: Path
    error: VqganodipError
    folder: str = ""


class QueueModel(QAbstractListModel):
    """Boards of a part of the queue in its order, followed by images that could not be inspected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._repository: Repository | None = None
        self._wanted = QueueFilter(state=QueueState.UNJUDGED)
        self._ids: list[int] = []
        self._items: OrderedDict[int, ReviewItem] = OrderedDict()
        self._failures: list[Failure] = []
        self._hides_machine = False
        self._judging: Mapping[int, str] = {}

    # # called by Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids) + len(self._failures)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        failure = self.failure_at(index.row())
        if failure is not None:
            return _failure_data(failure, role)
        item = self.item_at(index.row())
        if item is None:
            return None
        judging = self._judging.get(item.item_id, "")
        if judging and role == QueueRole.DETAIL:
            return tr("with {name}").format(name=judging)
        if judging and role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            known = _item_data(item, role, hidden=self._hides_machine and item.judgment is None)
            return f"{known}\n{tr('being judged by {name}').format(name=judging)}"
        return _item_data(item, role, hidden=self._hides_machine and item.judgment is None)

    # # called by the page

    def repository(self) -> Repository | None:
        """The repository that the rows are read from."""
        return self._repository

    def set_judging(self, names: Mapping[int, str]) -> None:
        """Say in the rows of these boards who is judging them at another station."""
        changed = {number for number in {*names, *self._judging} if names.get(number) != self._judging.get(number)}
        self._judging = dict(names)
        for row in (row for number in changed if (row := self.row_of(number)) >= 0):
            self.dataChanged.emit(self.index(row), self.index(row))

    def take(self, ids: Sequence[int], items: Sequence[ReviewItem]) -> None:
        """Take over the item numbers, and boards that have changed, as they were read."""
        for item in items:
            self._keep(item)
        self._arrange(list(ids))
        for row in (row for item in items if (row := self.row_of(item.item_id)) >= 0):
            self.dataChanged.emit(self.index(row), self.index(row))

    def set_repository(self, repository: Repository | None) -> None:
        self._repository = repository
        self._reset()

    def set_hides_machine(self, hides: bool) -> None:
        """Hide the machine's findings in rows of unjudged boards."""
        if hides is not self._hides_machine:
            self._hides_machine = hides
            self._reset()

    def hides_machine(self) -> bool:
        """True if the machine's findings are hidden in rows of unjudged boards."""
        return self._hides_machine

    def queue_filter(self) -> QueueFilter:
        return self._wanted

    def set_filter(self, wanted: QueueFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._reset()

    def outside(self) -> tuple[int, ReviewItem | None]:
        """Number of boards outside the filter that match its search, and the first of them if it is soon found."""
        wanted = self._wanted
        if self._repository is None or not wanted.search:
            return 0, None
        every = QueueFilter(search=wanted.search, order=wanted.order, found=wanted.found)
        number = self._repository.count(every) - self._repository.count(wanted)
        if number <= 0:
            return 0, None
        return number, next((i for i in self._repository.items(every, 0, _PAGE) if not wanted.takes(i)), None)

    def forget_serial(self, serial: str) -> None:
        """Read the boards of this serial number again: another one bears it now."""
        for row, item_id in enumerate(self._ids):
            item = self._items.get(item_id)
            if item is not None and item.serial == serial:
                del self._items[item_id]
                self.dataChanged.emit(self.index(row), self.index(row))

    def ids(self) -> Sequence[int]:
        """All item numbers in row order."""
        return self._ids

    def row_of(self, item_id: int) -> int:
        """The row of a board; -1 if it is not in this part of the queue."""
        try:
            return self._ids.index(item_id)
        except ValueError:
            return -1

    def id_at(self, row: int) -> int | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def failure_at(self, row: int) -> Failure | None:
        place = row - len(self._ids)
        return self._failures[place] if 0 <= place < len(self._failures) else None

    def failures(self) -> Sequence[Failure]:
        return self._failures

    def item_at(self, row: int) -> ReviewItem | None:
        """The board of a row; reads its page if it is not cached."""
        item_id = self.id_at(row)
        if item_id is None or self._repository is None:
            return None
        if item_id not in self._items:
            page = row // _PAGE * _PAGE
            for item in self._repository.items(self._wanted, page, _PAGE):
                self._keep(item)
        if item_id not in self._items:  # # the queue has changed since the numbers were read
            self._keep(self._repository.item(item_id))
        return self._items[item_id]

    def add_failure(self, failure: Failure) -> None:
        """List an image that could not be inspected; replaces an earlier failure of the path."""
        self.forget_failure(failure.path)
        row = self.rowCount()
        self.beginInsertRows(QModelIndex(), row, row)
        self._failures.append(failure)
        self.endInsertRows()

    def forget_failure(self, path: Path) -> None:
        """Remove an image from the failures, because it was inspected after all."""
        for place, known in enumerate(self._failures):
            if known.path == path:
                row = len(self._ids) + place
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._failures[place]
                self.endRemoveRows()
                return

    def update_item(self, item: ReviewItem) -> None:
        """Update a board: it changes, appears or disappears."""
        self._keep(item)
        row = self.row_of(item.item_id)
        if row < 0:
            if self._wanted.takes(item):
                self.refresh()
        elif self._wanted.takes(item):
            self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self._remove(row)

    def refresh(self) -> None:
        """Read the item numbers again, and move as few rows as possible."""
        if self._repository is None:
            return
        self._arrange(list(self._repository.item_ids(self._wanted)))

    def _arrange(self, new: list[int]) -> None:
        old_set, new_set = set(self._ids), set(new)
        gone, come = old_set - new_set, new_set - old_set
        stayed = [i for i in self._ids if i in new_set] == [i for i in new if i in old_set]
        if not stayed or len(gone) + len(come) > _FEW:
            self.beginResetModel()
            self._ids = new
            self.endResetModel()
            return
        for item_id in gone:
            self._remove(self._ids.index(item_id))
        for row, item_id in enumerate(new):
            if item_id in come:
                self.beginInsertRows(QModelIndex(), row, row)
                self._ids.insert(row, item_id)
                self.endInsertRows()

    def _reset(self) -> None:
        self.beginResetModel()
        self._items.clear()
        self._ids = [] if self._repository is None else list(self._repository.item_ids(self._wanted))
        self.endResetModel()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._ids[row]
        self.endRemoveRows()

    def _keep(self, item: ReviewItem) -> None:
        # # rows show a few words: regions need not be cached for that
        bare = replace(item, inspection=replace(item.inspection, candidates=()))
        self._items[item.item_id] = bare
        self._items.move_to_end(item.item_id)
        while len(self._items) > _KEPT:
            self._items.popitem(last=False)


def _item_data(item: ReviewItem, role: int, *, hidden: bool) -> object:
    inspection = item.inspection
    if role == QueueRole.PANELS:
        return panel_key(inspection)
    if hidden:
        return _hidden_data(item, role)
    word = formatting.machine_word(inspection)
    if item.judgment is not None:
        word = tr(formatting.JUDGMENT_WORDS[item.judgment.kind])
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return item.label
        case QueueRole.DETAIL:
            return f"{formatting.score_of(inspection)} · {word}"
        case QueueRole.ITEM_ID:
            return item.item_id
        case QueueRole.REGION:
            return item.item_id
        case QueueRole.ICON:
            if item.judgment is not None:
                return _ICONS.get(item.judgment.kind, IconName.REVIEW)
            if inspection.doubtful:
                return IconName.IN_DOUBT
            return IconName.FLAGGED if inspection.verdict is Verdict.REVIEW else IconName.PASSED
        case Qt.ItemDataRole.ToolTipRole:
            return f"{inspection.image}\n{formatting.verdict_sentence(inspection)}"
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.label}, {tr('Score')} {formatting.score_of(inspection)}, {word}"
    return None


def _hidden_data(item: ReviewItem, role: int) -> object:
    """Row of a board whose findings are hidden until it is judged."""
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return item.label
        case QueueRole.DETAIL:
            return tr("to judge")
        case QueueRole.ITEM_ID:
            return item.item_id
        case QueueRole.ICON:
            return IconName.REVIEW
        case Qt.ItemDataRole.ToolTipRole:
            return str(item.inspection.image)
    return None


def _failure_data(failure: Failure, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return printable(f"{failure.folder}/{failure.path.name}" if failure.folder else failure.path.name)
        case QueueRole.DETAIL:
            return tr("not inspected")
        case QueueRole.ICON:
            return IconName.FAILED
        case QueueRole.FAILURE:
            return failure
        case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
            return f"{failure.path}\n{translated_what(failure.error)}"
    return None
