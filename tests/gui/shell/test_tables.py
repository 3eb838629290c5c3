"""The tables agree with what they drive: actions, settings, themes, icons, texts."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from vqganodip.number_format import THIN_SPACE, counted, seconds_text
from vqganodip.records import Region
from vqganodip.review.judgments import JudgmentKind
from vqganodip.review.rules import ReviewRules
from vqganodip.testing import sample_inspection
from vqganodip.types import Box
from vqganodip_gui.actions import ACTIONS, JUDGMENT_ACTIONS, MENUS, conflicts
from vqganodip_gui.i18n import formatting
from vqganodip_gui.review.review_timer import ReviewTimer
from vqganodip_gui.review.rules_dialog import ReviewRulesDialog
from vqganodip_gui.services.resources import defect_codes, resource
from vqganodip_gui.services.settings import SETTINGS, Settings
from vqganodip_gui.shell.about_dialog import AboutDialog
from vqganodip_gui.shell.commands import COMMANDS
from vqganodip_gui.shell.error_dialog import ErrorDialog
from vqganodip_gui.shell.key_bindings import KeyBindings
from vqganodip_gui.shell.operator_dialog import OperatorDialog
from vqganodip_gui.shell.settings_dialog import SettingsDialog
from vqganodip_gui.shell.shortcuts_dialog import ShortcutsDialog
from vqganodip_gui.threshold.keys import KEYS
from vqganodip_gui.threshold.metric_descriptions import describe_column
from vqganodip_gui.widgets.icons import IconName, icon
from vqganodip_gui.widgets.number_field import NumberField
from vqganodip_gui.widgets.theme import Theme, apply_theme, style_sheet, tokens


def test_that_every_action_has_its_command_and_every_command_its_action() -> None:
    assert {row.name for row in ACTIONS} == set(COMMANDS)
    assert {row.menu for row in ACTIONS} == set(MENUS)
    assert set(JUDGMENT_ACTIONS) == set(JudgmentKind) - {JudgmentKind.WITHDRAWN}


def test_that_no_key_is_claimed_twice_and_all_are_keys() -> None:
    assert conflicts() == []
    for row in ACTIONS:
        for key in row.keys:
            assert QKeySequence(key).toString(), f"{row.name}: {key!r} is no key"


def test_that_the_key_sheet_shows_every_action_with_a_key(tmp_path: Path, qtbot: QtBot) -> None:
    sheet = ShortcutsDialog(KeyBindings(Settings(tmp_path / "window.json")))
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for row in ACTIONS:
        if row.keys:
            keys = [f"hold {key}" if row.holds else key for key in row.keys]
            assert {row.text.rstrip("…"), *keys} <= shown, row.name
    assert {text for text, _key in KEYS} | {"← →", "Shift+← →"} <= shown


def test_that_both_themes_have_all_tokens_and_fill_the_style_sheet() -> None:
    assert set(tokens(Theme.DARK)) == set(tokens(Theme.LIGHT))
    for theme in Theme:
        assert "$" not in style_sheet(theme)


@pytest.mark.parametrize("theme", list(Theme))
def test_that_text_can_be_read_on_every_ground(theme: Theme) -> None:
    found = tokens(theme)
    for text, grounds in {"text": ("window", "surface", "raised", "selected"), "muted": ("surface", "window")}.items():
        for ground in grounds:
            assert contrast(found[text], found[ground]) >= 4.5, (text, ground)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_that_every_icon_has_its_drawing_and_every_drawing_its_name(qtbot: QtBot) -> None:
    files = {path.stem for path in resource("icons").glob("*.svg")}
    assert files == {name.value for name in IconName} | {"chevron", "chevron_up", "tick_dark", "tick_light"}
    for stem in files:
        assert QSvgRenderer(str(resource(f"icons/{stem}.svg"))).isValid(), stem
    assert not icon(IconName.OK).pixmap(20, 20).isNull()


def test_that_style_sheets_are_set_in_one_place_only() -> None:
    package = Path(formatting.__file__).parents[1]
    users = [p.name for p in package.rglob("*.py") if re.search(r"\.setStyleSheet\(", p.read_text(encoding="utf-8"))]
    assert users == ["theme.py"]


def test_that_every_setting_and_action_has_one_row() -> None:
    for names in ([s.name for s in SETTINGS], [row.name for row in ACTIONS]):
        assert len(names) == len(set(names))


def test_that_settings_are_kept_checked_and_told_of(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "deep" / "window.json")
    heard: list[str] = []
    settings.listen(heard.append)
    settings.set("theme", "light")
    settings.set("theme", "light")
    with pytest.raises(ValueError, match="theme"):
        settings.set("theme", "pink")
    with pytest.raises(ValueError, match="idle_s"):
        settings.set("idle_s", "long")
    assert heard == ["theme"]
    assert Settings(settings.path).text("theme") == "light"


@pytest.mark.parametrize("content", ["{", "[]", '{"theme": "pink", "other": 1}', "\x00"])
def test_that_a_damaged_settings_file_counts_as_absent(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(content, encoding="utf-8")
    assert Settings(path).text("theme") == "dark"


def test_that_the_settings_dialog_has_a_row_per_setting_and_applies_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "window.json")
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    for setting in SETTINGS:
        assert (dialog.findChild(object, f"setting_{setting.name}") is not None) == bool(setting.group)
    box = dialog.findChild(object, "setting_theme")
    box.setCurrentIndex(1)
    assert json.loads(settings.path.read_text(encoding="utf-8")) == {"theme": "light"}


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_the_dialogs_open(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "window.json")
    operator = OperatorDialog(settings)
    for dialog in (AboutDialog(), ErrorDialog("KeyError: x", "Traceback", tmp_path / "crash.log"), operator):
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.hide()
    operator.name.setText("  A. B. ")
    operator.accept()
    assert settings.text("operator") == "A. B."


def test_that_defect_codes_come_from_the_file() -> None:
    codes = defect_codes()
    assert len(codes) == len(set(codes)) == 31
    assert {"Tombstone", "LiftedLead", "Miscellaneous"} <= set(codes)


def test_that_numbers_speak() -> None:
    assert counted(1, "board") == "1 board"
    assert counted(1000, "board") == f"1{THIN_SPACE}000 boards"
    assert (formatting.score(0.997), formatting.score(0.99999), formatting.score(1.0)) == ("0.997", "0.999", "1.00")
    assert formatting.score_against(0.5004, 0.5001) == ("0.5004", "0.5001")
    close = dataclasses.replace(sample_inspection(1), score=0.036, threshold=0.035)
    assert formatting.score_of(close) == "0.036" == formatting.score_against(0.036, 0.035)[0], "list and details"
    assert formatting.score_against(0.83, 0.5) == ("0.83", "0.5000")
    assert formatting.score_against(0.9994, 0.5) == ("0.999", "0.5000"), "the queue says 0.999 of the same board"
    assert formatting.score_against(0.99999, 0.9999) == ("0.99999", "0.9999")
    assert formatting.score_against(0.0004, 0.5) == ("0.0004", "0.5000")
    assert formatting.score_against(0.5002, 0.5002) == ("0.5002", "0.5002"), "at the threshold, so not below it"
    assert formatting.score_against(0.05646, 0.0564697) == ("0.05", "0.056469"), "typed back, it still passes the board"
    assert formatting.score(0.0004) == "0.0004"
    assert formatting.limit(float("-inf"), "-inf") == "flags every board"
    assert [seconds_text(v) for v in (1.94, 12.4, 200, 7500)] == ["1.9 s", "12 s", "3 min 20 s", "2 h 5 min"]
    region = Region(Box(0, 0, 10, 12), 84.1, 90.0, 3)
    assert formatting.area(region, 0.1) == "1.2 mm²"
    assert formatting.area(region, None) == "120 px"
    assert formatting.place(512.7, 301.2, 0.1) == "x 512 y 301 · 51.3, 30.1 mm"


def test_that_the_clock_stops_when_nobody_is_there() -> None:
    now = [0.0]
    watch = ReviewTimer(idle_s=60, clock=lambda: now[0])
    watch.start()
    now[0] = 5
    watch.touch()
    now[0] = 500
    assert watch.seconds() == 65
    watch.stop()
    now[0] = 900
    watch.resume()
    now[0] = 902
    assert watch.seconds() == 67
    watch.start()
    assert watch.seconds() == 0


def test_that_a_metric_column_is_described_in_plain_sentences() -> None:
    text = describe_column("golden.pixel.top10.mean")
    assert text.startswith("The ten pixels that differ most")
    assert text.endswith("Compared with the average of good boards. On average.")
    assert describe_column("raw.image.of_a_later_version") == "raw.image.of_a_later_version"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_numbers_in_dialogs_can_be_read(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.DARK)  # without arrows the style sheet leaves a number no room at all
    for dialog in (
        SettingsDialog(Settings(tmp_path / "window.json")),
        ReviewRulesDialog(ReviewRules(), lambda _: None),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        fields = dialog.findChildren(NumberField)
        assert fields
        for field in fields:
            assert field.lineEdit().width() > 40, field.objectName()
        dialog.hide()
