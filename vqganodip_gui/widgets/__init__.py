"""Widgets independent of repository and engine: values in, past-tense signals out."""

from __future__ import annotations
