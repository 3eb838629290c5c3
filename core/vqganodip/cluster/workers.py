"""Tasks handed to the workers of a Dask cluster, with results in the order of the tasks.

This program decides which worker gets which task, at most two at a time: one that it computes and one that waits, so
that it never waits for the network. Dask's own distribution would hand a lost task to the next worker by itself, up to
four times, and count a task that only waited there as guilty too. Here a task that was on a lost worker is given to a
worker that has no other; when that one is lost as well, the task is set aside.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import uuid4

from vqganodip.cluster.address import is_protected
from vqganodip.cluster.jobs import Job, OnNotice, OnWorkers, Running, State, Worker
from vqganodip.cluster.on_worker import Failure, FilesMissingError, Greeting, greet, guarded, keep_files, versions
from vqganodip.cluster.parcel import Parcel
from vqganodip.errors import ClusterError, Message, VqganodipError, message

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Workers"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_AT_A_TIME: Final = 2
"""Tasks that a worker has at a time."""

_AHEAD: Final = 4
"""Tasks per worker between the next result and the newest task, so that results that wait for it stay few."""

_MOST_LOSSES: Final = 2
"""Lost workers after which a task is set aside."""

_SENT_AT_A_TIME: Final = 2
"""Workers that get their files at the same time; each copy passes through the scheduler's memory."""

_MOST_FETCHES: Final = 3
"""Attempts to get a result from the worker that has it."""

_LOOK_S: Final = 1.0
"""Seconds between two looks at the list of workers; a worker that leaves is reported at once."""

_WITHOUT_WORKERS_S: Final = 120.0
"""Seconds after which a run without any worker ends."""


