"""Registration: known transforms are recovered despite lighting and defects, free position is recognised."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from locations import SHARED

from vqganodip.datasets.layouts import load_dataset
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.errors import RegistrationError
from vqganodip.imaging import registration
from vqganodip.imaging.decoding import read_image
from vqganodip.types import FloatArray, Image

DATA = SHARED / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the photographs are not installed")


def board(width: int, height: int, seed: int = 0) -> Image:
    """A plain background with a board of rectangles: smooth edges, so that it can be sampled between pixels."""
    rng = np.random.default_rng(seed)
    picture = np.full((height, width, 3), (30, 90, 40), np.uint8)
    cv2.rectangle(picture, (width // 10, height // 10), (width * 9 // 10, height * 9 // 10), (20, 60, 130), -1)
    for _ in range(90):
        x, y = int(rng.integers(width // 9, width * 5 // 6)), int(rng.integers(height // 9, height * 5 // 6))
        w, h = (int(v) for v in rng.integers(width // 60, width // 15, 2))
        cv2.rectangle(picture, (x, y), (x + w, y + h), [int(v) for v in rng.integers(0, 256, 3)], -1)
    return cv2.GaussianBlur(picture, (0, 0), 1.2)


def euclidean(degrees: float, dx: float, dy: float, size: tuple[int, int]) -> FloatArray:
    """2×3 from reference pixels to source pixels: a turn about the picture's centre, then a shift."""
    angle = np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    centre = (np.array(size) - 1) / 2
    return np.column_stack([turn, centre + np.array([dx, dy]) - turn @ centre])


