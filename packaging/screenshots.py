"""Opens the real application on a copy of a workspace and saves pictures of its states.

    python packaging/screenshots.py --out DIR [--workspace DIR] [--bundle DIR] [--boards DIR]

The workspace is copied first, because the pictures of the last states are reached by judging. Without a screen set
QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from vqganodip.records import JudgmentKind
from vqganodip_gui.app import Places, Station
from vqganodip_gui.dialogs.key_sheet import KeySheet
from vqganodip_gui.dialogs.settings import SettingsDialog
from vqganodip_gui.photographer import SIZES, Photographer
from vqganodip_gui.settings import Settings


class Album(Photographer):
    """Says where each picture lies."""

    def take(self, station: Station, name: str) -> Path:
        path = super().take(station, name)
        print(path)
        return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--workspace", type=Path, help="without it a new one is made and the boards are inspected into it"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--boards", type=Path)
    found = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if found.workspace is not None:
            shutil.copytree(found.workspace, folder / "line 1")
        settings = Settings(folder / "window.json")
        settings.put("operator", "M. L.")
        photographer = Album(application, found.out)
        places = Places(folder / "line 1", found.bundle, found.boards)
        photograph_review(photographer, places, settings)
        photograph_empty(photographer, Places(folder / "new"), Settings(folder / "empty.json"))


def photograph_review(photographer: Photographer, places: Places, settings: Settings) -> None:
    """A board in each theme and size, then the looks at it, then the end of the work."""
    station = Station(photographer.application, places, settings)
    station.start()
    review, do = station.window.review, station.window.actions_by_name
    photographer.wait(review.desk.can_judge)
    photographer.wait(lambda: not station.engine.busy())
    photographer.take_looks(station, "review")
    station.window.resize(*SIZES[0])
    do["next_region"].trigger()
    photographer.take(station, "region")
    do["fit"].trigger()
    do["toggle_layout"].trigger()
    photographer.take(station, "four-in-a-row")
    do["toggle_layout"].trigger()
    for _ in range(3):
        do["flip_panel"].trigger()
    photographer.take(station, "one-panel")
    do["fit"].trigger()
    for name, dialog in (("keys", KeySheet(station.window)), ("settings", SettingsDialog(settings, station.window))):
        dialog.ensurePolished()
        dialog.adjustSize()
        path = photographer.out / f"{name}.png"
        dialog.grab().save(str(path))
        print(path)
        dialog.deleteLater()
    review.judge(JudgmentKind.NG)
    photographer.wait(review.desk.can_judge)
    do["undo"].trigger()
    photographer.wait(review.desk.can_judge)
    photographer.take(station, "undone")
    while review.desk.current is not None:
        photographer.wait(lambda: review.desk.can_judge() or review.desk.current is None)
        photographer.rest(0.02)
        review.judge(JudgmentKind.FALSE_CALL)
    photographer.take(station, "done")
    station.window.close()


def photograph_empty(photographer: Photographer, places: Places, settings: Settings) -> None:
    """What is seen at the very first start."""
    for theme in ("dark", "light"):
        settings.put("theme", theme)
        station = Station(photographer.application, places, settings)
        station.start()
        station.window.resize(*SIZES[0])
        photographer.wait(lambda station=station: station.context.workspace is not None)
        photographer.take(station, f"empty-{theme}")
        station.window.close()


if __name__ == "__main__":
    main()
