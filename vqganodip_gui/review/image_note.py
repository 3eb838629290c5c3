"""Hint that the image file of the board on the screen is missing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from vqganodip.files import is_there
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.background_tasks import Tasks


class ImageNote(QLabel):
    """Hint under a board that is judged by its stored pictures alone.

    The file is looked for in a thread, one at a time, since a network drive may not answer.
    """

    def __init__(self, tasks: Tasks | None) -> None:
        super().__init__()
        self._tasks = tasks
        self._wanted: Path | None = None
        self._looking = False
        self.setObjectName("hint")
        self.setWordWrap(True)
        self.hide()

    def set_image(self, image: Path | None) -> None:
        """Look for the image of the board that is on the screen; None for no board."""
        if image != self._wanted:
            self._wanted = image
            self.hide()
            self._look()

    def _look(self) -> None:
        image = self._wanted
        if image is None or self._tasks is None or self._looking:
            return
        self._looking = True
        self._tasks.run(lambda: is_there(image), lambda found: self._looked(image, found), reader=self)

    def _looked(self, image: Path, found: bool) -> None:
        self._looking = False
        if image != self._wanted:
            self._look()
            return
        self.setText("" if found else tr("Image file not found: {name}").format(name=image.name))
        self.setToolTip("" if found else f"{image}\n{tr('The stored pictures are shown.')}")
        self.setVisible(not found)
