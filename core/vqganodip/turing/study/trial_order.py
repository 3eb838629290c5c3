"""Order of trials: counterbalanced lists and seeded shuffles that are identical on every machine.

Orders are drawn from the raw 64-bit words of PCG64 with Lemire's bounded integers, implemented here so that no release
of numpy can change them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from vqganodip.errors import TuringError, message

__all__ = ["ORDER_ALGORITHM", "List", "PlannedTrial", "Truth", "assign_lists", "plan_trials", "seed_of"]

ORDER_ALGORITHM: Final = "fy-pcg64-v1"
"""Name of the algorithm, Fisher–Yates on PCG64, written into every trial."""

_LONGEST_RUN: Final = 5
_ATTEMPTS: Final = 10_000


class Truth(StrEnum):
    """Truth of a stimulus: an original board or its reconstruction."""

    REAL = "real"
    FAKE = "fake"


class List(StrEnum):
    """Counterbalanced lists: half of the observers see each, and every board is real on one and fake on the other."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True)
class PlannedTrial:
    """A trial before it is shown.

    Attributes:
        block: 1 or 2.
        board: Index of the board.
        truth: Original or reconstruction.
    """

    block: int
    board: int
    truth: Truth


class _Words:
    """Source of bounded integers from raw 64-bit words."""

    def __init__(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)

    def below(self, bound: int) -> int:
        """Draw uniformly from 0 … bound − 1 without bias (Lemire 2019)."""
        threshold = (1 << 64) % bound
        while True:
            product = int(self._bits.random_raw()) * bound
            if product & ((1 << 64) - 1) >= threshold:
                return product >> 64

    def shuffled(self, items: Sequence[PlannedTrial]) -> list[PlannedTrial]:
        """Return a shuffled copy (Fisher–Yates from the end)."""
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out


def seed_of(secret: bytes, participant: str, session: str) -> int:
    """Return the 64-bit seed of a session: the first eight bytes of SHA-256 over secret, participant and session."""
    parts = b"\x00".join((secret, participant.encode(), session.encode()))
    return int.from_bytes(hashlib.sha256(parts).digest()[:8], "big")


def assign_lists(boards: int, seed: int) -> tuple[tuple[Truth, ...], tuple[Truth, ...]]:
    """Draw the truth of each board on list A, half of them real, and return it with its complement for list B.

    Raises:
        TuringError: The number of boards is odd or zero.
    """
    if boards < 2 or boards % 2:
        raise TuringError(
            "order-boards-uneven",
            "{count} boards cannot be halved",
            where=message("place-lists", "lists"),
            todo="Choose an even number of boards.",
            count=boards,
        )
    words = _Words(seed)
    places = [PlannedTrial(1, i, Truth.REAL) for i in range(boards)]
    real = {trial.board for trial in words.shuffled(places)[: boards // 2]}
    first = tuple(Truth.REAL if i in real else Truth.FAKE for i in range(boards))
    return first, tuple(Truth.FAKE if truth is Truth.REAL else Truth.REAL for truth in first)


def plan_trials(truths: Sequence[Truth], seed: int, longest_run: int = _LONGEST_RUN) -> tuple[PlannedTrial, ...]:
    """Draw the order of a session: two balanced halves with at most ``longest_run`` trials of one class in a row.

    Halves with longer runs are rejected and drawn again as a whole, so all accepted orders are equally likely. Runs are
    not counted across the break. Every board occurs once.

    Args:
        truths: Truth of each board on this observer's list; a multiple of four boards, half of them real.
        seed: Seed of the session, see :func:`seed_of`.
        longest_run: Largest number of trials of one class in a row.

    Raises:
        TuringError: The numbers cannot be halved, or no order with such short runs was found.
    """
    kinds = {truth: [i for i, t in enumerate(truths) if t is truth] for truth in Truth}
    each = len(kinds[Truth.REAL])
    if each != len(kinds[Truth.FAKE]) or each % 2 or not each:
        raise TuringError(
            "order-classes-uneven",
            "{reals} reals and {fakes} fakes cannot be halved evenly",
            where=message("place-order", "order"),
            todo="Use as many reals as fakes, an even number of each.",
            reals=each,
            fakes=len(kinds[Truth.FAKE]),
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
        "order-run-too-long",
        "no order without more than {most} of a class in a row was found",
        where=message("place-order", "order"),
        todo="Allow longer ones.",
        most=longest_run,
    )


def _longest(order: Sequence[PlannedTrial]) -> int:
    longest, run, before = 0, 0, None
    for trial in order:
        run = run + 1 if trial.truth is before else 1
        before, longest = trial.truth, max(longest, run)
    return longest
