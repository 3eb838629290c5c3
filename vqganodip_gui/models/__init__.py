"""Qt item models over what the engine keeps."""

from __future__ import annotations
