"""View state of the threshold page, copied when the window is rebuilt in another language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vqganodip_gui.threshold.board_pictures import CalibrationBoard, CalibrationBoards
from vqganodip_gui.threshold.page_data import Reading
from vqganodip_gui.viewer.display_options import ViewState

if TYPE_CHECKING:  # numpy is imported when the page is first shown
    from vqganodip.calibration.result import CalibrationResult


@dataclass(frozen=True, slots=True, eq=False)
class ThresholdViewState:
    """State of the page.

    Attributes:
        reading: Calibration, log and review times.
        calibrated: The scores shown: the bundle's own, or those of another classifier.
        looks: Panels of calibration boards that have been loaded.
        flag_from: The threshold as drawn.
        doubtful_until: End of the doubtful band as drawn; None without one.
        logarithmic: True for a logarithmic count axis.
        classifier: Index of the classifier shown.
        visible_scores: Left and right end of the score axis.
        listed_scores: Score range whose boards are listed; None while the missed ones are.
        board_row: Selected row of the list of boards.
        tab: Index of the current tab.
        enlarged: The board shown in large panels and how; None while the histogram is shown.
    """

    reading: Reading
    calibrated: CalibrationResult
    calibration_boards: CalibrationBoards
    flag_from: float
    doubtful_until: float | None
    logarithmic: bool
    classifier: int
    visible_scores: tuple[float, float]
    listed_scores: tuple[float, float] | None
    board_row: int
    tab: int
    enlarged: tuple[CalibrationBoard, ViewState] | None
