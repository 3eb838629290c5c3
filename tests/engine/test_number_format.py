"""Numbers read the same everywhere: thin thousands, thresholds rounded down, one and many."""

from __future__ import annotations

import ast
import random
import re
from pathlib import Path
from typing import Final

import pytest

import vqganodip
from vqganodip.errors import fill
from vqganodip.number_format import THIN_SPACE, fill_template, grouped, plural, rounded_down, rounded_up, threshold_text

CHECKOUT: Final = Path(vqganodip.__file__).parents[2]
SOURCES: Final = (CHECKOUT / "core" / "vqganodip", CHECKOUT / "vqganodip_gui")


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [(0, 0, "0"), (999, 0, "999"), (1000, 0, "1 000"), (-1234567, 0, "-1 234 567"), (1234.56, 1, "1 234.6")],
)
def test_that_thousands_are_set_off_by_a_thin_space(number: float, decimals: int, text: str) -> None:
    assert grouped(number, decimals) == text.replace(" ", THIN_SPACE)


def test_that_no_text_of_engine_or_window_sets_thousands_off_by_a_comma() -> None:
    found = []
    for file in (file for folder in SOURCES for file in sorted(folder.rglob("*.py"))):
        if file.name == "number_format.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            text = ast.unparse(node.format_spec) if isinstance(node, ast.FormattedValue) and node.format_spec else ""
            if "," in text:
                found.append(f"{file.name}:{node.lineno} {text}")  # type: ignore[attr-defined]
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value:
                found += [f"{file.name}:{node.lineno} {n}" for n in re.findall(r"\b[1-9]\d{0,2},000\b", node.value)]
    for file in sorted((CHECKOUT / "resources" / "languages").glob("*.ts")):
        found += [f"{file.name} {n}" for n in re.findall(r"\b\d{1,3},\d{3}\b", file.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("language", "singular"), [("en", {1}), ("de", {1}), ("fr", {0, 1, 1.5})], ids=["English", "German", "French"]
)
def test_that_a_word_takes_the_form_of_its_number(language: str, singular: set[float]) -> None:
    assert {n for n in (0, 1, 1.5, 2, 21, 1001) if plural(n, "one", "many", language) == "one"} == singular


def test_that_templates_group_thousands_and_choose_words() -> None:
    template = "{n:board|boards} {n:|was|were} judged, {rest:,} left at {share:.0%}"
    assert fill_template(template, {"n": 1, "rest": 2, "share": 0.5}) == "1 board was judged, 2 left at 50 %"
    many = fill_template(template, {"n": 1200, "rest": 34567, "share": 0.5})
    assert many == f"1{THIN_SPACE}200 boards were judged, 34{THIN_SPACE}567 left at 50 %"
    assert fill_template("{n:carte|cartes}", {"n": 0}, "fr") == "0 carte"
    assert fill("{n:board|boards}", {"n": "some"}) == "{n:board|boards}", "values that do not fit leave the template"


@pytest.mark.parametrize(
    ("threshold", "below", "text"),
    [
        (0.0564697, -1.0, "0.0564"),
        (0.0564697, 0.05645, "0.05646"),
        (0.3, -1.0, "0.3000"),
        (0.3, 0.29999999, "0.3000"),
        (1.0, 0.5, "1.0000"),
        (0.00001234, 0.0, "0.00001"),
        (float("inf"), 0.0, "inf"),
    ],
)
def test_that_a_threshold_is_rounded_down_until_it_flags_the_same(threshold: float, below: float, text: str) -> None:
    assert threshold_text(threshold, below) == text


def test_that_a_number_rounded_to_a_side_stays_on_that_side() -> None:
    numbers = random.Random(7)
    for _ in range(1000):
        value, decimals = numbers.uniform(-2, 2) * 10.0 ** numbers.randint(-6, 3), numbers.randint(0, 6)
        low, high = float(rounded_down(value, decimals)), float(rounded_up(value, decimals))
        assert low <= value <= high
        assert high - low <= 10.0**-decimals * (1 + 1e-6)
    assert rounded_up(-0.00001, 2) == "0.00"
