"""Screenshots of the real window, taken once it has reached a state."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from vqganodip.errors import ExportError
from vqganodip_gui.widgets.theme import Theme

if TYPE_CHECKING:
    from vqganodip_gui.app import Station

SIZES: Final = ((1366, 768), (1920, 1080))
_PATIENCE_S: Final = 600.0
_SETTLED_S: Final = 0.6


class Screenshots:
    """Screenshot tool that waits for states of the window."""

    def __init__(self, application: QApplication, out: Path) -> None:
        self.application = application
        self.out = out
        out.mkdir(parents=True, exist_ok=True)

    def wait(self, until: Callable[[], bool], seconds: float = _PATIENCE_S) -> None:
        """Process events until a condition holds; TimeoutError if it never does."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("The window did not reach the requested state.")
            self.application.processEvents()
            time.sleep(0.005)

    def pause(self, seconds: float = _SETTLED_S) -> None:
        """Process events for this many seconds."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def save(self, station: Station, name: str) -> Path:
        """Save the window once it has settled.

        Raises:
            ExportError: The picture cannot be written.
        """
        self.pause()
        path = self.out / f"{name}.png"
        if not station.window.grab().save(str(path)):
            raise ExportError(
                "screenshot-unwritable",
                "the picture cannot be written",
                where=path,
                todo="Check the folder and its space.",
            )
        return path

    def save_themes(self, station: Station, name: str) -> list[Path]:
        """Save the window in both themes and all SIZES as ``<name>-<theme>-<width>``; restores the theme."""
        settings = station.settings
        before = settings.text("theme")
        paths = []
        for theme in (Theme.LIGHT, Theme.DARK):
            settings.set("theme", theme.value)
            for width, height in SIZES:
                station.window.resize(width, height)
                paths.append(self.save(station, f"{name}-{theme.value}-{width}"))
        settings.set("theme", before)
        return paths
