"""Applies a language change, deferring it while a session, a job or a dialog would be disturbed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from vqganodip_gui.i18n.translation import choose_language, language_of, tr
from vqganodip_gui.services.settings import Settings

if TYPE_CHECKING:
    from vqganodip_gui.shell.main_window import MainWindow

_AGAIN_MS: Final = 200


class LanguageSwitch(QObject):
    """Switch that follows the language setting; it rebuilds the window between two events, never during a popup."""

    def __init__(self, application: QCoreApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._settings = settings
        self._window: MainWindow | None = None
        self.language = choose_language(application, settings.text("language"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._change)
        self.destroyed.connect(settings.listen(self._setting_changed))

    def set_window(self, window: MainWindow | None) -> None:
        """Set the window that is rebuilt; None once it closes."""
        self._window = window

    def _setting_changed(self, name: str) -> None:
        if name == "language":
            self._soon.start(0)

    def _change(self) -> None:
        from vqganodip_gui.shell.settings_dialog import SettingsDialog

        window, wanted = self._window, language_of(self._settings.text("language"))
        if window is None:
            return
        dialogs = [dialog for dialog in window.findChildren(SettingsDialog) if dialog.isVisible()]
        if wanted == self.language:
            for dialog in dialogs:
                dialog.show_message("")
            return
        what = blocking_activity(window)
        if what is not None:
            text = what and tr("The language changes as soon as this is over: {what}.").format(what=what)
            for dialog in dialogs:
                dialog.show_message(text)
            self._soon.start(_AGAIN_MS)
            return
        self.language = choose_language(self._application, wanted)
        window.rebuild()
        for dialog in dialogs:
            dialog.rebuild()


def blocking_activity(window: MainWindow) -> str | None:
    """The activity that delays the change, in a few words; empty for an open popup, None for no activity."""
    from vqganodip_gui.shell.settings_dialog import SettingsDialog

    if window.turing.runner is not None:
        return tr("the session of the Turing test")
    if window.context.tasks.acting():
        return tr("what you started last")
    dialogs = [*window.findChildren(QDialog), QApplication.activeModalWidget()]
    if any(d is not None and d.isVisible() and not isinstance(d, SettingsDialog) for d in dialogs):
        return tr("the dialog that is open")
    return None if QApplication.activePopupWidget() is None else ""
