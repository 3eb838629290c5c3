"""The window of the review station. It knows the engine; the engine never knows it."""

from __future__ import annotations
