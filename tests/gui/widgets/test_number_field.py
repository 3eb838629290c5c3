"""One field for numbers: the same keys mean the same number in every locale, and a refusal states its reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from gui.keys import type_into
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vqganodip_gui.i18n import translation
from vqganodip_gui.threshold.score_field import ScoreField
from vqganodip_gui.training.train_form import TrainForm
from vqganodip_gui.widgets.number_field import NumberField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames

LOCALES: Final = ("de_DE", "fr_FR", "en_US", "hi_IN", "fa_IR", "ar_EG")


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.fixture
def field(qtbot: QtBot, locale: str) -> Iterator[NumberField]:
    whole = QWidget()
    qtbot.addWidget(whole)
    made = NumberField(0.0, 5000.0, decimals=4, value=7.0, suffix=" mm")
    QVBoxLayout(whole).addWidget(made)
    whole.resize(600, 200)
    whole.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    whole.show()
    yield made
    whole.hide()


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.05", 0.05), ("0,05", 0.05), ("12.5", 12.5), ("12,5", 12.5), (",5", 0.5), ("1234", 1234.0), ("۰٫۲۵", 0.25),
     ("٠٫٢٥", 0.25), ("०.२५", 0.25)],
)  # fmt: skip
@pytest.mark.parametrize("keypad", [False, True], ids=["keys", "keypad"])
def test_that_a_number_means_the_same_in_every_locale(
    field: NumberField, text: str, value: float, keypad: bool
) -> None:
    type_into(field, text, keypad=keypad)
    assert field.value() == value
    assert field.text() == f"{value:.4f} mm", "the field shows a point, whatever was typed"
    assert field.hint() == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [("1,234.5", "one decimal sign"), ("1.234,5", "one decimal sign"), ("1.2.3", "one decimal sign"),
     ("1 000", "no spaces"), ("1\u202f000", "no spaces"), ("1\u00a0000", "no spaces"), ("1'000", "not part"),
     ("1e3", "not part"), ("-3", "At least 0"), ("0,12345", "At most 4 decimals"), ("50000", "At most 5000")],
)  # fmt: skip
def test_that_a_text_that_is_no_number_is_refused_whole_and_in_words(field: NumberField, text: str, word: str) -> None:
    said: list[str] = []
    field.refused.connect(said.append)
    type_into(field, text, finish=False)
    assert word in field.hint(), "while it is being typed"
    type_into(field, text)
    assert field.value() == 7.0
    assert field.text() == "7.0000 mm"
    assert "was not taken" in said[-1]
    assert word in said[-1]
    type_into(field, "2,5")
    assert (field.value(), field.hint()) == (2.5, ""), "the words end with the next number"


def test_that_a_pasted_number_follows_the_same_rules(field: NumberField) -> None:
    for text, value in (("1.234,5", 7.0), ("2,5", 2.5)):
        field.lineEdit().selectAll()
        field.lineEdit().insert(text)
        field.lineEdit().setModified(True)
        field.interpretText()
        assert field.value() == value


def test_that_whole_numbers_take_no_decimal_sign_and_keep_their_limits(qtbot: QtBot, locale: str) -> None:
    field = NumberField(5, 100_000, value=480)
    qtbot.addWidget(field)
    for text, value in (("1,000", 480), ("1.000", 480), ("3", 480), ("200000", 480), ("1000", 1000)):
        type_into(field, text)
        assert field.whole() == value, text
    assert field.text() == "1000"


def test_that_the_fields_of_a_training_read_both_signs(qtbot: QtBot, locale: str) -> None:
    form = TrainForm()
    qtbot.addWidget(form)
    for field, text, value in (
        (form.mm_per_px, "0.05", 0.05),
        (form.mm_per_px, "0,05", 0.05),
        (form.minutes, "12.5", 12.5),
        (form.minutes, "0.25", 0.25),
    ):
        type_into(field, text)
        assert field.value() == value, (locale, text)
    assert form.minutes.text() == "0.25"
    form.minutes.setValue(15.0)
    assert form.minutes.text() == "15.0"
    form.mm_per_px.setValue(0.0)
    assert form.mm_per_px.text() == "unknown"


def test_that_a_threshold_typed_as_it_is_shown_is_the_same_threshold(qtbot: QtBot, locale: str) -> None:
    field = ScoreField("Threshold")
    qtbot.addWidget(field)
    moved: list[float] = []
    field.valueChanged.connect(moved.append)
    field.show_threshold(0.0564697, "0.0564")
    assert field.text() == "0.0564"
    type_into(field, "0,0564")
    assert moved == [], "it is the threshold that is drawn already"
    type_into(field, "0,05646")
    assert moved == [0.05646]
    field.show_threshold(0.05646, "0.0564")
    field.stepUp()
    assert moved[-1] == pytest.approx(0.05746)


def test_that_no_other_field_for_numbers_is_used() -> None:
    root = Path(translation.__file__).parents[1]
    users = {
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id in ("QSpinBox", "QDoubleSpinBox")
    }
    assert users == {"widgets/number_field.py"}


@pytest.mark.parametrize("language", ["fr", "de"])
def test_that_the_reason_is_said_in_the_language_of_the_window(qapp: QApplication, qtbot: QtBot, language: str) -> None:
    translation.choose_language(qapp, language)
    try:
        field = NumberField(0, 10, decimals=1)
        qtbot.addWidget(field)
        said: list[str] = []
        field.refused.connect(said.append)
        type_into(field, "1,25")
        assert {"fr": "Au plus 1 décimale.", "de": "Höchstens 1 Nachkommastelle."}[language] in said[-1]
    finally:
        translation.choose_language(qapp, "en")
