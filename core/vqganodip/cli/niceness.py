"""Low process priority for long commands (``--gentle``)."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Final

__all__ = ["lower_priority"]

_NICE: Final = 15
_BELOW_NORMAL: Final = 0x4000


def lower_priority() -> None:
    """Lower the priority of this process and of the processes that it starts from now on."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), _BELOW_NORMAL)
        else:
            os.nice(_NICE)
