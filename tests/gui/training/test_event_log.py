"""Events of a job reach the window as codes; files of earlier versions are shown unchanged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from vqganodip.cli.event_file import EventFile, coded
from vqganodip.errors import TrainingError, message
from vqganodip_gui.i18n import translation
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.training.event_log import JobProgress


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translation.choose_language(qapp, "de")
    yield
    translation.choose_language(qapp, "en")


def told_in(events: list[dict[str, Any]]) -> JobProgress:
    told = JobProgress()
    for event in events:
        told.apply(event)
    return told


@pytest.mark.usefixtures("german")
def test_that_notices_progress_and_failures_cross_the_process_by_code(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    failure = TrainingError("checkpoint-damaged", "the checkpoint is damaged", where="c.pt", todo="Train again.")
    notice = message("run-resumed", "The training goes on from step {step}.", step=120)
    step = message("training-step", "step {step}, loss {loss:.4f}", step=3, loss=0.25)

    def job() -> None:
        with EventFile(path, "train") as told:
            told.emit("notice", text=str(notice), **coded(notice))
            told.progress("foreign", 1.0, step)
            told.progress("metrics", 1.0, "a board.png")
            raise failure

    with pytest.raises(TrainingError):
        job()
    events = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [e["text"] for e in events if e["event"] == "notice"] == ["The training goes on from step 120."]
    told = told_in(events)
    assert [translated(text) for text in told.notices] == ["Das Training geht bei Schritt 120 weiter."]
    assert translated(told.stages["foreign"].message) == "Schritt 3, Verlust 0.2500"
    assert translated(told.stages["metrics"].message) == "a board.png"
    assert told.failure is not None
    assert type(told.failure) is TrainingError
    assert "beschädigt" in format_error(told.failure)


@pytest.mark.usefixtures("german")
def test_that_a_file_without_codes_is_shown_as_it_is() -> None:
    told = told_in(
        [
            {"event": "begin", "at": 1.0},
            {"event": "notice", "at": 2.0, "text": "Left out: a {strange} file"},
            {"event": "progress", "at": 3.0, "stage": "data", "share": 0.5, "message": "8 images"},
            {"event": "failed", "at": 4.0, "what": "no space", "where": "/data", "todo": "Make room."},
        ]
    )
    assert [translated(text) for text in told.notices] == ["Left out: a {strange} file"]
    assert translated(told.stages["data"].message) == "8 images"
    assert told.failure is not None
    assert format_error(told.failure) == "/data: no space. Make room."
