"""Messages and errors of the engine in the language of the window.

The engine depends neither on Qt nor on languages: its messages carry a code, an English template and values.
``resources/languages/engine.fr.ts`` and ``engine.de.ts`` hold the translated template of each code, and of the code
with ``.todo`` what to do about an error. Values that are messages or errors are translated in their turn, all others
stay as they are. A text without a code, or with one that the catalogue does not know, is shown in English.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from vqganodip.errors import Message, Value, VqganodipError, fill
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.resources import resource

TODO: Final = ".todo"
"""Suffix of the identifier of an error's remedy."""


def translated(text: Message | VqganodipError) -> str:
    """A message, or a whole error, in the language of the window."""
    if isinstance(text, VqganodipError):
        return format_error(text, begins=False)
    return _filled(text.code, text.template, text.values)


def translated_lines(texts: Iterable[Message | VqganodipError]) -> str:
    """Several messages, one per line."""
    return "\n".join(map(translated, texts))


def format_error(error: BaseException, *, place: bool = True, begins: bool = True) -> str:
    """An error as one text, ``where: what. todo``.

    Args:
        error: Of the engine; any other exception is shown as it is.
        place: False to omit the location, for a widget that shows it already.
        begins: False inside a sentence, where English continues with a small letter.
    """
    if not isinstance(error, VqganodipError):
        return str(error)
    head, where, todo = translated_what(error).removesuffix("."), translated_location(error), translated_todo(error)
    if where and place:
        head = translation.tr("{where}: {what}").format(where=where, what=head)
    elif (begins or translation.language() != "en") and not error.template.startswith("{"):
        head = head[:1].upper() + head[1:]
    return f"{head}. {todo}" if todo else f"{head}."


def translated_what(error: VqganodipError) -> str:
    """Return the problem, without a full stop."""
    return _filled(error.code, error.template, error.values)


def translated_todo(error: VqganodipError) -> str:
    """Return the remedy; empty if there is none."""
    return _filled(error.code + TODO, error.todo_template, error.values) if error.todo_template else ""


def translated_location(error: VqganodipError) -> str:
    """The file, folder or record concerned as it is; a place that is a word is translated."""
    return translated(error.location) if isinstance(error.location, Message) else error.location


def catalogue(language: str) -> Mapping[str, str]:
    """The translated templates by identifier; none for English. Read once, when the first message is needed."""
    return {} if language == "en" else _read(language)


def _filled(identifier: str, template: str, values: Mapping[str, Value]) -> str:
    words = {
        name: translated(value) if isinstance(value, Message | VqganodipError) else value
        for name, value in values.items()
    }
    translated_template = catalogue(translation.language()).get(identifier)
    if translated_template is None:
        return fill(template, words)
    return fill(translated_template, words, translation.language())


@cache
def _read(language: str) -> dict[str, str]:
    root = ElementTree.parse(resource(f"languages/engine.{language}.ts")).getroot()
    return {m.get("id", ""): m.findtext("translation", "") for m in root.iter("message")}
