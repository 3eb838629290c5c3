"""Times left of a training: the stage shown below the header never takes longer than the whole."""

from __future__ import annotations

import pytest

from vqganodip_gui.training.event_log import JobProgress
from vqganodip_gui.training.training_view import remaining_s, stage_remaining_s

STAGES = ("patch features", "foreign", "reconstruction")


@pytest.mark.parametrize("free_position", [False, True])
def test_that_the_times_left_add_up_in_a_training_of_given_duration(free_position: bool) -> None:
    progress = JobProgress()
    wholes = []
    names = [name for name in STAGES if not (free_position and name == "foreign")]
    for k, name in enumerate(names):
        for share in (0.01, 0.5, 1.0):
            # much slower than the duration allows: the measured pace does not count
            event = {"event": "progress", "stage": name, "share": share, "message": "", "at": 1000.0 * k + 900 * share}
            progress.apply(event)
            whole, stage = remaining_s(progress, 4.0), stage_remaining_s(progress, name, 4.0)
            assert whole is not None
            assert stage is not None
            assert 0 <= stage <= whole + 1e-9 <= 240
            wholes.append(whole)
    assert wholes == sorted(wholes, reverse=True)
    assert wholes[-1] == pytest.approx(0.0)
