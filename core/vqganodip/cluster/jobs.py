"""Values of the work on workers: a worker, a job, and what a job ends with."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar

from vqganodip.errors import Message

__all__ = ["Job", "OnNotice", "OnWorkers", "Running", "State", "Worker"]

Item = TypeVar("Item")

OnNotice: TypeAlias = Callable[[Message], None]
"""Takes a message on the workers, such as one that was lost."""


OnWorkers: TypeAlias = Callable[[int, int], None]
"""Takes the number of finished tasks, over all workers, and the number of workers in use, after each finished task, on
the thread that waits for the results."""


class State(Enum):
    """States of a worker before and during its tasks."""

    NEW = "new"
    GREETED = "greeted"
    LACKS_FILES = "lacks files"
    GETS_FILES = "gets files"
    READY = "ready"
    REFUSED = "refused"


@dataclass(slots=True, eq=False)
class Job(Generic[Item]):
    """One task that has no result yet.

    Attributes:
        number: Position in the order of the results.
        item: What it was made of.
        losses: Workers that were lost while they had it.
    """

    number: int
    item: Item
    losses: int = 0


@dataclass(slots=True, eq=False)
class Running:
    """A call on a worker.

    Attributes:
        remote: Dask's future.
        fetched: Its result, pending until this process has it; None before the call has ended.
        fetches: How often the result was asked for.
    """

    remote: Any
    fetched: Future[Any] | None = None
    fetches: int = 0

    def drop(self) -> None:
        """Forget the call; one that computes is finished by its worker and its result is thrown away."""
        self.remote.cancel()


@dataclass(slots=True, eq=False)
class Worker:
    """A worker as this program sees it.

    Attributes:
        address: Its address.
        state: How far it is prepared.
        check: The call that checks or prepares it, while there is one.
        jobs: Its tasks, the oldest first.
        alone: True while it has a task during which another worker was lost.
    """

    address: str
    state: State = State.NEW
    check: Running | None = None
    jobs: dict[Job[Any], Running] = field(default_factory=dict)
    alone: bool = False
