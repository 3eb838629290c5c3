"""Base class of the pages in the main window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One page of the main window. A page overrides what it needs; the defaults suit a page without state."""

    caption_changed = Signal(str)
    """The text of the page's button in the top bar has changed."""

    def refresh_theme(self) -> None:
        """Redraw what the style sheet does not draw."""

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy the view state of the page that this one replaces after a change of language.

        Args:
            before: A page of the same class.
            shown: True if the page is the visible one.
        """

    def may_close(self) -> bool:
        """Return False to keep the window open."""
        return True

    def close_page(self) -> None:
        """Save or stop whatever must not outlive the window."""
