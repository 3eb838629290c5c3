"""Sensitivity of parts in the dialog: levels set, known defects checked, and nothing loosened without a signature."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.parts.test_dialog import opened, picture
from gui.waiting import wait_until
from locations import DEMO_BUNDLE
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.placement import pictured_board, set_placement
from vqganodip.bundles.sensitivity import sensitivity_in
from vqganodip.calibration import sensitivity_check
from vqganodip.calibration.sensitivity_check import CheckedBoard, SensitivityCheck
from vqganodip.datasets.synthetic.part_list import placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.placement.fiducials import lay_on_fiducials
from vqganodip.placement.reading import read_placement
from vqganodip.placement.record import record_of
from vqganodip.placement.sensitivity import Level
from vqganodip_gui.i18n import translation
from vqganodip_gui.parts.sensitivity_form import SensitivityForm
from vqganodip_gui.services.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The shipped model in a folder of its own, with its placement."""
    folder = Path(shutil.copytree(DEMO_BUNDLE, tmp_path / "gearbox"))
    path = tmp_path / "gearbox.pos"
    path.write_text(placement_text(product("gearbox")), encoding="utf-8")
    bundle = open_bundle(folder)
    board = pictured_board(bundle)
    laid = lay_on_fiducials(read_placement(path), board.pixels, board.spread)
    set_placement(bundle, record_of(laid, file_sha256="", grid=board.grid, sizes={}))
    return folder


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """The language of the tests that follow."""
    yield
    translation.choose_language(qapp, "en")


@pytest.fixture
def missed(monkeypatch: pytest.MonkeyPatch) -> list[CheckedBoard]:
    """Boards that the check finds to be missed, without an inspection."""
    boards: list[CheckedBoard] = []

    def check(*_: object, **__: object) -> Iterator[SensitivityCheck]:
        for seen in range(3):
            yield SensitivityCheck(tuple(boards[:seen]), seen, 2, 0, 0.5)

    monkeypatch.setattr(sensitivity_check, "check_known_defects", check)
    return boards


def loosen(form: SensitivityForm, name: str, level: Level = Level.LOOSE) -> None:
    form.name.setCurrentText(name)
    form.level.setCurrentIndex(form.level.findData(level))
    form.set_button.click()


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_a_loose_part_is_signed_only_after_a_check_and_with_a_reason(
    stations: Stations,
    settings: Settings,
    bundle: Path,
    missed: list[CheckedBoard],
    qtbot: QtBot,
    language: str,
) -> None:
    settings.set("language", language)
    missed += [
        CheckedBoard("tombstoned/004.png", ("R5",), 0.31, True),
        CheckedBoard("shifted/9.png", ("R5",), 0.9, False),
    ]
    station = stations.start(bundle=False)
    dialog = opened(station, bundle, qtbot)
    form = dialog.sensitivity
    dialog.tabs.setCurrentWidget(form)
    assert form.isEnabled()
    loosen(form, "R5")
    assert form.table.topLevelItemCount() == 1
    assert not form.sign.isEnabled()
    form.check_button.click()
    wait_until(qtbot, lambda: not form.missed.isHidden())
    wait_until(qtbot, lambda: form.bar.isHidden())
    assert form.missed.toPlainText() == "tombstoned/004.png: R5"
    assert not form.sign.isEnabled(), "a defect would be missed, and there is no reason yet"
    form.reason.setText("tilts")
    assert form.sign.isEnabled()
    picture(dialog, f"parts-sensitivity-{language}")
    assert cut_off(dialog) == []
    loosen(form, "R6", Level.IGNORED)
    assert not form.sign.isEnabled(), "the check was about other levels"
    form.check_button.click()
    wait_until(qtbot, form.sign.isEnabled)
    signed: list[object] = []
    form.signed.connect(signed.append)
    form.sign.click()
    wait_until(qtbot, lambda: bool(signed))
    kept = open_bundle(bundle)
    assert signed == [sensitivity_in(kept)]
    workspace = station.context.workspace
    assert workspace is not None
    assert workspace.repository.sensitivity(kept.sha256) == signed[0]
    assert not form.sign.isEnabled()
    dialog.reject()


def test_that_strict_levels_need_no_check_and_unknown_parts_are_refused(
    stations: Stations, bundle: Path, qtbot: QtBot
) -> None:
    station = stations.start(bundle=False)
    dialog = opened(station, bundle, qtbot)
    form = dialog.sensitivity
    dialog.tabs.setCurrentWidget(form)
    loosen(form, "R999")
    assert "R999" in form.warning.text()
    assert form.table.topLevelItemCount() == 0
    loosen(form, "C0603 (all)", Level.STRICT)
    assert not form.check_button.isEnabled()
    assert form.sign.isEnabled()
    form.table.selectAll()
    form.remove.click()
    assert form.table.topLevelItemCount() == 0
    assert not form.sign.isEnabled()
    dialog.reject()


def test_that_defects_whose_images_are_gone_need_a_reason(
    stations: Stations, bundle: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def check(*_: object, **__: object) -> Iterator[SensitivityCheck]:
        yield SensitivityCheck((), 2, 2, 2, 0.5)

    monkeypatch.setattr(sensitivity_check, "check_known_defects", check)
    dialog = opened(stations.start(bundle=False), bundle, qtbot)
    form = dialog.sensitivity
    dialog.tabs.setCurrentWidget(form)
    loosen(form, "R5")
    form.check_button.click()
    wait_until(qtbot, lambda: "2 images of the fit missing" in form.outcome.text() and form.bar.isHidden())
    assert not form.sign.isEnabled(), "two known defects were not checked"
    form.reason.setText("their boards were scrapped")
    assert form.sign.isEnabled()
    dialog.reject()


def test_that_there_are_no_levels_before_names_are_accepted(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    folder = Path(shutil.copytree(DEMO_BUNDLE, tmp_path / "plain"))
    dialog = opened(stations.start(bundle=False), folder, qtbot)
    dialog.find_parts()
    wait_until(qtbot, lambda: dialog.answer is not None)
    assert not dialog.tabs.isTabEnabled(dialog.tabs.indexOf(dialog.sensitivity))
    dialog.reject()
