"""Fixtures of several test files: a tiny data set, and a bundle trained and fitted on it once per test process.

Tests must not change ``tiny_line`` or ``tiny_bundle``; a test that changes a bundle takes ``tiny_bundle_copy``.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from engine.command_line import run
from engine.tiny_boards import write_tiny_line

from vqganodip.presets import PRESETS


@contextmanager
def _few_candidates() -> Iterator[None]:
    """Train bundles with fewer candidates than usual, so that a board takes a fraction of a second."""
    robust = PRESETS["robust"]
    with pytest.MonkeyPatch.context() as patch:
        fewer = dataclasses.replace(robust.candidates, p=16, n=2, q=40)
        patch.setitem(PRESETS, "robust", dataclasses.replace(robust, candidates=fewer))
        yield


@pytest.fixture(scope="module")
def fewer_candidates() -> Iterator[None]:
    """Train the bundles of a test file with fewer candidates than usual."""
    with _few_candidates():
        yield


@pytest.fixture(scope="session")
def tiny_line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of 8 boards to train on, 12 good and 4 defective ones."""
    return write_tiny_line(tmp_path_factory.mktemp("line"), train=8, good=12, defective=4)


@pytest.fixture(scope="session")
def tiny_bundle(tmp_path_factory: pytest.TempPathFactory, tiny_line: Path) -> Path:
    """A bundle trained and fitted on ``tiny_line``, with few candidates and without a look at other processors."""
    folder = tmp_path_factory.mktemp("bundle") / "b"
    with _few_candidates():
        assert run("train", tiny_line, "--bundle", folder, "--steps", "60", "--json") == 0
        fit = ("fit", tiny_line, "--bundle", folder, "--jobs", "1", "--classifiers", "LR,MLR")
        assert run(*fit, "--no-other-processors") == 0
    return folder


@pytest.fixture
def tiny_bundle_copy(tiny_bundle: Path, tmp_path: Path) -> Path:
    """A copy of ``tiny_bundle`` that a test may change."""
    return Path(shutil.copytree(tiny_bundle, tmp_path / "copy"))