class Workers:
    """The workers of a cluster.

    Args:
        client: Connection to the scheduler.
        parcel: Files that a worker gets before its first task; None without any.
        notice: Takes messages on workers.
    """

    def __init__(self, client: Client, parcel: Parcel | None = None, notice: OnNotice = lambda _: None) -> None:
        self._client = client
        self._parcel = parcel
        self._notice = notice
        self._workers: dict[str, Worker] = {}
        self._events: SimpleQueue[tuple[Worker, Job[Any] | None, Running] | str | None] = SimpleQueue()
        self._looked_at = float("-inf")
        self._ready_at = time.monotonic()
        client.subscribe_topic("all", self._hear)

    @property
    def ready(self) -> int:
        """Number of workers in use."""
        return sum(worker.state is State.READY for worker in self._workers.values())

    def map(
        self,
        function: Callable[..., Result],
        items: Iterable[Item],
        pack: Callable[[Item], tuple[Any, ...]],
        set_aside: Callable[[Item], VqganodipError],
        progress: OnWorkers = lambda *_: None,
    ) -> Iterator[Result | VqganodipError]:
        """Yield the result of ``function(*pack(item))``, or the error of the item, in the order of the items.

        Args:
            function: A module-level function; runs on the workers.
            items: Taken one by one, not far ahead of the results.
            pack: Makes the arguments, in this process, shortly before the task is sent; again if its worker is lost. A
                VqganodipError that it raises is the result of the item.
            set_aside: Makes the error of an item during which two workers were lost.
            progress: Called after each finished task.

        Raises:
            ClusterError: There is no worker left, or the scheduler is gone.
            RuntimeError: A task raised another exception than a VqganodipError, whose text it has.
        """
        work = _Work(self, function, iter(items), pack, set_aside, progress)
        try:
            yield from work.results()
        finally:
            self._drop_all()

    def start(self, worker: Worker, job: Job[Any] | None, function: Callable[..., Any], *given: Any) -> Running:
        """Start a call on one worker; its end is an event."""
        running = Running(
            self._client.submit(
                guarded,
                function,
                *given,
                key=f"vqganodip-{function.__name__}-{uuid4().hex}",
                workers=[worker.address],
                allow_other_workers=False,
                pure=False,
            )
        )
        running.remote.add_done_callback(lambda _: self._events.put((worker, job, running)))
        return running

    def _fetch(self, worker: Worker, job: Job[Any] | None, running: Running) -> None:
        """Ask for the result of a call that has ended; its arrival is another event."""

        async def gathered() -> Any:
            return await self._client.gather(running.remote, asynchronous=True)

        loop = self._client.loop.asyncio_loop
        running.fetches += 1
        running.fetched = asyncio.run_coroutine_threadsafe(gathered(), loop)
        running.fetched.add_done_callback(lambda _: self._events.put((worker, job, running)))

    def _has_ended(self, worker: Worker, job: Job[Any] | None, running: Running) -> bool:
        """Take an event of a call; True when its result or error is here."""
        if running.remote.status == "error":
            return True
        if running.fetched is None or not running.fetched.done():
            if running.remote.status == "finished" and running.fetched is None:
                self._fetch(worker, job, running)
            return False
        if running.fetched.exception() is None:
            return True
        if running.remote.status == "finished":
            if running.fetches >= _MOST_FETCHES:
                raise self._connection_lost() from running.fetched.exception()
            self._fetch(worker, job, running)
        else:
            running.fetched = None  # the worker that has it is gone, or nearly so
        return False

    def usable(self) -> Iterator[Worker]:
        """The workers that can take a task, those with the fewest first."""
        ready = [worker for worker in self._workers.values() if worker.state is State.READY and not worker.alone]
        return iter(sorted(ready, key=lambda worker: len(worker.jobs)))

    def next_end(self) -> tuple[Worker, Job[Any], Running] | list[Job[Any]]:
        """Wait for the end of a task, or for a moment; returns it, or the tasks of workers that were lost meanwhile."""
        if time.monotonic() - self._looked_at >= _LOOK_S:
            lost = self._look()
            if lost:
                return lost
        try:
            event = self._events.get(timeout=_LOOK_S)
        except Empty:
            return []
        self._check_connection()
        if event is None:  # a worker joined
            self._looked_at = float("-inf")
        elif isinstance(event, str):
            return self._lose(event)
        else:
            worker, job, running = event
            known = worker.check is running if job is None else worker.jobs.get(job) is running
            if known and self._has_ended(*event):
                if job is not None:
                    return worker, job, running
                self._checked(worker, running)
        return []

    def _hear(self, event: tuple[float, Any]) -> None:
        """Take an event of the scheduler, on Dask's thread."""
        about = event[1]
        action = about.get("action") if isinstance(about, dict) else None
        if action == "remove-worker":
            self._events.put(str(about.get("worker")))
        elif action == "add-worker":
            self._events.put(None)

    def _look(self) -> list[Job[Any]]:
        self._looked_at = time.monotonic()
        self._check_connection()
        try:
            # not client.scheduler_info: its answer may be replaced, before it is read, by one that names no workers
            present = self._client.sync(self._client.scheduler.identity, n_workers=-1)["workers"]
        except OSError as error:
            raise self._connection_lost() from error
        lost = [job for address in set(self._workers) - set(present) for job in self._lose(address)]
        for address in present:
            if address not in self._workers:
                self._workers[address] = Worker(address)
        self._prepare_some()
        self._check_that_some_are_left()
        return lost

    def _check_connection(self) -> None:
        if self._client.status != "running":
            raise self._connection_lost()

    def _connection_lost(self) -> ClusterError:
        return ClusterError(
            "cluster-lost",
            "the connection to the scheduler was lost",
            where=_address_of(self._client),
            todo="Check the computer of the scheduler and the network, and call the same command again.",
        )

    def _lose(self, address: str) -> list[Job[Any]]:
        """Forget a worker; returns the tasks that it had."""
        worker = self._workers.pop(address, None)
        if worker is None:
            return []
        if worker.check is not None:
            worker.check.drop()
        for job, running in worker.jobs.items():
            job.losses += 1
            running.drop()
        if worker.jobs:
            self._notice(
                message(
                    "cluster-worker-lost",
                    "Worker {worker} was lost; {count:task|tasks} that it had {count:|is|are} given to others.",
                    worker=address,
                    count=len(worker.jobs),
                )
            )
        lost = list(worker.jobs)
        worker.jobs.clear()
        worker.check = None
        return lost

    def _prepare_some(self) -> None:
        sending = sum(worker.state is State.GETS_FILES for worker in self._workers.values())
        for worker in self._workers.values():
            if worker.state is State.NEW and not is_protected(worker.address):
                self._refuse(worker, message("cluster-worker-open", "its address is open to the network"))
            elif worker.state is State.NEW:
                worker.state = State.GREETED
                worker.check = self.start(worker, None, greet, "" if self._parcel is None else self._parcel.sha256)
            elif worker.state is State.LACKS_FILES and self._parcel is not None and sending < _SENT_AT_A_TIME:
                sending += 1
                worker.state = State.GETS_FILES
                parcel = self._parcel
                worker.check = self.start(worker, None, keep_files, parcel.sha256, dict(parcel.files))

    def _checked(self, worker: Worker, running: Running) -> None:
        """Take what a worker answered to a check."""
        worker.check = None
        try:
            answer = result_of(running)
        except Exception as error:  # whatever its version makes of the call
            if "deserialization of the task graph" in str(error):
                raise ClusterError(
                    "cluster-scheduler-version",
                    "the scheduler has no vqganodip, or another version of it",
                    where=_address_of(self._client),
                    todo="Install the same version there as here.",
                ) from error
            self._refuse(
                worker,
                message(
                    "cluster-worker-no-engine",
                    "it has no vqganodip, or another version of it ({error})",
                    error=str(error),
                ),
            )
            return
        if isinstance(answer, Greeting):
            other = _other_version(answer)
            if other is not None:
                self._refuse(worker, other)
                return
            worker.state = State.READY if answer.has_files else State.LACKS_FILES
        else:
            worker.state = State.READY
        self._prepare_some()

    def _refuse(self, worker: Worker, reason: Message) -> None:
        worker.state = State.REFUSED
        self._notice(
            message(
                "cluster-worker-refused", "Worker {worker} is not used: {reason}.", worker=worker.address, reason=reason
            )
        )

    def _check_that_some_are_left(self) -> None:
        states = {worker.state for worker in self._workers.values()}
        now = time.monotonic()
        if states == {State.REFUSED}:
            raise ClusterError(
                "cluster-workers-refused",
                "of {count:worker|workers} none can be used",
                where=_address_of(self._client),
                todo="Install the same version of vqganodip and its packages on all computers.",
                count=len(self._workers),
            )
        if states - {State.REFUSED}:
            self._ready_at = now
        elif now - self._ready_at > _WITHOUT_WORKERS_S:
            raise ClusterError(
                "cluster-no-workers",
                "the cluster has had no workers for {seconds:.0f} seconds",
                where=_address_of(self._client),
                todo="Start workers with `dask worker`, and call the same command again.",
                seconds=_WITHOUT_WORKERS_S,
            )

    def _drop_all(self) -> None:
        for worker in self._workers.values():
            for running in worker.jobs.values():
                with suppress(Exception):  # the connection may be gone
                    running.drop()
            worker.jobs.clear()
            worker.alone = False


