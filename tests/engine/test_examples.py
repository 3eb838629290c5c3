"""The example programs run and print what their documentation says."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from engine.tiny_boards import write_tiny_line
from locations import ENGINE, ROOT

from vqganodip.calibration import processors
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection, sample_judgment

EXAMPLES = ENGINE / "examples"


def example(name: str) -> Callable[..., None]:
    """Return the ``main`` function of an example."""
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    main: Callable[..., None] = module.main
    return main


def test_that_every_example_is_listed_in_the_readme() -> None:
    listed = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert all(f"`{file.name} " in listed for file in EXAMPLES.glob("*.py"))


def test_that_a_folder_is_fitted_and_an_image_inspected(
    tiny_bundle_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(processors, "_instructions", lambda: "NEON")  # there is no other kind to measure as
    line = write_tiny_line(tmp_path / "line", train=1, good=4, defective=4, seed=1)
    example("fit_folder")(tiny_bundle_copy, line)
    assert "ZFN threshold" in capsys.readouterr().out
    example("inspect_image")(tiny_bundle_copy, line / "test" / "missing" / "000.png")
    out = capsys.readouterr().out
    assert "score" in out
    assert "region x" in out


def test_that_judgments_are_read_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_workspace(tmp_path / "ws") as workspace:
        item = workspace.repository.add_inspection(sample_inspection(), "SN1")
        workspace.repository.add_judgment(sample_judgment(item_id=item.item_id))
    example("read_judgments")(tmp_path / "ws")
    assert "1 records, unaltered" in capsys.readouterr().out


def test_that_a_study_is_simulated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example("simulate_session")(tmp_path / "study")
    assert capsys.readouterr().out.count("answers correct") == 2


def test_that_the_readme_of_the_project_names_only_commands_that_exist() -> None:
    from typer.main import get_command

    from vqganodip.cli.main import app

    known = get_command(app)
    verbs = set(known.commands) | set(known.commands["vtt"].commands)  # type: ignore[attr-defined]
    text = (ROOT / "README.md").read_text(encoding="utf-8") + (ENGINE / "RESULTS.md").read_text(encoding="utf-8")
    named = {
        words.split()[1] for words in text.replace("`", "\n").splitlines() if words.strip().startswith("vqganodip ")
    }
    assert named <= verbs | {"--help"}
