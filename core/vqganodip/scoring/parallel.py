"""Ordered execution of tasks in one process or several, with progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from vqganodip.errors import Message
from vqganodip.processes import helpers_without_interrupts

__all__ = ["OnProgress", "Progress", "FitCounter", "work_through"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of a fit.

    Attributes:
        step: Name of the current step, for display.
        done: Units of work done, over all steps.
        total: Total units of work; a unit is one fit of a classifier.
    """

    step: Message
    done: int
    total: int


OnProgress: TypeAlias = Callable[[Progress], None]
"""Callback between two fits, on the fitting thread. An exception that it raises stops the work."""


@dataclass(slots=True)
class FitCounter:
    """Counter of fits that notifies a listener."""

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
        function: A module-level function, because it may be pickled for another process.
        tasks: Arguments of each call.
        n_jobs: Processes (loky, one thread each); 1 runs in this process. Results do not depend on it.
    """
    if n_jobs == 1 or len(tasks) < 2:
        yield from _here(function, tasks)
        return
    from joblib import Parallel, delayed, parallel_config
    from joblib.externals.loky.backend import resource_tracker

    resource_tracker.ensure_running()  # its start lets signals through again, in this thread and so in the helpers
    with parallel_config(backend="loky", inner_max_num_threads=1):
        parallel = Parallel(n_jobs=n_jobs, return_as="generator", batch_size="auto")
        with helpers_without_interrupts():
            results: Iterable[T] = parallel(delayed(function)(*task) for task in tasks)
        yield from results


def _here(function: Callable[..., T], tasks: Sequence[tuple[Any, ...]]) -> Iterator[T]:
    from threadpoolctl import threadpool_limits

    for task in tasks:
        with threadpool_limits(limits=1):
            result = function(*task)
        yield result
