"""Tiny boards for tests: a fixed layout of parts with small normal variation, and boards with a missing part."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.random import Generator
from PIL import Image as Pil

from vqganodip.types import Image

SIZE = (160, 128)  # width, height


def _parts() -> list[tuple[int, int, int, int, tuple[int, int, int]]]:
    rng = np.random.default_rng(7)
    cells = [(x, y) for y in range(12, 116, 22) for x in range(12, 148, 24)]
    return [
        (x + int(rng.integers(0, 5)), y + int(rng.integers(0, 4)), int(rng.integers(9, 16)), int(rng.integers(7, 13)),
         tuple(int(v) for v in rng.integers(20, 235, 3)))  # type: ignore[misc]
        for x, y in cells
    ]  # fmt: skip


def tiny_board(rng: Generator, *, missing: int | None = None, moved: bool = True) -> Image:
    """One board, uint8 128×160×3; ``missing`` leaves that part out; ``moved`` shifts the whole board a little."""
    board = np.full((SIZE[1] + 16, SIZE[0] + 16, 3), (28, 92, 60), np.float32)
    board += rng.normal(0, 1, board.shape)
    for i, (x, y, w, h, colour) in enumerate(_parts()):
        if i == missing:
            continue
        dx, dy = rng.integers(0, 2, 2)
        board[8 + y + dy : 8 + y + dy + h, 8 + x + dx : 8 + x + dx + w] = colour
        board[8 + y + dy : 8 + y + dy + 2, 8 + x + dx : 8 + x + dx + w] = 210
    sx, sy = rng.integers(-3, 4, 2) if moved else (0, 0)
    cut = board[8 + sy : 8 + sy + SIZE[1], 8 + sx : 8 + sx + SIZE[0]]
    lit = cut * rng.uniform(0.96, 1.04) + rng.normal(0, 2, cut.shape)
    return np.clip(lit, 0, 255).astype(np.uint8)


def write_tiny_line(folder: Path, *, train: int = 10, good: int = 6, defective: int = 6, seed: int = 0) -> Path:
    """A data set in MVTec AD layout of tiny boards."""
    rng = np.random.default_rng(seed)
    for part, count in (("train/good", train), ("test/good", good), ("test/missing", defective)):
        (folder / part).mkdir(parents=True, exist_ok=True)
        for i in range(count):
            missing = int(rng.integers(30)) if part == "test/missing" else None
            Pil.fromarray(tiny_board(rng, missing=missing)).save(folder / part / f"{i:03d}.png")
    return folder
