"""Names of models: bar, pages, exports and reports say the same, also after a product was renamed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import settle, wait_until
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle, write_bundle
from vqganodip.records import ModelName
from vqganodip_gui.app import Station
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.training.job_request import JobRequest, next_version, read_request
from vqganodip_gui.training.page import TrainingPage

SENSOR = ModelName("IR sensor", "1")


def model_of(station: Station) -> Path:
    """A trained and fitted model of the workspace, with its run folder, called SENSOR."""
    assert station.context.workspace is not None
    bundle = station.context.workspace.folder / "models" / "aws_pcb_ir" / "1"
    shutil.copytree(demo_bundle("gearbox"), bundle)  # type: ignore[arg-type]
    write_bundle(bundle, {}, base=open_bundle(bundle), model=SENSOR)
    JobRequest(bundle, bundle.parent, product=SENSOR.product, version=SENSOR.version).write()
    return bundle


def listed(page: TrainingPage) -> list[tuple[str, str]]:
    view = page.model_list
    if view is None:
        return []
    items = (view.table.topLevelItem(row) for row in range(view.table.topLevelItemCount()))
    return [(item.text(0), item.text(1)) for item in items if item is not None]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_a_renamed_product_has_its_new_name_on_every_page_and_in_every_file(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.start(boards)
    window, context = station.window, station.context
    bundle = model_of(station)
    identity = open_bundle(bundle).sha256
    context.set_sources(bundle, boards)
    context.inspect()
    settle(qtbot, station)
    assert window.bar.product.text() == "IR sensor 1"
    window.pages.setCurrentWidget(window.training)
    window.training.tabs.setCurrentIndex(1)
    wait_until(qtbot, lambda: listed(window.training) == [("IR sensor", "1")])
    assert window.training.model_list is not None
    (entry,) = window.training.model_list.entries
    dialog = window.training.ask_rename(entry)
    assert not dialog.ok.isEnabled()
    dialog.name.setText("R&D sensor")
    assert dialog.operator.text() == "M. L."
    dialog.accept()
    wait_until(qtbot, lambda: listed(window.training) == [("R&D sensor", "1")])
    assert window.bar.product.text() == "R&&D sensor 1"  # no mnemonic
    assert window.training.model_list.message.text().startswith("Renamed by M. L. on ")
    assert window.training.model_list.message.text().endswith("; called IR sensor until then.")
    assert open_bundle(bundle).sha256 == identity
    window.pages.setCurrentWidget(window.threshold)
    wait_until(qtbot, lambda: window.threshold.view.protocol.text().startswith("R&D sensor 1:"))
    window.threshold.export_to(tmp_path / "page.html")
    settle(qtbot, station)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert f"R&amp;D sensor 1 · sha256 {identity} · " in page
    report = window.threshold.report()
    assert report is not None
    assert report.model == ModelName("R&D sensor", "1")
    window.records.export_to(tmp_path / "judgments.jsonl")
    settle(qtbot, station)
    assert context.workspace is not None
    found = context.workspace.repository.verify()
    assert found.holds


def test_that_the_next_version_keeps_the_name_and_takes_the_next_number(stations: Stations, qtbot: QtBot) -> None:
    station = stations.start()
    page, context = station.window.training, station.context
    bundle = model_of(station)
    for kind in ("good", "bad"):
        (bundle.parent / kind).mkdir()
        for number in range(2):
            (bundle.parent / kind / f"{number}.png").write_bytes(b"")
    context.rename_product("IR sensor", "IR sensor B", "Eva")
    assert context.workspace is not None
    models = context.workspace.folder / "models"
    assert next_version(models, "IR sensor B", context.names) == "2"
    assert next_version(models, "pump", context.names) == "1"
    station.window.pages.setCurrentWidget(page)
    request = read_request(bundle.with_name("1.run"))
    assert request is not None
    page.jobs.open_run(request)
    settle(qtbot, station)
    assert page.title.text() == "IR sensor B 1"
    page.new_version.click()
    settle(qtbot, station)
    assert page.stages is not None
    form = page.stages.form
    assert (form.name.text(), form.version.text()) == ("IR sensor B", "2")
    made = form.request(bundle.parent, "Eva")
    assert made is not None
    assert made.name == ModelName("IR sensor B", "2")
    assert {"--product=IR sensor B", "--model-version=2"} <= set(made.train_arguments(resume=False))
    values = json.loads((bundle.with_name("1.run") / "order.json").read_text(encoding="utf-8"))
    del values["product"], values["version"]  # as an earlier version wrote it
    (bundle.with_name("1.run") / "order.json").write_text(json.dumps(values), encoding="utf-8")
    older = read_request(bundle.with_name("1.run"))
    assert older is not None
    assert older.name == ModelName("aws_pcb_ir", "1")
