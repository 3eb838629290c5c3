"""Defect codes are shown in spoken words and stay codes in every file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip_gui.i18n import translation
from vqganodip_gui.i18n.defect_words import DEFECT_WORDS, defect_word
from vqganodip_gui.review.code_box import CodeBox
from vqganodip_gui.services.resources import defect_codes


@pytest.fixture(params=["en", "fr", "de"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translation.choose_language(qapp, request.param)
    yield request.param
    translation.choose_language(qapp, "en")


def test_that_every_code_that_ships_has_words_of_its_own(language: str) -> None:
    words = [defect_word(code) for code in defect_codes()]
    assert set(defect_codes()) == set(DEFECT_WORDS)
    assert len({word.casefold() for word in words}) == len(words)
    if language != "en":
        assert not set(words) & set(DEFECT_WORDS.values())
    assert {"en": "solder bridge", "de": "Lötbrücke", "fr": "pont de soudure"}[language] == defect_word("Short")


def test_that_the_field_shows_words_and_gives_codes(language: str, qtbot: QtBot) -> None:
    box = CodeBox(defect_codes())
    qtbot.addWidget(box)
    for index, code in enumerate(defect_codes(), start=1):
        box.setCurrentIndex(index)
        assert (box.currentText(), box.defect_code()) == (defect_word(code), code)
        box.set_defect_code(code)
        assert (box.currentText(), box.defect_code()) == (defect_word(code), code)


@pytest.mark.usefixtures("language")
def test_that_an_own_code_is_shown_as_it_is(qtbot: QtBot) -> None:
    box = CodeBox(defect_codes())
    qtbot.addWidget(box)
    for text in ("fibre on J4", "LiftedLead", ""):
        box.setEditText(f" {text} ")
        assert box.defect_code() == text
    assert defect_word("fibre on J4") == "fibre on J4"
