"""Check for a display server before Qt is imported, since Qt aborts the process without one."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_UNSEEN: Final = ("offscreen", "minimal")
_LOCAL_DISPLAY: Final = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_PATIENCE_S: Final = 2.0


def missing_screen(environment: Mapping[str, str] = os.environ) -> str:
    """Return why there is no screen, as the end of a sentence; empty if there is one.

    Args:
        environment: Environment variables, as Qt reads them.
    """
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform in _UNSEEN:
        return f"QT_QPA_PLATFORM is {platform}"
    if platform or not sys.platform.startswith("linux"):
        return ""
    display, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    if (display and _x11_answers(display)) or (wayland and _wayland_answers(wayland, environment)):
        return ""
    named = [f"{name}={value}" for name, value in (("DISPLAY", display), ("WAYLAND_DISPLAY", wayland)) if value]
    return f"nothing answers at {' and '.join(named)}"


def _x11_answers(display: str) -> bool:
    """True if the X server answers; a display of another machine is assumed to exist."""
    local = _LOCAL_DISPLAY.fullmatch(display)
    if local is None:
        return True
    path = f"/tmp/.X11-unix/X{local[1]}"
    return _listens(f"\0{path}") or _listens(path)


def _wayland_answers(name: str, environment: Mapping[str, str]) -> bool:
    return _listens(str(Path(environment.get("XDG_RUNTIME_DIR", "")) / name))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        knock.settimeout(_PATIENCE_S)
        try:
            knock.connect(address)
        except OSError:
            return False
    return True
