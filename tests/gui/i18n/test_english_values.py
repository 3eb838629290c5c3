"""No message of the engine is given an English word as a value: a sentence would be half in English elsewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

import pytest
from gui.engine_texts import ERRORS, MESSAGES, ROOTS
from gui.i18n.test_engine_messages import EXEMPT, LANGUAGES, LOANWORDS, NAMES, messages_of

NAMES_GIVEN: Final = {
    ("datasets/groups.py", "name"): "column of a table",
    ("datasets/manifest.py", "label"): "what the table contains",
    ("datasets/manifest.py", "split"): "what the table contains",
    ("datasets/manifest.py", "path"): "what the table contains",
    ("neural/trainers/run_folder.py", "stage"): "stored state of a run, for the log",
    ("neural/trainers/run_folder.py", "step"): "a number",
    ("placement/laying_on.py", "unit"): "mm, mil or inch, as files and the command line name them",
    ("placement/laying_on.py", "before"): "likewise",
    ("placement/laying_on.py", "likely"): "likewise, or a message",
    ("placement/reading.py", "unit"): "mm, mil or inch, as files and the command line name them",
    ("placement/reading.py", "before"): "likewise",
    ("review/session.py", "kind"): "a fault of the program, never of what a person gave",
    ("store/record_copy.py", "tables"): "names of tables, or of the verb that compares: a fault of the program",
    ("store/panels.py", "name"): "a fault of the program, never of what a person gave",
    ("turing/analysis/observations.py", "times"): "a number",
    ("turing/session/state_machine.py", "state"): "a fault of the program, never of what a person gave",
    ("turing/session/state_machine.py", "other"): "a fault of the program, never of what a person gave",
}
"""Values that hold an identifier, by module and place, with the reason why they are no words of a sentence."""

SHORT: Final = {"fr": "json min mm ms ppm sd mo", "de": "in json mb min mm ms ppm sd rate"}
"""Short words that are spelt alike in both languages."""


def worded_values() -> Iterator[tuple[str, str, str]]:
    """Yield module, place and source of each value that contains a literal word or the value of an enumeration."""
    for root in ROOTS.values():
        for file in sorted(root.rglob("*.py")):
            module = file.relative_to(root).as_posix()
            if module.startswith(tuple(EXEMPT)):
                continue
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ERRORS | MESSAGES:
                    for given in call.keywords:
                        if given.arg not in (None, "where", "todo") and _is_worded(given.value):
                            yield module, str(given.arg), ast.unparse(given.value)


def _is_worded(value: ast.expr) -> bool:
    match value:
        case ast.Call(func=ast.Name(id=name)) if name in ERRORS | MESSAGES:
            return False  # a message of its own, with a translation
        case ast.Constant(value=str(text)):
            return bool(re.search(r"[^\W\d_]{4,}", text))
        case ast.Attribute(attr="value" | "state"):
            return True
    return any(_is_worded(part) for part in ast.iter_child_nodes(value) if isinstance(part, ast.expr))


def test_that_no_message_is_given_an_english_word() -> None:
    found = list(worded_values())
    assert [one for one in found if one[:2] not in NAMES_GIVEN] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_sentences_that_begin_with_a_value_are_translated_to_their_end(language: str) -> None:
    allowed = {*NAMES.split(), *LOANWORDS[language].split(), *SHORT[language].split()}
    left = {}
    for code, (source, translated) in messages_of(language).items():
        if re.match(r"\W*\{", source):
            found = (_words(source) & _words(translated)) - allowed
            if found:
                left[code] = sorted(found)
    assert left == {}


def _words(text: str) -> set[str]:
    """All words of two letters or more, without places, options, paths and quoted names."""
    text = re.sub(r"`[^`]*`|\{\{?[^}]*\}\}?|--[\w-]+|\S*[/_*.=^\[(]\S+|[„«“\"'][^„«»“”\"']*[”»“\"']", " ", text)
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}
