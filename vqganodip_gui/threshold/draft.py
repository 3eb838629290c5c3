"""Thresholds as drawn on the page, next to the active ones. Nothing here changes what the station does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # numpy is imported when the page is first shown
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.review.threshold_log import ThresholdChange
    from vqganodip.scoring.verdict import Thresholds

FINE: Final = 0.001
"""One step of the arrow keys, and the smallest width of the doubtful band."""

COARSE: Final = 0.01
"""One step with Shift; a line released this close to the lowest score of a defect snaps to it."""


def within_range(flag_from: float, doubtful_until: float | None) -> tuple[float, float | None]:
    """Keep drawn thresholds in [0, 1]; the threshold pushes the end of the doubtful band along."""
    threshold = min(max(float(flag_from), 0.0), 1.0)
    if doubtful_until is None or threshold >= 1.0:  # a band has no room above a threshold of 1
        return threshold, None
    return threshold, min(max(float(doubtful_until), min(threshold + FINE, 1.0)), 1.0)


class ThresholdDraft:
    """The drawn thresholds of one calibration.

    Attributes:
        bundle_calibration: Calibration of the bundle, scored by its own classifier; None before it is read.
        calibration: The scores shown: ``bundle_calibration``, or the same boards scored by another classifier.
        changes: The threshold log, oldest first.
        flag_from: The threshold as drawn.
        doubtful_until: End of the doubtful band as drawn; None without one.
    """

    def __init__(self) -> None:
        self.bundle_calibration: CalibrationResult | None = None
        self.calibration: CalibrationResult | None = None
        self.changes: tuple[ThresholdChange, ...] = ()
        self.flag_from = 0.5
        self.doubtful_until: float | None = None

    def clear(self) -> None:
        """Forget the calibration."""
        self.bundle_calibration = self.calibration = None

    def set_calibration(self, calibration: CalibrationResult, changes: tuple[ThresholdChange, ...]) -> bool:
        """Take over what was read; return True if the calibration is that of another bundle."""
        before = self.bundle_calibration
        fresh = before is None or self.calibration is None or before.bundle_sha256 != calibration.bundle_sha256
        self.changes = changes
        if fresh or self.calibration is None or not self.calibration.shown_classifier:
            self.bundle_calibration = self.calibration = calibration
        return fresh

    def choose_classifier(self, name: str) -> None:
        """Show the scores of a classifier; the bundle keeps scoring with its own."""
        own = self.bundle_calibration
        if own is not None:
            self.calibration = own if name == own.report.chosen else own.with_classifier(name)

    def signable(self) -> CalibrationResult | None:
        """The calibration if its thresholds can be signed: only those of the bundle's own scores can."""
        return self.calibration if self.calibration is not None and not self.calibration.shown_classifier else None

    def move(self, flag_from: float, doubtful_until: float | None) -> None:
        """Draw the thresholds; the threshold pushes the end of the band along."""
        self.flag_from, self.doubtful_until = within_range(flag_from, doubtful_until)

    def proposed_band(self) -> float:
        """The end of a new doubtful band: just above the highest score of a good board."""
        assert self.calibration is not None
        normal = self.calibration.curve.normal
        highest = float(normal[-1]) if len(normal) else 1.0
        above = math.floor(highest * 1e4 + 1) / 1e4
        return max(min(above, 1.0), self.flag_from + FINE)

    def snapped(self, value: float) -> float:
        """The threshold without a missed defect if the value is close to it, otherwise the value."""
        assert self.calibration is not None
        none_missed = self.calibration.threshold.value
        return none_missed if abs(value - none_missed) < COARSE else value

    def thresholds(self) -> Thresholds:
        """The thresholds as drawn."""
        from vqganodip.scoring.verdict import Thresholds

        return Thresholds(self.flag_from, self.doubtful_until)

    def active_change(self) -> ThresholdChange | None:
        """The newest change for the bundle; None while its own threshold is active."""
        from vqganodip.review.threshold_log import active_change

        own = self.signable()
        return None if own is None else active_change(self.changes, own.bundle_sha256)

    def active_thresholds(self) -> Thresholds:
        """The thresholds of the newest change for this bundle, or the bundle's own."""
        from vqganodip.scoring.verdict import Thresholds

        assert self.calibration is not None
        active = self.active_change()
        return Thresholds(self.calibration.bundle_threshold) if active is None else active.thresholds

    def active_threshold(self) -> float:
        """The active threshold."""
        return self.active_thresholds().flag_from

    def is_changed(self) -> bool:
        """True if the drawn thresholds can be signed and differ from the active ones."""
        return self.signable() is not None and self.thresholds() != self.active_thresholds()
