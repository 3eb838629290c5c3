"""Stations on one server: leases, news, and judgments that are kept on a station's disk while the server is away."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from engine.postgresql_server import Server, start_server
from engine.store.repositories import IDENTITY
from engine.waiting import wait_until

from vqganodip.errors import StoreError
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, QueueFilter, QueueState
from vqganodip.review.session import ReviewSession
from vqganodip.store.leases import Lease, take_lease
from vqganodip.store.news import News, NewsKind
from vqganodip.store.postgresql_connection import connect
from vqganodip.store.postgresql_database import PostgresqlDatabase
from vqganodip.store.postgresql_place import PostgresqlPlace
from vqganodip.store.server_link import ServerLink
from vqganodip.store.spool import SET_ASIDE, Spool
from vqganodip.store.station_repository import Delivery, StationRepository
from vqganodip.store.station_watch import Connection, Heard, LeaseAnswer, Leases, NewsHeard, StationWatch
from vqganodip.testing import TickingClock, sample_inspection, sample_judgment

GUARD_S = 60.0
UNJUDGED = QueueFilter(state=QueueState.UNJUDGED)


class Desk:
    """A station without a window: repository, watch, and what the watch heard."""

    def __init__(self, place: str, folder: Path, name: str, *, watched: bool = True) -> None:
        self.heard: list[Heard] = []
        self._news = threading.Condition()
        parsed = PostgresqlPlace.parse(place)
        database = PostgresqlDatabase(parsed, folder, identity=IDENTITY, create=True, link=ServerLink())
        self.spool = folder / f"spool {name}"
        self.repository = StationRepository(database, Spool(self.spool))
        self.session = ReviewSession(self.repository, name, f"station {name}", TickingClock(), "1")
        self.watch = StationWatch(self.repository, self._hear)
        if watched:
            self.watch.start()

    def _hear(self, what: Heard) -> None:
        with self._news:
            self.heard.append(what)
            self._news.notify_all()

    def wait(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds that the watch brings about."""
        wait_until(holds)

    def last(self, kind: type) -> Heard | None:
        return next((one for one in reversed(self.heard) if isinstance(one, kind)), None)

    def close(self) -> None:
        self.watch.close()
        self.repository.close()


