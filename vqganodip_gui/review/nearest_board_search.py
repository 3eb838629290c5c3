"""Search for the board judged good that looks most like the current one. Thread-safe."""

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

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.review.blind_queue import BlindQueue

COMPARED: Final = 200
"""Number of good boards compared: those judged last."""

REMEMBERED: Final = 5_000
"""Number of newest records searched for good boards."""

_SERIAL: Final = 5
"""Characters of the shortest serial number; shorter names, such as 000, only number the pictures of a folder."""

_BLOCK: Final = 100
_LOOKS_KEPT: Final = 400
_BREATH_S: Final = 0.004
_BREATH_EACH: Final = 10
"""Boards between pauses, which let the GUI thread run Python code."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest good board.

    Attributes:
        serial: Serial number.
        key: Key of its panels in the panel store.
        stored: Stored panels.
        boards: Number of good boards of this product and model, at most ``COMPARED``.
    """

    serial: str
    key: str
    stored: StoredPanels
    boards: int


@dataclass(frozen=True, slots=True)
class _Known:
    serial: str
    label: str
    bundle_sha256: str
    grid: tuple[int, int]
    key: str


class NearestBoardSearch:
    """Search in the records of one workspace; one call at a time.

    Where boards are judged blind (second opinions, hidden probes), only boards that the operator
    judged good are shown, and none assigned to them for blind judging: nothing may reveal other
    operators' judgments of a board that they may still be assigned.
    """

    def __init__(self, queue: BlindQueue, panels: PanelStore) -> None:
        self._queue, self._panels = queue, panels
        self._good = GoodBoards()
        self._known: dict[int, _Known] = {}
        self._looks: OrderedDict[str, Map | None] = OrderedDict()
        last = next((record.record_id for record in queue.last_judgments(1)), 0)
        self._read = max(last - REMEMBERED, 0)

    def find(self, item: ReviewItem, operator: str) -> Nearest | None:
        """Return the nearest good board; None if no other board is judged good.

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
        # # count all good boards: excluding the board on the screen would reveal whether it
        # # is among them, and expose a hidden probe
        return None if stored is None else Nearest(found.label, found.key, stored, len(pool))

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
            self._known[item.item_id] = _Known(item.serial, item.label, of.bundle_sha256, of.grid, panel_key(of))

    def _look(self, key: str, grid: tuple[int, int]) -> Map | None:
        """Feature vector of a board; None if its pictures are missing or damaged."""
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
    """True if two file names belong to pictures of one board."""
    return len(one) >= _SERIAL and one.casefold() == other.casefold()
