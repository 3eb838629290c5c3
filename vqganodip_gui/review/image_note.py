"""Hint that the image file of the board on the screen is missing."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from vqganodip.files import is_there
from vqganodip.records import Inspection
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context


class ImageNote(QLabel):
    """Hint under a board that is judged by its stored pictures alone.

    The file is looked for in a thread, one at a time, since a network drive may not answer: at its place, and under its
    name elsewhere in the shared folder of the images.
    """

    def __init__(self, context: Context | None) -> None:
        super().__init__()
        self._context = context
        self._wanted: Inspection | None = None
        self._looking = False
        self.setObjectName("hint")
        self.setWordWrap(True)
        self.hide()

    def set_board(self, inspection: Inspection | None) -> None:
        """Look for the image of the board that is on the screen; None for no board."""
        if inspection is not self._wanted:
            self._wanted = inspection
            self.hide()
            self._look()

    def _look(self) -> None:
        wanted, context = self._wanted, self._context
        if wanted is None or context is None or context.workspace is None or self._looking:
            return
        repository = context.workspace.repository
        self._looking = True

        def job() -> bool:
            return is_there(wanted.image) or repository.image_of(wanted) is not None

        context.tasks.run(
            job, lambda found: self._looked(wanted, found), lambda _error: self._looked(wanted, True), reader=self
        )

    def _looked(self, wanted: Inspection, found: bool) -> None:
        self._looking = False
        if wanted is not self._wanted:
            self._look()
            return
        image = wanted.image
        self.setText("" if found else tr("Image file not found: {name}").format(name=image.name))
        self.setToolTip("" if found else f"{image}\n{tr('The stored pictures are shown.')}")
        self.setVisible(not found)
