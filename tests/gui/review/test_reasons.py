"""Reasons of regions next to the list of regions: those of the selected one, translated, and none in blind work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.records import Reason
from vqganodip.review.judgments import JudgmentKind, ReviewItem
from vqganodip.testing import sample_inspection
from vqganodip_gui.i18n import translation
from vqganodip_gui.review.details_pane import DetailsPane

SMOOTH = Reason("less_texture", -4.64, "left_end", 12.0, 60.0)
MISSING = Reason("like_bare_board", -23.0, "middle", 101.0, 170.0)


def reviewed() -> ReviewItem:
    """A board whose first region has two reasons, the second one, and the third none."""
    inspection = sample_inspection(1, regions=3)
    first, second, third = inspection.regions
    regions = (replace(first, reasons=(MISSING, SMOOTH)), replace(second, reasons=(SMOOTH,)), third)
    return ReviewItem(1, "SN 1", replace(inspection, regions=regions), None)


def pane(qtbot: QtBot) -> DetailsPane:
    keys = dict.fromkeys(JudgmentKind, "1")
    made = DetailsPane(keys, keys, ["Short"])
    qtbot.addWidget(made)
    return made


def test_that_the_selected_region_states_its_reasons(qtbot: QtBot) -> None:
    details = pane(qtbot)
    details.set_item(reviewed())
    assert details.reasons.text().split("\n") == [
        "Region 1:",
        "Middle, 23.0\u00a0σ: looks like the bare board around it: part missing or shifted?",
        "Left end, −4.6\u00a0σ: less fine texture than usual (0.20\u00a0×)",
    ]
    details.regions.select_region(1)
    assert details.reasons.text().startswith("Region 2:\nLeft end, −4.6\u00a0σ: less fine texture")
    details.regions.select_region(2)
    assert details.reasons.isHidden()
    details.set_item(None)
    assert details.reasons.isHidden()


def test_that_the_rows_of_the_list_have_the_reasons_as_tooltip(qtbot: QtBot) -> None:
    details = pane(qtbot)
    details.set_item(reviewed())
    tips = [details.regions.topLevelItem(row).toolTip(2) for row in range(3)]
    assert tips[0].count("\n") == 1
    assert "less fine texture" in tips[1]
    assert tips[2] == ""
    assert details.regions.topLevelItem(2).toolTip(1) == "Patches merged: 2"


def test_that_reasons_name_the_part_where_its_name_is_known(qtbot: QtBot) -> None:
    details = pane(qtbot)
    details.set_item(reviewed())
    part = PlacedPart("R12", 1.0, 2.0, 0.0, Side.TOP)
    details.set_parts((part, None, None), ((MISSING, SMOOTH), (SMOOTH,), ()))
    assert "R12" not in details.reasons.text()  # the region is on another part as well
    details.set_parts((part, None, None), ((MISSING, replace(SMOOTH, ref_des="R12")), (SMOOTH,), ()))
    assert "R12 · Left end, −4.6\u00a0σ: less fine texture" in details.reasons.text()
    details.regions.select_region(1)
    assert "\nLeft end, −4.6" in details.reasons.text()


def test_that_blind_work_shows_no_reasons(qtbot: QtBot) -> None:
    details = pane(qtbot)
    details.set_item(reviewed(), hidden=True)
    assert details.reasons.isHidden()
    assert details.regions.topLevelItemCount() == 0


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Linkes Ende, −4.6\u00a0σ: weniger Feinstruktur als üblich (0.20\u00a0×)"),
        ("fr", "Extrémité gauche, −4.6\u00a0σ : texture moins marquée que d’habitude (0.20\u00a0×)"),
    ],
)
def test_that_stored_reasons_are_shown_in_the_language_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: str, line: str
) -> None:
    monkeypatch.setattr(translation, "language", lambda: language)
    details = pane(qtbot)
    details.set_item(reviewed())
    assert details.reasons.text().split("\n")[2] == line
