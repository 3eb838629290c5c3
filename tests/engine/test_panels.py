"""Panels on disk: lossless pictures, 16-bit maps, damage that is noticed."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from vqganodip.errors import StoreError
from vqganodip.records import Panels, Weighting
from vqganodip.store.panels import PanelStore, panel_key
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
