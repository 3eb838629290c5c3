"""A session of a hundred images of large boards on small and large screens, killed and interrupted where it hurts."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from engine.turing_studies import small_study
from engine.waiting import HANG_GUARD_S
from gui import turing_rehearsal
from gui.turing_rehearsal import HUNDRED, large_boards

from vqganodip.reports.turing_report import write_turing_report
from vqganodip.turing.session.journal import read_journal
from vqganodip.turing.session.lifecycle import open_sessions
from vqganodip.turing.session.unblinding import unblind

PRACTICE = 3
KILLED_IN = 30


def on_screen(width: int, height: int, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the rehearsal on a virtual screen of this size."""
    return subprocess.run(
        ["xvfb-run", "-a", "-s", f"-screen 0 {width}x{height}x24", sys.executable, turing_rehearsal.__file__]
        + [str(argument) for argument in arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=HANG_GUARD_S,
        check=False,
    )


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="needs a virtual X server")
@pytest.mark.timeout(2 * HANG_GUARD_S)
@pytest.mark.parametrize(("width", "height", "side"), [(1366, 768, 768), (1920, 1080, 1024)])
def test_that_a_whole_session_of_large_boards_survives_a_kill_and_three_interruptions(
    width: int, height: int, side: int, tmp_path: Path
) -> None:
    pictures = Path(os.environ.get("VQGANODIP_PICTURES", tmp_path)) / f"rehearsal-{width}x{height}"
    pictures.mkdir(parents=True, exist_ok=True)
    given = large_boards(HUNDRED.trials + PRACTICE)
    study = small_study(tmp_path / "study", HUNDRED, given=given, screen=(width, height), participants=1)
    assert study.size == (side, side)
    killed = on_screen(width, height, study.folder, pictures, KILLED_IN)
    assert killed.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), killed.stderr
    done = on_screen(width, height, study.folder, pictures, KILLED_IN)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["state"] == "done"
    (sealed,) = open_sessions(study)
    journal = read_journal(sealed.journal_path)
    shown = [(e["block"], e["trial"]) for e in journal.of("show")]
    assert shown == [(0, n) for n in range(PRACTICE)] + [(1 + n // 50, n) for n in range(100)]
    stopped = {(e["block"], e["trial"]) for e in journal.of("trial_end") if e["status"] == "interrupted"}
    assert stopped >= {(0, PRACTICE - 1), (1, 49), (2, 99)}, "a slow machine may add others"
    ended = {(e["block"], e["trial"]) for e in journal.of("trial_end")}
    assert set(shown) - ended == {(1, KILLED_IN - 1)}
    assert len(list(journal.of("break_end"))) == 1
    page, results = write_turing_report(unblind(study, "M. L."))
    assert results.trials == 100
    assert page.is_file()
    shutil.copy(page, pictures / "report.html")
