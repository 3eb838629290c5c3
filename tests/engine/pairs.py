"""Pairs of images for property tests: random, constant, black, and structured like a board."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from vqganodip.types import Image

KINDS = ("noise", "equal", "constant", "black", "one black", "stripes", "board")


def make_pair(kind: str, height: int, width: int, seed: int) -> tuple[Image, Image]:
    """An original and its reconstruction, uint8 height×width×3."""
    rng = np.random.default_rng(seed)
    shape = (height, width, 3)
    noise = rng.integers(0, 256, shape, dtype=np.uint8)
    if kind == "noise":
        return noise, rng.integers(0, 256, shape, dtype=np.uint8)
    if kind == "equal":
        return noise, noise.copy()
    if kind == "constant":
        return np.full(shape, rng.integers(1, 256), np.uint8), np.full(shape, rng.integers(1, 256), np.uint8)
    if kind == "black":
        return np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    if kind == "one black":
        return np.zeros(shape, np.uint8), noise
    if kind == "stripes":
        stripes = np.zeros(shape, np.uint8)
        stripes[:, ::4] = 200
        return stripes, np.roll(stripes, int(rng.integers(0, 4)), axis=1)
    board = np.full(shape, (20, 90, 40), np.uint8)
    for _ in range(4):
        y, x = int(rng.integers(0, height)), int(rng.integers(0, width))
        board[y : y + 6, x : x + 9] = rng.integers(0, 256, 3)
    original = board.copy()
    y, x = int(rng.integers(0, height)), int(rng.integers(0, width))
    original[y : y + 5, x : x + 3] = 255
    return original, np.clip(board.astype(int) + rng.integers(-3, 4, shape), 0, 255).astype(np.uint8)


def pairs(smallest: int = 1, largest: int = 40) -> st.SearchStrategy[tuple[Image, Image]]:
    side = st.integers(smallest, largest)
    return st.builds(make_pair, st.sampled_from(KINDS), side, side, st.integers(0, 2**32 - 1))
