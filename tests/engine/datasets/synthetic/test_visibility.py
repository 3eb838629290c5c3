"""Visibility of rendered defects: the definition, its spread, and the column of the table."""

from __future__ import annotations

import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pytest

from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.layouts import load_dataset
from vqganodip.datasets.synthetic import visibility as module
from vqganodip.datasets.synthetic.camera import Exposure
from vqganodip.datasets.synthetic.dataset import BOARD_COLUMNS, TABLE, RenderedLine, write_line
from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT
from vqganodip.datasets.synthetic.render import DefectTruth, RenderedBoard, render_board, render_pair
from vqganodip.datasets.synthetic.visibility import (
    FLOOR_LEVELS,
    NORMAL_BOARDS,
    changes_of,
    normal_spread,
    visibility,
)
from vqganodip.types import Box, Image

SMALL = 256


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Seeds of the normal boards asked for; no spread is known yet, and noise stands for the boards, to be quick."""
    seeds: list[int] = []

    def noise(product: str, seed: int, *, size: int, variation: float) -> RenderedBoard:
        seeds.append(seed)
        rng = np.random.default_rng([seed, len(product)])
        image = np.clip(rng.normal(128, 12 * variation, (size, size, 3)), 0, 255).astype(np.uint8)
        none = np.zeros((size, size), bool)
        return RenderedBoard(image, none, (), "", np.eye(2, 3), Box(0, 0, 1, 1))

    monkeypatch.setattr(module, "_known", {})
    monkeypatch.setattr(module, "render_board", noise)
    return seeds


def table_of(folder: Path) -> list[dict[str, str]]:
    with (folder / TABLE).open(newline="") as file:
        return list(csv.DictReader(file))


def read(path: Path) -> Image:
    return np.asarray(cv2.imread(str(path))[..., ::-1], np.uint8)


def drawn(shift: tuple[float, float], boxes: dict[Box, tuple[int, int, int]]) -> tuple[RenderedBoard, Image]:
    """A grey board and a copy with filled boxes, drawn over each other in order; and the grey one."""
    normal = np.full((40, 40, 3), 100, np.uint8)
    image, mask = normal.copy(), np.zeros((40, 40), bool)
    for box, levels in boxes.items():
        image[box.y0 : box.y1, box.x0 : box.x1] = 100 + np.array(levels)
        mask[box.y0 : box.y1, box.x0 : box.x1] = True
    truths = tuple(DefectTruth(DefectKind.SCRATCH, box, 0.5) for box in boxes)
    transform = np.array([[1.0, 0.0, shift[0]], [0.0, 1.0, shift[1]]])
    return RenderedBoard(image, mask, truths, "", transform, Box(0, 0, 1, 1)), normal


def test_that_pixels_add_up_in_quadrature_and_channels_are_averaged() -> None:
    board, normal = drawn((0, 0), {Box(10, 10, 14, 14): (30, 0, 0), Box(20, 20, 22, 22): (20, 20, -20)})
    spread = np.full((40, 40, 3), 5.0, np.float32)
    spread[20, 20] = 10.0
    one, two = (visibility(change, spread) for change in changes_of(board, normal))
    assert one == pytest.approx(np.sqrt(16 * 6.0**2 / 3))
    assert two == pytest.approx(np.sqrt(3 * 4.0**2 + 2.0**2))


def test_that_the_spread_is_taken_where_the_pixel_lies_on_the_product() -> None:
    board, normal = drawn((6, -3), {Box(10, 10, 14, 14): (8, 8, 8)})
    spread = np.full((40, 40, 3), 1.0, np.float32)
    spread[13:17, 4:8] = 4.0
    (change,) = changes_of(board, normal)
    assert visibility(change, spread) == pytest.approx(4 * 2.0)


def test_that_a_pixel_in_two_boxes_counts_for_the_smaller_one() -> None:
    large, small = Box(4, 4, 30, 30), Box(10, 10, 12, 12)
    for boxes in ({large: (2, 2, 2), small: (50, 50, 50)}, {small: (2, 2, 2), large: (50, 50, 50)}):
        board, normal = drawn((0, 0), boxes)
        changes = dict(zip([t.box for t in board.defects], changes_of(board, normal), strict=True))
        assert {box: len(change.levels) for box, change in changes.items()} == {large: 26**2 - 4, small: 4}


def test_that_the_true_transforms_register_the_normal_boards() -> None:
    ys, xs = np.mgrid[:256, :256]
    nominal = np.stack([128 + 60 * np.sin(xs / 9) * np.cos(ys / 7)] * 3, axis=-1).astype(np.float32)
    poses = [Exposure.draw(seed, 256, 1.0).transform for seed in range(12)]
    moved = [cv2.warpAffine(nominal, pose, (256, 256), borderMode=cv2.BORDER_REFLECT) for pose in poses]
    images = [np.rint(image).astype(np.uint8) for image in moved]
    inner = np.s_[24:-24, 24:-24]
    registered = module._deviation(zip(images, poses, strict=True), 256)[inner]
    unregistered = np.std(images, axis=0, ddof=1)[inner]
    assert np.median(unregistered) > 10
    assert registered.max() < 4
    assert registered.min() == FLOOR_LEVELS


def test_that_a_spread_is_that_of_thirty_boards_rendered_once(asked: list[int]) -> None:
    spread = normal_spread(DEMO_PRODUCT, SMALL, 1.0)
    assert spread.shape == (SMALL, SMALL, 3)
    assert spread.mean() == pytest.approx(12, rel=0.02)
    assert len(set(asked)) == len(asked) == NORMAL_BOARDS
    assert normal_spread(DEMO_PRODUCT, SMALL, 1.0) is spread
    assert len(asked) == NORMAL_BOARDS
    assert normal_spread(DEMO_PRODUCT, SMALL, 2.0).mean() == pytest.approx(24, rel=0.02)
    assert not np.array_equal(normal_spread("inverter", SMALL, 1.0), spread)
    assert asked == 3 * asked[:NORMAL_BOARDS], "the same seeds for every line"


def test_that_the_spread_does_not_depend_on_who_renders_the_boards(asked: list[int]) -> None:
    alone = normal_spread(DEMO_PRODUCT, SMALL, 1.0)
    module._known.clear()
    with ThreadPoolExecutor(3) as pool:
        assert np.array_equal(normal_spread(DEMO_PRODUCT, SMALL, 1.0, pool.map), alone)


def test_that_the_table_has_the_visibility_of_each_defect(tmp_path: Path) -> None:
    line = RenderedLine(DEMO_PRODUCT, 5, train=1, mask=0, good=1, defective=8, size=SMALL)
    rows = write_line(tmp_path, line, jobs=1)
    assert BOARD_COLUMNS[-1] == "visibility"
    table = table_of(tmp_path)
    assert [row["visibility"] for row in table[:2]] == ["", ""]
    assert {len(row.defects) for row in rows[2:]} > {1}, "boards with several defects are among them"
    spread = normal_spread(DEMO_PRODUCT, SMALL, 1.0)
    for row, cells in zip(rows[2:], table[2:], strict=True):
        values = [float(cell) for cell in cells["visibility"].split(";")]
        assert len(values) == len(row.defects)
        assert values == pytest.approx(row.visibility, abs=0.051)
        normal = render_board(DEMO_PRODUCT, row.seed, size=SMALL, serial=row.serial)
        image, mask = read(tmp_path / row.path), read(tmp_path / row.mask).max(axis=2) > 0
        written = RenderedBoard(image, mask, row.defects, row.serial, normal.transform, normal.barcode)
        again = [visibility(change, spread) for change in changes_of(written, normal.image)]
        assert row.visibility == pytest.approx(again), "the files that were written give the same"
    known = load_defects(load_dataset(tmp_path))
    assert [d.visibility for d in known[tmp_path / rows[-1].path]] == pytest.approx(rows[-1].visibility, abs=0.051)


def test_that_a_line_without_defects_needs_no_spread(tmp_path: Path, asked: list[int]) -> None:
    rows = write_line(tmp_path, RenderedLine(DEMO_PRODUCT, 5, 1, 0, 1, 0, SMALL), jobs=1)
    assert asked == []
    assert [row.visibility for row in rows] == [(), ()]
    assert [row["visibility"] for row in table_of(tmp_path)] == ["", ""]


def test_that_workers_render_the_normal_boards(
    tmp_path: Path, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "NORMAL_BOARDS", 3)  # for the sake of time
    line = RenderedLine(DEMO_PRODUCT, 6, train=0, mask=0, good=0, defective=1, size=SMALL)
    (row,) = write_line(tmp_path / "two", line, jobs=2)
    assert asked == []
    module._known.clear()
    monkeypatch.setattr(module, "render_board", render_board)
    assert write_line(tmp_path / "one", line, jobs=1) == [row]
    assert row.visibility > (0,)


@pytest.mark.usefixtures("few_normal_boards")
def test_that_defects_of_a_product_at_random_have_a_visibility(tmp_path: Path) -> None:
    line = RenderedLine("random:5@0.5", 6, train=0, mask=0, good=0, defective=2, size=SMALL)
    for row in write_line(tmp_path, line, jobs=1):
        assert len(row.visibility) == len(row.defects)
        assert min(row.visibility) > 0


def test_that_severe_defects_are_more_visible_than_faint_ones() -> None:
    spread = normal_spread(DEMO_PRODUCT, SMALL, 1.0)

    def median(low: float, high: float) -> float:
        seen = []
        for seed in range(60, 65):
            kinds, severity = [DefectKind.SCRATCH], (low, high)
            normal, board = render_pair(DEMO_PRODUCT, seed, size=SMALL, defects=kinds, severity=severity)
            (change,) = changes_of(board, normal.image)
            seen.append(visibility(change, spread))
        return float(np.median(seen))

    assert median(0.9, 1.0) > 2 * median(0.2, 0.3)
