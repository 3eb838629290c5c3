"""How many threads to compute with: as many as help, which on a shared machine may be one.

OpenMP splits each convolution evenly and waits for the slowest part. When another process holds one of the cores, all
wait for that one, and two threads take longer than one alone. What is best changes with what else runs, so it is
measured now and then.
"""

from __future__ import annotations

import time
from typing import Final

import torch

__all__ = ["ThreadChoice"]

_STEPS: Final = 4
_EVERY: Final = 150


class ThreadChoice:
    """Tries the thread counts in turn for a few steps each, keeps the fastest, and tries again later.

    Call :meth:`step` before each step of equal work. With ``enabled`` false nothing is measured or changed; results
    that must be the same to the bit need that, since sums are split by threads.
    """

    def __init__(self, *, enabled: bool) -> None:
        most = torch.get_num_threads()
        self._choices = (most, 1) if enabled and most > 1 else ()
        self._most = most
        self._times: dict[int, list[float]] = {}
        self._since = time.perf_counter()
        self._count = 0

    def step(self) -> None:
        """Counts a step, and sets the number of threads for it."""
        if not self._choices:
            return
        now = time.perf_counter()
        phase, place = divmod(self._count % _EVERY, _STEPS)
        if self._count > 0 and phase < len(self._choices) and place > 0:
            self._times.setdefault(self._choices[phase], []).append(now - self._since)
        self._since = now
        if phase < len(self._choices):
            torch.set_num_threads(self._choices[phase])
        elif phase == len(self._choices) and place == 0:
            best = min(self._times, key=lambda n: sorted(self._times[n])[len(self._times[n]) // 2])
            torch.set_num_threads(best)
            self._times.clear()
        self._count += 1

    def close(self) -> None:
        """Gives the threads back as they were."""
        if self._choices:
            torch.set_num_threads(self._most)