class _Work:
    """One call of :meth:`Workers.map`: pending tasks, and results that wait for their turn."""

    def __init__(
        self,
        workers: Workers,
        function: Callable[..., Any],
        items: Iterator[Any],
        pack: Callable[[Any], tuple[Any, ...]],
        set_aside: Callable[[Any], VqganodipError],
        progress: OnWorkers,
    ) -> None:
        self._workers = workers
        self._function = function
        self._items = items
        self._pack = pack
        self._set_aside = set_aside
        self._progress = progress
        self._results: dict[int, Any] = {}
        self._again: deque[Job[Any]] = deque()
        self._taken = self._yielded = self._done = 0
        self._exhausted = False

    def results(self) -> Iterator[Any]:
        while True:
            self._hand_out()
            while self._yielded in self._results:
                result = self._results.pop(self._yielded)
                self._yielded += 1
                yield result
                self._hand_out()
            if self._exhausted and self._yielded == self._taken:
                return
            end = self._workers.next_end()
            if isinstance(end, list):
                self._lost(end)
            else:
                self._ended(*end)

    def _hand_out(self) -> None:
        """Give each worker what it can take: a task that was on a lost worker alone, another one as the second too."""
        for worker in self._workers.usable():
            while self._again and not worker.jobs:
                worker.alone = self._send(worker, self._again.popleft())
            while not worker.alone and len(worker.jobs) < _AT_A_TIME and not (self._again and worker.jobs):
                job = self._next_job()
                if job is None:
                    return
                self._send(worker, job)

    def _next_job(self) -> Job[Any] | None:
        if self._exhausted or self._taken - self._yielded >= _AHEAD * max(1, self._workers.ready):
            return None
        for item in self._items:
            self._taken += 1
            return Job(self._taken - 1, item)
        self._exhausted = True
        return None

    def _send(self, worker: Worker, job: Job[Any]) -> bool:
        try:
            given = self._pack(job.item)
        except VqganodipError as error:
            self._finish(job, error)
            return False
        worker.jobs[job] = self._workers.start(worker, job, self._function, *given)
        return True

    def _ended(self, worker: Worker, job: Job[Any], running: Running) -> None:
        del worker.jobs[job]
        worker.alone = False
        try:
            self._finish(job, result_of(running))
        except VqganodipError as error:
            self._finish(job, error)
        except FilesMissingError:
            worker.state = State.LACKS_FILES
            self._again.append(job)

    def _lost(self, jobs: list[Job[Any]]) -> None:
        for job in jobs:
            if job.losses >= _MOST_LOSSES:
                self._finish(job, self._set_aside(job.item))
            else:
                self._again.append(job)

    def _finish(self, job: Job[Any], result: Any) -> None:
        self._results[job.number] = result
        self._done += 1
        self._progress(self._done, self._workers.ready)


def result_of(running: Running) -> Any:
    """Return the result of a call that has ended, or raise its error."""
    if running.fetched is None:
        raise running.remote.exception()
    result = running.fetched.result()
    if not isinstance(result, Failure):
        return result
    if result.error is not None:
        raise result.error
    raise RuntimeError(result.text)


def _other_version(greeting: Greeting) -> Message | None:
    """Return in words what a worker has in another version than this program; None if nothing."""
    for name, ours in versions().items():
        theirs = greeting.versions.get(name, "-")
        if theirs != ours:
            return message(
                "cluster-worker-version",
                "it has {package} {theirs}, this program {ours}",
                package=name,
                theirs=theirs,
                ours=ours,
            )
    return None


def _address_of(client: Client) -> str:
    scheduler = client.scheduler
    return "" if scheduler is None else str(scheduler.address)
