"""Tests of packed maps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from vqganodip.errors import BundleError
from vqganodip.imaging.packed_maps import pack, unpack

maps = hnp.arrays(np.float32, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.floats(-100, 100, width=32))


@settings(deadline=None)
@given(values=maps)
def test_that_the_error_is_half_a_step_at_most(values: np.ndarray) -> None:
    back = unpack(pack("mean", values), "mean")
    assert back.shape == values.shape
    assert back.dtype == np.float32
    assert np.abs(back - values).max() <= np.ptp(values) / 510 * 1.001 + 1e-4


def test_that_relative_steps_keep_the_ratio() -> None:
    values = np.exp(np.random.default_rng(0).uniform(np.log(0.5), np.log(90), (20, 30, 3))).astype(np.float32)
    back = unpack(pack("scale", values, relative=True), "scale")
    assert back.shape == (20, 30, 3)
    assert np.abs(np.log(back / values)).max() <= np.log(180) / 510 * 1.001


def test_that_a_plain_array_is_read_too() -> None:
    values = np.arange(6, dtype=np.float16).reshape(2, 3)
    np.testing.assert_array_equal(unpack({"mean": values}, "mean"), values.astype(np.float32))


def test_that_bytes_that_are_not_a_png_are_refused() -> None:
    arrays = pack("mean", np.zeros((4, 4), np.float32))
    for broken in (arrays["mean"][:9], arrays["mean"][:0]):
        with pytest.raises(BundleError, match="cannot be decoded"):
            unpack({**arrays, "mean": broken}, "mean")
