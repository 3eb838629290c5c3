"""Which board is shown as what, and in which order: counterbalanced lists, seeded shuffles, the same on every machine.

Orders come from the raw 64-bit words of PCG64 and Lemire's bounded integers written out here: no release of numpy can
change them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from vqganodip.errors import TuringError

__all__ = ["ORDER_ALGORITHM", "List", "PlannedTrial", "Truth", "assign_lists", "plan_trials", "seed_of"]

ORDER_ALGORITHM: Final = "fy-pcg64-v1"
"""Fisher–Yates on PCG64; written into every trial."""

_LONGEST_RUN: Final = 5
_ATTEMPTS: Final = 10_000


class Truth(StrEnum):
    """What is shown."""

    REAL = "real"
    FAKE = "fake"


class List(StrEnum):
    """Half of the observers see list A, half list B; each board is real in one and fake in the other."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True)
class PlannedTrial:
    """A trial before it is shown.

    Attributes:
        block: 1 or 2.
        board: Index of the board.
        truth: Whether the board itself or its reconstruction is shown.
    """

    block: int
    board: int
    truth: Truth


class _Words:
    """Bounded integers from raw 64-bit words."""

    def __init__(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)

    def below(self, bound: int) -> int:
        """Uniform on 0 … bound − 1, without bias (Lemire 2019)."""
        threshold = (1 << 64) % bound
        while True:
            product = int(self._bits.random_raw()) * bound
            if product & ((1 << 64) - 1) >= threshold:
                return product >> 64

    def shuffled(self, items: Sequence[PlannedTrial]) -> list[PlannedTrial]:
        """Fisher–Yates from the end."""
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out


def seed_of(secret: bytes, participant: str, session: str) -> int:
    """64-bit seed of a session: the first eight bytes of SHA-256 over secret, participant and session."""
    parts = b"\x00".join((secret, participant.encode(), session.encode()))
    return int.from_bytes(hashlib.sha256(parts).digest()[:8], "big")


def assign_lists(boards: int, seed: int) -> tuple[tuple[Truth, ...], tuple[Truth, ...]]:
    """What each board is on list A and on list B: half of the boards real on A, the others fake, and B the reverse.

    Raises:
        TuringError: An odd number of boards, or none.
    """
    if boards < 2 or boards % 2:
        raise TuringError(f"{boards} boards cannot be halved", where="lists", todo="Choose an even number of boards.")
    words = _Words(seed)
    places = [PlannedTrial(1, i, Truth.REAL) for i in range(boards)]
    real = {trial.board for trial in words.shuffled(places)[: boards // 2]}
    first = tuple(Truth.REAL if i in real else Truth.FAKE for i in range(boards))
    return first, tuple(Truth.FAKE if truth is Truth.REAL else Truth.REAL for truth in first)


def plan_trials(truths: Sequence[Truth], seed: int, longest_run: int = _LONGEST_RUN) -> tuple[PlannedTrial, ...]:
    """The order of a session: two halves with as many reals as fakes each, no class more than ``longest_run`` in a row.

    Runs are bounded by drawing whole halves again (rejection), which leaves every accepted order equally likely; a run
    does not reach across the break. Every board occurs once.

    Args:
        truths: What each board is on this observer's list; a multiple of four boards, as many reals as fakes.
        seed: Of the session, see :func:`seed_of`.
        longest_run: Most trials of one class in a row.

    Raises:
        TuringError: Numbers that cannot be halved, or runs that cannot be kept that short.
    """
    kinds = {truth: [i for i, t in enumerate(truths) if t is truth] for truth in Truth}
    each = len(kinds[Truth.REAL])
    if each != len(kinds[Truth.FAKE]) or each % 2 or not each:
        raise TuringError(
            f"{each} reals and {len(kinds[Truth.FAKE])} fakes cannot be halved evenly",
            where="order",
            todo="Use as many reals as fakes, an even number of each.",
        )
    words = _Words(seed)
    halves: tuple[list[PlannedTrial], list[PlannedTrial]] = ([], [])
    for truth in Truth:
        places = words.shuffled([PlannedTrial(1, i, truth) for i in kinds[truth]])
        halves[0].extend(places[: each // 2])
        halves[1].extend(PlannedTrial(2, trial.board, truth) for trial in places[each // 2 :])
    return tuple(trial for half in halves for trial in _short_runs(half, words, longest_run))


def _short_runs(half: Sequence[PlannedTrial], words: _Words, longest_run: int) -> Iterator[PlannedTrial]:
    for _ in range(_ATTEMPTS):
        order = words.shuffled(half)
        if _longest(order) <= longest_run:
            return iter(order)
    raise TuringError(
        f"no order without more than {longest_run} of a class in a row was found",
        where="order",
        todo="Allow longer ones.",
    )


def _longest(order: Sequence[PlannedTrial]) -> int:
    longest, run, before = 0, 0, None
    for trial in order:
        run = run + 1 if trial.truth is before else 1
        before, longest = trial.truth, max(longest, run)
    return longest
