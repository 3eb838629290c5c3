"""Theme: colour tokens and the style sheet made from them. No other module sets a style sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from string import Template
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from vqganodip_gui.services.resources import resource


class Theme(StrEnum):
    """The two themes."""

    DARK = "dark"
    LIGHT = "light"

    @classmethod
    def chosen(cls, wanted: str) -> Theme:
        """The theme of a setting; ``system`` follows the desktop."""
        if wanted != "system":
            return cls(wanted)
        hints = QGuiApplication.styleHints()
        return cls.LIGHT if hints.colorScheme() is Qt.ColorScheme.Light else cls.DARK


_current = Theme.DARK


@cache
def tokens(theme: Theme) -> dict[str, str]:
    """The colour tokens of this theme."""
    everything = json.loads(resource("style/tokens.json").read_text(encoding="utf-8"))
    return cast("dict[str, str]", everything[theme.value])


def current_theme() -> Theme:
    return _current


def colour(name: str) -> QColor:
    """The colour of a token in the current theme."""
    return QColor(tokens(_current)[name])


@contextmanager
def drawn_as(theme: Theme) -> Iterator[None]:
    """Context in which ``colour`` answers for another theme, for printing; the style sheet stays."""
    global _current
    before, _current = _current, theme
    try:
        yield
    finally:
        _current = before


def style_sheet(theme: Theme) -> str:
    """The style sheet with all tokens filled in; KeyError for a token that the theme lacks."""
    template = Template(resource("style/app.qss").read_text(encoding="utf-8"))
    drawn = {"chevron": "chevron", "chevron_up": "chevron_up", "tick": f"tick_{theme.value}", "dark_tick": "tick_dark"}
    icons = {name: resource(f"icons/{stem}.svg").as_posix() for name, stem in drawn.items()}
    return template.substitute(tokens(theme) | icons)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Apply the theme to the whole application."""
    global _current
    _current = theme
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "window"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "raised"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Button, "raised"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.PlaceholderText, "faint"),
        (QPalette.ColorRole.Highlight, "selected"),
        (QPalette.ColorRole.HighlightedText, "selected_text"),
        (QPalette.ColorRole.Link, "text"),
        (QPalette.ColorRole.LinkVisited, "text"),
    ):
        palette.setColor(role, colour(name))
    application.setPalette(palette)
    application.setStyleSheet(style_sheet(theme))
