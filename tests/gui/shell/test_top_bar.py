"""The button of a page tells what its page is at, without being cut off."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from vqganodip_gui.shell.top_bar import TopBar
from vqganodip_gui.widgets.icons import IconName


def test_that_a_page_button_has_room_for_its_text_in_bold_or_shows_the_end_of_it(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    buttons = [bar.add_page(IconName.MODEL, name) for name in ("Review", "Model")]
    bar.resize(1366, 40)
    bar.set_page_text(buttons[1], "Model 42 %")
    bold = QFont(buttons[1].font())
    bold.setBold(True)
    assert buttons[1].text() == "Model 42 %"
    assert buttons[1].minimumWidth() > QFontMetrics(bold).horizontalAdvance("Model 42 %") + 18
    bar.resize(200, 40)
    bar.set_page_text(buttons[1], "Model 43 %")
    assert buttons[1].text() == "43 %"
    assert buttons[1].accessibleName() == "Model 43 %"
    bar.set_page_text(buttons[1], "Model")
    assert buttons[1].text() == "Model"
