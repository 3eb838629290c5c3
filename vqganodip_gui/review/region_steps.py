"""Steps through the regions of the board on the screen, and the view of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from vqganodip.review.gate_advice import advised
from vqganodip.review.judgments import ReviewItem
from vqganodip_gui.review.state import ReviewState
from vqganodip_gui.viewer.image_pyramid import BoardPictures

if TYPE_CHECKING:
    from vqganodip_gui.review.page import ReviewPage


class RegionSteps(QObject):
    """Selection of regions by keys, on the page that shows the board.

    Attributes:
        whole: Number of the board that is shown with all its regions; None for no board.
    """

    def __init__(self, page: ReviewPage, review_state: ReviewState) -> None:
        super().__init__(page)
        self._page, self._review_state = page, review_state
        self.whole: int | None = None

    def step(self, by: int) -> None:
        """Select the next or previous region, wrapping around."""
        item = self._page.controller.current
        shown = item is not None and self._page.controller.can_judge() and not self._page.machine_hidden
        count = len(self.shown(item).inspection.shown_regions) if item is not None and shown else 0
        if count == 0:
            return
        chosen = self._page.details.regions.selected_region()
        index = (chosen + by) % count if chosen >= 0 else (0 if by > 0 else count - 1)
        self._page.details.regions.select_region(index)
        self._page.panels.select_region(index)

    def toggle_all(self) -> None:
        """Show the regions that do not stand out from normal boards too, or leave them out again."""
        item, pictures = self._page.controller.current, self._page.controller.pictures
        if item is None or pictures is None or self._page.machine_hidden or not self._page.controller.can_judge():
            return
        self.whole = None if self.whole == item.item_id else item.item_id
        shown = self.shown(item)
        self._page.panels.set_board(shown, pictures, keep_view=True)
        self._page.details.set_item(shown, crops=self.crops(shown, pictures))
        self._page.part_display.show()
        self._page.places.request(shown)

    def shown(self, item: ReviewItem) -> ReviewItem:
        """The board as it is shown: by the advice of a gate, and with all its regions where they are wanted.

        All regions are shown as well where one that would be left out was judged.
        """
        item = replace(item, inspection=advised(item.inspection))
        draft = self._review_state.drafts.of(item)
        said = {r.box for of in (item.judgment, draft) if of is not None for r in of.regions}
        shown = {region.box for region in item.inspection.shown_regions}
        if item.item_id != self.whole and said <= shown:
            return item
        return replace(item, inspection=replace(item.inspection, region_limit=None))

    def crops(self, shown: ReviewItem, pictures: BoardPictures) -> Sequence[QImage]:
        """The crops of the regions of the current board, in the order in which it is shown."""
        item = self._page.controller.current
        if item is None:
            return ()
        of_box = {region.box: crop for region, crop in zip(item.inspection.regions, pictures.crops, strict=False)}
        return [of_box[region.box] for region in shown.inspection.regions if region.box in of_box]

    def zoom(self) -> None:
        """Zoom to the selected region, or to the first."""
        chosen = self._page.details.regions.selected_region()
        if chosen >= 0:
            self._page.panels.select_region(chosen)
        else:
            self.step(1)

    def reset_view(self) -> None:
        """Show all panels, then the whole board without a selected region."""
        if self._page.panels.maximised() is not None:
            self._page.panels.toggle_maximised()
            return
        self._page.panels.link.fit()
        self._page.panels.select_region(-1)
        self._page.details.regions.select_region(-1)
