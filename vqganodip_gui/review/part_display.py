"""Names and outlines of parts on the review page: in the list of regions, in tool tips and over the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vqganodip.review.location_history import LocationHistory
from vqganodip_gui.i18n.formatting import part_text
from vqganodip_gui.review.state import ReviewState

if TYPE_CHECKING:
    from vqganodip_gui.review.page import ReviewPage


class PartDisplay(QObject):
    """Presenter of the parts of the board on the screen; it lives as long as its page."""

    def __init__(self, page: ReviewPage, review_state: ReviewState) -> None:
        super().__init__(page)
        self._page, self._parts = page, review_state.parts

    def follow(self) -> None:
        """Follow parts, history and settings, once the page is built."""
        settings = self._page.settings
        self._parts.changed.connect(self.read)
        self._page.places.found.connect(self.show_history)
        self.destroyed.connect(settings.listen(self._setting_changed))
        self._setting_changed("parts_shown")

    def show(self) -> None:
        """Name the parts of the regions on the screen, once they are read."""
        page, item = self._page, self._page.panels.board()
        parts = None if item is None else self._parts.of(item)
        if item is None or parts is None:
            page.panels.set_parts(None)
            page.fit_details()
            return
        grid, regions = item.inspection.grid, () if page.machine_hidden else item.inspection.shown_regions
        named = [parts.at(region.box, grid) for region in regions]
        tips = [f"{n}" if part is None else f"{n} · {part_text(part)}" for n, part in enumerate(named, start=1)]
        page.panels.set_parts(parts, tips)
        page.details.set_parts(named, [parts.explained(region, grid) for region in regions])
        page.fit_details()

    def read(self) -> None:
        """Parts were read, or have changed: name those of the board on the screen, and ask for their history."""
        item = self._page.panels.board()
        self.show()
        if item is not None and not self._page.machine_hidden:
            self._page.places.request(item)

    def show_history(
        self, item_id: int, memories: Sequence[LocationHistory], on_parts: Sequence[LocationHistory | None]
    ) -> None:
        """Show earlier judgments at the places and on the parts of the regions on the screen."""
        current = self._page.controller.current
        if current is not None and current.item_id == item_id and not self._page.machine_hidden:
            self._page.details.set_location_history(memories, on_parts)

    def _setting_changed(self, name: str) -> None:
        if name == "parts_shown":
            self._page.panels.show_parts(self._page.settings.flag(name))
