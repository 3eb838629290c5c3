"""Judgment bar: one button per judgment, with icon, word and key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.i18n.formatting import JUDGMENT_WORDS
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.icons import IconName, icon

JUDGMENT_ICONS: Final = {
    JudgmentKind.OK: IconName.OK,
    JudgmentKind.NG: IconName.NG,
    JudgmentKind.DOUBTFUL: IconName.DOUBTFUL,
    JudgmentKind.FALSE_CALL: IconName.FALSE_CALL,
}

_LONG_WORD: Final = 8
_LONGER_WORD: Final = 10
"""Longest word shown in bold: a longer one would be cut off in a narrow window."""


class JudgmentButton(QPushButton):
    """Button of one judgment: icon and key above, word below."""

    def __init__(self, kind: JudgmentKind, key: str) -> None:
        super().__init__()
        self.kind = kind
        word = tr(JUDGMENT_WORDS[kind])
        self.setObjectName("judgment")
        self.setProperty("kind", kind.value)
        self.setAccessibleName(tr("{word}, key {key}").format(word=word, key=key))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shape = QLabel()
        self._shape.setPixmap(icon(JUDGMENT_ICONS[kind]).pixmap(16, 16))
        badge = QLabel(key)
        badge.setObjectName("key")
        label = QLabel(word)
        label.setObjectName("judgmentWord")
        label.setProperty("long", len(word) > _LONG_WORD)
        label.setProperty("longer", len(word) > _LONGER_WORD)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._shape)
        top.addStretch(1)
        top.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 4, 4)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(label)
        for part in (self._shape, badge, label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(84, 50)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 50)

    def set_current_judgment(self, standing: bool) -> None:
        """Mark the button as the current judgment of the board."""
        if bool(self.property("standing")) != standing:
            self.setProperty("standing", standing)
            self.style().unpolish(self)
            self.style().polish(self)

    def refresh(self) -> None:
        self._shape.setPixmap(icon(JUDGMENT_ICONS[self.kind]).pixmap(16, 16))


class JudgmentBar(QWidget):
    """The buttons OK, NG, doubtful and false call."""

    judged = Signal(object)

    def __init__(self, keys: Mapping[JudgmentKind, str], tips: Mapping[JudgmentKind, str]) -> None:
        super().__init__()
        self.buttons: dict[JudgmentKind, JudgmentButton] = {}
        self._tips = tips
        self.place = QLabel()
        self.place.setObjectName("hint")
        self.place.setWordWrap(True)
        self.place.setToolTip(
            tr(
                "NG marks the selected region (N, P or a click), or the only one. Alt+2 marks several. "
                "Statistics by place count marked regions alone."
            )
        )
        grid = QGridLayout()
        grid.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.place)
        for index, kind in enumerate(JUDGMENT_ICONS):
            button = JudgmentButton(kind, keys[kind])
            button.clicked.connect(lambda _checked=False, kind=kind: self.judged.emit(kind))
            grid.addWidget(button, index // 2, index % 2)
            self.buttons[kind] = button
        self.set_allowed(frozenset())

    def set_allowed(self, kinds: Set[JudgmentKind], refusal: str = "") -> None:
        """Enable the judgments that this board can be given; none, with the reason, for who may not judge it."""
        for kind, button in self.buttons.items():
            button.setEnabled(kind in kinds and not refusal)
            button.setToolTip(refusal or self._tips[kind])
            button.setAccessibleDescription(refusal)

    def set_current_judgment(self, kind: JudgmentKind | None) -> None:
        for each, button in self.buttons.items():
            button.set_current_judgment(each is kind)

    def set_place(self, marked: Sequence[int] | None) -> None:
        """Show which regions, by number from 1, the judgment NG would mark; None shows nothing."""
        if marked is None:
            self.place.clear()
        elif len(marked) > 1:
            self.place.setText(tr("NG marks regions {list}").format(list=", ".join(map(str, marked))))
        else:
            text = tr("NG marks region {n}").format(n=marked[0]) if marked else tr("NG: place not said")
            self.place.setText(text)

    def refresh(self) -> None:
        """Redraw after a change of theme."""
        for button in self.buttons.values():
            button.refresh()
