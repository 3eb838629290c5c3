"""kill -9 in the middle of a shift: acknowledged judgments are stored, the chain holds, and the work resumes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from engine import scripted_shift
from engine.waiting import HANG_GUARD_S, told_before_a_kill

from vqganodip.review.judgments import Judgment, QueueFilter
from vqganodip.review.session import ReviewSession
from vqganodip.store.hash_chain import verify_records
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import TickingClock


def killed_shift(folder: Path, seed: int, chance: random.Random) -> list[tuple[str, int, str]]:
    """Run the shift, kill it at a random moment, and return what it had acknowledged."""
    command = [sys.executable, scripted_shift.__file__, str(folder), str(seed)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as shift:
        assert shift.stdout is not None
        assert shift.stderr is not None
        first = told_before_a_kill(shift.stdout, chance, most=50)
        assert shift.poll() is None, shift.stderr.read().decode()
        shift.send_signal(signal.SIGKILL)
        said = first + shift.stdout.read()
    # a line that was cut in the middle is no acknowledgement
    lines = said.decode().split("\n")[:-1]
    words = [line.split(" ") for line in lines]
    return [(what, int(number), seal) for what, number, seal in words]


def check(folder: Path, kept: dict[int, str], boards: dict[int, str]) -> int:
    """Assert that acknowledged judgments are stored, the chain holds and work can resume; return the record count."""
    with open_workspace(folder, create=False) as workspace:
        repository = workspace.repository
        found: dict[int, Judgment] = {judgment.record_id: judgment for judgment in repository.judgments()}
        missing = [number for number, seal in kept.items() if number not in found or found[number].row_hash != seal]
        assert not missing, f"acknowledged and lost: {missing}"
        assert all(repository.item(number).inspection.sha256 == sha256 for number, sha256 in boards.items())
        assert verify_records(repository.judgments()).holds
        queue = [(item.item_id, item.judgment) for item in repository.items(QueueFilter(), 0, 10_000)]
        repository.rebuild_queue()  # type: ignore[attr-defined]
        assert queue == [(item.item_id, item.judgment) for item in repository.items(QueueFilter(), 0, 10_000)]
        session = ReviewSession(repository, "Dee", "line 1", TickingClock(), "test")
        assert session.position is None or repository.item(session.position)
        return len(found)


def kill_often(folder: Path, times: int, seed: int) -> tuple[int, int]:
    """Kill a shift several times in one workspace; return acknowledged judgments, and records at the end."""
    chance = random.Random(seed)
    kept: dict[int, str] = {}
    boards: dict[int, str] = {}
    opened, records = None, 0
    for number in range(times):
        for what, key, seal in killed_shift(folder, seed + number, chance):
            if what == "open":
                opened = key
            else:
                (kept if what == "judgment" else boards)[key] = seal
        records = check(folder, kept, boards)
        with open_workspace(folder, create=False) as workspace:
            place = ReviewSession(workspace.repository, "Dee", "line 1", TickingClock(), "test").position
            # the place acknowledged last, or the one that was being written when the power went
            assert opened is None or place is not None
    return len(kept), records


def test_that_ten_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    kept, records = kill_often(tmp_path / "ws", 10, seed=100)
    assert 10 <= kept <= records <= kept + 20  # at each kill one record, and its undo, may be kept but not yet said


@pytest.mark.long
@pytest.mark.timeout(HANG_GUARD_S * 4)
def test_that_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    kept, records = kill_often(tmp_path / "ws", 200, seed=1000)
    assert 200 <= kept <= records <= kept + 400
