"""The list of models: models of other workspaces are added from their folders, and image sizes are shown."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.errors import BundleError
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.training.model_list import add_model


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A model of another workspace."""
    folder = tmp_path / "other" / "models" / "Gearbox" / "3"
    shutil.copytree(demo_bundle("gearbox"), folder)  # type: ignore[arg-type]
    return folder


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_a_model_of_another_workspace_is_added(
    stations: Stations,
    settings: Settings,
    elsewhere: Path,
    tmp_path: Path,
    qtbot: QtBot,
    language: str,
) -> None:
    settings.set("language", language)
    station = stations.start()
    station.window.resize(1366, 768)
    page = station.window.training
    station.window.pages.setCurrentWidget(page)
    page.tabs.setCurrentIndex(1)
    wait_until(qtbot, lambda: page.model_list is not None and bool(page.model_list.message.text()))
    models = page.model_list
    assert models is not None
    before = len(models.entries)
    page.versions.add_model(elsewhere)
    wait_until(qtbot, lambda: len(models.entries) == before + 1)
    wait_until(qtbot, lambda: models.chosen() is not None and "models" in models.chosen().bundle.parts)  # type: ignore[union-attr]
    chosen = models.chosen()
    assert chosen is not None
    assert chosen.bundle.is_relative_to(tmp_path / "ws" / "models")
    assert open_bundle(chosen.bundle).sha256 == open_bundle(elsewhere).sha256
    assert models.use_button.isEnabled()
    item = models.table.currentItem()
    assert item is not None
    assert item.text(5) == "1024×1024"
    QApplication.processEvents()
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"models-{language}.png"))
    assert cut_off(models) == []
    page.versions.add_model(tmp_path)
    wait_until(qtbot, lambda: page.message.isVisibleTo(page) and str(tmp_path) in page.message.text.text())


def test_that_the_same_model_is_added_once_and_another_beside_it(elsewhere: Path, tmp_path: Path) -> None:
    first = add_model(elsewhere, tmp_path / "ws")
    assert add_model(elsewhere, tmp_path / "ws") == first
    manifest = first / "manifest.json"
    manifest.write_bytes(manifest.read_bytes() + b"\n")  # another model of the same name
    assert add_model(elsewhere, tmp_path / "ws").name == f"{first.name}-2"
    names = [path.name for path in (tmp_path / "ws").rglob(".*")]
    assert names == []
    (elsewhere / open_bundle(elsewhere).files["settings"][0]).write_bytes(b"{}")
    with pytest.raises(BundleError, match="altered"):
        add_model(elsewhere, tmp_path / "ws")
