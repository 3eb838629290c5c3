"""Start of a journey through the window: a station in a home of its own, on drawn boards where they are enough."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.hand import Hand
from gui.fakes import DrawnBoardInspector, draw_board
from gui.shift_history import write_history
from PySide6.QtWidgets import QApplication

from vqganodip.bundles.archive import open_bundle
from vqganodip.review.repository import Repository
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings

SCORES: Final = (0.83, 0.71, 0.64, 0.55, 0.52, 0.4, 0.2)


@dataclass(frozen=True, slots=True)
class Start:
    """The start of a journey.

    Attributes:
        application: The application.
        home: An empty folder for all files.
        language: Language of the window.
        size: Size of the screen in pixels.
        pictures: Folder of the pictures; None takes none.
        real: Whether the network inspects the demo line.
        hands: The hands at the stations that were opened.
    """

    application: QApplication
    home: Path
    language: str
    size: tuple[int, int]
    pictures: Path | None
    real: bool
    hands: list[Hand] = field(default_factory=list)

    def settings(self, **values: object) -> Settings:
        """Settings of the window with the language and these values."""
        settings = Settings(self.home / "window.json")
        for name, value in {"language": self.language, **values}.items():
            settings.set(name, value)
        return settings

    def hand(self, journey: str, station: Station) -> Hand:
        """Show the station and wait for its workspace."""
        name = f"{self.size[0]}-{self.language}-{journey}"
        hand = Hand(self.application, station, self.pictures, name, english=self.language == "en")
        self.hands.append(hand)
        station.window.resize(*self.size)
        station.start()
        hand.wait(lambda: station.context.workspace is not None)
        station.window.activateWindow()
        hand.wait(station.window.isActiveWindow)
        return hand

    def drawn_boards(self, journey: str, *, history: int = 0, **values: object) -> Hand:
        """A station on seven drawn boards, with the bundle of the demo line and a week of judgments."""
        shipped = demo_bundle("gearbox")
        assert shipped is not None
        bundle, boards = self.home / "gearbox", self.home / "boards"
        shutil.copytree(shipped, bundle)
        boards.mkdir()
        for number, score in enumerate(SCORES):
            draw_board(boards / f"SN{10440 + number}.png", score, seed=number)
        inspector = DrawnBoardInspector()
        inspector.bundle_sha256 = open_bundle(bundle).sha256
        settings = self.settings(**{"operator": "M. L.", **values})
        places = StartOptions(self.home / "ws", bundle, boards)
        hand = self.hand(journey, Station(self.application, places, settings, opener=lambda _bundle: inspector))
        controller = hand.window.review.controller
        hand.wait(lambda: controller.count() == len(SCORES) and not hand.station.engine.busy())
        if history:
            repository = repository_of(hand)
            write_history(repository, repository.item(1), history)
            controller.reload()
        hand.board()
        return hand


def repository_of(hand: Hand) -> Repository:
    workspace = hand.station.context.workspace
    assert workspace is not None
    return workspace.repository


def action(hand: Hand, name: str) -> Callable[[], None]:
    """Choose an action of the menu."""
    return hand.window.actions_by_name[name].trigger
