"""Tasks on real workers: order, errors, lost workers, tasks that take workers down, other versions."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.dask_cluster import DaskCluster, dask_cluster
from engine.waiting import wait_until

from vqganodip.cluster.connection import ClusterPlace, connected
from vqganodip.cluster.on_worker import folder_of
from vqganodip.cluster.parcel import Parcel
from vqganodip.errors import ClusterError, ImageError, Message, VqganodipError


def squared(number: int) -> int:
    """Square a number; refuses 5, and ends the process at 13."""
    if number == 5:
        raise ImageError("five", "this is five", where="5")
    if number == 13:
        os._exit(9)
    return number * number


class UnreadableError(Exception):
    """An exception that cannot be read again from its bytes."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")


def unreadable(number: int) -> int:
    """Return a number below 3."""
    if number < 3:
        return number
    raise UnreadableError("heat", "dust")


def slowly(number: int, started: str) -> tuple[int, int]:
    """Return a number and the process that had it, after the file of the task was written."""
    Path(started, f"{number}-{os.getpid()}").touch()
    time.sleep(0.02)
    return number, os.getpid()


def read_parcel(sha256: str, _number: int) -> tuple[int, str]:
    folder = folder_of(sha256)
    return os.getpid(), f"{folder}:{(folder / 'greeting.txt').read_text()}"


def set_aside(number: int) -> ImageError:
    return ImageError("set-aside", "set aside", where=str(number))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[DaskCluster]:
    """A scheduler without workers, which know these tests."""
    with dask_cluster(tmp_path / "cluster") as started:
        yield started


def length(number: int, picture: bytes) -> int:
    return number + len(picture)


def test_that_pictures_that_were_sent_are_not_kept_in_memory(cluster: DaskCluster) -> None:
    cluster.start_worker()
    with connected(ClusterPlace(cluster.address)) as workers:
        picture = bytes(10_000)
        found = list(workers.map(length, range(20), lambda n: (n, picture), set_aside))
        assert found == [number + 10_000 for number in range(20)]
        client = workers._client
        sent = client.scheduler_comm.recent_message_log
        assert (sent.maxlen, len(sent)) == (0, 0)
        kept = client.run_on_scheduler(lambda dask_scheduler: [
            len(one.recent_message_log)
            for one in (*dask_scheduler.stream_comms.values(), *dask_scheduler.client_comms.values())
        ])  # fmt: skip
        assert kept == [0, 0]


def test_that_results_have_the_order_of_the_tasks_and_a_deadly_one_is_set_aside() -> None:
    told: list[Message] = []
    counted: list[int] = []
    with connected(ClusterPlace(workers=2), notice=told.append) as workers:
        results = list(
            workers.map(squared, range(30), lambda n: (n,), set_aside, lambda done, of: counted.append(done))
        )
    errors = {i: str(result) for i, result in enumerate(results) if isinstance(result, VqganodipError)}
    assert errors == {5: "5: this is five.", 13: "13: set aside."}
    assert [result for result in results if isinstance(result, int)] == [n * n for n in range(30) if n not in (5, 13)]
    assert sorted(counted) == list(range(1, 31))
    assert [note.code for note in told] == ["cluster-worker-lost"] * 2


def test_that_an_exception_that_cannot_be_read_again_ends_the_work(cluster: DaskCluster) -> None:
    cluster.start_worker()
    with connected(ClusterPlace(cluster.address)) as workers:
        results = workers.map(unreadable, range(9), lambda n: (n,), set_aside)
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(RuntimeError, match="UnreadableError: heat and dust"):
            next(results)


def test_that_items_are_taken_not_far_ahead_of_the_results(cluster: DaskCluster) -> None:
    for _ in range(2):
        cluster.start_worker()
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number + 100

    most = 0
    with connected(ClusterPlace(cluster.address)) as workers:
        for number, _ in enumerate(workers.map(squared, items(), lambda n: (n,), set_aside)):
            most = max(most, taken - number)
    assert taken == 100
    assert most <= 9


def test_that_a_killed_worker_costs_a_retry_and_a_later_one_helps(cluster: DaskCluster, tmp_path: Path) -> None:
    started = tmp_path / "started"
    started.mkdir()
    first = cluster.start_worker()
    with connected(ClusterPlace(cluster.address)) as workers:
        results = workers.map(slowly, range(40), lambda n: (n, str(started)), set_aside)
        head = [next(results) for _ in range(5)]
        second = cluster.start_worker()
        cluster.kill(first)
        rest = list(results)
    answers = [answer for answer in (*head, *rest) if not isinstance(answer, VqganodipError)]
    assert [number for number, _ in answers] == list(range(40))
    assert {process for _, process in answers} == {first.pid, second.pid}


def test_that_each_worker_gets_the_files_once(cluster: DaskCluster) -> None:
    parcel = Parcel.of({"greeting.txt": b"hello"})
    for _ in range(2):
        cluster.start_worker()
    folders = set()
    for _ in range(2):
        with connected(ClusterPlace(cluster.address), parcel) as workers:
            for answer in workers.map(read_parcel, range(20), lambda n: (parcel.sha256, n), set_aside):
                assert not isinstance(answer, VqganodipError)
                folders.add(answer)
    assert len(folders) == len({process for process, _ in folders})
    assert all(text.endswith(":hello") for _, text in folders)


def test_that_no_worker_is_taken_for_lost_while_dask_asks_for_totals_alone(
    cluster: DaskCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dask

    cluster.start_worker()
    told: list[Message] = []
    monkeypatch.setattr("vqganodip.cluster.workers._LOOK_S", 0.0)
    with (
        dask.config.set({"distributed.client.scheduler-info-interval": "1ms"}),
        connected(ClusterPlace(cluster.address), notice=told.append) as workers,
    ):
        results = list(workers.map(squared, range(100, 200), lambda n: (n,), set_aside))
    assert results == [n * n for n in range(100, 200)]
    assert told == []


def test_that_another_version_of_the_engine_is_refused(cluster: DaskCluster) -> None:
    cluster.start_worker(preload="import vqganodip\nvqganodip.__version__ = '0.0.1'\n")
    told: list[Message] = []
    with connected(ClusterPlace(cluster.address), notice=told.append) as workers, pytest.raises(ClusterError) as none:
        list(workers.map(squared, range(3), lambda n: (n,), set_aside))
    assert none.value.code == "cluster-workers-refused"
    assert "it has vqganodip 0.0.1 (" in str(told[0])


def test_that_a_lost_scheduler_ends_the_run_in_words(cluster: DaskCluster) -> None:
    cluster.start_worker()
    with connected(ClusterPlace(cluster.address)) as workers:
        results = workers.map(squared, range(100, 10_000), lambda n: (n,), set_aside)
        next(results)
        cluster.scheduler.kill()
        wait_until(lambda: cluster.scheduler.poll() is not None)
        with pytest.raises(ClusterError) as lost:
            list(results)
    assert lost.value.code == "cluster-lost"
