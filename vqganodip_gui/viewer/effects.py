"""Effects on a panel: another picture instead, behind a line, in the regions, or as light on top."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from vqganodip.review.judgments import ReviewItem
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.display_options import Effect
from vqganodip_gui.viewer.image_pyramid import Pyramid
from vqganodip_gui.viewer.picture_item import Layer
from vqganodip_gui.viewer.region_overlay import rect_of


@dataclass(frozen=True, slots=True)
class PanelPicture:
    """Content of one panel: picture, name tag and layers over the picture."""

    picture: Pyramid
    tag: str
    layers: tuple[Layer, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectSources:
    """Material of an effect.

    Attributes:
        own_name: Name of the picture of the panel.
        other_name: Name of the picture that it is compared with.
        other: That picture.
        difference: The coloured difference map.
        item: The board.
        scene: The working grid.
    """

    own_name: str
    other_name: str
    other: Pyramid
    difference: Pyramid
    item: ReviewItem
    scene: QRectF


def apply_effect(
    effect: Effect | None, plain: PanelPicture, sources: EffectSources, *, divider: float, opacity: float, chosen: int
) -> PanelPicture:
    """Return the content of a panel under an effect; the tag names what is shown.

    Args:
        effect: The effect; None for the plain content.
        plain: Content of the panel without an effect.
        sources: Pictures and names.
        divider: Position of the line of the swipe, 0 to 1 of the width of the board.
        opacity: Strength of the difference overlay, 0 to 1.
        chosen: Index of the selected region, -1 for all regions.
    """
    own, other_name, serial = sources.own_name, sources.other_name, sources.item.label
    match effect:
        case Effect.BLINK:
            return PanelPicture(sources.other, f"{other_name} · {serial}")
        case Effect.SWIPE:
            right = QRectF(sources.scene)
            right.setLeft(right.left() + divider * right.width())
            return PanelPicture(plain.picture, f"{own} | {other_name} · {serial}", (Layer(sources.other, (right,)),))
        case Effect.REPLACE:
            regions = sources.item.inspection.shown_regions
            replaced = regions[chosen : chosen + 1] if chosen >= 0 else regions
            rects = tuple(rect_of(region.box) for region in replaced)
            what = tr("region {n}").format(n=chosen + 1) if chosen >= 0 else tr("regions")
            layer = Layer(sources.other, rects)
            return PanelPicture(plain.picture, f"{own}, {what} = {other_name} · {serial}", (layer,))
        case Effect.OVERLAY:
            layer = Layer(sources.difference, glow=opacity)
            return PanelPicture(plain.picture, f"{own} + {tr('Difference')} · {serial}", (layer,))
    return plain
