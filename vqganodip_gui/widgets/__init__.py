"""Widgets that know neither repository nor engine: values in, past-tense signals out."""

from __future__ import annotations