Desks = Callable[..., Desk]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    opened: list[Desk] = []

    def desk(place: str, name: str, *, watched: bool = True) -> Desk:
        opened.append(Desk(place, tmp_path, name, watched=watched))
        return opened[-1]

    yield desk
    for one in opened:
        one.close()


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that a test may stop."""
    with start_server(("listen_addresses = ''", "max_connections = 40", "shared_buffers = 16MB")) as server:
        yield server


def fill(desk: Desk, boards: int = 6) -> None:
    for number in range(1, boards + 1):
        desk.repository.add_inspection(sample_inspection(number, score=1 - number / 100), f"SN {number}")


def test_that_two_stations_never_hold_the_lease_of_one_board(postgresql: str, desks: Desks) -> None:
    fill(desks(postgresql, "ann", watched=False), 3)
    place, start, wins = PostgresqlPlace.parse(postgresql), threading.Barrier(8), []

    def attempt(number: int) -> None:
        with connect(place) as connection:
            connection.autocommit = True
            start.wait(GUARD_S)
            wins.extend(n for n in (1, 2, 3) if take_lease(connection, Lease(n, f"h{number}", f"n{number}", "")))

    threads = [threading.Thread(target=attempt, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(wins) == [1, 2, 3]


def test_that_a_lease_ends_by_the_clock_of_the_server(postgresql: str, desks: Desks) -> None:
    fill(desks(postgresql, "ann", watched=False), 1)
    with psycopg.connect(postgresql, autocommit=True) as connection:
        assert take_lease(connection, Lease(1, "a", "ann", ""))
        assert take_lease(connection, Lease(1, "a", "ann", ""))  # renewed
        assert not take_lease(connection, Lease(1, "b", "bob", ""))
        left = connection.execute("SELECT ends_at - clock_timestamp() FROM leases").fetchone()
        assert left is not None
        assert 110 < left[0].total_seconds() <= 120
        connection.execute("UPDATE leases SET ends_at = clock_timestamp() - interval '1 second'")
        assert take_lease(connection, Lease(1, "b", "bob", ""))


def test_that_others_see_who_judges_a_board_until_it_is_judged_or_left(postgresql: str, desks: Desks) -> None:
    ann, bob = desks(postgresql, "ann"), desks(postgresql, "bob")
    fill(ann)
    ann.watch.hold(2, "ann", "station ann")
    ann.wait(lambda: ann.last(LeaseAnswer) == LeaseAnswer(2, None))
    lease = Lease(2, ann.watch.holder, "ann", "station ann")
    bob.wait(lambda: bob.last(Leases).others == {2: lease})
    bob.watch.hold(2, "bob")
    bob.wait(lambda: bob.last(LeaseAnswer) == LeaseAnswer(2, lease))
    assert 2 not in bob.repository.item_ids(replace(UNJUDGED, without=frozenset({2})))
    ann.session.judge(ann.repository.item(2), JudgmentKind.OK, 1.0)
    bob.wait(lambda: not bob.last(Leases).others)
    bob.wait(lambda: NewsHeard((News(NewsKind.JUDGMENT, 2, ann.watch.holder),)) in bob.heard)
    ann.watch.hold(3, "ann")
    bob.wait(lambda: set(bob.last(Leases).others) == {3})  # type: ignore[union-attr]
    ann.watch.close()  # the window is closed
    bob.wait(lambda: not bob.last(Leases).others)


def test_that_news_arrive_without_notify(postgresql: str, desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StationWatch, "_hears", lambda _self, _connection: False)
    monkeypatch.setattr(StationWatch, "_note", lambda _self, _text: None)
    ann, bob = desks(postgresql, "ann", watched=False), desks(postgresql, "bob")
    fill(ann, 2)
    bob.wait(lambda: bob.watch._state[1:2] == (2,))
    ann.session.judge(ann.repository.item(1), JudgmentKind.OK, 1.0)
    bob.wait(lambda: any(isinstance(one, NewsHeard) and News(NewsKind.JUDGMENT, 1) in one.news for one in bob.heard))


def test_that_work_goes_on_while_the_server_is_away(own_server: Server, desks: Desks) -> None:
    place = own_server.new_database()
    ann = desks(place, "ann")
    fill(ann)
    ann.watch.wake()
    ann.wait(lambda: ann.repository._known.item(6) is not None)
    first = ann.repository.item(1)
    assert ann.repository.count(UNJUDGED) == 6
    own_server.stop("immediate")
    kept = ann.session.judge(first, JudgmentKind.NG, 1.0, "Short")
    assert kept.record_id < 0
    ann.session.judge(ann.repository.item(2), JudgmentKind.OK, 1.0)
    ann.session.undo()
    ann.session.judge(ann.repository.item(3), JudgmentKind.OK, 1.0)
    assert ann.repository.kept == 4
    assert ann.repository.item_ids(UNJUDGED) == [2, 4, 5, 6]
    assert ann.repository.count(UNJUDGED) == 4
    assert ann.session.next_unjudged(UNJUDGED, 3) == 4
    with pytest.raises(StoreError, match="cannot be reached"):
        ann.repository.threshold_changes()
    ann.wait(lambda: ann.last(Connection) == Connection(True, 4))
    own_server.start()
    ann.wait(lambda: ann.last(Connection) == Connection(False, 0))
    assert ann.last(Delivery) == Delivery(4)
    records = list(ann.repository.judgments())
    assert [(r.item_id, r.kind, r.corrects) for r in records] == [
        (1, JudgmentKind.NG, None),
        (2, JudgmentKind.OK, None),
        (2, JudgmentKind.WITHDRAWN, 2),
        (3, JudgmentKind.OK, None),
    ]
    assert records[0].judged_at == kept.judged_at
    assert ann.repository.verify().holds
    assert ann.session.undo() is not None  # a record that had to wait for its number
    assert ann.repository.item(3).judgment is None
    assert not list(ann.spool.glob("*.jsonl"))


def test_that_judgments_that_a_full_server_refuses_are_kept_and_delivered(
    postgresql: str, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob = desks(postgresql, "ann"), desks(postgresql, "bob")
    fill(ann, 3)
    items = [ann.repository.item(number) for number in (1, 2, 3)]
    ann.wait(lambda: ann.last(Connection) is not None)
    full = [True]
    append = StationRepository._append

    def refused(repository: StationRepository, judgment: Judgment) -> Judgment:
        if full[0] and repository is ann.repository:
            raise StoreError("database-server-disk", "the server cannot write to its disk")
        return append(repository, judgment)

    monkeypatch.setattr(StationRepository, "_append", refused)
    for item in items[:2]:
        ann.session.judge(item, JudgmentKind.OK, 1.0)
    ann.wait(lambda: ann.last(Connection) == Connection(lost=True, kept=2, full=True))
    ann.session.judge(items[2], JudgmentKind.OK, 1.0)
    ann.wait(lambda: ann.last(Connection) == Connection(lost=True, kept=3, full=True))
    assert not list(bob.repository.judgments())
    full[0] = False
    ann.watch.wake()
    ann.wait(lambda: ann.last(Connection) == Connection(lost=False, kept=0))
    assert [record.item_id for record in bob.repository.judgments()] == [1, 2, 3]
    assert not list(ann.spool.rglob("set-aside*")), "the judgments were not at fault"


def away(desk: Desk) -> None:
    """Let a station believe that the server does not answer."""
    desk.repository.link.lose()


def test_that_a_board_judged_by_others_meanwhile_gets_a_second_opinion(postgresql: str, desks: Desks) -> None:
    ann, bob = desks(postgresql, "ann", watched=False), desks(postgresql, "bob")
    fill(ann, 2)
    item = ann.repository.item(1)
    away(ann)
    mine = ann.session.judge(item, JudgmentKind.NG, 1.0, "Short")
    theirs = bob.session.judge(bob.repository.item(1), JudgmentKind.OK, 1.0)
    ann.watch.start()
    ann.wait(lambda: ann.last(Delivery) is not None)
    result = ann.last(Delivery)
    assert isinstance(result, Delivery)
    (found,) = result.contradictions
    assert found.item.judgment == theirs
    assert (found.kept.kind, found.kept.purpose, found.kept.client_id) == (
        JudgmentKind.NG,
        Purpose.SECOND,
        mine.client_id,
    )
    bob.wait(
        lambda: any(
            isinstance(one, NewsHeard) and any(n.kind is NewsKind.CONTRADICTION and n.item_id == 1 for n in one.news)
            for one in bob.heard
        )
    )
    assert [record.purpose for record in bob.repository.judgments()] == [Purpose.REVIEW, Purpose.SECOND]
    assert bob.repository.verify().holds


def test_that_the_next_start_delivers_what_a_killed_station_left(postgresql: str, desks: Desks, tmp_path: Path) -> None:
    ann = desks(postgresql, "ann", watched=False)
    fill(ann, 4)
    items = [ann.repository.item(number) for number in (1, 2, 3)]
    away(ann)
    for item in items:
        ann.session.judge(item, JudgmentKind.OK, 1.0)
    (file,) = ann.spool.glob("judgments-*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    ann.repository.spool.close()  # as the end of its process releases it
    file.write_bytes(lines[0] + lines[1].replace(b"ok", b"ng", 1) + lines[2] + lines[0][:50])
    again = desks(postgresql, "ann")
    again.wait(lambda: again.last(Delivery) is not None)
    result = again.last(Delivery)
    assert isinstance(result, Delivery)
    assert result.records == 2
    assert [error.values["line"] for error in result.set_aside] == [f"{file.name}:2", f"{file.name}:4"]
    assert [record.item_id for record in again.repository.judgments()] == [1, 3]
    aside = (again.spool / SET_ASIDE).read_bytes().splitlines()
    assert len(aside) == 2
    assert again.repository.kept == 0


def test_that_no_board_is_offered_again_that_was_judged_before_the_loss(postgresql: str, desks: Desks) -> None:
    ann, bob = desks(postgresql, "ann"), desks(postgresql, "bob", watched=False)
    fill(bob)
    ann.watch._asked_s = 0.0
    ann.watch.wake()
    ann.wait(lambda: ann.repository._known.item(6) is not None)
    ann.session.judge(ann.repository.item(1), JudgmentKind.OK, 1.0)
    bob.session.judge(bob.repository.item(2), JudgmentKind.OK, 1.0)
    ann.wait(lambda: ann.repository._known.item(2) is None)
    assert [item.item_id for item in ann.repository._known.matching(UNJUDGED)] == [3, 4, 5, 6]


def test_that_what_the_server_confirmed_is_not_given_twice(postgresql: str, desks: Desks) -> None:
    ann = desks(postgresql, "ann", watched=False)
    fill(ann, 2)
    judgment = replace(sample_judgment(1), client_id="1f" * 16)
    ann.repository.add_judgment(judgment)
    away(ann)
    ann.repository.add_judgment(judgment)  # its answer was lost
    assert ann.repository.kept == 1
    assert ann.repository.deliver() == Delivery(1)
    assert len(list(ann.repository.judgments())) == 1


def test_that_a_judgment_that_cannot_be_kept_is_refused(postgresql: str, desks: Desks) -> None:
    ann = desks(postgresql, "ann", watched=False)
    fill(ann, 1)
    item = ann.repository.item(1)
    away(ann)
    ann.spool.write_text("a file where the folder would be")
    with pytest.raises(StoreError, match="cannot keep the judgment"):
        ann.session.judge(item, JudgmentKind.OK, 1.0)
    assert ann.repository.kept == 0


def test_that_a_server_that_hangs_is_not_waited_for(postgresql: str, desks: Desks) -> None:
    """Another program holds a lock for ever, so that the server answers nothing."""
    ann = desks(postgresql, "ann", watched=False)
    fill(ann, 2)
    item = ann.repository.item(1)
    with psycopg.connect(postgresql) as other:
        other.execute("LOCK TABLE queue, judgments, boards IN ACCESS EXCLUSIVE MODE")
        ann.repository.link.patience_s = 0.5
        assert ann.repository.item(1) == item
        assert ann.session.judge(item, JudgmentKind.OK, 1.0).record_id == -1
    assert ann.repository.deliver().records == 1
    assert json.loads(json.dumps([record.item_id for record in ann.repository.judgments()])) == [1]
