"""Widgets: values in, past-tense signals out; they know neither repository nor engine."""

from __future__ import annotations
