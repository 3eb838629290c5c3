"""Judging with a defect code, and the regions of a board one by one: what is said of them goes into its judgment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services import resources
from vqganodip_gui.widgets.message_strip import MessageKind

if TYPE_CHECKING:
    from vqganodip_gui.shell.main_window import MainWindow


def region_ok(window: MainWindow) -> None:
    judge_region(window, JudgmentKind.OK)


def region_ng(window: MainWindow) -> None:
    judge_region(window, JudgmentKind.NG)


def region_doubtful(window: MainWindow) -> None:
    judge_region(window, JudgmentKind.DOUBTFUL)


def region_false_call(window: MainWindow) -> None:
    judge_region(window, JudgmentKind.FALSE_CALL)


def region_clear(window: MainWindow) -> None:
    judge_region(window, None)


def judge_region(window: MainWindow, kind: JudgmentKind | None, code: str = "") -> None:
    """Says something of the chosen region, then goes to the next of which nothing is said; None says nothing."""
    review = window.review
    regions = review.details.regions
    if not review.desk.can_judge() or regions.topLevelItemCount() == 0:
        return
    index = regions.chosen()
    if index < 0:
        review.message.say(tr("Choose a region first: N, P, or a click into the list."), MessageKind.NOTE)
        return
    regions.say(index, kind, code)
    following = regions.next_unsaid(index) if kind is not None else -1
    if following >= 0:
        regions.choose(following)
        review.panels.choose_region(following)


def judge_ng_code(window: MainWindow) -> None:
    """Lists the defect codes; a digit or the arrows choose one, and that judges. Esc judges nothing."""
    review = window.review

    def judge(code: str) -> None:
        review.details.code.setCurrentText(code)
        review.judge(JudgmentKind.NG)

    _code_menu(window, judge)


def region_ng_code(window: MainWindow) -> None:
    """The same for the chosen region alone."""
    if window.review.details.regions.chosen() >= 0:
        _code_menu(window, lambda code: judge_region(window, JudgmentKind.NG, code))


def _code_menu(window: MainWindow, judge: Callable[[str], None]) -> None:
    review = window.review
    if not review.desk.can_judge():
        return
    menu = QMenu(window)
    menu.setObjectName("codeMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, code in enumerate(resources.defect_codes(), start=1):
        action = menu.addAction(f"&{number % 10}  {code}" if number <= 10 else code)
        action.triggered.connect(lambda _checked=False, code=code: judge(code))
    bar = review.details.judgment
    place = bar.mapToGlobal(bar.rect().topLeft()) if bar.isVisible() else window.geometry().center()
    menu.popup(place)


FUNCTIONS: Final[tuple[Callable[[MainWindow], None], ...]] = (
    judge_ng_code, region_ok, region_ng, region_ng_code, region_doubtful, region_false_call, region_clear,
)  # fmt: skip
