"""Region list: the regions of a board, most different first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from vqganodip.detection.reason_words import reason_message
from vqganodip.number_format import grouped
from vqganodip.placement.parts import PlacedPart
from vqganodip.printable import printable
from vqganodip.records import Region, RegionOpinion
from vqganodip.review.gate_words import region_words
from vqganodip.review.judgments import JudgmentKind, RegionJudgment
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.defect_words import defect_word
from vqganodip_gui.i18n.engine_messages import translated, translated_lines
from vqganodip_gui.i18n.formatting import part_text
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.judgment_bar import JUDGMENT_ICONS
from vqganodip_gui.widgets.colormaps import rank_rgb
from vqganodip_gui.widgets.icons import IconName, paint_icon
from vqganodip_gui.widgets.theme import colour

_CROP: Final = 26
_FRAME: Final = 3
_BADGE: Final = 15
_COLUMNS: Final = ("No.", "Dist.", "Area", "Part")
_PART: Final = 3


class RegionList(QTreeWidget):
    """Crop with rank colour, number, part, distance, area and judgment of each region."""

    region_selected = Signal(int)
    judgments_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regions: Sequence[Region] = ()
        self._judgments: dict[int, RegionJudgment] = {}
        self._swatches: list[QPixmap] = []
        self.setIconSize(QSize(_CROP, _CROP))
        self.setAccessibleName(tr("Regions"))
        self.setColumnCount(len(_COLUMNS))
        self.setHeaderLabels([tr(word) for word in _COLUMNS])
        self.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.headerItem().setToolTip(
            1,
            tr(
                "Fréchet distance between a region and its reconstruction or the reference board. First comes the "
                "region that the segmentation map marks most, where the model has one."
            ),
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
        header.resizeSection(0, _CROP + 36)  # two digits next to the crop
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (2, _PART):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.moveSection(_PART, 1)
        self.setColumnHidden(_PART, True)
        self.itemClicked.connect(lambda item: self.region_selected.emit(self.indexOfTopLevelItem(item)))

    def set_regions(
        self,
        regions: Sequence[Region],
        mm_per_px: float | None,
        crops: Sequence[QImage] = (),
        judgments: Sequence[RegionJudgment] = (),
        opinions: Sequence[RegionOpinion] = (),
    ) -> None:
        """List the regions with their crops and stored judgments; those that the advice of a gate clears are grey."""
        self.clear()
        self._regions = regions
        self._judgments = {i: s for i, region in enumerate(regions) for s in judgments if s.box == region.box}
        self._swatches = []
        distances = formatting.distances([region.distance_max for region in regions])
        for index, (region, distance) in enumerate(zip(regions, distances, strict=True)):
            row = QTreeWidgetItem([str(index + 1), distance, formatting.area(region, mm_per_px)])
            cleared = index < len(opinions) and opinions[index].cleared
            shade = colour("muted") if cleared else QColor(*rank_rgb(index, len(regions)))
            swatch = _framed(crops[index] if index < len(crops) else None, shade)
            self._swatches.append(swatch)
            if cleared:
                _grey(row)
            for column in (1, 2):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            merged = tr("Patches merged: {n}").format(n=grouped(region.candidates))
            reasons = translated_lines(map(reason_message, region.reasons))
            if cleared:
                reasons = f"{reasons}\n{gate_text(opinions[index])}".strip()
            row.setToolTip(1, f"{reasons}\n{merged}".strip())
            row.setToolTip(2, reasons)
            self.addTopLevelItem(row)
            self._show_said(index)

    def refresh(self) -> None:
        """Draw again what has a colour of the theme."""
        for index, row in enumerate(map(self.topLevelItem, range(self.topLevelItemCount()))):
            self._show_said(index)
            if row is not None and row.foreground(0).style() is not Qt.BrushStyle.NoBrush:
                _grey(row)

    def set_parts(self, parts: Sequence[PlacedPart | None]) -> None:
        """Name the part of each region; the column is hidden where there are no names."""
        self.setColumnHidden(_PART, not any(parts))
        for index, part in enumerate(parts):
            row = self.topLevelItem(index)
            if row is not None:
                row.setText(_PART, "" if part is None else printable(part.ref_des))
                row.setToolTip(_PART, "" if part is None else part_text(part))

    def part_width(self) -> int:
        """Width of the names of parts; 0 where there are none."""
        header = max(self.header().sectionSizeHint(_PART), self.sizeHintForColumn(_PART))
        return 0 if self.isColumnHidden(_PART) else header

    def set_judgment(self, index: int, kind: JudgmentKind | None, code: str = "") -> None:
        """Judge a region; None clears it. Stored with the judgment of the board."""
        if kind is None:
            self._judgments.pop(index, None)
        else:
            self._judgments[index] = RegionJudgment(self._regions[index].box, kind, code)
        self._show_said(index)
        self.judgments_changed.emit()

    def judgments(self) -> tuple[RegionJudgment, ...]:
        """Judgments of regions, in region order."""
        return tuple(self._judgments[index] for index in sorted(self._judgments))

    def set_judgments(self, judgments: Sequence[RegionJudgment]) -> None:
        """Replace the judgments of all regions."""
        self._judgments = {i: s for i, region in enumerate(self._regions) for s in judgments if s.box == region.box}
        for index in range(len(self._regions)):
            self._show_said(index)
        self.judgments_changed.emit()

    def next_unjudged_region(self, after: int) -> int:
        """The next unjudged region, wrapping around; -1 if there is none."""
        count = len(self._regions)
        order = [(after + step) % count for step in range(1, count)]
        return next((index for index in order if index not in self._judgments), -1)

    def _show_said(self, index: int) -> None:
        row, judgment = self.topLevelItem(index), self._judgments.get(index)
        if row is None:
            return
        swatch = self._swatches[index]
        if judgment is not None:  # # on the crop, as in the queue: next to a number it would cut that off
            swatch = _badged(swatch, JUDGMENT_ICONS[judgment.kind])
        mark = QIcon(swatch)
        mark.addPixmap(swatch, QIcon.Mode.Selected)  # # Qt would tint it, but the colour is the rank
        row.setIcon(0, mark)
        text = tr("Alt and a judgment key judge this region alone")
        if judgment is not None:
            text = f"{tr(formatting.JUDGMENT_WORDS[judgment.kind])} {defect_word(judgment.defect_code)}".strip()
        row.setToolTip(0, text)

    def selected_region(self) -> int:
        """Index of the selected region, -1 for none."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None and item.isSelected() else -1

    def select_region(self, index: int) -> None:
        """Select a region; -1 selects none."""
        item = self.topLevelItem(index) if index >= 0 else None
        if item is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        else:
            self.setCurrentItem(item)


