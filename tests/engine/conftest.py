"""Fixtures of several test files: a tiny data set, and a bundle trained and fitted on it once.

Tests must not change ``tiny_line`` or ``tiny_bundle``; a test that changes a bundle takes ``tiny_bundle_copy``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from engine.command_line import run
from engine.small_training import small_training
from engine.tiny_boards import write_tiny_line

from vqganodip.datasets.synthetic import visibility

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]


@pytest.fixture
def small_networks() -> Iterator[None]:
    """Train bundles at a small size."""
    with small_training():
        yield


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first test process makes, and the others wait for."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    done = shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        else:
            shared, done = own, own / f"{name}.done"  # each process makes its own
        if not done.exists():
            make(shared / name)
            done.touch()
    return shared / name


@pytest.fixture(scope="session")
def tiny_line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of 8 boards to train on, 12 good and 4 defective ones."""
    return made_once(tmp_path_factory, "line", lambda place: write_tiny_line(place, train=8, good=12, defective=4))


@pytest.fixture(scope="session")
def tiny_bundle(tmp_path_factory: pytest.TempPathFactory, tiny_line: Path) -> Path:
    """A bundle trained and fitted on ``tiny_line``, at a small size and without a look at other processors."""

    def make(place: Path) -> None:
        place.mkdir()
        with small_training():
            assert run("train", tiny_line, "--bundle", place / "b", "--steps", "60", "--json") == 0
            fit = ("fit", tiny_line, "--bundle", place / "b", "--jobs", "1", "--classifiers", "LR,MLR")
            assert run(*fit, "--no-other-processors") == 0

    return made_once(tmp_path_factory, "bundle", make) / "b"


@pytest.fixture
def tiny_bundle_copy(tiny_bundle: Path, tmp_path: Path) -> Path:
    """A copy of ``tiny_bundle`` that a test may change."""
    return Path(shutil.copytree(tiny_bundle, tmp_path / "copy"))


@pytest.fixture
def few_normal_boards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure the visibility of rendered defects with three normal boards, and remember nothing of it."""
    monkeypatch.setattr(visibility, "NORMAL_BOARDS", 3)
    monkeypatch.setattr(visibility, "_known", {})
