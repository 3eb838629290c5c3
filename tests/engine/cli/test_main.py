"""The command line: exit codes, one-line errors, quick start."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from engine.command_line import run

from vqganodip import __version__
from vqganodip.presets import PRESETS
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection, sample_judgment


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    with open_workspace(tmp_path / "w") as opened:
        opened.repository.add_inspection(sample_inspection(1), "SN 1")
        opened.repository.add_judgment(sample_judgment(1))
    return tmp_path / "w"


def test_that_export_writes_the_file(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "j.csv"
    assert run("export", "--workspace", str(workspace), "--out", str(out)) == 0
    assert capsys.readouterr().out == f"1 record written to {out}\n"
    lines = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert {line["record_id"] for line in lines} == {"1"}
    assert run("export", "--workspace", str(workspace), "--out", str(out), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"workspace": str(workspace), "out": str(out), "records": 1}


def test_that_an_error_is_one_line_and_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "--workspace", str(tmp_path / "a\nb"), "--out", "x.csv") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("vqganodip: ")
    assert "no workspace here" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["nonsense"], ["export"], ["export", "--nonsense"]])
def test_that_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "Usage" in capsys.readouterr().err


def test_that_ctrl_c_is_one_line_and_exit_code_130(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("vqganodip.export.judgments_csv.records_of", interrupt)
    assert run("export", "--workspace", str(workspace), "--out", "x.csv") == 130
    assert capsys.readouterr().err == "vqganodip: interrupted; what was finished is kept.\n"


def test_that_the_presets_of_the_command_line_match_the_settings() -> None:
    from vqganodip.cli.train import PresetName

    assert {name.value for name in PresetName} == set(PRESETS)


def test_that_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"vqganodip {__version__}\n"


def test_that_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom vqganodip.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'torch', 'numpy', 'sqlalchemy', 'cv2', 'sklearn', 'scipy', 'PySide6', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "export" in done.stdout
