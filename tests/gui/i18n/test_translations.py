"""French and German: every text has its translation, the compiled files fit their sources, nothing is cut off."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.engine_texts import places_of
from PySide6.QtWidgets import QApplication

from vqganodip.detection.metrics.aggregates import AGGREGATE_SENTENCES
from vqganodip.detection.metrics.families import FAMILIES
from vqganodip.detection.metrics.registry import METRICS
from vqganodip.records import Weighting
from vqganodip_gui.actions import ACTIONS, MENUS
from vqganodip_gui.i18n import formatting, translation
from vqganodip_gui.i18n.defect_words import DEFECT_WORDS
from vqganodip_gui.records import operator_table, records_model
from vqganodip_gui.review import queue_filters, region_list, work_order_dialog
from vqganodip_gui.services.resources import resource
from vqganodip_gui.services.settings import SETTINGS, Settings
from vqganodip_gui.shell import login_dialog, shortcuts_dialog
from vqganodip_gui.shell.pages import PAGES
from vqganodip_gui.threshold.keys import KEYS
from vqganodip_gui.viewer import panel_grid

LANGUAGES = ("fr", "de")


def texts() -> set[str]:
    """All texts of the window that are translated: those of its tables, and the literals given to ``tr``."""
    found = {text for row in ACTIONS for text in (row.text, row.tip, row.bar)} | set(MENUS)
    found |= {page.title for page in PAGES}
    for setting in SETTINGS:
        if setting.group:
            found |= {setting.label, setting.group, setting.tip} | {label for _value, label in setting.choices}
    found |= {text for pair in shortcuts_dialog._MOUSE for text in pair} | {
        word for _state, word in queue_filters._STATES
    }
    found |= {text for text, _key in KEYS}
    found |= set(operator_table._COLUMNS) | {title for title, _cell in records_model.COLUMNS}
    found |= (
        set(region_list._COLUMNS) | set(formatting.JUDGMENT_WORDS.values()) | set(formatting.VERDICT_WORDS.values())
    )
    found |= set(DEFECT_WORDS.values())
    found |= set(login_dialog.ROLE_WORDS.values()) | {word for _value, word in work_order_dialog._SIDES}
    found |= {panel_grid._WEIGHTING_WORDS[weighting] for weighting in Weighting}
    found |= {name.value for name in panel_grid.PanelName}
    found |= {row.sentence for row in (*METRICS, *FAMILIES)} | set(AGGREGATE_SENTENCES.values())
    for file in Path(translation.__file__).parents[1].rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                given = node.args[0]
                if isinstance(given, ast.Constant):
                    found.add(str(given.value))
    return found - {""}


def translations(language: str) -> dict[str, str]:
    root = ElementTree.parse(resource(f"languages/{language}.ts")).getroot()
    return {m.findtext("source", ""): m.findtext("translation", "") for m in root.iter("message")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_text_has_a_translation_with_the_same_places_to_fill(language: str) -> None:
    known = translations(language)
    missing = sorted(text for text in texts() if not known.get(text))
    assert not missing
    for source, translated in known.items():
        assert places_of(source) == places_of(translated), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_translation_is_without_a_text_that_uses_it(language: str) -> None:
    unused = sorted(set(translations(language)) - texts() - {"{where}: {what}"})
    assert not unused


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_compiled_file_is_that_of_its_source(language: str, tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent)) or shutil.which("pyside6-lrelease")
    if tool is None:
        pytest.skip("lrelease is not installed")
    out = tmp_path / f"{language}.qm"
    subprocess.run([tool, "-silent", str(resource(f"languages/{language}.ts")), "-qm", str(out)], check=True)
    assert out.read_bytes() == resource(f"languages/{language}.qm").read_bytes()


@pytest.fixture
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    translation.choose_language(qapp, "en")


@pytest.mark.parametrize(
    ("language", "queue", "menu"), [("fr", "À juger", "Contrôle"), ("de", "Zu beurteilen", "Prüfung")]
)
@pytest.mark.usefixtures("english_afterwards")
def test_that_the_window_speaks_the_language_of_the_settings(
    stations: Stations, boards: Path, settings: Settings, language: str, queue: str, menu: str
) -> None:
    settings.set("language", language)
    window = stations.reviewing(boards).window
    assert window.review.queue_pane.state.itemText(0) == queue
    assert menu in [action.text() for action in window.bar.menu.menu().actions()]
    for button in window.review.details.judgment.buttons.values():
        label = button.findChild(object, "judgmentWord")
        assert label.sizeHint().width() <= button.width() - 8, f"{label.text()} is cut off"


COUNTED = "boards|images|defects|records|files|regions|metrics|judgments|participants|observers|sessions|answers|people"

NEVER_ONE = {
    "Margin ±{margin} points, registered. {missing} of {trials} answers missing.": "four trials or more",
    "Over the last {n} boards; 0 turns the alarm off.": "fifty boards",
    "{n} boards": "1 board is a text of its own",
    "{n} regions": "1 region is a text of its own",
    "All {count:,} records are as they were written. Last hash: {hash}": "the one record has a text of its own",
    "{n} boards bear the serial number {serial}; this is the first that waits, or the first.": "several boards",
    "{count} images of this folder could not be inspected; the list at the left says why for each of them.": "several",
    "{n} boards are being rendered and inspected one after the other; none of them is real. The first flagged board "
    "appears here by itself: in a few seconds, on a busy machine in minutes.": "the demo line",
    "{n} false calls in the last {boards} boards (limit {limit:.0f} %): inform the engineer.": "of fifty boards",
    "{n} defects in the last {boards} boards (limit {limit:.0f} %): inform the production line.": "of fifty boards",
    "All {count} images read and as they were prepared ({seconds} s)": "a study has four images or more",
    "{observers} observers, mean {mean}, SD {sample} points (ddof 1), {population} (ddof 0)": "two or more",
    "{trials} images of {seen} s, {blank} s blank, protocol {protocol}. Registered: margin ±{margin} points, α "
    "{alpha}, {people} participants.": "four images or more; a panel needs two people",
}
"""Texts with a fixed plural after a count, with the reason why the count is never 1."""


def test_that_no_count_stands_before_a_fixed_plural() -> None:
    fixed = re.compile(r"\{\w+(:,)?\} (\w+ )?(" + COUNTED + r")\b")
    assert sorted(text for text in texts() if fixed.search(text) and text not in NEVER_ONE) == []
    assert sorted(NEVER_ONE.keys() - texts()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_translation_has_both_forms_where_english_has_them(language: str) -> None:
    for source, translated in translations(language).items():
        for name in set(re.findall(r"\{(\w+):[^}|]*\w\|", source)):
            assert re.search(rf"\{{{name}:[^}}]*\|", translated), source


@pytest.mark.usefixtures("english_afterwards")
def test_that_one_and_many_are_right_in_all_languages(qapp: QApplication) -> None:
    said = {}
    for language in ("en", "fr", "de"):
        translation.choose_language(qapp, language)
        text = "{more:more defect|more defects} without a miss would prove 1 %."
        said[language] = [translation.tr(text, more=more) for more in (1, 2)]
    assert said == {
        "en": ["1 more defect without a miss would prove 1 %.", "2 more defects without a miss would prove 1 %."],
        "fr": ["1 défaut de plus sans manqué prouverait 1 %.", "2 défauts de plus sans manqué prouveraient 1 %."],
        "de": [
            "1 weiterer Fehler ohne Übersehen würde 1 % beweisen.",
            "2 weitere Fehler ohne Übersehen würden 1 % beweisen.",
        ],
    }
