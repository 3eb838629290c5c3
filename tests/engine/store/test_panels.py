"""Panels on disk: lossless pictures, 16-bit maps, damage that is noticed."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image as Pillow

from vqganodip.errors import StoreError
from vqganodip.records import Panels, Weighting
from vqganodip.store.panels import PanelStore, panel_key
from vqganodip.store.png_codec import decoded, encoded, packed
from vqganodip.testing import sample_inspection, sample_panels

KEY = panel_key(sample_inspection(1))


@pytest.fixture
def store(tmp_path: Path) -> PanelStore:
    return PanelStore(tmp_path / "panels")


def files_of(store: PanelStore) -> dict[str, Path]:
    return {file.stem: file for file in (store.folder / KEY[:2] / KEY).iterdir()}


def assert_same(read: Panels | None, given: Panels) -> None:
    assert read is not None
    np.testing.assert_array_equal(read.original, given.original)
    np.testing.assert_array_equal(read.reconstruction, given.reconstruction)
    assert set(read.differences) == set(given.differences)
    for weighting, difference in given.differences.items():
        assert read.differences[weighting].dtype == np.float32
        np.testing.assert_allclose(read.differences[weighting], difference, rtol=0, atol=0.51 / 65535)


@pytest.mark.parametrize("weightings", [[Weighting.RAW], list(Weighting)])
def test_that_panels_come_back_as_they_were(store: PanelStore, weightings: list[Weighting]) -> None:
    small = sample_panels(weightings=weightings)
    given = replace(small, original=np.repeat(np.repeat(small.original, 2, 0), 2, 1))
    store.write(KEY, given)
    assert_same(store.read(KEY), given)


def test_that_zero_and_one_stay_exact(store: PanelStore) -> None:
    difference = np.zeros((64, 96), np.float32)
    difference[0, :] = 1.0
    store.write(KEY, replace(sample_panels(), differences={Weighting.RAW: difference}))
    read = store.read(KEY)
    assert read is not None
    np.testing.assert_array_equal(read.differences[Weighting.RAW], difference)


def test_that_panels_that_were_never_kept_are_none(store: PanelStore) -> None:
    assert store.read(KEY) is None


def test_that_the_key_tells_images_and_bundles_apart() -> None:
    one = sample_inspection(1)
    assert len({panel_key(i) for i in (one, sample_inspection(2), replace(one, bundle_sha256="b"))}) == 3
    assert panel_key(one) == panel_key(replace(one, score=0.1))


def test_that_a_second_write_replaces_the_first_and_leaves_nothing_behind(store: PanelStore) -> None:
    store.write(KEY, sample_panels(weightings=list(Weighting)))
    fresh = sample_panels(128, 80)
    store.write(KEY, fresh)
    assert_same(store.read(KEY), fresh)
    assert [p.name for p in (store.folder / KEY[:2]).iterdir()] == [KEY]


@pytest.mark.parametrize("name", ["original", "reconstruction", "raw"])
@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "missing", "text"])
def test_that_damage_is_reported_and_never_shown(store: PanelStore, name: str, harm: str) -> None:
    store.write(KEY, sample_panels())
    file = files_of(store)[name]
    data = bytearray(file.read_bytes())
    if harm == "missing":
        file.unlink()
    else:
        data[len(data) // 2] ^= 0x10
        broken = {"cut": data[: len(data) * 2 // 3], "flip": data, "empty": b"", "text": b"hello"}[harm]
        file.write_bytes(bytes(broken))
    with pytest.raises(StoreError, match=r"damaged|cannot be read"):
        store.read(KEY)


def test_that_pictures_of_the_wrong_kind_are_refused(store: PanelStore) -> None:
    good = sample_panels()
    grey = replace(good, original=good.original[:, :, 0])
    holes = replace(good, differences={Weighting.RAW: np.full((64, 96), np.nan, np.float32)})
    for bad in (grey, holes, replace(good, differences={})):
        with pytest.raises(StoreError):
            store.write(KEY, bad)
    assert store.read(KEY) is None
    assert list((store.folder / KEY[:2]).iterdir()) == []


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "a" * 63, "A" * 64])
def test_that_only_keys_become_paths(store: PanelStore, key: str) -> None:
    with pytest.raises(StoreError, match="not a panel key"):
        store.read(key)


def test_that_a_place_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        PanelStore(tmp_path / "file").write(KEY, sample_panels())


def test_that_threads_may_write_the_same_panels(store: PanelStore) -> None:
    given, trouble = sample_panels(), []

    def write() -> None:
        try:
            for _ in range(10):
                store.write(KEY, given)
        except StoreError as error:
            trouble.append(error)

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    assert_same(store.read(KEY), given)
    assert [p.name for p in (store.folder / KEY[:2]).iterdir()] == [KEY]


def large_board(width: int = 2900, height: int = 2300) -> NDArray[np.uint8]:
    """A board of more pixels than are kept in one piece: tracks, pads and the grain of a camera."""
    generator = np.random.default_rng(11)
    board = np.full((height, width, 3), (24, 92, 60), np.uint8)
    board[::60, :] = (188, 140, 60)
    board[:, ::90] = (60, 120, 88)
    board += generator.integers(0, 6, (height, width, 1), dtype=np.uint8)
    return board


def test_that_a_very_large_original_is_kept_in_tiles_and_comes_back_as_it_was(store: PanelStore) -> None:
    given = replace(sample_panels(), original=large_board())
    store.write(KEY, given)
    assert {"original.zip", "overview.png"} <= {file.name for file in files_of(store).values()}
    assert_same(store.read(KEY), given)
    stored = store.open(KEY)
    assert stored is not None
    large = stored.large()
    assert large is not None
    assert large.size == (2900, 2300)
    assert large.overview.shape == (1150, 1450, 3)
    np.testing.assert_array_equal(large.tile(0, 4, 5), given.original[2048:2300, 2560:2900])
    assert stored.overview().shape == large.overview.shape


def test_that_a_large_original_of_an_older_version_is_divided_when_it_is_first_opened(store: PanelStore) -> None:
    store.write(KEY, sample_panels())
    files_of(store)["small"].unlink()
    board = large_board()
    files_of(store)["original"].write_bytes(packed(board))
    stored = store.open(KEY)
    assert stored is not None
    assert stored.overview().size < board.size / 3
    assert {file.name for file in files_of(store).values()} == {
        "original.zip", "overview.png", "reconstruction.png", "raw.png"
    }  # fmt: skip
    np.testing.assert_array_equal(stored.original(), board)


@pytest.mark.parametrize("harm", ["cut", "flip", "text"])
def test_that_a_damaged_tile_is_reported_and_never_shown(store: PanelStore, harm: str) -> None:
    store.write(KEY, replace(sample_panels(), original=large_board()))
    file = store.folder / KEY[:2] / KEY / "original.zip"
    data = bytearray(file.read_bytes())
    data[5000] ^= 0x10  # in the first tile
    file.write_bytes({"cut": bytes(data[: len(data) // 2]), "flip": bytes(data), "text": b"hello"}[harm])
    with pytest.raises(StoreError, match="damaged"):
        store.read(KEY)


def test_that_the_picture_for_lists_is_small_and_made_anew_where_it_is_missing(store: PanelStore) -> None:
    store.write(KEY, sample_panels(300, 200))
    first = store.small(KEY)
    assert first is not None
    assert first.shape == (85, 128, 3)
    files_of(store)["small"].unlink()
    again = store.small(KEY)
    np.testing.assert_array_equal(again, first)
    assert "small" in files_of(store)
    assert store.small("0" * 64) is None


def test_that_every_reader_of_png_sees_the_same_pixels(store: PanelStore) -> None:
    given = sample_panels(97, 61)
    store.write(KEY, given)
    files = files_of(store)
    np.testing.assert_array_equal(np.asarray(Pillow.open(files["original"])), given.original)
    depth = np.asarray(Pillow.open(files["raw"]))
    np.testing.assert_allclose(depth / 65535, given.differences[Weighting.RAW], atol=0.51 / 65535)


@pytest.mark.parametrize("shape", [(5, 7, 3), (1, 1, 3), (9, 4)])
def test_that_compressed_files_of_older_versions_are_read(shape: tuple[int, ...]) -> None:
    generator = np.random.default_rng(2)
    pixels = generator.integers(0, 256 if len(shape) == 3 else 65536, shape).astype(
        np.uint8 if len(shape) == 3 else np.uint16
    )
    turned = pixels[..., ::-1] if pixels.ndim == 3 else pixels
    older = cv2.imencode(".png", turned, [cv2.IMWRITE_PNG_COMPRESSION, 6])[1].tobytes()
    for data in (older, encoded(pixels)):
        np.testing.assert_array_equal(decoded(data, Path("a.png")), pixels)
