"""Tests of ``vqganodip vtt``."""

from __future__ import annotations

from typer.testing import CliRunner

from vqganodip.cli.main import app


def test_that_the_five_rates_of_the_paper_are_printed_as_inconclusive() -> None:
    said = CliRunner().invoke(app, ["vtt", "rates", "87", "48", "53", "54", "57"])
    assert said.exit_code == 0
    for words in ("mean 59.80 %", "SD 13.91 (ddof 0)", "SD 15.55 (ddof 1)", "10 points: inconclusive"):
        assert words in said.output


def test_that_the_planner_reports_that_five_such_observers_are_too_few() -> None:
    said = CliRunner().invoke(app, ["vtt", "plan", "--most", "25"])
    lines = {int(line.split()[0]): line for line in said.output.splitlines() if "observers: power" in line}
    assert "one observer alone, 100 trials: power 0.24" in said.output
    assert "60 %: 0.46, 65 %: 0.83, 70 %: 0.98" in said.output
    assert "power 0.06" in lines[5]
    assert "too few" in lines[5]
    assert "power 0.8" in lines[25]
    assert "too few" not in lines[25]
