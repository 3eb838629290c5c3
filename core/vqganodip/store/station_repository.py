"""Repository of a station that works on while its server is away, and later gives it what was judged meanwhile.

While the server does not answer, or its disk is full, boards come from what the station knows (``known_boards``), each
station its share of them; judgments go to its spool, and everything else is refused at once. ``deliver`` gives the
spool to the server: once, in order, with the identifiers and times that the judgments have. A judgment whose board was
judged by others meanwhile does not overrule them: it is stored as a second opinion, which it is, given without
knowledge of the other.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from vqganodip.errors import StoreError, VqganodipError
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, QueueFilter, QueueState, ReviewItem
from vqganodip.store.database import DISK_FULL, NOT_REACHABLE
from vqganodip.store.hash_chain import seal
from vqganodip.store.image_folder import ImageFolder
from vqganodip.store.known_boards import KnownBoards
from vqganodip.store.news import NewsKind
from vqganodip.store.postgresql_database import PostgresqlDatabase
from vqganodip.store.server_link import ServerLink
from vqganodip.store.spool import SET_ASIDE, Spool, SpooledLine
from vqganodip.store.sql_repository import SqlRepository

__all__ = ["Contradiction", "Delivery", "StationRepository"]

_WRITING_S: Final = 3.0
"""Seconds after which a judgment that the server has not confirmed goes to the spool."""

_DELIVERING_S: Final = 20.0
_AHEAD: Final = 300
_POSITION: Final = "review.position."
_OUTDATED: Final = ("board-judged-meanwhile", "board-record-gone")

_NOT_NOW: Final = (
    NOT_REACHABLE,
    DISK_FULL,
    "database-locked",
    "database-login-refused",
    "database-moved-away",
    "database-not-permitted",
    "database-not-trusted",
)
"""Errors of the server, not of a judgment: the spool keeps it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A judgment of the spool whose board was judged by others meanwhile.

    Attributes:
        item: The board, with its current judgment.
        kept: The judgment of this station, as it was stored.
    """

    item: ReviewItem
    kept: Judgment


@dataclass(slots=True)
class Delivery:
    """Result of the delivery of a spool.

    Attributes:
        records: Number of judgments that are with the server now.
        contradictions: Those that came to a board judged meanwhile.
        set_aside: Errors of lines that could not be delivered; each names its line.
    """

    records: int = 0
    contradictions: list[Contradiction] = field(default_factory=list)
    set_aside: list[VqganodipError] = field(default_factory=list)


class StationRepository(SqlRepository):
    """The ``vqganodip.review.repository.Repository`` protocol for a station that survives the loss of its server.

    Args:
        database: The database, opened with a link.
        spool: The spool of this workspace on the disk of this computer.
        images: Shared folder that the names of the images refer to; by default there is none.
    """

    def __init__(self, database: PostgresqlDatabase, spool: Spool, images: ImageFolder | None = None) -> None:
        super().__init__(database, images)
        assert database.link is not None
        self.server = database
        self.link: ServerLink = database.link
        self.spool = spool
        self.kept_changed = threading.Event()
        """Set when a judgment went to the spool."""
        self._known = KnownBoards()
        self._turn = threading.Lock()
        self._provisional: dict[int, str] = {}  # numbers given by this station to judgments in its spool
        self._numbers: dict[str, int] = {}  # those that the server gave them
        self._settings: dict[str, str | None] = {}
        self._wanted = QueueFilter(state=QueueState.UNJUDGED)

    @property
    def kept(self) -> int:
        """Number of judgments that are on this computer alone."""
        return self.spool.waiting

    # reading

    def item(self, item_id: int) -> ReviewItem:
        try:
            found = super().item(item_id)
        except StoreError as error:
            known = self._known.item(item_id)
            if error.code != NOT_REACHABLE or known is None:
                raise
            return known
        self._known.keep([found])
        return found

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]:
        try:
            return super().whole_items(item_ids)
        except StoreError as error:
            _only_if_away(error)
        return [known for number in sorted(set(item_ids)) if (known := self._known.item(number)) is not None]

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]:
        try:
            return super().items(wanted, offset, limit)
        except StoreError as error:
            _only_if_away(error)
        return self._known.matching(wanted)[offset : offset + limit]

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]:
        if not wanted.by_judgment:
            self._wanted = wanted.unjudged()
        try:
            return super().item_ids(wanted)
        except StoreError as error:
            _only_if_away(error)
        return [item.item_id for item in self._known.matching(wanted)]

    def count(self, wanted: QueueFilter) -> int:
        try:
            number = super().count(wanted)
        except StoreError as error:
            _only_if_away(error)
            return self._known.count(wanted)
        self._known.keep_count(wanted, number)
        return number

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool = False) -> int | None:
        try:
            return super().neighbour(wanted, item_id, backwards=backwards)
        except StoreError as error:
            _only_if_away(error)
        return self._known.neighbour(wanted, item_id, backwards=backwards)

    def judgments(self, item_id: int | None = None, after: int = 0) -> Iterator[Judgment]:
        if item_id is None or after:
            return super().judgments(item_id, after)
        try:
            return iter(list(super().judgments(item_id)))
        except StoreError as error:
            _only_if_away(error)
        return iter(self._known.judgments(item_id))

    def get_setting(self, name: str) -> str | None:
        try:
            self._settings[name] = super().get_setting(name)
        except StoreError as error:
            if error.code != NOT_REACHABLE or name not in self._settings:
                raise
        return self._settings[name]

    def share(self, rank: int, stations: int) -> None:
        """Say which share of the boards this station works on while the server is away (``KnownBoards.share``)."""
        self._known.share(rank, stations)

    def forget(self, item_id: int) -> None:
        """Forget what is known of a board that another station has changed."""
        self._known.forget(item_id)

    def read_ahead(self) -> None:
        """Read the next boards that wait, to work on with while the server is away; StoreError if it is."""
        following = super().items(self._wanted, 0, _AHEAD)
        missing = self._known.missing(item.item_id for item in following)
        if missing:
            self._known.keep(super().whole_items(missing))

    # writing

    def put_setting(self, name: str, value: str, operator: str = "") -> None:
        try:
            super().put_setting(name, value, operator)
        except StoreError as error:
            if error.code not in (NOT_REACHABLE, DISK_FULL) or not name.startswith(_POSITION):
                raise  # the board to resume at is not worth an error

    def add_judgment(self, judgment: Judgment) -> Judgment:
        judgment = replace(judgment, corrects=self._number_of(judgment.corrects))
        if not self.link.lost and (judgment.corrects is None or judgment.corrects > 0):
            try:
                with self.link.within(_WRITING_S):
                    stored = super().add_judgment(judgment)
                self._known.judged(stored)
                return stored
            except StoreError as error:
                if error.code not in (NOT_REACHABLE, DISK_FULL) or not judgment.client_id:
                    raise
                return self._keep(judgment, full=error.code == DISK_FULL)
        return self._keep(judgment, full=self.link.full)

    def _keep(self, judgment: Judgment, *, full: bool) -> Judgment:
        """Write a judgment to the spool, and number it for this station."""
        with self._turn:
            self.link.lose(full=full)
            number = -1 - len(self._provisional)
            checked = seal(judgment, record_id=number, board_hash="", prev_hash="")
            kept = replace(checked, row_hash="")
            corrected = judgment.corrects or 0
            self.spool.append(kept, self._provisional[corrected] if corrected < 0 else "")
            self._provisional[number] = judgment.client_id
            self._known.judge(kept)
        self.kept_changed.set()
        self.link.changed()
        return kept

    def _number_of(self, record_id: int | None) -> int | None:
        """The number that the server gave to a record of the spool, if it has it by now."""
        if record_id is None or record_id > 0:
            return record_id
        return self._numbers.get(self._provisional.get(record_id, ""), record_id)

    # delivering

    def deliver(self) -> Delivery:
        """Give all judgments of the spool to the server, then use it again. For the thread that mends the connection.

        Raises:
            StoreError: The server does not answer; what it has confirmed is not given again.
        """
        done, result = 0, Delivery()
        with self.link.mending():
            while True:
                for line in self.spool.lines(after=done):
                    with self.link.within(_DELIVERING_S):
                        self._deliver(line, result)
                    done += 1
                with self.link.within(_DELIVERING_S):
                    super().get_setting(_POSITION)  # the server is there, even for an empty spool
                with self._turn:
                    if self.spool.clear(done):
                        self._known.forget_records()
                        self.link.restore()
                        return result

    def _deliver(self, line: SpooledLine, result: Delivery) -> None:
        if line.judgment is None:
            self._set_aside(line, result, None)
            return
        judgment = line.judgment
        if line.corrects_client:
            judgment = replace(judgment, corrects=self._known_number(line.corrects_client))
        try:
            stored = self._append_or_contradict(judgment)
        except StoreError as error:
            if error.code in _NOT_NOW:
                raise
            self._set_aside(line, result, error)
            return
        self._numbers[judgment.client_id] = stored.record_id
        result.records += 1
        if stored.purpose is not judgment.purpose:
            with self._writing() as connection:
                self.database.tell(connection, NewsKind.CONTRADICTION, stored.item_id)
            result.contradictions.append(Contradiction(super().item(stored.item_id), stored))

    def _append_or_contradict(self, judgment: Judgment) -> Judgment:
        """Store a judgment of the spool; as a second opinion if others have judged its board meanwhile."""
        try:
            return self._append(judgment)
        except StoreError as error:
            if error.code not in _OUTDATED or judgment.purpose is not Purpose.REVIEW:
                raise
        return self._append(replace(judgment, purpose=Purpose.SECOND, corrects=self._own_second(judgment)))

    def _own_second(self, judgment: Judgment) -> int | None:
        """The newest second opinion of the same person, which a withdrawal withdraws."""
        if judgment.kind is not JudgmentKind.WITHDRAWN:
            return None
        own = [
            record.record_id
            for record in super().judgments(judgment.item_id)
            if record.purpose is Purpose.SECOND and record.operator == judgment.operator
        ]
        return max(own, default=None)

    def _known_number(self, client_id: str) -> int | None:
        """Number of a record by its identifier; None if the server does not have it."""
        return self._numbers.get(client_id) or self.record_number(client_id)

    def _set_aside(self, line: SpooledLine, result: Delivery, reason: VqganodipError | None) -> None:
        self.spool.set_aside(line)
        where = self.spool.folder / SET_ASIDE
        if reason is None:
            result.set_aside.append(
                StoreError(
                    "spool-line-damaged",
                    "a judgment that was kept on this computer cannot be read ({line}); all others are delivered",
                    where=where,
                    todo="Judge its board again; the line is kept in this file.",
                    line=line.name,
                )
            )
            return
        result.set_aside.append(
            StoreError(
                "spool-line-refused",
                "a judgment that was kept on this computer is refused ({line}: {error}); all others are delivered",
                where=where,
                todo="Judge its board again; the line is kept in this file.",
                line=line.name,
                error=reason,
            )
        )

    def close(self) -> None:
        self.spool.close()
        super().close()


def _only_if_away(error: StoreError) -> None:
    """Raise an error again unless the server is away."""
    if error.code != NOT_REACHABLE:
        raise error
