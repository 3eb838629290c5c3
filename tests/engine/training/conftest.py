"""Boards for the trainings from normal boards alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from engine.tiny_boards import tiny_board
from PIL import Image as Pil


@pytest.fixture(scope="module")
def good_boards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 16 loose pictures of good boards."""
    folder = tmp_path_factory.mktemp("good")
    rng = np.random.default_rng(11)
    for i in range(16):
        Pil.fromarray(tiny_board(rng)).save(folder / f"board {i:02d}.png")
    return folder
