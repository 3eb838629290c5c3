"""What the engine says, in the language of the window.

The engine knows neither Qt nor languages: its errors and findings are finished English sentences. Each of them came
from a template, and ``resources/languages/engine.fr.ts`` and ``engine.de.ts`` hold these templates with their
translations. A sentence is held against them, the one with the most text of its own first; what stood in its places
goes over as it is. A place whose name begins with ``word`` stands for a word or a sentence that is translated as well.
A sentence without a template is shown in English, never lost.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from functools import cache
from typing import Final

from vqganodip.errors import VqganodipError
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.resources import resource

_PLACE: Final = re.compile(r"{(\w+)}")
_DEEPEST: Final = 8


def format_error(error: BaseException) -> str:
    """Where, what and what to do, as the error itself says it, in the language of the window."""
    if not isinstance(error, VqganodipError):
        return said(str(error))
    return translated_values(error.what, error.where, error.todo)


def translated_values(what: str, where: str = "", todo: str = "") -> str:
    """The parts of an error as one text: ``where: what. todo``."""
    head = said(what)
    if where:
        head = translation.tr("{where}: {what}").format(where=translated_location(where), what=head)
    elif translation.language() != "en":  # English texts are those of the log, letter by letter
        head = head[:1].upper() + head[1:]
    return f"{head}. {said(todo)}".rstrip() if todo else f"{head}."


def translated_location(where: str) -> str:
    """The place of an error. Names of files and records stay as they are; a few places are words."""
    return translation.tr(_catalogue(translation.language()).get(where, where))


def said(sentence: str, depth: int = 0) -> str:
    """A sentence of the engine in the language of the window; the sentence itself where no template fits."""
    language = translation.language()
    if language == "en" or not sentence:
        return sentence
    known = _catalogue(language).get(sentence) or translation.tr(sentence)
    if known != sentence:
        return known
    for template in _templates(language):
        values = template.values_of(sentence)
        if values is not None:
            if depth < _DEEPEST:
                values = {n: said(v, depth + 1) if n.startswith("word") else v for n, v in values.items()}
            return _PLACE.sub(lambda place, values=values: values[place[1]], template.translation)  # type: ignore[misc]
    return sentence


@dataclass(frozen=True, slots=True)
class _Template:
    """A sentence with places, and how it reads in another language."""

    source: str
    translation: str
    longest: str
    """The longest piece without a place: a sentence that lacks it cannot fit."""

    def values_of(self, sentence: str) -> dict[str, str] | None:
        if self.longest not in sentence:
            return None
        found = _pattern(self.source).fullmatch(sentence)
        return found.groupdict() if found else None


@cache
def _pattern(source: str) -> re.Pattern[str]:
    parts = _PLACE.split(source)  # text, name, text, name, …, text
    named: set[str] = set()
    pattern = re.escape(parts[0])
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        pattern += f"(?P={name})" if name in named else f"(?P<{name}>.+?)"
        pattern += re.escape(text)
        named.add(name)
    return re.compile(pattern, re.DOTALL)


@cache
def _templates(language: str) -> tuple[_Template, ...]:
    """Those of a language that have places, the ones with the most text of their own first."""
    found = []
    for source, text in _catalogue(language).items():
        parts = _PLACE.split(source)[::2]
        if len(parts) > 1:
            found.append((sum(map(len, parts)), _Template(source, text, max(parts, key=len))))
    found.sort(key=lambda pair: -pair[0])
    return tuple(template for _length, template in found)


@cache
def _catalogue(language: str) -> dict[str, str]:
    """Sources and translations of a language; none for English. Read once, when the first sentence is needed."""
    if language == "en":
        return {}
    root = ElementTree.parse(resource(f"languages/engine.{language}.ts")).getroot()
    return {m.findtext("source", ""): m.findtext("translation", "") for m in root.iter("message")}
