"""Models that come to a workspace without a training: a version with more good boards, and a copy from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from vqganodip.errors import VqganodipError
from vqganodip.review.accounts import Permission
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.message_strip import MessageKind, Until

if TYPE_CHECKING:
    from vqganodip_gui.threshold.growing_dialog import GrowingDialog
    from vqganodip_gui.training.model_list import ModelEntry
    from vqganodip_gui.training.page import TrainingPage


class NewVersions(QObject):
    """The acts of the list of models that add one.

    Args:
        page: The page, which shows the list and messages; parent of the dialogs.
        context: The context of the station.
    """

    def __init__(self, page: TrainingPage, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context

    def ask_growing(self, row: ModelEntry) -> GrowingDialog | None:
        """Open the dialog that adds confirmed good boards to the reference of a model at once."""
        from vqganodip.bundles.archive import open_bundle
        from vqganodip.calibration.normal_calibration import read_normal_calibration
        from vqganodip_gui.threshold.growing_dialog import GrowingDialog
        from vqganodip_gui.threshold.page_changes import in_use_text

        workspace = self._context.workspace
        if workspace is None:
            return None
        try:
            found = read_normal_calibration(open_bundle(row.bundle))
        except VqganodipError as error:
            self._page.say_error(error)
            return None
        folder = None if row.run is None else row.run.request.dataset
        dialog = GrowingDialog(self._context, workspace, found, folder, self._page)
        message, until = self._page.message, (Until.SOURCES,)
        dialog.used.connect(lambda name: message.show_message(in_use_text(name), MessageKind.DONE, until=until))
        dialog.open()
        return dialog

    def add_model(self, folder: Path) -> None:
        """Copy a model from a folder to the workspace, and choose it in the list."""
        from vqganodip_gui.training.model_list import add_model

        workspace = self._context.workspace
        if workspace is None:
            return

        def done(bundle: Path) -> None:
            self._page.show_model_list(bundle)
            text = tr("The model {name} was added.", name=str(self._context.name_of(bundle)))
            self._page.message.show_message(text, MessageKind.DONE)

        try:
            self._context.login.require(Permission.MAKE_MODELS)
        except VqganodipError as error:
            self._page.say_error(error)
            return
        self._context.tasks.act(lambda: add_model(folder, workspace.folder), done, self._page.say_error)

    def ask_folder(self) -> None:
        """Ask for the folder of a model to add."""
        chosen = QFileDialog.getExistingDirectory(self._page, tr("Folder of the model"))
        if chosen:
            self.add_model(Path(chosen))
