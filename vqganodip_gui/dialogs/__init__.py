"""Dialogs: about, the key sheet, settings, a crash."""

from __future__ import annotations
