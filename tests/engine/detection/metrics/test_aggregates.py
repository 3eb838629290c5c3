"""Aggregates against numpy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vqganodip.detection.metrics.aggregates import AGGREGATES, aggregate
from vqganodip.inspection.literal_procedure import literal_aggregates


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=50))
def test_that_aggregates_equal_those_of_numpy(values):
    summary = aggregate(np.array(values, np.float32))
    assert tuple(summary) == AGGREGATES
    expected = literal_aggregates(np.array(values, np.float32))
    assert summary == pytest.approx(expected, rel=1e-9, abs=1e-12)
