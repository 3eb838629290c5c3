"""How tests wait: for what happens, never for a while. A machine that is busy makes them late and not red."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import IO, Final

HANG_GUARD_S: Final = 1800
"""So long nothing that is still going on takes, on no machine: what takes longer hangs. ``pyproject.toml`` says the
same of a whole test."""

_LOOK_AGAIN_S: Final = 0.01


def told_before_a_kill(lines: IO[bytes], chance: random.Random, most: int) -> bytes:
    """Reads what a program acknowledges until the moment at which it is to be killed, which is a random one.

    It comes so many lines after the first, and then at a random point of the time that one of them has taken here and
    now: on a slow machine as on a quick one it lies anywhere in what the program does for a line.

    Args:
        lines: What the program says, one line for each thing that is kept.
        chance: Where the moment comes from.
        most: Lines after the first, at most.
    """
    told = [lines.readline()]
    began = time.monotonic()
    more = chance.randint(1, most)
    told += [lines.readline() for _ in range(more)]
    time.sleep(chance.uniform(0.0, 1.0) * (time.monotonic() - began) / more)
    return b"".join(told)


def wait_until(condition: Callable[[], bool], gone: Callable[[], object] = lambda: None) -> None:
    """Looks until something holds.

    Args:
        condition: What is waited for.
        gone: Says what makes the waiting useless, for example how the process ended that was to do it; None while
            nothing does.
    """
    end = time.monotonic() + HANG_GUARD_S
    while not condition():
        why = gone()
        assert why is None or condition(), f"this will not come any more: {why}"
        assert time.monotonic() < end, "this hangs"
        time.sleep(_LOOK_AGAIN_S)
