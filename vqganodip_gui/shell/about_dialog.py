"""About dialog: name, version and licence."""

from __future__ import annotations

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from vqganodip import __version__
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.dialog_form import InfoDialog
from vqganodip_gui.widgets.icons import IconName, icon


class AboutDialog(InfoDialog):
    """Name, version, licence, and the facts that a bug report needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About VQGanoDIP"), parent)
        picture = QLabel()
        picture.setPixmap(icon(IconName.APP).pixmap(40, 40))
        name = QLabel("VQGanoDIP")
        name.setObjectName("emptyTitle")
        text = QLabel(
            tr(
                "Review of inspected circuit boards: the original next to its normal appearance, the difference, and "
                "one key per judgment."
            )
        )
        text.setWordWrap(True)
        facts = QLabel(
            f"{tr('Version')} {__version__}, Apache-2.0\nPython {platform.python_version()}, Qt {qt_version}\n"
            f"{platform.platform(terse=True)}"
        )
        facts.setObjectName("muted")
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_parts(picture, name, text, facts)
        self.setMinimumWidth(420)
