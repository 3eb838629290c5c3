"""Tests of protocol and journal of the Visual Turing Test: acceptance F7 (decision 045)."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from engine.waiting import told_before_a_kill
from locations import ENGINE

from vqganodip.errors import TuringError
from vqganodip.turing.session.journal import Journal, read_journal
from vqganodip.turing.study.protocol import PAPER_16_5, TuringProtocol


def test_that_the_paper_s_protocol_takes_2400_s_and_its_onsets_are_21_s_apart() -> None:
    assert PAPER_16_5.nominal_s == 2400.0
    times = [PAPER_16_5.times(k) for k in range(50)]
    assert [t.onset for t in times] == [5.0 + 21.0 * k for k in range(50)]
    assert all(t.offset - t.onset == 16.0 and t.end - t.offset == 5.0 for t in times)


def test_that_the_paper_s_protocol_cannot_be_changed_under_its_name() -> None:
    """Acceptance F7 (decision 045)."""
    with pytest.raises(TuringError, match="locked"):
        TuringProtocol("paper-16-5", stimulus_s=8.0)
    assert PAPER_16_5.changed("mine", stimulus_s=8.0).nominal_s == 1600.0
    with pytest.raises(TuringError, match="locked"):
        PAPER_16_5.changed("paper-16-5", break_s=10.0)


@pytest.mark.parametrize("values", [{"stimulus_s": 0.0}, {"break_s": -1.0}, {"break_after": 100}, {"trials": 10}])
def test_that_invalid_durations_and_numbers_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(TuringError):
        PAPER_16_5.changed("mine", **values)


def test_that_a_journal_is_read_in_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j.jsonl")
    journal.write("plan", sync=True, seed=7)
    journal.write("onset", trial=0, at=5.25)
    journal.close()
    again = Journal(tmp_path / "j.jsonl")
    again.write("onset", trial=1, at=26.25)
    again.close()
    content = read_journal(tmp_path / "j.jsonl")
    assert [event["n"] for event in content.events] == [0, 1, 2]
    assert [event["trial"] for event in content.of("onset")] == [0, 1]
    assert not content.torn


def test_that_a_torn_last_line_is_dropped_and_the_next_line_is_intact(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    journal = Journal(path)
    journal.write("a")
    journal.write("b")
    journal.close()
    path.write_bytes(path.read_bytes()[:-4])
    assert read_journal(path).torn
    again = Journal(path)
    again.write("c")
    again.close()
    assert [event["event"] for event in read_journal(path).events] == ["a", "c"]


@pytest.mark.parametrize("change", ["drop", "edit", "swap"])
def test_that_damage_before_the_last_line_is_named(tmp_path: Path, change: str) -> None:
    path = tmp_path / "j.jsonl"
    journal = Journal(path)
    for name in "abcd":
        journal.write(name)
    journal.close()
    lines = path.read_bytes().splitlines(keepends=True)
    if change == "drop":
        del lines[1]
    elif change == "edit":
        lines[1] = b"{]\n"
    else:
        lines[1], lines[2] = lines[2], lines[1]
    path.write_bytes(b"".join(lines))
    with pytest.raises(TuringError, match="line 2 of the journal"):
        read_journal(path)


def test_that_a_full_disk_is_reported_and_earlier_lines_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "j.jsonl")
    journal.write("a")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vqganodip.turing.session.journal.os.fsync", full)
    with pytest.raises(TuringError, match="No space left"):
        journal.write("b", sync=True)
    monkeypatch.undo()
    journal.close()
    assert read_journal(tmp_path / "j.jsonl").events[0]["event"] == "a"


WRITER = """
import sys
from pathlib import Path
from vqganodip.turing.session.journal import Journal
journal = Journal(Path(sys.argv[1]))
while True:
    journal.write("trial_end", text="x" * 200)
    print(journal.number, flush=True)
"""


def test_that_no_acknowledged_line_is_lost_by_kill_9(tmp_path: Path) -> None:
    path, acknowledged, chance = tmp_path / "j.jsonl", 0, random.Random(5)
    core = str(ENGINE)
    for turn in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": core}
        )
        assert process.stdout is not None
        first = told_before_a_kill(process.stdout, chance, most=1 + 20 * turn)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
        process.wait()
        process.stdout.close()
        numbers = [int(line) for line in (first + rest[: rest.rfind(b"\n") + 1]).split()]
        acknowledged = numbers[-1]
        content = read_journal(path)
        assert len(content.events) >= acknowledged
        assert json.dumps(content.events[-1])
