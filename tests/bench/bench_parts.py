"""Benchmark of small parts that a user waits for, each with its required time.

    python tests/bench/bench_parts.py

One thread; some figures are the best of several runs. On a busy machine the times include its other load.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QCoreApplication

sys.path.insert(0, str(Path(__file__).parents[1]))
from engine.imaging.test_registration import board, euclidean, moved, photographed
from engine.store.test_workspace import long_queue
from engine.turing_sessions import Participant

from vqganodip.imaging import registration
from vqganodip.records import Region
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState, ReviewItem
from vqganodip.review.location_history import LocationIndex
from vqganodip.scoring.preprocessing import fit_preprocessing
from vqganodip.store.workspace import DATABASE
from vqganodip.testing import sample_inspection, sample_judgment
from vqganodip.turing.simulated_observers import Observer, noise_study, simulate_study
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.types import Box
from vqganodip_gui.turing.clock import RealClock


def say(what: str, seconds: float, asked: str) -> None:
    sys.stdout.write(f"{what}: {1000 * seconds:,.1f} ms (asked: {asked})\n")
    sys.stdout.flush()


def timed(act: Callable[[], object], times: int = 1) -> float:
    """Seconds of the fastest of several runs."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        took.append(time.perf_counter() - start)
    return min(took)


def bench_preprocessing() -> None:
    for rows in (30, 350):
        values = np.random.default_rng(0).normal(size=(rows, 400))
        fit = partial(fit_preprocessing, values)
        fit()
        say(f"preprocessing of 400 columns, {rows} rows", timed(fit, 5), "< 100 ms")


def bench_registration() -> None:
    picture = board(1024, 1024)
    reference = registration.build_reference([picture])
    source = photographed(moved(picture, euclidean(1.3, 20, -14, (1024, 1024))), 2)
    cv2.setNumThreads(1)
    say("registration of 1024×1024 pixels", timed(lambda: registration.register(source, reference), 5), "< 150 ms")


def bench_places() -> None:
    index, sample = LocationIndex(), sample_inspection(1)
    for number in range(1, 20_001):
        y = number % 300
        regions = tuple(Region(Box(x, y, x + 20, y + 20), 1, 1, 1) for x in (0, 90, 180, 270, 360))
        judgment = sample_judgment(1, JudgmentKind.FALSE_CALL)
        index.take(judgment, ReviewItem(number, "", replace(sample, regions=regions)))
    place = Box(90, 120, 100, 124)
    say("a place among 100,000 regions", timed(lambda: index.memory(sample.bundle_sha256, place), 5), "< 100 ms")


def bench_queue() -> None:
    wanted = QueueFilter(QueueState.UNJUDGED)
    with tempfile.TemporaryDirectory() as name, closing(long_queue(Path(name) / DATABASE)) as repository:

        def look() -> None:
            page = repository.items(wanted, 15_000, 50)
            repository.neighbour(wanted, page[-1].item_id)

        look()
        say("a page in the middle of 30,000 boards, and the board after it", timed(look, 5), "< 500 ms")


def bench_virtual_sessions() -> None:
    say("a session of forty minutes on virtual time", timed(lambda: Participant(practice=6).run()), "< 2,000 ms")
    observers = [Observer(d_prime=value, misses=0.02) for value in (2.5, 2.0, 2.2, 1.8, 2.4)]
    with tempfile.TemporaryDirectory() as name:
        study = noise_study(Path(name) / "study", PAPER_16_5, 5, 0.1, 3)
        say(
            "five such sessions with their files",
            timed(lambda: simulate_study(study, observers, seed=3)),
            "< 15,000 ms",
        )


def bench_wake_up_calls() -> None:
    application = QCoreApplication([])
    clock, late = RealClock(), []
    begin = clock.now()
    for step in range(1, 60):
        when = begin + 0.0113 * step
        clock.call_at(when, lambda when=when: late.append(clock.now() - when))
    clock.call_at(begin + 0.0113 * 62, application.quit)
    application.exec()
    say("how late a wake-up call of the Turing test comes, median of 59", float(np.median(late)), "< 5 ms")


def main() -> None:
    for bench in (
        bench_preprocessing, bench_registration, bench_places, bench_queue, bench_virtual_sessions, bench_wake_up_calls
    ):  # fmt: skip
        bench()


if __name__ == "__main__":
    main()
