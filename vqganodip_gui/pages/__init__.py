"""Pages of the one window."""

from __future__ import annotations
