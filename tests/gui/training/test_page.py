"""The journey of an engineer from a folder of boards to a model in use; every training is a real one."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.tiny_boards import write_tiny_line
from gui.conftest import Stations
from gui.waiting import wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.review.accounts import Role
from vqganodip_gui.app import Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.training import page as training_page
from vqganodip_gui.training.close_dialog import CloseAnswer, CloseDialog
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.job_request import JobRequest
from vqganodip_gui.training.page import TrainingPage
from vqganodip_gui.training.stage_bar import StageName


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_line(tmp_path_factory.mktemp("data") / "valve", train=6, good=3, defective=3)


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that is closed at the end of a test that failed must not wait for an answer."""
    monkeypatch.setattr(training_page, "ask_close", lambda **_: CloseAnswer.CONTINUE)


@pytest.fixture
def page(stations: Stations, qtbot: QtBot) -> Iterator[TrainingPage]:
    """The page of a station, whose trainings do not outlive the test."""
    station = stations.start(bundle=False)
    yield shown(station)
    end(station.window.training, qtbot)


def shown(station: Station) -> TrainingPage:
    station.window.pages.setCurrentWidget(station.window.training)
    return station.window.training


def end(page: TrainingPage, qtbot: QtBot) -> None:
    if page.jobs.working:
        page.jobs.cancel()
        wait_until(qtbot, lambda: not page.jobs.working)


def picture(page: TrainingPage, name: str) -> None:
    folder = os.environ.get("VQGANODIP_PICTURES")
    if folder:
        settings = page._context.settings
        for theme in ("light", "dark"):
            settings.set("theme", theme)
            QApplication.processEvents()
            page.window().grab().save(str(Path(folder) / f"model-{name}-{theme}.png"))


def request_of(page: TrainingPage, line: Path, steps: int, **other: object) -> JobRequest:
    """Return the request of the form, adapted to tiny boards."""
    assert page.stages is not None
    made = page.stages.form.request(line, "M. L.")
    assert made is not None
    return dataclasses.replace(made, minutes=None, steps=steps, long_side=96, classifiers="LR", **other)


def choose(page: TrainingPage, line: Path, qtbot: QtBot) -> None:
    page.choose(line)
    wait_until(qtbot, lambda: page.jobs.phase is Phase.READY)


def test_that_an_engineer_gets_from_a_folder_to_a_model_in_use(page: TrainingPage, line: Path, qtbot: QtBot) -> None:
    assert page.empty.button.text() == "Choose a data set…"
    choose(page, line, qtbot)
    stages = page.stages
    assert stages is not None
    page.show_stage(StageName.DATA)
    counts = [[stages.data.counts.topLevelItem(i).text(c) for c in (0, 1)] for i in range(3)]  # type: ignore[union-attr]
    assert counts == [["Normal, for training", "6"], ["Labelled: good", "3"], ["Labelled: missing", "3"]]
    page.show_stage(StageName.TRAIN)
    assert stages.form.name.text() == "valve"
    assert stages.form.version.text() == "1"
    assert page.primary.isEnabled()
    jobs = page.jobs
    jobs.start(request_of(page, line, 40))
    assert jobs.phase is Phase.TRAINING
    assert not page.primary.isVisible()
    training = jobs.training
    assert training is not None
    wait_until(qtbot, lambda: "reconstruction" in training.progress.stages)
    wait_until(qtbot, lambda: jobs.phase is Phase.FITTING)
    assert stages.live.loss.count() == 4
    wait_until(qtbot, lambda: jobs.phase is Phase.FITTED)
    wait_until(qtbot, lambda: page.summary is not None and page.summary.calibration is not None)
    assert stages.panel(StageName.THRESHOLD) is page.body.currentWidget()
    assert "no known defect of 3 is missed" in stages.threshold.message.text()
    assert "true miss rate below 63.2 %" in stages.threshold.proof.text()
    for name in StageName:
        page.show_stage(name)
        QApplication.processEvents()
    bundle = page._context.workspace.folder / "models" / "valve" / "1"  # type: ignore[union-attr]
    assert open_bundle(bundle).read_json("threshold")["abnormal"] == 3
    page.tabs.setCurrentIndex(1)
    wait_until(qtbot, lambda: page.model_list is not None and bool(page.model_list.entries))
    assert page.model_list is not None
    item = page.model_list.table.topLevelItem(0)
    assert item is not None
    assert [item.text(c) for c in (0, 1, 2, 7, 10)] == ["valve", "1", "complete", "LR", "3"]
    page.model_list.show_button.click()
    assert page.tabs.currentIndex() == 0
    wait_until(qtbot, lambda: page.summary is not None and page.summary.calibration is not None)
    assert page.primary.text() == "Use this model for this station"
    page.start_next()
    assert page._context.bundle == bundle
    window = page.window()
    assert window.pages.currentWidget() is window.threshold  # type: ignore[attr-defined]
    wait_until(qtbot, lambda: window.threshold.draft.bundle_calibration is not None)  # type: ignore[attr-defined]


