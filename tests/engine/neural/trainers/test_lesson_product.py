"""Lessons of a product: statistics without the board itself, and the targets of cells."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from vqganodip.neural.board_maps import board_maps, general_inputs, product_statistics
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite, efficientnet_lite
from vqganodip.neural.networks.general_segmentation import GeneralInputs
from vqganodip.neural.trainers.general_batches import CropPlace, general_batch
from vqganodip.neural.trainers.lesson_product import ANOMALOUS, NORMAL, UNCERTAIN, Lesson, LessonProduct, cells_of
from vqganodip.types import Image


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


def whole(product: LessonProduct, board: int, *, defective: bool = False) -> GeneralInputs:
    return general_batch({0: product}, [CropPlace(0, board, defective, 0, 0)], product.size[0]).inputs


def expected(lessons: list[Lesson], about: list[Image], board: Image, features: EfficientNetLite) -> GeneralInputs:
    return general_inputs(board, product_statistics(about, features), board_maps(board, features))


def close(a: Tensor, b: Tensor, tolerance: float) -> bool:
    return bool(((a - b).abs() < tolerance).float().mean() > 0.99)


def test_a_board_is_not_part_of_its_own_reference(
    product: LessonProduct, lessons: list[Lesson], features: EfficientNetLite
) -> None:
    """Its inputs are those that the engine makes from the statistics of the other boards."""
    got = whole(product, 0)
    wanted = expected(lessons, [lesson.normal for lesson in lessons[1:]], lessons[0].normal, features)
    assert torch.equal(got.x, wanted.x)
    assert torch.allclose(got.known[:, :3], wanted.known[:, :3], atol=1e-4)
    assert close(got.z, wanted.z, 0.2)  # half the average deviation is that of all boards
    for a, b in zip((*got.features, got.texture), (*wanted.features, wanted.texture), strict=True):
        assert torch.allclose(a, b, rtol=2e-3, atol=2e-3)
    for a, b in zip((*got.feature_z, got.texture_z), (*wanted.feature_z, wanted.texture_z), strict=True):
        assert close(a, b, 1.0)


def test_boards_that_are_not_part_of_the_statistics_leave_them_as_they_are(
    tmp_path: Path, lessons: list[Lesson], features: EfficientNetLite
) -> None:
    others = [lesson.normal for lesson in lessons[1:]]
    LessonProduct.write(tmp_path / "product", lessons[:1], features, others, included=False)
    got = whole(LessonProduct(tmp_path / "product"), 0, defective=True)
    wanted = expected(lessons, others, lessons[0].defective, features)
    assert torch.allclose(got.z, wanted.z, rtol=1e-3, atol=1e-3)
    assert torch.allclose(got.known, wanted.known, rtol=1e-3, atol=1e-3)
    for a, b in zip((*got.feature_z, got.texture_z), (*wanted.feature_z, wanted.texture_z), strict=True):
        assert close(a, b, 0.5)  # the maps are stored in half precision


def test_further_normal_boards_count_in_the_statistics(
    tmp_path: Path, lessons: list[Lesson], features: EfficientNetLite
) -> None:
    further = [lesson.normal[::-1].copy() for lesson in lessons[:3]]
    LessonProduct.write(tmp_path / "product", lessons, features, further)
    wanted = expected(lessons, [lesson.normal for lesson in lessons[1:]] + further, lessons[0].normal, features)
    assert torch.allclose(whole(LessonProduct(tmp_path / "product"), 0).known[:, :3], wanted.known[:, :3], atol=1e-4)


def test_crops_with_and_without_defects_have_the_maps_of_whole_boards(
    product: LessonProduct, lessons: list[Lesson], features: EfficientNetLite
) -> None:
    """Maps of a crop show where it ends; if only one kind had them, the network would learn to look for that."""
    for defective, name in ((False, "normal"), (True, "defective")):
        place = CropPlace(0, 2, defective, 32, 0)
        got = general_batch({0: product}, [place], 32).inputs
        maps = board_maps(getattr(lessons[2], name), features).all()
        for values, wanted, stride in zip((*got.features, got.texture), maps, (4, 8, 16, 4), strict=True):
            crop = torch.from_numpy(wanted[:, 32 // stride :, : 32 // stride])
            assert torch.allclose(values[0], crop, rtol=2e-3, atol=2e-3)


def test_a_crop_says_where_the_defect_is_and_what_counts(product: LessonProduct) -> None:
    batch = general_batch({0: product}, [CropPlace(0, 1, at, 0, 0) for at in (True, False)], 64)
    assert batch.target[0, 0].nonzero().tolist() == [[5, 10], [6, 10]]
    assert batch.target[1].sum() == 0
    assert batch.weight[0, 0, 5, 10] == 12.0
    assert batch.weight[1, 0, 5, 10] == 1.0
    assert batch.weight[:, :, :4].sum() == 0  # the border, where the network sees padding


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
    assert product.weights[0, 5, 10] == 12.0
    assert product.weights[0, 0, 0] == 1.0


def test_lessons_that_are_there_are_kept(tmp_path: Path, lessons: list[Lesson], features: EfficientNetLite) -> None:
    """A second process that wrote the same product first does no harm."""
    LessonProduct.write(tmp_path / "product", lessons, features)
    LessonProduct.write(tmp_path / "product", lessons, features)
    assert [path.name for path in tmp_path.iterdir()] == ["product"]
