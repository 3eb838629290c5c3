"""Work in order, on one process or on several, and the progress of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from vqganodip.errors import Message

__all__ = ["OnProgress", "Progress", "FitCounter", "work_through"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fit has come.

    Attributes:
        step: What is being done, for people.
        done: Units of work done, all steps together.
        total: Units of work in all; the unit is one fit of a classifier.
    """

    step: Message
    done: int
    total: int


OnProgress: TypeAlias = Callable[[Progress], None]
"""Called from the thread that fits, between two fits. An exception that it raises stops the work."""


@dataclass(slots=True)
class FitCounter:
    """Counts fits and tells the listener."""

    total: int
    listener: OnProgress | None = None
    done: int = 0

    def advance(self, step: Message, fits: int) -> None:
        self.done = min(self.done + fits, self.total)
        if self.listener is not None:
            self.listener(Progress(step, self.done, self.total))


def work_through(function: Callable[..., T], tasks: Sequence[tuple[Any, ...]], n_jobs: int) -> Iterator[T]:
    """The results of ``function(*task)`` in the order of the tasks.

    Args:
        function: A module-level function, since it may travel to another process.
        tasks: Arguments of each call.
        n_jobs: Processes (loky, one thread each); 1 works in this one. Results are the same.
    """
    if n_jobs == 1 or len(tasks) < 2:
        yield from _here(function, tasks)
        return
    from joblib import Parallel, delayed, parallel_config

    with parallel_config(backend="loky", inner_max_num_threads=1):
        results: Iterable[T] = Parallel(n_jobs=n_jobs, return_as="generator", batch_size="auto")(
            delayed(function)(*task) for task in tasks
        )
        yield from results


def _here(function: Callable[..., T], tasks: Sequence[tuple[Any, ...]]) -> Iterator[T]:
    from threadpoolctl import threadpool_limits

    for task in tasks:
        with threadpool_limits(limits=1):
            result = function(*task)
        yield result
