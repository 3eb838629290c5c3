"""Lessons of a product: statistics without the board itself, and the targets of cells."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.neural.board_maps import board_maps
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite, efficientnet_lite
from vqganodip.neural.trainers.lesson_product import ANOMALOUS, NORMAL, UNCERTAIN, Lesson, LessonProduct, cells_of

WHOLE = (slice(None), slice(None))


@pytest.fixture(scope="module")
def features() -> EfficientNetLite:
    return efficientnet_lite()


@pytest.fixture(scope="module")
def lessons() -> list[Lesson]:
    rng = np.random.default_rng(3)
    base = rng.integers(40, 200, (64, 64, 3))
    normal = [np.clip(base + rng.normal(0, 4, base.shape), 0, 255).astype(np.uint8) for _ in range(5)]
    defective = [board.copy() for board in normal]
    mask = np.zeros((64, 64), bool)
    mask[20:28, 40:44] = True
    for board in defective:
        board[mask] = 255
    return [Lesson(a, b, cells_of(a, b, mask)) for a, b in zip(normal, defective, strict=True)]


@pytest.fixture(scope="module")
def product(
    tmp_path_factory: pytest.TempPathFactory, lessons: list[Lesson], features: EfficientNetLite
) -> LessonProduct:
    folder = tmp_path_factory.mktemp("lessons") / "product"
    LessonProduct.write(folder, lessons, features)
    return LessonProduct(folder)


def test_a_board_is_not_part_of_its_own_reference(product: LessonProduct, lessons: list[Lesson]) -> None:
    others = [lesson.normal for lesson in lessons[1:]]
    expected = PixelStatistics.build(others, gain=False)
    mean, scale = product.pixel_statistics(0, WHOLE)
    assert np.allclose(mean, expected.mean, atol=1e-3)
    assert np.allclose(scale, expected.scale, rtol=0.05)  # half the average deviation is that of all boards


def test_features_leave_the_board_out_too(
    product: LessonProduct, lessons: list[Lesson], features: EfficientNetLite
) -> None:
    for k in range(4):
        maps = np.stack([board_maps(lesson.normal, features).all()[k] for lesson in lessons[1:]])
        mean, spread = product.place_statistics(0, k, WHOLE)
        assert np.allclose(mean, maps.mean(axis=0), atol=0.02)
        assert np.all(spread > maps.std(axis=0) - 0.02)


def test_further_normal_boards_count_in_the_statistics(
    tmp_path: Path, lessons: list[Lesson], features: EfficientNetLite
) -> None:
    further = [lesson.normal[::-1].copy() for lesson in lessons[:3]]
    LessonProduct.write(tmp_path / "product", lessons, features, further)
    boards = [lesson.normal for lesson in lessons[1:]] + further
    mean, _ = LessonProduct(tmp_path / "product").pixel_statistics(0, WHOLE)
    assert np.allclose(mean, PixelStatistics.build(boards, gain=False).mean, atol=1e-3)


def test_crops_with_and_without_defects_have_the_maps_of_whole_boards(
    product: LessonProduct, lessons: list[Lesson], features: EfficientNetLite
) -> None:
    """Maps of a crop show where it ends; if only one kind had them, the network would learn to look for that."""
    cells = (slice(0, 8), slice(0, 8))
    for k in range(4):
        at = tuple(slice(0, s.stop // (1, 2, 4, 1)[k]) for s in cells)
        for defective, name in ((False, "normal"), (True, "defective")):
            expected = board_maps(getattr(lessons[2], name), features).all()[k][:, at[0], at[1]]
            assert np.allclose(product.map(2, k, (at[0], at[1]), defective=defective), expected, rtol=2e-3, atol=2e-3)


def test_cells_are_anomalous_normal_or_uncertain(lessons: list[Lesson], product: LessonProduct) -> None:
    cells = lessons[0].cells
    assert cells.shape == (16, 16)
    assert (cells == ANOMALOUS).sum() == 2
    faint = lessons[0].normal.copy()
    faint[0:4, 0:4] += 5
    marked = cells_of(lessons[0].normal, faint, np.zeros((64, 64), bool))
    assert marked[0, 0] == UNCERTAIN
    assert marked[5, 5] == NORMAL
    assert [cells.tolist() for cells in product.defects(0)] == [[[5, 10], [6, 10]]]
    assert product.weights(0)[5, 10] == 12.0
    assert product.weights(0)[0, 0] == 1.0


def test_lessons_that_are_there_are_kept(tmp_path: Path, lessons: list[Lesson], features: EfficientNetLite) -> None:
    """A second process that wrote the same product first does no harm."""
    LessonProduct.write(tmp_path / "product", lessons, features)
    LessonProduct.write(tmp_path / "product", lessons, features)
    assert [path.name for path in tmp_path.iterdir()] == ["product"]
