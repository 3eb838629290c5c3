"""Fixtures of several test files: a tiny data set, and a bundle trained and fitted on it once per test process.

Tests must not change ``tiny_line`` or ``tiny_bundle``; a test that changes a bundle takes ``tiny_bundle_copy``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.command_line import run
from engine.small_training import small_training
from engine.tiny_boards import write_tiny_line

from vqganodip.datasets.synthetic import visibility


@pytest.fixture
def small_networks() -> Iterator[None]:
    """Train bundles at a small size."""
    with small_training():
        yield


@pytest.fixture(scope="session")
def tiny_line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of 8 boards to train on, 12 good and 4 defective ones."""
    return write_tiny_line(tmp_path_factory.mktemp("line"), train=8, good=12, defective=4)


@pytest.fixture(scope="session")
def tiny_bundle(tmp_path_factory: pytest.TempPathFactory, tiny_line: Path) -> Path:
    """A bundle trained and fitted on ``tiny_line``, at a small size and without a look at other processors."""
    folder = tmp_path_factory.mktemp("bundle") / "b"
    with small_training():
        assert run("train", tiny_line, "--bundle", folder, "--steps", "60", "--json") == 0
        fit = ("fit", tiny_line, "--bundle", folder, "--jobs", "1", "--classifiers", "LR,MLR")
        assert run(*fit, "--no-other-processors") == 0
    return folder


@pytest.fixture
def tiny_bundle_copy(tiny_bundle: Path, tmp_path: Path) -> Path:
    """A copy of ``tiny_bundle`` that a test may change."""
    return Path(shutil.copytree(tiny_bundle, tmp_path / "copy"))


@pytest.fixture
def few_normal_boards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure the visibility of rendered defects with three normal boards, and remember nothing of it."""
    monkeypatch.setattr(visibility, "NORMAL_BOARDS", 3)
    monkeypatch.setattr(visibility, "_known", {})
