"""Field of a threshold: it shows the text that misses the same boards, and keeps the exact value."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from vqganodip.number_format import threshold_text
from vqganodip_gui.threshold.draft import FINE
from vqganodip_gui.widgets.number_field import NumberField

_DECIMALS = 20
"""More than any text of a threshold has; the field shows as many as it takes."""


class ScoreField(NumberField):
    """Number field of a score from 0 to 1."""

    def __init__(self, name: str) -> None:
        self._exact, self._text = 0.0, "0.0000"
        super().__init__(0.0, 1.0, decimals=_DECIMALS, step=FINE)
        self.setAccessibleName(name)

    def show_threshold(self, value: float, text: str) -> None:
        """Show a threshold by its text, without a signal; what is being typed is left alone."""
        self._exact, self._text = value, text
        if self.value() != value:
            with QSignalBlocker(self):
                self.setValue(value)
        elif not self.hasFocus():
            self.lineEdit().setText(text)

    def textFromValue(self, value: float) -> str:
        return self._text if value == self._exact else threshold_text(value)

    def valueFromText(self, text: str) -> float:
        return self._exact if text == self._text else super().valueFromText(text)
