"""Which workspace is opened: the one that was named or used last, at the first start the demo line.

These look at the disk: they are called in a thread.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vqganodip.errors import StoreError
from vqganodip_gui.services import resources
from vqganodip_gui.services.settings import Settings, default_workspace

if TYPE_CHECKING:
    from vqganodip.datasets.synthetic.demo_line import DemoLine


def for_own_boards(folder: Path) -> Path:
    """The workspace for boards that a person named: they do not go where rendered ones are."""
    return default_workspace().with_name("own boards") if _is_demo(folder) else folder


def begun(folder: Path, line: DemoLine | None = None) -> Path:
    """The folder, as a demo line if nothing was in it and the installation has the bundle of one."""
    from vqganodip.datasets.synthetic.demo_line import DemoLine, begin_demo_line, is_free

    line = line or DemoLine()
    if resources.demo_bundle(line.product) is not None and is_free(folder):
        begin_demo_line(folder, line)
    return folder


def demo_line(line: DemoLine | None = None) -> Path:
    """The workspace of the demo line: where it was begun, else begun now, at the place of the first start or beside.

    Raises:
        StoreError: There is no room for it.
    """
    from vqganodip.datasets.synthetic.demo_line import is_free

    places = default_workspace(), default_workspace().with_name("demo line")
    for folder in places:
        if _is_demo(folder):
            return folder
    for folder in places:
        if is_free(folder):
            return begun(folder, line)
    raise StoreError(
        "there is another workspace where the demo line would begin",
        where=places[-1],
        todo="Move that folder to another place, then open the demo line again.",
    )


def _is_demo(folder: Path) -> bool:
    """Whether the workspace is a demo line, also one whose marker is damaged."""
    from vqganodip.datasets.synthetic.demo_line import MARKER

    return (folder / MARKER).is_file()


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
    settings.set(SETTING, json.dumps([str(each) for each in (folder, *others)][:KEPT]))
