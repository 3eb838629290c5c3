"""What the engine says reaches the window in its language: every sentence of its errors has its template."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from gui.engine_templates import ENGINE, UNKNOWN, sentences_of_errors
from PySide6.QtWidgets import QApplication

from vqganodip.errors import ImageError, ReviewError, StoreError
from vqganodip.review.accounts import Permission, Role
from vqganodip.store import connection
from vqganodip.turing.analysis.observer_group import group_result
from vqganodip.turing.analysis.wording import verdict_words
from vqganodip_gui.i18n import engine_messages, translation
from vqganodip_gui.services.resources import resource

LANGUAGES: Final = ("fr", "de")

WINDOW: Final = Path(translation.__file__).parents[1]

EXEMPT: Final = {
    "benchmark.py": "a verb of the command line",
    "cli/": "the command line",
    "boards/": "the renderer; the window asks it for the demo line alone, whose numbers are fixed",
    "ground_truth.py": "for measurements of localisation on the command line",
    "metrics/inputs.py": "a fault of the program, never of what a person gave",
    "neural/esser_checkpoint.py": "checkpoints of other programs are taken in on the command line",
    "packed_maps.py": "a fault of the program, never of what a person gave",
    "headless.py": "runs without a window",
    "photographer.py": "takes pictures of the window without a person",
    "testing.py": "fakes of the tests",
}
"""Modules whose errors do not reach the window, with the reason."""

UNREAD: Final = {
    "board_names.py": "two values of one function, _refused; its sentences are in the files",
    "demo.py": "what the drawing process tells: sentences of other modules and one of its own, in the files",
    "scoring/scorer.py": "three sentences of _differing, in the files",
    "settings.py": "numbers of a training that the window's form cannot give",
    "store/connection.py": "the table _MEANINGS, in the files and asked for below",
    "store/panels.py": "AGAIN of pixel_files.py, in the files",
    "turing/display.py": "an error of the system, as it is",
    "store/tiles.py": "AGAIN of pixel_files.py, in the files",
}
"""Modules with a part that cannot be read out of the source."""


def sources(language: str) -> dict[str, str]:
    root = ElementTree.parse(resource(f"languages/engine.{language}.ts")).getroot()
    return {m.findtext("source", ""): m.findtext("translation", "") for m in root.iter("message")}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    assert translation.choose_language(qapp, request.param) == request.param
    yield request.param
    translation.choose_language(qapp, "en")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translation.choose_language(qapp, "de")
    yield
    translation.choose_language(qapp, "en")


@pytest.mark.parametrize("language_of", LANGUAGES)
def test_that_every_error_of_the_engine_that_can_reach_the_window_has_its_template(language_of: str) -> None:
    known = {re.sub(r"{\w+}", UNKNOWN, source) for source in sources(language_of)}
    missing = []
    files = [(file, ENGINE) for file in ENGINE.rglob("*.py")] + [(file, WINDOW) for file in WINDOW.rglob("*.py")]
    for file, root in sorted(files):
        name = str(file.relative_to(root))
        if any(name.startswith(start) for start in EXEMPT):
            continue
        for found in sentences_of_errors(file, root):
            if found.text == UNKNOWN:
                if name not in UNREAD:
                    missing.append(f"{found.place} {found.part} cannot be read")
            elif found.text and re.sub(r"{\w+}", UNKNOWN, found.text) not in known:
                missing.append(f"{found.place} {found.part}: {found.text}")
    assert not missing, "add to resources/languages/engine.*.ts:\n" + "\n".join(missing)


@pytest.mark.parametrize("language_of", LANGUAGES)
def test_that_rights_roles_and_what_the_disk_reports_are_translated(language_of: str) -> None:
    known = sources(language_of)
    assert {right.value for right in Permission} | {role.value for role in Role} <= set(known)
    for _word, what, todo in connection._MEANINGS:
        assert what in known
        assert todo in known


@pytest.mark.parametrize("language_of", LANGUAGES)
def test_that_templates_and_translations_have_the_same_places(language_of: str) -> None:
    for source, translated in sources(language_of).items():
        assert translated, source
        assert set(re.findall(r"{\w+}", source)) == set(re.findall(r"{\w+}", translated)), source
    assert set(sources("fr")) == set(sources("de"))


@pytest.mark.usefixtures("german")
def test_that_an_error_is_said_with_its_values_and_the_words_among_them() -> None:
    full = StoreError(
        "the workspace folder cannot be written (No space left on device)",
        where="/data/line 3",
        todo="Choose a folder you may write to.",
    )
    assert engine_messages.format_error(full) == (
        "/data/line 3: in den Ordner des Arbeitsbereichs lässt sich nicht schreiben "
        "(kein Platz mehr auf dem Datenträger). Wählen Sie einen Ordner, in den Sie schreiben dürfen."
    )
    refused = ReviewError(
        f"the role operator may not {Permission.EXPORT.value}", todo="Ask somebody with the role engineer."
    )
    assert engine_messages.format_error(refused) == (
        "Die Rolle Prüfer darf das nicht: Aufzeichnungen ausgeben. Fragen Sie jemanden mit der Rolle Ingenieur."
    )


@pytest.mark.usefixtures("german")
def test_that_names_of_people_and_files_are_not_translated() -> None:
    assert engine_messages.said("no board with the serial number quality is in this workspace") == (
        "keine Leiterplatte mit der Seriennummer quality in diesem Arbeitsbereich"
    )


def test_that_a_sentence_without_template_stays_as_it_is(language: str) -> None:
    assert engine_messages.said("something that nobody foresaw (x = 3)") == "something that nobody foresaw (x = 3)"
    assert "SN 1.png" in engine_messages.format_error(ImageError("is strange", where="SN 1.png", todo="Look."))


def test_that_english_is_left_alone(qapp: QApplication) -> None:
    translation.choose_language(qapp, "en")
    error = ImageError("is empty", where="a.png", todo="Take or export the picture again.")
    assert engine_messages.format_error(error) == str(error)


@pytest.mark.parametrize("rates", [(0.5, 0.55, 0.48, 0.52), (0.9, 0.95, 0.92, 0.88), (0.2, 0.9), (0.1, 0.12, 0.11)])
def test_that_every_verdict_of_the_turing_test_is_said(language: str, rates: tuple[float, ...]) -> None:
    english = verdict_words(group_result(rates, margin=0.1, alpha=0.05))
    said = engine_messages.said(english)
    assert "The verdict" not in said
    assert " to " not in said
    assert " interval " not in said
