"""A named fake of the engine: it makes panels from drawn boards, at once, without a network."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from engine.waiting import HANG_GUARD_S
from numpy.typing import NDArray
from PIL import Image as Pillow

from vqganodip.errors import BundleError, ImageError
from vqganodip.inspection.inspector import Inspected, StageFinished
from vqganodip.records import Candidate, Inspection, Panels, Region, Weighting
from vqganodip.scoring.verdict import decide
from vqganodip.types import Box

GRID = (240, 160)
THRESHOLD = 0.5


class DrawnBoardInspector:
    """Inspector of boards drawn by ``draw_board``: the brighter the spots, the higher the score."""

    bundle_sha256 = hashlib.sha256(b"drawn").hexdigest()

    def __init__(self, mm_per_px: float | None = 0.1) -> None:
        self.mm_per_px = mm_per_px

    @classmethod
    def open(cls, bundle: Path) -> DrawnBoardInspector:
        if not bundle.is_dir():
            raise BundleError("bundle-missing", "there is no bundle here", where=bundle, todo="Choose another folder.")
        return cls()

    def inspect(self, path: Path) -> Iterator[StageFinished | Inspected]:
        try:
            original = np.asarray(Pillow.open(path).convert("RGB"))
        except OSError as error:
            raise ImageError(
                "image-format-unknown",
                "this is not an image that can be read",
                where=path,
                todo="Take the picture again.",
            ) from error
        yield StageFinished("read", 0.0)
        score, spots = spots_of(original)
        width, height = GRID
        factor = original.shape[1] // width
        small = original[::factor, ::factor]
        reconstruction = bare_board(width, height)
        raw = np.abs(small.astype(np.float32) - reconstruction).mean(axis=2) / np.float32(255)
        boxes = [Box(x // factor - 9, y // factor - 9, x // factor + 9, y // factor + 9) for x, y in spots]
        inspection = Inspection(
            image=path,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            bundle_sha256=self.bundle_sha256,
            inspected_at=datetime.now(UTC),
            score=score,
            threshold=THRESHOLD,
            verdict=decide(score, THRESHOLD),
            grid=GRID,
            transform=(float(factor), 0.0, 0.0, 0.0, float(factor), 0.0),
            registration_residual=0.02,
            mm_per_px=self.mm_per_px,
            candidates=tuple(
                Candidate(Box(b.x0 + dx, b.y0 + dx, b.x0 + dx + 10, b.y0 + dx + 10), 84.1 / (i + 1) - dx)
                for i, b in enumerate(boxes)
                for dx in (0, 4, 8)
            ),
            regions=tuple(Region(b, 84.1 / (i + 1), 190.0 / (i + 1), 3) for i, b in enumerate(boxes)),
            stage_s={"read": 0.01},
        )
        yield Inspected(inspection, Panels(original, reconstruction, {Weighting.RAW: raw, Weighting.WEIGHTED: raw**2}))


class HeldInspector(DrawnBoardInspector):
    """Inspector that blocks after a number of boards until an event is set."""

    def __init__(self, go_on: threading.Event, at_once: int) -> None:
        super().__init__()
        self._go_on, self._at_once = go_on, at_once

    def inspect(self, path: Path) -> Iterator[StageFinished | Inspected]:
        self._at_once -= 1
        assert self._at_once >= 0 or self._go_on.wait(HANG_GUARD_S)
        yield from super().inspect(path)


def bare_board(width: int, height: int) -> NDArray[np.uint8]:
    """A board without defects: tracks and pads on green."""
    board = np.full((height, width, 3), (28, 84, 58), np.uint8)
    step = max(width // 12, 4)
    board[:: step // 2] = (40, 108, 76)
    for y in range(step, height - step, step):
        for x in range(step, width - step, step * 2):
            board[y : y + step // 3, x : x + step] = (190, 190, 184)
    return board


def draw_board(path: Path, score: float, seed: int = 1, factor: int = 2) -> Path:
    """Write a board with this score; from 0.3 on it has one to three spots."""
    width, height = GRID[0] * factor, GRID[1] * factor
    board = np.kron(bare_board(*GRID), np.ones((factor, factor, 1), np.uint8))
    generator = np.random.default_rng(seed)
    spots = [] if score < 0.3 else [(int(generator.integers(40, width - 40)), int(generator.integers(40, height - 40)))]
    spots += [((x + 90 * k) % (width - 80) + 40, (y + 60 * k) % (height - 80) + 40) for x, y in spots for k in (1, 2)][
        : seed % 3
    ]
    for x, y in spots:
        board[y - 8 : y + 8, x - 12 : x + 12] = (60, 40, 30)
    # the first pixels carry score and spots, so that the fake need not find what it drew
    board[0, 0] = (round(score * 250), len(spots), seed % 250)
    for index, (x, y) in enumerate(spots):
        board[0, index + 1] = (x // 256, x % 256, 0)
        board[1, index + 1] = (y // 256, y % 256, 0)
    Pillow.fromarray(board).save(path)
    return path


def spots_of(board: NDArray[np.uint8]) -> tuple[float, list[tuple[int, int]]]:
    """The score and the spots that ``draw_board`` wrote."""
    count = int(board[0, 0, 1])
    spots = [
        (
            int(board[0, i + 1, 0]) * 256 + int(board[0, i + 1, 1]),
            int(board[1, i + 1, 0]) * 256 + int(board[1, i + 1, 1]),
        )
        for i in range(count)
    ]
    return int(board[0, 0, 0]) / 250, spots
