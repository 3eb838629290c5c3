"""A dialog that grows stays on the screen with its buttons."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vqganodip_gui.widgets.dialog_form import ActionDialog


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_a_dialog_that_grows_moves_up_instead_of_below_the_screen(qtbot: QtBot) -> None:
    dialog = ActionDialog("Title", ("Use",))
    qtbot.addWidget(dialog)
    part = QWidget()
    part.setMinimumHeight(100)
    dialog.set_parts(part)
    dialog.show()
    screen = dialog.screen().availableGeometry()
    dialog.move(0, screen.bottom() - dialog.height() - 40)
    part.setMinimumHeight(400)
    dialog.fit_height()
    assert dialog.height() > 400
    assert dialog.frameGeometry().bottom() <= screen.bottom()
