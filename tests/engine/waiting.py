"""Waiting for progress in tests, never for a number of seconds: a busy machine makes tests late, not red."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import IO, Final

HANG_GUARD_S: Final = 1800
"""Guard against hangs: nothing that makes progress takes this long on any machine. ``pyproject.toml`` sets the same
limit for a whole test."""

_LOOK_AGAIN_S: Final = 0.01


def told_before_a_kill(lines: IO[bytes], chance: random.Random, most: int) -> bytes:
    """Read what a program acknowledges until a random moment, at which the caller kills it.

    The moment is a random number of lines after the first, plus a random part of the average time per line on this
    machine. On slow and on fast machines alike it falls anywhere within the work for one line.

    Args:
        lines: Output of the program, one line per stored item.
        chance: Source of the random moment.
        most: Maximum number of lines after the first.
    """
    told = [lines.readline()]
    began = time.monotonic()
    more = chance.randint(1, most)
    told += [lines.readline() for _ in range(more)]
    time.sleep(chance.uniform(0.0, 1.0) * (time.monotonic() - began) / more)
    return b"".join(told)


def wait_until(condition: Callable[[], bool], gone: Callable[[], object] = lambda: None) -> None:
    """Poll until a condition holds.

    Args:
        condition: The condition.
        gone: Returns why the condition can no longer become true, for example how a process ended; None as long as it
            can.
    """
    end = time.monotonic() + HANG_GUARD_S
    while not condition():
        why = gone()
        assert why is None or condition(), f"the condition can no longer become true: {why}"
        assert time.monotonic() < end, "this hangs"
        time.sleep(_LOOK_AGAIN_S)
