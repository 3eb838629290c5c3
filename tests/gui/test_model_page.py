"""The journey of an engineer from a folder of boards to a model in use; every training is a real one."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.tiny_boards import write_tiny_line
from gui.conftest import Stations
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundle import open_bundle
from vqganodip_gui.app import Station
from vqganodip_gui.model.order import Order
from vqganodip_gui.model.rail import StageName
from vqganodip_gui.model.workshop import Phase
from vqganodip_gui.pages.model_page import ModelPage


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_line(tmp_path_factory.mktemp("data") / "valve", train=6, good=3, defective=3)


@pytest.fixture
def page(stations: Stations, qtbot: QtBot) -> Iterator[ModelPage]:
    """The page of a station, whose trainings do not outlive the test."""
    station = stations.start(bundle=False)
    yield shown(station)
    end(station.window.model, qtbot)


def shown(station: Station) -> ModelPage:
    station.window.pages.setCurrentWidget(station.window.model)
    return station.window.model


def end(page: ModelPage, qtbot: QtBot) -> None:
    if page.shop.working:
        page.shop.cancel()
        qtbot.waitUntil(lambda: not page.shop.working, timeout=30_000)


def picture(page: ModelPage, name: str) -> None:
    folder = os.environ.get("VQGANODIP_PICTURES")
    if folder:
        settings = page._context.settings
        for theme in ("light", "dark"):
            settings.put("theme", theme)
            QApplication.processEvents()
            page.window().grab().save(str(Path(folder) / f"model-{name}-{theme}.png"))


def order_of(page: ModelPage, line: Path, steps: int, **other: object) -> Order:
    """What the form asks for, for tiny boards."""
    assert page.stages is not None
    made = page.stages.form.order(line, "M. L.")
    assert made is not None
    return dataclasses.replace(made, minutes=None, steps=steps, long_side=96, classifiers="LR", **other)


def choose(page: ModelPage, line: Path, qtbot: QtBot) -> None:
    page.choose(line)
    qtbot.waitUntil(lambda: page.shop.phase is Phase.READY, timeout=20_000)


def test_that_an_engineer_gets_from_a_folder_to_a_model_in_use(page: ModelPage, line: Path, qtbot: QtBot) -> None:
    picture(page, "empty")
    assert page.empty.button.text() == "Choose a data set…"
    choose(page, line, qtbot)
    stages = page.stages
    assert stages is not None
    page.show_stage(StageName.DATA)
    counts = [[stages.data.counts.topLevelItem(i).text(c) for c in (0, 1)] for i in range(3)]  # type: ignore[union-attr]
    assert counts == [["Normal, for training", "6"], ["Labelled: good", "3"], ["Labelled: missing", "3"]]
    picture(page, "data")
    page.show_stage(StageName.TRAIN)
    assert stages.form.name.text() == "valve"
    assert stages.form.version.text() == "1"
    assert page.primary.isEnabled()
    picture(page, "form")
    shop = page.shop
    shop.start(order_of(page, line, 40))
    assert shop.phase is Phase.TRAINING
    assert not page.primary.isVisible()
    qtbot.waitUntil(lambda: "reconstruction" in shop.told.stages, timeout=60_000)
    picture(page, "training")
    qtbot.waitUntil(lambda: shop.phase is Phase.FITTING, timeout=60_000)
    assert stages.live.loss.count() == 4
    picture(page, "fitting")
    qtbot.waitUntil(lambda: shop.phase is Phase.FITTED, timeout=60_000)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.calibrated is not None, timeout=20_000)
    assert stages.panel(StageName.THRESHOLD) is page.body.currentWidget()
    assert "none of the 3 known defects is missed" in stages.threshold.said.text()
    assert "true miss rate below 63.2 %" in stages.threshold.proof.text()
    for name in StageName:
        page.show_stage(name)
        QApplication.processEvents()
        picture(page, f"done-{name}")
    bundle = page._context.workspace.folder / "models" / "valve" / "1"  # type: ignore[union-attr]
    assert open_bundle(bundle).read_json("threshold")["abnormal"] == 3
    assert page.primary.text() == "Use this model for this station"
    page.go()
    assert page._context.bundle == bundle
    window = page.window()
    assert window.pages.currentWidget() is window.threshold  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.threshold.own is not None, timeout=20_000)  # type: ignore[attr-defined]
