"""Tests of ``vqganodip vtt``."""

from __future__ import annotations

import pytest
from engine.command_line import run
from typer.testing import CliRunner

from vqganodip.cli.main import app


def test_that_the_five_rates_of_the_paper_are_printed_as_inconclusive() -> None:
    said = CliRunner().invoke(app, ["vtt", "rates", "87", "48", "53", "54", "57"])
    assert said.exit_code == 0
    for words in ("mean 59.80 %", "SD 13.91 (ddof 0)", "SD 15.55 (ddof 1)", "10 points: inconclusive"):
        assert words in said.output


def test_that_a_rate_beyond_a_hundred_percent_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("vtt", "rates", 48, 187) == 1
    assert "187 % is not a rate. Give rates from 0 to 100 %." in capsys.readouterr().err


def planned(*options: str) -> dict[int, str]:
    """The lines of the planner by number of observers."""
    said = CliRunner().invoke(app, ["vtt", "plan", *options])
    assert said.exit_code == 0
    return {int(line.split()[0]): line for line in said.output.splitlines() if "observers: " in line}


def test_that_the_planner_reports_that_five_such_observers_are_too_few() -> None:
    said = CliRunner().invoke(app, ["vtt", "plan", "--most", "25"])
    assert "one observer alone, 100 trials: 23.5 %" in said.output
    assert "will spread by 15.5 points: 5.0 from chance in 100 trials, 14.7 between observers" in said.output
    lines = planned("--most", "25")
    assert lines[5].endswith("likely inconclusive")
    assert " 5." in lines[5] or " 6." in lines[5]
    assert lines[20].endswith("below 80 %"), "74 %: not enough, but not inconclusive"
    assert lines[25].endswith(" %")
    assert "inconclusive" not in lines[25]


def test_that_power_depends_on_the_number_of_trials() -> None:
    assert "  likely inconclusive" in planned("--spread", "0", "--trials", "8", "--most", "5")[5]
    assert "inconclusive" not in planned("--spread", "0", "--trials", "100", "--most", "5")[5]
