"""Choice of the number of threads; on a shared machine, one may be fastest.

OpenMP splits each convolution evenly and waits for the slowest part. If another process holds one of the cores, all
threads wait for that one, and two threads take longer than one. The best number changes with the load of the machine,
so it is measured repeatedly.
"""

from __future__ import annotations

import time
from typing import Final

import torch

__all__ = ["ThreadChoice"]

_STEPS: Final = 4
_EVERY: Final = 150


class ThreadChoice:
    """Choice of the fastest thread count, found by using each for a few steps and repeated later.

    Call :meth:`step` before each step of equal work. With ``enabled`` false nothing is measured or changed; bitwise
    reproducible results need this, because threads split sums.
    """

    def __init__(self, *, enabled: bool) -> None:
        most = torch.get_num_threads()
        self._choices = (most, 1) if enabled and most > 1 else ()
        self._most = most
        self._times: dict[int, list[float]] = {}
        self._since = time.perf_counter()
        self._count = 0

    def step(self) -> None:
        """Count a step and set its number of threads."""
        if not self._choices:
            return
        now = time.perf_counter()
        phase, index = divmod(self._count % _EVERY, _STEPS)
        if self._count > 0 and phase < len(self._choices) and index > 0:
            self._times.setdefault(self._choices[phase], []).append(now - self._since)
        self._since = now
        if phase < len(self._choices):
            torch.set_num_threads(self._choices[phase])
        elif phase == len(self._choices) and index == 0:
            best = min(self._times, key=lambda n: sorted(self._times[n])[len(self._times[n]) // 2])
            torch.set_num_threads(best)
            self._times.clear()
        self._count += 1

    def close(self) -> None:
        """Restore the original number of threads."""
        if self._choices:
            torch.set_num_threads(self._most)
