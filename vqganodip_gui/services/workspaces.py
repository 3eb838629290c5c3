"""Choice of the workspace to open: the named or last used one, or the demo line at the first start.

These functions read the disk: call them in a thread.
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
    """The workspace for the user's own boards, which never mix with rendered ones."""
    return default_workspace().with_name("own boards") if _is_demo(folder) else folder


def first_workspace(folder: Path, line: DemoLine | None = None) -> Path:
    """The folder; begun as a demo line if it is empty and the installation has the demo bundle."""
    from vqganodip.datasets.synthetic.demo_line import DemoLine, begin_demo_line, is_free

    line = line or DemoLine()
    if resources.demo_bundle(line.product) is not None and is_free(folder):
        begin_demo_line(folder, line)
    return folder


def demo_line(line: DemoLine | None = None) -> Path:
    """The workspace of the demo line, begun if needed at the place of the first start or next to it.

    Raises:
        StoreError: No free folder name was found.
    """
    from vqganodip.datasets.synthetic.demo_line import is_free

    places = default_workspace(), default_workspace().with_name("demo line")
    for folder in places:
        if _is_demo(folder):
            return folder
    for folder in places:
        if is_free(folder):
            return first_workspace(folder, line)
    raise StoreError(
        "demo-line-place-taken",
        "there is another workspace where the demo line would begin",
        where=places[-1],
        todo="Move that folder to another place, then open the demo line again.",
    )


def _is_demo(folder: Path) -> bool:
    """True if the workspace is a demo line, even one with a damaged marker."""
    from vqganodip.datasets.synthetic.demo_line import MARKER

    return (folder / MARKER).is_file()


SETTING: Final = "recent_workspaces"


KEPT: Final = 9


def recent_folders(settings: Settings) -> list[Path]:
    """The last workspaces, newest first; a damaged list counts as empty."""
    try:
        found = json.loads(settings.text(SETTING) or "[]")
    except ValueError:
        return []
    return [Path(folder) for folder in found if isinstance(folder, str)][:KEPT] if isinstance(found, list) else []


def remember(settings: Settings, folder: Path) -> None:
    """Put a workspace at the top of the list."""
    others = [known for known in recent_folders(settings) if known != folder]
    settings.set(SETTING, json.dumps([str(each) for each in (folder, *others)][:KEPT]))
