"""The dialogs of a study fit a small screen in every language, and no reason starts a session that cannot work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.turing_studies import small_study
from gui.cut_off import cut_off
from gui.waiting import turn, wait_until
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vqganodip.errors import TuringError, message
from vqganodip.turing.session.unblinding import unblind
from vqganodip.turing.simulated_observers import Observer, simulate_study
from vqganodip.turing.study.audit import audit, read_audit, write_audit
from vqganodip.turing.study.study import Study
from vqganodip_gui.i18n.translation import choose_language
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.turing import preflight_checks
from vqganodip_gui.turing.audit_view import AuditView, audit_summary
from vqganodip_gui.turing.preflight_dialog import PreflightDialog
from vqganodip_gui.turing.prepare_dialog import PrepareDialog
from vqganodip_gui.turing.refresh_rate import judge_frames
from vqganodip_gui.turing.study_dialogs import audit_dialog, unblind_dialog, withdraw_dialog
from vqganodip_gui.turing.study_list import read_state
from vqganodip_gui.turing.study_pane import StudyPane
from vqganodip_gui.turing.study_view import StudyView
from vqganodip_gui.widgets import scroll_column

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")

SMALL = QRect(0, 0, 1366, 768)


class _SmallScreen:
    """The screen of a laptop in place of the one of the test."""

    @staticmethod
    def availableGeometry() -> QRect:
        return SMALL


@pytest.fixture(params=["en", "de", "fr"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    choose_language(qapp, request.param)
    yield request.param
    choose_language(qapp, "en")


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return small_study(tmp_path / "pcb", notes=[message("scaling-area", "area")])


def preflight(study: Study, size: tuple[int, int], qtbot: QtBot) -> PreflightDialog:
    """Open the dialog with the checks of images of this size on a small screen."""
    dialog = PreflightDialog(study, "P001", Tasks(), lambda: False, audited=False)
    qtbot.addWidget(dialog)
    dialog.screen = _SmallScreen  # type: ignore[method-assign, assignment]
    dialog.show()
    dialog.pin.setText("1234")
    dialog.refresh = judge_frames([5.5] * 130, 60.0, "swap")
    dialog._finish(
        (
            preflight_checks.check_refresh(dialog.refresh),
            preflight_checks.check_surface("repaint", "software"),
            preflight_checks.check_size(size, QSize(SMALL.size()), 1.0),
            preflight_checks.check_disk(study.folder),
            preflight_checks.check_stimuli(study.stimuli, study.pixels),
        ),
        1.0,
    )
    turn()
    return dialog


def inside(dialog: QWidget, qtbot: QtBot) -> None:
    """All texts are whole once laid out, the dialog fits the small screen, and its buttons are in it."""
    wait_until(qtbot, lambda: cut_off(dialog) == [])
    assert dialog.height() <= SMALL.height()
    assert dialog.width() <= SMALL.width()
    for button in dialog.findChildren(QPushButton):
        if button.parentWidget() is dialog and button.isVisible():
            assert dialog.rect().contains(button.geometry()), button.text()


def test_that_the_dialogs_fit_a_small_screen_in_every_language(language: str, study: Study, qtbot: QtBot) -> None:
    table = audit(study)
    for dialog in (PrepareDialog(study.folder, study.folder), audit_dialog(table, str, None)):  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        dialog.screen = _SmallScreen  # type: ignore[method-assign, assignment]
        dialog.show()
        turn()
        inside(dialog, qtbot)
    checked = preflight(study, (1024, 1024), qtbot)
    inside(checked, qtbot)
    checked.resize(900, 400)
    wait_until(qtbot, lambda: checked.area.verticalScrollBar().maximum() > 0)
    inside(checked, qtbot)


def test_that_no_reason_starts_a_session_whose_images_are_larger_than_the_screen(study: Study, qtbot: QtBot) -> None:
    too_large = preflight(study, (1024, 1024), qtbot)
    assert "size" not in too_large.reasons
    for reason in too_large.reasons.values():
        reason.setText("a test")
    assert not too_large.begin.isEnabled()
    with pytest.raises(TuringError, match="the session cannot work like this"):
        too_large.request()
    fits = preflight(study, (768, 768), qtbot)
    for reason in fits.reasons.values():
        reason.setText("a test")
    assert fits.begin.isEnabled()


def test_that_the_audit_shows_value_limits_and_reason(study: Study, qtbot: QtBot) -> None:
    table = audit(study)
    write_audit(study, table, {row.feature: "drawn by this test" for row in table.red})
    view = AuditView()
    qtbot.addWidget(view)
    kept = read_audit(study)
    view.show_audit(kept)
    rows = [view.rows.topLevelItem(index) for index in range(view.rows.topLevelItemCount())]
    values = [item.text(1) for item in rows if item is not None]
    assert len(values) == len(table.rows)
    assert sum("limits 0.35 to 0.65" in value for value in values) >= 5
    assert ("drawn by this test" in view.reason.text()) == bool(table.red)
    assert audit_summary(kept).startswith("Leak audit: ")


def test_that_a_simulated_study_is_marked_wherever_the_window_shows_it(study: Study, qtbot: QtBot) -> None:
    simulate_study(study, [Observer(), Observer()])
    unblind(study, "M. L.")
    state = read_state(study.folder)
    view, pane = StudyView(), StudyPane()
    for widget in (view, pane):
        qtbot.addWidget(widget)
    view.show_state(state, None)
    pane.show_studies([study.folder], None)
    dialogs = [unblind_dialog(state, str, view), withdraw_dialog(state, str, view)]  # type: ignore[arg-type]
    texts = [view.title.text(), view.notes.text(), pane.list.item(0).text(), *(d.windowTitle() for d in dialogs)]
    assert all("SIMULATED" in text for text in texts), texts
    assert "area" in view.notes.text(), "the notes on the boards stay"


def test_that_a_column_asks_for_the_height_of_its_content(qtbot: QtBot) -> None:
    area = scroll_column.ScrollColumn()
    qtbot.addWidget(area)
    part = QWidget()
    part.setMinimumSize(300, 1200)
    area.add(part)
    assert area.sizeHint().height() >= 1200
    assert area.minimumSizeHint().height() <= 160
