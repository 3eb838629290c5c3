"""The words of the window in the language of its user, through Qt's translation files (``resources/languages``)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from vqganodip_gui.resources import resource

CONTEXT: Final = "window"
_TRANSLATED: Final = ("fr", "de")
_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """A text in the chosen language; the text itself where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


def choose_language(application: QCoreApplication, wanted: str) -> str:
    """Gives the application its language before the window is made; returns the one it has (``en`` if unknown)."""
    language = QLocale.system().name()[:2] if wanted == "system" else wanted
    while _installed:
        application.removeTranslator(_installed.pop())
    if language not in _TRANSLATED:
        return "en"
    translator = QTranslator(application)
    if not translator.load(str(resource(f"languages/{language}.qm"))):
        return "en"
    application.installTranslator(translator)
    _installed.append(translator)
    return language