STEPS = 400
"""Many more than are made until the training is killed or stopped, which tests do as soon as it is under way."""


def steps_kept(request: JobRequest) -> int:
    """Of how many steps of the reconstruction there is a checkpoint."""
    state = request.run_folder / "run.json"
    return int(json.loads(state.read_bytes())["step"]) if state.exists() else 0


def pid_of(events: Path) -> int:
    begins = [json.loads(text) for text in events.read_text(encoding="utf-8").splitlines() if '"begin"' in text]
    return int(begins[-1]["pid"])


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="kills as only POSIX can")
def test_that_a_killed_training_goes_on_and_a_stopped_one_leaves_a_model(
    page: TrainingPage, line: Path, qtbot: QtBot
) -> None:
    choose(page, line, qtbot)
    jobs = page.jobs
    jobs.start(request_of(page, line, STEPS, checkpoint_s=0.0, fit_after=False))
    request = jobs.request
    assert request is not None
    wait_until(qtbot, lambda: "reconstruction" in jobs.progress.stages and steps_kept(request) > 2)
    os.kill(pid_of(request.run_folder / "train.jsonl"), signal.SIGKILL)
    wait_until(qtbot, lambda: jobs.phase is Phase.INTERRUPTED)
    assert page.primary.text() == "Resume training"
    assert "ended without a message" in page.warning.text()
    assert page.cancel.text() == "Discard…"
    picture(page, "broken-off")
    page.start_next()
    wait_until(qtbot, lambda: any("resumes from step" in str(notice) for notice in jobs.progress.notices))
    wait_until(qtbot, lambda: "reconstruction" in jobs.progress.stages)
    assert "can be resumed later" in page.stages.stop_tip()  # type: ignore[union-attr]
    page.stop.click()
    assert "Stopping" in page.status.text()
    wait_until(qtbot, lambda: jobs.phase is Phase.TRAINED)
    assert page.primary.text() == "Fit score and threshold"
    assert "Stopped early" in page.status.text()
    assert "vqgan" in open_bundle(request.bundle)
    picture(page, "stopped")


