"""Accidents while judging: kills, and a database that is deleted, replaced, locked or on a full disk at random moments.

What a program acknowledged is there: in the workspace, or in the copy of the database that the accident took away.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import pytest
from engine.waiting import HANG_GUARD_S, told_before_a_kill

from vqganodip.errors import StoreError
from vqganodip.store.workspace import DATABASE, open_workspace, read_workspace
from vqganodip.testing import sample_inspection

_JUDGE = """
import random, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind
from vqganodip.review.session import ReviewSession
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection

def say(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\\n")
    sys.stdout.flush()

chance = random.Random(int(sys.argv[2]))
repository = open_workspace(Path(sys.argv[1])).repository
session = ReviewSession(repository, "Ann", "line 1", lambda: datetime.now(UTC), "test")
say("opened", 0, "-")
while True:
    try:
        number = chance.randrange(10**9)
        item = repository.add_inspection(sample_inspection(number), f"SN {number}")
        kind = chance.choice([JudgmentKind.OK, JudgmentKind.NG])
        stored = session.judge(item, kind, 1.0, "", "x" * chance.randrange(900))
        say("judgment", stored.record_id, stored.row_hash)
    except StoreError as error:
        say("refused", 0, error.code)
"""


def start(folder: Path, seed: int, limit: int | None = None) -> subprocess.Popen[bytes]:
    """Start a program that judges without end; ``limit`` is the size of a file from which its disk is full."""

    def full_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        assert limit is not None
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _JUDGE, str(folder), str(seed)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, env=environment, preexec_fn=None if limit is None else full_disk
    )


def told(said: bytes) -> list[tuple[str, int, str]]:
    """The whole lines of a program."""
    lines = [line.split(" ") for line in said.decode().split("\n")[:-1]]
    return [(word, int(number), text) for word, number, text in lines]


def seals(folder: Path) -> set[str]:
    """The hashes of the records in a workspace that no program has open."""
    with read_workspace(folder) as workspace:
        found = workspace.repository.verify()
        assert found.records.holds
        return {judgment.row_hash for judgment in workspace.repository.judgments()}


def delete(folder: Path, _spare: Path) -> None:
    for path in folder.glob(f"{DATABASE}*"):
        path.unlink()


def replace(folder: Path, spare: Path) -> None:
    shutil.copyfile(spare / DATABASE, folder / "copy")
    (folder / "copy").replace(folder / DATABASE)


def overwrite(folder: Path, spare: Path) -> None:
    shutil.copyfile(spare / DATABASE, folder / DATABASE)


ACCIDENTS = {"delete": delete, "replace": replace, "overwrite": overwrite}


def accident(folder: Path, spare: Path, kind: str, seed: int, chance: random.Random) -> Counter[str]:
    """Run a shift in which the database has an accident at a random moment, then kill it; count its words."""
    saved = folder.parent / "saved"
    shutil.rmtree(saved, ignore_errors=True)
    with start(folder, seed, 2_000_000 + 40_000 * chance.randrange(10) if kind == "full" else None) as shift:
        assert shift.stdout is not None
        said = told_before_a_kill(shift.stdout, chance, most=25)
        if kind in ACCIDENTS:
            shift.send_signal(signal.SIGSTOP)  # the copy and the accident are one moment
            os.waitid(os.P_PID, shift.pid, os.WSTOPPED)
            shutil.copytree(folder, saved)
            ACCIDENTS[kind](folder, spare)
            shift.send_signal(signal.SIGCONT)
            said += b"".join(shift.stdout.readline() for _ in range(chance.randint(1, 6)))
        elif kind == "locked":
            with closing(sqlite3.connect(folder / DATABASE, isolation_level=None, timeout=600)) as other:
                other.execute("BEGIN IMMEDIATE")
                other.execute("ROLLBACK")
            said += b"".join(shift.stdout.readline() for _ in range(3))
        elif kind == "full":
            said += b"".join(shift.stdout.readline() for _ in range(chance.randint(1, 30)))
        shift.kill()
        said += shift.stdout.read()
    words = told(said)
    acknowledged = {seal for word, _number, seal in words if word == "judgment"}
    if kind in ACCIDENTS:
        there = seals(saved)  # what was acknowledged before the accident; afterwards nothing may be
        if kind == "overwrite":  # a log that holds every page heals the main file
            with suppress(StoreError):
                there |= seals(folder)
        shutil.rmtree(folder)
        shutil.copytree(saved, folder)
    else:
        there = seals(folder)
    assert acknowledged <= there, f"{kind}: acknowledged and lost: {len(acknowledged - there)}"
    return Counter(
        {"acknowledged": len(acknowledged), "refused": sum(word == "refused" for word, *_ in words), kind: 1}
    )


def run_accidents(tmp_path: Path, times: int, seed: int) -> Counter[str]:
    """Let a number of shifts end in an accident; one workspace serves until it has grown."""
    chance, total = random.Random(seed), Counter[str]()
    spare = tmp_path / "spare"
    with open_workspace(spare) as workspace:
        workspace.repository.add_inspection(sample_inspection(1), "SN spare")
    for number in range(times):
        folder = tmp_path / f"ws{number // 20}"
        total += accident(folder, spare, ("kill", *ACCIDENTS, "locked", "full")[number % 6], seed + number, chance)
    return total


@pytest.mark.timeout(HANG_GUARD_S)
def test_that_no_accident_loses_what_was_acknowledged(tmp_path: Path) -> None:
    total = run_accidents(tmp_path, 6, seed=7)
    assert total["acknowledged"] >= 6
    assert total["refused"] >= 3


@pytest.mark.long
@pytest.mark.timeout(HANG_GUARD_S * 4)
def test_that_two_hundred_accidents_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    total = run_accidents(tmp_path, 200, seed=100)
    sys.stdout.write(f"200 accidents: {dict(total)}\n")
    assert total["acknowledged"] >= 200
    assert total["refused"] >= 100


_INTERLEAVED = """
import random, sys
from datetime import UTC, datetime
from pathlib import Path
from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind
from vqganodip.review.session import ReviewSession
from vqganodip.store.workspace import open_workspace

who, judgments = sys.argv[2], int(sys.argv[3])
chance = random.Random(who)
repository = open_workspace(Path(sys.argv[1])).repository
session = ReviewSession(repository, who, "line 1", lambda: datetime.now(UTC), "test")
written = refused = 0
while written < judgments:
    item = repository.item(chance.randint(1, 8))  # few boards, so that both often have the same one in front of them
    seen = item.judgment
    for _ in range(chance.randrange(3)):
        repository.item(1)
    try:
        stored = session.judge(item, chance.choice([JudgmentKind.OK, JudgmentKind.NG]), 1.0)
    except StoreError as error:
        assert error.code == "board-judged-meanwhile", error
        refused += 1
        continue
    written += 1
    sys.stdout.write(f"{stored.record_id} {seen.record_id if seen else 0} {stored.corrects or 0}\\n")
    sys.stdout.flush()
sys.stderr.write(f"{refused}\\n")
"""


def interleave(folder: Path, judgments: int) -> tuple[int, int]:
    """Let two programs judge the same few boards; return the records, and how often one was refused."""
    with open_workspace(folder) as workspace:
        for number in range(1, 9):
            workspace.repository.add_inspection(sample_inspection(number), f"SN {number}")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _INTERLEAVED, str(folder), who, str(judgments // 2)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for who in ("Ann", "Bob")
    ]
    told_by = [program.communicate() for program in programs]
    assert [program.returncode for program in programs] == [0, 0], told_by
    records = [tuple(map(int, line.split())) for out, _ in told_by for line in out.decode().splitlines()]
    for number, seen, corrects in records:
        assert seen == corrects, f"record {number} overturns record {corrects}, which was not shown"
    with read_workspace(folder) as workspace:
        kept = list(workspace.repository.judgments())
        assert workspace.repository.verify().holds
    newest: dict[int, int | None] = {}
    for judgment in kept:
        assert judgment.corrects == newest.get(judgment.item_id)
        newest[judgment.item_id] = judgment.record_id
    assert {number for number, *_ in records} == {judgment.record_id for judgment in kept}
    return len(kept), sum(int(err) for _, err in told_by)


def test_that_two_programs_never_overturn_a_judgment_unseen(tmp_path: Path) -> None:
    assert interleave(tmp_path, 40)[0] == 40


@pytest.mark.long
@pytest.mark.timeout(HANG_GUARD_S * 2)
def test_that_a_thousand_interleaved_judgments_overturn_nothing_unseen(tmp_path: Path) -> None:
    records, refused = interleave(tmp_path, 1000)
    sys.stdout.write(f"{records} interleaved judgments, {refused} refused\n")
    assert records == 1000
