"""Serial number, lot and side of a board from the name of its image."""

from __future__ import annotations

from pathlib import Path

import pytest

from vqganodip.errors import SettingsError
from vqganodip.review.filename_pattern import BoardName, FilenamePattern


@pytest.mark.parametrize(
    ("pattern", "name", "said"),
    [
        ("", "SN10440", BoardName("SN10440")),
        ("{serial}", "SN10440", BoardName("SN10440")),
        ("{serial}_{side}", "SN10440_T", BoardName("SN10440", side="T")),
        ("{serial}_{side}", "SN10440_bottom", BoardName("SN10440", side="B")),
        ("{serial}_{side}", "SN10440_left", BoardName("SN10440")),
        ("{lot}_{work_order}_{serial}_{side}", "L42_WO 7_A-1_B", BoardName("A-1", "L42", "WO 7", "B")),
        ("{lot}-*-{serial}", "L42-20261125-SN1", BoardName("SN1", "L42")),
        ("AOI ({serial})", "AOI (SN.1)", BoardName("SN.1")),
        ("{lot}_{serial}", "SN10440", BoardName("SN10440")),
        ("{lot}_{serial}", "L1_SN_2", BoardName("SN_2", "L1")),
        ("{serial}", "Größe 12", BoardName("Größe 12")),
    ],
)
def test_that_a_pattern_takes_names_apart_and_others_are_the_serial(pattern: str, name: str, said: BoardName) -> None:
    assert FilenamePattern(pattern).read(Path("boards") / f"{name}.png") == said


def test_that_it_tells_whether_a_name_follows_the_pattern() -> None:
    pattern = FilenamePattern("{lot}_{serial}")
    assert pattern.fits(Path("L1_SN2.png"))
    assert not pattern.fits(Path("SN2.png"))


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{lot}", "serial number is missing"),
        ("{serial}{side}", "are adjacent"),
        ("*{serial}", "are adjacent"),
        ("{serial}_{serial}", "occurs twice"),
        ("{serial}_{batch}", "not known"),
        ("{serial", "brace is open"),
        ("serial}", "brace is open"),
        ("{}", "not known"),
    ],
)
def test_that_a_pattern_that_cannot_work_is_refused_with_what_to_do(pattern: str, why: str) -> None:
    with pytest.raises(SettingsError, match=why) as refused:
        FilenamePattern(pattern)
    assert refused.value.todo