def test_that_a_training_outlives_the_window_and_is_found_again(
    stations: Stations, line: Path, qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.start(bundle=False)
    page = shown(station)
    choose(page, line, qtbot)
    page.jobs.start(request_of(page, line, 10 * STEPS))
    request = page.jobs.request
    wait_until(qtbot, lambda: bool(page.jobs.progress.stages))
    settings.set("language", "de")
    wait_until(qtbot, lambda: station.window.training is not page)
    page = station.window.training
    assert page.jobs.phase is Phase.TRAINING
    assert page.stop.text() == "Anhalten"
    assert page.title.text() == "valve 1"
    settings.set("language", "en")
    wait_until(qtbot, lambda: station.window.training is not page)
    page = station.window.training
    monkeypatch.setattr(training_page, "ask_close", lambda **_: CloseAnswer.CANCEL)
    station.window.close()
    assert station.window.isVisible()
    monkeypatch.setattr(training_page, "ask_close", lambda **_: CloseAnswer.CONTINUE)
    stations.stop(station)
    again = stations.start(bundle=False)
    page = shown(again)
    wait_until(qtbot, lambda: page.jobs.phase is Phase.TRAINING)
    assert page.jobs.request == request
    assert page.title.text() == "valve 1"
    again.window.pages.setCurrentWidget(again.window.review)
    button = next(b for b in again.window.bar.findChildren(QToolButton) if b.accessibleName().startswith("Model"))
    wait_until(qtbot, lambda: button.text().endswith("%"))
    before = page.jobs.progress.stages
    wait_until(qtbot, lambda: "patch features" in page.jobs.progress.stages)
    assert before is page.jobs.progress.stages
    page.jobs.cancel()
    wait_until(qtbot, lambda: not page.jobs.working)
    assert page.jobs.phase is not Phase.INTERRUPTED
    assert button.text() == "Model"
    again.tasks.write(lambda: None)
    wait_until(qtbot, lambda: not (again.context.workspace.folder / "models" / "valve" / "1.run").exists())  # type: ignore[union-attr]


def test_that_an_operator_may_look_and_not_train(page: TrainingPage, line: Path, qtbot: QtBot) -> None:
    login = page._context.login
    login.register("Ada", Role.ADMIN, "4711")
    login.register("Ann", Role.OPERATOR, "1234")
    login.log_in("Ann", "1234")
    choose(page, line, qtbot)
    assert not page.primary.isEnabled()
    for said in (page.primary.toolTip(), page.primary.accessibleDescription()):
        assert "The role operator may not train models" in said
        assert "engineer" in said
    page.start_next()
    assert "The role operator may not train models" in page.message.text.text()
    assert page.jobs.phase is Phase.READY
    assert not (page._context.workspace.folder / "models").exists()  # type: ignore[union-attr]
    picture(page, "refused")
    window = page.window()
    action = window.actions_by_name["open_bundle"]  # type: ignore[attr-defined]
    assert not action.isEnabled()
    assert "may not train models and choose the one in use" in action.toolTip()


def test_that_a_folder_that_is_no_data_set_says_what_to_do(page: TrainingPage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "pictures").mkdir()
    choose(page, tmp_path / "pictures", qtbot)
    assert page.stages is not None
    assert page.body.currentWidget() is page.stages.data
    assert "olds no images" in page.stages.data.message.text()
    assert not page.primary.isEnabled()
    picture(page, "no-data-set")


def test_that_an_error_of_the_process_is_said_with_what_to_do(page: TrainingPage, tmp_path: Path, qtbot: QtBot) -> None:
    three = write_tiny_line(tmp_path / "three", train=3, good=1, defective=1)
    choose(page, three, qtbot)
    jobs = page.jobs
    jobs.start(request_of(page, three, 10))
    wait_until(qtbot, lambda: not jobs.working)
    assert jobs.phase is Phase.INTERRUPTED
    assert "3 usable normal images are too few" in page.warning.text()
    assert "better 30 and more" in page.warning.text()
    assert page.primary.text() == "Try again"
    picture(page, "failed")
    jobs.discard_run()
    assert jobs.phase is Phase.READY


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_closing_offers_to_go_on_first_and_escape_stays(qtbot: QtBot) -> None:
    for key, answer in ((Qt.Key.Key_Return, CloseAnswer.CONTINUE), (Qt.Key.Key_Escape, CloseAnswer.CANCEL)):
        dialog = CloseDialog(training=True)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.keyClick(dialog, key)
        assert dialog.answer() is answer