def moved(picture: Image, transform: FloatArray) -> Image:
    """The source image; ``transform`` maps pixels of the picture into it."""
    size = (picture.shape[1], picture.shape[0])
    return cv2.warpAffine(picture, transform, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def photographed(picture: Image, seed: int) -> Image:
    """Another light from the side, a shadow, and noise."""
    rng = np.random.default_rng(seed)
    width = picture.shape[1]
    light = np.linspace(rng.uniform(0.6, 0.9), rng.uniform(0.9, 1.2), width)[None, :, None]
    values = picture * light + rng.uniform(-10, 20) + rng.normal(0, 3, picture.shape)
    return np.clip(values, 0, 255).astype(np.uint8)


def distance(estimated: FloatArray, true: FloatArray, size: tuple[int, int]) -> FloatArray:
    """Largest distance in pixels between the positions that two transforms give the grid's pixels."""
    y, x = np.mgrid[0 : size[1] : 16, 0 : size[0] : 16]
    points = np.stack([x.ravel(), y.ravel(), np.ones(x.size)])
    return np.hypot(*((estimated - true) @ points))


@pytest.mark.parametrize("seed", range(6))
def test_that_a_known_transform_is_recovered_to_half_a_pixel_despite_lighting_and_a_defect(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = (640, 480)
    picture = board(*size)
    reference = registration.build_reference([picture])
    true = euclidean(rng.uniform(-2.5, 2.5), *rng.uniform(-40, 40, 2), size)
    bad = picture.copy()
    x, y = (int(v) for v in rng.integers(120, 320, 2))
    bad[y : y + 80, x : x + 100] = bad[y, x]  # parts are missing
    registered = registration.register(photographed(moved(bad, true), seed), reference)
    assert registered.ok
    assert np.percentile(distance(registered.transform, true, size), 95) <= 0.5


def test_that_the_mean_of_many_boards_registers_better_than_half_a_pixel() -> None:
    size, rng = (480, 320), np.random.default_rng(1)
    picture = board(*size)
    poses = [euclidean(rng.uniform(-2, 2), *rng.uniform(-20, 20, 2), size) for _ in range(9)]
    boards = [photographed(moved(picture, pose), n) for n, pose in enumerate(poses)]
    reference = registration.build_reference(boards)
    back = [np.vstack([registration.register(b, reference).transform, [0, 0, 1]]) for b in boards]
    first = np.linalg.inv(np.vstack([poses[0], [0, 0, 1]])) @ back[0]
    for pose, registered in zip(poses[1:], back[1:], strict=True):
        expected = (np.vstack([pose, [0, 0, 1]]) @ first)[:2]
        assert np.percentile(distance(registered[:2], expected, size), 95) <= 0.5


def test_that_rendered_boards_register_to_half_a_pixel_of_what_was_drawn() -> None:
    rendered = [render_board("gearbox", seed, size=512, defects=seed % 2) for seed in range(10)]
    reference = registration.build_reference([b.image for b in rendered[:6]], long_side=512)
    corners = np.array([[x, y, 1.0] for x in (20, 256, 492) for y in (20, 256, 492)]).T
    drawn = []  # nominal pixels of the product, on the grid of the reference board
    for rendered_board in rendered:
        registered = registration.register(rendered_board.image, reference)
        to_source = np.vstack([registered.transform, [0, 0, 1]])
        drawn.append((np.linalg.inv(to_source) @ np.vstack([rendered_board.transform, [0, 0, 1]]) @ corners)[:2])
    errors = np.linalg.norm(np.array(drawn) - np.median(drawn, axis=0), axis=1)
    assert np.percentile(errors, 95) <= 0.5


def test_that_a_shift_worked_out_by_hand_comes_out_as_the_transform() -> None:
    picture = board(400, 320)
    source = np.roll(picture, (7, -12), axis=(0, 1))  # seven down, twelve to the left
    registered = registration.register(source, registration.build_reference([picture]))
    np.testing.assert_allclose(registered.transform, [[1, 0, -12], [0, 1, 7]], atol=0.05)
    inner = np.s_[40:-40, 40:-40]
    assert np.abs(registered.pixels[inner].astype(int) - picture[inner]).mean() < 1.5


def test_that_the_transform_of_a_larger_source_leads_to_its_own_pixels() -> None:
    picture = board(1600, 1200)
    reference = registration.build_reference([picture], long_side=400)
    assert (reference.size, reference.scale) == ((400, 300), 4.0)
    registered = registration.register(picture, reference)
    np.testing.assert_allclose(registered.transform, [[4, 0, 1.5], [0, 4, 1.5]], atol=0.3)  # centre of a square of 4
    finer = registration.apply(picture, registered.transform, reference.size, finer=4)
    assert finer.shape == picture.shape
    assert np.abs(finer.astype(int) - picture).mean() < 2


def test_that_a_rotated_board_keeps_its_pixels_covered_and_the_border_repeats_the_edge() -> None:
    size = (300, 200)
    picture = np.full((200, 300, 3), (10, 20, 30), np.uint8)
    transform = euclidean(0, 50, 0, size)  # grid pixel x shows source pixel x + 50
    covered = registration.covered(transform, size, size)
    assert covered[:, :250].all()
    assert not covered[:, 250:].any()
    assert (registration.apply(picture, transform, size) == (10, 20, 30)).all()


def test_that_another_product_is_not_ok() -> None:
    reference = registration.build_reference([board(400, 320)])
    registered = registration.register(board(400, 320, seed=9), reference)
    assert not registered.ok
    assert 0 <= registered.residual <= 1
    assert registered.pixels.shape == (320, 400, 3)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_that_an_image_without_structure_is_not_ok(level: int) -> None:
    reference = registration.build_reference([board(400, 320)])
    registered = registration.register(np.full((320, 400, 3), level, np.uint8), reference)
    assert not registered.ok
    assert np.isfinite(registered.transform).all()


def test_that_a_source_of_another_size_is_no_obstacle() -> None:
    picture = board(400, 320)
    registered = registration.register(picture[8:, 10:], registration.build_reference([picture]))
    assert registered.ok
    np.testing.assert_allclose(registered.transform[:, 2], [-10, -8], atol=0.1)


def test_that_a_reference_without_structure_is_refused() -> None:
    with pytest.raises(RegistrationError, match="too little structure"):
        registration.build_reference([np.full((200, 200, 3), 90, np.uint8)])
    with pytest.raises(RegistrationError, match="no images"):
        registration.build_reference([])
    with pytest.raises(RegistrationError, match="no images"):
        registration.choose_reference([])


def test_that_the_reference_is_the_board_most_like_the_others() -> None:
    picture = board(320, 240)
    boards = [board(320, 240, seed=5), *(photographed(picture, n) for n in range(4))]
    assert registration.choose_reference(boards) != 0


def test_that_fixed_and_free_position_are_distinguished() -> None:
    picture, rng = board(320, 240), np.random.default_rng(3)
    fixed = [moved(picture, euclidean(rng.uniform(-2, 2), *rng.uniform(-15, 15, 2), (320, 240))) for _ in range(6)]
    assert registration.is_fixed_position(fixed)[0]
    assert not registration.is_fixed_position([board(320, 240, seed=n) for n in range(6)])[0]
    assert registration.is_fixed_position(fixed[:1]) == (False, ())
    assert not registration.is_fixed_position([np.zeros((64, 64, 3), np.uint8)] * 4)[0]


def test_that_a_product_turned_by_any_angle_is_recognised_and_turned_back() -> None:
    picture, rng, size = board(400, 320), np.random.default_rng(4), (400, 320)
    angles = [0.0, 35.0, 90.0, 143.0, 178.0, 200.0, 271.0, 330.0]
    boards = [moved(picture, euclidean(angle, *rng.uniform(-8, 8, 2), size)) for angle in angles]
    position, correlations = registration.find_position(boards)
    assert position is registration.Position.TURNED
    assert min(correlations) > 0.8
    reference = registration.build_reference(boards, any_angle=True)
    again = registration.from_arrays(registration.to_arrays(reference))
    assert again.any_angle
    found = [registration.register(one, again) for one in boards]
    assert all(one.ok for one in found)
    turned = np.array([np.degrees(np.arctan2(one.transform[1, 0], one.transform[0, 0])) for one in found])
    offsets = (turned - np.array(angles) - (turned[0] - angles[0]) + 180) % 360 - 180
    opposite = (turned + np.array(angles) - (turned[0] + angles[0]) + 180) % 360 - 180
    assert min(np.abs(offsets).max(), np.abs(opposite).max()) < 0.3


def test_that_other_pictures_are_in_free_position() -> None:
    different = [board(320, 240, seed=n) for n in range(6)]
    assert registration.find_position(different)[0] is registration.Position.FREE
    assert registration.find_position(different[:1])[0] is registration.Position.FREE


def test_that_boards_in_fixed_position_are_turned_by_a_few_degrees_only() -> None:
    picture, rng = board(320, 240), np.random.default_rng(3)
    fixed = [moved(picture, euclidean(rng.uniform(-2, 2), *rng.uniform(-15, 15, 2), (320, 240))) for _ in range(6)]
    assert registration.find_position(fixed)[0] is registration.Position.FIXED
    arrays = registration.to_arrays(registration.build_reference(fixed))
    assert "any_angle" not in arrays  # earlier bundles have no such array
    assert not registration.from_arrays(arrays).any_angle


def test_that_a_reference_comes_back_from_its_arrays(tmp_path: Path) -> None:
    picture = board(400, 320)
    reference = registration.build_reference([photographed(picture, n) for n in range(4)])
    np.savez(tmp_path / "reference.npz", **registration.to_arrays(reference))
    with np.load(tmp_path / "reference.npz", allow_pickle=False) as arrays:
        again = registration.from_arrays(arrays)
    one, two = (registration.register(picture, r) for r in (reference, again))
    np.testing.assert_allclose(one.transform, two.transform, atol=1e-3)  # stored as float16
    assert one.residual == pytest.approx(two.residual, abs=1e-3)
    third = registration.register(picture, registration.from_arrays(registration.to_arrays(again)))
    np.testing.assert_array_equal(two.transform, third.transform)
    with pytest.raises(RegistrationError, match="incomplete"):
        registration.from_arrays({"template": reference.template})


def test_that_registration_gives_the_same_bytes_twice() -> None:
    reference = registration.build_reference([board(400, 320)])
    source = photographed(board(400, 320), 1)
    one, two = (registration.register(source, reference) for _ in range(2))
    assert one.pixels.tobytes() == two.pixels.tobytes()
    assert one.transform.tobytes() == two.transform.tobytes()


@needs_data
@pytest.mark.data
def test_that_photographed_boards_register_defective_ones_too() -> None:
    dataset = load_dataset(DATA / "aws_pcb_ir")
    reference = registration.build_reference([read_image(i.path).pixels for i in dataset.train], long_side=512)
    registered = [registration.register(read_image(i.path).pixels, reference) for i in dataset.test]
    assert all(f.ok for f in registered)
    assert np.median([f.residual for f in registered]) < 0.12


@needs_data
@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("aws_pcb_ir", True),
        ("deeppcb_00041", False),
        pytest.param("deeppcb_13000", False, marks=pytest.mark.long),
        pytest.param("deeppcb_20085", False, marks=pytest.mark.long),
        ("deeppcb_12100_crops", False),
        ("magnetic_tile", False),
    ],
)
def test_that_photographs_in_fixed_and_free_position_are_distinguished(name: str, fixed: bool) -> None:
    dataset = load_dataset(DATA / name)
    images = [read_image(i.path).pixels for i in dataset.train[:: max(len(dataset.train) // 8, 1)]]
    position, _ = registration.find_position(images)
    assert position is (registration.Position.FIXED if fixed else registration.Position.FREE)
