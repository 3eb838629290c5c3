"""Switch the language of a station, by its settings or in their dialog, and look at what it shows."""

from __future__ import annotations

import os
from pathlib import Path

from gui.fakes import DrawnBoardInspector
from gui.waiting import rest_for_a_picture, wait_until, wait_until_active
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station
from vqganodip_gui.shell.settings_dialog import SettingsDialog
from vqganodip_gui.viewer.comparison_board import ComparisonKind


def inspector_of(bundle: Path) -> DrawnBoardInspector:
    inspector = DrawnBoardInspector.open(bundle)
    inspector.bundle_sha256 = open_bundle(bundle).sha256
    return inspector


def speak(station: Station, language: str, qtbot: QtBot) -> None:
    station.settings.set("language", language)
    wait_until(qtbot, lambda: station.language_switch.language == language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def picture(widget: QWidget, name: str) -> None:
    if os.environ.get("VQGANODIP_PICTURES"):
        rest_for_a_picture()
        widget.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"language-{name}.png"))


def dialog_of(station: Station) -> SettingsDialog:
    found = [d for d in station.window.findChildren(SettingsDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def language_box(station: Station) -> QComboBox:
    return next(b for b in dialog_of(station).findChildren(QComboBox, "setting_language") if b.isVisible())


def close_dialog(station: Station, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog_of(station), Qt.Key.Key_Escape)
    wait_until_active(qtbot, station.window)


def kinds(station: Station) -> list[tuple[str, JudgmentKind]]:
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    return [(repository.item(j.item_id).serial, j.kind) for j in repository.judgments()]


def comparison_shown(station: Station) -> bool:
    """True once the comparison panel shows its board or the reason why there is none."""
    now = station.review_state.comparison.board
    return now.kind is ComparisonKind.NONE or now.picture is not None or bool(now.words)
