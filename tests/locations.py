"""Folders that tests read: the checkout, what ships with it, and the photographs next to it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
ENGINE: Final = ROOT / "core"
DEMO_BUNDLE: Final = ROOT / "resources" / "demo" / "gearbox"
SHARED: Final = ROOT.parent / "shared"
"""Next to the checkout; tests that need it skip where it is missing."""
