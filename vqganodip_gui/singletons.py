"""Keeps None, True and False alive under Python 3.11.

PySide6 6.12 is built for interpreters in which these three are immortal (3.12 and newer, PEP 683). Under 3.11 almost
every call of Qt that returns nothing takes one reference from None without having given one; after some thousand
calls the interpreter ends with "Fatal Python error: none_dealloc". Here they are given so many references that this
cannot happen, which is what newer interpreters do for themselves.
"""

from __future__ import annotations

import sys
from typing import Final

_MANY: Final = 1 << 60 if sys.maxsize > 1 << 32 else 1 << 29


def keep_singletons() -> None:
    """Once per process, before Qt is used; without effect where it is not needed or not possible."""
    # an interpreter built to trace references lays its objects out differently
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or hasattr(sys, "getobjects"):
        return
    import ctypes

    for value in (None, True, False):
        if sys.getrefcount(value) < _MANY // 2:
            ctypes.c_ssize_t.from_address(id(value)).value += _MANY
