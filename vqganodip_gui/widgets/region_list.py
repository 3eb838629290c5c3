"""The regions of a board, the most different first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from vqganodip.records import Region
from vqganodip_gui import humanize
from vqganodip_gui.colormaps import rank_rgb
from vqganodip_gui.words import tr

_COLUMNS: Final = ("No.", "Dist.", "Area")


class RegionList(QTreeWidget):
    """Number, colour of the rank, distance and area per region."""

    region_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Regions"))
        self.setColumnCount(len(_COLUMNS))
        self.setHeaderLabels([tr(word) for word in _COLUMNS])
        self.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.headerItem().setToolTip(
            1, tr("Fréchet distance between a region and its reconstruction: higher is stranger")
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(28)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, 46)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(lambda item: self.region_chosen.emit(self.indexOfTopLevelItem(item)))

    def set_regions(self, regions: Sequence[Region], mm_per_px: float | None) -> None:
        self.clear()
        for index, region in enumerate(regions):
            row = QTreeWidgetItem(
                [str(index + 1), humanize.distance(region.distance_max), humanize.area(region, mm_per_px)]
            )
            swatch = QPixmap(12, 12)
            swatch.fill(QColor(*rank_rgb(index, len(regions))))
            mark = QIcon(swatch)
            mark.addPixmap(swatch, QIcon.Mode.Selected)  # Qt would tint it, and the colour is the rank
            row.setIcon(0, mark)
            for column in (1, 2):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.setToolTip(1, f"{humanize.count(region.candidates, 'patch', 'patches')} merged")
            self.addTopLevelItem(row)

    def chosen(self) -> int:
        """Index of the chosen region, -1 for none."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None and item.isSelected() else -1

    def choose(self, index: int) -> None:
        """Marks a region; -1 marks none."""
        item = self.topLevelItem(index) if index >= 0 else None
        if item is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        else:
            self.setCurrentItem(item)
