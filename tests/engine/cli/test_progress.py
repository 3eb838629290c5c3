"""Progress of a verb whose output is no terminal: a line now and then, and none for quick work."""

from __future__ import annotations

import pytest

from vqganodip.cli import progress
from vqganodip.cli.progress import StageBars


def test_that_long_work_prints_lines_into_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY_S", 0.0)
    with StageBars() as bars:
        bars.show("rendering", 0.42, "84 of 200")
        assert "rendering 42 %  84 of 200\n" in capsys.readouterr().err


def test_that_quick_work_prints_none(capsys: pytest.CaptureFixture[str]) -> None:
    with StageBars() as bars:
        bars.show("rendering", 0.42, "84 of 200")
        assert "rendering 42 %" not in capsys.readouterr().err
