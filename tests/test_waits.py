"""No test depends on how busy the machine is: none waits for a number of seconds or asserts on elapsed time.

Tests wait with ``engine/waiting.py`` and ``gui/waiting.py``; times are measured by the scripts in ``bench/``.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from engine.waiting import HANG_GUARD_S

TESTS = Path(__file__).parent

COUNTED = {
    "a limit in seconds": r"\btimeout=\s*[\d_.]*[1-9]|\bmark\.timeout\(\s*\d",
    "a pause": r"\bsleep\(|\bqWait\(|\bqtbot\.wait\(|\bthreading\.Timer\(|\bsingleShot\(\s*[\d_]*[1-9]",
    "a wait with a limit": r"\.(?:wait|join|result)\(\s*(?:timeout=)?[\d_]*\.?\d+\s*\)",
    "a wait of pytest-qt, which gives up after five seconds": r"\.(?:waitUntil|waitSignals?|waitCallback)\(",
    "a wait for a window": r"\.(?:waitExposed|waitActive)\(|\bqWaitFor\w*\(",
    "a clock": r"\b(?:perf_counter|process_time|thread_time|monotonic|elapsed)\(",
}
"""Code that counts seconds, in tests and in the programs that they start."""

ALLOWED = {
    ("test_products_at_random.py", "@pytest.mark.timeout(3600)"): "the guard against hangs of a long test",
    ("test_rehearsal.py", "@pytest.mark.timeout(2 * HANG_GUARD_S)"): "the guard against hangs of a long test",
    ("test_accidents.py", "isolation_level=None, timeout=600"): "the guard of a program that waits for the database",
    ("waiting.py", "time.sleep(_LOOK_AGAIN_S)"): "between two looks",
    ("waiting.py", "time.sleep(chance.uniform"): "a part of the time that the program itself took for a line",
    ("waiting.py", "time.monotonic()"): "the guard against hangs, and the pace of a program before its kill",
    ("waiting.py", "qtbot.waitUntil(condition, timeout=HANG_GUARD_MS)"): "the one place that calls it",
    ("waiting.py", "QTest.qWait(_REST_MS)"): "pictures for the documentation; no test looks at them",
    ("turing_grab.py", "time.monotonic()"): "the guard against hangs, in a process of its own",
    ("turing_grab.py", "QTest.qWaitForWindowExposed(surface, 1000 * HANG_GUARD_S)"): "with the guard",
    ("test_shift.py", "clock.elapsed() < HANG_GUARD_MS"): "the guard against hangs, in a process of its own",
    ("test_run.py", "time.sleep(0.001)"): "between two looks whether the signal has come",
    ("turing_crashes.py", "time.sleep(left)"): "the clock of the session that is killed",
    ("turing_crashes.py", "time.sleep(delay)"): "a kill at any moment: nothing depends on how far the session has come",
    ("turing_crashes.py", "return time.monotonic()"): "the clock of the session that is killed",
    ("turing_person.py", "time.perf_counter()"): "when a key is due and was pressed; bench_turing.py compares",
    ("test_session.py", "began = time.perf_counter()"): "an alarm never comes early, however late it comes",
    ("test_session.py", "<= time.perf_counter() - began"): "the alarm was set between two readings of the clock",
    ("test_session.py", "time.perf_counter() - began >= ESCAPE_S"): "an alarm never comes early",
    (
        "test_barcode_scanner.py",
        "judged_at_s = time.monotonic() + HANG_GUARD_S",
    ): "a judgment of just now",
    ("test_workers.py", "time.sleep(0.02)"): "the length of a task, so that some wait; no test depends on it",
    ("test_pictures.py", "time.monotonic()"): "a figure that is printed; no test asks how large it is",
}
"""Exceptions: file name and part of the line, with the reason."""


def counted() -> list[tuple[Path, int, str, str]]:
    """Return file, line number, text and kind of each line that counts seconds."""
    found = []
    for file in sorted(TESTS.rglob("*.py")):
        if file == Path(__file__) or file.is_relative_to(TESTS / "bench"):
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            found += [(file, number, line.strip(), what) for what, how in COUNTED.items() if re.search(how, line)]
    return found


def is_allowed(file: Path, line: str) -> bool:
    return any(file.name == name and part in line for name, part in ALLOWED)


def test_that_no_test_counts_seconds() -> None:
    new = [f"{f.relative_to(TESTS)}:{n}: {what}: {line}" for f, n, line, what in counted() if not is_allowed(f, line)]
    assert not new, "\n".join(["Wait for progress instead (engine/waiting.py, gui/waiting.py):", *new])


def test_that_every_exception_is_still_needed() -> None:
    lines = [(file.name, line) for file, _number, line, _what in counted()]
    left = [key for key in ALLOWED if not any(name == key[0] and key[1] in line for name, line in lines)]
    assert not left


def test_that_the_guard_of_a_whole_test_is_as_long_as_that_of_a_wait() -> None:
    options = tomllib.loads((TESTS.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]
    assert options["ini_options"]["timeout"] == HANG_GUARD_S
