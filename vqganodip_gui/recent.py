"""Workspaces that were open before: the menu that opens one again, and the list it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from vqganodip_gui.settings import Settings
from vqganodip_gui.words import tr

if TYPE_CHECKING:
    from vqganodip_gui.main_window import MainWindow

SETTING: Final = "recent_workspaces"
KEPT: Final = 9


def recent_folders(settings: Settings) -> list[Path]:
    """The last workspaces, the newest first; a damaged list is an empty one."""
    try:
        found = json.loads(settings.text(SETTING) or "[]")
    except ValueError:
        return []
    return [Path(folder) for folder in found if isinstance(folder, str)][:KEPT] if isinstance(found, list) else []


def remember(settings: Settings, folder: Path) -> None:
    """Puts a workspace at the top of the list."""
    others = [known for known in recent_folders(settings) if known != folder]
    settings.put(SETTING, json.dumps([str(each) for each in (folder, *others)][:KEPT]))


def recent_workspaces(window: MainWindow) -> None:
    """Lists them; a digit or the arrows choose one. What is no longer there stays in the list and cannot be chosen."""
    menu = QMenu(window)
    menu.setObjectName("recentMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    current = window.context.workspace.folder if window.context.workspace else None
    for number, folder in enumerate(recent_folders(window.context.settings), start=1):
        name = str(folder).replace("&", "&&")
        action = menu.addAction(f"&{number}  {name}")
        action.setEnabled(folder != current and folder.is_dir())
        if folder == current:
            action.setText(tr("{n}  {folder} (open)").format(n=f"&{number}", folder=name))
        elif not folder.is_dir():
            action.setText(tr("{n}  {folder} (not there)").format(n=f"&{number}", folder=name))
        action.triggered.connect(lambda _checked=False, folder=folder: window.workspace_wanted.emit(folder))
    if menu.isEmpty():
        menu.addAction(tr("No workspace was open before")).setEnabled(False)
    menu.popup(window.bar.menu.mapToGlobal(window.bar.menu.rect().bottomLeft()))
