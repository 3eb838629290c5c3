"""The one field for numbers: point and comma are its decimal sign in every locale, and it shows a point."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QWidget

from vqganodip_gui.i18n.translation import tr

_SIGNS: Final = {",": ".", "\u066b": ".", "\u2212": "-"}
"""The comma, the Arabic decimal sign and the typographic minus, as the field writes them."""

_GAP: Final = 4
_STAYS_MS: Final = 8_000


class NumberField(QDoubleSpinBox):
    """Spin box that reads numbers alike in every locale, and says in words what it does not take.

    Digits of other scripts become those of the field. A text is taken whole, with Return or when the field is left, or
    not at all: were single keys refused, ``1,234.5`` would become 1.2345. Whatever could be a sign of thousands is
    refused, such as a space or a second decimal sign.

    Args:
        minimum: Lowest value.
        maximum: Highest value.
        decimals: Decimals that can be typed; 0 for a whole number.
        shown: Decimals that are shown at least; all of them if it is not given.
        value: The first value.
        step: Step of the arrow keys.
        suffix: Unit behind the number.
        parent: Parent widget.
    """

    refused = Signal(str)
    """The reason why a text cannot be taken, in words."""

    def __init__(
        self,
        minimum: float,
        maximum: float,
        *,
        decimals: int = 0,
        shown: int | None = None,
        value: float | None = None,
        step: float = 1.0,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = decimals if shown is None else shown
        self._hint: QLabel | None = None
        self._hint_ends = QTimer(self)
        self._hint_ends.setSingleShot(True)
        self._hint_ends.setInterval(_STAYS_MS)
        self._hint_ends.timeout.connect(self._hide_hint)
        self.setLocale(QLocale(QLocale.Language.C))
        self.setKeyboardTracking(False)
        self.setDecimals(decimals)
        self.setRange(minimum, maximum)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setValue(minimum if value is None else value)

    def whole(self) -> int:
        """The value of a field without decimals."""
        return round(self.value())

    def hint(self) -> str:
        """The words next to the field; empty while there is nothing to say."""
        return "" if self._hint is None or self._hint.isHidden() else self._hint.text()

    def textFromValue(self, value: float) -> str:
        text = f"{value:.{self.decimals()}f}"
        whole, _, rest = text.partition(".")
        return f"{whole}.{rest.rstrip('0').ljust(self._shown, '0')}".rstrip(".")

    def valueFromText(self, text: str) -> float:
        if self._is_special(text):
            return self.minimum()
        try:
            return float(_plain(self._number(text)))
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        typed = self.lineEdit().isModified()
        reason = "" if self._is_special(text) else self._reason(self._number(text))
        if typed and reason:
            self._refuse(reason)
        elif typed:
            self._hide_hint()
        if self._is_special(text):
            return QValidator.State.Acceptable, text, position
        number = self._number(text)
        plain = _plain(number)
        shown = plain + text[len(number) :]
        takes = not reason and _is_number(plain) and float(plain) >= self.minimum()
        return QValidator.State.Acceptable if takes else QValidator.State.Intermediate, shown, position

    def fixup(self, text: str) -> str:
        """Say why a text is not taken; the value before it stays."""
        number = self._number(text)
        reason = self._reason(number)
        if not reason and _is_number(_plain(number)):
            reason = tr("At least {value}.", value=self.textFromValue(self.minimum()))
        if reason:
            self._refuse(tr("“{text}” was not taken. {reason}", text=number, reason=reason))
        return text

    def _is_special(self, text: str) -> bool:
        return bool(text) and text == self.specialValueText()

    def _number(self, text: str) -> str:
        """The text without the unit."""
        suffix = self.suffix()
        return text[: -len(suffix)] if suffix and text.endswith(suffix) else text

    def _reason(self, number: str) -> str:
        """The reason why a text is no number of this field, in words; empty if it is one, or the beginning of one."""
        if any(sign.isspace() for sign in number):
            return tr("A number has no spaces: type 12000 for twelve thousand.")
        plain = _plain(number)
        signs = plain.count(".")
        if signs > 1:
            return tr("A number has one decimal sign, a point or a comma, and no sign of thousands.")
        if signs and not self.decimals():
            return tr("Only whole numbers, without a point or comma.")
        if plain.startswith("-") and (self.minimum() >= 0 or self.specialValueText()):
            return tr("At least {value}.", value=self.textFromValue(max(self.minimum(), 0.0)))
        odd = next((c for c in plain.removeprefix("-") if c not in "0123456789."), "")
        if odd:
            return tr("“{sign}” is not part of a number.", sign=odd)
        if len(plain.partition(".")[2]) > self.decimals():
            return tr("At most {n:decimal|decimals}.", n=self.decimals())
        if _is_number(plain) and float(plain) > self.maximum():
            return tr("At most {value}.", value=self.textFromValue(self.maximum()))
        return ""

    def _refuse(self, reason: str) -> None:
        self.refused.emit(reason)
        if not self.isVisible():
            return
        if self._hint is None or self._hint.parentWidget() is not self.window():
            self._hint = QLabel(self.window())
            self._hint.setObjectName("fieldHint")
            self._hint.setWordWrap(True)
            self._hint.setTextFormat(Qt.TextFormat.PlainText)
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.setText(reason)
        self.setAccessibleDescription(reason)
        self._place_hint(self._hint)
        self._hint_ends.start()

    def _place_hint(self, hint: QLabel) -> None:
        """Put the words below the field, or above it where the window ends."""
        window = self.window()
        hint.ensurePolished()
        hint.setFixedWidth(min(hint.fontMetrics().horizontalAdvance(hint.text()) + 24, window.width() - 2 * _GAP))
        hint.setFixedHeight(hint.heightForWidth(hint.width()))
        place = self.mapTo(window, QPoint(0, self.height() + _GAP))
        if place.y() + hint.height() > window.height():
            place.setY(self.mapTo(window, QPoint(0, 0)).y() - hint.height() - _GAP)
        place.setX(max(min(place.x(), window.width() - hint.width() - _GAP), _GAP))
        hint.move(place)
        hint.show()
        hint.raise_()

    def _hide_hint(self) -> None:
        if self._hint is not None and not self._hint.isHidden():
            self._hint.hide()
            self.setAccessibleDescription("")


def _plain(text: str) -> str:
    """A number in the digits and the decimal sign of the field; other characters stay."""
    return "".join(_SIGNS.get(sign) or (str(unicodedata.decimal(sign)) if sign.isdecimal() else sign) for sign in text)


def _is_number(plain: str) -> bool:
    return bool(plain.strip("-."))
