"""Base class of the pages in the main window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vqganodip_gui.widgets.message_strip import MessageStrip


class Page(QWidget):
    """One page of the main window. A page overrides what it needs; the defaults suit a page without state."""

    caption_changed = Signal(str)
    """The text of the page's button in the top bar has changed."""

    status_changed = Signal()
    """The texts of the page in the status bar have changed."""

    message: MessageStrip
    """Messages about what was done on the page, or asked for from the menu while it is in front."""

    def refresh_theme(self) -> None:
        """Redraw what the style sheet does not draw."""

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy the view state of the page that this one replaces after a change of language.

        Args:
            before: A page of the same class.
            shown: True if the page is the visible one.
        """

    def status_texts(self) -> tuple[str, str, str, str]:
        """Return board, pace, position and zoom for the status bar; empty for what has no meaning on the page."""
        return "", "", "", ""

    def keyboard_home(self) -> QWidget:
        """Return the widget that has the keyboard while no field has it."""
        return self

    def take_folder(self, folder: Path) -> bool:
        """Take a folder that was dropped on the window; False if it is one of boards to inspect."""
        return False

    def may_close(self) -> bool:
        """Return False to keep the window open."""
        return True

    def close_page(self) -> None:
        """Save or stop whatever must not outlive the window."""
