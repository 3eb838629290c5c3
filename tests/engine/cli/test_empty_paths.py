"""Empty paths on the command line, as from a variable that is not set, are refused by every verb."""

from __future__ import annotations

import pytest
from engine.command_line import run

from vqganodip.cli.empty_paths import path_options
from vqganodip.cli.main import app


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", ""),
        ("inspect", "", "--bundle", "b"),
        ("inspect", "boards", "--bundle", ""),
        ("export", "--workspace=", "--out", "x.csv"),
        ("export", "--workspace", "ws", "--out", ""),
        ("verify", "ws", "--csv", ""),
        ("workspace", "images", ""),
        ("gate", "show", "ws", "--bundle", ""),
        ("vtt", "prepare", ""),
    ],
)
def test_that_an_empty_path_is_wrong_usage(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "an empty path" in capsys.readouterr().err


def test_that_texts_may_be_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("fit", "no-such-folder", "--bundle", "b", "--without", "") == 1
    assert "an empty path" not in capsys.readouterr().err


def test_that_options_with_names_of_their_own_are_known() -> None:
    assert {"--csv", "--bundle", "--workspace", "--folder", "--json", "--html"} <= path_options(app)