def gate_text(one: RegionOpinion) -> str:
    """The reason for which a gate clears a region, in the user's language."""
    return tr("Gate: probably a false call, {reason}").format(reason=translated(region_words(one)))


def _grey(row: QTreeWidgetItem) -> None:
    """Show a region as one that a gate clears."""
    for column in range(len(_COLUMNS)):
        row.setForeground(column, colour("muted"))


def _badged(swatch: QPixmap, name: IconName) -> QPixmap:
    """Crop of a region with the icon of its judgment in the corner."""
    pixmap = QPixmap(swatch)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    badge = QRectF(_CROP - _BADGE, _CROP - _BADGE, _BADGE, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface"))
    painter.drawEllipse(badge)
    paint_icon(painter, name, badge.adjusted(1, 1, -1, -1))
    painter.end()
    return pixmap


def _framed(crop: QImage | None, shade: QColor) -> QPixmap:
    """Crop of a region framed in the colour of its rank; the colour alone without a crop."""
    side = 2 * _CROP  # sharp at 200 % as well
    pixmap = QPixmap(side, side)
    pixmap.fill(shade)
    if crop is not None:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inner = 2 * _FRAME
        painter.drawImage(QRect(inner, inner, side - 2 * inner, side - 2 * inner), crop)
        painter.end()
    pixmap.setDevicePixelRatio(2.0)
    return pixmap
