"""The words of the window in the language of its user, through Qt's translation files (``resources/languages``)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vqganodip.number_format import fill_template
from vqganodip_gui.services.resources import resource

CONTEXT: Final = "window"
_TRANSLATED: Final = ("fr", "de")
_installed: list[QTranslator] = []
_chosen = ["en"]


def tr(text: str, /, **values: object) -> str:
    """A text in the chosen language; the text itself where there is no translation.

    Args:
        text: English. With values it is a template of ``number_format.fill_template``, so ``{n:board|boards}`` is a
            number with its word, in the translations too.
        **values: The values by place; without any the text is not filled.
    """
    found = QCoreApplication.translate(CONTEXT, text) if text else ""
    return fill_template(found, values, language()) if values else found


def language() -> str:
    """The language that the window has: ``en``, ``fr`` or ``de``."""
    return _chosen[0]


def language_of(wanted: str) -> str:
    """The language that a setting comes to: of the system, or English, where it is none that the window speaks."""
    found = QLocale.system().name()[:2] if wanted == "system" else wanted
    return found if found in _TRANSLATED else "en"


def choose_language(application: QCoreApplication, wanted: str) -> str:
    """Install a language and return it; existing widgets keep their texts."""
    found = language_of(wanted)
    while _installed:
        before = _installed.pop()
        application.removeTranslator(before)
        before.deleteLater()  # with the half megabyte of words that it holds
    _chosen[0] = "en"
    if found == "en":
        return found
    translator, qt = QTranslator(application), QTranslator(application)
    if not translator.load(str(resource(f"languages/{found}.qm"))):
        return "en"
    # what Qt itself says: buttons of its dialogs, names of keys, the menu of a text field
    if qt.load(f"qtbase_{found}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
        _installed.append(qt)
    application.installTranslator(translator)
    _installed.append(translator)
    _chosen[0] = found
    return found
