"""Finds the board judged good that looks most like the board on the screen. For threads."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from vqganodip.errors import ImageError, StoreError
from vqganodip.imaging.similarity import board_look, nearest_board
from vqganodip.records import Inspection
from vqganodip.review.consensus import GoodBoards
from vqganodip.review.judgments import Purpose, ReviewItem
from vqganodip.store.panels import PanelStore, StoredPanels, panel_key
from vqganodip.types import Map

if TYPE_CHECKING:  # with the database, which is imported after the first paint, in a thread
    from vqganodip.review.blind_queue import BlindQueue

COMPARED: Final = 200
"""So many good boards are compared, those judged last."""

REMEMBERED: Final = 5_000
"""So many of the newest records are gone through for them."""

_SERIAL: Final = 5
"""Characters of the shortest serial number; shorter names, such as 000, only number the pictures of a folder."""

_BLOCK: Final = 100
_LOOKS_KEPT: Final = 400
_BREATH_S: Final = 0.004
_BREATH_EACH: Final = 10
"""After so many boards others have a turn: they share the interpreter with the thread that draws the window."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The board that was found.

    Attributes:
        serial: Its serial number.
        key: Under which its panels are kept.
        stored: They.
        boards: How many good boards there are of this product and model, ``COMPARED`` at most.
    """

    serial: str
    key: str
    stored: StoredPanels
    boards: int


@dataclass(frozen=True, slots=True)
class _Known:
    serial: str
    bundle_sha256: str
    grid: tuple[int, int]
    key: str


class NearestBoardSearch:
    """Follows the records of one workspace. One call at a time.

    Whom it shows what: where boards are judged blind (second opinions, hidden probes), only boards that the person
    judged good themselves are shown, and none that they are given to judge blind, so that nothing tells what others
    said of a board that may still come to them.
    """

    def __init__(self, queue: BlindQueue, panels: PanelStore) -> None:
        self._queue, self._panels = queue, panels
        self._good = GoodBoards()
        self._known: dict[int, _Known] = {}
        self._looks: OrderedDict[str, Map | None] = OrderedDict()
        last = next((record.record_id for record in queue.last_judgments(1)), 0)
        self._read = max(last - REMEMBERED, 0)

    def find(self, item: ReviewItem, operator: str) -> Nearest | None:
        """The good board that is nearest; None when no other board is judged good.

        Raises:
            StoreError: The records, or the pictures of the board on the screen, cannot be read.
        """
        self._follow()
        pool = self._pool(item.inspection, operator if self._queue.rules.blind else None)
        others = [
            known
            for number, known in pool
            if number != item.item_id
            and not _same_board(known.serial, item.serial)
            and self._queue.purpose(number) is Purpose.REVIEW
        ]
        looks = [(known, look) for known in others if (look := self._look(known.key, known.grid)) is not None]
        own = self._look(panel_key(item.inspection), item.inspection.grid) if looks else None
        if own is None:
            return None
        index, _distance = nearest_board(own, np.stack([look for _known, look in looks]))
        found = looks[index][0]
        stored = self._panels.open(found.key)
        # the number is that of all good boards: with or without the board on the screen it would tell whether that
        # one is among them, and give a hidden probe away
        return None if stored is None else Nearest(found.serial, found.key, stored, len(pool))

    def _follow(self) -> None:
        for count, record in enumerate(self._queue.judgments(after=self._read), start=1):
            self._good.take(record)
            self._read = record.record_id
            if count % (_BREATH_EACH * 20) == 0:
                time.sleep(_BREATH_S)

    def _pool(self, inspection: Inspection, operator: str | None) -> list[tuple[int, _Known]]:
        """The newest good boards of the same model and working grid."""
        found: list[tuple[int, _Known]] = []
        numbers = list(islice(self._good.newest(operator), REMEMBERED))
        for start in range(0, len(numbers), _BLOCK):
            block = numbers[start : start + _BLOCK]
            self._learn(number for number in block if number not in self._known)
            for number in block:
                known = self._known.get(number)
                if known and (known.bundle_sha256, known.grid) == (inspection.bundle_sha256, inspection.grid):
                    found.append((number, known))
            if len(found) >= COMPARED:
                break
        return found[:COMPARED]

    def _learn(self, numbers: Iterable[int]) -> None:
        wanted = list(numbers)
        for item in self._queue.whole_items(wanted) if wanted else ():
            of = item.inspection
            self._known[item.item_id] = _Known(item.serial, of.bundle_sha256, of.grid, panel_key(of))

    def _look(self, key: str, grid: tuple[int, int]) -> Map | None:
        """What a board looks like; None when its pictures are gone or damaged."""
        if key in self._looks:
            self._looks.move_to_end(key)
            return self._looks[key]
        try:
            small = self._panels.small(key)
            look = None if small is None else board_look(small, grid)
        except (StoreError, ImageError):
            look = None
        self._looks[key] = look
        while len(self._looks) > _LOOKS_KEPT:
            self._looks.popitem(last=False)
        if len(self._looks) % _BREATH_EACH == 0:
            time.sleep(_BREATH_S)
        return look


def _same_board(one: str, other: str) -> bool:
    """Whether two pictures are of one board, as far as their names tell."""
    return len(one) >= _SERIAL and one.casefold() == other.casefold()
