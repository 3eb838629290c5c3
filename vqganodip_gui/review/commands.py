"""Commands of the review page: judge boards and regions, move through the queue, change the view.

One function per action, named as in the ACTIONS table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.code_menu import CodeMenu
from vqganodip_gui.services import resources
from vqganodip_gui.viewer.comparison_board import ComparisonKind
from vqganodip_gui.viewer.display_options import NO_TONES, Effect
from vqganodip_gui.viewer.panel_grid import PanelLayout
from vqganodip_gui.widgets.message_strip import Until

ZOOM_STEP: Final = 1.25

if TYPE_CHECKING:
    from vqganodip_gui.review.page import ReviewPage


def region_ok(review: ReviewPage) -> None:
    judge_region(review, JudgmentKind.OK)


def region_ng(review: ReviewPage) -> None:
    judge_region(review, JudgmentKind.NG)


def region_doubtful(review: ReviewPage) -> None:
    judge_region(review, JudgmentKind.DOUBTFUL)


def region_false_call(review: ReviewPage) -> None:
    judge_region(review, JudgmentKind.FALSE_CALL)


def region_clear(review: ReviewPage) -> None:
    judge_region(review, None)


def judge_region(review: ReviewPage, kind: JudgmentKind | None, code: str = "") -> None:
    """Judge the selected region and select the next unjudged one; None clears the judgment."""
    regions = review.details.regions
    if not review.controller.can_judge() or regions.topLevelItemCount() == 0:
        return
    index = regions.selected_region()
    if index < 0:
        text = tr("Select a region first: press N or P, or click the list.")
        review.message.show_message(text, until=(Until.BOARD, Until.REGION))
        return
    regions.set_judgment(index, kind, code)
    following = regions.next_unjudged_region(index) if kind is not None else -1
    if following >= 0:
        regions.select_region(following)
        review.panels.select_region(following)


def judge_ng_code(review: ReviewPage) -> None:
    """List the defect codes in a menu; choosing one judges the board, Esc does not."""

    def judge(code: str) -> None:
        review.details.code.set_defect_code(code)
        review.judge(JudgmentKind.NG)

    _code_menu(review, judge)


def region_ng_code(review: ReviewPage) -> None:
    """List the defect codes for the selected region."""
    if review.details.regions.selected_region() >= 0:
        _code_menu(review, lambda code: judge_region(review, JudgmentKind.NG, code))


def _code_menu(review: ReviewPage, judge: Callable[[str], None]) -> None:
    if not review.controller.can_judge():
        return
    menu = CodeMenu(resources.defect_codes(), review.used_codes(), review)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.chosen.connect(judge)
    bar = review.details.judgment
    place = bar.mapToGlobal(bar.rect().topLeft()) if bar.isVisible() else review.window().geometry().center()
    menu.popup(place)


# # judging


def judge_ok(review: ReviewPage) -> None:
    review.judge(JudgmentKind.OK)


def judge_ng(review: ReviewPage) -> None:
    review.judge(JudgmentKind.NG)


def judge_doubtful(review: ReviewPage) -> None:
    review.judge(JudgmentKind.DOUBTFUL)


def judge_false_call(review: ReviewPage) -> None:
    review.judge(JudgmentKind.FALSE_CALL)


def undo(review: ReviewPage) -> None:
    review.controller.undo()


def redo(review: ReviewPage) -> None:
    review.controller.redo()


def enter_code(review: ReviewPage) -> None:
    review.settings.set("details_shown", True)
    review.details.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
    review.details.code.showPopup()


def enter_comment(review: ReviewPage) -> None:
    review.settings.set("details_shown", True)
    review.details.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)


def next_board(review: ReviewPage) -> None:
    review.controller.step(1)


def previous_board(review: ReviewPage) -> None:
    review.controller.step(-1)


def next_unjudged(review: ReviewPage) -> None:
    review.controller.next_unjudged()


def find_board(review: ReviewPage) -> None:
    review.settings.set("queue_shown", True)
    review.queue_pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    review.queue_pane.search.selectAll()


def reset_filter(review: ReviewPage) -> None:
    review.queue_pane.reset()
    review.panels.setFocus()


# # view


def next_region(review: ReviewPage) -> None:
    review.region_steps.step(1)


def previous_region(review: ReviewPage) -> None:
    review.region_steps.step(-1)


def all_regions(review: ReviewPage) -> None:
    review.region_steps.toggle_all()


def zoom_region(review: ReviewPage) -> None:
    review.region_steps.zoom()


def fit(review: ReviewPage) -> None:
    review.region_steps.reset_view()


def actual_size(review: ReviewPage) -> None:
    review.panels.actual_size()


def zoom_in(review: ReviewPage) -> None:
    review.panels.zoom_by(ZOOM_STEP)


def zoom_out(review: ReviewPage) -> None:
    review.panels.zoom_by(1 / ZOOM_STEP)


def toggle_maximised(review: ReviewPage) -> None:
    review.panels.toggle_maximised()


def flip_panel(review: ReviewPage) -> None:
    review.panels.flip(1)


def flip_back(review: ReviewPage) -> None:
    review.panels.flip(-1)


def toggle_layout(review: ReviewPage) -> None:
    now = review.panels.layout_mode()
    other = PanelLayout.ONE_BY_FOUR if now is PanelLayout.TWO_BY_TWO else PanelLayout.TWO_BY_TWO
    review.settings.set("panel_layout", other.value)


def next_good_board(review: ReviewPage) -> None:
    now = ComparisonKind(review.settings.text("fifth_panel"))
    review.settings.set("fifth_panel", now.next().value)


def blink(review: ReviewPage) -> None:
    review.panels.set_effect(Effect.BLINK)


def replace_regions(review: ReviewPage) -> None:
    review.panels.set_effect(Effect.REPLACE)


def overlay(review: ReviewPage) -> None:
    review.panels.set_effect(Effect.OVERLAY)


def toggle_swipe(review: ReviewPage) -> None:
    review.panels.toggle_swipe()


def toggle_parts(review: ReviewPage) -> None:
    shown = not review.settings.flag("parts_shown")
    review.settings.set("parts_shown", shown)
    if shown and review.panels.board() is not None and not review.panels.has_parts():
        review.message.show_message(
            tr("This model has no part names. An engineer lays them on in the list of models, on the page Model."),
            until=(Until.BOARD,),
        )


def more_overlay(review: ReviewPage) -> None:
    review.panels.change_opacity(0.1)


def less_overlay(review: ReviewPage) -> None:
    review.panels.change_opacity(-0.1)


def brighter(review: ReviewPage) -> None:
    review.panels.set_tones(review.panels.tones().changed(brightness=0.05))


def darker(review: ReviewPage) -> None:
    review.panels.set_tones(review.panels.tones().changed(brightness=-0.05))


def more_contrast(review: ReviewPage) -> None:
    review.panels.set_tones(review.panels.tones().changed(contrast=1.15))


def less_contrast(review: ReviewPage) -> None:
    review.panels.set_tones(review.panels.tones().changed(contrast=1 / 1.15))


def lift_shadows(review: ReviewPage) -> None:
    review.panels.set_tones(review.panels.tones().changed(gamma=1.15))


def deepen_shadows(review: ReviewPage) -> None:
    review.panels.set_tones(review.panels.tones().changed(gamma=1 / 1.15))


def reset_tones(review: ReviewPage) -> None:
    review.panels.set_tones(NO_TONES)


def next_colours(review: ReviewPage) -> None:
    review.panels.next_colours()


def next_weighting(review: ReviewPage) -> None:
    review.panels.next_weighting()


def toggle_scale(review: ReviewPage) -> None:
    review.panels.toggle_scale()


REVIEW_COMMANDS: Final[dict[str, Callable[[ReviewPage], None]]] = {
    function.__name__: function
    for function in (
        region_ok, region_ng, region_doubtful, region_false_call, region_clear, judge_ng_code,
        region_ng_code, judge_ok, judge_ng, judge_doubtful, judge_false_call, undo, redo, enter_code,
        enter_comment, next_board, previous_board, next_unjudged, find_board, reset_filter, next_region,
        previous_region, all_regions, zoom_region, fit, actual_size, zoom_in, zoom_out, toggle_maximised,
        flip_panel, flip_back,
        toggle_layout, next_good_board, blink, replace_regions, overlay, toggle_swipe, toggle_parts, more_overlay,
        less_overlay, brighter, darker, more_contrast, less_contrast, lift_shadows, deepen_shadows,
        reset_tones, next_colours, next_weighting, toggle_scale,
    )
}  # fmt: skip
