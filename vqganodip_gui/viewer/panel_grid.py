"""Panels of a board, four or five, in a grid or one alone, under one linked view."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqganodip.placement.laid_parts import LaidPart
from vqganodip.placement.record import BoardParts
from vqganodip.records import Weighting
from vqganodip.review.judgments import ReviewItem
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.comparison_board import ComparisonBoard, ComparisonKind
from vqganodip_gui.viewer.comparison_panel import ComparisonPanel
from vqganodip_gui.viewer.difference_corner import DifferenceCorner
from vqganodip_gui.viewer.display_options import NO_TONES, Effect, Tones, ViewState
from vqganodip_gui.viewer.effects import EffectSources, PanelPicture, apply_effect
from vqganodip_gui.viewer.image_pyramid import BoardPictures, Scale, Shown
from vqganodip_gui.viewer.linked_view import LinkedView
from vqganodip_gui.viewer.panel_layout import places
from vqganodip_gui.viewer.panel_view import PanelView
from vqganodip_gui.viewer.region_overlay import rect_of
from vqganodip_gui.viewer.tile_loader import TileLoader
from vqganodip_gui.widgets.colormaps import Colours

_WEIGHTING_WORDS: Final = {
    Weighting.RAW: "raw",
    Weighting.WEIGHTED: "weighted",
    Weighting.STANDARDISED: "standardised",
    Weighting.FOREIGN: "segmentation",
    Weighting.FEATURES: "features",
}


class PanelName(StrEnum):
    """Panels in display order; the last exists only on request."""

    ORIGINAL = "Original"
    RECONSTRUCTION = "Reconstruction"
    DIFFERENCE = "Difference"
    PATCHES = "Patches"
    GOOD_BOARD = "Good board"


class PanelLayout(StrEnum):
    """Arrangement of the panels."""

    TWO_BY_TWO = "2x2"
    ONE_BY_FOUR = "1x4"


class PanelGrid(QWidget):
    """Panels with the pictures of one board."""

    weighting_changed = Signal(str)
    scale_changed = Signal(str)
    colours_changed = Signal(str)
    maximised_changed = Signal(str)
    nearest_requested = Signal()

    def __init__(self, tiles: TileLoader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelGrid")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pictures"))
        self.link = LinkedView(self)
        self._tiles = tiles
        self.panels: dict[PanelName, PanelView] = {
            name: PanelView(name.value, self.link, marks=name is PanelName.PATCHES, tiles=tiles, parent=self)
            for name in PanelName
            if name is not PanelName.GOOD_BOARD
        }
        self._good_panel: ComparisonPanel | None = None
        self._good_board = ComparisonBoard()
        self._layout = PanelLayout.TWO_BY_TWO
        self._maximised: PanelName | None = None
        self._original_only = False
        self._pointed = PanelName.ORIGINAL
        self._weighting = Weighting.WEIGHTED
        self._scale = Scale.BOARD
        self._pictures: BoardPictures | None = None
        self._item: ReviewItem | None = None
        self._chosen = -1
        self._parts: Sequence[LaidPart] = ()
        self._tips: Sequence[str] = ()
        self._parts_shown = False
        self._colours = Colours.MAGMA
        self._effect: Effect | None = None
        self._swiping = False
        self._divider = 0.5
        self._opacity = 0.7
        self._tones = NO_TONES
        for name, panel in self.panels.items():
            self._wire(name, panel)
        self.corner = DifferenceCorner()
        self.corner.weighting_requested.connect(self.next_weighting)
        self.panels[PanelName.DIFFERENCE].set_corner(self.corner)
        self.corner.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def board(self) -> ReviewItem | None:
        return self._item

    def set_board(self, item: ReviewItem, pictures: BoardPictures, *, keep_view: bool = False) -> None:
        """Show a board; all panels change in one frame."""
        self._item, self._pictures, self._chosen = item, pictures, -1
        width, height = item.inspection.grid
        self.link.set_scene(width, height, keep=keep_view)
        for panel in self.panels.values():
            panel.marks.set_board(self.link.scene, item.inspection)
        self._show_pictures()

    def set_parts(self, parts: BoardParts | None, tips: Sequence[str] = ()) -> None:
        """Set the parts of the board for their outlines, and the tool tips of its regions; None for none."""
        self._parts = (
            () if parts is None or self._item is None or parts.grid != self._item.inspection.grid else parts.laid
        )
        self._tips = tips
        for panel in self.panels.values():
            self._lay_parts(panel)

    def show_parts(self, shown: bool) -> None:
        """Show or hide the outlines of parts."""
        self._parts_shown = shown
        for panel in self.panels.values():
            panel.parts.setVisible(shown)

    def has_parts(self) -> bool:
        """True if the board has outlines of parts to show."""
        return bool(self._parts)

    def _lay_parts(self, panel: PanelView) -> None:
        panel.parts.set_parts(self.link.scene, self._parts)
        panel.parts.setVisible(self._parts_shown)
        panel.marks.set_tips(self._tips)

    def set_good_board(self, board: ComparisonBoard) -> None:
        """Show a comparison board in the fifth panel, which exists only on request."""
        wanted = board.kind is not ComparisonKind.NONE
        self._good_board = board
        if wanted is not (PanelName.GOOD_BOARD in self.panels):
            if wanted:
                self.panels[PanelName.GOOD_BOARD] = self._fifth()
            else:
                self.panels.pop(PanelName.GOOD_BOARD).hide()
            self._arrange()
        self._show_good_board()

    def good_board(self) -> ComparisonBoard:
        return self._good_board

    def paint_now(self) -> None:
        """Paint at once: Qt would wait some idle milliseconds first."""
        for panel in self.panels.values():
            if panel.isVisible():
                panel.viewport().repaint()

    def shown(self) -> Shown:
        """The pictures shown first; the next boards are prepared for them."""
        ratio, area = self.devicePixelRatioF(), self.link.viewport
        return Shown(
            self._weighting,
            self._scale,
            self._colours,
            panel=(round(area.width() * ratio), round(area.height() * ratio)),
        )

    def clear(self) -> None:
        """Remove the board."""
        self._item = self._pictures = None
        self.set_parts(None)
        self._good_board = ComparisonBoard(self._good_board.kind)
        self._show_good_board()
        for name, panel in self.panels.items():
            if name is not PanelName.GOOD_BOARD:
                panel.set_picture(None, name.value)
            panel.marks.set_board(self.link.scene, None)
        self.corner.hide()

    def select_region(self, index: int, *, zoom: bool = True) -> None:
        """Select a region in all panels and zoom to it; -1 selects none."""
        self._chosen = index
        for panel in self.panels.values():
            panel.marks.set_chosen(index)
        if zoom:
            self.zoom_region(index)

    def zoom_region(self, index: int) -> None:
        """Zoom to a region, whichever is selected."""
        if self._item is not None and 0 <= index < len(self._item.inspection.shown_regions):
            self.link.show_box(rect_of(self._item.inspection.shown_regions[index].box))

    def effect(self) -> Effect | None:
        """The current effect on the original."""
        if self._original_only:
            return None
        return self._effect or (Effect.SWIPE if self._swiping else None)

    def set_effect(self, effect: Effect | None) -> None:
        """Set the effect that lasts while a key is held; None ends it."""
        if effect is not self._effect:
            self._effect = effect
            self._show_pictures()

    def toggle_swipe(self) -> None:
        """Toggle the swipe: original left of a line, reconstruction right."""
        self._swiping = not self._swiping
        self._show_pictures()

    def move_divider(self, steps: float) -> None:
        """Move the line of the swipe; a step is a fortieth of the board."""
        self._divider = min(max(self._divider + steps / 40, 0.0), 1.0)
        if self._swiping:
            self._show_pictures()

    def change_opacity(self, by: float) -> None:
        """Change the opacity of the difference overlay."""
        self._opacity = round(min(max(self._opacity + by, 0.1), 1.0), 2)
        self._show_pictures()

    def opacity(self) -> float:
        return self._opacity

    def tones(self) -> Tones:
        return self._tones

    def set_tones(self, tones: Tones) -> None:
        """Set the tones of photographs; the difference keeps its scale."""
        self._tones = tones
        table = tones.table()
        for name, panel in self.panels.items():
            if name is not PanelName.DIFFERENCE:
                panel.picture.set_tones(table)
        self._show_pictures()

    def colours(self) -> Colours:
        return self._colours

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.corner.bar.set_colours(colours)
        self._show_pictures()

    def next_colours(self) -> None:
        """Change to the next colour map of the difference."""
        order = list(Colours)
        self.set_colours(order[(order.index(self._colours) + 1) % len(order)])
        self.colours_changed.emit(self._colours.value)

    def actual_size(self) -> None:
        """Show one pixel of the original per screen pixel."""
        if self._pictures is not None:
            grain = self._pictures.original.width / self.link.scene.width()
            self.link.zoom_to(grain / self.devicePixelRatioF(), self.link.cursor)

    def zoom_by(self, factor: float) -> None:
        self.link.zoom_by(factor, self.link.cursor)

    def layout_mode(self) -> PanelLayout:
        return self._layout

    def set_layout_mode(self, mode: PanelLayout) -> None:
        self._layout = mode
        self._maximised = None
        self._arrange()

    def set_original_only(self, only: bool) -> None:
        """Hide the machine's findings: only the original is shown, also while an effect key is held."""
        if only is not self._original_only:
            self._original_only = only
            self._arrange()

    def maximised(self) -> PanelName | None:
        """The panel shown alone although others could be shown."""
        names = self._names()
        return self._maximised if len(names) > 1 and self._maximised in names else None

    def toggle_maximised(self, name: PanelName | None = None) -> None:
        """Show one panel alone (by default the one last pointed at), or all again."""
        names = self._names()
        if len(names) > 1:
            wanted = name or self._pointed
            self._maximised = None if self.maximised() else (wanted if wanted in names else names[0])
            self._arrange()

    def flip(self, step: int = 1) -> None:
        """Show the next panel alone in the same place, so that the eye need not move."""
        order, now = self._names(), self.maximised()
        if len(order) < 2:
            return
        if now is None:
            self._maximised = order[0 if step > 0 else -1]
        else:
            self._maximised = order[(order.index(now) + step) % len(order)]
        self._arrange()

    def weighting(self) -> Weighting:
        return self._weighting

    def set_weighting(self, weighting: Weighting) -> None:
        self._weighting = weighting
        self._show_pictures()

    def next_weighting(self) -> None:
        """Change to the next weighting of this board."""
        found = self._pictures.weightings() if self._pictures else []
        if len(found) > 1:
            self.set_weighting(found[(found.index(self._shown_weighting()) + 1) % len(found)])
            self.weighting_changed.emit(self._weighting.value)

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self._show_pictures()

    def toggle_scale(self) -> None:
        """Toggle between the board's own maximum and the fixed scale."""
        self.set_scale(Scale.ABSOLUTE if self._scale is Scale.BOARD else Scale.BOARD)
        self.scale_changed.emit(self._scale.value)

    def view_state(self) -> ViewState:
        """Return the view of the board."""
        return ViewState(
            scale=self.link.scale,
            centre=self.link.centre.toTuple(),
            fitted=self.link.fitted,
            alone=self._maximised.value if self._maximised else "",
            pointed=self._pointed.value,
            chosen=self._chosen,
            effect=self._effect,
            swiping=self._swiping,
            divider=self._divider,
            opacity=self._opacity,
            tones=self._tones,
        )

    def set_view_state(self, state: ViewState) -> None:
        """Restore the view of another grid."""
        known = {name.value: name for name in self.panels}
        self._pointed = known.get(state.pointed, PanelName.ORIGINAL)
        self._maximised = known.get(state.alone)
        self._effect, self._swiping = state.effect, state.swiping
        self._divider, self._opacity = state.divider, state.opacity
        self._arrange()
        self.select_region(state.chosen, zoom=False)
        self.set_tones(state.tones)
        self.link.set_view(state.centre, state.scale, fitted=state.fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _shown_weighting(self) -> Weighting:
        """The selected weighting, or raw for a product without a mask."""
        has = self._pictures is not None and self._weighting in self._pictures.maps
        return self._weighting if has else Weighting.RAW

    def _show_pictures(self) -> None:
        if self._item is None or self._pictures is None:
            return
        weighting = self._shown_weighting()
        difference = self._pictures.difference(weighting, self._scale, self._colours)
        serial = self._item.label
        plain = {
            PanelName.ORIGINAL: PanelPicture(self._pictures.original, f"{tr('Original')} · {serial}"),
            PanelName.RECONSTRUCTION: PanelPicture(
                self._pictures.reconstruction, f"{self._compared_name()} · {serial}"
            ),
            PanelName.DIFFERENCE: PanelPicture(
                difference.picture, f"{tr('Difference')}, {tr(_WEIGHTING_WORDS[weighting])} · {serial}"
            ),
            PanelName.PATCHES: PanelPicture(self._pictures.original, f"{tr('Patches')} · {serial}"),
        }
        for name, content in plain.items():
            if name is (self.maximised() or PanelName.ORIGINAL):
                content = self._with_effect(name, content)
            toned = self._tones != NO_TONES and name is not PanelName.DIFFERENCE
            tag = f"{content.tag} · {tr('tones changed')}" if toned else content.tag
            self.panels[name].set_picture(content.picture, tag, content.layers)
        self._show_good_board()
        others = self._pictures.weightings()
        following = others[(others.index(weighting) + 1) % len(others)]
        self.corner.show_difference(difference.top, tr(_WEIGHTING_WORDS[following]), has_choice=len(others) > 1)
        self._place_corner()

    def _show_good_board(self) -> None:
        panel, board = self._good_panel, self._good_board
        if panel is None or PanelName.GOOD_BOARD not in self.panels:
            return
        if board.picture is None:
            panel.set_picture(None, board.tag)
        else:
            content = PanelPicture(board.picture, board.tag)
            if self._pictures is not None and self.maximised() is PanelName.GOOD_BOARD:
                content = self._with_effect(PanelName.GOOD_BOARD, content)
            toned = self._pictures is not None and self._tones != NO_TONES
            tag = f"{content.tag} · {tr('tones changed')}" if toned else content.tag
            panel.set_picture(content.picture, tag, content.layers)
        panel.marks.setVisible(board.picture is not None)
        panel.place_tag()
        panel.set_words(board)

    def _fifth(self) -> ComparisonPanel:
        """The fifth panel, made on first use with the state of the others."""
        panel = self._good_panel
        if panel is None:
            panel = self._good_panel = ComparisonPanel(self.link, tiles=self._tiles, parent=self)
            self._wire(PanelName.GOOD_BOARD, panel)
            panel.nearest_requested.connect(self.nearest_requested)
        panel.picture.set_tones(self._tones.table())
        if self._item is not None:
            panel.marks.set_board(self.link.scene, self._item.inspection, candidates=False)
            panel.marks.set_chosen(self._chosen)
        self._lay_parts(panel)
        return panel

    def _wire(self, name: PanelName, panel: PanelView) -> None:
        panel.entered.connect(lambda: self._point(name))
        panel.swiped.connect(self.move_divider)
        panel.maximise_requested.connect(lambda: self.toggle_maximised(name))

    def _place_corner(self) -> None:
        panel = self.panels[PanelName.DIFFERENCE]
        self.corner.fit(panel.width())
        panel.place_corner()

    def _with_effect(self, name: PanelName, plain: PanelPicture) -> PanelPicture:
        """Content of a panel under the current effect."""
        effect = self.effect()
        if effect is None:
            return plain
        assert self._pictures is not None
        assert self._item is not None
        reconstructed = name in (PanelName.RECONSTRUCTION, PanelName.GOOD_BOARD)  # these compare with the original
        sources = EffectSources(
            own_name=self._name_of(name),
            other_name=tr("Original") if reconstructed else self._compared_name(),
            other=self._pictures.original if reconstructed else self._pictures.reconstruction,
            difference=self._pictures.difference(self._shown_weighting(), self._scale, self._colours).picture,
            item=self._item,
            scene=self.link.scene,
        )
        return apply_effect(effect, plain, sources, divider=self._divider, opacity=self._opacity, chosen=self._chosen)

    def _compared_name(self) -> str:
        """Name of the picture with which the original is compared."""
        reconstructed = self._pictures is None or self._pictures.reconstructed
        return tr("Reconstruction") if reconstructed else tr("Reference board")

    def _name_of(self, name: PanelName) -> str:
        if name is PanelName.GOOD_BOARD:
            return self._good_board.short
        return self._compared_name() if name is PanelName.RECONSTRUCTION else tr(name.value)

    def _point(self, name: PanelName) -> None:
        self._pointed = name

    def _arrange(self) -> None:
        """Give every panel the same size to the pixel, as the linked view requires."""
        places = self._places()
        sizes = next(iter(places.values())).size()
        for name, panel in self.panels.items():
            panel.setVisible(name in places)
        self.link.set_viewport(sizes)
        for name, place in places.items():
            self.panels[name].setGeometry(place)
        if self.effect() is not None:
            self._show_pictures()
        elif self._pictures is not None and not self.corner.isHidden():
            self._place_corner()
        self.maximised_changed.emit(self._maximised.value if self._maximised else "")

    def _names(self) -> list[PanelName]:
        """The panels that may be shown."""
        if self._original_only:
            return [name for name in self.panels if name in (PanelName.ORIGINAL, PanelName.GOOD_BOARD)]
        return list(self.panels)

    def _places(self) -> dict[PanelName, QRect]:
        names, alone = self._names(), self.maximised()
        if alone is not None or len(names) == 1:
            return {alone or names[0]: self.rect()}
        in_line = self._layout is PanelLayout.ONE_BY_FOUR
        found = places(len(names), self.size(), self.link.scene.size(), in_line=in_line)
        return dict(zip(names, found, strict=True))
